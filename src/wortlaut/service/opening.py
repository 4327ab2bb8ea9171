"""The record opened for a user's verb, with the German language behind it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from wortlaut.types import Article, ArticleHead, Document

if TYPE_CHECKING:
    from wortlaut.record import Coder, Filters, Language, Meaning, Record
    from wortlaut.settings import Settings

__all__ = ["GERMAN", "asking", "filters_or_none", "head_of", "settings_or_default", "storable", "writing"]


class _German:
    """What the record asks of a language, from `wortlaut.language` and `wortlaut.meaning`."""

    @property
    def meaning(self) -> Meaning:
        from wortlaut.service.meaning import GERMAN_MEANING

        return GERMAN_MEANING

    @property
    def coder(self) -> Coder:
        from wortlaut.service.coder import CODER

        return CODER

    def analyse(self, text: str) -> Document:
        from wortlaut.language import analyse

        return analyse(text)

    def lemmas(self, document: Document) -> Sequence[str]:
        from wortlaut.language import lemmas

        return lemmas(document)

    def lemma(self, word: str) -> str:
        return " ".join(self.lemmas(self.analyse(word)))

    def parts(self, lemma: str) -> Sequence[str]:
        from wortlaut.language.compounds import compound_parts

        return compound_parts(lemma)


GERMAN: Language = _German()


@contextmanager
def asking(settings: Settings | None) -> Iterator[Record]:
    """The record of the settings, which must be there, to be read only; raises `RecordError`."""
    from wortlaut.record import Record

    settings = settings_or_default(settings)
    _use_lists(settings)
    with Record.open(settings.db, read_only=True, language=GERMAN) as record:
        yield record


@contextmanager
def writing(settings: Settings | None, *, create: bool = False) -> Iterator[Record]:
    """The record of the settings to be written to, made where `create` says so; raises `RecordError`."""
    from wortlaut.record import Record

    settings = settings_or_default(settings)
    _use_lists(settings)
    with Record.open(settings.db, create=create, language=GERMAN) as record:
        yield record


def _use_lists(settings: Settings) -> None:
    """Nothing; who held which office is what the lists of the settings say."""
    if settings.actors is None and "wortlaut.meaning.actors" not in sys.modules:
        return  # nothing else was used before, and nothing may be
    from wortlaut.meaning.actors import use

    use(*filter(None, (settings.actors,)))


def settings_or_default(settings: Settings | None) -> Settings:
    """The settings, or those that the environment gives."""
    from wortlaut.settings import Settings

    return settings or Settings()


def filters_or_none(filters: Filters | None) -> Filters:
    """The filters, or such as narrow nothing."""
    from wortlaut.record import Filters

    return filters or Filters()


def storable(text: str) -> str:
    r"""The text with what UTF-8 cannot have written out: `\udcff` is a byte of a command line that was no text."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def head_of(article: Article) -> ArticleHead:
    """The article without its raw bytes."""
    return ArticleHead(
        id=article.id,
        text=article.text,
        title=article.title,
        published=article.published,
        source=article.source,
        url=article.url,
        author=article.author,
        subtitle=article.subtitle,
        kicker=article.kicker,
        published_at=article.published_at,
        updated_at=article.updated_at,
        kind=article.kind,
        revision=article.revision,
    )
