"""Announced events: what is to come, what became of it, and what people decide about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Unpack

from wortlaut.decisions import ApartEvents, ConfirmEvent, CorrectEvent, EventDecision, RejectEvent, SameEvents
from wortlaut.errors import NotInRecord
from wortlaut.service.deciding import Signed, editor_of
from wortlaut.service.opening import asking, storable, writing
from wortlaut.types import EventEntry, Outcome

if TYPE_CHECKING:
    from wortlaut.decisions import Entry
    from wortlaut.record import EventFilters, Record
    from wortlaut.settings import Settings

__all__ = [
    "DecidedEvent",
    "calendar",
    "confirm_event",
    "correct_event",
    "event",
    "events",
    "join_events",
    "keep_events_apart",
    "reject_event",
]


@dataclass(frozen=True, slots=True)
class DecidedEvent:
    """What a decision about an event made: its entry in the history, and the event as it now is."""

    entry: Entry
    event: EventEntry | None  # None where no article tells of it


def events(
    filters: EventFilters | None = None,
    *,
    as_of: date | None = None,
    limit: int | None = None,
    latest_first: bool = False,
    settings: Settings | None = None,
) -> Iterator[EventEntry]:
    """The events that pass `filters` as they stood on a day, else by all that is known.

    The earliest or the latest come first, those without days stand last. `filters.actor` may be an id or a name that
    only one actor has. Raises `RecordError`.
    """
    with asking(settings) as record:
        if filters is not None and filters.actor is not None:
            filters = replace(filters, actor=_actor(record, filters.actor))
        yield from record.events(filters, as_of=as_of, limit=limit, latest_first=latest_first)


def event(reference: str, *, as_of: date | None = None, settings: Settings | None = None) -> EventEntry:
    """The event of that id, or the one that the telling of that id is of, as it stood on a day, else by all.

    Raises `RecordError`.
    """
    with asking(settings) as record:
        return record.event(reference, as_of=as_of)


def calendar(
    filters: EventFilters | None = None,
    *,
    as_of: date | None = None,
    limit: int | None = None,
    settings: Settings | None = None,
    language: str = "en",
) -> str:
    """The events that pass `filters` as an iCalendar file (RFC 5545); raises `RecordError`."""
    from wortlaut.export.calendar import to_ical
    from wortlaut.texts import Texts

    return to_ical(events(filters, as_of=as_of, limit=limit, settings=settings), Texts(language)).decode("utf-8")


def confirm_event(reference: str, **signed: Unpack[Signed]) -> DecidedEvent:
    """The outcome of saying that the event was announced as it is listed; raises `DecisionError`, `RecordError`."""
    return _decided(ConfirmEvent(reference), signed)


def reject_event(reference: str, **signed: Unpack[Signed]) -> DecidedEvent:
    """The outcome of saying that what is listed is no announced event."""
    return _decided(RejectEvent(reference), signed)


def correct_event(
    reference: str,
    *,
    outcome: Outcome | None = None,
    since: date | None = None,
    until: date | None = None,
    **signed: Unpack[Signed],
) -> DecidedEvent:
    """The outcome of saying what became of the event, or when it is."""
    return _decided(CorrectEvent(reference, outcome, since, until), signed)


def join_events(reference: str, other: str, **signed: Unpack[Signed]) -> DecidedEvent:
    """The outcome of saying that two events, or two tellings, are one event."""
    return _decided(SameEvents(reference, other), signed)


def keep_events_apart(reference: str, other: str, **signed: Unpack[Signed]) -> DecidedEvent:
    """The outcome of saying that two tellings that stand under one event are of two."""
    return _decided(ApartEvents(reference, other), signed)


def _decided(decision: EventDecision, signed: Signed) -> DecidedEvent:
    why = signed.get("why")
    with writing(signed.get("settings")) as record:
        entry = record.decide(decision, by=editor_of(signed), why=None if why is None else storable(why))
        assert entry.judges is not None  # noqa: S101 - it is the decision with whole ids
        try:
            found = record.event(entry.judges.event)
        except NotInRecord:
            return DecidedEvent(entry, None)
        return DecidedEvent(entry, found)


def _actor(record: Record, reference: str) -> str:
    """The id of the actor; one that speaks nowhere and only takes part in events is given by its whole id."""
    try:
        return record.actor_id(reference)
    except NotInRecord as error:
        if error.code != "actor_not_in_record":
            raise
        return reference
