import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.cli.conftest import Ran, Run

ITEMS = [
    ("2030-03-04", "Am Donnerstag beginnen in Anstadt Gespräche mit Jan Tamm über die Fähre."),
    ("2030-03-06", "Die Gespräche über die Fähre in Anstadt sind auf den 14. März verschoben worden."),
    ("2030-03-04", "Am 12. Mai wird in Musterland ein neues Parlament gewählt."),
    ("2030-03-04", "Demnächst beginnen in Beburg Verhandlungen über den Hafen."),
]


@pytest.fixture
def events(run: Run, tmp_path: Path) -> Run:
    """Runs a command on a record in which talks are announced and put off, a vote, and talks without a day."""
    items, db = tmp_path / "items.jsonl", tmp_path / "record.db"
    lines = [json.dumps({"id": str(at), "text": text, "date": day}) + "\n" for at, (day, text) in enumerate(ITEMS)]
    items.write_text("".join(lines), "utf-8")
    assert run("read", str(items), "--db", str(db), "--quiet").status == 0

    def run_on_record(*argv: str) -> Ran:
        return run(*argv, "--db", str(db))

    return run_on_record


def listed(events: Run, *argv: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in events("events", "--json", "--as-of", "2030-03-10", *argv).out.splitlines()]


def days(events: Run, *argv: str) -> list[tuple[str, str, str]]:
    return [(each["kind"], str(each["from"]), each["status"]) for each in listed(events, *argv)]


TALKS, VOTE, VAGUE = (
    ("talks", "2030-03-14", "postponed"),
    ("vote", "2030-05-12", "open"),
    ("talks", "None", "open"),
)


def test_events_are_listed_by_month_and_week_and_vague_ones_apart(events: Run) -> None:
    ran = events("events", "--as-of", "2030-03-10", "--lang", "de")
    assert (ran.status, ran.err) == (0, "")
    lines = [line.rstrip() for line in ran.out.splitlines() if line and not line.startswith("     ")]
    assert [line for line in lines if not line.startswith("    ")] == [
        "März 2030",
        "  Woche 11",
        "Mai 2030",
        "  Woche 19",
        "Ohne Tag",
    ]
    assert "Do 2030-03-14" in ran.out
    assert "verschoben" in ran.out
    assert "steht bevor" in ran.out


def test_filters_narrow(events: Run) -> None:
    assert days(events) == [TALKS, VOTE, VAGUE]
    assert days(events, "--from", "2030-04-01") == [VOTE, VAGUE]
    assert days(events, "--to", "2030-04-01") == [TALKS]
    assert days(events, "--status", "postponed") == [TALKS]
    assert days(events, "--kind", "vote") == [VOTE]
    assert days(events, "--place", "Musterland") == [VOTE]
    assert days(events, "--search", "Hafen") == [VAGUE]
    assert days(events, "--limit", "1") == [TALKS]
    assert days(events, "--rejected") == []
    assert [each["status"] for each in listed(events, "--as-of", "2030-03-05", "--kind", "talks")] == ["open", "open"]


def test_more_than_fits_is_said_and_what_is_to_come_goes_before(events: Run) -> None:
    ran = events("events", "--as-of", "2030-04-01", "--limit", "1", "--lang", "en")
    assert "2030-05-12" in ran.out
    assert ran.err == "The first 1; --limit N shows more.\n"


def test_one_event_is_shown_with_the_words_of_every_article(events: Run) -> None:
    name = listed(events)[0]["id"]
    ran = events("events", "show", name[:9], "--lang", "en")
    assert (ran.status, ran.err) == (0, "")
    flat = " ".join(ran.out.split())
    assert ITEMS[0][1] in flat
    assert ITEMS[1][1] in flat
    assert json.loads(events("events", "show", name, "--json").out)["id"] == name
    assert events("events", "show", "e00000").status != 0


def test_a_calendar_is_written_to_a_file_and_to_standard_output(events: Run, tmp_path: Path) -> None:
    file = tmp_path / "termine.ics"
    assert events("events", "--ics", str(file), "--as-of", "2030-03-10").status == 0
    calendar: Any = Calendar.from_ical(file.read_bytes())
    assert [str(each["dtstart"].dt) for each in calendar.walk("VEVENT")] == ["2030-03-14", "2030-05-12"]
    assert events("events", "--ics", "-", "--as-of", "2030-03-10").out.encode() == file.read_bytes()


def test_a_table_is_written(events: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(events("events", "--csv", "--as-of", "2030-03-10").out)))
    assert [(row["kind"], row["from"], row["status"]) for row in rows] == [TALKS, VOTE, ("talks", "", "open")]


def test_only_one_form_at_a_time(events: Run) -> None:
    ran = events("events", "--csv", "--json", "--lang", "en")
    assert (ran.status, ran.out) == (2, "")
    assert "--json, --csv and --ics" in ran.err


def test_people_decide_and_take_it_back(events: Run) -> None:
    talks, vote, vague = (each["id"] for each in listed(events))
    assert events("events", "reject", vote, "--by", "Ada").status == 0
    assert days(events) == [TALKS, VAGUE]
    assert days(events, "--rejected") == [VOTE]
    made = json.loads(events("undo", "1", "--by", "Ada", "--json").out)
    assert made["entry"]["undoes"] == 1
    assert days(events) == [TALKS, VOTE, VAGUE]
    held = events("events", "correct", talks, "--status", "held", "--from", "2030-03-08", "--by", "Ada", "--json")
    decided = json.loads(held.out)
    assert decided["entry"]["judges"] == {
        "event": talks,
        "other": None,
        "status": "held",
        "first": "2030-03-08",
        "last": None,
    }
    assert (decided["event"]["status"], decided["event"]["from"]) == ("held", "2030-03-08")
    assert events("events", "same", talks, vague, "--by", "Ada").status == 0
    assert len(listed(events)) == 2
    assert events("events", "apart", talks, vague, "--by", "Ada").status == 0
    assert len(listed(events)) == 3
    assert events("events", "confirm", vote, "--by", "Ada").status == 0
    told = events("history", talks, "--lang", "en").out
    assert "joining of events" in told
    assert "parting of events" in told
    assert events("verify").status == 0


def test_what_cannot_be_decided_is_said(events: Run) -> None:
    ran = events("events", "correct", listed(events)[0]["id"], "--by", "Ada", "--lang", "en")
    assert ran.status != 0
    assert "Nothing was said about the event" in ran.err


def test_no_event_is_said(events: Run) -> None:
    ran = events("events", "--search", "Eisberg", "--lang", "en")
    assert (ran.status, ran.out, ran.err) == (0, "", "No event passes these filters.\n")


def test_an_article_is_shown_with_the_events_that_it_announces(events: Run) -> None:
    article = listed(events)[0]["told"][0]["article"]["id"]
    ran = events("show", article, "--lang", "en")
    assert ran.status == 0
    assert "Announced events" in ran.out
    assert "2030-03-14" in ran.out
    assert "Announced events" in events("show", article, "--html", "-", "--lang", "en").out
    other = listed(events, "--kind", "vote")[0]["told"][0]["article"]["id"]
    assert "2030-03-14" not in events("show", other).out
