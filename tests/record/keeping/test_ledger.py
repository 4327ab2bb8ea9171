"""Decisions about actors, put together without a record."""

from datetime import date

import pytest

from wortlaut.decisions import (
    ActorDecision,
    Alias,
    Assign,
    Entry,
    KeepApart,
    Merge,
    Office,
    Rename,
)
from wortlaut.record.keeping.ledger import Ledger, Named, Reach, reach_of
from wortlaut.types import PartyKind


def ledger(*decisions: ActorDecision, undone: tuple[int, ...] = ()) -> Ledger:
    return Ledger.of(Entry(at, "", decides=each, is_undone=at in undone) for at, each in enumerate(decisions, 1))


def who(linked: str | None = "A", name: str | None = "Mara Lind", **more: object) -> Named:
    return Named(linked, name, **{"article": "a1", "statement": "s1", **more})  # type: ignore[arg-type]


def test_without_decisions_everybody_is_who_the_name_leads_to() -> None:
    assert [ledger().actor_of(who(each)) for each in ("A", None)] == ["A", None]


def test_those_who_are_merged_are_the_one_into_which_they_are() -> None:
    made = ledger(Merge("A", ("B", "C")))
    assert [made.merged_into(each) for each in ("A", "B", "C", "D", None)] == ["A", "A", "A", "D", None]
    assert made.one_with("A") == ["B", "C"]


@pytest.mark.parametrize(
    ("merges", "one"),
    [
        ([Merge("A", ("B",)), Merge("B", ("A",))], "B"),  # the other way round
        ([Merge("A", ("B",)), Merge("C", ("A",))], "C"),  # a chain
        ([Merge("B", ("C",)), Merge("A", ("B",)), Merge("B", ("C",))], "B"),  # what is one already, called otherwise
        ([Merge("A", ("B",)), Merge("B", ("C",))], "B"),  # into one that is merged itself
        ([Merge("C", ("B",)), Merge("A", ("C",)), Merge("B", ("C",))], "B"),  # from the middle of a chain
        ([Merge("A", ("B",)), Merge("C", ("B",))], "C"),  # one that is merged already
        ([Merge("A", ("A", "B")), Merge("B", ("C", "B"))], "B"),  # named with itself
    ],
)
def test_merging_goes_round_in_no_circle_and_loses_nobody(merges: list[ActorDecision], one: str) -> None:
    made = ledger(*merges)
    named = {"A", "B", *(each for merge in merges if isinstance(merge, Merge) for each in (merge.into, *merge.actors))}
    assert {made.merged_into(each) for each in named} == {one}


def test_an_undone_decision_does_not_count() -> None:
    made = ledger(Merge("A", ("B",)), Merge("B", ("C",)), undone=(1,))
    assert [made.merged_into(each) for each in "ABC"] == ["A", "B", "B"]


def test_an_alias_leads_to_the_actor_however_it_is_spelled() -> None:
    made = ledger(Alias("B", "Mara LIND"))
    assert made.actor_of(who()) == "B"
    assert made.actor_of(who(None, "Mara Lind")) == "B"
    assert made.actor_of(who(name="Mara")) == "A"
    assert made.aliases_of("B") == ["mara lind"]


def test_an_alias_is_taken_from_the_one_who_has_it_alone() -> None:
    given = Alias("B", "Mara Lind")
    assert ledger(given, Alias("B", "Mara Lind", is_none=True)).actor_of(who()) == "A"
    assert ledger(given, Alias("C", "Mara Lind", is_none=True)).actor_of(who()) == "B"
    assert ledger(given, Merge("C", ("B",)), Alias("C", "Mara Lind", is_none=True)).actor_of(who()) == "A"


def test_what_is_said_of_a_statement_goes_before_what_is_said_of_an_article_or_a_name() -> None:
    of_name, of_article = Assign("N", name="Mara Lind"), Assign("R", articles=("a1",))
    of_statement = Assign("S", statements=("s1",))
    made = ledger(of_statement, of_article, of_name, Alias("B", "Mara Lind"))
    assert made.actor_of(who()) == "S"
    assert made.actor_of(who(statement="s2")) == "R"
    assert made.actor_of(who(statement="s2", article="a2")) == "N"
    assert made.actor_of(who(statement="s2", article="a2", name="Mara")) == "A"


