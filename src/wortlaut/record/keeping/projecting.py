"""Writing down what holds: a version's statements as rows, of which only those are touched that changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from wortlaut.record.contents import Language, Meaning
from wortlaut.record.keeping.anchoring import Texts, anchored, carried
from wortlaut.record.keeping.announcing import announce, forget, load_tellings, put_tellings
from wortlaut.record.keeping.batching import Batch
from wortlaut.record.keeping.coding import Uncoded, labelled, load_codings, recode
from wortlaut.record.keeping.ledger import Named
from wortlaut.record.keeping.meaning import attributed, load_meant, meaning_of, understood
from wortlaut.record.keeping.readings import Reading, load_readings
from wortlaut.record.keeping.resolving import DECIDING, Base, Resolved, resolve
from wortlaut.record.keeping.withdrawing import load_withdrawals, taken_back_by
from wortlaut.record.people.history import load_entries
from wortlaut.record.search.indexing import LemmaIndex, index_values
from wortlaut.record.tables.keys import statement_key
from wortlaut.record.tables.rows import (
    SHOWN,
    SPEAKER,
    State,
    Values,
    listed_values,
    shown_among,
    statement_rows,
    statements_seal,
)
from wortlaut.record.tables.schema import article as article_table
from wortlaut.record.tables.schema import (
    article_content,
    article_version,
    label,
    listed,
    party,
    sense,
    statement,
    waiting,
    who,
    words,
)
from wortlaut.types import PartyKind, Statement, StatementPart

__all__ = [
    "ArticleState",
    "Version",
    "load_article_state",
    "load_state",
    "meant",
    "project",
    "put_states",
    "remove_from_index",
    "resolved",
    "whole",
]

_SET_MADE = (
    update(article_version)
    .where(article_version.c.key == bindparam("version_key"))
    .values(
        statements_seal=bindparam("seal_of_statements"),
        withdrawn_by=bindparam("taken_back_by"),
        shown=bindparam("shown_of_all"),
    )
)
_THERE = select(statement.c.key, statement.c.seal, statement.c.reading_key).where(
    statement.c.version_key == bindparam("version_key")
)
_ARTICLE = select(article_table.c.key).where(article_table.c.id == bindparam("id"))
_VERSIONS = (
    select(
        article_version.c.key,
        article_version.c.number,
        article_version.c.is_current,
        article_version.c.published,
        article_version.c.title,
        article_content.c.text,
        article_version.c.declared_id,
        article_version.c.source,
        article_version.c.revision,
        article_version.c.withdrawn_by,
    )
    .join(article_content)
    .where(article_version.c.article_key == bindparam("article_key"))
    .order_by(article_version.c.number)
)


@dataclass(frozen=True, slots=True)
class Version:
    """A version of an article, as far as its statements need it."""

    key: int
    number: int
    is_current: bool
    published: date | None
    title: str | None
    text: str
    declared_id: str | None = None
    source: str | None = None
    revision: int | None = None
    withdrawn_by: int | None = None  # the entry of the history that takes it back, as the tables have it


@dataclass(frozen=True, slots=True)
class ArticleState:
    """All that decides what holds in an article."""

    id: str
    versions: tuple[Version, ...]
    readings: tuple[Reading, ...]
    texts: Texts

    @property
    def current(self) -> Version:
        """The current version."""
        return next(each for each in self.versions if each.is_current)

    @property
    def names(self) -> frozenset[tuple[str, str | None]]:
        """The ids that its versions carry, each with the outlet that gives it."""
        return frozenset((each.declared_id, each.source) for each in self.versions if each.declared_id is not None)


def load_state(connection: Connection, article_key: int) -> ArticleState:
    """All that decides what holds in the article, but for the decisions."""
    article_id = connection.execute(select(article_table.c.id).where(article_table.c.key == article_key)).scalar_one()
    rows = connection.execute(_VERSIONS, {"article_key": article_key})
    versions = tuple(Version(**row._mapping) for row in rows)
    readings = tuple(load_readings(connection, article_key, article_id))
    return ArticleState(article_id, versions, readings, Texts({each.number: each.text for each in versions}))


def load_article_state(connection: Connection, article_id: str) -> ArticleState:
    """The same of the article of that id."""
    return load_state(connection, connection.execute(_ARTICLE, {"id": article_id}).scalar_one())


def resolved(connection: Connection, article: ArticleState, version: Version) -> Resolved:
    """What holds in a version of the article by all readings and decisions."""
    decisions = [
        anchored(entry, article.texts.way(entry.version, version.number))
        for entry in load_entries(connection, article.id)
        if entry.action in DECIDING and not entry.is_undone and entry.version is not None
    ]
    withdrawn_by = taken_back_by(load_withdrawals(connection, article.id, article.names), version.revision)
    return resolve(list(_bases(article, version)), decisions, article_id=article.id, withdrawn_by=withdrawn_by)


def meant(connection: Connection, version: Version, outcome: Resolved) -> list[State]:
    """The statements of a version with who is meant in them."""
    return attributed(outcome.states, load_meant(connection, version.key), outcome)


def whole(connection: Connection, version: Version, outcome: Resolved) -> list[State]:
    """The statements of a version with all that holds of them."""
    return labelled(meant(connection, version, outcome), load_codings(connection, version.key), outcome.labels)


def _bases(article: ArticleState, version: Version) -> Iterator[Base]:
    """What the readings up to the version found: those of its present reading in order, then the others."""
    ids: set[str] = set()
    latest: dict[str, tuple[Reading, Statement]] = {}
    for reading in article.readings:
        if reading.version_number > version.number:
            continue
        if reading.is_current and reading.version_key == version.key:
            ids.update(found.id for found in reading.statements)
            yield from (Base(found, reading.key, is_found=True) for found in reading.statements)
        else:
            latest.update((found.id, (reading, found)) for found in reading.statements)
    for name, (reading, found) in latest.items():
        if name not in ids:
            moved = carried(found, article.texts.way(reading.version_number, version.number))
            if moved is not None:
                yield Base(moved, reading.key, is_found=False)


def project(
    batch: Batch,
    article: ArticleState,
    version: Version,
    *,
    lemma_index: LemmaIndex | Language | None,
    anew: bool = False,
) -> None:
    """Nothing; the rows of the version are what holds.

    `lemma_index` is that of the version's text, or what can make it where a row changes. `anew` asks again who is meant
    where something else than the present program found it.
    """
    connection = batch.connection
    outcome = resolved(connection, article, version)
    asked = understood(connection, article.id, version, outcome.states, lemma_index, anew=anew)
    if asked is not None and asked.meant is not None:
        made_by, given = asked.meant.made_by, asked.meant.tellings
        announce(connection, article, version, made_by=made_by, basis=asked.basis, given=given)
    elif asked is not None:
        forget(connection, version.key)
    is_told = version.is_current and outcome.withdrawn_by is None
    told = load_tellings(connection, version.key) if is_told else ()
    put_tellings(batch, article.id, version, told, is_new=False)
    said = meant(connection, version, outcome)
    recode(connection, Uncoded(version, said, outcome.labels), lemma_index, anew=anew)
    states = whole(connection, version, outcome)
    seal = put_states(batch, version, states, lemma_index=lemma_index)
    made = {"seal_of_statements": seal, "taken_back_by": outcome.withdrawn_by, "shown_of_all": shown_among(states)}
    connection.execute(_SET_MADE, {"version_key": version.key} | made)
    connection.execute(delete(waiting).where(waiting.c.version_key == version.key))
    if outcome.waiting:
        rows = [
            {"number": each.entry.number, "part": each.part or "", "version_key": version.key}
            for each in outcome.waiting
        ]
        connection.execute(insert(waiting), rows)


def put_states(
    batch: Batch,
    version: Version,
    states: Sequence[State],
    *,
    lemma_index: LemmaIndex | Language | None,
    is_new: bool = False,
) -> bytes:
    """The seal of the version's statements, which are these; `is_new` where it has none yet."""
    rows = [statement_rows(each, version.text) for each in states]
    seals = [row.statement["seal"] for row in rows]
    keys = [statement_key(version.published, version.key, at) for at in range(len(rows))]
    wanted = [(seal, state.reading_key) for seal, state in zip(seals, states, strict=True)]
    there: dict[int, tuple[bytes, int | None]] = {}
    if not is_new:
        found = batch.connection.execute(_THERE, {"version_key": version.key})
        there = {row.key: (row.seal, row.reading_key) for row in found}
    changed = [at for at, key in enumerate(keys) if there.get(key) != wanted[at]]
    gone = there.keys() - {key for at, key in enumerate(keys) if there.get(key) == wanted[at]}
    if gone:
        batch.loosen(gone, meaning_of(lemma_index))
        batch.connection.execute(delete(words).where(words.c.rowid.in_(gone)))
        batch.connection.execute(delete(statement).where(statement.c.key.in_(gone)))
    for at in changed:
        row, state = rows[at], states[at]
        made = {"key": keys[at], "position": at, "version_key": version.key, "reading_key": state.reading_key}
        places = {"statement_key": keys[at], "in_view": version.is_current and state.standing in SHOWN}
        batch.add(statement, [row.statement | made])
        batch.add(sense, [] if row.sense is None else [row.sense | {"statement_key": keys[at]}])
        batch.add(listed, [listed_values(row) | {"key": keys[at]}] if places["in_view"] else [])
        batch.add(label, [each | {"statement_key": keys[at]} for each in row.labels])
        batch.add(party, [each | {"key": batch.key(party), "statement_key": keys[at]} for each in row.parties])
        batch.add(who, _who_rows(batch, state, row.who, places, meaning_of(lemma_index)))
    if version.is_current and changed:
        index = lemma_index if isinstance(lemma_index, LemmaIndex) else LemmaIndex.of(version.text, lemma_index)
        batch.add(
            words,
            ({"rowid": keys[at]} | index_values(states[at], version.title, index) for at in changed),
        )
    return statements_seal(seals)


def _who_rows(
    batch: Batch, state: State, rows: Sequence[Values], places: Values, meaning: Meaning | None
) -> Iterator[Values]:
    """The rows of who is meant in a statement, each with the actor that it is after all decisions."""
    calling = batch.calling(meaning) if rows else None
    decided_by = next((number for part, number in state.decided if part is StatementPart.WHO), None)
    for row in rows:
        assert calling is not None  # noqa: S101 - there are rows
        article_id, decided = state.statement.article_id, decided_by if row["role"] == SPEAKER else None
        actor = calling.ledger.actor_of(Named(row["linked"], row["name"], article_id, state.statement.id, decided))
        kind, is_own = PartyKind(row["kind"]), actor == row["linked"]
        called = None if actor is None else calling.called(actor, kind=kind, name=row["name"], is_own=is_own)
        yield row | places | {"key": batch.key(who), "actor": called}


def remove_from_index(connection: Connection, version_key: int) -> None:
    """Nothing; the search does not find the version any more."""
    keys = select(statement.c.key).where(statement.c.version_key == version_key)
    connection.execute(delete(words).where(words.c.rowid.in_(keys)))
