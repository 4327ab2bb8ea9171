"""What the record holds: over time, by outlet, act and type, how certain it is, and what came in last.

Everything is counted exactly, along indices of small rows: a version of an article has the number of its statements
that are shown, and `listed` has a row for each of these.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from time import time_ns
from typing import Self, TypeVar

from sqlalchemy import Connection, func, select, true

from wortlaut.record.keeping.feeds import Following
from wortlaut.record.search.certainty import BANDS
from wortlaut.record.tables.loading import load_heads
from wortlaut.record.tables.schema import article_version, listed, statement, waiting
from wortlaut.types import Act, ArticleHead, FeedState, StatementType

__all__ = ["Arrived", "Band", "Outlet", "Overview", "Overviewing", "Period", "Step", "step_for"]

_Each = TypeVar("_Each")
_LATEST = 10
# Outlets are counted whole, so few are: those of the most articles.
_OUTLETS = 10
_IS_CURRENT = article_version.c.is_current == true()


class Step(StrEnum):
    """How long the periods are that time is cut into."""

    DAY = "day"
    WEEK = "week"  # from Monday on
    MONTH = "month"
    YEAR = "year"


# Up to so many days are cut so: some sixty periods fit beside each other.
_LONGEST = ((Step.DAY, 62), (Step.WEEK, 430), (Step.MONTH, 12_000))


@dataclass(frozen=True, slots=True)
class Period:
    """How much was published from `first` on, in one step."""

    first: date
    articles: int
    statements: int


@dataclass(frozen=True, slots=True)
class Outlet:
    """How much an outlet has."""

    name: str
    articles: int
    statements: int


@dataclass(frozen=True, slots=True)
class Band:
    """How many statements are of a certainty of `least` or more, up to the next band."""

    least: float
    statements: int


@dataclass(frozen=True, slots=True)
class Arrived:
    """An article that came in lately, with the number of its statements and of its version, 1 for the first."""

    article: ArticleHead
    statements: int
    version: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What the record holds of what is shown unasked: articles in their current versions, and statements.

    `periods` are those in which something was published, in their order; `undated` is what has no day. `outlets` are
    those of the most articles, `other_outlets` says how many there are besides. `decided` are statements about which a
    person decided anything, `waiting` decisions that have no place in the present text. `arrived` has the last that
    came in first: there is no clock in it, only the order.
    """

    articles: int
    statements: int
    step: Step
    periods: tuple[Period, ...]
    undated: Period | None
    outlets: tuple[Outlet, ...]
    other_outlets: int
    acts: Mapping[Act, int]
    types: Mapping[StatementType, int]
    bands: tuple[Band, ...]
    decided: int
    waiting: int
    arrived: tuple[Arrived, ...]
    feeds: tuple[FeedState, ...]


def step_for(first: date, last: date) -> Step:
    """The step in which a span of days is told."""
    days = (last - first).days + 1
    return next((step for step, longest in _LONGEST if days <= longest), Step.YEAR)


