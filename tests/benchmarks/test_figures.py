import pytest

from benchmarks.figures import Figure, seconds


def test_rate_takes_its_median_over_runs() -> None:
    assert Figure.rate("speed", 100, [1.0, 4.0, 2.0], unit="tokens/s", target=25) == Figure(
        "speed", "tokens/s", median=50.0, worst=25.0, best=100.0, runs=3, target=25
    )


@pytest.mark.parametrize(
    ("figure", "ratio"),
    [
        (Figure.rate("speed", 100, [2.0], unit="tokens/s", target=25), 2.0),  # 50 a second, twice what is asked
        (Figure.rate("speed", 100, [8.0], unit="tokens/s", target=25), 0.5),
        (Figure.least("start", [0.1], unit="s", target=0.3), pytest.approx(3.0)),  # a third of the time allowed
        (Figure.least("start", [0.6], unit="s", target=0.3), pytest.approx(0.5)),
        (Figure.least("start", [0.6], unit="s"), None),
    ],
)
def test_ratio_is_below_one_where_the_target_is_missed(figure: Figure, ratio: float | None) -> None:
    assert figure.ratio == ratio


def test_first_run_is_not_counted() -> None:
    calls: list[int] = []
    times = seconds(3, lambda: calls.append(1))
    assert (len(calls), len(times)) == (4, 3)
    assert min(times) > 0
