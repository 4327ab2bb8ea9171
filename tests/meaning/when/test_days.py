from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.meaning.when.days import Interval, add, duration, easter, holiday, holiday_names, interval, unit_value


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1818, date(1818, 3, 22)),  # the earliest there is
        (1943, date(1943, 4, 25)),  # the latest
        (2000, date(2000, 4, 23)),
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter_is_where_calendars_have_it(year: int, day: date) -> None:
    assert easter(year) == day


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    day = easter(year)
    assert day.isoweekday() == 7
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@pytest.mark.parametrize("name", holiday_names())
@pytest.mark.parametrize("year", [1900, 2024, 2025])
def test_every_day_with_a_name_has_a_date(name: str, year: int) -> None:
    assert holiday(holiday_names()[name], year) is not None


@pytest.mark.parametrize(
    ("start", "unit", "number", "end"),
    [
        (date(2024, 1, 31), "M", 1, date(2024, 2, 29)),
        (date(2023, 1, 31), "M", 1, date(2023, 2, 28)),
        (date(2024, 3, 31), "M", -1, date(2024, 2, 29)),
        (date(2024, 2, 29), "Y", 1, date(2025, 2, 28)),
        (date(2024, 12, 31), "D", 1, date(2025, 1, 1)),
        (date(2024, 12, 31), "3M", 1, date(2025, 3, 31)),
        (date(2024, 12, 31), "DE", -1, date(2014, 12, 31)),
        (date(2024, 12, 31), "TH", 5, date(2024, 12, 31)),
        (date(2024, 12, 31), "CE", 99, None),
        (date(1, 1, 1), "D", -1, None),
    ],
)
def test_units_are_added(start: date, unit: str, number: int, end: date | None) -> None:
    assert add(start, unit, number) == end


@pytest.mark.parametrize(
    ("unit", "first", "last", "value"),
    [
        ("D", date(2020, 12, 31), date(2020, 12, 31), "2020-12-31"),
        ("W", date(2020, 12, 28), date(2021, 1, 3), "2020-W53"),
        ("WE", date(2021, 1, 2), date(2021, 1, 3), "2020-W53-WE"),
        ("M", date(2020, 12, 1), date(2020, 12, 31), "2020-12"),
        ("3M", date(2020, 10, 1), date(2020, 12, 31), "2020-Q4"),
        ("6M", date(2020, 7, 1), date(2020, 12, 31), "2020-H2"),
        ("Y", date(2020, 1, 1), date(2020, 12, 31), "2020"),
        ("DE", date(2020, 1, 1), date(2029, 12, 31), "202"),
        ("CE", date(2000, 1, 1), date(2099, 12, 31), "20"),
    ],
)
def test_a_day_lies_in_its_units(unit: str, first: date, last: date, value: str) -> None:
    assert interval(unit, date(2020, 12, 31)) == Interval(first, last)
    assert unit_value(unit, date(2020, 12, 31)) == value


@given(st.dates(), st.sampled_from(["D", "W", "WE", "M", "3M", "6M", "Y", "DE", "CE", "ML"]))
def test_units_never_fail_within_the_calendar(day: date, unit: str) -> None:
    found = interval(unit, day)
    assert found is None or found.first <= found.last
    assert unit_value(unit, day)


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [
        (2, "W", "P2W"),
        (20, "TM", "PT20M"),
        (0.5, "Y", "P6M"),
        (0.5, "TH", "PT30M"),
        (1.5, "Y", "P1.5Y"),
        (1, "15TM", "PT15M"),
        (2, "3M", "P6M"),
        ("X", "TH", "PTXH"),
        (2, "DE", "P2DE"),
        (1000000, "Y", "P1000000Y"),
    ],
)
def test_durations_have_their_values(number: float | str, unit: str, value: str) -> None:
    assert duration(number, unit) == value


def test_an_unknown_unit_is_an_error() -> None:
    with pytest.raises(ValueError, match="no unit of time: 'Z'"):
        duration(1, "Z")
