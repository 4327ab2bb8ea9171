import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.web.serving import serving
from wortlaut import service
from wortlaut.settings import Settings

ROOT = Path(__file__).parents[3]
AXE = ROOT / "build" / "npm" / "axe.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")  # as long as it runs, nothing else in this thread can have a loop of events
def browser() -> Iterator[Browser]:
    """A headless Chromium, where there is one; `CHROMIUM` names another."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        pytest.skip(f"no browser found ({', '.join(BROWSERS)}): install chromium, or name one in CHROMIUM")
    with sync_playwright() as playwright:
        # It opens our own pages only, and may run as root in a container.
        launched = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def address(examples: Settings) -> Iterator[str]:
    """The address of a server on the example items."""
    with serving(examples) as found:
        yield found


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Opens a path of the server; what the page says on its console, or asks of others, fails the test."""
    contexts, told = [], []

    def open_path(path: str, **options: object) -> Page:
        context = browser.new_context(**({"viewport": DESKTOP, "locale": "de-DE"} | options))  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("request", lambda asked: told.extend([asked.url] * (not asked.url.startswith(address))))
        page.goto(address + path)
        return page

    yield open_path
    for context in contexts:
        context.close()
    assert told == []


@pytest.fixture(scope="session")
def paths(examples: Settings) -> list[str]:
    """Every kind of page, each of the article with the most statements."""
    found = list(service.statements(settings=examples))
    by_article = [each.article.id for each in found]
    article = max(dict.fromkeys(by_article), key=by_article.count)
    statement = next(each.statement.id for each in found if each.article.id == article and each.speakers)
    below = [f"/articles/{article}{end}" for end in ("", "/source", "/versions")]
    actor, event = service.actors(settings=examples)[0].id, next(service.events(settings=examples)).id
    lists = [
        "/",
        "/?q=Hafen&types=direct",
        "/actors",
        f"/actors/{quote(actor)}",
        "/ledger",
        "/events",
        f"/events/{event}",
    ]
    return [*below, f"/statements/{statement}", f"/statements/{statement}/why", *lists, "/overview", "/nowhere"]
