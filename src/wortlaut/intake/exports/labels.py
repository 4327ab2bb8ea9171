"""The names that press databases write in front of what they tell about an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

__all__ = ["Label", "Labelled", "coded", "labelled"]


class Label(Enum):
    """What a labelled line tells."""

    TITLE = auto()
    SUBTITLE = auto()
    AUTHOR = auto()
    SOURCE = auto()
    DATE = auto()
    LENGTH = auto()  # words in the text
    ID = auto()
    URL = auto()
    TEXT = auto()  # the text begins
    MORE_TEXT = auto()  # the text goes on
    OTHER = auto()  # section, page, edition and the like
    TAIL = auto()  # what stands behind the text


_NAMES = {
    Label.TITLE: "titel title headline überschrift schlagzeile",
    Label.SUBTITLE: "untertitel subtitle unterzeile",
    Label.AUTHOR: "autor autoren autorin author authors byline verfasser verfasserin",
    Label.SOURCE: "quelle source zeitung medium publication newspaper publikation",
    Label.DATE: "datum date erscheinungsdatum publication-date erschienen veröffentlicht",
    Label.LENGTH: "länge length longueur wörter wortzahl wortanzahl words word-count",
    Label.ID: "dokumentnummer document-number accession-number dokument-id document-id",
    Label.URL: "url link adresse dauerhafte-adresse-des-dokuments internetadresse",
    Label.TEXT: "text volltext body inhalt full-text artikeltext",
    Label.OTHER: "section rubrik ressort ausgabe edition seite page seiten pages issn dateline highlight kategorie"
    " serie deskriptor schlagwort schlagwörter stichwort region jahrgang nummer heft dachzeile foto datenbank",
    Label.TAIL: "load-date update language sprache langue publication-type journal-code graphic grafik classification"
    " subject type pub-type notes copyright alle-rechte-vorbehalten",
}
_LABELS = {name: label for label, names in _NAMES.items() for name in names.split()}
_LINE = re.compile(r"\s*(?P<name>[A-Za-zÄÖÜäöü][A-Za-zÄÖÜäöü -]{1,32}?)\s*:(?:\s+(?P<value>\S.*)|\s*)", re.DOTALL)

_CODES = {
    "HD": Label.TITLE, "HL": Label.TITLE, "BY": Label.AUTHOR, "SN": Label.SOURCE, "PD": Label.DATE, "WC": Label.LENGTH,
    "AN": Label.ID, "LP": Label.TEXT, "TD": Label.MORE_TEXT, "TX": Label.TEXT,
}  # fmt: skip
_OTHER_CODES = frozenset(
    "SE ET SC ED PG LA CY VOL CX CLM CR CT RF ART CO IN NS RE PUB IPC IPD DE PBH PBR RST GC".split()
)
_CODE_LINE = re.compile(r"\s{0,4}(?P<code>[A-Z]{2,3})(?:[ \t]+(?P<value>\S.*)|[ \t]*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line with a known label: what it tells, where in the line its value begins, and the name as it was written."""

    label: Label
    value: int
    name: str


def labelled(line: str) -> Labelled | None:
    """The line with its label, None where it has none that is known."""
    found = _LINE.fullmatch(line)
    label = None if found is None else _LABELS.get("-".join(found["name"].lower().split()))
    if found is None or label is None:
        return None
    return Labelled(label, found.start("value") if found["value"] else len(line), found["name"])


def coded(line: str) -> Labelled | None:
    """The line with its code of two or three letters in front, None where it has none that is known."""
    found = _CODE_LINE.fullmatch(line)
    if found is None:
        return None
    label = _CODES.get(found["code"], Label.OTHER if found["code"] in _OTHER_CODES else None)
    return (
        None if label is None else Labelled(label, found.start("value") if found["value"] else len(line), found["code"])
    )
