"""Pages put together, against the whole listing, also where something comes in between two of them."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.record.builder import Words, article, keep, statement
from wortlaut.decisions import Reject
from wortlaut.errors import InputError
from wortlaut.record import Cursor, Filters, Record, Sort, Total
from wortlaut.record.search.paging import Paged, counted
from wortlaut.record.search.ranking import RANKED
from wortlaut.record.search.searching import wanted
from wortlaut.record.tables.opening import open_engine
from wortlaut.types import Standing

WORDS = ("Zoll", "Haus", "Brücken", "ja", "nein", "Mond", "Maut")


def tell(record: Record, numbers: range, seed: int) -> None:
    random = Random(seed)
    for number in numbers:
        quotes = [" ".join(random.choices(WORDS, k=random.randint(1, 4))) + f" {number}.{at}" for at in range(3)]
        published = None if number % 7 == 0 else date(2026, 1, 1) + timedelta(days=random.randrange(9))
        news = article(" ".join(quotes), url=f"https://example.org/{number}", published=published)
        keep(record, news, [statement(news, quote) for quote in quotes])


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "sammlung.db"
    with Record.open(path, create=True, language=Words()) as record:
        tell(record, range(20), 3)
    return path


def ids(page: Paged) -> list[str]:
    return [each.statement.id for each in page.found]


def through(record: Record, words: str | None, sort: Sort, limit: int, filters: Filters = Filters()) -> list[str]:  # noqa: B008  frozen
    """The ids on all pages, each begun at what the one before wrote down."""
    seen: list[str] = []
    after: Cursor | None = None
    while True:
        page = record.paged(words, filters, sort=sort, limit=limit, after=after)
        seen += ids(page)
        if page.next is None:
            return seen
        after = Cursor.parse(str(page.next))


@pytest.mark.parametrize("limit", [1, 4, 60])
@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("words", [None, "Zoll", "Haus Mond"])
def test_all_pages_together_are_the_whole_listing(record: Record, words: str | None, sort: Sort, limit: int) -> None:
    whole = record.statements(sort=sort) if words is None else record.search(words, sort=sort)
    expected = [each.statement.id for each in whole if each.share is None]
    assert through(record, words, sort, limit)[: len(expected)] == expected
    assert record.paged(words, sort=sort).total == Total(len(expected))


def test_behind_all_words_stand_statements_with_most_of_them(record: Record) -> None:
    expected = [each.statement.id for each in record.search("Haus Mond")]
    assert ids(record.paged("Haus Mond", limit=200)) == expected


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("words", [None, "Zoll"])
def test_what_comes_in_between_repeats_and_hides_nothing(record: Record, words: str | None, sort: Sort) -> None:
    before = through(record, words, sort, 60)
    page = record.paged(words, sort=sort, limit=5)
    seen = ids(page)
    tell(record, range(100, 130), 4)
    while page.next is not None:
        page = record.paged(words, sort=sort, limit=5, after=page.next)
        seen += ids(page)
    assert len(seen) == len(set(seen))
    known = set(before)
    assert [each for each in seen if each in known] == before
    assert sort is not Sort.RANK or words is None or seen == before  # what came in later has a rank, too


def many(record: Record, name: str, number: int) -> None:
    quotes = [f"Zoll {'ja ' * (at % 4)}{name}{at}." for at in range(number)]
    news = article(" ".join(quotes), url=f"https://example.org/{name}", published=date(2026, 3, 1))
    keep(record, news, [statement(news, quote) for quote in quotes])


def test_of_more_hits_than_are_ranked_the_others_follow_whatever_comes_in_between(path: Path) -> None:
    with Record.open(path, create=True, language=Words()) as record:
        many(record, "a", RANKED + 60)
        expected = [each.statement.id for each in record.search("Zoll")]
        page = record.paged("Zoll", limit=200)
        seen = ids(page)
        many(record, "b", 90)
        while page.next is not None:
            page = record.paged("Zoll", limit=200, after=page.next)
            seen += ids(page)
    assert seen == expected


def test_filters_narrow_every_page(record: Record) -> None:
    filters = Filters(since=date(2026, 1, 4))
    expected = [each.statement.id for each in record.statements(filters)]
    assert 0 < len(expected) < 60
    assert through(record, None, Sort.NEWEST, 4, filters) == expected


def test_a_place_of_another_order_is_refused(record: Record) -> None:
    with pytest.raises(InputError, match="belongs to the order 'oldest'"):
        record.paged(sort=Sort.NEWEST, after=Cursor(Sort.OLDEST, 3))


@pytest.mark.parametrize(
    "written", ["", "newest", "newest_1_0", "best_1_0_0.0", "newest_-1_0_0.0", "newest_9999999999999999999_0_0.0"]
)
def test_what_is_no_place_is_refused(written: str) -> None:
    with pytest.raises(InputError, match="is no place in a listing"):
        Cursor.parse(written)


@pytest.mark.parametrize("cursor", [Cursor(Sort.RANK, 7, 3, -1.25), Cursor(Sort.CERTAINTY, 2**62, 0, 1e-05)])
def test_a_place_that_is_written_is_read_as_it_was(cursor: Cursor) -> None:
    assert Cursor.parse(str(cursor)) == cursor


@pytest.mark.parametrize(("most", "total"), [(59, Total(59, at_least=True)), (60, Total(60)), (61, Total(60))])
def test_of_more_than_are_counted_it_is_said_that_there_are_more(stock: Path, most: int, total: Total) -> None:
    engine = open_engine(stock, create=False, read_only=True, wait_seconds=1)
    with engine.connect() as connection:
        assert counted(connection, wanted(connection, Filters(), None), most) == total
    engine.dispose()


def test_a_page_need_not_be_counted(record: Record) -> None:
    whole = record.paged(limit=5)
    page = record.paged(limit=5, counting=False)
    assert page == replace(whole, total=Total(5, at_least=True))
    assert record.paged(limit=10_000, counting=False).total == whole.total


def test_what_was_rejected_is_found_by_its_certainty_among_what_is_shown(tmp_path: Path) -> None:
    with Record.open(tmp_path / "sammlung.db", create=True, language=Words()) as record:
        tell(record, range(3), 3)
        rejected = [each.statement.id for each in record.statements()][:7]
        for each in rejected:
            record.decide(Reject(each), by="Ada")
        asked = Filters(standing=Standing.REJECTED, max_confidence=0.99)
        assert sorted(each.statement.id for each in record.statements(asked)) == sorted(rejected)
        assert record.paged(filters=asked).total == record.facets(asked).total == Total(len(rejected))
