"""The rows of a sheet of an Excel workbook, one in memory at a time, and the texts in their cells with their bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from wortlaut.intake.articles import Raw
from wortlaut.intake.decoding import Charset, decode
from wortlaut.intake.mapped import Edit, Mapped
from wortlaut.intake.markup.content import content
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.markup.xml import parse_xml
from wortlaut.intake.tables.parts import Part
from wortlaut.intake.tables.workbook import Sheet, Workbook
from wortlaut.types import Origin

__all__ = ["CellText", "SheetRow", "read_row"]

_UTF_8 = Charset("utf-8")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LETTERS = re.compile(r"([A-Za-z]{1,3})\d{0,7}")
_MOST_COLUMNS = 16_384


@dataclass(frozen=True, slots=True)
class CellText:
    """The text of a cell with the element that holds it and the place of that."""

    mapped: Mapped
    raw: Raw


@dataclass(slots=True)
class SheetRow:
    """A row: its number in the sheet, what stands in its cells by column, and the texts of those that hold text."""

    number: int
    values: dict[int, str] = field(default_factory=dict)
    texts: dict[int, CellText] = field(default_factory=dict)


def read_row(part: Part, before: int, book: Workbook, sheet: Sheet, path: str) -> SheetRow:
    """The row in `part`; `before` is the number of the one before it, `path` that of the file. Raises `Refused`."""
    mapped = decode(part.raw, _UTF_8).mapped
    root = parse_xml(mapped.text).root
    written = root.get("r")
    row = SheetRow(int(written) if written.isdecimal() and len(written) < 8 else before + 1)
    reader = _Cells(row, mapped, Origin(f"{path}!/{sheet.part}", record=row.number, byte=part.byte), book, path)
    column = -1
    for cell in root.descend("c"):
        column = _column(cell.get("r"), column + 1)
        if column < _MOST_COLUMNS:
            reader.add(cell, column, part.raw)
    return row


def _column(reference: str, otherwise: int) -> int:
    """The number of the column, from 0, that a cell's reference (`AB12`) names."""
    found = _LETTERS.fullmatch(reference)
    if found is None:
        return otherwise
    number = 0
    for letter in found[1].upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


class _Cells:
    """Puts the cells of a row into it."""

    def __init__(self, row: SheetRow, mapped: Mapped, origin: Origin, book: Workbook, path: str) -> None:
        self._row = row
        self._mapped = mapped
        self._origin = origin
        self._book = book
        self._path = path

    def add(self, cell: Element, column: int, octets: bytes) -> None:
        """Puts in what the cell holds; nothing where it is empty or an error."""
        kind, value = cell.get("t"), cell.child("v")
        if kind == "s" and value is not None:
            self._shared(value.words().strip(), column)
        elif kind in ("inlineStr", "str"):
            inside = cell.child("is") if kind == "inlineStr" else value
            if inside is not None:
                self._own(cell, inside, column, octets)
        elif kind in ("", "n", "d") and value is not None:
            number = value.words().strip()
            style = cell.get("s")
            is_day = style.isdecimal() and int(style[:9]) in self._book.dates
            self._row.values[column] = (self._day(number) if is_day else None) or number

    def _day(self, number: str) -> str | None:
        try:
            return self._book.day(float(number))
        except ValueError:
            return None

    def _shared(self, number: str, column: int) -> None:
        octets, byte = self._book.strings.get(int(number) if number.isdecimal() and len(number) < 10 else -1)
        mapped = decode(octets, _UTF_8).mapped
        text = _joined(mapped, parse_xml(mapped.text).root)
        origin = Origin(f"{self._path}!/{self._book.strings_part}", record=self._row.number, byte=byte)
        self._put(column, text, Raw(octets, origin))

    def _own(self, cell: Element, inside: Element, column: int, octets: bytes) -> None:
        first, last = int(self._mapped.starts[cell.start]), int(self._mapped.ends[cell.end - 1])
        text = _joined(self._mapped, inside)
        moved = Mapped(text.text, text.starts - first, text.ends - first)
        origin = Origin(self._origin.path, record=self._origin.record, byte=self._origin.byte + first)
        self._put(column, moved, Raw(octets[first:last], origin))

    def _put(self, column: int, text: Mapped, raw: Raw) -> None:
        self._row.values[column] = text.text
        self._row.texts[column] = CellText(text, raw)


def _joined(mapped: Mapped, element: Element) -> Mapped:
    """The text in a string's element: its runs together, without readings in another script; escapes undone."""
    found = [element] if element.name == "v" else list(_runs(element))
    if not found:
        return mapped.cut(0, 0)
    text = Mapped.joined([content(mapped, each) for each in found])
    return text.edited([Edit(*each.span(), chr(int(each[1], 16))) for each in _ESCAPE.finditer(text.text)])


def _runs(element: Element) -> Iterator[Element]:
    """The runs of text; one within another, where an end is missing, belongs to that."""
    end = 0
    for each in element.descend("t"):
        if each.start >= end and (each.parent is None or each.parent.name != "rPh"):
            end = each.end
            yield each
