"""The rows of a text table, one in memory at a time; what is broken costs no more than it must.

A quotation mark that is not closed would make the rest of the file one cell. Where a row over several lines has
quotation marks out of place, another number of cells than the table, or no end, the first line behind its first one
that is a sound row by itself counts as the next row again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wortlaut.intake.tables.cells import Cell, Dialect, Scanner

__all__ = ["BrokenRow", "Row", "RowReader", "TableLine"]

_LOOKED_AT = 4  # times the limit of an item: so much is read again at most to find the next row


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line of the file without its end: its bytes, and a view in which every delimiter is one character.

    `size` is the number of its bytes, also where it is too long and `raw` is empty; `end_size` the number of characters
    that its end takes in the view of several lines.
    """

    raw: bytes
    view: str
    number: int
    byte: int
    size: int
    end_size: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its lines, and its cells in the view of the whole row."""

    lines: Sequence[TableLine]
    cells: Sequence[Cell]

    @property
    def is_loose(self) -> bool:
        """Whether some quotation marks are not as they should be."""
        return any(cell.is_loose for cell in self.cells)


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """Lines that are no row: the first of them, the number of the last, and whether only their length is at fault."""

    first: TableLine
    last: int
    size: int
    is_long: bool = False


class RowReader:
    """Reads rows; `expected` cells must be known from the first row on to tell a sound row from a broken one.

    With `may_be_bare` it is not certain that quotation marks close cells in: as long as none did, one that does not
    close is taken to mean nothing, and so are all from there on.
    """

    def __init__(self, lines: Iterator[TableLine], dialect: Dialect, *, limit: int, may_be_bare: bool = False) -> None:
        self._lines = lines
        self._waiting: deque[TableLine] = deque()
        self._limit = limit
        self._may_be_bare = may_be_bare
        self.dialect = dialect
        self.expected = 0

    def read(self) -> Row | BrokenRow | None:
        """The next row, blank lines left out; None at the end."""
        line = self._next()
        while line is not None and line.size <= self._limit and not line.view.strip():
            line = self._next()
        if line is None:
            return None
        if line.size > self._limit:
            return BrokenRow(line, line.number, line.size, is_long=True)
        row = self._row_from(line)
        if self._may_be_bare and isinstance(row, Row):
            self._may_be_bare = not any(cell.is_quoted and not cell.is_loose for cell in row.cells)
        return row

    def _next(self) -> TableLine | None:
        return self._waiting.popleft() if self._waiting else next(self._lines, None)

    def _row_from(self, line: TableLine) -> Row | BrokenRow:
        scanner = Scanner(self.dialect)
        lines = [line]
        scanner.feed(line.view, 0)
        offset, size = len(line.view) + line.end_size, line.size
        while scanner.is_open:
            more = self._next()
            if more is None:
                return self._recovered(lines, None)
            lines.append(more)
            size += more.size
            if size > self._limit:
                return self._recovered(lines, None, is_long=True)
            scanner.feed(more.view, offset)
            offset += len(more.view) + more.end_size
        row = Row(lines, scanner.cells)
        if len(lines) > 1 and (scanner.is_loose or len(row.cells) != self.expected) and self.expected:
            return self._recovered(lines, row)
        return row

    def _recovered(self, lines: list[TableLine], row: Row | None, *, is_long: bool = False) -> Row | BrokenRow:
        """The row that quotation marks out of place have run together with others, parted from them."""
        bare = self._bare(lines)
        if bare is not None:
            return bare
        looked = _LOOKED_AT * self._limit
        for at in range(1, len(lines)):
            size = self._sound(lines, at)
            if size > 0:
                self._waiting.extendleft(reversed(lines[at:]))
                return _broken(lines[:at])
            looked += size
            if looked <= 0:
                break
        if row is not None and len(row.cells) == self.expected:
            return row
        return self._passed_over(lines) if is_long else _broken(lines)

    def _bare(self, lines: list[TableLine]) -> Row | None:
        """The first line as a row whose quotation marks mean nothing, where none has meant anything so far."""
        dialect = Dialect(self.dialect.delimiter, is_quoted=False, is_escaped=self.dialect.is_escaped)
        scanner = Scanner(dialect)
        scanner.feed(lines[0].view, 0)
        if not self._may_be_bare or len(scanner.cells) != self.expected or not self.expected:
            return None
        self.dialect = dialect
        self._waiting.extendleft(reversed(lines[1:]))
        return Row(lines[:1], scanner.cells)

    def _sound(self, lines: Sequence[TableLine], at: int) -> int:
        """How many characters the sound row has that begins with line `at`; where there is none, minus those read."""
        scanner = Scanner(self.dialect)
        offset = 0
        for line in lines[at:]:
            scanner.feed(line.view, offset)
            offset += len(line.view) + line.end_size
            if not scanner.is_open:
                is_sound = len(scanner.cells) == self.expected > 1 and not scanner.is_loose
                return offset if is_sound else -offset
        return -offset

    def _passed_over(self, lines: list[TableLine]) -> BrokenRow:
        """All lines up to the next one that is a sound row; they are not kept."""
        last = lines[-1].number
        size = sum(line.size for line in lines)
        while (line := self._next()) is not None:
            if line.size <= self._limit and self._sound((line,), 0) > 0:
                self._waiting.appendleft(line)
                break
            last = line.number
            size += line.size
        return BrokenRow(lines[0], last, size)


def _broken(lines: Sequence[TableLine]) -> BrokenRow:
    return BrokenRow(lines[0], lines[-1].number, sum(line.size for line in lines))
