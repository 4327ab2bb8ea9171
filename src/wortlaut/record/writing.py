"""Keeping an article with its statements: everything of one item within the caller's one transaction."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Insert, bindparam, func, insert, select, true, update

from wortlaut.errors import ReaderError
from wortlaut.record.contents import Kept
from wortlaut.record.identity import Known, identified
from wortlaut.record.indexing import LemmaIndex
from wortlaut.record.loading import load_version_states
from wortlaut.record.projecting import (
    ArticleState,
    Version,
    load_state,
    project,
    put_states,
    remove_from_index,
)
from wortlaut.record.readings import put_reading, was_read
from wortlaut.record.rows import AnyRow, State, Values, content_values, version_values
from wortlaut.record.schema import article as article_table
from wortlaut.record.schema import article_content, article_version
from wortlaut.types import Article, Provenance, Statement

__all__ = ["is_current", "keep"]

_FIND_VERSION = (
    select(article_version.c.key, article_version.c.is_current, article_version.c.article_key)
    .join(article_table)
    .where(article_table.c.id == bindparam("id"), article_version.c.digest == bindparam("digest"))
)
_FIND_ARTICLE = select(article_table.c.key).where(article_table.c.id == bindparam("id"))
_LAST_ARTICLE = select(func.coalesce(func.max(article_table.c.key), 0))
_NEWEST_NUMBER = select(func.max(article_version.c.number)).where(
    article_version.c.article_key == bindparam("article_key")
)
_INSERT_ARTICLE = insert(article_table)
_INSERT_VERSION = insert(article_version)
_INSERT_CONTENT = insert(article_content)


def is_current(connection: Connection, article: Article, made_by: Provenance) -> bool:
    """Whether this very content is there with what this very reader found in it."""
    version = _version(connection, article)
    return version is not None and was_read(connection, version.key, made_by)


def keep(
    connection: Connection,
    article: Article,
    lemma_index: LemmaIndex,
    statements: Sequence[Statement],
    made_by: Provenance,
) -> Kept:
    """What became of the article; raises `ReaderError` where a statement cannot be."""
    version = _version(connection, article)
    if version is not None and was_read(connection, version.key, made_by):
        return Kept.UNCHANGED
    _check(article, statements, made_by)
    article_key = connection.execute(_FIND_ARTICLE, {"id": article.id}).scalar_one_or_none()
    if article_key is None:
        _keep_first(connection, article, lemma_index, statements, made_by)
        return Kept.STORED
    version_key = _insert_version(connection, article, article_key) if version is None else version.key
    state = load_state(connection, article_key)
    at = next(each for each in state.versions if each.key == version_key)
    found = identified(article, statements, _known(connection, state, at), _taken(connection, state))
    put_reading(connection, article_key, version_key, made_by, found, is_first=False)
    project(connection, load_state(connection, article_key), at, lemma_index=lemma_index)
    return Kept.STORED


def _keep_first(
    connection: Connection,
    article: Article,
    lemma_index: LemmaIndex,
    statements: Sequence[Statement],
    made_by: Provenance,
) -> None:
    """Nothing; an article that was not there is, with its first version and reading."""
    article_key = connection.execute(_LAST_ARTICLE).scalar_one() + 1
    connection.execute(_INSERT_ARTICLE, {"key": article_key, "id": article.id, "original_key": article_key})
    version_key = _insert_version(connection, article, article_key, is_first=True)
    reading_key = put_reading(connection, article_key, version_key, made_by, statements, is_first=True)
    states = [State(each, reading_key=reading_key) for each in statements]
    version = Version(version_key, 1, True, article.title, article.text)
    put_states(connection, version, states, lemma_index=lemma_index, is_new=True)


def _known(connection: Connection, article: ArticleState, version: Version) -> Iterator[Known]:
    """The statements that have ids already: of this version as they hold and as they were read, then of the others.

    The newest other version goes first.
    """
    others = sorted(article.versions, key=lambda each: (each.key != version.key, -each.number))
    for each in others:
        way = article.texts.way(each.number, version.number)
        states = load_version_states(connection, each.key)
        yield Known(tuple(state.statement for state in states), way)
        for reading in article.readings:
            if reading.version_key == each.key:
                yield Known(reading.statements, way)


def _taken(connection: Connection, article: ArticleState) -> frozenset[str]:
    """All ids that statements of the article ever had."""
    ids = {statement.id for reading in article.readings for statement in reading.statements}
    for version in article.versions:
        ids.update(state.statement.id for state in load_version_states(connection, version.key))
    return frozenset(ids)


def _check(article: Article, statements: Sequence[Statement], made_by: Provenance) -> None:
    """Nothing; raises `ReaderError` for what no reader may give."""

    def refuse(what: str) -> ReaderError:
        return ReaderError("statement_impossible", reader=made_by.reader, article=article.id, what=what)

    ids = {each.id for each in statements}
    if len(ids) < len(statements):
        raise refuse("two statements have the same id")
    for each in statements:
        if each.article_id != article.id:
            raise refuse(f"{each.id} is a statement of article {each.article_id}")
        if each.made_by != made_by:
            raise refuse(f"{each.id} was made by {each.made_by}, not by {made_by}")
        if not each.quote:
            raise refuse(f"{each.id} has no quote")
        if each.parent is not None and (each.parent not in ids or each.parent == each.id):
            raise refuse(f"{each.id} stands inside {each.parent}, which is none of the article's other statements")
        for span in each.spans():
            if span.end > len(article.text):
                raise refuse(f"{each.id} reaches to {span.end} in a text of {len(article.text)} characters")


def _version(connection: Connection, article: Article) -> AnyRow | None:
    return connection.execute(_FIND_VERSION, {"id": article.id, "digest": article.digest}).one_or_none()


def _insert_version(connection: Connection, article: Article, article_key: int, *, is_first: bool = False) -> int:
    """The key of the new version, which is current in place of the one before."""
    number = 1
    if not is_first:
        number += connection.execute(_NEWEST_NUMBER, {"article_key": article_key}).scalar_one()
        _supersede(connection, article_key)
    keys = {"article_key": article_key, "number": number, "is_current": True, "statements_seal": b""}
    version_key = _insert(connection, _INSERT_VERSION, version_values(article) | keys)
    connection.execute(_INSERT_CONTENT, content_values(article) | {"version_key": version_key, "sketch": b""})
    return version_key


def _supersede(connection: Connection, article_key: int) -> None:
    """Nothing; the article has no current version any more, and the search does not find the one it had."""
    current = (article_version.c.article_key == article_key, article_version.c.is_current == true())
    version_key = connection.execute(select(article_version.c.key).where(*current)).scalar_one()
    remove_from_index(connection, version_key)
    connection.execute(update(article_version).where(*current).values(is_current=False))


def _insert(connection: Connection, statement: Insert, values: Values) -> int:
    """The key of the new row."""
    key = connection.execute(statement, values).inserted_primary_key
    assert key is not None  # noqa: S101 - narrows the type
    return int(key[0])
