"""Which layout a text export has, and where in it one document ends and the next begins.

By structure, not by product: numbered documents (`3 of 25 DOCUMENTS`, `Dokument 3 von 25`), documents with an end mark
(`End of Document`), field codes (`HD`, `WC`, `SN` …) that close with `Document NAME`, and repeated labels
(`Titel:`, `Quelle:`, `Dokumentnummer:` …), parted by rules of underscores or not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from wortlaut.intake.exports.labels import Label, labelled

__all__ = ["ANNOUNCED", "Layout", "Shape", "layout_of"]

_NUMBER = re.compile(
    r"\s*(?:FOCUS - )?(?:(?P<at>\d{1,6}) (?:of|von) (?P<all>\d{1,6}) (?:DOCUMENTS?|DOKUMENTEN?)"
    r"|(?:Dokument|Document) (?P<at_2>\d{1,6}) (?:of|von|de) (?P<all_2>\d{1,6}))\s*"
)
_END = re.compile(r"\s*(?:End of Document|Ende des Dokuments|Fin du document)\s*", re.IGNORECASE)
_NAMED_END = re.compile(r"\s*(?:Document|Dokument) (?=[A-Za-z]{2,10}0{2,}|[A-Z0-9]*\d)[A-Za-z0-9]{12,40}\s*")
_GENIOS_END = re.compile(r"\s*(?:©|\(c\)) ?(?:GBI-)?Genios\b.{0,80}", re.IGNORECASE)
_RULE = re.compile(r"\s*(?:_{10,}|={10,}|-{10,}|\*{10,})\s*")
_CODES = re.compile(r"^[ \t]{0,4}HD(?:[ \t].*)?\r?$", re.MULTILINE)
_MORE_CODES = re.compile(r"^[ \t]{0,4}(?:WC|PD|SN)(?:[ \t].*)?\r?$", re.MULTILINE)
_WORDS = re.compile(r"^[ \t]*\d[\d.,]* (?:words|Wörter)[ \t]*\r?$", re.MULTILINE)
_LENGTH = re.compile(r"^[ \t]*(?:LENGTH|LÄNGE|LONGUEUR|Length|Länge):", re.MULTILINE)
_BODY = re.compile(r"^[ \t]*(?:Body|Load-Date:.*)[ \t]*\r?$", re.MULTILINE)
# How many documents a cover page promises.
ANNOUNCED = re.compile(r"\s*(?:Documents?|Dokumente?) \((\d{1,6})\)\s*")
_LOOKED_AT = 40  # lines at the beginning in which labels must begin
_TELLING = frozenset((Label.TITLE, Label.DATE, Label.SOURCE, Label.AUTHOR, Label.ID))


class Shape(Enum):
    """How the head of a document is written."""

    NEXIS = auto()  # plain lines (outlet, date, title), then labels
    CODES = auto()  # a code in front of each field
    PLAIN = auto()  # plain lines only
    LABELS = auto()  # labels, perhaps a plain title above


@dataclass(frozen=True, slots=True)
class Layout:
    """How documents are parted: by a line that begins one, by one that ends one, or both."""

    shape: Shape
    begins: re.Pattern[str] | None = None
    ends: re.Pattern[str] | None = None
    first_label: str | None = None  # a line with this label begins a document

    def does_begin(self, line: str) -> bool:
        """Whether a document begins with the line."""
        if self.begins is not None and self.begins.fullmatch(line) is not None:
            return True
        found = labelled(line) if self.first_label is not None and self.first_label in line else None
        return found is not None and found.name == self.first_label

    def does_end(self, line: str) -> bool:
        """Whether a document ends with the line."""
        return self.ends is not None and self.ends.fullmatch(line) is not None

    def announced(self, line: str) -> int | None:
        """How many documents the line says that there are."""
        found = _NUMBER.fullmatch(line)
        if found is not None:
            return int(found["all"] or found["all_2"])
        cover = ANNOUNCED.fullmatch(line)
        return None if cover is None else int(cover[1])


def layout_of(start: str) -> Layout | None:
    """The layout of an export that begins with `start`; None where it is no export of several documents."""
    lines = start.splitlines()
    numbered = sum(_NUMBER.fullmatch(line) is not None for line in lines)
    if numbered and _LENGTH.search(start):
        return Layout(Shape.NEXIS, begins=_NUMBER)
    if _LENGTH.search(start) and _BODY.search(start):
        return Layout(Shape.NEXIS, ends=_END)
    named = any(_NAMED_END.fullmatch(line) for line in lines)
    if _CODES.search(start) and _MORE_CODES.search(start):
        return Layout(Shape.CODES, ends=_NAMED_END)
    if named and _WORDS.search(start):
        return Layout(Shape.PLAIN, ends=_NAMED_END)
    return _labelled_layout(lines, numbered=numbered > 0)


def _labelled_layout(lines: list[str], *, numbered: bool) -> Layout | None:
    """The layout of documents whose facts have labels; told by labels that come again."""
    found = [each for line in lines if (each := labelled(line)) is not None and each.label in _TELLING]
    names = [each.name for each in found]
    kinds = {each.label for each in found}
    if len(kinds) < 2 or not any(labelled(line) for line in lines[:_LOOKED_AT]):
        return None
    is_genios = Label.ID in kinds and Label.SOURCE in kinds
    if numbered and is_genios:
        return Layout(Shape.LABELS, begins=_NUMBER)
    for ends in (_GENIOS_END, _RULE):
        if is_genios and any(ends.fullmatch(line) for line in lines):
            return Layout(Shape.LABELS, ends=ends)
    first = names[0]
    repeats = names.count(first)
    others = [name for name in set(names) if name != first and names.count(name) * 2 >= repeats]
    if repeats < 2 or not others or labelled(next(line for line in lines if line.strip())) is None:
        ruled = sum(_RULE.fullmatch(line) is not None for line in lines)
        return Layout(Shape.LABELS, ends=_RULE) if ruled and repeats >= 2 and others else None
    return Layout(Shape.LABELS, first_label=first)
