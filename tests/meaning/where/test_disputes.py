import pytest

from tests.meaning.where.told import told, words
from wortlaut.language import analyse
from wortlaut.meaning.where import disputed_channels, places_and_channels
from wortlaut.types import StatementType


@pytest.mark.parametrize(
    ("text", "noun", "by"),
    [
        ("Wiesengrund ließ offen, ob der Mitschnitt des Telefonats echt war.", "Mitschnitt", "Wiesengrund"),
        ("Die Echtheit des Videos ist nicht bestätigt.", "Video", ""),
        ("Ein Brief tauchte auf. Lohfeld bezweifelte dessen Echtheit.", "Brief", "Lohfeld"),
        ("Unterdessen bestritt Lohfeld die Echtheit der Tonaufnahme.", "Tonaufnahme", "Lohfeld"),
        ("Der Brief ist gefälscht.", "Brief", ""),
    ],
)
def test_doubts_about_authenticity_are_found(text: str, noun: str, by: str) -> None:
    (found,) = disputed_channels(analyse(text), ())
    assert (found.noun, words(text, found.dispute.by)) == (noun, by)


@pytest.mark.parametrize(
    "text",
    [
        "Das Amt bestätigte die Echtheit des Briefs.",
        "Die Freude über den Brief war echt.",
        "Er fuhr mit gefälschtem Pass.",
        "Der Mitschnitt ist lang.",
    ],
)
def test_what_nobody_doubts_is_not_in_dispute(text: str) -> None:
    assert disputed_channels(analyse(text), ()) == ()


@pytest.mark.parametrize("quote", ["auf dem Ada Wiesengrund dem Rat droht", "Ada Wiesengrund dem Rat droht"])
def test_what_stands_in_the_clause_of_a_recording_came_by_it(quote: str) -> None:
    text = "Lohfeld ließ offen, ob der Mitschnitt, auf dem Ada Wiesengrund dem Rat droht, echt war."
    statement = told(text, quote, speaker="Ada Wiesengrund", kind=StatementType.REPORTED)
    (found,) = places_and_channels(analyse(text), (statement,))
    assert [(link.kind.value, link.name) for link in found.via] == [("recording", "Mitschnitt")]
    assert [words(text, each.by) for each in found.via[0].disputes] == ["Lohfeld"]


def test_a_relative_clause_of_something_else_is_no_recording() -> None:
    text = "Der Saal, in dem Ada Wiesengrund dem Rat droht, ist alt."
    statement = told(
        text, "in dem Ada Wiesengrund dem Rat droht", speaker="Ada Wiesengrund", kind=StatementType.REPORTED
    )
    assert places_and_channels(analyse(text), (statement,))[0].via == ()


def test_statement_knows_that_its_recording_is_in_dispute_and_by_whom() -> None:
    text = (
        "Auf einem Mitschnitt sagte Arno Lohfeld, der Damm breche.\n\n"
        "Der Mitschnitt sei gefälscht, erklärte Ada Wiesengrund."
    )
    statements = (
        told(
            text,
            "der Damm breche",
            frame="Auf einem Mitschnitt sagte Arno Lohfeld,",
            cue="sagte",
            speaker="Arno Lohfeld",
        ),
        told(
            text,
            "Der Mitschnitt sei gefälscht",
            frame=", erklärte Ada Wiesengrund",
            cue="erklärte",
            speaker="Ada Wiesengrund",
        ),
    )
    found = places_and_channels(analyse(text), statements)
    assert [(link.kind.value, link.name) for link in found[0].via] == [("recording", "Mitschnitt")]
    assert [(words(text, each.spans), words(text, each.by)) for each in found[0].via[0].disputes] == [
        ("gefälscht", "Ada Wiesengrund")
    ]
    assert found[1].via == ()
