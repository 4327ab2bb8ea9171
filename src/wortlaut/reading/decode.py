"""From the network's scores to quotes and their parts.

Axes: N sequences, T tokens, L layers of quotes, K tags, W tokens of a window.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
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


def best_tags(
    scores_NTLK: Sequence[NDArray[np.float32]], transitions_LKK: NDArray[np.float32]
) -> list[tuple[Tagged, ...]]:
    """For each sequence and layer the best path through the tags (Viterbi) with the marginal probability of each tag.

    The sequences may differ in length; they are gone through side by side, which is what makes it fast.
    """
    length_N = np.array([len(scores_TLK) for scores_TLK in scores_NTLK])
    layers, tags, _ = transitions_LKK.shape
    padded_TLNK = np.zeros((int(length_N.max(initial=0)), layers, len(scores_NTLK), tags), np.float32)
    for number, scores_TLK in enumerate(scores_NTLK):
        padded_TLNK[: len(scores_TLK), :, number] = scores_TLK
    tag_TLN = _best(padded_TLNK, transitions_LKK, length_N)
    probability_TLNK = _marginals(padded_TLNK, transitions_LKK, length_N)
    probability_TLN = np.take_along_axis(probability_TLNK, tag_TLN[..., None], axis=3)[..., 0]
    return [
        tuple(Tagged(tag_TLN[:length, layer, n], probability_TLN[:length, layer, n]) for layer in range(layers))
        for n, length in enumerate(length_N)
    ]


def _best(
    scores_TLNK: NDArray[np.float32], transitions_LKK: NDArray[np.float32], length_N: NDArray[np.int64]
) -> NDArray[np.int64]:
    """The best paths T×L×N; behind a sequence's end its last tag is repeated."""
    steps, layers, rows, _ = scores_TLNK.shape
    tag_TLN = np.zeros((steps, layers, rows), np.int64)
    if steps == 0:
        return tag_TLN
    # The tag before comes first here and the sequences last: four times as fast as a maximum over the last axis.
    follow_KKL1 = np.ascontiguousarray(transitions_LKK.transpose(1, 2, 0))[..., None]
    best_TKLN = np.ascontiguousarray(scores_TLNK.transpose(0, 3, 1, 2))
    shortest = int(length_N.min())
    for step in range(1, steps):
        best_TKLN[step] += (best_TKLN[step - 1][:, None] + follow_KKL1).max(axis=0)
        if step >= shortest:
            ended_N = step >= length_N
            best_TKLN[step][..., ended_N] = best_TKLN[step - 1][..., ended_N]
    into_LKK = np.ascontiguousarray(transitions_LKK.swapaxes(1, 2))  # a row for each tag that is reached
    layer_L1 = np.arange(layers)[:, None]
    tag_TLN[-1] = best_TKLN[-1].argmax(axis=0)
    for step in range(steps - 1, 0, -1):
        reached_KLN = into_LKK[layer_L1, tag_TLN[step]].transpose(2, 0, 1)
        before_LN = (best_TKLN[step - 1] + reached_KLN).argmax(axis=0)
        tag_TLN[step - 1] = before_LN if step < shortest else np.where(step < length_N, before_LN, tag_TLN[step])
    return tag_TLN


def _marginals(
    scores_TLNK: NDArray[np.float32], transitions_LKK: NDArray[np.float32], length_N: NDArray[np.int64]
) -> NDArray[np.float32]:
    """The probability of every tag of every token (forward-backward, rescaled at each step), T×L×N×K."""
    steps = len(scores_TLNK)
    emit_TLNK = np.exp(scores_TLNK - scores_TLNK.max(axis=3, keepdims=True, initial=-np.inf))
    follow_LKK = np.exp(np.minimum(transitions_LKK, 20.0))
    turned_LKK = np.ascontiguousarray(follow_LKK.swapaxes(1, 2))
    ahead_TLNK: NDArray[np.float32] = np.empty_like(emit_TLNK)
    back_TLNK: NDArray[np.float32] = np.ones_like(emit_TLNK)
    if steps == 0:
        return ahead_TLNK
    shortest = int(length_N.min())
    ahead_TLNK[0] = emit_TLNK[0] / emit_TLNK[0].sum(axis=2, keepdims=True)
    for step in range(1, steps):
        value_LNK = np.matmul(ahead_TLNK[step - 1], follow_LKK) * emit_TLNK[step]
        ahead_TLNK[step] = value_LNK / value_LNK.sum(axis=2, keepdims=True)
    for step in range(steps - 2, -1, -1):
        value_LNK = np.matmul(back_TLNK[step + 1] * emit_TLNK[step + 1], turned_LKK)
        value_LNK /= value_LNK.sum(axis=2, keepdims=True)
        if step + 1 >= shortest:
            value_LNK = np.where((step + 1 < length_N)[None, :, None], value_LNK, 1.0)
        back_TLNK[step] = value_LNK
    both_TLNK = ahead_TLNK * back_TLNK
    both_TLNK /= both_TLNK.sum(axis=3, keepdims=True)
    return both_TLNK


def point(
    start_W: NDArray[np.float32],
    end_W: NDArray[np.float32],
    nothing: float,
    sentence_W: NDArray[np.int64],
    joined_W: NDArray[np.float32],
) -> Pointer:
    """The stretch whose start, end and inner links score highest together, or nothing where that scores higher.

    `sentence_W` numbers the sentences: no mention reaches from one into the next. `joined_W` says of each token how
    well it goes on with the one before, at most 0 (a logarithm). That chooses, but does not count as sureness.
    """
    size = len(start_W)
    if size == 0:
        return Pointer(None, 1.0)
    start_p = softmax(np.append(start_W, np.float32(nothing)))
    end_p = softmax(np.append(end_W, np.float32(nothing)))
    none = float(start_p[size] * end_p[size])
    along_W = np.cumsum(joined_W)
    best, found, sure = none, None, none
    # From the likeliest start on; as soon as even a certain end could not make a start the best, none behind it can be.
    for start in np.argsort(-start_p[:size], kind="stable").tolist():
        if float(start_p[start]) <= best:
            break
        ahead_L = end_p[start : min(start + _LONGEST_MENTION, size)]
        ahead_L = ahead_L * (sentence_W[start : start + len(ahead_L)] == sentence_W[start])
        weighed_L = ahead_L * np.exp(along_W[start : start + len(ahead_L)] - along_W[start])
        end = int(weighed_L.argmax())
        together = float(start_p[start] * weighed_L[end])
        if together > best:
            best, found, sure = together, TokenRange(start, start + end + 1), float(start_p[start] * ahead_L[end])
    return Pointer(found, sure**0.5)


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
