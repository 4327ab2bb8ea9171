"""Statements and articles by their keys, whole."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import BindParameter, Connection, bindparam, select

from wortlaut.record.search.folding import Word
from wortlaut.record.search.indexing import mention_spans, spoken_words, unpack_parts
from wortlaut.record.search.query import FormsOf, Term, find_marks
from wortlaut.record.tables.meant import ADDRESSEE, ROLES, SPEAKER, TARGET
from wortlaut.record.tables.packing import unpack_raw, unpack_source_map
from wortlaut.record.tables.rows import AnyRow, State, article_of, head_of, state_of
from wortlaut.record.tables.schema import (
    actor,
    article,
    article_content,
    article_version,
    history,
    label,
    party,
    reading,
    sense,
    statement,
    who,
    words,
)
from wortlaut.types import Article, ArticleHead, Attribution, Found, Label, ResolvedParty, Span, Statement, Verdict

__all__ = [
    "REVISION_BYTES",
    "load_article",
    "load_attribution",
    "load_found",
    "load_heads",
    "load_states",
    "load_version",
    "load_version_states",
]

# Of a statement's seal, as its revision: no two states of one statement will ever share them by chance.
REVISION_BYTES = 6
_KEYS: BindParameter[Sequence[int]] = bindparam("keys", expanding=True)
_version = article_version.c
_HEADS = (
    select(
        _version.key,
        article.c.id,
        article_content.c.text,
        _version.title,
        _version.published,
        _version.source,
        _version.url,
        _version.author,
        _version.subtitle,
        _version.kicker,
        _version.published_at,
        _version.updated_at,
        _version.kind,
        _version.revision,
        _version.withdrawn_by,
    )
    .select_from(article_version.join(article).join(article_content))
    .where(_version.key.in_(_KEYS))
)
_VERSION = (
    select(article_version, article_content, article.c.id)
    .select_from(article_version.join(article).join(article_content))
    .where(_version.key == bindparam("key"))
)
_STATEMENTS = (
    select(statement, reading.c.reader, reading.c.weights, reading.c.version, article.c.id.label("article_id"))
    .outerjoin(reading, reading.c.key == statement.c.reading_key)
    .join(article_version, _version.key == statement.c.version_key)
    .join(article)
    .where(statement.c.key.in_(_KEYS))
)
_SENSES = select(sense).where(sense.c.statement_key.in_(_KEYS))
_LABELS = select(label).where(label.c.statement_key.in_(_KEYS)).order_by(label.c.statement_key, label.c.position)
_WHO = select(who).where(who.c.statement_key.in_(_KEYS)).order_by(who.c.position)
_ACTORS = (
    select(who.c.statement_key, who.c.role, actor.c.id, actor.c.wikidata)
    .outerjoin(actor, actor.c.key == who.c.actor_key)
    .where(who.c.statement_key.in_(_KEYS))
    .order_by(who.c.position)
)
_PARTIES = select(party).where(party.c.statement_key.in_(_KEYS)).order_by(party.c.position)
_OF_VERSION = select(statement.c.key).where(statement.c.version_key == bindparam("key")).order_by(statement.c.position)
_ENTRIES = select(history.c.number, history.c.content).where(history.c.number.in_(_KEYS))
_WORDS = select(words.c.rowid, words.c.quote_lemmas, words.c.quote_parts, words.c.speaker_lemmas).where(
    words.c.rowid.in_(_KEYS)
)


def load_article(connection: Connection, version_key: int) -> Article:
    """The whole article of a version; raises `ValueError` where its row is damaged."""
    row = load_version(connection, version_key)
    return article_of(row, raw=unpack_raw(row.raw), source_map=unpack_source_map(row.source_map))


def load_version(connection: Connection, version_key: int) -> AnyRow:
    """The row of a version with its article's `id`."""
    return connection.execute(_VERSION, {"key": version_key}).one()


def load_heads(connection: Connection, version_keys: Iterable[int]) -> dict[int, ArticleHead]:
    """The heads of these versions by their keys."""
    rows = connection.execute(_HEADS, {"keys": list(version_keys)})
    return {row.key: head_of(row) for row in rows}


def load_states(connection: Connection, keys: Sequence[int]) -> Iterator[tuple[AnyRow, State]]:
    """Each statement with its row, in the order of `keys`; those that are gone are left out."""
    rows = {row.key: row for row in connection.execute(_STATEMENTS, {"keys": keys})}
    parties: Mapping[int, list[AnyRow]] = defaultdict(list)
    for row in connection.execute(_PARTIES, {"keys": keys}):
        parties[row.statement_key].append(row)
    meant: Mapping[int, list[AnyRow]] = defaultdict(list)
    for row in connection.execute(_WHO, {"keys": keys}):
        meant[row.statement_key].append(row)
    senses = {row.statement_key: row for row in connection.execute(_SENSES, {"keys": keys})}
    labels: Mapping[int, list[AnyRow]] = defaultdict(list)
    for row in connection.execute(_LABELS, {"keys": keys}):
        labels[row.statement_key].append(row)
    for key in keys:
        if (found := rows.get(key)) is not None:
            its = parties[key], meant[key], senses.get(key), labels[key]
            yield found, state_of(found, *its, article_id=found.article_id)


