import random
import time

import pytest

from wortlaut.meaning.linking import DIVISIONS, WHYS, Divided, Division, KnownActor, Pair, Why, divided, similar
from wortlaut.types import PartyKind


def known(*names: str, kind: PartyKind = PartyKind.PERSON, offices: tuple[str, ...] = (), said: int = 1) -> KnownActor:
    return KnownActor(f"{kind}:{names[0].lower().replace(' ', '-')}", kind, names[0], names, offices, said)


def why(one: str, other: str, kind: PartyKind = PartyKind.PERSON) -> Why | None:
    pairs = similar([known(one, kind=kind), known(other, kind=kind)])
    return pairs[0].why if pairs else None


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Hassan Beispielani", "Hassan Beispielanih", Why.SPELLING),
        ("Peter Meier", "Peter Meyer", Why.SPELLING),
        ("Jürgen Mustermann", "Jurgen Mustermann", Why.SPELLING),
        ("Schimon Beispiel", "Shimon Beispiel", Why.SPELLING),
        ("Song Min-sun", "Song Minsun", Why.SPELLING),
        ("Mahmud Musternedschad", "Mahmoud Musternejad", Why.SPELLING),
        ("Erna Beispiels", "Erna Beispiel", Why.SPELLING),
        ("Georg W. Beispiel", "Georg Beispiel", Why.SHORTER),
        ("Karl Otto Beispiel", "Otto Beispiel", Why.SHORTER),
        ("Joe Beispiel", "Joseph Beispiel", Why.NICKNAME),
        ("Wolodymyr Beispielow", "Wladimir Beispielow", Why.NICKNAME),
        ("Erna Beispiel", "Beispiel Erna", Why.ORDER),
        ("Erna Beispiel-Muster", "Erna Beispiel", Why.LONGER),
    ],
)
def test_persons_that_may_be_one_are_found_with_the_reason(one: str, other: str, reason: Why) -> None:
    assert why(one, other) is reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Andrea Beispiel", "Andreas Beispiel"),
        ("Erna Beispiel", "Egon Beispiel"),
        ("Anselm A. Beispiel", "Agustin Beispiel"),
        ("Marian Exempel", "Marion Exempel"),
        ("Peter Schmidt", "Peter Schmitz"),
        ("Hans Lang", "Hans Long"),
        ("Beispiel", "Erna Beispiel"),
        ("Johannes Muster I.", "Johannes Muster II."),
        ("Hans Eberhard Beispiel", "Hans Otto Beispiel"),
    ],
)
def test_persons_with_other_names_are_no_pair(one: str, other: str) -> None:
    assert why(one, other) is None


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Muster-Verband", "Musterverband", Why.JOINED),
        ("Saubere Elbe Gemeinschaft", "SEG", Why.ACRONYM),
        ("Musterwerke", "Musterwerke Nord", Why.LONGER),
        ("Musterphon", "Musterfon", Why.SPELLING),
        ("Bundesmusteramtt", "Bundesmusteramd", Why.SPELLING),
    ],
)
def test_organisations_that_may_be_one_are_found_with_the_reason(one: str, other: str, reason: Why) -> None:
    assert why(one, other, PartyKind.ORGANISATION) is reason


@pytest.mark.parametrize(
    ("one", "other"),
    [("Polizei Altstadt", "Polizei Neustadt"), ("ABC", "ABD"), ("Landgericht Musterau", "Amtsgericht Musterau")],
)
def test_organisations_with_other_names_are_no_pair(one: str, other: str) -> None:
    assert why(one, other, PartyKind.ORGANISATION) is None


def test_a_person_and_an_organisation_are_no_pair() -> None:
    assert similar([known("Erna Beispiel"), known("Erna Beispiel", kind=PartyKind.ORGANISATION)]) == []


def test_any_of_the_names_makes_the_pair_once() -> None:
    pairs = similar([known("Erna Beispiel", "Erna M. Beispiel", said=3), known("Erna Maria Beispiel", said=4)])
    assert pairs == [Pair("person:erna-beispiel", "person:erna-maria-beispiel", Why.SHORTER, pairs[0].score, 7)]


def test_offices_of_two_fields_speak_against_a_pair() -> None:
    names = ("Peter Meier", "Peter Meyer")
    alike = similar([known(name, offices=("Minister",)) for name in names])[0].score
    apart = similar([known("Peter Meier", offices=("Minister",)), known("Peter Meyer", offices=("Torwart",))])
    assert apart[0].score < 0.7 < alike


def test_the_order_of_the_record_makes_no_difference() -> None:
    actors = [known(f"{first} {last}") for first in ("Joe", "Joseph", "Hans", "J.") for last in ("Meier", "Meyer")]
    expected = similar(actors)
    assert expected
    random.Random(3).shuffle(actors)
    assert similar(actors) == expected


@pytest.mark.parametrize(
    ("offices", "expected"),
    [
        (("Minister", "Torwart"), [(Division.FIELDS, "Minister", "Torwart")]),
        (("Kardinal", "Schauspieler"), [(Division.FIELDS, "Kardinal", "Schauspieler")]),
        (("Ministerin", "Minister"), [(Division.GENDERS, "Ministerin", "Minister")]),
        (("Ministerin", "Abgeordnete"), []),
        (("Minister", "Professor", "Anwalt", "Präsident"), []),
        (("Stürmer", "Trainer"), []),
        ((), []),
    ],
)
def test_one_name_with_offices_of_two_people(
    offices: tuple[str, ...], expected: list[tuple[Division, str, str]]
) -> None:
    found = divided([known("Robin Beispiel", offices=offices)])
    assert [(each.why, each.first, each.second) for each in found] == expected
    assert all(isinstance(each, Divided) and 0 < each.score < 1 for each in found)


def test_reasons_are_told_in_both_languages() -> None:
    assert set(WHYS) == set(Why)
    assert set(DIVISIONS) == set(Division)
    values = {"first": "Minister", "second": "Torwart"}
    assert all(message.text(language, values) for message in DIVISIONS.values() for language in ("de", "en"))


def test_a_large_record_takes_seconds() -> None:
    chance = random.Random(5)
    letters = "bdfgklmnprst"
    vowels = "aeiou"
    parts = [one + two + three for one in letters for two in vowels for three in letters]
    names = {
        f"{chance.choice(parts).title()} {chance.choice(parts).title()}{chance.choice(parts)}" for _ in range(20_000)
    }
    started = time.perf_counter()
    similar([known(name) for name in names])
    # About 1 s on a free core; a comparison of all with all would take hours.
    assert time.perf_counter() - started < 30
