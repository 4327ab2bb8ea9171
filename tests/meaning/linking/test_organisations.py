from pathlib import Path

import pytest

from tests.meaning.linking.evidence import linker, organisation
from wortlaut.meaning.actors import load, shipped
from wortlaut.meaning.linking import Doubt, Evidence, Linked, link
from wortlaut.types import PartyKind


def test_a_listed_body_is_known_by_abbreviation_and_full_name() -> None:
    name = "Sozialdemokratische Partei Deutschlands"
    wikidata = shipped().bodies["de.spd"].wikidata or None
    assert organisation("SPD") == Linked("de.spd", name, wikidata, alias="SPD")
    assert organisation(name) == Linked("de.spd", name, wikidata)


@pytest.mark.parametrize("name", ["Europäischen Kommission", "die Europäische Kommission", "EU-Kommission"])
def test_no_case_makes_another_body(name: str) -> None:
    assert organisation(name).actor == "eu.kommission"


@pytest.mark.parametrize(
    "name", ["Moskau", "Russland", "Russlands Regierung", "Regierung in Moskau", "Regierung Russlands"]
)
def test_a_place_is_the_government_for_which_it_stands(name: str) -> None:
    linked = organisation(name)
    assert (linked.actor, linked.name, linked.alias) == ("ru.regierung", "russische Regierung", name)


def test_a_place_that_stands_for_several_is_left_open() -> None:
    linked = organisation("Brüssel")
    assert (linked.actor, linked.doubt) == (None, Doubt.SEVERAL)
    assert "eu.kommission" in linked.candidates


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Die Elbe-Post", "Elbe Post"),
        ("Deutscher Musterbund", "des Deutschen Musterbundes"),
        ("Musterwerke AG", "Musterwerke"),
        ("Universität in Musterstadt", "Universität Musterstadt"),
        ("Nachrichtenagentur Musta", "Musta"),
        ("musterländische Nachrichtenagentur Musta", "Musta"),
        ("Bund für Muster (BfM)", "Bund für Muster"),
        ("Landgerichts Musterstadt", "Landgericht Musterstadt"),
    ],
)
def test_forms_of_one_name_are_one_organisation(one: str, other: str) -> None:
    linked = organisation(one)
    assert linked.actor is not None
    assert linked.actor == organisation(other).actor


@pytest.mark.parametrize(
    ("one", "other"), [("Landgericht Altstadt", "Landgericht Neustadt"), ("CDU", "CSU"), ("Moskau", "der Kreml")]
)
def test_other_names_are_other_organisations(one: str, other: str) -> None:
    assert organisation(one).actor != organisation(other).actor


@pytest.mark.parametrize(
    "name",
    ["Polizei", "örtliche Polizei", "Innenministerium", "Landgericht", "ein Fernsehsender", "japanische Behörden"],
)
def test_a_noun_that_every_town_has_is_none_across_articles(name: str) -> None:
    assert organisation(name) == Linked(None, name, doubt=Doubt.GENERIC_BODY)


def test_a_noun_with_its_country_or_town_is_one() -> None:
    assert organisation("russische Polizei").actor == "organisation:russische-polizei"
    assert organisation("Polizei Musterstadt").actor == "organisation:polizei-musterstadt"


def test_joint_organisations_are_left_open() -> None:
    linked = organisation("SPD und Grüne")
    assert (linked.actor, linked.doubt, linked.candidates) == (None, Doubt.SEVERAL, ("de.gruene", "de.spd"))
    assert organisation("Verband für Holz und Papier").actor == "organisation:verband-fuer-holz-und-papier"


def test_members_stand_for_a_listed_body_alone() -> None:
    assert linker().link(Evidence(PartyKind.GROUP, "die Grünen")).actor == "de.gruene"
    assert linker().link(Evidence(PartyKind.GROUP, "die Anwohner")).actor is None


def test_a_body_and_a_person_of_one_id_are_two_actors(tmp_path: Path) -> None:
    (tmp_path / "persons.tsv").write_text("id\tname\tfamily\tsource\nmuster\tErna Muster\tMuster\ta/b\n")
    (tmp_path / "bodies.tsv").write_text("id\tname\tkind\tsource\nmuster\tMusterbund\torganisation\ta/b\n")
    actors = load(tmp_path, over_shipped=False)
    assert actors.faults == ()
    assert link(Evidence(PartyKind.PERSON, "Erna Muster"), actors).actor == "muster"
    assert link(Evidence(PartyKind.ORGANISATION, "Musterbund"), actors).actor == "organisation:muster"


def test_every_listed_body_is_found_by_its_names() -> None:
    for body in shipped().bodies.values():
        assert {organisation(name).actor for name in (body.name, *body.aliases)} == {body.id}
