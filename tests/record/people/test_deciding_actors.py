"""What people decide about actors, and about who is meant in one statement."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.record.builder import OTHER_READER, keep
from tests.record.cast import BRANDIS, LIND, RAT, WEDDEL, Knowing, actors_in, names_in, said, story, take
from wortlaut.decisions import (
    Action,
    ActorDecision,
    Alias,
    Assign,
    Confirm,
    Correct,
    Decision,
    Entry,
    KeepApart,
    Merge,
    Office,
    Reject,
    Rename,
    Undo,
    Values,
    Who,
)
from wortlaut.errors import DecisionImpossible, EditConflict
from wortlaut.record import Record
from wortlaut.types import PartyKind, ResolvedParty, StatementPart

O_BRANDIS, NEW = "person:o.-brandis", "person:neu~2"
PERSON = PartyKind.PERSON
MADE = Assign(NEW, name="Mara Lind", source=LIND, kind=PERSON, called="Mara Lind (Ostholm)")


@pytest.fixture
def troupe(path: Path) -> Iterator[Record]:
    """Everybody says something in the first article, some once more in the second."""
    with Record.open(path, create=True, language=Knowing()) as record:
        take(record, 1, "Mara Lind", "Ole Brandis", "O. Brandis", "Tanja Weddel", "der Rat", "Jost")
        take(record, 2, "Mara Lind-Öhm", "O. Brandis", "Jost")
        yield record


def ids(number: int, *speakers: str) -> list[str]:
    return [each.id for each in said(story(number, *speakers), *speakers)]


MARA, OLE, INITIAL, TANJA, COUNCIL, JOST = ids(
    1, "Mara Lind", "Ole Brandis", "O. Brandis", "Tanja Weddel", "der Rat", "Jost"
)
MARA_2, INITIAL_2, JOST_2 = ids(2, "Mara Lind-Öhm", "O. Brandis", "Jost")
FIRST, SECOND = story(1, "x").id, story(2, "x").id
AT_FIRST = {
    MARA: LIND,
    OLE: BRANDIS,
    INITIAL: O_BRANDIS,
    TANJA: WEDDEL,
    COUNCIL: RAT,
    JOST: None,
    MARA_2: LIND,
    INITIAL_2: O_BRANDIS,
    JOST_2: None,
}
NAMES = {
    LIND: "Mara Lind-Öhm",
    BRANDIS: "Ole Brandis",
    O_BRANDIS: "O. Brandis",
    WEDDEL: "Tanja Weddel-Groß",
    RAT: "Rat",
}


def decide(record: Record, decision: Decision, *, seen: str | None = None) -> Entry:
    return record.decide(decision, by="Ada", why="nachgelesen", seen=seen)


def present(record: Record) -> dict[str, str | None]:
    return {each: actor for each, (actor,) in actors_in(record).items()}


DECISIONS: dict[str, tuple[Decision, dict[str, str | None], dict[str, str | None]]] = {
    "merge": (Merge(BRANDIS, (O_BRANDIS,)), {INITIAL: BRANDIS, INITIAL_2: BRANDIS}, {O_BRANDIS: None}),
    "split": (MADE, {MARA: NEW}, {NEW: "Mara Lind (Ostholm)"}),
    "split by article": (
        Assign(NEW, articles=(SECOND,), source=LIND, kind=PERSON, called="Neu"),
        {MARA_2: NEW},
        {NEW: "Neu", LIND: "Mara Lind"},
    ),
    "assign a name": (Assign(BRANDIS, name="jost"), {JOST: BRANDIS, JOST_2: BRANDIS}, {}),
    "assign in an article": (Assign(BRANDIS, name="Jost", articles=(SECOND[:8],)), {JOST_2: BRANDIS}, {}),
    "assign a statement": (Assign(RAT, statements=(TANJA[:8],)), {TANJA: RAT}, {WEDDEL: None}),
    "rename": (Rename(LIND, "Mara"), {}, {LIND: "Mara"}),
    "rename who is listed": (Rename(WEDDEL, "T. Weddel"), {}, {WEDDEL: "T. Weddel"}),
    "alias": (Alias(LIND, "Jost"), {JOST: LIND, JOST_2: LIND}, {}),
    "office": (Office(LIND, "Lotsin", date(2020, 1, 1)), {}, {}),
    "apart": (KeepApart(BRANDIS, O_BRANDIS), {}, {}),
    "who": (Correct(JOST, Values(who=(Who(PERSON, "Jost Harms", LIND),))), {JOST: LIND}, {LIND: "Mara Lind-Öhm"}),
    "who is unknown": (Reject(MARA, (StatementPart.WHO,)), {MARA: None}, {}),
}


@pytest.mark.parametrize(("decision", "actors", "names"), DECISIONS.values(), ids=DECISIONS.keys())
def test_a_decision_holds_is_undone_and_redone(
    troupe: Record, decision: Decision, actors: dict[str, str | None], names: dict[str, str | None]
) -> None:
    called = {each: name for each, name in (NAMES | names).items() if name is not None}
    before = list(troupe.statements())
    decide(troupe, decision)
    for undone in (False, True, False):
        wanted = AT_FIRST if undone else AT_FIRST | actors
        assert present(troupe) == wanted
        assert names_in(troupe) == (NAMES if undone else called)
        assert list(troupe.verify()) == []
        if undone:
            assert list(troupe.statements()) == before
        decide(troupe, Undo(len(list(troupe.history()))))
    assert [each.is_undone for each in troupe.history()] == [True, False, True, False]


def test_an_entry_tells_the_decision_as_it_was_made(troupe: Record) -> None:
    office = Office(LIND, "Lotsin", date(2020, 1, 1), date(2021, 1, 1))
    made: list[tuple[ActorDecision, Action]] = [
        (Merge(BRANDIS, (O_BRANDIS,)), Action.MERGE),
        (MADE, Action.ASSIGN),
        (Rename(LIND, "Mara"), Action.RENAME),
        (Alias(LIND, "Jost", is_none=True), Action.ALIAS),
        (office, Action.OFFICE),
        (KeepApart(BRANDIS, LIND), Action.KEEP_APART),
    ]
    for number, (decision, action) in enumerate(made, 1):
        entry = decide(troupe, decision)
        assert (entry.number, entry.action, entry.decides, entry.by) == (number, action, decision, "Ada")
        assert (entry.article, entry.statement) == (None, None)
        assert troupe.entry(number) == entry
    assert [each.decides for each in troupe.history()] == [decision for decision, _ in made]


@pytest.mark.parametrize(
    ("first", "second", "actors"),
    [
        (Merge(BRANDIS, (O_BRANDIS,)), Merge(O_BRANDIS, (BRANDIS,)), {OLE: O_BRANDIS}),
        (Merge(BRANDIS, (O_BRANDIS,)), Merge(LIND, (O_BRANDIS,)), dict.fromkeys((OLE, INITIAL, INITIAL_2), LIND)),
        (Assign(LIND, statements=(JOST,)), Assign(RAT, statements=(JOST,)), {JOST: RAT}),
        (Assign(LIND, statements=(JOST,)), Assign(RAT, name="Jost"), {JOST: LIND, JOST_2: RAT}),
        (Alias(LIND, "Jost"), Alias(RAT, "Jost"), {JOST: RAT, JOST_2: RAT}),
        (Alias(LIND, "Jost"), Alias(LIND, "Jost", is_none=True), {}),
        (
            Correct(JOST, Values(who=(Who(PERSON, "Jost", LIND),))),
            Assign(RAT, statements=(JOST,)),
            {JOST: RAT},
        ),
        (
            Assign(RAT, statements=(JOST,)),
            Correct(JOST, Values(who=(Who(PERSON, "Jost", LIND),))),
            {JOST: LIND},
        ),
        (
            Correct(JOST, Values(who=(Who(PERSON, "Jost", LIND),))),
            Merge(RAT, (LIND,)),
            dict.fromkeys((JOST, MARA, MARA_2), RAT),
        ),
    ],
)
def test_of_two_decisions_about_the_same_the_later_one_holds(
    troupe: Record, first: Decision, second: Decision, actors: dict[str, str | None]
) -> None:
    decide(troupe, first)
    alone = present(troupe)
    decide(troupe, second)
    assert present(troupe) == AT_FIRST | actors
    assert list(troupe.verify()) == []
    decide(troupe, Undo(2))
    assert present(troupe) == alone
    assert list(troupe.verify()) == []


def test_undoing_an_earlier_merge_leaves_the_later_one(troupe: Record) -> None:
    decide(troupe, Merge(BRANDIS, (O_BRANDIS,)))
    decide(troupe, Merge(LIND, (BRANDIS,)))
    assert present(troupe)[INITIAL] == LIND
    decide(troupe, Undo(1))
    assert present(troupe) == AT_FIRST | {OLE: LIND}
    assert list(troupe.verify()) == []
    decide(troupe, Undo(2))
    assert present(troupe) == AT_FIRST
    assert names_in(troupe) == NAMES
    assert list(troupe.verify()) == []


def test_who_was_split_off_is_merged_back(troupe: Record) -> None:
    decide(troupe, MADE)
    decide(troupe, Merge(LIND, (NEW,)))
    assert present(troupe) == AT_FIRST
    assert names_in(troupe) == NAMES
    assert list(troupe.verify()) == []


UNKNOWN = "person:niemand"
IMPOSSIBLE: dict[str, tuple[ActorDecision, str]] = {
    "merging into nobody": (Merge(UNKNOWN, (LIND,)), "no actor person:niemand"),
    "merging nobody": (Merge(LIND, (UNKNOWN,)), "no actor person:niemand"),
    "assigning to nobody": (Assign(UNKNOWN, name="Jost"), "no actor person:niemand"),
    "splitting nobody": (Assign(LIND, name="Jost", source=UNKNOWN), "no actor person:niemand"),
    "renaming nobody": (Rename(UNKNOWN, "X"), "no actor person:niemand"),
    "an alias of nobody": (Alias(UNKNOWN, "X"), "no actor person:niemand"),
    "an office of nobody": (Office(UNKNOWN, "X"), "no actor person:niemand"),
    "nobody kept apart": (KeepApart(LIND, UNKNOWN), "no actor person:niemand"),
    "one merged with itself": (Merge(LIND, (LIND,)), "named twice"),
    "one kept apart from itself": (KeepApart(LIND, LIND), "named twice"),
    "a name of nothing": (Rename(LIND, " – "), "is no name"),
    "an alias of nothing": (Alias(LIND, "…"), "is no name"),
    "an office of nothing": (Office(LIND, ""), "is no name"),
    "a new one of no name": (Assign(NEW, source=LIND, kind=PERSON, called="…"), "is no name"),
    "nothing assigned": (Assign(LIND), "Nothing was named"),
    "an office that ends before it begins": (
        Office(LIND, "Lotsin", date(2021, 1, 1), date(2020, 1, 1)),
        "cannot end on 2020-01-01",
    ),
}


@pytest.mark.parametrize(("decision", "message"), IMPOSSIBLE.values(), ids=IMPOSSIBLE.keys())
def test_an_impossible_decision_is_refused_and_nothing_written(
    troupe: Record, path: Path, decision: ActorDecision, message: str
) -> None:
    before = path.read_bytes()
    with pytest.raises(DecisionImpossible, match=message):
        decide(troupe, decision)
    assert path.read_bytes() == before


def test_who_is_one_by_now_is_not_kept_apart(troupe: Record) -> None:
    decide(troupe, Merge(BRANDIS, (O_BRANDIS,)))
    with pytest.raises(DecisionImpossible, match="are one since"):
        decide(troupe, KeepApart(BRANDIS, O_BRANDIS))


def test_one_of_a_list_is_known_before_anybody_speaks_of_it(path: Path) -> None:
    with Record.open(path, create=True, language=Knowing()) as record:
        (jost,) = take(record, 1, "Jost")
        decide(record, Alias(WEDDEL, "Jost"))
        assert present(record) == {jost: WEDDEL}
        assert names_in(record) == {WEDDEL: "Tanja Weddel-Groß"}
        assert list(record.verify()) == []


def test_a_second_undoing_is_an_error(troupe: Record) -> None:
    decide(troupe, Alias(LIND, "Jost"))
    decide(troupe, Undo(1))
    with pytest.raises(DecisionImpossible, match="undone already"):
        decide(troupe, Undo(1))


def test_a_decision_needs_a_name(troupe: Record) -> None:
    with pytest.raises(DecisionImpossible, match="name"):
        troupe.decide(Rename(LIND, "Mara"), by=" ")


def test_who_speaks_in_one_statement_is_who_a_person_says(troupe: Record) -> None:
    entry = decide(troupe, Correct(MARA, Values(who=(Who(PERSON, "Ole Brandis", BRANDIS),))))
    found = troupe.statement(MARA)
    mention = found.statement.speakers[0].mention
    assert found.speakers == (ResolvedParty(mention, PERSON, "Ole Brandis", None, 1.0, actor=BRANDIS),)
    assert [(each.part, each.entry) for each in found.verdicts] == [(StatementPart.WHO, 1)]
    assert entry.was == Values(who=(Who(PERSON, "Mara Lind", LIND),))
    assert [each.statement.id for each in troupe.search("Brandis")][:1] != []
    assert MARA in {each.statement.id for each in troupe.search("Brandis")}
    assert list(troupe.verify()) == []


def test_somebody_named_without_an_actor_is_the_only_one_of_that_name(troupe: Record) -> None:
    named = Who(PERSON, "mara lind")
    entry = decide(troupe, Correct(JOST, Values(who=(named,))))
    assert entry.values == Values(who=(Who(PERSON, "mara lind", LIND),))
    assert present(troupe)[JOST] == LIND
    decide(troupe, Assign(NEW, articles=(SECOND,), source=LIND, kind=PERSON))
    decide(troupe, Correct(MARA_2, Values(who=(Who(PERSON, "Mara Lind", NEW),))))
    assert decide(troupe, Correct(JOST, Values(who=(named,)))).values == Values(who=(named,))  # two are called so
    assert present(troupe)[JOST] is None
    assert list(troupe.verify()) == []


def test_confirming_who_speaks_confirms_who_was_seen(troupe: Record) -> None:
    decide(troupe, Assign(RAT, statements=(JOST,)))
    entry = decide(troupe, Confirm(JOST, (StatementPart.WHO,)))
    assert entry.values == Values(who=(Who(PERSON, "Jost", RAT),))
    decide(troupe, Undo(1))
    assert present(troupe)[JOST] == RAT
    decide(troupe, Undo(2))
    assert present(troupe) == AT_FIRST
    assert list(troupe.verify()) == []


def test_confirming_all_of_a_statement_confirms_who_speaks(troupe: Record) -> None:
    decide(troupe, Confirm(MARA))
    found = troupe.statement(MARA)
    assert [each.part for each in found.verdicts] == [
        part for part in StatementPart if part is not StatementPart.LABELS
    ]
    assert found.is_decided
    assert present(troupe) == AT_FIRST


def test_who_was_said_to_speak_does_so_until_others_are_said_to(troupe: Record) -> None:
    decide(troupe, Correct(MARA, Values(who=(Who(PERSON, "Ole Brandis", BRANDIS),))))
    decide(troupe, Confirm(MARA, (StatementPart.SPEAKERS,)))
    assert present(troupe)[MARA] == BRANDIS
    other = troupe.statement(TANJA).statement.speakers[0].mention
    decide(troupe, Correct(MARA, Values(speakers=(other,))))
    assert present(troupe)[MARA] == WEDDEL
    assert [each.part for each in troupe.statement(MARA).verdicts] == [StatementPart.SPEAKERS]
    decide(troupe, Undo(3))
    assert present(troupe)[MARA] == BRANDIS
    assert list(troupe.verify()) == []


def test_who_was_said_to_speak_stays_through_another_reading(troupe: Record) -> None:
    decide(troupe, Correct(MARA_2, Values(who=(Who(PERSON, "Ole Brandis", BRANDIS),))))
    speakers = ("Mara Lind-Öhm", "O. Brandis", "Jost")
    item = story(2, *speakers)
    keep(troupe, item, said(item, *speakers, made_by=OTHER_READER), made_by=OTHER_READER)
    assert present(troupe) == AT_FIRST | {MARA_2: BRANDIS}
    assert list(troupe.verify()) == []


def test_several_may_speak_as_a_person_says(troupe: Record) -> None:
    both = (Who(PERSON, "Mara Lind", LIND), Who(PartyKind.GROUP))
    decide(troupe, Correct(MARA, Values(who=both)))
    speakers = troupe.statement(MARA).speakers
    assert [(each.kind, each.name, each.actor) for each in speakers] == [
        (PERSON, "Mara Lind", LIND),
        (PartyKind.GROUP, None, None),
    ]
    assert list(troupe.verify()) == []


@pytest.mark.parametrize("who", [(), (Who(PERSON, " – "),)])
def test_who_speaks_cannot_be_nothing(troupe: Record, who: tuple[Who, ...]) -> None:
    with pytest.raises(DecisionImpossible, match="left empty"):
        decide(troupe, Correct(MARA, Values(who=who)))


def test_the_second_of_two_who_say_who_speaks_is_told_who_was_first(troupe: Record) -> None:
    seen = troupe.statement(JOST).revision
    decide(troupe, Correct(JOST, Values(who=(Who(PERSON, "Jost", LIND),))), seen=seen)
    with pytest.raises(EditConflict, match=r"Ada.*entry 1"):
        troupe.decide(Correct(JOST, Values(who=(Who(PERSON, "Jost", RAT),))), by="Ben", seen=seen)
    assert present(troupe)[JOST] == LIND


def test_two_who_decide_about_actors_hinder_nobody(troupe: Record) -> None:
    seen = troupe.statement(JOST).revision
    decide(troupe, Merge(LIND, (BRANDIS,)))
    decide(troupe, Correct(JOST, Values(who=(Who(PERSON, "Jost", LIND),))), seen=seen)
    assert present(troupe)[JOST] == LIND
