"""Fields of records: known names, nested values, the user's own map."""

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tests.intake.maps import SETTINGS, article, taken
from wortlaut.errors import FieldMapError
from wortlaut.intake import read_bytes
from wortlaut.types import Article, Origin, Reason, Rejected


def from_record(record: object, field_map: dict[str, str] | None = None) -> Article:
    (item,) = taken(json.dumps(record).encode(), field_map=field_map)
    assert isinstance(item, Article), item
    return item


def facts(item: Article) -> tuple[object, ...]:
    return (item.text, item.title, item.published, item.source, item.url, item.author, item.declared_id)


WHOLE = ("Der Text.", "Der Titel", date(2024, 3, 5), "Örlinger Bote", "https://b.example/1", "Mira Löhn", "a-17")


@pytest.mark.parametrize(
    "record",
    [
        {"id": "a-17", "text": "Der Text.", "title": "Der Titel", "date": "2024-03-05", "source": "Örlinger Bote",
         "url": "https://b.example/1", "author": "Mira Löhn"},
        {"Kennung": "a-17", "Inhalt": "Der Text.", "Überschrift": "Der Titel", "Datum": "5. März 2024",
         "Quelle": "Örlinger Bote", "Link": "https://b.example/1", "Autorin": "Mira Löhn"},
        {"_id": {"$oid": "a-17"}, "articleBody": "Der Text.", "headline": "Der Titel",
         "published_at": {"$date": 1709596800000},
         "source": {"id": "bote", "name": "Örlinger Bote"}, "link": {"href": "https://b.example/1"},
         "authors": [{"name": "Mira Löhn"}]},
        {"guid": {"rendered": "a-17"}, "content": {"rendered": "<p>Der Text.</p>"},
         "title": {"rendered": "Der&nbsp;Titel"},
         "date": "Tue, 05 Mar 2024 10:00:00 +0100", "publisher": {"name": "Örlinger Bote"}, "link": "https://b.example/1",
         "author": ["Mira Löhn"]},
        {"_source": {"uid": "a-17", "body": "Der Text.", "TITLE": "Der\n Titel", "pub-date": 1709596800,
         "outlet": "Örlinger Bote",
         "webUrl": "https://b.example/1", "byline": "Mira <b>Löhn</b>"}},
        {"data": {"article": {"id": "a-17", "text": "Der Text.", "title": "Der Titel", "datum": "05.03.2024",
         "zeitung": "Örlinger Bote", "uri": "https://b.example/1", "verfasserin": "Mira Löhn"}}},
    ],
)  # fmt: skip
def test_the_usual_names_are_found_by_themselves(record: object) -> None:
    assert facts(from_record(record)) == WHOLE


def test_a_full_text_goes_before_a_summary() -> None:
    record = {"description": "Kurz.", "content": "Der ganze Text.", "name": "x"}
    assert (from_record(record).text, from_record(record).notes) == ("Der ganze Text.", ())


def test_a_summary_alone_is_taken_and_noted() -> None:
    item = from_record({"title": "Titel", "content": None, "teaser": "Kurz."})
    assert (item.text, item.notes) == (
        "Kurz.",
        ("No field holds a full text, so the text was taken from: teaser.",),
    )


def test_empty_values_are_passed_over_for_the_next_name() -> None:
    record = {"text": "", "body": "Der Text.", "title": " ", "headline": "Titel", "date": None, "datum": "2.1.2024"}
    item = from_record(record)
    assert (item.text, item.title, item.published) == ("Der Text.", "Titel", date(2024, 1, 2))


def told(item: Article) -> tuple[object, ...]:
    return (item.published, item.published_at, item.updated_at, item.subtitle, item.kicker)


NOON = datetime(2024, 3, 5, 12, 0, tzinfo=timezone(timedelta(hours=1)))
LATER = datetime(2024, 3, 5, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "record",
    [
        {"date": "2024-03-05T12:00:00+01:00", "updated": "2024-03-05T23:30:00Z", "subtitle": "Unten", "kicker": "Oben"},
        {"Datum": "Tue, 05 Mar 2024 12:00:00 +0100", "Aktualisiert am": 1709681400, "Untertitel": "Unten",
         "Dachzeile": "Oben"},
    ],
)  # fmt: skip
def test_times_and_the_lines_around_the_title_are_taken(record: dict[str, object]) -> None:
    assert told(from_record({"text": "Text.", **record})) == (date(2024, 3, 5), NOON, LATER, "Unten", "Oben")


def test_midnight_is_a_day_and_no_time() -> None:
    assert told(from_record({"text": "Text.", "date": "2024-03-05T00:00:00Z"})) == (date(2024, 3, 5), *[None] * 4)


