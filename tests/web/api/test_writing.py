import pytest
from starlette.testclient import TestClient

from wortlaut import service
from wortlaut.settings import Settings
from wortlaut.types import Found

API = "/api/v1"


@pytest.fixture
def found(settings: Settings) -> Found:
    """The statement about the old dikes."""
    return next(each for each in service.statements(settings=settings) if "Bo" in each.article.text)


def test_decision_is_in_the_history_and_can_be_undone(writing_client: TestClient, found: Found) -> None:
    address = f"{API}/statements/{found.statement.id}"
    made = {"values": {"quote": ["Die Deiche sind alt"], "act": "warn"}, "by": "Cleo", "why": "so"}
    corrected = writing_client.post(f"{address}/correct", json=made).json()
    told, statement = corrected["entry"], corrected["statement"]
    assert statement["quote"] == [{"start": 1, "end": 20, "text": "Die Deiche sind alt"}]
    assert (told["by"], told["why"], statement["act"]) == ("Cleo", "so", "warn")
    (entry,) = writing_client.get(f"{address}/history").json()["items"]
    assert entry == told
    undone = writing_client.post(f"{API}/history/{entry['number']}/undo", json={"by": "Cleo"}).json()
    assert undone["statement"]["quote"] == [{"start": 0, "end": 21, "text": "„Die Deiche sind alt“"}]


def test_decision_about_what_changed_meanwhile_is_refused(writing_client: TestClient, found: Found) -> None:
    address = f"{API}/statements/{found.statement.id}"
    seen = {"if-match": f'"{found.revision}"'}
    statuses = [
        writing_client.post(f"{address}/confirm", json={"by": by}, headers=seen).status_code for by in ("Cleo", "Dora")
    ]
    assert statuses == [200, 409]


def test_statement_is_added_and_rejected(writing_client: TestClient, found: Found) -> None:
    article = f"{API}/articles/{found.article.id}"
    values = {"quote": ["alt"], "type": "indirect", "medium": "speech"}
    added = writing_client.post(f"{article}/statements", json={"values": values, "by": "Cleo"}).json()["statement"]
    assert added["standing"] == "added"
    rejected = writing_client.post(f"{API}/statements/{added['id']}/reject", json={"by": "Cleo"}).json()
    assert rejected["statement"]["standing"] == "rejected"
    assert writing_client.post(f"{article}/complete", json={"by": "Cleo"}).status_code == 200


@pytest.mark.parametrize(
    ("path", "made", "told"),
    [
        ("statements/s0000/confirm", {}, (404, "statement_not_in_record")),
        ("history/99/undo", {}, (422, "entry_missing")),
        ("history/0/undo", {}, (422, "invalid")),
        ("statements/{}/confirm", {"parts": ["nose"]}, (422, "invalid")),
        ("statements/{}/confirm", {"what": 1}, (422, "invalid")),
        ("statements/{}/correct", {"values": {"quote": ["nirgends"]}}, (422, "words_absent")),
    ],
)
def test_decision_that_cannot_be_is_named(
    writing_client: TestClient, found: Found, path: str, made: dict[str, object], told: tuple[int, str]
) -> None:
    answer = writing_client.post(f"{API}/{path.format(found.statement.id)}", json=made)
    assert (answer.status_code, answer.json()["code"]) == told


def test_description_names_only_what_can_be_done(client: TestClient, writing_client: TestClient) -> None:
    def methods(of: TestClient) -> set[str]:
        paths = of.get(f"{API}/openapi.json").json()["paths"]
        return {method for each in paths.values() for method in each}

    assert (methods(client), methods(writing_client)) == ({"get"}, {"get", "post"})
