"""Pages of listings and searches, each beginning behind the one before, whatever came in meanwhile.

The order of a listing is that of the keys, so a page begins at a key: what comes in later stands before it or behind
it, but moves nothing. The order of ranks has only the newest statements in it, so there it is kept which version of an
article was the last one when the first page was taken.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from sqlalchemy import Connection, and_, func, or_, select

from wortlaut.errors import InputError
from wortlaut.record.contents import Filters, Sort
from wortlaut.record.cursors import Cursor, Total
from wortlaut.record.search.finding import LOOSE, Finding, standings_of
from wortlaut.record.search.loosening import loosely_found, loosened
from wortlaut.record.search.ranking import RANKED, in_order_of_rank
from wortlaut.record.search.searching import Wanted, count_keys, wanted_keys
from wortlaut.record.tables.keys import FIRST_DATED, KeyRange, version_of
from wortlaut.record.tables.schema import article_version, statement
from wortlaut.types import Found

__all__ = ["COUNTED", "Paged", "Paging", "counted", "keys_after", "most_counted"]

# So many hits are counted: a common word in a million statements has more, and to count 100,000 takes some 15 ms. Where
# each must be looked at, as filters ask, it takes ten times as long.
COUNTED, _FILTERED = 100_000, 10_000
_NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True)
class Paged:
    """A page: its statements, where the next one begins (None where this is the last), and how many pass altogether.

    Behind the last statements with all words stand those with most of them, in a search by rank; `total` does not
    count these.
    """

    found: tuple[Found, ...]
    next: Cursor | None
    total: Total


class Paging(Finding):
    """What people ask an open record page by page."""

    def paged(
        self,
        words: str | None = None,
        filters: Filters = _NO_FILTERS,
        *,
        sort: Sort = Sort.RANK,
        limit: int = 20,
        after: Cursor | None = None,
        counting: bool = True,
    ) -> Paged:
        """The statements that `statements` or, with words, `search` would give, from behind `after` on.

        Without `counting` the total only says how many are on the page, and whether there are more. Raises `InputError`
        where `after` belongs to another order.
        """
        terms = self._narrowed(words, filters)
        sort = Sort.NEWEST if sort is Sort.RANK and words is None else sort
        if after is not None and after.sort is not sort:
            raise InputError("cursor_other_order", cursor=str(after), sort=str(after.sort))
        with self._reading() as connection:
            asked = self._wanted(connection, filters, terms)
            total = counted(connection, asked) if counting else None
            if sort is Sort.RANK:
                page = self._ranked(connection, asked, after, limit)
            else:
                keys = keys_after(connection, asked, sort, after, limit + 1)
                page = _Page(dict.fromkeys(keys[:limit]))
                if len(keys) > limit > 0:
                    page = replace(page, next=_behind(connection, sort, keys[limit - 1]))
        standings = standings_of(filters)
        found = (
            *self._loaded(page.ranks, terms, standings=standings),
            *self._shared(page.shares, loosened(terms or ()), standings),
        )
        return Paged(found, page.next, total or Total(len(found), page.next is not None or after is not None))

    def _ranked(self, connection: Connection, asked: Wanted, after: Cursor | None, limit: int) -> "_Page":
        """A page by rank: of the newest ones, then of the others, and at last of those without all words."""
        newest = connection.execute(select(func.max(article_version.c.key))).scalar_one() or 0
        upto = newest if after is None else after.upto
        keys = _until(connection, asked, upto, newest)
        ranks: Iterable[tuple[int, float | None]] = in_order_of_rank(connection, keys, asked.terms or ()).items()
        if after is not None:
            ranks = (pair for pair in ranks if _place(*pair) > (after.value, -after.key))
        page = dict(islice(ranks, limit + 1))
        if len(page) <= limit and len(keys) == RANKED:
            bottom = min(keys) if after is None or after.value < 0 else min(after.key, *keys)
            rest = replace(asked, keys=KeyRange(asked.keys.first, min(asked.keys.last, bottom - 1)))
            page |= dict.fromkeys(wanted_keys(connection, rest, Sort.NEWEST, limit + 1 - len(page)))
        if len(page) > limit > 0:
            shown = dict(islice(page.items(), limit))
            key = next(reversed(shown))
            return _Page(shown, Cursor(Sort.RANK, key, upto, shown[key] or 0.0))
        needed = self._terms(asked.filters.words) or ()
        most = min(LOOSE, limit - len(page))
        known = {*keys, *page}
        return _Page(page, shares=loosely_found(connection, asked, known, needed=needed, limit=most))


@dataclass(frozen=True, slots=True)
class _Page:
    """The keys of a page with their ranks, where the next one begins, and what has not all words, with its shares."""

    ranks: Mapping[int, float | None]
    next: Cursor | None = None
    shares: Mapping[int, float] = field(default_factory=dict)


def most_counted(asked: Wanted) -> int:
    """Up to how many wanted statements are counted."""
    return _FILTERED if asked.checks else COUNTED


def counted(connection: Connection, asked: Wanted, most: int | None = None) -> Total:
    """How many statements are wanted, exact up to `most`, or as many as are counted of such."""
    most = most_counted(asked) if most is None else most
    number = count_keys(connection, asked, most=most + 1)
    return Total(min(number, most), number > most)


def keys_after(
    connection: Connection, asked: Wanted, sort: Sort, after: Cursor | None, limit: int | None
) -> Sequence[int]:
    """The keys of the wanted statements behind the cursor in order, as `wanted_keys` gives them."""
    if after is None:
        return wanted_keys(connection, asked, sort, limit)
    keys = asked.keys
    if sort is Sort.CERTAINTY:
        key, certainty = asked.table.c.key, asked.table.c.certainty
        later = and_(certainty == after.value, key < after.key)
        behind = and_(certainty >= after.value, or_(certainty > after.value, later))
        return wanted_keys(connection, replace(asked, checks=(*asked.checks, behind)), sort, limit)
    if sort is not Sort.OLDEST:
        below = KeyRange(keys.first, min(keys.last, after.key - 1))
        return wanted_keys(connection, replace(asked, keys=below), sort, limit)
    is_dated = after.key >= FIRST_DATED
    above = KeyRange(max(keys.first, after.key + 1), keys.last if is_dated else min(keys.last, FIRST_DATED - 1))
    found = wanted_keys(connection, replace(asked, keys=above), sort, limit)
    if is_dated and keys.first < FIRST_DATED and (limit is None or len(found) < limit):
        undated = replace(asked, keys=KeyRange(keys.first, FIRST_DATED - 1))
        found.extend(wanted_keys(connection, undated, sort, None if limit is None else limit - len(found)))
    return found


def _behind(connection: Connection, sort: Sort, key: int) -> Cursor:
    """The cursor behind the statement of that key."""
    if sort is not Sort.CERTAINTY:
        return Cursor(sort, key)
    certainty = connection.execute(select(statement.c.certainty).where(statement.c.key == key)).scalar_one()
    return Cursor(sort, key, value=certainty)


def _until(connection: Connection, asked: Wanted, upto: int, newest: int) -> list[int]:
    """The newest keys that are ranked, without those of versions that came in after `upto`."""
    limit = RANKED
    while True:
        keys = wanted_keys(connection, asked, Sort.NEWEST, limit)
        there = [key for key in keys if version_of(key) <= upto][:RANKED]
        if len(there) == RANKED or len(keys) < limit or upto == newest:
            return there
        limit *= 4


def _place(key: int, rank: float | None) -> tuple[float, int]:
    return (0.0 if rank is None else rank), -key
