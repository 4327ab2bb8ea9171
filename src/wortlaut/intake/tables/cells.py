"""The cells of a row of a text table: where each stands, quotation marks and escapes minded.

A row goes on over line ends while a quotation mark is open. Positions are those of the row's view (`rows`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from wortlaut.intake.mapped import Edit

__all__ = ["MOST_CELLS", "NO_DELIMITER", "Cell", "Dialect", "Scanner", "cell_edits", "cell_value"]

# Of a row; Excel has 16,384. What follows is left in one more cell, so that no row is made of millions of them.
MOST_CELLS = 20_000
NO_DELIMITER = "\x1f"  # of a table with one column
_LETTERS = {"n": "\n", "r": "\r", "t": "\t"}  # as MySQL writes them; any other character stands for itself
_UNDONE = {False: re.compile('""'), True: re.compile(r'""|\\(.)', re.DOTALL)}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a text table is written: what parts the cells, whether cells stand in quotation marks.

    `is_escaped`: a backslash takes its meaning from the sign behind it. Doubled quotation marks are always one.
    """

    delimiter: str
    is_quoted: bool = True
    is_escaped: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a cell's content stands; `is_loose` where quotation marks are not as they should be."""

    start: int
    end: int
    is_quoted: bool = False
    is_loose: bool = False


@dataclass(frozen=True, slots=True)
class _Signs:
    """The expressions for one dialect; all are possessive, so that a line is gone through once."""

    opening: re.Pattern[str]
    inside: re.Pattern[str]
    behind: re.Pattern[str]
    bare: re.Pattern[str]


@cache
def _signs(dialect: Dialect) -> _Signs:
    sign = re.escape(dialect.delimiter)
    # A quotation mark that neither a delimiter nor the end of the line follows does not close the cell.
    single = rf'"(?!\ *+(?:{sign}|\Z))'
    inside = rf'(?:[^"\\]++|\\.|\\\Z|""|{single})*+' if dialect.is_escaped else rf'(?:[^"]++|""|{single})*+'
    bare = rf"(?:[^{sign}\\]++|\\.|\\\Z)*+" if dialect.is_escaped else rf"[^{sign}]*+"
    return _Signs(
        re.compile(r'\ *+"'),
        re.compile(inside, re.DOTALL),
        re.compile(r'"\ *+'),
        re.compile(bare, re.DOTALL),
    )


class Scanner:
    """Finds the cells of one row, a line at a time."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._signs = _signs(dialect)
        self._open: Cell | None = None  # the cell whose quotation mark is open
        self.cells: list[Cell] = []

    @property
    def is_open(self) -> bool:
        """Whether the row goes on in the next line."""
        return self._open is not None

    @property
    def is_loose(self) -> bool:
        """Whether some quotation marks are not as they should be."""
        return any(cell.is_loose for cell in self.cells)

    def feed(self, line: str, offset: int) -> None:
        """Takes in the row's next line, which stands `offset` characters from the row's beginning."""
        if self._open is None and '"' not in line and not self._dialect.is_escaped:
            self._split(line, offset)
            return
        position = 0
        while position <= len(line) and len(self.cells) <= MOST_CELLS:
            if self._open is None:
                position = self._begun(line, position, offset)
            if self._open is not None:
                position = self._closed(line, position, offset)
            position += 1  # past the delimiter

    def _split(self, line: str, offset: int) -> None:
        for piece in line.split(self._dialect.delimiter, max(0, MOST_CELLS - len(self.cells))):
            self.cells.append(Cell(offset, offset + len(piece)))
            offset += len(piece) + 1

    def _begun(self, line: str, position: int, offset: int) -> int:
        """Where the cell that begins at `position` ends, or its content begins if it is in quotation marks."""
        opening = self._signs.opening.match(line, position) if self._dialect.is_quoted else None
        if opening is not None:
            self._open = Cell(offset + opening.end(), 0, is_quoted=True)
            return opening.end()
        bare = self._signs.bare.match(line, position)
        end = len(line) if bare is None else bare.end()
        is_loose = self._dialect.is_quoted and line.count('"', position, end) % 2 == 1
        self.cells.append(Cell(offset + position, offset + end, is_loose=is_loose))
        return end

    def _closed(self, line: str, position: int, offset: int) -> int:
        """Where the delimiter behind the open cell stands; behind the line where the cell does not end in it."""
        assert self._open is not None  # noqa: S101 - told to the type checker
        inside = self._signs.inside.match(line, position)
        end = len(line) if inside is None else inside.end()
        content = line[position:end]
        if '"' in content and '"' in _UNDONE[self._dialect.is_escaped].sub("", content):
            self._open = replace(self._open, is_loose=True)
        behind = self._signs.behind.match(line, end)
        if behind is None:
            return len(line) + 1
        self.cells.append(replace(self._open, end=offset + end))
        self._open = None
        return behind.end()


def cell_value(text: str, cell: Cell, dialect: Dialect) -> str:
    """What stands in a cell of the row `text`."""
    value = text[cell.start : cell.end]
    if not _is_altered(value, cell, dialect):
        return value
    return _UNDONE[dialect.is_escaped].sub(_undone, value)


def cell_edits(text: str, cell: Cell, dialect: Dialect) -> list[Edit]:
    """What undoes doubled quotation marks and escapes in the cell; counted from its content on."""
    if not _is_altered(text[cell.start : cell.end], cell, dialect):
        return []
    return list(_edits(text, cell, dialect))


def _edits(text: str, cell: Cell, dialect: Dialect) -> Iterator[Edit]:
    for found in _UNDONE[dialect.is_escaped].finditer(text, cell.start, cell.end):
        yield Edit(found.start() - cell.start, found.end() - cell.start, _undone(found))


def _is_altered(value: str, cell: Cell, dialect: Dialect) -> bool:
    return (cell.is_quoted and '"' in value) or (dialect.is_escaped and "\\" in value)


def _undone(found: re.Match[str]) -> str:
    sign = found[0][1]
    return _LETTERS.get(sign, sign) if found[0][0] == "\\" else '"'
