from dataclasses import replace
from datetime import date

import pytest

from tests.builder import place
from wortlaut.language import analyse
from wortlaut.meaning.when import times
from wortlaut.meaning.when.evidence import Nearby, Surroundings
from wortlaut.meaning.when.saying import Saying, SayingWeights, said_on, shipped_weights
from wortlaut.types import (
    Confidence,
    Medium,
    Part,
    Party,
    Provenance,
    SaidOn,
    Span,
    Statement,
    StatementType,
)

NOW = date(2025, 11, 27)
YESTERDAY = date(2025, 11, 26)


def told(
    text: str,
    quote: str,
    *,
    frame: str | None = None,
    cue: str | None = None,
    speaker: str | None = None,
    kind: StatementType = StatementType.INDIRECT,
) -> Statement:
    """A statement whose parts are given by their words."""

    def part(words: str | None) -> Part:
        return Part() if words is None else Part((place(text, words),), 1.0)

    return Statement(
        id=f"s{place(text, quote).start}-{len(quote)}",
        article_id="a1",
        type=kind,
        medium=Medium.SPEECH,
        quote=(place(text, quote),),
        cue=part(cue),
        frame=part(frame),
        speakers=() if speaker is None else (Party((place(text, speaker),), 1.0),),
        addressees=(),
        parent=None,
        confidence=Confidence(1.0, 1.0, 1.0),
        made_by=Provenance("toy", "", ""),
    )


def days(text: str, *statements: Statement, published: date | None = NOW) -> list[tuple[date, date] | None]:
    document = analyse(text)
    answers = said_on(document, statements, times(document, published), published)
    return [None if each is None else (each.since, each.until) for each in answers]


def test_a_day_in_the_frame_is_that_of_the_statement() -> None:
    text = "Gestern sagte Ada, der Deich halte."
    statement = told(text, "der Deich halte", frame="Gestern sagte Ada,", cue="sagte", speaker="Ada")
    document = analyse(text)
    [answer] = said_on(document, [statement], times(document, NOW), NOW)
    assert answer == SaidOn(YESTERDAY, YESTERDAY, (Span(0, 7),), answer.confidence if answer else 0.0)
    assert answer is not None
    assert 0.5 < answer.confidence < 1


def test_a_day_in_the_words_that_were_said_is_not() -> None:
    text = "Ada sagte, der Deich sei gestern gebrochen."
    assert days(text, told(text, "der Deich sei gestern gebrochen", frame="Ada sagte,", cue="sagte")) == [None]


def test_a_day_to_come_is_not() -> None:
    text = "Vor der Wahl am kommenden Sonntag sagte Ada, der Deich halte."
    statement = told(text, "der Deich halte", frame="Vor der Wahl am kommenden Sonntag sagte Ada,", cue="sagte")
    assert days(text, statement) == [None]


def test_nothing_tells_where_there_is_no_day() -> None:
    text = "Ada sagte, der Deich halte. Derzeit prüft sie ihn."
    assert days(text, told(text, "der Deich halte", frame="Ada sagte,", cue="sagte")) == [None]


def test_a_report_tells_its_day_within_its_own_words() -> None:
    text = "Gestern hat Ada den Bau des Deichs gefordert. Er bricht sonst."
    statement = told(text, "Gestern hat Ada den Bau des Deichs gefordert.", speaker="Ada", kind=StatementType.REPORTED)
    assert days(text, statement) == [(YESTERDAY, YESTERDAY)]


def test_what_follows_of_the_same_speaker_was_said_on_the_same_day() -> None:
    text = "Ada sagte gestern, der Deich halte. Außerdem sei er neu."
    first = told(text, "der Deich halte", frame="Ada sagte gestern,", cue="sagte", speaker="Ada")
    second = told(text, "Außerdem sei er neu.", kind=StatementType.FREE_INDIRECT)
    assert days(text, first, second) == [(YESTERDAY, YESTERDAY)] * 2


