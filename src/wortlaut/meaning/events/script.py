"""An article's words as this stage looks at them: classes, lemmas, phrases."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from wortlaut.language.lexicon import lexicon
from wortlaut.meaning.who.classes import Class
from wortlaut.meaning.who.text import Text
from wortlaut.types import Document, Span

__all__ = ["PREPOSITIONS", "Phrase", "Script"]

PREPOSITIONS = {
    "im": "in", "ins": "in", "am": "an", "ans": "an", "zum": "zu", "zur": "zu", "vom": "von", "beim": "bei",
    "fürs": "für", "aufs": "auf", "übers": "über",
} | {
    word: word
    for word in "in an auf aus bei bis durch entgegen für gegen hinter mit nach neben ohne seit über um unter von vor"
    " während wegen zu zwischen laut gemäß trotz statt gegenüber innerhalb außerhalb anlässlich binnen ab".split()
}  # fmt: skip
_ARTICLES = frozenset(
    "der die das dem den des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene kein keine"
    " keinen keiner keinem alle allen aller beide beiden beider mehrere mehreren mehrerer viele vielen vieler einige"
    " einigen einiger weitere weiteren weiterer zwei drei vier fünf sechs zehn zahlreiche zahlreichen sein seine seinen"
    " seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser unsere solche solchen".split()
)
_GENITIVE = frozenset(
    "des der eines einer dieser dieses seiner ihrer aller beider mehrerer vieler einiger zahlreicher".split()
)
_CONTRACTED = frozenset("im ins am ans zum zur vom beim fürs aufs übers".split())
_NUMERALS = frozenset("zwei drei vier fünf sechs zehn weiteren weitere beiden mehreren vielen".split())
# Written with a capital inside a sentence, too, and no nouns.
_NO_NOUNS = frozenset("sie ihr ihre ihrer ihrem ihren ihnen du ich ja nein".split())
_OPENING = frozenset([*"„“\"»«‚‘':–-(", "''", "``", "…"])
_QUOTES = frozenset([*"„“”\"»«‚‘'", "''", "``"])
_ADJECTIVE = re.compile(r"[a-zäöüß-]{2,}(?:e|en|er|es|em)|\d{1,4}(?:\.\d{3})*\.?")
_NESTED = 12  # tokens between an article and its noun, with a phrase of its own between them
_VERBS = frozenset(
    "hatte hatten wurde wurden habe werde wolle solle könne müsse dürfe wollte wollten sollte sollten konnte konnten"
    " musste mussten durfte durften könnte könnten würde würden wäre wären hätte hätten müsste müssten möchte möchten"
    " sie es er heute morgen gestern immer wieder weiter aber oder seiner ihrer".split()
)
_LONGEST = 25
_SENTENCE = 250  # tokens; the longest sentence of 700 news items has 128
_QUOTED = 12
_CAPITALS = re.compile(r"[A-ZÄÖÜ]{2,}[\d.-]*\d*")  # "SAT.1"
_ROMAN = re.compile(r"[IVX]{1,4}|[A-Z]")
_PEOPLE = frozenset({Class.GROUP})
_THINGS = frozenset({Class.NOUN, Class.DOCUMENT, Class.UTTERANCE})
_PLACING = frozenset({"in", "nach", "aus", "bei"})
_NAMES = frozenset({Class.FIRST, Class.FAMILY, Class.NAME, Class.PLACE})
_ATTRIBUTES = (
    "te", "ten", "ter", "tes", "tem", "ene", "enen", "ener", "enes", "nde", "nden", "nder", "ndes", "ndem",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its tokens, half-open, the preposition before it, its article, and where its noun stands.

    `end` lies behind the noun and the names after it, `stop` also behind what is put to it in the genitive or by "von".
    """

    start: int
    head: int
    end: int
    stop: int
    preposition: str = ""
    article: str = ""


