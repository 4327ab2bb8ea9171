import pytest
from starlette.testclient import TestClient

from wortlaut.web.safety.headers import POLICY


@pytest.mark.parametrize(
    "path", ["/", "/nowhere", "/articles/a", "/static/site.css", "/api/v1/nowhere", "/api/v1/openapi.json"]
)
@pytest.mark.parametrize("host", ["127.0.0.1:8765", "evil.example"])
def test_every_answer_has_the_policy(client: TestClient, path: str, host: str) -> None:
    headers = client.get(path, headers={"host": host}).headers
    told = [headers.get(each) for each in ("content-security-policy", "x-content-type-options", "referrer-policy")]
    assert told == [POLICY, "nosniff", "same-origin"]


def test_policy_allows_nothing_inline_and_nothing_from_elsewhere() -> None:
    sources = {word for part in POLICY.split("; ") for word in part.split()[1:]}
    assert sources == {"'none'", "'self'"}


def test_file_with_its_digest_stays_in_the_browser(client: TestClient) -> None:
    kept = [client.get(f"/static/site.css{query}").headers["cache-control"] for query in ("", "?v=1")]
    assert kept == ["private, no-cache", "public, max-age=31536000, immutable"]
