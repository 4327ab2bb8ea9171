"""Who is meant, as it is kept beside what readers found."""

import json
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.record.builder import OTHER_READER, Words, article, keep
from tests.record.cast import BRANDIS, LIND, Cast, Knowing, said, story, take, take_meant
from wortlaut.decisions import Correct, Merge, Reject, Undo, Values
from wortlaut.record import Filters, Kept, Record
from wortlaut.record.contents import Meant
from wortlaut.record.tables.meant import pack_meant, unpack_meant
from wortlaut.record.tables.schema import meaning
from wortlaut.types import (
    Act,
    Attribution,
    Candidate,
    Document,
    Party,
    PartyKind,
    ResolvedParty,
    Standing,
    Statement,
    StatementType,
)

MARA = Candidate("Mara Lind", PartyKind.PERSON, 0.75)


@dataclass(frozen=True, slots=True)
class Counting(Cast):
    """A cast that notes of how many statements it is asked."""

    asked: list[int] = field(default_factory=list)

    def attribute(
        self, document: Document, statements: Sequence[Statement], published: date | None
    ) -> tuple[Attribution, ...]:
        self.asked.append(len(statements))
        return super(Counting, self).attribute(document, statements, published)


@pytest.fixture
def counting() -> Counting:
    return Counting()


@pytest.fixture
def known(path: Path, counting: Counting) -> Iterator[Record]:
    with Record.open(path, create=True, language=Knowing(counting)) as opened:
        yield opened


def made_by(record: Record) -> list[str]:
    with record._reading() as connection:
        return list(connection.execute(select(meaning.c.made_by)).scalars())


def test_who_is_meant_stands_beside_the_mention(known: Record) -> None:
    (name,) = take(known, 1, "die Lotsin")
    found = known.statement(name)
    assert found.attribution is not None
    assert found.speakers == (
        ResolvedParty(
            found.statement.speakers[0].mention, PartyKind.PERSON, "Mara Lind", "Lotsin", 0.75, (MARA,), LIND
        ),
    )
    assert found.addressees == ()
    assert list(known.verify()) == []


def test_an_addressee_is_meant_too(known: Record) -> None:
    item = story(1, "Mara Lind", "Ole Brandis")
    first, second = said(item, "Mara Lind", "Ole Brandis")
    addressed = replace(first, addressees=(Party(second.speakers[0].mention, 0.5),))
    keep(known, item, [addressed, second])
    assert [each.actor for each in known.statement(first.id).addressees] == [BRANDIS]
    assert list(known.verify()) == []


def test_where_nobody_is_found_nobody_is_meant_and_nothing_is_wrong(known: Record) -> None:
    item = story(1, "Mara Lind")
    nobody = replace(said(item, "Mara Lind")[0], speakers=())
    keep(known, item, [nobody])
    assert known.statement(nobody.id).attribution is None
    assert list(known.verify()) == []


def test_without_knowledge_of_who_is_meant_nobody_is(record: Record) -> None:
    (name,) = take(record, 1, "Mara Lind")
    found = record.statement(name)
    assert found.attribution is None
    assert found.speakers == (ResolvedParty(found.statement.speakers[0].mention, PartyKind.UNKNOWN, None, None, 0.875),)
    assert list(record.actors()) == []
    assert list(record.verify()) == []


def test_what_comes_with_who_is_meant_is_not_asked_again(known: Record, counting: Counting) -> None:
    assert take_meant(known, 1, "Mara Lind", made_by="anderswo") is Kept.STORED
    assert counting.asked == []
    assert made_by(known) == ["anderswo"]
    assert [each.speakers[0].actor for each in known.statements()] == [LIND]
    assert list(known.verify()) == []


def test_it_is_asked_once_and_again_where_statements_change(known: Record, counting: Counting) -> None:
    first, second = take(known, 1, "Mara Lind", "Ole Brandis")
    assert counting.asked == [2]
    known.decide(Correct(first, Values(type=StatementType.REPORTED)), by="Ada")
    assert counting.asked == [2, 2]
    known.decide(Reject(second), by="Ada")
    assert counting.asked == [2, 2, 1]
    assert known.statement(second).attribution is None
    known.decide(Undo(2), by="Ada")
    assert [each.speakers[0].actor for each in known.statements()] == [LIND, BRANDIS]
    assert list(known.verify()) == []


def test_a_decision_that_changes_no_statement_asks_nobody(known: Record, counting: Counting) -> None:
    (first,) = take(known, 1, "Mara Lind")
    mention = known.statement(first).statement.speakers[0].mention
    known.decide(Correct(first, Values(parent="")), by="Ada")
    assert counting.asked == [1]
    known.decide(Correct(first, Values(speakers=(mention,))), by="Ada")  # of which somebody is sure now
    assert counting.asked == [1, 1]


