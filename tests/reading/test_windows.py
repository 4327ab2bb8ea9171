import numpy as np

from wortlaut.reading.windows import window
from wortlaut.types import TokenRange


def test_a_window_reaches_before_and_behind_the_quote_and_tells_sides_and_places() -> None:
    others = np.zeros(12, bool)
    others[[0, 1, 4, 5]] = True
    found = window([TokenRange(4, 6), TokenRange(8, 9)], others)
    assert found.token_W.tolist() == list(range(12))
    assert found.side_W.tolist() == [2, 2, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0]
    assert found.place_W.tolist() == [3, 3, 2, 1, 0, 0, 0, 0, 0, 9, 10, 11]


def test_a_window_is_cut_to_what_can_matter() -> None:
    found = window([TokenRange(500, 510)], np.zeros(2000, bool))
    assert (found.token_W[0], found.token_W[-1]) == (410, 549)


def test_of_a_very_long_quote_only_its_ends_are_looked_at() -> None:
    found = window([TokenRange(100, 1100)], np.zeros(2000, bool))
    assert found.token_W.tolist() == [*range(10, 180), *range(1020, 1140)]
