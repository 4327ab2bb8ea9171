import pytest

from wortlaut.meaning.actors.columns import SCHEMA, Column, Form, fault_of, names_in


def test_every_file_begins_with_its_key() -> None:
    assert [columns[0].name for columns in SCHEMA.values()] == ["id", "id", "id", "id", "id", "person"]


@pytest.mark.parametrize("name", [name for name in SCHEMA if name != "sources.tsv"])
def test_every_row_needs_a_source(name: str) -> None:
    assert [column.needed for column in SCHEMA[name] if column.name == "source"] == [True]


@pytest.mark.parametrize(
    ("form", "good", "bad"),
    [
        (Form.ID, "tn.praesident-2", "Tn.Präsident"),
        (Form.REFERENCE, "tn", "tn."),
        (Form.REFERENCES, "tn|tn.velm", "tn||tn.velm"),
        (Form.DAY, "2016-05", "Mai 2016"),
        (Form.WIKIDATA, "Q42", "42"),
        (Form.NAMES, "Brons|Brons-Tamm", "Brons|"),
        (Form.SOURCES, "almanach; https://almanach.example/2", "almanach;;"),
    ],
)
def test_a_cell_is_checked_by_its_form(form: Form, good: str, bad: str) -> None:
    column = Column("c", form)
    assert (fault_of(column, good), bool(fault_of(column, bad))) == ("", True)


def test_a_choice_names_what_can_be_chosen() -> None:
    assert fault_of(Column("kind", Form.CHOICE, choices=("city", "seat")), "town") == "must be one of: city, seat"


def test_only_what_is_needed_must_be_there() -> None:
    assert [bool(fault_of(Column("c", Form.DAY, needed), "")) for needed in (False, True)] == [False, True]


def test_an_empty_cell_holds_no_names() -> None:
    assert names_in("") == ()
