"""Events: what is announced, when, by whom, and what became of it by a day that is asked for."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select, true

from wortlaut.errors import NotInRecord
from wortlaut.matching.occasions import occasion_of
from wortlaut.record.contents import EventFilters
from wortlaut.record.keeping.actors import load_ledger
from wortlaut.record.keeping.announcing import load_tellings
from wortlaut.record.keeping.event_ledger import EventLedger
from wortlaut.record.keeping.ledger import Ledger, Named
from wortlaut.record.keeping.weaving import load_told
from wortlaut.record.people.history import load_event_entries
from wortlaut.record.search.folding import fold_text
from wortlaut.record.search.selecting import values
from wortlaut.record.tables.connected import Connected
from wortlaut.record.tables.loading import load_attribution, load_heads, load_states
from wortlaut.record.tables.rows import SHOWN, AnyRow
from wortlaut.record.tables.schema import article, article_version, occasion, statement, telling, telling_part
from wortlaut.record.tables.told import WHERE, WHO, day_of, ordinal, told_of_row
from wortlaut.types import EventEntry, EventKind, EventTelling, Outcome, ResolvedParty, Telling

__all__ = ["Occurring"]

_AT_A_TIME = 200
# Days for which an event without days is listed among those that are to come.
_VAGUE_DAYS = 90


@dataclass(frozen=True, slots=True)
class _Stand:
    """An event as it stood on a day: what holds, and the keys of its tellings of up to then."""

    key: int
    id: str
    kind: str
    title: str
    outcome: Outcome
    since: int | None
    until: int | None
    is_rejected: bool
    decided: tuple[tuple[str, int], ...]

    def order(self, *, latest_first: bool) -> tuple[bool, int, str]:
        day = self.since or self.until
        return day is None, (day or 0) * (-1 if latest_first else 1), self.id


class Occurring(Connected):
    """What people ask an open record about events."""

    def events(
        self,
        filters: EventFilters | None = None,
        *,
        as_of: date | None = None,
        limit: int | None = None,
        latest_first: bool = False,
    ) -> Iterator[EventEntry]:
        """The events as they stood on the day `as_of`, the earliest or the latest first, those without days last.

        Without it all that is in the record counts, and an event is over where its last day is before today.
        """
        asked = filters or EventFilters()
        with self._reading() as connection:
            if asked.article is not None:
                asked = replace(asked, article=self._article_id(connection, asked.article))
            stands = _stands(connection, asked, as_of, limit, latest_first=latest_first)
            ledger = load_ledger(connection)
        for start in range(0, len(stands), _AT_A_TIME):
            some = stands[start : start + _AT_A_TIME]
            with self._reading() as connection:
                loaded = list(_loaded(connection, some, as_of, ledger))
            yield from loaded

    def event(self, reference: str, *, as_of: date | None = None) -> EventEntry:
        """The event of that id, or that of the telling of that id, as it stood then; ids may be cut short.

        Raises `NotInRecord`, also for an event of which nothing was known on that day.
        """
        with self._reading() as connection:
            name = self._resolve(connection, telling.c.id, reference, "event_not_in_record")
            key = connection.execute(select(telling.c.occasion_key).where(telling.c.id == name)).scalar_one_or_none()
            rows = connection.execute(select(occasion).where(occasion.c.key == key)).all()
            stands = list(_as_of(connection, rows, as_of))
            found = list(_loaded(connection, stands, as_of, load_ledger(connection)))
        if not found:
            raise NotInRecord("event_not_in_record", path=self._path, id=reference)
        return found[0]

    def telling_id(self, reference: str) -> str:
        """The whole id of an event or a telling, which may be cut short; raises `NotInRecord`."""
        with self._reading() as connection:
            return self._resolve(connection, telling.c.id, reference, "event_not_in_record")


def _stands(
    connection: Connection, asked: EventFilters, as_of: date | None, limit: int | None, *, latest_first: bool
) -> list[_Stand]:
    """The events that are wanted, in the order of the listing."""
    day = (as_of or date.today()).toordinal()
    fixed = [occasion.c.is_rejected == asked.rejected, *_by_tellings(connection, asked)]
    if asked.kind is not None:
        fixed.append(occasion.c.kind == asked.kind.value)
    fixed += [func.instr(occasion.c.words, word) > 0 for word in fold_text(asked.words or "").split()]
    known = or_(occasion.c.first_told.is_(None), occasion.c.first_told <= day)
    is_settled = true() if as_of is None else or_(occasion.c.last_told.is_(None), occasion.c.last_told <= day)
    order = (occasion.c.day.is_(None), occasion.c.day.desc() if latest_first else occasion.c.day, occasion.c.id)
    settled = select(occasion).where(*fixed, is_settled, *_by_days(asked), *_by_outcome(asked, day)).order_by(*order)
    rows = connection.execute(settled.limit(limit)).all()
    stands = [_settled(row, day) for row in rows]
    if as_of is not None:
        later = connection.execute(select(occasion).where(*fixed, known, occasion.c.last_told > day)).all()
        stands += (each for each in _as_of(connection, later, as_of) if _fits(each, asked, day))
        stands.sort(key=lambda each: each.order(latest_first=latest_first))
    return stands[:limit]


def _by_days(asked: EventFilters) -> Iterator[ColumnElement[bool]]:
    if asked.since is not None:
        first = asked.since.toordinal()
        is_later = or_(occasion.c.until >= first, and_(occasion.c.until.is_(None), occasion.c.day.is_not(None)))
        is_vague = and_(occasion.c.day.is_(None), occasion.c.last_told >= first - _VAGUE_DAYS)
        yield or_(is_later, is_vague)
    if asked.until is not None:
        yield occasion.c.day <= asked.until.toordinal()


def _by_outcome(asked: EventFilters, day: int) -> Iterator[ColumnElement[bool]]:
    if asked.outcome is None:
        return
    is_over = and_(occasion.c.until.is_not(None), occasion.c.until < day)
    if asked.outcome is Outcome.UNREPORTED:
        yield and_(occasion.c.outcome == Outcome.OPEN.value, is_over)
    elif asked.outcome is Outcome.OPEN:
        yield and_(occasion.c.outcome == Outcome.OPEN.value, ~is_over)
    else:
        yield occasion.c.outcome == asked.outcome.value


def _fits(stand: _Stand, asked: EventFilters, day: int) -> bool:
    """Whether the days and the outcome are those that are wanted."""
    if asked.outcome not in (None, stand.outcome):
        return False
    begin = stand.since or stand.until
    if begin is None:
        return asked.until is None
    if asked.since is not None and (stand.until or day) < asked.since.toordinal() and stand.until is not None:
        return False
    return asked.until is None or begin <= asked.until.toordinal()


def _by_tellings(connection: Connection, asked: EventFilters) -> Iterator[ColumnElement[bool]]:
    """What must hold of some telling of the event."""
    if asked.article is not None:
        of_article = (
            select(telling.c.occasion_key)
            .join(article_version, article_version.c.key == telling.c.version_key)
            .join(article, article.c.key == article_version.c.article_key)
            .where(article.c.id == asked.article, telling.c.occasion_key.is_not(None))
        )
        yield occasion.c.key.in_(of_article)
    if asked.place is not None:
        folded = fold_text(asked.place)
        yield _of_parts(and_(telling_part.c.role == WHERE, func.instr(telling_part.c.folded, folded) > 0))
    if asked.actor is not None:
        ledger = load_ledger(connection)
        if not ledger.assigned and not ledger.aliases:  # then names lead where they did, and merges are all
            linked = values([asked.actor, *ledger.one_with(asked.actor)])
            yield _of_parts(and_(telling_part.c.role == WHO, telling_part.c.linked.in_(linked)))
            return
        keys = [key for key, name in _actors(connection, ledger, asked.actor) if name == asked.actor]
        yield occasion.c.key.in_(select(telling.c.occasion_key).where(telling.c.key.in_(values(sorted(set(keys))))))


def _of_parts(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    keys = select(telling_part.c.telling_key).where(condition)
    return occasion.c.key.in_(
        select(telling.c.occasion_key).where(telling.c.key.in_(keys), telling.c.occasion_key.is_not(None))
    )


def _actors(connection: Connection, ledger: Ledger, actor: str) -> Iterator[tuple[int, str | None]]:
    """The tellings that may have the actor, each with whom the name means after all decisions."""
    linked = {actor, *ledger.one_with(actor)}
    names = set(ledger.aliases_of(actor))
    query = _named().where(telling_part.c.role == WHO)
    if not ledger.assigned:  # else who is meant may be anybody
        wanted = [telling_part.c.linked.in_(values(sorted(linked))), telling_part.c.folded.in_(values(sorted(names)))]
        query = query.where(or_(*wanted))
    for row in connection.execute(query):
        yield row.telling_key, _actor_of(ledger, row)


def _named() -> Select[Any]:
    return (
        select(telling_part, article.c.id.label("article_id"))
        .join(telling, telling.c.key == telling_part.c.telling_key)
        .join(article_version, article_version.c.key == telling.c.version_key)
        .join(article, article.c.key == article_version.c.article_key)
    )


def _actor_of(ledger: Ledger, row: AnyRow) -> str | None:
    return ledger.actor_of(Named(row.linked, row.name, row.article_id, ""))


def _settled(row: AnyRow, day: int) -> _Stand:
    """The event of a row, all tellings of which were there on the day."""
    decided = tuple((part, int(number)) for part, _, number in (each.partition(":") for each in _split(row.decided)))
    outcome = _on(Outcome(row.outcome), row.until, day)
    return _Stand(row.key, row.id, row.kind, row.title, outcome, row.since, row.until, bool(row.is_rejected), decided)


def _split(decided: str | None) -> list[str]:
    return [] if decided is None else decided.split(" ")


def _on(outcome: Outcome, until: int | None, day: int) -> Outcome:
    is_over = until is not None and until < day
    return Outcome.UNREPORTED if outcome is Outcome.OPEN and is_over else outcome


def _as_of(connection: Connection, rows: Iterable[AnyRow], as_of: date | None) -> Iterator[_Stand]:
    """The events of the rows as they stood on the day, without those of which nothing was known yet."""
    day = (as_of or date.today()).toordinal()
    given = list(rows)
    moved = [row for row in given if as_of is not None and row.last_told is not None and row.last_told > day]
    later = {row.key for row in moved}
    yield from (_settled(row, day) for row in given if row.key not in later)
    if not moved:
        return
    ledger = EventLedger.of(load_event_entries(connection))
    by_key = _tellings_of(connection, [row.key for row in moved])
    for row in moved:
        told = [
            told_of_row(each) for each in by_key.get(row.key, ()) if each.published is None or each.published <= day
        ]
        told.sort(key=lambda each: each.order)
        if not any(each.is_announced for each in told):
            continue
        found = occasion_of(told)
        judged = ledger.judged(found)
        outcome = _on(judged.outcome, ordinal(judged.until), day)
        since, until = ordinal(judged.since), ordinal(judged.until)
        name = found.head.id
        yield _Stand(row.key, name, row.kind, row.title, outcome, since, until, judged.is_rejected, judged.decided)


def _tellings_of(connection: Connection, keys: Sequence[int]) -> dict[int, list[AnyRow]]:
    """The rows of the tellings of these events, by the events' keys."""
    found: dict[int, list[AnyRow]] = {}
    ids = connection.execute(select(telling.c.key).where(telling.c.occasion_key.in_(values(keys)))).scalars().all()
    for row in load_told(connection, ids).values():
        found.setdefault(row.occasion_key, []).append(row)
    return found


