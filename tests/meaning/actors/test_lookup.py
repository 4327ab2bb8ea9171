from datetime import date
from pathlib import Path

import pytest

from tests.meaning.actors.folders import TARNIEN, folder_of
from wortlaut.meaning.actors import Actors, load


@pytest.fixture(scope="module")
def actors(tmp_path_factory: pytest.TempPathFactory) -> Actors:
    folder: Path = tmp_path_factory.mktemp("tarnien")
    return load(folder_of(folder, TARNIEN), over_shipped=False)


@pytest.mark.parametrize("name", ["Ilka Brons", "ILKA BRONS", "Brons", "Brons’", "Ilka Brons-Tamm"])
def test_a_person_is_found_by_name_family_name_and_alias(actors: Actors, name: str) -> None:
    assert [person.id for person in actors.persons_named(name)] == ["ilka-brons"]


@pytest.mark.parametrize("name", ["Ushakov", "Jost Uschakov", "Ushakows"])
def test_a_person_is_found_by_sound_where_nobody_is_spelled_so(actors: Actors, name: str) -> None:
    assert [person.id for person in actors.persons_named(name)] == ["jost-uschakow"]


def test_a_name_without_its_umlauts_is_found(actors: Actors) -> None:
    assert [person.id for person in actors.persons_named("Mato Gruesse")] == ["mato-gruesse"]


def test_nobody_is_found_by_a_name_that_nobody_has(actors: Actors) -> None:
    assert actors.persons_named("Enno Vait") == ()


@pytest.mark.parametrize("word", ["Wasserhofchef", "Wasserhofchefs", "tarnische Präsidentin"])
def test_an_office_is_found_by_what_denotes_it_alone(actors: Actors, word: str) -> None:
    assert [office.id for office in actors.offices_named(word)] == ["tn.praesident"]


def test_a_title_alone_denotes_no_office(actors: Actors) -> None:
    assert actors.offices_named("Präsidentin") == ()


def test_a_title_beside_its_country_denotes_an_office(actors: Actors) -> None:
    (place,) = actors.places_of("tarnischen")
    assert [office.id for office in actors.offices_titled("Präsidentin", place=place.id)] == ["tn.praesident"]


def test_a_title_beside_another_body_denotes_none(actors: Actors) -> None:
    assert actors.offices_titled("Parteichefin", body="tn.regierung") == ()


@pytest.mark.parametrize("word", ["Tarnier", "Tarniern", "Tarnierin", "tarnisches"])
def test_an_adjective_or_a_demonym_points_to_its_country(actors: Actors, word: str) -> None:
    assert [place.id for place in actors.places_of(word)] == ["tn"]


@pytest.mark.parametrize(
    ("word", "meant"), [("Velm", "tn.regierung"), ("Welm", "tn.regierung"), ("Wasserhofs", "tn.praesident")]
)
def test_a_place_stands_for_a_body_or_an_office(actors: Actors, word: str, meant: str) -> None:
    (place,) = actors.places_named(word)
    assert [entry.id for entry in actors.meant_by(place)] == [meant]


def test_a_body_is_found_in_the_genitive(actors: Actors) -> None:
    assert [body.id for body in actors.bodies_named("Seebundes")] == ["tn.seebund"]


@pytest.mark.parametrize(
    ("on", "held"),
    [
        (date(2010, 2, 28), []),
        (date(2010, 3, 1), ["ilka-brons"]),
        (date(2016, 5, 31), ["jost-uschakow", "ilka-brons"]),
        (date(2016, 6, 1), ["jost-uschakow"]),
    ],
)
def test_an_office_has_its_holders_on_a_day(actors: Actors, on: date, held: list[str]) -> None:
    assert [holding.term.person for holding in actors.holders("tn.praesident", on)] == held


@pytest.mark.parametrize(
    ("office", "on", "certain"),
    [
        ("tn.praesident", date(2024, 6, 1), True),
        ("tn.praesident", date(2024, 6, 2), False),
        ("tn.hafen", date(2012, 7, 1), False),
        ("tn.hafen", date(2013, 1, 1), True),
        ("tn.hafen", date(2015, 9, 15), False),
    ],
)
def test_a_holder_is_certain_only_as_far_as_the_source_goes(
    actors: Actors, office: str, on: date, certain: bool
) -> None:
    assert [holding.certain for holding in actors.holders(office, on)] == [certain]


def test_an_open_term_is_over_when_another_has_begun(tmp_path: Path) -> None:
    later = "person|office|from|source|as_of\nmato-gruesse|tn.praesident|2025-01-10|almanach|2025"
    actors = load(
        folder_of(tmp_path / "a", TARNIEN), folder_of(tmp_path / "b", {"terms.tsv": later}), over_shipped=False
    )
    held = actors.holders("tn.praesident", date(2025, 6, 1))
    assert [holding.term.person for holding in held] == ["mato-gruesse"]


def test_a_shared_office_has_several_holders(actors: Actors) -> None:
    held = actors.holders("tn.seebund.vorsitz", date(2020, 1, 1))
    assert {holding.term.person for holding in held} == {"ilka-brons", "mato-gruesse"}


def test_a_person_has_her_offices_on_a_day(actors: Actors) -> None:
    held = actors.offices_of("mato-gruesse", date(2015, 1, 1))
    assert [holding.term.office for holding in held] == ["tn.hafen"]


def test_a_person_has_all_her_terms(actors: Actors) -> None:
    assert [term.office for term in actors.terms_of("ilka-brons")] == ["tn.praesident", "tn.seebund.vorsitz"]


def test_an_office_of_which_nothing_is_known_has_no_holders(actors: Actors) -> None:
    assert actors.holders("tn.kaiser", date(2020, 1, 1)) == ()
