"""Erasing for good: an article, or statements with their words.

What is erased goes from every table, from the search and from the history, in which a stone with the digests of the
entry stays, so that the chain still holds. The words go from the texts and the raw bytes, too, where blocks take their
place. Afterwards the file is written anew, as SQLite would leave what was deleted on its free pages.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update

from wortlaut.decisions import Action, Entry, Values
from wortlaut.matching.likeness import sketch
from wortlaut.record.contents import Language
from wortlaut.record.keeping.batching import Batch
from wortlaut.record.keeping.projecting import ArticleState, Version, load_article_state, load_state, project
from wortlaut.record.keeping.readings import Reading
from wortlaut.record.keeping.reprints import band_values, leave
from wortlaut.record.keeping.weaving import Loosened, drop_tellings, weave
from wortlaut.record.keeping.withdrawing import concerned_articles, filed_withdrawals, load_withdrawals
from wortlaut.record.people.deciding import refresh
from wortlaut.record.people.erasures import Erasures, note_article, note_words, prepare, telling
from wortlaut.record.people.history import append, load_entries, load_entries_of
from wortlaut.record.people.masking import LINES
from wortlaut.record.people.unnaming import Spoken, doomed, settle, spoken_of
from wortlaut.record.search.folding import words_in
from wortlaut.record.tables.loading import load_article, load_version_states
from wortlaut.record.tables.packing import pack_statements
from wortlaut.record.tables.rows import article_seal, content_values, reading_seal, version_values
from wortlaut.record.tables.schema import (
    about,
    announcement,
    article_content,
    article_version,
    coding,
    history,
    meaning,
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
    select(article_table.c.key)
    .select_from(article_table.join(article_version).join(statement))
    .where(statement.c.id == bindparam("id"))
    .distinct()
)


@dataclass(frozen=True, slots=True)
class _By:
    """Who erases, why and when, and what analyses the texts that are left."""

    by: str
    why: str | None
    at: datetime
    language: Language | None = None

    def entry(self, article_id: str | None, gone: Sequence[int]) -> Entry:
        """The entry to come, which tells of the entries that go with what is erased."""
        entry = Entry(0, "", action=Action.ERASE, at=self.at, by=self.by, why=self.why, article=article_id)
        return replace(entry, erases=tuple(gone))


def erase_article(
    connection: Connection,
    article_id: str,
    *,
    by: str,
    why: str | None,
    at: datetime | None,
    language: Language | None,
) -> Entry:
    """The entry that tells of it; nothing of the article is left, and it stays out when it comes in again.

    What took it back goes with it; where it took another article back, too, that is written down anew.
    """
    key = connection.execute(_KEY, {"id": article_id}).scalar_one()
    article = load_state(connection, key)
    about, others = _taken_back_with(connection, article)
    gone = [each.number for each in load_entries_of(connection, about)]
    ids = _ids(connection, article)
    spoken = spoken_of(connection, key, (article_id, *ids))
    connection.execute(delete(saved_hit).where(saved_hit.c.statement_id.in_(ids)))
    loosened = Loosened()
    for version in article.versions:
        drop_tellings(connection, version.key, loosened)
        _remove_version(connection, version)
    leave(connection, key)
    connection.execute(delete(article_table).where(article_table.c.key == key))
    unsaid = doomed(connection, spoken, language)
    entry = append(connection, _By(by, why, at or datetime.now(UTC)).entry(None, [*gone, *unsaid.numbers]))
    _stones(connection, entry)
    settle(connection, unsaid, language)
    note_article(connection, article_id, entry.number)
    weave(connection, loosened)  # without what was decided about its events
    for told, concerned in others:
        append(connection, told)
        for each in concerned:
            refresh(connection, each, language=language)
    _note_purge(connection)
    return entry


def _taken_back_with(
    connection: Connection, article: ArticleState
) -> tuple[list[str], list[tuple[Entry, Sequence[str]]]]:
    """The ids under which entries are filed that go with an article, and what is to be said of which others instead."""
    about: list[str] = [article.id]
    others: list[tuple[Entry, Sequence[str]]] = []
    counting = {each.number for each in load_withdrawals(connection, article.id, article.names)}
    for each in filed_withdrawals(connection, {article.id}, article.names):
        assert each.withdraws is not None  # noqa: S101 - it is a withdrawal
        concerned = concerned_articles(connection, each.article or "", each.withdraws)
        left = [name for name in concerned if name != article.id]
        if each.article != article.id and not left:
            about.append(each.article or "")
        elif each.article == article.id and left and each.number in counting:
            version = load_article_state(connection, left[0]).current.number
            others.append((replace(each, article=left[0], version=version), left))
    return about, others


def erase_statements(
    connection: Connection,
    ids: Iterable[str],
    *,
    by: str,
    why: str | None,
    at: datetime | None,
    language: Language | None,
) -> list[Entry]:
    """The entries that tell of it, one an article; the statements' words are gone and stay out.

    Passages that are long enough to tell go from all other articles, too, with the statements that are made of them.
    """
    of_article: dict[int, set[str]] = defaultdict(set)
    for each in ids:
        for key in connection.execute(_ARTICLE_OF, {"id": each}).scalars():
            of_article[key].add(each)
    prepare(connection)
    erasures, passages = Erasures.load(connection), {}
    for key, erased in of_article.items():
        article = load_state(connection, key)
        passages[key] = _passages(connection, article, erased)
        erasures = erasures.with_words(article.id, passages[key])
    for key in _with_words(connection, [each for known in passages.values() for each in known], passages):
        of_article.setdefault(key, set())
    who = _By(by, why, at or datetime.now(UTC), language)
    entries, spoken = [], Spoken()
    for key in sorted(of_article):
        speaks = spoken_of(connection, key, of_article[key])
        entry = _erase_in(connection, key, of_article[key], erasures, who)
        if entry is not None:
            entries.append(entry)
            spoken |= speaks
            note_words(connection, entry.article or "", passages.get(key, ()), entry.number)
    return [*entries, *_finish(connection, spoken, who)]


def erase_again(connection: Connection, erasures: Erasures, entry: Entry, *, language: Language | None) -> list[Entry]:
    """The entries that tell of it; what was erased once, and stands in the record since it came from a backup, is gone.

    `entry` told of it then, and says who erased it and why.
    """
    by, at = entry.by or "", entry.at or datetime.now(UTC)
    who, made, spoken = _By(by, entry.why, at, language), [], Spoken()
    for row in connection.execute(select(article_table.c.key, article_table.c.id)).all():
        if erasures.has_article(row.id):
            made.append(erase_article(connection, row.id, by=by, why=entry.why, at=at, language=language))
            continue
        speaks = spoken_of(connection, row.key)
        if (told := _erase_in(connection, row.key, set(), erasures, who)) is not None:
            made.append(told)
            spoken |= speaks
    return [*made, *_finish(connection, spoken, who)]


def _erase_in(connection: Connection, key: int, ids: set[str], erasures: Erasures, who: _By) -> Entry | None:
    """The entry that tells of it, in one article; None where the article has nothing of it."""
    article = load_state(connection, key)
    changed: dict[int, Article] = {}
    for version in article.versions:
        before = load_article(connection, version.key)
        after = erasures.screened(before)
        if after is not None and after != before:
            changed[version.number] = after
    if not changed and not ids:
        return None
    places = {number: erasures.places(article.id, article.texts.of(number)) for number in changed}
    ids = ids | set(_made_of(connection, article, places))
    gone = [each.number for each in load_entries(connection, article.id) if each.statement in ids]
    entry = append(connection, who.entry(article.id, gone))
    _stones(connection, entry)
    connection.execute(delete(saved_hit).where(saved_hit.c.statement_id.in_(ids)))
    for each in article.readings:
        _take_out(connection, each, ids)
    for version in article.versions:
        if version.number in changed:
            _rewrite(connection, version, changed[version.number])
    batch, kept = Batch(connection), load_state(connection, key)
    for version in kept.versions:
        project(batch, kept, version, lemma_index=who.language)
    batch.flush()
    return entry


def _passages(connection: Connection, article: ArticleState, ids: set[str]) -> set[str]:
    """The words of the statements, as they stand in any version, by any reading or decision."""
    quotes = [(number, found.quote) for number, found in _known(connection, article) if found.id in ids]
    for entry in load_entries(connection, article.id):
        if entry.statement in ids and entry.version is not None:
            quotes += ((entry.version, quote) for quote in _quotes(entry.values, entry.was))
    return {span.of(article.texts.of(number)) for number, quote in quotes for span in quote}


def _made_of(connection: Connection, article: ArticleState, places: Mapping[int, Sequence[Span]]) -> Iterator[str]:
    """The statements of whose quotes every word stands in the places, by the number of the version."""
    for number, found in _known(connection, article):
        said = [word for span in found.quote for word in words_in(article.texts.of(number), span)]
        spans = places.get(number, ())
        if said and all(any(span.start <= word.start and word.end <= span.end for span in spans) for word in said):
            yield found.id


def _known(connection: Connection, article: ArticleState) -> Iterator[tuple[int, Statement]]:
    """Every statement of the article, as read and as it holds, with the number of the version of its places."""
    for each in article.readings:
        yield from ((each.version_number, found) for found in each.statements)
    for version in article.versions:
        yield from ((version.number, state.statement) for state in load_version_states(connection, version.key))


def _with_words(connection: Connection, passages: Sequence[str], known: Collection[int]) -> list[int]:
    """The articles that may have one of the passages: those that have it letter by letter, and all reprints."""
    said = [article_content.c.text, *(article_version.c[name] for name in LINES)]
    queries = [
        select(article_version.c.article_key)
        .join(article_content)
        .where(or_(*(func.instr(column, each) > 0 for column in said)))
        for each in telling(passages)
    ]
    originals = select(article_table.c.original_key).where(article_table.c.key.in_(known))
    queries.append(select(article_table.c.key).where(article_table.c.original_key.in_(originals)))
    return sorted({key for query in queries for key in connection.execute(query).scalars()} - set(known))


def _quotes(*given: Values | None) -> Iterator[tuple[Span, ...]]:
    for values in given:
        if values is not None and values.quote:
            yield values.quote


def _stones(connection: Connection, entry: Entry) -> None:
    """Nothing; of the entries that this one erases only what the chain needs is left."""
    connection.execute(delete(waiting).where(waiting.c.number.in_(entry.erases)))
    emptied = dict.fromkeys(("content", "article_id", "statement_id", "declared_id", "actor_id", "event_id"))
    values = emptied | {"erased_by": entry.number}
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
    keys = select(statement.c.key).where(statement.c.version_key == version.key)
    connection.execute(delete(words).where(words.c.rowid.in_(keys)))  # all are written anew: the title is in each
    connection.execute(delete(statement).where(statement.c.version_key == version.key))
    if version.is_current:
        connection.execute(delete(reprint_band).where(reprint_band.c.version_key == version.key))
        if rows := band_values(version.key, sketched):
            connection.execute(insert(reprint_band), rows)


def _remove_version(connection: Connection, version: Version) -> None:
    keys = select(statement.c.key).where(statement.c.version_key == version.key)
    connection.execute(delete(words).where(words.c.rowid.in_(keys)))
    for table in (statement, waiting, reprint_band, reading, meaning, announcement, coding, article_content):
        connection.execute(delete(table).where(table.c.version_key == version.key))
    connection.execute(delete(article_version).where(article_version.c.key == version.key))


def _ids(connection: Connection, article: ArticleState) -> set[str]:
    ids = {found.id for each in article.readings for found in each.statements}
    return ids | {each.statement for each in load_entries(connection, article.id) if each.statement is not None}


def _finish(connection: Connection, spoken: Spoken, who: _By) -> list[Entry]:
    """The entry that tells of decisions about actors that go with what was erased, if there are any."""
    _note_purge(connection)
    unsaid = doomed(connection, spoken, who.language)
    if not unsaid.numbers:
        return []
    entry = append(connection, who.entry(None, unsaid.numbers))
    _stones(connection, entry)
    settle(connection, unsaid, who.language)
    return [entry]


def _note_purge(connection: Connection) -> None:
    """Nothing; it is noted that the file must be written anew."""
    noted = insert(about).prefix_with("OR IGNORE", dialect="sqlite")
    connection.execute(noted, {"name": TO_PURGE, "value": "yes"})
