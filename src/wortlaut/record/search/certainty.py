"""Bands of certainty: what the confidence of a statement's least certain part says, in a few steps."""

from bisect import bisect_right

__all__ = ["BANDS", "band_of"]

# The least certainty of each band. Of quotes and speakers a confidence is fitted to mean a share: of what is found with
# 0.9, nine in ten are right (docs/confidence.md).
BANDS = (0.0, 0.5, 0.7, 0.8, 0.9)


def band_of(certainty: float) -> float:
    """The band of a certainty: the least that is in it."""
    return BANDS[bisect_right(BANDS, certainty) - 1]