def test_a_corrected_mention_means_another(known: Record) -> None:
    first, second = take(known, 1, "Mara Lind", "Ole Brandis")
    mention = known.statement(second).statement.speakers[0].mention
    known.decide(Correct(first, Values(speakers=(mention,))), by="Ada")
    assert [each.actor for each in known.statement(first).speakers] == [BRANDIS]
    assert [each.id for each in known.actors()] == [BRANDIS]
    known.decide(Undo(1), by="Ada")
    assert [each.actor for each in known.statement(first).speakers] == [LIND]
    assert list(known.verify()) == []


def test_another_program_is_asked_when_an_article_is_read_anew_alone(path: Path) -> None:
    item = story(1, "Mara Lind")
    with Record.open(path, create=True, language=Knowing()) as record:
        keep(record, item, said(item, "Mara Lind"))
    with Record.open(path, language=Knowing(Cast("besetzung 2"))) as record:
        name = next(iter(record.statements())).statement.id
        record.decide(Correct(name, Values(parent="")), by="Ada")
        assert made_by(record) == ["besetzung 1"]
        keep(record, item, said(item, "Mara Lind", made_by=OTHER_READER), made_by=OTHER_READER)
        assert made_by(record) == ["besetzung 2"]
        assert list(record.verify()) == []


def test_what_nobody_finds_any_more_says_nothing_of_who_is_meant(known: Record) -> None:
    item = story(1, "Mara Lind", "Ole Brandis")
    keep(known, item, said(item, "Mara Lind", "Ole Brandis"))
    keep(known, item, said(item, "Mara Lind", made_by=OTHER_READER), made_by=OTHER_READER)
    lost = next(each for each in known.of_content(item, hidden=True) if each.standing is Standing.LOST)
    assert lost.attribution is None
    assert [each.id for each in known.actors()] == [LIND]
    assert list(known.verify()) == []


def test_a_program_that_knows_nobody_does_not_keep_who_was_meant_otherwise(path: Path) -> None:
    with Record.open(path, create=True, language=Knowing()) as record:
        first, second = take(record, 1, "Mara Lind", "Ole Brandis")
    with Record.open(path, language=Words()) as record:
        record.decide(Correct(first, Values(parent="")), by="Ada")
        assert [each.speakers[0].actor for each in record.statements()] == [LIND, BRANDIS]
        record.decide(Reject(second), by="Ada")
        assert [each.attribution for each in record.statements()] == [None]
        assert list(record.verify()) == []
    with Record.open(path, language=Knowing()) as record:
        assert list(record.resolve_anew()) == [True]
        assert [each.speakers[0].actor for each in record.statements()] == [LIND]
        assert list(record.resolve_anew()) == [False]
        assert list(record.verify()) == []


def test_each_version_has_its_own(known: Record) -> None:
    item = story(1, "Mara Lind", "Ole Brandis")
    later = article("Neu. " + item.text.replace("Ole Brandis", "Tanja Weddel"), url=item.url)
    keep(known, item, said(item, "Mara Lind", "Ole Brandis"))
    keep(known, later, said(later, "Mara Lind", "Tanja Weddel"))
    assert [each.speakers[0].name for each in known.of_content(item)] == ["Mara Lind", "Ole Brandis"]
    assert [each.speakers[0].name for each in known.of_content(later)] == ["Mara Lind", "Tanja Weddel"]
    assert [each.name for each in known.actors()] == ["Mara Lind", "Tanja Weddel-Groß"]
    assert list(known.verify()) == []


def test_a_target_is_meant_until_a_person_says_that_the_act_is_another(known: Record) -> None:
    item = story(1, "Mara Lind", "Ole Brandis")
    first, second = said(item, "Mara Lind", "Ole Brandis")
    keep(known, item, [replace(first, addressees=second.speakers), second])
    (found,) = (each for each in known.statements() if each.addressees)
    assert found.targets[0].actor == BRANDIS
    assert [each.statement.id for each in known.statements(Filters(target="brandis"))] == [found.statement.id]
    assert [(each.id, each.addressed, each.targeted) for each in known.actors()] == [(BRANDIS, 1, 1), (LIND, 0, 0)]
    known.decide(Merge(LIND, (BRANDIS,)), by="Ada")
    assert known.statement(found.statement.id).targets[0].actor == LIND
    other = next(act for act in Act if found.sense is not None and act is not found.sense.act)
    known.decide(Correct(found.statement.id, Values(act=other)), by="Ada")
    assert known.statement(found.statement.id).targets == ()
    assert list(known.verify()) == []


def test_what_was_packed_before_there_were_targets_is_read() -> None:
    nobody = ResolvedParty((), PartyKind.UNKNOWN, None, None, 0.5)
    thing = ResolvedParty((), PartyKind.THING, "das Hafenfest", None, 0.5)
    without = Meant((Attribution("s1", (nobody,), ()),), "besetzung 1")
    assert json.loads(zlib.decompress(pack_meant(without)))[0][0][1:] == [
        [["", "unknown", None, None, 0.5, [], None]],
        [],
    ]
    aimed = Meant((Attribution("s1", (nobody,), (), (thing,)),), "besetzung 1")
    assert [unpack_meant(pack_meant(each), "besetzung 1") for each in (without, aimed)] == [without, aimed]
