"""What a mention says by its own words."""

import pytest

from wortlaut.language import analyse
from wortlaut.meaning.who.phrases import Form, phrases_of
from wortlaut.meaning.who.text import Text


def read(words: str) -> list[tuple[Form, str]]:
    """Form and head of every phrase of the mention."""
    text = Text(analyse(words))
    found = phrases_of(text, range(len(text.forms)))
    return [(phrase.form, text.form(phrase.head) if phrase.head >= 0 else "") for phrase in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("er", [(Form.PRONOUN, "")]),
        ("ihrer Meinung", [(Form.PRONOUN, "")]),
        ("demnach", [(Form.BACKWARD, "")]),
        ("ich", [(Form.FIRST_PERSON, "")]),
        ("Angaben der Polizei", [(Form.NOUN, "Polizei")]),
        ("Lohfeldts Meinung", [(Form.NAME, "Lohfeldts")]),
        ("die Ministerin", [(Form.NOUN, "Ministerin")]),
        ("in Moskau veröffentlichte Studie", [(Form.NOUN, "Studie")]),
        ("Anna Lohfeldt und Kurt Moosheim", [(Form.NAME, "Anna"), (Form.NAME, "Kurt")]),
        ("Polizei und Staatsanwaltschaft", [(Form.NOUN, "Polizei"), (Form.NOUN, "Staatsanwaltschaft")]),
        ("der Minister für Schule und Kultur", [(Form.NOUN, "Minister")]),
    ],
)
def test_form_and_head(words: str, expected: list[tuple[Form, str]]) -> None:
    assert read(words) == expected


def test_no_words_no_phrase() -> None:
    assert phrases_of(Text(analyse("er")), ()) == ()


@pytest.mark.parametrize(
    ("words", "plural"),
    [
        ("die Richter", True),
        ("der Richter", False),
        ("die Richterin", False),
        ("Experten", True),
        ("die Polizei", False),
    ],
)
def test_number(words: str, plural: bool) -> None:
    text = Text(analyse(words))
    assert phrases_of(text, range(len(text.forms)))[0].is_plural is plural
