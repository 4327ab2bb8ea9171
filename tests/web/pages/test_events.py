import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import ADDRESS
from wortlaut import service
from wortlaut.settings import Settings
from wortlaut.texts import day
from wortlaut.types import EventEntry, Outcome
from wortlaut.web.app import application
from wortlaut.web.options import WebOptions

TEXT = (
    "Ostersiel (wb) – Ministerin Cleo Brandt und der Deichverband treffen sich am 12. März 2026 in Ostersiel zu "
    "Gesprächen über den Deich. Das sagte ein Sprecher der Ministerin am Montag."
)


@pytest.fixture
def held(tmp_path: Path) -> Settings:
    """The settings of a record with an announced event, which nobody else sees."""
    path = tmp_path / "items.jsonl"
    path.write_text(json.dumps({"id": "1", "text": TEXT, "date": "2026-03-02", "source": "Wattbote"}) + "\n", "utf-8")
    settings = Settings(db=tmp_path / "record.db")
    service.read([str(path)], settings=settings)
    return settings


@pytest.fixture
def writing(held: Settings) -> Iterator[TestClient]:
    with TestClient(application(held, WebOptions(write=True)), base_url=ADDRESS) as client:
        yield client


def listed(page: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r'<li><a href="/events/(\w+)">', page)))


def decide(client: TestClient, event: EventEntry, **data: str) -> str:
    path = f"/events/{event.id}"
    token = re.findall(r'name="token" value="([^"]+)"', client.get(path).text)[0]
    answer = client.post(path, data={"token": token, "by": "Mira", **data})
    assert answer.status_code == 200
    return answer.text


def test_all_events_are_listed_once(example_client: TestClient, examples: Settings) -> None:
    page = example_client.get("/events").text
    assert sorted(listed(page)) == sorted(each.id for each in service.events(settings=examples))


def test_past_events_stand_the_latest_first(example_client: TestClient, examples: Settings) -> None:
    past = listed(example_client.get("/events").text.partition("Past, the latest first")[2])
    days = {each.id: each.since or each.until for each in service.events(settings=examples)}
    known = [day for each in past if (day := days[each]) is not None]
    assert known == sorted(known, reverse=True)
    assert len(known) > 2


def test_month_shows_its_days(writing: TestClient) -> None:
    page = writing.get("/events?month=2026-03").text
    day = re.search(r'<td class=" full"[^>]*><time datetime="([^"]+)">', page)
    assert day is not None
    assert day.group(1) == "2026-03-12"
    assert 'href="/events?month=2026-02"' in page
    assert 'href="/events?month=2026-04"' in page
    assert 'class=" full"' not in writing.get("/events?month=2026-04").text


def test_event_is_shown_with_the_words_that_tell_of_it(writing: TestClient, held: Settings) -> None:
    (event,) = service.events(settings=held)
    page = writing.get(f"/events/{event.id}").text
    assert "Thu, 12 March 2026" in page or "12 March 2026" in page
    assert "treffen sich" in page
    assert "Wattbote" in page


def test_filters_narrow_the_list(writing: TestClient, held: Settings) -> None:
    (event,) = service.events(settings=held)
    assert listed(writing.get("/events?place=ostersiel").text) == [event.id]
    assert listed(writing.get("/events?place=Nordport").text) == []
    assert listed(writing.get("/events?since=2026-04-01").text) == []
    assert listed(writing.get("/events?until=2026-03-31&status=unreported").text) == [event.id]


def test_calendar_programs_get_a_file(writing: TestClient, held: Settings) -> None:
    answer = writing.get("/events.ics?place=Ostersiel")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert answer.text.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20260312" in answer.text


def test_person_confirms_corrects_and_rejects(writing: TestClient, held: Settings) -> None:
    (event,) = service.events(settings=held)
    assert "Kept as entry 1" in decide(writing, event, action="confirm")
    decide(writing, event, action="correct", status="held", since="2026-03-13")
    (corrected,) = service.events(settings=held)
    assert (corrected.since, corrected.until, corrected.outcome) == (date(2026, 3, 13), date(2026, 3, 13), Outcome.HELD)
    decide(writing, event, action="reject", why="ein Test")
    assert list(service.events(settings=held)) == []


def test_unknown_event_is_no_page(client: TestClient) -> None:
    assert client.get("/events/nothing").status_code == 404


@pytest.mark.parametrize("month", ["0001-01", "9999-12", "2026-13", "0000-00", "März"])
def test_month_without_a_sheet_shows_the_nearest_event(writing: TestClient, month: str) -> None:
    assert 'datetime="2026-03-12"' in writing.get("/events", params={"month": month}).text


def test_what_comes_is_not_told_as_past(writing: TestClient, held: Settings, tmp_path: Path) -> None:
    today = date.today()
    items = [
        {"id": f"c{number}", "date": today.isoformat(), "text": f"Die Regierung trifft sich am {told} in Ostersiel."}
        for number in range(1, 4)
        if (told := day(today + timedelta(days=40 * number), "de"))
    ]
    path = tmp_path / "coming.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in items), "utf-8")
    service.read([str(path)], settings=held)
    page = writing.get("/events").text
    coming, _, past = page.partition("Past, the latest first")
    assert (len(listed(coming)), len(listed(past))) == (3, 1)


def test_what_began_long_ago_without_an_end_is_not_coming(writing: TestClient, held: Settings, tmp_path: Path) -> None:
    path = tmp_path / "strike.jsonl"
    text = "Die Fährleute wollen ab dem 11. Mai 2026 in Ostersiel streiken."
    path.write_text(json.dumps({"id": "s", "date": "2026-03-02", "text": text}) + "\n", "utf-8")
    service.read([str(path)], settings=held)
    (strike,) = (each for each in service.events(settings=held) if each.until is None)
    _, _, past = writing.get("/events").text.partition("Past, the latest first")
    assert (strike.since, strike.id in listed(past)) == (date(2026, 5, 11), True)
