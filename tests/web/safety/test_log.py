import logging

import pytest
from fastapi import APIRouter
from starlette.testclient import TestClient

from tests.web.conftest import ADDRESS
from wortlaut.settings import Settings
from wortlaut.web.app import application


def test_log_names_the_route_and_never_the_address(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "wortlaut.web"):
        client.get("/articles/geheim?q=geheim")
    (line,) = [each.getMessage() for each in caplog.records if each.name == "wortlaut.web"]
    assert line.startswith("GET /articles/{article} 404 ")
    assert "geheim" not in line


def test_fault_of_ours_is_an_answer_and_its_words_stay_out_of_the_log(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    app = application(settings)
    router = APIRouter()

    @router.get("/broken")
    def broken() -> None:
        raise ValueError(" ".join(["ein", "Satz", "aus", "einem", "Artikel"]))

    app.include_router(router)
    with TestClient(app, base_url=ADDRESS) as client, caplog.at_level(logging.INFO, "wortlaut.web"):
        answer = client.get("/broken")
    assert answer.status_code == 500
    assert "ein Satz" not in caplog.text + answer.text
    assert "ValueError in /broken" in caplog.text