class Script:
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

    def phrases(self, places: Iterable[int], times: frozenset[int]) -> list[Phrase]:
        """The noun phrases among the places, which are in order; `times` are places that tell a time."""
        allowed = [place for place in places if place not in times]
        found: list[Phrase] = []
        member = set(allowed)
        beyond = -1
        for place in allowed:
            if place < beyond:
                continue
            phrase = self._phrase(place, member, times)
            if phrase is not None:
                found.append(phrase)
                beyond = phrase.stop
        return found

    def _phrase(self, place: int, member: set[int], times: frozenset[int]) -> Phrase | None:
        """The phrase that begins there, with its preposition."""
        small = self.word(place)
        preposition, start = "", place
        if small in PREPOSITIONS:
            preposition = PREPOSITIONS[small]
            start = place + 1
            if self.word(start) in PREPOSITIONS or start in times:
                return None
        article = small if small in _CONTRACTED else ""
        core = self._core(start, member, times, has_article=bool(article))
        if core is None:
            return None
        head, end = core
        if preposition in _PLACING and head == start and self.kind(head) in _NAMES:
            # "in Anstadt |Vertreter der Regierung|"
            end = next((at for at in range(head + 1, end) if self.kind(at) not in _NAMES), end)
        if self.word(start) in _ARTICLES:
            article = self.word(start)
        return Phrase(start, head, end, self._stop(end, member, times), preposition, article)

    def _core(
        self, start: int, member: set[int], times: frozenset[int], *, has_article: bool
    ) -> tuple[int, int] | None:
        """Noun and end of the phrase that begins at `start`."""
        place = start
        if self.word(place) in _ARTICLES:
            place += 1
            has_article = True
        if has_article and (nested := self._nested(place, member, times)):
            place = nested
        while place in member and (self._is_adjective(place) or self.forms[place] in _QUOTES):
            place += 1
        if place not in member or not self.is_noun(place) or place in times:
            return None
        head = place
        while self._goes_on(place + 1, member, times):
            place += 1
        return head, self._behind_quote(place + 1, member)

    def _is_adjective(self, place: int) -> bool:
        """Whether an adjective or a number may stand there, also one that is part of a name: "Europäischen Union"."""
        word = self.word(place)
        if word in _NUMERALS:
            return True
        if (
            self.is_noun(place)
            or word in PREPOSITIONS
            or word in _ARTICLES
            or word in _VERBS
            or _ADJECTIVE.fullmatch(word) is None
        ):
            return False
        return word.endswith("er") or not lexicon().is_infinitive(word)

    def _goes_on(self, place: int, member: set[int], times: frozenset[int]) -> bool:
        """Whether a name or noun goes on there without a word between."""
        if place not in member or place in times:
            return False
        if _ROMAN.fullmatch(self.forms[place]):
            return True
        if self.kind(place - 1) in _PEOPLE and self.kind(place) in _THINGS:
            return False
        if self.kind(place - 1) is Class.PLACE and self.kind(place) not in _NAMES:
            return False
        return self.is_noun(place)

    def _behind_quote(self, place: int, member: set[int]) -> int:
        """Behind the quotation marks that open there: "die Reihe „Schöne Welt“"; the place itself where none do."""
        if place in member and self.forms[place] in _QUOTES and self.text.opens(place):
            for at in range(place + 2, place + _QUOTED):
                if at not in member:
                    break
                if self.forms[at] in _QUOTES:
                    return at + 1
        return place

    def _nested(self, place: int, member: set[int], times: frozenset[int]) -> int | None:
        """Where the noun stands, behind a participle with a phrase of its own: "die |für heute angesetzte| Sitzung"."""
        if self.word(place) not in PREPOSITIONS and not self.text.form(place)[:1].isdigit() and place in member:
            return None
        for at in range(place + 1, min(place + _NESTED, len(self.forms) - 1)):
            form = self.forms[at]
            if form in {".", ";", ":"} or (form == "," and at - 1 not in times and at + 1 not in times):
                return None
            if form.islower() and len(form) > 4 and form.endswith(_ATTRIBUTES) and self.is_noun(at + 1):
                return at + 1
        return None

    def _stop(self, end: int, member: set[int], times: frozenset[int]) -> int:
        """Behind what is put to a noun in the genitive or by "von", also several times."""
        stop, first = end, end
        while stop - first < _LONGEST:
            small = self.word(stop)
            if small in _GENITIVE and self.kind(stop - 1) in _NAMES:
                return stop
            if small in _GENITIVE or small in {"von", "vom"}:
                core = self._core(stop + (small in {"von", "vom"}), member, times, has_article=True)
            elif small in {"und", "sowie"} and stop > first:
                return stop
            else:
                return stop
            if core is None or stop not in member:
                return stop
            stop = core[1]
        return stop


def _pieces(document: Document) -> list[int]:
    """Where sentences begin; those without end are cut, so that time stays in proportion to the text."""
    return [start for each in document.sentences for start in range(each.start, each.end, _SENTENCE)]
