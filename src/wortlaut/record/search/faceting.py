"""Facets: how the statements of a listing or a search are spread over acts, types, people, outlets, months.

Every facet is counted without the filter that chooses one of its own values, so that it shows what choosing another one
would give. Up to a bound all hits are counted; of more, only the newest so many, and then the facet says `at_least`.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, case, func, select

from wortlaut.record.contents import Filters, Sort
from wortlaut.record.cursors import Total
from wortlaut.record.search.certainty import BANDS
from wortlaut.record.search.finding import Finding
from wortlaut.record.search.naming import FOREMOST, foremost
from wortlaut.record.search.paging import most_counted
from wortlaut.record.search.searching import Wanted, wanted_keys, wanted_query
from wortlaut.record.tables.keys import day_of_key, ordinal_of, version_of
from wortlaut.record.tables.rows import ADDRESSEE, SPEAKER, AnyRow
from wortlaut.record.tables.schema import article_version, listed, sense, statement, who

__all__ = ["FACETS_OF", "Facet", "FacetKind", "FacetValue", "Faceting", "Facets"]

# Hits whose facets are counted: 5,000 take some 50 ms.
_BOUND = 5_000
_NO_FILTERS = Filters()
_DECIDED = ("false", "true")


class FacetKind(StrEnum):
    """What statements are counted by."""

    ACT = "act"
    TYPE = "type"
    STANCE = "stance"
    SPEAKER = "speaker"
    ADDRESSEE = "addressee"
    SOURCE = "source"
    MONTH = "month"
    CERTAINTY = "certainty"
    DECIDED = "decided"


# The filters that choose a value of a facet, which it is counted without. `speaker`, `addressee` and `source` of the
# filters are parts of names that somebody typed: these narrow every facet.
FACETS_OF: Mapping[FacetKind, tuple[str, ...]] = {
    FacetKind.ACT: ("act", "acts"),
    FacetKind.TYPE: ("type", "types"),
    FacetKind.STANCE: ("stances",),
    FacetKind.SPEAKER: ("actor",),
    FacetKind.ADDRESSEE: ("addressed",),
    FacetKind.SOURCE: ("sources",),
    FacetKind.MONTH: ("since", "until"),
    FacetKind.CERTAINTY: ("min_confidence", "max_confidence"),
    FacetKind.DECIDED: ("decided",),
}


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value, as filters take it, what it is called where that is another thing, and how many statements have it.

    Months are `2026-01`; bands of certainty are called by the least that is in them, `0.9`; what is decided is `true`.
    """

    value: str
    label: str
    statements: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one kind: months in order, others the most usual first; `at_least`: each has so many or more."""

    kind: FacetKind
    values: tuple[FacetValue, ...]
    at_least: bool


@dataclass(frozen=True, slots=True)
class Facets:
    """How many statements there are, and how they are spread."""

    total: Total
    facets: tuple[Facet, ...]


class Faceting(Finding):
    """How much of what is found in an open record."""

    def facets(self, filters: Filters = _NO_FILTERS, words: str | None = None, *, bound: int = _BOUND) -> Facets:
        """How the statements that pass the filters, and have the words, are spread; all words must be there."""
        terms = self._narrowed(words, filters)
        groups: dict[Filters, list[FacetKind]] = {}
        for kind in FacetKind:
            groups.setdefault(_without(filters, kind), []).append(kind)
        found: dict[FacetKind, Facet] = {}
        with self._reading() as connection:
            asked = {each: self._wanted(connection, each, terms) for each in (filters, *groups)}
            hits = {
                each: _hits(connection, wanted, bound, by_day=each in (filters, _without(filters, FacetKind.MONTH)))
                for each, wanted in asked.items()
            }
            for group, kinds in groups.items():
                is_more = {FacetKind.MONTH: hits[group].days.total() > most_counted(asked[group])}
                for kind in kinds:
                    counted = tuple(_VALUES[kind](hits[group]))
                    found[kind] = Facet(kind, counted, is_more.get(kind, hits[group].is_more))
        number, most = hits[filters].days.total(), most_counted(asked[filters])
        total = Total(min(number, most), number > most)
        return Facets(total, tuple(found[kind] for kind in FacetKind))


def _without(filters: Filters, kind: FacetKind) -> Filters:
    """The filters without those that choose a value of the kind."""
    return replace(filters, **{name: getattr(_NO_FILTERS, name) for name in FACETS_OF[kind]})


def _hits(connection: Connection, asked: Wanted, bound: int, *, by_day: bool) -> "_Hits":
    """The newest hits, and where `by_day` says so how many there are of each day, which is counted further."""
    most = most_counted(asked)
    if not by_day or asked.checks:  # where each must be looked at, that is not done twice
        keys = wanted_keys(connection, asked, Sort.NEWEST, (max(most, bound) if by_day else bound) + 1)
        days = Counter(map(ordinal_of, keys[: most + 1])) if by_day else Counter[int]()
        return _Hits(connection, asked.table, keys[:bound], days, is_more=len(keys) > bound)
    keys = wanted_keys(connection, asked, Sort.NEWEST, bound + 1)
    counted = wanted_query(connection, asked, Sort.NEWEST, most + 1).subquery()
    day = day_of_key(counted.c[0])
    rows = connection.execute(select(day, func.count()).select_from(counted).group_by(day))
    days = Counter({row[0]: row[1] for row in rows})
    return _Hits(connection, asked.table, keys[:bound], days, is_more=len(keys) > bound)


class _Hits:
    """Some statements, and what is counted of them; only what is asked for is looked up."""

    def __init__(
        self, connection: Connection, table: Table, keys: Sequence[int], days: Counter[int], *, is_more: bool
    ) -> None:
        self._table = table
        self.keys = keys
        self.days = days
        self.is_more = is_more
        self._connection = connection
        self._given = func.json_each(json.dumps(list(keys))).table_valued("value")

    @cached_property
    def looks(self) -> Sequence[AnyRow]:
        """How many have each type, band of certainty, act and stance, and are decided about or not, together."""
        columns: list[ColumnElement[Any]]
        if self._table is listed:
            joined = self._given.join(listed, listed.c.key == self._given.c.value)
            columns = [listed.c.type, listed.c.act, listed.c.stance, listed.c.is_decided, _band(listed)]
        else:
            joined = self._given.join(statement, statement.c.key == self._given.c.value)
            joined = joined.outerjoin(sense, sense.c.statement_key == statement.c.key)
            is_decided = statement.c.decided.is_not(None).label("is_decided")
            columns = [statement.c.type, sense.c.act, sense.c.stance, is_decided, _band(statement)]
        query = select(*columns, func.count().label("number")).select_from(joined)
        return self._connection.execute(query.group_by(*columns)).all()

    def most(self, told: Callable[[AnyRow], str | None]) -> Iterator[FacetValue]:
        """How many have each value, the most usual first; None is no value."""
        numbers: Counter[str] = Counter()
        for row in self.looks:
            if (value := told(row)) is not None:
                numbers[value] += row.number
        for value, number in sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0])):
            yield FacetValue(value, value, number)

    @cached_property
    def _actors(self) -> Mapping[str, Counter[int]]:
        """In how many statements each actor has a role, by role and key."""
        number = func.count(who.c.statement_key.distinct()).label("number")
        joined = self._given.join(who, who.c.statement_key == self._given.c.value)
        numbers: dict[str, Counter[int]] = {SPEAKER: Counter(), ADDRESSEE: Counter()}
        is_wanted = who.c.actor_key.is_not(None), who.c.role.in_(numbers)
        query = select(who.c.role, who.c.actor_key, number).select_from(joined).where(*is_wanted)
        for role, key, given in self._connection.execute(query.group_by(who.c.role, who.c.actor_key)):
            numbers[role][key] = given
        return numbers

    def actors(self, role: str) -> Iterator[FacetValue]:
        """In how many each actor has the role, the foremost ones."""
        first = foremost(self._connection, self._actors[role])
        return (FacetValue(each.id, each.name, number) for each, number in first)

    def months(self) -> Iterator[FacetValue]:
        """How many each month has."""
        months: Counter[str] = Counter()
        for day, number in self.days.items():
            if day:
                months[f"{date.fromordinal(day):%Y-%m}"] += number
        return (FacetValue(month, month, number) for month, number in sorted(months.items()))

    def sources(self) -> Iterator[FacetValue]:
        """How many each outlet has, the foremost ones."""
        versions = Counter(map(version_of, self.keys))
        given = func.json_each(json.dumps(list(versions))).table_valued("value")
        joined = given.join(article_version, article_version.c.key == given.c.value)
        query = select(article_version.c.key, article_version.c.source, article_version.c.source_folded)
        numbers: Counter[str] = Counter()
        names: dict[str, str] = {}
        for row in self._connection.execute(query.select_from(joined).where(article_version.c.source.is_not(None))):
            numbers[row.source_folded] += versions[row.key]
            names.setdefault(row.source_folded, row.source)
        for folded, number in sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))[:FOREMOST]:
            yield FacetValue(names[folded], names[folded], number)


def _band(table: Table) -> ColumnElement[float]:
    """The band of a statement's certainty, as `band_of` gives it."""
    bands = [(table.c.certainty >= least, least) for least in sorted(BANDS, reverse=True)]
    return case(*bands, else_=BANDS[0]).label("band")


_VALUES: Mapping[FacetKind, Callable[[_Hits], Iterator[FacetValue]]] = {
    FacetKind.ACT: lambda hits: hits.most(lambda row: row.act),
    FacetKind.TYPE: lambda hits: hits.most(lambda row: row.type),
    FacetKind.STANCE: lambda hits: hits.most(lambda row: row.stance),
    FacetKind.SPEAKER: lambda hits: hits.actors(SPEAKER),
    FacetKind.ADDRESSEE: lambda hits: hits.actors(ADDRESSEE),
    FacetKind.SOURCE: _Hits.sources,
    FacetKind.MONTH: _Hits.months,
    FacetKind.CERTAINTY: lambda hits: hits.most(lambda row: str(row.band)),
    FacetKind.DECIDED: lambda hits: hits.most(lambda row: _DECIDED[bool(row.is_decided)]),
}
