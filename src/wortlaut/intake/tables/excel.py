"""Excel workbooks (.xlsx, .xlsm): a row of a sheet is an article; all sheets in which a column holds texts are read.

The names of the columns stand in the first row that has a known name for the text, among the first ten that are not
empty, else in the first. What an article keeps are the bytes of the element that holds its text: `<si>` among the
shared strings, or the cell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from wortlaut.intake.archives.zipped import Zipped, is_zip, member_names, open_zip
from wortlaut.intake.articles import Raw, check_size
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.reasons import Refused, note, reject
from wortlaut.intake.records.fields import Target, known_names, normal
from wortlaut.intake.tables.columns import Columns, Kept, columns_of, row_article
from wortlaut.intake.tables.parts import parts
from wortlaut.intake.tables.sheets import SheetRow, read_row
from wortlaut.intake.tables.workbook import BOOK, Sheet, Workbook, opened_workbook
from wortlaut.types import Origin, Reason, Rejected

__all__ = ["FORM"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY = "xl/workbook.bin"
_LOOKED_AT = 10  # rows in which the names of the columns may stand
_OLD = (".xls", ".xlt")
_OPEN = (".ods", ".ots")


def _fits(source: Source) -> bool:
    if source.head.startswith(_OLE):
        return source.name.endswith(_OLD)
    if not is_zip(source):
        return False
    names = member_names(source)
    return BOOK in names or _BINARY in names or (source.name.endswith(_OPEN) and "content.xml" in names)


def _read(source: Source) -> Iterator[Item]:
    """The articles of the sheets; raises `Refused` where no sheet has a column that holds texts."""
    if source.head.startswith(_OLE):
        raise Refused("table_unsupported", kind="Excel 97 (.xls)")
    archive = open_zip(source)
    if BOOK not in archive:
        kind = "Excel (.xlsb)" if _BINARY in archive else "OpenDocument (.ods)"
        raise Refused("table_unsupported", kind=kind)
    book = opened_workbook(archive)
    if not book.sheets:
        raise Refused("excel_no_sheets")
    tables = [_Table(source, archive, book, sheet) for sheet in book.sheets]
    usable = [table for table in tables if table.why is None]
    if not usable:
        first = next((table for table in tables if not table.is_empty), tables[0])
        raise Refused.of(first.why) if first.why is not None else Refused("table_no_rows")
    left = [table.sheet.name for table in tables if table.why is not None and not table.is_empty]
    notes = (note("sheets_left_out", names=", ".join(name[:40] for name in left[:10])),) if left else ()
    for table in usable:
        for item in table.items(notes):
            notes = () if not isinstance(item, Rejected) else notes
            yield item


@dataclass(slots=True)
class _Table:
    """A sheet as a table; `why` tells why it cannot be read as one."""

    source: Source
    archive: Zipped
    book: Workbook
    sheet: Sheet
    columns: Columns | None = None
    header: int = 0  # the number of the row with the names of the columns, 0 where there is none
    why: Reason | None = None
    is_empty: bool = True
    _numbers: list[int] = field(default_factory=list)  # of the sheet's columns that are columns of the table

    def __post_init__(self) -> None:
        try:
            first = [row for row in islice(self._rows(), _LOOKED_AT) if isinstance(row, SheetRow)]
            self.is_empty = not first
            if not first:
                raise Refused("table_no_rows")
            self._begin(next(filter(self._names_text, first), first[0]))
        except Refused as refused:
            self.why = refused.why

    def _names_text(self, row: SheetRow) -> bool:
        wanted = set(self.source.wishes.fields.fields.values())
        return any(value in wanted or normal(value) in known_names(Target.TEXT) for value in row.values.values())

    def _begin(self, row: SheetRow) -> None:
        last = max(row.values)
        self._numbers = list(range(last + 1))
        self.columns = columns_of([row.values.get(number, "") for number in self._numbers], self.source.wishes)
        self.header = row.number if self.columns.has_names else 0

    def _rows(self) -> Iterator[SheetRow | Rejected]:
        """The rows that are not empty; those that cannot be read as refusals."""
        path = self.source.origin.path
        stream = self.archive.open(self.sheet.part)
        limit = self.source.wishes.settings.max_item_bytes
        number = 0
        for part in parts(stream, ("row",), limit):
            if part.is_cut and stream.damage is not None:
                break
            origin = Origin(f"{path}!/{self.sheet.part}", record=number + 1, line=part.line, byte=part.byte)
            try:
                check_size(part.size, self.source.wishes)
                if part.is_cut:
                    raise Refused("excel_cut")
                row = read_row(part, number, self.book, self.sheet, path)
            except Refused as refused:
                number += 1
                yield reject(refused.why, origin)
                continue
            number = row.number
            if any(value.strip() for value in row.values.values()):
                yield row
        if stream.damage is not None:
            yield reject(stream.damage, Origin(f"{path}!/{self.sheet.part}"))

    def items(self, notes: tuple[str, ...]) -> Iterator[Item]:
        """The articles of the rows behind the names of the columns; the first one bears the notes."""
        count = 0
        for row in self._rows():
            if isinstance(row, Rejected):
                count += 1
                yield row
            elif row.number > self.header:
                count += 1
                item = self._item(row, notes)
                notes = notes if isinstance(item, Rejected) else ()
                yield item
        if not count:
            yield reject(Refused("table_no_rows").why, Origin(f"{self.source.origin.path}!/{self.sheet.part}"))

    def _item(self, row: SheetRow, notes: tuple[str, ...]) -> Item:
        origin = Origin(f"{self.source.origin.path}!/{self.sheet.part}", record=row.number)
        columns = self.columns
        if columns is None:
            return reject(Refused("table_no_rows").why, origin)
        holder = Raw(b"", origin)

        def cell(number: int) -> Mapped:
            nonlocal holder
            text = row.texts.get(number)
            if text is None:  # a number, a date, nothing
                value = row.values.get(number, "")
                raise Refused("no_letters", length=len(value)) if value else Refused("empty_text")
            holder = text.raw
            return text.mapped

        try:
            values = [row.values.get(number, "") for number in self._numbers]
            article = row_article(Kept(holder, FORM.name, "utf-8", notes), columns, values, cell)
            check_size(len(holder.octets), self.source.wishes)
        except Refused as refused:
            return reject(refused.why, origin)
        return replace(article, raw=holder.octets, origin=holder.origin)


FORM = Form("excel", _fits, _read, (".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", *_OLD, *_OPEN), is_text=False)
