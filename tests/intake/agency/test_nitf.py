"""NITF: the body's paragraphs, what the head says, corrections, embargoes and kills."""

from datetime import date, datetime, timedelta, timezone

import pytest

from tests.intake.maps import article, articles, in_short, refusal, sources, taken
from wortlaut.types import Article, Origin, Withdrawn, article_id

ZONE = timezone(timedelta(hours=1))
TEN = datetime(2025, 3, 4, 10, tzinfo=ZONE)
DATA = (
    '<doc-id id-string="npa-123" regsrc="npa"/><du-key version="3" key="k"/><date.issue norm="20250304T100000+0100"/>'
)
BODY = "<p>PORT SENNA (npa) - „Ja“, sagte sie.</p>"


def nitf(
    body: str = BODY, data: str = DATA, status: str = "usable", head: str = "<hedline><hl1>Titel</hl1></hedline>"
) -> bytes:
    return (
        '<?xml version="1.0"?><!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.3//EN" "nitf-3-3.dtd">\n<nitf '
        f'change.date="October 18, 2006"><head><docdata management-status="{status}">{data}</docdata></head><body>'
        f"<body.head>{head}</body.head><body.content>{body}</body.content></body></nitf>"
    ).encode()


def test_an_item_with_everything() -> None:
    head = (
        "<revision-history norm='20250304T110000+0100'/>"
        "<hedline><hl1>Streit um\n  Brücke</hl1><hl2>Rat berät</hl2></hedline><byline>Von Mira Löhn</byline>"
        "<distributor>Neue Presse-Agentur</distributor><dateline><location>PORT SENNA</location></dateline>"
        "<abstract><p>Kurz gesagt.</p></abstract>"
    )
    raw = nitf(head=head)
    found = article(raw, "a.xml")
    assert found == Article(
        id=article_id(text="", url=None, source="Neue Presse-Agentur", declared_id="npa-123"),
        text="PORT SENNA (npa) - „Ja“, sagte sie.",
        raw=raw,
        source_map=found.source_map,
        origin=Origin("a.xml"),
        form="nitf",
        encoding="utf-8",
        title="Streit um Brücke",
        published=date(2025, 3, 4),
        source="Neue Presse-Agentur",
        author="Mira Löhn",
        declared_id="npa-123",
        subtitle="Rat berät",
        published_at=datetime(2025, 3, 4, 10, tzinfo=ZONE),
        updated_at=datetime(2025, 3, 4, 11, tzinfo=ZONE),
        revision=3,
    )
    assert b"".join(sources(found)).decode() == found.text


def test_what_of_the_body_is_text() -> None:
    body = (
        "<block><p>Eins <em>und</em>\n eins.</p><hl2>Zwischen</hl2><ul><li>Punkt a</li><li>Punkt b</li></ul></block>"
        "<media media-type='image'><media-reference source='x'/><media-caption><p>Bild</p></media-caption></media>"
        "<bq><block><p>„Zitat“</p></block><credit>Jörg Äßle</credit></bq>"
        "<note noteclass='editorsnote'><p>Für uns</p></note>"
        "<table><tr><td>Müggenfurt</td></tr><tr><td>3:1</td></tr></table><p>Zeile<br/>Zeile &#8211; Ende</p>"
    )
    assert article(nitf(body)).text == (
        "Eins und eins.\n\nZwischen\n\nPunkt a\n\nPunkt b\n\n„Zitat“\n\nJörg Äßle\n\nMüggenfurt\n\n3:1\n\n"
        "Zeile\nZeile – Ende"
    )


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ("<byline>Von Mira Löhn und Jörg Äßle, npa</byline>", "Mira Löhn und Jörg Äßle, npa"),
        ("<byline>By Mira Löhn</byline>", "Mira Löhn"),
        ("<byline>Aus Örlingen von Mira Löhn</byline>", "Mira Löhn"),
        ("<byline>Von <person>Mira Löhn</person><byttl>Reporterin</byttl></byline>", "Mira Löhn"),
        ("<byline>Von Mira Löhn<byttl>Reporterin</byttl></byline>", "Mira Löhn"),
        ("<byline>Vonda Grün</byline>", "Vonda Grün"),
        ("<byline> </byline>", None),
    ],
)
def test_bylines(head: str, author: str | None) -> None:
    assert article(nitf(head=head)).author == author


@pytest.mark.parametrize(
    ("data", "day", "at"),
    [
        ('<date.issue norm="20250304"/>', date(2025, 3, 4), None),
        ('<date.issue norm="20250304T000000+0100"/>', date(2025, 3, 4), None),
        ('<date.issue norm="20250304"/><date.release norm="20250304T090000Z"/>', date(2025, 3, 4), TEN),
        ('<date.issue norm="neulich"/>', None, None),
    ],
)  # fmt: skip
def test_dates(data: str, day: date | None, at: datetime | None) -> None:
    found = article(nitf(data=data))
    assert (found.published, found.published_at) == (day, at)


