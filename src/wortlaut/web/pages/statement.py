"""A statement: its words in context, what is known of it, why, its history, and how to cite it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from wortlaut import service
from wortlaut.export.cards import Card, cards_of, mark_labels
from wortlaut.export.citing import Citation, annotation, bibtex, citation, cited, ris
from wortlaut.export.explained import explained, notes
from wortlaut.export.paint import painted
from wortlaut.export.segments import marks_of, segments
from wortlaut.export.told import appeared, entitled
from wortlaut.export.visible import one_line, shortened
from wortlaut.record import Filters, Sort
from wortlaut.service import ShownEntry
from wortlaut.texts import Texts, moment, said_why
from wortlaut.types import Found
from wortlaut.web.addresses import Address
from wortlaut.web.page import Page
from wortlaut.web.pages.article import act_classes
from wortlaut.web.pages.sureness import sureness
from wortlaut.web.rows import rows_of
from wortlaut.web.site import site_of
from wortlaut.web.view import rendered, texts_of

__all__ = ["PAGE", "annotation_file", "bibtex_file", "ris_file", "statement_page", "why_page"]

_router = APIRouter()
PAGE = Page(_router)

_BEFORE = 4  # statements that the same one made before
_LIKE = 5  # statements that are like it
_LONGEST = 240  # characters of each


@_router.get("/statements/{statement}.bib")
def bibtex_file(request: Request, statement: str) -> Response:
    """The citation as a file of BibTeX."""
    return _file(bibtex(_citation(request, _asked(request, statement)[0])), statement, "bib", "application/x-bibtex")


@_router.get("/statements/{statement}.ris")
def ris_file(request: Request, statement: str) -> Response:
    """The citation as a file of RIS."""
    made = ris(_citation(request, _asked(request, statement)[0]))
    return _file(made, statement, "ris", "application/x-research-info-systems")


@_router.get("/statements/{statement}.jsonld")
def annotation_file(request: Request, statement: str) -> Response:
    """The statement as a W3C Web Annotation."""
    found, _ = _asked(request, statement)
    return _file(annotation(found, address=_address(request, found)), statement, "jsonld", "application/ld+json")


@_router.get("/statements/{statement}/why")
def why_page(request: Request, statement: str) -> HTMLResponse:
    """Why the statement is whose it is."""
    texts = texts_of(request)
    why = service.why(statement, settings=site_of(request).settings)
    (card,) = cards_of([why.found], texts)
    return rendered(
        request,
        "why.html.j2",
        card=card,
        classes=act_classes(card),
        notes=list(notes(why, texts)),
        parties=explained(why, texts),
    )


@_router.get("/statements/{statement}")
def statement_page(request: Request, statement: str) -> HTMLResponse:
    """The page of the statement of that id."""
    texts, settings = texts_of(request), site_of(request).settings
    found, shown = _asked(request, statement)
    (card,) = cards_of([found], texts)
    beside = _beside(found, shown, texts)
    head, made = found.article, _citation(request, found)
    cut = segments(len(head.text), marks_of([found]))
    return rendered(
        request,
        "statement.html.j2",
        card=card,
        found=found,
        article=head,
        body=painted(head.text, cut, [found], mark_labels([card], texts), classes=[act_classes(card)]),
        classes=act_classes(card),
        date=appeared(head, texts.language),
        title=entitled(head, texts),
        sure=list(sureness(found, texts)),
        beside=beside,
        # What it rests on or answers is linked, so its bare id is not needed.
        roles=[each for each in card.roles if each.words not in {other.id for _, other in beside}],
        before=_before(found, request),
        like=[_line(each, texts) for each in service.similar(found.statement.id, settings=settings, limit=_LIKE)],
        entries=[_entry(each, texts) for each in service.history(found.statement.id, settings=settings)],
        citations=[("text", cited(made, texts)), ("bib", bibtex(made)), ("ris", ris(made))],
        annotation=annotation(found, address=made.address),
        address=made.address,
    )


def _asked(request: Request, statement: str) -> tuple[Found, service.Shown]:
    """The statement of that id, or of the one id that begins so, and its article."""
    shown = service.show(statement, settings=site_of(request).settings)
    return next(each for each in shown.found if each.statement.id.startswith(statement)), shown


def _address(request: Request, found: Found) -> str:
    return f"{request.url.scheme}://{request.headers['host']}/statements/{found.statement.id}"


def _citation(request: Request, found: Found) -> Citation:
    return citation(found, address=_address(request, found), seen=datetime.now(UTC).date())


def _file(text: str, statement: str, ending: str, kind: str) -> Response:
    name = "".join(char for char in statement if char.isascii() and char.isalnum())
    headers = {"content-disposition": f'attachment; filename="{name}.{ending}"'}
    return PlainTextResponse(text, media_type=f"{kind}; charset=utf-8", headers=headers)


def _beside(found: Found, shown: service.Shown, texts: Texts) -> list[tuple[str, Card]]:
    """The statements of the article that it stands inside, contains, or answers, each with what it is to this one."""
    statement, sense = found.statement, found.sense
    named: list[tuple[str, Found]] = []
    for each in shown.found:
        if each.statement.id == statement.parent:
            named.append((texts("page.inside"), each))
        elif each.statement.parent == statement.id:
            named.append((texts("page.contains"), each))
        elif sense is not None and each.statement.id == sense.answers:
            named.append((texts("role.answers"), each))
        elif sense is not None and sense.condition is not None and each.statement.id == sense.condition.refers_to:
            named.append((texts("role.refers_to"), each))
    return [(label, cards_of([each], texts)[0]) for label, each in named]


def _before(found: Found, request: Request) -> dict[str, object] | None:
    """What the one who speaks said on days before, the latest first; None where nobody is known, or no day."""
    texts, settings = texts_of(request), site_of(request).settings
    actor = next((each.actor for each in found.speakers if each.actor is not None), None)
    published = found.article.published
    if actor is None or published is None or published == date.min:
        return None
    until = published - timedelta(days=1)
    filters = Filters(actor=actor, until=until)
    page = service.paged(None, filters, sort=Sort.NEWEST, limit=_BEFORE, settings=settings)
    return {
        "rows": rows_of(page.found, texts),
        "address": str(Address("/", (("actor", actor), ("until", until.isoformat())))),
        "is_more": page.next is not None,
    }


def _line(found: Found, texts: Texts) -> dict[str, object]:
    """A statement of another article on one line."""
    (card,) = cards_of([found], texts)
    return {
        "card": card,
        "classes": act_classes(card),
        "words": shortened(card.quote, _LONGEST),
        "date": appeared(found.article, texts.language) or "",
        "source": one_line(found.article.source or ""),
    }


def _entry(shown: ShownEntry, texts: Texts) -> dict[str, str]:
    """An entry of the history in words."""
    entry = shown.entry
    if entry.action is None or entry.at is None:
        erased = texts("history.erased", number=entry.erased_by)
        return {"number": str(entry.number), "what": erased, "who": "", "at": "", "why": ""}
    parts = "" if entry.values is None else ", ".join(texts(f"part.{part}") for part in entry.values.parts())
    what = texts(f"action.{entry.action}") + (f": {parts}" if parts else "")
    if entry.undoes is not None:
        what += f" {texts('history.undoes', number=entry.undoes)}"
    if entry.is_undone:
        what += f" ({texts('history.undone')})"
    return {
        "number": str(entry.number),
        "what": what,
        "who": one_line(entry.by or ""),
        "at": moment(entry.at, texts.language),
        "why": one_line(said_why(entry.why, texts)) if entry.why else "",
    }
