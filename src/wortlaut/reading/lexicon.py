"""What the network is told about a word wherever it stands: its vector, its number in the vocabulary, its shape.

Shapes: W words, D dimensions of a word vector.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from wortlaut.reading.vectors import SubwordVectors, fold

__all__ = ["PADDING", "SHAPES", "UNKNOWN", "Lexicon", "Shape", "Words", "shape_of", "spelling"]

PADDING = 0
UNKNOWN = 1

_SINGLE = frozenset("‚‘‛›‹`´'’")
_KEPT = 50_000  # words at a time: 20 MB of vectors


class Shape(IntEnum):
    """How a token is written."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    MIXED = 3
    DIGITS = 4
    WITH_DIGITS = 5
    PUNCTUATION = 6


SHAPES = len(Shape)


@dataclass(frozen=True, slots=True)
class Words:
    """What is told of a sequence of words."""

    vectors_WD: NDArray[np.float32]
    word_W: NDArray[np.int64]
    shape_W: NDArray[np.int64]


class Lexicon:
    """Looks words up; remembers those it has met, so that each costs one look into a dictionary the next time."""

    def __init__(self, vectors: SubwordVectors, vocabulary: Mapping[str, int]) -> None:
        self._vectors = vectors
        self._vocabulary = vocabulary
        self._row: dict[str, int] = {}
        self._vectors_WD = np.empty((1_024, vectors.dimensions), np.float32)
        self._word_W = np.empty(1_024, np.int64)
        self._shape_W = np.empty(1_024, np.int64)

    def of(self, words: Sequence[str]) -> Words:
        """What is told of the words, in order."""
        row = self._row
        if len(row) > _KEPT:
            row.clear()
        new = [word for word in dict.fromkeys(words) if word not in row]
        if new:
            self._learn(new)
        row_W = np.fromiter(map(row.__getitem__, words), np.int64, len(words))
        return Words(self._vectors_WD[row_W], self._word_W[row_W], self._shape_W[row_W])

    def _learn(self, words: list[str]) -> None:
        first = len(self._row)
        self._make_room(first + len(words))
        folded = [spelling(word) for word in words]
        here = slice(first, first + len(words))
        self._vectors_WD[here] = self._vectors.of(folded)
        self._word_W[here] = [self._vocabulary.get(word, UNKNOWN) for word in folded]
        self._shape_W[here] = list(map(shape_of, words))
        self._row.update(zip(words, range(first, first + len(words)), strict=True))

    def _make_room(self, size: int) -> None:
        have = len(self._word_W)
        if size > have:
            more = max(size, 2 * have)
            self._vectors_WD = np.resize(self._vectors_WD, (more, self._vectors_WD.shape[1]))
            self._word_W = np.resize(self._word_W, more)
            self._shape_W = np.resize(self._shape_W, more)


def spelling(word: str) -> str:
    """The word as vectors and vocabulary know it: folded, with one form for all single quotation marks."""
    return "'" if word in _SINGLE else fold(word)


def shape_of(word: str) -> Shape:
    """How the word is written."""
    if word.islower():
        return Shape.LOWER
    if word.isdigit():
        return Shape.DIGITS
    if not any(map(str.isalnum, word)):
        return Shape.PUNCTUATION
    if any(map(str.isdigit, word)):
        return Shape.WITH_DIGITS
    if word.isupper() and len(word) > 1:
        return Shape.UPPER
    return Shape.TITLE if (word[0].isupper() and word[1:].islower()) or len(word) == 1 else Shape.MIXED
