"""JSON and JSON Lines: records found, texts unwrapped layer by layer, neighbours of broken ones kept."""

import json
from datetime import date

import pytest

from tests.intake.maps import article, articles, in_short, refusal, sources, taken
from wortlaut.settings import Settings
from wortlaut.types import Origin, Reason, Rejected

RECORDS = '[{"text": "Erster Text."},\n {"text": "Zweiter „Text“."}]'


def outline(raw: bytes, name: str = "x") -> list[str]:
    """The text of each article and the code of each refusal, in order."""
    return [in_short(item) for item in taken(raw, name)]


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        ('{"text": "Eins."}', ["Eins."]),
        (RECORDS, ["Erster Text.", "Zweiter „Text“."]),
        ('{"articles": [{"text": "Eins."}, {"text": "Zwei."}], "total": 2}', ["Eins.", "Zwei."]),
        ('{"status": "ok", "response": {"docs": [{"text": "Eins."}]}}', ["Eins."]),
        ('{"hits": {"total": 1, "hits": [{"_id": "a", "_source": {"text": "Eins."}}]}}', ["Eins."]),
        ('{"tags": [{"a": 1}, {"b": 2}, {"c": 3}], "items": [{"text": "Eins."}]}', ["Eins."]),
        ('{"gruppe": [{"text": "Eins."}]}', ["Eins."]),
        ('["Eins.", "Zwei."]', ["Eins.", "Zwei."]),
        ('{"text": "Eins."}\n{"text": "Zwei."}\n', ["Eins.", "Zwei."]),
        ('{\n "text": "Eins."\n}\n{\n "text": "Zwei."\n}', ["Eins.", "Zwei."]),
        ('[{"text": "Eins."}]\n[{"text": "Zwei."}]', ["Eins.", "Zwei."]),
        ('[{"text": "Eins."} {"text": "Zwei."},]', ["Eins.", "Zwei."]),
        ('\n\n {"text": "Eins."}\n\n\n{"text": "Zwei."}\n\n', ["Eins.", "Zwei."]),
        ('{"text": ["Eins.", "Zwei."]}', ["Eins.\n\nZwei."]),
        ('{"text": {"rendered": "<p>Eins.</p><p>Zwei.</p>"}}', ["Eins.\n\nZwei."]),
    ],
)
def test_records_are_found_in_every_arrangement(raw: str, texts: list[str]) -> None:
    assert [item.text for item in articles(raw.encode())] == texts


def test_layers_of_escapes_in_a_record_are_taken_off_and_mapped() -> None:
    raw = r'{"text": "Gr\u00fc\u00dfe &amp; \"so\"<BR \\/><BR \\\/>\ud83d\ude00&amp;lt;br&amp;gt;aus"}'
    item = article(raw.encode())
    assert (item.text, item.form) == ('Grüße & "so"\n\n😀\n\naus', "json")
    assert sources(item) == [
        b"G", b"r", rb"\u00fc", rb"\u00df", b"e", b" ", b"&amp;", b" ", rb"\"", b"s", b"o", rb"\"",
        rb"<BR \\/><BR \\\/>", b"", rb"\ud83d\ude00", b"&amp;lt;br&amp;gt;", b"", b"a", b"u", b"s",
    ]  # fmt: skip


def test_the_raw_bytes_of_a_record_are_its_own_and_its_origin_says_where_they_stood() -> None:
    raw = RECORDS.encode()
    assert [(item.raw, item.origin) for item in articles(raw, "a.json")] == [
        (b'{"text": "Erster Text."}', Origin("a.json", record=1, line=1, byte=1)),
        ('{"text": "Zweiter „Text“."}'.encode(), Origin("a.json", record=2, line=2, byte=28)),
    ]


def test_the_raw_bytes_of_json_lines_are_the_lines() -> None:
    raw = b'\xef\xbb\xbf{"text": "Eins."}\r\n\r\n{"text": "Zwei."}'
    assert [(item.raw, item.origin, item.form) for item in articles(raw, "a.jsonl")] == [
        (b'{"text": "Eins."}', Origin("a.jsonl", record=1, line=1, byte=3), "jsonl"),
        (b'{"text": "Zwei."}', Origin("a.jsonl", record=2, line=3, byte=24), "jsonl"),
    ]


