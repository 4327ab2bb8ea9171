from pathlib import Path

import pytest

from tests.record.builder import OTHER_READER, READER, keep, spans, statement
from tests.record.people.ferry import ANNA, DIRECT, INDIRECT, NEWS, NOON, TEXT, decide, mentions, verdict
from wortlaut.decisions import (
    NO_PARENT,
    Action,
    Add,
    Complete,
    Confirm,
    Correct,
    Decision,
    Entry,
    Reject,
    Undo,
    Values,
)
from wortlaut.errors import DecisionImpossible, EditConflict, NotInRecord
from wortlaut.record import Record
from wortlaut.types import Medium, Party, Span, Standing, StatementPart, StatementType, Verdict


def test_a_corrected_part_holds_and_says_who_decided_it(news: Record) -> None:
    entry = decide(news, Correct(DIRECT.id, Values(speakers=mentions("Ole Brandis"))))
    found = news.statement(DIRECT.id)
    assert found.statement.speakers == (Party(spans(TEXT, "Ole Brandis"), 1.0),)
    assert found.verdicts == (verdict(StatementPart.SPEAKERS, 1),)
    assert found.standing is Standing.FOUND
    assert entry == Entry(
        number=1,
        digest=entry.digest,
        action=Action.CORRECT,
        at=NOON,
        by=ANNA,
        why="nachgelesen",
        article=NEWS.id,
        version=1,
        statement=DIRECT.id,
        values=Values(speakers=mentions("Ole Brandis")),
        was=Values(speakers=mentions("Reeder")),
    )
    assert list(news.history()) == [entry]
    assert list(news.verify()) == []


def test_the_search_follows_a_correction(news: Record) -> None:
    decide(news, Correct(DIRECT.id, Values(speakers=mentions("Ole Brandis"), quote=spans(TEXT, "„Wir zahlen"))))
    assert [each.statement.id for each in news.search("Brandis")] == [DIRECT.id]
    assert [each.statement.id for each in news.search("Cent")] == []
    assert list(news.verify()) == []


def test_a_confirmed_statement_is_sure_in_all_its_parts(news: Record) -> None:
    decide(news, Confirm(DIRECT.id))
    found = news.statement(DIRECT.id)
    assert [each.part for each in found.verdicts] == list(StatementPart)[:8]
    assert (found.statement.quote, found.statement.type) == (DIRECT.quote, DIRECT.type)
    assert found.statement.confidence.quote == found.statement.confidence.type == 1.0


def test_a_rejected_statement_is_kept_and_said_to_be_none_and_by_whom(news: Record) -> None:
    decide(news, Correct(DIRECT.id, Values(type=StatementType.REPORTED)), by="Ben")
    decide(news, Reject(DIRECT.id))
    found = news.statement(DIRECT.id)
    assert found.standing is Standing.REJECTED
    assert found.verdicts == (Verdict(None, 2, ANNA, NOON), verdict(StatementPart.TYPE, 1, "Ben"))
    assert list(news.verify()) == []


def test_confirming_a_rejected_statement_brings_it_back(news: Record) -> None:
    decide(news, Reject(DIRECT.id))
    decide(news, Confirm(DIRECT.id, (StatementPart.TYPE,)))
    assert news.statement(DIRECT.id).standing is Standing.FOUND


def test_a_rejected_part_is_empty_from_then_on(news: Record) -> None:
    decide(news, Reject(DIRECT.id, (StatementPart.SPEAKERS, StatementPart.PARENT)))
    found = news.statement(DIRECT.id)
    assert found.statement.speakers == ()
    assert found.verdicts == (verdict(StatementPart.SPEAKERS, 1), verdict(StatementPart.PARENT, 1))


