"""Statements: lists of them, searches, one with its reasons and its history."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict
from starlette.requests import Request
from starlette.responses import Response

from wortlaut import service
from wortlaut.export.entry import EntryJson, entry_json
from wortlaut.export.statement import StatementJson, statement_json
from wortlaut.export.why import WhyJson, why_json
from wortlaut.types import Found
from wortlaut.web.api.answers import json_answer
from wortlaut.web.api.asked import Filtered, Listed, Paged, Searched, StatementRef, next_page
from wortlaut.web.site import site_of

__all__ = [
    "CountJson",
    "EntriesJson",
    "StatementsJson",
    "TotalJson",
    "count_statements",
    "one_history",
    "one_statement",
    "one_why",
    "router",
    "search_statements",
    "similar_statements",
    "statement_list",
]

router = APIRouter(tags=["statements"])


class TotalJson(BaseModel):
    """How many pass altogether."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    number: int
    at_least: bool
    """Whether there are more than these, which were all that was counted."""


class StatementsJson(BaseModel):
    """A page of statements."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    items: list[StatementJson]
    next: str | None
    """Address of the next page; `null` on the last one."""
    total: TotalJson | None = None


class CountJson(BaseModel):
    """How many there are."""

    count: int


class EntriesJson(BaseModel):
    """Entries of the history, the oldest first."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    items: list[EntryJson]
    next: str | None = None
    """Address of the next page; `null` on the last one."""


@router.get("/statements", response_model=StatementsJson)
def statement_list(request: Request, asked: Annotated[Listed, Query()]) -> Response:
    """Statements that pass the filters, page by page."""
    return _page(request, None, asked)


@router.get("/statements/count", response_model=CountJson)
def count_statements(request: Request, asked: Annotated[Filtered, Query()]) -> Response:
    """How many statements pass the filters."""
    return json_answer(request, {"count": service.count(asked.filters(), settings=site_of(request).settings)})


@router.get("/search", response_model=StatementsJson)
def search_statements(request: Request, asked: Annotated[Searched, Query()]) -> Response:
    """Statements with the words in any inflected form, spelling or compound, the best first."""
    return _page(request, asked.q, asked)


@router.get("/statements/{statement}", response_model=StatementJson)
def one_statement(request: Request, statement: StatementRef) -> Response:
    """One statement; its `ETag` is its `revision`."""
    found = _shown(request, statement)
    return json_answer(request, statement_json(found), etag=found.revision or None)


@router.get("/statements/{statement}/similar", response_model=StatementsJson)
def similar_statements(request: Request, statement: StatementRef) -> Response:
    """Statements that are like it, the most alike first."""
    found = service.similar(statement, settings=site_of(request).settings)
    return json_answer(request, {"items": [statement_json(each) for each in found], "next": None})


@router.get("/statements/{statement}/why", response_model=WhyJson)
def one_why(request: Request, statement: StatementRef) -> Response:
    """Why it is whose it is."""
    return json_answer(request, why_json(service.why(statement, settings=site_of(request).settings)))


@router.get("/statements/{statement}/history", response_model=EntriesJson)
def one_history(request: Request, statement: StatementRef) -> Response:
    """What people decided about it."""
    whole = _shown(request, statement).statement.id
    entries = service.history(whole, settings=site_of(request).settings)
    return json_answer(request, {"items": [entry_json(each.entry, each.text) for each in entries], "next": None})


def _page(request: Request, words: str | None, asked: Paged) -> Response:
    page = service.paged(
        words,
        asked.filters(),
        sort=asked.order(),
        limit=asked.limit,
        after=asked.cursor(),
        settings=site_of(request).settings,
    )
    more = None if page.next is None else next_page(request, after=str(page.next))
    total = TotalJson(number=page.total.number, at_least=page.total.at_least).model_dump()
    return json_answer(request, {"items": [statement_json(each) for each in page.found], "next": more, "total": total})


def _shown(request: Request, statement: str) -> Found:
    return service.statement(statement, settings=site_of(request).settings)
