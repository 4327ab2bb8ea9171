"""RSS in all versions: texts, facts, what has no text, and what is broken."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tests.intake.maps import article, articles, in_short, refusal, sources, taken
from wortlaut.types import Article, Origin

HEAD = '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/"'
HEAD += ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
HEAD += "<title>Der M&uuml;ggenbote</title><link>https://bote.example/</link>\n"
TAIL = "</channel></rss>"
BETWEEN = "</p><figure><figcaption>Bild</figcaption></figure><p>"
LONG = "Der Rat hat lange beraten. " * 60


def feed(*items: str) -> bytes:
    return (HEAD + "\n".join(f"<item>{item}</item>" for item in items) + TAIL).encode()


def encoded(html: str) -> str:
    return f"<content:encoded><![CDATA[{html}]]></content:encoded>"


def test_an_entry_with_everything() -> None:
    item = (
        "<title>Streit um &lt;b&gt;Br&#252;cke&lt;/b&gt;</title><media:title>nein</media:title><link>/a/1</link>"
        '<guid isPermaLink="false">g-1</guid><dc:creator>Mira Löhn</dc:creator><dc:creator>Jörg Äßle</dc:creator>'
        "<pubDate>Di, 04 Mär 2025 10:00:00 +0100</pubDate><description>Kurz &amp; gut …</description>"
        "<atom:updated>2025-03-05T08:00:00Z</atom:updated>"
        + encoded(
            "<p>„Nein“, sagte L&ouml;hn &amp; ging.</p><figure><figcaption>Bild</figcaption></figure><p>Ende.</p>"
        )
    )
    raw = feed(item)
    found = article(raw, "feed.xml")
    start = raw.index(b"<item>")
    assert found == Article(
        id=found.id,
        text="„Nein“, sagte Löhn & ging.\n\nEnde.",
        raw=f"<item>{item}</item>".encode(),
        source_map=found.source_map,
        origin=Origin("feed.xml", record=1, line=2, byte=start),
        form="rss",
        encoding="utf-8",
        title="Streit um Brücke",
        published=date(2025, 3, 4),
        source="Der Müggenbote",
        url="https://bote.example/a/1",
        author="Mira Löhn, Jörg Äßle",
        declared_id="g-1",
        published_at=datetime(2025, 3, 4, 10, tzinfo=timezone(timedelta(hours=1))),
        updated_at=datetime(2025, 3, 5, 8, tzinfo=UTC),
    )
    assert [each for each in sources(found) if len(each) > 3] == [b"&ouml;", b"&amp;", BETWEEN.encode()]


def test_an_entry_without_text_names_its_address_and_what_to_do() -> None:
    found = refusal(feed("<title>Kurz</title><link>https://bote.example/2</link><description>Nur das …</description>"))
    assert str(found) == (
        "x, record 1, line 2: The feed has no full text of this entry, only its address: https://bote.example/2. "
        "Follow the feed with `wortlaut watch`, or read that address."
    )


def test_neighbours_of_an_entry_without_text_are_kept() -> None:
    found = taken(
        feed("<title>Leer</title>", "<guid>g</guid>" + encoded("<p>Da ist Text.</p>"), "<link>gopher://x</link>")
    )
    assert [in_short(item) for item in found] == ["(feed_entry_empty)", "Da ist Text.", "(feed_entry_empty)"]


def test_a_long_description_is_the_text_and_is_noted() -> None:
    found = article(feed(f"<title>T</title><description>&lt;p&gt;{LONG}&lt;/p&gt;</description>"))
    assert (found.text, found.notes) == (
        LONG.strip(),
        ("The feed has no text of its own for the entry; its summary is so long that it was taken for the full text.",),
    )


@pytest.mark.parametrize(
    "html",
    [
        "<p>Der Rat hat beraten …</p>",
        "<p>Der Rat hat beraten.</p><p><a href='/1'>Weiterlesen</a></p>",
        f"<p>{LONG}</p><p>Der Beitrag <a>Streit</a> erschien zuerst auf <a>Bote</a>.</p>",
        "<p>Das steht auch darunter.</p>",
    ],
)
def test_content_that_is_only_a_teaser_is_not_taken_for_the_text(html: str) -> None:
    item = f"<link>https://bote.example/1</link><description>Das steht auch darunter.</description>{encoded(html)}"
    assert [in_short(each) for each in taken(feed(item))] == ["(feed_entry_without_text)"]


@pytest.mark.parametrize(
    ("item", "url", "identity"),
    [
        ("<guid>https://bote.example/3</guid>", "https://bote.example/3", "https://bote.example/3"),
        ('<guid isPermaLink="false">https://bote.example/3</guid>', None, "https://bote.example/3"),
        ("<guid>/3</guid>", None, "/3"),
        ("<link>?id=3</link>", "https://bote.example/?id=3", None),
        ('<atom:link href="https://bote.example/3"/>', "https://bote.example/3", None),
        ("<link>javascript:alert(1)</link>", None, None),
        ("<link>https://[</link>", None, None),
        ('<link xml:base="https://andere.example/">3</link><guid>g</guid>', "https://bote.example/3", "g"),
    ],
)
def test_addresses_and_ids(item: str, url: str | None, identity: str | None) -> None:
    found = article(feed(item + encoded("<p>Da ist Text.</p>")))
    assert (found.url, found.declared_id) == (url, identity)


@pytest.mark.parametrize(
    ("item", "author"),
    [
        ("<author>loehn@bote.example (Mira Löhn)</author>", "Mira Löhn"),
        ("<author>Mira Löhn &lt;loehn@bote.example&gt;</author>", "Mira Löhn"),
        ("<author>Mira Löhn</author>", "Mira Löhn"),
        ("<author>loehn@bote.example</author>", "loehn@bote.example"),
        ("<media:credit>Bild: Äßle</media:credit>", None),
    ],
)
def test_authors(item: str, author: str | None) -> None:
    assert article(feed(item + encoded("<p>Da ist Text.</p>"))).author == author


def test_a_date_that_is_not_understood_is_noted() -> None:
    found = article(feed("<pubDate>neulich</pubDate>" + encoded("<p>Da ist Text.</p>")))
    assert (found.published, found.notes) == (None, ("The date was not understood: neulich.",))


def test_an_entry_of_another_outlet_names_that_one() -> None:
    item = '<source url="https://anzeiger.example/rss">Süßbacher Anzeiger</source>' + encoded("<p>Da ist Text.</p>")
    assert article(feed(item)).source == "Süßbacher Anzeiger"


def test_rss_1_0_has_its_items_beside_the_channel() -> None:
    raw = (
        '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="x"><title>Bote</title></channel>'
        '<item rdf:about="https://bote.example/1"><title>T</title><link>https://bote.example/1</link>'
        "<dc:date>2025-03-04</dc:date><content:encoded>&lt;p&gt;Da ist Text.&lt;/p&gt;</content:encoded></item>"
        "</rdf:RDF>"
    )
    found = article(raw.encode())
    assert (found.text, found.title, found.source, found.url, found.declared_id, found.published) == (
        "Da ist Text.",
        "T",
        "Bote",
        "https://bote.example/1",
        "https://bote.example/1",
        date(2025, 3, 4),
    )


def test_rss_0_91_without_any_namespace() -> None:
    item = f"<item><description>{LONG}</description></item>"
    raw = f'<!DOCTYPE rss SYSTEM "rss-0.91.dtd"><rss version="0.91"><channel>{item}</channel></rss>'
    assert article(raw.encode()).text == LONG.strip()


def test_prefixes_that_nobody_declared_are_understood() -> None:
    item = "<title>T</title><media:title>nein</media:title><content:encoded>&lt;p>Text.&lt;/p></content:encoded>"
    item += "<dc:creator>Mira Löhn</dc:creator>"
    found = article(f"<rss><channel><item>{item}</item></channel></rss>".encode())
    assert (found.title, found.text, found.author) == ("T", "Text.", "Mira Löhn")


def test_markup_that_was_not_escaped_is_read_all_the_same() -> None:
    item = "<content:encoded><p>Eins &nbsp;& zwei.</p><p>Drei<br>Vier</p></content:encoded>"
    found = article(feed(item))
    assert (found.text, found.notes) == (
        "Eins \u00a0& zwei.\n\nDrei\nVier",
        ("The XML is not well-formed and was mended (1 ×, first in line 2).",),
    )


def test_html_without_blocks_has_paragraphs_at_blank_lines() -> None:
    assert article(feed(encoded("Eins <b>und</b>\nzwei.\r\n\r\nDrei."))).text == "Eins und zwei.\n\nDrei."


def test_references_and_cdata_within_each_other_are_led_back_to_their_bytes() -> None:
    found = article(feed("<content:encoded>&lt;p&gt;&amp;Uuml;&#98;er &amp;amp;&lt;/p&gt;</content:encoded>"))
    assert (found.text, sources(found)) == (
        "Über &",
        [b"&amp;Uuml;", b"&#98;", b"e", b"r", b" ", b"&amp;amp;"],
    )


def test_a_feed_that_breaks_off_gives_what_is_whole_and_says_where() -> None:
    raw = feed(encoded("<p>Da ist Text.</p>"), encoded("<p>Auch hier ist Text.</p>"))[:-60]
    assert [in_short(item) for item in taken(raw)] == ["Da ist Text.", "(xml_cut_off)", "(xml_cut_off)"]
    assert [str(item) for item in taken(raw)[1:]] == [
        "x, record 2, line 3: The XML breaks off: <item> has no end (line 3). What would follow is lost; "
        "fetch the file again.",
        "x: The XML breaks off: <rss> has no end (line 1). What would follow is lost; fetch the file again.",
    ]


def test_an_item_that_was_not_closed_ends_where_the_next_begins() -> None:
    one, two = encoded("<p>Eins ist hier.</p>"), encoded("<p>Zwei ist hier.</p>")
    found = articles((HEAD + f"<item>{one}<item>{two}</item></item>" + TAIL).encode())
    assert [(item.text, item.raw.decode()) for item in found] == [
        ("Eins ist hier.", f"<item>{one}"),
        ("Zwei ist hier.", f"<item>{two}</item>"),
    ]


def test_a_feed_without_entries_is_said_to_be_one() -> None:
    assert in_short(refusal(feed()[:-21] + TAIL.encode())) == "(feed_without_entries)"


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1252", "utf-16", "utf-8-sig"])
def test_the_encoding_that_the_feed_declares(encoding: str) -> None:
    text = HEAD + f"<item>{encoded('<p>Grüße aus Äßlingen.</p>')}</item>" + TAIL
    found = article(f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>{text}'.encode(encoding))
    assert (found.text, found.source, found.notes) == ("Grüße aus Äßlingen.", "Der Müggenbote", ())
    assert [each.decode(found.encoding) for each in sources(found)] == list(found.text)


def test_no_entity_is_ever_expanded() -> None:
    raw = f'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>{HEAD}<item>{encoded("&a;")}</item>{TAIL}'
    assert in_short(refusal(raw.encode())) == "(xml_entities)"


def test_a_text_that_only_speaks_of_rss_is_no_feed() -> None:
    assert article(b"Er sprach von <rss> und von Feeds.").form == "text"


def test_an_export_of_wordpress_has_its_paragraphs_at_blank_lines() -> None:
    html = "<strong>Eins.</strong>\n\nZwei\nund zwei.\n<h2>Zwischen</h2>\nDrei.\n\n<ul>\n<li>a</li>\n</ul>\nVier."
    item = f"<title>T</title><wp:post_id>7</wp:post_id>{encoded(html)}<excerpt:encoded><![CDATA[]]></excerpt:encoded>"
    assert article(feed(item)).text == "Eins.\n\nZwei und zwei.\n\nZwischen\n\nDrei.\n\na\n\nVier."


def test_a_content_of_picture_teaser_and_link_is_a_teaser() -> None:
    html = '<p><a href="/1"><img src="1.jpg" alt="Brücke | npa"/></a> <br/>Der Rat berät. [<a href="/1">mehr</a>]</p>'
    found = refusal(feed(f"<link>/1</link><description>Der Rat berät.</description>{encoded(html)}"))
    assert in_short(found) == "(feed_entry_without_text)"


def test_drafts_and_files_in_an_export_of_wordpress_are_said_to_be_left_out() -> None:
    text = encoded("<p>Da ist Text.</p>")
    found = taken(
        feed(
            f"{text}<wp:status><![CDATA[publish]]></wp:status><wp:post_type>post</wp:post_type>",
            f"<guid>urn:bote:2</guid>{text}<wp:status>draft</wp:status><wp:post_type>post</wp:post_type>",
            "<guid>urn:bote:3</guid><wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type>",
        )
    )
    assert [in_short(item) for item in found] == ["Da ist Text.", "(feed_entry_unpublished)", "(agency_not_text)"]


def test_an_item_within_another_leaves_the_outer_one_whole() -> None:
    one, two = encoded("<p>Eins ist hier.</p>"), encoded("<p>Zwei ist hier.</p>")
    found = articles((HEAD + f"<item><item>{two}</item>{one}</item>" + TAIL).encode())
    assert [(item.text, item.raw.decode()) for item in found] == [
        ("Eins ist hier.", f"<item><item>{two}</item>{one}</item>"),
        ("Zwei ist hier.", f"<item>{two}</item>"),
    ]
