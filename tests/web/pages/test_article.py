import json
from pathlib import Path

from starlette.testclient import TestClient

from tests.builder import ToyReader
from tests.web.conftest import ITEMS
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


def test_source_shows_the_bytes_of_every_statement(client: TestClient, settings: Settings) -> None:
    article = article_with(settings, "Ada")
    page = client.get(f"/articles/{article}/source").text
    whole = service.source(article, settings=settings)
    raw, place = whole.article.raw, whole.article.source_map.byte_range
    for found in whole.found:
        for span in found.statement.quote:
            start, end = place(span).start, place(span).end
            assert f"{start}–{end}" in page
            assert json.loads(f'"{raw[start:end].decode()}"') == span.of(whole.article.text)
    assert "\\u201eDer Deich h\\u00e4lt" in page
    assert page.count('class="q direct l0"') >= len(whole.found)


def test_raw_bytes_are_a_file_that_no_browser_opens(client: TestClient, settings: Settings) -> None:
    article = article_with(settings, "Ada")
    answer = client.get(f"/articles/{article}/raw")
    assert answer.content == service.source(article, settings=settings).article.raw
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == f'attachment; filename="{article}.bin"'


def test_versions_tell_what_became_of_statements(client: TestClient, settings: Settings, tmp_path: Path) -> None:
    changed = tmp_path / "changed.jsonl"
    changed.write_text(json.dumps(ITEMS[0] | {"text": "„Der Deich hält nicht“, sagte Ada."}) + "\n", "utf-8")
    service.read([str(changed)], settings=settings, reader=ToyReader())
    page = client.get(f"/articles/{article_with(settings, 'Ada')}/versions").text
    assert page.index("Version 2") < page.index("Version 1")
    assert "<ins>" in page


def test_statement_of_a_former_version_says_so(client: TestClient, settings: Settings, tmp_path: Path) -> None:
    old = next(each for each in service.statements(settings=settings) if "Ada" in each.article.text)
    changed = tmp_path / "changed.jsonl"
    changed.write_text(json.dumps(ITEMS[0] | {"text": "Niemand sagt etwas."}) + "\n", "utf-8")
    service.read([str(changed)], settings=settings, reader=ToyReader())
    assert "former version" in client.get(f"/articles/{old.statement.id}").text
