"""A statement: its exact words in context, and what is known of it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from wortlaut import service
from wortlaut.export.cards import cards_of, mark_labels
from wortlaut.export.paint import painted
from wortlaut.export.segments import marks_of, segments
from wortlaut.export.told import appeared
from wortlaut.export.visible import one_line
from wortlaut.web.page import Page
from wortlaut.web.pages.article import act_classes
from wortlaut.web.site import site_of
from wortlaut.web.view import rendered, texts_of

__all__ = ["PAGE", "statement_page"]

_router = APIRouter()
PAGE = Page(_router)


@_router.get("/statements/{statement}")
def statement_page(request: Request, statement: str) -> HTMLResponse:
    """The page of the statement of that id."""
    texts = texts_of(request)
    shown = service.show(statement, settings=site_of(request).settings)
    (found,) = [each for each in shown.found if each.statement.id.startswith(statement)]
    (card,) = cards_of([found], texts)
    head = found.article
    cut = segments(len(head.text), marks_of([found]))
    return rendered(
        request,
        "statement.html.j2",
        card=card,
        article=head,
        body=painted(head.text, cut, [found], mark_labels([card], texts), classes=[act_classes(card)]),
        classes=act_classes(card),
        date=appeared(head, texts.language),
        title=one_line(head.title or ""),
    )
