"""What was erased, by salted digests: nothing can be read from them, but what comes in again is known by them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial
from hashlib import sha256
from secrets import token_hex
from typing import Self

from sqlalchemy import Connection, insert, select

from wortlaut.record.people.masking import with_masked
from wortlaut.record.search.folding import Word, words_in
from wortlaut.record.tables.rows import Values, seal_of
from wortlaut.record.tables.schema import about, erased
from wortlaut.types import Article, Span

__all__ = ["ERASURE_SALT", "Erasures", "erased_values", "note_article", "note_words", "prepare", "telling"]

# The name under which `about` holds what all digests are salted with.
ERASURE_SALT = "erasure_salt"
_SALT_BYTES = 32
# As many words in a row are nobody's but the erased person's, wherever they stand; fewer are erased only in the
# articles that they were erased from.
_TELLING = 8


class Erasures:
    """All that was erased from one record."""

    def __init__(self, salt: str | None, digests: dict[int, set[bytes]]) -> None:
        self._salt = salt
        self._digests = digests

    @classmethod
    def load(cls, connection: Connection) -> "Erasures":
        """What was erased so far."""
        digests: dict[int, set[bytes]] = defaultdict(set)
        for row in connection.execute(select(erased.c.words, erased.c.digest)):
            digests[row.words].add(row.digest)
        salt = connection.execute(select(about.c.value).where(about.c.name == ERASURE_SALT)).scalar_one_or_none()
        return cls(salt, digests)

    def has_article(self, article_id: str) -> bool:
        """Whether the article of that id was erased."""
        return self._salt is not None and _article_digest(self._salt, article_id) in self._digests.get(0, ())

    def screened(self, article: Article) -> Article | None:
        """The article without words that were erased, None where it was erased itself."""
        if self._salt is None:
            return article
        if self.has_article(article.id):
            return None
        return with_masked(article, partial(self.places, article.id))

    def places(self, article_id: str, text: str) -> list[Span]:
        """Where words that were erased stand in a text of the article, from their first word to their last."""
        salt = self._salt
        if salt is None:
            return []
        words = list(words_in(text))
        return [
            Span(words[start].start, words[start + length - 1].end)
            for length, digests in self._digests.items()
            for start in range(len(words) - length + 1 if length else 0)
            if _words_digest(salt, article_id, words[start : start + length]) in digests
        ]

    def with_words(self, article_id: str, passages: Iterable[str]) -> Self:
        """The same with these passages of the article, as if they were erased already."""
        assert self._salt is not None  # noqa: S101 - there is one once anything is to be erased
        digests = defaultdict(set, {length: set(known) for length, known in self._digests.items()})
        for passage in passages:
            if words := list(words_in(passage)):
                digests[len(words)].add(_words_digest(self._salt, article_id, words))
        return type(self)(self._salt, digests)


def prepare(connection: Connection) -> None:
    """Nothing; the record has the salt that erasures need."""
    _salt(connection)


def telling(passages: Iterable[str]) -> list[str]:
    """The passages that are long enough to be erased wherever they stand."""
    return [each for each in passages if len(list(words_in(each))) >= _TELLING]


def note_article(connection: Connection, article_id: str, number: int) -> None:
    """Nothing; the article stays out from now on."""
    _note(connection, _article_digest(_salt(connection), article_id), 0, number)


def note_words(connection: Connection, article_id: str, passages: Iterable[str], number: int) -> None:
    """Nothing; these passages of the article stay out from now on."""
    salt = _salt(connection)
    for passage in passages:
        if words := list(words_in(passage)):
            _note(connection, _words_digest(salt, article_id, words), len(words), number)


def erased_values(salt: str, digest: bytes, words: int, number: int) -> Values:
    """The columns of what was erased, but for its key."""
    return {"digest": digest, "words": words, "number": number, "seal": seal_of(salt, digest, words, number)}


def _note(connection: Connection, digest: bytes, words: int, number: int) -> None:
    values = erased_values(_salt(connection), digest, words, number)
    connection.execute(insert(erased).prefix_with("OR IGNORE", dialect="sqlite"), values)


def _salt(connection: Connection) -> str:
    found: str | None = connection.execute(
        select(about.c.value).where(about.c.name == ERASURE_SALT)
    ).scalar_one_or_none()
    if found is None:
        found = token_hex(_SALT_BYTES)
        connection.execute(insert(about).values(name=ERASURE_SALT, value=found))
    return found


def _article_digest(salt: str, article_id: str) -> bytes:
    return sha256(f"{salt}\0article\0{article_id}".encode()).digest()


def _words_digest(salt: str, article_id: str, words: Sequence[Word]) -> bytes:
    of = "" if len(words) >= _TELLING else article_id
    return sha256(f"{salt}\0{of}\0{' '.join(word.folded for word in words)}".encode()).digest()
