import numpy as np

from wortlaut.reading.lexicon import UNKNOWN, Lexicon, Shape, shape_of, spelling
from wortlaut.reading.vectors import SubwordVectors

VECTORS = SubwordVectors(
    np.random.default_rng(1).integers(-9, 9, (50, 4), dtype=np.int8), np.ones(4, np.float32), shortest=3, longest=5
)


def test_words_are_looked_up_in_order_each_as_often_as_it_stands_there() -> None:
    found = Lexicon(VECTORS, {"tamm": 2, "sagte": 3}).of(["Tamm", "sagte", "Tamm", "nichts"])
    assert found.word_W.tolist() == [2, 3, 2, UNKNOWN]
    assert found.shape_W.tolist() == [Shape.TITLE, Shape.LOWER, Shape.TITLE, Shape.LOWER]
    assert found.vectors_WD.tolist() == VECTORS.of(["tamm", "sagte", "tamm", "nichts"]).tolist()


def test_what_was_met_before_is_told_alike_when_the_lexicon_has_grown() -> None:
    lexicon = Lexicon(VECTORS, {})
    first = lexicon.of(["Mole"])
    many = [f"Wort{number}x" for number in range(3_000)]
    lexicon.of(many)
    again = lexicon.of(["Mole"])
    assert again.vectors_WD.tolist() == first.vectors_WD.tolist()
    assert lexicon.of(many[-1:]).vectors_WD.tolist() == VECTORS.of([spelling(many[-1])]).tolist()


def test_no_words_have_no_vectors() -> None:
    found = Lexicon(VECTORS, {}).of([])
    assert (found.vectors_WD.shape, found.word_W.tolist(), found.shape_W.tolist()) == ((0, 4), [], [])


def test_single_quotation_marks_are_spelt_alike() -> None:
    assert {spelling(mark) for mark in "‚‘‛›‹`´'’"} == {"'"}


def test_a_shape_is_told_of_every_kind_of_word() -> None:
    assert [shape_of(word) for word in ("die", "EU", "E", "eBay", "25", "B12", "–")] == [
        Shape.LOWER,
        Shape.UPPER,
        Shape.TITLE,
        Shape.MIXED,
        Shape.DIGITS,
        Shape.WITH_DIGITS,
        Shape.PUNCTUATION,
    ]
