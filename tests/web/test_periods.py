from datetime import date

import pytest

from wortlaut.record.search.overviewing import Step
from wortlaut.texts import Texts
from wortlaut.web.periods import bounds, every, given_day, last_day, period_short, period_told, start_of

LEAP = date(2028, 2, 29)


@pytest.mark.parametrize(
    ("step", "first", "last", "told", "short"),
    [
        (Step.DAY, LEAP, LEAP, "29. Februar 2028", "29.2.2028"),
        (Step.WEEK, date(2028, 2, 28), date(2028, 3, 5), "Woche ab 28. Februar 2028", "28.2.2028"),
        (Step.MONTH, date(2028, 2, 1), LEAP, "Februar 2028", "2/2028"),
        (Step.YEAR, date(2028, 1, 1), date(2028, 12, 31), "2028", "2028"),
    ],
)
def test_periods_have_bounds_and_names(step: Step, first: date, last: date, told: str, short: str) -> None:
    texts = Texts("de")
    assert (start_of(LEAP, step), last_day(first, step)) == (first, last)
    assert (period_told(first, step, texts), period_short(first, step, texts)) == (told, short)
    assert bounds(first, step) == [("since", first.isoformat()), ("until", last.isoformat())]


def test_all_periods_between_two_days() -> None:
    assert list(every(date(2025, 11, 1), date(2026, 1, 15), Step.MONTH)) == [
        date(2025, 11, 1),
        date(2025, 12, 1),
        date(2026, 1, 1),
    ]
    assert list(every(date(9999, 12, 1), date.max, Step.MONTH)) == [date(9999, 12, 1)]


def test_day_of_a_form() -> None:
    assert [given_day(each) for each in ("2026-02-28", "2026-02-30", "heute", "")] == [
        date(2026, 2, 28),
        None,
        None,
        None,
    ]
