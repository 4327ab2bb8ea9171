"""An article's words as this stage looks at them: classes, lemmas, nouns, sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from wortlaut.language.lexicon import lexicon
from wortlaut.meaning.who.classes import Class
from wortlaut.meaning.who.text import Text
from wortlaut.types import Document, Span

__all__ = ["QUOTES", "Wording"]

# Written with a capital inside a sentence, too, and no nouns.
_NO_NOUNS = frozenset("sie ihr ihre ihrer ihrem ihren ihnen du ich ja nein".split())
_OPENING = frozenset([*"„“\"»«‚‘':–-(", "''", "``", "…"])
QUOTES = frozenset([*"„“”\"»«‚‘'", "''", "``"])
_SENTENCE = 250  # tokens; the longest sentence of 700 news items has 128
_CAPITALS = re.compile(r"[A-ZÄÖÜ]{2,}[\d.-]*\d*")  # "SAT.1"


class Wording:
    """The words of a document; places are token indices, ranges half-open."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = Text(document)
        self.forms = self.text.forms
        self.lower = [form.lower() for form in self.forms]
        self._starts = [token.start for token in document.tokens]
        self._sentences = _pieces(document)
        self._nouns = self._all_nouns()
        self.sure: dict[int, bool] = {}  # where it is known whether a finite verb stands

    @cached_property
    def keys(self) -> list[str]:
        """The lemma of every word, in small letters; verbs also where they open a sentence."""
        lemma = lexicon().lemma
        return [
            (lemma(form) if form[:1].islower() or self.is_noun(place) else lemma(form.lower())).lower()
            for place, form in enumerate(self.forms)
        ]

    def word(self, place: int) -> str:
        """The word there in small letters, empty beyond the ends."""
        return self.lower[place] if 0 <= place < len(self.lower) else ""

    def is_noun(self, place: int) -> bool:
        """Whether a noun or a name stands there."""
        return 0 <= place < len(self._nouns) and self._nouns[place]

    def _all_nouns(self) -> list[bool]:
        """For every token whether it is a noun or a name: listed ones, capitals, adjectives that are nouns."""
        found = [
            word.kind is not Class.OTHER or _CAPITALS.fullmatch(form) is not None
            for word, form in zip(self.text.words, self.forms, strict=True)
        ]
        first = set(self._sentences)
        for place, form in enumerate(self.forms):
            if found[place] or not form[:1].isupper() or place in first or form.lower() in _NO_NOUNS:
                continue
            if self.forms[place - 1] in _OPENING or (place + 1 < len(found) and found[place + 1]):
                continue
            found[place] = True
        return found

    def is_quote(self, place: int) -> bool:
        """Whether a quotation mark stands there."""
        return 0 <= place < len(self.forms) and self.forms[place] in QUOTES

    def kind(self, place: int) -> Class:
        """What the noun there denotes."""
        return self.text.kind(place)

    def sentence(self, place: int) -> range:
        """The tokens of the sentence that the token stands in."""
        return self.tokens_of(self.number(place))

    def number(self, place: int) -> int:
        """The number of the sentence that the token stands in."""
        return bisect_right(self._sentences, place) - 1

    def tokens_of(self, number: int) -> range:
        """The tokens of the sentence of that number, none beyond the ends."""
        if not 0 <= number < len(self._sentences):
            return range(0)
        following = self._sentences[number + 1] if number + 1 < len(self._sentences) else len(self.forms)
        return range(self._sentences[number], following)

    @property
    def count(self) -> int:
        """How many sentences there are; an endless one counts as several."""
        return len(self._sentences)

    def covered(self, span: Span) -> range:
        """The tokens that share a character with the span."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        if first < len(self._starts) and self.document.tokens[first].end <= span.start:
            first += 1
        return range(first, max(bisect_left(self._starts, span.end), first))

    def span(self, start: int, end: int) -> Span:
        """Where the tokens stand in the article."""
        tokens = self.document.tokens
        return Span(tokens[start].start, tokens[end - 1].end)


def _pieces(document: Document) -> list[int]:
    """Where sentences begin; those without end are cut, so that time stays in proportion to the text."""
    return [start for each in document.sentences for start in range(each.start, each.end, _SENTENCE)]
