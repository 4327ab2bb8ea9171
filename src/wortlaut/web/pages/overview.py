"""What the record holds: over time, by outlet, act and type, how certain it is, what came in last."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from wortlaut import service
from wortlaut.export.told import appeared, entitled
from wortlaut.export.visible import one_line
from wortlaut.record.search.overviewing import Overview, Step
from wortlaut.texts import Texts
from wortlaut.web.addresses import Address
from wortlaut.web.charts import Bar, Mark, stacked
from wortlaut.web.page import Page, Place
from wortlaut.web.pages.facets import band_bounds
from wortlaut.web.periods import bounds, every, period_short, period_told
from wortlaut.web.shares import Share, act_shares, percent
from wortlaut.web.site import site_of
from wortlaut.web.view import rendered, texts_of

__all__ = ["PAGE", "overview_page"]

_router = APIRouter()
PAGE = Page(_router, Place(50, "/overview", "overview.place"))


@_router.get("/overview")
def overview_page(request: Request) -> HTMLResponse:
    """What the record holds; everything leads to the statements behind it."""
    texts = texts_of(request)
    found = service.overview(settings=site_of(request).settings)
    return rendered(
        request,
        "overview.html.j2",
        found=found,
        chart=stacked(_bars(found, texts)),
        periods=[(period_told(each.first, found.step, texts), each) for each in found.periods],
        acts=act_shares(found.acts, Address("/"), texts),
        types=list(_types(found, texts)),
        outlets=list(_outlets(found)),
        bands=list(_bands(found, texts)),
        arrived=[
            (each, entitled(each.article, texts), appeared(each.article, texts.language)) for each in found.arrived
        ],
        feeds=found.feeds,
    )


def _bars(found: Overview, texts: Texts) -> list[Bar]:
    """A bar for every period, also for those in which nothing was published."""
    counted = {each.first: each.statements for each in found.periods}
    if not counted:
        return []
    return [
        _bar(each, counted.get(each, 0), found.step, texts) for each in every(min(counted), max(counted), found.step)
    ]


def _bar(first: date, statements: int, step: Step, texts: Texts) -> Bar:
    label = period_told(first, step, texts)
    told = texts("overview.bar", period=label, count=statements)
    address = str(Address("/", tuple(bounds(first, step))))
    return Bar(period_short(first, step, texts), (Mark("act", told, statements, address),) if statements else ())


def _types(found: Overview, texts: Texts) -> Iterator[Share]:
    most = max(found.types.values(), default=0)
    for kind, number in sorted(found.types.items(), key=lambda pair: (-pair[1], pair[0])):
        address = str(Address("/", (("types", kind.value),)))
        yield Share(texts(f"type.{kind.value}"), number, percent(number, most), address)


def _outlets(found: Overview) -> Iterator[Share]:
    most = max((each.statements for each in found.outlets), default=0)
    for each in found.outlets:
        address = str(Address("/", (("sources", each.name),)))
        yield Share(one_line(each.name), each.statements, percent(each.statements, most), address)


def _bands(found: Overview, texts: Texts) -> Iterator[Share]:
    """The bands of certainty, the most certain first."""
    most = max((each.statements for each in found.bands), default=0)
    for each in sorted(found.bands, key=lambda band: -band.least):
        address = str(Address("/", tuple(band_bounds(each.least))))
        yield Share(texts(f"band.{each.least}"), each.statements, percent(each.statements, most), address)
