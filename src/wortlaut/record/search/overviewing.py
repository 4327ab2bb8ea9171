"""What the record holds: over time, by outlet, act and type, how certain it is, and what came in last.

Everything is counted along indices, exactly. Those have former versions and hidden statements in them, too; these are
looked up one by one and taken off, for as a rule they are few.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from time import time_ns
from typing import Self, TypeVar

from sqlalchemy import Connection, false, func, select, true, union

from wortlaut.record.keeping.feeds import Following
from wortlaut.record.search.certainty import BANDS, band_of
from wortlaut.record.tables.keys import FIRST_DATED, day_keys, day_of_key
from wortlaut.record.tables.loading import load_heads
from wortlaut.record.tables.rows import AnyRow
from wortlaut.record.tables.schema import article_version, indexed, sense, statement, waiting
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
        off = _Off(connection)
        articles = _articles_by_day(connection)
        days = sorted(day for day in articles if day is not None)
        step = step_for(days[0], days[-1]) if days else Step.DAY
        periods, undated = _over_time(connection, articles, step, off)
        statements = sum(each.statements for each in periods) + (undated.statements if undated else 0)
        outlets, others = _outlets(connection, off)
        return Overview(
            articles=articles.total(),
            statements=statements,
            step=step,
            periods=periods,
            undated=undated,
            outlets=outlets,
            other_outlets=others,
            acts=_acts(connection, off),
            types=_types(connection, statements, off),
            bands=_bands(connection, statements, off),
            decided=_decided(connection),
            waiting=_waiting(connection),
            arrived=tuple(_arrived(connection)),
            feeds=tuple(self._feeds(connection)),
        )


class _Off:
    """The statements that are not to be counted: of former versions, or hidden."""

    def __init__(self, connection: Connection) -> None:
        again = select(article_version.c.article_key).where(article_version.c.number > 1)
        former = select(article_version.c.key).where(
            article_version.c.article_key.in_(again), article_version.c.is_current == false()
        )
        keys = union(
            select(statement.c.key).where(statement.c.is_shown == false()),
            select(statement.c.key).where(statement.c.version_key.in_(former)),
        )
        query = (
            select(
                *(day_of_key(statement.c.key).label("day"), statement.c.type, statement.c.certainty),
                *(statement.c.is_shown, _IS_CURRENT.label("is_current"), article_version.c.source_folded, sense.c.act),
            )
            .join(article_version, article_version.c.key == statement.c.version_key)
            .outerjoin(sense, sense.c.statement_key == statement.c.key)
            .where(statement.c.key.in_(keys))
        )
        rows: Sequence[AnyRow] = connection.execute(query).all()
        self.types = Counter(row.type for row in rows)
        self.acts = Counter(row.act for row in rows)
        self.bands = Counter(band_of(row.certainty) for row in rows if row.is_shown)
        hidden = [row for row in rows if row.is_current]
        self.days = Counter(row.day for row in hidden)
        self.sources = Counter(row.source_folded for row in hidden)


def _articles_by_day(connection: Connection) -> Counter[date | None]:
    query = select(article_version.c.published, func.count()).where(_IS_CURRENT)
    rows = connection.execute(query.group_by(article_version.c.published))
    return Counter({row[0]: row[1] for row in rows})


def _begin(day: date, step: Step) -> date:
    """The first day of the period that the day is in."""
    if step is Step.WEEK:
        return day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
    return day.replace(month=1 if step is Step.YEAR else day.month, day=day.day if step is Step.DAY else 1)


def _over_time(
    connection: Connection, articles: Mapping[date | None, int], step: Step, off: _Off
) -> tuple[tuple[Period, ...], Period | None]:
    """How much there is in each period that has anything, and of what has no day."""
    lasts: dict[date, date] = {}
    numbers: Counter[date] = Counter()
    for day in sorted(day for day in articles if day is not None):
        begin = _begin(day, step)
        lasts[begin] = day
        numbers[begin] += articles[day]
    ranges = [day_keys(first, last) for first, last in lasts.items()]
    bounds = [[0, FIRST_DATED - 1], *([each.first, each.last] for each in ranges)]
    told = func.json_each(json.dumps(bounds)).table_valued("key", "value")
    first, last = (func.json_extract(told.c.value, f"$[{at}]") for at in (0, 1))
    inside = select(func.count()).select_from(indexed).where(indexed.c.id >= first, indexed.c.id <= last)
    query = select(inside.correlate(told).scalar_subquery()).select_from(told).order_by(told.c.key)
    undated, *statements = connection.execute(query).scalars()
    hidden: Counter[date] = Counter()
    for ordinal, number in off.days.items():
        if ordinal:
            hidden[_begin(date.fromordinal(ordinal), step)] += number
    periods = (
        Period(begin, numbers[begin], number - hidden[begin]) for begin, number in zip(lasts, statements, strict=True)
    )
    without = None if None not in articles else Period(date.min, articles[None], undated - off.days[0])
    return tuple(periods), without


def _outlets(connection: Connection, off: _Off) -> tuple[tuple[Outlet, ...], int]:
    """The outlets of the most articles, and how many others there are."""
    folded, number = article_version.c.source_folded, func.count().label("number")
    query = select(folded, number).where(_IS_CURRENT, folded.is_not(None)).group_by(folded)
    rows = connection.execute(query.order_by(number.desc(), folded)).all()
    there = select(func.count()).where(statement.c.version_key == article_version.c.key).scalar_subquery()
    outlets = []
    for name, articles in rows[:_OUTLETS]:  # one by one, so that nothing but indices is looked at for a number
        of_outlet = (_IS_CURRENT, folded == name)
        source = connection.execute(select(article_version.c.source).where(*of_outlet).limit(1)).scalar_one()
        statements = connection.execute(select(func.sum(there)).where(*of_outlet)).scalar_one()
        outlets.append(Outlet(source, articles, statements - off.sources[name]))
    return tuple(outlets), len(rows[_OUTLETS:])


def _acts(connection: Connection, off: _Off) -> Mapping[Act, int]:
    """How many statements do what, the most usual first; what nothing does is left out."""
    each = [select(func.count()).where(sense.c.act == str(act)).scalar_subquery() for act in Act]
    numbers = dict(zip(Act, connection.execute(select(*each)).one(), strict=True))
    return _most({act: number - off.acts[str(act)] for act, number in numbers.items()})


def _types(connection: Connection, statements: int, off: _Off) -> Mapping[StatementType, int]:
    """How many are of which type, the most usual first; the last type is what is left."""
    *counted, last = StatementType
    each = [func.count().filter(statement.c.type == str(kind)) for kind in counted]
    found = connection.execute(select(*each).select_from(statement)).one()
    numbers = {kind: number - off.types[str(kind)] for kind, number in zip(counted, found, strict=True)}
    return _most(numbers | {last: statements - sum(numbers.values())})


def _bands(connection: Connection, statements: int, off: _Off) -> tuple[Band, ...]:
    """How many are in which band, the least certain first; the last band is what is left."""
    each = [
        select(func.count())
        .where(statement.c.is_shown == true(), statement.c.certainty >= least, statement.c.certainty < next_one)
        .scalar_subquery()
        for least, next_one in pairwise(BANDS)
    ]
    found = connection.execute(select(*each)).one()
    bands = [Band(least, number - off.bands[least]) for least, number in zip(BANDS, found, strict=False)]
    return (*bands, Band(BANDS[-1], statements - sum(band.statements for band in bands)))


def _decided(connection: Connection) -> int:
    query = select(func.count()).select_from(statement).join(article_version)
    is_wanted = (statement.c.decided.is_not(None), statement.c.is_shown == true(), _IS_CURRENT)
    return int(connection.execute(query.where(*is_wanted)).scalar_one())


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


def _most(numbers: Mapping[_Each, int]) -> dict[_Each, int]:
    """Those that are there at all, the most usual first."""
    return {each: number for each, number in sorted(numbers.items(), key=lambda pair: -pair[1]) if number}
