"""What pages ask of the record: a page of statements, facets, suggestions, all that it holds, all about an actor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wortlaut.service.acting import ActorShown, shown_entry
from wortlaut.service.opening import asking, filters_or_none, storable

if TYPE_CHECKING:
    from wortlaut.record import Cursor, Filters, Sort
    from wortlaut.record.search.faceting import Facets
    from wortlaut.record.search.overviewing import Overview
    from wortlaut.record.search.paging import Paged
    from wortlaut.record.search.profiling import ActorProfile
    from wortlaut.record.search.suggesting import Suggestion
    from wortlaut.settings import Settings

__all__ = ["Profile", "facets", "overview", "paged", "profile", "suggestions"]


@dataclass(frozen=True, slots=True)
class Profile:
    """An actor with all that is known of it, and with what is said by it, to it and of it."""

    shown: ActorShown
    said: ActorProfile


def paged(
    words: str | None = None,
    filters: Filters | None = None,
    *,
    sort: Sort | None = None,
    limit: int = 20,
    after: Cursor | None = None,
    counting: bool = True,
    settings: Settings | None = None,
) -> Paged:
    """A page of what `statements` or, with words, `search` gives, from behind `after` on, and how much there is.

    Nothing that comes in between two pages repeats or hides a statement. Who asks for `facets`, too, has the number
    from these and need not have it counted. Raises `RecordError`, and `InputError` where `after` is another order's.
    """
    from wortlaut.record import Sort

    with asking(settings) as record:
        return record.paged(
            words, filters_or_none(filters), sort=sort or Sort.RANK, limit=limit, after=after, counting=counting
        )


def facets(filters: Filters | None = None, words: str | None = None, *, settings: Settings | None = None) -> Facets:
    """How what passes the filters, and has all of the words, is spread over acts, types, people, outlets, months.

    Each facet is counted without its own filter. Raises `RecordError`.
    """
    with asking(settings) as record:
        return record.facets(filters_or_none(filters), words)


def suggestions(beginning: str, limit: int = 10, *, settings: Settings | None = None) -> list[Suggestion]:
    """What goes on as somebody began to type: saved searches, acts, actors, outlets, words; raises `RecordError`."""
    with asking(settings) as record:
        return record.suggestions(storable(beginning), limit)


def overview(*, settings: Settings | None = None) -> Overview:
    """What the record holds, over time and otherwise, and what came in last; raises `RecordError`."""
    with asking(settings) as record:
        return record.overview()


def profile(reference: str, *, settings: Settings | None = None) -> Profile:
    """The actor of that id, or the only one of that name, with what is said by it, to it and of it.

    Raises `RecordError`, among them `NotInRecord`.
    """
    with asking(settings) as record:
        said = record.profile(record.actor_id(reference))
        return Profile(shown_entry(record, said.entry, names=said.names, offices=said.offices), said)
