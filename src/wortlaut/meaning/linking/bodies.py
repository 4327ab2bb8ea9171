"""The bodies and places of the list by name, and the words by which any organisation is known again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import TypeVar

from wortlaut.meaning.actors import Actors, Body, Place
from wortlaut.meaning.linking.names import folded, without_article
from wortlaut.meaning.linking.wordlists import body_ends

__all__ = ["PREFIX", "ListedBodies", "is_adjective", "organisation_key"]

_Named = TypeVar("_Named", Body, Place)

PREFIX = "organisation:"  # of the ids that are made of names
_LEGAL = frozenset("ag se gmbh kg kgaa ohg mbh ev inc ltd llc plc corp co sa spa nv ab asa oyj".split())
_SMALL = frozenset("in von vom zu zum zur der die das des dem den".split())
_DASHES = re.compile(r"[-/\u2010-\u2015]")
# Adjectives have one ending in an id, so that no case splits it: "Deutscher Musterbund", "Deutschen Musterbunds".
_ADJECTIVE = re.compile(
    r"(?P<stem>(?!leipzig|danzig)(?:\w{2,}(?:isch|lich|ig|iell|ional|ial|eral|zial)|deutsch|neu|gross|jung|frei|rot|gruen"
    r"|weiss|schwarz|vereint|vereinigt|hoh|oberst|international|national|zentral|gemeinsam|link))(?:er|es|en|em|e)$"
)


class ListedBodies:
    """The bodies and places of a list by name, in the nominative, with an s of the genitive, or with weak endings."""

    def __init__(self, actors: Actors) -> None:
        self.actors = actors

    def named(self, name: str) -> tuple[Body, ...]:
        """The bodies that are called so."""
        return _found(self._bodies, name)

    def places(self, name: str) -> tuple[Place, ...]:
        """The places that are called so."""
        return _found(self._places, name)

    def located(self, name: str) -> tuple[Body, ...]:
        """The body that a noun and its country denote: "Regierung Russlands", "Russlands Regierung", "US-Justiz"."""
        found = {
            body.id: body
            for place, noun in _with_place(name, self)
            for body in self._by_place.get(f"{place} {' '.join(_words(noun))}", {}).values()
        }
        return tuple(found[key] for key in sorted(found))

    def id_of(self, body: Body) -> str:
        """The actor of a body: its own id, told apart where a user's list has a person of the same."""
        return f"{PREFIX}{body.id}" if body.id in self.actors.persons else body.id

    @cached_property
    def _bodies(self) -> dict[str, dict[str, Body]]:
        return _index((body, (body.name, *body.aliases)) for body in self.actors.bodies.values())

    @cached_property
    def _places(self) -> dict[str, dict[str, Place]]:
        return _index((place, (place.name, *place.aliases)) for place in self.actors.places.values())

    @cached_property
    def _by_place(self) -> dict[str, dict[str, Body]]:
        found: defaultdict[str, dict[str, Body]] = defaultdict(dict)
        for body in self.actors.bodies.values():
            for name in (body.name, *body.aliases) if body.place else ():
                for noun in _nouns(name, body.place, self.actors):
                    found[f"{body.place} {noun}"][body.id] = body
        return found


def _nouns(name: str, place: str, actors: Actors) -> Iterator[str]:
    """The name as it is, and without what says of which country it is."""
    words = _words(name)
    yield " ".join(words)
    if len(words) > 1 and (words[0] == place or any(each.id == place for each in actors.places_of(words[0]))):
        yield " ".join(words[1:])
    if len(words) == 1 and words[0].startswith("bundes") and words[0].endswith("ministerium"):
        yield words[0].removeprefix("bundes")


def _with_place(name: str, listed: ListedBodies) -> Iterator[tuple[str, str]]:
    """The countries for which a part of the name stands, each with the rest of the name."""
    tokens = without_article(name).split()
    for length in range(1, min(4, len(tokens))):
        rest = tokens[:-length]
        while len(rest) > 1 and rest[-1].lower() in _SMALL | {"im"}:
            rest = rest[:-1]
        for place in listed.places(" ".join(tokens[-length:])):
            yield _country(place), " ".join(rest)
    first, rest = tokens[0] if tokens else "", tokens[1:]
    if rest and first.endswith("s"):
        for place in listed.places(first):
            yield _country(place), " ".join(rest)
    for place in listed.actors.places_of(first) if rest else ():
        yield _country(place), " ".join(rest)
    front, _, noun = name.partition("-")
    for place in listed.places(front) if noun else ():
        yield _country(place), noun


def _country(place: Place) -> str:
    """The country of a country, or of a city that stands for its government; "" for others."""
    if place.kind == "country":
        return place.id
    return place.within if place.stands_for == (f"{place.within}.regierung",) else ""


def organisation_key(name: str) -> tuple[str, ...]:
    """The words that names of one organisation share: no article, no legal form, no case."""
    words = _words(name)
    while len(words) > 1 and words[-1] in _LEGAL:
        words = words[:-1]
    if words[-2:] == ["e", "v"] and len(words) > 2:
        words = words[:-2]
    bare = [word for word in words if word not in _SMALL]
    return tuple(bare or words)


def is_adjective(word: str) -> bool:
    """True for a folded adjective of the kinds that names of organisations have."""
    return _ADJECTIVE.match(word) is not None


def _words(name: str) -> list[str]:
    """The folded words without article, adjectives with one ending, nouns for bodies without an s of the genitive."""
    return [
        found["stem"] + "e" if (found := _ADJECTIVE.match(word)) else _without_genitive(word)
        for token in without_article(_DASHES.sub(" ", name)).split()
        for word in folded(token).split()
    ]


@lru_cache(maxsize=2**14)
def _without_genitive(word: str) -> str:
    """The word without s or es where it ends with a noun of the kind that has them: "Musterverbandes"."""
    for ending in ("es", "s"):
        base = word.removesuffix(ending)
        if base != word and not base.endswith("s") and any(base.endswith(end) for end in body_ends()):
            return base
    return word


def _index(entries: Iterable[tuple[_Named, tuple[str, ...]]]) -> dict[str, dict[str, _Named]]:
    found: defaultdict[str, dict[str, _Named]] = defaultdict(dict)
    for entry, names in entries:
        for name in names:
            found[" ".join(_words(name))][entry.id] = entry
    return found


def _found(index: dict[str, dict[str, _Named]], name: str) -> tuple[_Named, ...]:
    """What stands under the name, or under it without an s of the genitive."""
    return next((tuple(index[form][key] for key in sorted(index[form])) for form in _forms(name) if form in index), ())


def _forms(name: str) -> Iterator[str]:
    words = " ".join(_words(name))
    yield words
    if name.endswith("s") and len(name) > 3:
        yield words.removesuffix("s")
    if name.endswith("es") and len(words.rpartition(" ")[2]) > 5:
        yield words.removesuffix("es")
