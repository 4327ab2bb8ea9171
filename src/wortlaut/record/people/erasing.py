"""Erasing for good: an article, or statements with their words.

What is erased goes from every table, from the search and from the history, in which a stone with the digests of the
entry stays, so that the chain still holds. The words go from the texts and the raw bytes, too, where blocks take their
place. Afterwards the file is written anew, as SQLite would leave what was deleted on its free pages.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from wortlaut.decisions import Action, Entry, Values
from wortlaut.matching.likeness import sketch
from wortlaut.record.contents import Language
from wortlaut.record.keeping.batching import Batch
from wortlaut.record.keeping.projecting import ArticleState, Version, load_state, project
from wortlaut.record.keeping.readings import Reading, load_readings
from wortlaut.record.keeping.reprints import band_values, point_to
from wortlaut.record.people.erasures import Erasures, note_article, note_words
from wortlaut.record.people.history import append, load_entries
from wortlaut.record.people.masking import with_masked
from wortlaut.record.tables.loading import load_article, load_version, load_version_states
from wortlaut.record.tables.packing import pack_statements
from wortlaut.record.tables.rows import article_seal, content_values, reading_seal, version_values
from wortlaut.record.tables.schema import (
    about,
    article_content,
    article_version,
    history,
    mention,
    party,
    reading,
    reprint_band,
    saved_hit,
    statement,
    waiting,
    words,
)
from wortlaut.record.tables.schema import article as article_table
from wortlaut.types import Article, Span, Statement

__all__ = ["TO_PURGE", "erase_again", "erase_article", "erase_statements"]

# The name under which `about` holds that something was erased and the file not yet written anew.
TO_PURGE = "to_purge"
_KEY = select(article_table.c.key).where(article_table.c.id == bindparam("id"))
_ARTICLE_OF = (
    select(article_table.c.id)
    .select_from(article_table.join(article_version).join(statement))
    .where(statement.c.id == bindparam("id"))
    .distinct()
)


@dataclass(frozen=True, slots=True)
class _By:
    """Who erases, why and when."""

    by: str
    why: str | None
    at: datetime

    def entry(self, article_id: str | None, gone: Sequence[int]) -> Entry:
        """The entry to come, which tells of the entries that go with what is erased."""
        entry = Entry(0, "", action=Action.ERASE, at=self.at, by=self.by, why=self.why, article=article_id)
        return replace(entry, erases=tuple(gone))


def erase_article(connection: Connection, article_id: str, *, by: str, why: str | None, at: datetime | None) -> Entry:
    """The entry that tells of it; nothing of the article is left, and it stays out when it comes in again."""
    article = load_state(connection, connection.execute(_KEY, {"id": article_id}).scalar_one())
    gone = [each.number for each in load_entries(connection, article.id)]
    entry = append(connection, _By(by, why, at or datetime.now(UTC)).entry(None, gone))
    ids = _ids(connection, article)
    _stones(connection, entry)
    connection.execute(delete(saved_hit).where(saved_hit.c.statement_id.in_(ids)))
    key = connection.execute(_KEY, {"id": article_id}).scalar_one()
    for version in article.versions:
        _remove_version(connection, version)
    _pass_on(connection, key)
    connection.execute(delete(article_table).where(article_table.c.key == key))
    note_article(connection, article_id, entry.number)
    _finish(connection)
    return entry


def erase_statements(
    connection: Connection,
    ids: Iterable[str],
    *,
    by: str,
    why: str | None,
    at: datetime | None,
    language: Language | None,
) -> list[Entry]:
    """The entries that tell of it, one an article; the statements' words are gone and stay out."""
    of_article: dict[str, set[str]] = defaultdict(set)
    for each in ids:
        for article_id in connection.execute(_ARTICLE_OF, {"id": each}).scalars():
            of_article[article_id].add(each)
    who = _By(by, why, at or datetime.now(UTC))
    entries = [_erase_in(connection, name, erased, who, language) for name, erased in sorted(of_article.items())]
    _finish(connection)
    return entries


def erase_again(connection: Connection, *, by: str, why: str | None, language: Language | None) -> None:
    """Nothing; what was erased, and stands in the record all the same since it came from a backup, is gone."""
    erasures = Erasures.load(connection)
    articles: set[str] = set()
    ids: set[str] = set()
    for key in connection.execute(select(article_version.c.key)).scalars().all():
        article = load_article(connection, key)
        screened = erasures.screened(article)
        if screened is None:
            articles.add(article.id)
        elif screened != article:
            gone = {at for at, (was, now) in enumerate(zip(article.text, screened.text, strict=True)) if was != now}
            ids |= _ids_at(connection, key, gone)
    for each in sorted(articles):
        erase_article(connection, each, by=by, why=why, at=None)
    erase_statements(connection, ids, by=by, why=why, at=None, language=language)


def _ids_at(connection: Connection, version_key: int, places: set[int]) -> set[str]:
    """The statements of the version of whose quotes some of these places are a part, however they were read."""
    row = load_version(connection, version_key)
    known = [state.statement for state in load_version_states(connection, version_key)]
    for each in load_readings(connection, row.article_key, row.id):
        if each.version_key == version_key:
            known += each.statements
    return {
        found.id for found in known if any(not places.isdisjoint(range(span.start, span.end)) for span in found.quote)
    }


