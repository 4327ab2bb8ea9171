"""Every expected number is reckoned by hand in a comment beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.bootstrap import Draws, Interval
from evaluation.coverage import Claim, Curve, Point, at_least, curve, from_threshold, smallest_threshold

CLAIMS = [Claim(0.9, True, 0), Claim(0.6, False, 0), Claim(0.8, True, 1), Claim(0.6, True, 1)]
some_claims = st.lists(
    st.builds(Claim, st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]), st.booleans(), st.integers(0, 3)), min_size=1
)


def test_curve_has_a_point_for_each_confidence_from_the_surest_down() -> None:
    assert curve(CLAIMS).points == (Point(0.9, 1, 1, 4), Point(0.8, 2, 2, 4), Point(0.6, 4, 3, 4))


def test_area_is_the_mean_risk_over_all_coverages_and_equals_count_as_at_random() -> None:
    # risk of the first 0, of two 0; of the two equally sure ones half is right: of three (3 - 2.5)/3, of four 1/4
    assert curve(CLAIMS).area == pytest.approx((0 + 0 + 0.5 / 3 + 1 / 4) / 4)


def test_calibration_error_weighs_each_bin_by_its_claims() -> None:
    # .9-1: sure by .9, right 1; .8-.9: .8 and 1; .6-.7: .6 and 1/2
    assert curve(CLAIMS).calibration_error == pytest.approx((0.1 + 0.2 + 2 * 0.1) / 4)


def test_perfect_confidence_is_calibrated() -> None:
    assert curve([Claim(1.0, True, 0), Claim(0.0, False, 0)]).calibration_error == 0.0


def test_no_claims_have_no_curve() -> None:
    assert curve([]) == Curve((), None, None)


def test_smallest_threshold_keeps_the_most_at_the_precision() -> None:
    # from .9 on everything is right, from .8 on half of it, from .7 on 3 of 4, from .6 on 3 of 5
    claims = [
        Claim(0.9, True, 0), Claim(0.8, False, 0), Claim(0.7, True, 0), Claim(0.7, True, 0), Claim(0.6, False, 0),
    ]  # fmt: skip
    points = curve(claims).points
    assert smallest_threshold(points, precision=0.75) == 0.7
    assert smallest_threshold(points, precision=0.9) == 0.9
    assert smallest_threshold(points[1:], precision=0.9) is None


def test_threshold_keeps_what_is_at_least_as_sure() -> None:
    kept = from_threshold(CLAIMS, 0.8, Draws.of(2))
    assert (kept.kept, kept.right, kept.coverage, kept.precision) == (2, 2, 0.5, 1.0)
    assert kept.interval == Interval(1.0, 1.0)
    assert kept.at_least == pytest.approx(0.3424, abs=1e-4)  # 2 / (2 + 1.96²)


def test_interval_of_what_is_kept_is_drawn_over_documents() -> None:
    # the first document has 1 right of 2, the second 2 of 2
    assert from_threshold(CLAIMS, 0.0, Draws.of(2)).interval == Interval(0.5, 1.0)


def test_threshold_that_keeps_nothing_has_no_precision() -> None:
    kept = from_threshold(CLAIMS, 0.95, Draws.of(2))
    assert (kept.coverage, kept.precision, kept.interval, kept.at_least) == (0.0, None, None, None)


def test_lower_end_is_that_of_the_published_example() -> None:
    assert at_least(8, 10) == pytest.approx(0.4902, abs=1e-4)
    assert at_least(0, 10) == 0.0


@given(some_claims)
def test_curve_ends_with_all_claims_and_never_shrinks(claims: list[Claim]) -> None:
    made = curve(claims)
    assert made.points[-1].kept == len(claims)
    assert made.points[-1].right == sum(claim.right for claim in claims)
    assert list(made.points) == sorted(made.points, key=lambda point: (point.kept, -point.threshold))
    assert made.area is not None
    assert made.calibration_error is not None
    assert 0 <= made.area <= 1
    assert 0 <= made.calibration_error <= 1


@given(some_claims, st.randoms())
def test_curve_does_not_depend_on_the_order_of_equally_sure_claims(claims: list[Claim], random: object) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis' own Random
    assert curve(shuffled).points == curve(claims).points
    assert curve(shuffled).area == pytest.approx(curve(claims).area)
