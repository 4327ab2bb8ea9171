"""The entrance: one box to search with, what was found, and how that is spread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Query
from fastapi.exceptions import RequestValidationError
from pydantic import ConfigDict, Field, ValidationError, model_validator
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

from wortlaut import service
from wortlaut.record import Sort
from wortlaut.record.search.suggesting import Suggestion, SuggestionKind
from wortlaut.texts import Texts
from wortlaut.web.addresses import Address
from wortlaut.web.api.asked import Filtered
from wortlaut.web.page import Page, Place
from wortlaut.web.pages.facets import chips, shown_facets
from wortlaut.web.rows import rows_of
from wortlaut.web.site import site_of
from wortlaut.web.view import rendered, texts_of

__all__ = ["PAGE", "SearchAsked", "forget_saved", "open_saved", "save", "search_page", "see_saved", "suggested"]

_router = APIRouter()
PAGE = Page(_router, Place(10, "/", "search.heading"))

_ON_PAGE = 20
_SUGGESTED = 10
_ORDERS = (Sort.RANK, Sort.NEWEST, Sort.OLDEST, Sort.CERTAINTY)
_Words = Annotated[str, Field(max_length=1000)]


class SearchAsked(Filtered):
    """What is searched: words, filters, the order, the page."""

    model_config = ConfigDict(extra="ignore")

    q: _Words | None = None
    sort: Sort | None = None
    after: Annotated[str, Field(max_length=128)] | None = None

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, given: Any) -> Any:
        """What was given, without the fields of a form that were left empty."""
        if not isinstance(given, Mapping):
            return given
        return {name: value for name, value in given.items() if value not in ("", [""])}


@_router.get("/")
def search_page(request: Request, asked: Annotated[SearchAsked, Query()]) -> HTMLResponse:
    """What passes words and filters, page by page; without any, all statements from the newest on."""
    from wortlaut.record import Cursor

    texts, settings = texts_of(request), site_of(request).settings
    filters, address = asked.filters(), Address.of(request)
    order = asked.sort or (Sort.RANK if asked.q else Sort.NEWEST)
    page = service.paged(
        asked.q,
        filters,
        sort=order,
        limit=_ON_PAGE,
        after=None if asked.after is None else Cursor.parse(asked.after),
        counting=False,  # the facets do
        settings=settings,
    )
    facets = service.facets(filters, asked.q, settings=settings)
    return rendered(
        request,
        "search.html.j2",
        asked=asked,
        order=order.value,
        orders=[
            (each.value, texts(f"search.by_{each.value}"), str(address.having([("sort", each.value)])))
            for each in _ORDERS
            if asked.q or each is not Sort.RANK
        ],
        rows=rows_of(page.found, texts),
        total=_total(facets.total.number, at_least=facets.total.at_least, texts=texts),
        is_empty=not page.found and not address.given and service.overview(settings=settings).articles == 0,
        chips=list(chips(address, asked, facets, texts)),
        facets=list(shown_facets(address, facets, texts)),
        kept=[(name, value) for name, value in address.given if name not in {"q", "since", "until", "speaker"}],
        next=None if page.next is None else str(address.adding("after", str(page.next))),
        first=str(address) if asked.after else None,
        export={form: str(_export(address, asked).adding("format", form)) for form in ("jsonl", "csv")},
        saved=service.saved_searches(settings=settings),
        given=address.given,
        path=_path,
    )


@_router.get("/suggestions")
def suggested(request: Request, beginning: Annotated[str, Query(max_length=200)] = "") -> Response:
    """What goes on so, as JSON: each with its kind, what it is called, how often it occurs, where it leads."""
    found = service.suggestions(beginning, _SUGGESTED, settings=site_of(request).settings) if beginning.strip() else []
    return JSONResponse({"items": list(_suggestions(found, texts_of(request)))})


@_router.get("/saved/{name:path}")
def open_saved(request: Request, name: str) -> Response:
    """The search that was saved under that name."""
    settings = site_of(request).settings
    for each in service.saved_searches(settings=settings):
        if each.search.name == name:
            return RedirectResponse(str(_address_of(each.search)), status_code=303)
    raise HTTPException(404)


@_router.post("/saved")
def save(
    request: Request, name: Annotated[str, Form(max_length=200)], asked: Annotated[str, Form(max_length=16_000)] = ""
) -> Response:
    """Back to the search, which is saved now."""
    from starlette.datastructures import QueryParams

    given = QueryParams(asked)
    if name.strip() in {".", ".."}:  # browsers take such a part of an address away
        raise HTTPException(422)
    try:
        wanted = SearchAsked.model_validate(_plain(given))
    except ValidationError as error:
        raise RequestValidationError([each | {"loc": ("form", *each["loc"])} for each in error.errors()]) from error
    service.save_search(name, wanted.q, wanted.filters(), sort=wanted.sort, settings=site_of(request).settings)
    return RedirectResponse(f"/?{given}" if asked else "/", status_code=303)


@_router.post("/saved/seen")
def see_saved(request: Request, name: Annotated[str, Form(max_length=200)]) -> Response:
    """On to the saved search, of which nothing is new any more."""
    service.new_in(name, mark=True, settings=site_of(request).settings)
    return RedirectResponse(str(Address("/saved/" + quote(name, safe=""))), status_code=303)


@_router.post("/saved/forget")
def forget_saved(request: Request, name: Annotated[str, Form(max_length=200)]) -> Response:
    """Back to the entrance, without that saved search."""
    service.forget_search(name, settings=site_of(request).settings)
    return RedirectResponse("/", status_code=303)


def _plain(given: Any) -> dict[str, Any]:
    """Parameters as values; those of which there may be several as lists."""
    lists = {name for name, field in Filtered.model_fields.items() if field.default == []}
    return {name: given.getlist(name) if name in lists else given[name] for name in given}


def _path(given: tuple[tuple[str, str], ...]) -> str:
    return str(Address("", given)).removeprefix("?")


def _address_of(search: Any) -> Address:
    """The page of a saved search."""
    filters = search.filters
    pairs: list[tuple[str, str]] = [("q", search.words)] if search.words else []
    for name in Filtered.model_fields:
        value = getattr(filters, name, None)
        for each in value if isinstance(value, tuple) else (value,):
            if each is not None:
                pairs.append((name, str(each).lower() if isinstance(each, bool) else str(each)))
    if search.sort is not None:
        pairs.append(("sort", str(search.sort)))
    return Address("/", tuple(pairs))


def _export(address: Address, asked: SearchAsked) -> Address:
    """The export of what is shown: the searched words become a filter."""
    known = tuple(pair for pair in address.given if pair[0] in Filtered.model_fields)
    plain = Address("/api/v1/export", known)
    words = " ".join(filter(None, (asked.q, asked.words)))
    return plain.having([("words", words)]) if words else plain


def _total(number: int, *, at_least: bool, texts: Texts) -> str:
    return texts("search.at_least" if at_least else "search.total", count=number)


def _suggestions(found: list[Suggestion], texts: Texts) -> Iterator[dict[str, object]]:
    for each in found:
        yield {
            "kind": texts(f"suggest.{each.kind.value}"),
            "label": texts(f"act.{each.value}") if each.kind is SuggestionKind.ACT else each.label,
            "alias": each.alias,
            "number": each.number.number,
            "more": each.number.at_least,
            "address": str(_leads_to(each)),
        }


def _leads_to(each: Suggestion) -> Address:
    match each.kind:
        case SuggestionKind.SAVED:
            return Address("/saved/" + quote(each.value, safe=""))
        case SuggestionKind.ACTOR:
            return Address("/", (("actor", each.value),))
        case SuggestionKind.ACT:
            return Address("/", (("acts", each.value),))
        case SuggestionKind.SOURCE:
            return Address("/", (("sources", each.label),))
        case SuggestionKind.WORD:
            return Address("/", (("q", each.label),))
