"""The tokens around a quote among which its cue, frame, speaker and addressee are looked for.

Shapes: W tokens of a window.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortlaut.types import TokenRange

__all__ = ["PLACES", "SIDES", "Window", "window"]

# In the corpus' training part 99 % of the speakers and every cue stand within these distances of their quote.
_BEFORE = 90
_AFTER = 40
_QUOTE = 160  # of a longer quote only the beginning and the end are looked at

SIDES = 3  # outside, inside this quote, inside another quote
_STEPS = np.array([1, 2, 3, 5, 9, 17, 33, 65])
PLACES = 2 * len(_STEPS) + 1


@dataclass(frozen=True, slots=True)
class Window:
    """Token indices, and for each its side and its place to the quote."""

    token_W: NDArray[np.int64]
    side_W: NDArray[np.int64]
    place_W: NDArray[np.int64]


def window(ranges: Sequence[TokenRange], others_T: NDArray[np.bool_]) -> Window:
    """The window of the quote at `ranges`; `others_T` marks the tokens of the article inside any outer quote."""
    first, last = ranges[0].start, ranges[-1].end
    begin, end = max(0, first - _BEFORE), min(len(others_T), last + _AFTER)
    if last - first > _QUOTE:
        half = _QUOTE // 2
        token_W = np.concatenate([np.arange(begin, first + half), np.arange(last - half, end)])
    else:
        token_W = np.arange(begin, end)
    side_W = others_T[token_W].astype(np.int64) * 2
    for part in ranges:
        side_W[(token_W >= part.start) & (token_W < part.end)] = 1
    before_W = np.searchsorted(_STEPS, first - token_W, side="right")
    after_W = np.searchsorted(_STEPS, token_W - (last - 1), side="right")
    place_W = np.where(before_W > 0, before_W, np.where(after_W > 0, len(_STEPS) + after_W, 0))
    return Window(token_W, side_W, place_W.astype(np.int64))
