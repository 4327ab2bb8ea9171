"""What an event is called in a calendar."""

from datetime import date

import pytest

from wortlaut.language import analyse
from wortlaut.meaning.events import announced

TODAY = date(2025, 11, 27)  # a Thursday


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Der Minister will am Montag in Cedorf Gespräche über den Hafen führen.", "Gespräche über den Hafen, Cedorf"),
        (
            "Mit Gesprächen in der ostrischen Hafenstadt Cedorf wollen beide Länder am Montag beginnen.",
            "Gespräche in der ostrischen Hafenstadt Cedorf",
        ),
        ("Der Stadtrat von Cedorf stimmt am Dienstag über den Haushalt ab.",
         "Stadtrat von Cedorf: über den Haushalt abstimmen"),
        ("Alle Fährleute müssen bis zum 31. Dezember ihre Papiere vorlegen.", "Alle Fährleute: ihre Papiere vorlegen"),
        (
            "Der Betreiber, die Sandbau GmbH, muss ihre Pumpen bis zum 31. Dezember abstellen.",
            "Der Betreiber: ihre Pumpen abstellen",
        ),
        ("Jan Reeder sitzt in Haft. Er soll am Montag dem Richter vorgeführt werden.", "vorführen"),
        ("Die Frist für Bewerbungen endet am 31. Dezember.", "Frist für Bewerbungen"),
    ],
)  # fmt: skip
def test_title(text: str, title: str) -> None:
    assert [event.title for event in announced(analyse(text), TODAY)] == [title]
