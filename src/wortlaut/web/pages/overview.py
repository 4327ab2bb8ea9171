"""What the record holds: over time, by outlet, act and type, how certain it is, what came in last."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from wortlaut import service
from wortlaut.export.told import appeared
from wortlaut.export.visible import one_line
from wortlaut.record.search.certainty import BANDS
from wortlaut.record.search.overviewing import Overview, Period, Step
from wortlaut.texts import Texts, day, month
from wortlaut.web.addresses import Address
from wortlaut.web.charts import Bar, Mark, stacked
from wortlaut.web.page import Page, Place
from wortlaut.web.rows import act_class
from wortlaut.web.site import site_of
from wortlaut.web.view import rendered, texts_of

__all__ = ["PAGE", "Share", "overview_page"]

_router = APIRouter()
PAGE = Page(_router, Place(50, "/overview", "overview.place"))


@dataclass(frozen=True, slots=True)
class Share:
    """One of several that are counted: how many, as a share of the largest, and where it leads."""

    label: str
    number: int
    percent: int
    address: str
    classes: str = ""


@_router.get("/overview")
def overview_page(request: Request) -> HTMLResponse:
    """What the record holds; everything leads to the statements behind it."""
    texts = texts_of(request)
    found = service.overview(settings=site_of(request).settings)
    return rendered(
        request,
        "overview.html.j2",
        found=found,
        chart=stacked([_bar(each, found.step, texts) for each in found.periods]),
        periods=[(_period(each.first, found.step, texts), each) for each in found.periods],
        acts=list(_acts(found, texts)),
        types=list(_types(found, texts)),
        outlets=list(_outlets(found)),
        bands=list(_bands(found, texts)),
        arrived=[(each, appeared(each.article, texts.language)) for each in found.arrived],
        feeds=found.feeds,
    )


def _bar(period: Period, step: Step, texts: Texts) -> Bar:
    label = _period(period.first, step, texts)
    pairs = (("since", period.first.isoformat()), ("until", _last(period.first, step).isoformat()))
    told = texts("overview.bar", period=label, count=period.statements)
    return Bar(label, (Mark("act", told, period.statements, str(Address("/", pairs))),))


def _last(first: date, step: Step) -> date:
    """The last day of the period that begins then."""
    match step:
        case Step.DAY:
            return first
        case Step.WEEK:
            return first + timedelta(days=6)
        case Step.MONTH:
            return first.replace(day=monthrange(first.year, first.month)[1])
        case Step.YEAR:
            return first.replace(month=12, day=31)


def _period(first: date, step: Step, texts: Texts) -> str:
    match step:
        case Step.DAY:
            return day(first, texts.language)
        case Step.WEEK:
            return texts("overview.week", day=day(first, texts.language))
        case Step.MONTH:
            return month(first, texts.language)
        case Step.YEAR:
            return str(first.year)


def _acts(found: Overview, texts: Texts) -> Iterator[Share]:
    most = max(found.acts.values(), default=1)
    for act, number in sorted(found.acts.items(), key=lambda pair: (-pair[1], pair[0])):
        address = str(Address("/", (("acts", act.value),)))
        yield Share(texts(f"act.{act.value}"), number, round(100 * number / most), address, act_class(act.value))


def _types(found: Overview, texts: Texts) -> Iterator[Share]:
    most = max(found.types.values(), default=1)
    for kind, number in sorted(found.types.items(), key=lambda pair: (-pair[1], pair[0])):
        address = str(Address("/", (("types", kind.value),)))
        yield Share(texts(f"type.{kind.value}"), number, round(100 * number / most), address)


def _outlets(found: Overview) -> Iterator[Share]:
    most = max((each.statements for each in found.outlets), default=1) or 1
    for each in found.outlets:
        address = str(Address("/", (("sources", each.name),)))
        yield Share(one_line(each.name), each.statements, round(100 * each.statements / most), address)


def _bands(found: Overview, texts: Texts) -> Iterator[Share]:
    """The bands of certainty, the most certain first."""
    most = max((each.statements for each in found.bands), default=1) or 1
    for each in sorted(found.bands, key=lambda band: -band.least):
        above = [least for least in BANDS if least > each.least]
        pairs = [("min_confidence", str(each.least))]
        pairs += [("max_confidence", f"{above[0] - 1e-6:.6f}")] if above else []
        percent = round(100 * each.statements / most)
        yield Share(texts(f"band.{each.least}"), each.statements, percent, str(Address("/", tuple(pairs))))
