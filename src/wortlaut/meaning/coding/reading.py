"""An article's words as codebooks look at them: token by token, by what each is found by."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from wortlaut.meaning.coding.patterns import Index, Run, forms_of
from wortlaut.types import Document, Span

__all__ = ["Places", "Text"]

# Where each pattern stands, by pattern.
Places = Mapping[str, Sequence[tuple[Span, ...]]]

# What German cuts off a verb and puts at the end of its clause: "lehnte … ab".
_PARTICLES = frozenset(
    "ab an auf aus bei durch ein entgegen fest fort frei her heraus hervor hin hinaus hinzu klar los mit nach nieder "
    "richtig statt um vor voran voraus vorbei weg weiter wieder zu zurück zusammen".split()
)


class Text:
    """A text in which patterns are sought."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = [token.start for token in document.tokens]

    def find(self, index: Index, spans: Sequence[Span]) -> Places:
        """Where the patterns stand in the spans; a phrase does not reach from one span into the next."""
        found: dict[str, list[tuple[Span, ...]]] = defaultdict(list)
        for span in spans:
            places = self._tokens(span)
            run = Run(places, [forms_of(self._word(place)) for place in places])
            for pattern, occurrences in index.find(run).items():
                found[pattern] += map(self._spans, occurrences)
        return found

    def find_cue(self, index: Index, spans: Sequence[Span]) -> Places:
        """The same in a cue, in which a verb may stand apart from its particle ("lehnte … ab")."""
        places = [place for span in spans for place in self._tokens(span)]
        words = [self._word(place) for place in places]
        ends = [number for number, word in enumerate(words) if number and word.lower() in _PARTICLES]
        forms: list[Sequence[str]] = [forms_of(word) for word in words]
        for end in ends:
            particle = forms_of(words[end])[0]
            for at in range(end):
                forms[at] = (*forms[at], *(particle + form for form in forms_of(words[at])))
        found: dict[str, list[tuple[Span, ...]]] = defaultdict(list)
        for pattern, occurrences in index.find(Run(places, forms)).items():
            found[pattern] += map(self._spans, occurrences)
        return found

    def _tokens(self, span: Span) -> list[int]:
        """The tokens that share a character with the span."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        if first < len(self._starts) and self._document.tokens[first].end <= span.start:
            first += 1
        return list(range(first, bisect_left(self._starts, span.end)))

    def _word(self, place: int) -> str:
        return self._document.tokens[place].of(self._document.text)

    def _spans(self, places: Sequence[int]) -> tuple[Span, ...]:
        """Where the tokens stand, neighbours together."""
        tokens, joined = self._document.tokens, [places[0]]
        runs: list[Span] = []
        for before, place in zip(places, [*places[1:], -1], strict=True):
            if place != before + 1:
                runs.append(Span(tokens[joined[0]].start, tokens[before].end))
                joined = [place]
        return tuple(runs)
