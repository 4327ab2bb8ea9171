"""robots.txt: what operators forbid is not asked for, by RFC 9309."""

from collections.abc import Iterator
from itertools import pairwise

import pytest

from tests.intake.web.server import Answer, FakeClock, Server, fetcher_for
from wortlaut.intake.reasons import Refused
from wortlaut.intake.web.fetching import Fetcher


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        for path in ("/a", "/b", "/x/a"):
            server.put(path, Answer(body=b"x"))
        yield server


def outcome(server: Server, path: str, fetcher: Fetcher | None = None) -> str:
    try:
        (fetcher or fetcher_for()).fetch(server.at(path)).body.close()
    except Refused as refused:
        return refused.why.code
    return "fetched"


def rules(server: Server, text: str, status: int = 200) -> None:
    server.put("/robots.txt", Answer(status, body=text.encode()))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["fetched", "fetched"]),
        ("User-agent: *\nDisallow: /", ["web_robots", "web_robots"]),
        ("User-agent: *\nDisallow: /x/", ["fetched", "web_robots"]),
        ("User-agent: *\nDisallow: /\nAllow: /x/", ["web_robots", "fetched"]),
        ("User-agent: other\nDisallow: /", ["fetched", "fetched"]),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Wortlaut\nDisallow: /x", ["fetched", "web_robots"]),
        ("\ufeffUser-agent: *\r\nDisallow: /*/a$", ["fetched", "web_robots"]),
        ("<html><body>Nicht gefunden", ["fetched", "fetched"]),
        ("\0\xff" * 1000, ["fetched", "fetched"]),
    ],
)
def test_rules_for_us_are_kept(server: Server, text: str, expected: list[str]) -> None:
    rules(server, text)
    fetcher = fetcher_for()
    assert [outcome(server, path, fetcher) for path in ("/a", "/x/a")] == expected


@pytest.mark.parametrize(
    ("status", "expected"),
    [(404, "fetched"), (401, "fetched"), (403, "fetched"), (410, "fetched"), (429, "web_robots_unknown"),
     (500, "web_robots_unknown"), (503, "web_robots_unknown"), (204, "web_robots_unknown")],
)  # fmt: skip
def test_no_rules_allow_and_rules_that_cannot_be_had_forbid(server: Server, status: int, expected: str) -> None:
    rules(server, "", status)
    assert outcome(server, "/a") == expected


def test_rules_that_break_off_forbid(server: Server) -> None:
    server.put("/robots.txt", Answer(body=b"User-agent: *", length=1000))
    assert outcome(server, "/a") == "web_robots_unknown"


def test_rules_are_asked_for_once_a_day_and_after_ten_minutes_where_they_could_not_be_had() -> None:
    clock = FakeClock()
    with Server(clock=clock) as server:
        server.put("/a", Answer(body=b"x"))
        server.put("/robots.txt", Answer(500), Answer(body=b""))
        fetcher = fetcher_for(clock)
        found = []
        for seconds in (0, 300, 301, 3600, 86_000):
            clock.sleep(seconds)
            found.append(outcome(server, "/a", fetcher))
    assert found == ["web_robots_unknown", "web_robots_unknown", "fetched", "fetched", "fetched"]
    assert [each.path for each in server.requests] == [
        "/robots.txt", "/robots.txt", "/a", "/a", "/robots.txt", "/a"
    ]  # fmt: skip


def test_rules_are_followed_through_five_redirects(server: Server) -> None:
    for number in range(5):
        path = "/robots.txt" if not number else f"/r{number}"
        server.put(path, Answer(302, headers={"Location": f"/r{number + 1}"}))
    server.put("/r5", Answer(body=b"User-agent: *\nDisallow: /"))
    assert outcome(server, "/a") == "web_robots"
    server.put("/r5", Answer(302, headers={"Location": "/r6"}))
    assert outcome(server, "/a") == "fetched"


def test_only_the_beginning_of_endless_rules_counts(server: Server) -> None:
    filler = b"# nichts\n" * 60_000
    server.put("/robots.txt", Answer(body=b"User-agent: *\nDisallow: /a\n" + filler + b"Disallow: /b\n"))
    fetcher = fetcher_for()
    assert (outcome(server, "/a", fetcher), outcome(server, "/b", fetcher)) == ("web_robots", "fetched")


def test_where_a_redirect_leads_the_rules_hold_too(server: Server) -> None:
    with Server() as other:
        other.put("/robots.txt", Answer(body=b"User-agent: *\nDisallow: /"))
        server.put("/a", Answer(302, headers={"Location": other.at("/b")}))
        assert outcome(server, "/a") == "web_robots"
        assert other.paths() == []


@pytest.mark.parametrize(("written", "seconds"), [("5", 5), ("0.2", 1), ("86400", 30), ("-3", 1), ("viel", 1)])
def test_a_delay_that_is_asked_for_is_kept_within_reason(written: str, seconds: float) -> None:
    clock = FakeClock()
    with Server(clock=clock) as server:
        for path in ("/a", "/b"):
            server.put(path, Answer(body=b"x"))
        rules(server, f"User-agent: *\nCrawl-delay: {written}")
        fetcher = fetcher_for(clock)
        for path in ("/a", "/b"):
            outcome(server, path, fetcher)
    at = [each.at for each in server.requests]
    assert [round(later - earlier, 3) for earlier, later in pairwise(at)] == [seconds, seconds]
