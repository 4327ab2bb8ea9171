"""Which person a party is: by full name, or by family name or office where the list has just one who fits that day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from wortlaut.meaning.actors import Person
from wortlaut.meaning.actors.folding import fold
from wortlaut.meaning.linking.entries import Doubt, Evidence, Linked
from wortlaut.meaning.linking.listed import Listed, are_near
from wortlaut.meaning.linking.names import PersonName, clean, person_name, slug
from wortlaut.meaning.linking.offices import OfficeReading, is_feminine, occupation_of, read_office, rules_out
from wortlaut.meaning.linking.wordlists import common_families

__all__ = ["link_holder", "link_person"]

_MOST_CANDIDATES = 12
_BRACKET = re.compile(r" ?\([^()]*\)")
_DEFINITE = ("der ", "die ", "den ", "dem ", "des ")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A person as the article has him or her, made ready."""

    shown: str
    name: PersonName
    office: str
    reading: OfficeReading
    on: date | None


def link_person(evidence: Evidence, listed: Listed) -> Linked:
    """The actor of a party with a name of its own."""
    shown = clean(evidence.name)
    if not shown:
        return Linked(None, "", doubt=Doubt.UNUSABLE_NAME)
    if " und " in shown:
        return Linked(None, shown, doubt=Doubt.SEVERAL)
    name, office = person_name(_BRACKET.sub("", shown) or shown), clean(evidence.office or "")
    reading = read_office(office, listed.actors) if office else OfficeReading((), (), False, False)
    asked = _Asked(shown, name, office, reading, evidence.published)
    persons = listed.named_in_full(name)
    if persons:
        return _known(persons, asked, listed)
    picked = _picked(asked, listed)
    if not name.is_full or listed.is_family_form(name):
        if picked is not None:
            return _of_list(picked, shown)
        return Linked(None, shown, doubt=Doubt.FAMILY_NAME_ONLY, candidates=_ids(listed.of_family(name)))
    near = [person for person in listed.near(name) if not _is_contradicted(person, asked, listed)]
    if picked is not None and picked in near:
        return _of_list(picked, shown)
    return Linked(_derived(name), shown, doubt=Doubt.NEAR_SPELLING if near else None, candidates=_ids(near))


def link_holder(evidence: Evidence, listed: Listed) -> Linked:
    """Who is meant by an office alone, on the article's day: "der Bundeskanzler"."""
    shown = clean(evidence.name)
    wording = shown or clean(evidence.office or "")
    nobody = Linked(None, wording, doubt=Doubt.NO_NAME)
    if not wording.lower().startswith(_DEFINITE):
        return nobody
    reading = read_office(wording, listed.actors)
    if not reading.exact:
        return nobody
    if evidence.published is None or reading.is_former:
        return Linked(None, wording, doubt=Doubt.HOLDER_UNCERTAIN)
    held = {
        holding.term.person: holding
        for office in reversed(reading.exact)
        for holding in listed.actors.holders(office.id, evidence.published)
    }
    fitting = [listed.actors.persons[key] for key in sorted(held)]
    gender = "f" if reading.is_feminine else "m"
    same = [person for person in fitting if person.gender in {gender, ""}]
    if len(same) == 1 and len(fitting) == 1 and held[same[0].id].certain:
        return _of_list(same[0], wording)
    doubt = Doubt.SEVERAL if len(fitting) > 1 else Doubt.HOLDER_UNCERTAIN
    return Linked(None, wording, doubt=doubt, candidates=_ids(fitting))


def _of_list(person: Person, shown: str) -> Linked:
    """The link to a person of the list."""
    alias = shown if fold(shown) != fold(person.name) else None
    return Linked(person.id, person.name, person.wikidata or None, alias=alias)


def _known(persons: Sequence[Person], asked: _Asked, listed: Listed) -> Linked:
    """The one of the list who has that full name, if the office does not speak against it."""
    fitting = [person for person in persons if not _is_contradicted(person, asked, listed)]
    if not fitting:
        doubt = Doubt.OFFICE_CONTRADICTS
        return Linked(_derived(asked.name), asked.shown, doubt=doubt, candidates=_ids(persons))
    if len(persons) == 1:
        return _of_list(fitting[0], asked.shown)
    picked = _held_by(fitting, asked, listed)
    if len(picked) == 1:
        return _of_list(picked[0], asked.shown)
    return Linked(None, asked.shown, doubt=Doubt.SEVERAL, candidates=_ids(persons))


def _is_contradicted(person: Person, asked: _Asked, listed: Listed) -> bool:
    """Whether the office given is one that this person cannot have: another field, or a woman's title for a man."""
    if not asked.office:
        return False
    if is_feminine(asked.office) and person.gender == "m":
        return True
    found = occupation_of(asked.office)
    return found is not None and rules_out(found, is_sitting=listed.is_sitting(person, asked.on))


def _picked(asked: _Asked, listed: Listed) -> Person | None:
    """The only one of the list with that family name who held the office on the day; `None` for none or several.

    A title without its country is enough only with a family name that one person of the list has and few others.
    """
    bearing = _bearing(asked.name, listed)
    picked = _held_by(bearing, asked, listed, exactly=True)
    if not picked and listed.is_family_of_one(asked.name) and not _is_common(asked.name):
        picked = _held_by(bearing, asked, listed)
    return picked[0] if len(picked) == 1 else None


def _bearing(name: PersonName, listed: Listed) -> list[Person]:
    """Who has the family name, and a first name that may be the one given, where one is."""
    return [
        person
        for person in listed.of_family(name)
        if listed.bears(person, name) and (not name.given or _may_be_called(person, name, listed))
    ]


def _may_be_called(person: Person, name: PersonName, listed: Listed) -> bool:
    """Whether the first name given may be a form of the person's."""
    return listed.is_family_form(name) or any(
        are_near(name, person_name(text)) for text in (person.name, *person.aliases)
    )


def _is_common(name: PersonName) -> bool:
    return " ".join(name.family) in common_families() or name.words[-1] in common_families()


def _held_by(persons: Iterable[Person], asked: _Asked, listed: Listed, *, exactly: bool = False) -> list[Person]:
    """Those of the persons who held the office on the day, in the gender of its title."""
    reading = asked.reading
    offices = reading.exact if exactly else (*reading.exact, *reading.titled)
    if asked.on is None or not offices:
        return []
    holders = {person.id for person in listed.holders(offices, asked.on, is_former=reading.is_former)}
    return [person for person in persons if person.id in holders and not (reading.is_feminine and person.gender == "m")]


def _derived(name: PersonName) -> str:
    return f"person:{slug(name.key)}"


def _ids(persons: Iterable[Person]) -> tuple[str, ...]:
    return tuple(sorted({person.id for person in persons}))[:_MOST_CANDIDATES]