def _loaded(
    connection: Connection, stands: Collection[_Stand], as_of: date | None, ledger: Ledger
) -> Iterator[EventEntry]:
    """The events with all that articles of up to the day tell of them."""
    by_key = _tellings_of(connection, [each.key for each in stands])
    day = (as_of or date.max).toordinal()
    rows = [row for each in by_key.values() for row in each if row.published is None or row.published <= day]
    versions = {row.version_key for row in rows}
    heads = load_heads(connection, versions)
    given = {key: {each.id: each for each in load_tellings(connection, key)} for key in versions}
    actors, said = _actors_of(connection, rows, ledger), _said_by(connection, given)
    for stand in stands:
        told = [row for row in by_key.get(stand.key, ()) if row.published is None or row.published <= day]
        told.sort(key=lambda row: told_of_row(row).order)
        yield EventEntry(
            id=stand.id,
            kind=EventKind(stand.kind),
            title=stand.title,
            outcome=stand.outcome,
            since=day_of(stand.since),
            until=day_of(stand.until),
            told=tuple(
                EventTelling(
                    telling=given[row.version_key][row.id],
                    article=heads[row.version_key],
                    actors=actors.get(row.key, ()),
                    said_by=said.get((row.version_key, given[row.version_key][row.id].event.statement), ()),
                )
                for row in told
            ),
            is_rejected=stand.is_rejected,
            decided=stand.decided,
        )


