"""What is the full text of an entry and what only makes curious about it."""

import pytest

from wortlaut.intake.feeds.teasers import is_full, is_teaser

SENTENCE = "Der Rat hat am Dienstag lange über die Brücke beraten. "


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat hat beraten …",
        "Der Rat hat beraten...",
        "Der Rat hat beraten [...]",
        "Der Rat hat beraten […] »",
        "Der Rat hat beraten. Weiterlesen",
        "Der Rat hat beraten.\n\nWeiterlesen auf bote.example",
        "Der Rat hat beraten. [mehr]",
        SENTENCE * 40 + "Read more »",
        SENTENCE * 40 + "\n\nThe post Streit um Brücke appeared first on Bote.",
    ],
)
def test_teasers(text: str) -> None:
    assert is_teaser(text)


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat hat beraten.",
        "„Und jetzt …“, sagte sie.",
        "Er fragte: „Was soll man da weiterlesen?“ Dann ging er nach Hause, denn es war spät geworden. Niemand "
        "hielt ihn auf, und auch am nächsten Tag kam er nicht zurück, obwohl alle auf ihn gewartet hatten.",
        SENTENCE * 40 + "Ob das gut geht …",
    ],
)
def test_texts(text: str) -> None:
    assert not is_teaser(text)


@pytest.mark.parametrize(
    ("text", "is_it"),
    [
        (SENTENCE * 4, False),
        (SENTENCE * 12, False),
        ("\n\n".join([SENTENCE * 4] * 3), True),
        (SENTENCE * 20, True),
        (SENTENCE * 20 + "Doch dann …", False),
    ],
)
def test_summaries_that_are_the_full_text(text: str, is_it: bool) -> None:
    assert is_full(text) is is_it
