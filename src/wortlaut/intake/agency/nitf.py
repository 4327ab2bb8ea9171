"""NITF 3.x, the News Industry Text Format of the IPTC (and 2.5, whose elements are the same)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wortlaut.intake.agency.documents import Document, Slice, open_document, outermost, root_of
from wortlaut.intake.agency.status import (
    Status,
    author_of,
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
from wortlaut.intake.markup.content import flow
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.moments import When, parse_moment, parse_when
from wortlaut.intake.reasons import Refused, note, reject
from wortlaut.intake.texts.wire import clean_line
from wortlaut.types import Article, Withdrawn

__all__ = ["FORM", "Story", "nitf_text", "story_of"]

# Pictures with their captions; notes that go with an item and are no part of it.
_LEFT_OUT = frozenset("media note nitf-table-metadata".split())
_NO_TIME = re.compile(r"\d{8}T?000000(?:[+-]\d{4}|Z)?")  # midnight stands where no time is known (NITF 3.1)


@dataclass(frozen=True, slots=True)
class Story:
    """What the head of a NITF document says: facts, status, why it was taken back, notes."""

    facts: Facts
    status: Status
    why: str | None
    notes: tuple[str, ...]


def _fits(source: Source) -> bool:
    root = root_of(source)
    return root is not None and root.name == "nitf"


def _read(source: Source) -> Iterator[Item]:
    """The articles in a file: one, or several that follow each other."""
    document = open_document(source)
    stories = [each for each in document.tops if each.name == "nitf"]
    for number, story in enumerate(stories, start=1):
        origin = document.origin(story, number) if len(stories) > 1 else source.origin
        try:
            piece = document.slice(story, origin) if len(stories) > 1 else document.whole()
            yield _item(document, story, piece)
        except Refused as refused:
            yield reject(refused.why, origin)
    if len(stories) > 1 or document.damage is not None:
        yield from document.endings()


def _item(document: Document, element: Element, piece: Slice) -> Article | Withdrawn:
    story = story_of(element)
    if story.status is not Status.USABLE:
        return withdrawn(story.status, story.facts, piece.raw, piece.raw.origin, why=story.why)
    for each in element.descend("body.content"):
        document.check_closed(each)
    if next(element.descend("body.content"), None) is None:
        document.check_closed(element)
    text, notes = nitf_text(document.mapped, element), story.notes
    if not text.text:
        text = _abstract(document.mapped, element)
        notes = (*notes, note("agency_summary_is_text"))
    if not text.text:
        raise Refused("agency_without_text", id=shown(story.facts.declared_id))
    return document.article(piece, text, story.facts, form="nitf", notes=notes)


def nitf_text(mapped: Mapped, story: Element) -> Mapped:
    """The paragraphs of a NITF document's body, with sub-headings, lists, tables and block quotes, without media.

    A dateline that stands in the body's first paragraph is part of the text, one in its head is not.
    """
    bodies = [flow(mapped, each, without=_LEFT_OUT) for each in outermost(story, "body.content")]
    if not bodies:
        return mapped.cut(0, 0)
    return max(bodies, key=lambda each: len(each.text))


def _abstract(mapped: Mapped, story: Element) -> Mapped:
    abstract = next(story.descend("abstract"), None)
    return mapped.cut(0, 0) if abstract is None else flow(mapped, abstract, without=_LEFT_OUT)


def story_of(element: Element) -> Story:
    """What a NITF document says about itself."""
    head, data = element.child("head"), next(element.descend("docdata"), None)
    issued, released = _date(data, "date.issue"), _date(data, "date.release")
    key, identity = _one(data, "du-key"), _one(data, "doc-id")
    revised = max(
        (at for each in element.descend("revision-history") if (at := parse_moment(each.get("norm")))), default=None
    )
    published = released if released.day and (issued.day is None or issued.at is None) else issued
    titles = [line for each in element.descend("hl1") if (line := clean_line(each.words()))]
    under = [line for each in element.descend("hl2") if _is_head(each) and (line := clean_line(each.words()))]
    named = None if head is None else head.child("title")
    message = "" if (said := _one(data, "ed-msg")) is None else said.get("info") or said.words()
    facts = Facts(
        title=" ".join(titles) or (None if named is None else clean_line(named.words())) or None,
        subtitle=" ".join(line for line in under if line not in titles) or None,
        author=_author(element),
        source=_outlet(element, data, identity),
        declared_id=_id(element, identity, key),
        published=published.day,
        published_at=published.at,
        updated_at=revised if revised != published.at else None,
        revision=None if key is None else revision_of(key.get("version")),
    )
    notes = (note("agency_note", text=shortened(message)),) if shortened(message) else ()
    if _one(data, "correction") is not None:
        notes = (note("agency_correction"), *notes)
    status = "" if data is None else data.get("management-status")
    if status.lower() == "embargoed":
        release = _one(data, "date.release")
        notes = (*notes, *embargo_notes("" if release is None else release.get("norm"), When()))
    return Story(facts, status_of(status), message or None, notes)


def _one(data: Element | None, name: str) -> Element | None:
    return None if data is None else data.child(name)


def _date(data: Element | None, name: str) -> When:
    element = _one(data, name)
    value = "" if element is None else element.get("norm") or element.words()
    when = parse_when(value)
    return When(when.day) if _NO_TIME.fullmatch(value.strip()) else when


def _is_head(line: Element) -> bool:
    """Whether a second headline belongs to the first; in the text it is a sub-heading."""
    return all(each.name != "body.content" for each in line.ancestors())


def _author(element: Element) -> str | None:
    byline = next(element.descend("byline"), None)
    if byline is None:
        return None
    people = [clean_line(each.words()) for each in byline.descend("person")]
    words = byline.words()
    for title in byline.descend("byttl"):
        words = words.replace(title.words(), " ")
    return ", ".join(each for each in people if each) or author_of(words)


def _outlet(element: Element, data: Element | None, identity: Element | None) -> str | None:
    """Who sent the item: the distributor, the publication, the holder of the copyright, the register of its id."""
    distributor, publication = next(element.descend("distributor"), None), next(element.descend("pubdata"), None)
    holder = _one(data, "doc.copyright")
    names = (
        "" if distributor is None else distributor.words(),
        "" if publication is None else publication.get("name"),
        "" if holder is None else holder.get("holder"),
        "" if identity is None else identity.get("regsrc"),
    )
    return next((line for name in names if (line := clean_line(name))), None)


def _id(element: Element, identity: Element | None, key: Element | None) -> str | None:
    """What the item is known by through its versions: `doc-id`, else `du-key`, else the number of the transmission."""
    names = (
        "" if identity is None else identity.get("id-string"),
        "" if key is None else key.get("key"),
        element.get("uno"),
    )
    return next((line for name in names if (line := clean_line(name))), None)


FORM = Form("nitf", _fits, _read, (".nitf",))
