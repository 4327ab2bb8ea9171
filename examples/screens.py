"""Draws the pictures of the pages in docs/images anew, from the example items: `python examples/screens.py`.

Each page once as wide as a desk and once as a phone. Needs Chromium, and `playwright`, which `make setup` installs.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import uvicorn

from wortlaut import service
from wortlaut.record import Filters
from wortlaut.service.opening import writing
from wortlaut.settings import Settings
from wortlaut.web.app import application
from wortlaut.web.options import WebOptions

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SIZES = {"": (1280, 860), "-phone": (390, 844)}
ARTICLE = Filters(words="Akten Kliniken")  # direct, indirect and nested statements, an announcement, a threat
ACTOR = "Taron Welidse"
EVENTS = "2026-02"
PASSED = 3  # in the queue, to one of an act that is easily seen
STATEMENT = Filters(words="Schleusen geöffnet")  # a sentence without a cue: whose is it?


def main() -> int:
    """The exit code: 0 where all were drawn, 3 where there is no browser."""
    browser = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        print(f"no browser found ({', '.join(BROWSERS)}): the pictures stay as they were", file=sys.stderr)
        return 3
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(db=Path(folder) / "record.db")
        os.chdir(ROOT)  # so that where the items came from is told without this machine's folders
        service.read(["examples/items"], settings=settings)
        with serving(settings, WebOptions()) as address:
            draw(browser, address, pages(settings))
        with serving(settings, WebOptions(write=True)) as address:
            draw(browser, address, {"review": f"/review?skip={PASSED}"})
        new = Settings(db=Path(folder) / "new.db")
        with writing(new, create=True):
            pass
        with serving(new, WebOptions(write=True)) as address:
            draw_import(browser, address)
    return 0


def pages(settings: Settings) -> dict[str, str]:
    """The path of each page, by the name of its picture."""
    article = next(service.statements(ARTICLE, settings=settings, limit=1)).article.id
    statement = next(service.statements(STATEMENT, settings=settings, limit=1)).statement.id
    return {
        "article": f"/articles/{article}",
        "source": f"/articles/{article}/source",
        "statement": f"/statements/{statement}",
        "why": f"/statements/{statement}/why",
        "search": "/?q=Stausee",
        "actor": f"/actors/{quote(service.actors(ACTOR, settings=settings)[0].id)}",
        "ledger": "/ledger",
        "events": f"/events?month={EVENTS}",
        "overview": "/overview",
    }


@contextmanager
def serving(settings: Settings, options: WebOptions | None = None) -> Iterator[str]:
    """The address of a server on the record."""
    server = uvicorn.Server(uvicorn.Config(application(settings, options), port=0, log_config=None, ws="none"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


def draw(browser: str, address: str, paths: dict[str, str]) -> None:
    """Nothing; the pictures stand in their folder."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for ending, (width, height) in SIZES.items():
            page = launched.new_page(viewport={"width": width, "height": height}, locale="de-DE")
            for name, path in paths.items():
                page.goto(address + path)
                if name == "article" and not ending:
                    page.hover(".text .q[data-s='5'] >> nth=0")
                    page.evaluate("scrollTo(0, 0)")
                page.screenshot(path=IMAGES / f"web-{name}{ending}.png")
        launched.close()


def draw_import(browser: str, address: str) -> None:
    """Nothing; the pictures of importing stand there, too: the items come in through the page, and an empty file."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        sizes = {ending: {"width": width, "height": height} for ending, (width, height) in SIZES.items()}
        page = launched.new_page(viewport=sizes[""], locale="de-DE")  # type: ignore[arg-type]  # a size
        page.goto(f"{address}/import")
        page.screenshot(path=IMAGES / "web-import.png")
        items = [(each.name, each.read_bytes()) for each in sorted(Path("examples/items").glob("[!.]*"))]
        sent = [{"name": name, "mimeType": "", "buffer": raw} for name, raw in [*items, ("leer.txt", b"")]]
        page.set_input_files("input[type=file]", sent)  # type: ignore[arg-type]  # files, each with its name
        page.click(".of-files button")
        page.locator(".state-done").wait_for()
        for ending, size in sizes.items():
            page.set_viewport_size(size)  # type: ignore[arg-type]  # a size
            page.screenshot(path=IMAGES / f"web-imported{ending}.png")
        launched.close()


if __name__ == "__main__":
    sys.exit(main())
