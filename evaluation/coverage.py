"""How right claims are that are made with a confidence: the risk–coverage curve and the figures taken from it.

Claims are kept from the surest down. *Coverage* is the share of them that is kept, *risk* the share of those kept that
is wrong (El-Yaniv and Wiener 2010); precision is one less the risk.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt

import numpy as np

from evaluation.bootstrap import Draws, Interval

__all__ = ["Claim", "Curve", "Kept", "Point", "at_least", "curve", "from_threshold", "smallest_threshold"]

_BINS = 10
_Z = 1.959964  # 97.5 % of a normal distribution lie below


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that the reader found, how sure it is, and whether it is right; `document` counts from 0."""

    confidence: float
    right: bool
    document: int


@dataclass(frozen=True, slots=True)
class Point:
    """What is kept at one threshold: the claims that are at least as sure."""

    threshold: float
    kept: int
    right: int
    claims: int

    @property
    def coverage(self) -> float:
        """The share of the claims that is kept."""
        return self.kept / self.claims

    @property
    def precision(self) -> float:
        """The share of those kept that is right."""
        return self.right / self.kept


@dataclass(frozen=True, slots=True)
class Curve:
    """One point for each confidence that occurs, the surest first, and what the whole curve is worth.

    `area` is that under risk over coverage: the mean risk of the surest claim, of the two surest, and so on. Equally
    sure claims count as if they were ordered at random. `calibration_error` is the expected one: the difference of mean
    confidence and precision in ten bins of equal width, weighted by the claims in them (Guo et al. 2017).
    """

    points: tuple[Point, ...]
    area: float | None
    calibration_error: float | None


@dataclass(frozen=True, slots=True)
class Kept:
    """What a threshold keeps, and how sure its precision is.

    `interval` is drawn over documents; `at_least` is the lower end of Wilson's 95 % interval, which also tells
    something where everything is right, but takes the claims of a document for independent.
    """

    threshold: float
    claims: int
    kept: int
    right: int
    interval: Interval | None
    at_least: float | None

    @property
    def coverage(self) -> float | None:
        """The share of the claims that is kept, `None` where there are none."""
        return self.kept / self.claims if self.claims else None

    @property
    def precision(self) -> float | None:
        """The share of those kept that is right, `None` where none is kept."""
        return self.right / self.kept if self.kept else None


def curve(claims: Sequence[Claim]) -> Curve:
    """The risk–coverage curve of `claims`."""
    if not claims:
        return Curve((), None, None)
    points: list[Point] = []
    risks: list[float] = []
    kept = right = 0
    ordered = sorted(claims, key=lambda claim: -claim.confidence)
    for confidence, same in groupby(ordered, key=lambda claim: claim.confidence):
        verdicts = [claim.right for claim in same]
        share = sum(verdicts) / len(verdicts)
        risks += [1 - (right + share * number) / (kept + number) for number in range(1, len(verdicts) + 1)]
        kept, right = kept + len(verdicts), right + sum(verdicts)
        points.append(Point(confidence, kept, right, len(claims)))
    return Curve(tuple(points), sum(risks) / len(risks), _calibration_error(claims))


def smallest_threshold(points: Sequence[Point], *, precision: float) -> float | None:
    """The smallest threshold that keeps claims of such a precision, `None` where none does."""
    return min((point.threshold for point in points if point.precision >= precision), default=None)


def from_threshold(claims: Sequence[Claim], threshold: float, draws: Draws) -> Kept:
    """What is kept of `claims` that are as sure as `threshold`."""
    kept = [claim for claim in claims if claim.confidence >= threshold]
    right = [claim for claim in kept if claim.right]
    documents = draws.counts_RD.shape[1]
    kept_D, right_D = (
        np.bincount([claim.document for claim in some], minlength=documents).tolist() for some in (kept, right)
    )
    return Kept(
        threshold=threshold,
        claims=len(claims),
        kept=len(kept),
        right=len(right),
        interval=draws.share(right_D, kept_D),
        at_least=at_least(len(right), len(kept)),
    )


def at_least(right: int, of: int) -> float | None:
    """The lower end of Wilson's 95 % interval of a share, `None` of nothing (Wilson 1927)."""
    if not of:
        return None
    share, spread = right / of, _Z * _Z / of
    middle = share + spread / 2 - _Z * sqrt((share * (1 - share) + spread / 4) / of)
    return max(0.0, middle / (1 + spread))


def _calibration_error(claims: Sequence[Claim]) -> float:
    confidence_N = np.array([claim.confidence for claim in claims])
    right_N = np.array([claim.right for claim in claims], dtype=float)
    bin_N = np.minimum((confidence_N * _BINS).astype(int), _BINS - 1)
    surplus_B = np.bincount(bin_N, weights=confidence_N - right_N, minlength=_BINS)
    return float(np.abs(surplus_B).sum() / len(claims))
