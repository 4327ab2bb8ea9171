import pytest
from starlette.testclient import TestClient

JSON = {"content-type": "application/json"}


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "null"},
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "https://127.0.0.1:8765"},
        {"origin": "http://[bad"},
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_write_from_another_site_is_refused(writing_client: TestClient, method: str, headers: dict[str, str]) -> None:
    answer = writing_client.request(method, "/api/v1/statements", headers=JSON | headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "cross_site")


def test_read_from_another_site_is_answered(client: TestClient) -> None:
    assert client.get("/static/site.css", headers={"sec-fetch-site": "cross-site"}).status_code == 200


def test_write_is_refused_where_nothing_may_be_written(client: TestClient) -> None:
    answer = client.post("/api/v1/statements", headers=JSON)
    assert (answer.status_code, answer.headers["content-type"]) == (403, "application/problem+json")
    assert answer.json()["code"] == "read_only"


def test_api_takes_what_no_form_can_send(writing_client: TestClient) -> None:
    answer = writing_client.post("/api/v1/statements", data={"a": "b"})
    assert (answer.status_code, answer.json()["code"]) == (415, "json_only")
