"""Which statements are wanted, in their order: the keys, found by the shortest way.

There are three: through the word index, through the index of a filter that leaves few statements, and along all
statements in their order until there are enough. All give the same; which is taken is decided by counting, up to a
bound, what each would have to look at.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, false, func, select, true

from wortlaut.record.contents import Filters, Sort
from wortlaut.record.keys import KeyRange, day_keys, version_keys
from wortlaut.record.query import Term, match_expression
from wortlaut.record.rows import SHOWN
from wortlaut.record.schema import article, article_version, statement, words
from wortlaut.record.selecting import conditions, has_words, is_current, ways, within
from wortlaut.record.sqlite import matches

__all__ = ["Wanted", "count_keys", "index_keys", "ordered", "passing", "wanted", "wanted_keys", "wanted_query"]

# So many statements are looked at one by one rather than going through all: 20,000 take some 60 ms.
_FEW = 20_000
# So many are taken from the index of a filter: 100,000 take some 40 ms.
_SOME = 100_000
_FIRST_DATED = day_keys(date.min, None).first


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked: filters with the days and the article as a range of keys, and the words as terms, if any."""

    filters: Filters
    keys: KeyRange
    terms: tuple[Term, ...] | None = None
    checks: tuple[ColumnElement[bool], ...] = field(default=(), compare=False)

    @property
    def nothing(self) -> bool:
        """Whether no statement can be what is asked."""
        return self.terms == () or self.keys.first > self.keys.last

    @property
    def hidden(self) -> bool:
        """Whether statements are asked for that are not shown."""
        return self.filters.standing is not None and self.filters.standing not in SHOWN


def wanted(connection: Connection, filters: Filters, terms: tuple[Term, ...] | None) -> Wanted:
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
    return Wanted(filters, keys, terms, tuple(conditions(filters)))


def wanted_keys(connection: Connection, asked: Wanted, sort: Sort, limit: int | None) -> array[int]:
    """The keys of the wanted statements in order; `Sort.RANK` is for who ranks them, and the same as `NEWEST`."""
    if asked.nothing or limit == 0:
        return array("q")
    if sort is not Sort.OLDEST or asked.keys.first >= _FIRST_DATED:
        return array("q", connection.execute(_query(connection, asked, sort, limit)).scalars())
    dated = replace(asked, keys=KeyRange(_FIRST_DATED, asked.keys.last))
    found = wanted_keys(connection, dated, sort, limit)
    if limit is None or len(found) < limit:
        undated = replace(asked, keys=KeyRange(asked.keys.first, _FIRST_DATED - 1))
        query = _query(connection, undated, sort, None if limit is None else limit - len(found))
        found.extend(connection.execute(query).scalars())
    return found


def count_keys(connection: Connection, asked: Wanted) -> int:
    """How many statements are wanted."""
    if asked.nothing:
        return 0
    counted = _query(connection, asked, None, None).with_only_columns(func.count())
    return int(connection.execute(counted).scalar_one())


def passing(connection: Connection, asked: Wanted, keys: Sequence[int]) -> list[int]:
    """Those of the keys whose statements the filters let through, whatever the terms; the newest first."""
    query = ordered(_statements(asked, _listed(keys)), Sort.NEWEST, None)
    return list(connection.execute(query).scalars())


def index_keys(connection: Connection, expression: str, keys: KeyRange, limit: int) -> list[int]:
    """The newest keys in the range that the word index finds by an expression."""
    query = select(words.c.rowid).where(matches(expression), within(words.c.rowid, keys))
    return list(connection.execute(query.order_by(words.c.rowid.desc()).limit(limit)).scalars())


def wanted_query(connection: Connection, asked: Wanted) -> Select[Any]:
    """The keys of the wanted statements in no order, to be built upon."""
    if asked.nothing:
        return select(statement.c.key).where(false())
    return _query(connection, asked, None, None)


def _query(connection: Connection, asked: Wanted, sort: Sort | None, limit: int | None) -> Select[Any]:
    """The keys of the wanted statements by the shortest way, in order; `sort` None where no order is needed."""
    if asked.terms is None:
        way = _shortest(connection, asked, _SOME)
        through = () if way is None else (statement.c.key.in_(way),)
        return ordered(_statements(asked, *through), sort, limit)
    expression = match_expression(asked.terms, hidden=asked.hidden)
    found = index_keys(connection, expression, asked.keys, _FEW + 1)
    if len(found) <= _FEW:
        return ordered(_statements(asked, _listed(found)), sort, limit)
    way = _shortest(connection, asked, _FEW)
    if way is not None:
        return ordered(_statements(asked, statement.c.key.in_(way), has_words(asked.terms)), sort, limit)
    if sort is Sort.CERTAINTY:
        return ordered(_statements(asked, has_words(asked.terms)), sort, limit)
    return _along_index(asked, expression, sort, limit)


def _along_index(asked: Wanted, expression: str, sort: Sort | None, limit: int | None) -> Select[Any]:
    query = select(words.c.rowid).where(matches(expression), within(words.c.rowid, asked.keys))
    if asked.checks:  # the index knows by itself what is shown and current
        query = query.where(exists().where(statement.c.key == words.c.rowid, *asked.checks))
    if sort is None:
        return query
    order = words.c.rowid.asc() if sort is Sort.OLDEST else words.c.rowid.desc()
    return query.order_by(order).limit(limit)


def _shortest(connection: Connection, asked: Wanted, most: int) -> Select[Any] | None:
    """The way with the fewest keys, None where all have more than `most`."""
    best, fewest = None, most + 1
    for way in ways(asked.filters, asked.keys):
        counted = select(func.count()).select_from(way.limit(fewest).subquery())
        found = connection.execute(counted).scalar_one()
        if found < fewest:
            best, fewest = way, found
    return best


def _statements(asked: Wanted, *through: ColumnElement[bool]) -> Select[Any]:
    shown = () if asked.filters.standing is not None else (statement.c.is_shown == true(),)
    there = (within(statement.c.key, asked.keys), *through, *shown, *asked.checks, is_current())
    return select(statement.c.key).where(*there)


def _listed(keys: Iterable[int]) -> ColumnElement[bool]:
    listed = func.json_each(json.dumps(list(keys))).table_valued("value")
    return statement.c.key.in_(select(listed.c.value))


def ordered(query: Select[Any], sort: Sort | None, limit: int | None = None) -> Select[Any]:
    """The query in that order; for `Sort.RANK` in that of `Sort.NEWEST`."""
    if sort is None:
        return query
    by = {
        Sort.OLDEST: (statement.c.key.asc(),),
        Sort.CERTAINTY: (statement.c.certainty.asc(), statement.c.key.desc()),
    }.get(sort, (statement.c.key.desc(),))
    return query.order_by(*by).limit(limit)
