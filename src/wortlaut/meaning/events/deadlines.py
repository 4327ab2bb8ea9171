"""Last days: by when somebody can or must have done something, and when something runs out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from wortlaut.meaning.events.candidates import Candidate, Route
from wortlaut.meaning.events.clauses import Clause
from wortlaut.meaning.events.lexicon import Naming, has, holding, naming, words_of
from wortlaut.meaning.events.merging import Dated
from wortlaut.meaning.events.script import Script
from wortlaut.meaning.events.verbs import Tense, infinitive
from wortlaut.meaning.events.whens import When
from wortlaut.types import EventKind, EventStatus

__all__ = ["due_in", "may_be_due"]

_MUST = frozenset("muss müssen müsse müsste müssten".split())


def may_be_due(words: Sequence[str], whens: Sequence[When]) -> bool:
    """Whether a sentence of these words, in small letters, can tell a last day without a noun that says so."""
    return any(when.is_end for when in whens) or any(word in _MUST or _may_expire(word) for word in words)


@lru_cache(maxsize=2**16)
def _may_expire(word: str) -> bool:
    verb = infinitive(word)
    return verb is not None and any(each == verb or each.endswith(verb) for each in words_of("expire"))


def due_in(
    script: Script, clause: Clause, clauses: Sequence[Clause], whens: Sequence[When], published: date | None
) -> Iterator[Dated]:
    """The deadlines whose last day stands in the clause."""
    for when in whens:
        if when.start not in clause.places or clause.is_conditional:
            continue
        place = _place(script, clause, clauses, when)
        if place is None:
            continue
        meant = when
        if not when.is_coming(published) and not _is_today(when, published):
            if when.shifted is None or (clause.tense is not Tense.COMING and clause.opener != "zu"):
                continue
            meant = when.moved()
        if meant.until is None and not meant.is_vague:
            continue
        named = naming(script.forms[place]) if script.is_noun(place) else None
        candidate = Candidate(EventKind.DEADLINE, place, clause, _status(clause, named), Route.DUE, named)
        yield Dated(candidate, meant, abs(when.start - place))


def _status(clause: Clause, named: Naming | None) -> EventStatus:
    """Whether the clause says that a last day that it names was put off: "Die Frist wurde verlegt"."""
    said = {holding(verb) for verb in clause.verbs} if named is not None else set()
    return next((EventStatus(each) for each in ("cancelled", "postponed") if each in said), EventStatus.ANNOUNCED)


def _is_today(when: When, published: date | None) -> bool:
    return when.since == when.until == published and published is not None


def _place(script: Script, clause: Clause, clauses: Sequence[Clause], when: When) -> int | None:
    """The word that says that it is a last day; None where nothing does."""
    noun = next((place for place in clause.places if _is_deadline(script, place)), None)
    if noun is not None:
        return noun
    if when.is_end and not when.is_before:
        return _due(script, clause, clauses)
    expires = next((at for verb, at in clause.verbs.items() if has("expire", verb)), None)
    may_expire = any(script.is_noun(at) and _ends(script.lower[at]) for at in clause.places)
    if expires is not None and may_expire and clause.tense is not Tense.PAST:
        return expires
    if not clause.words.isdisjoint(_MUST):
        return next((place for verb, place in clause.verbs.items() if has("day", verb)), None)
    return None


def _is_deadline(script: Script, place: int) -> bool:
    found = naming(script.forms[place]) if script.is_noun(place) else None
    return found is not None and found.kind is EventKind.DEADLINE


def _ends(word: str) -> bool:
    """Whether the noun denotes what can run out, also as the end of a compound."""
    return any(has("expiring", word[cut:]) for cut in range(max(len(word) - 3, 1)))


def _due(script: Script, clause: Clause, clauses: Sequence[Clause]) -> int | None:
    """The word by which "bis" is a last day, in the clause or in the one that it depends on."""
    around = [clause] if clause.opener != "zu" or clause.before is None else [clause, clause.before]
    for each in around:
        for place in each.places:
            if has("due", script.lower[place]):
                if script.lower[place] not in _MUST and script.lower[place] != "spätestens":
                    return place
                if not any(has("durative", verb) for verb in clause.verbs):
                    return _verb(clause, place)
    return None


def _verb(clause: Clause, place: int) -> int:
    """The last verb of a group with "zu", else the word itself."""
    return max(clause.verbs.values(), default=place) if clause.opener == "zu" else place
