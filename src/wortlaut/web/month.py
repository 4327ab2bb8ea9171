"""Announced events as pages show them: in words for a list, and on the days of a month's page."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from wortlaut.export.visible import one_line
from wortlaut.record.search.overviewing import Step
from wortlaut.texts import Texts, day, days
from wortlaut.types import EventEntry
from wortlaut.web.periods import given_day, last_day

__all__ = ["CalendarDay", "ShownEvent", "has_sheet", "month_asked", "sheet", "shown_event", "weeks"]


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event as lists and the calendar show it."""

    id: str
    title: str
    kind: str
    outcome: str
    outcome_label: str
    days: str
    first: date | None
    last: date | None
    until: str  # its last day, where it has several; else empty
    who: tuple[tuple[str, str | None], ...]  # the name, the actor
    where: tuple[str, ...]
    agenda: tuple[str, ...]

    def is_coming(self, today: date) -> bool:
        """Whether it is not over: what has no known end is over once it has begun, what has no day never."""
        return self.first is None or (self.last or self.first) >= today


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day of a month's page, and the events of it."""

    day: date
    is_of_month: bool
    events: tuple[ShownEvent, ...]


def month_asked(given: str) -> date | None:
    """The first day of the month that an address names, as `2026-01`; None where no sheet can be turned to it."""
    first = given_day(f"{given}-01")
    return first if first is not None and has_sheet(first) else None


def has_sheet(when: date) -> bool:
    """Whether the calendar can be turned to the month and to those beside it: not in its first and last year."""
    return MINYEAR < when.year < MAXYEAR


def shown_event(entry: EventEntry, texts: Texts) -> ShownEvent:
    """The event in words."""
    event, head = entry.head.telling.event, entry.head
    text = head.article.text
    who = tuple((one_line(part.name), actor) for part, actor in zip(event.who, head.actors, strict=True))
    return ShownEvent(
        entry.id,
        one_line(entry.title),
        texts(f"event.{entry.kind}"),
        entry.outcome.value,
        texts(f"event.outcome.{entry.outcome}"),
        _days(entry, texts),
        entry.since or entry.until,
        entry.until,
        _until(entry, texts),
        who,
        tuple(one_line(part.name) for part in event.where),
        tuple(one_line(span.of(text)) for span in event.agenda),
    )


def _until(entry: EventEntry, texts: Texts) -> str:
    if entry.since is None or entry.until is None or entry.since == entry.until:
        return ""
    return texts("events.by", day=day(entry.until, texts.language))


def _days(entry: EventEntry, texts: Texts) -> str:
    """When it is, in words; a single day with its weekday."""
    first, last = entry.since, entry.until
    if first is None:
        return texts("events.vague") if last is None else texts("events.by", day=day(last, texts.language))
    if last is None:
        return texts("events.from", day=day(first, texts.language))
    if first != last:
        return days(first, last, texts.language)
    return f"{texts(f'weekday.{first.weekday()}')}, {day(first, texts.language)}"


def sheet(first: date) -> tuple[date, date]:
    """The first and the last day on the page of the month that begins then."""
    last = last_day(first, Step.MONTH)
    return first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())


def weeks(first: date, found: Sequence[ShownEvent]) -> Iterator[list[CalendarDay]]:
    """The weeks of the month that begins then, from Monday on, with the events of each day."""
    for week in Calendar().monthdatescalendar(first.year, first.month):
        yield [
            CalendarDay(each, each.month == first.month, tuple(event for event in found if _is_told(event, each)))
            for each in week
        ]


def _is_told(event: ShownEvent, when: date) -> bool:
    """Whether the calendar has the event on that day: on its first, and on every Monday on which it goes on."""
    if event.first is None:
        return False
    goes_on = event.last is not None and event.first < when <= event.last and when.weekday() == 0
    return event.first == when or goes_on
