"""An actor on one page: what it says over time, to whom, who speaks to it and of it, and who may be it besides."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select, true

from wortlaut.record.contents import Filters
from wortlaut.record.cursors import Total
from wortlaut.record.search.acting import Acting, ActorEntry, NameUse, OfficeUse
from wortlaut.record.search.folding import fold_name
from wortlaut.record.search.naming import ActorName, foremost, shown_keys
from wortlaut.record.search.searching import index_keys
from wortlaut.record.search.selecting import values
from wortlaut.record.tables.keys import day_keys, day_of_key
from wortlaut.record.tables.rows import ADDRESSEE, SPEAKER
from wortlaut.record.tables.schema import actor, listed, statement, who
from wortlaut.types import Act, Found, PartyKind

__all__ = ["ActorProfile", "Beside", "MaybeMention", "MonthOfActs", "Profiling"]

# So many are gone through, the newest: statements with the name in their words, and mentions of nobody that is known.
_NAMING = 3_000
_OPEN = 5_000
_LATEST = 10
# What SQLite takes for a day is the number of `date.toordinal()` and so much.
_JULIAN = 1_721_424.5
_SHOWN = 20
# What no statement has, for an actor without a letter in its name: words in the index are folded.
_NOWHERE = '"-"'


@dataclass(frozen=True, slots=True)
class MonthOfActs:
    """What an actor said in statements published in a month, by act; None is what nobody knows the act of."""

    first: date
    acts: Mapping[Act | None, int]


@dataclass(frozen=True, slots=True)
class Beside:
    """Another actor, and in how many statements."""

    actor: ActorName
    statements: int


@dataclass(frozen=True, slots=True)
class MaybeMention:
    """Somebody who is not known but may be the actor, in a statement: as what `confidence` says of that candidate."""

    found: Found
    confidence: float


@dataclass(frozen=True, slots=True)
class ActorProfile:
    """An actor with what is said by it, to it and of it, in what is shown; the last statements come first.

    `mentioned_by` are those who have its name in their words: the newest statements are searched for the whole name, of
    a person for the family name, too, so that another of that name is taken for it. `mentioned` says in how many.
    `maybe` are mentions that lead to nobody, of which a name of the actor is a candidate: those of the newest such
    mentions, all of them unless `maybe_more`.
    """

    entry: ActorEntry
    names: tuple[NameUse, ...]
    offices: tuple[OfficeUse, ...]
    months: tuple[MonthOfActs, ...]
    undated: int
    addresses: tuple[Beside, ...]
    addressed_by: tuple[Beside, ...]
    mentioned: Total
    mentioned_by: tuple[Beside, ...]
    maybe: tuple[MaybeMention, ...]
    maybe_more: bool
    latest: tuple[Found, ...]


class Profiling(Acting):
    """What people ask an open record about one actor."""

    def profile(self, actor_id: str) -> ActorProfile:
        """The actor of that id with all that is said by it, to it and of it; raises `NotInRecord`."""
        entry = self.actor(actor_id)
        names, offices = self.called(entry.id)
        with self._reading() as connection:
            key = connection.execute(select(actor.c.key).where(actor.c.id == entry.id)).scalar_one()
            months, undated = _months(connection, key)
            naming = index_keys(connection, _named(entry, names), day_keys(None, None), _NAMING + 1)
            maybe, more = _maybe(connection, {entry.name, *(each.name for each in names)})
            addresses = _beside(connection, key, SPEAKER, ADDRESSEE)
            addressed_by = _beside(connection, key, ADDRESSEE, SPEAKER)
            mentioned_by = _speakers(connection, naming[:_NAMING], key)
        found = {each.statement.id: each for each in self._loaded(list(maybe), None)}
        return ActorProfile(
            entry=entry,
            names=tuple(names),
            offices=tuple(offices),
            months=months,
            undated=undated,
            addresses=addresses,
            addressed_by=addressed_by,
            mentioned=Total(min(len(naming), _NAMING), len(naming) > _NAMING),
            mentioned_by=mentioned_by,
            maybe=tuple(MaybeMention(found[each], likely) for each, likely in maybe.values() if each in found),
            maybe_more=more,
            latest=tuple(self.statements(Filters(actor=entry.id), limit=_LATEST)),
        )


def _months(connection: Connection, key: int) -> tuple[tuple[MonthOfActs, ...], int]:
    """What the actor says in each month that has anything, and how much without a day."""
    said = shown_keys(key, SPEAKER).subquery()
    day = func.nullif(day_of_key(said.c.statement_key), 0)
    month = func.strftime("%Y-%m-01", day + _JULIAN)
    joined = said.join(listed, listed.c.key == said.c.statement_key)
    query = select(month, listed.c.act, func.count()).select_from(joined).group_by(month, listed.c.act)
    months: dict[date, Counter[Act | None]] = {}
    undated = 0
    for written, act, number in connection.execute(query):
        if written is None:
            undated += number
        else:
            months.setdefault(date.fromisoformat(written), Counter())[None if act is None else Act(act)] += number
    return tuple(MonthOfActs(month, dict(acts.most_common())) for month, acts in sorted(months.items())), undated


def _beside(connection: Connection, key: int, role: str, other: str) -> tuple[Beside, ...]:
    """Who has the other role where the actor has this one, the foremost ones."""
    of_actor = shown_keys(key, role).subquery()
    joined = of_actor.join(who, (who.c.statement_key == of_actor.c.statement_key) & (who.c.role == other))
    number = func.count(who.c.statement_key.distinct())
    query = select(who.c.actor_key, number).select_from(joined).where(who.c.actor_key.is_not(None))
    rows = connection.execute(query.group_by(who.c.actor_key))
    return tuple(Beside(*pair) for pair in foremost(connection, {row[0]: row[1] for row in rows}, _SHOWN))


def _named(entry: ActorEntry, names: Sequence[NameUse]) -> str:
    """The expression for shown statements with one of the names in the quote, of a person also the family name."""
    folded = [fold_name(each) for each in (entry.name, *(name.name for name in names))]
    if entry.kind is PartyKind.PERSON:
        folded += [words[-1] for each in folded if (words := each.split())]
    sought = " OR ".join(f'"{each}"' for each in dict.fromkeys(folded) if each)
    return f'({{quote quote_lemmas}} : ({sought or _NOWHERE})) NOT hidden : "1"'


def _speakers(connection: Connection, keys: Sequence[int], but: int) -> tuple[Beside, ...]:
    """Who speaks in these statements, without that actor, the foremost ones."""
    number = func.count(who.c.statement_key.distinct())
    query = select(who.c.actor_key, number).where(who.c.statement_key.in_(values(keys)), who.c.role == SPEAKER)
    query = query.where(who.c.actor_key.is_not(None), who.c.actor_key != but).group_by(who.c.actor_key)
    numbers = {row[0]: row[1] for row in connection.execute(query)}
    return tuple(Beside(*pair) for pair in foremost(connection, numbers, _SHOWN))


def _maybe(connection: Connection, names: set[str]) -> tuple[dict[int, tuple[str, float]], bool]:
    """The statements with mentions of which one of the names is a candidate: their ids and how likely that is, by key.

    Also whether there are more mentions of nobody than were gone through.
    """
    folded = {fold_name(each) for each in names}
    nobody = (who.c.actor_key.is_(None), who.c.role == SPEAKER, who.c.in_view == true())
    newest = select(who.c.statement_key, who.c.candidates).where(*nobody).order_by(who.c.statement_key.desc())
    rows = connection.execute(newest.limit(_OPEN + 1)).all()
    likely: dict[int, float] = {}
    for key, candidates in rows[:_OPEN]:
        for name, _, confidence in () if candidates is None else json.loads(candidates):
            if fold_name(name) in folded and len(likely) < _SHOWN:
                likely[key] = max(confidence, likely.get(key, 0.0))
    query = select(statement.c.key, statement.c.id).where(statement.c.key.in_(values(list(likely))))
    ids = {row.key: row.id for row in connection.execute(query)}
    return {key: (ids[key], confidence) for key, confidence in likely.items()}, len(rows) > _OPEN