@pytest.mark.parametrize("status", ["canceled", "cancelled", "killed", "Canceled"])
def test_a_killed_item_is_withdrawn_with_what_the_agency_says(status: str) -> None:
    raw = nitf("<p>Bitte nicht verwenden.</p>", DATA + '<ed-msg info="Bitte löschen:\n falscher Name"/>', status)
    assert taken(raw) == [
        Withdrawn(
            article(nitf()).id,
            Origin("x"),
            declared_id="npa-123",
            source="npa",
            why="Bitte löschen: falscher Name",
            at=TEN,
            revision=3,
            raw=raw,
        )
    ]


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("Kanzler weist Vorwürfe zurück", None),
        ("Bitte nicht verwenden: Kanzler spricht", "Bitte nicht verwenden: Kanzler spricht"),
        ("KILL - Kanzler", "KILL - Kanzler"),
        ("Meldung zurückgezogen", "Meldung zurückgezogen"),
    ],
)
def test_the_headline_of_a_kill_is_a_reason_only_where_it_tells_of_it(title: str, why: str | None) -> None:
    (found,) = taken(nitf(status="canceled", body="", head=f"<hedline><hl1>{title}</hl1></hedline>"))
    assert isinstance(found, Withdrawn)
    assert found.why == why


def test_a_long_reason_is_shortened() -> None:
    (found,) = taken(nitf(data=DATA + f'<ed-msg info="{"Bitte löschen! " * 100}"/>', status="canceled"))
    assert isinstance(found, Withdrawn)
    assert found.why is not None
    assert (len(found.why) <= 300, found.why[-1]) == (True, "…")


def test_a_withheld_item_is_withdrawn_until_further_notice() -> None:
    (found,) = taken(nitf(status="withheld", data=DATA + '<ed-msg info="Prüfung läuft"/>'))
    assert isinstance(found, Withdrawn)
    assert found.why == "withheld until further notice: Prüfung läuft"


def test_corrections_notes_and_embargoes_are_told() -> None:
    data = (
        DATA
        + '<correction info="Name"/><ed-msg info="Berichtigt im 2. Absatz"/><date.release norm="20250304T180000+0100"/>'
    )
    assert article(nitf(data=data, status="embargoed")).notes == (
        "The agency calls this version a correction.",
        "The agency's note to editors: Berichtigt im 2. Absatz",
        "The agency put an embargo on the item: not to be published before 2025-03-04T18:00:00+01:00.",
    )


def test_a_new_version_is_the_same_article() -> None:
    assert article(nitf()).id == article(nitf("<p>Neu: „Nein“.</p>", DATA.replace('"3"', '"4"'))).id


def test_without_a_body_the_abstract_is_the_text_and_is_noted() -> None:
    found = article(nitf("", head="<abstract><p>Kurz gesagt.</p></abstract>"))
    assert (found.text, found.notes) == (
        "Kurz gesagt.",
        ("The item has no text of its own; its summary was taken for it.",),
    )


def test_an_item_without_any_text_is_refused_by_its_id() -> None:
    assert refusal(nitf("")).reason == "The item npa-123 has no text. Check that it was sent whole."


def test_names_in_the_namespace_of_nitf() -> None:
    raw = nitf().decode().replace("<", "<n:").replace("<n:/", "</n:").replace("<n:?", "<?").replace("<n:!", "<!")
    raw = raw.replace("<n:nitf", '<n:nitf xmlns:n="http://iptc.org/std/NITF/2006-10-18/"', 1)
    assert (article(raw.encode()).text, article(raw.encode()).title) == (article(nitf()).text, "Titel")


def test_several_documents_one_behind_another() -> None:
    one, two = nitf(), nitf("<p>Noch ein Text.</p>", DATA.replace("123", "124"))
    found = articles(one + b"\n" + two)
    assert [(item.text[:8], item.origin.record, item.origin.line, item.raw[:6]) for item in found] == [
        ("PORT SEN", 1, 2, b"<nitf "),
        ("Noch ein", 2, 4, b"<nitf "),
    ]


def test_a_body_that_breaks_off_is_refused() -> None:
    found = refusal(nitf()[: -len("sie.</p></body.content></body></nitf>")])
    assert found.reason == (
        "The XML breaks off: <body.content> has no end (line 2). What would follow is lost; fetch the file again."
    )


def test_only_a_tail_that_is_missing_is_mended_and_noted() -> None:
    found = article(nitf()[: -len("</body></nitf>")])
    assert found.notes == ("The XML is not well-formed and was mended (2 ×, first in line 2).",)


def test_entities_are_refused() -> None:
    assert in_short(refusal(nitf().replace(b' "nitf-3-3.dtd">', b' "x" [<!ENTITY a "b">]>'))) == "(xml_entities)"
