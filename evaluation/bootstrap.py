"""How far a figure would move on other documents: 95 % intervals by bootstrap over documents.

Axes: R resamples, D documents.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evaluation.figures import Tally

__all__ = ["Draws", "Interval", "interval_of"]

_RESAMPLES = 1000
_SEED = 20231101


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % interval, by bootstrap over documents."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Draws:
    """So many documents drawn again with replacement, a thousand times and always the same: how often each comes."""

    counts_RD: NDArray[np.int64]

    @classmethod
    def of(cls, documents: int) -> "Draws":
        """The draws for so many documents."""
        if not documents:
            return cls(np.zeros((_RESAMPLES, 0), dtype=np.int64))
        shares_D = np.full(documents, 1 / documents)
        return cls(np.random.default_rng(_SEED).multinomial(documents, shares_D, size=_RESAMPLES))

    def f1(self, tallies: Sequence[Tally]) -> Interval | None:
        """The interval of F1, from the tally of each document."""
        return self._interval(self.f1_R(tallies), any(one.f1 is not None for one in tallies))

    def f1_R(self, tallies: Sequence[Tally]) -> NDArray[np.float64]:  # noqa: N802  an axis letter
        """F1 in each resample, not a number where there is nothing to reckon."""
        sums_DS = np.array([(t.precision_sum, t.precision_count, t.recall_sum, t.recall_count) for t in tallies])
        precision_sum, precision_count, recall_sum, recall_count = (self.counts_RD @ sums_DS.reshape(-1, 4)).T
        precision = _ratio(precision_sum, precision_count)
        recall = _ratio(recall_sum, recall_count)
        f1_R = _ratio(2 * precision * recall, precision + recall)
        return np.where(precision_count + recall_count > 0, f1_R, np.nan)

    def share(self, parts: Iterable[float], wholes: Iterable[float]) -> Interval | None:
        """The interval of a share, from part and whole of each document."""
        part_D, whole_D = np.array(list(parts), dtype=float), np.array(list(wholes), dtype=float)
        part_R, whole_R = self.counts_RD @ part_D, self.counts_RD @ whole_D
        share_R = np.where(whole_R > 0, _ratio(part_R, whole_R), np.nan)
        return self._interval(share_R, bool(whole_D.any()))

    def _interval(self, values_R: NDArray[np.float64], is_any: bool) -> Interval | None:
        """`None` for a single document, from which nothing can be drawn, and where there is nothing to reckon."""
        return interval_of(values_R) if is_any and self.counts_RD.shape[1] > 1 else None


def interval_of(values_R: NDArray[np.float64]) -> Interval | None:
    """The 2.5th and 97.5th percentile over the resamples that have a value, `None` where none has."""
    there = values_R[~np.isnan(values_R)]
    if not len(there):
        return None
    low, high = np.percentile(there, [2.5, 97.5])
    return Interval(float(low), float(high))


def _ratio(part: NDArray[np.float64], whole: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
