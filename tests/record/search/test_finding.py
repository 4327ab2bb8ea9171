from datetime import date
from pathlib import Path

import pytest

from tests.record.builder import OTHER_READER, article, found, head, keep, statement
from wortlaut.errors import NotInRecord
from wortlaut.record import Filters, Record
from wortlaut.types import Found, StatementType

OLD = article(
    "Bürgermeister Öre rief dem Rat zu: „Nein!“ Ella Öre-Brandt schwieg.",
    published=date(2025, 12, 31),
    source="Küstenkurier",
)
NEW = article("Die Brücken seien sicher, sagte Brandt. „Ja“, rief die Oere.", published=date(2026, 1, 1), source="dpx")
UNDATED = article("Er bleibe, so der Rat.", source="Kuestenbote")

NO = statement(OLD, "„Nein!“", speaker="Bürgermeister Öre", addressee="Rat")
SILENT = statement(OLD, "schwieg", speaker="Ella Öre-Brandt", kind=StatementType.REPORTED)
SAFE = statement(NEW, "Die Brücken seien sicher", speaker="Brandt", kind=StatementType.INDIRECT)
YES = statement(NEW, "„Ja“", speaker="die Oere")
STAYS = statement(UNDATED, "Er bleibe", speaker="der Rat", kind=StatementType.INDIRECT)
ALL = [found(NEW, SAFE), found(NEW, YES), found(OLD, NO), found(OLD, SILENT), found(UNDATED, STAYS)]


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stock") / "sammlung.db"
    with Record.open(path, create=True) as record:
        keep(record, OLD, [NO, SILENT])
        keep(record, UNDATED, [STAYS])
        keep(record, NEW, [SAFE, YES])
    return path


def test_statements_come_newest_article_first_and_in_the_order_of_the_text(record: Record) -> None:
    assert list(record.statements()) == ALL
    assert list(record.articles()) == [head(NEW), head(OLD), head(UNDATED)]


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        (Filters(), ALL),
        (Filters(speaker="öre"), [found(NEW, YES), found(OLD, NO), found(OLD, SILENT)]),
        (Filters(speaker="OERE BR"), [found(OLD, SILENT)]),
        (Filters(speaker="Rat"), [found(UNDATED, STAYS)]),
        (Filters(addressee="rat"), [found(OLD, NO)]),
        (Filters(speaker="%"), []),
        (Filters(speaker="_"), []),
        (Filters(speaker=""), []),
        (Filters(speaker="\udcfc"), []),
        (Filters(type=StatementType.INDIRECT), [found(NEW, SAFE), found(UNDATED, STAYS)]),
        (Filters(since=date(2026, 1, 1)), [found(NEW, SAFE), found(NEW, YES)]),
        (Filters(until=date(2025, 12, 31)), [found(OLD, NO), found(OLD, SILENT)]),
        (Filters(since=date(2025, 12, 31), until=date(2025, 12, 31)), [found(OLD, NO), found(OLD, SILENT)]),
        (Filters(since=date(2026, 1, 2)), []),
        (Filters(source="küsten"), [found(OLD, NO), found(OLD, SILENT), found(UNDATED, STAYS)]),
        (Filters(source="DPX"), [found(NEW, SAFE), found(NEW, YES)]),
        (Filters(article=UNDATED.id), [found(UNDATED, STAYS)]),
        (Filters(article=OLD.id[:6]), [found(OLD, NO), found(OLD, SILENT)]),
        (Filters(speaker="brandt", type=StatementType.INDIRECT, source="dpx", article=NEW.id), [found(NEW, SAFE)]),
        (Filters(speaker="brandt", type=StatementType.INDIRECT, source="kurier"), []),
        (Filters(words="!!!"), []),
    ],
)
def test_filters_narrow_together(record: Record, filters: Filters, wanted: list[Found]) -> None:
    assert list(record.statements(filters)) == wanted
    assert record.count(filters) == len(wanted)


def test_words_narrow_like_a_search_and_are_marked(record: Record) -> None:
    (only,) = record.statements(Filters(words="bruecke"))
    assert (only.statement, [span.of(NEW.text) for span in only.marks], only.rank) == (SAFE, ["Brücken"], None)


def test_a_limit_ends_the_list(record: Record) -> None:
    assert list(record.statements(limit=2)) == ALL[:2]
    assert list(record.statements(limit=0)) == []


def keep_many(record: Record) -> list[Found]:
    """An article, newer than all, with more statements than are loaded at a time."""
    many = article(" ".join(f"„Satz{number:03}“" for number in range(450)), published=date(2026, 5, 1))
    given = [statement(many, f"„Satz{number:03}“") for number in range(450)]
    keep(record, many, given)
    return [found(many, each) for each in given]


def test_more_statements_than_one_batch_come_in_order(record: Record) -> None:
    many = keep_many(record)
    assert list(record.statements()) == many + ALL


def test_a_statement_that_is_replaced_meanwhile_is_left_out(record: Record) -> None:
    many = keep_many(record)
    results = record.statements()
    first = next(results)
    keep(record, OLD, made_by=OTHER_READER)
    assert [first, *results] == [*many, ALL[0], ALL[1], ALL[4]]


def test_the_file_can_be_written_while_it_is_listed(record: Record, path: Path) -> None:
    many = keep_many(record)
    results = record.statements()
    next(results)
    with Record.open(path) as other:
        keep(other, article("Noch einer."))
    assert list(results) == many[1:] + ALL


def test_the_beginning_of_an_id_is_enough_where_it_is_the_only_one(record: Record) -> None:
    assert record.article(NEW.id[:8]) == NEW
    assert record.of_article(NEW.id[:8]) == ALL[:2]
    assert record.statement(SAFE.id[:8]) == ALL[0]


def test_an_ambiguous_beginning_names_the_candidates(record: Record) -> None:
    with pytest.raises(NotInRecord) as raised:
        record.article("a")
    candidates = ", ".join(sorted([OLD.id, NEW.id, UNDATED.id]))
    assert raised.value.code == "id_ambiguous"
    assert candidates in str(raised.value)
    assert candidates in raised.value.text("de")


@pytest.mark.parametrize("wrong", ["", "a00000000", "A", "%", "a%", "a'--", "ä", "\udcfc", "\x00", "a~"])
def test_an_id_that_is_not_there_is_an_error_that_names_it(record: Record, wrong: str) -> None:
    for ask in (record.article, record.of_article, record.statement):
        with pytest.raises(NotInRecord) as raised:
            ask(wrong)
        assert raised.value.values["id"] == wrong


def test_an_article_to_filter_by_must_be_there(record: Record) -> None:
    with pytest.raises(NotInRecord):
        record.count(Filters(article="a00000000"))
