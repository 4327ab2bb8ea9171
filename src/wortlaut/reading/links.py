"""Which neighbouring words belong to one mention, told by the two words alone.

The network tells a mention's start and its end one by one: from the probable start of one person to the probable end of
the next („Tamm Hafenmeisterin Ilka Brons“) is as good as either alone, whatever stands between. That „Präsident“ and
„Kennedy“ go together, „Kennedy“ and „am“ do not, a small model knows that has only seen where people's mentions go on
and where they end (`training.links`).

Axes: T tokens, D word vector, S shapes, H what is told of one word of a pair: its own score, then what the other is
asked for.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["APART", "Links", "Side"]

APART = -20.0  # log probability of what cannot belong together


@dataclass(frozen=True, slots=True)
class Side:
    """What is told of a pair's first word, or of its second: by its vector, its shape, and in any case."""

    vector_DH: NDArray[np.float32]
    shape_SH: NDArray[np.float32]
    constant_H: NDArray[np.float32]

    def of(self, vectors_TD: NDArray[np.float32], shape_T: NDArray[np.int64]) -> NDArray[np.float32]:
        """What is told of each token as this word of a pair, T×H."""
        told_TH: NDArray[np.float32] = vectors_TD @ self.vector_DH + self.shape_SH[shape_T] + self.constant_H
        return told_TH


@dataclass(frozen=True, slots=True)
class Links:
    """The model: both words' own scores, and how well what each asks for fits the other."""

    first: Side
    second: Side

    def joined(self, vectors_TD: NDArray[np.float32], shape_T: NDArray[np.int64]) -> NDArray[np.float32]:
        """For each token the log probability that it goes on with a mention that holds the token before it."""
        first_TH, second_TH = self.first.of(vectors_TD, shape_T)[:-1], self.second.of(vectors_TD, shape_T)[1:]
        fit_T = (np.tanh(first_TH[:, 1:]) * np.tanh(second_TH[:, 1:])).sum(axis=1)
        score_T = first_TH[:, 0] + second_TH[:, 0] + fit_T
        joined_T = np.full(len(vectors_TD), APART, np.float32)
        joined_T[1:] = np.maximum(-np.logaddexp(np.float32(0), -score_T), APART)
        return joined_T
