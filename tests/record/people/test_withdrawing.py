from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest

from tests.record.builder import Words, article, found, head, keep, statement
from wortlaut.decisions import Action, Add, Complete, Confirm, Correct, Entry, Undo, Values, Withdrawal
from wortlaut.errors import DecisionImpossible, EditConflict, NotInRecord
from wortlaut.record import Filters, Kept, Record
from wortlaut.types import Article, Found, Origin, Standing, Statement, StatementType, Withdrawn, article_id

NAME = "urn:newsml:dpx.example:20260301:17"
TEN = datetime(2026, 3, 1, 10, tzinfo=UTC)


def version(number: int | None, said: str = "„Wir zahlen nichts“") -> Article:
    made = article(f"{said}, rief Reeder Ole Brandis. Der Rat schwieg.", title="Streit um die Fähre", source="dpx")
    name = article_id(text="", url=None, source="dpx", declared_id=NAME)
    return replace(made, id=name, declared_id=NAME, revision=number)


def statements(item: Article) -> list[Statement]:
    return [statement(item, item.text[: item.text.index("“") + 1], speaker="Ole Brandis")]


FIRST, SECOND, THIRD = version(1), version(2, "„Wir zahlen kaum etwas“"), version(3, "„Wir zahlen alles“")
KILL = Withdrawn(
    article=FIRST.id,
    origin=Origin("dpx/kill.xml"),
    declared_id=NAME,
    source="dpx",
    why="Zitat ist erfunden",
    at=TEN,
    revision=2,
)


def take(record: Record, *items: Article | Withdrawn) -> None:
    for each in items:
        if isinstance(each, Withdrawn):
            record.withdraw(each)
        else:
            keep(record, each, statements(each))


def seen(record: Record) -> list[str]:
    """What is in view: the words, by lists, search, counts, the queue and saved searches alike."""
    listed = list(record.statements())
    assert record.count() == len(listed)
    assert {each.statement.id for each in record.search("Reeder*")} <= {each.statement.id for each in listed}
    assert [each.found.statement.id for each in record.queue()] == [
        each.statement.id for each in listed if not each.verdicts
    ]
    return [words(each) for each in listed]


def words(found: Found) -> str:
    return found.statement.quote[0].of(found.article.text)


def kills(record: Record) -> list[Entry]:
    return [each for each in record.history() if each.action is Action.WITHDRAW]


def test_an_item_that_is_taken_back_is_out_of_view_and_marked(record: Record) -> None:
    take(record, FIRST)
    (before,) = record.statements()
    assert record.withdraw(KILL) is Kept.STORED
    assert seen(record) == []
    assert list(record.search("zahlen")) == []
    (hidden,) = record.statements(Filters(standing=Standing.WITHDRAWN))
    assert (hidden.statement, hidden.standing) == (before.statement, Standing.WITHDRAWN)
    assert list(record.search("zahlen", Filters(standing=Standing.WITHDRAWN))) != []
    assert record.head(FIRST.id) == replace(head(FIRST), withdrawn_by=1)
    assert list(record.articles()) == [replace(head(FIRST), withdrawn_by=1)]
    assert list(record.verify()) == []


def test_the_history_tells_who_took_it_back_why_and_when(record: Record) -> None:
    take(record, FIRST, KILL)
    (entry,) = record.history(FIRST.id)
    assert (entry.by, entry.why, entry.article, entry.version) == ("dpx", "Zitat ist erfunden", FIRST.id, 1)
    assert entry.withdraws == Withdrawal(NAME, "dpx", 2, TEN)
    assert entry.at is not None
    assert record.entry(1) == entry


def test_who_takes_an_item_back_without_a_name_is_called_by_the_file_that_says_so(record: Record) -> None:
    take(record, FIRST, replace(KILL, source=None))
    assert [(each.by, each.withdraws and each.withdraws.source) for each in record.history()] == [
        ("dpx/kill.xml", None)
    ]


def test_the_same_said_twice_is_one_entry_and_another_is_two(record: Record) -> None:
    take(record, FIRST, KILL)
    assert record.withdraw(KILL) is Kept.UNCHANGED
    assert record.withdraw(replace(KILL, origin=Origin("anderswo.xml"))) is Kept.UNCHANGED
    assert record.withdraw(replace(KILL, why="Sperrfrist")) is Kept.STORED
    assert [each.why for each in kills(record)] == ["Zitat ist erfunden", "Sperrfrist"]


