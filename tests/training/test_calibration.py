"""Needs nothing but numpy."""

import numpy as np
import pytest

from training.calibration import _fitted, _threshold


def test_a_regression_finds_the_weights_that_the_claims_were_drawn_with() -> None:
    draw = np.random.default_rng(1)
    evidence = np.column_stack([np.ones(20_000), draw.normal(size=20_000), draw.normal(size=20_000)])
    right = draw.random(20_000) < 1 / (1 + np.exp(-evidence @ [0.5, 1.0, -2.0]))
    assert _fitted(list(evidence), right.tolist()) == pytest.approx([0.5, 1.0, -2.0], abs=0.1)


def test_the_threshold_is_the_smallest_that_keeps_what_is_nearly_always_right() -> None:
    shares = [0.98] * 100 + [0.95] * 100 + [0.1] * 100
    right = [True] * 196 + [False] * 4 + [True] * 40 + [False] * 60
    assert _threshold(shares, right) == 0.95


def test_luck_on_claims_that_are_not_expected_to_be_right_makes_no_threshold() -> None:
    assert _threshold([0.98] * 100 + [0.8] * 100, [True] * 200) == 0.98


def test_where_nothing_is_right_enough_nothing_is_certain() -> None:
    assert _threshold([0.99] * 100, [True] * 50 + [False] * 50) == 1.0


def test_a_few_claims_that_are_right_make_no_threshold() -> None:
    assert _threshold([0.99] * 20 + [0.2] * 80, [True] * 20 + [False] * 80) == 1.0
