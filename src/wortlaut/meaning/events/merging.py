"""One event for all places of an article that speak of the same one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from wortlaut.meaning.events.candidates import Candidate
from wortlaut.meaning.events.script import Script
from wortlaut.meaning.events.whens import When
from wortlaut.types import EventKind, EventStatus

__all__ = ["Dated", "merged"]


@dataclass(slots=True)
class Dated:
    """A candidate with its time, None where its clause gives none; `others` are further places of the same event."""

    candidate: Candidate
    when: When | None
    distance: int
    others: list[Candidate] = field(default_factory=list)


_SYNONYMS = {"wm": "weltmeisterschaft", "em": "europameisterschaft", "demo": "demonstration"}
_BACK = 60  # events that are looked back at; an article has fewer
_CALLED_OFF = frozenset({EventStatus.CANCELLED, EventStatus.POSTPONED})


def merged(script: Script, found: Sequence[Dated]) -> list[Dated]:
    """The same, with those that are one event put together, in the order of the text."""
    made: list[Dated] = []
    for each in found:
        same = next((other for other in made[-_BACK:] if _is_same(script, other, each)), None)
        if same is None:
            made.append(each)
            continue
        better, other = (each, same) if _says_more(each, same) else (same, each)
        better.others = [*same.others, *each.others, other.candidate]
        made[next(at for at in range(len(made) - 1, -1, -1) if made[at] is same)] = better
    return sorted(made, key=lambda each: each.candidate.place)


def _is_same(script: Script, one: Dated, other: Dated) -> bool:
    if one.candidate.kind is not other.candidate.kind:
        return False
    first, second = _word(script, one.candidate), _word(script, other.candidate)
    is_named_alike = first == second or first.endswith(second) or second.endswith(first)
    days = _days(one.when), _days(other.when)
    if days[0] is None or days[1] is None:
        return is_named_alike
    if one.candidate.kind in {EventKind.SPORT, EventKind.PUBLICATION, EventKind.DEADLINE}:
        return days[0] == days[1] and is_named_alike
    if days[0] == days[1]:
        return True
    return is_named_alike and _overlap(days[0], days[1])


def _overlap(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _days(when: When | None) -> tuple[date, date] | None:
    if when is None or (when.since is None and when.until is None):
        return None
    return when.since or date.min, when.until or date.max


def _word(script: Script, candidate: Candidate) -> str:
    if candidate.naming is not None:
        return _SYNONYMS.get(candidate.naming.word, candidate.naming.word)
    return candidate.verb or script.keys[candidate.place]


def _says_more(one: Dated, other: Dated) -> bool:
    """Whether the first tells more: that it was called off, a shorter time, a noun."""
    return _weight(one) > _weight(other)


def _weight(dated: Dated) -> tuple[bool, float, bool]:
    days = _days(dated.when)
    length = (days[1] - days[0]).days if days else 10**7
    return dated.candidate.status in _CALLED_OFF, -length, dated.candidate.naming is not None
