"""Measured figures, each beside what was asked for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time

__all__ = ["Figure", "Took", "time_once", "times"]


@dataclass(frozen=True, slots=True)
class Took:
    """What one run took, in seconds: by the clock, and of the processor (what else ran does not count there)."""

    clock: float
    processor: float


@dataclass(frozen=True, slots=True)
class Figure:
    """A median over runs, with the slowest and the fastest run, beside its target.

    Where `target` is a rate, more is better; where it is a time or a size (`less_is_better`), less.
    """

    name: str
    unit: str
    median: float
    worst: float
    best: float | None
    runs: int
    processor: float | None = None  # the median by processor time
    target: float | None = None
    less_is_better: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times better than the target; below 1 it is missed."""
        if self.target is None:
            return None
        return self.target / self.median if self.less_is_better else self.median / self.target

    @classmethod
    def rate(
        cls, name: str, amount: float, took: Sequence[Took], *, unit: str, target: float | None = None
    ) -> "Figure":
        """`amount` a second, from what each run took."""
        clock = [amount / run.clock for run in took]
        processor = median(amount / run.processor for run in took)
        return cls(name, unit, median(clock), min(clock), max(clock), len(clock), processor, target)

    @classmethod
    def duration(cls, name: str, took: Sequence[Took], *, target: float | None = None) -> "Figure":
        """Seconds, of which fewer are better."""
        processor = median(run.processor for run in took)
        return cls.least(name, [run.clock for run in took], unit="s", target=target, processor=processor)

    @classmethod
    def least(
        cls,
        name: str,
        values: Sequence[float],
        *,
        unit: str,
        target: float | None = None,
        processor: float | None = None,
    ) -> "Figure":
        """A time or a size, of which less is better."""
        return cls(name, unit, median(values), max(values), min(values), len(values), processor, target, True)


def time_once(work: Callable[[], object]) -> Took:
    """What one run of `work` took in this process."""
    clock, processor = perf_counter(), process_time()
    work()
    return Took(perf_counter() - clock, process_time() - processor)


def times(runs: int, work: Callable[[], object]) -> list[Took]:
    """What `work` took in each of `runs` runs, after one that is not counted."""
    work()
    return [time_once(work) for _ in range(runs)]
