import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.builder import ToyReader
from tests.web.browser.conftest import DESKTOP, PHONE
from tests.web.browser.test_pages import axe, grave_findings
from tests.web.doubtful import doubtful
from tests.web.serving import serving
from wortlaut import service
from wortlaut.decisions import Action
from wortlaut.record import Filters
from wortlaut.settings import Settings
from wortlaut.types import Found, Span
from wortlaut.web.options import WebOptions

__all__ = ["axe"]  # a fixture

Open = Callable[..., Page]
TEXT = (
    "Vorab ein Bild \U0001f600 und noch eins \U0001f469\u200d\U0001f692.\n\n"
    "Am Abend sprach Bürgermeisterin Ada Holm lange. „Der Deich hält“, sagte Ada zu Ben, „noch ein\u00admal“.\n\n"
    "Ben blieb stumm. Später hieß es, man prüfe das."
)
ITEMS = [
    {"id": "1", "text": TEXT, "date": "2026-01-02", "source": "Elbkurier"},
    {"id": "2", "text": "„Die Deiche sind alt“, rief Bo.", "date": "2026-03-04", "source": "Wattbote"},
    {"id": "3", "text": "„Das ist falsch“, sagte Bo.", "date": "2026-03-05", "source": "Wattbote"},
]


@pytest.fixture
def record(tmp_path: Path) -> Settings:
    """The settings of a record with three items."""
    items = tmp_path / "items.jsonl"
    items.write_text("".join(json.dumps(item) + "\n" for item in ITEMS), "utf-8")
    settings = Settings(db=tmp_path / "record.db")
    service.read([str(items)], settings=settings, reader=ToyReader())
    return settings


@pytest.fixture
def opened(browser: Browser, record: Settings) -> Iterator[Open]:
    """Opens a path of a server that lets the record be changed; what the page says on its console fails the test."""
    contexts, told = [], []
    with serving(record, WebOptions(write=True)) as address:

        def open_path(path: str, **options: object) -> Page:
            context = browser.new_context(**({"viewport": DESKTOP, "locale": "en-GB"} | options))  # type: ignore[arg-type]
            context.add_cookies([{"name": "wortlaut_by", "value": "Mira", "url": address}])
            contexts.append(context)
            page = context.new_page()
            page.on("console", lambda message: told.append(message.text))
            page.on("pageerror", lambda error: told.append(str(error)))
            page.goto(address + path)
            return page

        yield open_path
        for context in contexts:
            context.close()
    assert told == []


@pytest.fixture
def dike(record: Settings) -> Found:
    """The statement with emoji before it, in two parts, the second with a hidden hyphen."""
    return next(service.statements(Filters(words="Deich hält"), settings=record))


def actions(record: Settings) -> list[Action | None]:
    return [each.entry.action for each in service.history(settings=record)]


def drag(page: Page, first: str, last: str) -> None:
    """Nothing; what lies from within the first word to within the last is selected by the mouse."""
    boxes = page.evaluate(
        """([first, last]) => {
          const text = document.querySelector(".selectable");
          const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          const boxes = [];
          for (const word of [first, last]) {
            walker.currentNode = text;
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
              const at = node.data.indexOf(word);
              if (at < 0) continue;
              const range = new Range();
              range.setStart(node, at);
              range.setEnd(node, at + word.length);
              const box = range.getBoundingClientRect();
              boxes.push([box.left, box.right, (box.top + box.bottom) / 2]);
              break;
            }
          }
          return boxes;
        }""",
        [first, last],
    )
    (left, _, top), (_, right, bottom) = boxes
    page.mouse.move(left + 2, top)
    page.mouse.down()
    page.mouse.move(right - 3, bottom, steps=4)
    page.mouse.up()
    page.locator(".picker").wait_for()