def load_version_states(connection: Connection, version_key: int) -> list[State]:
    """The statements of a version in order, whatever their standing."""
    keys = connection.execute(_OF_VERSION, {"key": version_key}).scalars().all()
    return [state for _, state in load_states(connection, keys)]


def load_found(
    connection: Connection, ranks: Mapping[int, float | None], terms: Sequence[Term] | None
) -> Iterator[Found]:
    """The statements of the keys of `ranks` in their order, with the marks of `terms`; raises `ValueError`."""
    loaded = list(load_states(connection, list(ranks)))
    numbers = _numbers(state for _, state in loaded)
    entries = {row.number: json.loads(row.content) for row in connection.execute(_ENTRIES, {"keys": numbers})}
    if missing := [number for number in numbers if number not in entries]:
        raise ValueError(f"the history has no entry {missing[0]}")
    heads = load_heads(connection, {row.version_key for row, _ in loaded})
    actors = _actors(connection, list(ranks))
    indexed: dict[int, AnyRow] = {}
    if terms:
        indexed = {row.rowid: row for row in connection.execute(_WORDS, {"keys": list(ranks)})}
    for row, state in loaded:
        head = heads[row.version_key]
        marks = _marks(state.statement, head.text, indexed.get(row.key), terms) if terms else ()
        yield Found(
            statement=state.statement,
            article=head,
            marks=marks,
            rank=ranks[row.key],
            standing=state.standing,
            attribution=_with_actors(state.attribution, actors.get(row.key, {})),
            sense=state.sense,
            labels=tuple(replace(each, decided_by=_by(each, entries)) for each in state.labels),
            verdicts=tuple(_verdicts(state, entries)),
            revision=row.seal[:REVISION_BYTES].hex(),
        )


def load_attribution(connection: Connection, key: int, found: Attribution | None) -> Attribution | None:
    """Who is meant in the statement of the key, as `found` tells, with the actors that they are after all decisions."""
    return _with_actors(found, _actors(connection, [key]).get(key, {}))


def _actors(connection: Connection, keys: Sequence[int]) -> Mapping[int, Mapping[str, Sequence[AnyRow]]]:
    """The actors who are meant in statements, by role in their order; empty rows for those who are none."""
    found: Mapping[int, dict[str, list[AnyRow]]] = defaultdict(lambda: {role: [] for role in ROLES})
    for row in connection.execute(_ACTORS, {"keys": keys}):
        found[row.statement_key][row.role].append(row)
    return found


def _with_actors(attribution: Attribution | None, actors: Mapping[str, Sequence[AnyRow]]) -> Attribution | None:
    """The attribution with the actors that those who are meant are after all decisions."""
    if attribution is None:
        return None

    def known(role: str, parties: tuple[ResolvedParty, ...]) -> tuple[ResolvedParty, ...]:
        rows = zip(parties, actors[role], strict=True)
        return tuple(replace(party, actor=row.id, wikidata=row.wikidata) for party, row in rows)

    return Attribution(
        attribution.statement,
        known(SPEAKER, attribution.speakers),
        known(ADDRESSEE, attribution.addressees),
        known(TARGET, attribution.targets),
    )


def _numbers(states: Iterable[State]) -> list[int]:
    """The entries of the history by which people decided about the statements and their labels."""
    found: set[int] = set()
    for state in states:
        found.update(number for _, number in state.decided)
        found.update(each.entry for each in state.labels if each.entry is not None)
    return sorted(found)


def _by(found: Label, entries: Mapping[int, Mapping[str, str]]) -> str | None:
    return None if found.entry is None else entries[found.entry]["by"]


def _verdicts(state: State, entries: Mapping[int, Mapping[str, str]]) -> Iterator[Verdict]:
    """Who decided what when about the statement."""
    for part, number in state.decided:
        yield Verdict(part, number, entries[number]["by"], datetime.fromisoformat(entries[number]["at"]))


def _marks(found: Statement, text: str, indexed: AnyRow | None, terms: Sequence[Term]) -> tuple[Span, ...]:
    """Where the words that the terms find stand in the quote and in the mentions of the speakers."""
    quote, speaker = spoken_words(text, found.quote), spoken_words(text, mention_spans(found))
    quote_lemmas, speaker_lemmas, parts = "", "", ""
    if indexed is not None:
        quote_lemmas, speaker_lemmas, parts = indexed.quote_lemmas, indexed.speaker_lemmas, indexed.quote_parts
    marks = find_marks(terms, quote, _forms(quote, quote_lemmas, parts))
    return tuple(sorted(marks | find_marks(terms, speaker, _forms(speaker, speaker_lemmas, ""))))


def _forms(words: Sequence[Word], lemmas: str, parts: str) -> FormsOf:
    """The forms of the words; without lemmas and parts where there is not one a word.

    Behind the lemmas of the speakers' mentions may stand names.
    """
    count = len(words)
    given, split = lemmas.split(" ")[:count], unpack_parts(parts)
    return FormsOf(
        [word.folded for word in words],
        given if len(given) == count else (),
        split if len(split) == count else (),
    )
