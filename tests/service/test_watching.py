"""Following feeds: what comes in, what is asked again and when, and that nothing is lost whenever it ends."""

import signal
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

import pytest

from tests.builder import ToyReader
from tests.intake.web.server import Answer, FakeClock, Server, fetcher_for
from tests.service.newsroom import BEGIN, RSS, Newsroom, Watched, full, linked, page, rss
from wortlaut.record import Record
from wortlaut.service.reading import Outcome, Summary, Taken
from wortlaut.service.watching import LookKind, watch
from wortlaut.settings import Settings
from wortlaut.types import FeedState


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    clock = FakeClock()
    with Server(clock=clock) as server:
        yield Newsroom(server, Settings(db=tmp_path / "record.db"), clock)


# What comes in


def test_full_texts_come_from_the_feed_the_oldest_first(room: Newsroom) -> None:
    room.put("/feed", full(3), full(2), full(1))
    watched = room.watch("/feed")
    assert watched.titles() == ["Titel 1", "Titel 2", "Titel 3"]
    assert [(look.kind, look.entries, look.new, look.left) for look in watched.looks] == [(LookKind.CHANGED, 3, 3, 0)]
    assert room.server.paths() == ["/feed"]
    assert room.state() == FeedState(
        room.server.at("/feed"), checked_at=BEGIN + timedelta(seconds=1),
        due_at=BEGIN + timedelta(seconds=1, minutes=15), title="Wattbote",
    )  # fmt: skip


def test_pages_behind_entries_come_in_with_what_only_the_feed_says(room: Newsroom) -> None:
    address = room.server.put("/1", page(title="Deich undicht"))
    room.put("/feed", linked(1, address))
    [taken] = room.watch("/feed").outcomes
    assert isinstance(taken, Taken)
    article = taken.article
    assert (article.url, article.title) == (address, "Deich undicht")
    assert (article.published, article.source) == (datetime(2026, 3, 1).date(), "Wattbote")
    assert [each.statement.quote[0].of(article.text) for each in taken.found] == ["„Eins“"]
    assert taken.origin.path == address


def test_a_feed_is_not_believed_about_pages_of_another_site(room: Newsroom) -> None:
    there = room.server.put("/1", page(words="Wahr")).replace("127.0.0.1", "127.0.0.2")
    room.put("/feed", full(1, words="Falsch").replace("/artikel/1", there))
    outcomes = room.watch("/feed").outcomes
    assert not any("Falsch" in each.article.text for each in outcomes if isinstance(each, Taken))
    assert len(outcomes) == 1


def test_a_second_look_changes_nothing(room: Newsroom) -> None:
    room.put("/feed", full(1), linked(2, room.server.put("/2", page())))
    room.watch("/feed")
    before = room.settings.db.read_bytes()
    again = room.watch("/feed")
    assert (again.outcomes, [(look.kind, look.new) for look in again.looks]) == ([], [(LookKind.CHANGED, 0)])
    assert room.server.paths() == ["/feed", "/2", "/feed"]
    assert len(before) == len(room.settings.db.read_bytes())


def test_only_what_is_new_or_has_changed_is_read_again(room: Newsroom) -> None:
    room.put("/feed", full(2), full(1))
    room.watch("/feed")
    room.put("/feed", full(3), full(2, words="Zwei"), full(1))
    watched = room.watch("/feed")
    assert (watched.titles(), watched.looks[0].new) == (["Titel 2", "Titel 3"], 2)


def test_broken_xml_gives_what_can_be_read_and_is_told_once(room: Newsroom) -> None:
    whole = rss(full(2), full(1))
    room.server.put(
        "/feed", Answer(body=whole[: whole.index(b"<item>", whole.index(b"<item>") + 1) + 200], headers=RSS)
    )
    first, second = room.watch("/feed"), room.watch("/feed")
    assert first.titles() == ["Titel 2"]
    assert len(first.rejected()) >= 1
    assert (second.outcomes, second.kinds()) == ([], [LookKind.CHANGED])


def test_what_is_no_feed_fails(room: Newsroom) -> None:
    room.server.put("/feed", page())
    watched = room.watch("/feed")
    assert watched.kinds() == [LookKind.FAILED]
    assert watched.looks[0].problem is not None
    assert watched.looks[0].problem.why is not None
    assert watched.looks[0].problem.why.code == "feed_unknown"


