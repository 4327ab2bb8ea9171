"""How a text table is written, told from how it begins; nobody says so but for Excel's first line `sep=;`.

The delimiter is the one under which the first row has the name of a text column, else the one under which most rows
have as many cells as the first. Quotation marks mean nothing where more cells begin with one than also end with one,
and without them no fewer rows are right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from wortlaut.intake.records.fields import Target, known_names, normal
from wortlaut.intake.tables.cells import NO_DELIMITER, Dialect, cell_value
from wortlaut.intake.tables.rows import Row, RowReader, TableLine

__all__ = ["Sniffed", "begins_as_table", "separator_line", "sniffed"]

_DELIMITERS = ("\t", ";", "|", ",")
_SEPARATOR_LINE = re.compile(r"sep=(?P<sign>[^\r\n]|\\t)\r?\n", re.IGNORECASE)
_SAMPLE = 100  # rows that are looked at
_LONGEST_NAME = 40
_FIRST_LINE = 4000  # characters; names of columns take less


@dataclass(frozen=True, slots=True)
class Sniffed:
    """A dialect and how well the beginning of a table fits it; the greater the better."""

    has_text: bool  # the first row has a known name for the text, or one that the user gives
    names: int  # known names in the first row
    share: float  # of the rows have as many cells as the first
    columns: int
    rows: int
    quoted: int  # cells that begin and end with a quotation mark
    dialect: Dialect

    @property
    def rank(self) -> tuple[bool, float, int, int]:
        """What dialects are compared by."""
        return self.has_text, round(self.share, 1), self.names, self.columns


def separator_line(start: str) -> str | None:
    """The delimiter that the first line names (`sep=;`), or None where it does not."""
    found = _SEPARATOR_LINE.match(start)
    return None if found is None else found["sign"].replace("\\t", "\t")


def sniffed(start: str, wanted: Mapping[Target, str], *, is_whole: bool) -> Sniffed:
    """How the table is written that begins with `start`; `wanted` are the names of columns that the user gives."""
    named = separator_line(start)
    if named is not None:
        start = start[start.index("\n") + 1 :]
    lines = start.split("\n") if "\n" in start else start.split("\r")
    if not is_whole and len(lines) > 1:
        lines.pop()
    signs = (named,) if named else _DELIMITERS
    best = max((_tried(lines, sign, wanted) for sign in signs), key=lambda each: each.rank)
    if best.columns < 2:
        return replace(best, dialect=Dialect(NO_DELIMITER))
    return best


def _tried(lines: list[str], sign: str, wanted: Mapping[Target, str]) -> Sniffed:
    """The best dialect with that delimiter."""
    best, half = _measured(lines, Dialect(sign), wanted)
    if half:
        escaped, less = _measured(lines, Dialect(sign, is_escaped=True), wanted)
        if escaped.share > best.share or (escaped.share == best.share and less < half):
            best, half = escaped, less
    if half > best.quoted:
        bare, _ = _measured(lines, Dialect(sign, is_quoted=False), wanted)
        best = bare if bare.share >= best.share else best
    return best


def _measured(lines: list[str], dialect: Dialect, wanted: Mapping[Target, str]) -> tuple[Sniffed, int]:
    """How well a dialect fits, and the number of cells that begin with a quotation mark and do not end with one."""
    reader = RowReader(_table_lines(lines), dialect, limit=sum(map(len, lines)))
    first = reader.read()
    if not isinstance(first, Row):
        return Sniffed(False, 0, 0.0, 0, 0, 0, dialect), 1
    reader.expected = len(first.cells)
    names = [_name(first, number, dialect) for number in range(len(first.cells))]
    whole = half = sound = total = 0
    while total < _SAMPLE and (row := reader.read()) is not None:
        total += 1
        if isinstance(row, Row):
            whole += sum(cell.is_quoted and not cell.is_loose for cell in row.cells)
            half += sum(cell.is_loose for cell in row.cells)
            sound += len(row.cells) == reader.expected
        else:
            half += 1
    known = sum(normal(name) in known_names() or name in wanted.values() for name in names)
    text = known_names(Target.TEXT)
    has_text = any(normal(name) in text for name in names) or wanted.get(Target.TEXT) in names
    share = sound / total if total else 1.0
    return Sniffed(has_text, known, share, len(names), total, whole, dialect), half


def _table_lines(lines: list[str]) -> Iterator[TableLine]:
    for number, line in enumerate(lines, 1):
        view = line.removesuffix("\r")
        yield TableLine(b"", view, number, 0, len(view))


def _name(row: Row, number: int, dialect: Dialect) -> str:
    text = "\n".join(line.view for line in row.lines)
    return cell_value(text, row.cells[number], dialect).strip()


def begins_as_table(start: str, wanted: Mapping[Target, str], *, is_whole: bool) -> bool:
    """Whether a file is a table beyond doubt.

    The first row has short names, among them one for the text and another that is known, or the one that the user
    calls the text; and all rows have as many cells as it.
    """
    if separator_line(start) is not None:
        return True
    first = start.lstrip("\r\n")[:_FIRST_LINE].partition("\n")[0].partition("\r")[0]
    text, chosen = known_names(Target.TEXT), wanted.get(Target.TEXT)
    for sign in _DELIMITERS:
        names = [name.strip(' "') for name in first.split(sign)]
        names_text = chosen in names or any(normal(name) in text for name in names)
        if len(names) > 1 and names_text and all(map(_can_be_name, names)):
            found = sniffed(start, wanted, is_whole=is_whole)
            is_enough = found.names > 1 or chosen in names
            return found.has_text and is_enough and found.rows > 0 and found.share == 1.0
    return False


def _can_be_name(name: str) -> bool:
    return len(name) <= _LONGEST_NAME and not name.endswith((".", "!", "?", ":"))
