"""Searches that people keep, and what is new in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wortlaut.errors import InputError
from wortlaut.service.opening import asking, filters_or_none, storable, writing
from wortlaut.types import Found

if TYPE_CHECKING:
    from wortlaut.record import Filters, Sort
    from wortlaut.record.search.saved import SavedSearch
    from wortlaut.settings import Settings

__all__ = ["Watched", "forget_search", "new_in", "save_search", "saved_searches"]


@dataclass(frozen=True, slots=True)
class Watched:
    """A saved search, and how many statements it finds that it did not when it was last looked at."""

    search: SavedSearch
    new: int


def save_search(
    name: str,
    words: str | None,
    filters: Filters | None = None,
    *,
    sort: Sort | None = None,
    settings: Settings | None = None,
) -> SavedSearch:
    """The search, kept by that name; without words the statements that pass the filters.

    What it finds now counts as seen. Raises `NameTaken` where there is one of that name, `RecordError`, and
    `InputError` where the name is blank or has characters that nobody can see or type.
    """
    from wortlaut.record import Sort

    if not name.strip() or not name.isprintable():
        raise InputError("search_name", name=name)
    words = None if words is None else storable(words)
    with writing(settings) as record:
        return record.save_search(name, words, filters_or_none(filters), sort or Sort.RANK)


def saved_searches(*, settings: Settings | None = None) -> list[Watched]:
    """All saved searches by their names, each with how much is new in it; raises `RecordError`."""
    with asking(settings) as record:
        return [Watched(each, len(record.new_in(each.name))) for each in record.saved_searches()]


def new_in(name: str, *, mark: bool = True, settings: Settings | None = None) -> list[Found]:
    """What the saved search finds now and did not when it was last looked at, in its order; raises `RecordError`.

    With `mark` it counts as looked at from now on.
    """
    with writing(settings) if mark else asking(settings) as record:
        return record.new_in(storable(name), mark=mark)


def forget_search(name: str, *, settings: Settings | None = None) -> None:
    """Nothing; the saved search is gone; raises `RecordError`."""
    with writing(settings) as record:
        record.forget_search(storable(name))
