import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.web.browser.conftest import AXE, DESKTOP, PHONE
from wortlaut import service
from wortlaut.settings import Settings

Open = Callable[..., Page]
GRAVE = ("serious", "critical")


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def viewport(request: pytest.FixtureRequest) -> dict[str, int]:
    return request.param  # type: ignore[no-any-return]  # one of the two above


@pytest.fixture(scope="session")
def axe() -> str:
    """What checks pages for accessibility."""
    if not AXE.is_file():
        pytest.skip("axe-core is not there: run `python npm/build.py`")
    return AXE.read_text("utf-8")


def grave_findings(page: Page, axe: str) -> list[str]:
    """What hinders people to use the page, by rule and element."""
    page.evaluate(axe)
    told: dict[str, Any] = page.evaluate("axe.run()")
    return [
        f"{each['id']}: {node['html'][:120]} {node['failureSummary'][:200]}"
        for each in told["violations"]
        if each["impact"] in GRAVE
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_hinder_nobody(opened: Open, paths: list[str], axe: str, viewport: dict[str, int], scheme: str) -> None:
    # The policy of the pages lets in no script from outside; the one that checks them is let in past it.
    found = {
        path: grave_findings(opened(path, viewport=viewport, color_scheme=scheme, bypass_csp=True), axe)
        for path in paths[:-1]
    }
    assert {path: told for path, told in found.items() if told} == {}


def test_what_hinders_people_is_seen(opened: Open, paths: list[str], axe: str) -> None:
    page = opened(paths[2], bypass_csp=True)
    page.evaluate("document.querySelector('h1').innerHTML = '<button></button>'")
    assert [each.partition(":")[0] for each in grave_findings(page, axe)] == ["button-name"]


def test_nothing_is_wider_than_the_screen(opened: Open, paths: list[str], viewport: dict[str, int]) -> None:
    widths = [opened(path, viewport=viewport).evaluate("document.documentElement.scrollWidth") for path in paths[:-1]]
    assert widths == [viewport["width"]] * len(widths)


def test_pointer_ties_the_parts_of_a_statement_together(opened: Open, paths: list[str]) -> None:
    page = opened(paths[0])
    page.hover(".text .q[data-s='2'] >> nth=0")
    lit = page.evaluate("[...document.querySelectorAll('.on')].map((each) => each.dataset.s)")
    assert "2" in lit
    assert page.locator("#s2.on").count() == 1
    assert page.locator(".text .q[data-s='1'].on").count() == 0


def test_keyboard_ties_them_as_well(opened: Open, paths: list[str]) -> None:
    page = opened(paths[0])
    page.focus("#q2")
    assert page.locator("#s2.on").count() == 1
    page.keyboard.press("Enter")
    assert page.url.endswith("#s2")


def test_first_tab_leads_to_the_content(opened: Open, paths: list[str]) -> None:
    page = opened(paths[0])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_why_is_told_in_its_place(opened: Open, paths: list[str]) -> None:
    page = opened(paths[0])
    if not page.evaluate("'htmx' in window"):
        pytest.skip("htmx is not there: run `python npm/build.py`")
    page.click("#s1 .more a >> nth=1")
    page.wait_for_selector("#s1 .why section")
    assert page.url.endswith(paths[0])


def test_everything_reads_without_script(opened: Open, paths: list[str], examples: Settings) -> None:
    page = opened(paths[0], java_script_enabled=False)
    shown = service.show(paths[0].rpartition("/")[2], settings=examples)
    assert page.locator(".list .card").count() == len(shown.found)
    page.click("#s1 .more a >> nth=1")
    assert page.url.endswith("/why")
    assert page.locator("#why section").count() > 0


def test_citation_is_copied(opened: Open, paths: list[str]) -> None:
    page = opened(paths[3], permissions=["clipboard-read", "clipboard-write"])
    page.click("[data-copy=cite-text]")
    page.locator("[data-copy=cite-text]", has_text="Kopiert").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.text_content("#cite-text")
    page.click("details:has(#cite-jsonld) summary")
    page.click("[data-copy=cite-jsonld]")
    page.locator("[data-copy=cite-jsonld]", has_text="Kopiert").wait_for()
    assert json.loads(page.evaluate("navigator.clipboard.readText()"))["type"] == "Annotation"


def test_language_is_changed_and_kept(opened: Open, paths: list[str]) -> None:
    page = opened(paths[0])
    languages = [page.get_attribute("html", "lang")]
    page.click(".languages a[lang=en]")
    languages.append(page.get_attribute("html", "lang"))
    page.click(".tabs a >> nth=2")
    languages.append(page.get_attribute("html", "lang"))
    assert languages == ["de", "en", "en"]


def test_files_come_down_as_files(opened: Open, paths: list[str]) -> None:
    page = opened(paths[1])
    with page.expect_download() as download:
        page.click("a[download]")
    assert download.value.suggested_filename.endswith(".bin")
