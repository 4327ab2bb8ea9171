"""Answers: what is asked, what is taken, and what is refused, with bounds for size, time and redirects."""

import gzip
import time
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import brotli  # type: ignore[import-untyped]  # it has no types
import pytest
import zstandard

from tests.intake.web.server import HTML, Answer, FakeClock, Server, fetcher_for
from wortlaut import __version__
from wortlaut.intake.reasons import Refused, say
from wortlaut.intake.web.answers import Known, Unfetched
from wortlaut.intake.web.clock import Stopped, SystemClock
from wortlaut.intake.web.fetching import Fetcher
from wortlaut.types import Reason

BODY = "<p>„Der Deich hält“, sagte Ada.</p>".encode()
TRANSFERS = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
    "zstd": zstandard.ZstdCompressor().compress,
}


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


def why(address: str, fetcher: Fetcher | None = None) -> Reason:
    with pytest.raises(Refused) as caught:
        (fetcher or fetcher_for()).fetch(address).body.close()
    return caught.value.why


def content(address: str, fetcher: Fetcher | None = None) -> bytes:
    with (fetcher or fetcher_for()).fetch(address) as fetched:
        return fetched.body.read()


# What is asked and taken


def test_an_answer_has_bytes_type_encoding_and_what_the_server_says_of_its_version(server: Server) -> None:
    fields = {"Content-Type": 'Text/HTML; x=y; Charset="ISO-8859-1"', "ETag": '"a"', "Last-Modified": "gestern"}
    address = server.put("/a", Answer(body=BODY, headers=fields))
    with fetcher_for().fetch(address) as fetched:
        headers = fetched.headers
        assert (str(fetched.address), fetched.status, fetched.moved_to, fetched.body.read()) == (
            address,
            200,
            None,
            BODY,
        )
        assert (headers.media_type, headers.charset) == ("text/html", "iso8859-1")
        assert headers.known == Known('"a"', "gestern")


@pytest.mark.parametrize(
    "written", ["text/html", "text/html; charset=", "text/html; charset=keine", "x; charset=rot13"]
)
def test_an_encoding_that_there_is_not_is_none(server: Server, written: str) -> None:
    with fetcher_for().fetch(server.put("/a", Answer(body=BODY, headers={"Content-Type": written}))) as fetched:
        assert fetched.headers.charset is None


def test_a_request_says_who_asks_and_for_what(server: Server) -> None:
    content(server.put("/a?b", Answer(body=BODY)), fetcher_for(contact="mira@elbkurier.example"))
    sent = dict(server.requests[-1].headers)
    assert sent.pop("accept").startswith("text/html,")
    assert sent == {
        "host": f"127.0.0.1:{server.port}",
        "user-agent": f"wortlaut/{__version__} (+mira@elbkurier.example)",
        "accept-language": "de",
        "accept-encoding": "gzip, deflate, br, zstd",
        "connection": "close",
    }


def test_what_is_known_is_sent_along_and_nothing_new_is_no_body(server: Server) -> None:
    address = server.put("/a", Answer(304, headers={"ETag": '"b"'}))
    with fetcher_for().fetch(address, known=Known('"a"', "gestern")) as fetched:
        assert (fetched.status, fetched.body.read(), fetched.headers.known) == (304, b"", Known('"b"'))
    sent = server.requests[-1].headers
    assert (sent["if-none-match"], sent["if-modified-since"]) == ('"a"', "gestern")


@pytest.mark.parametrize("etag", [b'"\xc3\xa4"', b'"\xe4"', b'"' + b"a" * 2000 + b'"', b""])
def test_a_version_that_cannot_be_sent_back_is_not_known(server: Server, etag: bytes) -> None:
    raw = b"HTTP/1.1 200 OK\r\nETag: " + etag + b"\r\nLast-Modified: gestern\r\n\r\nabc"
    with fetcher_for().fetch(server.put("/a", Answer(raw=raw))) as fetched:
        assert fetched.headers.known == Known(None, "gestern")


def test_no_proxy_is_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    with Server() as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.at("/"))
        content(server.put("/a", Answer(body=BODY)))
        assert proxy.accepted == 0


def test_a_chunked_body_is_put_together(server: Server) -> None:
    raw = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"
    assert content(server.put("/a", Answer(raw=raw))) == b"abcde"


# Packing


@pytest.mark.parametrize("name", TRANSFERS)
def test_a_packed_body_is_unpacked(server: Server, name: str) -> None:
    packed = TRANSFERS[name](BODY * 1000)
    assert content(server.put("/a", Answer(body=packed, headers={"Content-Encoding": name.upper()}))) == BODY * 1000


def test_bare_deflate_and_several_packings_and_members_are_unpacked(server: Server) -> None:
    bare = zlib.compress(BODY, wbits=-15)
    assert content(server.put("/a", Answer(body=bare, headers={"Content-Encoding": "deflate"}))) == BODY
    twice = gzip.compress(brotli.compress(BODY))
    assert content(server.put("/b", Answer(body=twice, headers={"Content-Encoding": "br, gzip"}))) == BODY
    members = gzip.compress(BODY) + gzip.compress(BODY) + b"\0\0"
    assert content(server.put("/c", Answer(body=members, headers={"Content-Encoding": "gzip"}))) == BODY * 2


