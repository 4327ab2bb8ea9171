"""Who is who: what is not certain about actors, for a person to say that two are one, are two, or who is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Depends
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from wortlaut import service
from wortlaut.decisions import Entry
from wortlaut.errors import DecisionError, DecisionImpossible, InputError, NotInRecord, WortlautError
from wortlaut.export.entry_told import span_of_days
from wortlaut.export.visible import one_line
from wortlaut.meaning.linking import DIVISIONS, DOUBTS, WHYS
from wortlaut.record import Filters
from wortlaut.service import Doubts, MaybeOne, MaybeTwo, OpenShown, Signed
from wortlaut.texts import Texts
from wortlaut.web.addresses import Address
from wortlaut.web.page import Page
from wortlaut.web.pages.review import Sent, refuse_readers, signed_by
from wortlaut.web.problems import status_of
from wortlaut.web.signing import remembered, signer_of
from wortlaut.web.site import site_of
from wortlaut.web.view import rendered, texts_of

__all__ = ["PAGE", "decide_doubt", "doubts_page"]

_router = APIRouter(dependencies=[Depends(refuse_readers)])
PAGE = Page(_router)

_LISTED = 20  # doubts of a kind
_ARTICLES = 3  # that a doubt leads to
_CANDIDATES = 9  # as many as there are digits


@dataclass(frozen=True, slots=True)
class _Somebody:
    """An actor of a doubt."""

    id: str
    name: str
    kind: str
    statements: int
    days: str


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A doubt of any kind: `kind` says which, and so which fields are filled."""

    kind: str  # pair, open, listed, divided
    why: str
    actors: tuple[_Somebody, ...] = ()
    name: str = ""
    said: str = ""  # the name as the record has it
    offices: str = ""
    stands: str = ""
    candidates: tuple[_Somebody, ...] = ()
    articles: tuple[str, ...] = ()
    linked: tuple[str, ...] = ()  # those of the articles that the page leads to
    second: str = ""  # the office by which the other of two people is told


@_router.get("/review/actors")
def doubts_page(request: Request) -> HTMLResponse:
    """What is not certain about actors, the most telling first of every kind."""
    return _page(request)


@_router.post("/review/actors")
def decide_doubt(request: Request, sent: Sent) -> Response:
    """Back to the doubts, of which there is one less."""
    try:
        entry = _decided(request, sent, signed_by(request, sent))
    except (DecisionError, InputError, NotInRecord) as error:
        return _page(request, error=error)
    target = Address("/review/actors", (("entry", str(entry.number)),))
    return remembered(RedirectResponse(str(target), 303), str(sent.get("by", "")))


def _decided(request: Request, sent: FormData, signed: Signed) -> Entry:
    """The entry of what the button says: of which doubt, what, and whom it names; all else stands in its fields."""
    number, action, other = (*str(sent.get("action", "")).split(" ", 2), "", "", "")[:3]

    def given(name: str) -> str:
        return str(sent.get(f"{number}.{name}", "")).strip()

    first, second = given("first"), given("second")
    if action == "same":
        into = other or given("into") or first
        return service.merge_actors(into, [each for each in (first, second) if each and each != into], **signed).entry
    if action == "apart":
        return service.keep_actors_apart(first, second, **signed).entry
    if action == "assign":
        articles = given("articles").split()  # one field: a form has no more than a thousand
        return service.assign_actor(other or given("target"), given("said"), articles=articles, **signed).entry
    if action == "one":  # whose name a person gave is decided, and not asked about again
        return service.rename_actor(first, given("said"), **signed).entry
    if action == "two":
        found = _articles_with(request, first, given("office"))
        if not found:  # else all of the actor would be the other
            raise DecisionImpossible("assignment_of_nothing", id=first)
        return service.split_actor(first, given("called"), articles=found, **signed).entry
    raise HTTPException(422, "web.http")


def _articles_with(request: Request, actor: str, office: str) -> list[str]:
    """The articles that give the actor that office."""
    wanted = " ".join(office.split()).casefold()
    found = service.statements(Filters(actor=actor), settings=site_of(request).settings)
    return list(
        dict.fromkeys(
            each.article.id
            for each in found
            for party in each.speakers
            if party.actor == actor and wanted in " ".join((party.office or "").split()).casefold()
        )
    )


def _page(request: Request, *, error: WortlautError | None = None) -> HTMLResponse:
    texts, settings = texts_of(request), site_of(request).settings
    found = service.doubts(settings=settings)
    return rendered(
        request,
        "review_actors.html.j2",
        status=200 if error is None else status_of(error),
        groups=[each for each in _groups(found, texts) if each["doubts"]],
        problem=None if error is None else error.text(texts.language),
        entries=[each for each in request.query_params.getlist("entry")[:1] if each.isdecimal()],
        signer=signer_of(request),
    )


def _groups(found: Doubts, texts: Texts) -> Iterator[dict[str, Any]]:
    for name, all_of in (
        ("pairs", [_pair(each, texts) for each in found.pairs]),
        ("open", [_open(each, texts) for each in found.open]),
        ("divided", [_divided(each, texts) for each in found.divided]),
    ):
        yield {"name": name, "doubts": all_of[:_LISTED], "more": max(len(all_of) - _LISTED, 0)}


def _pair(each: MaybeOne, texts: Texts) -> _Doubt:
    both = sorted((each.first, each.second), key=lambda one: -one.statements)
    return _Doubt(
        "pair",
        WHYS[each.pair.why].text(texts.language, {}),
        tuple(
            _somebody(
                one.id, one.name, texts(f"who.{one.kind.value}"), one.statements, span_of_days(one.first, one.last)
            )
            for one in both
        ),
    )


def _open(each: OpenShown, texts: Texts) -> _Doubt:
    name = each.name
    stands = texts(
        "merging.stands", count=name.statements, articles=texts("merging.articles", count=len(name.articles))
    )
    days = span_of_days(name.first, name.last)
    return _Doubt(
        "open" if each.actor is None else "listed",
        "" if each.doubt is None else DOUBTS[each.doubt].text(texts.language, {}),
        () if each.actor is None else (_somebody(each.actor, name.name),),
        name=one_line(name.name),
        said=name.name,
        offices=one_line(", ".join(name.offices)),
        stands=" · ".join(filter(None, (stands if each.actor is None else "", days))),
        candidates=tuple(_somebody(key, shown) for key, shown in each.candidates[:_CANDIDATES]),
        articles=name.articles,
        linked=name.articles[:_ARTICLES],
    )


def _divided(each: MaybeTwo, texts: Texts) -> _Doubt:
    one, told = each.actor, each.divided
    return _Doubt(
        "divided",
        DIVISIONS[told.why].text(texts.language, {"first": one_line(told.first), "second": one_line(told.second)}),
        (_somebody(one.id, one.name, "", one.statements, span_of_days(one.first, one.last)),),
        name=one_line(one.name),
        said=one.name,
        second=told.second,
    )


def _somebody(key: str, name: str, kind: str = "", statements: int = 0, days: str = "") -> _Somebody:
    return _Somebody(key, one_line(name), kind, statements, days)
