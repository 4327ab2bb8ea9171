"""Times reckoned from an event: "vor dem Überfall", "seit dem Mauerfall".

The event's day is taken from the text, where that dates it, else from `events.tsv`, where the words around make sure
which event is meant; else it stays unknown.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from wortlaut.meaning.when.days import Interval, add
from wortlaut.meaning.when.pieces import Pieces
from wortlaut.meaning.when.readings import rows
from wortlaut.types import TimeRef, TimeRelation, TimeType

__all__ = ["event_refs"]

_RELATIONS = {
    "vor": TimeRelation.BEFORE,
    "nach": TimeRelation.AFTER,
    "seit": TimeRelation.SINCE,
    "bis": TimeRelation.UNTIL,
}
# Events from which news reckon without naming them in full; of others the day must be known.
_TELLING = frozenset("überfall überfalls einmarsch invasion angriffskrieg annexion mauerfall brexit".split())
_DETERMINERS = frozenset("dem der den die das zum zur diesem dieser ihrem ihrer seinem seiner".split())
_BEFORE = 5  # words at most from the preposition to the event
_CLUES = 8  # words behind or before the name in which what makes it certain is looked for
_DATED = 8  # words between an event and the date that the text gives it


@dataclass(frozen=True, slots=True)
class _Event:
    """An event of the list; `clues` are words of which one must stand beside its name."""

    first: date
    last: date
    clues: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Mention:
    """A name of an event in the text: its pieces, half-open, and the name in small letters."""

    first: int
    last: int
    name: str


def event_refs(pieces: Pieces, refs: Sequence[TimeRef]) -> list[TimeRef]:
    """The expressions that reckon from an event, beside those that were found already."""
    mentions = list(_mentions(pieces))
    if not mentions:
        return []
    dated = _dated_by_text(pieces, mentions, refs)
    made = []
    for mention in mentions:
        place = _preposition(pieces, mention)
        if place is not None and not _covered(pieces, refs, place, mention.last):
            days = dated.get(mention.name) or _listed_days(pieces, mention)
            if days is not None or mention.name in _TELLING:
                made.append(_ref(pieces, place, mention, days))
    return made


def _ref(pieces: Pieces, place: int, mention: _Mention, days: Interval | None) -> TimeRef:
    relation = _RELATIONS[pieces.small[place]]
    since = until = None
    value = "XXXX-XX-XX"
    if days is not None:
        value = days.first.isoformat()
        if relation is TimeRelation.BEFORE:
            until = add(days.first, "D", -1)
        elif relation is TimeRelation.UNTIL:
            until = days.first
        elif relation is TimeRelation.AFTER:
            value = days.last.isoformat()
            since = add(days.last, "D", 1) if days.last > days.first else days.last
        else:
            since = days.first
    span = pieces.span(place, mention.last)
    event = pieces.text[pieces.starts[mention.first] : pieces.ends[mention.last - 1]]
    return TimeRef(span, TimeType.DATE, value, since, until, None, relation, None, event)


@cache
def _names() -> Mapping[str, tuple[_Event, ...]]:
    """The events of every name, in small letters."""
    made: dict[str, list[_Event]] = {}
    for first, last, names, *clues in rows("events.tsv"):
        words = frozenset(clues[0].split("|")) - {""} if clues else frozenset[str]()
        for name in names.split("|"):
            made.setdefault(name.lower(), []).append(_Event(date.fromisoformat(first), date.fromisoformat(last), words))
    return {name: tuple(events) for name, events in made.items()}


@cache
def _first_words() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The names of events by their first word, longer ones first."""
    made: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(_names(), key=len, reverse=True):
        words = tuple(name.split())
        made.setdefault(words[0], []).append(words)
    return {word: tuple(names) for word, names in made.items()}


def _mentions(pieces: Pieces) -> list[_Mention]:
    names, small = _first_words(), pieces.small
    made = []
    for place, word in enumerate(small):
        for words in names.get(word, ()):
            end = place + len(words)
            if tuple(small[place:end]) == words and pieces.words[end - 1][:1].isupper():
                made.append(_Mention(place, end, " ".join(words)))
                break
    return made


def _preposition(pieces: Pieces, mention: _Mention) -> int | None:
    """Where the word stands that puts a time before or behind the event; None without one."""
    for place in range(mention.first - 1, max(mention.first - 1 - _BEFORE, -1), -1):
        word = pieces.words[place]
        if pieces.small[place] in _RELATIONS:
            return place
        if pieces.small[place].startswith("ein"):
            return None  # one of many
        if not (pieces.small[place] in _DETERMINERS or (word.islower() and word.endswith(("en", "er", "em", "e")))):
            return None
    return None


def _listed_days(pieces: Pieces, mention: _Mention) -> Interval | None:
    """The days of the one listed event that the words around tell of."""
    around = set(pieces.words[max(mention.first - _CLUES, 0) : mention.last + _CLUES])
    fitting = [event for event in _names()[mention.name] if not event.clues or event.clues & around]
    return Interval(fitting[0].first, fitting[0].last) if len(fitting) == 1 else None


def _dated_by_text(pieces: Pieces, mentions: Sequence[_Mention], refs: Sequence[TimeRef]) -> dict[str, Interval]:
    """The days that the text itself gives to events: "der Überfall am 24. Februar 2022"."""
    days = [ref for ref in refs if ref.type is TimeType.DATE and ref.since and ref.since == ref.until]
    starts = [ref.span.start for ref in days]
    made: dict[str, Interval] = {}
    for mention in mentions:
        end = pieces.ends[mention.last - 1]
        number = bisect_left(starts, end)
        if mention.name in made or number == len(days):
            continue
        place = bisect_left(pieces.starts, starts[number])
        since = days[number].since
        near = place - mention.last <= _DATED and pieces.sentence(place) == pieces.sentence(mention.first)
        if near and since is not None and _preposition(pieces, mention) is None and days[number].value[4:5] == "-":
            between = pieces.small[mention.last : place]
            if between[-1:] in (["am"], ["vom"], ["("], ["des"]) and "," not in between:
                made[mention.name] = Interval(since, since)
    return made


def _covered(pieces: Pieces, refs: Sequence[TimeRef], first: int, last: int) -> bool:
    """Whether an expression that was found stands in there already."""
    start, end = pieces.starts[first], pieces.ends[last - 1]
    number = bisect_left(refs, end, key=lambda ref: ref.span.start)
    return number > 0 and refs[number - 1].span.end > start
