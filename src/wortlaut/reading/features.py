"""What the network is told about each token, the same in training and at run time.

Shapes: T tokens of one article, D dimensions of a word vector.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from wortlaut.reading.lexicon import Lexicon
from wortlaut.types import Document, Span

__all__ = ["BREAKS", "MARKS", "Break", "Features", "Mark", "Written", "featurize", "spell"]

_DOUBLE = frozenset([*'„“”"«»‟＂', "''", "``"])
_BLANK_LINE = re.compile(r"\n\s*\n")


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


MARKS, BREAKS = len(Mark), len(Break)


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


@dataclass(frozen=True, slots=True)
class Written:
    """One article's tokens as written: the words, quotation marks all in one form, and what stands around each."""

    words: Sequence[str]
    mark_T: NDArray[np.int64]
    break_T: NDArray[np.int64]


def featurize(document: Document, lexicon: Lexicon) -> Features:
    """The features of every token of `document`."""
    written = spell(document)
    words = lexicon.of(written.words)
    return Features(words.vectors_WD, words.word_W, words.shape_W, written.mark_T, written.break_T)


def spell(document: Document) -> Written:
    """How every token of `document` is written: what can be told without any table.

    „“, »«, and straight quotation marks look the same to the network.
    """
    words = document.words()
    break_T = _breaks(document)
    mark_T = _marks(document, words, break_T)
    for index in np.flatnonzero((mark_T == Mark.OPENING) | (mark_T == Mark.CLOSING)).tolist():
        words[index] = "„" if mark_T[index] == Mark.OPENING else "“"
    return Written(words, mark_T, break_T)


def _breaks(document: Document) -> NDArray[np.int64]:
    text, tokens = document.text, document.tokens
    breaks = [Break.START] if tokens else []
    end = tokens[0].end if tokens else 0
    for token in tokens[1:]:
        start = token.start
        if start == end:
            breaks.append(Break.NOTHING)
        elif start == end + 1:
            breaks.append(Break.PARAGRAPH if text[end] == "\n" else Break.SPACE)
        else:
            breaks.append(Break.PARAGRAPH if "\n" in text[end:start] else Break.SPACE)
        end = token.end
    return np.array(breaks, np.int64)


def _marks(document: Document, words: Sequence[str], break_T: NDArray[np.int64]) -> NDArray[np.int64]:
    """Whether each token opens, closes or stands inside a quotation; a blank line ends an unclosed one."""
    mark_T = np.zeros(len(words), np.int64)
    blank = [index for index in np.flatnonzero(break_T == Break.PARAGRAPH).tolist() if _blank_before(document, index)]
    inside, before = False, 0
    for index in [index for index, word in enumerate(words) if word in _DOUBLE] + [len(words)]:
        if inside:
            end = _first(blank, before, index)
            mark_T[before + 1 : index if end is None else end] = Mark.INSIDE
            inside = end is None
        if index == len(words):
            break
        if not inside:
            inside = _can_open(document.tokens, index, words[index])
            mark_T[index] = Mark.OPENING if inside else Mark.OUTSIDE
        elif words[index] == "„":
            mark_T[index] = Mark.INSIDE
        else:
            mark_T[index] = Mark.CLOSING
            inside = False
        before = index
    return mark_T


def _first(blank: Sequence[int], behind: int, until: int) -> int | None:
    """The first of the ordered tokens `blank` behind a token and not behind `until`, None where there is none."""
    place = bisect_right(blank, behind)
    return blank[place] if place < len(blank) and blank[place] <= until else None


def _blank_before(document: Document, index: int) -> bool:
    gap = document.text[document.tokens[index - 1].end : document.tokens[index].start]
    return _BLANK_LINE.search(gap) is not None


def _can_open(tokens: Sequence[Span], index: int, word: str) -> bool:
    """An opening mark is followed by a word without a space between."""
    if word == "„":
        return True
    return index + 1 < len(tokens) and tokens[index].end == tokens[index + 1].start
