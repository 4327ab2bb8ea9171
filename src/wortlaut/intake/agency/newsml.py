"""NewsML-G2 2.x: news items, and messages with many of them. Catalogs and remote content are not fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from wortlaut.intake.agency.documents import Document, Slice, open_document, root_of
from wortlaut.intake.agency.nitf import nitf_text, story_of
from wortlaut.intake.agency.renditions import LEFT_OUT, text_of_html, without_title
from wortlaut.intake.agency.status import (
    Status,
    author_of,
    code_of,
    embargo_notes,
    revision_of,
    shortened,
    shown,
    status_of,
    withdrawn,
)
from wortlaut.intake.facts import Facts
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.markup.content import content, flow
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.moments import When, parse_when
from wortlaut.intake.reasons import Refused, note, reject
from wortlaut.intake.texts.wire import clean_line, paragraphs
from wortlaut.types import Article, Withdrawn

__all__ = ["FORM"]

_SPACE = "http://iptc.org/std/nar/2006-10-01/"
_KINDS = {  # the items of the standard that hold no text
    "packageItem": "package",
    "knowledgeItem": "knowledge",
    "conceptItem": "concept",
    "planningItem": "planning",
    "catalogItem": "catalog",
    "hopItem": "history",
}
_ITEMS = ("newsItem", *_KINDS)
_ROOTS = frozenset((*_ITEMS, "newsMessage", "itemSet"))
_IS_NOTE = re.compile("^$|edit|correct|kill|advis|embargo|withdr")


def _fits(source: Source) -> bool:
    root = root_of(source)
    if root is None or root.name not in _ROOTS:
        return False
    return _SPACE in root.rest or "NewsML-G2" in root.rest or root.name == "newsMessage"


def _read(source: Source) -> Iterator[Item]:
    """The articles in a file, and what it says of others: kills, and items that are no text."""
    document = open_document(source)
    tops = document.tops
    if len(tops) == 1 and document.root.name in _ITEMS:
        yield _item(document, document.root, document.whole())
        if document.damage is not None:
            yield from document.endings()
        return
    number = 0
    for number, element in enumerate(_items(tops), start=1):
        origin = document.origin(element, number)
        try:
            yield _item(document, element, document.slice(element, origin))
        except Refused as refused:
            yield reject(refused.why, origin)
    if not number:
        raise Refused("agency_without_items")
    yield from document.endings()


def _items(tops: list[Element]) -> Iterator[Element]:
    """The items in messages and sets, in order, without those that lie within others."""
    waiting = list(reversed(tops))
    while waiting:
        element = waiting.pop()
        if element.name in _ITEMS:
            yield element
        else:
            waiting += reversed(list(element.elements))


def _item(document: Document, element: Element, piece: Slice) -> Article | Withdrawn:
    meta, about = element.child("itemMeta"), element.child("contentMeta")
    facts = _facts(element, meta, about)
    identity = shown(facts.declared_id)
    status = status_of(_code(meta, "pubStatus"))
    said = _said(meta)
    if status is not Status.USABLE:
        return withdrawn(status, facts, piece.raw, piece.raw.origin, why=" ".join(said))
    kind = _KINDS.get(element.name) or code_of(_code(meta, "itemClass"))
    if kind not in ("", "text"):
        raise Refused("agency_not_text", id=identity, kind=shown(kind, 40))
    document.check_closed(element)
    text, facts = _text(document, element, facts)
    notes = tuple(note("agency_note", text=shortened(line)) for line in said)
    if any(code_of(_name(each)) == "correction" for each in _all(meta, "signal")):
        notes = (note("agency_correction"), *notes)
    embargo = None if meta is None else meta.child("embargoed")
    sent = parse_when(_words(meta, "versionCreated"))
    notes += embargo_notes(None if embargo is None else embargo.words(), sent)
    return document.article(piece, text, facts, form="newsml", notes=notes)


def _said(meta: Element | None) -> list[str]:
    """The notes to editors, without contacts, signatures and link lists, which have roles of their own."""
    public = [each for each in _all(meta, "edNote") if not each.get("pubconstraint")]
    notes = [each for each in public if _IS_NOTE.search(code_of(each.get("role")))]
    return [line for each in notes if (line := clean_line(each.words()))]


def _facts(element: Element, meta: Element | None, about: Element | None) -> Facts:
    created = _first_date(_words(meta, "firstCreated"), _words(about, "contentCreated"), _words(meta, "versionCreated"))
    updated = _first_date(_words(meta, "versionCreated"), _words(about, "contentModified"))
    headlines: dict[str, str] = {}
    for each in _all(about, "headline"):
        headlines.setdefault(_rank(code_of(each.get("role"))), clean_line(each.words()))
    by = _words(about, "by")
    creators = [name for each in _all(about, "creator") if " " in (name := _party(each) or "")]  # else it is a login
    return Facts(
        title=headlines.get("title") or clean_line(_words(meta, "title")) or None,
        subtitle=headlines.get("subtitle") or None,
        kicker=headlines.get("kicker") or None,
        author=author_of(by) or ", ".join(creators) or None,
        source=_outlet(meta, about),
        declared_id=element.get("guid").strip() or None,
        published=created.day,
        published_at=created.at,
        updated_at=updated.at if updated.at != created.at else None,
        revision=revision_of(element.get("version")),
    )


def _first_date(*values: str) -> When:
    return next((when for value in values if (when := parse_when(value)).day), When())


def _rank(role: str) -> str:
    """Which headline one of that role is."""
    if "sub" in role or "deck" in role:
        return "subtitle"
    if "kicker" in role or "over" in role or "roof" in role:
        return "kicker"
    return "title" if role in ("", "main", "headline", "title") else role


def _outlet(meta: Element | None, about: Element | None) -> str | None:
    parties = [*_all(meta, "provider"), *_all(about, "infoSource"), *_all(about, "provider")]
    return next((name for each in parties if (name := _party(each))), None) or _words(about, "creditline") or None


def _party(element: Element) -> str | None:
    """The name of a person or an organisation; without one, its code."""
    names = [clean_line(each.words()) for each in element.elements if each.name == "name"]
    name = next((each for each in names if each), None) or clean_line(element.get("literal"))
    return name or element.get("qcode").rpartition(":")[2] or None


def _all(parent: Element | None, name: str) -> list[Element]:
    return [] if parent is None else [each for each in parent.elements if each.name == name]


def _words(parent: Element | None, name: str) -> str:
    found = None if parent is None else parent.child(name)
    return "" if found is None else found.words().strip()


def _code(parent: Element | None, name: str) -> str:
    found = None if parent is None else parent.child(name)
    return "" if found is None else _name(found)


def _name(element: Element) -> str:
    return element.get("qcode") or element.get("uri") or element.get("literal")


def _text(document: Document, element: Element, facts: Facts) -> tuple[Mapped, Facts]:
    """The text of the best rendition: XML (NITF, XHTML) before data (HTML, plain text); facts that only NITF has."""
    sets = element.child("contentSet")
    refused = Refused("agency_without_text", id=shown(facts.declared_id))
    for each in (*_all(sets, "inlineXML"), *sorted(_all(sets, "inlineData"), key=_is_plain)):
        if each.get("encoding"):
            refused = Refused("agency_coded", id=shown(facts.declared_id), coding=shown(each.get("encoding"), 40))
            continue
        text = _rendition(document.mapped, each, facts.title)
        if text.text:
            story = next(each.descend("nitf"), None)
            return text, facts if story is None else _completed(facts, story_of(story).facts)
    remote = _all(sets, "remoteContent")
    if remote and refused.why.code == "agency_without_text":
        refused = Refused("agency_text_elsewhere", id=shown(facts.declared_id), url=shown(remote[0].get("href"), 500))
    raise refused


def _is_plain(element: Element) -> bool:
    return "html" not in element.get("contenttype")


def _rendition(mapped: Mapped, element: Element, title: str | None) -> Mapped:
    story = next(element.descend("nitf"), None)
    if story is not None:
        return nitf_text(mapped, story)
    if next(element.elements, None) is None:  # data, or (against the standard) XML that is escaped
        inner = content(mapped, element)
        is_plain = element.name == "inlineData" and _is_plain(element)
        return without_title(paragraphs(inner), title) if is_plain else text_of_html(inner, title)
    top = next(element.descend("body"), None) or element
    if mapped.text.startswith("<" + top.name, top.start):  # no prefixes: it can be read as any HTML
        return text_of_html(mapped.cut(top.inner, top.inner_end), title)
    return without_title(flow(mapped, top, without=LEFT_OUT), title)


def _completed(facts: Facts, more: Facts) -> Facts:
    """The facts, with those of the NITF document inside where the item itself says nothing."""
    return replace(
        facts,
        title=facts.title or more.title,
        subtitle=facts.subtitle or more.subtitle,
        author=facts.author or more.author,
        source=facts.source or more.source,
        published=facts.published or more.published,
        published_at=facts.published_at or (more.published_at if facts.published is None else None),
    )


FORM = Form("newsml", _fits, _read)
