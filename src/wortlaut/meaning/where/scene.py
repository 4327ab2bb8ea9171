"""An article as the stage looks at it: words, what nouns are, sentences, paragraphs, and phrases around a noun.

Places are token indices, ranges half-open.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from wortlaut.meaning.where.tables import Noun, noun_of, verbs
from wortlaut.types import Document, Span

__all__ = ["ARTICLES", "OPENING", "PREPOSITIONS", "QUOTATION", "Lead", "Scene"]

QUOTATION = frozenset("„“”\"»«‚‘'`") | {"''", "``"}
OPENING = frozenset("„»‚\"“'") | {"''", "``"}
PREPOSITIONS = frozenset(
    "in im auf bei beim gegenüber vor vorm am an über per via zu zum zur nach laut gemäß aus von vom durch mit"
    " während anlässlich unter für seit um ohne trotz wegen zwischen entsprechend seitens".split()
)
ARTICLES = frozenset("der die das dem den des ein eine einer eines einem einen".split())
_DETERMINERS = ARTICLES | frozenset(
    "sein seine seiner seines seinem seinen ihr ihre ihrer ihres ihrem ihren dieser diese dieses diesem diesen"
    " mehrere mehreren mehrerer verschiedene verschiedenen verschiedener einige einigen einiger viele vielen vieler"
    " unser unsere unserer unserem unseren mein meine meiner meinem meinen jener jenem jenen kein keine keiner keinem"
    " welcher welchem jede jeder jedem jeden zwei drei vier fünf".split()
)
_ADJECTIVAL = ("e", "en", "er", "es", "em")
# Words to either side of one that are looked at in a sentence; so time is in proportion to any text.
_WIDE = 40
_REACH = 7  # words from a noun back to its article, at most; measured: of the corpus' frames 1 in 300 has more
_FAR = 14  # the same where a participle stands before the noun: "dem mehr als 110 Seiten umfassenden Urteil"


class Lead:
    """What stands before a noun: where its phrase begins, its article, and the preposition before (small, or "")."""

    __slots__ = ("article", "preposition", "start")

    def __init__(self, start: int, article: str, preposition: str) -> None:
        self.start = start  # with the preposition
        self.article = article
        self.preposition = preposition


class Scene:
    """The words of a document, and questions about them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.forms: list[str] = document.words()
        self.lower: list[str] = [form.lower() for form in self.forms]
        self.nouns: list[Noun | None] = [noun_of(form) for form in self.forms]
        self._starts = [token.start for token in document.tokens]
        self._sentences = [sentence.start for sentence in document.sentences]

    def __len__(self) -> int:
        return len(self.forms)

    def sentence(self, place: int) -> int:
        """The number of the sentence in which the token stands."""
        return bisect_right(self._sentences, place) - 1

    def bounds(self, sentence: int) -> tuple[int, int]:
        """The tokens of a sentence."""
        found = self.document.sentences[sentence]
        return found.start, found.end

    def covered(self, spans: Iterable[Span]) -> list[int]:
        """The tokens that share a character with the spans, in order."""
        found: list[int] = []
        for span in spans:
            first = max(bisect_right(self._starts, span.start) - 1, 0)
            if first < len(self._starts) and self.document.tokens[first].end <= span.start:
                first += 1
            found.extend(range(first, bisect_left(self._starts, span.end)))
        return sorted(set(found))

    def around(self, place: int) -> tuple[int, int]:
        """The tokens of the sentence in which the token stands, so many at most to either side."""
        first, last = self.bounds(self.sentence(place))
        return max(first, place - _WIDE), min(last, place + _WIDE)

    def span(self, start: int, end: int) -> Span:
        """The tokens as a stretch of the text."""
        return Span(self.document.tokens[start].start, self.document.tokens[end - 1].end)

    def breaks_between(self, first: int, last: int) -> bool:
        """Whether a paragraph ends between two tokens."""
        if first >= last:
            return False
        tokens = self.document.tokens
        return "\n" in self.document.text[tokens[first].end : tokens[last].start]

    def at(self, place: int) -> str:
        """The word at a place in small letters, "" outside the text."""
        return self.lower[place] if 0 <= place < len(self.lower) else ""

    def form(self, place: int) -> str:
        """The word at a place, "" outside the text."""
        return self.forms[place] if 0 <= place < len(self.forms) else ""

    def lead(self, head: int) -> Lead:
        """What stands before the noun at `head`: adjectives, article, preposition."""
        place, start = head - 1, head
        low = max(self.bounds(self.sentence(head))[0], head - _REACH)
        while place >= low:
            small = self.lower[place]
            if small in PREPOSITIONS:
                return Lead(place, "", small)
            if small in _DETERMINERS:
                before = self.at(place - 1)
                if before in PREPOSITIONS and place > low - 1:
                    return Lead(place - 1, small, before)
                if before == "als" or small not in ARTICLES or not self._is_participle(head - 1):
                    return Lead(place, small, "")
                return self._far(head) or Lead(place, small, "")
            if not self._is_attribute(place):
                break
            place -= 1
            start = place + 1
        far = self._far(head) if head > 0 and self._is_participle(head - 1) else None
        return far or Lead(self._bare_start(start, head), "", "")

    def _bare_start(self, start: int, head: int) -> int:
        """Where a noun without article begins: with one adjective at most, as verbs have the same endings."""
        if start == head or head - start > 1 or not self.forms[start].endswith(("er", "en", "e")):
            return head
        return start if start == 0 or not self.forms[start - 1][0].isupper() else head

    def opens(self, place: int) -> bool:
        """Whether a sentence begins at the place, behind quotation marks at most."""
        first, _ = self.bounds(self.sentence(place))
        return place - first <= 2 and all(form in QUOTATION for form in self.forms[first:place])

    def is_function_word(self, place: int) -> bool:
        """Whether a word has its capital letter only because it opens a sentence: "Wie", "Aber"."""
        return 0 <= place < len(self.lower) and self.lower[place] in _FUNCTION_WORDS and self.opens(place)

    def _is_participle(self, place: int) -> bool:
        form = self.form(place)
        return form.islower() and form.endswith(_PARTICIPLES) and len(form) > 5 and not _is_verb(form)

    def _far(self, head: int) -> Lead | None:
        """Article and preposition before a long attribute: "in einer am Montag in Kleinstadt gehaltenen Rede"."""
        low = max(self.bounds(self.sentence(head))[0], head - _FAR)
        for place in range(head - 2, low, -1):
            small = self.lower[place]
            if small == ",":
                return None
            if small in ARTICLES | {"seiner", "ihrer", "seinem", "ihrem"} and self.at(place - 1) in PREPOSITIONS:
                return Lead(place - 1, small, self.lower[place - 1])
            if small == "im":
                return Lead(place, "", "im")
        return None

    def _is_attribute(self, place: int) -> bool:
        """Whether the word may stand between an article and its noun."""
        form = self.forms[place]
        if form in QUOTATION or form == "-":
            return True
        if form[0].isdigit() or form in {"nun", "jetzt", "gestern", "heute", "bereits", "so", "genannten", "sehr"}:
            return True
        if form[0].isupper():
            if self.is_function_word(place):
                return False
            # "Deutschen Bundestag", "Berliner Landgericht", "Hamburger Abendblatt"
            return form.endswith(("er", "en", "e", "es")) and len(form) > 3 and self.nouns[place] is None
        return form.endswith(_ADJECTIVAL) and len(form) > 3 and not _is_verb(form) and "." not in form


def _is_verb(form: str) -> bool:
    """Whether a word with the ending of an adjective is a common verb, or another small word, instead."""
    return form in _NO_ATTRIBUTES or form in verbs("report") or form in verbs("quote")


_PARTICIPLES = ("ten", "nen", "te", "ene", "den", "nde", "ter", "tes")
_FUNCTION_WORDS = frozenset(
    "unterdessen zuvor danach daraufhin später hingegen allerdings jedoch wie aber auch so laut nach und oder"
    " doch denn dabei zudem außerdem weiter gestern heute inzwischen als wenn während unter über immer dagegen"
    " dieser diese dort hier nun noch sogar selbst nur bereits erst mehrere viele verschiedene einige andere"
    " weitere internationale nationale lokale deutsche britische israelische".split()
)
_NO_ATTRIBUTES = frozenset(
    "habe haben hatte hatten hätte wurde wurden werde werden wolle wollte wollten solle sollte sollten könne könnte"
    " sagte sagten erklärte erklärten teilte teilten berichtete berichteten meldete meldeten aber oder über unter"
    " nachdem während ohne keine jedoch weiter ferner zitierte schrieben sagen erzählte kritisierte forderte warnte"
    " betonte bestätigte gegenüber worden seien waren wären wieder".split()
)