def test_an_added_statement_stands_in_its_place_with_the_parts_that_were_given(news: Record) -> None:
    values = Values(quote=spans(TEXT, "Er sprach von einem Irrtum"), type=StatementType.REPORTED)
    entry = decide(news, Add(NEWS.id, values))
    assert entry.statement is not None
    found = news.statement(entry.statement)
    assert found.standing is Standing.ADDED
    assert (found.statement.quote, found.statement.type) == (values.quote, values.type)
    assert found.statement.made_by.reader == "person"
    assert [each.statement.id for each in news.of_article(NEWS.id)] == [INDIRECT.id, DIRECT.id, entry.statement]
    assert [each.statement.id for each in news.search("Irrtum")] == [entry.statement]
    assert list(news.verify()) == []


def test_adding_what_is_there_leads_to_the_one_that_is_there(news: Record) -> None:
    with pytest.raises(DecisionImpossible, match=DIRECT.id):
        decide(news, Add(NEWS.id, Values(quote=DIRECT.quote, type=StatementType.DIRECT)))


def test_the_later_of_two_decisions_about_a_part_holds(news: Record) -> None:
    decide(news, Correct(DIRECT.id, Values(type=StatementType.INDIRECT, medium=Medium.WRITING)))
    decide(news, Correct(DIRECT.id, Values(type=StatementType.REPORTED)), by="Ben")
    found = news.statement(DIRECT.id)
    assert (found.statement.type, found.statement.medium) == (StatementType.REPORTED, Medium.WRITING)
    assert found.verdicts == (verdict(StatementPart.TYPE, 2, "Ben"), verdict(StatementPart.MEDIUM, 1))


def test_undoing_a_decision_leaves_the_others(news: Record) -> None:
    before = news.statement(DIRECT.id)
    decide(news, Correct(DIRECT.id, Values(type=StatementType.INDIRECT)))
    decide(news, Correct(DIRECT.id, Values(medium=Medium.WRITING)))
    decide(news, Undo(1))
    assert news.statement(DIRECT.id).statement.type is StatementType.DIRECT
    assert news.statement(DIRECT.id).statement.medium is Medium.WRITING
    decide(news, Undo(2))
    assert news.statement(DIRECT.id) == before
    assert news.statement(DIRECT.id).revision == before.revision
    assert [each.is_undone for each in news.history()] == [True, True, False, False]
    assert list(news.verify()) == []


def test_undoing_an_undoing_brings_the_decision_back(news: Record) -> None:
    decide(news, Reject(DIRECT.id))
    decide(news, Undo(1))
    assert news.statement(DIRECT.id).standing is Standing.FOUND
    decide(news, Undo(2))
    assert news.statement(DIRECT.id).standing is Standing.REJECTED
    assert [each.is_undone for each in news.history()] == [False, True, False]


def test_undoing_an_addition_takes_the_statement_away_and_redoing_brings_it_back(news: Record) -> None:
    entry = decide(news, Add(NEWS.id, Values(quote=spans(TEXT, "Irrtum"), type=StatementType.REPORTED)))
    assert entry.statement is not None
    decide(news, Correct(entry.statement, Values(medium=Medium.WRITING)))
    decide(news, Undo(1))
    with pytest.raises(NotInRecord):
        news.statement(entry.statement)
    (waiting,) = news.waiting()
    assert (waiting.entry.number, waiting.part) == (2, None)
    decide(news, Undo(3))
    assert news.statement(entry.statement).statement.medium is Medium.WRITING
    assert list(news.waiting()) == []
    assert list(news.verify()) == []


def test_a_second_undoing_is_an_error(news: Record) -> None:
    decide(news, Reject(DIRECT.id))
    decide(news, Undo(1))
    with pytest.raises(DecisionImpossible, match="undone already"):
        decide(news, Undo(1))


def test_what_a_person_decided_survives_another_reader(news: Record) -> None:
    decide(news, Correct(DIRECT.id, Values(speakers=mentions("Ole Brandis"), type=StatementType.REPORTED)))
    other = statement(NEWS, "Wir zahlen keinen Cent", speaker="Er", made_by=OTHER_READER)
    keep(news, NEWS, [other], made_by=OTHER_READER)
    found = news.statement(DIRECT.id)
    assert found.statement.quote == other.quote
    assert found.statement.speakers == (Party(spans(TEXT, "Ole Brandis"), 1.0),)
    assert found.statement.type is StatementType.REPORTED
    assert found.statement.made_by == OTHER_READER
    assert list(news.verify()) == []


