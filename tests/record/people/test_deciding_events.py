from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.record.builder import OTHER_READER
from tests.record.telling import ANNOUNCED, CANCELLED, HELD, OTHER, TODAY, German, events, tell, told
from wortlaut.decisions import (
    Action,
    ApartEvents,
    ConfirmEvent,
    CorrectEvent,
    EventDecision,
    RejectEvent,
    SameEvents,
    Undo,
)
from wortlaut.errors import DecisionImpossible
from wortlaut.record import Record
from wortlaut.types import Outcome

PARTED = "Am Donnerstag tagt in Anstadt der Hafenrat."


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    with Record.open(path, create=True, language=German()) as opened:
        tell(opened, 1, ANNOUNCED)
        yield opened
        assert list(opened.verify()) == []


def event(record: Record) -> str:
    return events(record)[0].id


def test_a_rejected_event_is_listed_no_more_also_where_it_is_announced_again(record: Record) -> None:
    name = event(record)
    entry = record.decide(RejectEvent(name), by="Ada", why="Ein Versehen.")
    assert (entry.action, entry.judges) == (Action.REJECT_EVENT, RejectEvent(name))
    assert events(record) == []
    tell(record, 2, ANNOUNCED, date(2030, 3, 5))
    assert events(record) == []
    (rejected,) = events(record, rejected=True)
    assert (rejected.id, rejected.is_rejected, len(rejected.told)) == (name, True, 2)
    record.decide(ConfirmEvent(name), by="Ada")
    assert [each.decided for each in events(record)] == [(("verdict", 2),)]


def test_what_became_of_it_and_when_it_is_can_be_said(record: Record) -> None:
    name = event(record)
    record.decide(CorrectEvent(name, outcome=Outcome.HELD), by="Ada")
    assert told(record) == [("held", "2030-03-07", "2030-03-07", 1)]
    record.decide(CorrectEvent(name, since=date(2030, 3, 8), until=date(2030, 3, 9)), by="Ada")
    tell(record, 2, CANCELLED, date(2030, 3, 6))
    assert told(record) == [("held", "2030-03-08", "2030-03-09", 2)]
    record.decide(Undo(1), by="Ada")
    assert told(record) == [("cancelled", "2030-03-08", "2030-03-09", 2)]
    record.decide(Undo(3), by="Ada")
    assert told(record) == [("held", "2030-03-08", "2030-03-09", 2)]


def test_two_can_be_said_to_be_one(record: Record) -> None:
    tell(record, 2, PARTED)
    first, second = (each.id for each in events(record))
    record.decide(SameEvents(first, second), by="Ada")
    assert told(record) == [("unreported", "2030-03-07", "2030-03-07", 2)]
    record.decide(Undo(1), by="Ada")
    assert [each.id for each in events(record)] == [first, second]


def test_one_can_be_said_to_be_two(record: Record) -> None:
    tell(record, 2, HELD, date(2030, 3, 8))
    (whole,) = events(record)
    assert whole.outcome is Outcome.HELD
    record.decide(ApartEvents(whole.id, whole.told[1].telling.id), by="Ada")
    assert told(record) == [("unreported", "2030-03-07", "2030-03-07", 1)]
    record.decide(SameEvents(whole.told[1].telling.id, whole.id), by="Ada")
    assert told(record) == [("held", "2030-03-07", "2030-03-07", 2)]


def test_what_was_decided_outlives_reading_anew_and_rebuilding(record: Record) -> None:
    name = event(record)
    record.decide(CorrectEvent(name, outcome=Outcome.CANCELLED), by="Ada")
    tell(record, 1, ANNOUNCED, made_by=OTHER_READER)
    assert [(each.id, each.outcome) for each in events(record)] == [(name, Outcome.CANCELLED)]
    tell(record, 1, f"Neues vom Hafen. {ANNOUNCED}")
    assert [(each.id, each.outcome) for each in events(record)] == [(name, Outcome.CANCELLED)]


def test_what_was_decided_about_an_erased_article_goes_with_it(record: Record) -> None:
    name, article = event(record), events(record)[0].head.article.id
    record.decide(RejectEvent(name), by="Ada")
    tell(record, 2, ANNOUNCED, date(2030, 3, 5))
    assert events(record) == []
    record.erase_article(article, by="Ada")
    assert told(record) == [("unreported", "2030-03-07", "2030-03-07", 1)]
    assert [each.action for each in record.history()] == [None, Action.ERASE]


@pytest.mark.parametrize(
    ("decision", "code"),
    [
        (RejectEvent("e00000000"), "event_missing"),
        (SameEvents("ID", "e00000000"), "event_missing"),
        (SameEvents("ID", "ID"), "event_with_itself"),
        (CorrectEvent("ID"), "event_uncorrected"),
        (CorrectEvent("ID", outcome=Outcome.UNREPORTED), "event_unreported"),
        (CorrectEvent("ID", since=date(2030, 3, 9), until=date(2030, 3, 8)), "event_ends_before"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_no_entry(record: Record, decision: EventDecision, code: str) -> None:
    name = event(record)
    whole = replace(decision, event=name if decision.event == "ID" else decision.event)
    if isinstance(whole, SameEvents):
        whole = replace(whole, other=name if whole.other == "ID" else whole.other)
    with pytest.raises(DecisionImpossible) as caught:
        record.decide(whole, by="Ada")
    assert caught.value.code == code
    assert list(record.history()) == []


def test_decisions_stand_in_the_history_of_their_article(record: Record) -> None:
    tell(record, 2, OTHER)
    found = next(each for each in events(record) if each.head.article.text == OTHER)
    record.decide(RejectEvent(found.id), by="Ada")
    assert [each.judges for each in record.history(found.head.article.id)] == [RejectEvent(found.id)]
    assert [each.judges for each in record.history(found.id)] == [RejectEvent(found.id)]
    assert len(events(record, TODAY)) == 1
