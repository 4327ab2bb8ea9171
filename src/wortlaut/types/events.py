"""Events that are said to come: what, who, where, when, on whose word, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import blake2b

from wortlaut.types.articles import Span
from wortlaut.types.parties import PartyKind, ResolvedParty
from wortlaut.types.statements import ArticleHead

__all__ = [
    "AnnouncedEvent",
    "EventEntry",
    "EventKind",
    "EventPart",
    "EventStatus",
    "EventTelling",
    "Followed",
    "Outcome",
    "Signs",
    "Telling",
    "event_id",
]


class EventKind(StrEnum):
    """What sort of event it is (`evaluation/events.md` says what belongs to each)."""

    MEETING = "meeting"
    TALKS = "talks"
    VOTE = "vote"
    VISIT = "visit"
    DEADLINE = "deadline"
    PUBLICATION = "publication"
    HEARING = "hearing"
    PROTEST = "protest"
    CEREMONY = "ceremony"
    SPORT = "sport"


class EventStatus(StrEnum):
    """What an article says of an event."""

    ANNOUNCED = "announced"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    HELD = "held"  # told as past or as going on


class Outcome(StrEnum):
    """What became of an announced event, as far as later articles tell."""

    OPEN = "open"  # its time is not over
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    UNREPORTED = "unreported"  # its time is over, and no article speaks of it


@dataclass(frozen=True, slots=True)
class EventPart:
    """Words that say who or where; `name` is the fullest form that the article has, else the words themselves.

    `kind` says what it is the name of, None where the words are no name.
    """

    span: Span
    name: str
    kind: PartyKind | None = None


@dataclass(frozen=True, slots=True)
class AnnouncedEvent:
    """An event as one article tells of it.

    `what` are the words that name it, the first span the one by which it was found; `title` is a short line made of
    them. `since` and `until` are its first and last day, inclusive; of a deadline only the last counts; both are None
    where the words are vague ("demnächst"), one where it is open to that side. `statement` is the id of the statement
    that announces it, None where the article itself does. `certainty` is the share of such findings that were right
    when measured.
    """

    kind: EventKind
    status: EventStatus
    title: str
    what: tuple[Span, ...]
    who: tuple[EventPart, ...]
    where: tuple[EventPart, ...]
    when: tuple[Span, ...]
    since: date | None
    until: date | None
    agenda: tuple[Span, ...]
    statement: str | None
    certainty: float


@dataclass(frozen=True, slots=True)
class Signs:
    """By what a telling is known again in other articles: stems of words with a capital.

    `topics` are of the title's words that do not name the event, `words` the beginnings of those that do; `names` are
    those that stand around it.
    """

    who: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as an article tells of it: one that it announces, or one that it only speaks of, over or to come.

    `id` is given when it is first read. `actors` has, for each part of `event.who`, the id of the actor that the name
    leads to, None where that is open.
    """

    id: str
    event: AnnouncedEvent
    is_announced: bool
    signs: Signs
    actors: tuple[str | None, ...] = ()
    words: Span | None = None  # the sentence that says so


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of an event, by which later article (its place in the list given) and which event told there.

    `since` and `until` are the days that hold now: those of the new date where it was postponed to one.
    """

    outcome: Outcome
    since: date | None
    until: date | None
    told: tuple[int, ...] = ()  # the later articles that speak of it, in order


@dataclass(frozen=True, slots=True)
class EventTelling:
    """What one article tells of an event; `actors` has, after decisions, the actor of each part of `event.who`."""

    telling: Telling
    article: ArticleHead
    actors: tuple[str | None, ...]
    said_by: tuple[ResolvedParty, ...] = ()  # on whose word it is; nobody where the article itself says so


@dataclass(frozen=True, slots=True)
class EventEntry:
    """An event of the record with what articles tell of it, oldest first, as of a day.

    `since` and `until` hold now. `decided` has what people decided, by entries of the history.
    """

    id: str
    kind: EventKind
    title: str
    outcome: Outcome
    since: date | None
    until: date | None
    told: tuple[EventTelling, ...]
    is_rejected: bool = False
    decided: tuple[tuple[str, int], ...] = ()

    @property
    def head(self) -> EventTelling:
        """The telling that announced it first."""
        return next(each for each in self.told if each.telling.id == self.id)


def event_id(article: str, event: AnnouncedEvent, ordinal: int = 0) -> str:
    """The id of an event when it is first read: from the article's id, kind and places; `ordinal` tells twins apart."""
    places = "\0".join(f"{span.start}-{span.end}" for span in (*event.what, *event.when))
    key = f"{article}\0{ordinal}\0{event.kind}\0{places}"
    return "e" + blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
