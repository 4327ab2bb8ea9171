"""Any feed, whichever form it has, as one record: what follows feeds need not know their forms."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import replace

from wortlaut.intake.articles import Wishes
from wortlaut.intake.decoding import charset_of
from wortlaut.intake.feeds import atom, jsonfeed, rss, sitemap
from wortlaut.intake.feeds.feed import Entry, Feed, Heading, Part, item_of
from wortlaut.intake.form import Form, Source
from wortlaut.intake.ownership import owned
from wortlaut.intake.reasons import Refused
from wortlaut.intake.records.fields import FieldMap
from wortlaut.intake.streams import HEAD, opened
from wortlaut.settings import Settings
from wortlaut.types import Origin, Rejected, Withdrawn

__all__ = ["Entry", "Feed", "Heading", "feed_in", "item_of", "read_feed"]

_READERS: tuple[tuple[Form, Callable[[Source], Iterator[Part]]], ...] = (
    (rss.FORM, rss.parts_of),
    (atom.FORM, atom.parts_of),
    (jsonfeed.FORM, jsonfeed.parts_of),
    (sitemap.FORM, sitemap.parts_of),
)


def read_feed(source: Source) -> Feed:
    """The feed in a file or an answer; raises `Refused` where it is none, or cannot be read at all."""
    for form, parts_of in _READERS:
        if form.fits(source):
            return _judged(Feed.of(parts_of(source)), source.url)
    raise Refused("feed_unknown")


def _judged(feed: Feed, url: str | None) -> Feed:
    """The feed, in which only what shows to be its own is taken back."""
    items = list(owned(feed.withdrawn, url))
    withdrawn = tuple(each for each in items if isinstance(each, Withdrawn))
    return replace(
        feed,
        problems=(*feed.problems, *(each for each in items if isinstance(each, Rejected))),
        withdrawn=withdrawn,
    )


def feed_in(
    raw: bytes, *, origin: Origin, settings: Settings, url: str | None = None, declared: str | None = None
) -> Feed:
    """The feed in the bytes of a file or an answer; raises `Refused` as `read_feed` does.

    `url` is the address that they came from, by which relative addresses in the feed are made whole, and `declared` the
    encoding that the transport names.
    """
    stream = opened(io.BytesIO(raw))
    head = stream.peek(HEAD)
    if not head:
        raise Refused("empty")
    charset = charset_of(head, None)
    start = head[charset.mark :].decode(charset.name or "utf-8", "replace")
    wishes = Wishes(settings, FieldMap({}), None)
    return read_feed(Source(stream, origin, charset, wishes, head, start, declared=declared, url=url))
