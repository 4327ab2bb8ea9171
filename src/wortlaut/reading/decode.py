"""From the network's scores to quotes and their parts.

Axes: N sequences, T tokens, K tags, W tokens of a window.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from wortlaut.types import TokenRange

__all__ = ["Pointer", "Tagged", "best_tags", "point", "softmax", "switched_on"]

# A mention is no longer than this many tokens (the longest in the training part has 33).
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


def best_tags(scores_NTK: Sequence[NDArray[np.float32]], transitions_NKK: NDArray[np.float32]) -> list[Tagged]:
    """The best path through each sequence's tags (Viterbi) with the marginal probability of each of its tags.

    The sequences may differ in length; they are gone through side by side, which is what makes it fast.
    """
    length_N = np.array([len(scores_TK) for scores_TK in scores_NTK])
    tags = transitions_NKK.shape[-1]
    padded_TNK = np.zeros((int(length_N.max(initial=0)), len(scores_NTK), tags), np.float32)
    for number, scores_TK in enumerate(scores_NTK):
        padded_TNK[: len(scores_TK), number] = scores_TK
    tag_TN = _best(padded_TNK, transitions_NKK, length_N)
    probability_TNK = _marginals(padded_TNK, transitions_NKK, length_N)
    probability_TN = np.take_along_axis(probability_TNK, tag_TN[:, :, None], axis=2)[:, :, 0]
    return [Tagged(tag_TN[:length, n], probability_TN[:length, n]) for n, length in enumerate(length_N)]


def _best(
    scores_TNK: NDArray[np.float32], transitions_NKK: NDArray[np.float32], length_N: NDArray[np.int64]
) -> NDArray[np.int64]:
    """The best paths T×N; behind a sequence's end its last tag is repeated."""
    steps, rows, _ = scores_TNK.shape
    tag_TN = np.zeros((steps, rows), np.int64)
    if steps == 0:
        return tag_TN
    into_NKK = np.ascontiguousarray(transitions_NKK.swapaxes(1, 2))  # a row for each tag that is reached
    # The tag before comes first here: a maximum over the first axis is four times as fast as one over the last.
    before_KNK = np.ascontiguousarray(transitions_NKK.swapaxes(0, 1))
    best_TNK = scores_TNK.copy()
    for step in range(1, steps):
        best_TNK[step] += (best_TNK[step - 1].T[:, :, None] + before_KNK).max(axis=0)
        ended_N = step >= length_N
        if ended_N.any():
            best_TNK[step, ended_N] = best_TNK[step - 1, ended_N]
    row_N = np.arange(rows)
    tag_TN[-1] = best_TNK[-1].argmax(axis=1)
    for step in range(steps - 1, 0, -1):
        before_N = (best_TNK[step - 1] + into_NKK[row_N, tag_TN[step]]).argmax(axis=1)
        tag_TN[step - 1] = np.where(step < length_N, before_N, tag_TN[step])
    return tag_TN


def _marginals(
    scores_TNK: NDArray[np.float32], transitions_NKK: NDArray[np.float32], length_N: NDArray[np.int64]
) -> NDArray[np.float32]:
    """The probability of every tag of every token (forward-backward, rescaled at each step), T×N×K."""
    steps = len(scores_TNK)
    emit_TNK = np.exp(scores_TNK - scores_TNK.max(axis=2, keepdims=True, initial=-np.inf))
    follow_NKK = np.exp(np.minimum(transitions_NKK, 20.0))
    result_TNK: NDArray[np.float32] = np.empty_like(emit_TNK)
    if steps == 0:
        return result_TNK
    result_TNK[0] = emit_TNK[0] / emit_TNK[0].sum(axis=1, keepdims=True)
    for step in range(1, steps):
        value_NK = np.matmul(result_TNK[step - 1][:, None, :], follow_NKK)[:, 0] * emit_TNK[step]
        result_TNK[step] = value_NK / value_NK.sum(axis=1, keepdims=True)
    behind_NK1 = np.ones_like(emit_TNK[0])[:, :, None]
    for step in range(steps - 2, -1, -1):
        value_NK1 = np.matmul(follow_NKK, behind_NK1 * emit_TNK[step + 1][:, :, None])
        value_NK1 /= value_NK1.sum(axis=1, keepdims=True)
        behind_NK1 = np.where((step + 1 < length_N)[:, None, None], value_NK1, behind_NK1)
        both_NK = result_TNK[step] * behind_NK1[:, :, 0]
        result_TNK[step] = both_NK / both_NK.sum(axis=1, keepdims=True)
    return result_TNK


def point(
    start_W: NDArray[np.float32], end_W: NDArray[np.float32], nothing: float, sentence_W: NDArray[np.int64]
) -> Pointer:
    """The stretch whose start and end score highest together, or nothing where that scores higher.

    `sentence_W` numbers the sentences: no mention reaches from one into the next.
    """
    size = len(start_W)
    if size == 0:
        return Pointer(None, 1.0)
    start_p = softmax(np.append(start_W, nothing).astype(np.float32))
    end_p = softmax(np.append(end_W, nothing).astype(np.float32))
    # Ends in a band behind each start: a mention is short, and the whole square would hold three times as many numbers.
    band = min(_LONGEST_MENTION, size)
    ahead_WL = sliding_window_view(np.append(end_p[:size], np.zeros(band)), band)[:size]
    sentence_WL = sliding_window_view(np.append(sentence_W, np.full(band, -1)), band)[:size]
    both_WL = start_p[:size, None] * ahead_WL * (sentence_WL == sentence_W[:, None])
    place = int(both_WL.argmax())
    best = float(both_WL.flat[place])
    none = float(start_p[size] * end_p[size])
    if none >= best:
        return Pointer(None, none**0.5)
    start = place // band
    return Pointer(TokenRange(start, start + place % band + 1), best**0.5)


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
