"""Actors, and what they demand of one another."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field
from starlette.requests import Request
from starlette.responses import Response

from wortlaut import service
from wortlaut.errors import InputError
from wortlaut.export.actor import ActorJson
from wortlaut.export.statement import StatementJson, statement_json
from wortlaut.types import PartyKind
from wortlaut.web.api.answers import json_answer
from wortlaut.web.api.asked import MOST, ActorRef, Filtered
from wortlaut.web.site import site_of

__all__ = ["ActorsJson", "LedgerAsked", "LedgerJson", "LedgerLineJson", "actor_list", "ledger", "one_actor", "router"]

router = APIRouter(tags=["actors"])


class ActorsJson(BaseModel):
    """Actors, those of the most statements first."""

    items: list[ActorJson]


class LedgerLineJson(BaseModel):
    """A demand, an offer, a threat or a refusal."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    statement: StatementJson
    rests_on: StatementJson | None
    """The demand that a threat points back to."""
    answers: list[StatementJson]
    """What was answered in the same article."""
    later: list[StatementJson]
    """What may answer it: said later, in other articles, by those it was directed at, in words that are alike."""


class LedgerJson(BaseModel):
    """Lines of the ledger, the newest first."""

    items: list[LedgerLineJson]


class LedgerAsked(Filtered):
    """Which lines are wanted."""

    limit: Annotated[int, Field(ge=1, le=MOST)] = 50
    open: bool = False
    """Only those to which no answer is known."""


@router.get("/actors", response_model=ActorsJson)
def actor_list(
    request: Request,
    name: Annotated[str | None, Query(max_length=400, description="A part of one of the names.")] = None,
    kind: PartyKind | None = None,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
) -> Response:
    """Actors of the record."""
    found = service.actors(name, kind=kind, limit=limit, settings=site_of(request).settings)
    return json_answer(request, {"items": [ActorJson.of(each).model_dump(mode="json") for each in found]})


@router.get("/actors/{actor}", response_model=ActorJson)
def one_actor(request: Request, actor: ActorRef) -> Response:
    """An actor with names, offices and what people said of it."""
    shown = service.actor(actor, settings=site_of(request).settings)
    return json_answer(request, ActorJson.of(shown.entry, shown).model_dump(mode="json"))


@router.get("/demands", response_model=LedgerJson)
def ledger(request: Request, asked: Annotated[LedgerAsked, Query()]) -> Response:
    """Who demands, offers, threatens and refuses what, and what was answered; `act` is one of these four."""
    filters = asked.filters()
    if filters.act is not None and filters.act not in service.LEDGER_ACTS:
        raise InputError("act_not_in_ledger", act=filters.act, known=", ".join(service.LEDGER_ACTS))
    lines = service.demands(filters, limit=asked.limit, open_only=asked.open, settings=site_of(request).settings)
    return json_answer(
        request,
        {
            "items": [
                {
                    "statement": statement_json(each.found),
                    "rests_on": None if each.rests_on is None else statement_json(each.rests_on),
                    "answers": [statement_json(answer) for answer in each.answers],
                    "later": [statement_json(answer) for answer in each.later],
                }
                for each in lines
            ]
        },
    )
