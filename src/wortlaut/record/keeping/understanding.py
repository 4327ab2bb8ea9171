"""Asking anew who is meant in all that is there, without reading it again."""

from collections.abc import Iterator

from sqlalchemy import Connection, func, select

from wortlaut.record.contents import Language
from wortlaut.record.keeping.batching import Batch
from wortlaut.record.keeping.projecting import load_state, project
from wortlaut.record.tables.connected import Connected
from wortlaut.record.tables.schema import article, article_version, meaning

__all__ = ["Understanding"]

_ARTICLES = select(article.c.key).order_by(article.c.key)


class Understanding(Connected):
    """Who is meant, found by the present program in all articles of an open record."""

    def count_articles(self) -> int:
        """How many articles there are."""
        with self._reading() as connection:
            return connection.execute(select(func.count()).select_from(article)).scalar_one()

    def resolve_anew(self) -> Iterator[bool]:
        """Whether it was asked anew in an article, one after the other: where another program had found who is meant.

        Each article is a transaction of its own, so that an interrupted run is gone on with by running it again. What
        people decided stays.
        """
        with self._reading() as connection:
            keys = connection.execute(_ARTICLES).scalars().all()
        for key in keys:
            with self._writing() as connection, self._damage():
                is_asked = self._is_asked(connection, key)
                if is_asked:
                    _resolve(connection, key, self._language)
            yield is_asked

    def _is_asked(self, connection: Connection, key: int) -> bool:
        """Whether the present program has not said yet who is meant in some version of the article."""
        knows = None if self._language is None else self._language.meaning
        if knows is None:
            return False
        query = (
            select(meaning.c.made_by)
            .select_from(article_version)
            .outerjoin(meaning, meaning.c.version_key == article_version.c.key)
            .where(article_version.c.article_key == key)
        )
        return any(made_by != knows.made_by for made_by in connection.execute(query).scalars())


def _resolve(connection: Connection, key: int, language: Language | None) -> None:
    state = load_state(connection, key)
    batch = Batch(connection)
    for version in state.versions:
        project(batch, state, version, lemma_index=language, anew=True)
        batch.flush()
