"""An article's noun phrases with whom they mean, and the stretches of text around a statement."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from wortlaut.meaning.events.script import Phrase, Script
from wortlaut.meaning.targets.things import base_of, thing_name
from wortlaut.meaning.who.cast import Cast, Entity
from wortlaut.meaning.who.choosing import rank, shipped_weights
from wortlaut.meaning.who.evidence import Situation
from wortlaut.meaning.who.explicit import Asked, Meant, Way, read_phrase
from wortlaut.meaning.who.phrases import Form, phrases_of
from wortlaut.meaning.who.roles import add_roles
from wortlaut.meaning.who.words import Class
from wortlaut.types import Document, PartyKind, ResolvedParty, Span, Statement

__all__ = ["Mentioned", "Option", "Scene"]

_LEAST = 0.3  # of a pronoun or a description, to be taken for somebody
_PRONOUNS = frozenset("er sie ihm ihn ihnen dieser diese diesen diesem ihr".split())
_THINGS = frozenset({Class.NOUN, Class.DOCUMENT, Class.UTTERANCE})
_NO_TARGETS = frozenset(
    "montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend morgen mittag abend nacht uhr tag woche"
    " monat jahr jahrzehnt januar februar märz april mai juni juli august september oktober november dezember stunde"
    " minute sekunde euro dollar prozent million milliarde angabe mal wochenende vormittag nachmittag zeit anfang ende"
    " du euch sie ihr wir beispiel wort worte rande rahmen beginn mitte interview gespräch rede erklärung"
    " meinung ansicht angaben".split()
)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One place where an option stands: tokens, half-open, and what holds it. `governing` is the noun before it."""

    start: int
    head: int
    stop: int
    preposition: str = ""
    article: str = ""
    governing: int = -1
    is_pronoun: bool = False


@dataclass(slots=True, eq=False)
class Option:
    """One who or what may be meant, with all places where it stands."""

    kind: PartyKind
    name: str
    office: str | None = None
    entity: Entity | None = None
    key: str = ""  # folded noun of a thing
    mentions: list[Mentioned] = field(default_factory=list)


