from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from wortlaut.export.calendar import CalendarEntry, to_ical
from wortlaut.texts import Texts
from wortlaut.types import AnnouncedEvent, EventKind, EventPart, EventStatus, Followed, Outcome, Span, event_id

TEXT = "Vom 3. bis 5. Dezember tagt in Anstadt; am Hafen der Gipfel der Flussländer über die Fähre."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


SUMMIT = AnnouncedEvent(
    kind=EventKind.MEETING,
    status=EventStatus.ANNOUNCED,
    title="Gipfel der Flussländer, Anstadt; am Hafen",
    what=(span("Gipfel"),),
    who=(EventPart(span("der Flussländer"), "Flussländer"),),
    where=(EventPart(span("Anstadt"), "Anstadt"),),
    when=(span("3."), span("5. Dezember")),
    since=date(2025, 12, 3),
    until=date(2025, 12, 5),
    agenda=(span("die Fähre"),),
    statement=None,
    certainty=0.9,
)
ENTRY = CalendarEntry(
    "e1", SUMMIT, TEXT, published=date(2025, 11, 27), source="Anstädter Bote", url="https://bote.example/gipfel?a=1,2;3"
)


def read_back(entries: list[CalendarEntry], language: str = "de") -> list[dict[str, object]]:
    """The events as a calendar program reads them."""
    calendar: Any = Calendar.from_ical(to_ical(entries, Texts(language)))
    return [
        {
            "uid": str(event["uid"]),
            "summary": str(event["summary"]),
            "first": event["dtstart"].dt,
            "behind": event["dtend"].dt,
            "status": str(event["status"]),
            "location": str(event.get("location", "")),
            "description": str(event.get("description", "")),
            "category": event["categories"].cats[0] if "categories" in event else "",
            "url": str(event.get("url", "")),
            "stamp": event["dtstamp"].dt,
        }
        for event in calendar.walk("VEVENT")
    ]


def test_an_event_reads_back_with_all_that_is_known_of_it() -> None:
    assert read_back([ENTRY]) == [
        {
            "uid": "e1@wortlaut",
            "summary": "Gipfel der Flussländer, Anstadt; am Hafen",
            "first": date(2025, 12, 3),
            "behind": date(2025, 12, 6),
            "status": "CONFIRMED",
            "location": "Anstadt",
            "description": (
                "Wer: Flussländer\nThema: die Fähre\nSo angekündigt: 3., 5. Dezember\nQuelle: Anstädter Bote"
            ),
            "category": "Treffen",
            "url": "https://bote.example/gipfel?a=1,2;3",
            "stamp": datetime(2025, 11, 27, tzinfo=UTC),
        }
    ]


def test_the_file_has_what_rfc_5545_asks_for() -> None:
    ical = to_ical([ENTRY], Texts("en"))
    lines = ical.decode("utf-8").split("\r\n")
    assert lines[:5] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//wortlaut//announced events//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert "DTSTART;VALUE=DATE:20251203" in lines
    assert max(len(line.encode()) for line in lines) <= 75
    assert b"\n" not in ical.replace(b"\r\n", b"")


def test_the_same_events_make_the_same_file() -> None:
    assert to_ical([ENTRY], Texts("de")) == to_ical([ENTRY], Texts("de"))


def test_of_a_deadline_the_last_day_counts() -> None:
    deadline = replace(SUMMIT, kind=EventKind.DEADLINE, since=None, until=date(2025, 12, 31), title="Anträge")
    (event,) = read_back([replace(ENTRY, event=deadline)], "en")
    assert (event["summary"], event["first"], event["behind"], event["category"]) == (
        "Deadline: Anträge",
        date(2025, 12, 31),
        date(2026, 1, 1),
        "deadline",
    )


def test_what_has_no_day_is_left_out_and_the_rest_stays_in_order() -> None:
    vague = replace(SUMMIT, since=None, until=None)
    entries = [replace(ENTRY, id="a"), replace(ENTRY, id="b", event=vague), replace(ENTRY, id="c")]
    assert [event["uid"] for event in read_back(entries)] == ["a@wortlaut", "c@wortlaut"]
    assert read_back([]) == []


@pytest.mark.parametrize(
    ("entry", "status", "first"),
    [
        (replace(ENTRY, event=replace(SUMMIT, status=EventStatus.CANCELLED)), "CANCELLED", date(2025, 12, 3)),
        (replace(ENTRY, event=replace(SUMMIT, certainty=0.5)), "TENTATIVE", date(2025, 12, 3)),
        (replace(ENTRY, event=replace(SUMMIT, until=date(2026, 12, 31))), "TENTATIVE", date(2025, 12, 3)),
        (
            replace(ENTRY, followed=Followed(Outcome.POSTPONED, date(2026, 1, 7), date(2026, 1, 8))),
            "CONFIRMED",
            date(2026, 1, 7),
        ),
        (replace(ENTRY, followed=Followed(Outcome.CANCELLED, None, None)), "CANCELLED", date(2025, 12, 3)),
        (
            replace(ENTRY, followed=Followed(Outcome.HELD, date(2025, 12, 3), date(2025, 12, 5))),
            "CONFIRMED",
            date(2025, 12, 3),
        ),
    ],
)
def test_status_and_days_are_those_that_hold_now(entry: CalendarEntry, status: str, first: date) -> None:
    (event,) = read_back([entry])
    assert (event["status"], event["first"]) == (status, first)


def test_what_became_of_it_is_told_in_either_language() -> None:
    entry = replace(ENTRY, followed=Followed(Outcome.UNREPORTED, SUMMIT.since, SUMMIT.until))
    assert "Was daraus wurde: nichts darüber berichtet" in str(read_back([entry], "de")[0]["description"])
    assert "What became of it: no report of it" in str(read_back([entry], "en")[0]["description"])


def test_words_from_outside_cannot_add_lines_of_their_own() -> None:
    bad = replace(SUMMIT, title="Gipfel\r\nBEGIN:VALARM\nEND:VALARM\u202e", where=())
    (event,) = read_back([replace(ENTRY, event=bad, url="https://x.example/\r\nBEGIN:VALARM")])
    assert str(event["summary"]).startswith("Gipfel")
    ical = to_ical([replace(ENTRY, event=bad, url="https://x.example/\r\nBEGIN:VALARM")], Texts("de"))
    assert b"\r\nBEGIN:VALARM" not in ical
    assert len(Calendar.from_ical(ical).walk()) == 2


def test_ids_tell_events_apart_and_stay_the_same() -> None:
    assert event_id("a1", SUMMIT) == event_id("a1", SUMMIT)
    other = replace(SUMMIT, what=(span("Hafen"),))
    assert len({event_id("a1", SUMMIT), event_id("a2", SUMMIT), event_id("a1", other), event_id("a1", SUMMIT, 1)}) == 4
