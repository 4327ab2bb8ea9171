"""Checking that nobody touched the history, and that the statements are what readings and decisions make of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import zip_longest

from sqlalchemy import Connection, bindparam, exists, select

from wortlaut.decisions import Action
from wortlaut.record.keeping.actors import load_ledger, named_of
from wortlaut.record.keeping.coding import Uncoded, coding_basis, coding_seal
from wortlaut.record.keeping.ledger import Ledger
from wortlaut.record.keeping.meaning import asked, basis_of, meaning_seal
from wortlaut.record.keeping.projecting import ArticleState, load_state, meant, resolved, whole
from wortlaut.record.people.history import actor_of, entry_digest, entry_of, event_of, filed_under, head, reading_of
from wortlaut.record.problems import Problem, ProblemKind
from wortlaut.record.safety.retelling import check_tellings
from wortlaut.record.tables.loading import load_version_states
from wortlaut.record.tables.rows import AnyRow, State, actor_seal, reading_seal
from wortlaut.record.tables.schema import (
    actor,
    article_version,
    codebook,
    coding,
    history,
    meaning,
    reading,
    statement,
    waiting,
    who,
)
from wortlaut.record.tables.schema import article as article_table
from wortlaut.types import Provenance

__all__ = ["Ledgers", "check_actors", "check_history", "check_resolved", "erased_from"]

_ENTRIES = select(history).where(history.c.article_id == bindparam("article_id")).order_by(history.c.number)
_SEALS = (
    select(reading.c.seal)
    .select_from(reading.join(article_version).join(article_table))
    .where(article_table.c.id == bindparam("article_id"))
)
_READINGS = select(reading).where(reading.c.version_key == bindparam("key")).order_by(reading.c.key)
_CODED = (
    select(coding, codebook.c.name)
    .join(codebook, codebook.c.key == coding.c.codebook_key)
    .where(coding.c.version_key == bindparam("key"))
)
_WAITING = select(waiting.c.number, waiting.c.part).where(waiting.c.version_key == bindparam("key"))


_NAMED = (
    select(
        who.c.role,
        who.c.name,
        who.c.linked,
        who.c.in_view,
        statement.c.id.label("statement_id"),
        statement.c.decided,
        statement.c.is_shown,
        article_version.c.is_current,
        article_table.c.id.label("article_id"),
        actor.c.id.label("actor_id"),
    )
    .join(statement, statement.c.key == who.c.statement_key)
    .join(article_version, article_version.c.key == statement.c.version_key)
    .join(article_table, article_table.c.key == article_version.c.article_key)
    .outerjoin(actor, actor.c.key == who.c.actor_key)
    .where(article_version.c.key == bindparam("key"))
)


def check_history(connection: Connection, *, anchor: str | None = None) -> Iterator[Problem]:
    """How the history is not the one that was written: entries changed, put in, taken out or moved.

    Somebody who writes all of it anew from some entry on can only be found by an `anchor`: number and digest of that
    entry or a later one, as `head` gave them, kept where nobody could change them.
    """
    previous, number = b"", 0
    erases: dict[int, tuple[int, ...]] = {}
    stones: list[AnyRow] = []
    is_anchored = anchor is None
    for row in connection.execute(select(history).order_by(history.c.number)):
        where = f"history/{row.number}"
        if row.number != number + 1:
            yield _changed(where, f"{number + 1} to {row.number - 1} are missing")
        if row.previous != previous:
            yield _changed(where, "it does not follow the entry before it")
        if row.digest != entry_digest(row.number, row.previous, row.content_digest):
            yield _changed(where, "its digest is another's")
        if row.content is None:
            stones.append(row)
        else:
            yield from _check_content(row, where)
            erases |= _erases(row)
        previous, number = row.digest, row.number
        is_anchored = is_anchored or anchor == f"{number} {previous.hex()}"
    if not is_anchored:
        yield _changed("history", f"the entry that was noted elsewhere is not in it: {anchor}")
    yield from _check_articles(connection)
    yield from _check_stones({row.number: row.erased_by for row in stones}, erases)
    noted, present = head(connection), f"{number} {previous.hex()}" if number else None
    if noted != present:
        yield _changed("history", f"it ends with entry {number}, which is not the one that was written last")


def erased_from(connection: Connection) -> Iterator[str]:
    """The ids of the articles from which statements were erased."""
    query = select(history.c.article_id).where(history.c.content.contains(f'"action":"{Action.ERASE}"'))
    yield from connection.execute(query.where(history.c.article_id.is_not(None)).distinct()).scalars()


def _check_stones(erased_by: Mapping[int, int | None], erases: Mapping[int, Collection[int]]) -> Iterator[Problem]:
    """Entries without content that none says it erased, and entries said to be erased that are still there.

    Where the entry that erased another was erased itself, the one that erased it answers for both.
    """
    for number, first in erased_by.items():
        at, after = number, first
        while after is not None and after > at and after in erased_by:
            at, after = after, erased_by[after]
        if after is None or after <= at or at not in erases.get(after, ()):
            yield _changed(f"history/{number}", "its content is gone, and no entry says that it was erased")
    for number, gone in erases.items():
        if set(gone) - erased_by.keys():
            yield _changed(f"history/{number}", "what it says that it erased is still there")


def _check_articles(connection: Connection) -> Iterator[Problem]:
    """Decisions about articles that are not there.

    One that an erasure tells of may have come in after a backup, one that was taken back may come in yet: such an entry
    names no version.
    """
    lost = select(history.c.number, history.c.article_id).where(
        history.c.article_id.not_in(select(article_table.c.id)),
        ~history.c.content.contains('"version":null'),
    )
    for row in connection.execute(lost.order_by(history.c.number)):
        yield _changed(f"history/{row.number}", f"article {row.article_id}, which it is about, is not there")


def _check_content(row: AnyRow, where: str) -> Iterator[Problem]:
    if sha256(row.content.encode("utf-8", "surrogatepass")).digest() != row.content_digest:
        yield _changed(where, "its content is not what was written")
        return
    entry = entry_of(row)
    filed = (entry.article, entry.statement, filed_under(entry), actor_of(entry), event_of(entry))
    if filed != (row.article_id, row.statement_id, row.declared_id, row.actor_id, row.event_id):
        yield _changed(where, "it is filed under another article or statement")
    if row.erased_by is not None:
        yield _changed(where, "it is marked as erased and is not")


def _erases(row: AnyRow) -> dict[int, tuple[int, ...]]:
    """The entries that this one erased, by its number, where it is one that erases."""
    try:
        entry = entry_of(row)
    except ValueError:
        return {}
    return {entry.number: entry.erases} if entry.action is Action.ERASE else {}


def _changed(where: str, what: str) -> Problem:
    return Problem(ProblemKind.HISTORY, where, {"what": what})


class Ledgers:
    """What people decided about actors, put together once for as long as nobody decides anything."""

    def __init__(self) -> None:
        self._head: str | None = ""
        self._ledger = Ledger()

    def load(self, connection: Connection) -> Ledger:
        """The ledger of the history as it is."""
        if (last := head(connection)) != self._head:
            self._head, self._ledger = last, load_ledger(connection)
        return self._ledger


def check_resolved(connection: Connection, row: AnyRow, where: str, ledgers: Ledgers) -> Iterator[Problem]:
    """How the version's readings, statements and waiting decisions are not what they were or must be."""
    for each in connection.execute(_READINGS, {"key": row.key}):
        made_by = Provenance(each.reader, each.weights, each.version)
        if each.seal != reading_seal(made_by, each.turn, each.found):
            yield Problem(ProblemKind.READING, where, {"reader": each.reader})
            return  # what follows from it would only say so again
    article = load_state(connection, row.article_key)
    version = next(each for each in article.versions if each.key == row.key)
    made = connection.execute(select(meaning).where(meaning.c.version_key == row.key)).one_or_none()
    if made is not None and made.seal != meaning_seal(made.made_by, made.basis, made.found):
        yield Problem(ProblemKind.MEANING, where)
        return
    outcome = resolved(connection, article, version)
    basis = basis_of(version.text, version.published, asked(outcome.states))
    if made is not None and made.basis != basis:
        yield Problem(ProblemKind.MEANING, where)
    is_told = version.is_current and outcome.withdrawn_by is None
    yield from check_tellings(connection, row, where, basis=basis, is_told=is_told)
    codings = connection.execute(_CODED, {"key": row.key}).all()
    if changed := [_miscoded(each, where) for each in codings if each.seal != _coding_seal(each)]:
        yield from changed
        return
    yield from _check_codings(codings, Uncoded(version, meant(connection, version, outcome), outcome.labels), where)
    yield from _check_states(whole(connection, version, outcome), load_version_states(connection, row.key), where)
    yield from _check_named(connection, row.key, where, ledgers.load(connection))
    if version.is_current:
        for number in _read_otherwise(connection, article):
            yield _changed(f"history/{number}", "the reading that it is about is not there as it was")
    wanted = {(each.entry.number, each.part or "") for each in outcome.waiting}
    if version.withdrawn_by != outcome.withdrawn_by:
        what = "it is taken back, or is not, against what the history says"
        yield Problem(ProblemKind.RESOLVED, where, {"what": what})
    if wanted != {tuple(each) for each in connection.execute(_WAITING, {"key": row.key})}:
        yield Problem(ProblemKind.RESOLVED, where, {"what": "the decisions that wait for a place differ"})


