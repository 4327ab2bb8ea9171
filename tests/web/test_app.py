import pytest
from starlette.testclient import TestClient

from tests.web.conftest import ADDRESS
from wortlaut.settings import Settings
from wortlaut.web.app import application, registered_pages
from wortlaut.web.page import Page


def test_every_page_module_is_part_of_the_site() -> None:
    pages = registered_pages()
    assert {Page} == {type(each) for each in pages}
    paths = {route.path for each in pages for route in each.router.routes}  # type: ignore[attr-defined]
    assert {"/articles/{article}", "/statements/{statement}"} <= paths


def test_no_two_pages_want_one_place() -> None:
    orders = [each.place.order for each in registered_pages() if each.place is not None]
    assert len(orders) == len(set(orders))


def test_nothing_is_told_to_anybody(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FASTAPI_OTEL_AUTO_CONFIGURE", "true")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "not an address")  # where it would send, this would be an error
    with TestClient(application(settings), base_url=ADDRESS) as client:
        assert client.get("/static/site.css").status_code == 200


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/nowhere", "/static/../app.py", "/static/%2e%2e/app.py"])
def test_there_is_no_other_page(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
