"""What the record gives back: articles, and statements by filters and words."""

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

from sqlalchemy import Connection, select, true

from wortlaut.decisions import Withdrawal
from wortlaut.errors import NotInRecord
from wortlaut.record.contents import Filters, Meant, Sort
from wortlaut.record.keeping.withdrawing import concerned_articles
from wortlaut.record.search.loosening import loosely_found, loosened
from wortlaut.record.search.query import Term, parse
from wortlaut.record.search.ranking import RANKED, in_order_of_rank, indexed_words
from wortlaut.record.search.searching import Wanted, count_keys, wanted, wanted_keys
from wortlaut.record.search.selecting import (
    content_key,
    is_current,
    listed_articles,
    listed_beside,
    listed_content,
    values,
)
from wortlaut.record.search.similar import similar_keys, telling_words
from wortlaut.record.tables.connected import Connected
from wortlaut.record.tables.loading import load_article, load_found, load_heads
from wortlaut.record.tables.meant import unpack_meant
from wortlaut.record.tables.rows import SHOWN
from wortlaut.record.tables.schema import article as article_table
from wortlaut.record.tables.schema import article_version, meaning, sense, statement
from wortlaut.types import Article, ArticleHead, Found, Standing, Withdrawn

__all__ = ["LOOSE", "Finding", "standings_of"]

# Statements loaded at a time: 50 to 500 made no difference beyond noise.
_BATCH = 200
_NO_FILTERS = Filters()
# Words of a statement are marked in similar ones that weigh so much of the one that weighs the most.
_TELLING = 0.5
# So many are found that do not have all words.
LOOSE = 100