def test_an_address_that_is_none_is_told_and_the_others_are_read(room: Newsroom) -> None:
    room.put("/feed", full(1))
    watched = Watched()
    summary = watch(
        ["ftp://wattbote.example/", room.server.at("/feed")], once=True, settings=room.settings, reader=ToyReader(),
        fetcher=fetcher_for(room.clock), looked=watched.looks.append,
    )  # fmt: skip
    assert (watched.kinds(), summary.stored) == ([LookKind.FAILED, LookKind.CHANGED], 1)


def test_at_most_so_many_entries_are_read_at_a_look_the_newest_first(room: Newsroom) -> None:
    room.settings = Settings(db=room.settings.db, feed_entries=2)
    room.put("/feed", full(3), full(2), full(1), ETag='"a"')
    first, second = room.watch("/feed"), room.watch("/feed")
    assert (first.titles(), first.looks[0].left) == (["Titel 2", "Titel 3"], 1)
    assert (second.titles(), second.looks[0].left) == (["Titel 1"], 0)
    assert "if-none-match" not in room.server.requests[-1].headers


ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Wattbote</title><entry><id>urn:a</id><title>Titel</title>'
    '<updated>2026-03-01T10:00:00Z</updated><link href="{address}"/></entry></feed>'
)
JSON_FEED = (
    '{{"version": "https://jsonfeed.org/version/1.1", "title": "Wattbote", "items": '
    '[{{"id": "a", "title": "Titel", "url": "{address}", "date_published": "2026-03-01T10:00:00Z"}}]}}'
)
SITEMAP = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>{address}</loc><news:news>'
    "<news:publication><news:name>Wattbote</news:name></news:publication><news:title>Titel</news:title>"
    "<news:publication_date>2026-03-01T10:00:00Z</news:publication_date></news:news></url></urlset>"
)


@pytest.mark.parametrize("form", [ATOM, JSON_FEED, SITEMAP], ids=["atom", "json", "sitemap"])
def test_every_form_of_feeds_is_followed(room: Newsroom, form: str) -> None:
    address = room.server.put("/1", page())
    room.server.put("/feed", Answer(body=form.format(address=address).encode()))
    first, second = room.watch("/feed"), room.watch("/feed")
    [taken] = first.outcomes
    assert isinstance(taken, Taken)
    assert (taken.article.url, taken.article.source, str(taken.article.published)) == (
        address,
        "Wattbote",
        "2026-03-01",
    )
    assert (second.outcomes, second.kinds()) == ([], [LookKind.CHANGED])


def test_an_index_of_sitemaps_says_which_there_are(room: Newsroom) -> None:
    index = "<sitemapindex><sitemap><loc>https://wattbote.example/news.xml</loc></sitemap></sitemapindex>"
    room.server.put("/feed", Answer(body=index.encode()))
    [look] = room.watch("/feed").looks
    assert look.problem is not None
    assert "https://wattbote.example/news.xml" in look.problem.reason


# How servers are asked


def test_nothing_new_is_asked_for_with_what_is_known(room: Newsroom) -> None:
    room.server.put(
        "/feed",
        Answer(body=rss(full(1)), headers={**RSS, "ETag": '"a"', "Last-Modified": "gestern"}),
        Answer(304, headers={"ETag": '"a"'}),
    )
    first, second = room.watch("/feed"), room.watch("/feed")
    assert (first.kinds(), second.kinds()) == ([LookKind.CHANGED], [LookKind.UNCHANGED])
    sent = room.server.requests[-1].headers
    assert (sent["if-none-match"], sent["if-modified-since"]) == ('"a"', "gestern")
    assert (room.state().etag, room.state().last_modified) == ('"a"', "gestern")


def test_a_feed_that_is_gone_is_not_asked_any_more(room: Newsroom) -> None:
    room.server.put("/feed", Answer(410))
    first, second = room.watch("/feed"), room.watch("/feed", once=False)
    assert (first.kinds(), second.kinds()) == ([LookKind.GONE], [LookKind.GONE])
    assert first.looks[0].problem is not None
    assert (room.state().status, room.server.paths()) == ("gone", ["/feed"])


@pytest.mark.parametrize("status", [301, 308])
def test_a_move_for_good_is_remembered(room: Newsroom, status: int) -> None:
    room.server.put("/feed", Answer(status, headers={"Location": "/new"}))
    room.put("/new", full(1))
    room.watch("/feed")
    room.watch("/feed")
    assert room.server.paths() == ["/feed", "/new", "/new"]
    assert room.state().moved_to == room.server.at("/new")