def _erase_in(connection: Connection, article_id: str, ids: set[str], who: _By, language: Language | None) -> Entry:
    """The entry that tells of it, in one article."""
    key = connection.execute(_KEY, {"id": article_id}).scalar_one()
    article = load_state(connection, key)
    places = _places(connection, article, ids)
    passages = {span.of(article.texts.of(number)) for number, spans in places.items() for span in spans}
    gone = [each.number for each in load_entries(connection, article_id) if each.statement in ids]
    entry = append(connection, who.entry(article_id, gone))
    _stones(connection, entry)
    connection.execute(delete(saved_hit).where(saved_hit.c.statement_id.in_(ids)))
    note_words(connection, article_id, passages, entry.number)
    for each in article.readings:
        _take_out(connection, each, ids)
    for version in reversed(article.versions):
        _mask(connection, version, places.get(version.number, set()))
    batch = Batch(connection)
    masked = load_state(connection, key)
    for version in masked.versions:
        project(batch, masked, version, lemma_index=language)
    batch.flush()
    return entry


def _places(connection: Connection, article: ArticleState, ids: set[str]) -> Mapping[int, set[Span]]:
    """Where the words of the statements stand in each version, by its number."""
    numbers = {version.key: version.number for version in article.versions}
    known: list[tuple[int, Statement]] = [
        (each.version_number, found) for each in article.readings for found in each.statements if found.id in ids
    ]
    for version in article.versions:
        states = load_version_states(connection, version.key)
        known += ((version.number, state.statement) for state in states if state.statement.id in ids)
    quotes = {(number, found.quote) for number, found in known}
    for entry in load_entries(connection, article.id):
        if entry.statement in ids and entry.version is not None:
            quotes |= {(entry.version, quote) for quote in _quotes(entry.values, entry.was)}
    places: dict[int, set[Span]] = defaultdict(set)
    for number, quote in quotes:
        for other in numbers.values():
            way = article.texts.way(number, other)
            spans = quote if way is None else tuple(found for span in quote if (found := way.carry(span)) is not None)
            places[other].update(spans)
    return places


def _quotes(*given: Values | None) -> Iterator[tuple[Span, ...]]:
    for values in given:
        if values is not None and values.quote:
            yield values.quote


def _stones(connection: Connection, entry: Entry) -> None:
    """Nothing; of the entries that this one erases only what the chain needs is left."""
    connection.execute(delete(waiting).where(waiting.c.number.in_(entry.erases)))
    values = {"content": None, "article_id": None, "statement_id": None, "erased_by": entry.number}
    connection.execute(update(history).where(history.c.number.in_(entry.erases)).values(values))


def _take_out(connection: Connection, each: Reading, ids: set[str]) -> None:
    """Nothing; the reading did not find the statements."""
    kept = [
        replace(found, parent=None if found.parent in ids else found.parent)
        for found in each.statements
        if found.id not in ids
    ]
    packed = pack_statements(kept)
    turn = connection.execute(select(reading.c.turn).where(reading.c.key == each.key)).scalar_one()
    values = {"found": packed, "seal": reading_seal(each.made_by, turn, packed)}
    connection.execute(update(reading).where(reading.c.key == each.key).values(values))


def _mask(connection: Connection, version: Version, spans: set[Span]) -> None:
    """Nothing; blocks stand in the version where the words stood. A version that becomes like a later one goes."""
    if not spans:
        return
    before = load_article(connection, version.key)
    after = with_masked(before, spans)
    same = (
        select(func.count())
        .select_from(article_version)
        .where(article_version.c.digest == after.digest, article_version.c.key != version.key)
        .where(
            article_version.c.article_key
            == select(article_version.c.article_key).where(article_version.c.key == version.key).scalar_subquery()
        )
    )
    if connection.execute(same).scalar_one():
        _remove_version(connection, version)
        return
    _rewrite(connection, version, after)


def _rewrite(connection: Connection, version: Version, after: Article) -> None:
    sketched = sketch(after.text)
    connection.execute(
        update(article_version)
        .where(article_version.c.key == version.key)
        .values(version_values(after) | {"seal": article_seal(after)})
    )
    connection.execute(
        update(article_content)
        .where(article_content.c.version_key == version.key)
        .values(content_values(after) | {"sketch": sketched.packed})
    )
    if version.is_current:
        connection.execute(delete(reprint_band).where(reprint_band.c.version_key == version.key))
        if rows := band_values(version.key, sketched):
            connection.execute(insert(reprint_band), rows)


def _remove_version(connection: Connection, version: Version) -> None:
    keys = select(statement.c.key).where(statement.c.version_key == version.key)
    connection.execute(delete(words).where(words.c.rowid.in_(keys)))
    for table in (statement, waiting, reprint_band, reading, article_content):
        connection.execute(delete(table).where(table.c.version_key == version.key))
    connection.execute(delete(article_version).where(article_version.c.key == version.key))


def _pass_on(connection: Connection, key: int) -> None:
    """Nothing; the articles that repeat this one have the first among them as their original."""
    others = (article_table.c.original_key == key, article_table.c.key != key)
    first = connection.execute(select(func.min(article_table.c.key)).where(*others)).scalar_one()
    if first is not None:
        point_to(connection, key, first)


def _ids(connection: Connection, article: ArticleState) -> set[str]:
    ids = {found.id for each in article.readings for found in each.statements}
    return ids | {each.statement for each in load_entries(connection, article.id) if each.statement is not None}


def _finish(connection: Connection) -> None:
    """Nothing; mentions that nobody has any more are gone, and it is noted that the file must be written anew."""
    used = select(party.c.mention_key)
    connection.execute(delete(mention).where(mention.c.key.not_in(used)))
    noted = insert(about).prefix_with("OR IGNORE", dialect="sqlite")
    connection.execute(noted, {"name": TO_PURGE, "value": "yes"})
