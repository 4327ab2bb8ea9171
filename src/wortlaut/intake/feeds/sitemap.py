"""Sitemaps (sitemaps.org) with what Google's news sitemaps add to them, and indexes of sitemaps. None has a text."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.intake.agency.documents import Document, open_document, root_of
from wortlaut.intake.feeds.feed import Entry, Heading, Part, items_of, web_address
from wortlaut.intake.feeds.markup import Names, when_of
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.reasons import Refused, reject

__all__ = ["FORM", "parts_of"]

_CORE = (
    "http://www.sitemaps.org/schemas/sitemap/0.9",
    "https://www.sitemaps.org/schemas/sitemap/0.9",
    "http://www.google.com/schemas/sitemap/0.84",
    "http://www.google.com/schemas/sitemap/0.9",
    "",
)


def _fits(source: Source) -> bool:
    root = root_of(source)
    return root is not None and root.name in ("urlset", "sitemapindex")


def _read(source: Source) -> Iterator[Item]:
    yield from items_of(parts_of(source))


def parts_of(source: Source) -> Iterator[Part]:
    """The heading, with the sitemaps that an index lists, and the entries; raises `Refused` as the other feeds do."""
    document = open_document(source)
    names = Names(document.mapped.text, _CORE)
    maps = (web_address(source.url, names.line(each, "loc")) for each in names.children(document.root, "sitemap"))
    yield Heading("sitemap", sitemaps=tuple(each for each in maps if each))
    for number, item in enumerate(names.children(document.root, "url"), start=1):
        origin = document.origin(item, number)
        try:
            yield _entry(document, names, item, number)
        except Refused as refused:
            yield reject(refused.why, origin)
    yield from document.endings()


def _entry(document: Document, names: Names, item: Element, number: int) -> Entry:
    piece = document.slice(item, document.origin(item, number))
    news = names.child(item, "news:news")
    outlet = None if news is None else names.child(news, "news:publication")
    published = when_of(None if news is None else names.line(news, "news:publication_date"))
    updated = when_of(names.line(item, "lastmod"))
    return Entry(
        piece.raw,
        document.decoded.encoding,
        url=web_address(document.source.url, names.line(item, "loc")),
        title=None if news is None else names.line(news, "news:title"),
        source=None if outlet is None else names.line(outlet, "news:name"),
        published=published.day,
        published_at=published.at,
        updated_at=updated.at,
        notes=(*document.notes(piece), *published.notes),
    )


FORM = Form("sitemap", _fits, _read)
