from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.record.builder import article, keep, spans, statement
from tests.record.coding import Coding, book
from wortlaut.decisions import Add, Confirm, Correct, Decision, Reject, Values
from wortlaut.errors import DecisionImpossible
from wortlaut.record import Record
from wortlaut.types import Labelled, Position, StatementPart, StatementType

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXT = "„Der Damm am Hafen hält“, sagte der Rat. Am Turm brach er."
NEWS = article(TEXT, url="https://example.org/1")
DAM = statement(NEWS, "„Der Damm am Hafen hält“", speaker="der Rat")


@pytest.fixture
def record(path: Path) -> Record:
    """A record in which a statement has a label of each of two codebooks, one of which gives one category at most."""
    opened = Record.open(path, create=True, language=Coding())
    opened.put_codebook(book("orte", "Hafen", "Turm"))
    opened.put_codebook(book("bauten", "Damm", "Werft", exclusive=True))
    keep(opened, NEWS, [DAM])
    return opened


def decide(record: Record, decision: Decision) -> list[str]:
    """The labels that the statement then has, with an exclamation mark where a person gave them."""
    entry = record.decide(decision, by="Ada", at=NOON)
    assert list(record.verify()) == []
    return [f"{each}{'' if each.entry is None else '!'}" for each in record.statement(entry.statement or "").labels]


def correct(*said: Labelled) -> Correct:
    return Correct(DAM.id, Values(labels=said))


def test_labels_of_which_nothing_is_said_stay(record: Record) -> None:
    assert decide(record, correct(Labelled("orte", "Turm", position=Position.AGREE))) == [
        "bauten:Damm",
        "orte:Hafen",
        "orte:Turm:agree!",
    ]
    assert [each.part for each in record.statement(DAM.id).verdicts] == [StatementPart.LABELS]


def test_what_is_said_last_holds(record: Record) -> None:
    decide(record, correct(Labelled("orte", "Turm")))
    assert decide(record, correct(Labelled("orte", "Turm", applies=False))) == ["bauten:Damm", "orte:Hafen"]
    assert decide(record, correct(Labelled("orte", "Turm"))) == ["bauten:Damm", "orte:Hafen", "orte:Turm!"]


def test_labels_are_confirmed_and_rejected_when_they_are_named(record: Record) -> None:
    assert decide(record, Confirm(DAM.id, (StatementPart.LABELS,))) == ["bauten:Damm!", "orte:Hafen!"]
    assert decide(record, Reject(DAM.id, (StatementPart.LABELS,))) == []


def test_confirming_the_whole_statement_says_nothing_of_labels(record: Record) -> None:
    assert decide(record, Confirm(DAM.id)) == ["bauten:Damm", "orte:Hafen"]
    assert StatementPart.LABELS not in {each.part for each in record.statement(DAM.id).verdicts}


def test_of_what_excludes_each_other_a_later_word_takes_the_former_back(record: Record) -> None:
    decide(record, correct(Labelled("bauten", "Damm")))
    assert decide(record, correct(Labelled("bauten", "Werft"))) == ["bauten:Werft!", "orte:Hafen"]
    last = list(record.history())[-1]
    assert last.values == Values(labels=(Labelled("bauten", "Werft"), Labelled("bauten", "Damm", applies=False)))


def test_a_statement_that_a_person_adds_can_have_labels(record: Record) -> None:
    values = Values(quote=spans(TEXT, "brach er"), type=StatementType.REPORTED, labels=(Labelled("orte", "Turm"),))
    assert decide(record, Add(NEWS.id, values)) == ["orte:Turm!"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ((Labelled("zeiten", "heute"),), "label_without_codebook"),
        ((Labelled("zeiten", "heute", applies=False),), "label_without_codebook"),
        ((Labelled("orte", "Damm"),), "category_not_in_codebook"),
        ((Labelled("orte", "Turm"), Labelled("orte", "Turm", applies=False)), "label_twice"),
        ((Labelled("bauten", "Damm"), Labelled("bauten", "Werft")), "labels_exclusive"),
    ],
)
def test_labels_that_cannot_be_change_nothing(record: Record, said: tuple[Labelled, ...], code: str) -> None:
    with pytest.raises(DecisionImpossible) as caught:
        record.decide(correct(*said), by="Ada", at=NOON)
    assert caught.value.code == code
    assert list(record.history()) == []


def test_a_category_that_is_not_there_any_more_can_be_taken_away(record: Record) -> None:
    decide(record, correct(Labelled("orte", "Turm")))
    record.put_codebook(book("orte", "Hafen", version="2"))
    list(record.code_anew())
    assert decide(record, correct(Labelled("orte", "Turm", applies=False))) == ["bauten:Damm", "orte:Hafen"]
