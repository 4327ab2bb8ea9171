"""Actors: who is in the record, what articles call them, and names that lead to nobody yet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, select, true, union_all

from wortlaut.errors import NotInRecord
from wortlaut.record.keeping.actors import load_ledger
from wortlaut.record.keeping.ledger import Ledger
from wortlaut.record.search.finding import Finding
from wortlaut.record.search.folding import fold_name, fold_text
from wortlaut.record.search.selecting import values
from wortlaut.record.tables.keys import FIRST_DATED, day_of_key
from wortlaut.record.tables.meant import ADDRESSEE, SPEAKER, TARGET
from wortlaut.record.tables.rows import AnyRow
from wortlaut.record.tables.schema import actor, article, article_version, mention, statement, who
from wortlaut.types import PartyKind

__all__ = ["Acting", "ActorEntry", "NameUse", "OfficeUse", "OpenName"]

# Candidates that the message about an ambiguous name tells.
_TOLD = 5
_COUNTED = {SPEAKER: "statements", ADDRESSEE: "addressed", TARGET: "targeted"}


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """A person or body of the record.

    `statements` counts what it says, `addressed` what is said to it, `targeted` what is directed at it,
    in what is shown.
    """

    id: str
    kind: PartyKind
    name: str
    wikidata: str | None
    statements: int
    addressed: int
    targeted: int
    first: date | None  # the first and the last day on which an article has a statement of it
    last: date | None


@dataclass(frozen=True, slots=True)
class NameUse:
    """What articles call an actor, and in how many statements."""

    name: str
    statements: int


@dataclass(frozen=True, slots=True)
class OfficeUse:
    """An office as articles give it, in how many statements, and from when to when they do."""

    office: str
    statements: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class OpenName:
    """A name that leads to no actor, with the offices that go with it and where it stands."""

    kind: PartyKind
    name: str
    offices: tuple[str, ...]
    statements: int
    articles: tuple[str, ...]  # ids
    first: date | None
    last: date | None


class Acting(Finding):
    """What people ask an open record about actors."""

    def actors(
        self, name: str | None = None, *, kind: PartyKind | None = None, limit: int | None = None
    ) -> list[ActorEntry]:
        """The actors, those of the most statements first; `name` is a part of one of the names they have."""
        wanted: list[ColumnElement[bool]] = [] if kind is None else [actor.c.kind == kind.value]
        with self._reading() as connection:
            if name is not None:
                wanted.append(actor.c.id.in_(values(self._called(connection, name))))
            return [_entry(row) for row in connection.execute(_listed(wanted, limit))]

    def actor(self, actor_id: str) -> ActorEntry:
        """The actor of that id, also one that is merged into another: then that one; raises `NotInRecord`."""
        with self._reading() as connection:
            whole = load_ledger(connection).merged_into(actor_id)
            row = connection.execute(_listed([actor.c.id == whole])).one_or_none()
            if row is None:
                raise NotInRecord("actor_not_in_record", path=self._path, id=actor_id)
            return _entry(row)

    def actor_id(self, reference: str) -> str:
        """The id of the actor of that id, the unique beginning of one, or of the only one with that whole name.

        Raises `NotInRecord`.
        """
        with self._reading() as connection:
            merged = load_ledger(connection).merged_into(reference)
            if connection.execute(select(actor.c.id).where(actor.c.id == merged)).first() is not None:
                return merged or reference
            known = connection.execute(select(actor.c.id)).scalars().all()
            begins = sorted(each for each in known if each.startswith(reference)) if reference else []
            found = sorted(self._called_whole(connection, reference)) or begins
        if len(found) == 1:
            return found[0]
        if not found:
            raise NotInRecord("actor_not_in_record", path=self._path, id=reference)
        candidates = ", ".join(found[:_TOLD]) + (", …" if len(found) > _TOLD else "")
        raise NotInRecord("actor_ambiguous", path=self._path, id=reference, candidates=candidates)

    def names_of(self, actor_id: str) -> list[NameUse]:
        """What articles call the actor, the most usual name first."""
        return self.called(actor_id)[0]

    def offices_of(self, actor_id: str) -> list[OfficeUse]:
        """The offices that articles give the actor, the last one first."""
        return self.called(actor_id)[1]

    def called(self, actor_id: str) -> tuple[list[NameUse], list[OfficeUse]]:
        """Names and offices together, for which each row is looked at once."""
        key = select(actor.c.key).where(actor.c.id == actor_id).scalar_subquery()
        is_so = (who.c.actor_key == key, who.c.in_view == true())
        day = func.nullif(day_of_key(who.c.statement_key), 0)
        told = select(who.c.name, who.c.office, func.count(), func.min(day), func.max(day)).where(*is_so)
        several = select(who.c.statement_key).where(*is_so).group_by(who.c.statement_key).having(func.count() > 1)
        again = select(who.c.statement_key, who.c.name, who.c.office).where(*is_so, who.c.statement_key.in_(several))
        with self._reading() as connection:
            groups = connection.execute(told.group_by(who.c.name, who.c.office)).all()
            rows = connection.execute(again).all()
        names, offices = _Uses(), _Uses()
        for name, office, number, first, last in groups:
            names.add(name, number, first, last)
            offices.add(office, number, first, last)
        names.once((row.statement_key, row.name) for row in rows)
        offices.once((row.statement_key, row.office) for row in rows)
        named = [NameUse(name, number) for name, number in sorted(names.numbers.items())]
        held = [OfficeUse(each, number, *offices.days(each)) for each, number in sorted(offices.numbers.items())]
        named.sort(key=lambda each: -each.statements)
        held.sort(key=lambda each: each.last or date.min, reverse=True)
        return named, held

    def known_actors(self) -> Iterator[tuple[ActorEntry, list[str], list[str]]]:
        """Every actor with all names and all offices that articles give it."""
        with self._reading() as connection:
            names, offices = _grouped(connection, who.c.name), _grouped(connection, who.c.office)
            entries = [_entry(row) for row in connection.execute(_listed([]))]
        for each in entries:
            yield each, names.get(each.id, []), offices.get(each.id, [])

    def open_names(self) -> list[OpenName]:
        """The names of persons and organisations that lead to no actor, the most usual first."""
        named = (PartyKind.PERSON.value, PartyKind.ORGANISATION.value)
        query = _in_view(
            select(
                who.c.kind,
                who.c.name,
                who.c.office,
                article.c.id.label("article_id"),
                article_version.c.published,
                func.count(who.c.statement_key.distinct()).label("number"),
            )
        ).join(article, article.c.key == article_version.c.article_key)
        query = query.where(who.c.actor_key.is_(None), who.c.name.is_not(None), who.c.kind.in_(named))
        query = query.group_by(who.c.kind, who.c.name, who.c.office, article.c.id, article_version.c.published)
        with self._reading() as connection:
            rows = connection.execute(query.order_by(article.c.id)).all()
        by_name: dict[tuple[str, str], list[AnyRow]] = {}
        for row in rows:
            by_name.setdefault((row.kind, row.name), []).append(row)
        found = [_open_name(PartyKind(kind), name, given) for (kind, name), given in by_name.items()]
        return sorted(found, key=lambda each: (-each.statements, each.name))

    def ledger(self) -> Ledger:
        """What people decided about actors, put together."""
        with self._reading() as connection:
            return load_ledger(connection)

    def _called(self, connection: Connection, part: str) -> list[str]:
        """The ids of the actors of whose names one has that part."""
        folded = fold_text(part)
        if not folded:
            return []
        named = select(mention.c.key).where(func.instr(mention.c.folded, folded) > 0)
        query = select(actor.c.id).where(
            actor.c.key.in_(select(who.c.actor_key).where(who.c.name_key.in_(named), who.c.actor_key.is_not(None)))
        )
        found = set(connection.execute(query).scalars())
        for row in connection.execute(select(actor.c.id, actor.c.name)):
            if folded in fold_name(row.name):
                found.add(row.id)
        return sorted(found)

    def _called_whole(self, connection: Connection, name: str) -> set[str]:
        """The ids of the actors of whom one name is the whole of this."""
        folded = fold_name(name)
        named = select(mention.c.key).where(mention.c.folded == folded)
        query = select(actor.c.id).where(
            actor.c.key.in_(select(who.c.actor_key).where(who.c.name_key.in_(named), who.c.actor_key.is_not(None)))
        )
        found = set(connection.execute(query).scalars())
        shown = (
            row.id for row in connection.execute(select(actor.c.id, actor.c.name)) if fold_name(row.name) == folded
        )
        return found | set(shown) if folded else set()


def _listed(wanted: Sequence[ColumnElement[bool]], limit: int | None = None) -> Select[Any]:
    """The actors with how much is said by them and to them in what is shown, the most first.

    It is counted along indices, whose keys have the days; those are looked up for the actors who are listed.
    """
    roles = union_all(*_by_role(wanted)).subquery()
    numbers = [
        func.coalesce(func.sum(roles.c.number).filter(roles.c.role == role), 0).label(name)
        for role, name in _COUNTED.items()
    ]
    counted = select(roles.c.actor_key, *numbers).group_by(roles.c.actor_key).subquery()
    each = select(actor.c.key, actor.c.id, actor.c.kind, actor.c.name, actor.c.wikidata, *counted.c[*_COUNTED.values()])
    each = each.join(counted, counted.c.actor_key == actor.c.key)
    first = each.order_by(*_order(each.selected_columns)).limit(limit).subquery()
    days = [_day_of(first.c.key, role, end).label(f"{end}_{role}") for end in ("min", "max") for role in _COUNTED]
    return select(*first.c, *days).order_by(*_order(first.c))


def _by_role(wanted: Sequence[ColumnElement[bool]]) -> Iterator[Select[Any]]:
    """How many rows each actor has in each role in what is shown, and, less than none, how many too many.

    Too many are those of a statement in which the actor has that role already; to count each statement once takes
    three times as long.
    """
    keys = select(actor.c.key).where(*wanted)
    again, other = who.alias("again"), who.alias("other")
    for table, number in ((who, func.count()), (again, -func.count())):
        query = select(table.c.actor_key, table.c.role, number.label("number")).where(table.c.in_view == true())
        query = query.where(table.c.actor_key.in_(keys) if wanted else table.c.actor_key.is_not(None))
        if table is again:
            is_same = (other.c.statement_key == again.c.statement_key, other.c.role == again.c.role)
            is_first = (other.c.position < again.c.position, other.c.actor_key == again.c.actor_key)
            query = query.where(again.c.position > 0, exists().where(*is_same, *is_first))
        yield query.group_by(table.c.actor_key, table.c.role)


def _order(columns: Any) -> Iterator[ColumnElement[Any]]:
    yield from (columns[name].desc() for name in _COUNTED.values())
    yield from (columns.name, columns.id)


def _day_of(key: ColumnElement[int], role: str, end: str) -> ColumnElement[int]:
    """The first (`min`) or last (`max`) day on which the actor has that role in anything shown: a step in the index."""
    is_so = (who.c.actor_key == key, who.c.role == role, who.c.in_view == true(), who.c.statement_key >= FIRST_DATED)
    found = select(getattr(func, end)(who.c.statement_key)).where(*is_so)
    return day_of_key(found.scalar_subquery())


class _Uses:
    """In how many statements an actor has which name or office, and from when to when."""

    def __init__(self) -> None:
        self.numbers: Counter[str] = Counter()
        self._first: dict[str, int] = {}
        self._last: dict[str, int] = {}

    def add(self, word: str | None, number: int, first: int | None, last: int | None) -> None:
        """Nothing; so many more have the word, on days from the first to the last."""
        if word is not None:
            self.numbers[word] += number
        if word is not None and first is not None and last is not None:
            self._first[word] = min(first, self._first.get(word, first))
            self._last[word] = max(last, self._last.get(word, last))

    def once(self, rows: Iterable[tuple[int, str | None]]) -> None:
        """Nothing; a statement that has a word several times, as these rows say, counts once."""
        for (_, word), often in Counter(rows).items():
            if word is not None:
                self.numbers[word] -= often - 1

    def days(self, word: str) -> tuple[date | None, date | None]:
        """The first and the last day."""
        return _day(self._first.get(word)), _day(self._last.get(word))


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


def _in_view(query: Select[Any]) -> Select[Any]:
    """The query over those who are named in what is shown."""
    return (
        query.select_from(who)
        .join(statement, statement.c.key == who.c.statement_key)
        .join(article_version, article_version.c.key == statement.c.version_key)
        .where(who.c.in_view == true())
    )


def _grouped(connection: Connection, column: ColumnElement[Any]) -> dict[str, list[str]]:
    """The values of the column by the ids of the actors."""
    query = _in_view(select(actor.c.id, column.label("value"))).join(actor, actor.c.key == who.c.actor_key)
    found: dict[str, list[str]] = {}
    for row in connection.execute(query.where(column.is_not(None)).distinct().order_by(actor.c.id, column)):
        found.setdefault(row.id, []).append(row.value)
    return found


def _entry(row: AnyRow) -> ActorEntry:
    return ActorEntry(
        *(row.id, PartyKind(row.kind), row.name, row.wikidata, row.statements, row.addressed, row.targeted),
        _day(min(filter(None, (row.min_speaker, row.min_addressee, row.min_target)), default=None)),
        _day(max(filter(None, (row.max_speaker, row.max_addressee, row.max_target)), default=None)),
    )


def _open_name(kind: PartyKind, name: str, rows: Sequence[AnyRow]) -> OpenName:
    days = [row.published for row in rows if row.published is not None]
    return OpenName(
        kind=kind,
        name=name,
        offices=tuple(sorted({row.office for row in rows if row.office is not None})),
        statements=sum(row.number for row in rows),
        articles=tuple(dict.fromkeys(row.article_id for row in rows)),
        first=min(days, default=None),
        last=max(days, default=None),
    )
