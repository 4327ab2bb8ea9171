"""What stands around an event: the phrases of its clause, with their part in it."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise

from wortlaut.meaning.events.candidates import Candidate
from wortlaut.meaning.events.clauses import Clause, clauses_of
from wortlaut.meaning.events.script import PREPOSITIONS, Phrase, Script
from wortlaut.meaning.events.whens import When
from wortlaut.meaning.who.classes import MALE, Class

__all__ = ["PEOPLE", "RELATIVE", "Scene"]

PEOPLE = frozenset(
    {Class.FIRST, Class.FAMILY, Class.NAME, Class.ROLE, Class.BODY, Class.GROUP, Class.KNOWN_BODY, Class.ABBREVIATION}
)
_NO_SUBJECT = frozenset("den dem des einen einem eines keinen keinem seinen seinem ihren ihrem diesen diesem".split())
RELATIVE = frozenset("der die das welcher welche welches".split())
_ZONE = re.compile("MEZ|MESZ|GMT|UTC|Uhr|Ortszeit|Mal")
_TITLE = frozenset("für über gegen um zu zwischen mit von auf".split())
_GAP = 2  # tokens: a preposition, an article
# Pronouns that are nothing but subjects.
_SUBJECTS = frozenset("er ich wir man".split())
_PLACING = frozenset("in an auf vor bei".split())
_TELLING = frozenset("auffordern bitten zwingen verpflichten anweisen erlauben verbieten raten drängen".split())
_COMPARING = frozenset({"als", "wie"})
_JOINING = frozenset("und sowie oder".split())
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
        return self.script.phrase_at(self.phrases, place, self.times) or self.candidate.phrase

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
        found = (bare or near)[-1] if near else None
        is_event = found is not None and found.head < self.candidate.place < found.stop
        return None if is_event else found

    @cached_property
    def subject(self) -> Phrase | None:
        """The subject of the clause: the first phrase in the nominative that is not the event, else a pronoun."""
        if self.clause.opener == "zu" and self.clause.before is not None:
            return self._subject_of(self.clause.before)
        if (sure := self._sure_subject) is not None:
            return sure
        bare, relative = next(iter(self.bare), None), self.relative
        if bare is not None and (relative is None or self.is_person(bare) or not self.is_person(relative)):
            return bare
        own = relative or _pronoun(self.script, self.clause)
        before = self.clause.before
        if own is None and before is not None and not self.clause.opener:
            return self._subject_of(before) or _pronoun(self.script, before)
        return own

    @cached_property
    def _sure_subject(self) -> Phrase | None:
        """A pronoun that is nothing but a subject, or "sie" right behind the verb."""
        finite = set(self.clause.finite)
        for place in self.clause.places:
            word = self.script.lower[place]
            is_first = place == self.clause.places[0] and place + 1 in finite
            is_beside = is_first or place - 1 in finite or self._opens(place - 1)
            is_right_behind = word == "sie" and is_beside and not self._has_master
            if (word in _SUBJECTS or is_right_behind) and not self.script.is_noun(place + 1):
                return Phrase(place, place, place + 1, place + 1)
        return None

    def _opens(self, place: int) -> bool:
        """Whether the word there opens the clause: "|wenn| sie …"."""
        return bool(self.clause.opener) and place == self.clause.places[0]

    @property
    def _has_master(self) -> bool:
        """Whether a phrase can only be the subject: "|der| Minister"."""
        return any(
            phrase.article == "der" and self.script.text.words[phrase.head].agrees == MALE for phrase in self.bare
        )

    @cached_property
    def purpose(self) -> Clause | None:
        """The group with "um … zu" behind the clause."""
        for clause in clauses_of(self.script, self.script.sentence(self.candidate.place)):
            if clause.opener == "zu" and clause.places[0] > self.clause.places[0]:
                return clause if self.script.lower[clause.places[0]] == "um" else None
        return None

    def _subject_of(self, clause: Clause) -> Phrase | None:
        """The subject of another clause of the sentence; whom it tells to do something, where it does."""
        bare = [phrase for phrase in self.script.phrases(clause.places, self.times) if not phrase.preposition]
        is_told = not _TELLING.isdisjoint(clause.verbs) and not clause.is_passive and self.clause.opener == "zu"
        if is_told and len(bare) > 1:
            return bare[1]
        return next((phrase for phrase in bare if phrase.article not in _NO_SUBJECT), None)

    @cached_property
    def object(self) -> Phrase | None:
        """The phrase without a preposition behind the subject that is not the event."""
        subject = self.subject
        found = [
            phrase
            for phrase in self.phrases
            if not phrase.preposition
            and phrase is not self.own
            and phrase != subject
            and phrase.article != "des"
            and phrase not in self._oblique
            and not self._is_compared(phrase)
        ]
        return found[0] if found else None

    @cached_property
    def bare(self) -> list[Phrase]:
        """The phrases that may be the subject, in order."""
        return [
            phrase
            for phrase in self.phrases
            if not phrase.preposition
            and phrase.article not in _NO_SUBJECT
            and phrase != self.own
            and phrase not in self._oblique
            and not self._is_compared(phrase)
            and not phrase.head < self.candidate.place < phrase.stop
            and not _ZONE.fullmatch(self.script.forms[phrase.head])
        ]

    def _is_compared(self, phrase: Phrase) -> bool:
        """Whether "als" or "wie" stands before it and opens no clause: "|als| Gast"."""
        place = phrase.start - 1
        is_amount = self.script.word(place - 1) in {"mehr", "weniger"}
        return self.script.word(place) in _COMPARING and not is_amount and not self._opens(place)

    @cached_property
    def _oblique(self) -> set[Phrase]:
        """Phrases that "und" joins to one with a preposition: "aus Anstadt und |Beburg|"; genitives without article."""
        found: set[Phrase] = set()
        for one, other in pairwise(self.phrases):
            first = self.script.forms[other.start]
            is_genitive = first.islower() and first.endswith("er") and not other.article and other.start < other.head
            if one.stop == other.start and is_genitive:
                found.add(other)
            is_joined = one.stop == other.start - 1 and self.script.word(one.stop) in _JOINING
            if is_joined and not other.preposition and (one.preposition or one in found):
                found.add(other)
        return found

    @cached_property
    def attached(self) -> list[Phrase]:
        """The phrases that follow the noun of the event one by one: "Treffen |am Montag| |in Anstadt| |mit …|"."""
        own = self.own
        if own is None or not own.start <= self.candidate.place < own.stop:
            return []
        stop, found = own.stop, []
        for phrase in self.phrases:
            if phrase.start >= stop and phrase.preposition and self.are_adjacent(stop, phrase.start):
                found.append(phrase)
                stop = phrase.stop if phrase.preposition in _PLACING else len(self.script.forms)
        return found

    def are_adjacent(self, stop: int, start: int) -> bool:
        """Whether nothing of the clause stands between but times and prepositions."""
        between = [place for place in self.clause.places if stop <= place < start and place not in self.times]
        return all(self.script.lower[place] in PREPOSITIONS for place in between)

    def reach(self) -> int:
        """Behind the phrases that follow the noun of the event at once: "Frist für Anträge zum Hafen"."""
        own = self.own
        if own is None or not own.start <= self.candidate.place < own.stop:
            return self.candidate.place + 1
        stop = own.stop
        for phrase in self.phrases:
            is_next = phrase.preposition in _TITLE and stop <= phrase.start <= stop + 1
            is_joined = not phrase.preposition and phrase.start == stop + 1 and self.script.word(stop) == "und"
            if is_next or (is_joined and stop > own.stop):
                stop = phrase.stop
        return stop

    @cached_property
    def nearby(self) -> list[Phrase]:
        """The phrases of the clause and of the one before it."""
        before = self.clause.before
        return self.phrases + (self.script.phrases(before.places, self.times) if before is not None else [])

    def with_preposition(self, *prepositions: str) -> list[Phrase]:
        """The phrases of the clause behind one of the prepositions."""
        return [phrase for phrase in self.phrases if phrase.preposition in prepositions and phrase is not self.own]

    def is_person(self, phrase: Phrase) -> bool:
        """Whether the phrase names people or a body: also by two words that are in no list, "Mara Lind"."""
        kinds = [self.script.kind(place) for place in range(phrase.start, phrase.end)]
        if self._is_of_name(phrase):
            return False
        if any(kind in PEOPLE for kind in kinds):
            return True
        is_bare = not phrase.article and phrase.head == phrase.start and len(kinds) > 1
        return is_bare and Class.PLACE not in kinds and Class.OTHER not in kinds

    def _is_of_name(self, phrase: Phrase) -> bool:
        """Whether it is a thing with its maker's name before it: "Mara Linds Oper „Flut“"."""
        last = next((at for at in range(phrase.end - 1, phrase.head, -1) if self.script.kind(at) is Class.NOUN), None)
        if last is None or phrase.article:
            return False
        before = self.script.kind(last - 1)
        return before in {Class.FIRST, Class.FAMILY, Class.NAME} and self.script.forms[last - 1].endswith("s")

    def is_near(self, phrase: Phrase) -> bool:
        """Whether the phrase stands right behind the noun that names the event, or behind the time put to it."""
        own = self.own
        if own is None or own.stop <= phrase.start <= own.stop + 1 or phrase in self.attached:
            return True
        if own.preposition in _PLACING and phrase.stop < own.start and self.are_adjacent(phrase.stop, own.start):
            return True
        if self.when is None or not own.stop <= self.when.start <= own.stop + _GAP:
            return False
        return self.when.end <= phrase.start <= self.when.end + _GAP


def _pronoun(script: Script, clause: Clause) -> Phrase | None:
    """The pronoun that is the subject of a clause."""
    for place in clause.places:
        if (
            script.lower[place] in {"beiden", "drei"}
            and script.word(place - 1) == "die"
            and not script.is_noun(place + 1)
        ):
            return Phrase(place - 1, place, place + 1, place + 1)
        if script.lower[place] in _PRONOUNS and not script.is_noun(place + 1):
            return Phrase(place, place, place + 1, place + 1)
    return None