def test_letters_decide_and_lead_on(opened: Open, record: Settings) -> None:
    page = opened("/review")
    for letter in "yn":
        before = page.input_value("[name=seen]")
        page.keyboard.press(letter)
        page.wait_for_function("before => document.querySelector('[name=seen]').value !== before", arg=before)
    assert actions(record) == [Action.CONFIRM, Action.REJECT]
    assert page.locator("[role=status]").inner_text().startswith("✓ Kept as entry 2")


def test_later_leads_to_the_next_one(opened: Open, record: Settings) -> None:
    page = opened("/review")
    words = page.inner_text(".decide blockquote")
    page.keyboard.press("l")
    page.wait_for_url(re.compile(r"skip=1"))
    assert page.inner_text(".decide blockquote") != words
    assert actions(record) == []


def test_undo_leads_back_to_what_was_decided(opened: Open, record: Settings) -> None:
    page = opened("/review")
    words = page.inner_text(".decide blockquote")
    page.keyboard.press("y")
    page.wait_for_url(re.compile(r"entry=1"))
    page.keyboard.press("u")
    page.wait_for_url(re.compile(r"at=s"))
    assert page.inner_text(".decide blockquote") == words
    assert actions(record) == [Action.CONFIRM, Action.UNDO]


def test_letters_do_nothing_while_somebody_types(opened: Open, record: Settings) -> None:
    page = opened("/review")
    page.focus("[name=why]")
    page.keyboard.type("yn1")
    assert (page.input_value("[name=why]"), actions(record)) == ("yn1", [])
    page.keyboard.press("Enter")  # nor does that press the first button
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    page.locator("details.correct[open]").wait_for()
    assert actions(record) == []


def test_letters_of_the_browser_stay_its_own(opened: Open, record: Settings) -> None:
    page = opened("/review")
    page.keyboard.press("Alt+y")
    page.keyboard.press("Shift+N")
    page.wait_for_timeout(100)
    assert actions(record) == []


def test_selected_words_are_kept_by_their_places(opened: Open, record: Settings, dike: Found) -> None:
    page = opened(f"/review/{dike.statement.id}")
    drag(page, "germeisterin", "Hol")  # from within a word to within another
    page.keyboard.press("4")
    assert page.input_value("[data-part=speakers]") == "Bürgermeisterin Ada Holm"
    drag(page, "Später", "man")
    page.click("[data-pick=frame] >> nth=0")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(re.compile("entry=1"))
    now = service.statement(dike.statement.id, settings=record)
    start = TEXT.index("Bürgermeisterin")
    assert [each.mention for each in now.statement.speakers] == [(Span(start, start + 24),)]
    assert [span.of(TEXT) for span in now.statement.frame.spans] == ["Später hieß es, man"]
    assert now.is_decided  # all else was said to be right


def test_words_across_marks_paragraphs_and_hidden_letters_are_selected(
    opened: Open, record: Settings, dike: Found
) -> None:
    page = opened(f"/review/{dike.statement.id}")
    drag(page, "Deich", "Ben blieb")
    page.keyboard.press("1")
    page.uncheck("[name=rest]")
    page.click("[data-save]")
    page.wait_for_url(re.compile("entry=1"))
    quote = service.statement(dike.statement.id, settings=record).statement.quote
    whole = TEXT[TEXT.index("Deich hält") : TEXT.index("Ben blieb") + len("Ben blieb")]
    assert [span.of(TEXT) for span in quote] == [whole]
    assert actions(record) == [Action.CORRECT]


def test_split_words_are_selected_part_by_part(opened: Open, record: Settings, dike: Found) -> None:
    page = opened(f"/review/{dike.statement.id}")
    drag(page, "prüfe", "das")
    page.keyboard.press("1")
    drag(page, "Später", "hieß")
    page.keyboard.press("Shift+Digit1")
    assert page.input_value("[data-part=quote]") == "Später hieß\nprüfe das"
    page.click("[data-save]")
    page.wait_for_url(re.compile("entry=1"))
    quote = service.statement(dike.statement.id, settings=record).statement.quote
    assert [span.of(TEXT) for span in quote] == ["Später hieß", "prüfe das"]


