import numpy as np
import pytest

from wortlaut.language.tokens import tokenize
from wortlaut.reading.features import Break, Features, Mark, featurize
from wortlaut.reading.lexicon import UNKNOWN, Lexicon, Shape
from wortlaut.reading.vectors import SubwordVectors
from wortlaut.types import Document

VECTORS = SubwordVectors(np.ones((50, 4), np.int8), np.ones(4, np.float32), shortest=3, longest=5)


def features(text: str, vocabulary: dict[str, int] | None = None) -> Features:
    return featurize(Document(text, tokenize(text), ()), Lexicon(VECTORS, vocabulary or {}))


def marks(text: str) -> list[Mark]:
    return [Mark(mark) for mark in features(text).mark_T]


@pytest.mark.parametrize(
    "quoted", ["„Ja, gern“", "»Ja, gern«", "«Ja, gern»", '"Ja, gern"', "“Ja, gern”", "''Ja, gern''"]
)
def test_every_kind_of_quotation_marks_is_seen_alike(quoted: str) -> None:
    inside = [Mark.OPENING, Mark.INSIDE, Mark.INSIDE, Mark.INSIDE, Mark.CLOSING]
    assert marks(f"{quoted}, sagte Ilka Brons.") == [*inside, *[Mark.OUTSIDE] * 5]
    words = features(f"{quoted}, sagte", {"„": 2, "“": 3, "ja": 4}).word_T.tolist()
    assert words == [2, 4, UNKNOWN, UNKNOWN, 3, UNKNOWN, UNKNOWN]


def test_an_unclosed_quotation_ends_at_the_blank_line() -> None:
    assert marks("„Wir gehen\n\nDann kam er") == [Mark.OPENING, *[Mark.INSIDE] * 2, *[Mark.OUTSIDE] * 3]


def test_an_inch_mark_behind_a_number_opens_nothing() -> None:
    assert Mark.OPENING not in marks('Ein Bild mit 20" wurde verkauft')


def test_many_marks_and_marks_that_never_end_are_gone_through_once() -> None:
    many = 40_000  # with a search or a filling from the first mark on at every mark this takes minutes
    found = features("„a“ b\n\n" * many + "„" * many).mark_T
    assert found[: 4 * many].reshape(many, 4).tolist() == [[1, 2, 3, 0]] * many
    assert found[4 * many :].tolist() == [1, *[2] * (many - 1)]


def test_a_quotation_inside_a_quotation_does_not_end_it() -> None:
    assert marks("„Er rief „nein“ laut") == [
        Mark.OPENING,
        Mark.INSIDE,
        Mark.INSIDE,
        Mark.INSIDE,
        Mark.INSIDE,
        Mark.CLOSING,
        Mark.OUTSIDE,
    ]


def test_shapes_tell_how_a_token_is_written() -> None:
    shapes = [Shape(shape) for shape in features("Die EU zahlt McKenna 25 B12 .").shape_T]
    assert shapes == [
        Shape.TITLE,
        Shape.UPPER,
        Shape.LOWER,
        Shape.MIXED,
        Shape.DIGITS,
        Shape.WITH_DIGITS,
        Shape.PUNCTUATION,
    ]


def test_breaks_tell_what_stands_before_a_token() -> None:
    found = [Break(value) for value in features("Ja, sagte sie.\n\nNein").break_T]
    assert found == [
        Break.START,
        Break.NOTHING,
        Break.SPACE,
        Break.SPACE,
        Break.NOTHING,
        Break.PARAGRAPH,
    ]


def test_a_text_without_tokens_has_empty_features() -> None:
    found = features("  \n ")
    assert found.vectors_TD.shape == (0, 4)
    assert [len(row) for row in (found.word_T, found.shape_T, found.mark_T, found.break_T)] == [0, 0, 0, 0]