def test_a_file_of_one_object_is_one_item_without_a_record_number() -> None:
    assert article(b' {"text": "Eins."} ', "a.json").origin == Origin("a.json", byte=1)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-8", "cp1252", "utf-8-sig"])
def test_json_lines_in_other_encodings_are_split_at_the_right_bytes(encoding: str) -> None:
    # U+0A0D and U+0D0A have the bytes of line ends in them.
    sign = "" if encoding == "cp1252" else "\u0a0d\u0d0a"
    written = "".join(f'{{"text": "Grüße {number}{sign} für ö"}}\n' for number in range(3))
    assert [item.text for item in articles(written.encode(encoding), "a.jsonl")] == [
        f"Grüße {number}{sign} für ö" for number in range(3)
    ]


def test_line_separators_within_json_lines_do_not_split_records() -> None:
    raw = '{"text": "Eins\u2028zwei\u2029drei\x85vier"}\n{"text": "Fünf"}'
    assert [item.text for item in articles(raw.encode())] == ["Eins\nzwei\n\ndrei\nvier", "Fünf"]


def test_half_pairs_and_nul_in_a_record_are_replaced_and_noted() -> None:
    item = article(rb'{"text": "a\ud83d b\u0000", "title": "c\udc00"}')
    assert (item.text, item.title, item.notes) == (
        "a\ufffd b\ufffd",
        "c\ufffd",
        ("NUL characters became U+FFFD: 1.", "Halves of surrogate pairs became U+FFFD: 1."),
    )


def test_of_doubled_keys_the_last_counts_and_the_note_names_them() -> None:
    item = article(b'{"text": "alt", "title": "T", "text": "neu", "x": {"y": 1, "y": 2}}')
    assert (item.text, sources(item), item.notes) == (
        "neu",
        [b"n", b"e", b"u"],
        ("The record names fields more than once, and the last value counts: y, text.",),
    )


def test_each_record_guesses_its_own_encoding() -> None:
    raw = '{"text": "Grüße"}\n'.encode() + '{"text": "Grüße"}\n'.encode("cp1252")
    assert [(item.text, item.encoding) for item in articles(raw)] == [("Grüße", "utf-8"), ("Grüße", "windows-1252")]


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b'{"text": "Eins."}\n{"text": "kaputt\n{"text": "Drei."}', ["Eins.", "(broken_json)", "Drei."]),
        (b'{"text": "kaputt\n{"text": "Zwei."}', ["(broken_json)", "Zwei."]),
        (b'{"text": "Eins."}\n{"x": 1}\n[]\nnull\n7',
         ["Eins.", "(no_text_field)", "(no_records)", "(not_a_record)", "(not_a_record)"]),
        (b'[{"text": "Eins."}, {"text": kaputt}, {"text": "Drei."}]', ["Eins.", "(broken_json)", "Drei."]),
        (b'[\n{"text": "Eins."},\n{"text": "kaputt},\n{"text": "Drei."}\n]', ["Eins.", "(broken_json)", "Drei."]),
        (b'[\n {"text": "a},\n {"text": "b},\n {"text": "Drei."}\n]', ["(broken_json)", "(broken_json)", "Drei."]),
        (b'[{"text": "Eins."}, 5, null, true, [], "Zwei."]', ["Eins.", *["(not_a_record)"] * 4, "Zwei."]),
        (b'[{"text": "Eins."}, {"text": "Zw', ["Eins.", "(broken_json)"]),
        (b'[{"text": "Eins."}', ["Eins.", "(broken_json)"]),
        (b'[{"text": "Eins."}; {"text": "Zwei."}]', ["Eins.", "(broken_json)"]),
        (b'{"articles": [{"text": "Eins."}, {"text": "Zw', ["Eins.", "(broken_json)"]),
        (b'{"articles": [{"text": "Eins."}], "x": }', ["Eins."]),
        (b'{"text": "Eins.", "tags": [{"text": "nie"}], }', ["(broken_json)"]),
        (b'{"articles": []}', ["(no_records)"]),
        (b"[]", ["(no_records)"]),
        (b'{"text": ""}', ["(empty_text)"]),
        (b'{"text": "<br>"}', ["(empty_text)"]),
        (b'{"text": "42"}', ["(no_letters)"]),
    ],
)  # fmt: skip
def test_what_is_broken_is_refused_and_its_neighbours_are_kept(raw: bytes, found: list[str]) -> None:
    assert outline(raw) == found


