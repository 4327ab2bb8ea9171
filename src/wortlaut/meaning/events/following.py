"""What became of an announced event, by what later articles tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from wortlaut.meaning.events.finding import mentioned
from wortlaut.meaning.events.lexicon import naming, verb_kind
from wortlaut.types import AnnouncedEvent, Document, EventKind, EventPart, EventStatus, Followed, Outcome, TimeRef

__all__ = ["Later", "follow", "is_same", "later_of"]

# How much speaks for the same event, by what two tellings share; found on the pairs to build with (`pairs.tsv`).
_ENOUGH = 3
_SAME_DAY, _SAME_TIME = 2, 1
_SHARED_PART, _OTHER_PART = 2, -2
_SHARED_TOPIC, _OTHER_TOPIC = 1, -1
_SAME_WORD = 1
_AROUND = 1  # the article has the names of the other, though not beside the event
# Days after its last one within which a telling without a time is taken for one of the event.
_SOON = timedelta(days=21)
_BROAD = {EventKind.TALKS: EventKind.MEETING}
_WORD = re.compile(r"[A-ZÄÖÜ][\w-]{2,}")
_SMALL = frozenset("der die das den dem des ein eine einen einem einer eines am im für nach bei vor auf über".split())
_SUFFIXES = ("ens", "ern", "en", "es", "er", "s", "n", "e")
_UMLAUTS = str.maketrans("äöü", "aou")
_BEGINNING = 4  # letters
_STEM = 4  # letters that are left at least


@dataclass(frozen=True, slots=True)
class Later:
    """A later article: its day, the events it speaks of, and the words with a capital that it has, by their stems."""

    published: date
    events: tuple[AnnouncedEvent, ...]
    names: frozenset[str]


def later_of(document: Document, published: date, *, refs: Sequence[TimeRef] | None = None) -> Later:
    """What an article tells of events, for `follow`."""
    return Later(published, mentioned(document, published, refs=refs), _stems([document.text]))


def follow(event: AnnouncedEvent, told: date, later: Sequence[Later], today: date) -> Followed:
    """What became of an event that an article of the day `told` announced, by the later ones, as of `today`.

    Articles of before that day are passed over, as are those of after `today`. The articles are gone through by day;
    what the last one says holds, but an event that was held or called off stays so.
    """
    since, until = event.since, event.until
    outcome = {EventStatus.CANCELLED: Outcome.CANCELLED, EventStatus.POSTPONED: Outcome.POSTPONED}.get(
        event.status, Outcome.OPEN
    )
    tellers: list[int] = []
    order = sorted(range(len(later)), key=lambda number: (later[number].published, number))
    for number in order:
        article = later[number]
        if not told <= article.published <= today:
            continue
        for other in article.events:
            if not is_same(event, other, article, since=since, until=until):
                continue
            tellers.append(number)
            if outcome in {Outcome.HELD, Outcome.CANCELLED}:
                break
            if other.status is EventStatus.CANCELLED:
                outcome = Outcome.CANCELLED
            elif other.status is EventStatus.POSTPONED:
                outcome, since, until = Outcome.POSTPONED, other.since, other.until
            elif other.status is EventStatus.HELD and _may_be_over(since, until, article.published):
                outcome = Outcome.HELD
            break
    if outcome is Outcome.OPEN and until is not None and until < today:
        outcome = Outcome.UNREPORTED
    return Followed(outcome, since, until, tuple(sorted(set(tellers))))


def is_same(
    event: AnnouncedEvent, other: AnnouncedEvent, article: Later, *, since: date | None, until: date | None
) -> bool:
    """Whether the later article speaks of the same event, which is to last from `since` to `until`."""
    if _BROAD.get(event.kind, event.kind) is not _BROAD.get(other.kind, other.kind):
        return False
    days = _by_days(other, article.published, since, until)
    if days is None:
        return False
    score = days + _by_parts(event.who, other.who) + _by_parts(event.where, other.where)
    score += _by_titles(event, other)
    score += _by_article(event, other, article)
    return score >= _ENOUGH


def _by_days(other: AnnouncedEvent, published: date, since: date | None, until: date | None) -> int | None:
    """What the days say; None where they are those of another event."""
    if other.status is EventStatus.POSTPONED:
        return 0
    first, last = other.since or other.until, other.until or other.since
    if first is None or last is None or until is None:
        return 0 if until is None or published <= until + _SOON else None
    begin = since or until
    if first > until or last < begin:
        return None
    return _SAME_DAY if (first, last) == (begin, until) else _SAME_TIME


def _may_be_over(since: date | None, until: date | None, published: date) -> bool:
    begin = since or until
    return begin is None or published >= begin


def _by_parts(ours: Sequence[EventPart], theirs: Sequence[EventPart]) -> int:
    first, second = _stems(part.name for part in ours), _stems(part.name for part in theirs)
    if not first or not second:
        return 0
    if not first & second:
        return _OTHER_PART
    is_clear = first <= second or second <= first or len(first & second) > 1
    return _SHARED_PART if is_clear else 0


def _by_article(event: AnnouncedEvent, other: AnnouncedEvent, article: Later) -> int:
    """What it says that the article has the names of the event, though not as those of the event told there."""
    told = _stems(part.name for part in (*other.who, *other.where))
    who = _stems(part.name for part in event.who) if not other.who else frozenset()
    where = _stems(part.name for part in event.where) if not other.where else frozenset()
    found = [(names - told) & article.names for names in (who, where, _topics(event) - who - where)]
    return _AROUND * min(sum(map(bool, found)), 2)


def _by_titles(event: AnnouncedEvent, other: AnnouncedEvent) -> int:
    """What the words of the titles say that name neither who nor where."""
    parts = _stems(part.name for each in (event, other) for part in (*each.who, *each.where))
    score = _SAME_WORD * bool(_nouns(event.title) & _nouns(other.title))
    first, second = _topics(event) - parts, _topics(other) - parts
    if first & second:
        return score + _SHARED_TOPIC
    return score + (_OTHER_TOPIC if first and second else 0)


def _topics(event: AnnouncedEvent) -> frozenset[str]:
    """The stems of the title's words that do not name the event itself."""
    words = [match.group() for match in _WORD.finditer(event.title)]
    return _stems(word for word in words if naming(word) is None)


def _nouns(title: str) -> frozenset[str]:
    """The beginnings of the words that name an event, noun or verb: "Wahl" and "wählen" begin alike."""
    found = (naming(match.group()) for match in _WORD.finditer(title))
    words = {each.word for each in found if each is not None}
    words.update(word for word in title.replace(",", " ").split() if verb_kind(word) is not None)
    return frozenset(word.translate(_UMLAUTS)[:_BEGINNING] for word in words)


def _stems(texts: Iterable[str]) -> frozenset[str]:
    """The words with a capital, in small letters and without endings."""
    words = (match.group() for text in texts for match in _WORD.finditer(text))
    return frozenset(_stem(word) for word in words if word.lower() not in _SMALL)


def _stem(word: str) -> str:
    small = word.lower()
    for suffix in _SUFFIXES:
        if small.endswith(suffix) and len(small) - len(suffix) >= _STEM:
            return small.removesuffix(suffix)
    return small