def test_a_time_of_change_alone_is_that_of_publishing() -> None:
    item = from_record({"text": "Text.", "modified": "2024-03-05T12:00:00+01:00"})
    assert told(item) == (date(2024, 3, 5), NOON, None, None, None)


def test_the_users_map_leads_to_times_and_lines_too() -> None:
    record = {"text": "Text.", "a": "2024-03-05T12:00:00+01:00", "b": "2024-03-05T23:30:00Z", "c": "Unten", "d": "Oben"}
    item = from_record(record, {"published": "a", "updated": "b", "subtitle": "c", "kicker": "d"})
    assert told(item) == (date(2024, 3, 5), NOON, LATER, "Unten", "Oben")


def test_several_authors_are_joined() -> None:
    assert from_record({"text": "Text.", "authors": ["A B", {"name": "C D"}, {"x": 1}]}).author == "A B, C D"


def test_a_date_that_is_not_understood_is_noted() -> None:
    item = from_record({"text": "Text.", "date": "gestern"})
    assert (item.published, item.notes) == (None, ("The date was not understood: gestern.",))


@pytest.mark.parametrize("empty", ["", " ", None])
def test_an_empty_date_is_none_and_nothing_to_note(empty: str | None) -> None:
    item = from_record({"text": "Text.", "date": empty})
    assert (item.published, item.notes) == (None, ())


def test_the_date_line_of_the_text_serves_where_the_record_has_no_date() -> None:
    item = from_record({"text": " date 2024-03-05 Text."})
    assert (item.text, item.published, item.form) == ("Text.", date(2024, 3, 5), "json")


@pytest.mark.parametrize(
    "field_map",
    [
        {"text": "x.y.0.z", "title": "t", "date": "d", "url": "u.v"},
        {"text": "x.y.0.z", "headline": "t", "published": "d", "url": "u.v"},
    ],
)
def test_the_users_map_leads_to_any_field(field_map: dict[str, str]) -> None:
    record = {"text": "falsch", "title": "falsch", "u.v": "https://a.example", "t": "T", "d": "1.2.2024",
              "x": {"y": [{"z": "Richtig."}]}}  # fmt: skip
    item = from_record(record, field_map)
    assert (item.text, item.title, item.published, item.url) == ("Richtig.", "T", date(2024, 2, 1), "https://a.example")


def test_a_record_without_the_mapped_text_is_refused_though_it_has_another() -> None:
    (item,) = taken(b'{"text": "da", "z": [1]}', field_map={"text": "x.y"})
    assert isinstance(item, Rejected)
    assert item.why == Reason("mapped_field_missing", (("field", "x.y"), ("fields", "text, z")))


@pytest.mark.parametrize(
    ("field_map", "named"), [({"txet": "a"}, "txet"), ({"text": ""}, "text"), ({"text": "."}, "text")]
)
def test_a_map_that_cannot_be_is_an_error_before_anything_is_read(field_map: dict[str, str], named: str) -> None:
    with pytest.raises(FieldMapError, match=named) as raised:
        read_bytes(b"", origin=Origin("x"), field_map=field_map, settings=SETTINGS)
    assert named in raised.value.text("de")


def test_an_article_is_named_by_its_address_or_its_own_id_or_its_text() -> None:
    pairs = [
        ({"text": "A.", "url": "https://a.example"}, {"text": "B.", "url": "https://a.example"}),
        ({"text": "A.", "id": "0123-4567"}, {"text": "B.", "id": "0123-4567"}),
        ({"text": "A.", "id": 7, "source": "Bote"}, {"text": "B.", "id": 7, "source": "Bote"}),
        ({"text": "A.", "id": 7}, {"text": "A.", "id": 8}),
    ]
    assert [from_record(one).id == from_record(other).id for one, other in pairs] == [True] * 4


def test_a_short_id_without_an_outlet_does_not_name_the_article() -> None:
    one, other = from_record({"text": "A.", "id": 7}), from_record({"text": "B.", "id": 7})
    assert (one.declared_id, other.declared_id, one.id == other.id) == ("7", "7", False)


def test_many_fields_are_listed_only_in_part() -> None:
    (item,) = taken(json.dumps({f"feld{number}": "x" * 50 for number in range(20)}).encode())
    assert isinstance(item, Rejected)
    assert "feld11, …." in item.reason
    assert "feld12" not in item.reason


def test_front_matter_is_read_like_a_record() -> None:
    item = article("---\nQuelle: Örlinger Bote\nDatum: 5.3.2024\nTitel: 'Ein Titel'\n---\nText.".encode(), "a.md")
    assert facts(item) == ("Text.", "Ein Titel", date(2024, 3, 5), "Örlinger Bote", None, None, None)
