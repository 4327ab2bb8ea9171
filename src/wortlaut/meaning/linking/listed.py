"""The list of persons asked across articles: by full names alone, by family names, and by what is almost a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from wortlaut.meaning.actors import Actors, Office, Person, Term
from wortlaut.meaning.actors.days import earliest
from wortlaut.meaning.actors.folding import fold, skeleton
from wortlaut.meaning.linking.names import PersonName, person_name
from wortlaut.meaning.linking.wordlists import nickname_of

__all__ = ["Listed", "are_near"]

_Ids = dict[str, Person]


class Listed:
    """The persons of a list under the names by which linking asks; nothing is indexed before it is asked for."""

    def __init__(self, actors: Actors) -> None:
        self.actors = actors

    def named_in_full(self, name: PersonName) -> tuple[Person, ...]:
        """Who has exactly that full name or alias, in any romanisation; family names alone are none."""
        return _sorted(self._full.get(name.key, {}))

    def is_family_form(self, name: PersonName) -> bool:
        """True where the words are what the list has as somebody's family name: "López Obrador"."""
        return name.words in self._families and name.key not in self._full

    def of_family(self, name: PersonName) -> tuple[Person, ...]:
        """Who has that family name, by spelling or, where nobody has, by sound."""
        for form in (name.words, name.family):
            if form in self._families:
                return _sorted(self._families[form])
        return _sorted(self._sounds.get(_sound(name.family), {}))

    def near(self, name: PersonName) -> tuple[Person, ...]:
        """Who has a full name that is almost the one given: another romanisation, a middle name more, a nickname."""
        found = {
            person.id: person
            for sound in {_sound(name.family), _sound(name.words[-1:]), _sound(name.words[:1])}
            for person, others in self._shapes.get(sound, ())
            if any(are_near(name, other) for other in others)
        }
        return _sorted(found)

    def holders(self, offices: Iterable[Office], on: date, *, is_former: bool) -> Iterator[Person]:
        """Who held one of the offices on the day; of past ones who held it any time before."""
        for office in offices:
            if is_former:
                for term in self._terms.get(office.id, ()):
                    if earliest(term.start) < on:
                        yield self.actors.persons[term.person]
            else:
                for holding in self.actors.holders(office.id, on):
                    yield self.actors.persons[holding.term.person]

    def bears(self, person: Person, name: PersonName) -> bool:
        """True where the family name is the person's, by spelling or sound."""
        return any(_sound(name.family) == _sound(form) or name.words == form for form in _family_forms(person))

    def is_family_of_one(self, name: PersonName) -> bool:
        """True where one person of the list alone has that family name."""
        return len(self.of_family(name)) == 1

    def is_sitting(self, person: Person, on: date | None) -> bool:
        """True where the person surely holds an office of the list on that day."""
        return on is not None and any(holding.certain for holding in self.actors.offices_of(person.id, on))

    @cached_property
    def _full(self) -> dict[tuple[str, ...], _Ids]:
        found: defaultdict[tuple[str, ...], _Ids] = defaultdict(dict)
        for person in self.actors.persons.values():
            for name in _full_names(person):
                found[name.key][person.id] = person
        return found

    @cached_property
    def _families(self) -> dict[tuple[str, ...], _Ids]:
        found: defaultdict[tuple[str, ...], _Ids] = defaultdict(dict)
        for person in self.actors.persons.values():
            for form in _family_forms(person):
                found[form][person.id] = person
        return found

    @cached_property
    def _sounds(self) -> dict[str, _Ids]:
        found: defaultdict[str, _Ids] = defaultdict(dict)
        for form, persons in self._families.items():
            found[_sound(form)].update(persons)
        return found

    @cached_property
    def _shapes(self) -> dict[str, list[tuple[Person, list[PersonName]]]]:
        found: defaultdict[str, list[tuple[Person, list[PersonName]]]] = defaultdict(list)
        for person in self.actors.persons.values():
            names = list(_full_names(person))
            for sound in sorted({_sound(form) for form in _family_forms(person)}):
                found[sound].append((person, names))
        return found

    @cached_property
    def _terms(self) -> dict[str, list[Term]]:
        found: defaultdict[str, list[Term]] = defaultdict(list)
        for term in self.actors.terms:
            found[term.office].append(term)
        return found


def are_near(one: PersonName, other: PersonName) -> bool:
    """True where the family names sound alike and the first names may be forms of one."""
    if _sound(one.family) != _sound(other.family) and _sound(one.words[-1:]) != _sound(other.words[-1:]):
        return _sound(one.words) == _sound(other.words)
    return bool(one.given and other.given) and (
        _fit(one.given[0], other.given[0])
        or any(_fit(one.given[0], word) for word in other.given[1:])
        or any(_fit(word, other.given[0]) for word in one.given[1:])
    )


def _fit(one: str, other: str) -> bool:
    """Whether two first names are forms of one: by sound, as an initial, or as short for one another."""
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return skeleton(one) == skeleton(other) or nickname_of(one) == nickname_of(other)


def _sound(words: Iterable[str]) -> str:
    return skeleton(" ".join(words)).replace(" ", "")


def _sorted(persons: _Ids) -> tuple[Person, ...]:
    return tuple(persons[key] for key in sorted(persons))


def _full_names(person: Person) -> Iterator[PersonName]:
    """The name and those aliases that are more than a family name."""
    yield person_name(person.name)  # also where it is one word, as a monarch's
    for text in person.aliases:
        if not _is_of_family(person, name := person_name(text)):
            yield name


def _family_forms(person: Person) -> Iterator[tuple[str, ...]]:
    """The family name, with and without its particles, and what aliases have for it."""
    name = person_name(person.family)
    yield name.words
    yield name.family[-1:] if len(name.family) > 1 and not name.given else name.family
    for text in person.aliases:
        alias = person_name(text)
        if _is_of_family(person, alias):
            yield alias.words
        elif len(alias.words) > 1:
            yield alias.family


def _is_of_family(person: Person, name: PersonName) -> bool:
    """Whether a name is no more than the family name or a part of it, in any spelling: "zu Guttenberg", "Zelensky"."""
    family = {skeleton(word) for word in fold(person.family).split()}
    return all(skeleton(word) in family for word in (*name.given, name.words[-1]))
