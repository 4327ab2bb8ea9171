from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.meaning.linking.evidence import holder, linker, person
from wortlaut.meaning.actors import load, shipped
from wortlaut.meaning.actors.days import latest
from wortlaut.meaning.linking import DOUBTS, Doubt, Evidence, Linked, link
from wortlaut.types import PartyKind


def test_a_person_of_no_list_is_known_by_the_whole_name() -> None:
    assert person("Erna Beispiel", "Bürgermeisterin") == Linked("person:erna-beispiel", "Erna Beispiel")


@pytest.mark.parametrize(
    "name", ["Dr. Erna Beispiel", "ERNA BEISPIEL", "„Erna  Beispiel“", "Er\u00adna Bei\u200bspiel"]
)
def test_titles_and_writing_make_no_other_person(name: str) -> None:
    assert person(name).actor == "person:erna-beispiel"


def test_a_family_name_alone_is_nobody_across_articles() -> None:
    assert person("Beispiel", "Bürgermeisterin", "2024-01-01") == Linked(None, "Beispiel", doubt=Doubt.FAMILY_NAME_ONLY)


@pytest.mark.parametrize("name", ["E. Beispiel", "von Beispiel", "E. M. von Beispiel"])
def test_initials_and_particles_make_no_full_name(name: str) -> None:
    assert person(name).doubt is Doubt.FAMILY_NAME_ONLY


def test_a_family_name_and_the_office_of_the_day_are_one_of_the_list() -> None:
    assert person("Scholz", "Bundeskanzler", "2023-01-01") == Linked(
        "olaf-scholz", "Olaf Scholz", shipped().persons["olaf-scholz"].wikidata or None, alias="Scholz"
    )


@pytest.mark.parametrize(
    ("office", "on"),
    [
        ("Bundeskanzler", "2013-01-01"),
        ("Bundeskanzler", None),
        ("Bundeskanzlerin", "2023-01-01"),
        ("Trainer", "2023-01-01"),
    ],
)
def test_a_family_name_is_nobody_with_an_office_that_it_did_not_hold(office: str, on: str | None) -> None:
    assert person("Scholz", office, on) == Linked(
        None, "Scholz", doubt=Doubt.FAMILY_NAME_ONLY, candidates=("olaf-scholz",)
    )


@pytest.mark.parametrize("office", ["Ex-Kanzler", "Altkanzler", "ehemaliger Bundeskanzler", "Bundeskanzler a. D."])
def test_a_past_office_picks_who_held_it_before(office: str) -> None:
    assert person("Schröder", office, "2022-01-01").actor == "gerhard-schroeder"


@pytest.mark.parametrize(
    "office",
    ["russische Präsident", "Präsident Russlands", "Russlands Präsident", "Präsident von Russland", "Kremlchef"],
)
def test_an_office_is_read_with_its_country_in_any_wording(office: str) -> None:
    assert person("Putin", office, "2024-01-01").actor == "wladimir-putin"


def test_a_title_without_country_is_enough_with_a_rare_family_name_only() -> None:
    assert person("Lawrow", "Außenminister", "2024-01-01").actor == "sergej-lawrow"
    assert person("Fischer", "Außenminister", "2001-01-01").actor is None


def test_every_holder_of_an_office_is_found_by_family_name_and_never_another() -> None:
    actors = shipped()
    found: list[str | None] = []
    for term in actors.terms:
        held, office = actors.persons[term.person], actors.offices[term.office]
        on = latest(term.start) + timedelta(days=30)
        title = office.feminine if held.gender == "f" else office.masculine
        actor = linker().link(Evidence(PartyKind.PERSON, held.family, title, on)).actor
        assert actor in {held.id, None}
        found.append(actor)
    # Those who are not found held the office for less than 30 days.
    assert found.count(None) <= 0.02 * len(found)


def test_every_listed_person_has_one_id_by_all_full_names() -> None:
    for each in shipped().persons.values():
        assert person(each.name).actor == each.id
        for alias in each.aliases:
            assert person(alias).actor in {each.id, None}


def test_a_namesake_of_another_field_is_not_the_one_of_the_list() -> None:
    assert person("Werner Müller", "Torwart", "2001-01-01") == Linked(
        "person:werner-mueller", "Werner Müller", doubt=Doubt.OFFICE_CONTRADICTS, candidates=("werner-mueller",)
    )
    assert person("Werner Müller", "Manager", "2004-01-01").actor == "werner-mueller"


