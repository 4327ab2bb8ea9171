import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.conftest import ADDRESS
from tests.web.doubtful import doubtful
from tests.web.forms import sent
from wortlaut import service
from wortlaut.settings import Settings
from wortlaut.web.app import application
from wortlaut.web.options import WebOptions

PATH = "/review/actors"


@pytest.fixture
def doubts(tmp_path: Path) -> Settings:
    """The settings of a record with doubts of every kind."""
    return doubtful(tmp_path)


@pytest.fixture
def page(doubts: Settings) -> Iterator[TestClient]:
    """A browser's place at a server on it."""
    app = application(doubts, WebOptions(write=True))
    with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as client:
        yield client


def pressed(client: TestClient, label: str, **fields: str) -> str:
    """The page after the first button of that label was pressed in the form as it is filled."""
    shown = client.get(PATH).text
    button = re.search(rf'name="action" value="([^"]*)"[^>]*>{label}', shown)
    assert button is not None
    hidden = dict(re.findall(r'<input type="hidden" name="(\w+\.\w+)" value="([^"]*)"', shown))
    return sent(client, PATH, action=button[1], **(hidden | fields)).text


def names(settings: Settings) -> set[str]:
    return {each.name for each in service.actors(settings=settings)}


def test_two_are_one(page: TestClient, doubts: Settings) -> None:
    after = pressed(page, "The same", **{"pairs1.into": "person:ada-holmssen"})
    assert "Kept as entry 1" in after
    assert names(doubts) == {"Ada Holmssen", "Jan Böttcher"}
    assert service.doubts(settings=doubts).pairs == ()


def test_two_are_kept_apart_and_not_asked_about_again(page: TestClient, doubts: Settings) -> None:
    pressed(page, "Different")
    assert names(doubts) == {"Ada Holmsen", "Ada Holmssen", "Jan Böttcher"}
    assert service.doubts(settings=doubts).pairs == ()


def test_name_is_assigned_to_who_may_be_meant(page: TestClient, doubts: Settings) -> None:
    (name,) = service.doubts(settings=doubts).open
    after = pressed(page, re.escape(name.candidates[0][1]))
    assert "Kept as entry 1" in after
    assert service.doubts(settings=doubts).open == ()


def test_name_is_assigned_to_whom_one_types(page: TestClient, doubts: Settings) -> None:
    pressed(page, "Assign", **{"open1.target": "Ada Holmsen"})
    (entry,) = (each.entry for each in service.history("person:ada-holmsen", settings=doubts))
    assert (entry.action, entry.by) == ("assign", "Mira")


def test_unknown_name_is_told(page: TestClient, doubts: Settings) -> None:
    assert 'role="alert"' in pressed(page, "Assign", **{"open1.target": "Niemand"})
    assert list(service.history(settings=doubts)) == []


def test_one_stays_one(page: TestClient, doubts: Settings) -> None:
    pressed(page, "One person")
    assert (names(doubts) >= {"Jan Böttcher"}, service.doubts(settings=doubts).divided) == (True, ())


def test_one_becomes_two(page: TestClient, doubts: Settings) -> None:
    pressed(page, "Two people", **{"divided1.called": "Jan Böttcher II"})
    assert names(doubts) == {"Ada Holmsen", "Ada Holmssen", "Jan Böttcher", "Jan Böttcher II"}
    assert [each.statements for each in service.actors("Jan Böttcher", settings=doubts)] == [1, 1]


def test_two_of_nothing_are_not_made(page: TestClient, doubts: Settings) -> None:
    assert 'role="alert"' in pressed(page, "Two people", **{"divided1.office": "Astronautin"})
    assert list(service.history(settings=doubts)) == []


def test_what_is_no_way_is_refused(page: TestClient) -> None:
    assert sent(page, PATH, action="pairs1 explode").status_code == 422
