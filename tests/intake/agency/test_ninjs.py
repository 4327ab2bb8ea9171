"""ninjs of all generations: alone, in lists, one a line; and JSON that is not ninjs."""

import json
from datetime import date, datetime, timedelta, timezone

import pytest

from tests.intake.maps import article, articles, in_short, refusal, sources, taken
from wortlaut.types import Article, Origin, Withdrawn, article_id

ZONE = timezone(timedelta(hours=1))
ITEM: dict[str, object] = {
    "uri": "urn:newsml:npa.example:1",
    "version": "2",
    "firstcreated": "2025-03-04T10:00:00+01:00",
    "versioncreated": "2025-03-04T11:00:00+01:00",
    "pubstatus": "usable",
    "urgency": 4,
    "provider": "npa",
    "byline": "Von Mira Löhn",
    "headline": "Streit um Brücke",
    "body_xhtml": "<p>„Nein“ &amp; ja.</p><p>Ende.</p>",
    "body_text": "„Nein“ & ja. Ende.",
    "associations": {"bild": {"uri": "urn:bild", "type": "picture", "body_text": "Bild"}},
}


def ninjs(**members: object) -> bytes:
    return json.dumps(ITEM | members).encode()


def test_an_item_with_everything() -> None:
    raw = ninjs()
    found = article(raw, "a.json")
    assert found == Article(
        id=article_id(text="", url=None, source="npa", declared_id="urn:newsml:npa.example:1"),
        text="„Nein“ & ja.\n\nEnde.",
        raw=raw,
        source_map=found.source_map,
        origin=Origin("a.json"),
        form="ninjs",
        encoding="utf-8",
        title="Streit um Brücke",
        published=date(2025, 3, 4),
        source="npa",
        author="Mira Löhn",
        declared_id="urn:newsml:npa.example:1",
        published_at=datetime(2025, 3, 4, 10, tzinfo=ZONE),
        updated_at=datetime(2025, 3, 4, 11, tzinfo=ZONE),
        revision=2,
    )
    assert sources(found)[:2] == [b"\\u201e", b"N"]


SECOND: dict[str, object] = {
    "uri": "https://npa.example/items/1",
    "standard": {"name": "ninjs", "version": "2.0"},
    "versioncreated": "2025-03-04T11:00:00+01:00",
    "headlines": [{"role": "sub", "value": "Rat berät"}, {"role": "main", "value": "Streit um Brücke"}],
    "by": "Von Mira Löhn",
    "infosources": [{"name": "Neue Presse-Agentur", "role": "x"}],
    "bodies": [
        {"role": "nitf", "contenttype": "text/vnd.IPTC.NITF", "value": "<nitf/>"},
        {"role": "text", "contenttype": "text/plain", "value": "Eins. Zwei."},
        {"role": "html", "contenttype": "text/html", "value": "<section><p>Eins.</p><p>Zwei.</p></section>"},
    ],
}


def test_the_second_generation() -> None:
    found = article(json.dumps(SECOND).encode())
    assert (found.text, found.title, found.subtitle, found.author, found.source, found.url, found.form) == (
        "Eins.\n\nZwei.",
        "Streit um Brücke",
        "Rat berät",
        "Mira Löhn",
        "Neue Presse-Agentur",
        "https://npa.example/items/1",
        "ninjs",
    )


def test_the_third_generation_writes_its_names_otherwise() -> None:
    third = {
        "versionCreated": "2025-03-04T11:00:00Z",
        "pubStatus": "canceled",
        "edNote": "Bitte löschen",
        "uri": "urn:x:1",
    }
    (found,) = taken(json.dumps(third).encode())
    assert isinstance(found, Withdrawn)
    assert (found.declared_id, found.why) == ("urn:x:1", "Bitte löschen")


@pytest.mark.parametrize(
    ("members", "text"),
    [
        ({"body_xhtml": None}, "„Nein“ & ja. Ende."),
        ({"body_xhtml": "", "body_text": "Eins.\n\nZwei < drei."}, "Eins.\n\nZwei < drei."),
        ({"body_xhtml": None, "body_text": None, "body_html": "<p>Eins</p>"}, "Eins"),
        ({"body_xhtml": None, "body_text": None, "body_sms": "<p>Eins</p>"}, "Eins"),
    ],
)
def test_where_the_text_is_taken_from(members: dict[str, object], text: str) -> None:
    assert article(ninjs(**members)).text == text


def test_the_description_is_the_last_resort_and_is_noted() -> None:
    found = article(ninjs(body_xhtml=None, body_text=None, description_text="Kurz gesagt."))
    assert (found.text, found.notes) == (
        "Kurz gesagt.",
        ("The item has no text of its own; its summary was taken for it.",),
    )


