"""An article: its text with the statements marked, and the list of them beside it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from wortlaut import service
from wortlaut.export.cards import Card, cards_of, mark_labels
from wortlaut.export.paint import painted
from wortlaut.export.segments import Role, marks_of, segments
from wortlaut.export.told import appeared, article_facts, taken_back
from wortlaut.export.visible import one_line, web_link
from wortlaut.types import StatementType
from wortlaut.web.page import Page
from wortlaut.web.site import site_of
from wortlaut.web.view import rendered, texts_of

__all__ = ["PAGE", "act_classes", "article_page"]

_router = APIRouter()
PAGE = Page(_router)


@_router.get("/articles/{article}")
def article_page(request: Request, article: str) -> HTMLResponse:
    """The page of the article of that id."""
    texts = texts_of(request)
    shown = service.show(article, settings=site_of(request).settings)
    head, found = shown.article, shown.found
    cards = cards_of(found, texts)
    cut = segments(len(head.text), marks_of(found))
    return rendered(
        request,
        "article.html.j2",
        shown=shown,
        article=head,
        body=painted(head.text, cut, found, mark_labels(cards, texts), classes=[act_classes(card) for card in cards]),
        cards=cards,
        act_classes=act_classes,
        types=_types(cards),
        roles=[role.value for role in Role if role is not Role.QUOTE],
        date=appeared(head, texts.language),
        facts=article_facts(head, texts, dated=True),
        link=web_link(head.url),
        taken_back=None if shown.withdrawn is None else taken_back(shown.withdrawn, texts),
        title=one_line(head.title or ""),
    )


def act_classes(card: Card) -> str:
    """The classes that colour a statement by its act."""
    return f"act act-{card.act}" if card.act else "act"


def _types(cards: list[Card]) -> list[str]:
    """The types that occur, in their order."""
    return [kind.value for kind in StatementType if any(card.type == kind.value for card in cards)]