def test_a_statement_found_again_keeps_its_id(news: Record) -> None:
    other = statement(NEWS, "Wir zahlen keinen Cent", made_by=OTHER_READER)
    assert other.id != DIRECT.id
    keep(news, NEWS, [other], made_by=OTHER_READER)
    assert [each.statement.id for each in news.of_article(NEWS.id) if each.standing is Standing.FOUND] == [DIRECT.id]


def test_what_is_found_no_more_is_marked_and_comes_back_when_it_is_found_again(news: Record) -> None:
    keep(news, NEWS, [], made_by=OTHER_READER)
    assert {each.standing for each in news.of_content(NEWS, hidden=True)} == {Standing.LOST}
    assert news.statement(DIRECT.id).statement == DIRECT
    keep(news, NEWS, [INDIRECT, DIRECT], made_by=READER)
    assert [each.statement for each in news.of_content(NEWS, hidden=True)] == [INDIRECT, DIRECT]
    assert list(news.verify()) == []


def test_what_a_person_decided_about_stays_when_no_reader_finds_it_any_more(news: Record) -> None:
    decide(news, Confirm(DIRECT.id, (StatementPart.TYPE,)))
    keep(news, NEWS, [], made_by=OTHER_READER)
    assert news.statement(DIRECT.id).standing is Standing.UPHELD
    assert news.statement(INDIRECT.id).standing is Standing.LOST


def test_a_rejected_statement_stays_rejected_when_it_is_found_again(news: Record) -> None:
    decide(news, Reject(DIRECT.id))
    other = statement(NEWS, "Wir zahlen keinen Cent", made_by=OTHER_READER)
    keep(news, NEWS, [other], made_by=OTHER_READER)
    assert [each.standing for each in news.of_content(NEWS, hidden=True)] == [Standing.LOST, Standing.REJECTED]


def test_an_added_statement_that_a_reader_finds_later_is_one_and_the_same(news: Record) -> None:
    entry = decide(news, Add(NEWS.id, Values(quote=spans(TEXT, "von einem Irrtum"), type=StatementType.REPORTED)))
    other = statement(NEWS, "Er sprach von einem Irrtum", kind=StatementType.INDIRECT, made_by=OTHER_READER)
    keep(news, NEWS, [other], made_by=OTHER_READER)
    assert entry.statement is not None
    found = news.statement(entry.statement)
    assert found.standing is Standing.FOUND
    assert (found.statement.quote, found.statement.type) == (spans(TEXT, "von einem Irrtum"), StatementType.REPORTED)
    assert [each.statement.id for each in news.of_content(NEWS, hidden=True)].count(entry.statement) == 1


def test_the_second_of_two_editors_is_told_who_was_first(news: Record) -> None:
    seen = news.statement(DIRECT.id).revision
    decide(news, Correct(DIRECT.id, Values(type=StatementType.INDIRECT)), seen=seen)
    with pytest.raises(EditConflict, match=r"Anna Sieg.*2026-11-23 12:00.*entry 1"):
        decide(news, Correct(DIRECT.id, Values(type=StatementType.REPORTED)), by="Ben", seen=seen)
    assert news.statement(DIRECT.id).statement.type is StatementType.INDIRECT
    decide(news, Reject(DIRECT.id), by="Ben", seen=news.statement(DIRECT.id).revision)


def test_an_editor_is_told_of_a_reading_in_between(news: Record) -> None:
    seen = news.statement(DIRECT.id).revision
    keep(news, NEWS, [statement(NEWS, "Wir zahlen keinen Cent", made_by=OTHER_READER)], made_by=OTHER_READER)
    with pytest.raises(EditConflict, match="read anew"):
        decide(news, Confirm(DIRECT.id), seen=seen)


def test_completing_an_article_is_an_entry_of_its_own(news: Record) -> None:
    entry = decide(news, Complete(NEWS.id[:5]))
    assert (entry.action, entry.article, entry.statement) == (Action.COMPLETE, NEWS.id, None)
    assert list(news.verify()) == []


