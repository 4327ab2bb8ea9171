from time import sleep

import pytest

from benchmarks.figures import Figure, Took, time_once, times


def took(*clock: float) -> list[Took]:
    """Runs that kept the processor busy half the time."""
    return [Took(seconds, seconds / 2) for seconds in clock]


def test_rate_takes_its_median_over_runs() -> None:
    assert Figure.rate("speed", 100, took(1.0, 4.0, 2.0), unit="tokens/s", target=25) == Figure(
        "speed", "tokens/s", median=50.0, worst=25.0, best=100.0, runs=3, processor=100.0, target=25
    )


@pytest.mark.parametrize(
    ("figure", "ratio"),
    [
        (Figure.rate("speed", 100, took(2.0), unit="tokens/s", target=25), 2.0),  # 50 a second, twice what is asked
        (Figure.rate("speed", 100, took(8.0), unit="tokens/s", target=25), 0.5),
        (Figure.duration("start", took(0.1), target=0.3), pytest.approx(3.0)),  # a third of the time allowed
        (Figure.duration("start", took(0.6), target=0.3), pytest.approx(0.5)),
        (Figure.least("start", [0.6], unit="s"), None),
    ],
)
def test_ratio_is_below_one_where_the_target_is_missed(figure: Figure, ratio: float | None) -> None:
    assert figure.ratio == ratio


def test_duration_keeps_processor_time_beside_the_clock() -> None:
    assert Figure.duration("start", took(0.25, 0.75), target=1.0) == Figure(
        "start", "s", median=0.5, worst=0.75, best=0.25, runs=2, processor=0.25, target=1.0, less_is_better=True
    )


def test_first_run_is_not_counted() -> None:
    calls: list[int] = []
    measured = times(3, lambda: calls.append(1))
    assert (len(calls), len(measured)) == (4, 3)
    assert min(run.clock for run in measured) > 0


def test_waiting_takes_no_processor_time() -> None:
    took_ = time_once(lambda: sleep(0.05))
    assert took_.clock >= 0.05
    assert took_.processor < took_.clock
