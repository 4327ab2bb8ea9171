"""Dates as items write them."""

from datetime import date

import pytest

from wortlaut.intake.dates import parse_date


@pytest.mark.parametrize(
    "written",
    [
        "2025-11-27", " 2025-11-27T23:30:00+01:00 ", "2025-11-27 14:00", "2025/11/27", "2025.11.27", "20251127",
        "20251127T140000Z", "27.11.2025", "27. 11. 2025", "27.11.25", "27.11.2025, 14:30 Uhr", "27. November 2025",
        "27 Nov 2025", "27. Nov. 2025", "27-Nov-2025", "Donnerstag, 27. November 2025, 14.30 Uhr",
        "Do, 27.11.2025", "am Donnerstag, dem 27. November 2025", "November 27, 2025", "Nov 27th, 2025",
        "Thu, 27 Nov 2025 10:00:00 GMT", "Thu, 27 Nov 2025 10:00:00 +0100", 1764201600, 1764201600000, 1764201600000000,
        "1764201600", 1764201600.5, 20251127, "20251127140000", "202511271400",
    ],
)  # fmt: skip
def test_a_date_is_read_in_every_usual_form(written: str | float) -> None:
    assert parse_date(written) == date(2025, 11, 27)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1. Jänner 2024", date(2024, 1, 1)),
        ("3. März 1999", date(1999, 3, 3)),
        ("3. Maerz 1999", date(1999, 3, 3)),
        ("5. Mai 2024", date(2024, 5, 5)),
        ("May 5, 2024", date(2024, 5, 5)),
        ("31.12.69", date(1969, 12, 31)),
        ("29. Februar 2024", date(2024, 2, 29)),
    ],
)
def test_months_have_their_austrian_and_english_names_too(written: str, day: date) -> None:
    assert parse_date(written) == day


@pytest.mark.parametrize(
    "written",
    [
        "", "gestern", "2025-13-01", "2025-02-30", "32.1.2025", "03/04/2025", "2025", 2025, 0, -1.5, "1e9", "12:30",
        float("nan"), float("inf"), 10**30, "9" * 17, "27. November", "November 2025",
        "2025-11-27" + " " * 99 + "x" * 99,
    ],
)  # fmt: skip
def test_what_is_no_sure_date_is_none(written: str | float) -> None:
    assert parse_date(written) is None
