"""A document's words as the grammar looks at them: tokens, some cut ("14-Tage-Frist"), some joined ("25" and ".").

Every piece knows where it stands in the text and what it may denote.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from wortlaut.meaning.when.readings import Reading, readings_of
from wortlaut.types import Document, Span

__all__ = ["Pieces"]

_CUT = re.compile(r"[^-–‐‑?/]+|[-–‐‑?/]")
_CUTTING = re.compile(r"\d[\w.:,]*[-–‐‑?]|Ex-|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag-|Mittwoch-")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_SMALL_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})?")
# What may come after an ordinal inside an expression ("am 5. und 6. Mai", "23. 3. 1976").
_GOES_ON = frozenset("/ - – , ; ( )".split())
_SHORT_MONTH = re.compile(r"Jan|Jän|Feb|Mär|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez")
_COUNTED = re.compile(r"Jahrhundert|Advent|Weihnacht")
_COUNTED_KINDS = frozenset({"MONTH", "MONTHSHORT", "PERIOD"})
_WORD = re.compile(r"\w+")
_LOOK_AHEAD = 16  # characters behind the period
_KEPT = 50_000


class Pieces:
    """The pieces of a document, column by column; places are indices of pieces."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        self._first_tokens = [sentence.start for sentence in document.sentences]
        self._cut(document)
        self.small = [word.lower() for word in self.words]
        self.readings: list[tuple[Reading, ...]] = [readings_of(word) for word in self.words]
        self._sentence_starts = self._places_of_sentences(document)

    def __len__(self) -> int:
        return len(self.words)

    def word(self, place: int) -> str:
        """The word there, empty beyond the ends."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def glued(self, place: int) -> bool:
        """Whether no space stands before the piece."""
        return place > 0 and self.starts[place] == self.ends[place - 1]

    def span(self, first: int, last: int) -> Span:
        """Where the pieces `first` to `last` (half-open) stand in the text."""
        return Span(self.starts[first], self.ends[last - 1])

    def sentence(self, place: int) -> int:
        """The number of the sentence that the piece stands in."""
        return bisect_right(self._sentence_starts, place) - 1

    def bounds(self, sentence: int) -> tuple[int, int]:
        """The pieces of a sentence, half-open."""
        starts = self._sentence_starts
        return starts[sentence], starts[sentence + 1] if sentence + 1 < len(starts) else len(self.words)

    def _cut(self, document: Document) -> None:
        starts, ends, words = self.starts, self.ends, self.words
        for token, word in zip(document.tokens, document.words(), strict=True):
            if word == "." and (self._ends_ordinal(token) or self._ends_short_month(token)):
                words[-1] += "."
                ends[-1] = token.end
            elif len(word) == token.end - token.start and _is_cut(word):
                for match in _CUT.finditer(word):
                    starts.append(token.start + match.start())
                    ends.append(token.start + match.end())
                    words.append(match.group())
            else:
                starts.append(token.start)
                ends.append(token.end)
                words.append(word)

    def _ends_ordinal(self, period: Span) -> bool:
        """Whether the period makes an ordinal of the number before it, by what comes next."""
        if not self.words or period.start != self.ends[-1] or not _SMALL_NUMBER.fullmatch(self.words[-1]):
            return False
        following = self.text[period.end : period.end + _LOOK_AHEAD].lstrip()
        if not following:
            return False
        if following[0].isdecimal() or following[0].islower() or following[0] in _GOES_ON:
            return True
        if _COUNTED.match(following):
            return True
        word = _WORD.match(following)
        return word is not None and any(each.kind in _COUNTED_KINDS for each in readings_of(word.group()))

    def _ends_short_month(self, period: Span) -> bool:
        """Whether the period belongs to a month's name behind a day: "5. Dez. 2025"."""
        if len(self.words) < 2 or period.start != self.ends[-1] or not _SHORT_MONTH.fullmatch(self.words[-1]):
            return False
        return _SMALL_NUMBER.fullmatch(self.words[-2].removesuffix(".")) is not None

    def _places_of_sentences(self, document: Document) -> list[int]:
        begins = [document.tokens[token].start for token in self._first_tokens]
        places = []
        place = 0
        for begin in begins:
            while place < len(self.starts) and self.starts[place] < begin:
                place += 1
            places.append(place)
        return places or [0]


@lru_cache(maxsize=_KEPT)
def _is_cut(word: str) -> bool:
    """Whether a token is looked at in parts: a number with something behind a hyphen, `Ex-`, "Montag-Abend"."""
    return _CUTTING.match(word) is not None and _ISO.fullmatch(word) is None
