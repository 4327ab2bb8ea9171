"""Subword vectors of the floret kind: a word is the mean of the rows that its character n-grams hash to.

Source: floret (Explosion, 2021), itself on Bojanowski et al. 2017. `training.vectors` makes the table.
Shapes: R rows, D dimensions, W words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import mmh3
import numpy as np
from numpy.typing import NDArray

__all__ = ["SubwordVectors", "fold", "subword_rows"]

_SPELLING = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "\u00ad": "", "\u200b": "", "\u2060": ""})
_DIGITS = str.maketrans("123456789", "000000000")
_SEED = 2166136261  # floret's own


def fold(word: str) -> str:
    """The word as the vectors know it: lower case, ä ö ü ß as ae oe ue ss, every digit a 0."""
    return word.lower().translate(_SPELLING).translate(_DIGITS)


@dataclass(frozen=True, slots=True)
class _Shape:
    shortest: int
    longest: int
    hashes: int


class SubwordVectors:
    """Vectors for any word, from a table of rows and the n-gram sizes it was trained with."""

    def __init__(
        self, table_RD: NDArray[np.int8], scale_D: NDArray[np.float32], *, shortest: int, longest: int
    ) -> None:
        self._table_RD = table_RD
        self._scale_D = scale_D
        self._shape = _Shape(shortest, longest, hashes=2)

    @property
    def dimensions(self) -> int:
        """D."""
        return self._scale_D.size

    def of(self, words: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of folded words, shape W×D."""
        if not words:
            return np.zeros((0, self.dimensions), np.float32)
        return np.stack([self._vector(word) for word in words])

    def _vector(self, word: str) -> NDArray[np.float32]:
        rows = subword_rows(word, len(self._table_RD), self._shape.shortest, self._shape.longest, self._shape.hashes)
        mean_D: NDArray[np.float32] = self._table_RD[rows].astype(np.float32).mean(axis=0) * self._scale_D
        return mean_D


def subword_rows(word: str, table_rows: int, shortest: int, longest: int, hashes: int) -> list[int]:
    """The rows of the table that make up `word`: the whole word and its n-grams, each hashed `hashes` times."""
    marked = f"<{word[:60]}>"  # what is longer is no word; bounds the time a hostile text can take
    pieces = [marked]
    for start in range(len(marked)):
        for size in range(shortest, longest + 1):
            if start + size <= len(marked):
                pieces.append(marked[start : start + size])
    rows = []
    for piece in pieces:
        value = mmh3.hash128(piece.encode("utf-8", "replace"), _SEED, signed=False)
        for _ in range(hashes):
            rows.append((value & 0xFFFFFFFF) % table_rows)
            value >>= 32
    return rows
