"""Sentences by the decisions of Punkt (Kiss and Strunk 2006) on our own tokens, with what German adds to them.

Punkt's parameters (abbreviations, words that begin sentences, what follows an ordinal, words that are written small)
are trained on our data by `training/sentences.py` and shipped as `punkt.json`. The decisions are made here and not by
NLTK: importing that takes 0.6 s, and on 100 held-out articles it reached F1 0.962 where these reach 0.967. Measured
with `python -m evaluation sentences`: F1 0.968 on the quotation corpus' development part (whose own sentences were
made by a program), 0.998 on PUD.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from wortlaut.language.lines import line_ends
from wortlaut.types import Span, TokenRange

__all__ = ["Punkt", "punkt", "split"]

_ENDS = re.compile(r"[.!?…]+")
_ENDING = frozenset(".!?:")
# Marks that close what came before when nothing stands between.
_CLOSING = frozenset([*"\"'“”’‘»«›‹)]}", "''"])
# Marks that close even after a space ("gut. “ Er ging"): they are never used to open in German.
_LOOSE = frozenset("“”)]}")
_OPENING = frozenset([*"\"'„“‚‘»«›‹([{–—-*•", "``", "--"])
# A sentence goes on after these ("„Ja.“, sagte er").
_GOES_ON = frozenset(",;:)]}/%&=+")
# Abbreviations that call for what comes after them, be it written like a sentence's first word ("z. B. Die Wache").
_NEVER_LAST = frozenset("bspw bzw ca d.h ggf i.d.r inkl insb sog u.u v.a vgl z.b z.t zzgl".split())
# "J.", "II.", "z.B.", "n. Chr."
_ABBREVIATION = re.compile(r"[^\W\d_]|[IVX]+|(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,3}")
# Longer ones are years and amounts; they close sentences ("im Jahr 1999. Danach").
_ORDINAL = re.compile(r"\d{1,3}")
# After these a number counts and is no ordinal ("auf Platz 3. Trainerin Adler …").
_COUNTED = frozenset({"Band", "Kapitel", "Nummer", "Platz", "Punkt", "Rang", "Seite", "Teil"})
# The word before a period, with the spaced letters before it ("z. B").
_BEFORE = re.compile(r"(?:\b[^\W\d_]\.\s?)*\b[^\W_]+(?:[-.,:/][^\W_]+)*$")
# Characters to look back at; longer words are no abbreviations.
_LOOK_BACK = 24
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Punkt:
    """The trained parameters; all words in lower case, without their period."""

    abbreviations: frozenset[str]
    starters: frozenset[str]  # often begin a sentence
    after_ordinal: frozenset[str]  # follow a number with a period inside the sentence: "3. Quartal"
    written_small: frozenset[str]  # written small inside a sentence: capitals mean that one begins


@cache
def punkt() -> Punkt:
    """The shipped parameters, loaded when first asked for."""
    from importlib.resources import files  # takes 15 ms to import

    raw = json.loads((files(__package__) / "punkt.json").read_text("utf-8"))
    return Punkt(**{name: frozenset(words) for name, words in raw["parameters"].items()})


def split(text: str, tokens: tuple[Span, ...]) -> tuple[TokenRange, ...]:
    """The sentences of `text` as token ranges; together they cover all `tokens`, each once."""
    if not tokens:
        return ()
    starts = [token.start for token in tokens]
    begins = {bisect_left(starts, end) for end in line_ends(text)}
    begins.update(_Splitter(text, tokens, starts, punkt()).begins())
    bounds = sorted(begins - {0, len(tokens)})
    return tuple(map(TokenRange, [0, *bounds], [*bounds, len(tokens)]))


class _Splitter:
    """Finds the sentence begins of one text."""

    def __init__(self, text: str, tokens: tuple[Span, ...], starts: list[int], parameters: Punkt) -> None:
        self._text = text
        self._tokens = tokens
        self._starts = starts
        self._punkt = parameters

    def begins(self) -> Iterator[int]:
        """The tokens with which a sentence begins that punctuation sets off from the one before."""
        for mark in _ENDS.finditer(self._text):
            last = bisect_left(self._starts, mark.end()) - 1
            if self._tokens[last].end != mark.end():
                continue  # inside a token: 1.000, ver.di
            following = self._after_closing(last + 1)
            if following < len(self._tokens) and self._parted(mark.group(), last, following):
                yield following

    def _word(self, index: int) -> str:
        token = self._tokens[index]
        return self._text[token.start : token.end]

    def _glued(self, index: int) -> bool:
        """Whether no space stands before the token."""
        return self._tokens[index].start == self._tokens[index - 1].end

    def _after_closing(self, index: int) -> int:
        """The first token from `index` on that does not close what came before."""
        while index < len(self._tokens):
            mark = self._word(index)
            if not (mark in _CLOSING and (self._glued(index) or self._loose(mark, index))):
                break
            index += 1
        return index

    def _loose(self, mark: str, index: int) -> bool:
        return mark in _LOOSE and not (index + 1 < len(self._tokens) and self._glued(index + 1))

    def _parted(self, mark: str, last: int, following: int) -> bool:
        """Whether the sentence ends with `mark`, whose last token is `last`, when `following` comes next."""
        if self._word(following) in _GOES_ON:
            return False
        first = following
        while first < len(self._tokens) and self._word(first) in _OPENING:
            first += 1
        if first == len(self._tokens):
            return False
        word = self._word(first)
        if word.islower():
            return False
        if self._glued(following) and following == first:
            return self._run_together(last, word)
        if mark[-1] in "!?":
            return True
        if len(mark) > 1 or mark == "…":
            return self._begins_sentence(word)
        return self._after_period(last, word, closed=following > last + 1)

    def _run_together(self, last: int, word: str) -> bool:
        """Whether it is two sentences without a space between ("bekannt.Bei"), rather than a name ("Yahoo.Com")."""
        before = self._before(last)
        return len(before) > 2 and before[-3:].isalpha() and word.istitle() and len(word) > 1

    def _begins_sentence(self, word: str) -> bool:
        """Punkt's orthographic heuristic: a word that is written small elsewhere, or often begins a sentence."""
        return word.lower() in self._punkt.written_small or word.lower() in self._punkt.starters

    def _before(self, last: int) -> str:
        """The word that the period at the end of token `last` belongs to, without it; spaced letters in one ("z.B")."""
        end = self._tokens[last].end - 1
        match = _BEFORE.search(self._text, max(0, end - _LOOK_BACK), end)
        return _SPACE.sub("", match.group()) if match else self._text[max(0, end - _LOOK_BACK) : end]

    def _after_period(self, last: int, word: str, *, closed: bool) -> bool:
        """Whether the period at the end of token `last` ends a sentence when `word` comes next."""
        before = self._before(last)
        if _ORDINAL.fullmatch(before):
            return self._after_number(last, word)
        if self._word(last) == "." and not self._is_abbreviation(before):
            return True  # a token that keeps its period is an abbreviation
        return self._begins_sentence(word) and (closed or before.lower() not in _NEVER_LAST)

    def _after_number(self, last: int, word: str) -> bool:
        """The same where the period follows a number: an ordinal, an item of a list, or the end ("auf Platz 3.")."""
        number = last - 1 if self._word(last) == "." else last
        if self._starts_item(number):
            return False
        if self._word(number - 1) in _COUNTED:
            return True
        return word.lower() not in self._punkt.after_ordinal and self._begins_sentence(word)

    def _starts_item(self, number: int) -> bool:
        """Whether the number stands first in its line or sentence ("2. Die Wache …")."""
        if number <= 0:
            return True
        gap = self._text[self._tokens[number - 1].end : self._tokens[number].start]
        return "\n" in gap or self._word(number - 1) in _ENDING

    def _is_abbreviation(self, word: str) -> bool:
        return bool(_ABBREVIATION.fullmatch(word)) or word.lower().rpartition("-")[2] in self._punkt.abbreviations