@pytest.mark.parametrize("order", list(permutations([FIRST, SECOND, KILL, KILL])))
def test_the_end_is_the_same_whatever_comes_in_first(record: Record, order: Sequence[Article | Withdrawn]) -> None:
    take(record, *order)
    assert seen(record) == []
    assert len(kills(record)) == 1
    assert record.head(FIRST.id) == replace(head(SECOND), withdrawn_by=1)
    assert [each.article.is_withdrawn for each in record.versions(FIRST.id)] == [True, True]
    assert list(record.verify()) == []


@pytest.mark.parametrize("order", list(permutations([FIRST, SECOND, KILL, THIRD])))
def test_a_corrected_version_comes_into_view_by_itself(record: Record, order: Sequence[Article | Withdrawn]) -> None:
    take(record, *order)
    assert seen(record) == ["„Wir zahlen alles“"]
    assert record.head(FIRST.id) == head(THIRD)
    taken_back = {each.article.revision: each.article.is_withdrawn for each in record.versions(FIRST.id)}
    assert taken_back == {1: True, 2: True, 3: False}
    assert len(kills(record)) == 1
    assert list(record.verify()) == []


def test_without_a_number_all_versions_are_taken_back_those_to_come_too(record: Record) -> None:
    take(record, FIRST, replace(KILL, revision=None), THIRD)
    assert seen(record) == []


def test_a_version_without_a_number_is_taken_back_by_any(record: Record) -> None:
    take(record, KILL, version(None))
    assert seen(record) == []


def test_a_person_can_undo_it_and_undo_that(record: Record) -> None:
    take(record, FIRST, KILL)
    undone = record.decide(Undo(1), by="Ada", why="war ein Versehen")
    assert (undone.article, undone.version, undone.undoes) == (FIRST.id, 1, 1)
    assert seen(record) == ["„Wir zahlen nichts“"]
    assert not record.head(FIRST.id).is_withdrawn
    assert [each.is_undone for each in record.history(FIRST.id)] == [True, False]
    assert record.withdraw(KILL) is Kept.UNCHANGED  # the same file, read once more
    assert seen(record) == ["„Wir zahlen nichts“"]
    record.decide(Undo(2), by="Ada")
    assert seen(record) == []
    assert list(record.verify()) == []


def test_one_can_be_undone_before_the_item_is_there(record: Record) -> None:
    take(record, KILL)
    assert [each.article for each in record.history(KILL.article[:6])] == [KILL.article]
    undone = record.decide(Undo(1), by="Ada")
    assert undone.version is None
    assert list(record.verify()) == []
    take(record, FIRST)
    assert seen(record) == ["„Wir zahlen nichts“"]
    assert list(record.verify()) == []
    with pytest.raises(DecisionImpossible):
        record.decide(Undo(1), by="Ben")


def test_what_people_decided_survives(record: Record) -> None:
    take(record, FIRST)
    (said,) = record.statements()
    record.decide(Correct(said.statement.id, Values(type=StatementType.REPORTED)), by="Ada")
    record.decide(
        Add(FIRST.id, Values(quote=said.statement.speakers[0].mention, type=StatementType.INDIRECT)), by="Ada"
    )
    decided = list(record.statements())
    take(record, KILL)
    record.decide(Confirm(said.statement.id), by="Ben")
    assert seen(record) == []
    record.decide(Undo(4), by="Ben")
    record.decide(Undo(3), by="Ben")
    again = list(record.statements())
    assert [(each.statement, each.standing, each.verdicts) for each in again] == [
        (each.statement, each.standing, each.verdicts) for each in decided
    ]
    assert list(record.verify()) == []


def test_who_decides_about_what_was_taken_back_meanwhile_is_told(record: Record) -> None:
    take(record, FIRST)
    (said,) = record.statements()
    take(record, KILL)
    with pytest.raises(EditConflict, match="took it back"):
        record.decide(Confirm(said.statement.id), by="Ada", seen=said.revision)