@pytest.mark.parametrize(
    "status", ["canceled", "Cancelled", "stat:canceled", "http://cv.iptc.org/newscodes/x/canceled"]
)
def test_a_killed_item_is_withdrawn(status: str) -> None:
    raw = ninjs(pubstatus=status, ednote="Bitte löschen", version=3)
    assert taken(raw) == [
        Withdrawn(
            article(ninjs()).id,
            Origin("x"),
            declared_id="urn:newsml:npa.example:1",
            source="npa",
            why="Bitte löschen",
            at=datetime(2025, 3, 4, 11, tzinfo=ZONE),
            revision=3,
            raw=raw,
        )
    ]


def test_a_withheld_item_is_withdrawn_until_further_notice() -> None:
    (found,) = taken(ninjs(pubstatus="withheld"))
    assert isinstance(found, Withdrawn)
    assert found.why == "withheld until further notice"


def test_corrections_notes_and_embargoes_are_told() -> None:
    raw = ninjs(ednote="Berichtigt", signal=[{"code": "sig:correction"}], embargoed="2025-03-04T18:00:00+01:00")
    assert article(raw).notes == (
        "The agency calls this version a correction.",
        "The agency's note to editors: Berichtigt",
        "The agency put an embargo on the item: not to be published before 2025-03-04T18:00:00+01:00.",
    )


def test_pictures_are_said_to_be_left_out() -> None:
    assert "of this kind: picture" in refusal(ninjs(type="picture")).reason


def test_a_list_with_kills_and_pictures_among_the_items() -> None:
    raw = b"[" + ninjs() + b",\n" + ninjs(pubstatus="canceled") + b",\n" + ninjs(type="video") + b",\n 5]"
    found = taken(raw)
    assert [(in_short(each), each.origin.record, each.origin.line) for each in found] == [
        ("„Nein“ & ja.\n\nEnde.", 1, 1),
        ("(withdrawn)", 2, 2),
        ("(agency_not_text)", 3, 3),
        ("(ninjs_no_object)", 4, 4),
    ]


def test_one_item_a_line() -> None:
    raw = ninjs() + b"\n" + ninjs(uri="urn:newsml:npa.example:2") + b"\n"
    assert [(each.form, each.declared_id, each.origin.line) for each in articles(raw, "a.jsonl")] == [
        ("ninjs", "urn:newsml:npa.example:1", 1),
        ("ninjs", "urn:newsml:npa.example:2", 2),
    ]


def test_a_long_text_before_the_fields_that_tell() -> None:
    text = "Der Rat hat beraten. " * 10_000
    raw = json.dumps({"uri": "urn:x:1", "body_text": text, "versioncreated": "2025-03-04T11:00:00Z"})
    assert article(raw.encode()).form == "ninjs"


def test_an_object_around_the_list() -> None:
    raw = b'{"status": "ok", "_items": [' + ninjs() + b", " + ninjs(pubstatus="canceled") + b"]}"
    assert [in_short(each) for each in taken(raw)] == ["„Nein“ & ja.\n\nEnde.", "(withdrawn)"]


def test_a_kill_of_nothing_but_an_id() -> None:
    (found,) = taken(b'{"uri": "urn:newsml:npa.example:1", "pubstatus": "canceled"}')
    assert isinstance(found, Withdrawn)
    assert (found.declared_id, found.why) == ("urn:newsml:npa.example:1", None)


def test_a_kill_without_an_id_is_refused() -> None:
    found = taken(b"[" + ninjs() + b", " + json.dumps({"pubstatus": "canceled", "headline": "x"}).encode() + b"]")
    assert [in_short(each) for each in found] == ["„Nein“ & ja.\n\nEnde.", "(agency_kill_unnamed)"]


@pytest.mark.parametrize(
    "record",
    [
        {"uri": "https://bote.example/1", "body_text": "Da ist Text.", "text": "Da ist Text."},
        {"id": "1", "text": "Da ist Text.", "versioncreated": "2025-03-04", "pubstatus": "usable"},
        {"text": "Da ist Text mit uri, pubstatus und versioncreated."},
        {
            "url": "https://bote.example/1",
            "inner": {"uri": "x", "pubstatus": "y", "bodies": []},
            "text": "Da ist Text.",
        },
    ],
)
def test_other_json_stays_json(record: dict[str, object]) -> None:
    assert article(json.dumps(record).encode()).form == "json"


def test_a_broken_item_does_not_cost_its_neighbours() -> None:
    raw = b"[" + ninjs() + b",\n" + ninjs().replace(b'"urgency": 4', b'"urgency": x') + b",\n" + ninjs() + b"]"
    assert [in_short(each) for each in taken(raw)] == [
        "„Nein“ & ja.\n\nEnde.",
        "(broken_json)",
        "„Nein“ & ja.\n\nEnde.",
    ]
