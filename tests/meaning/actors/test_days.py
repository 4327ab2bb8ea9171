from datetime import date

import pytest

from wortlaut.meaning.actors.days import earliest, is_day, latest


@pytest.mark.parametrize("text", ["2005", "2005-11", "2005-11-22", "2024-02-29"])
def test_a_day_may_be_as_exact_as_the_source(text: str) -> None:
    assert is_day(text)


@pytest.mark.parametrize(
    "text", ["", "05", "2005-13", "2005-00", "2023-02-29", "22.11.2005", "2005-11-22T00", "0000", "２００５"]
)
def test_what_is_no_day_of_the_calendar_is_refused(text: str) -> None:
    assert not is_day(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2005", date(2005, 1, 1), date(2005, 12, 31)),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29)),
        ("2005-11-22", date(2005, 11, 22), date(2005, 11, 22)),
    ],
)
def test_a_vague_day_has_a_first_and_a_last(text: str, first: date, last: date) -> None:
    assert (earliest(text), latest(text)) == (first, last)
