from starlette.testclient import TestClient

from wortlaut import service
from wortlaut.settings import Settings


def test_statement_shows_its_words_in_context(client: TestClient, settings: Settings) -> None:
    found = next(each for each in service.statements(settings=settings) if "Bo" in each.article.text)
    page = client.get(f"/statements/{found.statement.id}").text
    assert page.count("„Die Deiche sind alt“") == 2


def test_unknown_statement_is_no_page(client: TestClient) -> None:
    assert client.get("/statements/s0000").status_code == 404
