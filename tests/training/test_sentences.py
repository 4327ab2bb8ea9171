import json
from pathlib import Path

import pytest

from training.sentences import train, words
from wortlaut.language.sentences import punkt

# A small world in which "Obm." is an abbreviation and "der" is written small.
_SENTENCES = [
    "Der Obm. Kern lobte der Reihe nach die Wache.",
    "Der Obm. Adler tadelte der Form halber den Rat.",
    "Die Wache lobte auch der Rat in der Stadt.",
    "Im 3. Quartal ging der Umsatz der Mühle zurück.",
    "Der Obm. Tal kam mit der Bahn zu der Mühle.",
    "Der Rat blieb der Mühle fern und ging zurück in die Stadt.",
]


def test_a_period_stays_with_its_word() -> None:
    assert list(words("Der Rat tagt. Ja! „So.“")) == ["Der", "Rat", "tagt.", "Ja", "!", "„", "So.", "“"]


def test_abbreviations_and_small_words_are_learnt() -> None:
    learnt = train(_SENTENCES * 20)

    assert "obm" in learnt.abbreviations
    assert "wache" not in learnt.abbreviations
    assert "der" in learnt.written_small
    assert "obm" not in learnt.written_small
    assert "quartal" in learnt.after_ordinal


def test_the_shipped_parameters_are_compact_and_whole() -> None:
    path = Path(__file__).parents[2] / "src/wortlaut/language/punkt.json"
    fields = json.loads(path.read_text("utf-8"))["parameters"]

    assert path.stat().st_size < 100_000
    assert {name: frozenset(values) for name, values in fields.items()} == {
        name: getattr(punkt(), name) for name in ("abbreviations", "starters", "after_ordinal", "written_small")
    }
    assert all(values == sorted(values) for values in fields.values())


@pytest.mark.parametrize("word", ["der", "er", "wir", "nach", "ich"])
def test_the_shipped_parameters_know_common_small_words(word: str) -> None:
    assert word in punkt().written_small
