import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.record.builder import OTHER_READER, Words, article, keep, spans, statement
from tests.record.coding import Coding, WordCoder, book
from wortlaut.decisions import Correct, Entry, Undo, Values
from wortlaut.errors import NameTaken, NotInRecord
from wortlaut.record import Filters, Kept, KeptCodebook, Record
from wortlaut.types import Criterion, Label, LabelEvidence, Labelled, StatementType

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXT = "„Der Damm am Hafen hält“, sagte der Rat. „Die Werft nicht“, rief Mara Lind."
NEWS = article(TEXT, url="https://example.org/1")
DAM = statement(NEWS, "„Der Damm am Hafen hält“", speaker="der Rat")
YARD = statement(NEWS, "„Die Werft nicht“", speaker="Mara Lind")
PLACES = book("orte", "Hafen", "Damm")


@pytest.fixture
def coded(path: Path) -> Record:
    """A record with a codebook, and two statements that were read after it was added."""
    record = Record.open(path, create=True, language=Coding())
    record.put_codebook(PLACES)
    keep(record, NEWS, [DAM, YARD])
    return record


def found(name: str, word: str, text: str = TEXT) -> Label:
    return Label(name, word, 0.5, evidence=(LabelEvidence(Criterion.WORDS, spans(text, word)),))


def labels(record: Record, name: str = DAM.id) -> list[str]:
    """The labels of the statement, with an exclamation mark where a person gave them."""
    return [f"{each}{'' if each.entry is None else '!'}" for each in record.statement(name).labels]


def say(record: Record, *said: Labelled, about: str = DAM.id) -> Entry:
    return record.decide(Correct(about, Values(labels=said)), by="Ada", at=NOON)


def test_what_is_read_is_coded_by_all_codebooks_of_the_record(coded: Record) -> None:
    assert coded.statement(DAM.id).labels == (found("orte", "Hafen"), found("orte", "Damm"))
    assert coded.statement(YARD.id).labels == ()
    assert coded.count_labels("orte") == {"Damm": 1, "Hafen": 1}
    assert list(coded.verify()) == []


def test_a_codebook_that_comes_later_codes_what_is_there(path: Path) -> None:
    with Record.open(path, create=True, language=Coding()) as record:
        keep(record, NEWS, [DAM, YARD])
        keep(record, article("Nichts."))
        before = record.statement(DAM.id).revision
        assert record.put_codebook(PLACES) is Kept.STORED
        assert (labels(record), list(record.verify())) == ([], [])
        assert list(record.code_anew()) == [True, True]
        assert labels(record) == ["orte:Hafen", "orte:Damm"]
        assert record.statement(DAM.id).revision != before
        assert list(record.code_anew()) == [False, False]
        assert list(record.verify()) == []


def test_codebooks_stand_beside_each_other_by_their_names(coded: Record) -> None:
    coded.put_codebook(book("bauten", "Werft", "Damm"))
    list(coded.code_anew())
    assert labels(coded) == ["bauten:Damm", "orte:Hafen", "orte:Damm"]
    assert labels(coded, YARD.id) == ["bauten:Werft"]
    assert [each.name for each in coded.codebooks()] == ["bauten", "orte"]


def test_a_new_version_takes_the_place_of_the_former_one(coded: Record) -> None:
    assert coded.put_codebook(PLACES) is Kept.UNCHANGED
    newer = book("orte", "Werft", "Damm", version="2")
    assert coded.put_codebook(newer) is Kept.STORED
    assert list(coded.verify()) == []  # what the former one found still stands
    assert list(coded.code_anew()) == [True]
    assert (labels(coded), labels(coded, YARD.id)) == (["orte:Damm"], ["orte:Werft"])
    assert coded.codebook("orte") == newer
    assert list(coded.verify()) == []


def test_the_same_version_cannot_say_something_else(coded: Record) -> None:
    with pytest.raises(NameTaken) as caught:
        coded.put_codebook(book("orte", "Werft"))
    assert caught.value.code == "codebook_same_version"
    assert coded.codebooks() == [PLACES]


def test_other_rules_are_asked_anew(coded: Record, path: Path) -> None:
    coded.close()
    with Record.open(path, language=Coding(coder=WordCoder("wörter 2"))) as record:
        assert list(record.code_anew()) == [True]
        assert list(record.code_anew()) == [False]


def test_a_codebook_goes_with_its_labels_and_people_said_for_nothing(coded: Record) -> None:
    say(coded, Labelled("orte", "Hafen"))
    assert list(coded.remove_codebook("orte")) == [True]
    assert (coded.codebooks(), labels(coded), list(coded.verify())) == ([], [], [])
    with pytest.raises(NotInRecord):
        coded.remove_codebook("orte").__next__()
    coded.put_codebook(PLACES)
    list(coded.code_anew())
    assert labels(coded) == ["orte:Damm", "orte:Hafen!"]


def test_removing_that_was_interrupted_is_gone_on_with(path: Path) -> None:
    with Record.open(path, create=True, language=Coding()) as record:
        record.put_codebook(PLACES)
        keep(record, NEWS, [DAM])
        keep(record, article("„Hafen“, sagte Bo."), [])
        next(record.remove_codebook("orte"))
        assert (record.codebooks(), list(record.verify())) == ([], [])
        assert list(record.remove_codebook("orte")) == [False, True]
        with pytest.raises(NotInRecord):
            record.codebook("orte")
        assert list(record.verify()) == []


