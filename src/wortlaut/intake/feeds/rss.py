"""RSS in all its versions (0.9x, 1.0, 2.0), with what Dublin Core, `content`, Atom and Media RSS add to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from wortlaut.intake.agency.documents import Document, Slice, open_document, root_of
from wortlaut.intake.agency.status import shown
from wortlaut.intake.feeds.feed import Entry, Heading, Part, items_of, web_address
from wortlaut.intake.feeds.markup import Names, base_of, end_of, html_in, when_of
from wortlaut.intake.feeds.teasers import Chosen, choose
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.texts.wire import clean_line

__all__ = ["FORM", "parts_of"]

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_CORE = ("", "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/", "http://backend.userland.com/rss2")
_EMAIL = re.compile(r"\s*\S+@\S+\s*\((?P<name>[^()]+)\)\s*|(?P<first>[^<>@]*?[^<>@\s])\s*<[^<>\s]+@[^<>\s]+>\s*")
_LONGEST_PAUSE = 60 * 24 * 7  # minutes; feeds that ask for more mean something else


def _fits(source: Source) -> bool:
    root = root_of(source)
    if root is None:
        return False
    is_rdf = root.name == "RDF" and any(space in source.start for space in _CORE[1:3])
    return root.name.lower() == "rss" or is_rdf


def _read(source: Source) -> Iterator[Item]:
    yield from items_of(parts_of(source))


def parts_of(source: Source) -> Iterator[Part]:
    """The heading and the entries of a feed; raises `Refused` where the file is no XML that can be read."""
    document = open_document(source)
    names = Names(document.mapped.text, _CORE)
    channel = names.child(document.root, "channel") or document.root
    heading = _heading(names, channel, source)
    yield heading
    for number, item in enumerate(_items(names, document.root, channel), start=1):
        origin = document.origin(item, number)
        try:
            document.check_closed(item)
            _check_published(names, item)
            piece = document.slice(item, origin, end=end_of(item, names.children(item, "item")))
            yield _entry(document, names, item, piece, heading)
        except Refused as refused:
            yield reject(refused.why, origin)
    yield from document.endings()


def _items(names: Names, root: Element, channel: Element) -> Iterator[Element]:
    """The items in the channel, and beside it as in RSS 1.0; also one inside another that was not closed."""
    for parent in (channel,) if channel is root else (channel, root):
        yield from _nested(names, parent)


def _nested(names: Names, parent: Element) -> Iterator[Element]:
    for item in names.children(parent, "item"):
        yield item
        yield from _nested(names, item)


def _heading(names: Names, channel: Element, source: Source) -> Heading:
    title = names.line(channel, "title")
    base = base_of(channel, source.url)
    links = [each for each in names.children(channel, "atom:link") if each.get("rel") in ("next", "prev-archive")]
    pages = (web_address(base, each.get("href")) for each in links)
    minutes = names.line(channel, "ttl") or ""
    pause = int(minutes) if minutes.isdecimal() and len(minutes) < 6 else 0
    return Heading(
        "rss",
        title=title,
        url=web_address(base, names.line(channel, "link")),
        next_pages=tuple(page for page in pages if page),
        pause=timedelta(minutes=pause) if 0 < pause <= _LONGEST_PAUSE else None,
    )


def _check_published(names: Names, item: Element) -> None:
    """None for what was published; raises `Refused` for drafts, files and menus, which exports of WordPress hold."""
    kind, status = names.line(item, "wp:post_type"), names.line(item, "wp:status")
    identity = shown(names.line(item, "guid", "wp:post_id"))
    if kind not in (None, "post", "page"):
        raise Refused("agency_not_text", id=identity, kind=shown(kind, 40))
    if status not in (None, "publish", "inherit"):
        raise Refused("feed_entry_unpublished", id=identity, status=shown(status, 40))


def _entry(document: Document, names: Names, item: Element, piece: Slice, heading: Heading) -> Entry:
    base = base_of(item, heading.url or document.source.url)
    guid = names.child(item, "guid")
    identity = None if guid is None else clean_line(guid.words()) or None
    is_address = guid is not None and guid.get("ispermalink").lower() != "false"
    published = when_of(names.line(item, "pubDate", "dc:date", "dcterms:created", "dcterms:issued", "atom:published"))
    updated = when_of(names.line(item, "atom:updated", "dcterms:modified"))
    first = published if published.day else updated
    url = web_address(
        base,
        names.line(item, "feedburner:origLink"),
        *(clean_line(link.words()) for link in names.children(item, "link")),
        *(link.get("href") for link in names.children(item, "atom:link") if link.get("rel") in ("", "alternate")),
        identity if is_address and "://" in (identity or "") else None,
    )
    chosen = _texts(document, names, item, has_address=url is not None)
    return Entry(
        piece.raw,
        document.decoded.encoding,
        id=identity or item.get("about") or None,
        url=url,
        title=names.line(item, "title", "dc:title"),
        author=_author(names, item),
        source=names.line(item, "source", "dc:publisher") or heading.title,
        published=first.day,
        published_at=first.at,
        updated_at=updated.at,
        summary=chosen.summary,
        body=None if chosen.body is None else document.shifted(chosen.body, piece),
        notes=(*document.notes(piece), *published.notes, *chosen.notes),
    )


def _author(names: Names, item: Element) -> str | None:
    creators = [clean_line(each.words()) for each in names.children(item, "dc:creator", "atom:author")]
    if any(creators):
        return ", ".join(dict.fromkeys(each for each in creators if each))
    written = names.line(item, "author")
    found = None if written is None else _EMAIL.fullmatch(written)
    return written if found is None else found["name"] or found["first"]


def _texts(document: Document, names: Names, item: Element, *, has_address: bool) -> Chosen:
    short = [html_in(document.mapped, each) for each in names.children(item, "description", "atom:summary")]
    tags = names.children(item, "content:encoded", "xhtml:body", "xhtml:div", "yandex:full-text", "atom:content")
    full = sorted((html_in(document.mapped, each) for each in tags), key=lambda each: -len(each.text))
    return choose(full, short, has_address=has_address)


FORM = Form("rss", _fits, _read, (".rss", ".rdf"))
