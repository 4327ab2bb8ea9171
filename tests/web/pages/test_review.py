import json
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.builder import ToyReader
from tests.web.forms import field, sent
from wortlaut import service
from wortlaut.decisions import Action
from wortlaut.record import Filters
from wortlaut.settings import Settings
from wortlaut.types import Act, Found, Medium, Span, StatementPart, StatementType


@pytest.fixture
def found(settings: Settings) -> Found:
    """The statement in two parts, with a cue, a speaker and an addressee."""
    return next(each for each in service.statements(settings=settings) if len(each.statement.quote) == 2)


def actions(settings: Settings) -> list[Action | None]:
    return [each.entry.action for each in service.history(settings=settings)]


def now(found: Found, settings: Settings) -> Found:
    return service.statement(found.statement.id, settings=settings)


def corrected(client: TestClient, found: Found, **fields: str) -> int:
    """The status of what comes of a correction of these fields, of which the rest is not said to be right."""
    path = f"/review/{found.statement.id}"
    answer = sent(client, path, action="correct", seen=found.revision, **fields)
    return answer.status_code


def test_queue_shows_the_statement_that_needs_it_most(writing_client: TestClient, settings: Settings) -> None:
    first = next(iter(service.review(settings=settings))).found
    page = writing_client.get("/review").text
    assert f'action="/review/{first.statement.id}"' in page
    assert f"{service.count(settings=settings)} left" in page


def test_what_only_shows_has_no_review(client: TestClient, found: Found) -> None:
    paths = ("/review", f"/review/{found.statement.id}", "/review/actors", f"/review/add/{found.article.id}")
    assert [client.get(path).status_code for path in paths] == [403] * 4
    pages = [client.get(path).text for path in (f"/statements/{found.statement.id}", f"/articles/{found.article.id}")]
    assert ["/review" in page for page in pages] == [False, False]


def test_pages_of_statement_and_article_lead_to_it(writing_client: TestClient, found: Found) -> None:
    statement, article = f"/statements/{found.statement.id}", f"/articles/{found.article.id}"
    assert f'href="/review/{found.statement.id}"' in writing_client.get(statement).text
    assert f'href="/review/add/{found.article.id}"' in writing_client.get(article).text


@pytest.mark.parametrize(("action", "made"), [("confirm", Action.CONFIRM), ("reject", Action.REJECT)])
def test_decision_leads_to_the_next_one(
    writing_client: TestClient, settings: Settings, action: str, made: Action
) -> None:
    page = writing_client.get("/review").text
    first = re.findall(r'action="(/review/s[^"]+)"', page)[0]
    answer = sent(writing_client, first, action=action, queue="", seen=field(page, "seen"), why="gehört")
    assert (answer.status_code, answer.url.path, answer.url.query) == (200, "/review", b"entry=1")
    assert f'action="{first}"' not in answer.text
    (entry,) = (each.entry for each in service.history(settings=settings))
    assert (entry.action, entry.by, entry.why, entry.statement) == (made, "Mira", "gehört", first.rpartition("/")[2])


def test_name_is_remembered(writing_client: TestClient, found: Found) -> None:
    sent(writing_client, f"/review/{found.statement.id}", action="confirm", by="Zoë 🐟")
    assert 'name="by" required maxlength="400" autocomplete="name" value="Zoë 🐟"' in writing_client.get("/review").text


def test_nobody_decides_without_a_name(writing_client: TestClient, found: Found, settings: Settings) -> None:
    answer = sent(writing_client, f"/review/{found.statement.id}", action="confirm", by="  ")
    assert (answer.status_code, actions(settings)) == (422, [])


def test_what_is_passed_over_comes_again(writing_client: TestClient, settings: Settings) -> None:
    queue = [each.found.statement.id for each in service.review(settings=settings)]
    shown = [
        re.findall(r'action="/review/(s[^"]+)"', writing_client.get(f"/review?skip={skip}").text)
        for skip in range(len(queue) + 1)
    ]
    assert shown == [[each] for each in queue] + [[]]
    assert f"You passed over {len(queue)}" in writing_client.get(f"/review?skip={len(queue)}").text


def test_queue_is_narrowed_and_stays_so(writing_client: TestClient, settings: Settings) -> None:
    page = writing_client.get("/review?source=Wattbote").text
    assert "1 left" in page
    (path,) = re.findall(r'action="(/review/s[^"]+)"', page)
    answer = sent(writing_client, path, page="/review", action="confirm", queue="source=Wattbote")
    assert "Nothing is left to review." in answer.text
    assert answer.url.query == b"source=Wattbote&entry=1"


def test_changed_meanwhile_is_told_and_nothing_changed(
    writing_client: TestClient, found: Found, settings: Settings
) -> None:
    service.correct(found.statement.id, service.Wording(act=Act.DENY), by="Cleo", settings=settings)
    answer = sent(writing_client, f"/review/{found.statement.id}", action="reject", seen=found.revision)
    assert answer.status_code == 409
    assert "Cleo decided about statement" in answer.text
    assert field(answer.text, "seen") == now(found, settings).revision != found.revision
    assert actions(settings) == [Action.CORRECT]


def test_undo_takes_back_all_that_one_decision_made(
    writing_client: TestClient, found: Found, settings: Settings
) -> None:
    path = f"/review/{found.statement.id}"
    sent(writing_client, path, action="correct", act="deny", rest="1", seen=found.revision, queue="")
    answer = sent(writing_client, "/review/undo", page=path, entry=["1", "2"], next="/review?skip=1&entry=1")
    assert (answer.url.path, answer.url.query) == ("/review", f"skip=1&at={found.statement.id}".encode())
    assert now(found, settings) == found
    assert actions(settings) == [Action.CORRECT, Action.CONFIRM, Action.UNDO, Action.UNDO]


