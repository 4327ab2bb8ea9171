"""What the columns of a table hold: names from its first row, or numbers, and what the user says about them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from wortlaut.intake.articles import Raw, Wishes, article_of
from wortlaut.intake.dates import parse_date
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.reasons import Refused, note
from wortlaut.intake.records.fields import FieldMap, Fields, Target
from wortlaut.intake.tables.cells import MOST_CELLS
from wortlaut.intake.texts.wire import clean, clean_line
from wortlaut.types import Article

__all__ = ["Columns", "Kept", "columns_of", "row_article"]

_FIGURES = re.compile(r"[-+]?\d[\d.,:/ ]*%?")
_ADDRESS = re.compile(r"[a-z]+://", re.IGNORECASE)
_LONGEST_NAME = 100  # characters; what is longer is a text
_LISTED = 12
_LONGEST_LISTED = 40


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: a name for each, and which one the user wants for what.

    A column without a name has its number (the first is 1) for one; `has_names` tells whether the first row is names.
    """

    names: tuple[str, ...]
    chosen: FieldMap
    has_names: bool

    def record(self, values: Sequence[object]) -> dict[str, object]:
        """The cells of a row by the names of their columns."""
        return dict(zip(self.names, values, strict=True))

    def wanted(self, wishes: Wishes) -> Columns:
        """The same with the user's choice; raises `Refused` where no column can hold the text or one is missing."""
        fields = {}
        for target, field in wishes.fields.fields.items():
            fields[target] = self._named(field)
            if fields[target].split(".")[0] not in self.names and fields[target] not in self.names:
                raise Refused("table_no_column", column=_clipped(field), fields=self.listed())
        columns = replace(self, chosen=FieldMap(fields))
        if Target.TEXT not in fields:
            if not self.has_names:
                raise Refused("table_no_header", count=len(self.names))
            try:
                Fields(columns.record(["x"] * len(self.names)), columns.chosen).text()
            except Refused as refused:
                raise Refused("table_no_text", fields=self.listed()) from refused
        return columns

    def _named(self, field: str) -> str:
        """The name of the column that the user means by its name or number."""
        if field in self.names or not field.isdecimal() or not 0 < int(field[:9]) <= len(self.names):
            return field
        return self.names[int(field) - 1]

    def listed(self) -> str:
        """The names, as many as a message can bear."""
        names = [_clipped(clean_line(name)) for name in self.names[:_LISTED]]
        return ", ".join(names) + ", …" * (len(self.names) > _LISTED)


@dataclass(frozen=True, slots=True)
class Kept:
    """What an article keeps of the row that it was made from."""

    raw: Raw
    form: str
    encoding: str
    notes: tuple[str, ...] = ()


def columns_of(first: Sequence[str], wishes: Wishes) -> Columns:
    """The columns of a table that begins with the row `first`; raises `Refused` where none can hold the text.

    The row is names if the user calls a column so, or if no cell is a figure, a date, an address, empty in front of
    others, or as long as a text.
    """
    if len(first) > MOST_CELLS:
        raise Refused("table_too_wide", limit=MOST_CELLS)
    cells = [clean_line(cell) for cell in first]
    has_names = any(field in cells for field in wishes.fields.fields.values()) or not any(map(_is_datum, cells))
    names: dict[str, None] = {}
    for number, cell in enumerate(cells, 1):
        name = cell if has_names and cell else str(number)
        while name in names:  # of doubled names the first one counts
            name = f"{name} ({number})"
        names[name] = None
    return Columns(tuple(names), FieldMap({}), has_names).wanted(wishes)


def _is_datum(cell: str) -> bool:
    return (
        len(cell) > _LONGEST_NAME
        or _FIGURES.fullmatch(cell) is not None
        or _ADDRESS.match(cell) is not None
        or parse_date(cell) is not None
    )


def row_article(kept: Kept, columns: Columns, values: Sequence[object], cell: Callable[[int], Mapped]) -> Article:
    """The article of a row with these `values`; `cell` gives the text in a column with its bytes. Raises `Refused`."""
    fields = Fields(columns.record(values), columns.chosen)
    found, facts = fields.text(), fields.facts()
    cleaned = clean(cell(columns.names.index(str(found.path[0]))))
    notes = (note("text_from", field=found.path[-1]),) if found.is_short else ()
    if facts.published is None:
        facts = replace(facts, published=cleaned.published)
    return article_of(
        kept.raw,
        cleaned.mapped,
        form=kept.form,
        encoding=kept.encoding,
        facts=facts,
        notes=(*kept.notes, *facts.notes, *notes, *cleaned.notes),
    )


def _clipped(value: str) -> str:
    return value if len(value) <= _LONGEST_LISTED else value[: _LONGEST_LISTED - 1] + "…"
