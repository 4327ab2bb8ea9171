"""NewsML-G2: items by themselves and in messages, renditions, status, what is no text."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tests.intake.maps import article, in_short, refusal, taken
from wortlaut.types import Article, Origin, Withdrawn, article_id

ZONE = timezone(timedelta(hours=1))
SPACE = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>nein</title>'
    "</head><body><p>Eins &amp; eins.</p><p>Zwei.</p></body></html></inlineXML>"
)
META = (
    '<itemClass qcode="ninat:text"/><provider qcode="nprov:npa"><name>Neue Presse-Agentur</name></provider>'
    "<versionCreated>2025-03-04T11:00:00+01:00</versionCreated><firstCreated>2025-03-04T10:00:00+01:00</firstCreated>"
)
ABOUT = "<headline>Streit um Brücke</headline>"


def item(content: str = XHTML, meta: str = META, about: str = ABOUT, guid: str = "urn:newsml:npa.example:1") -> str:
    return (
        f'<newsItem {SPACE} guid="{guid}" version="2" standard="NewsML-G2">'
        f'<catalogRef href="http://127.0.0.1:9/catalog.xml"/><itemMeta>{meta}</itemMeta>'
        f"<contentMeta>{about}</contentMeta><contentSet>{content}</contentSet></newsItem>"
    )


def test_an_item_with_everything() -> None:
    about = (
        '<slugline>Bruecke/</slugline><headline role="hld:subHeadline">Rat berät</headline>'
        '<headline role="x:kicker">Müggenfurt</headline><headline>Streit um Brücke</headline>'
        "<by>Von Mira Löhn</by><creator><name>J. Äßle</name></creator><located><name>Müggenfurt</name></located>"
    )
    raw = ('<?xml version="1.0" encoding="UTF-8"?>\n' + item(about=about)).encode()
    found = article(raw, "a.xml")
    assert found == Article(
        id=article_id(text="", url=None, source="Neue Presse-Agentur", declared_id="urn:newsml:npa.example:1"),
        text="Eins & eins.\n\nZwei.",
        raw=raw,
        source_map=found.source_map,
        origin=Origin("a.xml"),
        form="newsml",
        encoding="utf-8",
        title="Streit um Brücke",
        published=date(2025, 3, 4),
        source="Neue Presse-Agentur",
        author="Mira Löhn",
        declared_id="urn:newsml:npa.example:1",
        subtitle="Rat berät",
        kicker="Müggenfurt",
        published_at=datetime(2025, 3, 4, 10, tzinfo=ZONE),
        updated_at=datetime(2025, 3, 4, 11, tzinfo=ZONE),
        revision=2,
    )


NITF = (
    "<inlineXML><nitf><body><body.content><p>Aus NITF.</p><media>Bild</media></body.content></body></nitf></inlineXML>"
)
PLAIN = '<inlineData contenttype="text/plain">Nur Text.\n\nZwei &lt; drei.</inlineData>'
HTML = '<inlineData contenttype="text/html">&lt;p&gt;Aus HTML.&lt;/p&gt;&lt;p&gt;Zwei.&lt;/p&gt;</inlineData>'
PREFIXED = '<inlineXML><x:html xmlns:x="http://www.w3.org/1999/xhtml"><x:body><x:p>Eins.</x:p><x:p>Zwei.</x:p></x:body></x:html></inlineXML>'
CODED = '<inlineData contenttype="text/plain" encoding="base64">SmE=</inlineData>'
REMOTE = '<remoteContent href="https://npa.example/1.html" contenttype="text/html"/>'


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (NITF, "Aus NITF."),
        (PLAIN, "Nur Text.\n\nZwei < drei."),
        (PLAIN + HTML, "Aus HTML.\n\nZwei."),
        (PLAIN + XHTML, "Eins & eins.\n\nZwei."),
        (PREFIXED, "Eins.\n\nZwei."),
        (CODED + PLAIN, "Nur Text.\n\nZwei < drei."),
        (REMOTE + PLAIN, "Nur Text.\n\nZwei < drei."),
        ("<inlineXML/>" + PLAIN, "Nur Text.\n\nZwei < drei."),
        ("<inlineXML><p xmlns='http://www.w3.org/1999/xhtml'>Nur ein Absatz.</p></inlineXML>", "Nur ein Absatz."),
    ],
)
def test_the_best_rendition_is_the_text(content: str, text: str) -> None:
    assert article(item(content).encode()).text == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "has no text. Check"),
        (CODED, "is packed or coded (base64)"),
        (REMOTE, "elsewhere: https://npa.example/1.html."),
    ],
)
def test_an_item_without_a_text_that_can_be_read_says_why(content: str, reason: str) -> None:
    assert reason in refusal(item(content).encode()).reason


def test_what_the_nitf_document_inside_says_fills_gaps() -> None:
    content = NITF.replace(
        "<body>", "<head><title>t</title></head><body><body.head><byline>Von Mira Löhn</byline></body.head>", 1
    )
    found = article(item(content, about="").encode())
    assert (found.title, found.author, found.source) == ("t", "Mira Löhn", "Neue Presse-Agentur")


def test_a_message_with_several_items() -> None:
    picture = item(meta='<itemClass qcode="ninat:picture"/>', guid="urn:bild")
    members = (item(), picture, item(PLAIN, guid="urn:newsml:npa.example:2"), '<packageItem guid="urn:paket"/>')
    inner = "\n".join(members)
    raw = f"<newsMessage {SPACE}><header/><itemSet>\n{inner}</itemSet></newsMessage>"
    found = taken(raw.encode())
    assert [(in_short(each), each.origin.record, each.origin.line) for each in found] == [
        ("Eins & eins.\n\nZwei.", 1, 2),
        ("(agency_not_text)", 2, 3),
        ("Nur Text.\n\nZwei < drei.", 3, 4),
        ("(agency_not_text)", 4, 7),
    ]
    assert [each.raw.decode() for each in found if isinstance(each, Article)] == [members[0], members[2]]
    assert str(found[1]) == (
        "x, record 2, line 3: The item urn:bild is no text, but of this kind: picture. It is left out; "
        "nothing need be done."
    )


@pytest.mark.parametrize("status", ['qcode="stat:canceled"', 'uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"'])
def test_a_killed_item_is_withdrawn_with_the_note_to_editors(status: str) -> None:
    raw = item(
        "", META + f"<pubStatus {status}/><edNote>Bitte  löschen</edNote><edNote>Falscher Name</edNote>"
    ).encode()
    assert taken(raw) == [
        Withdrawn(
            article(item().encode()).id,
            Origin("x"),
            declared_id="urn:newsml:npa.example:1",
            source="Neue Presse-Agentur",
            why="Bitte löschen Falscher Name",
            at=datetime(2025, 3, 4, 11, tzinfo=ZONE),
            revision=2,
            raw=raw,
        )
    ]


def test_a_picture_that_is_killed_is_withdrawn_too() -> None:
    raw = item("", '<itemClass qcode="ninat:picture"/><pubStatus qcode="stat:canceled"/>')
    assert [in_short(each) for each in taken(raw.encode())] == ["(withdrawn)"]


def test_a_withheld_item_is_withdrawn_until_further_notice() -> None:
    (found,) = taken(item(meta=META + '<pubStatus qcode="stat:withheld"/>').encode())
    assert isinstance(found, Withdrawn)
    assert found.why == "withheld until further notice"


def test_corrections_and_notes_are_told() -> None:
    meta = (
        META
        + '<pubStatus qcode="stat:usable"/><edNote>Berichtigt im 2. Absatz</edNote><signal qcode="sig:correction"/>'
    )
    assert article(item(meta=meta).encode()).notes == (
        "The agency calls this version a correction.",
        "The agency's note to editors: Berichtigt im 2. Absatz",
    )


@pytest.mark.parametrize(
    ("embargo", "notes"),
    [
        (
            "<embargoed>2025-03-04T18:00:00+01:00</embargoed>",
            ("The agency put an embargo on the item: not to be published before 2025-03-04T18:00:00+01:00.",),
        ),
        ("<embargoed>2025-03-04T10:30:00+01:00</embargoed>", ()),
        ("<embargoed/>", ("The agency put an embargo on the item without saying when it ends.",)),
    ],
)
def test_embargoes_that_are_not_over_when_the_item_is_sent_are_told(embargo: str, notes: tuple[str, ...]) -> None:
    assert article(item(meta=META + embargo).encode()).notes == notes


@pytest.mark.parametrize(
    ("meta", "about", "outlet"),
    [
        ('<provider qcode="nprov:npa"/>', "", "npa"),
        ('<provider literal="npa"/>', "", "npa"),
        ("", '<infoSource literal="Bote"/>', "Bote"),
        ("", "<creditline>Bote/npa</creditline>", "Bote/npa"),
        ("", "", None),
    ],
)
def test_outlets(meta: str, about: str, outlet: str | None) -> None:
    assert article(item(meta=meta, about=about).encode()).source == outlet


def test_the_day_of_an_item_with_only_its_version_dated() -> None:
    found = article(item(meta="<versionCreated>2025-03-04T11:00:00Z</versionCreated>").encode())
    assert (found.published_at, found.updated_at) == (datetime(2025, 3, 4, 11, tzinfo=UTC), None)


def test_a_message_that_breaks_off_gives_what_is_whole_and_says_where() -> None:
    raw = f"<newsMessage {SPACE}><itemSet>{item()}{item(PLAIN)}"[:-30].encode()
    assert [in_short(each) for each in taken(raw)] == ["Eins & eins.\n\nZwei.", "(xml_cut_off)", "(xml_cut_off)"]


def test_a_message_without_items() -> None:
    assert "holds no items" in refusal(f"<newsMessage {SPACE}><header/></newsMessage>".encode()).reason


def test_what_repeats_headline_and_keywords_is_left_out() -> None:
    body = (
        '<header><ul class="slugline"><li>Verkehr</li></ul><time>04.03.2025</time><h1>Streit um Brücke</h1></header>'
        '<section class="main"><p><span class="dateline">Müggenfurt (npa) - </span>Eins &amp; eins.</p>'
        "<p>Zwei.</p></section><footer>Redaktion: 0123</footer>"
    )
    content = f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html></inlineXML>'
    assert article(item(content).encode()).text == "Müggenfurt (npa) - Eins & eins.\n\nZwei."


def test_a_headline_that_the_text_repeats_is_left_out() -> None:
    assert article(item(PLAIN.replace("Nur Text.", "Streit um Brücke")).encode()).text == "Zwei < drei."


def test_escaped_xhtml_is_read_all_the_same() -> None:
    content = "<inlineXML contenttype='application/xhtml+xml'><![CDATA[<p>Eins.</p><p>Zwei.</p>]]></inlineXML>"
    assert article(item(content).encode()).text == "Eins.\n\nZwei."


def test_contacts_and_signatures_are_no_notes_to_editors() -> None:
    meta = (
        META + '<edNote role="x:editorialnote">Bild folgt</edNote><edNote role="x:closingline">npa mil xxzz n1</edNote>'
        '<edNote pubconstraint="x:nonpublic">Redaktion: 0123</edNote><edNote role="x:notepad">Notizblock</edNote>'
    )
    assert article(item(meta=meta).encode()).notes == ("The agency's note to editors: Bild folgt",)


def test_a_login_is_no_author() -> None:
    about = "<creator><name>loehn.mira</name></creator><creator><name>Mira Löhn</name></creator>"
    assert article(item(about=about).encode()).author == "Mira Löhn"
