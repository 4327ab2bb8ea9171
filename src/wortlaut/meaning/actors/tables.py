"""One file of the list read: its rows, and its faults with line and column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wortlaut.meaning.actors.columns import SCHEMA, Column, fault_of

__all__ = ["Fault", "Row", "Table", "read_table"]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot be taken in: which file, line (from 1) and column, what stands there, and why not."""

    file: str
    line: int
    column: str
    value: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}, column {self.column}: {self.value!r}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row, its cells in the order of the schema; `removes` where it takes away the row of the same key."""

    line: int
    cells: tuple[str, ...]
    removes: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """What a file gives."""

    name: str
    rows: list[Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_table(name: str, content: str) -> Table:
    """The rows of the file `name` (one of `SCHEMA`) from its content; rows with a fault are left out, and told.

    Lines that are empty or begin with `#` are skipped. The first other one names the columns, in any order;
    columns that are not needed may be left out. A row whose first cell begins with `-` removes.
    """
    table = Table(name)
    lines = _lines(content)
    first = next(lines, None)
    if first is None:
        return table
    order = _order(table, *first)
    if order is not None:
        for line, text in lines:
            _take(table, line, text.split("\t"), order)
    return table


def _lines(content: str) -> Iterator[tuple[int, str]]:
    for line, text in enumerate(content.removeprefix("\ufeff").splitlines(), 1):
        if text.strip() and not text.startswith("#"):
            yield line, text


def _order(table: Table, line: int, header: str) -> list[int] | None:
    """For each column of the file its place in the schema; `None`, and faults, where the header cannot be used."""
    known = {column.name: place for place, column in enumerate(SCHEMA[table.name])}
    names = [name.strip() for name in header.split("\t")]
    wrong = [(name, "no column of that name") for name in names if name not in known]
    wrong += [(name, "named twice") for name in known if names.count(name) > 1]
    wrong += [
        (column.name, "the column is missing")
        for column in SCHEMA[table.name]
        if column.needed and column.name not in names
    ]
    table.faults.extend(Fault(table.name, line, name, header.strip(), reason) for name, reason in wrong)
    return None if wrong else [known[name] for name in names]


def _take(table: Table, line: int, given: Sequence[str], order: Sequence[int]) -> None:
    """Add the row to the table, or its faults."""
    columns = SCHEMA[table.name]
    if len(given) > len(order):
        told = Fault(table.name, line, "", "\t".join(given[len(order) :]), f"more than {len(order)} cells")
        table.faults.append(told)
        return
    cells = [""] * len(columns)
    for place, cell in zip(order, given, strict=False):
        cells[place] = cell.strip()
    removes = cells[0].startswith("-")
    cells[0] = cells[0].removeprefix("-")
    checked: Sequence[Column] = columns[: _key_length(table.name)] if removes else columns
    faults = [
        Fault(table.name, line, column.name, cell, reason)
        for column, cell in zip(checked, cells, strict=False)
        if (cell or column.needed) and (reason := fault_of(column, cell))
    ]
    table.faults.extend(faults)
    if not faults:
        table.rows.append(Row(line, tuple(cells), removes))


def _key_length(name: str) -> int:
    """How many columns make the key of a row: person, office and first day of a term, else the id."""
    return 3 if name == "terms.tsv" else 1
