import pytest
from starlette.testclient import TestClient

from tests.web.forms import sent
from wortlaut import service
from wortlaut.record import Filters
from wortlaut.settings import Settings
from wortlaut.types import ArticleHead, Standing, StatementType


@pytest.fixture
def article(settings: Settings) -> ArticleHead:
    """The article about the old dikes."""
    return next(service.statements(Filters(source="Wattbote"), settings=settings)).article


def test_missing_statement_is_added(writing_client: TestClient, article: ArticleHead, settings: Settings) -> None:
    path = f"/review/add/{article.id}"
    answer = sent(writing_client, path, action="add", quote="rief", type="reported", speakers="Bo")
    (made,) = service.statements(Filters(standing=Standing.ADDED), settings=settings)
    text = article.text
    assert ([span.of(text) for span in made.statement.quote], made.statement.type) == (["rief"], StatementType.REPORTED)
    assert [span.of(text) for each in made.statement.speakers for span in each.mention] == ["Bo"]
    assert f'href="/statements/{made.statement.id}">See it</a>' in answer.text
    assert sent(writing_client, "/review/undo", page=path, entry="1", next=path).url.path == path
    assert list(service.statements(Filters(standing=Standing.ADDED), settings=settings)) == []


def test_what_is_there_already_is_told(writing_client: TestClient, article: ArticleHead) -> None:
    answer = sent(writing_client, f"/review/add/{article.id}", action="add", quote="„Die Deiche sind alt“")
    assert (answer.status_code, "has statement" in answer.text) == (422, True)
    assert ">„Die Deiche sind alt“</textarea>" in answer.text


def test_nothing_is_added_of_nothing(writing_client: TestClient, article: ArticleHead, settings: Settings) -> None:
    assert sent(writing_client, f"/review/add/{article.id}", action="add").status_code == 422
    assert list(service.history(settings=settings)) == []


def test_whole_article_is_gone_through(writing_client: TestClient, article: ArticleHead, settings: Settings) -> None:
    sent(writing_client, f"/review/add/{article.id}", action="complete")
    assert [each.is_decided for each in service.show(article.id, settings=settings).found] == [True]
    assert [each.entry.action for each in service.history(settings=settings)] == ["confirm", "complete"]


def test_unknown_article_is_no_page(writing_client: TestClient) -> None:
    assert writing_client.get("/review/add/a0000").status_code == 404