IMPOSSIBLE: dict[str, tuple[Decision, str]] = {
    "nothing": (Correct(DIRECT.id, Values()), "Nothing is said"),
    "no quote": (Correct(DIRECT.id, Values(quote=())), "cannot be without its quote"),
    "no type": (Reject(DIRECT.id, (StatementPart.TYPE,)), "cannot be without its type"),
    "beyond the text": (Correct(DIRECT.id, Values(cue=(Span(3, 9999),))), "cannot reach to 9999"),
    "places in disorder": (Correct(DIRECT.id, Values(quote=(Span(5, 9), Span(3, 6)))), "overlap"),
    "a mention of nothing": (Correct(DIRECT.id, Values(speakers=((),))), "no words"),
    "inside of itself": (Correct(DIRECT.id, Values(parent=DIRECT.id)), "itself"),
    "added without a type": (Add(NEWS.id, Values(quote=(Span(3, 9),))), "quote and its type"),
    "an undoing of nothing": (Undo(7), "no entry 7"),
}


@pytest.mark.parametrize(("decision", "message"), IMPOSSIBLE.values(), ids=IMPOSSIBLE.keys())
def test_an_impossible_decision_is_refused_and_nothing_written(
    news: Record, path: Path, decision: Decision, message: str
) -> None:
    before = path.read_bytes()
    with pytest.raises(DecisionImpossible, match=message):
        decide(news, decision)
    assert path.read_bytes() == before


def test_a_decision_needs_a_name(news: Record) -> None:
    with pytest.raises(DecisionImpossible, match="name"):
        decide(news, Confirm(DIRECT.id), by="  ")


def test_a_statement_put_inside_another_comes_out_again(news: Record) -> None:
    decide(news, Correct(DIRECT.id, Values(parent=INDIRECT.id[:6])))
    assert news.statement(DIRECT.id).statement.parent == INDIRECT.id
    with pytest.raises(DecisionImpossible, match="itself inside"):
        decide(news, Correct(INDIRECT.id, Values(parent=DIRECT.id)))
    decide(news, Correct(DIRECT.id, Values(parent=NO_PARENT)))
    assert news.statement(DIRECT.id).statement.parent is None


def test_what_stands_inside_a_rejected_statement_stands_by_itself(news: Record) -> None:
    decide(news, Correct(DIRECT.id, Values(parent=INDIRECT.id)))
    decide(news, Reject(INDIRECT.id))
    assert news.statement(DIRECT.id).statement.parent is None
    decide(news, Undo(2))
    assert news.statement(DIRECT.id).statement.parent == INDIRECT.id


def test_the_history_of_a_statement_that_is_no_more_can_be_read(news: Record) -> None:
    added = decide(news, Add(NEWS.id, Values(quote=spans(TEXT, "einem Irrtum"), type=StatementType.REPORTED)))
    decide(news, Undo(added.number))
    assert added.statement is not None
    assert [each.action for each in news.history(added.statement[:10])] == [Action.ADD, Action.UNDO]
    with pytest.raises(NotInRecord):
        next(news.history("s0000"))


def test_the_history_of_one_statement_leaves_out_the_others(news: Record) -> None:
    decide(news, Confirm(DIRECT.id))
    decide(news, Confirm(INDIRECT.id))
    decide(news, Undo(1))
    assert [each.number for each in news.history(DIRECT.id[:8])] == [1, 3]
    assert [each.number for each in news.history(NEWS.id)] == [1, 2, 3]
    assert news.history_head() == f"3 {news.entry(3).digest}"


def test_history_is_told_from_either_end(news: Record) -> None:
    for _ in range(3):
        decide(news, Confirm(DIRECT.id))
    assert [each.number for each in news.history(newest_first=True)] == [3, 2, 1]
    assert [each.number for each in news.history(DIRECT.id, newest_first=True, before=3)] == [2, 1]
    assert [each.number for each in news.history(before=3)] == [1, 2]