@pytest.mark.parametrize(
    ("raw", "line", "column", "problem"),
    [
        (b'{"text": "Eins.",\n "x": }', 2, 7, "Expecting value"),
        ('{"text": "Ürg", x}'.encode(), 1, 17, "Expecting property name enclosed in double quotes"),
        ('[{"text": "Ürg"},\n  {"text": "Ürg" "x"}]'.encode(), 2, 18, "Expecting ',' delimiter"),
        ('{"text": "Ürg"}\n{"text": "Ürg" : 1}\n'.encode(), 2, 16, "Expecting ',' delimiter"),
        ('{"text": "Ü\\x"}'.encode("utf-16"), 1, 12, "Invalid \\escape"),
        (b'[{"text": "Eins."}; 1]', 1, 19, "Expecting ',' delimiter"),
    ],
)
def test_broken_json_is_refused_with_its_line_and_column(raw: bytes, line: int, column: int, problem: str) -> None:
    (item,) = [item for item in taken(raw) if isinstance(item, Rejected)]
    details = (("line", str(line)), ("column", str(column)), ("problem", problem))
    assert item.why == Reason("broken_json", details)


@pytest.mark.parametrize(("depth", "found"), [(199, "Tief."), (200, "(too_deep)"), (100_000, "(too_deep)")])
def test_json_nested_too_deeply_is_refused(depth: int, found: str) -> None:
    raw = '{"text": "Tief.", "x": ' + "[" * depth + "]" * depth + "}"
    assert outline(raw.encode()) == [found]


def test_deep_nesting_that_settings_allow_but_python_cannot_follow_is_refused() -> None:
    from wortlaut.intake import read_bytes

    raw = b'{"text": "Tief.", "x": ' + b"[" * 50_000 + b"]" * 50_000 + b"}"
    (item,) = read_bytes(raw, origin=Origin("x"), settings=Settings(max_json_depth=10**6))
    assert isinstance(item, Rejected)
    assert item.why == Reason("too_deep", (("limit", "1000000"),))


def test_a_record_without_a_text_names_its_fields_and_the_way_out() -> None:
    assert str(refusal(b'{"foo": 1, "bar": {"x": 2}}', "a.json")) == (
        "a.json: No field of the record is known to hold its text. Its fields are: foo, bar. "
        "Name the right one with --map text=FIELD."
    )


def test_long_numbers_and_infinities_do_not_cost_the_record() -> None:
    raw = b'{"id": ' + b"9" * 10_000 + b', "n": 1e999, "m": NaN, "text": "Eins.", "date": "2024-01-02"}'
    assert (article(raw).text, article(raw).published) == ("Eins.", date(2024, 1, 2))


def test_text_in_brackets_is_no_json() -> None:
    raws = ("[dpa] Örlingen", "{so} war es", "[1] Fußnote", '["Ja", sagte sie.]')
    assert [article(raw.encode()).form for raw in raws] == ["text"] * 4


def test_a_file_named_json_that_is_none_is_refused_as_broken_json() -> None:
    assert outline(b"Kein JSON.", "a.json") == ["(broken_json)"]


def test_every_text_is_what_python_reads_in_the_record() -> None:
    values = ["a\\b", 'q"q', "Zeile\tTab", "ünï\u2022code 👩‍👩‍👧‍👦", "sl/ash", "\x7f\x1f x", "\ufeffBOM"]
    for ascii_only in (True, False):
        raw = "\n".join(json.dumps({"text": value}, ensure_ascii=ascii_only) for value in values)
        assert [item.text for item in articles(raw.encode())] == values
