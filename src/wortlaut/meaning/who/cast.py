"""Everybody who may be meant in an article: its persons and bodies, and who else has spoken so far."""

from __future__ import annotations

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
        found = None
        for mention in self.mentions:
            if mention.start >= place:
                break
            found = mention
        return found


@dataclass(slots=True)
class Cast:
    """The entities of one article; `entities` grows while its statements are gone through."""

    text: Text
    people: People
    bodies: Bodies
    entities: list[Entity] = field(default_factory=list)
    _persons: dict[int, Entity] = field(default_factory=dict)
    _bodies: dict[int, Entity] = field(default_factory=dict)

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
            cast.entities.append(made)
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
            self.entities.append(known)
        return known

    def other(
        self, kind: PartyKind, name: str | None, agrees: int, place: tuple[int, int], *, noun: str = ""
    ) -> Entity:
        """The entity of that kind and name, made where nobody was called so before."""
        mention = Mention(*place)
        if kind is PartyKind.ORGANISATION and name and (body := longer_name(name, self.bodies.bodies)):
            return self.body(body)
        for known in self.entities:
            if known.kind is kind and known.name == name and name is not None:
                if mention not in known.mentions:
                    known.mentions.append(mention)
                    known.mentions.sort(key=lambda each: each.start)
                return known
        made = Entity(kind, name, agrees, [mention], noun=noun)
        self.entities.append(made)
        return made

    def joint(self, parts: tuple[Entity, ...], place: tuple[int, int]) -> Entity:
        """Several who speak together, to whom a plural may point later."""
        for known in self.entities:
            if known.parts == parts:
                known.mentions.append(Mention(*place))
                return known
        kinds = {part.kind for part in parts}
        names = " und ".join(part.name or "" for part in parts)
        kind = kinds.pop() if len(kinds) == 1 else PartyKind.GROUP
        made = Entity(kind, names, PLURAL, [Mention(*place)], parts=parts)
        self.entities.append(made)
        return made

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
