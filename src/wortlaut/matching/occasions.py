"""Which tellings of articles are of one event, and what became of that event.

Two tellings are compared by their days and by the signs that they share: who, where, topic, the event's word. Each
goes on about the earlier one that is most like it, if any is like enough, and what hangs together so is one event. It
depends only on the tellings themselves, never on the order in which their articles came in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from wortlaut.types import EventKind, EventStatus, Outcome, Signs, Telling

__all__ = [
    "LONGEST",
    "Occasion",
    "Tie",
    "Told",
    "gathered",
    "kind_class",
    "likeness",
    "occasion_of",
    "rank_of",
    "reach_of",
    "tie_of",
    "told_of",
]

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
# An event that is announced for later than that is not followed: what could be of it is sought this far back.
LONGEST = timedelta(days=3 * 366)
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
    def is_anchor(self) -> bool:
        """Whether other articles can go on about it."""
        return self.is_announced or self.status is EventStatus.POSTPONED

    @property
    def order(self) -> tuple[date, str, int]:
        """Where it stands among all tellings."""
        return self.published or date.max, self.article, self.position


@dataclass(frozen=True, slots=True)
class Tie:
    """A telling goes on about the event of an earlier one, and how much speaks for that."""

    earlier: Told
    score: int


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event with all tellings of it, oldest first, and what became of it; `since` and `until` hold now.

    `outcome` is never `unreported`: that depends on the day on which somebody asks.
    """

    since: date | None
    until: date | None
    outcome: Outcome
    told: tuple[Told, ...]

    @property
    def head(self) -> Told:
        """The telling that announced it first."""
        return next(each for each in self.told if each.is_announced)


def kind_class(kind: EventKind) -> EventKind:
    """The kind by which tellings are compared: talks are meetings, too."""
    return _BROAD.get(kind, kind)


def told_of(article: str, published: date | None, given: Sequence[Telling]) -> list[Told]:
    """The tellings of an article as they are compared with those of others."""
    return [
        Told(
            id=each.id,
            article=article,
            position=position,
            published=published,
            kind=each.event.kind,
            status=each.event.status,
            since=each.event.since,
            until=each.event.until,
            signs=each.signs,
            is_announced=each.is_announced,
        )
        for position, each in enumerate(given)
    ]


def reach_of(telling: Told) -> date | None:
    """The last day on which an article can go on about the event; None where its own has no day."""
    if telling.published is None:
        return None
    last = telling.until or telling.since
    if last is None:
        return _later(telling.published, _VAGUE)
    return min(_later(max(last, telling.published), _SOON), _later(telling.published, LONGEST))


def likeness(event: Told, other: Told) -> int:
    """How much speaks for a telling being one of the event of an earlier one; 0 where that is not enough."""
    if not (event.is_anchor and event.article != other.article and event.order < other.order):
        return 0
    score = _score(event, other)
    return score if score >= _ENOUGH else 0


def tie_of(telling: Told, others: Iterable[Told]) -> Tie | None:
    """The earlier one of the others that it goes on about: the most alike, of equally alike ones the first."""
    ties = (Tie(each, score) for each in others if (score := likeness(each, telling)))
    return min(ties, key=rank_of, default=None)


def rank_of(tie: Tie) -> tuple[int, tuple[date, str, int]]:
    """By which the best tie is the least."""
    return -tie.score, tie.earlier.order


def gathered(
    tellings: Iterable[Told],
    earlier: Mapping[str, str] | None = None,
    *,
    same: Collection[frozenset[str]] = (),
    apart: Collection[frozenset[str]] = (),
) -> list[Occasion]:
    """The events that the tellings are of, the first announced first; tellings of none of them are in none.

    `earlier` has by ids what each goes on about, where that is known; `same` and `apart` are pairs of ids of which a
    person said that they are one event, or two.
    """
    given = sorted(tellings, key=lambda told: told.order)
    if earlier is None:
        ties = {each.id: tie_of(each, given) for each in given}
        earlier = {name: tie.earlier.id for name, tie in ties.items() if tie is not None}
    groups: dict[str, list[Told]] = {}
    for each, root in zip(given, _roots(given, earlier, same, apart), strict=True):
        groups.setdefault(root, []).append(each)
    made = [occasion_of(told) for told in groups.values() if any(each.is_announced for each in told)]
    return sorted(made, key=lambda occasion: occasion.head.order)


