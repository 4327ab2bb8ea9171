"""What people decide about statements, actors and events, and the history that it makes: frozen records.

A decision says what holds; it never says how to get there. So all of them together, in order, and what the readers
found give the present state of a statement, whatever was read anew in between.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum

from wortlaut.types import Act, Labelled, Medium, Outcome, PartyKind, Span, StatementPart, StatementType

__all__ = [
    "NO_PARENT",
    "NO_VENUE",
    "Action",
    "ActorDecision",
    "Add",
    "Alias",
    "ApartEvents",
    "Assign",
    "Complete",
    "Confirm",
    "ConfirmEvent",
    "Correct",
    "CorrectEvent",
    "Decision",
    "Entry",
    "EventDecision",
    "KeepApart",
    "Merge",
    "Office",
    "Reject",
    "RejectEvent",
    "Rename",
    "SaidDays",
    "SameEvents",
    "Undo",
    "Values",
    "Waiting",
    "Who",
    "Withdrawal",
]

# As `Values.parent`: it stands inside no other statement.
NO_PARENT = ""
# As `Values.venue`: the article does not tell it.
NO_VENUE = ""


@dataclass(frozen=True, slots=True)
class Who:
    """Who is meant by a speaker, as a person says; without a name where nobody can be named."""

    kind: PartyKind
    name: str | None = None
    actor: str | None = None  # the id of an actor of the record; None for the one of that name


@dataclass(frozen=True, slots=True)
class SaidDays:
    """From and to which day something was said, both or neither; neither says that the article does not tell."""

    first: date | None = None
    last: date | None = None

    def __str__(self) -> str:
        if self.first is None or self.last is None:
            return ""
        return f"{self.first}" if self.first == self.last else f"{self.first}/{self.last}"

    @classmethod
    def of(cls, written: str) -> SaidDays:
        """The days that are written `2025-11-27`, `2025-11-27/2025-11-30` or not at all; raises `ValueError`."""
        if not written:
            return cls()
        first, slash, last = written.partition("/")
        days = cls(date.fromisoformat(first), date.fromisoformat(last if slash else first))
        if days.first is not None and days.last is not None and days.first > days.last:
            raise ValueError(f"{written!r} ends before it begins")
        return days


@dataclass(frozen=True, slots=True)
class Values:
    """What parts of a statement are; a part that is None is not spoken of, an empty one is said not to be there."""

    quote: tuple[Span, ...] | None = None
    type: StatementType | None = None
    medium: Medium | None = None
    cue: tuple[Span, ...] | None = None
    frame: tuple[Span, ...] | None = None
    speakers: tuple[tuple[Span, ...], ...] | None = None
    addressees: tuple[tuple[Span, ...], ...] | None = None
    parent: str | None = None  # the id of a statement, or `NO_PARENT`
    who: tuple[Who, ...] | None = None  # one a speaker, in their order
    act: Act | None = None
    said_on: SaidDays | None = None
    venue: str | None = None  # its name, or `NO_VENUE`
    labels: tuple[Labelled, ...] | None = None  # those that are spoken of; of others nothing is said

    def parts(self) -> tuple[StatementPart, ...]:
        """The parts that are spoken of."""
        return tuple(StatementPart(each.name) for each in fields(self) if getattr(self, each.name) is not None)


class Action(StrEnum):
    """What an entry of the history did."""

    CONFIRM = "confirm"
    CORRECT = "correct"
    REJECT = "reject"
    ADD = "add"
    UNDO = "undo"
    COMPLETE = "complete"
    ERASE = "erase"
    WITHDRAW = "withdraw"  # by whoever published the article
    MERGE = "merge"  # this and all below: of actors
    ASSIGN = "assign"
    RENAME = "rename"
    ALIAS = "alias"
    OFFICE = "office"
    KEEP_APART = "keep_apart"
    CONFIRM_EVENT = "confirm_event"  # this and all below: of announced events
    REJECT_EVENT = "reject_event"
    CORRECT_EVENT = "correct_event"
    SAME_EVENTS = "same_events"
    APART_EVENTS = "apart_events"


@dataclass(frozen=True, slots=True)
class Confirm:
    """These parts of the statement are right as they are; with none named, all of it."""

    statement: str
    parts: tuple[StatementPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Correct:
    """These parts of the statement are to be so."""

    statement: str
    values: Values


@dataclass(frozen=True, slots=True)
class Reject:
    """These parts of the statement are not there; with none named, it is no statement at all."""

    statement: str
    parts: tuple[StatementPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Add:
    """There is a statement that no reader found; `values` needs a quote and a type."""

    article: str
    values: Values


@dataclass(frozen=True, slots=True)
class Undo:
    """The entry of that number is as if it had not been; undoing an undoing brings back what it undid."""

    entry: int


@dataclass(frozen=True, slots=True)
class Complete:
    """A person went through the whole article: what stands there now is all that is said in it."""

    article: str


@dataclass(frozen=True, slots=True)
class Merge:
    """These actors are one, and that one is `into`."""

    into: str
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assign:
    """Whoever is called `name`, in these articles or statements, of those who were `source` before, is `actor`.

    What is None or empty narrows nothing; something must be given. The actor may be a new one: then `kind` and
    `called` say what and who that is. So an actor is split: what is not meant of `source` is assigned to another.
    """

    actor: str
    name: str | None = None
    articles: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    source: str | None = None
    kind: PartyKind | None = None
    called: str | None = None


@dataclass(frozen=True, slots=True)
class Rename:
    """The actor is shown by this name."""

    actor: str
    name: str


@dataclass(frozen=True, slots=True)
class Alias:
    """Whoever is called so in full is the actor; or is not, where `is_none` says so."""

    actor: str
    name: str
    is_none: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """The actor held an office from one day to another, as far as they are known; or did not (`is_none`)."""

    actor: str
    title: str
    first: date | None = None
    last: date | None = None
    is_none: bool = False


@dataclass(frozen=True, slots=True)
class KeepApart:
    """The two actors are not one, however alike their names are."""

    actor: str
    other: str


ActorDecision = Merge | Assign | Rename | Alias | Office | KeepApart


@dataclass(frozen=True, slots=True)
class ConfirmEvent:
    """The event was announced as it is listed."""

    event: str


@dataclass(frozen=True, slots=True)
class RejectEvent:
    """What is listed is no announced event."""

    event: str


@dataclass(frozen=True, slots=True)
class CorrectEvent:
    """What became of the event, or its days; what is None is not spoken of."""

    event: str
    outcome: Outcome | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class SameEvents:
    """The two tellings are of one event."""

    event: str
    other: str


@dataclass(frozen=True, slots=True)
class ApartEvents:
    """The two tellings are of two events."""

    event: str
    other: str


EventDecision = ConfirmEvent | RejectEvent | CorrectEvent | SameEvents | ApartEvents
Decision = Confirm | Correct | Reject | Add | Undo | Complete | ActorDecision | EventDecision


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What whoever published an article takes back of it."""

    declared_id: str | None = None  # the id that the item carries
    source: str | None = None  # who takes it back, where that is said
    revision: int | None = None  # versions up to this number are meant; None for all
    at: datetime | None = None  # when that was said, UTC; `Entry.at` is when the record came to know of it

    def reaches(self, revision: int | None) -> bool:
        """Whether a version of that number is meant; one without a number always is."""
        return self.revision is None or revision is None or revision <= self.revision


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the history. Of an erased one only number and digests are left.

    `values` is what was decided, `was` what the same parts were before; both in places of the article's version of
    number `version`.
    """

    number: int
    digest: str  # hex; covers the entry and, through the digest before, all entries before it
    action: Action | None = None  # None where it was erased
    at: datetime | None = None  # UTC
    by: str | None = None
    why: str | None = None
    article: str | None = None
    version: int | None = None
    statement: str | None = None
    values: Values | None = None
    was: Values | None = None
    undoes: int | None = None
    withdraws: Withdrawal | None = None
    decides: ActorDecision | None = None  # about actors
    judges: EventDecision | None = None  # about announced events
    erases: tuple[int, ...] = ()  # the entries whose content went with what was erased
    erased_by: int | None = None  # the entry that erased this one
    is_undone: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """A decision that the article's current version has no place for: its words changed or are gone."""

    entry: Entry
    part: StatementPart | None  # None where the whole statement has no place
