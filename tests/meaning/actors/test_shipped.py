import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from importlib.resources import files
from itertools import chain, pairwise
from time import perf_counter

import pytest

from wortlaut.meaning.actors import Actors, Body, Office, Person, Place, Term, load, shipped
from wortlaut.meaning.actors.columns import SCHEMA, names_in
from wortlaut.meaning.actors.days import earliest, latest

FEWEST_TERMS = 400
LONGEST_LOAD = 0.5  # seconds; about 0.03 on a machine that does nothing else


@pytest.fixture(scope="module")
def actors() -> Actors:
    return shipped()


def sources_of(actors: Actors) -> list[tuple[str, ...]]:
    """The sources of every row of the files that have them."""
    tables: tuple[Iterable[Term | Person | Office | Body | Place], ...] = (
        actors.terms,
        actors.persons.values(),
        actors.offices.values(),
        actors.bodies.values(),
        actors.places.values(),
    )
    return [names_in(entry.source, ";") for table in tables for entry in table]


def by_office(actors: Actors) -> dict[str, list[Term]]:
    found: defaultdict[str, list[Term]] = defaultdict(list)
    for term in sorted(actors.terms, key=lambda term: (earliest(term.start), term.end or "9")):
        found[term.office].append(term)
    return found


def test_the_shipped_files_have_no_faults(actors: Actors) -> None:
    assert actors.faults == ()


def test_there_are_enough_terms(actors: Actors) -> None:
    assert len(actors.terms) >= FEWEST_TERMS


@pytest.mark.parametrize("name", sorted(SCHEMA))
def test_a_shipped_file_has_all_columns_in_order(name: str) -> None:
    content = (files("wortlaut.meaning.actors") / name).read_text(encoding="utf-8")
    header = next(line for line in content.splitlines() if not line.startswith("#"))
    assert header.split("\t") == [column.name for column in SCHEMA[name]]


def test_every_row_has_sources_of_the_list(actors: Actors) -> None:
    assert [parts for parts in sources_of(actors) if not parts or not actors.sources.keys() >= set(parts)] == []


def test_every_source_is_used(actors: Actors) -> None:
    assert actors.sources.keys() == set(chain(*sources_of(actors)))


def test_every_source_is_an_address(actors: Actors) -> None:
    assert [source.id for source in actors.sources.values() if "/" not in source.where] == []


def test_no_source_speaks_for_a_day_to_come(actors: Actors) -> None:
    assert max(earliest(term.as_of) for term in actors.terms) < date.today()


def test_no_term_ends_after_the_day_for_which_its_source_speaks(actors: Actors) -> None:
    assert [term for term in actors.terms if term.end and earliest(term.end) > latest(term.as_of)] == []


def test_no_term_begins_before_living_memory(actors: Actors) -> None:
    assert min(earliest(term.start) for term in actors.terms) > date(1970, 1, 1)


def test_holders_of_one_office_do_not_overlap(actors: Actors) -> None:
    overlapping = [
        (one, other)
        for office, terms in by_office(actors).items()
        if not actors.offices[office].shared
        for one, other in pairwise(terms)
        if not one.end or latest(other.start) < earliest(one.end)
    ]
    assert overlapping == []


def test_nobody_holds_one_office_twice_at_once(actors: Actors) -> None:
    held: defaultdict[tuple[str, str], list[Term]] = defaultdict(list)
    for terms in by_office(actors).values():
        for term in terms:
            held[term.person, term.office].append(term)
    twice = [
        pair
        for terms in held.values()
        for pair in pairwise(terms)
        if not pair[0].end or latest(pair[1].start) < earliest(pair[0].end)
    ]
    assert twice == []


@pytest.mark.parametrize(
    "office", ["de.kanzler", "de.aussenminister", "us.praesident", "ru.praesident", "gb.premierminister"]
)
def test_one_holder_follows_the_other(actors: Actors, office: str) -> None:
    gaps = [
        (one, other)
        for one, other in pairwise(by_office(actors)[office])
        if (earliest(other.start) - latest(one.end)).days > 1
    ]
    assert gaps == []


def test_every_person_holds_an_office_or_is_known_by_other_names(actors: Actors) -> None:
    idle = [person.id for person in actors.persons.values() if not actors.terms_of(person.id) and not person.aliases]
    assert idle == []


def test_every_office_has_been_held(actors: Actors) -> None:
    assert actors.offices.keys() - by_office(actors).keys() == set()


def test_the_family_name_is_part_of_the_name(actors: Actors) -> None:
    assert [person.id for person in actors.persons.values() if person.family not in person.name] == []


def test_no_wikidata_id_is_given_twice(actors: Actors) -> None:
    ids = [person.wikidata for person in actors.persons.values() if person.wikidata]
    assert len(ids) == len(set(ids))


def test_no_name_is_written_with_spaces_to_spare(actors: Actors) -> None:
    names = [name for person in actors.persons.values() for name in (person.name, *person.aliases)]
    assert [name for name in names if re.search(r"^\s|\s$|\s\s", name)] == []


@pytest.mark.parametrize(
    ("word", "on", "person"),
    [
        ("Kanzlerin", date(2013, 6, 1), "angela-merkel"),
        ("Kanzler", date(2025, 9, 1), "friedrich-merz"),
        ("Kremlchef", date(2010, 6, 1), "dmitri-medwedew"),
        ("Kremlchef", date(2014, 6, 1), "wladimir-putin"),
        ("US-Präsidenten", date(2014, 6, 1), "barack-obama"),
        ("EZB-Präsident", date(2015, 6, 1), "mario-draghi"),
        ("Nato-Generalsekretär", date(2020, 6, 1), "jens-stoltenberg"),
    ],
)
def test_a_word_means_the_person_of_its_day(actors: Actors, word: str, on: date, person: str) -> None:
    (office,) = actors.offices_named(word)
    assert actors.holders(office.id, on)[0].term.person == person


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Moskau", "ru.regierung"),
        ("Peking", "cn.regierung"),
        ("Weiße Haus", "us.weisses-haus"),
        ("Downing Street", "gb.regierung"),
        ("Brüssel", "eu.kommission"),
        ("Kiew", "ua.regierung"),
        ("Kyjiw", "ua.regierung"),
    ],
)
def test_a_place_means_a_body(actors: Actors, word: str, meant: str) -> None:
    (place,) = actors.places_named(word)
    assert meant in [entry.id for entry in actors.meant_by(place)]


@pytest.mark.parametrize(("one", "other"), [("Uschakow", "Ushakov"), ("Selenskyj", "Zelensky"), ("Erdoğan", "Erdogan")])
def test_spellings_mean_the_same_person(actors: Actors, one: str, other: str) -> None:
    assert actors.persons_named(one) == actors.persons_named(other) != ()


def test_the_list_is_loaded_without_delay() -> None:
    begun = perf_counter()
    load()
    assert perf_counter() - begun < LONGEST_LOAD
