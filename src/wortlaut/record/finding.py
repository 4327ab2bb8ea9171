"""What the record gives back: articles, and statements by filters and words."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, select, true

from wortlaut.record.connected import Connected
from wortlaut.record.contents import Filters
from wortlaut.record.loading import load_article, load_found, load_heads
from wortlaut.record.query import Term, parse
from wortlaut.record.schema import article as article_table
from wortlaut.record.schema import article_version, statement
from wortlaut.record.selecting import counted, listed, listed_articles, listed_beside, listed_content, ranked
from wortlaut.types import Article, ArticleHead, Found

__all__ = ["Finding"]

# Statements loaded at a time: 50 to 500 made no difference beyond noise.
_BATCH = 200
_NO_FILTERS = Filters()


class Finding(Connected):
    """What people ask an open record.

    What iterates takes the keys of all that is wanted first and then loads batch by batch, so that neither memory nor
    a lock grows with the result; a statement that is replaced meanwhile is left out.
    """

    def article(self, article_id: str) -> Article:
        """The current version of the article of that id, or of the one id that begins so, raw bytes and all."""
        with self._reading() as connection:
            found = self._article_id(connection, article_id)
            key = connection.execute(
                select(article_version.c.key)
                .join(article_table)
                .where(article_table.c.id == found, article_version.c.is_current == true())
            ).scalar_one()
            return load_article(connection, key)

    def articles(self) -> Iterator[ArticleHead]:
        """The current versions of all articles: the newest first, those without a date last."""
        with self._reading() as connection:
            keys = array("q", connection.execute(listed_articles()).scalars())
        for batch in _batches(keys):
            with self._reading() as connection:
                heads = load_heads(connection, batch)
            yield from (heads[key] for key in batch if key in heads)

    def statement(self, statement_id: str) -> Found:
        """The statement of that id, or of the one id that begins so, from the newest version that has it."""
        with self._reading() as connection:
            return next(load_found(connection, {self._statement_key(connection, statement_id): None}, None))

    def beside(self, statement_id: str) -> list[Found]:
        """All statements of the version in which `statement` finds that one, which is among them."""
        with self._reading() as connection:
            key = self._statement_key(connection, statement_id)
        return list(self._found(listed_beside(key), None))

    def of_article(self, article_id: str) -> list[Found]:
        """The statements of the current version of the article of that id, or of the one id that begins so."""
        return list(self.statements(Filters(article=article_id)))

    def of_content(self, article: Article) -> list[Found]:
        """The statements of this very content of the article, also where another one is the current version."""
        return list(self._found(listed_content(article.id, article.digest), None))

    def statements(self, filters: Filters = _NO_FILTERS, *, limit: int | None = None) -> Iterator[Found]:
        """The wanted statements: those of the newest article first, in an article in the order of the text.

        They carry marks where `filters.words` are given.
        """
        terms = self._terms(filters.words)
        return self._found(listed(self._resolved(filters), terms, limit), terms)

    def search(self, words: str, filters: Filters = _NO_FILTERS, *, limit: int | None = None) -> Iterator[Found]:
        """The wanted statements that have the words in the quote, its speaker or the title, with marks and rank.

        All words must occur, in whatever inflected form or umlaut spelling; `"quoted words"` beside each other just
        as they are written; `word*` begins a word. No input is an error; one without letters and digits finds
        nothing. Only the first 64 words count. The best come first (bm25), of one rank the newest.
        """
        terms = parse(words, language=self._language)
        narrower = self._terms(filters.words)
        if narrower is not None:
            terms = terms + narrower if terms and narrower else ()
        return self._found(ranked(self._resolved(filters), terms, limit), terms)

    def count(self, filters: Filters = _NO_FILTERS) -> int:
        """How many statements `statements` would give."""
        query = counted(self._resolved(filters), self._terms(filters.words))
        with self._reading() as connection:
            return int(connection.execute(query).scalar_one())

    def _terms(self, words: str | None) -> tuple[Term, ...] | None:
        return None if words is None else parse(words, language=self._language)

    def _found(self, query: Select[Any], terms: tuple[Term, ...] | None) -> Iterator[Found]:
        with self._reading() as connection:
            keys, ranks = array("q"), array("d")
            for row in connection.execute(query):
                keys.append(row[0])
                ranks.extend(row[1:])
        for batch in _batches(range(len(keys))):
            with self._reading() as connection:
                wanted = {keys[at]: ranks[at] if ranks else None for at in batch}
                found = list(load_found(connection, wanted, terms))
            yield from found

    def _resolved(self, filters: Filters) -> Filters:
        """The filters with the whole id of the article that they name."""
        if filters.article is None:
            return filters
        with self._reading() as connection:
            return replace(filters, article=self._article_id(connection, filters.article))

    def _statement_key(self, connection: Connection, prefix: str) -> int:
        """The key of the statement in the newest version that has it."""
        found = self._resolve(connection, statement.c.id, prefix, "statement_not_in_record")
        keys = select(statement.c.key).join(article_version).where(statement.c.id == found)
        return int(connection.execute(keys.order_by(article_version.c.number.desc()).limit(1)).scalar_one())


def _batches(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(keys), _BATCH):
        yield keys[start : start + _BATCH]
