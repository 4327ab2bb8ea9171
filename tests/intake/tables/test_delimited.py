"""Text tables: rows as articles, columns found by name or number, positions down to the quotation mark."""

from datetime import date

import pytest

from tests.intake.maps import article, articles, in_short, sources, taken
from wortlaut.types import Article, Origin, Rejected

ROWS = 'Nr;Überschrift;Inhalt;Datum\n1;Streit;"„Ja“, sagte sie; ""nie"".";3.4.2024\n2;Ruhe;Gut.;4.4.2024\n'


def outline(raw: str, name: str = "a.csv", **chosen: str) -> list[str]:
    return [in_short(item) for item in taken(raw.encode(), name, field_map=chosen)]


def test_a_row_is_an_article_with_the_bytes_of_its_row() -> None:
    assert [
        (item.text, item.title, item.published, item.raw.decode(), item.origin, item.form)
        for item in articles(ROWS.encode(), "a.csv")
    ] == [
        (
            '„Ja“, sagte sie; "nie".',
            "Streit",
            date(2024, 4, 3),
            '1;Streit;"„Ja“, sagte sie; ""nie"".";3.4.2024',
            Origin("a.csv", record=1, line=2, byte=29),
            "csv",
        ),
        (
            "Gut.",
            "Ruhe",
            date(2024, 4, 4),
            "2;Ruhe;Gut.;4.4.2024",
            Origin("a.csv", record=2, line=3, byte=79),
            "csv",
        ),
    ]


def test_every_character_leads_to_its_bytes_through_quotation_marks_and_escapes() -> None:
    item = article('id,text\n1,"a""ß&amp;\\u00e4"\n'.encode(), "a.csv")
    assert (item.text, sources(item)) == ('a"ß&ä', [b"a", b'""', "ß".encode(), b"&amp;", rb"\u00e4"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_is_read_in_every_encoding_and_with_every_line_end(encoding: str, end: str) -> None:
    raw = f'id;text{end}1;"Grüße{end}für ""ö"""{end}2;Straße{end}'.encode(encoding)
    assert [item.text for item in articles(raw, "a.csv")] == ['Grüße\nfür "ö"', "Straße"]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_from_the_content(sign: str) -> None:
    raw = f'id{sign}text{sign}x\n1{sign}"a, b; c | d\te"{sign}1.5\n2{sign}Gut{sign}2.5\n'
    assert outline(raw) == ["a, b; c | d\te", "Gut"]


def test_the_delimiter_that_excel_names_in_the_first_line_counts() -> None:
    assert outline("sep=#\nid#text\n1#Eins, zwei; drei.\n") == ["Eins, zwei; drei."]


def test_quotation_marks_escaped_by_backslashes_are_undone() -> None:
    assert outline('id,text\n1,"Er sagte \\"Nein\\", so\\n"\n2,"C:\\\\neu, ja"\n') == [
        'Er sagte "Nein", so',
        "C:\\neu, ja",
    ]


def test_where_no_cell_is_closed_in_quotation_marks_they_are_text() -> None:
    assert outline('id\ttext\n1\t"Nein", sagte er.\n2\t"Ja, ja\n3\tGut "so".') == [
        '"Nein", sagte er.',
        '"Ja, ja',
        'Gut "so".',
    ]


def test_a_late_first_quotation_mark_that_is_not_closed_is_text() -> None:
    rows = "".join(f"{number}\tEin Satz ohne alles, der etwas länger ist.\n" for number in range(3000))
    found = outline(f'id\ttext\n{rows}x\t"Nein", sagte er.\ny\tEnde "so.\n')
    assert (len(found), found[-2:]) == (3002, ['"Nein", sagte er.', 'Ende "so.'])


def test_a_table_of_one_column_has_no_delimiter() -> None:
    assert outline('text\nEins, zwei.\n"Drei; ""vier""."\n') == ["Eins, zwei.", 'Drei; "vier".']


def test_formulas_are_text() -> None:
    assert outline('id,text\n1,"=HYPERLINK(""a"")"\n') == ['=HYPERLINK("a")']


@pytest.mark.parametrize("column", ["3", "Wortlaut"])
def test_the_user_names_a_column_by_name_or_number(column: str) -> None:
    (item,) = taken(b"Nr,Wann,Wortlaut\n1,2024-01-02,Der Text.\n", "a.csv", field_map={"text": column, "date": "Wann"})
    assert isinstance(item, Article)
    assert (item.text, item.published, item.origin.record) == ("Der Text.", date(2024, 1, 2), 1)


def test_without_names_the_first_row_is_an_article_where_the_user_gives_numbers() -> None:
    raw = "7,2024-01-02,Eins.\n8,2024-01-03,Zwei.\n"
    assert outline(raw, text="3") == ["Eins.", "Zwei."]


@pytest.mark.parametrize(
    ("raw", "chosen", "message"),
    [
        (
            "7,2024-01-02,Eins.\n",
            {},
            "a.csv, line 1: The table begins with data instead of the names of its 3 columns, so nobody knows which "
            "one holds the text. Give its number with --map text=NUMBER (the first is 1), or put the names into a "
            "first row.",
        ),
        (
            "id,Wortlaut\n1,Eins.\n2,Zwei.\n",
            {},
            "a.csv, line 1: No column of the table is known to hold the text. Its columns are: id, Wortlaut. "
            "Name the right one with --map text=COLUMN, by its name or its number (the first is 1).",
        ),
        (
            "id,text\n1,Eins.\n",
            {"text": "txt"},
            "a.csv, line 1: The table has no column txt, which --map names. Its columns are: id, text. "
            "Name one of them, or give its number (the first is 1).",
        ),
        (
            "id,text\n",
            {},
            "a.csv, line 1: The table has the names of columns, but no rows. Check that it was exported whole.",
        ),
    ],
)
def test_a_table_without_a_text_is_refused_once(raw: str, chosen: dict[str, str], message: str) -> None:
    (item,) = taken(raw.encode(), "a.csv", field_map=chosen)
    assert str(item) == message


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("id,text\n1,a,b\n2\n3,Gut.\n", ["(row_cells)", "(row_cells)", "Gut."]),
        ('id,text\n0,"Null."\n1,"kaputt\n2,"Zwei."\n3,"Drei."\n', ["Null.", "(row_quote)", "Zwei.", "Drei."]),
        ('id,text\n0,"Null."\n1,"kaputt\n2,Zwei.\n3,Drei.\n', ["Null.", "(row_quote)", "Zwei.", "Drei."]),
        ('id,text\n0,"Null."\n1,Eins.\n2,"kaputt', ["Null.", "Eins.", "(row_quote)"]),
        ('id,text,x\n0,"Null.",a\n1,"kaputt,a\n2,"Zwei.",a\n', ["Null.", "(row_quote)", "Zwei."]),
        ('id,text\n0,"Null."\n1,"Er sagte "Nein" laut."\n', ["Null.", 'Er sagte "Nein" laut.']),
        ('id,text\n0,"Null,\nso."\n1,"Er sagte "Nein"\nund ging"\n2,Zwei.\n',
         ["Null,\nso.", "Er sagte \"Nein", "(row_cells)", "Zwei."]),
        ("id,text\n1,\n2,Zwei.\n", ["(empty_text)", "Zwei."]),
    ],
)  # fmt: skip
def test_a_broken_row_is_refused_by_itself(raw: str, found: list[str]) -> None:
    assert outline(raw) == found


