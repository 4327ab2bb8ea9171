"""Addresses: read as a browser reads them, or refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.intake.reasons import Refused
from wortlaut.intake.web.addresses import address_of, is_address, joined


def code(written: str) -> str:
    with pytest.raises(Refused) as caught:
        address_of(written)
    return caught.value.why.code


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://elbkurier.example", "https://elbkurier.example/"),
        (" HTTPS://ElbKurier.Example:443/Ä b?q=ß&r=%20#stelle ", "https://elbkurier.example/%C3%84%20b?q=%C3%9F&r=%20"),
        ("http:\\\\elbkurier.example\\a\\b", "http://elbkurier.example/a/b"),
        ("http:/elbkurier.example/a", "http://elbkurier.example/a"),
        ("http:elbkurier.example/a", "http://elbkurier.example/a"),
        ("http://elbkurier.example./a", "http://elbkurier.example/a"),
        ("http://elbkurier.example:8080?x", "http://elbkurier.example:8080/?x"),
        ("http://ｅlbkurier。example", "http://elbkurier.example/"),
        ("http://%65lbkurier.example", "http://elbkurier.example/"),
        ("http://MÜLLER.example", "http://xn--mller-kva.example/"),
        ("http://mu\u0308ller.example", "http://xn--mller-kva.example/"),
        ("http://straße.example", "http://xn--strae-oqa.example/"),
        ("http://xn--mller-kva.example", "http://xn--mller-kva.example/"),
        ("http://[2606:4700::1]:8443/a", "http://[2606:4700::1]:8443/a"),
        ("http://[2606:4700:0:0:0:0:0:1]", "http://[2606:4700::1]/"),
        # An IPv4 address in every spelling.
        ("http://127.0.0.1", "http://127.0.0.1/"),
        ("http://2130706433", "http://127.0.0.1/"),
        ("http://0x7f000001", "http://127.0.0.1/"),
        ("http://017700000001", "http://127.0.0.1/"),
        ("http://127.1", "http://127.0.0.1/"),
        ("http://127.0.1", "http://127.0.0.1/"),
        ("http://0177.0.0.1", "http://127.0.0.1/"),
        ("http://0x7F.0.0.0x1", "http://127.0.0.1/"),
        ("http://１２７．０．０．１", "http://127.0.0.1/"),
        ("http://①②⑦.0.0.1", "http://127.0.0.1/"),
        ("http://127。0｡0．1.", "http://127.0.0.1/"),
        ("http://0", "http://0.0.0.0/"),
        ("http://0x", "http://0.0.0.0/"),
    ],
)  # fmt: skip
def test_an_address_is_read_as_a_browser_reads_it(written: str, meant: str) -> None:
    assert str(address_of(written)) == meant


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("elbkurier", "web_address"),
        ("ftp://elbkurier.example/", "web_scheme"),
        ("file:///etc/hosts", "web_scheme"),
        ("javascript:alert(1)", "web_scheme"),
        ("gopher://127.0.0.1:70/", "web_scheme"),
        ("http://", "web_no_host"),
        ("http:///", "web_no_host"),
        ("http://?x", "web_no_host"),
        ("http://elbkurier.example@127.0.0.1/", "web_userinfo"),
        ("http://elbkurier.example:80@127.0.0.1/", "web_userinfo"),
        ("http://127.0.0.1\\@elbkurier.example/", None),
        ("http://elbkurier.example\u200b/", "web_address_hidden"),
        ("http://elb\nkurier.example/", "web_address_hidden"),
        ("http://elbkurier.example/\r\nHost: x", "web_address_hidden"),
        ("http://elbkurier.example/\u202e", "web_address_hidden"),
        ("http://elbkurier.example/\udcff", "web_address_hidden"),
        ("http://elbkurier.example:0/", "web_port"),
        ("http://elbkurier.example:65536/", "web_port"),
        ("http://elbkurier.example:99999999999999/", "web_port"),
        ("http://elbkurier.example:80:80/", "web_host"),
        ("http://elbkurier.example:8a/", "web_host"),
        ("http://elb kurier.example/", "web_host"),
        ("http://elbkurier..example/", "web_host"),
        ("http://.example/", "web_host"),
        ("http://elb%00kurier.example/", "web_host"),
        ("http://elb%2fkurier.example/", "web_host"),
        ("http://%ff.example/", "web_host"),
        ("http://😀.example/", "web_host"),
        ("http://xn--.example/", "web_host"),
        ("http://xn--127-.0.0.1/", "web_host"),
        ("http://256.0.0.1/", "web_host"),
        ("http://1.2.3.4.5/", "web_host"),
        ("http://09.0.0.1/", "web_host"),
        ("http://4294967296/", "web_host"),
        ("http://elbkurier.1/", "web_host"),
        ("http://[::1%25lo]/", "web_host"),
        ("http://[fe80::1%eth0]/", "web_host"),
        ("http://[::1/", "web_host"),
        ("http://[127.0.0.1]/", "web_host"),
        ("http://" + "a" * 64 + ".example/", "web_host"),
        ("http://" + "a." * 130 + "example/", "web_host"),
        ("http://elbkurier.example/" + "a" * 8000, "web_address_long"),
    ],
)  # fmt: skip
def test_what_is_no_address_or_only_confuses_is_refused(written: str, why: str | None) -> None:
    if why is None:  # a backslash ends the host
        assert str(address_of(written)) == "http://127.0.0.1/@elbkurier.example/"
    else:
        assert code(written) == why


@pytest.mark.parametrize(
    ("link", "meant"),
    [
        ("b", "https://elbkurier.example/a/b"),
        ("/b?c", "https://elbkurier.example/b?c"),
        ("../b", "https://elbkurier.example/b"),
        ("//wattbote.example/b", "https://wattbote.example/b"),
        ("\\\\wattbote.example\\b", "https://wattbote.example/b"),
        ("http://wattbote.example/b#c", "http://wattbote.example/b"),
        ("?d=\\e", "https://elbkurier.example/a/?d=%5Ce"),
        ("/süß", "https://elbkurier.example/s%C3%BC%C3%9F"),
    ],
)
def test_a_link_leads_on_from_its_page(link: str, meant: str) -> None:
    assert str(joined(address_of("https://elbkurier.example/a/"), link)) == meant


@pytest.mark.parametrize("link", ["file:///etc/passwd", "http://a@b/", "http://[x/", "javascript:1", "data:,x"])
def test_a_link_that_leads_nowhere_we_go_is_refused(link: str) -> None:
    with pytest.raises(Refused):
        joined(address_of("https://elbkurier.example/a/"), link)


def test_addresses_are_told_from_paths_by_their_beginning() -> None:
    addresses = ["https://a.example", "HTTP://a", "ftp://a", "http:\\\\a"]
    paths = ["a.txt", "-", "C:\\\\x", "c://x", "http:", "http", "a/http://b", "mailto:a"]
    assert [is_address(each) for each in (*addresses, *paths)] == [True] * len(addresses) + [False] * len(paths)


_PIECES = st.sampled_from(
    ["http", "https", ":", "/", "//", "\\", "@", "[", "]", "%", "%00", "%2e", ".", "。", "xn--", "0x7f", "127", "::1",
     "ß", "\u200b", "#", "?", "elbe", "example", " ", "\n", "\ud800", "1", "🌊"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=12).map("".join), st.text().map("http://".__add__)))
def test_whatever_is_written_is_refused_or_an_address_that_means_itself(written: str) -> None:
    try:
        address = address_of(written)
    except Refused:
        return
    assert address_of(str(address)) == address
    assert re.fullmatch(r"[a-z0-9._-]+|[0-9a-f:.]+", address.host)
    assert re.fullmatch(r"/[!-~]*", address.target)


@given(st.text())
def test_whatever_a_link_says_is_refused_or_leads_to_an_address(link: str) -> None:
    try:
        address = joined(address_of("https://elbkurier.example/a/"), link)
    except Refused:
        return
    assert address_of(str(address)) == address
