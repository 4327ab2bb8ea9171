import pickle
from string import Formatter

import pytest

from wortlaut.errors import MESSAGES, CodebookBroken, InputError, RecordMissing, WortlautError


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("code", MESSAGES)
def test_a_message_takes_the_same_values_in_both_languages(code: str) -> None:
    message = MESSAGES[code]
    assert placeholders(message.en) == placeholders(message.de)
    assert message.en != message.de


def test_an_error_says_what_is_wrong_in_either_language() -> None:
    error = RecordMissing("record_missing", path="a.db")
    assert str(error) == error.text() == error.text("fr")
    assert "no record at a.db" in error.text("en")
    assert "Unter a.db liegt keine Sammlung" in error.text("de")


def test_a_text_that_is_no_code_is_the_message() -> None:
    error = InputError("a {strange} text")
    assert (str(error), error.text("de")) == ("a {strange} text", "a {strange} text")


def test_of_several_faults_each_is_a_line() -> None:
    faults = [InputError("codebook_id_twice", where=f"b.toml:{at}", id="a") for at in (1, 9)]
    for error in (CodebookBroken(faults), pickle.loads(pickle.dumps(CodebookBroken(faults)))):
        assert error.lines("de") == [each.text("de") for each in faults]
        assert str(error) == "\n".join(each.text("en") for each in faults)
    assert RecordMissing("record_missing", path="a.db").lines() == [RecordMissing("record_missing", path="a.db").text()]


def test_an_error_can_be_sent_to_another_process() -> None:
    error = pickle.loads(pickle.dumps(RecordMissing("record_missing", path="a.db")))
    assert isinstance(error, WortlautError)
    assert str(error) == str(RecordMissing("record_missing", path="a.db"))
