"""The schema: which files the list has, which columns each, and what may stand in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from wortlaut.meaning.actors.days import is_day

__all__ = ["SCHEMA", "Column", "Form", "fault_of", "names_in"]


class Form(StrEnum):
    """What stands in a cell."""

    ID = "id"
    TEXT = "text"
    NAMES = "names"  # apart by |
    CHOICE = "choice"
    DAY = "day"
    WIKIDATA = "wikidata"
    REFERENCE = "reference"  # an id of another file
    REFERENCES = "references"  # several, apart by |
    SOURCES = "sources"  # ids of sources.tsv, addresses or paths, apart by ;


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a file."""

    name: str
    form: Form = Form.TEXT
    needed: bool = False
    choices: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()  # the files where the id may stand


_ID = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*", re.ASCII)
_WIKIDATA = re.compile(r"Q[1-9]\d*", re.ASCII)
_BODY_KINDS = ("government", "parliament", "party", "court", "bank", "organisation", "agency", "union")
_OFFICE_KINDS = (
    *("head-of-state", "monarch", "head-of-government", "deputy", "foreign", "defence", "interior", "finance"),
    *("justice", "minister", "speaker", "party", "group", "court", "bank", "organisation", "agency", "military"),
    *("adviser", "spokesperson", "mayor"),
)

_NAME = Column("name", needed=True)
_ALIASES = Column("aliases", Form.NAMES)
_QID = Column("wikidata", Form.WIKIDATA)
_SOURCE = Column("source", Form.SOURCES, needed=True)
_ROW_ID = Column("id", Form.ID, needed=True)

SCHEMA: dict[str, tuple[Column, ...]] = {
    "sources.tsv": (
        _ROW_ID,
        Column("where", needed=True),
        Column("as_of", Form.DAY, needed=True),
        Column("note"),
    ),
    "places.tsv": (
        _ROW_ID,
        _NAME,
        _ALIASES,
        Column("kind", Form.CHOICE, needed=True, choices=("country", "city", "seat", "region")),
        Column("within", Form.REFERENCE, refers_to=("places.tsv",)),
        Column("stands_for", Form.REFERENCES, refers_to=("bodies.tsv", "offices.tsv")),
        Column("adjectives", Form.NAMES),
        Column("demonyms", Form.NAMES),
        _QID,
        _SOURCE,
    ),
    "bodies.tsv": (
        _ROW_ID,
        _NAME,
        _ALIASES,
        Column("kind", Form.CHOICE, needed=True, choices=_BODY_KINDS),
        Column("place", Form.REFERENCE, refers_to=("places.tsv",)),
        _QID,
        _SOURCE,
    ),
    "offices.tsv": (
        _ROW_ID,
        Column("masculine", needed=True),
        Column("feminine", needed=True),
        Column("names", Form.NAMES),
        Column("titles", Form.NAMES),
        Column("kind", Form.CHOICE, needed=True, choices=_OFFICE_KINDS),
        Column("body", Form.REFERENCE, refers_to=("bodies.tsv",)),
        Column("place", Form.REFERENCE, refers_to=("places.tsv",)),
        Column("shared", Form.CHOICE, choices=("yes",)),
        _QID,
        _SOURCE,
    ),
    "persons.tsv": (
        _ROW_ID,
        _NAME,
        Column("family", needed=True),
        _ALIASES,
        Column("gender", Form.CHOICE, choices=("m", "f")),
        _QID,
        _SOURCE,
    ),
    "terms.tsv": (
        Column("person", Form.REFERENCE, needed=True, refers_to=("persons.tsv",)),
        Column("office", Form.REFERENCE, needed=True, refers_to=("offices.tsv",)),
        Column("from", Form.DAY, needed=True),
        Column("to", Form.DAY),
        _SOURCE,
        Column("as_of", Form.DAY, needed=True),
        Column("note"),
    ),
}


@lru_cache(maxsize=4096)
def names_in(cell: str, separator: str = "|") -> tuple[str, ...]:
    """The parts of a cell that holds several, trimmed; none where it is empty."""
    return tuple(part.strip() for part in cell.split(separator)) if cell else ()


def _each(check: Callable[[str], bool], separator: str) -> Callable[[str], bool]:
    """A check of a cell with several parts, each by itself."""
    return lambda cell: all(map(check, names_in(cell, separator)))


def _is_id(text: str) -> bool:
    return _ID.fullmatch(text) is not None


_CHECKS: dict[Form, tuple[Callable[[str], bool], str]] = {
    Form.ID: (_is_id, "an id has small letters and digits, apart by . or -"),
    Form.REFERENCE: (_is_id, "an id has small letters and digits, apart by . or -"),
    Form.REFERENCES: (_each(_is_id, "|"), "ids stand apart by |, each of small letters and digits, apart by . or -"),
    Form.DAY: (is_day, "a day is written 2005-11-22, 2005-11 or 2005"),
    Form.WIKIDATA: (lambda text: _WIKIDATA.fullmatch(text) is not None, "a Wikidata id is written Q567"),
    Form.NAMES: (_each(bool, "|"), "names stand apart by |, and none is empty"),
    Form.SOURCES: (_each(bool, ";"), "sources stand apart by ;, and none is empty"),
}


def fault_of(column: Column, cell: str) -> str:
    """What is wrong with the cell by itself; empty where nothing is."""
    if not cell:
        return "must not be empty" if column.needed else ""
    if column.form is Form.CHOICE:
        return "" if cell in column.choices else f"must be one of: {', '.join(column.choices)}"
    if column.form not in _CHECKS:
        return ""
    check, reason = _CHECKS[column.form]
    return "" if check(cell) else reason