class Scene:
    """An article's options by the tokens at which they stand."""

    def __init__(self, document: Document, published: date | None, quoted: Iterable[int]) -> None:
        self.script = Script(document)
        self.text = self.script.text
        self.cast = Cast.of(self.text)
        add_roles(self.cast, published)
        self.situation = Situation(self.cast, published, [], None, frozenset(quoted))
        self._weights = shipped_weights()
        self._of_entity: dict[int, Option] = {}
        self._things: dict[str, Option] = {}
        self._named: dict[str, Option] = {}
        self._in_sentence: dict[int, tuple[tuple[Option, Mentioned], ...]] = {}

    def covered(self, spans: Iterable[Span]) -> list[int]:
        """The tokens that share a character with the spans, in order."""
        return self.text.covered(spans)

    def in_sentence(self, number: int) -> tuple[tuple[Option, Mentioned], ...]:
        """What stands in the sentence of that number, in order; pronouns are read when it is first asked for."""
        found = self._in_sentence.get(number)
        if found is None:
            found = self._in_sentence[number] = tuple(self._read(self.script.tokens_of(number)))
        return found

    def option_of(self, party: ResolvedParty) -> Option | None:
        """The option that somebody who speaks or is spoken to is; None for one without a name."""
        if not party.name:
            return None
        known = next((each for each in self.cast.entities if each.name == party.name and not each.parts), None)
        if known is not None:
            return self.of_entity(known)
        made = self._named.get(party.name)
        if made is None:
            made = self._named[party.name] = Option(party.kind, party.name, party.office)
        return made

    def of_entity(self, entity: Entity) -> Option:
        """The option that the entity is."""
        known = self._of_entity.get(id(entity))
        if known is None:
            known = Option(entity.kind, entity.name or "", entity.office, entity)
            self._of_entity[id(entity)] = known
        return known

    def _read(self, places: range) -> Iterable[tuple[Option, Mentioned]]:
        found: list[tuple[Option, Mentioned]] = []
        phrases = self.script.phrases(places, frozenset())
        for phrase in phrases:
            found += self._options(phrase, -1)
        taken = {place for phrase in phrases for place in range(phrase.start, phrase.stop)}
        for place in places:
            if place not in taken and self.text.form(place).lower() in _PRONOUNS:
                found += self._pronoun(place)
        return sorted(found, key=lambda pair: pair[1].start)

    def _options(self, phrase: Phrase, governing: int) -> list[tuple[Option, Mentioned]]:
        """The phrase, and what stands in the genitive behind its noun."""
        if base_of(self.text.form(phrase.head)).lower() in _NO_TARGETS:
            return []
        found: list[tuple[Option, Mentioned]] = []
        mention = Mentioned(phrase.start, phrase.head, phrase.stop, phrase.preposition, phrase.article, governing)
        option = self._meant(phrase)
        if option is not None:
            option.mentions.append(mention)
            found.append((option, mention))
        if phrase.stop > phrase.end:
            for inner in self.script.phrases(range(phrase.end, phrase.stop), frozenset()):
                found += self._options(inner, phrase.head)
        return found

    def _meant(self, phrase: Phrase) -> Option | None:
        """Whom or what the phrase means."""
        kind = self.text.kind(phrase.head)
        inside = next(iter(self.cast.in_range(phrase.start, phrase.end)), None)
        if kind in _THINGS and inside is None:
            return self._thing(phrase)
        stop = phrase.end if kind is Class.PLACE else phrase.stop
        read = [read_phrase(self.cast, each) for each in phrases_of(self.text, range(phrase.start, stop))[:1]]
        for each in read:
            entity = self._entity(each)
            if entity is not None and entity.name:
                return self.of_entity(entity)
        if inside is not None and inside.name and kind not in _THINGS:
            return self.of_entity(inside)
        return self._thing(phrase)

    def _entity(self, read: Meant | Asked) -> Entity | None:
        if isinstance(read, Meant):
            return read.entity
        if read.way in {Way.EMPTY, Way.ANYONE, Way.UNKNOWN}:
            return None
        ranked = rank(self.situation, read, self._weights)
        if ranked and ranked[0].confidence >= _LEAST:
            return ranked[0].entity
        return read.alone

    def _pronoun(self, place: int) -> list[tuple[Option, Mentioned]]:
        for phrase in phrases_of(self.text, [place])[:1]:
            if phrase.form is not Form.PRONOUN:
                continue
            entity = self._entity(read_phrase(self.cast, phrase))
            if entity is not None and entity.name:
                option = self.of_entity(entity)
                mention = Mentioned(place, place, place + 1, is_pronoun=True)
                option.mentions.append(mention)
                return [(option, mention)]
        return []

    def _thing(self, phrase: Phrase) -> Option:
        name = thing_name(self.text, phrase.start, phrase.head, phrase.stop, article=phrase.article)
        key = name.lower()
        known = self._things.get(key)
        if known is None:
            kind = PartyKind.DOCUMENT if self.text.kind(phrase.head) is Class.DOCUMENT else PartyKind.THING
            known = self._things[key] = Option(kind, name, key=base_of(self.text.form(phrase.head)).lower())
        return known

    def beside(self, option: Option, statement: Statement) -> tuple[Span, ...]:
        """Where the option stands nearest to the statement; nowhere where the article never names it apart."""
        own = self.covered(statement.spans())
        if not own or not option.mentions:
            return ()
        first, last = min(own), max(own)
        nearest = min(
            option.mentions, key=lambda each: (max(first - each.start, each.start - last, 0), each.is_pronoun)
        )
        return (self.text.span(nearest.start, nearest.stop),)
