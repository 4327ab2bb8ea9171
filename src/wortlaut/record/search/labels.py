"""Which labels a filter asks for: `CODEBOOK`, `CODEBOOK:CATEGORY` with all below it, `CODEBOOK:CATEGORY:POSITION`."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from wortlaut.errors import InputError, NotInRecord
from wortlaut.record.keeping.coding import Books
from wortlaut.record.tables.schema import label
from wortlaut.types import Position

__all__ = ["WantedLabel", "wanted_label"]


@dataclass(frozen=True, slots=True)
class WantedLabel:
    """The labels that are asked for; of all categories of the codebook where there are none."""

    codebook: str
    categories: Sequence[str] = ()
    position: Position | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        """What the filter asks of a row of `label`."""
        asked: list[ColumnElement[bool]] = [label.c.codebook == self.codebook]
        if self.categories:
            asked.append(label.c.category.in_(self.categories))
        if self.position is not None:
            asked.append(label.c.stance == self.position.value)
        return asked


def wanted_label(connection: Connection, written: str) -> WantedLabel:
    """The labels that are written so; raises `InputError`, or `NotInRecord` where no codebook has them."""
    name, _, rest = written.partition(":")
    category, _, side = rest.partition(":")
    if not name or (":" in written and not category) or (side and side not in set(Position)):
        raise InputError("label_malformed", label=written)
    position = Position(side) if side else None
    book = next((each for each in Books.load(connection).by_key.values() if each.name == name), None)
    if book is None:
        raise NotInRecord("codebook_not_known", name=name)
    if not category:
        return WantedLabel(name, (), position)
    found = book.below(category)
    if not found and not _is_given(connection, name, category):
        known = ", ".join(each.id for each in book.categories)
        raise NotInRecord("category_not_in_codebook", name=name, category=category, known=known)
    return WantedLabel(name, tuple(found) or (category,), position)


def _is_given(connection: Connection, name: str, category: str) -> bool:
    """Whether a person gave the category, which a new version of the codebook does not have any more."""
    given = select(func.count()).where(label.c.codebook == name, label.c.category == category)
    return bool(connection.execute(given).scalar_one())
