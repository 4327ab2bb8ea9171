"""The actors of the record: who they are, and what they are called."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.record.builder import OTHER_READER, Words, keep
from tests.record.cast import BRANDIS, LIND, RAT, WEDDEL, Cast, Knowing, actors_in, names_in, said, story, take
from wortlaut.decisions import Alias, Assign, Merge, Rename, Undo
from wortlaut.record import Filters, Record
from wortlaut.record.search.acting import ActorEntry
from wortlaut.types import ActorName, PartyKind

O_BRANDIS = "person:o.-brandis"


@pytest.fixture
def known(path: Path) -> Iterator[Record]:
    with Record.open(path, create=True, language=Knowing()) as opened:
        yield opened


def test_an_actor_is_there_with_the_first_statement_of_it(known: Record) -> None:
    item = story(1, "Mara Lind", "der Rat", published=date(2026, 3, 1))
    keep(known, item, said(item, "Mara Lind", "der Rat"))
    take(known, 2, "die Lotsin")
    day = date(2026, 3, 1)
    assert known.actors() == [
        ActorEntry(LIND, PartyKind.PERSON, "Mara Lind", None, 2, 0, 0, day, day),
        ActorEntry(RAT, PartyKind.ORGANISATION, "Rat", None, 1, 0, 0, day, day),
    ]
    assert list(known.verify()) == []


def test_the_longest_name_that_articles_have_is_shown_in_whatever_order_they_come(path: Path, tmp_path: Path) -> None:
    stories = [("Mara Lind",), ("Mara Lind-Öhm",), ("die Lotsin",)]
    for at, order in enumerate((stories, stories[::-1], stories[1:] + stories[:1])):
        with Record.open(tmp_path / f"{at}.db", create=True, language=Knowing()) as record:
            for number, speakers in enumerate(order):
                take(record, number, *speakers)
            assert names_in(record) == {LIND: "Mara Lind-Öhm"}
            assert list(record.verify()) == []


def test_a_list_says_what_an_actor_is_called(known: Record) -> None:
    (name,) = take(known, 1, "Tanja Weddel")
    assert names_in(known) == {WEDDEL: "Tanja Weddel-Groß"}
    assert known.actor(WEDDEL).wikidata == known.statement(name).speakers[0].wikidata == "Q17"


def test_another_list_is_followed_when_an_article_of_the_actor_comes_in(path: Path) -> None:
    with Record.open(path, create=True, language=Knowing()) as record:
        take(record, 1, "Tanja Weddel", "Mara Lind")
    listed = Cast("besetzung 2", listed={WEDDEL: ActorName("Tanja Groß"), LIND: ActorName("Mara Öhm", "Q1")})
    with Record.open(path, language=Knowing(listed)) as record:
        take(record, 2, "Tanja Weddel", "Mara Lind-Öhm")
        assert names_in(record) == {WEDDEL: "Tanja Groß", LIND: "Mara Öhm"}
        assert [each.wikidata for each in record.actors()] == ["Q1", None]
        assert list(record.verify()) == []


def test_a_name_that_no_statement_has_any_more_is_not_shown(known: Record) -> None:
    long = story(1, "Mara Lind-Öhm")
    keep(known, long, said(long, "Mara Lind-Öhm"))
    take(known, 2, "Mara Lind")
    keep(known, long, [], made_by=OTHER_READER)
    assert names_in(known) == {LIND: "Mara Lind"}
    keep(known, long, said(long, "Mara Lind-Öhm"))
    assert names_in(known) == {LIND: "Mara Lind-Öhm"}
    assert list(known.verify()) == []


def test_what_a_list_calls_an_actor_stays_when_a_statement_goes(known: Record) -> None:
    item = story(1, "Tanja Weddel")
    keep(known, item, said(item, "Tanja Weddel"))
    take(known, 2, "die Bürgermeisterin")
    keep(known, item, [], made_by=OTHER_READER)
    assert [(each.name, each.wikidata) for each in known.actors()] == [("Tanja Weddel-Groß", "Q17")]


def test_what_a_list_calls_an_actor_stays_where_the_list_is_not_at_hand(path: Path) -> None:
    with Record.open(path, create=True, language=Knowing()) as record:
        item = story(1, "Tanja Weddel")
        keep(record, item, said(item, "Tanja Weddel"))
        take(record, 2, "die Bürgermeisterin")
    with Record.open(path, language=Words()) as record:
        keep(record, item, [], made_by=OTHER_READER)
        record.decide(Alias(WEDDEL, "Jost"), by="Ada")
        assert [(each.name, each.wikidata) for each in record.actors()] == [("Tanja Weddel-Groß", "Q17")]
        assert list(record.verify()) == []


def test_an_actor_of_whom_nobody_speaks_is_gone(known: Record) -> None:
    item = story(1, "Mara Lind", "Ole Brandis")
    keep(known, item, said(item, "Mara Lind", "Ole Brandis"))
    keep(known, item, said(item, "Mara Lind", made_by=OTHER_READER), made_by=OTHER_READER)
    assert names_in(known) == {LIND: "Mara Lind"}
    with known._reading() as connection:
        rows = connection.exec_driver_sql("SELECT id FROM actor").scalars().all()
    assert rows == [LIND]
    assert list(known.verify()) == []


def test_a_merged_actor_is_called_by_its_own_names_in_whatever_order_they_come(known: Record) -> None:
    take(known, 1, "Ole Brandis")
    take(known, 2, "Mara Lind")
    known.decide(Merge(LIND, (BRANDIS,)), by="Ada")
    take(known, 3, "Ole Brandis")  # a longer name, and not its own
    assert names_in(known) == {LIND: "Mara Lind"}
    known.decide(Undo(1), by="Ada")
    assert names_in(known) == {LIND: "Mara Lind", BRANDIS: "Ole Brandis"}
    assert list(known.verify()) == []


def test_decisions_hold_for_what_comes_in_later(known: Record) -> None:
    take(known, 1, "Ole Brandis", "O. Brandis", "Mara Lind")
    known.decide(Merge(BRANDIS, (O_BRANDIS,)), by="Ada")
    known.decide(Rename(BRANDIS, "Ole A. Brandis"), by="Ada")
    known.decide(Alias(LIND, "Jost"), by="Ada")
    later = take(known, 2, "O. Brandis", "Jost")
    assert [actors_in(known)[each] for each in later] == [(BRANDIS,), (LIND,)]
    assert names_in(known) == {BRANDIS: "Ole A. Brandis", LIND: "Mara Lind"}
    assert list(known.verify()) == []


def test_a_reading_by_another_keeps_what_people_decided_of_actors(known: Record) -> None:
    item = story(1, "Mara Lind", "Jost")
    first, second = said(item, "Mara Lind", "Jost")
    keep(known, item, [first, second])
    known.decide(Assign(LIND, statements=(second.id,)), by="Ada")
    known.decide(Rename(LIND, "Mara"), by="Ada")
    keep(known, item, said(item, "Mara Lind", "Jost", made_by=OTHER_READER), made_by=OTHER_READER)
    assert {each.statement.made_by for each in known.statements()} == {OTHER_READER}
    assert actors_in(known) == {first.id: (LIND,), second.id: (LIND,)}
    assert names_in(known) == {LIND: "Mara"}
    assert list(known.verify()) == []


def test_the_statements_of_an_actor_are_found_also_by_the_id_of_one_that_is_merged_into_it(known: Record) -> None:
    first, second, other = take(known, 1, "Ole Brandis", "O. Brandis", "Mara Lind")
    known.save_search("Reeder", None, Filters(actor=O_BRANDIS))
    known.decide(Merge(BRANDIS, (O_BRANDIS,)), by="Ada")
    for name in (BRANDIS, O_BRANDIS):
        assert {each.statement.id for each in known.statements(Filters(actor=name))} == {first, second}
        assert known.count(Filters(actor=name)) == 2
    assert [each.statement.id for each in known.new_in("Reeder")] == [first]
    assert [each.statement.id for each in known.statements(Filters(actor=LIND))] == [other]
    assert list(known.statements(Filters(actor="person:niemand"))) == []


def test_the_filters_find_a_speaker_by_the_name_that_is_meant(known: Record) -> None:
    lotsin, mayor = take(known, 1, "die Lotsin", "Tanja Weddel")
    assert [each.statement.id for each in known.statements(Filters(speaker="mara lind"))] == [lotsin]
    assert [each.statement.id for each in known.statements(Filters(speaker="Lotsin"))] == [lotsin]
    assert [each.statement.id for each in known.statements(Filters(speaker="weddel", actor=WEDDEL))] == [mayor]
    assert list(known.statements(Filters(speaker="Lind", actor=WEDDEL))) == []
    assert list(known.statements(Filters(addressee="Lind"))) == []


def test_a_name_that_is_only_meant_is_searched_and_marks_stay_in_the_text(known: Record) -> None:
    lotsin, mara = take(known, 1, "die Lotsin", "Mara Lind")
    assert {each.statement.id: each.marks == () for each in known.search("Lind")} == {lotsin: True, mara: False}
    (found,) = known.search("Lotsin")
    assert [span.of(found.article.text) for span in found.marks] == ["Lotsin"]
    assert {each.statement.id for each in known.search('"Mara Lind"')} == {lotsin, mara}
    found, *_ = known.search("Lotsin Lind Meldung")
    assert [span.of(found.article.text) for span in found.marks] == ["Meldung", "Lotsin"]
    assert list(known.search("Weddel")) == []