def test_emoji_is_one_letter_of_what_is_selected(opened: Open, record: Settings, dike: Found) -> None:
    page = opened(f"/review/{dike.statement.id}")
    drag(page, "ein Bild", "eins")
    page.keyboard.press("3")
    page.click("[data-save]")
    page.wait_for_url(re.compile("entry=1"))
    (span,) = service.statement(dike.statement.id, settings=record).statement.frame.spans
    assert span.of(TEXT) == "ein Bild \U0001f600 und noch eins"


def test_missing_statement_is_added_by_selecting(opened: Open, record: Settings, dike: Found) -> None:
    page = opened(f"/articles/{dike.article.id}")
    page.click("a[href^='/review/add/']")
    drag(page, "man", "das")
    page.keyboard.press("1")
    drag(page, "hieß", "es")
    page.keyboard.press("2")
    page.select_option("[name=type]", "indirect")
    page.keyboard.press("Control+Enter")
    page.wait_for_url(re.compile("added=s"))
    assert actions(record) == [Action.ADD]
    page.click("a[href^='/statements/s'] >> text=See it")
    assert page.inner_text("h1") == "man prüfe das"


def test_everything_works_without_script(opened: Open, record: Settings) -> None:
    page = opened("/review", java_script_enabled=False)
    page.click("button[value=confirm]")
    page.click(".decided button")
    page.click("details.correct summary")
    page.select_option("[name=act]", "deny")
    page.click("button[value=correct]")
    page.click(".verdicts a >> nth=1")
    page.click("button[value=reject]")
    made = [Action.CONFIRM, Action.UNDO, Action.CORRECT, Action.CONFIRM, Action.REJECT]
    assert actions(record) == made


def test_keys_are_for_the_doubt_at_hand(browser: Browser, tmp_path: Path) -> None:
    settings = doubtful(tmp_path)
    with serving(settings, WebOptions(write=True)) as address:
        page = browser.new_page(locale="de-DE")
        page.goto(f"{address}/review/actors")
        at = page.locator(".doubt.at")
        assert at.inner_text().startswith("Ada Holmsen · Ada Holmssen")
        page.keyboard.press("s")
        assert at.inner_text().startswith("Holmssen")
        page.fill("[name=by]", "Mira")
        page.keyboard.press("Escape")
        page.keyboard.press("1")
        page.wait_for_url(re.compile("entry=1"))
        page.keyboard.press("g")
        page.wait_for_url(re.compile("entry=2"))
        page.close()
    assert actions(settings) == [Action.ASSIGN, Action.MERGE]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_pages_hinder_nobody_and_fit(
    opened: Open, dike: Found, axe: str, viewport: dict[str, int], scheme: str
) -> None:
    page = opened("/review", viewport=viewport, color_scheme=scheme, bypass_csp=True)
    page.keyboard.press("y")  # so that there is a history, and something to take back
    page.wait_for_url(re.compile("entry=1"))
    found = {}
    here = page.url.partition("/review")[0]
    paths = ("/review?entry=1", f"/review/{dike.statement.id}", f"/review/add/{dike.article.id}", "/review/actors")
    for path in (*paths, "/review/waiting", "/history", "/review?skip=100"):
        page.goto(here + path)
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        found[path] = [*grave_findings(page, axe), page.evaluate("document.documentElement.scrollWidth")]
    assert found == {path: [viewport["width"]] for path in found}


def test_single_keys_can_be_switched_off(opened: Open) -> None:
    page = opened("/review")
    before = page.inner_text("blockquote")
    page.click(".keys summary")
    page.uncheck("[data-keys]")
    page.locator("h1").click()
    page.keyboard.press("l")
    assert page.inner_text("blockquote") == before
    page.check("[data-keys]")
    page.locator("h1").click()
    page.keyboard.press("l")
    page.wait_for_url(lambda address: "skip=1" in address)
