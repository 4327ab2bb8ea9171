"""Announced events as iCalendar (RFC 5545), as calendar programs read it.

Events are whole days, as news seldom tells more. What has no day is left out: a calendar has no place for it. What is
in the file follows from the events alone, never from the clock: the same events make the same file.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Calendar, Event

from wortlaut.export.visible import one_line
from wortlaut.texts import Texts
from wortlaut.types import EventEntry, EventKind, EventTelling, Outcome

__all__ = ["to_ical"]

_PRODUCT = "-//wortlaut//announced events//{language}"
_LONG = timedelta(days=31)  # what lasts longer is no time but a range in which it is to be: tentative
_FIRST, _LAST = date(1900, 1, 1), date(9998, 12, 31)


def to_ical(entries: Iterable[EventEntry], texts: Texts) -> bytes:
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


def _days(entry: EventEntry) -> tuple[date, date] | None:
    """The first and last day that hold now."""
    first, last = entry.since or entry.until, entry.until or entry.since
    if first is None or last is None or not _FIRST <= first <= last <= _LAST:
        return None
    return (last, last) if entry.kind is EventKind.DEADLINE else (first, last)


def _component(entry: EventEntry, days: tuple[date, date], texts: Texts) -> Event:
    made, head = Event(), entry.head
    made.add("uid", f"{entry.id}@wortlaut")
    made.add("dtstamp", _moment(head.article.published or days[0]))
    told = [each.article.published for each in entry.told if each.article.published is not None]
    made.add("last-modified", _moment(max(told, default=days[0])))
    # Each article that tells more of it, and each decision, is a revision: RFC 5546 lets programs take the higher one.
    made.add("sequence", len(entry.told) - 1 + len(entry.decided))
    made.add("dtstart", days[0])
    made.add("dtend", days[1] + timedelta(days=1))  # the day behind the last
    title = one_line(entry.title)
    made.add("summary", texts("event.deadline_title", title=title) if entry.kind is EventKind.DEADLINE else title)
    made.add("status", _status(entry, days))
    made.add("transp", "TRANSPARENT")
    made.add("categories", [texts(f"event.{entry.kind}")])
    if places := [one_line(part.name) for part in head.telling.event.where]:
        made.add("location", ", ".join(places))
    if head.article.url:
        made.add("url", one_line(head.article.url))
    made.add("description", "\n".join(_description(entry, texts)))
    return made


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _status(entry: EventEntry, days: tuple[date, date]) -> str:
    if entry.outcome is Outcome.CANCELLED or entry.is_rejected:
        return "CANCELLED"
    if entry.outcome is Outcome.HELD:
        return "CONFIRMED"
    return "CONFIRMED" if days[1] - days[0] < _LONG and entry.outcome is not Outcome.UNREPORTED else "TENTATIVE"


def _description(entry: EventEntry, texts: Texts) -> Iterator[str]:
    event, text = entry.head.telling.event, entry.head.article.text
    if event.who:
        yield texts("event.who", names=", ".join(one_line(part.name) for part in event.who))
    if event.agenda:
        yield texts("event.agenda", agenda="; ".join(one_line(span.of(text)) for span in event.agenda))
    yield texts("event.became", outcome=texts(f"event.outcome.{entry.outcome}"))
    for each in entry.told:
        yield from _told(each, texts)


def _told(each: EventTelling, texts: Texts) -> Iterator[str]:
    """The exact words of an article, on whose word they are, and where they stand."""
    article = each.article
    if each.telling.words is not None:
        yield texts("event.words", words=one_line(each.telling.words.of(article.text)))
    if names := ", ".join(one_line(party.name) for party in each.said_by if party.name):
        yield texts("event.said_by", names=names)
    day = "" if article.published is None else article.published.isoformat()
    source = [one_line(article.source or ""), day, one_line(article.url or ""), article.id]
    yield texts("event.source", source=", ".join(part for part in source if part))
