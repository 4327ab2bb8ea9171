"""The noun phrases of an article, each with its preposition, and what is put to its noun."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from wortlaut.language.lexicon import lexicon
from wortlaut.meaning.events.lexicon import naming
from wortlaut.meaning.events.wording import QUOTES, Wording
from wortlaut.meaning.when.readings import rows
from wortlaut.meaning.who.classes import PLURAL, Class

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
_NO_ADVERBS = frozenset("sich und oder sowie ist sind wird werden hat haben will wollen soll sollen ihm ihn".split())
_GENITIVE = frozenset(
    "des der eines einer dieser dieses seiner ihrer aller beider mehrerer vieler einiger zahlreicher".split()
)
_DOUBTFUL = frozenset("einer seiner ihrer dieser".split())  # as well a dative of its own
_CONTRACTED = frozenset("im ins am ans zum zur vom beim fürs aufs übers".split())
_NUMERALS = frozenset(
    "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend weiteren weitere beiden mehreren vielen"
    " hunderttausend zehntausend".split()
)
# With a number behind them they say how many, not where: "über 3.000 Menschen".
_MEASURING = frozenset({"über", "unter", "um", "bis", "gegen", "zu"})
_MANY = re.compile(r"\d{3,}|\d{1,3}(?:\.\d{3})+")
_COUNTED = frozenset({"tausend", "millionen", "milliarden", "prozent"})
_JOINING = frozenset({"und", "oder", "sowie"})
_PARTICLES = frozenset("de di da del della du dos van al bin ibn la le el".split())
_CLOSED = tuple((quote,) for quote in QUOTES)
_ADJECTIVE = re.compile(r"(?:\d+-?)?[a-zäöüß-]{2,}(?:e|en|er|es|em)|\d{1,4}(?:\.\d{3})*\.?")
_NESTED = 12  # tokens between an article and its noun, with a phrase of its own between them
_VERBS = frozenset(
    "hatte hatten wurde wurden habe werde wolle solle könne müsse dürfe wollte wollten sollte sollten konnte konnten"
    " musste mussten durfte durften könnte könnten würde würden wäre wären hätte hätten müsste müssten möchte möchten"
    " nachdem indem trotzdem außerdem zudem seitdem ferner später bevor sie es er wie heute morgen gestern immer wieder"
    " weiter aber oder seiner ihrer".split()
)
_UNITS = frozenset("kilometern kilometer metern meter km".split())
_LONGEST = 25
_QUOTED = 12
_ROMAN = re.compile(r"[IVX]{1,4}|[A-Z]|\d\d")
_WEAK_PAST = re.compile(r"[a-zäöüß]{2,}(?:te|ten)")
_ADVERBS = 3  # words between an article and its participle: "der erst kürzlich neu gewählte Rat"
_KEPT = 2**15
_PEOPLE = frozenset({Class.GROUP})
_THINGS = frozenset({Class.NOUN, Class.DOCUMENT, Class.UTTERANCE})
_PLACING = frozenset({"in", "nach", "aus", "bei"})
_NAMES = frozenset({Class.FIRST, Class.FAMILY, Class.NAME, Class.PLACE})
_NAMED = _NAMES | {Class.ROLE, Class.HONORIFIC, Class.KNOWN_BODY, Class.BODY, Class.GROUP, Class.ABBREVIATION}
# What "und" joins to a word behind "von": "Vertreter von Regierung und |Opposition|", but not "… und |Ministerin| …".
_JOINED = frozenset(
    {Class.BODY, Class.GROUP, Class.KNOWN_BODY, Class.ABBREVIATION, Class.PLACE, Class.NAME, Class.NOUN}
)
_OWNED = frozenset({Class.ROLE, Class.BODY, Class.GROUP, Class.NOUN, Class.DOCUMENT, Class.UTTERANCE})
_ATTRIBUTES = (
    "te", "ten", "ter", "tes", "tem", "ene", "enen", "ener", "enes", "nde", "nden", "nder", "ndes", "ndem",
)  # fmt: skip


@cache
def _strong_past() -> frozenset[str]:
    return frozenset(word for kind, words in rows("tenses.tsv") if kind == "past" for word in words.split())


@lru_cache(maxsize=_KEPT)
def _may_be_past(word: str) -> bool:
    """Whether a word that looks like an adjective may be a verb in the past: "stellte"."""
    return _WEAK_PAST.fullmatch(word) is not None and lexicon().is_infinitive(lexicon().lemma(word))


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


class Script(Wording):
    """The words of a document and their phrases; places are token indices, ranges half-open."""

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

    def phrase_at(self, phrases: Iterable[Phrase], place: int, times: frozenset[int]) -> Phrase | None:
        """The phrase among these whose noun or name stands there, also one within another; None where there is none.

        What is put to another noun by the genitive has "von" for its preposition where that one has one, too.
        """
        around = next((each for each in phrases if each.start <= place < each.stop), None)
        if around is None or around.head <= place < around.end:
            return around
        within = range(around.start + 1, around.head) if place < around.head else range(around.end, around.stop)
        inner = self.phrase_at(self.phrases(within, times), place, times) or Phrase(place, place, place + 1, place + 1)
        if inner.preposition or inner.article in _DOUBTFUL or (place > around.head and not around.preposition):
            return inner
        return replace(inner, preposition="von")

    def _phrase(self, place: int, member: set[int], times: frozenset[int]) -> Phrase | None:
        """The phrase that begins there, with its preposition."""
        small = self.word(place)
        preposition, start = "", place
        if small in PREPOSITIONS and not self._is_measure(place):
            preposition = PREPOSITIONS[small]
            start = place + 1
            if self.word(start) in PREPOSITIONS or start in times:
                return None
        article = small if small in _CONTRACTED else ""
        core = self._core(start, member, times, has_article=bool(article))
        if core is None:
            return None
        head, end = core
        if preposition in _PLACING and not article and head == start and self._is_town(head):
            # "in Anstadt |Vertreter der Regierung|", "in Anstadt |Ada Brand|"
            end = next((at for at in range(head + 1, end) if not self._is_part_of_town(at)), end)
        if self.word(start) in _ARTICLES:
            article = self.word(start)
        is_name = not article or end > head + 1
        return Phrase(start, head, end, self._stop(end, member, times, is_name=is_name), preposition, article)

    def _is_town(self, place: int) -> bool:
        """Whether a name stands there that is no owner: "in |Anstadt|", not "in |Brands| Haus"."""
        is_place = self.kind(place) is Class.PLACE
        return self.kind(place) in _NAMES and (is_place or not self.forms[place].endswith("s"))

    def _is_part_of_town(self, place: int) -> bool:
        return self.kind(place) in _NAMES and not (
            self.kind(place) is Class.FIRST and self.kind(place - 1) is Class.PLACE
        )

    def _is_measure(self, place: int) -> bool:
        """Whether the preposition there only says how many: "|über| 3.000 Menschen"."""
        if self.word(place) not in _MEASURING or self.word(place - 1) in PREPOSITIONS:
            return False
        number = self.forms[place + 1] if place + 1 < len(self.forms) else ""
        return _MANY.fullmatch(number) is not None or (number.isdigit() and self.word(place + 2) in _COUNTED)

    def _core(
        self, start: int, member: set[int], times: frozenset[int], *, has_article: bool
    ) -> tuple[int, int] | None:
        """Noun and end of the phrase that begins at `start`."""
        place = start
        if self.word(place) in _MEASURING and self._is_measure(place):
            place += 1
        if self.word(place) in _ARTICLES:
            place += 1
            has_article = True
        if has_article:
            place = self._behind_adverbs(self._nested(place, member, times) or place)
        elif not self.is_noun(place) and self._is_verb(place):
            return None
        while not self.is_noun(place) or place == start:
            step = self._ahead(place, start, member)
            if not step:
                break
            place += step
        if place not in member or not self.is_noun(place) or place in times:
            return None
        is_quoted = place > start and any(self.forms[at] in QUOTES for at in range(start, place))
        head = place
        while self._goes_on(place + 1, member, times) or self._is_particle(place + 1) or self._is_front(place):
            if self._is_apart(place, is_bare=not has_article and place == start):
                break
            place += 1
        if is_quoted and self.forms[place + 1 : place + 2] in _CLOSED:
            return head, place + 2
        return head, self._behind_quote(place + 1, member)

    def _ahead(self, place: int, start: int, member: set[int]) -> int:
        """How many tokens that may stand before the noun stand there: adjectives, numbers, quotation marks, owners."""
        if self._is_ordinal(place):
            return 2
        if place not in member:
            return 0
        if self._is_adjective(place) or self.forms[place] in QUOTES:
            return 1
        return int(self._is_owner(place) if place == start else self._is_between(place))

    def _is_verb(self, place: int) -> bool:
        """Whether what looks like an adjective without an article is the verb: "2004 |stellte| Ministerin Brand …"."""
        word = self.word(place)
        return word in _strong_past() or (self.kind(place + 1) in _NAMED and _may_be_past(word))

    def _is_ordinal(self, place: int) -> bool:
        """Whether a number with a point stands there: "der |1.| FC Anstadt"."""
        return self.word(place + 1) == "." and self.forms[place].isdigit() and self.is_noun(place + 2)

    def _behind_adverbs(self, place: int) -> int:
        """Behind the adverbs between an article and its adjective: "des |neu| gewählten Rats"; else the place."""
        if self.is_noun(place):
            return place
        for at in range(place, min(place + _ADVERBS, len(self.forms) - 2)):
            word, form = self.word(at), self.forms[at]
            if self._is_adjective(at) or not (form.isalpha() and form.islower()):
                return place
            if word in PREPOSITIONS or word in _ARTICLES or word in _VERBS or word in _NO_ADVERBS:
                return place
            if self._is_adjective(at + 1) and self.forms[at + 1].islower() and self.is_noun(at + 2):
                return at + 1
        return place

    def _is_between(self, place: int) -> bool:
        """Whether it joins two adjectives: "die sozialen |und| kulturellen Folgen"."""
        if self.lower[place] not in _JOINING or not self.is_noun(place + 2):
            return False
        return self.forms[place - 1].islower() and self.forms[place + 1].islower() and self._is_adjective(place + 1)

    def _is_owner(self, place: int) -> bool:
        """Whether a country in the genitive stands there before its noun: "|Ostriens| Ministerin Brand"."""
        if self.kind(place) is not Class.PLACE or self.kind(place + 1) not in _OWNED:
            return False
        return self.forms[place] == f"{self.text.words[place].base}s"

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
        if self.kind(place) is Class.NOUN and self.text.words[place - 1].agrees == PLURAL:
            return False
        if self.kind(place - 1) is Class.PLACE and self.kind(place) not in _NAMES:
            return False
        return self.is_noun(place)

    def _is_apart(self, place: int, *, is_bare: bool) -> bool:
        """Whether what stands behind a name is not its own: "besuchte |Wehr| Kurse", "der SC |Beburg| Spiele"."""
        if place + 1 >= len(self.forms):
            return False
        is_name = self.kind(place) in {Class.NAME, Class.FAMILY} and not self.forms[place].endswith("s")
        behind = self.text.words[place + 1]
        is_plural = behind.kind is Class.NOUN and bool(behind.agrees & PLURAL)
        return is_name and is_plural and (is_bare or naming(self.forms[place + 1]) is not None)

    def _is_front(self, place: int) -> bool:
        """Whether a compound is left out there: "Haushalts- |und| Finanzausschuss"."""
        if self.forms[place] in _JOINING:
            return self.forms[place - 1].endswith("-") and self.is_noun(place + 1)
        return self.forms[place].endswith("-") and self.word(place + 1) in _JOINING and self.is_noun(place + 2)

    def _is_particle(self, place: int) -> bool:
        """Whether a name goes on there with a word written small: "Livia |de| Santis"."""
        return (
            self.word(place) in _PARTICLES
            and self.kind(place - 1) in {Class.FIRST, Class.NAME}
            and self.kind(place + 1) in _NAMES
        )

    def _behind_quote(self, place: int, member: set[int]) -> int:
        """Behind the quotation marks that open there: "die Reihe „Schöne Welt“"; the place itself where none do."""
        if place in member and self.forms[place] in QUOTES and self.text.opens(place):
            for at in range(place + 2, place + _QUOTED):
                if at not in member:
                    break
                if self.forms[at] in QUOTES:
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
            if form.islower() and len(form) > 4 and form.endswith(_ATTRIBUTES):
                if self.word(at - 1) in _ARTICLES:
                    continue  # "das zu |seiner| beginnenden Sitzung …"
                if self.is_noun(at + 1) or (self._is_adjective(at + 1) and self.is_noun(at + 2)):
                    return at + 1
        return None

    def _stop(self, end: int, member: set[int], times: frozenset[int], *, is_name: bool) -> int:
        """Behind what is put to a noun in the genitive or by "von", also several times; seldom to a bare name."""
        stop, first, is_of = end, end, False
        while stop - first < _LONGEST:
            small = self.word(stop)
            is_bare = self.kind(stop - 1) in _NAMES and (is_name or stop > first)
            is_town = small == "vom" and self.kind(stop - 1) is Class.PLACE
            if (small in _GENITIVE and is_bare) or is_town or self.word(stop - 1) in _UNITS:
                return stop
            if small in _GENITIVE or small in {"von", "vom"}:
                is_of = small == "von" and self.word(stop + 1) not in _ARTICLES
                core = self._core(stop + (small in {"von", "vom"}), member, times, has_article=True)
            elif small == "und" and stop > first and is_of and self.kind(stop + 1) in _JOINED:
                core, is_of = self._core(stop + 1, member, times, has_article=False), False
            else:
                return stop
            if core is None or stop not in member:
                return stop
            stop = core[1]
        return stop
