import re
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from tests.builder import ToyReader
from wortlaut import service
from wortlaut.settings import Settings
from wortlaut.types import Act
from wortlaut.web.app import application


def total(page: str) -> str:
    """What the heading of the results says."""
    found = re.search(r'<h2 id="found">(.*?)</h2>', page)
    assert found is not None
    return found.group(1)


def shown(page: str) -> list[str]:
    """The ids of the statements, in their order."""
    return re.findall(r'<a class="q l0 [a-z_]+" href="/statements/(\w+)">', page)


def test_entrance_lists_everything_the_newest_first(client: TestClient, settings: Settings) -> None:
    page = client.get("/").text
    expected = [each.statement.id for each in service.paged(settings=settings).found]
    assert (shown(page), total(page)) == (expected, f"{len(expected)} statements")


def test_words_are_found_and_marked(client: TestClient, settings: Settings) -> None:
    page = client.get("/", params={"q": "alt"}).text
    (found,) = service.paged("alt", settings=settings).found
    assert shown(page) == [found.statement.id]
    assert "<mark>alt</mark>" in page
    assert total(page) == "1 statement"


def test_filters_narrow_and_chips_widen_again(example_client: TestClient, examples: Settings) -> None:
    query = "acts=demand&acts=deny&types=direct"
    page = example_client.get(f"/?{query}").text
    wanted = [
        each
        for each in service.statements(settings=examples)
        if each.statement.type.value == "direct" and each.sense and each.sense.act in (Act.DEMAND, Act.DENY)
    ]
    assert total(page) == f"{len(wanted)} statements"
    assert 'href="/?acts=deny&amp;types=direct"' in page  # the chip of the first act
    assert 'href="/?acts=demand&amp;acts=deny"' in page  # the chip of the type


def test_pages_follow_each_other_to_the_end(example_client: TestClient, examples: Settings) -> None:
    seen: list[str] = []
    address: str | None = "/?sort=oldest"
    while address:
        page = example_client.get(address).text
        seen += shown(page)
        following = re.search(r'rel="next" href="([^"]+)"', page)
        address = following.group(1).replace("&amp;", "&") if following else None
    expected = [each.statement.id for each in service.statements(settings=examples)]
    assert (len(seen), set(seen)) == (len(expected), set(expected))


def test_what_is_shown_can_be_taken_along(example_client: TestClient, examples: Settings) -> None:
    page = example_client.get("/?acts=demand").text
    (address,) = re.findall(r'<a href="([^"]+format=jsonl)"', page)
    lines = example_client.get(address.replace("&amp;", "&")).text.splitlines()
    assert total(page) == f"{len(lines)} statements"


@pytest.mark.parametrize("query", ["acts=nothing", "after=x", "min_confidence=2", "since=yesterday"])
def test_what_cannot_be_asked_is_told(client: TestClient, query: str) -> None:
    answer = client.get(f"/?{query}")
    assert (answer.status_code, answer.headers["content-type"]) == (422, "text/html; charset=utf-8")


def test_empty_fields_of_the_form_ask_nothing(client: TestClient) -> None:
    assert client.get("/?q=&since=&until=&speaker=&sort=").status_code == 200


def test_nothing_found_says_so(client: TestClient) -> None:
    assert "Nothing has all of that" in client.get("/?q=Xylophon").text


def test_suggestions_lead_somewhere(client: TestClient, settings: Settings) -> None:
    found = client.get("/suggestions", params={"beginning": "Ad"}).json()["items"]
    actor = service.actors("Ada", settings=settings)[0]
    assert {"label": "Ada", "address": f"/?actor={quote(actor.id, safe='')}"}.items() <= found[1].items()
    assert found[0]["address"] == "/?acts=admit"
    assert client.get("/suggestions").json() == {"items": []}
    statuses = [client.get(each["address"]).status_code for each in found]
    assert statuses == [200] * len(found)


