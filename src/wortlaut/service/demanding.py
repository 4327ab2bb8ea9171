"""The ledger: who demands, offers, threatens and refuses what, of whom, on what condition, and what was answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from wortlaut.service.opening import asking, filters_or_none
from wortlaut.types import Act, Found

if TYPE_CHECKING:
    from wortlaut.record import Filters, Record
    from wortlaut.settings import Settings

__all__ = ["LEDGER_ACTS", "LedgerLine", "demands"]

LEDGER_ACTS = (Act.DEMAND, Act.PROPOSE, Act.THREATEN, Act.REFUSE)
# What one who was asked, offered something, threatened or refused may say to it later.
_REPLIES = (Act.REFUSE, Act.APPROVE, Act.PROPOSE, Act.DENY, Act.DEMAND, Act.THREATEN, Act.LEAVE_OPEN, Act.ADMIT)
_LATER = 3  # that are told


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A demand, an offer, a threat or a refusal, what it rests on, and what was answered.

    `rests_on` is the statement whose condition it points back to: the demand before "andernfalls". `answers` are those
    that its own article ties to it. `later` may answer it: what those it was directed at said from its day on in other
    articles, with an act that replies and with words that are alike (`Found.share` says how much), the likest first.
    """

    found: Found
    rests_on: Found | None
    answers: tuple[Found, ...]
    later: tuple[Found, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nothing is known that answers it."""
        return not self.answers and not self.later


def demands(
    filters: Filters | None = None,
    *,
    settings: Settings | None = None,
    limit: int | None = None,
    open_only: bool = False,
) -> list[LedgerLine]:
    """The lines of the ledger, the newest article first; `filters.act` narrows it to one of its acts.

    With `open_only` those to which no answer is known, up to the limit.
    """
    reach = limit
    while True:
        lines = _lines(filters, settings=settings, limit=reach)
        wanted = [line for line in lines if line.is_open or not open_only][:limit]
        if reach is None or limit is None or len(wanted) == limit or len(lines) < reach:
            return wanted
        reach *= 2  # answered ones took the room of open ones


def _lines(filters: Filters | None, *, limit: int | None, settings: Settings | None) -> list[LedgerLine]:
    """The lines, open or not, as `demands` orders them."""
    asked = filters_or_none(filters)
    acts = LEDGER_ACTS if asked.act is None else (asked.act,)
    with asking(settings) as record:
        given = [each for act in acts for each in record.statements(replace(asked, act=act), limit=limit)]
        listed = sorted(given, key=_place, reverse=True)[:limit]
        answers: dict[str, list[Found]] = defaultdict(list)
        for each in record.answering([found.statement.id for found in listed]):
            if each.sense is not None and each.sense.answers is not None:
                answers[each.sense.answers].append(each)
        needed = {name for each in listed for name in _rests_on(each)}
        others = {name: record.statement(name) for name in needed}
        later = {found.statement.id: _later(record, found) for found in listed}
    return [
        LedgerLine(
            found,
            next((others[name] for name in _rests_on(found)), None),
            tuple(answers[found.statement.id]),
            later[found.statement.id],
        )
        for found in listed
    ]


def _later(record: Record, found: Found) -> tuple[Found, ...]:
    """What may answer it in other articles, the likest first."""
    from wortlaut.record import Filters

    speakers = {party.actor for party in found.speakers}
    asked = {party.actor for party in (*found.addressees, *found.targets) if party.actor is not None} - speakers
    told = [
        each
        for actor in sorted(asked)
        for each in record.similar(
            found.statement.id, Filters(actor=actor, acts=_REPLIES, since=found.article.published), limit=_LATER
        )
        if each.article.id != found.article.id
    ]
    return tuple(sorted(told, key=lambda each: (-(each.share or 0.0), each.statement.id))[:_LATER])


def _rests_on(found: Found) -> Iterator[str]:
    """The id of the statement that its condition points to."""
    condition = None if found.sense is None else found.sense.condition
    if condition is not None and condition.refers_to is not None:
        yield condition.refers_to


def _place(found: Found) -> tuple[date, str, int]:
    """Where it stands in a listing turned round."""
    return found.article.published or date.min, found.article.id, -found.statement.quote[0].start