def test_an_occupation_may_speak_against_holders_of_an_office_alone() -> None:
    assert person("Wolodymyr Selenskyj", "Schauspieler", "2018-01-01").actor == "wolodymyr-selenskyj"
    assert person("Wolodymyr Selenskyj", "Schauspieler", "2022-01-01").doubt is Doubt.OFFICE_CONTRADICTS


def test_a_title_of_women_is_no_mans() -> None:
    assert person("Peter Struck", "Ministerin", "2004-01-01").doubt is Doubt.OFFICE_CONTRADICTS


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Helmut J. Kohl", "helmut-kohl"),
        ("Angela Dorothea Merkel", "angela-merkel"),
        ("Joe Fischer", "joschka-fischer"),
        ("Mohamed Khatami", "mohammad-chatami"),
    ],
)
def test_almost_a_name_of_the_list_is_told_and_not_linked(name: str, near: str) -> None:
    linked = person(name)
    assert linked.actor is not None
    assert linked.actor.startswith("person:")
    assert (linked.doubt, linked.candidates) == (Doubt.NEAR_SPELLING, (near,))


def test_a_near_spelling_is_linked_where_the_office_says_so() -> None:
    assert person("Wolodimir Zelenskij").doubt is Doubt.NEAR_SPELLING
    assert person("Wolodimir Zelenskij", "ukrainischer Präsident", "2024-01-01").actor == "wolodymyr-selenskyj"


def test_several_of_one_name_are_left_open_unless_the_office_tells(tmp_path: Path) -> None:
    (tmp_path / "persons.tsv").write_text(
        "id\tname\tfamily\tsource\nerna-eins\tErna Beispiel\tBeispiel\ta/b\nerna-zwei\tErna Beispiel\tBeispiel\ta/b\n"
    )
    (tmp_path / "terms.tsv").write_text(
        "person\toffice\tfrom\tto\tsource\tas_of\nerna-zwei\tua.kiew.buergermeister\t1990-01-01\t1991-01-01\ta/b\t1992-01-01\n"
    )
    actors = load(tmp_path)
    assert actors.faults == ()
    open_one = link(Evidence(PartyKind.PERSON, "Erna Beispiel"), actors)
    assert open_one == Linked(None, "Erna Beispiel", doubt=Doubt.SEVERAL, candidates=("erna-eins", "erna-zwei"))
    told = Evidence(PartyKind.PERSON, "Erna Beispiel", "Bürgermeisterin von Kiew", date(1990, 6, 1))
    assert link(told, actors).actor == "erna-zwei"


@pytest.mark.parametrize(
    ("wording", "on", "actor"),
    [
        ("der Bundeskanzler", "2023-01-01", "olaf-scholz"),
        ("die Kanzlerin", "2013-01-01", "angela-merkel"),
        ("der russische Präsident", "2010-01-01", "dmitri-medwedew"),
        ("der US-Präsident", "2014-01-01", "barack-obama"),
    ],
)
def test_an_office_alone_is_who_held_it_that_day(wording: str, on: str, actor: str) -> None:
    assert holder(wording, on).actor == actor


@pytest.mark.parametrize(
    ("wording", "on", "doubt"),
    [
        ("der Bundeskanzler", "2013-01-01", Doubt.HOLDER_UNCERTAIN),  # a woman held it
        ("der Bundeskanzler", None, Doubt.HOLDER_UNCERTAIN),
        ("der Bundeskanzler", "2021-12-08", Doubt.SEVERAL),  # the day on which it changed hands
        ("der Bundeskanzler", "2199-01-01", Doubt.HOLDER_UNCERTAIN),
        ("der Präsident", "2013-01-01", Doubt.NO_NAME),
        ("ein Sprecher der Polizei", "2013-01-01", Doubt.NO_NAME),
    ],
)
def test_an_office_alone_is_left_open_where_it_is_not_certain(wording: str, on: str | None, doubt: Doubt) -> None:
    linked = holder(wording, on)
    assert (linked.actor, linked.doubt) == (None, doubt)


def test_joint_speakers_are_no_one_person() -> None:
    assert person("Erna Beispiel und Hubert Muster") == Linked(
        None, "Erna Beispiel und Hubert Muster", doubt=Doubt.SEVERAL
    )


def test_other_kinds_are_no_actors() -> None:
    for kind in (PartyKind.DOCUMENT, PartyKind.UNKNOWN, PartyKind.GROUP):
        assert linker().link(Evidence(kind, "Beispiel")) == Linked(None, "Beispiel", doubt=Doubt.NO_NAME)


def test_every_doubt_is_told_in_both_languages() -> None:
    assert set(DOUBTS) == set(Doubt)
    assert all(message.en and message.de for message in DOUBTS.values())
