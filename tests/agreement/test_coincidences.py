import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.agreement.builder import expected_coincidences
from wortlaut.agreement import Interval
from wortlaut.agreement.coincidences import Coincidences, alpha, intervals, marked_or_not

MATRICES = st.integers(2, 5).flatmap(
    lambda size: st.lists(st.lists(st.integers(0, 20), min_size=size, max_size=size), min_size=size, max_size=size).map(
        lambda rows: np.array(rows, dtype=np.float64) + np.array(rows, dtype=np.float64).T
    )
)


@given(observed=MATRICES, lengths=st.data())
def test_alpha_is_what_the_printed_matrices_give(observed: NDArray[np.float64], lengths: st.DataObject) -> None:
    of_value = [float(each) for each in observed.sum(0)]
    within = [lengths.draw(st.floats(0, each * each * 0.9)) for each in of_value]
    found = float(alpha(observed, np.float64(sum(within))))
    if sum(1 for each in of_value if each) < 2:
        assert np.isnan(found)
        return
    expected = expected_coincidences(of_value, within)
    total = sum(of_value)
    assert sum(map(sum, expected)) == pytest.approx(total)
    disagreed = total - float(np.trace(observed))
    by_chance = total - sum(expected[value][value] for value in range(len(of_value)))
    assert found == pytest.approx(1 - disagreed / by_chance)


def test_alpha_is_not_defined_where_all_is_of_one_value_or_nothing_is_there() -> None:
    assert np.isnan(alpha(np.array([[[7.0, 0.0], [0.0, 0.0]], [[0.0, 0.0], [0.0, 0.0]]]), np.zeros(2))).all()


def test_perfect_agreement_is_one_to_the_last_digit() -> None:
    shares = np.diag([1 / 3 + 1 / 3 + 1 / 3 + 0.1, 0.7 / 3, 0.1])
    assert float(alpha(shares, np.float64(0))) == 1.0


def test_values_that_are_no_gap_become_one() -> None:
    observed = np.array([[1.0, 2, 3], [2, 4, 5], [3, 5, 6]])
    assert marked_or_not(observed).tolist() == [[1, 5], [5, 20]]


def article(same: float, different: float) -> list[list[float]]:
    return [[same, different], [different, same]]


def measured(*articles: list[list[float]]) -> Coincidences:
    observed = np.array(articles)
    return Coincidences(observed, observed.sum((1, 2)))


def test_articles_that_are_all_alike_leave_nothing_to_chance() -> None:
    [interval] = intervals([measured(*[article(1000, 100)] * 5)], resamples=50, seed=1)
    assert interval is not None
    value = measured(article(5000, 500)).alpha()
    assert (interval.low, interval.high) == pytest.approx((value, value))


def test_interval_is_that_of_the_resampled_values() -> None:
    found = measured(article(10, 1), article(10, 3), article(20, 9), article(2, 0))
    drawn = np.random.default_rng(7).multinomial(4, [0.25] * 4, size=200)
    values = []
    for times in drawn:
        chosen = [number for number, count in enumerate(times) for _ in range(count)]
        resample = Coincidences(found.observed_DVV[chosen], found.within_D[chosen])
        values.append(resample.alpha())
    low, high = np.percentile(np.array(values, dtype=np.float64), [2.5, 97.5])
    [interval] = intervals([found], resamples=200, seed=7)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx((low, high))


def test_interval_is_the_same_from_the_same_seed_only() -> None:
    found = [measured(article(10, 1), article(10, 3), article(20, 9), article(2, 5), article(7, 1))]
    first, again, other = (intervals(found, resamples=100, seed=seed) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_many_articles_are_drawn_in_steps_with_the_same_result() -> None:
    count, resamples = 50_000, 100  # 80 at a time
    generator = np.random.default_rng(3)
    observed = generator.integers(1, 9, size=(count, 2, 2)).astype(np.float64)
    found = Coincidences(
        observed + observed.transpose(0, 2, 1), generator.integers(1, 9, size=count).astype(np.float64)
    )
    times = np.random.default_rng(1).multinomial(count, np.full(count, 1 / count), size=resamples).astype(np.float64)
    values = alpha(np.tensordot(times, found.observed_DVV, axes=1), times @ found.within_D)
    [interval] = intervals([found], resamples=resamples, seed=1)
    assert interval is not None
    assert (interval.low, interval.high) == pytest.approx(tuple(np.percentile(values, [2.5, 97.5])))


def test_one_article_has_no_interval() -> None:
    assert intervals([measured(article(10, 1))] * 2, resamples=10, seed=1) == (None, None)


def test_resamples_that_leave_alpha_undefined_are_left_out() -> None:
    one_value = [[10.0, 0.0], [0.0, 0.0]]
    [interval] = intervals([measured(*[one_value] * 9, article(5, 1))], resamples=200, seed=1)  # defined in 65 %
    assert isinstance(interval, Interval)


def test_interval_is_none_where_most_resamples_leave_alpha_undefined() -> None:
    one_value, other_value = [[10.0, 0.0], [0.0, 0.0]], [[0.0, 0.0], [0.0, 10.0]]
    found = measured(one_value, other_value)  # both are drawn in half of the resamples
    defined = [seed for seed in range(40) if intervals([found], resamples=20, seed=seed) != (None,)]
    assert 0 < len(defined) < 40