def test_an_assignment_of_articles_and_statements_is_about_both() -> None:
    made = ledger(Assign("B", articles=("a2",), statements=("s1",)))
    assert [made.actor_of(who(**place)) for place in ({}, {"article": "a2", "statement": "s9"})] == ["B", "B"]
    assert made.actor_of(who(statement="s2")) == "A"


def test_of_two_assignments_alike_the_later_one_holds() -> None:
    assert ledger(Assign("B", name="Mara Lind"), Assign("C", name="Mara Lind")).actor_of(who()) == "C"
    assert ledger(Assign("B", statements=("s1",)), Assign("C", statements=("s1",))).actor_of(who()) == "C"


def test_an_assignment_of_those_who_were_another_leaves_the_others() -> None:
    made = ledger(Assign("N", name="Mara Lind", source="A"))
    assert [made.actor_of(who(each)) for each in ("A", "B", None)] == ["N", "B", None]


def test_who_was_merged_or_assigned_into_another_is_split_off_with_it() -> None:
    split = Assign("N", articles=("a1",), source="A")
    assert ledger(Merge("A", ("B",)), split).actor_of(who("B")) == "N"
    assert ledger(split, Merge("A", ("B",))).actor_of(who("B")) == "A"
    assert ledger(Alias("A", "Jost"), split).actor_of(who(None, "Jost")) == "N"
    assert ledger(Assign("A", articles=("a1",), name="Jost"), split).actor_of(who(None, "Jost")) == "N"
    assert ledger(Assign("A", name="Jost"), Assign("N", source="A")).actor_of(who(None, "Jost")) == "N"


def test_what_a_person_said_of_the_statement_holds_until_it_is_assigned_later() -> None:
    decisions = Alias("B", "Mara Lind"), Assign("C", articles=("a1",)), Assign("D", statements=("s1",))
    assert ledger(*decisions).actor_of(who(decided=9)) == "A"
    assert ledger(*decisions).actor_of(who(decided=2)) == "D"
    assert ledger(*decisions, Merge("E", ("A",))).actor_of(who(decided=9)) == "E"
    assert ledger(*decisions).actor_of(who(None, decided=9)) == "B"  # a name without an actor


def test_the_last_name_holds_and_an_actor_that_was_made_is_told() -> None:
    made = Assign("N", name="Jost", kind=PartyKind.PERSON, called="Jost Harms")
    found = ledger(Rename("A", "Mara"), Rename("A", "Mara Lind-Öhm"), made)
    assert (found.called, found.made) == ({"A": "Mara Lind-Öhm"}, {"N": made})


def test_a_later_word_about_an_office_goes_before_an_earlier_one() -> None:
    first, other = date(2020, 1, 1), date(2024, 1, 1)
    begun, ended = Office("A", "Lotsin", first), Office("A", "Lotsin", first, other)
    again = Office("A", "Lotsin", other)
    assert dict(ledger(begun, again, ended).offices) == {"A": [again, ended]}
    assert ledger(begun, again, Office("A", "Lotsin", first, is_none=True)).offices["A"] == [again]
    assert ledger(begun, again, Office("A", "Lotsin", is_none=True)).offices["A"] == []


def test_who_is_kept_apart_is_so_until_they_are_merged() -> None:
    apart = KeepApart("A", "B"), KeepApart("A", "C")
    assert ledger(*apart).apart == {frozenset("AB"), frozenset("AC")}
    assert ledger(*apart, Merge("D", ("A", "B"))).apart == {frozenset("AC")}


def test_the_reach_of_a_decision_is_no_wider_than_what_it_speaks_of() -> None:
    one, many = ledger(), ledger(Merge("A", ("B",)))
    assert reach_of(Merge("A", ("B",)), one, many) == Reach(actors=frozenset("B"), called=frozenset("AB"))
    assert reach_of(Merge("A", ("B",)), many, one) == Reach(actors=frozenset("A"), called=frozenset("AB"))
    of_statement = Assign("N", name="Mara Lind", statements=("s1",), source="A")
    assert reach_of(of_statement, one, ledger(of_statement)) == Reach(
        statements=frozenset({"s1"}), called=frozenset("N")
    )
    for nothing in (Office("A", "Lotsin"), KeepApart("A", "B")):
        assert reach_of(nothing, one, ledger(nothing)) == Reach()
    assert reach_of(Rename("B", "Bea"), many, many) == Reach(called=frozenset("A"))
