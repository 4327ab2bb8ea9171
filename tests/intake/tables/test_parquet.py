"""Parquet: rows as articles, needed columns only, damaged files without harm."""

import io
import random
from datetime import date, datetime
from importlib import import_module
from typing import Any

import pytest

from tests.intake.maps import in_short, sources, taken
from wortlaut.types import Article, Origin

arrow: Any = pytest.importorskip("pyarrow")


def written(columns: dict[str, Any], **options: Any) -> bytes:
    file = io.BytesIO()
    import_module("pyarrow.parquet").write_table(arrow.table(columns), file, **options)
    return file.getvalue()


ROWS: dict[str, Any] = {
    "id": [1, 2, 3],
    "text": ["Grüße <b>x</b>.", "Zwei.", None],
    "date": [datetime(2024, 1, 2, 3), None, datetime(2024, 1, 3)],
    "meta": [{"body": "Innen.", "author": "Mira Löhn"}] * 3,
}


def test_a_row_is_an_article_whose_raw_bytes_are_its_cell() -> None:
    (first, second, third) = taken(written(ROWS), "a.parquet")
    assert isinstance(first, Article)
    assert (first.text, first.published, first.raw.decode(), first.origin, first.form) == (
        "Grüße x.",
        date(2024, 1, 2),
        "Grüße <b>x</b>.",
        Origin("a.parquet", record=1),
        "parquet",
    )
    assert b"".join(sources(first)).decode() == "Grüße x."
    assert (in_short(second), in_short(third)) == ("Zwei.", "(empty_text)")


def test_a_field_within_a_column_is_named_with_dots() -> None:
    found = taken(written(ROWS), "a.parquet", field_map={"text": "meta.body", "author": "meta.author"})
    assert [(item.text, item.author) for item in found if isinstance(item, Article)] == [("Innen.", "Mira Löhn")] * 3


def test_dictionaries_large_strings_and_bytes_are_texts() -> None:
    columns = {
        "text": arrow.array(["Eins.", "Zwei."]).dictionary_encode(),
        "title": arrow.array(["A", "B"], arrow.large_string()),
        "body": arrow.array([b"Gr\xfc\xdfe", "Grüße".encode()]),
    }
    assert [in_short(item) for item in taken(written(columns), "a.parquet")] == ["Eins.", "Zwei."]
    found = taken(written(columns), "a.parquet", field_map={"text": "body"})
    assert [in_short(item) for item in found] == ["Grüße", "Grüße"]


def test_a_table_without_a_text_column_is_refused_once() -> None:
    (item,) = taken(written({"foo": ["a"], "bar": ["b"]}), "a.parquet")
    assert str(item) == (
        "a.parquet: No column of the table is known to hold the text. Its columns are: foo, bar. "
        "Name the right one with --map text=COLUMN, by its name or its number (the first is 1)."
    )


def test_a_text_that_is_too_long_is_refused_by_itself() -> None:
    found = taken(written({"text": ["Ö" * 5_000_000, "Gut."]}), "a.parquet")
    assert [in_short(item) for item in found] == ["(too_large)", "Gut."]


def test_a_table_that_repeats_one_text_without_end_is_a_bomb() -> None:
    column = arrow.DictionaryArray.from_arrays(arrow.array([0] * 2_000, arrow.int32()), ["Ein Satz. " * 30_000])
    found = taken(written({"text": column}, compression="zstd"), "a.parquet")
    assert in_short(found[-1]) == "(archive_bomb)"
    assert len(found) < 400


@pytest.mark.parametrize("number", range(6))
def test_damaged_files_give_articles_or_refusals(number: int) -> None:
    chance = random.Random(number)
    raw = bytearray(written({"text": [f"Satz {at} für alle." for at in range(500)]}, row_group_size=100))
    for _ in range(chance.choice((1, 10, 100))):
        raw[chance.randrange(4, len(raw))] ^= 1 << chance.randrange(8)
    if number % 3 == 2:
        raw = raw[: chance.randrange(8, len(raw))]
    found = taken(bytes(raw), "a.parquet")
    assert found


def test_a_text_that_begins_like_a_file_is_text() -> None:
    assert [in_short(item) for item in taken(b"PARENTEL ist ein altes Wort.", "a.txt")] == [
        "PARENTEL ist ein altes Wort."
    ]
