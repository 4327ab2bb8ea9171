"""What is known of an import: what was asked for, how far it is, what came in, what was refused."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from wortlaut.errors import WortlautError
from wortlaut.export.visible import shortened
from wortlaut.service import Outcome, Retracted, Summary, Taken
from wortlaut.types import Origin, Rejected

__all__ = ["Arrival", "Arrived", "Job", "Kind", "State"]

# So many articles (the latest), refusals and withdrawals of one import are told of one by one; the rest is counted.
_MOST_TOLD = 100
_FIRST_WORDS = 90  # characters
# What is packed does not tell how far it is: positions in it are those of what it unpacks to.
_PACKED = (".gz", ".bz2", ".xz", ".zst", ".br", ".tgz", ".tbz2", ".txz", ".zip", ".wacz")


class Kind(StrEnum):
    """What was given."""

    TEXT = "text"
    ADDRESSES = "addresses"
    FILES = "files"


class State(StrEnum):
    """How far it is."""

    WAITING = "waiting"
    READING = "reading"
    DONE = "done"
    STOPPED = "stopped"  # by a person, or because the server ended
    FAILED = "failed"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self in (State.DONE, State.STOPPED, State.FAILED)


class Arrival(StrEnum):
    """What an article that came in is to the record."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Arrived:
    """An article that came in."""

    id: str
    title: str  # where it has none, its first words
    source: str | None
    published: date | None
    statements: int
    arrival: Arrival
    origin: Origin
    notes: tuple[str, ...]  # what intake had to decide, in English


@dataclass(frozen=True, slots=True)
class Job:
    """An import as it stands at one moment."""

    id: str
    kind: Kind
    names: tuple[str, ...]  # of files, addresses, or of the text
    sizes: tuple[int, ...]  # bytes of each; 0 of an address, of which nobody knows it
    asked_at: datetime
    state: State = State.WAITING
    at: int = 0  # which of the names is being read
    within: int = 0  # bytes of it that are read
    summary: Summary = Summary()  # noqa: RUF009  frozen, and all zero
    changed: int = 0  # of those that were stored
    arrived: tuple[Arrived, ...] = ()
    refused: tuple[Rejected, ...] = ()
    retracted: tuple[Retracted, ...] = ()
    error: WortlautError | None = None  # why it failed; None there where that is a fault of the program

    @property
    def share(self) -> float:
        """How much of the bytes is read, from 0 to 1; of addresses, how many are."""
        if self.state is State.DONE:
            return 1.0
        total = sum(self.sizes)
        if not total:
            return self.at / len(self.names)
        return (sum(self.sizes[: self.at]) + self.within) / total

    def plus(self, outcome: Outcome) -> Job:
        """The same with one more item."""
        job = replace(self._at(outcome.origin), summary=self.summary.plus(outcome))
        if isinstance(outcome, Rejected):
            return replace(job, refused=(*job.refused, outcome)[:_MOST_TOLD])
        if isinstance(outcome, Retracted):
            return replace(job, retracted=(*job.retracted, outcome)[:_MOST_TOLD])
        arrived = _arrived(outcome)
        changed = job.changed + (arrived.arrival is Arrival.CHANGED)
        return replace(job, arrived=(*job.arrived, arrived)[-_MOST_TOLD:], changed=changed)

    def _at(self, origin: Origin) -> Job:
        """The same, as far as where the item stood tells."""
        name = origin.path.partition("!/")[0]
        at = self.names.index(name, self.at) if name in self.names[self.at :] else self.at
        within = self.within if at == self.at else 0
        if name == origin.path and not name.lower().endswith(_PACKED):
            within = max(within, min(origin.byte, self.sizes[at]))
        return replace(self, at=at, within=within)


def _arrived(taken: Taken) -> Arrived:
    head = taken.article
    changed = Arrival.CHANGED if taken.version > 1 else Arrival.NEW
    return Arrived(
        head.id,
        shortened(head.title or head.text[: 2 * _FIRST_WORDS], _FIRST_WORDS),
        head.source,
        head.published,
        len(taken.found),
        Arrival.UNCHANGED if taken.unchanged else changed,
        taken.origin,
        () if taken.unchanged else taken.notes,
    )
