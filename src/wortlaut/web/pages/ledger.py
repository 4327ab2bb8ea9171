"""The ledger: who demands, offers, threatens and refuses what, of whom, and what was answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import HTMLResponse

from wortlaut import service
from wortlaut.export.visible import one_line
from wortlaut.record import Filters
from wortlaut.service import LEDGER_ACTS, LedgerLine
from wortlaut.texts import Texts
from wortlaut.types import Act, Span
from wortlaut.web.addresses import Address
from wortlaut.web.page import Page, Place
from wortlaut.web.periods import given_day
from wortlaut.web.rows import Row, rows_of
from wortlaut.web.site import site_of
from wortlaut.web.view import rendered, texts_of

__all__ = ["PAGE", "LedgerRow", "Pair", "ledger_page"]

_router = APIRouter()
PAGE = Page(_router, Place(30, "/ledger", "ledger.place"))

_LINES = 100
_PAIRS = 12
_SPLIT = " […] "


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A line of the ledger: the statement, its condition, what it rests on, answers and what may be one."""

    row: Row
    condition: str
    rests_on: Row | None
    answers: tuple[Row, ...]
    later: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Who does it to whom, how often, and the lines that say so."""

    who: str
    whom: str
    acts: tuple[tuple[str, str, int], ...]  # the act, what it is called, how often
    number: int
    address: str


@_router.get("/ledger")
def ledger_page(
    request: Request,
    *,
    act: Annotated[str, Query()] = "",
    actor: Annotated[str, Query(max_length=400)] = "",
    target: Annotated[str, Query(max_length=400)] = "",
    since: Annotated[str, Query(max_length=10)] = "",
    until: Annotated[str, Query(max_length=10)] = "",
    unanswered: Annotated[str, Query(alias="open")] = "",
) -> HTMLResponse:
    """Demands, offers, threats and refusals, the newest first, with what became of them."""
    texts, settings = texts_of(request), site_of(request).settings
    wanted = Act(act) if act in {each.value for each in LEDGER_ACTS} else None
    filters = Filters(
        act=wanted, actor=actor or None, target=target or None, since=given_day(since), until=given_day(until)
    )
    lines = service.demands(filters, limit=_LINES + 1, open_only=bool(unanswered), settings=settings)
    asked = Address.of(request)
    return rendered(
        request,
        "ledger.html.j2",
        lines=[_line(each, texts) for each in lines[:_LINES]],
        pairs=_pairs(lines, asked, texts),
        acts=[(each.value, texts(f"act.{each.value}")) for each in LEDGER_ACTS],
        given={"act": act, "actor": actor, "target": target, "since": since, "until": until, "open": unanswered},
        clear=str(asked.without("actor", "target")) if actor or target else None,
        export=str(asked.at("/api/v1/demands").without("open")),
        is_whole=len(lines) <= _LINES,
    )


def _line(each: LedgerLine, texts: Texts) -> LedgerRow:
    (row,) = rows_of([each.found], texts)
    sense = each.found.sense
    spans: Sequence[Span] = () if sense is None or sense.condition is None else sense.condition.spans
    return LedgerRow(
        row,
        _SPLIT.join(one_line(span.of(each.found.article.text)) for span in spans),
        None if each.rests_on is None else rows_of([each.rests_on], texts)[0],
        tuple(rows_of(each.answers, texts)),
        tuple(rows_of(each.later, texts)),
    )


def _pairs(lines: Sequence[LedgerLine], asked: Address, texts: Texts) -> list[Pair]:
    """Who does what to whom, those of the most lines first, where both are known."""
    counted: Counter[tuple[str, str, str, str]] = Counter()
    for each in lines:
        for who, whom in _parties(each):
            act = "" if each.found.sense is None else each.found.sense.act.value
            counted[who[0], who[1], whom, act] += 1
    whole: Counter[tuple[str, str, str]] = Counter()
    for (actor, who_name, whom, _), number in counted.items():
        whole[actor, who_name, whom] += number
    made = []
    for (actor, who_name, whom), number in whole.most_common(_PAIRS):
        acts = tuple(
            (act, texts(f"act.{act}"), times)
            for (a, b, c, act), times in sorted(counted.items())
            if (a, b, c) == (actor, who_name, whom) and act
        )
        made.append(Pair(who_name, whom, acts, number, str(asked.having([("actor", actor), ("target", whom)]))))
    return made


def _parties(line: LedgerLine) -> Iterator[tuple[tuple[str, str], str]]:
    """Every one who does it with every one it is done to, as the article names them."""
    for who in line.found.speakers:
        for whom in line.found.targets or line.found.addressees:
            if who.actor and who.name and whom.name:
                yield (who.actor, one_line(who.name)), one_line(whom.name)