def _said_by(
    connection: Connection, given: Mapping[int, Mapping[str, Telling]]
) -> dict[tuple[int, str | None], tuple[ResolvedParty, ...]]:
    """Who speaks in the statements that announce events, by version and id."""
    wanted = {(key, each.event.statement) for key, tellings in given.items() for each in tellings.values()}
    names = values(sorted({name for _, name in wanted if name is not None}))
    query = select(statement.c.key).where(statement.c.id.in_(names), statement.c.version_key.in_(values(list(given))))
    found: dict[tuple[int, str | None], tuple[ResolvedParty, ...]] = {}
    for row, state in load_states(connection, connection.execute(query).scalars().all()):
        attribution = load_attribution(connection, row.key, state.attribution)
        if attribution is not None and state.standing in SHOWN:
            found[row.version_key, state.statement.id] = attribution.speakers
    return found


def _actors_of(connection: Connection, rows: Iterable[AnyRow], ledger: Ledger) -> Mapping[int, tuple[str | None, ...]]:
    """Who takes part, in the order in which each telling names them."""
    keys = values([row.key for row in rows])
    query = _named().where(telling_part.c.telling_key.in_(keys), telling_part.c.role == WHO)
    found: dict[int, list[str | None]] = {}
    for row in connection.execute(query.order_by(telling_part.c.telling_key, telling_part.c.position)):
        found.setdefault(row.telling_key, []).append(_actor_of(ledger, row))
    return {key: tuple(actors) for key, actors in found.items()}
