from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, Page

from tests.web.attacks import ATTACKS
from tests.web.browser.conftest import AXE, DESKTOP, PHONE
from tests.web.browser.test_pages import grave_findings
from tests.web.importing import HELD, HeldReader
from tests.web.serving import serving_app
from wortlaut.settings import Settings
from wortlaut.web.app import application
from wortlaut.web.imports.jobs import Jobs
from wortlaut.web.options import Limits, WebOptions

Open = Callable[..., Page]
_SMALL = 200_000
# What a browser does where somebody lets files go over the page.
_DROP = """(named) => {
  const brought = new DataTransfer();
  for (const [name, text] of Object.entries(named)) brought.items.add(new File([text], name));
  const told = (kind) => document.querySelector("main").dispatchEvent(
    new DragEvent(kind, { dataTransfer: brought, bubbles: true, cancelable: true }));
  told("dragenter");
  const lit = document.querySelector(".zone").classList.contains("over");
  told("dragover");
  told("drop");
  return lit;
}"""


@pytest.fixture
def reader() -> HeldReader:
    return HeldReader()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path, reader: HeldReader) -> Iterator[Open]:
    """Opens a path of a server on a new record; what a page says on its console, or asks of others, fails the test."""
    settings = Settings(db=tmp_path / "record.db")
    options = WebOptions(write=True, limits=Limits(body_bytes=_SMALL))
    contexts, told = [], []
    with serving_app(application(settings, options, jobs=Jobs(settings, reader=reader))) as address:

        def open_path(path: str, **options: object) -> Page:
            context = browser.new_context(**({"viewport": DESKTOP, "locale": "en-GB"} | options))  # type: ignore[arg-type]
            contexts.append(context)
            page = context.new_page()
            page.on("console", lambda message: told.append(message.text))
            page.on("pageerror", lambda error: told.append(str(error)))
            page.on("request", lambda asked: told.extend([asked.url] * (not asked.url.startswith(address))))
            page.goto(address + path)
            return page

        yield open_path
        reader.may_go.set()
        for context in contexts:
            context.close()
    assert told == []


def pasted(page: Page, text: str, **known: str) -> None:
    """Sends the text, and what is known of it."""
    page.fill(".of-text [name=text]", text)
    for name, value in known.items():
        page.fill(f".of-text [name={name}]", value)
    page.click(".of-text button")


def needs_htmx(page: Page) -> None:
    if not page.evaluate("'htmx' in window"):
        pytest.skip("htmx is not there: run `python npm/build.py`")


def test_files_are_dropped_and_read(opened: Open) -> None:
    page = opened("/import")
    assert page.is_visible("text=Drop files or folders here")
    assert page.evaluate(_DROP, {"a.txt": "„Eins“, sagte Ada.", "leer.txt": ""}) is True
    page.locator(".chosen li", has_text="2 files").wait_for()
    assert page.locator(".chosen li").all_inner_texts() == ["2 files, 0.1 MB", "a.txt", "leer.txt"]
    assert page.evaluate("document.activeElement.textContent") == "Read in: Files"
    page.keyboard.press("Enter")
    page.locator(".state-done").wait_for()
    assert page.locator(".refusals li b").all_inner_texts() == ["leer.txt"]
    page.click("#arrived + ul a")
    assert page.locator(".text .q").count() == 1


def test_too_much_is_said_before_it_is_sent(opened: Open) -> None:
    page = opened("/import")
    page.set_input_files("input[type=file]", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"x" * _SMALL})
    assert "are more than 0 MB" in page.inner_text(".chosen .fault")
    page.click(".of-files button")
    assert page.url.endswith("/import")
    page.set_input_files("input[type=file]", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"x"})
    assert page.locator(".chosen .fault").count() == 0
    page.click(".of-files button")
    page.locator(".state-done").wait_for()


def test_progress_shows_by_itself_and_ends(opened: Open, reader: HeldReader) -> None:
    page = opened("/import")
    needs_htmx(page)
    pasted(page, HELD)
    page.locator(".state-reading").wait_for()
    assert page.locator("progress").count() == 1
    reader.may_go.set()
    page.locator(".state-done").wait_for()
    assert page.inner_text("#told") == "done: 1 new, 1 statement"
    asked = Event()
    page.on("request", lambda _: asked.set())
    page.wait_for_timeout(1500)
    assert not asked.is_set()


def test_all_of_it_works_without_script(opened: Open, reader: HeldReader) -> None:
    page = opened("/import", java_script_enabled=False)
    assert not page.is_visible("text=Drop files or folders here")
    pasted(page, HELD, title="Am Deich", source="Wattbote", published="2026-03-04")
    page.locator(".state-reading").wait_for()
    reader.may_go.set()
    page.locator(".state-done").wait_for()  # the page loads itself anew
    page.click("#arrived + ul a")
    assert page.locator(".text .q").count() == 1
    page.goto(page.url.partition("/articles")[0] + "/import")
    page.set_input_files("input[type=file]", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"Text."})
    page.click(".of-files button")
    page.locator(".state-done").wait_for()
    assert page.inner_text("h1") == "a.txt"


def test_import_is_stopped_by_a_button(opened: Open, reader: HeldReader) -> None:
    page, other = opened("/import"), opened("/import")
    pasted(page, HELD)
    page.locator(".state-reading").wait_for()
    pasted(other, "Text.")
    other.click("#stop")
    other.locator(".state-stopped").wait_for()
    reader.may_go.set()
    page.locator(".state-done").wait_for()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_pages_hinder_nobody_and_fit(
    opened: Open, reader: HeldReader, viewport: dict[str, int], scheme: str, axe: str
) -> None:
    page = opened("/import", viewport=viewport, color_scheme=scheme, bypass_csp=True)
    found, widths = [], []

    def look() -> None:
        found.extend(grave_findings(page, axe))
        widths.append(page.evaluate("document.documentElement.scrollWidth"))

    look()
    page.evaluate(_DROP, {f"{'sehr-langer-name' * 6}.txt": "„Eins“, sagte Ada.", "leer.txt": "", "warte.txt": HELD})
    page.locator(".chosen .sum").wait_for()
    look()
    page.click(".of-files button")
    page.locator(".state-reading").wait_for()
    look()
    reader.may_go.set()
    page.locator(".state-done").wait_for()
    look()
    page.click("text=Read in more")
    look()
    assert (found, widths) == ([], [viewport["width"]] * 5)


@pytest.fixture(scope="session")
def axe() -> str:
    """What checks pages for accessibility."""
    if not AXE.is_file():
        pytest.skip("axe-core is not there: run `python npm/build.py`")
    return AXE.read_text("utf-8")


def test_nothing_runs_of_attacks_that_come_in(opened: Open) -> None:
    page = opened("/import")
    ran = []
    page.on("dialog", lambda dialog: ran.append(dialog.message))
    for attack in ATTACKS[::60]:
        pasted(page, f"{attack} sagt.", title=attack, source=attack)
        page.locator(".state-done, .state-failed").wait_for()
        page.click("text=Read in more")
        page.evaluate(_DROP, {f"{attack.replace('/', '')}.txt": "", f"{attack.replace('/', '')}.md": "Text."})
        page.locator(".chosen .sum").wait_for()
        page.click(".of-files button")
        page.locator(".state-done").wait_for()
        page.click("text=Read in more")
        page.wait_for_timeout(30)
        if page.evaluate("'ran' in window") or len(page.frames) > 1:
            ran.append(attack)
    assert ran == []