def _roots(
    given: Sequence[Told],
    earlier: Mapping[str, str],
    same: Collection[frozenset[str]],
    apart: Collection[frozenset[str]],
) -> list[str]:
    """For each telling the one that stands for its event."""
    root: dict[str, str] = {}
    order = {each.id: at for at, each in enumerate(given)}
    cut = [max(pair, key=lambda name: order[name]) for pair in apart if pair <= order.keys()]
    for each in given:
        above = earlier.get(each.id)
        root[each.id] = each.id if above is None or above not in root else root[above]
        others = [pair - {each.id} for pair in apart if each.id in pair] if each.id in cut else []
        if any(root.get(name) == root[each.id] for other in others for name in other):
            root[each.id] = each.id
    for pair in sorted(same, key=sorted):
        names = [name for name in pair if name in root]
        if len(names) == len(pair):
            first, second = sorted((root[name] for name in names), key=lambda name: order[name])
            root = {name: first if known == second else known for name, known in root.items()}
    return [root[each.id] for each in given]


def occasion_of(told: Sequence[Told]) -> Occasion:
    """The event of tellings in their order, one at least announced; what was held stays so.

    What was called off stays so, too, unless a later article tells that it was held on one of its days.
    """
    head = next(each for each in told if each.is_announced)
    since, until, outcome = head.since, head.until, _outcome_of(head)
    for each in told:
        if outcome is Outcome.CANCELLED and _took_place(since, until, each):
            outcome = Outcome.HELD
        if each is head or outcome in _ENDED:
            continue
        if each.status is EventStatus.CANCELLED:
            outcome = Outcome.CANCELLED
        elif each.status is EventStatus.POSTPONED:
            outcome, since, until = Outcome.POSTPONED, each.since, each.until
        elif each.status is EventStatus.HELD and _may_be_over(since, until, each.published):
            outcome = Outcome.HELD
        elif each.is_announced and since is None and until is None:
            since, until = each.since, each.until  # it was vague before
    return Occasion(since, until, outcome, tuple(told))


def _took_place(since: date | None, until: date | None, later: Told) -> bool:
    """Whether a later article says that the event was held after all: on a day within its own, which is over then."""
    begin, day = since or until, later.since
    is_within = begin is not None and until is not None and day is not None and begin <= day <= until
    return later.status is EventStatus.HELD and is_within and _may_be_over(day, day, later.published)


def _may_be_over(since: date | None, until: date | None, published: date | None) -> bool:
    """Whether an event of these days can have been held when the article appeared."""
    begin = since or until
    return begin is None or (published is not None and published >= begin)


def _outcome_of(telling: Told) -> Outcome:
    if telling.status is EventStatus.CANCELLED:
        return Outcome.CANCELLED
    return Outcome.POSTPONED if telling.status is EventStatus.POSTPONED else Outcome.OPEN


def _score(event: Told, other: Told) -> int:
    if kind_class(event.kind) is not kind_class(other.kind) or event.published is None or other.published is None:
        return 0
    days = _by_days(event, other)
    if days is None:
        return 0
    ours, theirs = event.signs, other.signs
    shared = _by_parts(ours.who, theirs.who) + _by_parts(ours.where, theirs.where) + _by_topics(ours, theirs)
    around = _by_names(ours, theirs)
    if not around and not _share_any(ours, theirs):
        return 0  # a kind and a day alone are too many events
    return days + shared + around + _SAME_WORD * bool(ours.words & theirs.words)


def _by_days(event: Told, other: Told) -> int | None:
    """What the days say; None where they are those of another event."""
    reach = reach_of(event)
    if other.published is None or reach is None or other.published > reach:
        return None
    if other.status is EventStatus.POSTPONED:
        return 0
    first, last = other.since or other.until, other.until or other.since
    if first is None or last is None or event.until is None:
        return 0
    begin = event.since or event.until
    if first > event.until or last < begin:
        return None
    return _SAME_DAY if (first, last) == (begin, event.until) else _SAME_TIME


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
