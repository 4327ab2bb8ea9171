import re
from collections.abc import Callable
from datetime import date

from playwright.sync_api import Page

from tests.web.browser.conftest import PHONE
from wortlaut import service
from wortlaut.settings import Settings

Open = Callable[..., Page]


def test_search_is_completed_as_it_is_typed(opened: Open, examples: Settings) -> None:
    actor = service.actors(settings=examples)[0]
    page = opened("/")
    page.locator("#q").press_sequentially(actor.name[:4])
    option = page.locator("#suggestions li", has_text=actor.name).first
    option.wait_for()
    assert page.get_attribute("#q", "aria-expanded") == "true"
    while page.get_attribute("#q", "aria-activedescendant") != option.get_attribute("id"):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("actor="))
    assert page.locator(".row").count() > 0
    assert page.locator(".chips").inner_text().endswith(f"{actor.name} ×")


def test_completion_can_be_left(opened: Open) -> None:
    page = opened("/")
    page.locator("#q").press_sequentially("Haf")
    page.locator("#suggestions li").first.wait_for()
    page.keyboard.press("Escape")
    assert not page.locator("#suggestions").is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"q=Haf"))


def test_search_needs_no_script(opened: Open) -> None:
    page = opened("/", java_script_enabled=False)
    page.fill("#q", "Hafen")
    page.click(".finder button[type=submit] >> nth=0")
    assert "q=Hafen" in page.url
    assert page.locator("mark").count() > 0
    before = page.inner_text("#found")
    page.click(".facet.of-act a >> nth=0")
    assert page.locator(".chips li").count() == 1
    assert page.inner_text("#found") != before
    page.click(".chips a")
    assert page.inner_text("#found") == before


def test_date_and_order_narrow_by_form(opened: Open) -> None:
    page = opened("/")
    page.click(".narrow summary")
    page.fill("[name=since]", "2026-05-01")
    page.click(".narrow button")
    page.click(".orders a:has-text('älteste')")
    dates = page.eval_on_selector_all(".row time", "all => all.map((each) => each.dateTime)")
    assert dates == sorted(dates)
    assert min(dates) >= "2026-05-01"


def test_bar_of_the_overview_leads_to_its_statements(opened: Open) -> None:
    page = opened("/overview")
    mark = page.locator(".chart a").last
    told = mark.get_attribute("aria-label") or ""
    mark.click()
    assert page.inner_text("#found") == f"{told.rsplit(' ', 2)[-2]} Aussagen"


def test_actor_leads_to_what_was_said_before(opened: Open, examples: Settings) -> None:
    actor = service.actors(settings=examples)[0]
    page = opened("/actors")
    page.click(f"text={actor.name}")
    assert page.inner_text("h1") == actor.name
    page.click(".figures a >> nth=0")
    assert page.inner_text("#found").startswith(f"{actor.statements} ")


def test_calendar_turns_its_pages(opened: Open, examples: Settings) -> None:
    days = [day for each in service.events(settings=examples) if (day := each.since or each.until)]
    page = opened("/events")
    coming = [day for day in days if day >= date.today()]
    shown = min(coming) if coming else max(days)
    assert page.locator(f"time[datetime='{shown.isoformat()}']").count() == 1
    page.click("[rel=prev]")
    before = (shown.replace(day=1)).toordinal() - 1
    assert page.locator(f"time[datetime='{date.fromordinal(before).isoformat()}']").count() == 1


def test_file_of_the_calendar_comes_down(opened: Open) -> None:
    page = opened("/events")
    with page.expect_download() as download:
        page.click("a[download]")
    assert download.value.suggested_filename == "wortlaut.ics"


def test_phone_reaches_facets_and_every_page(opened: Open) -> None:
    page = opened("/", viewport=PHONE, reduced_motion="reduce")
    page.click(".over .small-only a")
    assert page.evaluate("document.querySelector('#facets').getBoundingClientRect().top") < PHONE["height"]
    page.click(".top nav a >> nth=-1")
    assert page.locator(".top nav a[aria-current=page]").count() == 1
