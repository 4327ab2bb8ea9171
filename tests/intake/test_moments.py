"""Times with their zones: what feeds and agencies write, and what must not be guessed."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortlaut.intake.moments import When, parse_moment, parse_when

TEN = datetime(2025, 3, 4, 10, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    "written",
    [
        "2025-03-04T10:00:00+01:00",
        "2025-03-04T10:00+01:00",
        "2025-03-04 10:00:00 +0100",
        "20250304T100000+0100",
        "20250304100000+01",
        "2025-03-04T10:00:00.000+01:00",
        "Tue, 4 Mar 2025 10:00:00 +0100",
        "Tue, 04 Mar 25 10:00:00 +0100",
        "4 Mar 2025 10:00 +01:00",
        "Di, 04 Mär 2025 10:00:00 MEZ",
        "Dienstag, 4. März 2025 10:00 CET",
        "Tue, 04 Mar 2025 10:00:00 GMT+1",
        "Tue, 04 Mar 2025 10:00:00 +0100 (CET)",
        "  Tue, 04 Mar 2025 10:00:00 UTC+0100\n",
    ],
)
def test_times_with_their_zones(written: str) -> None:
    assert parse_when(written) == When(date(2025, 3, 4), TEN)


@pytest.mark.parametrize("written", ["2025-03-04T23:30:00Z", "Tue, 04 Mar 2025 23:30:00 GMT", "1741131000"])
def test_the_day_of_universal_time_is_that_of_german_clocks(written: str) -> None:
    assert parse_when(written) == When(date(2025, 3, 5), datetime(2025, 3, 4, 23, 30, tzinfo=UTC))


@pytest.mark.parametrize("zone", ["Z", "GMT", "UT", "utc", "+0000", "-00:00"])
def test_names_of_greenwich(zone: str) -> None:
    assert parse_moment(f"2025-03-04T10:00:00{zone}") == datetime(2025, 3, 4, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    ["2025-03-04", "2025-03-04T10:00:00", "Tue, 04 Mar 2025 10:00:00 Mitteleuropa", "4. März 2025", "20250304+0100"],
)
def test_without_a_known_zone_only_the_day_is_known(written: str) -> None:
    assert parse_when(written) == When(date(2025, 3, 4), None)


@pytest.mark.parametrize(
    "written",
    ["", "heute", "2025-02-30T10:00:00Z", "2025-03-04T99:00:00+99:00", "9" * 5000, "4 Foo 2025 10:00 GMT"],
)
def test_what_is_no_date_names_nothing(written: str) -> None:
    assert parse_moment(written) is None


def test_the_last_hour_of_a_day_may_be_the_twenty_fourth() -> None:
    assert parse_moment("2025-12-31T24:00:00Z") == datetime(2026, 1, 1, tzinfo=UTC)


def test_a_leap_second_is_the_last_one_of_its_minute() -> None:
    assert parse_moment("2016-12-31T23:59:60Z") == datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize("written", ["0001-01-01T00:00:00+12:00", "9999-12-31T23:59:59-12:00"])
def test_times_at_the_ends_of_the_calendar_are_no_times(written: str) -> None:
    assert parse_moment(written) is None


@given(st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=-5)), timezone(timedelta(minutes=330))])))
def test_any_time_as_python_writes_it(at: datetime) -> None:
    if 1 < at.year < 9999:
        assert parse_moment(at.isoformat()) == at


@given(st.text(max_size=60))
def test_any_text_gives_times_with_zones_or_nothing(text: str) -> None:
    found = parse_when(text)
    assert found.at is None or (found.at.tzinfo is not None and found.day == found.at.date())
