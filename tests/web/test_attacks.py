import csv
import io
import json
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.attacked import asked_pages, attacked, faults, pages_of
from tests.web.attacks import ATTACKS
from tests.web.conftest import ADDRESS
from wortlaut import service
from wortlaut.export.visible import one_line
from wortlaut.settings import Settings
from wortlaut.web.app import application

SOME = ATTACKS[::12]  # of every class some


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return attacked(tmp_path_factory.mktemp("attacked"), SOME)


class _Heading(HTMLParser):
    """The text of the first heading."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self._is_in = "", False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_in = self._is_in or (tag == "h1" and not self.text)

    def handle_endtag(self, tag: str) -> None:
        self._is_in = self._is_in and tag != "h1"

    def handle_data(self, data: str) -> None:
        self.text += data if self._is_in else ""


def test_there_are_five_hundred() -> None:
    assert len(ATTACKS) >= 500


def look_at_all(settings: Settings, attacks: Sequence[str]) -> None:
    with TestClient(application(settings), base_url=ADDRESS) as client:
        found = {path: faults(client.get(path).text) for path in (*pages_of(settings), *asked_pages(attacks))}
    assert {path: told for path, told in found.items() if told} == {}


def test_no_page_holds_what_some_attacks_bring(record: Settings) -> None:
    look_at_all(record, SOME)


@pytest.mark.soak
def test_no_page_holds_what_an_attack_brings(tmp_path: Path) -> None:
    look_at_all(attacked(tmp_path, ATTACKS), ATTACKS)


def test_attack_is_shown_as_it_is_written(record: Settings) -> None:
    heads = {each.article.id: each.article for each in service.statements(settings=record)}
    with TestClient(application(record), base_url=ADDRESS) as client:
        shown = {name: _Heading(client.get(f"/articles/{name}").text).text for name in heads}
    assert shown == {name: one_line(head.title or "") or "Article without a title" for name, head in heads.items()}


def test_exports_hold_neither_formulas_nor_hidden_characters(record: Settings) -> None:
    with TestClient(application(record), base_url=ADDRESS) as client:
        table = client.get("/api/v1/export?format=csv").text
        lines = client.get("/api/v1/export").text
    cells = [cell for row in csv.reader(io.StringIO(table, newline="")) for cell in row]
    assert [each for each in cells if each.lstrip().startswith(("=", "+", "-", "@"))] == []
    assert [each for each in lines if ord(each) < 32 and each != "\n"] == []
    assert all(isinstance(json.loads(line), dict) for line in lines.splitlines())


@pytest.mark.parametrize("attack", SOME)
def test_attack_in_an_address_is_no_page_and_comes_back_as_text(client: TestClient, attack: str) -> None:
    for path in ("/articles/", "/statements/", "/"):
        answer = client.get(path, params={"lang": attack, "q": attack})
        assert faults(answer.text) == []
    answer = client.get(f"/statements/{''.join(filter(str.isprintable, attack)).replace('/', '')}")
    assert (faults(answer.text), answer.status_code < 500) == ([], True)


def test_faults_are_seen() -> None:
    planted = ["<img src=x onerror=1>", "<p style='x'>", "<a href='javascript:1'>", "<script>1</script>", "<!-- x -->"]
    assert [bool(faults(each)) for each in planted] == [True] * len(planted)
