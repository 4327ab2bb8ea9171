import numpy as np
import pytest

from wortlaut.reading.vectors import SubwordVectors, fold, subword_rows


def test_fold_makes_spellings_alike() -> None:
    assert [fold(word) for word in ("Straße", "STRASSE", "Größe", "Groesse", "1999")] == [
        "strasse",
        "strasse",
        "groesse",
        "groesse",
        "0000",
    ]


def test_rows_are_those_of_floret() -> None:
    # What floret 0.10.5 gives for `get_subwords("sagte")` with 5000 rows: 10935, 9491 behind 6666 words.
    assert subword_rows("sagte", 5000, 3, 5, 2)[:2] == [10935 - 6666, 9491 - 6666]


def test_a_word_is_the_scaled_mean_of_its_rows() -> None:
    table = np.arange(40, dtype=np.int8).reshape(20, 2)
    vectors = SubwordVectors(table, np.array([0.5, 2.0], np.float32), shortest=3, longest=4)
    rows = subword_rows("ab", 20, 3, 4, 2)
    expected = table[rows].mean(axis=0) * [0.5, 2.0]
    assert vectors.of(["ab", "ab"]) == pytest.approx(np.stack([expected, expected]), rel=1e-6)


def test_a_word_of_a_million_letters_costs_no_more_than_one_of_sixty() -> None:
    assert subword_rows("a" * 1_000_000, 5000, 3, 5, 2) == subword_rows("a" * 60, 5000, 3, 5, 2)


def test_a_lone_surrogate_has_a_vector() -> None:
    vectors = SubwordVectors(np.ones((20, 2), np.int8), np.ones(2, np.float32), shortest=3, longest=4)
    assert vectors.of(["\ud83d"]).tolist() == [[1.0, 1.0]]
