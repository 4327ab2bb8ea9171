import pytest

from wortlaut.meaning.actors.tables import Fault, read_table

PERSONS = "id\tname\tfamily\tsource\n"
GOOD = "ilka-brons\tIlka Brons\tBrons\talmanach\n"


def faults(content: str) -> list[str]:
    return list(map(str, read_table("persons.tsv", content).faults))


def test_a_row_has_its_cells_in_the_order_of_the_schema() -> None:
    table = read_table("persons.tsv", "source\tfamily\tname\tid\nalmanach\tBrons\tIlka Brons\tilka-brons\n")
    assert table.rows[0].cells == ("ilka-brons", "Ilka Brons", "Brons", "", "", "", "almanach")


def test_comments_and_empty_lines_are_skipped_but_counted() -> None:
    table = read_table("persons.tsv", f"# Personen\n\n{PERSONS}# Nord\n \n{GOOD}")
    assert [row.line for row in table.rows] == [6]


@pytest.mark.parametrize("start", ["\ufeff", ""])
def test_a_byte_order_mark_does_no_harm(start: str) -> None:
    assert len(read_table("persons.tsv", start + PERSONS + GOOD).rows) == 1


def test_windows_line_ends_do_no_harm() -> None:
    assert read_table("persons.tsv", (PERSONS + GOOD).replace("\n", "\r\n")).faults == []


def test_a_file_without_a_header_has_nothing() -> None:
    assert read_table("persons.tsv", "# nur ein Kommentar\n").rows == []


def test_a_bad_row_is_told_and_its_neighbours_are_kept() -> None:
    table = read_table("persons.tsv", PERSONS + "Jost\tJost Tamm\tTamm\talmanach\n" + GOOD)
    assert [row.cells[0] for row in table.rows] == ["ilka-brons"]
    reason = "an id has small letters and digits, apart by . or -"
    assert table.faults == [Fault("persons.tsv", 2, "id", "Jost", reason)]


def test_a_fault_names_file_line_column_value_and_reason() -> None:
    assert faults(PERSONS + "ilka-brons\t\tBrons\talmanach\n") == [
        "persons.tsv, line 2, column name: '': must not be empty"
    ]


def test_all_faults_of_a_row_are_told() -> None:
    assert len(faults(PERSONS + "ilka-brons\t\t\t\n")) == 3


def test_cells_beyond_the_header_are_a_fault() -> None:
    assert faults(PERSONS + GOOD.strip() + "\tf\n") == ["persons.tsv, line 2, column : 'f': more than 4 cells"]


@pytest.mark.parametrize(
    ("header", "column", "reason"),
    [
        ("id\tname\tfamily\tsource\tbeiname", "beiname", "no column of that name"),
        ("id\tname\tfamily", "source", "the column is missing"),
        ("id\tname\tfamily\tsource\tname", "name", "named twice"),
    ],
)
def test_a_header_that_cannot_be_used_is_told_and_no_row_is_taken(header: str, column: str, reason: str) -> None:
    table = read_table("persons.tsv", f"{header}\n{GOOD}")
    assert ([(fault.column, fault.reason) for fault in table.faults], table.rows) == ([(column, reason)], [])


def test_a_row_that_removes_needs_no_more_than_its_key() -> None:
    rows = read_table("persons.tsv", PERSONS + "-ilka-brons\n").rows
    assert [(row.cells[0], row.removes) for row in rows] == [("ilka-brons", True)]


def test_a_term_that_removes_needs_person_office_and_first_day() -> None:
    content = "person\toffice\tfrom\tto\tsource\tas_of\n-ilka-brons\ttn.praesident\n"
    assert [fault.column for fault in read_table("terms.tsv", content).faults] == ["from"]