def test_undoubled_quotation_marks_are_noted() -> None:
    found = [item.notes for item in articles(b'id,text\n1,"Eins."\n2,"Er sagte "Nein" laut."\n', "a.csv")]
    assert found == [(), ("Quotation marks within a cell are not doubled; they were taken as text.",)]


def test_a_quotation_mark_that_is_not_closed_does_not_swallow_a_large_file() -> None:
    rows = "".join(f"{number},{'Ein Satz. ' * 100}\n" for number in range(6_000))
    found = taken(f'id,text\n0,"Null."\nx,"kaputt\n{rows}'.encode(), "a.csv")
    refused = [item for item in found if isinstance(item, Rejected)]
    assert (len(found), [str(item.origin) for item in refused]) == (6_002, ["a.csv, record 2, line 3"])


def test_a_cell_that_never_closes_and_has_no_rows_behind_is_refused_once() -> None:
    found = taken(('id,text\n0,"Null."\nx,"kaputt\n' + "Zeile ohne alles\n" * 60_000).encode(), "a.csv")
    assert [in_short(item) for item in found] == ["Null.", "(row_quote)"]


@pytest.mark.parametrize(
    "raw",
    [
        "Text, Inhalt und Stil.\nEin Satz, der geht.\nNoch einer, der geht.\n",
        "Inhalt, Titel\n\nDas ist ein Brief, der länger ist, als man denkt.\nUnd noch eine Zeile.\n",
        "Titel; Text\nEine Überschrift\n",
        "Text | Datum\nEins. | 2024-01-01 | zu viel\nZwei. | 2024\n",
        "Nachricht, die keine ist\nText, der bleibt\n",
    ],
)
def test_a_text_with_commas_stays_a_text(raw: str) -> None:
    (item,) = taken(raw.encode(), "a.txt")
    assert isinstance(item, Article)
    assert item.form == "text"


def test_a_table_is_known_by_its_content_whatever_its_name() -> None:
    assert [item.form for item in articles(ROWS.encode(), "a.txt")] == ["csv", "csv"]


def test_a_table_is_known_by_the_column_that_the_user_calls_its_text_whatever_its_name() -> None:
    raw = "Tag;Rede\n27.11.2025;„Wir gehen nicht, niemals“, rief sie.\n".encode()
    (found,) = taken(raw, "-", field_map={"text": "Rede"})
    assert isinstance(found, Article)
    assert (found.form, found.text) == ("csv", "„Wir gehen nicht, niemals“, rief sie.")
    assert article(raw, "-").form == "text"


def test_of_doubled_names_the_first_column_counts() -> None:
    assert outline("text,text,id\nEins.,zwei,3\n") == ["Eins."]


@pytest.mark.parametrize("head", ["Text;Titel" + ";a" * 20_000, '"Text";"Titel"' + ';"a"' * 20_000])
def test_a_table_of_too_many_columns_is_refused(head: str) -> None:
    assert outline(f"{head}\nEins.;Zwei\n") == ["(table_too_wide)"]


def test_a_row_of_too_many_cells_is_refused_by_itself() -> None:
    raw = "Text;Titel\nEins ist da.;a\n" + "a;" * 30_000 + "\nZwei ist da.;b\n"
    assert outline(raw) == ["Eins ist da.", "(row_cells)", "Zwei ist da."]