def test_a_statement_within_another_was_said_when_that_was() -> None:
    text = "Ada sagte gestern, der Deich sei laut Bo „ganz dicht“."
    outer = told(text, "der Deich sei laut Bo „ganz dicht“", frame="Ada sagte gestern,", cue="sagte", speaker="Ada")
    inner = told(text, "„ganz dicht“", speaker="Bo")
    assert days(text, outer, inner) == [(YESTERDAY, YESTERDAY)] * 2


def test_statements_in_one_frame_were_said_on_one_day() -> None:
    text = "„Nein“, sagte Ada gestern, „niemals“."
    frame = "sagte Ada gestern"
    both = [told(text, words, frame=frame, cue="sagte", speaker="Ada") for words in ("„Nein“", "„niemals“")]
    assert days(text, *both) == [(YESTERDAY, YESTERDAY)] * 2


def test_answers_come_in_the_order_in_which_statements_were_given() -> None:
    text = "Ada schwieg nie, es regne. Gestern sagte Bo, der Deich halte."
    first = told(text, "es regne", frame="Ada schwieg nie,", speaker="Ada")
    second = told(text, "der Deich halte", frame="Gestern sagte Bo,", cue="sagte", speaker="Bo")
    assert days(text, second, first) == [(YESTERDAY, YESTERDAY), None]


def test_an_interval_ends_with_the_day_of_publication() -> None:
    text = "In dieser Woche sagte Ada, der Deich halte."
    statement = told(text, "der Deich halte", frame="In dieser Woche sagte Ada,", cue="sagte", speaker="Ada")
    document = analyse(text)
    [found] = Nearby(Surroundings(document, [statement], times(document, NOW), NOW), statement).candidates([])
    assert (found.since, found.until) == (date(2025, 11, 24), NOW)


def test_without_a_day_of_publication_only_written_days_are_told() -> None:
    text = "Am 5. März 2024 sagte Ada, der Deich halte. Gestern sagte Bo, er breche."
    first = told(text, "der Deich halte", frame="Am 5. März 2024 sagte Ada,", cue="sagte", speaker="Ada")
    second = told(text, "er breche", frame="Gestern sagte Bo,", speaker="Bo")
    assert days(text, first, second, published=None)[0] == (date(2024, 3, 5), date(2024, 3, 5))


def test_without_statements_there_are_no_answers() -> None:
    assert days("Gestern brannte es.") == []


def test_a_day_that_is_not_likely_enough_is_not_told() -> None:
    text = "Gestern sagte Ada, der Deich halte."
    statement = told(text, "der Deich halte", frame="Gestern sagte Ada,", cue="sagte")
    document = analyse(text)
    careful = replace(shipped_weights(), least=1.1)
    assert Saying(document, [statement], times(document, NOW), NOW, careful).all() == (None,)


def test_shipped_weights_are_those_of_features_that_occur() -> None:
    weights = shipped_weights()
    assert weights.of["frame day"] > 1
    assert weights.nobody > 0
    assert 0 < weights.least < 1


def test_an_endless_sentence_takes_time_in_proportion() -> None:
    from time import process_time

    text = "Gestern sagte Ada, es regne, und " * 3000
    starts = range(0, len(text), 33)
    statements = [
        replace(
            told(text, "es regne", frame="Gestern sagte Ada,", speaker="Ada"),
            id=f"s{start}",
            quote=(Span(start + 19, start + 27),),
            frame=Part((Span(start, start + 18),), 1.0),
        )
        for start in starts
    ]
    document = analyse(text)
    refs = times(document, NOW)
    begun = process_time()
    assert len(Saying(document, statements, refs, NOW, SayingWeights({"frame": 1.0}, 0.0, 0.5)).all()) == len(
        statements
    )
    assert process_time() - begun < 20


@pytest.mark.parametrize("words", ["vor", "bis", "nach"])
def test_an_open_time_tells_no_day(words: str) -> None:
    text = f"Ada sagte {words} gestern, der Deich halte."
    document = analyse(text)
    statement = told(text, "der Deich halte", frame=f"Ada sagte {words} gestern,", cue="sagte")
    assert Nearby(Surroundings(document, [statement], times(document, NOW), NOW), statement).candidates([]) == []
