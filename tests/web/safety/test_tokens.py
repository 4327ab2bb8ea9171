from collections.abc import Iterator

import pytest
from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.testclient import TestClient

from tests.web.conftest import ADDRESS
from wortlaut.settings import Settings
from wortlaut.web.app import application
from wortlaut.web.options import WebOptions
from wortlaut.web.safety.tokens import SESSION_COOKIE, check_token, token_of
from wortlaut.web.view import rendered

SESSION = "s" * 32


@pytest.fixture
def forms(settings: Settings) -> Iterator[TestClient]:
    """A server with a form."""
    app = application(settings, WebOptions(write=True))
    router = APIRouter(dependencies=[Depends(check_token)])

    @router.post("/form")
    def form() -> PlainTextResponse:
        return PlainTextResponse("done")

    @router.get("/form")
    def shown(request: Request) -> HTMLResponse:
        return rendered(request, "problem.html.j2", number=1, detail="")

    app.include_router(router)
    with TestClient(app, base_url=ADDRESS) as client:
        yield client


def secret(client: TestClient) -> bytes:
    made = client.app.state.site.secret  # type: ignore[attr-defined]  # the client does not know that this is ours
    assert isinstance(made, bytes)
    return made


def test_page_gives_the_browser_a_session(forms: TestClient) -> None:
    cookie = forms.get("/form").headers["set-cookie"]
    assert cookie.startswith(f"{SESSION_COOKIE}=")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


def test_form_with_its_token_is_taken(forms: TestClient) -> None:
    forms.cookies.set(SESSION_COOKIE, SESSION)
    assert forms.post("/form", data={"token": token_of(secret(forms), SESSION)}).text == "done"


def test_header_serves_as_well(forms: TestClient) -> None:
    forms.cookies.set(SESSION_COOKIE, SESSION)
    assert forms.post("/form", headers={"x-wortlaut-token": token_of(secret(forms), SESSION)}).text == "done"


@pytest.mark.parametrize("given", [{}, {"token": ""}, {"token": "ä"}, {"token": token_of(b"other", SESSION)}])
def test_form_without_its_token_is_refused(forms: TestClient, given: dict[str, str]) -> None:
    forms.cookies.set(SESSION_COOKIE, SESSION)
    assert forms.post("/form", data=given).status_code == 403


def test_token_of_another_browser_is_refused(forms: TestClient) -> None:
    forms.cookies.set(SESSION_COOKIE, "o" * 32)
    assert forms.post("/form", data={"token": token_of(secret(forms), SESSION)}).status_code == 403


def test_token_without_a_session_is_refused(forms: TestClient) -> None:
    assert forms.post("/form", data={"token": token_of(secret(forms), "")}).status_code == 403


def test_every_page_that_writes_asks_for_the_token(writing_client: TestClient) -> None:
    routes = [
        (method, route.path)
        for route in writing_client.app.routes  # type: ignore[attr-defined]
        for method in sorted(getattr(route, "methods", None) or ())
        if method not in ("GET", "HEAD", "OPTIONS") and not route.path.startswith("/api/")
    ]
    refused = [writing_client.request(method, path, data={"a": "b"}).status_code for method, path in routes]
    assert refused == [403] * len(routes)