def test_a_move_for_now_is_not(room: Newsroom) -> None:
    room.server.put("/feed", Answer(302, headers={"Location": "/new"}))
    room.put("/new", full(1))
    room.watch("/feed")
    assert room.state().moved_to is None


def test_where_a_moved_feed_is_missing_the_old_address_is_tried_again(room: Newsroom) -> None:
    room.server.put("/feed", Answer(301, headers={"Location": "/new"}))
    room.server.put("/new", Answer(body=rss(full(1)), headers=RSS), Answer(404))
    room.watch("/feed")
    assert (room.watch("/feed").kinds(), room.state().moved_to) == ([LookKind.FAILED], None)


def test_a_look_is_due_every_so_many_minutes(room: Newsroom) -> None:
    room.put("/feed", full(1))
    room.watch("/feed", once=False, until=3700, minutes=30)
    assert [round(each.at / 60) for each in room.server.requests if each.path == "/feed"] == [0, 30, 60]


def test_failures_put_the_next_look_off_further_and_further_up_to_a_day(room: Newsroom) -> None:
    room.server.put("/feed", Answer(500))
    watched = room.watch("/feed", once=False, until=4 * 86_400)
    at = [each.at / 60 for each in room.server.requests if each.path == "/feed"]
    waits = [round(later - earlier) for earlier, later in pairwise(at)]
    assert waits == [15, 30, 60, 120, 240, 480, 960, 1440, 1440]
    assert set(watched.kinds()) == {LookKind.FAILED}
    assert room.state().failures == len(at)


def test_a_success_ends_the_failures(room: Newsroom) -> None:
    room.server.put("/feed", Answer(500), Answer(500), Answer(body=rss(full(1)), headers=RSS))
    watched = room.watch("/feed", once=False, until=3600)
    assert watched.kinds() == [LookKind.FAILED, LookKind.FAILED, LookKind.CHANGED]
    assert room.state().failures == 0


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("written", ["7200", format_datetime(BEGIN + timedelta(hours=2), usegmt=True)])
def test_a_server_that_asks_for_time_gets_it(room: Newsroom, status: int, written: str) -> None:
    room.server.put("/feed", Answer(status, headers={"Retry-After": written}), Answer(body=rss(full(1)), headers=RSS))
    room.watch("/feed", once=False, until=3 * 3600)
    at = [round(each.at / 3600, 2) for each in room.server.requests if each.path == "/feed"]
    assert at[:2] == [0.0, 2.0]


def test_a_feed_that_failed_is_not_asked_by_the_next_single_look_too_early(room: Newsroom) -> None:
    room.server.put("/feed", Answer(500))
    kinds = [room.watch("/feed").kinds()]
    kinds.append(room.watch("/feed").kinds())
    room.clock.sleep(900)
    kinds.append(room.watch("/feed").kinds())
    assert kinds == [[LookKind.FAILED], [LookKind.RESTING], [LookKind.FAILED]]


def test_one_feed_that_fails_keeps_no_other(room: Newsroom) -> None:
    room.server.put("/a", Answer(raw=b""))
    room.put("/b", full(1))
    watched = room.watch("/a", "/b")
    assert (watched.kinds(), watched.titles()) == ([LookKind.FAILED, LookKind.CHANGED], ["Titel 1"])


def test_robots_txt_of_the_feed_and_of_pages_is_respected(room: Newsroom) -> None:
    room.server.put("/robots.txt", Answer(body=b"User-agent: *\nDisallow: /1\nDisallow: /closed"))
    room.put("/feed", linked(1, room.server.at("/1")))
    room.put("/closed", full(2))
    watched = room.watch("/feed", "/closed")
    assert (watched.rejected(), watched.kinds()) == (["web_robots"], [LookKind.CHANGED, LookKind.FAILED])
    assert room.server.paths() == ["/feed"]


def test_without_names_all_feeds_of_the_record_are_followed(room: Newsroom) -> None:
    room.put("/a", full(1))
    room.put("/b", full(2))
    room.watch("/a", "/b")
    assert [look.feed.address for look in room.watch().looks] == [room.server.at("/a"), room.server.at("/b")]


# Pages that cannot be had


