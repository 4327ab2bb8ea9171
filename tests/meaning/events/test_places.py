from datetime import date

import pytest

from wortlaut.language import analyse
from wortlaut.meaning.events import announced

TODAY = date(2025, 11, 27)


def where(text: str) -> list[str]:
    """The words of the article that say where the one event is that it announces."""
    (event,) = announced(analyse(text), TODAY)
    return [part.span.of(text) for part in event.where]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Am Montag findet im ostrischen Beburg ein Treffen statt.", ["ostrischen Beburg"]),
        ("Der Minister reist am Montag nach Anstadt, Beburg und Cedorf.", ["Anstadt", "Beburg", "Cedorf"]),
        ("Die Konferenz von Anstadt beginnt am Montag.", ["Anstadt"]),
        ("Die am Montag in Anstadt beginnende Sitzung dauert lange.", ["Anstadt"]),
        ("Das Spiel findet am Montag im Haller Hagenbachstadion statt.", ["Haller Hagenbachstadion"]),
        ("Die Bauern wollen am Montag vor dem Ministerium demonstrieren.", ["dem Ministerium"]),
        ("Die Gewerkschaft ruft für Montag zu einer Kundgebung nach Beburg auf.", ["Beburg"]),
        ("Am Montag findet in Anstadt ein Treffen wegen der Morde in Ostrien statt.", ["Anstadt"]),
    ],
)
def test_places_are_found_wherever_they_stand(text: str, places: list[str]) -> None:
    assert where(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "Am Montag wollen sie gegen den Anschlag auf eine Kirche demonstrieren.",
        "Am Montag beraten sie über den Einstieg in Anstadts neue Zukunft.",
    ],
)
def test_directions_and_owners_are_no_places(text: str) -> None:
    assert where(text) == []
