"""NewsML 1.x: news items with their components, in which NITF, XHTML or plain text stands."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.intake.agency.documents import Document, Slice, open_document, outermost, root_of
from wortlaut.intake.agency.nitf import nitf_text
from wortlaut.intake.agency.renditions import LEFT_OUT, text_of_html, without_title
from wortlaut.intake.agency.status import Status, author_of, embargo_notes, revision_of, shown, status_of, withdrawn
from wortlaut.intake.facts import Facts
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.markup.content import content, flow
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.moments import parse_when
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.texts.wire import clean_line, paragraphs
from wortlaut.types import Article, Withdrawn

__all__ = ["FORM"]

_LEFT_OUT = LEFT_OUT | frozenset(("media", "note"))


def _fits(source: Source) -> bool:
    root = root_of(source)
    return root is not None and root.name == "NewsML"


def _read(source: Source) -> Iterator[Item]:
    document = open_document(source)
    number = 0
    for number, element in enumerate(document.root.descend("NewsItem"), start=1):
        origin = document.origin(element, number)
        try:
            yield _item(document, element, document.slice(element, origin))
        except Refused as refused:
            yield reject(refused.why, origin)
    if not number:
        raise Refused("agency_without_items")
    yield from document.endings()


def _item(document: Document, element: Element, piece: Slice) -> Article | Withdrawn:
    facts = _facts(document.root, element)
    state = _code(element, "Status")
    status = status_of(state)
    if status is not Status.USABLE:
        why = _line(element, "Instruction", "EditorialNote")
        return withdrawn(status, facts, piece.raw, piece.raw.origin, why=why)
    document.check_closed(element)
    notes = embargo_notes("", parse_when("")) if state.lower() == "embargoed" else ()
    text = without_title(_text(document.mapped, element), facts.title)
    if not text.text:
        media = next((each.get("formalname") for each in element.descend("MediaType")), "")
        if media and media.lower() != "text":
            raise Refused("agency_not_text", id=shown(facts.declared_id), kind=shown(media, 40))
        raise Refused("agency_without_text", id=shown(facts.declared_id))
    return document.article(piece, text, facts, form="newsml1", notes=notes)


def _facts(root: Element, element: Element) -> Facts:
    created, revised = parse_when(_line(element, "FirstCreated")), parse_when(_line(element, "ThisRevisionCreated"))
    first = created if created.day else revised
    provider, number = _line(element, "ProviderId"), _line(element, "NewsItemId")
    identity = f"urn:newsml:{provider}:{_line(element, 'DateId')}:{number}" if provider and number else None
    return Facts(
        title=_line(element, "HeadLine") or None,
        subtitle=_line(element, "SubHeadLine") or None,
        author=author_of(_line(element, "ByLine")),
        source=_party(element, "Provider") or _party(element, "Source") or _party(root, "SentFrom") or provider or None,
        declared_id=identity or _line(element, "PublicIdentifier", "NewsItemId") or None,
        published=first.day,
        published_at=first.at,
        updated_at=revised.at if revised.at != first.at else None,
        revision=revision_of(_line(element, "RevisionId")),
    )


def _line(element: Element, *names: str) -> str:
    """The words of the first element below that has one of `names`, the first name first, as one line."""
    return next((line for name in names for each in element.descend(name) if (line := clean_line(each.words()))), "")


def _code(element: Element, name: str) -> str:
    return next((each.get("formalname") for each in element.descend(name)), "")


def _party(element: Element, name: str) -> str | None:
    parties = (party for each in element.descend(name) for party in each.descend("Party"))
    return next((each.get("formalname") for each in parties if each.get("formalname")), None)


def _text(mapped: Mapped, element: Element) -> Mapped:
    """The longest text among the renditions."""
    found = [_rendition(mapped, each) for each in outermost(element, "DataContent")]
    return max(found, key=lambda each: len(each.text), default=mapped.cut(0, 0))


def _rendition(mapped: Mapped, element: Element) -> Mapped:
    story = next(element.descend("nitf"), None)
    if story is not None:
        return nitf_text(mapped, story)
    body = next(element.descend("body.content", "body"), None)
    if body is not None or next(element.elements, None) is not None:
        return flow(mapped, body or element, without=_LEFT_OUT)
    inner = content(mapped, element)
    return text_of_html(inner, None) if "<" in inner.text else paragraphs(inner)


FORM = Form("newsml1", _fits, _read)
