"""Keeping an article with its statements: everything of one item within the caller's one transaction."""

from collections.abc import Sequence

from sqlalchemy import Connection, Insert, bindparam, delete, func, insert, select, true, update

from wortlaut.errors import ReaderError
from wortlaut.record.contents import Kept
from wortlaut.record.indexing import LemmaIndex, index_values
from wortlaut.record.rows import AnyRow, Values, content_values, reading_seal, statement_rows, version_values
from wortlaut.record.schema import article as article_table
from wortlaut.record.schema import article_content, article_version, mention, party, reading, statement, words
from wortlaut.types import Article, Provenance, Statement

__all__ = ["is_current", "keep"]

_FIND_VERSION = (
    select(article_version.c.key, article_version.c.is_current)
    .join(article_table)
    .where(article_table.c.id == bindparam("id"), article_version.c.digest == bindparam("digest"))
)
_FIND_READING = select(reading.c.key, reading.c.is_current).where(
    reading.c.version_key == bindparam("version_key"),
    reading.c.reader == bindparam("reader"),
    reading.c.weights == bindparam("weights"),
    reading.c.version == bindparam("version"),
)
_FIND_ARTICLE = select(article_table.c.key).where(article_table.c.id == bindparam("id"))
_NEWEST_NUMBER = select(func.max(article_version.c.number)).where(
    article_version.c.article_key == bindparam("article_key")
)
_LAST_KEY = select(func.coalesce(func.max(statement.c.key), 0))
_INSERT_ARTICLE = insert(article_table)
_INSERT_VERSION = insert(article_version)
_INSERT_CONTENT = insert(article_content)
_INSERT_READING = insert(reading)
_INSERT_STATEMENT = insert(statement)
_INSERT_WORDS = insert(words)
_INSERT_MENTION = insert(mention).prefix_with("OR IGNORE", dialect="sqlite")
_INSERT_PARTY = insert(party).values(
    mention_key=select(mention.c.key).where(mention.c.folded == bindparam("folded")).scalar_subquery()
)


def is_current(connection: Connection, article: Article, made_by: Provenance) -> bool:
    """Whether this very content is there with what this very reader found in it."""
    version = _version(connection, article)
    return version is not None and _was_read(connection, version.key, made_by)


def keep(
    connection: Connection,
    article: Article,
    lemma_index: LemmaIndex,
    statements: Sequence[Statement],
    made_by: Provenance,
) -> Kept:
    """What became of the article; raises `ReaderError` where a statement cannot be."""
    version = _version(connection, article)
    if version is not None and _was_read(connection, version.key, made_by):
        return Kept.UNCHANGED
    _check(article, statements, made_by)
    version_key = _insert_version(connection, article) if version is None else version.key
    if version is not None:
        _remove_statements(connection, version_key)
    rows = [statement_rows(each, article.text) for each in statements]
    seals = [row.statement["seal"] for row in rows]
    reading_key = _put_reading(connection, version_key, made_by, seals, is_new=version is None)
    if not rows:
        return Kept.STORED
    first_key = connection.execute(_LAST_KEY).scalar_one() + 1
    keys = {"version_key": version_key, "reading_key": reading_key}
    connection.execute(
        _INSERT_STATEMENT,
        [row.statement | keys | {"key": first_key + at, "position": at} for at, row in enumerate(rows)],
    )
    parties = [each | {"statement_key": first_key + at} for at, row in enumerate(rows) for each in row.parties]
    if parties:
        connection.execute(_INSERT_MENTION, [{"folded": each["folded"]} for each in parties])
        connection.execute(_INSERT_PARTY, parties)
    if version is None or version.is_current:
        _index(connection, article, lemma_index, statements, first_key)
    return Kept.STORED


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


def _was_read(connection: Connection, version_key: int, made_by: Provenance) -> bool:
    found = _reading(connection, version_key, made_by)
    return found is not None and bool(found.is_current)


def _reading(connection: Connection, version_key: int, made_by: Provenance) -> AnyRow | None:
    return connection.execute(_FIND_READING, _reading_values(version_key, made_by)).one_or_none()


def _reading_values(version_key: int, made_by: Provenance) -> Values:
    return {
        "version_key": version_key,
        "reader": made_by.reader,
        "weights": made_by.weights,
        "version": made_by.version,
    }


def _insert_version(connection: Connection, article: Article) -> int:
    """The key of the new version, which is current in place of the one before."""
    article_key = connection.execute(_FIND_ARTICLE, {"id": article.id}).scalar_one_or_none()
    number = 1
    if article_key is None:
        article_key = _insert(connection, _INSERT_ARTICLE, {"id": article.id})
    else:
        number += connection.execute(_NEWEST_NUMBER, {"article_key": article_key}).scalar_one()
        _supersede(connection, article_key)
    keys = {"article_key": article_key, "number": number, "is_current": True}
    version_key = _insert(connection, _INSERT_VERSION, version_values(article) | keys)
    connection.execute(_INSERT_CONTENT, content_values(article) | {"version_key": version_key})
    return version_key


def _supersede(connection: Connection, article_key: int) -> None:
    """Nothing; the article has no current version any more, and the search does not find the one it had."""
    current = (article_version.c.article_key == article_key, article_version.c.is_current == true())
    version_key = connection.execute(select(article_version.c.key).where(*current)).scalar_one()
    _remove_from_index(connection, version_key)
    connection.execute(update(article_version).where(*current).values(is_current=False))


def _remove_statements(connection: Connection, version_key: int) -> None:
    _remove_from_index(connection, version_key)
    connection.execute(delete(statement).where(statement.c.version_key == version_key))
    connection.execute(update(reading).where(reading.c.version_key == version_key).values(is_current=False))


def _remove_from_index(connection: Connection, version_key: int) -> None:
    keys = select(statement.c.key).where(statement.c.version_key == version_key)
    connection.execute(delete(words).where(words.c.rowid.in_(keys)))


def _put_reading(
    connection: Connection, version_key: int, made_by: Provenance, seals: Sequence[bytes], *, is_new: bool
) -> int:
    """The key of the reading, which is the version's current one."""
    content = {"is_current": True, "statements": len(seals), "seal": reading_seal(made_by, seals)}
    found = None if is_new else _reading(connection, version_key, made_by)
    if found is None:
        return _insert(connection, _INSERT_READING, _reading_values(version_key, made_by) | content)
    connection.execute(update(reading).where(reading.c.key == found.key).values(content))
    return int(found.key)


def _index(
    connection: Connection,
    article: Article,
    lemma_index: LemmaIndex,
    statements: Sequence[Statement],
    first_key: int,
) -> None:
    connection.execute(
        _INSERT_WORDS,
        [{"rowid": first_key + at} | index_values(each, article, lemma_index) for at, each in enumerate(statements)],
    )


def _insert(connection: Connection, statement: Insert, values: Values) -> int:
    """The key of the new row."""
    key = connection.execute(statement, values).inserted_primary_key
    assert key is not None  # noqa: S101 - narrows the type
    return int(key[0])
