"""Which tellings of articles are of one event, and what became of that event.

Two tellings are compared by their days and by the signs that they share: who, where, topic, the word for the event. What
is found depends only on the tellings themselves, never on the order in which their articles came in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from wortlaut.types import EventKind, EventStatus, Outcome, Signs

__all__ = ["Occasion", "Told", "follows", "gathered", "kind_class", "likeness", "may_be_over", "reach_of"]

# How much speaks for the same event, by what two tellings share; found on the pairs to build with
# (`evaluation/followed.tsv`).
_ENOUGH = 3
_SAME_DAY, _SAME_TIME = 2, 1
_SHARED_PART, _OTHER_PART = 2, -2
_SHARED_TOPIC, _OTHER_TOPIC = 1, -1
_SAME_WORD = 1
_AROUND = 1  # the names of the other stand near, though not as those of the event
# Days after its last one within which a telling without a time is taken for one of the event.
_SOON = timedelta(days=21)
# Days within which tellings of an event without days can be of the same one.
_VAGUE = timedelta(days=90)
_BROAD = {EventKind.TALKS: EventKind.MEETING}
_ENDED = frozenset({Outcome.HELD, Outcome.CANCELLED})


@dataclass(frozen=True, slots=True)
class Told:
    """An event as the article of the id `article` tells it, as far as it decides which event it is.

    `position` is its place in the article. `is_announced` says that it can be an event of its own: what is only
    mentioned never is.
    """

    id: str
    article: str
    position: int
    published: date | None
    kind: EventKind
    status: EventStatus
    since: date | None
    until: date | None
    signs: Signs
    is_announced: bool

    @property
    def order(self) -> tuple[date, str, int]:
        """Where it stands among all tellings."""
        return self.published or date.max, self.article, self.position


@dataclass(slots=True)
class Occasion:
    """An event with all tellings of it, oldest first, and what became of it so far: `until` and `since` hold now.

    `outcome` is never `unreported`: that depends on the day on which somebody asks.
    """

    since: date | None
    until: date | None
    outcome: Outcome
    told: list[Told] = field(default_factory=list)

    @property
    def head(self) -> Told:
        """The telling that announced it first."""
        return self.told[0]


def kind_class(kind: EventKind) -> EventKind:
    """The kind by which tellings are compared: talks are meetings, too."""
    return _BROAD.get(kind, kind)


def reach_of(telling: Told) -> date | None:
    """The last day on which an article can speak of the same event without saying when it is; None without a day."""
    if telling.published is None:
        return None
    last = telling.until or telling.since
    if last is None:
        return telling.published + _VAGUE
    return _later(max(last, telling.published), _SOON)


def follows(event: Told, other: Told) -> bool:
    """Whether a telling of the same day or a later one can be of the event, by the two of them alone."""
    return _score(event, other, event.since, event.until) >= _ENOUGH


def likeness(event: Told, other: Told, since: date | None, until: date | None) -> int:
    """How much speaks for a later telling being one of the event, which is to last so; 0 where that is not enough."""
    score = _score(event, other, since, until)
    return score if score >= _ENOUGH else 0


def gathered(
    tellings: Iterable[Told],
    *,
    same: Collection[frozenset[str]] = (),
    apart: Collection[frozenset[str]] = (),
) -> list[Occasion]:
    """The events that the tellings are of, the first announced first; tellings of none of them are in none.

    `same` and `apart` are pairs of ids of which a person said that they are one event, or two.
    """
    made: list[Occasion] = []
    for each in sorted(tellings, key=lambda told: told.order):
        fitting = _fitting(made, each, same, apart)
        if fitting is not None:
            _add(fitting, each)
        elif each.is_announced:
            made.append(Occasion(each.since, each.until, _outcome_of(each), [each]))
    return made


def may_be_over(since: date | None, until: date | None, published: date | None) -> bool:
    """Whether an event of these days can have been held when the article appeared."""
    begin = since or until
    return begin is None or (published is not None and published >= begin)


def _fitting(
    made: Sequence[Occasion], each: Told, same: Collection[frozenset[str]], apart: Collection[frozenset[str]]
) -> Occasion | None:
    best, most = None, 0
    for occasion in made:
        pairs = [frozenset((each.id, other.id)) for other in occasion.told]
        if any(pair in same for pair in pairs):
            return occasion
        if any(pair in apart for pair in pairs) or any(other.article == each.article for other in occasion.told):
            continue
        score = max(
            likeness(other, each, occasion.since, occasion.until) for other in occasion.told if other.is_announced
        )
        if score > most:
            best, most = occasion, score
    return best


def _add(occasion: Occasion, each: Told) -> None:
    occasion.told.append(each)
    if occasion.outcome in _ENDED:
        return
    if each.status is EventStatus.CANCELLED:
        occasion.outcome = Outcome.CANCELLED
    elif each.status is EventStatus.POSTPONED:
        occasion.outcome, occasion.since, occasion.until = Outcome.POSTPONED, each.since, each.until
    elif each.status is EventStatus.HELD and may_be_over(occasion.since, occasion.until, each.published):
        occasion.outcome = Outcome.HELD
    elif each.is_announced and occasion.since is None and occasion.until is None:
        occasion.since, occasion.until = each.since, each.until  # it was vague before


def _outcome_of(telling: Told) -> Outcome:
    if telling.status is EventStatus.CANCELLED:
        return Outcome.CANCELLED
    return Outcome.POSTPONED if telling.status is EventStatus.POSTPONED else Outcome.OPEN


def _score(event: Told, other: Told, since: date | None, until: date | None) -> int:
    if kind_class(event.kind) is not kind_class(other.kind) or event.published is None or other.published is None:
        return 0
    days = _by_days(event, other, since, until)
    if days is None:
        return 0
    ours, theirs = event.signs, other.signs
    shared = _by_parts(ours.who, theirs.who) + _by_parts(ours.where, theirs.where) + _by_topics(ours, theirs)
    around = _by_names(ours, theirs)
    if not around and not _share_any(ours, theirs):
        return 0  # a kind and a day alone are too many events
    return days + shared + around + _SAME_WORD * bool(ours.words & theirs.words)


def _by_days(event: Told, other: Told, since: date | None, until: date | None) -> int | None:
    """What the days say; None where they are those of another event."""
    assert event.published is not None and other.published is not None  # noqa: S101, PT018 - asked by the caller
    reach = reach_of(event)
    if since != event.since or until != event.until:  # it was put off to these
        last = until or since
        reach = max(filter(None, (reach, _later(last, _SOON) if last else None)), default=None)
    is_near = reach is None or other.published <= reach
    if other.status is EventStatus.POSTPONED:
        return 0 if is_near else None
    first, last = other.since or other.until, other.until or other.since
    if first is None or last is None or until is None:
        return 0 if is_near else None
    begin = since or until
    if first > until or last < begin:
        return None
    return _SAME_DAY if (first, last) == (begin, until) else _SAME_TIME


def _later(day: date, by: timedelta) -> date:
    """The day so much later; the last one that there is where that is beyond it."""
    return day + by if day <= date.max - by else date.max


def _by_parts(ours: frozenset[str], theirs: frozenset[str]) -> int:
    if not ours or not theirs:
        return 0
    shared = ours & theirs
    if not shared:
        return _OTHER_PART
    return _SHARED_PART if ours <= theirs or theirs <= ours or len(shared) > 1 else 0


def _by_topics(ours: Signs, theirs: Signs) -> int:
    """What the words of the titles say that name neither who nor where."""
    parts = ours.who | ours.where | theirs.who | theirs.where
    first, second = ours.topics - parts, theirs.topics - parts
    if first & second:
        return _SHARED_TOPIC
    return _OTHER_TOPIC if first and second else 0


def _by_names(ours: Signs, theirs: Signs) -> int:
    """What it says that near the other are names of the event, though not as those of the event told there."""
    told = theirs.who | theirs.where
    who = ours.who if not theirs.who else frozenset()
    where = ours.where if not theirs.where else frozenset()
    found = [(names - told) & theirs.names for names in (who, where, ours.topics - who - where)]
    return _AROUND * min(sum(map(bool, found)), 2)


def _share_any(ours: Signs, theirs: Signs) -> bool:
    return not (ours.who | ours.where | ours.topics).isdisjoint(theirs.who | theirs.where | theirs.topics)
