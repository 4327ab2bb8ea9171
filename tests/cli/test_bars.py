from datetime import date, timedelta

import pytest

from wortlaut.cli.bars import bar, columns

FIRST = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("number", "drawn"), [(0, ""), (1, "▏"), (50, "██▌"), (99, "█████"), (100, "█████"), (20, "█"), (24, "█▎")]
)
def test_a_bar_is_as_long_as_its_share_and_nothing_that_is_there_has_none(number: int, drawn: str) -> None:
    assert bar(number, 100, 5, fine=True) == drawn


def test_a_terminal_without_blocks_gets_plain_letters() -> None:
    assert [bar(number, 100, 5, fine=False) for number in (0, 1, 50, 100)] == ["", "#", "##", "#####"]
    assert columns({FIRST: 8, FIRST + timedelta(1): 1}, 60, 1, fine=False) == "@."


def test_there_is_a_column_a_step_and_gaps_stay_gaps() -> None:
    numbers = {FIRST: 8, FIRST + timedelta(2): 4, FIRST + timedelta(4): 1}
    assert columns(numbers, 60, 1, fine=True) == "█ ▄ ▁"


def test_more_steps_than_there_is_room_for_are_put_together() -> None:
    numbers = {FIRST + timedelta(at): 1 for at in range(100)} | {FIRST: 11}
    assert columns(numbers, 10, 1, fine=True) == "█" + "▄" * 9


def test_nothing_has_no_columns() -> None:
    assert columns({}, 60, 1, fine=True) == ""
    assert columns({FIRST: 3}, 60, 7, fine=True) == "█"
