"""JSON Feed: texts and facts, and what is broken in it."""

import json
from datetime import date, datetime, timedelta, timezone

import pytest

from tests.intake.maps import article, in_short, refusal, sources, taken
from wortlaut.intake.feeds.entries import feed_in
from wortlaut.settings import Settings
from wortlaut.types import Article, Origin, article_id

HEAD = '{"version": "https://jsonfeed.org/version/1.1", "title": "Der Bote", "home_page_url": "https://bote.example/",'
HEAD += '\n"items": ['


def feed(*items: dict[str, object]) -> bytes:
    return (HEAD + ",\n".join(json.dumps(item) for item in items) + "]}").encode()


def test_an_entry_with_everything() -> None:
    item: dict[str, object] = {
        "id": 7,
        "url": "/a/7",
        "title": "Streit um Brücke",
        "content_html": "<p>„Nein“ &amp; ja.</p>\n<p>Ende.</p>",
        "content_text": "„Nein“ & ja. Ende.",
        "summary": "Kurz",
        "date_published": "2025-03-04T10:00:00+01:00",
        "date_modified": "2025-03-04T11:00:00+01:00",
        "authors": [{"name": "Mira Löhn"}, {"url": "x"}, {"name": "Jörg Äßle"}],
    }
    found = article(feed(item), "feed.json")
    assert found == Article(
        id=article_id(text="", url="https://bote.example/a/7", source=None, declared_id=None),
        text="„Nein“ & ja.\n\nEnde.",
        raw=json.dumps(item).encode(),
        source_map=found.source_map,
        origin=Origin("feed.json", record=1, line=2, byte=len(HEAD)),
        form="jsonfeed",
        encoding="utf-8",
        title="Streit um Brücke",
        published=date(2025, 3, 4),
        source="Der Bote",
        url="https://bote.example/a/7",
        author="Mira Löhn, Jörg Äßle",
        declared_id="7",
        published_at=datetime(2025, 3, 4, 10, tzinfo=timezone(timedelta(hours=1))),
        updated_at=datetime(2025, 3, 4, 11, tzinfo=timezone(timedelta(hours=1))),
    )
    assert sources(found)[:2] == [b"\\u201e", b"N"]


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ({"content_text": "Eins < zwei\n\nDrei"}, "Eins < zwei\n\nDrei"),
        ({"content_html": "<p>Eins …</p>", "content_text": "Eins und zwei."}, "Eins und zwei."),
        ({"content_html": "", "content_text": "Eins."}, "Eins."),
        ({"content_html": 5, "content_text": "Eins."}, "Eins."),
        ({"summary": "Der Rat hat beraten. " * 60}, ("Der Rat hat beraten. " * 60).strip()),
    ],
)
def test_where_the_text_is_taken_from(item: dict[str, object], text: str) -> None:
    assert article(feed(item)).text == text


def test_entries_without_text_and_what_is_no_entry() -> None:
    raw = feed(
        {"url": "https://bote.example/1", "summary": "Kurz"}, {"id": "https://bote.example/2"}, {}, {"url": "/3"}
    )
    assert [getattr(item, "why").details for item in taken(raw)] == [  # noqa: B009 (items of three types)
        (("url", "https://bote.example/1"),),
        (("url", "https://bote.example/2"),),
        (),
        (("url", "https://bote.example/3"),),
    ]


def test_the_version_may_stand_behind_the_entries() -> None:
    item = {"content_text": "Da ist Text."}
    raw = json.dumps({"items": [item] * 3000, "version": "https:\\/\\/jsonfeed.org\\/version\\/1"}).replace(
        "\\\\", "\\"
    )
    assert {item.form for item in taken(raw.encode()) if isinstance(item, Article)} == {"jsonfeed"}


def test_other_json_with_items_is_none() -> None:
    raw = json.dumps({"version": "1", "items": [{"text": "https://jsonfeed.org/version/1 ist die Adresse."}]})
    assert article(raw.encode()).form == "json"


def test_a_feed_that_breaks_off_gives_what_is_whole_and_says_where() -> None:
    raw = feed({"content_text": "Eins ist hier."}, {"content_text": "Zwei ist hier."})[:-12]
    found = taken(raw)
    assert [in_short(item) for item in found] == ["Eins ist hier.", "(broken_json)"]
    assert "line 3, column 18: the string that begins there does not end" in str(found[1])


def test_a_broken_entry_does_not_cost_its_neighbours() -> None:
    raw = feed({"content_text": "Eins ist hier."}, {"content_text": "Zwei."}, {"content_text": "Drei ist hier."})
    found = taken(raw.replace(b'"Zwei."', b'"Zwei.\\x"'))
    assert [in_short(item) for item in found] == ["Eins ist hier.", "(broken_json)", "Drei ist hier."]


def test_a_feed_without_entries() -> None:
    assert in_short(refusal(feed())) == "(feed_without_entries)"


def test_the_pages_that_follow() -> None:
    raw = feed({"content_text": "Da ist Text."})[:-1] + b', "next_url": "feed.json?page=2"}'
    found = feed_in(raw, origin=Origin("x"), settings=Settings(), url="https://bote.example/feed.json")
    assert found.heading.next_pages == ("https://bote.example/feed.json?page=2",)
    assert [entry.body.text if entry.body else None for entry in found.entries] == ["Da ist Text."]
