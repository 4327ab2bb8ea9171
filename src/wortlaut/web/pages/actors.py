"""Actors: a list of them, and a page for each with what it says over time, to whom, and who speaks of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from wortlaut import service
from wortlaut.export.visible import one_line
from wortlaut.record import EventFilters
from wortlaut.record.search.overviewing import Step
from wortlaut.record.search.profiling import Beside, MonthOfActs
from wortlaut.service import DecidedActor, HeldOffice
from wortlaut.texts import Texts, day, month
from wortlaut.types import Act, PartyKind
from wortlaut.web.addresses import Address
from wortlaut.web.charts import Bar, Mark, stacked
from wortlaut.web.month import shown_event
from wortlaut.web.page import Page, Place
from wortlaut.web.periods import bounds, every, period_short, period_told, start_of
from wortlaut.web.rows import act_class, rows_of
from wortlaut.web.shares import act_shares
from wortlaut.web.signing import remembered, signer_of
from wortlaut.web.site import site_of
from wortlaut.web.view import rendered, texts_of

__all__ = ["PAGE", "actor_page", "actors_page", "decide_actor"]

_router = APIRouter()
PAGE = Page(_router, Place(20, "/actors", "cast.place"))

_LISTED = 100
_EVENTS = 10
_LIKELY = 0.1  # from here on somebody who may be meant is told
_DAYS_OF_MONTHS = 3660  # the longest span that is cut into months
_KINDS = (PartyKind.PERSON, PartyKind.ORGANISATION)
_Name = Annotated[str, Form(max_length=400)]


@_router.get("/actors")
def actors_page(
    request: Request, name: Annotated[str, Query(max_length=400)] = "", kind: Annotated[str, Query()] = ""
) -> HTMLResponse:
    """Actors of the record, those of the most statements first."""
    settings = site_of(request).settings
    wanted = PartyKind(kind) if kind in {each.value for each in _KINDS} else None
    found = service.actors(name.strip() or None, kind=wanted, limit=_LISTED + 1, settings=settings)
    return rendered(
        request,
        "actors.html.j2",
        found=found[:_LISTED],
        is_more=len(found) > _LISTED,
        name=name,
        kind=kind,
        kinds=[each.value for each in _KINDS],
    )


@_router.get("/actors/{actor:path}")
def actor_page(request: Request, actor: str, entry: Annotated[int | None, Query(ge=1)] = None) -> HTMLResponse:
    """The page of an actor; `entry` is what was just decided about it."""
    texts, settings = texts_of(request), site_of(request).settings
    found = service.profile(actor, settings=settings)
    shown, said = found.shown, found.said
    whole = shown.entry
    whose = Address("/", (("actor", whole.id),))
    return rendered(
        request,
        "actor.html.j2",
        shown=shown,
        said=said,
        whole=whole,
        names=[one_line(each.name) for each in shown.names if each.name != whole.name],
        held=[(_since(each, texts), each) for each in shown.held],
        offices=[(_days(each.first, each.last, texts), each) for each in shown.offices],
        chart=stacked(_bars(whole.id, said.months, texts)),
        months=[(month(each.first, texts.language), sum(each.acts.values())) for each in said.months],
        acts=act_shares(_acts(said.months), whose, texts),
        addresses=_beside(said.addresses, lambda other: (("actor", whole.id), ("addressed", other))),
        addressed_by=_beside(said.addressed_by, lambda other: (("actor", other), ("addressed", whole.id))),
        mentioned_by=_beside(said.mentioned_by, lambda other: (("actor", other), ("q", f'"{whole.name}"'))),
        latest=rows_of(said.latest, texts),
        maybe=[
            (rows_of([each.found], texts)[0], round(100 * each.confidence))
            for each in said.maybe
            if each.confidence >= _LIKELY
        ],
        events=[
            shown_event(each, texts)
            for each in service.events(
                EventFilters(actor=whole.id), limit=_EVENTS, latest_first=True, settings=settings
            )
        ],
        all_of=str(whose),
        span=_days(whole.first, whole.last, texts),
        entry=entry,
        signer=signer_of(request),
    )


@_router.post("/actors/{actor:path}")
def decide_actor(
    request: Request,
    actor: str,
    *,
    action: Annotated[str, Form(pattern="^(rename|alias|unalias|merge|apart)$")],
    name: _Name,
    by: _Name,
    why: _Name = "",
) -> Response:
    """Back to the actor, about which a person decided something."""
    settings = site_of(request).settings
    deciding = {
        "rename": service.rename_actor,
        "alias": service.add_alias,
        "unalias": service.remove_alias,
        "apart": service.keep_actors_apart,
    }
    decided: DecidedActor
    if action == "merge":
        decided = service.merge_actors(actor, [name], by=by, why=why or None, settings=settings)
    else:
        decided = deciding[action](actor, name, by=by, why=why or None, settings=settings)
    whole = actor if decided.actor is None else decided.actor.entry.id
    answer = RedirectResponse(str(Address(f"/actors/{whole}", (("entry", str(decided.entry.number)),))), 303)
    return remembered(answer, by)


def _bars(actor: str, months: Sequence[MonthOfActs], texts: Texts) -> list[Bar]:
    """A bar for every month from the first to the last, or for every year where those are too many."""
    if not months:
        return []
    first, last = months[0].first, months[-1].first
    step = Step.MONTH if (last - first).days < _DAYS_OF_MONTHS else Step.YEAR
    counted: defaultdict[date, Counter[Act | None]] = defaultdict(Counter)
    for each in months:
        counted[start_of(each.first, step)].update(each.acts)
    return [_bar(actor, each, step, counted[each], texts) for each in every(start_of(first, step), last, step)]


def _bar(actor: str, first: date, step: Step, acts: Mapping[Act | None, int], texts: Texts) -> Bar:
    label = period_told(first, step, texts)
    address = Address("/", (("actor", actor), *bounds(first, step)))
    return Bar(
        period_short(first, step, texts),
        tuple(_mark(address, label, act, acts[act], texts) for act in sorted(acts, key=_place)),
    )


def _place(act: Act | None) -> int:
    return len(Act) if act is None else list(Act).index(act)


def _mark(address: Address, label: str, act: Act | None, number: int, texts: Texts) -> Mark:
    if act is None:
        told = texts("cast.bar", month=label, act=texts("cast.no_act"), count=number)
        return Mark(act_class(None), told, number, str(address))
    told = texts("cast.bar", month=label, act=texts(f"act.{act.value}"), count=number)
    return Mark(act_class(act.value), told, number, str(address.adding("acts", act.value)))


def _acts(months: Sequence[MonthOfActs]) -> dict[Act, int]:
    """What the actor does, over all months."""
    numbers: Counter[Act] = Counter()
    for each in months:
        numbers.update({act: number for act, number in each.acts.items() if act is not None})
    return numbers


def _beside(others: Sequence[Beside], asked: Callable[[str], Iterable[tuple[str, str]]]) -> list[tuple[Beside, str]]:
    """Others, each with the search for what they have to do with the actor, which `asked` says for an id."""
    return [(each, str(Address("/", tuple(asked(each.actor.id))))) for each in others]


def _days(first: date | None, last: date | None, texts: Texts) -> str:
    """From when to when, in words; nothing where no day is known."""
    days = [day(each, texts.language) for each in dict.fromkeys((first, last)) if each is not None]
    return " – ".join(days)


def _since(office: HeldOffice, texts: Texts) -> str:
    """From when to when an office is held, as exactly as the source says."""
    if office.first is None and office.last is None:
        return ""
    return " – ".join((office.first or "…", office.last or texts("cast.today")))
