"""The table of a small world of invented texts."""

from dataclasses import replace
from pathlib import Path

import pytest

from training.families import Families, Reading, bound, families, modifiers, noun_forms, table
from training.nouns import Counts, Nouns
from wortlaut.language.compounds import Compounds, Table

_DICTIONARY = {
    **{"Wege": "Weg", "Weg": "Weg", "Häuser": "Haus", "Haus": "Haus", "Stege": "Steg", "Steg": "Steg"},
    **{"fahren": "fahren", "fahrt": "fahren", "groß": "groß", "große": "groß", "Rate": "Rate", "rate": "raten"},
}


def counted(*texts: str) -> Counts:
    counts = Counts()
    for text in texts:
        counts.add(text)
    return counts


def test_words_are_counted_by_how_they_are_written_and_what_stands_before() -> None:
    counts = counted("Der Steg. Herr Kerbonow sah den hölzernen Steg, die Luft- und Wasserwege sah er nicht.")
    assert counts.capital == {"Der": 1, "Steg": 2, "Herr": 1, "Kerbonow": 1, "Wasserwege": 1}
    assert counts.determined == {"Steg": 2}
    assert counts.behind_capital == {"Kerbonow": 1}
    assert counts.small["sah"] == 2


def test_a_name_is_known_by_what_stands_before_it() -> None:
    counts = counted("Frau Rohrbach kam. " * 20, "Wir gingen auf der Rohrbahn. " * 20)
    assert counts.are_names(["Rohrbach"])
    assert not counts.are_names(["Rohrbahn"])


def test_nouns_are_the_words_with_a_capital_inside_sentences() -> None:
    counts = counted("Gestern war der Steg zu. " * 40, "Wir sahen gestern die Stege. " * 40)
    nouns = Nouns.of(counts, _DICTIONARY)
    assert nouns == Nouns({"Steg": 80}, {"steg": "Steg", "stege": "Steg"})


@pytest.mark.parametrize(
    ("lemma", "form", "change"),
    [
        ("frieden", "friedens", "s"),
        ("land", "länder", "er"),
        ("haus", "häuser", "er"),
        ("schule", "schul", "-e"),
        ("hilfe", "hilfs", "-e+s"),
        ("herz", "herzens", "ens"),
        ("museum", "museen", "latin"),
        ("vater", "väter", "umlaut"),
        ("straße", "straßen", "n"),
    ],
)
def test_nouns_change_in_front_of_others(lemma: str, form: str, change: str) -> None:
    assert dict(noun_forms(lemma))[form] == change


@pytest.fixture(scope="module")
def world() -> tuple[Counts, Nouns, Families]:
    """Things by the water, each with several others behind it, often enough to be believed."""
    places = ("Wasser", "Hafen", "Insel", "Mauer", "Brunnen", "Garten", "Wächter", "Sommer", "Winter")
    heads = ("Weg", "Haus", "Steg", "Wiese", "Brücke", "Fest", "Lager", "Zaun")
    texts = [f"Wir sahen den {place}{head.lower()} und das {head}. " for place in places for head in heads]
    texts += [f"Dort stand der {place}. " * 8 for place in places]
    counts = counted(*(text * 8 for text in texts))
    nouns = Nouns.of(counts, _DICTIONARY)
    return counts, nouns, families(counts, nouns, modifiers(counts, nouns, _DICTIONARY))


def test_a_head_has_the_family_of_all_that_stands_before_it(world: tuple[Counts, Nouns, Families]) -> None:
    _, _, known = world
    assert known.of_head["Weg"] == {
        *("wasser", "hafen", "insel", "mauer", "brunnen", "garten", "wächter", "sommer", "winter"),
    }
    assert known.of_modifier["wasser"] == {"Weg", "Haus", "Steg", "Wiese", "Brücke", "Fest", "Lager", "Zaun"}


def test_the_table_cuts_what_was_not_met(world: tuple[Counts, Nouns, Families]) -> None:
    counts, nouns, known = world
    compounds = Compounds(table(counts, nouns, known, _DICTIONARY, made_by="test"))
    assert compounds.parts("Gartenwinterfest") == ("Garten", "Winter", "Fest")
    assert compounds.parts("Kerbonowweg") == ()


def test_a_modifier_that_is_no_word_is_found_by_its_heads(world: tuple[Counts, Nouns, Families]) -> None:
    _, nouns, known = world
    heads = ("Wiese", "Brücke", "Lager", "Wasser", "Hafen", "Insel", "Mauer", "Brunnen", "Garten")
    more = counted(*(f"Wir sahen das Plenar{head.lower()}. " * 2 for head in heads))
    settled = replace(known, of_head={head: frozenset({"a", "b", "c"}) for head in heads})
    assert bound(more, nouns, settled, _DICTIONARY) == {"plenar": Reading("plenar", "", 9)}


def test_the_shipped_table_is_small_and_says_what_it_was_made_from() -> None:
    data = (Path(__file__).parents[2] / "src/wortlaut/language/compounds.z").read_bytes()
    made_by = Table.unpacked(data).made_by
    assert len(data) < 1_500_000
    assert [line.split(" ")[0] for line in made_by.split("\n")] == [
        *("training.compounds", "corpora/bundestag.tsv.xz", "corpora/wikipedia.txt.xz"),
    ]
    assert Table.unpacked(data).packed() == data
