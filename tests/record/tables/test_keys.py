from datetime import date
from itertools import pairwise

import pytest

from wortlaut.record.tables.keys import MOST_STATEMENTS, KeyRange, day_keys, statement_key, version_keys, version_of

DAYS = (None, date(1, 1, 1), date(1970, 1, 1), date(2026, 2, 28), date(2026, 3, 1), date.max)
VERSIONS = (1, 2, 1000, 2**26 - 1)
POSITIONS = (MOST_STATEMENTS - 1, 7, 1, 0)


def test_keys_lie_in_the_order_of_listings_from_behind() -> None:
    keys = [statement_key(day, version, at) for day in DAYS for version in VERSIONS for at in POSITIONS]
    assert all(before < after for before, after in pairwise(keys))
    assert keys[0] > 0
    assert keys[-1] < 2**63


def test_a_key_tells_its_version() -> None:
    assert [version_of(statement_key(day, 4711, 12)) for day in DAYS] == [4711] * len(DAYS)


@pytest.mark.parametrize("day", DAYS)
def test_the_keys_of_a_version_are_those_of_its_first_and_last_place(day: date | None) -> None:
    assert version_keys(day, 7) == KeyRange(statement_key(day, 7, MOST_STATEMENTS - 1), statement_key(day, 7, 0))


@pytest.mark.parametrize(
    ("since", "until", "wanted"),
    [
        (None, None, list(DAYS)),
        (date(2026, 2, 28), None, list(DAYS[3:])),
        (None, date(2026, 2, 28), list(DAYS[1:4])),
        (date(1970, 1, 1), date(2026, 2, 28), list(DAYS[2:4])),
        (date(2026, 3, 2), date(2026, 2, 1), []),
    ],
)
def test_days_are_a_range_of_keys(since: date | None, until: date | None, wanted: list[date | None]) -> None:
    keys = day_keys(since, until)

    def holds(day: date | None, version: int, at: int) -> bool:
        return keys.first <= statement_key(day, version, at) <= keys.last

    assert [day for day in DAYS if holds(day, 1, 0)] == wanted
    assert [day for day in DAYS if holds(day, VERSIONS[-1], MOST_STATEMENTS - 1)] == wanted


@pytest.mark.parametrize(("version", "position"), [(0, 0), (2**26, 0), (1, -1), (1, MOST_STATEMENTS)])
def test_what_has_no_key_is_an_error(version: int, position: int) -> None:
    with pytest.raises(ValueError, match="not b"):
        statement_key(None, version, position)