def test_a_page_that_fails_is_tried_three_times(room: Newsroom) -> None:
    room.put("/feed", linked(1, room.server.put("/1", Answer(500))), full(2))
    looks = [room.watch("/feed") for _ in range(4)]
    assert [look.rejected() for look in looks] == [["web_status"], ["web_status"], ["web_status"], []]
    assert [look.looks[0].left for look in looks] == [1, 1, 0, 0]
    assert room.server.paths().count("/1") == 3


def test_a_page_that_comes_at_last_is_read_though_the_feed_did_not_change(room: Newsroom) -> None:
    room.put("/feed", linked(1, room.server.put("/1", Answer(500), page())), ETag='"a"')
    first, second = room.watch("/feed"), room.watch("/feed")
    assert (first.rejected(), second.titles()) == (["web_status"], ["Seite"])
    assert "if-none-match" not in room.server.requests[-2].headers
    assert room.state().etag == '"a"'


def test_a_host_that_is_busy_is_left_alone_and_its_entries_are_not_given_up(room: Newsroom) -> None:
    busy = Answer(429, headers={"Retry-After": "60"})
    entries = [linked(number, room.server.put(f"/{number}", busy, page(title=f"S{number}"))) for number in (1, 2, 3)]
    room.put("/feed", *entries)
    first = room.watch("/feed")
    assert (first.rejected(), first.looks[0].left) == (["web_busy"], 3)
    assert room.server.paths() == ["/feed", "/1"]
    room.server.put("/2", page())
    room.server.put("/3", page())
    assert len(room.watch("/feed").titles()) == 3


def test_an_entry_that_leads_to_a_private_address_is_refused(room: Newsroom) -> None:
    room.put("/feed", linked(1, "http://169.254.169.254/latest/meta-data/"), linked(2, "file:///etc/passwd"))
    watched = room.watch("/feed")
    assert "web_forbidden" in watched.rejected()
    assert room.server.paths() == ["/feed"]


# Ending


def test_it_ends_while_it_waits(room: Newsroom) -> None:
    room.put("/feed", full(1))
    room.watch("/feed", once=False, until=100)
    assert room.clock.seconds < 101


def test_what_was_told_before_the_end_is_kept_and_the_rest_comes_the_next_time(room: Newsroom) -> None:
    entries = [linked(number, room.server.put(f"/{number}", page(title=f"S{number}"))) for number in range(1, 10)]
    room.put("/feed", *entries)
    first = room.watch("/feed", once=False, until=5.5)
    second = room.watch("/feed")
    assert 0 < len(first.titles()) < 9
    assert first.looks[0].left == 9 - len(first.titles())
    assert sorted(map(str, first.titles() + second.titles())) == [f"S{number}" for number in range(1, 10)]


def test_an_interrupt_while_a_batch_is_kept_loses_nothing(room: Newsroom) -> None:
    room.put("/feed", full(2), full(1))
    asked = []
    watched = Watched()

    def note(outcome: Outcome) -> None:
        watched.outcomes.append(outcome)
        if len(watched.outcomes) == 1:
            signal.raise_signal(signal.SIGINT)

    before = signal.signal(signal.SIGINT, lambda *_: asked.append(True))
    try:
        watch(
            [room.server.at("/feed")], settings=room.settings, reader=ToyReader(), fetcher=fetcher_for(room.clock),
            is_stopped=lambda: bool(asked), progress=note,
        )  # fmt: skip
    finally:
        signal.signal(signal.SIGINT, before)
    assert watched.titles() == ["Titel 1", "Titel 2"]
    assert room.watch("/feed").outcomes == []


def test_a_crash_between_keeping_and_remembering_reads_again_and_stores_nothing_twice(room: Newsroom) -> None:
    room.put("/feed", full(1))
    room.watch("/feed")
    state = replace(room.state(), etag=None)
    with Record.open(room.settings.db) as record:
        record.forget_feed(state.address)
    again = room.watch("/feed")
    assert [each.unchanged for each in again.outcomes if isinstance(each, Taken)] == [True]


def test_the_sum_counts_all_items(room: Newsroom) -> None:
    room.put("/feed", full(1), linked(2, room.server.at("/nothing")))
    summary = watch(
        [room.server.at("/feed")],
        once=True,
        settings=room.settings,
        reader=ToyReader(),
        fetcher=fetcher_for(room.clock),
    )
    assert replace(summary, tokens=0) == Summary(stored=1, rejected=1, statements=1)
