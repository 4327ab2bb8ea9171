"""Documents drawn again: what an interval can be is reckoned by hand."""

import numpy as np
import pytest

from evaluation.bootstrap import Draws, Interval, interval_of
from evaluation.figures import Tally


def test_share_of_two_documents_lies_between_the_worse_and_the_better() -> None:
    # drawn again: both the first (0 of 1), one of each (3 of 4), both the second (6 of 6)
    assert Draws.of(2).share([0, 3], [1, 3]) == Interval(0.0, 1.0)


def test_share_is_of_the_sums_and_not_the_mean_of_shares() -> None:
    # 1 of 2 and 2 of 4: one half whatever is drawn
    assert Draws.of(2).share([1, 2], [2, 4]) == Interval(0.5, 0.5)


def test_documents_without_anything_to_reckon_leave_the_interval_where_it_is() -> None:
    # resamples of the empty document alone have no F1 rather than one of zero
    perfect = Tally(2.0, 2, 2.0, 2)
    assert Draws.of(2).f1([perfect, Tally()]) == Interval(1.0, 1.0)


def test_nothing_at_all_has_no_interval() -> None:
    assert Draws.of(2).f1([Tally(), Tally()]) is None
    assert Draws.of(2).share([0, 0], [0, 0]) is None
    assert Draws.of(0).share([], []) is None
    assert Draws.of(0).f1([]) is None


def test_one_document_has_no_interval() -> None:
    assert Draws.of(1).share([1], [1]) is None


def test_f1_of_each_resample_is_that_of_its_summed_tallies() -> None:
    tallies = [Tally(1.0, 2, 1.0, 1), Tally(0.5, 1, 0.25, 2), Tally(0.0, 0, 0.0, 1)]
    draws = Draws.of(3)
    expected = [
        sum((tally for tally, count in zip(tallies, counts, strict=True) for _ in range(count)), Tally()).f1
        for counts in draws.counts_RD.tolist()
    ]
    assert draws.f1_R(tallies).tolist() == pytest.approx(expected)


def test_every_document_is_drawn_as_often_as_any_other() -> None:
    counts_RD = Draws.of(150).counts_RD
    assert set(counts_RD.sum(axis=1).tolist()) == {150}
    assert counts_RD.mean(axis=0) == pytest.approx(np.ones(150), abs=0.2)


def test_resamples_without_a_value_are_left_out() -> None:
    assert interval_of(np.array([np.nan, 0.5, 0.5])) == Interval(0.5, 0.5)
    assert interval_of(np.array([np.nan])) is None
