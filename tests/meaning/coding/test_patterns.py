import time

import pytest

from wortlaut.meaning.coding.patterns import Index, Run, forms_of, is_in_name


def found(pattern: str, *words: str) -> list[tuple[int, ...]]:
    """The numbers of the words of every occurrence."""
    run = Run(range(len(words)), [forms_of(word) for word in words])
    return Index([pattern]).find(run).get(pattern, [])


@pytest.mark.parametrize(
    ("pattern", "words", "places"),
    [
        ("Haus", "Die Häuser brennen", [(1,)]),  # an inflected form of it
        ("Häuser", "Das Haus brennt", [(1,)]),  # its lemma
        ("HAEUSER", "Die Häuser brennen", [(1,)]),
        ("Frieden", "Die Friedensverhandlungen ruhen", [(1,)]),  # a part of a compound
        ("Verhandlung", "Die Friedensverhandlungen ruhen", [(1,)]),
        ("Frieden*", "Die Friedensverhandlungen ruhen", [(1,)]),
        ("Haus", "Der Hausmeister kam", [(1,)]),
        ("Hau", "Das Haus brennt", []),  # no beginning without a wildcard
        ("Hau*", "Das Haus brennt", [(1,)]),
        ("offene Grenze", "Für offene Grenzen , offene Grenze", [(1, 2), (4, 5)]),
        ("offene Grenze", "offene , Grenze", []),
        ("offene Grenz*", "offene Grenzposten", [(0, 1)]),
        ("off* Grenze", "offizielle Grenze", [(0, 1)]),
        ("US-Präsident", "Der US-Präsident sprach", [(1,)]),
        ("Präsident", "Der US-Präsident sprach", [(1,)]),
        ("Grenze", "", []),
    ],
)
def test_a_pattern_finds_these_words(pattern: str, words: str, places: list[tuple[int, ...]]) -> None:
    assert found(pattern, *words.split()) == places


def test_signs_of_regular_expressions_mean_nothing() -> None:
    assert found("(a+)+b", "aaaaaaaaaaaa", "b") == []
    assert found(".*rot*", "Brot") == []


def test_many_patterns_are_sought_in_one_go() -> None:
    patterns = [f"wort{number}*" for number in range(5000)] + ["Haus"]
    index, words = Index(patterns), ["Haus", *("wort4999en" for _ in range(2000))]
    run = Run(range(len(words)), [forms_of(word) for word in words])
    begun = time.perf_counter()
    hits = index.find(run)
    assert time.perf_counter() - begun < 1  # 5,000 patterns against each word would take a minute
    assert {pattern: len(places) for pattern, places in hits.items() if places} == {
        "Haus": 1,
        **dict.fromkeys(("wort4*", "wort49*", "wort499*", "wort4999*"), 2000),
    }


@pytest.mark.parametrize(
    ("pattern", "name", "is_there"),
    [
        ("Lind", "Mara Lind", True),
        ("mara lind", "Mara Lind", True),
        ("Lind Mara", "Mara Lind", False),
        ("Lin", "Mara Lind", False),
        ("Lin*", "Mara Lind", True),
        ("Mara*", "Lind", False),
        ("Lind-Öhm", "Mara Lind-Oehm", True),
        ("Mara Lind und Sohn", "Mara Lind", False),
    ],
)
def test_a_name_has_the_words_of_the_pattern(pattern: str, name: str, is_there: bool) -> None:
    assert is_in_name(pattern, name) is is_there
