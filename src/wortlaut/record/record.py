"""The record as the program sees it."""

from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import ColumnElement, Connection, Engine, Select, select, true

from wortlaut.errors import NotInRecord, RecordDamaged
from wortlaut.record.contents import Filters, Kept, Problem
from wortlaut.record.indexing import LemmaIndex
from wortlaut.record.loading import load_article, load_found, load_heads
from wortlaut.record.opening import open_engine
from wortlaut.record.query import Lemmatise, Term, parse
from wortlaut.record.schema import article as article_table
from wortlaut.record.schema import article_version, statement
from wortlaut.record.selecting import counted, listed, listed_articles, listed_beside, listed_content, ranked
from wortlaut.record.sqlite import mapped_errors
from wortlaut.record.verifying import verify
from wortlaut.record.writing import is_current, keep
from wortlaut.types import Article, ArticleHead, Document, Found, Provenance, Statement

__all__ = ["Record"]

# Statements loaded at a time: 50 to 500 made no difference beyond noise.
_BATCH = 200
# Candidates that the message about an ambiguous id names.
_CANDIDATES = 5
_NO_FILTERS = Filters()


class Record:
    """The record in one SQLite file: articles as they came, the statements in them, and what read them.

    Every method raises the errors below `wortlaut.errors.RecordError`. What iterates takes the keys of all that is
    wanted first and then loads batch by batch, so that neither memory nor a lock grows with the result; a statement
    that is replaced meanwhile is left out.
    """

    def __init__(self, engine: Engine, path: Path, lemmatise: Lemmatise | None) -> None:
        self._engine = engine
        self._writer = engine.execution_options(begin="IMMEDIATE")
        self._path = path
        self._lemmatise = lemmatise

    @classmethod
    def open(
        cls,
        path: Path | str,
        *,
        create: bool = False,
        read_only: bool = False,
        lemmatise: Lemmatise | None = None,
        wait_seconds: float = 5.0,
    ) -> Self:
        """The record in the file, made there where `create` says so; an older schema is brought up to the present one.

        `lemmatise` gives the lemma of a word that is searched, as the lemmas were made that `keep` was given. Another
        program that holds the file is waited for so long.
        Raises `RecordMissing`, `RecordForeign`, `RecordNewer`, `RecordDamaged`, `RecordReadOnly`, `RecordBusy`.
        """
        path = Path(path)
        engine = open_engine(path, create=create, read_only=read_only, wait_seconds=wait_seconds)
        return cls(engine, path, lemmatise)

    def close(self) -> None:
        """Nothing; the file is let go."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def keep(
        self,
        article: Article,
        document: Document,
        lemmas: Sequence[str],
        statements: Sequence[Statement],
        made_by: Provenance,
    ) -> Kept:
        """What became of the article, in one transaction that is on the disk when this returns.

        `lemmas` has one a token of `document`. Content that was read by this reader before stays as it is; content
        that another reader read gets the statements of this one instead; another content of the same article becomes
        its current version, and the version before is kept. Raises `ReaderError` where a statement cannot be.
        """
        with mapped_errors(self._path), self._writer.begin() as connection:
            return keep(connection, article, LemmaIndex(document, lemmas), statements, made_by)

    def is_current(self, article: Article, made_by: Provenance) -> bool:
        """Whether this very content is there with what this very reader found in it."""
        with self._reading() as connection:
            return is_current(connection, article, made_by)

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
        terms = parse(words, lemmatise=self._lemmatise)
        narrower = self._terms(filters.words)
        if narrower is not None:
            terms = terms + narrower if terms and narrower else ()
        return self._found(ranked(self._resolved(filters), terms, limit), terms)

    def count(self, filters: Filters = _NO_FILTERS) -> int:
        """How many statements `statements` would give."""
        query = counted(self._resolved(filters), self._terms(filters.words))
        with self._reading() as connection:
            return int(connection.execute(query).scalar_one())

    def verify(self) -> Iterator[Problem]:
        """Every fault that checking all hashes, spans, references and the search index finds."""
        return verify(self._engine, self._path)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A connection within a read transaction, in which unreadable rows are damage."""
        with mapped_errors(self._path), self._engine.begin() as connection:
            try:
                yield connection
            except ValueError as error:
                raise RecordDamaged("record_damaged", path=self._path, what=error) from error

    def _terms(self, words: str | None) -> tuple[Term, ...] | None:
        return None if words is None else parse(words, lemmatise=self._lemmatise)

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

    def _article_id(self, connection: Connection, prefix: str) -> str:
        return self._resolve(connection, article_table.c.id, prefix, "article_not_in_record")

    def _resolve(self, connection: Connection, column: ColumnElement[str], prefix: str, missing: str) -> str:
        """The one id in `column` that is or begins with `prefix`; raises `NotInRecord`."""
        if not prefix.isalnum() or not prefix.isascii():
            raise NotInRecord(missing, path=self._path, id=prefix)
        begins = select(column).where(column >= prefix, column < f"{prefix}~").distinct().order_by(column)
        found = connection.execute(begins.limit(_CANDIDATES + 1)).scalars().all()
        if not found:
            raise NotInRecord(missing, path=self._path, id=prefix)
        if len(found) > 1 and found[0] != prefix:
            candidates = ", ".join(found[:_CANDIDATES]) + (", …" if len(found) > _CANDIDATES else "")
            raise NotInRecord("id_ambiguous", path=self._path, id=prefix, candidates=candidates)
        return found[0]


def _batches(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(keys), _BATCH):
        yield keys[start : start + _BATCH]
