"""Two texts as words that can be compared: one character for each different word or mark.

So whole texts are compared and searched by compiled code. A token of its own stands before and behind each text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import add

from wortlaut.types import Span

__all__ = ["FIRST_ONLY", "Words", "words_of_both"]

_WORD = re.compile(r"\w+|[^\w\s]")
# Words of one text alone can equal nothing, so one character does for all of them.
FIRST_ONLY, _SECOND_ONLY, _BEGINNING, _END = map(chr, range(4))
_FREE = range(4, 0x110000)


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of a text, one character each, between `_BEGINNING` and `_END`, with their places."""

    text: str = field(repr=False)
    tokens: str
    starts: Sequence[int]
    ends: Sequence[int]

    def covering(self, span: Span) -> tuple[int, int]:
        """The half-open range of the tokens that share a character with `span`."""
        last = len(self.tokens) - 1
        first = bisect_right(self.ends, span.start, lo=1, hi=last)
        return first, bisect_left(self.starts, span.end, lo=first, hi=last)

    def between(self, start: int, end: int) -> Span:
        """The span from the first of a range of tokens through its last one."""
        return Span(self.starts[start], self.ends[end - 1])

    def sentence_around(self, start: int, end: int, most: int) -> tuple[int, int]:
        """How many tokens of the same sentence stand before and behind a range of tokens; `most` at the most each."""
        first, last = start, end
        while first > max(1, start - most) and not self._is_stop(first - 1):
            first -= 1
        while last < min(len(self.tokens) - 1, end + most) and not self._is_stop(last - 1):
            last += 1
        return start - first, last - end

    def _is_stop(self, index: int) -> bool:
        return self.text[self.starts[index]] in ".!?"

    def has_word(self, start: int, end: int) -> bool:
        """Whether one of a range of tokens is more than a mark."""
        return any(self.text[self.starts[index]].isalnum() for index in range(start, end))


def words_of_both(first: str, second: str) -> tuple[Words, Words]:
    """Both texts as words; the same character in both stands for the same word, but for those of one text alone."""
    words, second_words = _WORD.findall(first), _WORD.findall(second)
    shared = set(words) & set(second_words)
    # In order of first occurrence, so that the same texts always give the same characters. With more shared words than
    # characters (no text has a million of them) the rest count as different.
    numbered = zip(dict.fromkeys(word for word in words if word in shared), map(chr, _FREE), strict=False)
    characters = dict(numbered)
    return _words(first, words, characters, FIRST_ONLY), _words(second, second_words, characters, _SECOND_ONLY)


def _words(text: str, words: Sequence[str], characters: Mapping[str, str], other: str) -> Words:
    starts = [0, *(match.start() for match in _WORD.finditer(text)), len(text)]
    return Words(
        text,
        "".join([_BEGINNING, *(characters.get(word, other) for word in words), _END]),
        starts,
        [0, *map(add, starts[1:], map(len, words)), len(text)],
    )
