"""Where a sentence speaks of an event: by a noun or a verb, and what its clause says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from wortlaut.meaning.events.clauses import Clause
from wortlaut.meaning.events.lexicon import Naming, has, holding, is_work, naming, verb_kind, words_of
from wortlaut.meaning.events.script import Phrase, Script
from wortlaut.meaning.events.verbs import FRONTS, Tense, infinitive
from wortlaut.meaning.who.classes import Class
from wortlaut.types import EventKind, EventStatus

__all__ = ["Candidate", "Named", "Route", "may_point", "may_tell", "named_in", "named_places", "pointed_in", "told_in"]


class Route(StrEnum):
    """By what an event was found."""

    NAMED = "named"  # a noun, and a verb or participle that says that it takes place, is planned …
    MENTIONED = "mentioned"  # a noun alone
    TOLD = "told"  # a verb that is the event
    DUE = "due"  # a last day


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event that the word at `place` names, in `clause`.

    `phrase` is the noun phrase around it, where it is a noun; `has_verb` says that the verb of the clause is about it.
    """

    kind: EventKind
    place: int
    clause: Clause
    status: EventStatus
    route: Route
    naming: Naming | None = None
    phrase: Phrase | None = None
    verb: str = ""
    has_verb: bool = True

    @property
    def is_object(self) -> bool:
        """Whether it is a noun that stands as the subject or object of its clause."""
        return self.naming is not None and self.phrase is not None and not self.phrase.preposition


@dataclass(frozen=True, slots=True)
class Named:
    """Where a noun names an event, and which."""

    place: int
    naming: Naming


# Prepositions with which a noun may stand and still be what the verb says takes place.
_OBJECTS = frozenset({"", "zu", "mit"})
_EXISTING = frozenset({"ist", "sind", "sei", "seien", "gibt", "gebe", "wird", "werden", "werde", "steht", "stehen"})
_JUDGING = frozenset({"verkünden", "sprechen", "fällen"})
# Verbs that tell an event with what stands beside them, besides those of the table.
_TELLING = _JUDGING | {
    "treffen",
    "spielen",
    "erwarten",
    "verantworten",
    "verhandeln",
    "erscheinen",
    "ankündigen",
    "anlaufen",
}
_KEPT = 2**16
_PRONOUNS = frozenset("es sie er diese dieser dieses das die der".split())
_REACH = 15  # tokens between a relative clause and the noun that it belongs to
_PEOPLE_MEET = frozenset({"sich", "mit", "einander"})


@lru_cache(maxsize=_KEPT)
def may_tell(word: str) -> bool:
    """Whether the word, in small letters, may be of a verb that tells an event; most words are not."""
    return infinitive(word) in _bases("verb")


@lru_cache(maxsize=_KEPT)
def may_point(word: str) -> bool:
    """Whether the word may be of a verb by which a clause goes on about an event."""
    return infinitive(word) in _bases("taking_place")


@cache
def _bases(name: str) -> frozenset[str]:
    """The verbs of a class, and what is left of each where its front stands apart: "treten" of "zusammentreten"."""
    verbs = {*words_of(name), *(_TELLING if name == "verb" else ())}
    return frozenset(verbs | {verb.removeprefix(front) for verb in verbs for front in FRONTS})


def named_places(script: Script, sentence: range) -> list[Named]:
    """The nouns of the sentence that name events."""
    found = []
    for place in sentence:
        naming_ = naming(script.forms[place]) if script.is_noun(place) else None
        if naming_ is not None and not _is_part(script, place):
            found.append(Named(place, naming_))
    return found


