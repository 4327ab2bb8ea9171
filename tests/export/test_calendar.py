from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from tests.export.events import CANCELLED, ENTRY, HEAD, SUMMIT
from wortlaut.export.calendar import to_ical
from wortlaut.texts import Texts
from wortlaut.types import EventEntry, EventKind, EventPart, Outcome


def read_back(entries: list[EventEntry], language: str = "de") -> list[dict[str, object]]:
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
            "modified": event["last-modified"].dt,
            "sequence": int(event["sequence"]),
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
                "Wer: Flussländer\nThema: die Fähre\nWas daraus wurde: steht bevor\n"
                "Wortlaut: Vom 3. bis 5. Dezember tagt in Anstadt; am Hafen der Gipfel der Flussländer über die "
                "Fähre.\nNach Angaben von: Ada Brand\n"
                "Quelle: Anstädter Bote, 2025-11-27, https://bote.example/gipfel?a=1,2;3, a1"
            ),
            "category": "Treffen",
            "url": "https://bote.example/gipfel?a=1,2;3",
            "stamp": datetime(2025, 11, 27, tzinfo=UTC),
            "modified": datetime(2025, 11, 27, tzinfo=UTC),
            "sequence": 0,
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
    assert "DTEND;VALUE=DATE:20251206" in lines
    assert max(len(line.encode()) for line in lines) <= 75
    assert b"\n" not in ical.replace(b"\r\n", b"")


def test_the_same_events_make_the_same_file() -> None:
    assert to_ical([ENTRY], Texts("de")) == to_ical([ENTRY], Texts("de"))


def test_what_later_articles_and_people_say_is_a_revision() -> None:
    later = replace(
        ENTRY, told=(HEAD, CANCELLED), outcome=Outcome.CANCELLED, decided=(("verdict", 3),), is_rejected=False
    )
    (event,) = read_back([later])
    assert (event["uid"], event["sequence"], event["status"]) == ("e1@wortlaut", 2, "CANCELLED")
    assert (event["stamp"], event["modified"]) == (
        datetime(2025, 11, 27, tzinfo=UTC),
        datetime(2025, 12, 1, tzinfo=UTC),
    )
    assert str(event["description"]).endswith(
        "Wortlaut: Der Gipfel der Flussländer in Anstadt ist abgesagt.\nQuelle: 2025-12-01, a2"
    )


def test_of_a_deadline_the_last_day_counts() -> None:
    deadline = replace(ENTRY, kind=EventKind.DEADLINE, since=None, until=date(2025, 12, 31), title="Anträge")
    (event,) = read_back([deadline], "en")
    assert (event["summary"], event["first"], event["behind"], event["category"]) == (
        "Deadline: Anträge",
        date(2025, 12, 31),
        date(2026, 1, 1),
        "deadline",
    )


def test_what_has_no_day_is_left_out_and_the_rest_stays_in_order() -> None:
    vague = replace(ENTRY, since=None, until=None)
    others = [replace(ENTRY, id=name, told=(replace(HEAD, telling=replace(HEAD.telling, id=name)),)) for name in "ac"]
    assert [event["uid"] for event in read_back([others[0], vague, others[1]])] == ["a@wortlaut", "c@wortlaut"]
    assert read_back([]) == []


@pytest.mark.parametrize(
    ("entry", "status", "first"),
    [
        (replace(ENTRY, outcome=Outcome.CANCELLED), "CANCELLED", date(2025, 12, 3)),
        (replace(ENTRY, is_rejected=True), "CANCELLED", date(2025, 12, 3)),
        (replace(ENTRY, outcome=Outcome.UNREPORTED), "TENTATIVE", date(2025, 12, 3)),
        (replace(ENTRY, until=date(2026, 3, 31)), "TENTATIVE", date(2025, 12, 3)),
        (replace(ENTRY, until=date(2026, 3, 31), outcome=Outcome.HELD), "CONFIRMED", date(2025, 12, 3)),
        (
            replace(ENTRY, outcome=Outcome.POSTPONED, since=date(2026, 1, 7), until=date(2026, 1, 7)),
            "CONFIRMED",
            date(2026, 1, 7),
        ),
    ],
)
def test_status_and_days_are_those_that_hold_now(entry: EventEntry, status: str, first: date) -> None:
    (event,) = read_back([entry])
    assert (event["status"], event["first"]) == (status, first)


@pytest.mark.parametrize(
    "hostile",
    [
        "Fest\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:PROCEDURE",
        "Fest;X-EVIL=1:javascript:alert(1)",
        "Fest\u2028SUMMARY:anderes",
        "Fest\u202eesrever",
        "Fest \x00\x1b[31m",
        "Fest,Komma;Strich\\nkein Umbruch",
    ],
)
def test_hostile_text_stays_text(hostile: str) -> None:
    event = replace(SUMMIT, where=(EventPart(SUMMIT.where[0].span, hostile),))
    article = replace(HEAD.article, source=hostile, url=hostile)
    told = replace(HEAD, telling=replace(HEAD.telling, event=event), article=article)
    ical = to_ical([replace(ENTRY, title=hostile, told=(told,))], Texts("de")).decode("utf-8")
    calendar: Any = Calendar.from_ical(ical)
    assert [each.name for each in calendar.walk()] == ["VCALENDAR", "VEVENT"]
    (found,) = read_back([replace(ENTRY, title=hostile, told=(told,))])
    assert str(found["summary"]).startswith("Fest")
    assert not {"\r", "\x00", "\x1b", "\u202e", "\u2028"} & set(str(found["summary"]))
    assert ical.count("BEGIN:VEVENT") == ical.count("SUMMARY:Fest") == 1


def test_days_beyond_the_calendar_are_left_out() -> None:
    assert read_back([replace(ENTRY, since=date.max, until=date.max)]) == []
    assert read_back([replace(ENTRY, since=date.min, until=date.min)]) == []
