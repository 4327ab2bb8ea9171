"""Feeds of all forms as one record, for whoever follows them."""

from datetime import timedelta

import pytest

from wortlaut.intake.feeds.entries import Feed, feed_in, item_of
from wortlaut.intake.reasons import Refused
from wortlaut.settings import Settings
from wortlaut.types import Article, Origin, Rejected

RSS = (
    "<rss><channel><title>Bote</title><link>https://bote.example/</link><ttl>30</ttl><item><link>1</link>"
    "<title>T</title><description>Kurz &amp;amp; gut</description></item><item><guid>urn:x</guid><content:encoded>"
    "&lt;p&gt;Da ist Text.&lt;/p&gt;</content:encoded></item></channel></rss>"
)


def read(raw: str, url: str | None = None) -> Feed:
    return feed_in(raw.encode(), origin=Origin("x"), settings=Settings(), url=url)


def test_what_a_feed_says_of_itself_and_of_its_entries() -> None:
    found = read(RSS)
    assert (found.heading.form, found.heading.title, found.heading.url, found.heading.pause) == (
        "rss",
        "Bote",
        "https://bote.example/",
        timedelta(minutes=30),
    )
    assert [(each.url, each.id, each.title, each.summary, each.body and each.body.text) for each in found.entries] == [
        ("https://bote.example/1", None, "T", "Kurz & gut", None),
        (None, "urn:x", None, None, "Da ist Text."),
    ]


def test_an_entry_becomes_an_article_or_says_why_not() -> None:
    first, second = (item_of(entry, "rss") for entry in read(RSS).entries)
    assert isinstance(first, Rejected)
    assert isinstance(second, Article)
    assert (second.text, second.source) == ("Da ist Text.", "Bote")


def test_an_entry_knows_the_id_that_its_article_has_or_will_have() -> None:
    with_text = read(
        RSS.replace("<description>", "<content:encoded>Text &lt;p>").replace("</description>", "</content:encoded>")
    )
    item = item_of(with_text.entries[0], "rss")
    assert isinstance(item, Article)
    assert item.id == with_text.entries[0].article == read(RSS).entries[0].article


def test_relative_addresses_are_meant_from_the_address_of_the_feed() -> None:
    raw = RSS.replace("<link>https://bote.example/</link>", "")
    assert read(raw, "https://anzeiger.example/rss/").entries[0].url == "https://anzeiger.example/rss/1"


def test_what_could_not_be_read_is_told() -> None:
    found = read(RSS[:-60])
    assert ([entry.title for entry in found.entries], len(found.problems)) == (["T"], 2)


@pytest.mark.parametrize("raw", ["<html><body>Seite</body></html>", "Text", "{}", "<nitf/>"])
def test_what_is_no_feed_is_refused(raw: str) -> None:
    with pytest.raises(Refused, match="feed_unknown"):
        read(raw)


def test_an_empty_answer_is_refused() -> None:
    with pytest.raises(Refused, match="empty"):
        read("")
