"""The list asked: who is called so, who held an office on a day, which place or body a word means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar, cast

from wortlaut.meaning.actors.days import earliest
from wortlaut.meaning.actors.entries import Body, Holding, Office, Person, Place, Source, Term
from wortlaut.meaning.actors.folding import bases, fold, skeleton
from wortlaut.meaning.actors.merging import Merged
from wortlaut.meaning.actors.tables import Fault

__all__ = ["Actors"]

Named = TypeVar("Named", Person, Body, Office, Place)


class _Index(Generic[Named]):
    """Entries by their folded names; made when first asked."""

    def __init__(self, entries: Iterable[Named], names: Callable[[Named], Iterable[str]]) -> None:
        found: defaultdict[str, dict[str, Named]] = defaultdict(dict)
        for entry in entries:
            for name in names(entry):
                found[fold(name)][entry.id] = entry
        self.by_name: Mapping[str, dict[str, Named]] = found

    def exactly(self, name: str) -> tuple[Named, ...]:
        """The entries with that folded name."""
        return tuple(self.by_name.get(fold(name), {}).values())

    def declined(self, name: str) -> tuple[Named, ...]:
        """The same; where none has it, those that have it without an ending of declension on its last word."""
        folded = fold(name)
        for base in bases(folded):
            if base in self.by_name:
                return tuple(self.by_name[base].values())
        return ()


class Actors:
    """Persons, bodies, offices, terms of office and places, with what was refused in `faults`.

    Nothing is indexed before it is asked for. Tuples are in the order of the files where nothing else is said.
    """

    def __init__(self, merged: Merged) -> None:
        entries = merged.entries
        by_id = {name: {key[0]: entry for key, entry in table.items()} for name, table in entries.items()}
        self.faults: tuple[Fault, ...] = tuple(merged.faults)
        self.sources = cast("Mapping[str, Source]", by_id["sources.tsv"])
        self.persons = cast("Mapping[str, Person]", by_id["persons.tsv"])
        self.bodies = cast("Mapping[str, Body]", by_id["bodies.tsv"])
        self.offices = cast("Mapping[str, Office]", by_id["offices.tsv"])
        self.places = cast("Mapping[str, Place]", by_id["places.tsv"])
        self.terms = cast("tuple[Term, ...]", tuple(entries["terms.tsv"].values()))

    def persons_named(self, name: str) -> tuple[Person, ...]:
        """Who is called so in full, by an alias or by family name alone; by sound where nobody is spelled so."""
        exact = self._persons.declined(name)
        return exact or next(filter(None, map(self._sounding, bases(fold(name)))), ())

    def bodies_named(self, name: str) -> tuple[Body, ...]:
        """The bodies with that name or alias, also in the genitive."""
        return self._bodies.declined(name)

    def offices_named(self, name: str) -> tuple[Office, ...]:
        """The offices that the word alone denotes: "Kanzlerin", "Kremlchef", "US-Präsidenten"."""
        return self._offices.declined(name)

    def offices_titled(self, title: str, *, place: str = "", body: str = "") -> tuple[Office, ...]:
        """The offices of a place or a body to which a title alone may refer: "Außenminister" beside `place="ru"`."""
        return tuple(
            office
            for office in self._titles.declined(title)
            if (not place or office.place == place) and (not body or office.body == body)
        )

    def places_named(self, name: str) -> tuple[Place, ...]:
        """The places with that name or alias: "Moskau", "der Kreml" without its article."""
        return self._places.declined(name)

    def places_of(self, word: str) -> tuple[Place, ...]:
        """The places that an adjective or a demonym points to, in any inflection: "russischen", "Französin"."""
        return self._origins.declined(word)

    def meant_by(self, place: Place) -> tuple[Body | Office, ...]:
        """The bodies and offices for which a place stands where it "says" something."""
        return tuple(self.bodies.get(key) or self.offices[key] for key in place.stands_for)

    def terms_of(self, person: str) -> tuple[Term, ...]:
        """All terms of the person with that id."""
        return tuple(self._terms_by_person.get(person, ()))

    def holders(self, office: str, on: date) -> tuple[Holding, ...]:
        """Who held the office with that id on a day: certain ones first, then who came later first.

        On a day of change both hold it. An open term is over where the office goes to one person at a time and
        somebody else's term has begun.
        """
        terms = self._terms_by_office.get(office, [])
        alone = office in self.offices and not self.offices[office].shared
        found = [
            Holding(term, term.surely_holds(on))
            for term in terms
            if term.may_hold(on) and not (alone and not term.end and _is_succeeded(term, terms, on))
        ]
        return tuple(sorted(found, key=lambda held: (not held.certain, -earliest(held.term.start).toordinal())))

    def offices_of(self, person: str, on: date) -> tuple[Holding, ...]:
        """The offices that the person with that id held on a day."""
        held = {term.office for term in self.terms_of(person)}
        return tuple(
            holding for office in sorted(held) for holding in self.holders(office, on) if holding.term.person == person
        )

    def _sounding(self, folded: str) -> tuple[Person, ...]:
        return tuple(self._sounds.get(skeleton(folded), {}).values())

    @cached_property
    def _persons(self) -> _Index[Person]:
        return _Index(self.persons.values(), lambda person: (person.name, person.family, *person.aliases))

    @cached_property
    def _sounds(self) -> Mapping[str, dict[str, Person]]:
        found: defaultdict[str, dict[str, Person]] = defaultdict(dict)
        for name, persons in self._persons.by_name.items():
            found[skeleton(name)].update(persons)
        return found

    @cached_property
    def _bodies(self) -> _Index[Body]:
        return _Index(self.bodies.values(), lambda body: (body.name, *body.aliases))

    @cached_property
    def _offices(self) -> _Index[Office]:
        return _Index(self.offices.values(), lambda office: (office.masculine, office.feminine, *office.names))

    @cached_property
    def _titles(self) -> _Index[Office]:
        return _Index(self.offices.values(), lambda office: office.titles)

    @cached_property
    def _places(self) -> _Index[Place]:
        return _Index(self.places.values(), lambda place: (place.name, *place.aliases))

    @cached_property
    def _origins(self) -> _Index[Place]:
        return _Index(self.places.values(), lambda place: (*place.adjectives, *place.demonyms))

    @cached_property
    def _terms_by_person(self) -> Mapping[str, list[Term]]:
        found: defaultdict[str, list[Term]] = defaultdict(list)
        for term in self.terms:
            found[term.person].append(term)
        return found

    @cached_property
    def _terms_by_office(self) -> Mapping[str, list[Term]]:
        found: defaultdict[str, list[Term]] = defaultdict(list)
        for term in self.terms:
            found[term.office].append(term)
        return found


def _is_succeeded(term: Term, terms: Iterable[Term], on: date) -> bool:
    """True where another person's term in the same office began after this one and before the day."""
    begun = earliest(term.start)
    return any(begun < earliest(other.start) < on and other.person != term.person for other in terms)
