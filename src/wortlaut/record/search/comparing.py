"""The versions of an article, each with its text and its statements."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, func, select, true

from wortlaut.errors import NotInRecord
from wortlaut.record.keeping.readings import Reading, load_readings
from wortlaut.record.search.folding import fold_text
from wortlaut.record.tables.connected import Connected
from wortlaut.record.tables.loading import load_found, load_heads
from wortlaut.record.tables.rows import SPEAKER
from wortlaut.record.tables.schema import article as article_table
from wortlaut.record.tables.schema import article_content, article_version, mention, party, statement
from wortlaut.types import ArticleHead, Found

__all__ = ["ArticleVersion", "Comparing", "ReadArticle"]

# Groups of reprints whose articles are loaded at a time.
_BATCH = 100

_VERSIONS = (
    select(article_version.c.key, article_version.c.number, article_version.c.is_current)
    .join(article_table)
    .where(article_table.c.id == bindparam("id"))
    .order_by(article_version.c.number)
)
_STATEMENTS = select(statement.c.key).where(statement.c.version_key == bindparam("key")).order_by(statement.c.position)
_CURRENT = (
    select(article_version.c.key, article_version.c.article_key, article_table.c.id)
    .join(article_table)
    .where(article_version.c.is_current == true())
    .order_by(article_version.c.key)
)
_SAID_BY = (
    select(statement.c.id)
    .distinct()
    .join(party, party.c.statement_key == statement.c.key)
    .join(mention, mention.c.key == party.c.mention_key)
    .where(party.c.role == SPEAKER)
    .order_by(statement.c.id)
)
_GROUPS = (
    select(article_table.c.original_key)
    .group_by(article_table.c.original_key)
    .having(func.count() > 1)
    .order_by(func.count().desc(), article_table.c.original_key)
)
_GROUP = (
    select(article_table.c.original_key, article_version.c.key)
    .join(article_version)
    .where(article_version.c.is_current == true(), article_table.c.original_key.in_(bindparam("keys", expanding=True)))
    .order_by(article_version.c.published.asc().nulls_last(), article_version.c.key)
)
_TEXT = (
    select(article_content.c.text)
    .join(article_version, article_version.c.key == article_content.c.version_key)
    .join(article_table)
    .where(article_table.c.id == bindparam("id"), article_version.c.number == bindparam("number"))
)


@dataclass(frozen=True, slots=True)
class ArticleVersion:
    """One version of an article with its statements, ordered by place."""

    number: int  # 1 for the first that came in
    is_current: bool
    article: ArticleHead
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """The current version of an article with what each reader found in it, the present reading last."""

    article: ArticleHead
    readings: tuple[Reading, ...]


class Comparing(Connected):
    """What an open record had and has of an article."""

    def versions(self, article_id: str) -> Sequence[ArticleVersion]:
        """The versions of the article of that id, or of the one id that begins so, the first that came in first."""
        with self._reading() as connection:
            rows = connection.execute(_VERSIONS, {"id": self._article_id(connection, article_id)}).all()
            heads = load_heads(connection, [row.key for row in rows])
            found = {
                row.key: dict.fromkeys(connection.execute(_STATEMENTS, {"key": row.key}).scalars()) for row in rows
            }
            return tuple(
                ArticleVersion(
                    row.number, row.is_current, heads[row.key], tuple(load_found(connection, found[row.key], None))
                )
                for row in rows
            )

    def version_text(self, article_id: str, number: int) -> str:
        """The text of one version of the article of that id; raises `NotInRecord`."""
        with self._reading() as connection:
            text = connection.execute(_TEXT, {"id": article_id, "number": number}).scalar_one_or_none()
            if text is None:
                raise NotInRecord("article_not_in_record", path=self._path, id=article_id)
            return str(text)

    def read_articles(self) -> Iterator[ReadArticle]:
        """The current versions of all articles with their readings."""
        with self._reading() as connection:
            rows = connection.execute(_CURRENT).all()
        for row in rows:
            with self._reading() as connection:
                head = load_heads(connection, [row.key]).get(row.key)
                readings = load_readings(connection, row.article_key, row.id)
            if head is not None:  # not erased meanwhile
                of_version = [each for each in readings if each.version_key == row.key]
                of_version.sort(key=lambda each: each.is_current)
                yield ReadArticle(head, tuple(of_version))

    def said_by(self, speaker: str) -> list[str]:
        """The ids of all statements that a speaker of that name made, in whatever version, shown or not.

        `speaker` is a part of a mention, compared without case and umlaut spellings, as by the filter.
        """
        folded = fold_text(speaker)
        if not folded:
            return []
        with self._reading() as connection:
            named = _SAID_BY.where(mention.c.folded.contains(folded, autoescape=True))
            return list(connection.execute(named).scalars())

    def reprints(self, article_id: str | None = None) -> Iterator[tuple[ArticleHead, ...]]:
        """The articles that are one piece of copy, group by group, the largest group first, in a group the oldest.

        With `article_id`, an id or the unique beginning of one, only the group of that article, if there is one.
        """
        with self._reading() as connection:
            groups = _GROUPS
            if article_id is not None:
                of_article = select(article_table.c.original_key).where(
                    article_table.c.id == self._article_id(connection, article_id)
                )
                groups = groups.where(article_table.c.original_key == of_article.scalar_subquery())
            keys = connection.execute(groups).scalars().all()
        for start in range(0, len(keys), _BATCH):
            batch = keys[start : start + _BATCH]
            members: dict[int, list[int]] = {key: [] for key in batch}
            with self._reading() as connection:
                for row in connection.execute(_GROUP, {"keys": batch}):
                    members[row.original_key].append(row.key)
                heads = load_heads(connection, [key for each in members.values() for key in each])
            yield from (tuple(heads[key] for key in each if key in heads) for each in members.values())