def _check_states(wanted: Iterable[State], there: Iterable[State], where: str) -> Iterator[Problem]:
    """The first statement that is not as it follows from readings and decisions."""
    for expected, found in zip_longest(wanted, there):
        if expected == found:
            continue
        present = expected or found
        assert present is not None  # noqa: S101 - one of a pair of unequal length is there
        what = "is missing" if found is None else "is not to be there" if expected is None else "differs"
        yield Problem(ProblemKind.RESOLVED, where, {"what": f"{present.statement.id} {what}"})
        return


def _coding_seal(row: AnyRow) -> bytes:
    """The seal that the row of a coding must have."""
    return coding_seal(row.made_by, row.basis, row.found, row.name)


def _miscoded(row: AnyRow, where: str) -> Problem:
    return Problem(ProblemKind.CODING, where, {"codebook": row.name})


def _check_codings(rows: Sequence[AnyRow], article: Uncoded, where: str) -> Iterator[Problem]:
    """What codebooks found of something else than what holds in the version."""
    for row in rows:
        if row.basis != coding_basis(article, row.name):
            yield _miscoded(row, where)


def check_actors(connection: Connection) -> Iterator[Problem]:
    """Actors who are not called what they were, or of whom no statement speaks."""
    called = load_ledger(connection).called
    is_spoken_of = exists().where(who.c.actor_key == actor.c.key).label("is_spoken_of")
    for row in connection.execute(select(actor, is_spoken_of)):
        is_called = row.name == called.get(row.id, row.name)
        if not is_called or row.seal != actor_seal(row.id, row.kind, row.name, row.wikidata):
            yield Problem(ProblemKind.ACTOR, f"actor {row.key}", {"what": f"{row.id} is not called so"})
        if not row.is_spoken_of:
            yield Problem(ProblemKind.ACTOR, f"actor {row.key}", {"what": f"no statement speaks of {row.id}"})


def _check_named(connection: Connection, version_key: int, where: str, ledger: Ledger) -> Iterator[Problem]:
    """Those who are named in a version and are not the actors that names and decisions make of them."""
    for row in connection.execute(_NAMED, {"key": version_key}):
        if ledger.actor_of(named_of(row)) != row.actor_id:
            yield Problem(ProblemKind.ACTOR, f"{where}/{row.statement_id}", {"what": f"{row.actor_id}"})
        if row.in_view != (row.is_current and row.is_shown):
            yield Problem(
                ProblemKind.ACTOR, f"{where}/{row.statement_id}", {"what": "it is counted where it is hidden"}
            )


def _read_otherwise(connection: Connection, article: ArticleState) -> Iterator[int]:
    """The entries that were made of a reading that is not there any more as it was.

    Erasing changes readings, so what was decided before it is not looked at.
    """
    seals = set(connection.execute(_SEALS, {"article_id": article.id}).scalars())
    found: list[int] = []
    for row in connection.execute(_ENTRIES, {"article_id": article.id}):
        if row.content is None or entry_of(row).action is Action.ERASE:
            found.clear()
        elif (seal := reading_of(row)) is not None and seal not in seals:
            found.append(row.number)
    yield from found
