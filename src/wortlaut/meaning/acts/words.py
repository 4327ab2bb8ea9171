"""An article's words as the stage looks at them: folded lemmas, sentences, clauses, and the tokens of a span."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from wortlaut.language.lexicon import lexicon
from wortlaut.types import Document, Span

__all__ = ["ENDS", "KEYS", "NEGATIONS", "Words", "derived_key", "fold", "shipped_keys"]

KEYS = "keys.tsv"

# Word forms kept with their key; the forms of 10,000 news items are fewer.
_KEPT = 2**17
# What the lexicons write as one word: "im" is "in", "keine", "nichts" and "weder" are "nicht".
_ALIKE = {
    "im": "in", "ins": "in", "zum": "zu", "zur": "zu", "vom": "von", "am": "an", "ans": "an", "aufs": "auf",
    "beim": "bei", "kein": "nicht", "keine": "nicht", "keinen": "nicht", "keiner": "nicht", "keinem": "nicht",
    "keines": "nicht", "nichts": "nicht", "weder": "nicht", "eins": "ein", "mich": "sich", "uns": "sich",
    "zurückgerudert": "zurückrudern", "infrage": "frage",
}  # fmt: skip
NEGATIONS = frozenset(
    "nicht nie niemals nirgends nirgendwo keineswegs keinesfalls mitnichten niemand niemanden niemandem kaum".split()
)
# What ends a clause.
ENDS = frozenset([*',;:.!?…()–—„“”"»«', "''"])


@lru_cache(maxsize=_KEPT)
def fold(form: str) -> str:
    """The key under which the lexicons know a word: its lemma in lower case."""
    return shipped_keys().get(form) or derived_key(form)


@cache
def shipped_keys() -> Mapping[str, str]:
    """The keys of the words in the shipped lists, so that loading these does not ask the dictionary for each."""
    lines = (files(__package__) / KEYS).read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[0]: row[1] for row in rows}


def derived_key(form: str) -> str:
    """The key of a word as the dictionary has it."""
    small = form.lower()
    if same := _ALIKE.get(small):
        return same
    lemma = lexicon().lemma(form)
    if lemma == form and form[:1].isupper():
        # At the beginning of a sentence every word has a capital.
        own = lexicon().listed(form)
        lemma = lemma if own is not None else lexicon().lemma(small)
    return lemma.lower()


class Words:
    """The words of a document. Places are token indices, ranges half-open."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.forms: tuple[str, ...] = tuple(document.words())
        self.keys: list[str] = [fold(form) for form in self.forms]
        self.lower: list[str] = [form.lower() for form in self.forms]
        self._starts = [token.start for token in document.tokens]
        self._sentences = [sentence.start for sentence in document.sentences]

    def covered(self, spans: Iterable[Span]) -> list[int]:
        """The tokens that share a character with the spans, in order."""
        found: list[int] = []
        for span in spans:
            first = max(bisect_right(self._starts, span.start) - 1, 0)
            if first < len(self._starts) and self.document.tokens[first].end <= span.start:
                first += 1
            found.extend(range(first, bisect_left(self._starts, span.end)))
        return found

    def sentence(self, place: int) -> range:
        """The tokens of the sentence that the token stands in."""
        number = bisect_right(self._sentences, place) - 1
        sentence = self.document.sentences[number]
        return range(sentence.start, sentence.end)

    def number(self, place: int) -> int:
        """The number of the sentence that the token stands in."""
        return bisect_right(self._sentences, place) - 1

    def span(self, start: int, end: int) -> Span:
        """Where the tokens stand in the article."""
        tokens = self.document.tokens
        return Span(tokens[start].start, tokens[end - 1].end)

    def spans(self, places: Iterable[int]) -> tuple[Span, ...]:
        """Where the tokens stand, neighbours together."""
        runs: list[list[int]] = []
        for place in sorted(set(places)):
            if runs and runs[-1][-1] == place - 1:
                runs[-1].append(place)
            else:
                runs.append([place])
        return tuple(self.span(run[0], run[-1] + 1) for run in runs)
