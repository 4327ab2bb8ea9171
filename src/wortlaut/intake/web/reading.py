"""An address as a path beside files: what it answers is read as a file there would be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from wortlaut.intake.articles import Wishes
from wortlaut.intake.form import Item
from wortlaut.intake.forms import read_stream
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.streams import Stream
from wortlaut.intake.web.answers import Fetched
from wortlaut.intake.web.fetching import Fetcher
from wortlaut.types import Article, Origin, article_id

__all__ = ["read_address", "read_answer"]


def read_address(written: str, fetcher: Fetcher, wishes: Wishes, *, limit: int | None = None) -> Iterator[Item]:
    """What is at the address, in whatever form; what cannot be had as a refusal, at most `limit` bytes."""
    origin = Origin(written)
    try:
        fetched = fetcher.fetch(written, limit=limit)
    except Refused as refused:
        yield reject(refused.why, origin)
        return
    with fetched:
        yield from read_answer(fetched, origin, wishes)


def read_answer(fetched: Fetched, origin: Origin, wishes: Wishes) -> Iterator[Item]:
    """What is in an answer. The one article of an answer that names no address itself has the one it came from."""
    url = str(fetched.address)
    items = read_stream(Stream(fetched.body), origin, wishes, declared=fetched.headers.charset, url=url)
    first = list(islice(items, 2))
    if len(first) == 1 and isinstance(first[0], Article):
        first = [_at(first[0], url)]
    yield from chain(first, items)


def _at(article: Article, url: str) -> Article:
    """The article with its address, where it has none and nothing else that names it."""
    if article.url is not None or article.origin.record is not None:
        return article
    named = article_id(text=article.text, url=url, source=article.source, declared_id=None)
    return replace(article, url=url, id=named)
