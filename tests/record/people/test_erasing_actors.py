"""What is left of people of whom nothing is said any more, when that was erased: nothing, in no table."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.record.builder import Words, keep
from tests.record.cast import BRANDIS, LIND, RAT, WEDDEL, Knowing, actors_in, names_in, said, story, take
from wortlaut.decisions import (
    Action,
    Alias,
    Assign,
    Correct,
    Decision,
    KeepApart,
    Merge,
    Office,
    Rename,
    Undo,
    Values,
    Who,
)
from wortlaut.record import Record
from wortlaut.types import Origin, PartyKind, Withdrawn

O_BRANDIS, NEW = "person:o.-brandis", "person:ganz-anders~2"
FIRST, SECOND = story(1, "x").id, story(2, "x").id
(GONE,) = (each.id for each in said(story(1, "Mara Lind-Öhm"), "Mara Lind-Öhm"))
# Of whom the first article alone speaks, with all that people said of her.
TELLING = ("mara-lind", "Mara", "mara", "Öhm", "oehm", "Lotsin", "Margarete", "margarete", GONE, FIRST)


@pytest.fixture
def troupe(path: Path) -> Iterator[Record]:
    with Record.open(path, create=True, language=Knowing()) as record:
        take(record, 1, "Mara Lind-Öhm")
        take(record, 2, "Ole Brandis", "O. Brandis", "Tanja Weddel", "der Rat", "Jost")
        yield record


def decide(record: Record, *decisions: Decision) -> None:
    for each in decisions:
        record.decide(each, by="Ben")


def left_in(path: Path, *telling: str) -> list[str]:
    content = path.read_bytes()
    return [each for each in telling or TELLING if each.encode() in content]


def test_an_erased_article_takes_its_actors_with_it(troupe: Record, path: Path) -> None:
    assert left_in(path) == [*TELLING[:4], "oehm", "Lotsin", GONE, FIRST]
    assert troupe.erase_article(FIRST, by="Anna").is_purged
    assert left_in(path) == []
    assert sorted(names_in(troupe)) == [WEDDEL, RAT, O_BRANDIS, BRANDIS]
    assert list(troupe.verify()) == []


def test_what_a_list_calls_those_who_stay_is_what_they_are_called(troupe: Record) -> None:
    take(troupe, 3, "Tanja Weddel", "Jost")
    troupe.erase_article(story(3, "x").id, by="Anna")
    assert [(each.name, each.wikidata) for each in troupe.actors(kind=PartyKind.PERSON)][-1] == (
        "Tanja Weddel-Groß",
        "Q17",
    )


def test_a_longer_name_that_the_erased_article_alone_had_is_gone(troupe: Record, path: Path) -> None:
    take(troupe, 3, "Mara Lind")
    troupe.erase_article(FIRST, by="Anna")
    assert names_in(troupe)[LIND] == "Mara Lind"
    assert left_in(path, "Öhm", "oehm", FIRST, GONE) == []
    assert list(troupe.verify()) == []


def test_decisions_about_an_actor_go_with_the_last_that_is_said_of_it(troupe: Record, path: Path) -> None:
    decide(
        troupe,
        Rename(LIND, "Margarete"),
        Alias(LIND, "Margarete Lind"),
        Office(LIND, "Lotsin"),
        KeepApart(LIND, BRANDIS),
        Assign(LIND, name="Mara Lind-Öhm", articles=(FIRST,), statements=(GONE,)),
        Merge(LIND, (RAT,)),
        Undo(6),
        Alias(BRANDIS, "Jost"),
    )
    (entry,) = troupe.erase_article(FIRST, by="Anna").entries
    assert entry.erases == (1, 2, 3, 4, 5, 6)
    assert left_in(path) == []
    assert [each.action for each in troupe.history()] == [None] * 6 + [Action.UNDO, Action.ALIAS, Action.ERASE]
    assert list(troupe.verify()) == []


def test_decisions_about_an_actor_stay_while_anything_is_said_of_it(troupe: Record) -> None:
    (said_again,) = take(troupe, 3, "Mara Lind")
    decide(troupe, Rename(LIND, "Margarete"), Merge(LIND, (BRANDIS,)))
    (entry,) = troupe.erase_article(FIRST, by="Anna").entries
    assert entry.erases == ()
    assert actors_in(troupe)[said_again] == (LIND,)
    assert names_in(troupe)[LIND] == "Margarete"
    assert list(troupe.verify()) == []


def test_what_a_decision_says_of_those_who_stay_is_written_down_anew(troupe: Record, path: Path) -> None:
    (jost,) = (each.statement.id for each in troupe.statements() if each.speakers[0].name == "Jost")
    decide(troupe, Merge(BRANDIS, (LIND, O_BRANDIS)), Assign(RAT, statements=(GONE, jost)))
    before = actors_in(troupe)
    troupe.erase_article(FIRST, by="Anna", why="Art. 17")
    assert left_in(path) == []
    *_, erasing, merging, assigning = troupe.history()
    assert erasing.erases == (1, 2)
    assert (merging.decides, merging.by) == (Merge(BRANDIS, (O_BRANDIS,)), "Ben")
    assert assigning.decides == Assign(RAT, statements=(jost,))
    assert actors_in(troupe) == {name: actors for name, actors in before.items() if name != GONE}
    assert list(troupe.verify()) == []


def test_those_who_were_one_with_who_is_gone_are_one_still(troupe: Record, path: Path) -> None:
    decide(troupe, Merge(LIND, (BRANDIS, O_BRANDIS)))
    troupe.erase_article(FIRST, by="Anna")
    assert left_in(path) == []
    assert [each.decides for each in troupe.history()][-1] == Merge(BRANDIS, (O_BRANDIS,))
    assert sorted(names_in(troupe)) == [WEDDEL, RAT, BRANDIS]
    assert list(troupe.verify()) == []


def test_an_actor_that_people_made_goes_with_its_last_statement(troupe: Record, path: Path) -> None:
    decide(troupe, Assign(NEW, statements=(GONE,), kind=PartyKind.PERSON, called="Ganz Anders"))
    troupe.erase_article(FIRST, by="Anna")
    assert left_in(path, *TELLING, "anders", "Anders") == []
    assert list(troupe.verify()) == []


def test_who_is_meant_in_erased_statements_goes_with_them(troupe: Record, path: Path) -> None:
    first, other = said(item := story(3, "die Lotsin", "Jost"), "die Lotsin", "Jost")
    keep(troupe, item, [first, other])
    decide(
        troupe, Correct(other.id, Values(who=(Who(PartyKind.PERSON, "Jost Harms", BRANDIS),))), Rename(LIND, "Greta")
    )
    entries = troupe.erase_statements([GONE, first.id], by="Anna", why="Art. 17").entries
    assert [(each.article, each.erases) for each in entries][-1] == (None, (2,))
    assert left_in(path, "Greta", "mara lind", LIND, GONE, first.id) == []
    assert [each.name for each in troupe.statement(other.id).speakers] == ["Jost Harms"]
    assert LIND not in names_in(troupe)
    assert list(troupe.verify()) == []


def test_who_is_meant_where_words_stay_is_asked_anew(troupe: Record) -> None:
    first, second = said(item := story(3, "Mara Lind", "Ole Brandis"), "Mara Lind", "Ole Brandis")
    keep(troupe, item, [first, second])
    troupe.erase_statements([first.id], by="Anna")
    assert [each.speakers[0].actor for each in troupe.of_article(item.id)] == [BRANDIS]
    assert list(troupe.verify()) == []


def test_erasing_without_a_list_at_hand_leaves_what_a_list_said(troupe: Record, path: Path) -> None:
    take(troupe, 3, "Tanja Weddel")
    troupe.close()
    with Record.open(path, language=Words()) as record:
        record.erase_article(story(3, "x").id, by="Anna")
        assert names_in(record)[WEDDEL] == "Tanja Weddel-Groß"
        assert list(record.verify()) == []


def test_what_was_erased_of_actors_is_erased_again_after_restoring(troupe: Record, path: Path, tmp_path: Path) -> None:
    decide(troupe, Rename(LIND, "Margarete"), Merge(LIND, (BRANDIS, O_BRANDIS)))
    backup = troupe.backup(tmp_path / "sicher.db")
    troupe.erase_article(FIRST, by="Anna")
    troupe.close()
    Record.restore(backup, path)
    assert left_in(path) == []
    with Record.open(path, language=Knowing()) as restored:
        assert sorted(names_in(restored)) == [WEDDEL, RAT, BRANDIS]
        assert list(restored.verify()) == []


def test_actors_of_what_is_taken_back_are_out_of_view_and_come_back(troupe: Record) -> None:
    decide(troupe, Rename(LIND, "Mara"))
    troupe.withdraw(Withdrawn(FIRST, Origin("agentur.xml"), source="dpx"))
    assert LIND not in names_in(troupe)
    assert list(troupe.verify()) == []
    decide(troupe, Merge(BRANDIS, (LIND,)))
    decide(troupe, Undo(2))
    assert actors_in(troupe)[GONE] == (BRANDIS,)
    decide(troupe, Undo(3))
    assert names_in(troupe)[LIND] == "Mara"
    assert list(troupe.verify()) == []


def test_a_later_version_that_is_taken_back_is_meant_no_more(troupe: Record) -> None:
    item = replace(story(4, "der Rat"), revision=1)
    troupe.withdraw(Withdrawn(item.id, Origin("agentur.xml"), source="dpx"))  # before it comes in
    keep(troupe, item, said(item, "der Rat"))
    assert [each.statements for each in troupe.actors() if each.id == RAT] == [1]
    assert list(troupe.verify()) == []
