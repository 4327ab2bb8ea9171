"""What people decided about announced events, put together. No database.

The same decisions always give the same events, so that the stored ones can be made anew and compared.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from wortlaut.decisions import ApartEvents, ConfirmEvent, CorrectEvent, Entry, EventDecision, RejectEvent, SameEvents
from wortlaut.matching.occasions import Occasion
from wortlaut.types import Outcome

__all__ = ["EventLedger", "Judged"]

_VERDICT, _OUTCOME, _WHEN = "verdict", "outcome", "when"


@dataclass(frozen=True, slots=True)
class Judged:
    """An event as it holds after what people said; `decided` has the parts that they spoke of, with the entries."""

    outcome: Outcome
    since: date | None
    until: date | None
    is_rejected: bool = False
    decided: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class EventLedger:
    """The decisions about events that count, a later one going before an earlier one about the same."""

    same: frozenset[frozenset[str]] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()
    said: dict[str, list[tuple[int, EventDecision]]] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> EventLedger:
        """What the entries say that are not undone, oldest first."""
        pairs: dict[frozenset[str], bool] = {}
        said: dict[str, list[tuple[int, EventDecision]]] = {}
        for entry in entries:
            decision = entry.judges
            if decision is None or entry.is_undone:
                continue
            if isinstance(decision, SameEvents | ApartEvents):
                pairs[frozenset((decision.event, decision.other))] = isinstance(decision, SameEvents)
            else:
                said.setdefault(decision.event, []).append((entry.number, decision))
        same = frozenset(pair for pair, is_same in pairs.items() if is_same)
        return cls(same, frozenset(pairs) - same, said)

    def with_others(self, ids: Collection[str]) -> set[str]:
        """The ids of the tellings that people said are of the same events as these, or of others."""
        return {name for pair in (*self.same, *self.apart) if not pair.isdisjoint(ids) for name in pair}

    def judged(self, occasion: Occasion) -> Judged:
        """The event as it holds: what was said last of any of its tellings, else what articles make of it."""
        found = sorted(
            ((number, decision) for told in occasion.told for number, decision in self.said.get(told.id, ())),
            key=lambda each: each[0],
        )
        outcome, since, until, is_rejected = occasion.outcome, occasion.since, occasion.until, False
        decided: dict[str, int] = {}
        for number, decision in found:
            if isinstance(decision, ConfirmEvent | RejectEvent):
                is_rejected, decided[_VERDICT] = isinstance(decision, RejectEvent), number
            elif isinstance(decision, CorrectEvent):
                if decision.outcome is not None:
                    outcome, decided[_OUTCOME] = decision.outcome, number
                if decision.since is not None or decision.until is not None:
                    since, until, decided[_WHEN] = decision.since, decision.until, number
        return Judged(outcome, since, until, is_rejected, tuple(sorted(decided.items())))
