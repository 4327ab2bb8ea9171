"""`wortlaut watch` on feeds that want it to ask addresses in this machine's network: it asks none of them."""

import sys
from collections.abc import Iterator, Sequence
from html import escape
from ipaddress import ip_address

import pytest

from tests.builder import ToyReader
from tests.intake.web.forbidden import FORBIDDEN
from tests.intake.web.server import HTML, Answer, FakeClock, Server
from wortlaut.cli import main
from wortlaut.intake.web.addresses import Ip
from wortlaut.intake.web.fetching import Fetcher
from wortlaut.intake.web.guard import Guard, is_public
from wortlaut.settings import Settings

HOME = "127.0.0.2"  # where the feed is; all else of this machine is forbidden
LONG = "Der Deich bei Ostersiel ist nach Auskunft der Gemeinde seit dem Herbst an drei Stellen undicht geworden. " * 4


def resolver(host: str) -> Sequence[str]:
    """Every name leads to this machine, some in other ways."""
    return {"six.example": ["::ffff:127.0.0.1"], "mixed.example": ["1.1.1.1", "127.0.0.1"]}.get(host, ["127.0.0.1"])


def allows(ip: Ip) -> bool:
    return is_public(ip) or ip == ip_address(HOME)


@pytest.fixture
def trap() -> Iterator[Server]:
    """The one that must not be asked; it listens to all that leads to this machine."""
    with Server(ip="0.0.0.0") as server:
        yield server


@pytest.fixture
def home() -> Iterator[Server]:
    if sys.platform != "linux":
        pytest.skip("only there all of 127.0.0.0/8 leads to this machine")
    with Server(ip=HOME) as server:
        yield server


def watch(*addresses: str) -> int:
    fetcher = Fetcher(Settings(), guard=Guard(resolver=resolver, allows=allows, ports=None), clock=FakeClock())
    return main(["watch", "--once", *addresses], reader=ToyReader(), fetcher=fetcher)


def rss(addresses: Sequence[str]) -> bytes:
    items = "".join(
        f"<item><title>Titel</title><guid isPermaLink='false'>g{number}</guid><link>{escape(address)}</link></item>"
        for number, address in enumerate(addresses)
    )
    return f"<rss version='2.0'><channel><title>Wattbote</title>{items}</channel></rss>".encode()


def sitemap(addresses: Sequence[str]) -> bytes:
    items = "".join(f"<url><loc>{escape(address)}</loc></url>" for address in addresses)
    return f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{items}</urlset>".encode()


def page(address: str) -> bytes:
    """A page whose every address leads there."""
    return (
        f"<!DOCTYPE html><html><head><title>T</title><link rel=canonical href='{address}'><base href='{address}'>"
        f"<link rel=amphtml href='{address}'><meta http-equiv=refresh content='0; url={address}'>"
        f"<meta property=og:url content='{address}'></head><body><h1>Deich</h1><img src='{address}'>"
        f"<iframe src='{address}'></iframe><p>„Eins“, sagte Ada. {LONG}</p><p>{LONG}</p></body></html>"
    ).encode()


def addresses(trap: Server) -> list[str]:
    return [form.format(port=trap.port) for form in FORBIDDEN]


@pytest.mark.parametrize("form", [rss, sitemap], ids=["rss", "sitemap"])
def test_entries_that_lead_to_forbidden_addresses(
    form: object, home: Server, trap: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(form)
    status = watch(home.put("/feed", Answer(body=form(addresses(trap)))).replace("127.0.0.1", HOME))
    assert (status, trap.accepted) == (1, 0)
    assert "0 stored" in capsys.readouterr().err


def test_pages_robots_and_feeds_that_pass_on_to_forbidden_addresses(home: Server, trap: Server) -> None:
    entries, feeds = [], []
    for number, address in enumerate(addresses(trap)):
        target = Answer(302, headers={"Location": address.strip().encode("utf-8", "replace").decode("latin-1")})
        entries.append(home.put(f"/{number}", target).replace("127.0.0.1", HOME))
        feeds.append(home.put(f"/feed{number}", target).replace("127.0.0.1", HOME))
    feed = home.put("/feed", Answer(body=rss(entries))).replace("127.0.0.1", HOME)
    assert (watch(feed, *feeds), trap.accepted) == (1, 0)
    home.put("/robots.txt", Answer(301, headers={"Location": f"http://127.0.0.1:{trap.port}/robots.txt"}))
    assert (watch(feed), trap.accepted) == (1, 0)


def test_what_stands_in_a_page_is_not_asked_for(home: Server, trap: Server) -> None:
    entry = home.put("/1", Answer(body=page(f"http://127.0.0.1:{trap.port}/"), headers=HTML)).replace("127.0.0.1", HOME)
    feed = home.put("/feed", Answer(body=rss([entry]))).replace("127.0.0.1", HOME)
    assert (watch(feed), trap.accepted, home.paths()) == (0, 0, ["/feed", "/1"])
