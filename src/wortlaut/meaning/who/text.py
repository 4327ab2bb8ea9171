"""An article's words as the stage looks at them: what each word says, in which sentence it stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from wortlaut.meaning.who.words import FEMALE, MALE, NEUTER, PLURAL, Class, Word, is_origin, is_town_adjective, word_of
from wortlaut.types import Document, Span

__all__ = ["Text"]

_NAME = Word(Class.NAME, MALE | FEMALE, "")
_BODY = Word(Class.KNOWN_BODY, MALE | FEMALE | NEUTER | PLURAL, "")
_ADJECTIVE = Word(Class.OTHER, 0, "")
_NOUNS = frozenset(
    {Class.BODY, Class.ROLE, Class.DOCUMENT, Class.GROUP, Class.NOUN, Class.ABBREVIATION, Class.KNOWN_BODY}
)


class Text:
    """The words of a document. Places are token indices, ranges half-open."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.forms: tuple[str, ...] = tuple(document.words())
        self.words: list[Word] = [word_of(form) for form in self.forms]
        for place in self._adjectives():
            self.words[place] = _ADJECTIVE
        self.capitals: list[int] = [place for place, word in enumerate(self.words) if word.kind is not Class.OTHER]
        self._starts = [token.start for token in document.tokens]
        self._sentences = [sentence.start for sentence in document.sentences]

    def _adjectives(self) -> list[int]:
        """Places of origin that stand before a noun: "Berliner Polizei", "Deutscher Dienst"."""
        words = self.words
        return [
            place
            for place, word in enumerate(words[:-1])
            if (is_origin(word) or word.kind in {Class.NAME, Class.FAMILY})
            and words[place + 1].kind in _NOUNS
            and self.forms[place].endswith(("er", "e", "en", "es"))
            and (word.end.startswith("deutsch") or word.end.endswith("er") or self._is_town(place))
        ]

    def _is_town(self, place: int) -> bool:
        """Whether a word in -er tells from which town a body or somebody is: "der Musterstadter Polizei"."""
        form, behind = self.forms[place], self.words[place + 1].kind
        before = self.words[place - 1].kind if place else Class.OTHER
        if not form.endswith("er") or before is not Class.OTHER:
            return False
        return behind in {Class.BODY, Class.ROLE} or is_town_adjective(form)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every form that occurs."""
        return frozenset(self.forms)

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each form with a capital stands, and each first part of a compound with hyphen ("Elbtal-")."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, form in enumerate(self.forms):
            if form[0].isupper():
                found[form].append(place)
                if "-" in form:
                    found[f"{form.partition('-')[0]}-"].append(place)
        return found

    def take_for_name(self, form: str) -> None:
        """Take a word for a name that opens no sentence and is written like an adjective or a verb."""
        for place, own in enumerate(self.forms):
            if own == form and self.words[place].kind is Class.OTHER:
                self.words[place] = _NAME
                self.capitals = sorted({*self.capitals, place})

    def take_for_body(self, form: str, place: int) -> None:
        """Take a word that is written small for a body's name wherever it stands, and the word at that place."""
        self.words[place] = _BODY
        self.capitals = sorted({*self.capitals, place, *(at for at, own in enumerate(self.forms) if own == form)})
        for at, own in enumerate(self.forms):
            if own == form:
                self.words[at] = _BODY

    def sentence(self, place: int) -> int:
        """The number of the sentence that the token stands in."""
        return bisect_right(self._sentences, place) - 1

    def sentence_start(self, place: int) -> int:
        """The first token of the sentence that the token stands in."""
        return self._sentences[self.sentence(place)]

    def form(self, place: int) -> str:
        """The word there, empty beyond the ends."""
        return self.forms[place] if 0 <= place < len(self.forms) else ""

    def kind(self, place: int) -> Class:
        """The class of the word there, `OTHER` beyond the ends."""
        return self.words[place].kind if 0 <= place < len(self.words) else Class.OTHER

    def covered(self, spans: Iterable[Span]) -> list[int]:
        """The tokens that share a character with the spans, in order."""
        return [place for span in spans for place in self._within(span)]

    def span(self, start: int, end: int) -> Span:
        """Where the tokens stand in the article."""
        tokens = self.document.tokens
        return Span(tokens[start].start, tokens[end - 1].end)

    def opens(self, place: int) -> bool:
        """Whether the quotation mark there opens what follows: it stands close to the next word, not to the last."""
        tokens = self.document.tokens
        is_close = place + 1 < len(tokens) and tokens[place].end == tokens[place + 1].start
        return is_close and not (place > 0 and tokens[place - 1].end == tokens[place].start)

    def joined(self, words: Mapping[int, str]) -> str:
        """Words for tokens, by their places in order, with blanks only where the text has some: "E!Online"."""
        tokens, source = self.document.tokens, self.document.text
        made, last = "", -1
        for place, word in words.items():
            is_apart = last >= 0 and any(map(str.isspace, source[tokens[last].end : tokens[place].start]))
            made += f" {word}" if is_apart else word
            last = place
        return made

    def _within(self, span: Span) -> Iterator[int]:
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        if first < len(self._starts) and self.document.tokens[first].end <= span.start:
            first += 1
        last = bisect_left(self._starts, span.end)
        yield from range(first, last)
