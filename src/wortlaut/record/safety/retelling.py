"""Checking that events in the tables are what articles and decisions make of them."""

from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, func, select

from wortlaut.matching.occasions import gathered, told_of
from wortlaut.record.keeping.announcing import announcement_seal, there_rows, wanted_rows
from wortlaut.record.keeping.event_ledger import EventLedger
from wortlaut.record.keeping.weaving import like_of, load_told, occasion_values, tie_in, words_of
from wortlaut.record.people.history import load_event_entries
from wortlaut.record.problems import Problem, ProblemKind
from wortlaut.record.tables.rows import AnyRow
from wortlaut.record.tables.schema import announcement, occasion, telling, telling_sign
from wortlaut.record.tables.told import sign_values, told_of_row, unpack_tellings
from wortlaut.types import Telling

__all__ = ["check_occasions", "check_tellings"]

_MADE = select(announcement).where(announcement.c.version_key == bindparam("key"))
_TITLE = select(occasion.c.title, occasion.c.words).where(occasion.c.id == bindparam("of_id"))
_KEYS = select(telling.c.key).where(telling.c.version_key == bindparam("key")).order_by(telling.c.position)
_SIGNS = select(telling_sign.c.sign, telling_sign.c.kind, telling_sign.c.published, telling_sign.c.is_own).where(
    telling_sign.c.telling_key == bindparam("of_key"),
    telling_sign.c.sign == bindparam("of_sign"),
    telling_sign.c.kind == bindparam("of_kind"),
    telling_sign.c.published == bindparam("of_day"),
)


def check_tellings(
    connection: Connection, row: AnyRow, where: str, *, basis: bytes, is_told: bool
) -> Iterator[Problem]:
    """How what a version tells of events is not what was found, or not in the tables as that says.

    `basis` is the digest of all that decides it now, `is_told` whether it is current and stands.
    """
    made = connection.execute(_MADE, {"key": row.key}).one_or_none()
    given: tuple[Telling, ...] = ()
    if made is not None:
        if made.seal != announcement_seal(made.made_by, made.basis, made.found) or made.basis != basis:
            yield _problem(where, "what it tells of events is not what was found")
            return
        given = unpack_tellings(made.found) if is_told else ()
    told = told_of(row.id, row.published, given)
    if list(there_rows(connection, row.key)) != wanted_rows(told, given):
        yield _problem(where, "what it tells of events is in the tables otherwise")
        return
    rows = load_told(connection, connection.execute(_KEYS, {"key": row.key}).scalars().all())
    titles = {each.id: (each.event.title, words_of(each, row.text)) for each in given}
    for each in rows.values():
        present = None if each.earlier_key is None else (each.earlier_key, each.score)
        if tie_in(told_of_row(each), like_of(connection, told_of_row(each))) != present:
            yield _problem(f"{where}/{each.id}", "it goes on about another event")
        if not all(_is_signed(connection, each.key, sign) for sign in sign_values(told_of_row(each))):
            yield _problem(f"{where}/{each.id}", "it is not found by its words")
        found = connection.execute(_TITLE, {"of_id": each.id}).one_or_none()
        if found is not None and tuple(found) != titles[each.id]:
            yield _problem(f"{where}/{each.id}", "its title or its words differ")


def check_occasions(connection: Connection) -> Iterator[Problem]:
    """Events that are not those that tellings and decisions make, and what hangs in the air."""
    rows = load_told(connection, connection.execute(select(telling.c.key)).scalars().all())
    there = {row.key: row for row in connection.execute(select(occasion))}
    ids = {row.key: row.id for row in rows.values()}
    ledger = EventLedger.of(load_event_entries(connection))
    earlier = {row.id: ids[row.earlier_key] for row in rows.values() if row.earlier_key in ids}
    told = [told_of_row(row) for row in rows.values()]
    belongs = {row.id: row.occasion_key for row in rows.values()}
    left = set(there)
    for each in gathered(told, earlier, same=ledger.same, apart=ledger.apart):
        keys = {belongs.pop(telling_.id) for telling_ in each.told}
        found = there.get(next(iter(keys), None)) if len(keys) == 1 else None
        title, words = ("", "") if found is None else (found.title, found.words)
        wanted = occasion_values(each, ledger.judged(each), title, words)
        if found is None or {name: getattr(found, name) for name in wanted} != wanted:
            yield _problem(f"event {each.head.id}", "it differs")
        left.discard(next(iter(keys)) if found is not None else -1)
    for name in sorted(name for name, key in belongs.items() if key is not None):
        yield _problem(f"event {name}", "it is of no event, and is said to be")
    for key in sorted(left):
        yield _problem(f"event {there[key].id}", "nothing tells of it")
    signs = connection.execute(select(func.count()).select_from(telling_sign)).scalar_one()
    if signs != sum(len(sign_values(each)) for each in told):
        yield _problem("events", f"{signs} signs lead to them, which is not as many as they have")


def _is_signed(connection: Connection, key: int, sign: dict[str, object]) -> bool:
    place = {"of_key": key, "of_sign": sign["sign"], "of_kind": sign["kind"], "of_day": sign["published"]}
    row = connection.execute(_SIGNS, place).one_or_none()
    return row is not None and dict(row._mapping) == sign


def _problem(where: str, what: str) -> Problem:
    return Problem(ProblemKind.EVENT, where, {"what": what})
