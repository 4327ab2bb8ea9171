from datetime import date

import pytest

from tests.builder import place
from tests.meaning.when.test_saying import NOW, told
from wortlaut.language import analyse
from wortlaut.meaning.when import times
from wortlaut.meaning.when.preceding import said_before
from wortlaut.types import SaidBefore, Statement, StatementType

BARE = StatementType.FREE_INDIRECT


def events(text: str, *statements: Statement) -> list[SaidBefore | None]:
    document = analyse(text)
    return list(said_before(document, statements, times(document, NOW), NOW))


def framed(frame: str) -> tuple[str, Statement]:
    """A text of one statement that has the frame."""
    text = f"{frame} der Deich halte."
    return text, told(text, "der Deich halte", frame=frame, cue="sagte")


def test_a_listed_event_has_its_day_and_the_day_before() -> None:
    text, statement = framed("Auch vor dem Überfall auf die Ukraine sagte Ada,")
    words = (place(text, "vor dem Überfall auf die Ukraine"),)
    expected = SaidBefore("Überfall auf die Ukraine", date(2022, 2, 24), date(2022, 2, 23), words)
    assert events(text, statement) == [expected]


def test_any_event_counts_and_has_no_day_where_none_is_told() -> None:
    text, statement = framed("Kurz vor der Abstimmung im Stadtrat von Örling sagte Ada,")
    words = (place(text, "vor der Abstimmung im Stadtrat von Örling"),)
    assert events(text, statement) == [SaidBefore("Abstimmung im Stadtrat von Örling", None, None, words)]


def test_a_day_behind_the_event_is_that_of_the_event() -> None:
    text, statement = framed("Vor dem Deichfest am 5. Mai 2024 sagte Ada,")
    assert events(text, statement) == [None]
    text, statement = framed("Vor dem Gipfel am 5. Mai 2024 sagte Ada,")
    words = (place(text, "Vor dem Gipfel"),)
    assert events(text, statement) == [SaidBefore("Gipfel", date(2024, 5, 5), date(2024, 5, 4), words)]


def test_what_was_said_before_an_event_to_come_was_said_until_the_day_of_publication() -> None:
    text, statement = framed("Vor der Wahl am 7. Dezember sagte Ada,")
    words = (place(text, "Vor der Wahl"),)
    assert events(text, statement) == [SaidBefore("Wahl", date(2025, 12, 7), NOW, words)]


@pytest.mark.parametrize(
    "frame",
    [
        "Ada warnte vor dem Angriff und sagte,",
        "Aus Angst vor der Abstimmung sagte Ada,",
        "In ihrer Rede vor der Konferenz sagte Ada,",
        "Ada sagte vor Gericht,",
        "Ada sagte vor der Presse,",
        "Ada sagte vor zwei Wochen,",
        "Nach der Wahl sagte Ada,",
        "Vor der Auswahl sagte Ada,",
    ],
)
def test_other_words_behind_vor_are_no_event(frame: str) -> None:
    text, statement = framed(frame)
    assert events(text, statement) == [None]


def test_an_event_in_the_words_that_were_said_does_not_count() -> None:
    text = "Ada sagte, vor der Wahl halte der Deich."
    assert events(text, told(text, "vor der Wahl halte der Deich", frame="Ada sagte,", cue="sagte")) == [None]


def test_what_goes_on_without_an_introduction_was_said_before_the_event_too() -> None:
    text = "Vor dem Einmarsch sagte Ada, sie komme nicht. Sie plane nichts.\n\nEs regne."
    first = told(text, "sie komme nicht", frame="Vor dem Einmarsch sagte Ada,", cue="sagte")
    others = [told(text, words, kind=BARE) for words in ("Sie plane nichts.", "Es regne.")]
    assert [each and each.event for each in events(text, first, *others)] == ["Einmarsch", "Einmarsch", None]


def test_a_report_tells_the_event_at_its_beginning() -> None:
    text = "Vor dem Länderspiel lobte Ada den Rasen."
    statement = told(text, text, kind=StatementType.REPORTED)
    assert [each and each.event for each in events(text, statement)] == ["Länderspiel"]
