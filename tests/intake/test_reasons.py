"""Messages: every refusal and note in both languages, whole sentences, with where and what to do."""

import re

import pytest

from wortlaut.intake import message, say, say_note
from wortlaut.intake.reasons import NOTES, PROBLEMS, REFUSALS, Refused, note, reject
from wortlaut.types import Origin, Reason, Rejected, Stage

VALUES = {"kind": "PDF", "size": "5", "limit": "4", "problem": "EACCES", "line": "3", "column": "7", "fields": "a, b"}


def names(template: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", template))


@pytest.mark.parametrize("code", [*REFUSALS, *NOTES, *PROBLEMS])
def test_both_languages_name_the_same_values(code: str) -> None:
    texts = (REFUSALS | NOTES | PROBLEMS)[code]
    assert names(texts.en) == names(texts.de)
    assert texts.en != texts.de or code == "null"


@pytest.mark.parametrize("code", REFUSALS)
def test_every_refusal_is_whole_sentences_that_say_what_to_do(code: str) -> None:
    for language in ("en", "de"):
        text = say(Reason(code, tuple((name, VALUES.get(name, "x")) for name in names(REFUSALS[code].en))), language)
        assert text.endswith(".")
        assert "{" not in text


def test_a_message_says_where_what_and_how_in_both_languages() -> None:
    why = Refused("broken_json", line=3, column=7, problem="Expecting value").why
    rejected = reject(why, Origin("a.jsonl", record=2, line=3, byte=40))
    assert rejected == Rejected(
        "The JSON is broken in line 3, column 7: a value should stand there. Correct that place.",
        Stage.INTAKE,
        Origin("a.jsonl", record=2, line=3, byte=40),
        Reason("broken_json", (("line", "3"), ("column", "7"), ("problem", "Expecting value"))),
    )
    assert message(rejected) == str(rejected) == f"a.jsonl, record 2, line 3: {rejected.reason}"
    assert message(rejected, "de") == (
        "a.jsonl, Datensatz 2, Zeile 3: Das JSON ist fehlerhaft in Zeile 3, Spalte 7: "
        "dort müsste ein Wert stehen. Berichtigen Sie diese Stelle."
    )


def test_a_refusal_of_another_stage_is_shown_as_it_is() -> None:
    rejected = Rejected("No reader.", Stage.READING, Origin("a.txt"))
    assert message(rejected, "de") == "a.txt: No reader."


def test_a_problem_that_is_not_in_the_table_is_shown_as_it_is() -> None:
    assert say(Reason("unreadable", (("problem", "Stale file handle"),)), "de").startswith(
        "Die Datei lässt sich nicht lesen: Stale file handle."
    )


@pytest.mark.parametrize("code", NOTES)
def test_every_note_can_be_had_in_german_from_its_english_words(code: str) -> None:
    values = {name: f"{name} (*)" for name in names(NOTES[code].en)}
    english = note(code, **values)
    assert (say_note(english), say_note(english, "de")) == (english, NOTES[code].text("de", values))


def test_a_text_that_is_no_note_is_given_back() -> None:
    assert say_note("Irgendetwas.", "de") == "Irgendetwas."
