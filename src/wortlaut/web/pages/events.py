"""Announced events: a calendar of months, a list, and a page for each with what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from wortlaut import service
from wortlaut.export.told import appeared, entitled, party_told
from wortlaut.export.visible import one_line
from wortlaut.record import EventFilters
from wortlaut.service import DecidedEvent
from wortlaut.texts import Texts, days, month
from wortlaut.types import EventTelling, Outcome
from wortlaut.web.addresses import Address
from wortlaut.web.month import ShownEvent, has_sheet, month_asked, sheet, shown_event, weeks
from wortlaut.web.page import Page, Place
from wortlaut.web.periods import given_day
from wortlaut.web.signing import remembered, signer_of
from wortlaut.web.site import site_of
from wortlaut.web.view import rendered, texts_of

__all__ = ["PAGE", "ShownTelling", "calendar_file", "decide_event", "event_page", "events_page"]

_router = APIRouter()
PAGE = Page(_router, Place(40, "/events", "calendar.place"))

_LISTED = 100
_ON_SHEET = 500
_NARROWING = ("words", "place", "status", "since", "until")
_Name = Annotated[str, Form(max_length=400)]


@_router.get("/events.ics")
def calendar_file(request: Request) -> Response:
    """All events that the filters leave, for calendar programs."""
    made = service.calendar(_filters(request), language=texts_of(request).language, settings=site_of(request).settings)
    headers = {"content-disposition": 'attachment; filename="wortlaut.ics"'}
    return Response(made, media_type="text/calendar", headers=headers)


@_router.get("/events")
def events_page(request: Request, shown: Annotated[str, Query(alias="month", max_length=7)] = "") -> HTMLResponse:
    """A month of announced events as a calendar; what is to come, and what was, as lists."""
    texts, today = texts_of(request), date.today()
    coming = [each for each in _events(request, _narrowed(request, since=today)) if each.is_coming(today)]
    known = {each.id for each in coming}
    before_today = _narrowed(request, until=today - timedelta(days=1))
    past = [each for each in _events(request, before_today, latest_first=True) if each.id not in known]
    # Without a day nothing is coming or past; those told of lately stand among what is coming.
    others = [each for each in _events(request, _filters(request), latest_first=True) if each.first is None]
    vague = {each.id: each for each in (*coming, *others) if each.first is None}
    first = month_asked(shown) or _nearest(coming, past) or today.replace(day=1)
    begin, end = sheet(first)
    address = Address.of(request)
    before, behind = (first - timedelta(days=1)).replace(day=1), (first + timedelta(days=32)).replace(day=1)
    return rendered(
        request,
        "events.html.j2",
        coming=[each for each in coming if each.first is not None][:_LISTED],
        vague=list(vague.values()),
        past=past[:_LISTED],
        is_more=max(len(coming), len(past)) > _LISTED,
        weeks=list(weeks(first, _events(request, _narrowed(request, since=begin, until=end), limit=_ON_SHEET))),
        month_label=month(first, texts.language),
        before=str(address.having([("month", before.isoformat()[:7])])),
        behind=str(address.having([("month", behind.isoformat()[:7])])),
        weekdays=[texts(f"weekday.{number}") for number in range(7)],
        outcomes=[(each.value, texts(f"event.outcome.{each.value}")) for each in Outcome],
        given={name: request.query_params.get(name, "") for name in _NARROWING},
        ics=str(address.at("/events.ics").without("month")),
        actor=request.query_params.get("actor", ""),
        clear=str(address.without("actor")),
        today=today,
    )


@_router.get("/events/{event}")
def event_page(request: Request, event: str, entry: Annotated[int | None, Query(ge=1)] = None) -> HTMLResponse:
    """An event with the words of every article that tells of it."""
    texts = texts_of(request)
    found = service.event(event, settings=site_of(request).settings)
    return rendered(
        request,
        "event.html.j2",
        event=shown_event(found, texts),
        found=found,
        told=[_told(each, texts) for each in found.told],
        outcomes=[(each.value, texts(f"event.outcome.{each.value}")) for each in Outcome],
        entry=entry,
        signer=signer_of(request),
    )


@_router.post("/events/{event}")
def decide_event(
    request: Request,
    event: str,
    *,
    action: Annotated[str, Form(pattern="^(confirm|reject|correct|same|apart)$")],
    by: _Name,
    why: _Name = "",
    other: _Name = "",
    status: Annotated[str, Form(max_length=20)] = "",
    since: Annotated[str, Form(max_length=10)] = "",
    until: Annotated[str, Form(max_length=10)] = "",
) -> Response:
    """Back to the event, about which a person decided something."""
    settings, reason = site_of(request).settings, why or None
    decided: DecidedEvent
    if action == "confirm":
        decided = service.confirm_event(event, by=by, why=reason, settings=settings)
    elif action == "reject":
        decided = service.reject_event(event, by=by, why=reason, settings=settings)
    elif action == "correct":
        outcome = Outcome(status) if status in {each.value for each in Outcome} else None
        first, last = given_day(since), given_day(until) or given_day(since)
        decided = service.correct_event(
            event, outcome=outcome, since=first, until=last, by=by, why=reason, settings=settings
        )
    elif action == "same":
        decided = service.join_events(event, other, by=by, why=reason, settings=settings)
    else:
        decided = service.keep_events_apart(event, other, by=by, why=reason, settings=settings)
    name = event if decided.event is None else decided.event.id
    answer = RedirectResponse(str(Address(f"/events/{name}", (("entry", str(decided.entry.number)),))), 303)
    return remembered(answer, by)


def _events(
    request: Request, filters: EventFilters, *, limit: int = _LISTED + 1, latest_first: bool = False
) -> list[ShownEvent]:
    settings, texts = site_of(request).settings, texts_of(request)
    found = service.events(filters, limit=limit, latest_first=latest_first, settings=settings)
    return [shown_event(each, texts) for each in found]


def _nearest(coming: Sequence[ShownEvent], past: Sequence[ShownEvent]) -> date | None:
    """The month of the next event that is to come, else of the last one."""
    days_ = [each.first for each in (*coming, *past) if each.first is not None and has_sheet(each.first)]
    return days_[0].replace(day=1) if days_ else None


def _narrowed(request: Request, *, since: date | None = None, until: date | None = None) -> EventFilters:
    """What is asked for, within these days."""
    asked = _filters(request)
    return replace(
        asked,
        since=max(filter(None, (asked.since, since)), default=None),
        until=min(filter(None, (asked.until, until)), default=None),
    )


def _filters(request: Request) -> EventFilters:
    given = request.query_params
    status = given.get("status", "")
    return EventFilters(
        since=given_day(given.get("since", "")),
        until=given_day(given.get("until", "")),
        actor=given.get("actor") or None,
        outcome=Outcome(status) if status in {each.value for each in Outcome} else None,
        place=given.get("place") or None,
        words=given.get("words") or None,
    )


@dataclass(frozen=True, slots=True)
class ShownTelling:
    """What one article tells of an event."""

    says: str
    words: str
    article: str
    title: str  # or its first words
    source: str | None
    date: str | None
    said_by: tuple[str, ...]
    statement: str | None
    days: str


def _told(each: EventTelling, texts: Texts) -> ShownTelling:
    telling, article = each.telling, each.article
    event = telling.event
    bounds = [each for each in (event.since, event.until) if each is not None]
    return ShownTelling(
        texts(f"event.says.{event.status.value}"),
        "" if telling.words is None else one_line(telling.words.of(article.text)),
        article.id,
        entitled(article, texts),
        article.source,
        appeared(article, texts.language),
        tuple(party_told(party, article.text, texts).shown for party in each.said_by),
        event.statement,
        days(bounds[0], bounds[-1], texts.language) if bounds else "",
    )
