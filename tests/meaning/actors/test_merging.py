from collections.abc import Mapping

import pytest

from tests.meaning.actors.folders import TARNIEN, rows
from wortlaut.meaning.actors.merging import Merged, key_of, merge
from wortlaut.meaning.actors.tables import read_table


def merged(*layers: Mapping[str, str]) -> Merged:
    return merge([{name: read_table(name, rows(table)) for name, table in layer.items()} for layer in layers])


def reasons(result: Merged) -> list[tuple[str, int, str, str]]:
    return [(fault.file, fault.line, fault.value, fault.reason) for fault in result.faults]


def test_the_invented_list_has_no_faults() -> None:
    assert merged(TARNIEN).faults == []


def test_a_later_row_of_the_same_id_replaces() -> None:
    change = {"persons.tsv": "id|name|family|source\nilka-brons|Ilka Tamm|Tamm|almanach"}
    person = merged(TARNIEN, change).entries["persons.tsv"]["ilka-brons",]
    assert getattr(person, "name", "") == "Ilka Tamm"


def test_a_later_row_of_another_id_adds() -> None:
    more = {"persons.tsv": "id|name|family|source\nenno-vait|Enno Vait|Vait|almanach"}
    assert len(merged(TARNIEN, more).entries["persons.tsv"]) == 4


def test_a_term_is_the_same_by_person_office_and_first_day() -> None:
    assert key_of("terms.tsv", ("ilka-brons", "tn.praesident", "2010", "", "s", "2024", "")) == (
        "ilka-brons",
        "tn.praesident",
        "2010",
    )


def test_a_removing_row_takes_away() -> None:
    away = {"terms.tsv": "person|office|from|to|source|as_of\n-mato-gruesse|tn.hafen|2012"}
    result = merged(TARNIEN, away)
    assert (len(result.entries["terms.tsv"]), result.faults) == (4, [])


def test_removing_what_is_not_there_is_a_fault() -> None:
    away = {"persons.tsv": "id|name|family|source\n-enno-vait"}
    assert reasons(merged(TARNIEN, away)) == [("persons.tsv", 2, "enno-vait", "there is no such row to remove")]


def test_the_second_row_of_a_key_in_one_file_is_a_fault_and_the_first_stays() -> None:
    twice = {"persons.tsv": "id|name|family|source\nenno-vait|Enno Vait|Vait|almanach\nenno-vait|Enno|Enno|almanach"}
    result = merged(TARNIEN, twice)
    assert reasons(result) == [("persons.tsv", 3, "enno-vait", "stands in line 2 already")]
    assert getattr(result.entries["persons.tsv"]["enno-vait",], "name", "") == "Enno Vait"


def test_what_refers_to_nothing_is_refused() -> None:
    loose = {"terms.tsv": "person|office|from|source|as_of\nenno-vait|tn.hafen|2020|almanach|2024"}
    assert reasons(merged(TARNIEN, loose)) == [("terms.tsv", 2, "enno-vait", "not found in persons.tsv")]


def test_what_refers_to_a_refused_row_is_refused_too() -> None:
    loose = {
        "bodies.tsv": "id|name|kind|place|source\nmo.rat|Rat von Moor|parliament|mo|almanach",
        "offices.tsv": "id|masculine|feminine|kind|body|source\nmo.vogt|Vogt|Vögtin|speaker|mo.rat|almanach",
    }
    assert [fault.value for fault in merged(TARNIEN, loose).faults] == ["mo", "mo.rat"]


def test_a_removed_person_takes_no_stale_terms_along_unnoticed() -> None:
    away = {"persons.tsv": "id|name|family|source\n-jost-uschakow"}
    assert [fault.file for fault in merged(TARNIEN, away).faults] == ["terms.tsv"]


@pytest.mark.parametrize("source", ["https://moor.example/vogt", "akten/vogt.csv at 1a2b3c"])
def test_an_address_or_a_path_is_its_own_source(source: str) -> None:
    more = {"persons.tsv": f"id|name|family|source\nenno-vait|Enno Vait|Vait|almanach;{source}"}
    assert merged(TARNIEN, more).faults == []


def test_a_source_of_which_nothing_is_known_is_refused() -> None:
    more = {"persons.tsv": "id|name|family|source\nenno-vait|Enno Vait|Vait|hörensagen"}
    assert reasons(merged(TARNIEN, more)) == [("persons.tsv", 2, "hörensagen", "not found in sources.tsv")]


@pytest.mark.parametrize(
    ("start", "end", "as_of", "column"),
    [
        ("2020-05-02", "2020-05-01", "2024", "to"),
        ("2020", "2019-12", "2024", "to"),
        ("2020-05-02", "", "2020-05-01", "as_of"),
    ],
)
def test_a_term_that_cannot_be_is_refused(start: str, end: str, as_of: str, column: str) -> None:
    table = f"person|office|from|to|source|as_of\nmato-gruesse|tn.hafen|{start}|{end}|almanach|{as_of}"
    assert [fault.column for fault in merged(TARNIEN, {"terms.tsv": table}).faults] == [column]


def test_a_term_may_end_in_the_month_in_which_it_began() -> None:
    table = "person|office|from|to|source|as_of\nmato-gruesse|tn.hafen|2020-05-02|2020-05|almanach|2020-05"
    assert merged(TARNIEN, {"terms.tsv": table}).faults == []
