"""Which statements are wanted, in their order: the keys, found by the shortest way.

There are three: through the word index, through the index of a filter that leaves few statements, and along all
statements in their order until there are enough. All give the same; which is taken is decided by counting, up to a
bound, what each would have to look at.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, exists, false, func, select, true

from wortlaut.record.contents import Filters, Sort
from wortlaut.record.search.query import Term, match_expression
from wortlaut.record.search.selecting import (
    Names,
    aside,
    certain,
    conditions,
    has_words,
    is_current,
    looked_at,
    names,
    values,
    ways,
    within,
)
from wortlaut.record.tables.keys import FIRST_DATED, KeyRange, day_keys, version_keys
from wortlaut.record.tables.rows import SHOWN
from wortlaut.record.tables.schema import article, article_version, indexed, statement, words
from wortlaut.record.tables.sqlite import matches

__all__ = [
    "Bounds",
    "Wanted",
    "about_how_many",
    "count_keys",
    "index_keys",
    "ordered",
    "passing",
    "wanted",
    "wanted_keys",
    "wanted_query",
]

# Statements, in the mean of the German quotation corpus.
_IN_AN_ARTICLE = 4.4
_ALL_KEYS = day_keys(None, None)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Up to how many statements each way is taken; found by trying with a million."""

    # So many are looked at first, where what is asked may well be among them: 5,000 take some 10 ms.
    glance: int = 5_000
    # So many are taken from the index of a filter: 100,000 take some 40 ms.
    some: int = 100_000
    # Words that more have are looked for in what a filter leaves, as most of that will have them: 150,000 take 30 ms.
    many: int = 150_000
    # The beginning of a word that is so short is one of very many words, which the index has to merge: up to 0.7 s.
    short: int = 2


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked: filters with the days and the article as a range of keys, and the words as terms, if any."""

    filters: Filters
    keys: KeyRange
    terms: tuple[Term, ...] | None
    names: Names
    checks: tuple[ColumnElement[bool], ...]  # what must hold of a statement, but for the range and the words
    bounds: Bounds

    @property
    def nothing(self) -> bool:
        """Whether no statement can be what is asked."""
        return self.terms == () or self.keys.first > self.keys.last

    @property
    def table(self) -> Table:
        """Where its statements are looked at."""
        return looked_at(self.filters)

    @property
    def is_short(self) -> bool:
        """Whether the beginning of a word is asked for that very many words have."""
        terms = self.terms or ()
        return any(term.prefix and len(term.forms[0][-1]) <= self.bounds.short for term in terms)

    @property
    def hidden(self) -> bool:
        """Whether statements are asked for that are not shown."""
        return self.filters.standing is not None and self.filters.standing not in SHOWN


_BOUNDS = Bounds()


def wanted(
    connection: Connection, filters: Filters, terms: tuple[Term, ...] | None, *, bounds: Bounds = _BOUNDS
) -> Wanted:
    """What is asked; `filters.article` is a whole id, `terms` stand in place of `filters.words`."""
    keys = day_keys(filters.since, filters.until)
    if filters.article is not None:
        version = connection.execute(
            select(article_version.c.key, article_version.c.published)
            .join(article)
            .where(article.c.id == filters.article, article_version.c.is_current == true())
        ).one()
        there = version_keys(version.published, version.key)
        keys = KeyRange(max(keys.first, there.first), min(keys.last, there.last))
    found = names(connection, filters)
    return Wanted(filters, keys, terms, found, tuple(conditions(filters, found)), bounds)


def wanted_keys(connection: Connection, asked: Wanted, sort: Sort, limit: int | None) -> array[int]:
    """The keys of the wanted statements in order; `Sort.RANK` is for who ranks them, and the same as `NEWEST`."""
    if asked.nothing or limit == 0:
        return array("q")
    if sort is not Sort.OLDEST or asked.keys.first >= FIRST_DATED or asked.keys.last < FIRST_DATED:
        if limit is not None and (asked.checks or asked.is_short):
            first = _first(connection, asked, sort, limit)
            if len(first) == limit:
                return array("q", first)
        return array("q", connection.execute(_query(connection, asked, sort, limit)).scalars().all())
    dated = replace(asked, keys=KeyRange(FIRST_DATED, asked.keys.last))
    found = wanted_keys(connection, dated, sort, limit)
    if limit is None or len(found) < limit:
        undated = replace(asked, keys=KeyRange(asked.keys.first, FIRST_DATED - 1))
        found.extend(wanted_keys(connection, undated, Sort.OLDEST, None if limit is None else limit - len(found)))
    return found


def count_keys(connection: Connection, asked: Wanted, *, most: int | None = None) -> int:
    """How many statements are wanted; with `most`, no more than so many are counted."""
    if asked.nothing:
        return 0
    query = _query(connection, asked, None, None)
    counted = query.with_only_columns(func.count(), maintain_column_froms=True)
    if most is not None:
        counted = select(func.count()).select_from(query.limit(most).subquery())
    return int(connection.execute(counted).scalar_one())


def passing(connection: Connection, asked: Wanted, keys: Sequence[int], *, whatever_words: bool) -> list[int]:
    """Those of the keys whose statements are wanted, maybe without all of the words; the newest first."""
    inside = [key for key in keys if asked.keys.first <= key <= asked.keys.last]
    query = _statements(asked, values(inside))
    if asked.terms and not whatever_words:
        query = query.where(has_words(asked.terms, asked.table.c.key))
    return list(connection.execute(ordered(query, asked.table, Sort.NEWEST)).scalars())


def about_how_many(connection: Connection) -> float:
    """About how many statements there are, to weigh words by; to count a million takes 60 ms."""
    return _IN_AN_ARTICLE * (connection.execute(select(func.max(article_version.c.key))).scalar_one() or 0)


def index_keys(connection: Connection, expression: str, keys: KeyRange, limit: int) -> list[int]:
    """The newest keys in the range that the word index finds by an expression."""
    query = select(words.c.rowid).where(matches(expression), within(words.c.rowid, keys))
    return list(connection.execute(query.order_by(words.c.rowid.desc()).limit(limit)).scalars())


def wanted_query(
    connection: Connection, asked: Wanted, sort: Sort | None = None, limit: int | None = None
) -> Select[Any]:
    """The keys of the wanted statements to be built upon; without `sort` in no order, and all of them."""
    if asked.nothing:
        return select(statement.c.key).where(false())
    return _query(connection, asked, sort, limit)


def _query(connection: Connection, asked: Wanted, sort: Sort | None, limit: int | None) -> Select[Any]:
    """The keys of the wanted statements by the shortest way, in order; `sort` None where no order is needed."""
    if asked.terms is None:
        if not asked.checks and asked.filters.standing is None and sort is not Sort.CERTAINTY:
            return _listing(asked, sort, limit)
        return _in_order(asked, _statements(asked, _shortest(connection, asked)), sort, limit)
    by_key = sort is not Sort.CERTAINTY
    if by_key and not asked.checks:  # the index knows by itself what is shown and current
        return _along_index(asked, sort, limit)
    way = _shortest(connection, asked)
    hits = _along_index(replace(asked, checks=()), None, None)
    counted = select(func.count()).select_from(hits.limit(asked.bounds.many + 1).subquery())
    if connection.execute(counted).scalar_one() > asked.bounds.many and (way is not None or not by_key):
        with_words = _statements(asked, way).where(has_words(asked.terms, asked.table.c.key))
        return _in_order(asked, with_words, sort, limit)
    if by_key:
        return _along_index(asked, sort, limit, way)
    return _in_order(asked, _statements(asked, hits), sort, limit)


def _listing(asked: Wanted, sort: Sort | None, limit: int | None) -> Select[Any]:
    """All that is shown in the range: what the word index has but for what is hidden, as its keys lie close together.

    A million are counted in some 50 ms; along the statements themselves it takes ten times as long.
    """
    key = indexed.c.id
    hidden = select(statement.c.key).where(statement.c.is_shown == false())
    query = select(key.label("key")).where(within(key, asked.keys), key.not_in(hidden))
    return query.order_by(*([] if sort is None else [key.asc() if sort is Sort.OLDEST else key.desc()])).limit(limit)


def _along_index(asked: Wanted, sort: Sort | None, limit: int | None, way: Select[Any] | None = None) -> Select[Any]:
    key = words.c.rowid
    expression = match_expression(asked.terms or (), hidden=asked.hidden)
    query = select(key).where(matches(expression), within(key, asked.keys))
    if way is not None:
        query = query.where(aside(key).in_(way))
    if asked.checks:
        query = query.where(exists().where(asked.table.c.key == key, *asked.checks))
    if sort is None:
        return query
    return query.order_by(key.asc() if sort is Sort.OLDEST else key.desc()).limit(limit)


def _first(connection: Connection, asked: Wanted, sort: Sort, limit: int) -> list[int]:
    """The first keys in order, where there are as many among the first that come; else maybe fewer."""
    by_words = asked.terms is not None and sort is not Sort.CERTAINTY and not asked.is_short
    along = replace(asked, checks=())
    if by_words:
        glanced = _along_index(along, sort, asked.bounds.glance).subquery()
    else:
        glanced = ordered(_statements(along, None), asked.table, sort, asked.bounds.glance).subquery()
    key = asked.table.c.key
    has = () if asked.terms is None or by_words else (has_words(asked.terms, key),)
    is_wanted = exists().where(key == glanced.c[0], *asked.checks, *has)
    # Without an order of its own, SQLite gives the rows in that of the query inside, and stops at the last one needed.
    return list(connection.execute(select(glanced.c[0]).where(is_wanted).limit(limit)).scalars().all())


def _shortest(connection: Connection, asked: Wanted) -> Select[Any] | None:
    """The way with the fewest keys, None where each has too many."""
    best, fewest = None, asked.bounds.some + 1
    for way in ways(asked.filters, asked.names, asked.keys):
        found = connection.execute(select(func.count()).select_from(way.limit(fewest).subquery())).scalar_one()
        if found < fewest:
            best, fewest = way, found
    return best


def _statements(asked: Wanted, way: Select[Any] | None) -> Select[Any]:
    """The wanted statements, whatever the words, along a way or all that there are."""
    key: ColumnElement[int] = asked.table.c.key
    found = select(key).where(*asked.checks)
    if asked.table is statement:
        found = found.where(is_current())
    if way is not None:
        return found.where(key.in_(way))
    return found if asked.keys == _ALL_KEYS else found.where(within(key, asked.keys))


def _in_order(asked: Wanted, query: Select[Any], sort: Sort | None, limit: int | None) -> Select[Any]:
    """The query over the wanted statements in that order."""
    if sort is Sort.CERTAINTY:  # said once more, so that the index with that order begins and ends where it is wanted
        query = query.where(*certain(asked.filters, asked.table.c.certainty))
    return ordered(query, asked.table, sort, limit)


def ordered(query: Select[Any], table: Table, sort: Sort | None, limit: int | None = None) -> Select[Any]:
    """The query over the table in that order; for `Sort.RANK` in that of `Sort.NEWEST`."""
    if sort is None:
        return query
    by = {
        Sort.OLDEST: (table.c.key.asc(),),
        Sort.CERTAINTY: (table.c.certainty.asc(), table.c.key.desc()),
    }.get(sort, (table.c.key.desc(),))
    return query.order_by(*by).limit(limit)
