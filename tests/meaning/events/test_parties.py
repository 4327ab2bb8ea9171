from datetime import date

import pytest

from wortlaut.language import analyse
from wortlaut.meaning.events import announced

TODAY = date(2025, 11, 27)


def who(text: str) -> list[str]:
    """The words of the article that say who takes part in the one event that it announces."""
    (event,) = announced(analyse(text), TODAY)
    return [part.span.of(text) for part in event.who]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Am Montag wollen sich die beiden in Anstadt treffen.", ["die beiden"]),
        ("Seine Pläne stellt er am Montag vor.", ["er"]),
        ("Diese Zahlen veröffentlicht am Montag die ostrische Regierung.", ["die ostrische Regierung"]),
        ("Die neuen Zahlen will am Montag der Minister vorlegen.", ["der Minister"]),
        ("Die Runde will ihren Bericht am Montag vorlegen.", ["Die Runde"]),
        ("Den Film zeigt die „Anstädter Post“ am Montag nicht, sie stellt am Montag ihr Programm vor.", ["sie"]),
    ],
)
def test_who_acts_is_the_subject_wherever_it_stands(text: str, parties: list[str]) -> None:
    assert who(text) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Die Festspiele werden am Montag von Ministerin Ada Brand eröffnet.", ["Ministerin Ada Brand"]),
        (
            "Am Montag sollen die Ergebnisse der Prüfung von Staatssekretär Jan Wehr vorgestellt werden.",
            ["Staatssekretär Jan Wehr"],
        ),
        (
            "Am Montag beginnen zwischen dem 1. FC Anstadt und dem SC Beburg Verhandlungen.",
            ["dem 1. FC Anstadt", "dem SC Beburg"],
        ),
        ("Die Verhandlungen werden am Montag mit Ministerin Brand fortgesetzt.", ["Ministerin Brand"]),
        ("Das letzte Spiel am Montag gegen den SC Beburg findet in Anstadt statt.", ["den SC Beburg"]),
        (
            "Ministerpräsidentin Lena Vogt lädt die Verbände für Montag zu einem Gespräch ein.",
            ["Ministerpräsidentin Lena Vogt", "die Verbände"],
        ),
        (
            "Er will am Montag nach Beburg fliegen, um mit Ministerin Brand zu sprechen.",
            ["Er", "Ministerin Brand"],
        ),
        (
            "An dem Treffen am 5. Dezember nehmen neben Lena Vogt auch Otto Rieck und Ada Brand teil.",
            ["Lena Vogt", "Otto Rieck", "Ada Brand"],
        ),
        (
            "Bei dem Gipfel am Montag in Anstadt wollen die Staatschefs über die Fähre beraten.",
            ["die Staatschefs"],
        ),
    ],
)
def test_those_stand_beside_the_event_in_many_ways(text: str, parties: list[str]) -> None:
    assert who(text) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Der Vizekanzler und Finanzminister Jan Wehr reist am Montag nach Ostrien.",
         ["Der Vizekanzler und Finanzminister Jan Wehr"]),
        ("Jan Wehr, ein Anwalt und Berater, reist am Montag nach Ostrien.", ["Jan Wehr"]),
        ("Eine Gruppe unter Leitung von Außenminister Jan Wehr reist am Montag nach Ostrien.",
         ["Eine Gruppe unter Leitung von Außenminister Jan Wehr"]),
        ("Vertreter von Regierung und Opposition wollen am Montag in Anstadt verhandeln.",
         ["Vertreter von Regierung und Opposition"]),
        ("Die Sitzung des neu gewählten Rates ist für Montag angesetzt.", ["des neu gewählten Rates"]),
        ("Am Montag reist Livia de Santis nach Ostrien.", ["Livia de Santis"]),
        ("Am Montag wollen über 3.000 Menschen gegen den Deichbau demonstrieren.", ["über 3.000 Menschen"]),
        ("Am Montag reist der Haushalts- und Finanzausschuss nach Ostrien.",
         ["der Haushalts- und Finanzausschuss"]),
    ],
)  # fmt: skip
def test_a_party_has_all_words_that_belong_to_it(text: str, parties: list[str]) -> None:
    assert who(text) == parties


@pytest.mark.parametrize(
    "text",
    [
        "Das Endspiel der Meisterschaft findet am Montag statt.",
        "Gastgeber der Konferenz, die am Montag in Anstadt beginnt, ist noch keiner.",
        "Die Premiere der Oper „Flut“ findet am Montag statt.",
        "Die Kundgebung vom Rathaus bis zum Hafen findet am Montag statt.",
    ],
)
def test_contests_works_and_places_are_no_parties(text: str) -> None:
    assert who(text) == []


def test_the_sentence_beside_tells_who_takes_part() -> None:
    text = "Am Montag findet ein Treffen statt. Bei dem Treffen wollen Ada Brand und Otto Rieck über die Fähre beraten."
    assert who(text) == ["Ada Brand", "Otto Rieck"]
