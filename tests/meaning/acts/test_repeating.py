"""What is marked as said again, and as said before."""

import pytest

from tests.meaning.acts.articles import Said, judged, one


@pytest.mark.parametrize(
    ("frame", "cue", "repeated"),
    [
        ("Adler sagte", "sagte", False),
        ("Adler sagte erneut", "sagte", True),
        ("Adler hat das wiederholt bestritten", "hat…bestritten", True),
        ("Adler bekräftigte", "bekräftigte", True),
        ("Adler sagte immer wieder", "sagte", True),
        ("Adler warnte abermals", "warnte", True),
        ("Adler sagte weiterhin", "sagte", True),
        ("Adler forderte zum wiederholten Mal", "forderte", False),
    ],
)
def test_words_of_the_report_mark_a_repetition(frame: str, cue: str, repeated: bool) -> None:
    text = f"{frame}, die Brücke halte."
    assert one(text, "die Brücke halte", cue, frame).repeated is repeated


def test_repetition_in_the_content_is_none_of_the_statement() -> None:
    text = "Adler sagte, die Brücke sei erneut gesperrt."
    assert one(text, "die Brücke sei erneut gesperrt", "sagte", "Adler sagte").repeated is False


@pytest.mark.parametrize(
    ("frame", "cue", "before"),
    [
        ("Auch vor dem Hochwasser hatte sie behauptet", "hatte behauptet", True),
        ("Schon damals hatte sie gesagt", "hatte gesagt", True),
        ("Am Montag hatte sie gesagt", "hatte gesagt", False),
        ("Sie sagte vor dem Rat", "sagte", False),
    ],
)
def test_words_of_the_report_mark_what_was_said_before(frame: str, cue: str, before: bool) -> None:
    text = f"{frame}, die Brücke halte."
    assert one(text, "die Brücke halte", cue.replace(" ", "…") if cue not in frame else cue, frame).before is before


def test_bare_report_is_its_own_frame() -> None:
    text = "Adler forderte erneut eine Fähre."
    (found,) = judged(text, Said(text[:-1], type="reported"))
    assert found.repeated
