from collections.abc import Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.web.attacked import asked_pages, attacked, pages_of
from tests.web.attacks import ATTACKS
from tests.web.serving import serving
from wortlaut.settings import Settings

FEW = ATTACKS[::40]
_WAIT = 30  # milliseconds that a handler of an event has to run


def ran_in(browser: Browser, settings: Settings, attacks: Sequence[str]) -> list[str]:
    """The pages on which something of an attack ran, asked, was loaded from elsewhere or led away."""
    told: list[str] = []
    with serving(settings) as address:
        context = browser.new_context()
        page = context.new_page()
        page.on("dialog", lambda dialog: told.append(dialog.message))
        page.on("request", lambda asked: told.extend([asked.url] * (not asked.url.startswith(address))))
        page.on("popup", lambda other: told.append(other.url))
        for path in (*pages_of(settings), *asked_pages(attacks)):
            page.goto(address + path)
            page.wait_for_timeout(_WAIT)
            if page.evaluate("'ran' in window") or page.url != address + path or len(page.frames) > 1:
                told.append(path)
        context.close()
    return told


def test_nothing_runs_of_some_attacks(browser: Browser, tmp_path: Path) -> None:
    assert ran_in(browser, attacked(tmp_path, FEW), FEW) == []


@pytest.mark.soak
def test_nothing_runs_of_five_hundred_attacks(browser: Browser, tmp_path: Path) -> None:
    assert ran_in(browser, attacked(tmp_path, ATTACKS), ATTACKS) == []


def test_attack_would_be_seen(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(FEW[0])
    page.wait_for_timeout(_WAIT)
    assert page.evaluate("'ran' in window") is True
