"""Measured figures, each beside what was asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

__all__ = ["Figure", "seconds"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A median over runs, with the slowest and the fastest run, beside its target.

    Where `target` is a rate, more is better; where it is a time or a size (`less_is_better`), less.
    """

    name: str
    unit: str
    median: float
    worst: float
    best: float
    runs: int
    target: float | None = None
    less_is_better: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times better than the target; below 1 it is missed."""
        if self.target is None:
            return None
        return self.target / self.median if self.less_is_better else self.median / self.target

    @classmethod
    def rate(cls, name: str, amount: int, times: list[float], *, unit: str, target: float | None = None) -> "Figure":
        """`amount` a second, from the seconds that each run took."""
        return cls(name, unit, amount / median(times), amount / max(times), amount / min(times), len(times), target)

    @classmethod
    def least(cls, name: str, values: list[float], *, unit: str, target: float | None = None) -> "Figure":
        """A time or a size, of which less is better."""
        return cls(name, unit, median(values), max(values), min(values), len(values), target, less_is_better=True)


def seconds(runs: int, work: Callable[[], object]) -> list[float]:
    """The seconds that `work` took in each of `runs` runs, after one that is not counted."""
    work()
    times = []
    for _ in range(runs):
        begun = perf_counter()
        work()
        times.append(perf_counter() - begun)
    return times
