from datetime import date

import pytest

from evaluation.corpus import RawText
from evaluation.pressed import joins_of, moved, told_in
from wortlaut.matching.occasions import Told
from wortlaut.types import EventKind, EventStatus, Signs

TALKS = RawText("1 - Die Fähre (2020-01-01)", "Am Freitag beginnen in Anstadt Gespräche über die Fähre.")
LATER = RawText("2 - Die Fähre (2024-05-08)", "Am Freitag beginnen in Anstadt Gespräche über die Fähre.")


@pytest.mark.parametrize(("weeks", "joined"), [(0, []), (1, [("1", "2")])])
def test_the_same_words_years_apart_are_joined_only_in_the_same_week(weeks: int, joined: list[tuple[str, str]]) -> None:
    found = joins_of(told_in([TALKS, LATER], weeks))
    assert [(each.earlier.article, each.later.article) for each in found] == joined


def test_a_telling_keeps_its_days_of_the_week() -> None:
    told = Told(
        "t", "1", 0, date(2020, 1, 1), EventKind.TALKS, EventStatus.ANNOUNCED, date(2020, 1, 3), None, Signs(), True
    )
    assert moved(told, date(2020, 1, 1), date(2010, 3, 1)) == Told(
        "t", "1", 0, date(2010, 3, 3), EventKind.TALKS, EventStatus.ANNOUNCED, date(2010, 3, 5), None, Signs(), True
    )


def test_texts_without_a_day_are_left_out() -> None:
    assert told_in([RawText("3 - Die Fähre", TALKS.text)], 1) == []
