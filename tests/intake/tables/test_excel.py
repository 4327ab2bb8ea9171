"""Excel workbooks: rows as articles, strings with their bytes, dates by their format, hostile workbooks."""

import io
import zipfile
from datetime import date

import pytest

from tests.generated.sheets import workbook
from tests.intake.maps import in_short, places, sources, taken
from wortlaut.types import Article


def cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def row(number: int, *texts: str) -> str:
    return (
        f'<row r="{number}">'
        + "".join(cell(f"{'ABCDE'[at]}{number}", text) for at, text in enumerate(texts))
        + "</row>"
    )


def outline(raw: bytes, name: str = "a.xlsx") -> list[str]:
    return [in_short(item) for item in taken(raw, name)]


def test_a_shared_string_of_several_runs_is_one_text_with_its_bytes() -> None:
    strings = "<si><t>x</t></si><si><r><t>Gr</t></r><r><rPr><b/></rPr><t>üße &amp; so</t></r><rPh><t>no</t></rPh></si>"
    rows = row(1, "id", "text") + '<row r="5"><c r="A5"><v>7</v></c><c r="B5" t="s"><v>1</v></c></row>'
    (item,) = taken(workbook([("A", rows)], strings), "a.xlsx")
    assert isinstance(item, Article)
    assert (item.text, item.raw.decode(), item.form) == ("Grüße & so", strings[17:], "excel")
    assert b"".join(sources(item)) == "Grüße &amp; so".encode()
    assert (item.origin.path, item.origin.record) == ("a.xlsx!/xl/sharedStrings.xml", 5)


def test_an_inline_string_has_the_bytes_of_its_cell() -> None:
    (item,) = taken(workbook([("A", row(1, "id", "text") + row(2, "1", "Eins."))]), "a.xlsx")
    assert isinstance(item, Article)
    assert item.raw.decode() == cell("B2", "Eins.")
    assert (item.origin.path, item.origin.record) == ("a.xlsx!/xl/worksheets/sheet1.xml", 2)


@pytest.mark.parametrize(
    ("value", "style", "is_1904", "expected"),
    [
        ("45385", 1, False, date(2024, 4, 3)),
        ("45385.5", 2, False, date(2024, 4, 3)),
        ("43923", 1, True, date(2024, 4, 3)),
        ("59", 1, False, date(1900, 2, 28)),
        ("20240403", 0, False, date(2024, 4, 3)),
        ("1e300", 1, False, None),
        ("nan", 1, False, None),
    ],
)
def test_numbers_are_dates_by_their_format(value: str, style: int, is_1904: bool, expected: date | None) -> None:
    rows = row(1, "text", "Datum") + f'<row r="2">{cell("A2", "Eins.")}<c r="B2" s="{style}"><v>{value}</v></c></row>'
    (item,) = taken(workbook([("A", rows)], is_1904=is_1904), "a.xlsx")
    assert isinstance(item, Article)
    assert item.published == expected


def test_the_row_with_the_names_is_found_below_a_heading() -> None:
    rows = row(1, "Export vom 3. April") + row(3, "Nr", "Inhalt") + row(4, "1", "Eins.")
    assert outline(workbook([("A", rows)])) == ["Eins."]


def test_sheets_without_texts_are_left_out_and_said() -> None:
    sheets = [("Info", row(1, "Stand", "heute")), ("Daten", row(1, "text") + row(2, "Eins.")), ("Leer", "")]
    (item,) = taken(workbook(sheets), "a.xlsx")
    assert isinstance(item, Article)
    assert item.notes == ("Sheets of the workbook without a column of texts were left out: Info.",)


def test_columns_by_number_and_missing_cells() -> None:
    rows = '<row><c><v>5</v></c><c t="inlineStr"><is><t>Eins.</t></is></c></row><row/>' + row(9, "6")
    found = taken(workbook([("A", rows)]), "a.xlsx", field_map={"text": "2"})
    assert [in_short(item) for item in found] == ["Eins.", "(empty_text)"]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (row(1, "text") + '<row r="2"><c r="A2" t="s"><v>99</v></c></row>' + row(3, "Gut."),
         ["(excel_string_missing)", "Gut."]),
        (row(1, "text") + row(2, "Eins.") + '<row r="3"><c r="A3">', ["Eins.", "(excel_cut)"]),
        (row(1, "text") + '<row r="2"><c r="A2"><v>5</v></c></row>' + row(3, "Gut."), ["(no_letters)", "Gut."]),
        (row(1, "text"), ["(table_no_rows)"]),
        (row(1, "foo", "bar") + row(2, "a", "b"), ["(table_no_text)"]),
        ("", ["(table_no_rows)"]),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_by_itself(rows: str, found: list[str]) -> None:
    assert outline(workbook([("A", rows)])) == found


def test_a_workbook_that_declares_entities_is_refused() -> None:
    raw = workbook([("A", row(1, "text") + row(2, "Eins."))])
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, '<!DOCTYPE a [<!ENTITY b "c">]>' + text if name == "xl/workbook.xml" else text)
    assert outline(file.getvalue()) == ["(xml_entities)"]


def test_other_spreadsheets_are_refused_with_advice() -> None:
    (item,) = taken(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.xls")
    assert str(item) == (
        "a.xls: This is a table in the form Excel 97 (.xls), which is not read. "
        "Save it as an Excel workbook (.xlsx) or as CSV."
    )


def test_a_bomb_in_a_sheet_ends_in_a_refusal() -> None:
    rows = row(1, "text") + row(2, "Eins.") + "<row r='3'>" + " " * 300_000_000
    assert outline(workbook([("A", rows)])) == ["(archive_bomb)"]


def test_a_run_in_a_run_whose_end_is_missing_is_read_once() -> None:
    text = "<si><t>Eins <r><t>und zwei <r><t>und drei.</t></r></t></r></si>"
    rows = row(1, "id", "text") + '<row r="2"><c r="A2"><v>7</v></c><c r="B2" t="s"><v>0</v></c></row>'
    (item,) = taken(workbook([("A", rows)], text), "a.xlsx")
    assert isinstance(item, Article)
    starts, _ = places(item.source_map)
    assert (item.text, starts) == ("Eins und zwei und drei.", sorted(starts))
