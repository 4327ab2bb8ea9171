"""What stands around an event: the phrases of its clause, with their part in it."""

from __future__ import annotations

import re
from functools import cached_property

from wortlaut.meaning.events.candidates import Candidate
from wortlaut.meaning.events.clauses import Clause
from wortlaut.meaning.events.script import Phrase, Script
from wortlaut.meaning.events.whens import When
from wortlaut.meaning.who.classes import Class

__all__ = ["PEOPLE", "RELATIVE", "Scene"]

PEOPLE = frozenset(
    {Class.FIRST, Class.FAMILY, Class.NAME, Class.ROLE, Class.BODY, Class.GROUP, Class.KNOWN_BODY, Class.ABBREVIATION}
)
_NO_SUBJECT = frozenset("den dem des einen einem eines keinen keinem seinen seinem ihren ihrem diesen diesem".split())
RELATIVE = frozenset("der die das welcher welche welches".split())
_ZONE = re.compile("MEZ|MESZ|GMT|UTC|Uhr|Ortszeit")
_TITLE = frozenset("für über gegen um zu zwischen mit von auf".split())
_GAP = 2  # tokens: a preposition, an article
_PRONOUNS = frozenset("er sie wir ich man diese dieser beide".split())


class Scene:
    """An event's clause taken apart."""

    def __init__(self, script: Script, candidate: Candidate, when: When | None, times: frozenset[int]) -> None:
        self.script = script
        self.candidate = candidate
        self.clause: Clause = candidate.clause
        self.when = when
        self.times = times

    @cached_property
    def phrases(self) -> list[Phrase]:
        """The noun phrases of the clause, in order."""
        return self.script.phrases(self.clause.places, self.times)

    @cached_property
    def own(self) -> Phrase | None:
        """The phrase around the noun that names the event."""
        place = self.candidate.place
        inside = next((each for each in self.phrases if each.start <= place < each.end), None)
        return inside or self.candidate.phrase

    @cached_property
    def relative(self) -> Phrase | None:
        """What a relative clause belongs to: "eine Sendung, |die am Montag ausgestrahlt wird|"."""
        before, first = self.clause.before, self.clause.places[0]
        if self.clause.opener not in RELATIVE or before is None:
            return None
        near = [
            phrase
            for phrase in self.script.phrases([place for place in before.places if place < first], self.times)
            if phrase.stop <= first
        ]
        bare = [phrase for phrase in near if not phrase.preposition]
        return (bare or near)[-1] if near else None

    @cached_property
    def subject(self) -> Phrase | None:
        """The subject of the clause: the first phrase in the nominative that is not the event, else a pronoun."""
        if self.clause.opener == "zu" and self.clause.before is not None:
            return self._subject_of(self.clause.before)
        for phrase in self._bare:
            return phrase
        own = self.relative or _pronoun(self.script, self.clause)
        before = self.clause.before
        if own is None and before is not None and not self.clause.opener:
            return self._subject_of(before) or _pronoun(self.script, before)
        return own

    def _subject_of(self, clause: Clause) -> Phrase | None:
        """The subject of another clause of the sentence."""
        for phrase in self.script.phrases(clause.places, self.times):
            if not phrase.preposition and phrase.article not in _NO_SUBJECT:
                return phrase
        return None

    @cached_property
    def object(self) -> Phrase | None:
        """The phrase without a preposition behind the subject that is not the event."""
        subject = self.subject
        found = [
            phrase
            for phrase in self.phrases
            if not phrase.preposition and phrase is not self.own and phrase != subject and phrase.article != "des"
        ]
        return found[0] if found else None

    @cached_property
    def _bare(self) -> list[Phrase]:
        return [
            phrase
            for phrase in self.phrases
            if not phrase.preposition
            and phrase.article not in _NO_SUBJECT
            and phrase is not self.own
            and not _ZONE.fullmatch(self.script.forms[phrase.head])
        ]

    def reach(self) -> int:
        """Behind the phrases that follow the noun of the event at once: "Frist für Anträge zum Hafen"."""
        own = self.own
        if own is None or not own.start <= self.candidate.place < own.end:
            return self.candidate.place + 1
        stop = own.stop
        for phrase in self.phrases:
            is_next = phrase.preposition in _TITLE and stop <= phrase.start <= stop + 1
            is_joined = not phrase.preposition and phrase.start == stop + 1 and self.script.word(stop) == "und"
            if is_next or (is_joined and stop > own.stop):
                stop = phrase.stop
        return stop

    def with_preposition(self, *prepositions: str) -> list[Phrase]:
        """The phrases of the clause behind one of the prepositions."""
        return [phrase for phrase in self.phrases if phrase.preposition in prepositions and phrase is not self.own]

    def is_person(self, phrase: Phrase) -> bool:
        """Whether the phrase names people or a body: also by two words that are in no list, "Mara Lind"."""
        kinds = [self.script.kind(place) for place in range(phrase.start, phrase.end)]
        if any(kind in PEOPLE for kind in kinds):
            return True
        is_bare = not phrase.article and phrase.head == phrase.start and len(kinds) > 1
        return is_bare and Class.PLACE not in kinds and Class.OTHER not in kinds

    def is_near(self, phrase: Phrase) -> bool:
        """Whether the phrase stands right behind the noun that names the event, or behind the time put to it."""
        own = self.own
        if own is None or own.stop <= phrase.start <= own.stop + 1:
            return True
        if self.when is None or not own.stop <= self.when.start <= own.stop + _GAP:
            return False
        return self.when.end <= phrase.start <= self.when.end + _GAP


def _pronoun(script: Script, clause: Clause) -> Phrase | None:
    """The pronoun that is the subject of a clause."""
    for place in clause.places:
        if script.lower[place] in _PRONOUNS and not script.is_noun(place + 1):
            return Phrase(place, place, place + 1, place + 1)
    return None