@dataclass(frozen=True, slots=True)
class _Stamp:
    """What changes whenever the file is written to; nobody can write to it while it is read, by SQLite's locks."""

    path: str
    device: int
    inode: int
    size: int
    written_ns: int

    @classmethod
    def of(cls, path: Path) -> Self:
        """The stamp of the file as it is."""
        status = path.stat()
        return cls(str(path.absolute()), status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


# What was counted last, of the file that it was counted in.
_KNOWN: dict[_Stamp, Overview] = {}
# What was written in the same tick of the clock has the same time; older times are told apart.
_SETTLED_NS = 2_000_000_000


class Overviewing(Following):
    """How much there is in an open record."""

    def overview(self, *, anew: bool = False) -> Overview:
        """What the record holds; of a file that was not written to since, as it was last counted, but for `anew`."""
        with self._reading() as connection:
            stamp = _Stamp.of(self._path)
            known = _KNOWN.get(stamp)
            if known is None or anew:
                known = self._counted(connection)
                if time_ns() - stamp.written_ns > _SETTLED_NS:
                    _KNOWN.clear()
                    _KNOWN[stamp] = known
        return known

    def _counted(self, connection: Connection) -> Overview:
        by_day = _by_day(connection)
        days = sorted(day for day in by_day if day is not None)
        step = step_for(days[0], days[-1]) if days else Step.DAY
        periods, undated = _over_time(by_day, step)
        statements = sum(each.statements for each in by_day.values())
        outlets, others = _outlets(connection)
        types, acts = _kinds(connection)
        return Overview(
            articles=sum(each.articles for each in by_day.values()),
            statements=statements,
            step=step,
            periods=periods,
            undated=undated,
            outlets=outlets,
            other_outlets=others,
            acts=acts,
            types=types,
            bands=_bands(connection, statements),
            decided=_decided(connection),
            waiting=_waiting(connection),
            arrived=tuple(_arrived(connection)),
            feeds=tuple(self._feeds(connection)),
        )


@dataclass(frozen=True, slots=True)
class _Published:
    """How many articles and statements were published on a day, or by an outlet."""

    articles: int
    statements: int


_NUMBERS = func.count().label("articles"), func.sum(article_version.c.shown).label("statements")


def _by_day(connection: Connection) -> dict[date | None, _Published]:
    day = article_version.c.published
    rows = connection.execute(select(day.label("day"), *_NUMBERS).where(_IS_CURRENT).group_by(day))
    return {row.day: _Published(row.articles, row.statements) for row in rows}


def _begin(day: date, step: Step) -> date:
    """The first day of the period that the day is in."""
    if step is Step.WEEK:
        return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    return day.replace(month=1 if step is Step.YEAR else day.month, day=day.day if step is Step.DAY else 1)


def _over_time(by_day: Mapping[date | None, _Published], step: Step) -> tuple[tuple[Period, ...], Period | None]:
    """How much there is in each period that has anything, and of what has no day."""
    articles: Counter[date] = Counter()
    statements: Counter[date] = Counter()
    for day, published in sorted((day, each) for day, each in by_day.items() if day is not None):
        begin = _begin(day, step)
        articles[begin] += published.articles
        statements[begin] += published.statements
    undated = by_day.get(None)
    without = None if undated is None else Period(date.min, undated.articles, undated.statements)
    return tuple(Period(begin, number, statements[begin]) for begin, number in articles.items()), without


def _outlets(connection: Connection) -> tuple[tuple[Outlet, ...], int]:
    """The outlets of the most articles, and how many others there are."""
    folded = article_version.c.source_folded
    query = select(folded, *_NUMBERS).where(_IS_CURRENT, folded.is_not(None)).group_by(folded)
    rows = connection.execute(query).all()
    first = sorted(rows, key=lambda row: (-row.articles, row.source_folded))[:_OUTLETS]
    outlets = []
    for row in first:
        name = select(article_version.c.source).where(_IS_CURRENT, folded == row.source_folded).limit(1)
        outlets.append(Outlet(connection.execute(name).scalar_one(), row.articles, row.statements))
    return tuple(outlets), len(rows) - len(first)


def _kinds(connection: Connection) -> tuple[Mapping[StatementType, int], Mapping[Act, int]]:
    """How many statements are of which type and do what, the most usual first; what nothing is or does is left out."""
    query = select(listed.c.type, listed.c.act, func.count()).group_by(listed.c.type, listed.c.act)
    types: Counter[StatementType] = Counter()
    acts: Counter[Act] = Counter()
    for kind, act, number in connection.execute(query):
        types[StatementType(kind)] += number
        if act is not None:
            acts[Act(act)] += number
    return _most(types, StatementType), _most(acts, Act)


def _bands(connection: Connection, statements: int) -> tuple[Band, ...]:
    """How many are in which band, the least certain first; the last band is what is left."""
    each = [
        select(func.count()).where(listed.c.certainty >= least, listed.c.certainty < next_one).scalar_subquery()
        for least, next_one in pairwise(BANDS)
    ]
    found = connection.execute(select(*each)).one()
    bands = [Band(least, number) for least, number in zip(BANDS, found, strict=False)]
    return (*bands, Band(BANDS[-1], statements - sum(band.statements for band in bands)))


def _decided(connection: Connection) -> int:
    decided = select(statement.c.key).where(statement.c.decided.is_not(None))
    query = select(func.count()).select_from(listed).where(listed.c.key.in_(decided))
    return int(connection.execute(query).scalar_one())


def _waiting(connection: Connection) -> int:
    is_current = select(article_version.c.key).where(article_version.c.key == waiting.c.version_key, _IS_CURRENT)
    query = select(func.count(waiting.c.number.distinct())).where(is_current.exists())
    return int(connection.execute(query).scalar_one())


def _arrived(connection: Connection) -> Iterator[Arrived]:
    """The articles that came in last, the very last first."""
    query = select(article_version.c.key, article_version.c.number).where(_IS_CURRENT)
    rows = connection.execute(query.order_by(article_version.c.key.desc()).limit(_LATEST)).all()
    heads = load_heads(connection, [row.key for row in rows])
    shown = select(statement.c.version_key, func.count()).where(
        statement.c.version_key.in_(heads), statement.c.is_shown == true()
    )
    numbers = {row[0]: row[1] for row in connection.execute(shown.group_by(statement.c.version_key))}
    for row in rows:
        yield Arrived(heads[row.key], numbers.get(row.key, 0), row.number)


def _most(numbers: Mapping[_Each, int], order: Iterable[_Each]) -> dict[_Each, int]:
    """Those that are there at all, the most usual first, of equally usual ones that which is first in order."""
    there = {each: numbers[each] for each in order if numbers.get(each)}
    return dict(sorted(there.items(), key=lambda pair: -pair[1]))
