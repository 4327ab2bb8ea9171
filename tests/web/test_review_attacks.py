from collections.abc import Sequence
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.web.attacked import attacked, faults, review_pages_of
from tests.web.attacks import ATTACKS
from tests.web.conftest import ADDRESS
from tests.web.forms import sent
from wortlaut import service
from wortlaut.settings import Settings
from wortlaut.web.app import application
from wortlaut.web.options import WebOptions

FEW = ATTACKS[::100]
_FIELDS = ("quote", "cue", "speakers", "cue_at", "type", "act", "who", "why", "by", "queue", "seen")


def writing(settings: Settings) -> TestClient:
    return TestClient(application(settings, WebOptions(write=True)), base_url=ADDRESS, raise_server_exceptions=False)


def look_at_all(settings: Settings) -> None:
    with writing(settings) as client:
        found = {path: faults(client.get(path).text) for path in review_pages_of(settings)}
    assert {path: told for path, told in found.items() if told} == {}


def send_all(settings: Settings, attacks: Sequence[str]) -> None:
    """Nothing; every field of every form was an attack once, and no page came of it that runs anything."""
    statement = next(service.statements(settings=settings)).statement.id
    article = next(service.statements(settings=settings)).article.id
    told = {}
    with writing(settings) as client:
        for attack in attacks:
            given = dict.fromkeys(_FIELDS, attack)
            ways = {
                f"/review/{statement}": given | {"action": "correct"},
                f"/review/add/{article}": given | {"action": "add"},
                "/review/actors": {"action": f"{attack} assign {attack}", "by": attack},
                "/review/undo": {"entry": attack, "next": attack, "by": attack},
            }
            for path, fields in ways.items():
                answer = sent(client, path, page=f"/review/{statement}", **fields)
                told[path, attack] = (faults(answer.text), answer.status_code < 500, answer.url.host)
    assert {way: found for way, found in told.items() if found != ([], True, "127.0.0.1")} == {}


def test_no_page_of_review_holds_what_some_attacks_bring(tmp_path: Path) -> None:
    settings = attacked(tmp_path, FEW)
    look_at_all(settings)
    send_all(settings, FEW)


@pytest.mark.soak
def test_no_page_of_review_holds_what_an_attack_brings(tmp_path: Path) -> None:
    settings = attacked(tmp_path, ATTACKS)
    look_at_all(settings)
    send_all(settings, ATTACKS)
