"""The versions of an article, each with its text and its statements."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, select

from wortlaut.errors import NotInRecord
from wortlaut.record.connected import Connected
from wortlaut.record.loading import load_found, load_heads
from wortlaut.record.schema import article as article_table
from wortlaut.record.schema import article_content, article_version, statement
from wortlaut.types import ArticleHead, Found

__all__ = ["ArticleVersion", "Comparing"]

_VERSIONS = (
    select(article_version.c.key, article_version.c.number, article_version.c.is_current)
    .join(article_table)
    .where(article_table.c.id == bindparam("id"))
    .order_by(article_version.c.number)
)
_STATEMENTS = select(statement.c.key).where(statement.c.version_key == bindparam("key")).order_by(statement.c.position)
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