def test_an_item_is_known_by_the_id_that_it_carries_where_it_has_an_address_too(record: Record) -> None:
    other = replace(version(1), id="a0123456789abcdef", url="https://example.org/faehre")
    orders: list[list[Article | Withdrawn]] = [[other, KILL], [KILL, other]]
    for number, order in enumerate(orders):
        path = Path(record._path).with_name(f"{number}.db")
        with Record.open(path, create=True, language=Words()) as opened:
            take(opened, *order)
            assert opened.withdraw(KILL) is Kept.UNCHANGED
            assert seen(opened) == []
            assert [each.action for each in opened.history(other.id)] == [Action.WITHDRAW]
            opened.decide(Undo(1), by="Ada")
            assert seen(opened) == ["„Wir zahlen nichts“"]
            assert list(opened.verify()) == []


@pytest.mark.parametrize(
    ("declared_id", "source", "is_meant"),
    [
        (NAME, "DPX", True),
        (NAME, None, True),
        (NAME, "anderer Dienst", False),
        ("17", "dpx", False),
        (None, None, False),
    ],
)
def test_an_id_means_the_items_of_its_outlet(
    record: Record, declared_id: str | None, source: str | None, is_meant: bool
) -> None:
    other = replace(version(1), id="a0123456789abcdef")
    take(record, other)
    record.withdraw(replace(KILL, article="afedcba9876543210", declared_id=declared_id, source=source))
    assert record.head(other.id).is_withdrawn == is_meant


def test_a_short_id_without_an_outlet_means_nothing(record: Record) -> None:
    take(record, replace(version(1), id="a0123456789abcdef", declared_id="17"))
    record.withdraw(replace(KILL, article="afedcba9876543210", declared_id="17", source=None))
    assert seen(record) == ["„Wir zahlen nichts“"]


def test_a_name_that_a_later_version_carries_counts_for_all(record: Record) -> None:
    bare = replace(FIRST, declared_id=None)
    take(record, bare, replace(KILL, article="afedcba9876543210", revision=None))
    assert seen(record) != []
    take(record, SECOND)
    assert [each.article.is_withdrawn for each in record.versions(FIRST.id)] == [True, True]
    assert list(record.verify()) == []


def test_reprints_show_which_of_them_was_taken_back(record: Record) -> None:
    long = " ".join(f"Satz {number} über Fähre, Hafen und Kanal im {number}. Jahr." for number in range(40))
    items = [
        replace(article(long, url=f"https://example.org/{number}"), declared_id=f"lange-kennung-{number}")
        for number in range(2)
    ]
    for each in items:
        keep(record, each)
    record.withdraw(Withdrawn(items[0].id, Origin("a.xml")))
    (group,) = record.reprints()
    assert [each.is_withdrawn for each in group] == [True, False]


def test_what_is_new_in_a_saved_search_leaves_it_out(record: Record) -> None:
    record.save_search("Fähre", None)
    take(record, KILL, FIRST)
    assert record.new_in("Fähre", mark=True) == []
    take(record, THIRD)
    assert [words(each) for each in record.new_in("Fähre")] == ["„Wir zahlen alles“"]


def test_nothing_is_like_it(record: Record) -> None:
    other = article("„Wir zahlen nichts“, sagte auch Weddel.", url="https://example.org/auch")
    keep(record, other, [statement(other, "„Wir zahlen nichts“")])
    take(record, FIRST)
    (said,) = record.of_article(other.id)
    assert len(list(record.similar(said.statement.id))) == 1
    take(record, KILL)
    assert list(record.similar(said.statement.id)) == []


def test_its_article_shows_no_statement_but_all_are_there_where_hidden_ones_are_asked_for(record: Record) -> None:
    take(record, FIRST, KILL)
    assert record.of_article(FIRST.id) == []
    assert record.of_content(FIRST) == []
    (hidden,) = record.of_content(FIRST, hidden=True)
    assert hidden.standing is Standing.WITHDRAWN


def test_an_erased_item_takes_what_took_it_back_with_it(record: Record, path: Path) -> None:
    take(record, KILL, replace(version(1), id="a0123456789abcdef"))
    record.erase_article("a0123456789abcdef", by="Ada")
    assert b"erfunden" not in path.read_bytes()
    assert [each.action for each in record.history()] == [None, Action.ERASE]
    assert list(record.verify()) == []


