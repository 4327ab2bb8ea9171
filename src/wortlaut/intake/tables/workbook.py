"""What an Excel workbook says about itself: its sheets, its shared strings, and which numbers are dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from posixpath import join, normpath

from wortlaut.intake.archives.zipped import Zipped
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.markup.xml import parse_xml
from wortlaut.intake.reasons import Refused

__all__ = ["BOOK", "SharedStrings", "Sheet", "Workbook", "opened_workbook"]

BOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_SMALL = 16 * 2**20  # bytes; the parts that are held as trees take some kilobytes
# Held whole, for cells refer to strings in any order.
_MOST_STRINGS = 128 * 2**20
_STRING = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?si(?:\s[^<>]*)?(?:/>|>)")
_STRING_END = re.compile(rb"</(?:[A-Za-z_][\w.-]*:)?si\s*>")
# The formats that every workbook has (ECMA-376, 18.8.30): dates, times, and dates in East Asian spellings.
_BUILT_IN = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DATE_SIGNS = re.compile(r"[dmyhs]", re.IGNORECASE)
_LONGEST_FORMAT = 255  # characters; Excel allows no more
_DAYS = 2_958_466  # up to the end of the year 9999


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, and the part of the archive that holds it."""

    name: str
    part: str


class SharedStrings:
    """The strings that cells refer to by their number."""

    def __init__(self, octets: bytes) -> None:
        self._octets = octets
        self._places = list(self._found(octets))

    @staticmethod
    def _found(octets: bytes) -> Iterator[tuple[int, int]]:
        at = 0
        while (opening := _STRING.search(octets, at)) is not None:
            end = opening.end()
            if not opening[0].endswith(b"/>"):
                closing = _STRING_END.search(octets, end)
                end = len(octets) if closing is None else closing.end()
            yield opening.start(), end
            at = end

    def get(self, number: int) -> tuple[bytes, int]:
        """The bytes of a string's element and where they begin; raises `Refused` where there is none."""
        if not 0 <= number < len(self._places):
            raise Refused("excel_string_missing", number=number)
        start, end = self._places[number]
        return self._octets[start:end], start


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook: its sheets in order, its strings and the part that holds them, and how to read dates."""

    sheets: tuple[Sheet, ...]
    strings: SharedStrings
    strings_part: str
    dates: frozenset[int]  # numbers of cell styles whose numbers are days
    is_1904: bool

    def day(self, number: float) -> str | None:
        """The date that the number of a cell stands for, as ISO writes it; None where there is none."""
        if not 0 < number < _DAYS:
            return None
        # Excel holds 1900 for a leap year, so that days before March of it are off by one.
        start = datetime(1904, 1, 1) if self.is_1904 else datetime(1899, 12, 30 if number >= 60 else 31)
        try:
            moment = start + timedelta(days=number)
        except OverflowError:
            return None
        return moment.date().isoformat() if number == int(number) else moment.isoformat(" ", "minutes")


def opened_workbook(archive: Zipped) -> Workbook:
    """What the archive's parts say; raises `Refused`."""
    book = _tree(archive, BOOK)
    relations = _relations(archive)
    sheets = []
    for sheet in book.descend("sheet"):
        part = relations.get(sheet.get("id"), "")
        if part in archive and part.startswith("xl/worksheets/"):
            sheets.append(Sheet(sheet.get("name"), part))
    properties = next(book.descend("workbookPr"), None)
    is_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    strings_part = next((part for part in relations.values() if part.endswith("sharedStrings.xml")), "")
    octets = archive.read(strings_part, _MOST_STRINGS) if strings_part in archive else b""
    return Workbook(tuple(sheets), SharedStrings(octets), strings_part, _dates(archive), is_1904)


def _tree(archive: Zipped, part: str) -> Element:
    return parse_xml(archive.read(part, _SMALL).decode("utf-8", "replace")).root


def _relations(archive: Zipped) -> dict[str, str]:
    """The parts of the archive by the names that the workbook has for them."""
    if _RELATIONS not in archive:
        return {}
    found = {}
    for each in _tree(archive, _RELATIONS).descend("Relationship"):
        target = each.get("target")
        path = target[1:] if target.startswith("/") else normpath(join("xl", target))
        if each.get("targetmode") != "External":
            found[each.get("id")] = path
    return found


def _dates(archive: Zipped) -> frozenset[int]:
    """The numbers of the cell styles that show a number as a date."""
    if "xl/styles.xml" not in archive:
        return frozenset()
    root = _tree(archive, "xl/styles.xml")
    formats = {
        each.get("numfmtid")
        for each in root.descend("numFmt")
        if _DATE_SIGNS.search(_LITERAL.sub("", each.get("formatcode")[:_LONGEST_FORMAT]))
    }
    formats |= {str(number) for number in _BUILT_IN}
    styles = next(root.descend("cellXfs"), None)
    if styles is None:
        return frozenset()
    return frozenset(number for number, each in enumerate(styles.descend("xf")) if each.get("numfmtid") in formats)
