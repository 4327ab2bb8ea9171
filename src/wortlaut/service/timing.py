"""Expressions of time in items that come from anywhere: paths ─ intake ─▶ Article ─ language ─▶ Document ─▶ TimeRef."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, BinaryIO

from wortlaut.service.opening import settings_or_default
from wortlaut.types import Article, Origin, Rejected, TimeRef

if TYPE_CHECKING:
    from wortlaut.intake.web.fetching import Fetcher
    from wortlaut.settings import Settings

__all__ = ["Timed", "times"]

_PLAIN = "text"  # the form of plain text; see `intake.texts.plain`


@dataclass(frozen=True, slots=True)
class Timed:
    """The expressions of time of one item; their positions are code points in `text`.

    That is the article's text; of a plain text file it is all that the file has, with the white space around.
    """

    article: str  # the id that the item has in the record
    origin: Origin
    text: str
    published: date | None
    times: tuple[TimeRef, ...]


def times(
    paths: Sequence[str],
    *,
    published: date | None = None,
    settings: Settings | None = None,
    encoding: str | None = None,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Timed | Rejected]:
    """The expressions of time in the items that `paths` lead to, item by item; what cannot be read comes as `Rejected`.

    They are reckoned from `published`, else from the day that the item gives. Nothing is kept. Raises `InputError`
    where there is nothing to read.
    """
    from wortlaut import intake

    settings = settings_or_default(settings)
    items = intake.read(paths, encoding=encoding, settings=settings, stdin=stdin, fetcher=fetcher)
    return _timed(items, published)


def _timed(items: Iterator[object], published: date | None) -> Iterator[Timed | Rejected]:
    from wortlaut.language import analyse
    from wortlaut.meaning.when import times as found

    for item in items:
        if isinstance(item, Rejected):
            yield item
        elif isinstance(item, Article):
            text = _whole(item)
            day = published or item.published
            yield Timed(item.id, item.origin, text, day, found(analyse(text), day))


def _whole(article: Article) -> str:
    """A plain text file's text as it stands in the file, where intake took only white space off its ends."""
    if article.form != _PLAIN:
        return article.text
    try:
        whole = article.raw.decode(article.encoding)
    except (LookupError, UnicodeDecodeError):
        return article.text
    return whole if whole.strip() == article.text else article.text
