"""Articles with what language, reader and meaning make of them, whatever fails on one of them.

A reader may be anybody's: what it gives is held against the contract before it goes on, and where it fails on a batch
its articles are given to it one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wortlaut.errors import ContractBroken, ReaderError
from wortlaut.types import Article, Attribution, Document, Reason, Rejected, Sense, Stage, Statement, Telling

if TYPE_CHECKING:
    from wortlaut.reading import Reader

__all__ = ["Understood", "given_lists", "rejected_by", "understand"]

_LONGEST = 300  # characters of a foreign error's text, which may quote a whole article


@dataclass(frozen=True, slots=True)
class Understood:
    """An article with what language and reader made of it."""

    article: Article
    document: Document
    statements: tuple[Statement, ...]
    attributions: tuple[Attribution, ...] = ()
    senses: tuple[Sense, ...] = ()
    tellings: tuple[Telling, ...] = ()


def understand(articles: Sequence[Article], reader: Reader) -> list[Understood | Rejected]:
    """Each article read, or rejected where a part failed on it; its neighbours are read all the same.

    Raises what `ReaderError` the reader raises: then it cannot be used at all.
    """
    analysed = [_analysed(article) for article in articles]
    whole = [each for each in analysed if isinstance(each, Understood)]
    results = iter(_read_whole(reader, whole) if whole else [])
    return [each if isinstance(each, Rejected) else _attributed(next(results)) for each in analysed]


def given_lists(reader: Reader, articles: Sequence[Article], documents: Sequence[Document]) -> list[object]:
    """What the reader gives for each article, not looked into; raises `ContractBroken` where it is not one for each."""
    from wortlaut.reading.contract import described

    given: object = reader.read(articles, documents)
    if isinstance(given, list | tuple) and len(given) == len(articles):
        return list(given)
    told = f"a list of {len(given)}" if isinstance(given, list | tuple) else described(given)
    about = {"reader": reader.made_by.reader, "article": articles[0].id}
    raise ContractBroken("broken_count", **about, asked=len(articles), given=told)


def rejected_by(error: ReaderError, article: Article) -> Rejected:
    """The refusal of an article for which a reader gave what cannot be."""
    why = Reason(error.code, tuple((name, str(value)) for name, value in error.values.items()))
    return Rejected(error.text("en"), Stage.READING, article.origin, why)


def _analysed(article: Article) -> Understood | Rejected:
    from wortlaut.language import analyse

    try:
        return Understood(article, analyse(article.text), ())
    except Exception as error:
        return _refused(article, Stage.LANGUAGE, error)


def _read_whole(reader: Reader, articles: Sequence[Understood]) -> list[Understood | Rejected]:
    try:
        given = given_lists(reader, [each.article for each in articles], [each.document for each in articles])
    except Exception as error:
        if isinstance(error, ReaderError) and not isinstance(error, ContractBroken):
            raise
        return [_read_one(reader, each) for each in articles]
    return [_held(reader, each, found) for each, found in zip(articles, given, strict=True)]


def _read_one(reader: Reader, each: Understood) -> Understood | Rejected:
    try:
        (found,) = given_lists(reader, [each.article], [each.document])
    except ContractBroken as error:
        return rejected_by(error, each.article)
    except ReaderError:
        raise
    except Exception as error:
        about = (("reader", reader.made_by.reader), ("article", each.article.id))
        return _refused(each.article, Stage.READING, error, about)
    return _held(reader, each, found)


def _held(reader: Reader, each: Understood, found: object) -> Understood | Rejected:
    """The article with its statements, or refused where they are not as the contract says."""
    from wortlaut.reading.contract import checked

    try:
        return Understood(each.article, each.document, checked(each.article, found, reader.made_by))
    except ContractBroken as error:
        return rejected_by(error, each.article)


def _attributed(each: Understood | Rejected) -> Understood | Rejected:
    """The article with what is meant in its statements, or refused where that failed on it."""
    from wortlaut.service.meaning import GERMAN_MEANING

    if isinstance(each, Rejected):
        return each
    asked = each.document, each.statements, each.article.published
    try:
        found = GERMAN_MEANING.attribute(*asked)
        senses = GERMAN_MEANING.senses(*asked, found)
        directed = GERMAN_MEANING.targets(*asked, found, senses)
        told = GERMAN_MEANING.tellings(each.article.id, *asked, found)
    except Exception as error:
        return _refused(each.article, Stage.MEANING, error)
    return replace(each, attributions=tuple(directed), senses=tuple(senses), tellings=tuple(told))


def _refused(article: Article, stage: Stage, error: Exception, about: tuple[tuple[str, str], ...] = ()) -> Rejected:
    from wortlaut.texts import TEXTS

    problem = f"{type(error).__name__}: {error}"[:_LONGEST]
    why = Reason(f"refused.{stage.value}", (*about, ("problem", problem)))
    return Rejected(TEXTS[why.code].text("en", dict(why.details)), stage, article.origin, why)
