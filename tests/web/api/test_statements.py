import pytest
from starlette.testclient import TestClient

from wortlaut import service
from wortlaut.export.statement import statement_json
from wortlaut.settings import Settings
from wortlaut.types import Found

API = "/api/v1"


@pytest.fixture
def everything(settings: Settings) -> list[Found]:
    """All statements, the newest first."""
    return list(service.statements(settings=settings))


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_pages_follow_each_other(client: TestClient, everything: list[Found], sort: str) -> None:
    ids, address = [], f"{API}/statements?limit=1&sort={sort}"
    while address:
        page = client.get(address).json()
        ids += [each["id"] for each in page["items"]]
        address = page["next"]
    expected = [each.statement.id for each in everything]
    assert ids == (expected if sort == "newest" else expected[::-1])


def test_statement_is_the_same_json_as_on_the_command_line(client: TestClient, everything: list[Found]) -> None:
    given = [client.get(f"{API}/statements/{each.statement.id}").json() for each in everything]
    assert given == [statement_json(each) for each in everything]


def test_filters_are_those_of_the_command_line(client: TestClient) -> None:
    found = client.get(f"{API}/statements?speaker=Bo&since=2026-03-04&type=direct").json()["items"]
    assert [each["speakers"][0]["mention"][0]["text"] for each in found] == ["Bo"]
    assert client.get(f"{API}/statements/count?speaker=Bo").json() == {"count": 1}


def test_search_marks_the_words(client: TestClient) -> None:
    found = client.get(f"{API}/search?q=Deich&limit=1").json()
    assert found["items"][0]["marks"][0]["text"].startswith("Deich")
    assert found["next"].startswith(f"{API}/search?q=Deich&limit=1&after=rank_")


def test_what_was_got_before_is_not_sent_again(client: TestClient, everything: list[Found]) -> None:
    address = f"{API}/statements/{everything[0].statement.id}"
    tag = client.get(address).headers["etag"]
    assert tag == f'"{everything[0].revision}"'
    known = [client.get(address, headers={"if-none-match": each}) for each in (tag, f'"x", W/{tag}', '"x"')]
    assert [(each.status_code, each.content == b"") for each in known] == [(304, True), (304, True), (200, False)]


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("statements/s0000", 404, "statement_not_in_record"),
        ("articles/a0000", 404, "article_not_in_record"),
        ("actors/nobody", 404, "actor_not_in_record"),
        ("nowhere", 404, "not_found"),
        ("statements?limit=0", 422, "invalid"),
        ("statements?limit=201", 422, "invalid"),
        ("statements?what=1", 422, "invalid"),
        ("statements?since=yesterday", 422, "invalid"),
        ("statements?after=s0000", 422, "cursor"),
        ("search", 422, "invalid"),
        ("demands?act=deny", 422, "act_not_in_ledger"),
    ],
)
def test_every_problem_has_one_form(client: TestClient, path: str, status: int, code: str) -> None:
    answer = client.get(f"{API}/{path}")
    told = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert (set(told), told["status"], told["code"]) == ({"type", "title", "status", "detail", "code"}, status, code)


def test_problem_is_told_in_the_language_that_is_asked_for(client: TestClient) -> None:
    details = [client.get(f"{API}/nowhere?lang={language}").json()["detail"] for language in ("en", "de")]
    assert details == ["There is no such page.", "Diese Seite gibt es nicht."]


def test_one_article_has_text_and_statements(client: TestClient, everything: list[Found]) -> None:
    article = everything[0].article
    made = client.get(f"{API}/articles/{article.id}").json()
    assert (made["text"], made["article"]["id"], len(made["statements"])) == (article.text, article.id, 1)
    (version,) = client.get(f"{API}/articles/{article.id}/versions").json()["items"]
    assert (version["number"], version["current"], version["text"]) == (1, True, article.text)


def test_reasons_and_actors_are_given(client: TestClient, everything: list[Found]) -> None:
    why = client.get(f"{API}/statements/{everything[0].statement.id}/why").json()
    assert [each["role"] for each in why["parties"]] == ["speaker"]
    actors = client.get(f"{API}/actors").json()["items"]
    shown = [client.get(f"{API}/actors/{each['id']}").json()["id"] for each in actors]
    assert shown == [each["id"] for each in actors]