@pytest.mark.parametrize("path", ["//evil.example", "https://evil.example", "/\\evil.example", "/review//x", ""])
def test_undo_leads_nowhere_else(writing_client: TestClient, found: Found, path: str) -> None:
    sent(writing_client, f"/review/{found.statement.id}", action="confirm")
    answer = sent(writing_client, "/review/undo", page="/review", entry="1", next=path)
    assert (answer.url.host, answer.url.path) == ("127.0.0.1", "/review")


def test_places_are_taken_as_they_were_selected(writing_client: TestClient, found: Found, settings: Settings) -> None:
    text = found.article.text
    ben = text.index("Ben")
    status = corrected(
        writing_client,
        found,
        quote="Der Deich\naber nicht lange",
        quote_at=f"{text.index('aber')}-{text.index('lange') + 5}\n1-10",
        speakers="Ben",
        speakers_at=f"{ben}-{ben + 3}",
        addressees="",
        addressees_at="",
    )
    made = now(found, settings).statement
    assert status == 200
    assert [span.of(text) for span in made.quote] == ["Der Deich", "aber nicht lange"]
    assert ([each.mention for each in made.speakers], made.addressees) == ([(Span(ben, ben + 3),)], ())


def test_typed_words_are_looked_for(writing_client: TestClient, found: Found, settings: Settings) -> None:
    status = corrected(writing_client, found, cue="hält", type="indirect", medium="writing", act="deny", who="Ada Holm")
    made = now(found, settings)
    assert status == 200
    assert [span.of(made.article.text) for span in made.statement.cue.spans] == ["hält"]
    assert (made.statement.type, made.statement.medium) == (StatementType.INDIRECT, Medium.WRITING)
    assert made.sense is not None
    assert (made.sense.act, made.speakers[0].name) == (Act.DENY, "Ada Holm")
    decided = {each.part for each in made.verdicts}
    assert decided == {
        StatementPart.CUE,
        StatementPart.TYPE,
        StatementPart.MEDIUM,
        StatementPart.ACT,
        StatementPart.WHO,
    }


def test_who_is_nobody_by_name_in_words(writing_client: TestClient, found: Found, settings: Settings) -> None:
    corrected(writing_client, found, who="several people")
    assert [each.kind.value for each in now(found, settings).speakers] == ["group"]


def test_words_that_are_not_there_are_told_and_stay_to_be_changed(
    writing_client: TestClient, found: Found, settings: Settings
) -> None:
    answer = sent(writing_client, f"/review/{found.statement.id}", action="correct", cue="<b>flüsterte", why="so")
    assert answer.status_code == 422
    assert ">&lt;b&gt;flüsterte</textarea>" in answer.text
    assert '<details id="correct" class="correct" open>' in answer.text
    assert actions(settings) == []


@pytest.mark.parametrize("places", ["9-2", "1-99999", "0-0"])
def test_places_that_cannot_be_are_told(writing_client: TestClient, found: Found, places: str) -> None:
    assert corrected(writing_client, found, cue="sagte", cue_at=places) == 422


def test_correction_of_nothing_is_none(writing_client: TestClient, found: Found, settings: Settings) -> None:
    assert (corrected(writing_client, found, rest="1"), actions(settings)) == (422, [])


def test_rest_is_right_besides_what_was_corrected(writing_client: TestClient, found: Found, settings: Settings) -> None:
    corrected(writing_client, found, act="deny", rest="1")
    assert now(found, settings).is_decided
    assert actions(settings) == [Action.CORRECT, Action.CONFIRM]


def test_far_speaker_is_shown_apart(writing_client: TestClient, settings: Settings, tmp_path: Path) -> None:
    text = f"Bo kam an. {'Es regnete sehr. ' * 200}\n\n„Das war es“, rief Ada. {'Dann nichts. ' * 200}"
    items = tmp_path / "far.jsonl"
    items.write_text(json.dumps({"id": "far", "text": text, "date": "2026-07-01"}), "utf-8")
    service.read([str(items)], settings=settings, reader=ToyReader())
    found = next(service.statements(Filters(words="Das war es"), settings=settings))
    service.correct(found.statement.id, service.Wording(speakers=("0-2",)), by="Mira", settings=settings)
    first, *more = writing_client.get(f"/review/{found.statement.id}").text.split('<div class="stretch">')[1:]
    assert ("Bo</span>" in first, len(more), "„Das war es“" in more[0]) == (True, 1, True)
    assert (first + more[0]).count("Es regnete sehr.") < 60
    (whole,) = writing_client.get(f"/review/{found.statement.id}?whole=1").text.split('<div class="stretch">')[1:]
    assert whole.count("Es regnete sehr.") == 200


def test_decision_without_a_place_waits_to_be_taken_back(
    writing_client: TestClient, found: Found, settings: Settings, tmp_path: Path
) -> None:
    assert "No decision waits" in writing_client.get("/review/waiting").text
    service.correct(found.statement.id, service.Wording(cue=("sagte",)), by="Cleo", settings=settings)
    items = tmp_path / "again.jsonl"
    item = {"id": "1", "url": "https://example.org/1", "date": "2026-01-02", "text": "„Anders“, rief Ada."}
    items.write_text(json.dumps(item), "utf-8")
    service.read([str(items)], settings=settings, reader=ToyReader())
    page = writing_client.get("/review/waiting").text
    assert page.count('<li id="e1"') == 1
    assert "Decisions without a place</a> (1)" in page or "(1)" in writing_client.get("/review").text
    answer = sent(writing_client, "/review/undo", page="/review/waiting", entry="1", next="/review/waiting")
    assert "No decision waits" in answer.text
