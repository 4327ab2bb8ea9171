import pytest

from tests.record.builder import article, keep, spans, statement
from tests.record.people.ferry import ANNA, DIRECT, NEWS, TEXT, decide, mentions
from wortlaut.decisions import (
    Add,
    Confirm,
    Correct,
    Decision,
    Reject,
    Values,
    Waiting,
)
from wortlaut.errors import DecisionImpossible, EditConflict
from wortlaut.record import Record
from wortlaut.types import Party, Span, Standing, StatementPart, StatementType

AHEAD = article("Ostholm. Neu: " + TEXT, url=NEWS.url)


def test_decisions_move_with_the_words_into_a_new_version(news: Record) -> None:
    decide(news, Correct(DIRECT.id, Values(quote=spans(TEXT, "Wir zahlen"), speakers=mentions("Ole Brandis"))))
    keep(news, AHEAD, [statement(AHEAD, "„Wir zahlen keinen Cent“", speaker="Reeder")])
    found = news.statement(DIRECT.id)
    assert found.article.text == AHEAD.text
    assert found.statement.quote == spans(AHEAD.text, "Wir zahlen")
    assert found.statement.speakers == (Party(spans(AHEAD.text, "Ole Brandis"), 1.0),)
    assert list(news.waiting()) == []
    assert list(news.verify()) == []


REWORDED = article(TEXT.replace("Reeder Ole Brandis", "ein Reeder"), url=NEWS.url)


def test_a_decision_without_a_place_waits_until_a_person_decides_anew(news: Record) -> None:
    first = decide(news, Correct(DIRECT.id, Values(speakers=mentions("Ole Brandis"), type=StatementType.REPORTED)))
    keep(news, REWORDED, [statement(REWORDED, "„Wir zahlen keinen Cent“", speaker="ein Reeder")])
    found = news.statement(DIRECT.id)
    assert found.statement.type is StatementType.REPORTED
    assert found.statement.speakers == (Party(spans(REWORDED.text, "ein Reeder"), 0.875),)
    assert list(news.waiting()) == [Waiting(first, StatementPart.SPEAKERS)]
    decide(news, Confirm(DIRECT.id, (StatementPart.SPEAKERS,)))
    assert list(news.waiting()) == []
    assert list(news.verify()) == []


def test_a_decision_that_waits_lets_none_come_back_that_it_overruled(news: Record) -> None:
    decide(news, Correct(DIRECT.id, Values(speakers=mentions("Ole Brandis"), quote=spans(TEXT, "Wir zahlen"))))
    last = decide(news, Correct(DIRECT.id, Values(speakers=mentions("Irrtum"), quote=spans(TEXT, "einem Irrtum"))))
    later = article(TEXT.replace(" Er sprach von einem Irrtum.", ""), url=NEWS.url)
    keep(news, later, [statement(later, "„Wir zahlen keinen Cent“", speaker="Reeder")])
    found = news.statement(DIRECT.id)
    assert found.statement.speakers == (Party(spans(later.text, "Reeder"), 0.875),)
    assert found.statement.quote == spans(later.text, "„Wir zahlen keinen Cent“")
    assert found.statement.confidence.quote == 0.9
    assert found.verdicts == ()
    assert list(news.waiting()) == [Waiting(last, StatementPart.QUOTE), Waiting(last, StatementPart.SPEAKERS)]
    assert list(news.verify()) == []


OPPOSITE = article(TEXT.replace("zahlen keinen Cent", "zahlen jeden Cent"), url=NEWS.url)


def test_a_rejection_does_not_reach_other_words(news: Record) -> None:
    entry = decide(news, Reject(DIRECT.id))
    keep(news, OPPOSITE, [statement(OPPOSITE, "„Wir zahlen jeden Cent“")])
    assert news.statement(DIRECT.id).standing is Standing.FOUND
    assert list(news.waiting()) == [Waiting(entry, None)]
    decide(news, Confirm(DIRECT.id))
    assert list(news.waiting()) == []
    assert list(news.verify()) == []


def test_the_longer_cannot_stand_inside_the_shorter(news: Record) -> None:
    short = Add(NEWS.id, Values(quote=spans(TEXT, "keinen Cent"), type=StatementType.DIRECT))
    name = decide(news, short).statement
    assert name is not None
    with pytest.raises(DecisionImpossible, match="shorter"):
        decide(news, Correct(DIRECT.id, Values(parent=name)))
    decide(news, Correct(name, Values(parent=DIRECT.id)))


SHORT_END = article(TEXT[:-10], url=NEWS.url)
SHORT = article(TEXT[: TEXT.index("„Wir")].strip(), url=NEWS.url)


def test_a_decision_about_words_that_are_gone_waits_whole(news: Record) -> None:
    entry = decide(news, Correct(DIRECT.id, Values(type=StatementType.REPORTED)))
    keep(news, SHORT, [statement(SHORT, "die Fähre nach Ostholm fahre bald wieder")])
    assert list(news.waiting()) == [Waiting(entry, None)]
    assert news.statement(DIRECT.id).article.text == TEXT
    with pytest.raises(DecisionImpossible, match="earlier version"):
        decide(news, Confirm(DIRECT.id))
    assert list(news.verify()) == []


@pytest.mark.parametrize(
    "decision",
    [
        Correct(DIRECT.id, Values(speakers=((Span(2, 9),),))),
        Add(NEWS.id, Values(quote=(Span(len(TEXT) - 9, len(TEXT) - 1),), type=StatementType.DIRECT)),
    ],
    ids=["a correction", "an addition"],
)
def test_places_in_a_text_that_is_current_no_more_are_not_taken(news: Record, decision: Decision) -> None:
    keep(news, SHORT_END, [statement(SHORT_END, "„Wir zahlen keinen Cent“")])
    with pytest.raises(EditConflict, match="another version"):
        news.decide(decision, by=ANNA, text=TEXT)
    assert list(news.history()) == []