class Finding(Connected):
    """What people ask an open record.

    What iterates takes the keys of all that is wanted first and then loads batch by batch, so that neither memory nor
    a lock grows with the result; a statement that is replaced meanwhile is left out.
    """

    def article(self, article_id: str) -> Article:
        """The current version of the article of that id, or of the one id that begins so, raw bytes and all."""
        with self._reading() as connection:
            return load_article(connection, self._current_key(connection, article_id))

    def head(self, article_id: str) -> ArticleHead:
        """The same without the raw bytes, and whether it was taken back."""
        with self._reading() as connection:
            key = self._current_key(connection, article_id)
            return load_heads(connection, [key])[key]

    def head_of_content(self, article: Article) -> ArticleHead:
        """The same of this very content, be it the current version or not; raises `NotInRecord`."""
        with self._reading() as connection:
            key = self._content_key(connection, article)
            return load_heads(connection, [key])[key]

    def number_of_content(self, article: Article) -> int:
        """Which version of its article this very content is, 1 for the one that came in first; raises `NotInRecord`."""
        with self._reading() as connection:
            key = self._content_key(connection, article)
            number = connection.execute(select(article_version.c.number).where(article_version.c.key == key))
            return int(number.scalar_one())

    def meant_by(self, taken_back: Withdrawn) -> list[ArticleHead]:
        """The current versions of the articles in the record that whoever published them takes back so."""
        withdrawal = Withdrawal(declared_id=taken_back.declared_id, source=taken_back.source)
        with self._reading() as connection:
            ids = concerned_articles(connection, taken_back.article, withdrawal)
            keys = [self._current_key(connection, each) for each in ids]
            heads = load_heads(connection, keys)
        return [heads[key] for key in keys]

    def articles(self) -> Iterator[ArticleHead]:
        """The current versions of all articles: the newest first, those without a date last."""
        with self._reading() as connection:
            keys = array("q", connection.execute(listed_articles()).scalars())
        for batch in _batches(keys):
            with self._reading() as connection:
                heads = load_heads(connection, batch)
            yield from (heads[key] for key in batch if key in heads)

    def statement(self, statement_id: str) -> Found:
        """The statement of that id, or of the one id that begins so, from the current version, else from the newest."""
        with self._reading() as connection:
            return next(load_found(connection, {self._statement_key(connection, statement_id): None}, None))

    def beside(self, statement_id: str) -> list[Found]:
        """All statements of the version in which `statement` finds that one, which is among them."""
        with self._reading() as connection:
            key = self._statement_key(connection, statement_id)
            keys = connection.execute(listed_beside(key)).scalars().all()
        return list(self._loaded(keys, None))

    def found_meaning(self, statement_id: str) -> Meant | None:
        """Who was found to be meant in the version in which `statement` finds that one, before people decided.

        None where nobody looked for that.
        """
        with self._reading() as connection:
            of_version = select(statement.c.version_key).where(
                statement.c.key == self._statement_key(connection, statement_id)
            )
            row = connection.execute(
                select(meaning).where(meaning.c.version_key == of_version.scalar_subquery())
            ).one_or_none()
        return None if row is None else unpack_meant(row.found, row.made_by)

    def answering(self, statement_ids: Collection[str]) -> list[Found]:
        """The shown statements that answer one of these within its article, in the order of a listing."""
        of = statement.alias("answered")
        versions = select(of.c.version_key).where(of.c.id.in_(values(sorted(statement_ids))))
        query = (
            select(statement.c.key)
            .join(sense, sense.c.statement_key == statement.c.key)
            .where(
                statement.c.version_key.in_(versions),
                statement.c.is_shown == true(),
                is_current(),
                sense.c.answers.in_(values(sorted(statement_ids))),
            )
            .order_by(statement.c.key.desc())
        )
        with self._reading() as connection:
            keys = connection.execute(query).scalars().all()
        return list(self._loaded(keys, None))

    def of_article(self, article_id: str) -> list[Found]:
        """The statements of the current version of the article of that id, or of the one id that begins so."""
        return list(self.statements(Filters(article=article_id)))

    def of_content(self, article: Article, *, hidden: bool = False) -> list[Found]:
        """The statements of this very content of the article, also where another one is the current version.

        Those that are not shown unasked (lost, rejected) are among them where `hidden` says so.
        """
        with self._reading() as connection:
            keys = connection.execute(listed_content(article.id, article.digest, hidden=hidden)).scalars().all()
        return list(self._loaded(keys, None))

    def of_contents(self, articles: Iterable[Article]) -> list[list[Found]]:
        """What `of_content` gives for each of these, all at once, which takes a third of the time."""
        with self._reading() as connection:
            queries = (listed_content(each.id, each.digest, hidden=False) for each in articles)
            keys = [connection.execute(each).scalars().all() for each in queries]
            found: dict[int, Found] = {}
            for batch in _batches(list(dict.fromkeys(chain(*keys)))):
                found |= zip(batch, load_found(connection, dict.fromkeys(batch), None), strict=True)
        return [[found[key] for key in of_one] for of_one in keys]

    def statements(
        self,
        filters: Filters = _NO_FILTERS,
        *,
        sort: Sort = Sort.NEWEST,
        limit: int | None = None,
    ) -> Iterator[Found]:
        """The wanted statements in the order asked for, with marks where `filters.words` are given."""
        terms = self._terms(filters.words)
        with self._reading() as connection:
            keys = wanted_keys(connection, self._wanted(connection, filters, terms), sort, limit)
        return self._loaded(keys, terms, standings=standings_of(filters))

    def search(
        self, words: str, filters: Filters = _NO_FILTERS, *, sort: Sort = Sort.RANK, limit: int | None = None
    ) -> Iterator[Found]:
        """The wanted statements that have the words in the quote, its speaker or the title, with marks.

        All words must occur, in whatever inflected form or umlaut spelling or as a part of a compound; `"quoted words"`
        beside each other just as they are written; `word*` begins a word. No input is an error; one without letters
        and digits finds nothing. Only the first 64 words count.

        By rank, the best come first, of one rank the newest; of more than 500 only the newest 500 are put in that
        order, and the others follow, the newest first, without a rank. Last come, where they are asked for by a greater
        limit, statements with most of the words or, for a compound, with what it is a kind of: at most 100, with
        the share that they have. In any other order those are left out, as everywhere where words are a filter.
        """
        terms = self._narrowed(words, filters) or ()
        standings = standings_of(filters)
        with self._reading() as connection:
            asked = self._wanted(connection, filters, terms)
            if sort is not Sort.RANK:
                keys = wanted_keys(connection, asked, sort, limit)
                return self._loaded(keys, terms, standings=standings)
            keys = wanted_keys(connection, asked, sort, None if limit is None else max(limit, RANKED))
            ranks = dict(islice(in_order_of_rank(connection, keys, terms).items(), limit))
            left = LOOSE if limit is None else min(LOOSE, limit - len(ranks))
            needed = self._terms(filters.words) or ()
            shares = loosely_found(connection, asked, ranks, needed=needed, limit=left)
        return chain(
            self._loaded(ranks, terms, standings=standings),
            self._shared(shares, loosened(terms), standings),
        )

    def similar(
        self, statement_id: str, filters: Filters = _NO_FILTERS, *, reprints: bool = False, limit: int = 20
    ) -> Iterator[Found]:
        """The wanted statements whose quotes share the most telling words with that one's, the most alike first.

        Their rank is 1 less the share of the words, by weight, that both have; the words are marked. Without `reprints`
        statements are left out that stand in another copy of the same article. Nothing is like a statement of a former
        version.
        """
        terms = self._terms(filters.words)
        with self._reading() as connection:
            given = next(indexed_words(connection, [self._statement_key(connection, statement_id)]), None)
            if given is None:
                return iter(())
            asked = self._wanted(connection, filters, terms)
            weights = telling_words(connection, given)
            found = similar_keys(connection, asked, given, weights, reprints=reprints, limit=limit)
        most = max(weights.values(), default=0.0)
        shared = tuple(Term(((word,),)) for word, weight in weights.items() if weight >= _TELLING * most)
        return self._shared(found, shared, standings_of(filters))

    def count(self, filters: Filters = _NO_FILTERS) -> int:
        """How many statements `statements` would give."""
        with self._reading() as connection:
            return count_keys(connection, self._wanted(connection, filters, self._terms(filters.words)))

    def _terms(self, words: str | None) -> tuple[Term, ...] | None:
        return None if words is None else parse(words, language=self._language)

    def _narrowed(self, words: str | None, filters: Filters) -> tuple[Term, ...] | None:
        """The terms of the words and of those of the filters, which must all be there; None where neither are given."""
        given = [terms for terms in (self._terms(words), self._terms(filters.words)) if terms is not None]
        if not given:
            return None
        return tuple(term for terms in given for term in terms) if all(given) else ()

    def _wanted(self, connection: Connection, filters: Filters, terms: tuple[Term, ...] | None) -> Wanted:
        if filters.article is not None:
            filters = replace(filters, article=self._article_id(connection, filters.article))
        return wanted(connection, filters, terms)

    def _loaded(
        self,
        keys: Iterable[int] | Mapping[int, float | None],
        terms: tuple[Term, ...] | None,
        *,
        standings: Collection[Standing] = frozenset(Standing),
    ) -> Iterator[Found]:
        """The statements of the keys in order, with their ranks where they have any, loaded batch by batch.

        What has another standing by then is left out.
        """
        ranks = keys if isinstance(keys, Mapping) else {}
        for batch in _batches(array("q", keys)):
            with self._reading() as connection:
                found = list(load_found(connection, {key: ranks.get(key) for key in batch}, terms))
            yield from (each for each in found if each.standing in standings)

    def _shared(
        self, shares: Mapping[int, float], terms: tuple[Term, ...], standings: Collection[Standing]
    ) -> Iterator[Found]:
        """The statements of the keys with the shares of the words that they have; their ranks are what is missing."""
        ranks = {key: 1 - share for key, share in shares.items()}
        for found in self._loaded(ranks, terms, standings=standings):
            yield replace(found, share=None if found.rank is None else 1 - found.rank)

    def _content_key(self, connection: Connection, article: Article) -> int:
        """The key of the version that has this very content."""
        key = connection.execute(content_key(article.id, article.digest)).scalar_one_or_none()
        if key is None:
            raise NotInRecord("article_not_in_record", path=self._path, id=article.id)
        return int(key)

    def _current_key(self, connection: Connection, prefix: str) -> int:
        """The key of the current version of the article."""
        found = self._article_id(connection, prefix)
        query = select(article_version.c.key).join(article_table)
        current = query.where(article_table.c.id == found, article_version.c.is_current == true())
        return int(connection.execute(current).scalar_one())

    def _statement_key(self, connection: Connection, prefix: str) -> int:
        """The key of the statement in the current version, else in the newest that has it."""
        found = self._resolve(connection, statement.c.id, prefix, "statement_not_in_record")
        keys = select(statement.c.key).join(article_version).where(statement.c.id == found)
        newest = keys.order_by(article_version.c.is_current.desc(), article_version.c.number.desc())
        return int(connection.execute(newest.limit(1)).scalar_one())


def standings_of(filters: Filters) -> Collection[Standing]:
    """The standings of the statements that pass the filters."""
    return SHOWN if filters.standing is None else {filters.standing}


def _batches(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(keys), _BATCH):
        yield keys[start : start + _BATCH]
