"""Announced events: a calendar of months, a list, and a page for each with what became of it."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from wortlaut import service
from wortlaut.export.told import appeared, entitled, event_days, party_told
from wortlaut.export.visible import one_line
from wortlaut.record import EventFilters
from wortlaut.service import DecidedEvent
from wortlaut.texts import Texts, day, month
from wortlaut.types import EventEntry, EventTelling, Outcome
from wortlaut.web.addresses import Address
from wortlaut.web.page import Page, Place
from wortlaut.web.periods import given_day
from wortlaut.web.signing import remembered, signer_of
from wortlaut.web.site import site_of
from wortlaut.web.view import rendered, texts_of

__all__ = ["PAGE", "ShownEvent", "calendar_file", "decide_event", "event_page", "events_page"]

_router = APIRouter()
PAGE = Page(_router, Place(40, "/events", "calendar.place"))

_LISTED = 200
_Name = Annotated[str, Form(max_length=400)]


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event as lists and the calendar show it."""

    id: str
    title: str
    kind: str
    outcome: str
    outcome_label: str
    days: str
    first: date | None
    who: tuple[tuple[str, str | None], ...]  # the name, the actor
    where: tuple[str, ...]
    agenda: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of a month's page, and the events of it."""

    day: date
    is_of_month: bool
    events: tuple[ShownEvent, ...]


@_router.get("/events.ics")
def calendar_file(request: Request) -> Response:
    """All events that the filters leave, for calendar programs."""
    made = service.calendar(_filters(request), language=texts_of(request).language, settings=site_of(request).settings)
    headers = {"content-disposition": 'attachment; filename="wortlaut.ics"'}
    return Response(made, media_type="text/calendar", headers=headers)


@_router.get("/events")
def events_page(request: Request, shown: Annotated[str, Query(alias="month", max_length=7)] = "") -> HTMLResponse:
    """A month of announced events as a calendar, and all that the filters leave as a list."""
    texts, settings = texts_of(request), site_of(request).settings
    filters = _filters(request)
    found = [_shown(each, texts) for each in service.events(filters, limit=_LISTED, settings=settings)]
    first = _first(shown) or _newest(found) or date.today().replace(day=1)
    address = Address.of(request)
    before, behind = (first - timedelta(days=1)).replace(day=1), (first + timedelta(days=32)).replace(day=1)
    return rendered(
        request,
        "events.html.j2",
        found=[each for each in found if each.first is not None],
        vague=[each for each in found if each.first is None],
        weeks=list(_weeks(first, found)),
        month_label=month(first, texts.language),
        before=str(address.having([("month", f"{before:%Y-%m}")])),
        behind=str(address.having([("month", f"{behind:%Y-%m}")])),
        weekdays=[texts(f"weekday.{number}") for number in range(7)],
        outcomes=[(each.value, texts(f"event.outcome.{each.value}")) for each in Outcome],
        given={name: request.query_params.get(name, "") for name in ("words", "place", "status", "since", "until")},
        ics=str(address.at("/events.ics").without("month")),
        today=date.today(),
    )


@_router.get("/events/{event}")
def event_page(request: Request, event: str, entry: Annotated[int | None, Query(ge=1)] = None) -> HTMLResponse:
    """An event with the words of every article that tells of it."""
    texts = texts_of(request)
    found = service.event(event, settings=site_of(request).settings)
    return rendered(
        request,
        "event.html.j2",
        event=_shown(found, texts),
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


def _first(given: str) -> date | None:
    return given_day(f"{given}-01") if given else None


def _newest(found: Sequence[ShownEvent]) -> date | None:
    """The month of the next event that is to come, else of the last one."""
    days = sorted(each.first for each in found if each.first is not None)
    coming = [each for each in days if each >= date.today()]
    return (coming[0] if coming else days[-1]).replace(day=1) if days else None


def _shown(entry: EventEntry, texts: Texts) -> ShownEvent:
    event, head = entry.head.telling.event, entry.head
    text = head.article.text
    who = tuple((one_line(part.name), actor) for part, actor in zip(event.who, head.actors, strict=True))
    return ShownEvent(
        entry.id,
        one_line(entry.title),
        texts(f"event.{entry.kind}"),
        entry.outcome.value,
        texts(f"event.outcome.{entry.outcome}"),
        event_days(entry, texts) or texts("events.vague"),
        entry.since or entry.until,
        who,
        tuple(one_line(part.name) for part in event.where),
        tuple(one_line(span.of(text)) for span in event.agenda),
    )


def _weeks(first: date, found: Sequence[ShownEvent]) -> Iterator[list[CalendarDay]]:
    """The weeks of the month that begins then, from Monday on, with the events of each day."""
    by_day: defaultdict[date, list[ShownEvent]] = defaultdict(list)
    for each in found:
        if each.first is not None:
            by_day[each.first].append(each)
    for week in Calendar().monthdatescalendar(first.year, first.month):
        yield [CalendarDay(each, each.month == first.month, tuple(by_day[each])) for each in week]


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
    days = [day(one, texts.language) for one in dict.fromkeys((event.since, event.until)) if one is not None]
    return ShownTelling(
        texts(f"event.says.{event.status.value}"),
        "" if telling.words is None else one_line(telling.words.of(article.text)),
        article.id,
        entitled(article, texts),
        article.source,
        appeared(article, texts.language),
        tuple(party_told(party, article.text, texts).shown for party in each.said_by),
        event.statement,
        " – ".join(days),
    )