@pytest.mark.parametrize("name", TRANSFERS)
@pytest.mark.parametrize("cut", [1, 10, -1])
def test_a_packed_body_that_is_cut_off_is_refused(server: Server, name: str, cut: int) -> None:
    packed = TRANSFERS[name](BODY * 1000)[:cut]
    found = why(server.put("/a", Answer(body=packed, headers={"Content-Encoding": name})))
    assert found.code in ("packed_truncated", "packed_damaged")


@pytest.mark.parametrize("name", ["gzip", "br", "zstd"])
def test_a_body_that_is_not_packed_as_told_is_refused(server: Server, name: str) -> None:
    found = why(server.put("/a", Answer(body=BODY, headers={"Content-Encoding": name})))
    assert found.code == "packed_damaged"


@pytest.mark.parametrize("name", ["compress", "gzip, gzip, gzip, gzip", "zip"])
def test_an_unknown_packing_is_refused(server: Server, name: str) -> None:
    assert why(server.put("/a", Answer(body=BODY, headers={"Content-Encoding": name}))).code == "web_packing_unknown"


@pytest.mark.parametrize("name", TRANSFERS)
def test_a_bomb_is_stopped_at_the_limit(server: Server, name: str) -> None:
    packed = TRANSFERS[name](bytes(16 * 2**20))
    begun = time.monotonic()
    address = server.put("/a", Answer(body=packed, headers={"Content-Encoding": name}))
    found = why(address, fetcher_for(max_fetch_bytes=2**20))
    assert found == Reason("web_too_large", (("limit", str(2**20)),))
    assert time.monotonic() - begun < 2


def test_a_bomb_in_a_bomb_is_stopped(server: Server) -> None:
    packed = gzip.compress(gzip.compress(bytes(100 * 2**20)))
    found = why(server.put("/a", Answer(body=packed, headers={"Content-Encoding": "gzip,gzip"})))
    assert found.code == "packed_bomb"


# Sizes and times


def test_a_body_that_is_too_large_is_refused_a_page_at_the_size_of_an_item(server: Server) -> None:
    limits: dict[str, Any] = {"max_fetch_bytes": 5000, "max_item_bytes": 1000}
    file = server.put("/a", Answer(body=b"a" * 2000))
    page = server.put("/b", Answer(body=b"a" * 2000, headers=HTML))
    large = server.put("/c", Answer(body=b"a" * 5001))
    assert len(content(file, fetcher_for(**limits))) == 2000
    assert why(page, fetcher_for(**limits)) == Reason("web_too_large", (("limit", "1000"),))
    assert why(large, fetcher_for(**limits)) == Reason("web_too_large", (("limit", "5000"),))


def test_a_large_body_waits_on_the_disk(server: Server) -> None:
    body = bytes(range(256)) * 40_000
    assert content(server.put("/a", Answer(body=body))) == body


def test_headers_without_an_end_are_refused(server: Server) -> None:
    raw = b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200_000
    assert why(server.put("/a", Answer(raw=raw))).code == "web_broken"


@pytest.mark.parametrize(
    "answer",
    [
        Answer(body=b"a" * 1000, drip=0.02),
        Answer(raw=b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 100, drip=0.02),
        Answer(raw=b"HTTP/1.1 100 Continue\r\n\r\n" * 100, drip=0.02),
        Answer(raw=b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"1\r\na\r\n" * 100, drip=0.02),
    ],
    ids=["body", "headers", "interim", "chunks"],
)
def test_an_answer_that_trickles_is_given_up_in_time(server: Server, answer: Answer) -> None:
    begun = time.monotonic()
    found = why(server.put("/a", answer), fetcher_for(SystemClock(), fetch_seconds=0.3, seconds_between_requests=0))
    assert found == Reason("web_timeout", (("seconds", "0.3"),))
    assert time.monotonic() - begun < 1.5


def test_a_fetch_ends_soon_when_somebody_asks_for_it(server: Server) -> None:
    begun = time.monotonic()
    fetcher = fetcher_for(SystemClock(), seconds_between_requests=0)
    fetcher.stop_when(lambda: time.monotonic() - begun > 0.2)
    with pytest.raises(Stopped):
        fetcher.fetch(server.put("/a", Answer(body=b"a" * 1000, drip=0.05)))
    assert time.monotonic() - begun < 1


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "web_cut_off"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc", "web_cut_off"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc", "web_cut_off"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc", "web_broken"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nabc", "web_broken"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "web_broken"),
        (b"HTTP/1.1 200 OK\r\nX", "web_cut_off"),
        (b"HTTP/1.1 abc\r\n\r\n", "web_broken"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "web_cut_off"),
        (b"\0" * 100, "web_broken"),
    ],
)
def test_what_is_cut_off_or_no_http_is_refused(server: Server, raw: bytes, code: str) -> None:
    assert why(server.put("/a", Answer(raw=raw))).code == code


