"""Where in an SQLite file each value of each row stands, byte by byte (https://sqlite.org/fileformat2.html)."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Cell", "cells"]

_INTERIOR_INDEX, _INTERIOR_TABLE, _LEAF_INDEX, _LEAF_TABLE = 0x02, 0x05, 0x0A, 0x0D
_SIZES = {0: 0, 1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8, 7: 8, 8: 0, 9: 0}


@dataclass(frozen=True, slots=True)
class Cell:
    """A value: its table and column, and where its bytes stand; for 0 and 1, which have none, where its type stands."""

    table: str
    column: str
    places: tuple[int, ...]


def cells(path: Path) -> Iterator[Cell]:
    """Every value of every ordinary table, but for NULL and the keys that SQLite keeps apart from the row."""
    content = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute(
            "SELECT name, rootpage, sql LIKE '%WITHOUT ROWID%' FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
        ).fetchall()
        for name, root, is_index in tables:
            rows = connection.execute(f"PRAGMA table_info({name})").fetchall()
            columns = [row[1] for row in rows]
            if is_index:
                columns.sort(key=lambda column: next(row[5] or len(rows) + row[0] for row in rows if row[1] == column))
            for payload in _Tree(content).payloads(root):
                yield from _values(content, name, columns, payload)


def _values(content: bytes, table: str, columns: Sequence[str], payload: Sequence[int]) -> Iterator[Cell]:
    size, at = _varint(content, payload, 0)
    start = size
    for column in columns:
        if at >= size:
            return
        begin = at
        kind, at = _varint(content, payload, at)
        length = _SIZES[kind] if kind < 12 else (kind - 12) // 2
        if kind in (8, 9):
            yield Cell(table, column, tuple(payload[begin:at]))
        elif length:
            yield Cell(table, column, tuple(payload[start : start + length]))
        start += length


def _varint(content: bytes, places: Sequence[int], at: int) -> tuple[int, int]:
    """The number and where the next one begins."""
    value = 0
    for count in range(8):
        byte = content[places[at + count]]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + count + 1
    return value << 8 | content[places[at + 8]], at + 9


class _Tree:
    def __init__(self, content: bytes) -> None:
        self._content = content
        self._page = int.from_bytes(content[16:18], "big")
        self._usable = self._page - content[20]

    def payloads(self, number: int) -> Iterator[Sequence[int]]:
        """The places of the bytes of every row below the page."""
        start = (number - 1) * self._page
        header = start + (100 if number == 1 else 0)
        kind = self._content[header]
        is_leaf = kind in (_LEAF_INDEX, _LEAF_TABLE)
        count = self._number(header + 3, 2)
        for at in range(count):
            cell = start + self._number(header + (8 if is_leaf else 12) + 2 * at, 2)
            if not is_leaf:
                yield from self.payloads(self._number(cell, 4))
                cell += 4
            if kind != _INTERIOR_TABLE:
                yield self._payload(cell, is_table=kind == _LEAF_TABLE)
        if not is_leaf:
            yield from self.payloads(self._number(header + 8, 4))

    def _payload(self, cell: int, *, is_table: bool) -> Sequence[int]:
        size, at = _varint(self._content, range(cell, cell + 9), 0)
        if is_table:
            _, after = _varint(self._content, range(cell + at, cell + at + 9), 0)
            at += after
        least = (self._usable - 12) * 32 // 255 - 23
        most = self._usable - 35 if is_table else (self._usable - 12) * 64 // 255 - 23
        fitting = least + (size - least) % (self._usable - 4)
        local = size if size <= most else fitting if fitting <= most else least
        places = list(range(cell + at, cell + at + local))
        after_local = cell + at + local
        following = self._number(after_local, 4) if local < size else 0
        while following:
            start = (following - 1) * self._page
            places += range(start + 4, start + 4 + min(self._usable - 4, size - len(places)))
            following = self._number(start, 4) if len(places) < size else 0
        return places

    def _number(self, at: int, size: int) -> int:
        return int.from_bytes(self._content[at : at + size], "big")
