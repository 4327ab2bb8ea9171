"""Krippendorff's alpha from coincidences, and its interval by resampling articles.

Sources: Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), for labels; Krippendorff, Mathet, Bouvry and
Widlöcher, "On the reliability of unitizing textual continua: Further developments", Quality & Quantity 50 (2016), and
Krippendorff, "Content Analysis" (4th edition, 2019), section 12.6, for spans.

Both are one formula. Of `t` pairable judgements `n[c]` have the value `c`; `o[c, k]` is how often `c` of one reader
meets `k` of another, each judgement counting once in all. Chance would pair any two judgements, except those that come
from one and the same act of marking; with `w` such pairs,

    disagreement observed  t - sum(o[c, c])
    disagreement expected  t (t² - sum(n[c]²)) / (t² - w)
    alpha                  1 - observed / expected

A label is an act of its own: `w = t`, Krippendorff's nominal alpha. A span of `l` characters is one act and gives `l²`,
a character in a gap 1: the unitizing alpha.

Axes: D article, B resample, V value, P pair of readers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortlaut.agreement.records import Interval

__all__ = ["Coincidences", "alpha", "intervals", "marked_or_not"]

_Floats = NDArray[np.float64]

_TAILS = (2.5, 97.5)  # percent: the 95 % interval
# Fewer defined resamples than this share tell nothing about where the value lies.
_DEFINED_LEAST = 0.5
_CELLS = 4_000_000  # counts of articles drawn that are held at a time: 32 MB


@dataclass(frozen=True, slots=True)
class Coincidences:
    """What alpha needs, article by article, so that articles can be added up and drawn again."""

    observed_DVV: _Floats
    within_D: _Floats  # pairs of judgements that come from one act

    def alpha(self) -> float | None:
        """Alpha over all articles, None where it is not defined."""
        if not len(self.within_D):
            return None
        value = alpha(self.observed_DVV.sum(0), self.within_D.sum(0))
        return None if np.isnan(value) else float(value)

    def marked_or_not(self) -> "Coincidences":
        """The same with all values but the first one, the gap, as one."""
        return Coincidences(marked_or_not(self.observed_DVV), self.within_D)


def marked_or_not(observed: _Floats) -> _Floats:
    """`observed`, of which the last two axes are values, with all values but the first one, the gap, as one."""
    by_row: _Floats = np.add.reduceat(observed, [0, 1], axis=-2)
    both: _Floats = np.add.reduceat(by_row, [0, 1], axis=-1)
    return both


def alpha(observed: _Floats, within: _Floats | np.float64) -> _Floats:
    """Alpha of each matrix in the last two axes of `observed`, NaN where chance could not disagree either."""
    of_value = observed.sum(-1)
    total = of_value.sum(-1)
    disagreed = (observed * (1 - np.eye(observed.shape[-1]))).sum((-1, -2))
    mixed = total**2 - (of_value**2).sum(-1)
    with np.errstate(divide="ignore", invalid="ignore"):  # nothing by chance: 0 / 0
        value: _Floats = 1 - disagreed * (total**2 - within) / (total * mixed)
    return value


def intervals(measures: Sequence[Coincidences], *, resamples: int, seed: int) -> tuple[Interval | None, ...]:
    """The 95 % percentile interval of each alpha; the articles are drawn with replacement, alike for all of them.

    None for all with fewer than two articles, and where half of the resamples leave alpha undefined.
    """
    articles = len(measures[0].within_D)
    if articles < 2:
        return (None,) * len(measures)
    drawn: list[list[_Floats]] = [[] for _ in measures]
    generator = np.random.default_rng(seed)
    step = max(1, _CELLS // articles)
    for start in range(0, resamples, step):
        count = min(step, resamples - start)
        times_BD = generator.multinomial(articles, np.full(articles, 1 / articles), size=count).astype(np.float64)
        for values, measure in zip(drawn, measures, strict=True):
            observed_BVV = np.tensordot(times_BD, measure.observed_DVV, axes=1)
            values.append(alpha(observed_BVV, times_BD @ measure.within_D))
    return tuple(_interval(np.concatenate(values)) for values in drawn)


def _interval(values_B: _Floats) -> Interval | None:
    defined = values_B[~np.isnan(values_B)]
    if len(defined) < _DEFINED_LEAST * len(values_B):
        return None
    low, high = np.percentile(defined, _TAILS)
    return Interval(float(low), float(high))