def pointed_in(
    script: Script, clause: Clause, phrases: Sequence[Phrase], earlier: Sequence[Named]
) -> Iterator[Candidate]:
    """The event that a clause goes on about without naming it: "die am Montag beginnt", "Sie findet in … statt".

    `earlier` are the nouns that named events before, the latest last.
    """
    if not any(has("taking_place", verb) for verb in clause.verbs) or not clause.places:
        return
    own = [phrase for phrase in phrases if phrase.head in clause.places]
    generic = next((phrase for phrase in own if has("generic", script.lower[phrase.head])), None)
    if any(naming(script.forms[phrase.head]) for phrase in own if not phrase.preposition):
        return
    first = clause.places[0]
    before = [each for each in earlier if each.place < first]
    if generic is not None:
        near = before or [each for each in earlier if each.place in clause.places]
    elif any(not phrase.preposition for phrase in own):
        return
    else:
        is_relative = clause.opener not in {"", "zu"}
        near = [each for each in before if first - each.place <= _REACH] if is_relative else before
    if not near:
        return
    target = near[-1]
    said = {held for verb in clause.verbs if (held := holding(verb))}
    status = next((EventStatus(each) for each in ("cancelled", "postponed") if each in said), EventStatus.ANNOUNCED)
    place = generic.head if generic is not None else target.place
    phrase = next((each for each in phrases if each.start <= place < each.end), None)
    yield Candidate(target.naming.kind, place, clause, status, Route.NAMED, target.naming, phrase)


def named_in(script: Script, clause: Clause, phrases: Sequence[Phrase]) -> Iterator[Candidate]:
    """The events that nouns of the clause name."""
    for place in clause.places:
        found = naming(script.forms[place]) if script.is_noun(place) else None
        if found is None or _is_part(script, place):
            continue
        phrase = script.phrase_at(phrases, place, frozenset())
        says = _says(script, clause, phrase, place)
        if phrase is not None and any(has("over", script.lower[at]) for at in range(phrase.start, place)):
            continue
        status = EventStatus(says) if says in {"postponed", "cancelled"} else EventStatus.ANNOUNCED
        if status is EventStatus.ANNOUNCED and clause.tense is Tense.PAST and says != "planned":
            status = EventStatus.HELD
        route = Route.NAMED if says else Route.MENTIONED
        kind = found.kind
        if found.word == "verhandlung" and _is_in_court(script, clause):
            kind = EventKind.HEARING
        has_verb = _is_object(phrase) and any(holding(verb) for verb in clause.verbs)
        yield Candidate(kind, place, clause, status, route, found, phrase, has_verb=has_verb or says == "announced")


def _is_part(script: Script, place: int) -> bool:
    """Whether the word is only the front of a compound: "Streik- und Arbeitsrecht"."""
    return script.forms[place].endswith("-")


def _says(script: Script, clause: Clause, phrase: Phrase | None, place: int) -> str:
    """What is said of a noun: `announced`, `planned` (by a participle), `postponed`, `cancelled`, or nothing."""
    start = phrase.start if phrase else place
    if any(has("planned", script.lower[at]) for at in range(start, place)):
        ended = [held for verb in clause.verbs if (held := holding(verb)) in {"postponed", "cancelled"}]
        return str(ended[0]) if ended and _is_object(phrase) else "planned"
    if not _is_object(phrase):
        return ""
    said = {held for verb in clause.verbs if (held := holding(verb))}
    if _is_called_off(clause):
        return "cancelled"
    for strong in ("cancelled", "postponed"):
        if strong in said:
            return strong
    is_moved = "stattdessen" in clause.words or {"nun", "erst"} <= clause.words
    if is_moved and "announced" in said:
        return "postponed"
    if any(has("planned", word) for word in clause.words):
        return "planned"
    if "announced" in said:
        return "announced"
    if "drohen" in clause.verbs and phrase is not None and naming(script.forms[place]) is not None:
        return "announced"
    if "stehen" in clause.verbs and phrase is not None and phrase.preposition == "zu":
        return "announced"
    is_there = not clause.verbs.keys() - {"geben", "stehen"} and not _EXISTING.isdisjoint(clause.words)
    return "announced" if is_there else ""


def _is_called_off(clause: Clause) -> bool:
    """Whether it says that something does not take place."""
    return "nicht" in clause.words and not {"stattfinden", "zustandekommen"}.isdisjoint(clause.verbs)


def _is_object(phrase: Phrase | None) -> bool:
    return phrase is None or phrase.preposition in _OBJECTS


def told_in(script: Script, clause: Clause, phrases: Sequence[Phrase]) -> Iterator[Candidate]:
    """The events that verbs of the clause tell."""
    own = [phrase for phrase in phrases if phrase.head in clause.places]
    for verb, place in clause.verbs.items():
        kind = _kind_of(script, clause, verb, own)
        if kind is None or _is_attribute(script, own, clause, place) or script.lower[place].endswith("end"):
            continue
        if any(other != verb and other.endswith(verb) for other in clause.verbs):
            continue
        status = EventStatus.HELD if clause.tense is Tense.PAST else EventStatus.ANNOUNCED
        judgement = _judgement(script, own) if verb in _JUDGING else None
        yield Candidate(kind, place if judgement is None else judgement, clause, status, Route.TOLD, verb=verb)


