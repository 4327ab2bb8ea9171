import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import ADDRESS
from tests.web.doubtful import doubtful
from tests.web.forms import sent
from wortlaut import service
from wortlaut.settings import Settings
from wortlaut.types import Act, Found
from wortlaut.web.app import application


@pytest.fixture
def found(settings: Settings) -> Found:
    """A statement that two people decided about, of whose decisions one was taken back."""
    found = next(service.statements(settings=settings))
    name = found.statement.id
    service.correct(name, service.Wording(act=Act.DENY), by="Cleo", why="gehört", settings=settings)
    service.confirm(name, by="Mira", settings=settings)
    service.undo(2, by="Mira", settings=settings)
    return found


def numbers(client: TestClient, path: str) -> list[int]:
    return [int(each) for each in re.findall(r'<li id="e(\d+)"', client.get(path).text)]


def test_nothing_was_decided_yet(client: TestClient) -> None:
    page = client.get("/history").text
    assert ("Nobody has decided anything yet." in page, "<ol" in page) == (True, False)


def test_newest_stands_first_and_leads_to_its_statement(client: TestClient, found: Found) -> None:
    page = client.get("/history").text
    assert numbers(client, "/history") == [3, 2, 1]
    assert page.count(f'href="/statements/{found.statement.id}"') == 3
    assert "undoing of entry 2" in page
    assert re.search(r'<li id="e2" class="entry confirm undone">', page)


def test_what_held_before_is_told_apart_from_what_was_decided(client: TestClient, found: Found) -> None:
    first = client.get("/history").text.partition('<li id="e1"')[2]
    assert re.search(r"<del>\w+</del> → <ins>denies</ins>", first)
    assert ("✓ Cleo" in first, "gehört" in first) == (True, True)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("by=cle", [1]),
        ("by=Mira", [3, 2]),
        ("kind=undo", [3]),
        ("by=Cleo&kind=undo", []),
        ("before=3", [2, 1]),
        ("by=Mira&before=3", [2]),
    ],
)
def test_history_is_narrowed(client: TestClient, found: Found, asked: str, shown: list[int]) -> None:
    assert numbers(client, f"/history?{asked}") == shown


def test_history_of_one_statement(client: TestClient, found: Found) -> None:
    assert numbers(client, f"/history?about={found.statement.id}") == [3, 2, 1]
    assert client.get("/history?about=s0000").status_code == 404


def test_pages_follow_each_other(client: TestClient, found: Found, settings: Settings) -> None:
    for _ in range(60):
        service.confirm(found.statement.id, by="Mira", settings=settings)
    (older,) = re.findall(r'href="(/history\?before=\d+)"', client.get("/history").text)
    assert numbers(client, "/history") + numbers(client, older) == list(range(63, 0, -1))
    assert "Newest" in client.get(older).text


def test_seal_is_that_of_the_record(client: TestClient, found: Found, settings: Settings) -> None:
    assert str(service.history_head(settings=settings)) in client.get("/history").text


def test_what_only_shows_has_nothing_to_take_back_with(client: TestClient, found: Found) -> None:
    assert "<button" not in client.get("/history").text.partition('<ol class="entries">')[2]


def test_entry_is_taken_back_from_there(writing_client: TestClient, found: Found, settings: Settings) -> None:
    answer = sent(writing_client, "/review/undo", page="/history", entry="1", next="/history?by=Cleo")
    assert (answer.url.path, answer.url.query) == ("/history", b"by=Cleo")
    assert [each.entry.is_undone for each in service.history(settings=settings)] == [True, True, False, False]


def test_decision_about_actors_leads_to_them(tmp_path: Path) -> None:
    settings = doubtful(tmp_path)
    service.keep_actors_apart("Ada Holmsen", "Ada Holmssen", by="Mira", settings=settings)
    with TestClient(application(settings), base_url=ADDRESS) as client:
        page = client.get("/history?kind=keep_apart").text
    assert 'href="/actors/person%3Aada-holmsen"' in page
    assert "<ins>person:ada-holmssen</ins>" in page


def test_of_what_was_erased_only_that_is_told(client: TestClient, found: Found, settings: Settings) -> None:
    service.erase([found.article.id], by="Mira", settings=settings)
    assert client.get("/history").text.count("erased by entry 4") == 3
