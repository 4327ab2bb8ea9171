"""Feeds and agency items made to cost time or memory: each comes to an end soon, and says what it is."""

import time
from collections import Counter

import pytest

from tests.intake.maps import in_short, taken
from wortlaut.types import Article

RSS = "<rss><channel><title>Bote</title>"
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom">'
NITF = "<nitf><body><body.content>"
ENTRY = "<item><guid>urn:bote:1</guid><content:encoded><![CDATA[{}]]></content:encoded></item>"
TAIL = "</channel></rss>"
SECONDS = 10.0  # the slowest takes 3 s on an idle core

INPUTS = {
    "nested items": (RSS + "<item>" * 100_000, {"(xml_too_deep)": 1}),
    "nested blocks": (NITF + "<block>" * 100_000 + "Ja" + "</block>" * 100_000, {"(xml_too_deep)": 1}),
    "nested XHTML": (ATOM + '<entry><content type="xhtml">' + "<div>" * 100_000, {"(xml_too_deep)": 1}),
    "nested HTML": (RSS + ENTRY.format("<div>" * 100_000 + "Da ist Text.") + TAIL, {"text": 1}),
    "attribute of a megabyte": (
        RSS + f'<item a="{"x" * 10**6}"><guid>g</guid></item>' + TAIL,
        {"(feed_entry_empty)": 1},
    ),
    "attribute without end": (RSS + '<item a="' + "x" * 10**6, {"(xml_cut_off)": 1}),
    "many attributes": (RSS + "<item " + "a='x' " * 200_000 + "/>" + TAIL, {"(feed_entry_empty)": 1}),
    "many namespaces": (RSS + "<item " + "xmlns:a='x' " * 100_000 + "/>" + TAIL, {"(feed_entry_empty)": 1}),
    "many entries": (RSS + ENTRY.format("Da ist Text.") * 3_000 + TAIL, {"text": 3_000}),
    "an item around thousands": (
        RSS + "<item>" + ENTRY.format("Da ist Text.") * 5_000 + "</item>" + TAIL,
        {"(feed_entry_empty)": 1, "text": 5_000},
    ),
    "many addresses": ("<urlset>" + "<url><loc>/1</loc></url>" * 20_000 + "</urlset>", {"(sitemap_without_texts)": 1}),
    "too many tags": (RSS + "<a/>" * 2_000_000, {"(xml_too_large)": 1}),
    "too many bytes": (RSS + " " * 40_000_000, {"(xml_too_large)": 1}),
    "an entry too large": (RSS + ENTRY.format("Wort " * 10**6) + TAIL, {"(too_large)": 1}),
    "angle brackets": (RSS + "<" * 10**6, {"(xml_cut_off)": 1}),
    "comments without end": (RSS + "<!--" * 300_000, {"(xml_cut_off)": 1}),
    "CDATA without end": (RSS + "<![CDATA[" * 300_000, {"(xml_cut_off)": 1}),
    "closing tags": (RSS + "</a>" * 200_000, {"(xml_cut_off)": 1}),
    "ampersands": (RSS + f"<item><title>{'&' * 10**6}</title></item>" + TAIL, {"(feed_entry_empty)": 1}),
    "entities": (f'<!DOCTYPE rss [<!ENTITY a "{"ha" * 1000}">]>' + RSS + "&a;" * 1000, {"(xml_entities)": 1}),
    "outside entities": (
        '<!DOCTYPE nitf [<!ENTITY % a SYSTEM "file:///etc/passwd">%a;]>' + NITF,
        {"(xml_entities)": 1},
    ),
    "nested JSON Feed": ('{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * 10**5, {"(broken_json)": 1}),
    "nested ninjs": ('{"uri": "urn:x", "pubstatus": "usable", "bodies": ' + "[" * 10**5, {"(broken_json)": 1}),
    "deep ninjs": (
        '{"uri": "urn:x", "pubstatus": "usable", "a": ' + "[" * 10**4 + "]" * 10**4 + "}",
        {"(too_deep)": 1},
    ),
}


@pytest.mark.parametrize("name", INPUTS)
def test_hostile_inputs_come_to_an_end(name: str) -> None:
    raw, expected = INPUTS[name]
    start = time.perf_counter()
    found = taken(raw.encode(), "x")
    seconds = time.perf_counter() - start
    assert Counter("text" if isinstance(item, Article) else in_short(item) for item in found) == expected
    assert seconds < SECONDS


@pytest.mark.parametrize(
    ("around", "tag"),
    [("<nitf><body>{}</body></nitf>", "body.content"), ("<NewsML><NewsItem>{}</NewsItem></NewsML>", "DataContent"),
     ("<NewsML>{}</NewsML>", "NewsItem")],
)  # fmt: skip
def test_texts_within_texts_do_not_multiply_the_time(around: str, tag: str) -> None:
    inside = f"<{tag}>" * 150 + "<p>Der Rat tagte.</p>" * 20_000 + f"</{tag}>" * 150
    start = time.process_time()
    assert taken(around.format(inside).encode(), "a.xml") != []
    assert time.process_time() - start < 10
