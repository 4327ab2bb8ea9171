from starlette.testclient import TestClient

from wortlaut import service
from wortlaut.settings import Settings


def article_with(settings: Settings, words: str) -> str:
    """The id of the article that has these words."""
    return next(each.article.id for each in service.statements(settings=settings) if words in each.article.text)


def test_article_shows_its_text_and_every_statement(client: TestClient, settings: Settings) -> None:
    page = client.get(f"/articles/{article_with(settings, 'Ada')}").text
    found = [each for each in service.statements(settings=settings) if "Ada" in each.article.text]
    assert "Streit um den Deich" in page
    assert [f'href="/statements/{each.statement.id}"' in page for each in found] == [True] * len(found)


def test_unknown_article_is_no_page(client: TestClient) -> None:
    answer = client.get("/articles/a0000")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
