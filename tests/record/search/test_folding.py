import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.record.search.folding import Word, fold, fold_text, words_in
from wortlaut.types import Span


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Müller", "mueller"),
        ("Mu\u0308ller", "mueller"),
        ("MUELLER", "mueller"),
        ("Straße", "strasse"),
        ("STRASSE", "strasse"),
        ("GROẞ", "gross"),
        ("Økland", "oekland"),
        ("Łódź", "lodz"),
        ("İnönü", "inoenue"),
        ("Kon\u00adtrol\u200ble", "kontrolle"),
        ("ﬁnden", "finden"),
        ("Київ", "киів"),
    ],
)
def test_spellings_of_one_word_fold_to_one_form(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_a_folded_text_changes_nothing(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@given(st.text())
def test_a_folded_word_has_no_ascii_characters_but_letters_and_digits(text: str) -> None:
    assert not [word for word in words_in(text) if re.search(r"[\x00-\x2f\x3a-\x60\x7b-\x7f]", word.folded)]


@given(st.text())
def test_every_word_stands_where_it_says(text: str) -> None:
    assert [fold(text[word.start : word.end]) for word in words_in(text)] == [word.folded for word in words_in(text)]


def test_words_are_parted_by_everything_that_is_no_letter_or_digit() -> None:
    assert list(words_in("„Ja“, der US-Chef_2")) == [
        Word(1, 3, "ja"),
        Word(6, 9, "der"),
        Word(10, 12, "us"),
        Word(13, 17, "chef"),
        Word(18, 19, "2"),
    ]


def test_words_of_a_span_keep_their_place_in_the_text() -> None:
    assert list(words_in("Das gute Haus", Span(4, 13))) == [Word(4, 8, "gute"), Word(9, 13, "haus")]