def _is_attribute(script: Script, phrases: Sequence[Phrase], clause: Clause, place: int) -> bool:
    """Whether the form is a participle before its noun: "2009 |veröffentlichten| Roman"."""
    if any(phrase.start < place < phrase.head for phrase in phrases):
        return True
    return (
        place not in clause.finite
        and script.is_noun(place + 1)
        and script.lower[place].endswith(
            ("te", "ten", "ter", "tes", "tem", "ene", "enen", "ener", "enes", "nde", "nden")
        )
    )


def _kind_of(script: Script, clause: Clause, verb: str, phrases: Sequence[Phrase]) -> EventKind | None:
    """The kind of event that the verb tells with what stands beside it."""
    if verb in {"treffen", "spielen"}:
        return _kind_of_encounter(script, clause, verb, phrases)
    if verb == "erwarten":
        return EventKind.VISIT if _is_expected(script, clause, phrases) else None
    if verb in _JUDGING and _judgement(script, phrases) is not None:
        return EventKind.HEARING
    if verb in {"verantworten", "verhandeln"} and _is_in_court(script, clause):
        return EventKind.HEARING
    if verb == "erscheinen" and clause.tense is Tense.PRESENT and not _has_work(script, clause):
        return None
    if verb == "ankündigen":
        return EventKind.PUBLICATION if "für" in clause.words and _has_work(script, clause, documents=False) else None
    if verb == "entscheiden" and {"für", "sich"} <= clause.words:
        return None  # "konnte die Wahl für sich entscheiden"
    if verb == "anlaufen" and not _has_work(script, clause, documents=False):
        return None
    return None if verb == "verantworten" else verb_kind(verb)


def _judgement(script: Script, phrases: Sequence[Phrase]) -> int | None:
    """Where a judgement is named."""
    return next((phrase.head for phrase in phrases if script.lower[phrase.head].endswith("urteil")), None)


def _kind_of_encounter(script: Script, clause: Clause, verb: str, phrases: Sequence[Phrase]) -> EventKind | None:
    """What "treffen" and "spielen" are: a meeting of people, or a match."""
    if verb == "spielen":
        return EventKind.SPORT if "gegen" in clause.words else None
    if not clause.words.isdisjoint(_PEOPLE_MEET):
        return EventKind.MEETING
    if "auf" in clause.words:
        return EventKind.SPORT
    people = [phrase for phrase in phrases if not phrase.preposition and _is_person(script, phrase)]
    return EventKind.MEETING if len(people) > 1 else None


def _is_expected(script: Script, clause: Clause, phrases: Sequence[Phrase]) -> bool:
    """Whether somebody is expected at a place: "Ministerin Brand wird am Sonntag in Anstadt erwartet"."""
    if not clause.is_passive or any(naming(script.forms[phrase.head]) for phrase in phrases):
        return False
    people = [phrase for phrase in phrases if not phrase.preposition and _is_person(script, phrase)]
    return bool(people) and any(phrase.preposition == "in" and not phrase.article for phrase in phrases)


def _is_person(script: Script, phrase: Phrase) -> bool:
    kinds = {script.kind(place) for place in range(phrase.start, phrase.end)}
    return not kinds.isdisjoint({Class.FIRST, Class.ROLE, Class.FAMILY})


def _is_in_court(script: Script, clause: Clause) -> bool:
    """Whether the clause speaks of a court or of what is done there."""
    return any(script.is_noun(place) and "gericht" in script.lower[place] for place in clause.places) or not (
        clause.words.isdisjoint({"mündlichen", "mündliche", "angeklagten", "angeklagte", "richter", "richterin"})
    )


def _has_work(script: Script, clause: Clause, *, documents: bool = True) -> bool:
    """Whether the clause names a work, or a document of any kind."""
    return any(
        script.is_noun(place) and (is_work(script.lower[place]) or (documents and script.kind(place) is Class.DOCUMENT))
        for place in clause.places
    )
