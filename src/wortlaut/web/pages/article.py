"""An article: its text with the statements marked, and the list of them beside it; its source; its versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from wortlaut import service
from wortlaut.export.cards import Card, cards_of, mark_labels
from wortlaut.export.paint import painted
from wortlaut.export.segments import Role, marks_of, segments
from wortlaut.export.source import is_readable, painted_source
from wortlaut.export.told import appeared, article_facts, taken_back
from wortlaut.export.visible import one_line, shortened, web_link
from wortlaut.matching.overlap import Change, ChangeKind
from wortlaut.service import VersionChanges
from wortlaut.texts import Texts
from wortlaut.types import ArticleHead, Found, StatementType
from wortlaut.web.month import shown_event
from wortlaut.web.page import Page
from wortlaut.web.site import site_of
from wortlaut.web.view import rendered, texts_of

__all__ = ["PAGE", "act_classes", "article_page", "raw_file", "source_page", "versions_page"]

_router = APIRouter()
PAGE = Page(_router)

_LONGEST = 400  # characters of a statement in a list of changes


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
        body=painted(head.text, cut, found, mark_labels(cards, texts), classes=[act_classes(card) for card in cards]),
        cards=cards,
        act_classes=act_classes,
        types=[kind.value for kind in StatementType if any(card.type == kind.value for card in cards)],
        acts=list({card.act: act_classes(card) for card in cards if card.act}.items()),
        roles=[role.value for role in Role if role is not Role.QUOTE],
        taken_back=None if shown.withdrawn is None else taken_back(shown.withdrawn, texts),
        events=[shown_event(each, texts) for each in shown.events],
        tab="text",
        **_head(head, texts),
    )


@_router.get("/articles/{article}/source")
def source_page(request: Request, article: str) -> HTMLResponse:
    """The article as it came in, with the statements marked at the bytes that they came from."""
    texts = texts_of(request)
    made = service.source(article, settings=site_of(request).settings)
    whole, found = made.article, made.found
    return rendered(
        request,
        "source.html.j2",
        whole=whole,
        body=painted_source(whole, found) if is_readable(whole) else None,
        size=len(whole.raw),
        found=[(number, each, _place(made, each)) for number, each in enumerate(found, 1)],
        tab="source",
        **_head(service.show(whole.id, settings=site_of(request).settings).article, texts),
    )


@_router.get("/articles/{article}/raw")
def raw_file(request: Request, article: str) -> Response:
    """The bytes as they came in, as a file that no browser opens by itself."""
    whole = service.source(article, settings=site_of(request).settings).article
    disposition = f'attachment; filename="{whole.id}.bin"'
    return Response(whole.raw, media_type="application/octet-stream", headers={"content-disposition": disposition})


@_router.get("/articles/{article}/versions")
def versions_page(request: Request, article: str) -> HTMLResponse:
    """The versions of the article, the newest first, each with what became of its statements."""
    texts = texts_of(request)
    found = service.versions(article, settings=site_of(request).settings)
    current = next((each for each in found if each.version.is_current), found[-1])
    return rendered(
        request,
        "versions.html.j2",
        versions=[_version(each, texts) for each in reversed(found)],
        tab="versions",
        **_head(current.version.article, texts),
    )


def act_classes(card: Card) -> str:
    """The classes that colour a statement by its act."""
    return f"act act-{card.act}" if card.act else "act"


def _head(article: ArticleHead, texts: Texts) -> dict[str, Any]:
    """What stands above every page of an article."""
    return {
        "article": article,
        "date": appeared(article, texts.language),
        "facts": article_facts(article, texts, dated=True),
        "link": web_link(article.url),
        "title": one_line(article.title or ""),
    }


def _place(made: service.Source, found: Found) -> str:
    """From which byte to which the statement's words came."""
    places = [made.article.source_map.byte_range(span) for span in found.statement.quote]
    return ", ".join(f"{each.start}–{each.end}" for each in places)


@dataclass(frozen=True, slots=True)
class _Version:
    number: int
    is_current: bool
    date: str | None
    title: str
    facts: list[str]
    count: int
    is_first: bool
    changes: list[_Change]


@dataclass(frozen=True, slots=True)
class _Change:
    kind: str
    id: str
    old: str | None
    new: str | None


def _version(each: VersionChanges, texts: Texts) -> _Version:
    head = each.version.article
    return _Version(
        number=each.version.number,
        is_current=each.version.is_current,
        date=appeared(head, texts.language),
        title=one_line(head.title or ""),
        facts=article_facts(head, texts, dated=True),
        count=len(each.version.found),
        is_first=each.before is None,
        changes=[_change(change, each) for change in each.changes if change.kind is not ChangeKind.KEPT],
    )


def _change(change: Change, changed: VersionChanges) -> _Change:
    """What became of a statement, in the words that it had and has."""
    old = None if change.old is None or changed.before is None else (change.old, changed.before.article.text)
    new = None if change.new is None else (change.new, changed.version.article.text)
    words = [
        None if each is None else shortened(" […] ".join(span.of(each[1]) for span in each[0].quote), _LONGEST)
        for each in (old, new)
    ]
    there = change.new or change.old
    return _Change(change.kind.value, "" if there is None else there.id, *words)
