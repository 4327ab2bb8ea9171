"""The history: who decided what, when."""

from __future__ import annotations

from itertools import islice
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from wortlaut import service
from wortlaut.export.entry import entry_json
from wortlaut.web.api.answers import json_answer
from wortlaut.web.api.asked import MOST, next_page
from wortlaut.web.api.statements import EntriesJson
from wortlaut.web.site import site_of

__all__ = ["entry_list", "router"]

router = APIRouter(tags=["history"])


@router.get("/history", response_model=EntriesJson)
def entry_list(
    request: Request,
    about: Annotated[str | None, Query(max_length=400, description="Id of an article, statement or actor.")] = None,
    after: Annotated[int, Query(ge=0, le=2**53, description="Number of the last entry of the page before.")] = 0,
    limit: Annotated[int, Query(ge=1, le=MOST)] = 50,
) -> Response:
    """Entries of the history, the oldest first."""
    entries = service.history(about, settings=site_of(request).settings)
    found = list(islice((each for each in entries if each.entry.number > after), limit + 1))
    more = next_page(request, after=found[limit - 1].entry.number) if len(found) > limit else None
    items = [entry_json(each.entry, each.text) for each in found[:limit]]
    return json_answer(request, {"items": items, "next": more})