@pytest.mark.parametrize("is_filed_under_it", [True, False])
def test_another_article_that_was_taken_back_with_an_erased_one_stays_so(
    record: Record, path: Path, is_filed_under_it: bool
) -> None:
    first, second = "a0123456789abcdef", "afedcba9876543210"
    erased, left = (first, second) if is_filed_under_it else (second, first)
    take(record, replace(version(1), id=first), replace(version(1, "„Wir zahlen spät“"), id=second), KILL)
    (said, *_) = record.statements(Filters(article=left, standing=Standing.WITHDRAWN))
    record.decide(Confirm(said.statement.id), by="Ada")
    record.erase_article(erased, by="Ada")
    assert record.head(left).is_withdrawn
    assert record.statement(said.statement.id).verdicts != ()
    assert (erased.encode() in path.read_bytes()) is False
    assert list(record.verify()) == []


def test_all_others_that_were_taken_back_with_an_erased_article_stay_so(record: Record) -> None:
    said = ("„Wir zahlen nichts“", "„Wir zahlen spät“", "„Wir zahlen nie“")
    items = [replace(version(1, each), id=f"a{number}123456789abcdef") for number, each in enumerate(said)]
    take(record, *items, KILL)
    record.erase_article(items[0].id, by="Ada")
    assert [record.head(each.id).is_withdrawn for each in items[1:]] == [True, True]
    assert list(record.verify()) == []
    again = next(each.number for each in kills(record))
    record.decide(Undo(again), by="Ada")
    assert len(seen(record)) == 2
    assert list(record.verify()) == []


def test_what_takes_back_an_erased_item_stays_out(record: Record) -> None:
    take(record, FIRST)
    record.erase_article(FIRST.id, by="Ada")
    assert record.withdraw(KILL) is Kept.ERASED
    assert kills(record) == []


def test_a_reason_with_erased_words_is_written_down_without_them(record: Record) -> None:
    take(record, FIRST)
    (said,) = record.statements()
    record.erase_statements([said.statement.id], by="Ada")
    record.withdraw(replace(KILL, why="Falsch: Wir zahlen nichts."))
    assert kills(record)[0].why == "Falsch: ███ ██████ ██████."
    assert record.withdraw(replace(KILL, why="Falsch: Wir zahlen nichts.")) is Kept.UNCHANGED


def test_a_backup_brings_it_back(record: Record, path: Path, tmp_path: Path) -> None:
    take(record, FIRST, KILL)
    backup = record.backup(tmp_path / "sicher.db")
    record.decide(Undo(1), by="Ada")
    record.close()
    Record.restore(backup, path, language=Words())
    with Record.open(path, language=Words()) as restored:
        assert seen(restored) == []
        assert list(restored.verify()) == []


def test_nobody_is_asked_about_an_unknown_item(record: Record) -> None:
    take(record, KILL)
    with pytest.raises(NotInRecord):
        record.head(KILL.article)
    assert list(record.verify()) == []


def former(record: Record) -> Iterator[tuple[int | None, bool]]:
    for each in record.versions(FIRST.id):
        yield each.article.revision, each.is_current


def test_a_version_that_its_agency_numbers_lower_comes_in_as_a_former_one(record: Record) -> None:
    take(record, SECOND, FIRST)
    assert list(former(record)) == [(2, True), (1, False)]
    assert seen(record) == ["„Wir zahlen kaum etwas“"]
    (said,) = record.statements()
    record.decide(Confirm(said.statement.id), by="Ada")
    take(record, THIRD)
    assert list(former(record)) == [(2, False), (1, False), (3, True)]
    assert list(record.verify()) == []


def test_a_statement_of_several_versions_is_that_of_the_current_one(record: Record) -> None:
    early = replace(SECOND, text="Neu. " + SECOND.text, raw=b"Neu. " + SECOND.raw, revision=1)
    early = replace(early, source_map=article(early.text).source_map)
    take(record, SECOND)
    keep(record, early, statements_in(early))
    (said,) = record.statements()
    assert record.statement(said.statement.id) == said == found(SECOND, said.statement)
    record.decide(Complete(FIRST.id), by="Ada")
    record.decide(Confirm(said.statement.id), by="Ada")
    assert list(record.verify()) == []


def statements_in(item: Article) -> list[Statement]:
    return [statement(item, "„Wir zahlen kaum etwas“", speaker="Ole Brandis")]