def test_a_body_longer_than_told_ends_where_it_was_told(server: Server) -> None:
    assert content(server.put("/a", Answer(body=b"abcdef", length=3))) == b"abc"


def test_nobody_there_is_refused() -> None:
    with Server() as server:
        address = server.at("/a")
    assert why(address).code == "web_unreachable"
    assert why("http://nirgends.example/") == Reason("web_name_unknown", (("host", "nirgends.example"),))


# Statuses and redirects


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, "web_not_for_us"), (403, "web_not_for_us"), (404, "web_missing"), (410, "web_gone"),
        (418, "web_status"), (429, "web_busy"), (451, "web_not_for_us"), (500, "web_status"), (503, "web_busy"),
        (204, "web_status"), (206, "web_status"), (304, "web_status"), (300, "web_status"),
    ],
)  # fmt: skip
def test_a_status_without_content_is_refused_and_told(server: Server, status: int, code: str) -> None:
    address = server.put("/a", Answer(status, body=b"" if status in (204, 304) else b"x"))
    with pytest.raises(Unfetched) as caught:
        fetcher_for().fetch(address)
    assert (caught.value.why.code, caught.value.status) == (code, status)
    assert address in say(caught.value.why, "de")


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("120", 120), ("0", 0), (" 7 ", 7),
        ("Sun, 01 Mar 2026 12:05:01 GMT", 300), ("Sun, 01 Mar 2026 11:00:00 GMT", 0),
        ("99999999999999999999", 30 * 86400), ("Fri, 01 Jan 2100 00:00:00 GMT", 30 * 86400),
        ("-5", None), ("bald", None), ("1e3", None), ("", None),
    ],
)  # fmt: skip
def test_when_to_come_again_is_told(server: Server, written: str, seconds: int | None) -> None:
    address = server.put("/a", Answer(503, headers={"Retry-After": written}))
    with pytest.raises(Unfetched) as caught:
        fetcher_for().fetch(address)
    begun = datetime(2026, 3, 1, 12, 0, 1, tzinfo=UTC)  # after the second between two requests
    at = caught.value.retry_at
    assert (None if at is None else round((at - begun).total_seconds())) == seconds


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed_and_one_for_good_is_told(server: Server, status: int) -> None:
    server.put("/a", Answer(status, headers={"Location": "/b"}))
    target = server.put("/b", Answer(body=BODY))
    with fetcher_for().fetch(server.at("/a")) as fetched:
        assert (str(fetched.address), fetched.body.read()) == (target, BODY)
        assert fetched.moved_to == (fetched.address if status in (301, 308) else None)


def test_only_the_redirects_before_the_first_for_now_are_for_good(server: Server) -> None:
    for path, status in (("/a", 301), ("/b", 302), ("/c", 301)):
        server.put(path, Answer(status, headers={"Location": chr(ord(path[1]) + 1)}))
    server.put("/d", Answer(body=BODY))
    with fetcher_for().fetch(server.at("/a")) as fetched:
        assert (fetched.address.target, fetched.moved_to and fetched.moved_to.target) == ("/d", "/b")


def test_redirects_in_a_circle_and_to_nowhere_are_refused(server: Server) -> None:
    circle = server.put("/a", Answer(302, headers={"Location": "/a"}))
    assert why(circle) == Reason("web_redirects", (("limit", "5"), ("address", circle)))
    assert why(server.put("/b", Answer(302))).code == "web_redirect_nowhere"
    assert why(server.put("/c", Answer(302, headers={"Location": "mailto:a@b.example"}))).code == "web_scheme"


def test_cookies_are_not_kept(server: Server) -> None:
    server.put("/a", Answer(302, headers={"Location": "/b", "Set-Cookie": "a=b"}))
    server.put("/b", Answer(body=BODY))
    content(server.at("/a"))
    assert "cookie" not in server.requests[-1].headers


# Rates


def test_a_host_is_asked_once_a_second_and_others_meanwhile() -> None:
    clock = FakeClock()
    with Server(clock=clock) as server:
        for path in ("/a", "/b"):
            server.put(path, Answer(body=BODY))
        fetcher = fetcher_for(clock, hosts={"elbe.example": "127.0.0.1"}, seconds_between_requests=2)
        for host in ("127.0.0.1", "elbe.example"):
            content(server.at("/a", host=host), fetcher)
            content(server.at("/b", host=host), fetcher)
        asked = [(each.headers["host"].partition(":")[0], each.path, round(each.at, 1)) for each in server.requests]
    assert asked == [
        ("127.0.0.1", "/robots.txt", 0.0), ("127.0.0.1", "/a", 2.0), ("127.0.0.1", "/b", 4.0),
        ("elbe.example", "/robots.txt", 4.0), ("elbe.example", "/a", 6.0), ("elbe.example", "/b", 8.0),
    ]  # fmt: skip