def test_what_a_person_says_of_a_label_goes_before_what_is_found(coded: Record) -> None:
    entry = say(coded, Labelled("orte", "Hafen", applies=False), Labelled("orte", "Damm"))
    assert coded.statement(DAM.id).labels == (Label("orte", "Damm", 1.0, entry=1, decided_by="Ada"),)
    assert entry.values == Values(labels=(Labelled("orte", "Hafen", applies=False), Labelled("orte", "Damm")))
    assert entry.was == Values(labels=(Labelled("orte", "Hafen"), Labelled("orte", "Damm")))
    assert list(coded.history()) == [entry]
    assert list(coded.verify()) == []


def test_what_was_said_survives_reading_coding_and_a_new_version_and_can_be_undone(coded: Record) -> None:
    say(coded, Labelled("orte", "Hafen", applies=False), Labelled("orte", "Damm"))
    again = [replace(each, made_by=OTHER_READER) for each in (DAM, YARD)]
    keep(coded, NEWS, again, made_by=OTHER_READER)
    assert labels(coded) == ["orte:Damm!"]
    keep(coded, article("Neu. " + TEXT, url=NEWS.url), [])
    assert labels(coded) == ["orte:Damm!"]
    coded.put_codebook(book("orte", "Hafen", "Werft", version="2"))
    list(coded.code_anew())
    assert labels(coded) == ["orte:Damm!"]  # a category that the new version does not have
    coded.decide(Undo(1), by="Ada", at=NOON)
    assert labels(coded) == []  # the text that came in last was read without a statement
    assert list(coded.verify()) == []


def test_another_decision_about_the_statement_has_it_coded_anew(coded: Record) -> None:
    coded.decide(Correct(DAM.id, Values(quote=spans(TEXT, "„Der Damm"), type=StatementType.REPORTED)), by="Ada")
    assert coded.statement(DAM.id).labels == (found("orte", "Damm"),)
    assert list(coded.verify()) == []


def test_where_nothing_knows_codebooks_no_stale_label_is_kept(coded: Record, path: Path) -> None:
    coded.close()
    with Record.open(path, language=Words()) as record:
        record.decide(Correct(DAM.id, Values(quote=spans(TEXT, "„Der Damm"))), by="Ada")
        assert (labels(record), list(record.verify())) == ([], [])


def test_lists_are_filtered_by_codebook_category_and_what_stands_below_it(path: Path) -> None:
    flat = book("orte", "Hafen", "Damm", "Werft")
    tree = replace(
        flat, categories=(flat.categories[0], *(replace(each, parent="Hafen") for each in flat.categories[1:]))
    )
    with Record.open(path, create=True, language=Coding()) as record:
        record.put_codebook(tree)
        keep(record, NEWS, [DAM, YARD])

        def got(label: str) -> list[str]:
            listed = [each.statement.id for each in record.statements(Filters(label=label))]
            assert record.count(Filters(label=label)) == len(listed)
            return listed

        assert got("orte") == got("orte:Hafen") == [DAM.id, YARD.id]
        assert (got("orte:Werft"), got("orte:Damm"), got("orte:Damm:agree")) == ([YARD.id], [DAM.id], [])
        assert [each.statement.id for each in record.search("Werft", Filters(label="orte"))] == [YARD.id]
        record.save_search("orte", None, Filters(label="orte:Werft"))
        assert record.saved_searches()[0].filters == Filters(label="orte:Werft")


def test_erasing_takes_labels_with_the_words(coded: Record, path: Path) -> None:
    say(coded, Labelled("orte", "Hafen"))
    coded.erase_statements([DAM.id], by="Ada")
    assert [each.statement.id for each in coded.statements()] == [YARD.id]
    assert (coded.count_labels("orte"), list(coded.verify())) == ({}, [])
    coded.erase_article(NEWS.id, by="Ada")
    assert list(coded.verify()) == []
    coded.close()
    with closing(sqlite3.connect(path)) as connection:
        assert [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("label", "coding")] == [
            0,
            0,
        ]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ("UPDATE label SET category = 'Werft'", "statement"),
        ("UPDATE label SET evidence = '[]'", "statement"),
        ("DELETE FROM label", "statement"),
        ("UPDATE coding SET made_by = 'wer anders'", "coding"),
        ("UPDATE codebook SET version = '7'", "codebook"),
        ("UPDATE codebook SET content = 'orte Werft'", "codebook"),
    ],
)
def test_a_label_that_somebody_changed_is_found(coded: Record, path: Path, change: str, kind: str) -> None:
    coded.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(change)
    with Record.open(path, language=Coding()) as record:
        assert kind in {str(each.kind) for each in record.verify()}


def test_a_codebook_that_is_not_there_is_told(coded: Record) -> None:
    with pytest.raises(NotInRecord) as caught:
        coded.codebook("zeiten")
    assert caught.value.code == "codebook_not_in_record"


def test_a_category_has_those_below_it() -> None:
    flat = book("a", "eins", "zwei", "drei")
    one, two, three = flat.categories
    tree = KeptCodebook("a", "1", "", (one, replace(two, parent="eins"), replace(three, parent="zwei")))
    assert (tree.below("eins"), tree.below("drei"), tree.below("vier")) == (["eins", "zwei", "drei"], ["drei"], [])
