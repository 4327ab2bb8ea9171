from datetime import date
from pathlib import Path

import pytest

from tests.record.builder import Words, article, keep, statement
from wortlaut.errors import NotInRecord
from wortlaut.record import Filters, Record
from wortlaut.types import Article, Statement

FILLING = [f"Nummer {number} bleibt bei der Sache mit der Zahl {number * 7}" for number in range(30)]


def said(text: str, *, url: str, day: int, speaker: str = "Abel") -> tuple[Article, Statement]:
    news = article(f"{text}, so {speaker}.", url=f"https://example.org/{url}", published=date(2026, 1, day))
    return news, statement(news, text, speaker=speaker)


GIVEN, BRIDGE = said("Die Brückenmaut an der Krummen Furt fällt im Mai weg", url="a", day=1)
CLOSE, CLOSE_BRIDGE = said("Im Mai fällt an der Krummen Furt die Maut der Brücken weg", url="b", day=2, speaker="Öhm")
FAR, FAR_BRIDGE = said("Die Brückenmaut ist der Stadt Lorch seit langem ein Dorn im Auge", url="c", day=3)
OTHER, RAIN = said("Es regnet der Sache wegen in Lorch", url="d", day=4)


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stock") / "sammlung.db"
    with Record.open(path, create=True, language=Words()) as record:
        for number, text in enumerate(FILLING):
            news, made = said(text, url=str(number), day=20)
            keep(record, news, [made])
        for news, made in ((GIVEN, BRIDGE), (CLOSE, CLOSE_BRIDGE), (FAR, FAR_BRIDGE), (OTHER, RAIN)):
            keep(record, news, [made])
    return path


def test_those_that_share_the_telling_words_come_by_how_many_they_share(record: Record) -> None:
    results = list(record.similar(BRIDGE.id))
    assert [each.statement for each in results] == [CLOSE_BRIDGE, FAR_BRIDGE]
    ranks = [each.rank for each in results if each.rank is not None]
    assert 0 < ranks[0] < 0.5 < ranks[1] < 1
    assert list(record.similar(BRIDGE.id[:8], limit=1)) == results[:1]


def test_the_shared_telling_words_are_marked(record: Record) -> None:
    marks = [span.of(CLOSE.text) for span in next(record.similar(BRIDGE.id)).marks]
    assert {"Mai", "Krummen", "Furt", "Maut", "Brücken"} <= set(marks)
    assert "der" not in marks


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        (Filters(speaker="Öhm"), [CLOSE_BRIDGE]),
        (Filters(since=date(2026, 1, 3)), [FAR_BRIDGE]),
        (Filters(until=date(2026, 1, 2)), [CLOSE_BRIDGE]),
        (Filters(words="Lorch"), [FAR_BRIDGE]),
        (Filters(words="?"), []),
        (Filters(decided=True), []),
    ],
)
def test_filters_narrow_what_is_similar(record: Record, filters: Filters, wanted: list[Statement]) -> None:
    assert [each.statement for each in record.similar(BRIDGE.id, filters)] == wanted


def test_copies_of_the_article_are_left_out_unless_asked_for(record: Record) -> None:
    rest = " ".join(f"Satz {number} handelt von Ding{number} und Sache{number}." for number in range(30))
    text = "Der Zwergwal sei am Abend gesehen worden, sagte Öhm."
    first = article(f"{text} {rest}", url="https://example.org/1st", published=date(2026, 1, 5))
    copy = article(f"(dpx) {text} {rest}", url="https://example.org/2nd", published=date(2026, 1, 6))
    quote = "Der Zwergwal sei am Abend gesehen worden"
    made, copied = statement(first, quote), statement(copy, quote)
    keep(record, first, [made])
    keep(record, copy, [copied])
    assert list(record.similar(made.id)) == list(record.similar(copied.id)) == []
    assert [each.statement for each in record.similar(made.id, reprints=True)] == [copied]
    assert [each.statement for each in record.similar(copied.id, reprints=True)] == [made]


def test_nothing_is_similar_where_nothing_is_shared(record: Record) -> None:
    news, made = said("Xanthippe quakt", url="x", day=6)
    keep(record, news, [made])
    assert list(record.similar(made.id)) == []


def test_the_statement_must_be_there(record: Record) -> None:
    with pytest.raises(NotInRecord):
        record.similar("s00000000")