def test_search_is_saved_opened_and_forgotten(writing_client: TestClient) -> None:
    page = writing_client.get("/?q=Deiche&types=direct").text
    token = re.findall(r'name="token" value="([^"]+)"', page)[0]
    asked = re.findall(r'name="asked" value="([^"]+)"', page)[0].replace("&amp;", "&")
    made = writing_client.post("/saved", data={"token": token, "asked": asked, "name": "Alte / Deiche"})
    assert made.url.query == b"q=Deiche&types=direct"
    assert writing_client.get("/saved/Alte / Deiche").url.query == b"q=Deiche&types=direct&sort=rank"
    forgotten = writing_client.post("/saved/forget", data={"token": token, "name": "Alte / Deiche"})
    assert (forgotten.status_code, "Alte / Deiche" in forgotten.text) == (200, False)


def test_without_a_token_nothing_is_saved(writing_client: TestClient, settings: Settings) -> None:
    assert writing_client.post("/saved", data={"name": "x", "asked": "q=y"}).status_code == 403
    assert service.saved_searches(settings=settings) == []


def test_record_that_is_only_shown_offers_no_saving(client: TestClient) -> None:
    assert 'action="/saved"' not in client.get("/?q=Deich").text


def test_empty_record_says_how_to_fill_it(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    nothing = tmp_path_factory.mktemp("empty")
    (nothing / "none.jsonl").write_text("", "utf-8")
    empty = Settings(db=nothing / "record.db")
    service.read([str(nothing / "none.jsonl")], settings=empty)
    with TestClient(application(empty), base_url="http://127.0.0.1:8765") as client:
        assert "wortlaut read" in client.get("/").text


@pytest.mark.parametrize(
    "query",
    [
        "decided=1",
        "decided=maybe&decided=true",
        "type=x&type=direct",
        "min_confidence=x&min_confidence=0.5",
        "standing=found",
    ],
)
def test_chips_tell_what_is_asked_however_it_is_written(client: TestClient, query: str) -> None:
    page = client.get(f"/?{query}")
    assert page.status_code == 200
    assert page.text.count('title="take away') == 1


def test_what_others_put_into_the_address_is_not_taken_along(client: TestClient) -> None:
    page = client.get("/?q=Deich&utm_source=x").text
    (address,) = re.findall(r'<a href="([^"]+format=csv)"', page)
    assert client.get(address.replace("&amp;", "&")).status_code == 200


def test_languages_never_lead_elsewhere(client: TestClient) -> None:
    page = client.get("http://127.0.0.1:8765//other.example/").text
    assert re.findall(r'href="(/[^"]*lang=[^"]*)"', page) == ["/other.example/?lang=de", "/other.example/?lang=en"]


def test_saved_search_with_any_name_is_found_again(writing_client: TestClient) -> None:
    token = re.findall(r'name="token" value="([^"]+)"', writing_client.get("/?q=Deich").text)[0]
    writing_client.post("/saved", data={"token": token, "asked": "q=Deich", "name": "was? #1"})
    (found,) = writing_client.get("/suggestions", params={"beginning": "was? #"}).json()["items"]
    assert writing_client.get(found["address"]).url.query == b"q=Deich&sort=rank"
    for name, asked in (("..", "q=Deich"), ("x", "since=foo"), ("x", f"q={'a' * 1001}")):
        assert writing_client.post("/saved", data={"token": token, "asked": asked, "name": name}).status_code == 422
    assert writing_client.get("/saved/nothing").status_code == 404


def test_what_is_new_in_a_saved_search_is_seen(writing_client: TestClient, settings: Settings, tmp_path: Path) -> None:
    service.save_search("Deiche", "Deich", settings=settings)
    (tmp_path / "more.jsonl").write_text('{"text": "„Der Deich bricht“, sagte Ada."}\n', "utf-8")
    service.read([str(tmp_path / "more.jsonl")], settings=settings, reader=ToyReader())
    page = writing_client.get("/").text
    assert "1 new" in page
    token = re.findall(r'name="token" value="([^"]+)"', page)[0]
    seen = writing_client.post("/saved/seen", data={"token": token, "name": "Deiche"})
    assert (seen.url.query, "1 new" in writing_client.get("/").text) == (b"q=Deich&sort=rank", False)
