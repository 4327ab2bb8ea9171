"""Atom: every type of content, links and bases, pages that follow, entries that were deleted."""

from datetime import UTC, date, datetime

import pytest

from tests.intake.maps import article, articles, in_short, refusal, sources, taken
from wortlaut.intake.feeds.entries import feed_in
from wortlaut.settings import Settings
from wortlaut.types import Article, Origin, Withdrawn, article_id

HEAD = '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://bote.example/x/">'
HEAD += '<title type="html">Bote &amp;amp; Co</title>'
TAIL = "</feed>"


def feed(*entries: str) -> bytes:
    return (HEAD + "\n".join(f"<entry>{entry}</entry>" for entry in entries) + TAIL).encode()


def test_an_entry_with_everything() -> None:
    entry = (
        '<id>urn:bote:1</id><title>Streit um Brücke</title><link rel="alternate" type="text/html" href="a/1"/>'
        '<link rel="self" href="https://bote.example/1.xml"/><author><name>Mira Löhn</name><uri>x</uri></author>'
        "<author><name>Jörg Äßle</name></author><published>2025-03-04T10:00:00Z</published>"
        '<updated>2025-03-05T10:00:00Z</updated><summary>Kurz</summary><content type="xhtml">'
        '<div xmlns="http://www.w3.org/1999/xhtml"><p>„Nein“ &amp; ja.</p><p>Ende.</p></div></content>'
    )
    found = article(feed(entry), "feed.atom")
    assert found == Article(
        id=article_id(text="", url="https://bote.example/x/a/1", source=None, declared_id=None),
        text="„Nein“ & ja.\n\nEnde.",
        raw=f"<entry>{entry}</entry>".encode(),
        source_map=found.source_map,
        origin=Origin("feed.atom", record=1, line=1, byte=len(HEAD)),
        form="atom",
        encoding="utf-8",
        title="Streit um Brücke",
        published=date(2025, 3, 4),
        source="Bote & Co",
        url="https://bote.example/x/a/1",
        author="Mira Löhn, Jörg Äßle",
        declared_id="urn:bote:1",
        published_at=datetime(2025, 3, 4, 10, tzinfo=UTC),
        updated_at=datetime(2025, 3, 5, 10, tzinfo=UTC),
    )
    assert b"&amp;" in sources(found)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (
            '<content type="html">&lt;p&gt;Eins&lt;/p&gt;&lt;p&gt;Zwei &amp;uuml;ber&lt;/p&gt;</content>',
            "Eins\n\nZwei über",
        ),
        ('<content type="html"><![CDATA[<p>Eins &lt; zwei</p>]]></content>', "Eins < zwei"),
        ("<content>Eins &lt; zwei\n\n  \nDrei</content>", "Eins < zwei\n\nDrei"),
        ('<content type="text/html" mode="escaped">&lt;p&gt;Eins&lt;/p&gt;</content>', "Eins"),
        (
            '<content type="application/xml"><nitf><body><body.content><p>Eins</p><media>x</media><p>Zwei</p>'
            "</body.content></body></nitf></content>",
            "Eins\n\nZwei",
        ),
    ],
)
def test_types_of_content(content: str, text: str) -> None:
    assert article(feed(f"<id>urn:bote:1</id>{content}")).text == text


@pytest.mark.parametrize(
    "content",
    [
        '<content src="https://bote.example/1.html" type="text/html"/>',
        '<content type="image/png">iVBORw0KGgo=</content>',
        "<summary>Nur kurz.</summary>",
        "",
    ],
)
def test_an_entry_without_text_is_refused_by_its_address(content: str) -> None:
    assert "https://bote.example/x/1" in refusal(feed(f'<link href="1"/>{content}')).reason


def test_the_outlet_that_an_entry_was_taken_from_is_its_source() -> None:
    entry = "<source><title>Süßbacher Anzeiger</title></source><content>Da ist Text.</content>"
    assert article(feed(entry)).source == "Süßbacher Anzeiger"


def test_atom_0_3() -> None:
    raw = '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Bote</title><entry><title>T</title>'
    raw += "<issued>2025-03-04T10:00:00Z</issued>"
    raw += '<content type="text/html" mode="escaped">&lt;p>Da ist Text.&lt;/p></content>'
    found = article(f"{raw}</entry></feed>".encode())
    assert (found.text, found.title, found.source, found.published) == ("Da ist Text.", "T", "Bote", date(2025, 3, 4))


def test_prefixed_names() -> None:
    raw = '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>Bote</a:title><a:entry><a:content>Text.</a:content>'
    found = article(f"{raw}</a:entry></a:feed>".encode())
    assert (found.text, found.source) == ("Text.", "Bote")


def test_a_single_entry_is_a_whole_file() -> None:
    raw = b'<entry xmlns="http://www.w3.org/2005/Atom"><id>urn:bote:1</id><content>Da ist Text.</content></entry>\n'
    found = article(raw)
    assert (found.text, found.raw, found.origin) == ("Da ist Text.", raw, Origin("x"))


def test_a_deleted_entry_is_withdrawn() -> None:
    gone = '<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="urn:bote:1" '
    gone += 'when="2025-03-04T10:00:00Z"><at:comment>Auf Wunsch  gelöscht</at:comment></at:deleted-entry>'
    raw = (HEAD + gone + TAIL).encode()
    assert taken(raw) == [
        Withdrawn(
            article_id(text="", url=None, source="Bote & Co", declared_id="urn:bote:1"),
            Origin("x", record=1, line=1, byte=len(HEAD)),
            declared_id="urn:bote:1",
            source="Bote & Co",
            why="Auf Wunsch gelöscht",
            at=datetime(2025, 3, 4, 10, tzinfo=UTC),
            raw=gone.encode(),
        )
    ]


def test_the_pages_that_follow() -> None:
    raw = feed("<content>Da ist Text.</content>").replace(TAIL.encode(), b'<link rel="next" href="?p=2"/></feed>')
    heading = feed_in(raw, origin=Origin("x"), settings=Settings()).heading
    assert (heading.form, heading.title, heading.next_pages) == ("atom", "Bote & Co", ("https://bote.example/x/?p=2",))


def test_an_unclosed_entry_ends_where_the_next_begins() -> None:
    raw = (
        HEAD + "<entry><content>Eins ist hier.</content><entry><content>Zwei ist hier.</content></entry></entry></feed>"
    )
    assert [item.text for item in articles(raw.encode())] == ["Eins ist hier.", "Zwei ist hier."]


def test_a_feed_that_breaks_off() -> None:
    raw = feed("<content>Eins ist hier.</content>", "<content>Zwei ist hier.</content>")[:-40]
    assert [in_short(item) for item in taken(raw)] == ["Eins ist hier.", "(xml_cut_off)", "(xml_cut_off)"]


def test_a_feed_that_forgot_its_namespace() -> None:
    assert article(b"<feed><title>Bote</title><entry><content>Da ist Text.</content></entry></feed>").form == "atom"
