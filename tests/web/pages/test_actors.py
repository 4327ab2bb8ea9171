import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from wortlaut import service
from wortlaut.settings import Settings


def token_of(client: TestClient, path: str) -> str:
    found: list[str] = re.findall(r'name="token" value="([^"]+)"', client.get(path).text)
    return found[0]


def actor_id(settings: Settings, name: str) -> str:
    return service.actors(name, settings=settings)[0].id


def test_actors_are_listed_and_found_by_a_part_of_a_name(client: TestClient, settings: Settings) -> None:
    whole = client.get("/actors").text
    names = [each.name for each in service.actors(settings=settings)]
    assert re.findall(r'<th scope="row"><a class="name" href="/actors/[^"]+">([^<]+)</a>', whole) == names
    assert "Ada" in client.get("/actors?name=AD").text
    assert "Nobody of that name" in client.get("/actors?name=Xaver").text
    assert client.get("/actors?kind=nonsense").status_code == 200


def test_actor_has_statements_acts_and_others(example_client: TestClient, examples: Settings) -> None:
    entry = service.actors(settings=examples)[0]
    page = example_client.get(f"/actors/{entry.id}").text
    said = service.profile(entry.id, settings=examples).said
    assert (f"<h1>{entry.name}</h1>" in page, f'href="/?actor={quote(entry.id, safe="")}"' in page) == (True, True)
    assert [f'href="/statements/{each.statement.id}"' in page for each in said.latest] == [True] * len(said.latest)


def test_every_mark_of_an_actor_leads_to_its_statements(example_client: TestClient, examples: Settings) -> None:
    entry = service.actors(settings=examples)[0]
    page = example_client.get(f"/actors/{entry.id}").text
    marks = re.findall(r'<a href="(/\?actor=[^"]+)" aria-label="[^"]*: (\d+)"', page)
    assert sum(int(number) for _, number in marks) > 0
    for address, number in marks:
        behind = example_client.get(address.replace("&amp;", "&")).text
        if "acts=" in address:
            assert re.findall(r'<h2 id="found">(\d+) ', behind) == [number]


def test_unknown_actor_is_no_page(client: TestClient) -> None:
    assert client.get("/actors/nobody").status_code == 404


@pytest.mark.parametrize(
    ("action", "name", "told"), [("rename", "Ada Brook", "<h1>Ada Brook</h1>"), ("alias", "die Brook", "die brook")]
)
def test_person_decides_about_an_actor(
    writing_client: TestClient, settings: Settings, action: str, name: str, told: str
) -> None:
    path = f"/actors/{actor_id(settings, 'Ada')}"
    data = {
        "token": token_of(writing_client, path),
        "action": action,
        "name": name,
        "by": "Mira Östermann",
        "why": "so",
    }
    answer = writing_client.post(path, data=data)
    assert (answer.status_code, told in answer.text) == (200, True)
    assert f"Kept as entry {len(list(service.history(settings=settings)))}" in answer.text
    assert 'value="Mira Östermann"' in answer.text  # who decided is remembered


def test_two_actors_become_one(writing_client: TestClient, settings: Settings, tmp_path: Path) -> None:
    items = [
        {"id": name, "text": f"„Der Deich hält“, sagte Ministerin {name} am Montag in Ostersiel.", "date": "2026-03-02"}
        for name in ("Cleo Brandt", "Ida Ünal")
    ]
    path = tmp_path / "more.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in items), "utf-8")
    service.read([str(path)], settings=settings)
    kept, other = actor_id(settings, "Cleo Brandt"), actor_id(settings, "Ida Ünal")
    data = {"token": token_of(writing_client, f"/actors/{kept}"), "action": "merge", "name": other, "by": "Mira"}
    assert "<b>2</b> statements" in writing_client.post(f"/actors/{kept}", data=data).text
    assert actor_id(settings, "Ida Ünal") == kept


def test_decision_that_cannot_be_is_told(writing_client: TestClient, settings: Settings) -> None:
    path = f"/actors/{actor_id(settings, 'Ada')}"
    data = {"token": token_of(writing_client, path), "action": "merge", "name": "Niemand", "by": "Mira"}
    assert writing_client.post(path, data=data).status_code == 404
    assert writing_client.post(path, data=data | {"action": "explode"}).status_code == 422
    assert writing_client.post(path, data=data | {"token": "x"}).status_code == 403
