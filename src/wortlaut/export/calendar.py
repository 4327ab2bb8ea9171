"""Announced events as iCalendar (RFC 5545), as calendar programs read it.

Events are whole days, as news seldom tells more. What has no day is left out: a calendar has no place for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from wortlaut.export.visible import one_line
from wortlaut.texts import Texts
from wortlaut.types import AnnouncedEvent, EventKind, EventStatus, Followed, Outcome, Span

__all__ = ["CalendarEntry", "to_ical"]

_PRODUCT = "-//wortlaut//announced events//{language}"
_SURE = 0.8  # certainty from which on an event is confirmed; the finder of this program gives no less
_LONG = timedelta(days=31)  # what lasts longer is no time but a range in which it is to be: tentative
_CALLED_OFF = frozenset({Outcome.CANCELLED})
_FIRST, _LAST = date(1900, 1, 1), date(9998, 12, 31)


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """An event with what a calendar needs besides: its id, the article's text, where and when that appeared."""

    id: str
    event: AnnouncedEvent
    text: str
    published: date | None = None
    source: str | None = None
    url: str | None = None
    followed: Followed | None = None


def to_ical(entries: Iterable[CalendarEntry], texts: Texts) -> bytes:
    """The events as an iCalendar file, in the order given; those without a day are left out."""
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT.format(language=texts.language.upper()))
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", texts("event.calendar"))
    for entry in entries:
        if (days := _days(entry)) is not None:
            calendar.add_component(_component(entry, days, texts))
    ical: bytes = calendar.to_ical()
    return ical


def _days(entry: CalendarEntry) -> tuple[date, date] | None:
    """The first and last day that hold now."""
    told: AnnouncedEvent | Followed = entry.event if entry.followed is None else entry.followed
    first, last = told.since or told.until, told.until or told.since
    if first is None or last is None:
        first, last = entry.event.since or entry.event.until, entry.event.until or entry.event.since
    if first is None or last is None or not _FIRST <= first <= last <= _LAST:
        return None
    return (last, last) if entry.event.kind is EventKind.DEADLINE else (first, last)


def _component(entry: CalendarEntry, days: tuple[date, date], texts: Texts) -> Event:
    event = entry.event
    made = Event()
    made.add("uid", f"{entry.id}@wortlaut")
    # By the day of the article, not by the clock: the same events make the same file.
    stamp = entry.published or days[0]
    made.add("dtstamp", datetime.combine(stamp, time(), UTC))
    made.add("dtstart", days[0])
    made.add("dtend", days[1] + timedelta(days=1))
    title = one_line(event.title)
    is_deadline = event.kind is EventKind.DEADLINE
    made.add("summary", texts("event.deadline_title", title=title) if is_deadline else title)
    made.add("status", _status(entry, days))
    made.add("transp", "TRANSPARENT")
    made.add("categories", [texts(f"event.{event.kind}")])
    if event.where:
        made.add("location", ", ".join(one_line(part.name) for part in event.where))
    if entry.url:
        made.add("url", one_line(entry.url))
    made.add("description", "\n".join(_description(entry, texts)))
    return made


def _status(entry: CalendarEntry, days: tuple[date, date]) -> str:
    is_off = entry.event.status is EventStatus.CANCELLED
    if is_off or (entry.followed is not None and entry.followed.outcome in _CALLED_OFF):
        return "CANCELLED"
    if entry.followed is not None and entry.followed.outcome is Outcome.HELD:
        return "CONFIRMED"
    is_sure = entry.event.certainty >= _SURE and days[1] - days[0] < _LONG
    return "CONFIRMED" if is_sure else "TENTATIVE"


def _description(entry: CalendarEntry, texts: Texts) -> list[str]:
    event = entry.event
    lines = []
    if event.who:
        lines.append(texts("event.who", names=", ".join(one_line(part.name) for part in event.who)))
    if event.agenda:
        lines.append(texts("event.agenda", agenda="; ".join(_words(span, entry.text) for span in event.agenda)))
    if event.when:
        lines.append(texts("event.words", words=", ".join(_words(span, entry.text) for span in event.when)))
    if entry.followed is not None:
        lines.append(texts("event.became", outcome=texts(f"event.outcome.{entry.followed.outcome}")))
    if entry.source:
        lines.append(texts("event.source", source=one_line(entry.source)))
    return lines


def _words(span: Span, text: str) -> str:
    return one_line(span.of(text))
