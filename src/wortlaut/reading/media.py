"""Whether a quote was spoken, thought or written, told by the words around it.

The network hardly learned it: what counts are words such as *schrieb*, *Interview*, *Magazin*, and what kind of
article it is. A linear model over mean word vectors does better: on the development part F1 of 53.0 instead of 48.1
(`docs/trials.md`).

Shapes: T tokens of the article, D dimensions of a word vector, X what tells, M media.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortlaut.reading.tags import TYPES
from wortlaut.types import Medium, TokenRange

__all__ = ["MEDIA", "Media", "QuoteWords", "medium_evidence"]

MEDIA = tuple(Medium)
_BEFORE, _AFTER = 25, 15


@dataclass(frozen=True, slots=True)
class QuoteWords:
    """The tokens of a quote and of its parts, and the number of its type."""

    quote: Sequence[TokenRange]
    cue: NDArray[np.int64]
    frame: NDArray[np.int64]
    speaker: NDArray[np.int64]
    type: int


class Media:
    """The linear model: weights X×M and one constant a medium."""

    def __init__(self, weight_XM: NDArray[np.float32], constant_M: NDArray[np.float32]) -> None:
        self._weight_XM = weight_XM
        self._constant_M = constant_M

    def scores(
        self, vectors_TD: NDArray[np.float32], article_D: NDArray[np.float32], words: QuoteWords
    ) -> NDArray[np.float32]:
        """How much speaks for each medium; `article_D` is the mean vector of the whole article."""
        evidence_X = medium_evidence(vectors_TD, article_D, words)
        scores_M: NDArray[np.float32] = evidence_X @ self._weight_XM + self._constant_M
        return scores_M


def medium_evidence(
    vectors_TD: NDArray[np.float32], article_D: NDArray[np.float32], words: QuoteWords
) -> NDArray[np.float32]:
    """Mean vectors of cue, speaker, frame, the words around the quote and the whole article; then the type."""
    first, last = words.quote[0].start, words.quote[-1].end
    before, after = vectors_TD[max(0, first - _BEFORE) : first], vectors_TD[last : last + _AFTER]
    kind_K = np.zeros(len(TYPES), np.float32)
    kind_K[words.type] = 1.0
    return np.concatenate(
        [
            _mean(vectors_TD[words.cue]),
            _mean(vectors_TD[words.speaker]),
            _mean(vectors_TD[words.frame]),
            _mean(np.concatenate([before, after])),
            article_D,
            kind_K,
        ]
    )


def _mean(vectors_WD: NDArray[np.float32]) -> NDArray[np.float32]:
    if not len(vectors_WD):
        return np.zeros(vectors_WD.shape[1], np.float32)
    mean_D: NDArray[np.float32] = vectors_WD.mean(axis=0)
    return mean_D
