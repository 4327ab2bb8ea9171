"""From the network's scores to quotes and their parts.

Axes: T tokens, K tags, W tokens of a window.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortlaut.types import TokenRange

__all__ = ["Pointer", "Tagged", "best_tags", "point", "softmax", "switched_on"]

# A mention is no longer than this many tokens (the longest in the training part has 38).
_LONGEST_MENTION = 40


@dataclass(frozen=True, slots=True)
class Tagged:
    """The best tags and, for each, its probability given the whole article."""

    tag_T: NDArray[np.int64]
    probability_T: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Pointer:
    """The chosen stretch of a window, None where nothing is mentioned, and how probable that is."""

    range: TokenRange | None
    confidence: float


def best_tags(scores_TK: NDArray[np.float32], transitions_KK: NDArray[np.float32]) -> Tagged:
    """The best path through the tags (Viterbi) with the marginal probability of each of its tags."""
    length, tags = scores_TK.shape
    if length == 0:
        return Tagged(np.zeros(0, np.int64), np.zeros(0, np.float32))
    back_TK = np.zeros((length, tags), np.int64)
    best_K = scores_TK[0]
    for token in range(1, length):
        paths_KK = best_K[:, None] + transitions_KK
        back_TK[token] = paths_KK.argmax(axis=0)
        best_K = paths_KK.max(axis=0) + scores_TK[token]
    tag_T = np.zeros(length, np.int64)
    tag_T[-1] = best_K.argmax()
    for token in range(length - 1, 0, -1):
        tag_T[token - 1] = back_TK[token, tag_T[token]]
    return Tagged(tag_T, _marginals(scores_TK, transitions_KK)[np.arange(length), tag_T])


def _marginals(scores_TK: NDArray[np.float32], transitions_KK: NDArray[np.float32]) -> NDArray[np.float32]:
    """The probability of every tag of every token (forward-backward, rescaled at each step), T×K."""
    length = len(scores_TK)
    emit_TK = np.exp(scores_TK - scores_TK.max(axis=1, keepdims=True))
    follow_KK = np.exp(np.minimum(transitions_KK, 20.0))
    ahead_TK = np.empty_like(emit_TK)
    ahead_TK[0] = emit_TK[0] / emit_TK[0].sum()
    for token in range(1, length):
        value_K = (ahead_TK[token - 1] @ follow_KK) * emit_TK[token]
        ahead_TK[token] = value_K / value_K.sum()
    behind_K = np.ones_like(emit_TK[0])
    result_TK: NDArray[np.float32] = np.empty_like(emit_TK)
    result_TK[-1] = ahead_TK[-1]
    for token in range(length - 2, -1, -1):
        behind_K = follow_KK @ (behind_K * emit_TK[token + 1])
        behind_K = behind_K / behind_K.sum()
        both_K = ahead_TK[token] * behind_K
        result_TK[token] = both_K / both_K.sum()
    return result_TK


def point(start_W: NDArray[np.float32], end_W: NDArray[np.float32], nothing: float) -> Pointer:
    """The stretch whose start and end score highest together, or nothing where that scores higher."""
    size = len(start_W)
    start_p = softmax(np.append(start_W, nothing).astype(np.float32))
    end_p = softmax(np.append(end_W, nothing).astype(np.float32))
    both_WW = start_p[:size, None] * end_p[None, :size]
    both_WW = np.triu(both_WW) - np.triu(both_WW, _LONGEST_MENTION)
    place = int(both_WW.argmax()) if size else 0
    best = float(both_WW.flat[place]) if size else 0.0
    none = float(start_p[size] * end_p[size])
    if none >= best:
        return Pointer(None, none**0.5)
    return Pointer(TokenRange(place // size, place % size + 1), best**0.5)


def switched_on(score_W: NDArray[np.float32], threshold: float) -> tuple[NDArray[np.int64], float]:
    """The places whose probability reaches the threshold, and their mean probability (0 where there are none)."""
    probability_W = 1.0 / (1.0 + np.exp(-score_W))
    places = np.flatnonzero(probability_W >= threshold)
    return places, float(probability_W[places].mean()) if len(places) else 0.0


def softmax(score: NDArray[np.float32]) -> NDArray[np.float32]:
    """Probabilities that sum to one."""
    power = np.exp(score - score.max())
    result: NDArray[np.float32] = power / power.sum()
    return result
