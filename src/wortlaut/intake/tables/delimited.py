"""CSV, TSV and other text tables: a row is an article, its columns are found by name as the fields of a record are.

The file is read a row at a time, however large it is. The first row gives the names of the columns; where it is data,
`--map text=3` says which column holds the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import numpy as np

from wortlaut.intake.articles import Raw, Wishes, check_size
from wortlaut.intake.decoding import Decoded, decode
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.reasons import Refused, note, reject
from wortlaut.intake.streams import HEAD
from wortlaut.intake.tables.cells import Cell, Dialect, cell_edits, cell_value
from wortlaut.intake.tables.columns import Columns, Kept, columns_of, row_article
from wortlaut.intake.tables.dialect import begins_as_table, separator_line, sniffed
from wortlaut.intake.tables.lines import TextLines, start_of
from wortlaut.intake.tables.rows import BrokenRow, Row, RowReader, TableLine
from wortlaut.types import Origin

__all__ = ["FORM"]


def _fits(source: Source) -> bool:
    return begins_as_table(start_of(source), source.wishes.fields.fields, is_whole=_is_whole(source))


def _is_whole(source: Source) -> bool:
    return len(source.head) < HEAD


def _read(source: Source) -> Iterator[Item]:
    """The articles of the rows; a row that cannot be read is refused by itself. Raises `Refused` for the whole."""
    wishes, stream = source.wishes, source.stream
    found = sniffed(start_of(source), wishes.fields.fields, is_whole=_is_whole(source))
    lines = TextLines(source)
    if separator_line(start_of(source)) is not None:
        next(lines)
    limit = wishes.settings.max_item_bytes
    reader = RowReader(lines, found.dialect, limit=limit, may_be_bare=not found.quoted)
    table = _Table(source.origin.path, lines, wishes)
    first = reader.read()
    if isinstance(first, BrokenRow):
        yield table.refused(first, None)
        return
    if first is not None:
        reader.expected = len(first.cells)
        yield from table.items(first, reader)
    if stream.damage is not None:
        yield reject(stream.damage, source.origin)


class _Table:
    """Rows to articles."""

    def __init__(self, path: str, lines: TextLines, wishes: Wishes) -> None:
        self._path = path
        self._lines = lines
        self._wishes = wishes

    def items(self, first: Row, reader: RowReader) -> Iterator[Item]:
        """What is in the rows of a table that begins with the row `first`."""
        numbers = count(1)
        try:
            decoded = decode(self._lines.joined(first.lines), self._lines.charset)
            cells = self._placed(first, decoded)
            values = [cell_value(decoded.mapped.text, cell, reader.dialect) for cell in cells]
            columns = columns_of(values, self._wishes)
        except Refused as refused:
            yield reject(refused.why, self._origin(first.lines[0], None))
            return
        if not columns.has_names:
            yield self._item(first, next(numbers), columns, reader.dialect)
        rows = 0
        while (row := reader.read()) is not None:
            rows += 1
            if isinstance(row, Row):
                yield self._item(row, next(numbers), columns, reader.dialect)
            else:
                yield self.refused(row, next(numbers))
        if not rows and columns.has_names:
            yield reject(Refused("table_no_rows").why, self._origin(first.lines[0], None))

    def _item(self, row: Row, number: int, columns: Columns, dialect: Dialect) -> Item:
        origin = self._origin(row.lines[0], number)
        try:
            if len(row.cells) != len(columns.names):
                raise Refused("row_cells", found=len(row.cells), expected=len(columns.names))
            return self._article(row, origin, columns, dialect)
        except Refused as refused:
            return reject(refused.why, origin)

    def _article(self, row: Row, origin: Origin, columns: Columns, dialect: Dialect) -> Item:
        raw = Raw(self._lines.joined(row.lines), origin)
        check_size(len(raw.octets), self._wishes)
        decoded = decode(raw.octets, self._lines.charset)
        mapped, cells = decoded.mapped, self._placed(row, decoded)
        notes = decoded.notes
        if row.is_loose:
            notes += (note("quotes_undoubled"),)

        def cell(number: int) -> Mapped:
            place = cells[number]
            return mapped.cut(place.start, place.end).edited(cell_edits(mapped.text, place, dialect))

        values = [cell_value(mapped.text, place, dialect) for place in cells]
        return row_article(Kept(raw, FORM.name, decoded.encoding, notes), columns, values, cell)

    def _placed(self, row: Row, decoded: Decoded) -> list[Cell]:
        """The cells at their places in the decoded text."""
        text = decoded.mapped.text
        if self._lines.charset.is_wide or text.isascii():
            return list(row.cells)
        borders = np.array([(cell.start, cell.end) for cell in row.cells])
        places = np.searchsorted(decoded.mapped.starts, borders).tolist()
        return [replace(cell, start=start, end=end) for cell, (start, end) in zip(row.cells, places, strict=True)]

    def refused(self, broken: BrokenRow, number: int | None) -> Item:
        """The refusal of lines that are no row."""
        limit = self._wishes.settings.max_item_bytes
        if broken.is_long:
            why = Refused("too_large", size=broken.size, limit=limit).why
        else:
            why = Refused("row_quote", last=broken.last).why
        return reject(why, self._origin(broken.first, number))

    def _origin(self, line: TableLine, number: int | None) -> Origin:
        return Origin(self._path, record=number, line=line.number, byte=line.byte)


FORM = Form("csv", _fits, _read, (".csv", ".tsv", ".tab"))
