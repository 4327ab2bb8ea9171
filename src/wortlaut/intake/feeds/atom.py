"""Atom 1.0 and 0.3 (RFC 4287), with paged feeds (RFC 5005) and entries that were deleted (RFC 6721)."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.intake.agency.documents import Document, Slice, open_document, root_of
from wortlaut.intake.agency.nitf import nitf_text
from wortlaut.intake.articles import named
from wortlaut.intake.facts import Facts
from wortlaut.intake.feeds.feed import Entry, Heading, Part, items_of, web_address
from wortlaut.intake.feeds.markup import Names, base_of, end_of, when_of
from wortlaut.intake.feeds.teasers import Chosen, choose, from_html
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.markup.content import content
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.texts.wire import clean_line, paragraphs
from wortlaut.types import Withdrawn

__all__ = ["FORM", "parts_of"]

_CORE = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "")


def _fits(source: Source) -> bool:
    root = root_of(source)
    if root is None or root.name not in ("feed", "entry"):
        return False
    is_bare = "xmlns" not in root.rest and "<entry>" in source.start
    return is_bare or any(space in root.rest for space in _CORE[:2])


def _read(source: Source) -> Iterator[Item]:
    yield from items_of(parts_of(source))


def parts_of(source: Source) -> Iterator[Part]:
    """The heading and the entries of a feed, or a single entry; raises `Refused` where the file is no XML."""
    document = open_document(source)
    root = document.root
    names = Names(document.mapped.text, _CORE)
    heading = _heading(names, root, source) if root.name == "feed" else Heading("atom")
    yield heading
    if root.name == "entry":
        document.check_closed(root)
        yield _entry(document, names, root, document.whole(), heading)
    for number, item in enumerate(_entries(names, root), start=1):
        origin = document.origin(item, number)
        try:
            document.check_closed(item)
            piece = document.slice(item, origin, end=end_of(item, names.children(item, "entry")))
            yield _entry(document, names, item, piece, heading)
        except Refused as refused:
            yield reject(refused.why, origin)
    for number, gone in enumerate(names.children(root, "at:deleted-entry"), start=1):
        yield _deleted(document, names, gone, number, heading)
    yield from document.endings()


def _entries(names: Names, parent: Element) -> Iterator[Element]:
    """The entries in it, also one inside another that was not closed."""
    for entry in names.children(parent, "entry"):
        yield entry
        yield from _entries(names, entry)


def _heading(names: Names, root: Element, source: Source) -> Heading:
    base = base_of(root, source.url)
    pages = (_link(names, root, base, "next"), _link(names, root, base, "prev-archive"))
    return Heading(
        "atom",
        title=names.line(root, "title"),
        url=_link(names, root, base, "alternate"),
        next_pages=tuple(page for page in pages if page),
    )


def _entry(document: Document, names: Names, item: Element, piece: Slice, heading: Heading) -> Entry:
    base = base_of(item, document.source.url or heading.url)
    identity = names.line(item, "id")
    published = when_of(names.line(item, "published", "issued", "created", "dc:date"))
    updated = when_of(names.line(item, "updated", "modified"))
    origin = names.child(item, "source")
    people = [names.line(each, "name") for each in names.children(item, "author")]
    outlet = None if origin is None else names.line(origin, "title")
    first = published if published.day else updated
    url = web_address(
        base,
        names.line(item, "feedburner:origLink"),
        _link(names, item, base, "alternate"),
        identity if "://" in (identity or "") else None,
    )
    chosen = _texts(document, names, item, has_address=url is not None)
    return Entry(
        piece.raw,
        document.decoded.encoding,
        id=identity,
        url=url,
        title=names.line(item, "title"),
        author=", ".join(each for each in people if each) or names.line(item, "dc:creator"),
        source=outlet or heading.title,
        published=first.day,
        published_at=first.at,
        updated_at=updated.at,
        summary=chosen.summary,
        body=None if chosen.body is None else document.shifted(chosen.body, piece),
        notes=(*document.notes(piece), *first.notes, *chosen.notes),
    )


def _link(names: Names, parent: Element, base: str | None, rel: str) -> str | None:
    """The address of a kind of link, the one to a page first."""
    wanted = [each for each in names.children(parent, "link") if (each.get("rel") or "alternate") == rel]
    wanted.sort(key=lambda each: "html" not in (each.get("type") or "html"))
    return next((url for each in wanted if (url := web_address(base_of(each, base), each.get("href")))), None)


def _texts(document: Document, names: Names, item: Element, *, has_address: bool) -> Chosen:
    short = [_text(document.mapped, each) for each in names.children(item, "summary")]
    found = (_text(document.mapped, each) for each in names.children(item, "content") if not each.get("src"))
    return choose(sorted(found, key=lambda each: -len(each.text)), short, has_address=has_address)


def _text(mapped: Mapped, element: Element) -> Mapped:
    """The text of a construct, by its type: plain text, escaped HTML, XHTML, or NITF."""
    kind = element.get("type").lower()
    if kind in ("", "text", "text/plain"):
        return paragraphs(content(mapped, element))
    if kind in ("html", "text/html") or element.get("mode") == "escaped":
        return from_html(content(mapped, element))
    story = next(element.descend("nitf"), None)
    if story is not None:
        return nitf_text(mapped, story)
    if kind in ("xhtml", "application/xhtml+xml") or next(element.elements, None) is not None:
        return from_html(mapped.cut(element.inner, element.inner_end))
    return mapped.cut(0, 0)  # coded, or of a kind that is no text


def _deleted(document: Document, names: Names, gone: Element, number: int, heading: Heading) -> Withdrawn:
    """That an entry was deleted."""
    identity = clean_line(gone.get("ref")) or None
    url = _link(names, gone, document.source.url, "alternate") or web_address(None, identity)
    facts = Facts(url=url, source=heading.title, declared_id=identity)
    return Withdrawn(
        named(facts),
        document.origin(gone, number),
        declared_id=identity,
        source=heading.title,
        why=names.line(gone, "at:comment"),
        at=when_of(gone.get("when")).at,
        raw=document.slice(gone, document.source.origin).raw.octets,
    )


FORM = Form("atom", _fits, _read, (".atom",))
