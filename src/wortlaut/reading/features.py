"""What the network is told about each token, the same in training and at run time.

Shapes: T tokens of one article, D dimensions of a word vector.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from wortlaut.reading.vectors import SubwordVectors, fold
from wortlaut.types import Document

__all__ = ["BREAKS", "MARKS", "PADDING", "SHAPES", "UNKNOWN", "Break", "Features", "Mark", "Shape", "featurize"]

PADDING = 0
UNKNOWN = 1

_DOUBLE = frozenset([*'„“”"«»‟＂', "''", "``"])
_BLANK_LINE = re.compile(r"\n\s*\n")
_SINGLE = "‚‘‛›‹`´'’"


class Shape(IntEnum):
    """How a token is written."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    MIXED = 3
    DIGITS = 4
    WITH_DIGITS = 5
    PUNCTUATION = 6


class Mark(IntEnum):
    """Where a token stands to double quotation marks."""

    OUTSIDE = 0
    OPENING = 1
    INSIDE = 2
    CLOSING = 3


class Break(IntEnum):
    """What stands before a token."""

    NOTHING = 0
    SPACE = 1
    PARAGRAPH = 2
    START = 3


SHAPES, MARKS, BREAKS = len(Shape), len(Mark), len(Break)


@dataclass(frozen=True, slots=True)
class Features:
    """One article as the network sees it."""

    vectors_TD: NDArray[np.float32]
    word_T: NDArray[np.int64]
    shape_T: NDArray[np.int64]
    mark_T: NDArray[np.int64]
    break_T: NDArray[np.int64]

    def part(self, start: int, end: int) -> "Features":
        """The features of the tokens from `start` up to `end`."""
        return Features(
            self.vectors_TD[start:end],
            self.word_T[start:end],
            self.shape_T[start:end],
            self.mark_T[start:end],
            self.break_T[start:end],
        )


def featurize(document: Document, vectors: SubwordVectors, vocabulary: Mapping[str, int]) -> Features:
    """The features of every token of `document`."""
    words = document.words()
    marks = _marks(document, words)
    folded = [fold(_plain_mark(word, mark)) for word, mark in zip(words, marks, strict=True)]
    return Features(
        vectors_TD=vectors.of(folded),
        word_T=np.fromiter((vocabulary.get(word, UNKNOWN) for word in folded), np.int64, len(folded)),
        shape_T=np.fromiter((_shape(word) for word in words), np.int64, len(words)),
        mark_T=np.fromiter(marks, np.int64, len(marks)),
        break_T=np.fromiter(_breaks(document), np.int64, len(words)),
    )


def _plain_mark(word: str, mark: Mark) -> str:
    """One form for all quotation marks, so that „“, »«, and straight ones look the same to the network."""
    if mark is Mark.OPENING:
        return "„"
    if mark is Mark.CLOSING:
        return "“"
    return "'" if word in _SINGLE else word


def _shape(word: str) -> Shape:
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


def _breaks(document: Document) -> list[Break]:
    breaks = [Break.START]
    text, tokens = document.text, document.tokens
    for before, after in pairwise(tokens):
        gap = text[before.end : after.start]
        breaks.append(Break.NOTHING if not gap else Break.PARAGRAPH if "\n" in gap else Break.SPACE)
    return breaks[: len(tokens)]


def _marks(document: Document, words: Sequence[str]) -> list[Mark]:
    """Whether each token opens, closes or stands inside a quotation; a blank line ends an unclosed one."""
    marks: list[Mark] = []
    inside = False
    for index, word in enumerate(words):
        if inside and index and _new_paragraph(document, index):
            inside = False
        if word in _DOUBLE:
            opens = not inside and _can_open(document, index, word)
            closes = inside and word != "„"
            marks.append(Mark.OPENING if opens else Mark.CLOSING if closes else Mark.INSIDE if inside else Mark.OUTSIDE)
            inside = opens or (inside and not closes)
        else:
            marks.append(Mark.INSIDE if inside else Mark.OUTSIDE)
    return marks


def _new_paragraph(document: Document, index: int) -> bool:
    gap = document.text[document.tokens[index - 1].end : document.tokens[index].start]
    return "\n" in gap and _BLANK_LINE.search(gap) is not None


def _can_open(document: Document, index: int, word: str) -> bool:
    """An opening mark is followed by a word without a space between."""
    if word == "„":
        return True
    if index + 1 >= len(document.tokens):
        return False
    return document.tokens[index].end == document.tokens[index + 1].start
