"""How well the paragraphs of a text are those that are right: whole paragraphs in order, and their words as a bag."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Overlap", "Words", "compare_paragraphs", "compare_words", "words_of"]

Words = tuple[str, ...]

# Soft hyphens and zero-width characters stand within words; a word joiner parts none either.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of what is asked for was found."""

    found: int
    predicted: int
    asked: int

    @property
    def f1(self) -> float:
        """Twice the found over predicted plus asked; 1 where there is neither."""
        both = self.predicted + self.asked
        return 2 * self.found / both if both else 1.0


def words_of(text: str) -> Words:
    """The words of `text`: letters and digits, case folded."""
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).casefold()))


def compare_paragraphs(predicted: Sequence[str], asked: Sequence[str], free: Iterable[str] = ()) -> Overlap:
    """The paragraphs of `predicted` that are those of `asked`, word by word, one to one and in order.

    A paragraph without a word is none. What equals one of `free`, and is not asked for, is passed over.
    """
    ours, theirs = _kept(predicted, asked, free), _worded(asked)
    return Overlap(_common(ours, theirs), len(ours), len(theirs))


def compare_words(predicted: Sequence[str], asked: Sequence[str], free: Iterable[str] = ()) -> Overlap:
    """The same of words, in any order and however they are parted."""
    ours = Counter(word for paragraph in _kept(predicted, asked, free) for word in paragraph)
    theirs = Counter(word for paragraph in _worded(asked) for word in paragraph)
    return Overlap((ours & theirs).total(), ours.total(), theirs.total())


def _kept(predicted: Sequence[str], asked: Sequence[str], free: Iterable[str]) -> list[Words]:
    passed = {words_of(paragraph) for paragraph in free} - set(_worded(asked))
    return [paragraph for paragraph in _worded(predicted) if paragraph not in passed]


def _worded(paragraphs: Iterable[str]) -> list[Words]:
    return [words for words in map(words_of, paragraphs) if words]


def _common(left: Sequence[Words], right: Sequence[Words]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(right) + 1)
    for paragraph in left:
        before = row
        row = [0]
        for place, other in enumerate(right):
            row.append(before[place] + 1 if paragraph == other else max(row[place], before[place + 1]))
    return row[-1]
