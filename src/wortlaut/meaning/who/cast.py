"""Everybody who may be meant in an article: its persons and bodies, and who else has spoken so far."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from wortlaut.meaning.who.bodies import Bodies, Body, bodies_of, longer_name
from wortlaut.meaning.who.inflection import nominative
from wortlaut.meaning.who.names import Description
from wortlaut.meaning.who.people import Mention, People, Person, people_of
from wortlaut.meaning.who.text import Text
from wortlaut.meaning.who.words import PLURAL, Class
from wortlaut.types import PartyKind

__all__ = ["Cast", "Entity"]


@dataclass(slots=True, eq=False)
class Entity:
    """One that may speak. `parts` are those of joint speakers."""

    kind: PartyKind
    name: str | None
    agrees: int
    mentions: list[Mention]
    roles: tuple[Description, ...] = ()
    office: str | None = None
    end: str = ""  # of a body's noun
    parts: tuple[Entity, ...] = ()
    said: int = 0  # how many statements so far
    noun: str = ""  # by which one without a name is known

    def nearest(self, place: int) -> Mention | None:
        """The last mention before the token."""
        behind = bisect_left(self.mentions, place, key=lambda mention: mention.start)
        return self.mentions[behind - 1] if behind else None


@dataclass(slots=True)
class Cast:
    """The entities of one article; `entities` grows while its statements are gone through."""

    text: Text
    people: People
    bodies: Bodies
    entities: list[Entity] = field(default_factory=list)
    _persons: dict[int, Entity] = field(default_factory=dict)
    _bodies: dict[int, Entity] = field(default_factory=dict)
    _others: dict[tuple[PartyKind, str | None], Entity] = field(default_factory=dict)
    _joint: dict[tuple[Entity, ...], Entity] = field(default_factory=dict)
    _number: dict[Entity, int] = field(default_factory=dict)  # its place in `entities`
    _places: list[tuple[int, int]] = field(default_factory=list)  # start of a mention, number of the entity; in order

    @classmethod
    def of(cls, text: Text, speaking: Iterable[int] = ()) -> Cast:
        """The persons and bodies of the text; `speaking` are single words that are known to be speakers."""
        people = people_of(text, speaking)
        cast = cls(text, people, bodies_of(text, people))
        for person in people.persons:
            made = Entity(
                PartyKind.PERSON, person.full_name, person.agrees, person.mentions, tuple(person.descriptions),
                _office(text, person),
            )  # fmt: skip
            cast._persons[id(person)] = made
            cast._add(made)
        for body in cast.bodies.bodies:
            cast.body(body)
        return cast

    def person(self, person: Person) -> Entity:
        """The entity of that person."""
        return self._persons[id(person)]

    def body(self, body: Body) -> Entity:
        """The entity of that body."""
        known = self._bodies.get(id(body))
        if known is None:
            known = Entity(PartyKind.ORGANISATION, body.name, body.agrees, body.mentions, end=body.end, noun=body.base)
            self._bodies[id(body)] = known
            self._others.setdefault((PartyKind.ORGANISATION, body.name), known)
            self._add(known)
        return known

    def other(
        self, kind: PartyKind, name: str | None, agrees: int, place: tuple[int, int], *, noun: str = ""
    ) -> Entity:
        """The entity of that kind and name, made where nobody was called so before."""
        mention = Mention(*place)
        if kind is PartyKind.ORGANISATION and name and (body := longer_name(name, self.bodies.by_first)):
            return self.body(body)
        known = self._others.get((kind, name)) if name is not None else None
        if known is None:
            known = Entity(kind, name, agrees, [], noun=noun)
            self._add(known)
            self._others[kind, name] = known
        self.mention(known, mention)
        return known

    def joint(self, parts: tuple[Entity, ...], place: tuple[int, int]) -> Entity:
        """Several who speak together, to whom a plural may point later."""
        known = self._joint.get(parts)
        if known is not None:
            self.mention(known, Mention(*place))
            return known
        kinds = {part.kind for part in parts}
        names = " und ".join(part.name or "" for part in parts)
        kind = kinds.pop() if len(kinds) == 1 else PartyKind.GROUP
        made = self._joint[parts] = Entity(kind, names, PLURAL, [], parts=parts)
        self._add(made)
        self.mention(made, Mention(*place))
        return made

    def mention(self, entity: Entity, mention: Mention) -> None:
        """Note that the entity stands there, too."""
        if mention in entity.mentions:
            return
        insort(entity.mentions, mention, key=lambda each: each.start)
        insort(self._places, (mention.start, self._number[entity]))

    def around(self, place: int, *, before: int, behind: int) -> list[Entity]:
        """So many entities as are mentioned last before the token, and first behind it, in the order of the cast."""
        middle = bisect_left(self._places, (place, -1))
        found: set[int] = set()
        for at in range(middle - 1, -1, -1):
            if len(found) >= before:
                break
            found.add(self._places[at][1])
        numbers = found | {number for _, number in self._places[middle : middle + behind]}
        return [self.entities[number] for number in sorted(numbers)]

    def starts(self, first: int, last: int) -> list[int]:
        """Where the mentions begin that stand in a range of tokens."""
        low, high = bisect_left(self._places, (first, -1)), bisect_left(self._places, (last, -1))
        return [start for start, _ in self._places[low:high]]

    def _add(self, entity: Entity) -> None:
        self._number[entity] = len(self.entities)
        self.entities.append(entity)
        for mention in entity.mentions:
            insort(self._places, (mention.start, self._number[entity]))

    def in_range(self, start: int, end: int) -> Iterator[Entity]:
        """The persons and bodies that stand in a range of tokens, in order."""
        seen: set[int] = set()
        for place in range(start, end):
            found = self.at(place)
            if found is not None and id(found) not in seen:
                seen.add(id(found))
                yield found

    def at(self, place: int) -> Entity | None:
        """The person or body whose name or noun stands at the token."""
        if (person := self.people.at.get(place)) is not None:
            return self._persons[id(person)]
        body = self.bodies.at.get(place)
        return None if body is None else self._bodies[id(body)]


def _office(text: Text, person: Person) -> str | None:
    """The first role that the article gives somebody, in the nominative."""
    for role in person.descriptions:
        start = role.start
        return (
            nominative(text, start, role.head, role.end, agrees=text.words[role.head].agrees, with_article=False)
            if text.kind(role.head) is Class.ROLE
            else None
        )
    return None
