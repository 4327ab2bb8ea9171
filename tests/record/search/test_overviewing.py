"""The overview against a look at every statement and every article."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.record.builder import article, keep, statement
from tests.record.cast import Knowing
from wortlaut.decisions import Confirm, Reject
from wortlaut.record import Record
from wortlaut.record.search.certainty import BANDS, band_of
from wortlaut.record.search.overviewing import Band, Outlet, Overview, Period, Step, step_for
from wortlaut.types import Confidence, FeedState, Found, StatementPart, StatementType

WORDS = ("Zoll", "Haus", "ja")
SOURCES = (None, "Küstenkurier", "Küstenbote", "Nordpost")
FEED = FeedState("https://example.org/feed", failures=2)


def tell(record: Record, number: int, random: Random, days: int) -> None:
    quotes = [" ".join(random.choices(WORDS, k=random.randint(1, 6))) + f" {number}.{at}" for at in range(3)]
    day = None if number % 7 == 0 else date(2025, 12, 28) + timedelta(days=random.randrange(days))
    news = article(" ".join(quotes), url=f"https://example.org/{number}", published=day, source=random.choice(SOURCES))
    made = [
        replace(
            statement(news, quote, kind=random.choice(list(StatementType))),
            confidence=Confidence(random.choice((0.3, 0.6, 0.75, 0.85, 0.95)), 0.97, 0.9),
        )
        for quote in quotes
    ]
    keep(record, news, made)
    if number % 5 == 2:  # a former version, which nothing counts
        again = replace(news, text=news.text + " Ende.")
        keep(record, again, made[1:])


@pytest.fixture(scope="module", params=[20, 100, 800])
def stock(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    path = tmp_path_factory.mktemp("overview") / "sammlung.db"
    random = Random(4)
    with Record.open(path, create=True, language=Knowing()) as record:
        for number in range(30):
            tell(record, number, random, request.param)
        shown = list(record.statements())
        for each in shown[::9]:
            record.decide(Confirm(each.statement.id, (StatementPart.TYPE,)), by="Ada")
        for each in shown[1::9]:
            record.decide(Reject(each.statement.id), by="Ada")
        record.keep_feed(FEED, {})
    return path


def expected_periods(record: Record, overview: Overview) -> tuple[list[Period], Period | None]:
    """The periods by going through all of it; where each begins is reckoned another way than by the record."""

    def begins(day: date) -> date:
        match overview.step:
            case Step.DAY:
                return day
            case Step.WEEK:
                return date.fromisocalendar(*day.isocalendar()[:2], 1)
            case _:
                return date(day.year, day.month, 1)

    def counted(days: Iterable[date | None]) -> Counter[date | None]:
        return Counter(None if day is None else begins(day) for day in days)

    articles = counted(head.published for head in record.articles())
    statements = counted(found.article.published for found in record.statements())
    dated = [Period(day, articles[day], statements[day]) for day in sorted(day for day in articles if day is not None)]
    return dated, Period(date.min, articles[None], statements[None]) if None in articles else None


def certainty(found: Found) -> float:
    """Of the quote, for the type is always the more certain part, be it confirmed or not."""
    return found.statement.confidence.quote


def test_all_of_it_is_what_a_look_at_every_statement_gives(record: Record) -> None:
    overview = record.overview()
    found, heads = list(record.statements()), list(record.articles())
    assert (overview.articles, overview.statements) == (len(heads), len(found))
    assert overview.types == Counter(each.statement.type for each in found)
    assert overview.acts == Counter(each.sense.act for each in found if each.sense is not None)
    bands = Counter(band_of(certainty(each)) for each in found)
    assert overview.bands == tuple(Band(least, bands[least]) for least in BANDS)
    assert (list(overview.periods), overview.undated) == expected_periods(record, overview)
    said = Counter(each.article.source for each in found)
    published = Counter(head.source for head in heads if head.source is not None)
    assert set(overview.outlets) == {Outlet(name, number, said[name]) for name, number in published.items()}
    assert overview.decided == sum(bool(each.verdicts) for each in found) > 0
    assert (overview.other_outlets, overview.waiting, overview.feeds) == (0, len(list(record.waiting())), (FEED,))


def test_what_came_in_last_stands_first(record: Record) -> None:
    arrived = record.overview().arrived
    assert [each.article.url for each in arrived] == [f"https://example.org/{number}" for number in range(29, 19, -1)]
    assert [each.version for each in arrived] == [2 if number % 5 == 2 else 1 for number in range(29, 19, -1)]
    assert [each.statements for each in arrived] == [len(record.of_article(each.article.id)) for each in arrived]


def test_what_is_written_is_counted_at_once(record: Record) -> None:
    before = record.overview()
    assert record.overview() == record.overview(anew=True) == before
    tell(record, 31, Random(1), 20)
    assert record.overview().statements == before.statements + 3


def test_an_empty_record_holds_nothing(tmp_path: Path) -> None:
    with Record.open(tmp_path / "leer.db", create=True) as empty:
        overview = empty.overview()
    assert (overview.articles, overview.statements, overview.periods, overview.undated) == (0, 0, (), None)
    assert (overview.acts, overview.types, overview.outlets, overview.arrived) == ({}, {}, (), ())


@pytest.mark.parametrize(
    ("days", "step"),
    [(1, Step.DAY), (62, Step.DAY), (63, Step.WEEK), (430, Step.WEEK), (431, Step.MONTH), (20_000, Step.YEAR)],
)
def test_the_step_follows_the_span(days: int, step: Step) -> None:
    assert step_for(date(1950, 1, 1), date(1950, 1, 1) + timedelta(days=days - 1)) is step


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_first_and_the_last_day_that_there_are_can_be_told(record: Record, day: date) -> None:
    news = article("Zoll um Zoll", url="https://example.org/alt", published=day)
    keep(record, news, [statement(news, "Zoll um Zoll")])
    overview = record.overview()
    assert overview.step is Step.YEAR
    assert sum(each.statements for each in overview.periods if each.first.year == day.year) == 1
