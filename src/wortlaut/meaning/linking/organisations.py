"""Which organisation a party is: one of the list, the government for which a place stands, or one by its own name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from wortlaut.meaning.actors import Actors, Body, Place
from wortlaut.meaning.actors.folding import fold
from wortlaut.meaning.linking.entries import Doubt, Evidence, Linked
from wortlaut.meaning.linking.names import clean, slug, without_article
from wortlaut.meaning.linking.wordlists import body_ends, generic_words

__all__ = ["ListedBodies", "link_organisation", "organisation_key"]

_Named = TypeVar("_Named", Body, Place)

_PREFIX = "organisation:"
_LEGAL = frozenset("ag se gmbh kg kgaa ohg mbh ev inc ltd llc plc corp co sa spa nv ab asa oyj".split())
_SMALL = frozenset("in von vom zu zum zur der die das des dem den".split())
_TELLING = ("international", "national")
_DASHES = re.compile(r"[\u2010-\u2015]")
# Adjectives have one ending in an id, so that no case splits it: "Deutscher Musterbund", "Deutschen Musterbunds".
_ADJECTIVE = re.compile(
    r"(?P<stem>(?!leipzig|danzig)(?:\w{2,}(?:isch|lich|ig|iell|ional|ial|eral|zial)|deutsch|neu|gross|jung|frei|rot|gruen|weiss|schwarz"
    r"|vereint|vereinigt|hoh|oberst|international|national|zentral|gemeinsam|link))(?:er|es|en|em|e)$"
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

    def id_of(self, body: Body) -> str:
        """The actor of a body: its own id, told apart where a user's list has a person of the same."""
        return f"{_PREFIX}{body.id}" if body.id in self.actors.persons else body.id

    @cached_property
    def _bodies(self) -> dict[str, dict[str, Body]]:
        return _index((body, (body.name, *body.aliases)) for body in self.actors.bodies.values())

    @cached_property
    def _places(self) -> dict[str, dict[str, Place]]:
        return _index((place, (place.name, *place.aliases)) for place in self.actors.places.values())


def link_organisation(evidence: Evidence, listed: ListedBodies) -> Linked:
    """The actor of an organisation."""
    shown = clean(evidence.name)
    if not shown:
        return Linked(None, "", doubt=Doubt.UNUSABLE_NAME)
    bodies = listed.named(shown)
    if bodies:
        return _of_bodies(bodies, shown, listed)
    places = listed.places(shown)
    if places:
        return _of_places(places, shown, listed)
    if _is_generic(shown, listed.actors):
        return Linked(None, shown, doubt=Doubt.GENERIC_BODY)
    return Linked(f"{_PREFIX}{slug(organisation_key(shown))}", shown)


def link_group(evidence: Evidence, listed: ListedBodies) -> Linked:
    """A body of the list that is called by its members, "die Grünen"; other groups are nobody across articles."""
    shown = clean(evidence.name)
    bodies = listed.named(shown) if shown else ()
    return _of_bodies(bodies, shown, listed) if bodies else Linked(None, shown, doubt=Doubt.NO_NAME)


def organisation_key(name: str) -> tuple[str, ...]:
    """The words that names of one organisation share: no article, no legal form, no case."""
    words = _words(name)
    while len(words) > 1 and words[-1] in _LEGAL:
        words = words[:-1]
    bare = [word for word in words if word not in _SMALL]
    return tuple(bare or words)


def _words(name: str) -> list[str]:
    """The folded words without article, adjectives with one ending, the last noun without an s of the genitive."""
    words = [
        found["stem"] + "e" if (found := _ADJECTIVE.match(word)) else word
        for word in fold(without_article(_DASHES.sub("-", name))).split()
    ]
    return [*words[:-1], _without_genitive(words[-1])] if words else []


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


def _of_bodies(bodies: tuple[Body, ...], shown: str, listed: ListedBodies) -> Linked:
    if len(bodies) > 1:
        return Linked(None, shown, doubt=Doubt.SEVERAL, candidates=tuple(sorted(map(listed.id_of, bodies))))
    body = bodies[0]
    alias = shown if fold(shown) != fold(body.name) else None
    return Linked(listed.id_of(body), body.name, body.wikidata or None, alias=alias)


def _of_places(places: tuple[Place, ...], shown: str, listed: ListedBodies) -> Linked:
    """The government that a place stands for; several are a doubt, and where none is listed it is itself."""
    meant = {each.id: each for place in places for each in listed.actors.meant_by(place)}
    bodies = [each for each in meant.values() if isinstance(each, Body)]
    if len(meant) == 1 and bodies:
        return _of_bodies((bodies[0],), shown, listed)
    if len(meant) > 1 or len(places) > 1:
        ids = [listed.id_of(each) if isinstance(each, Body) else each.id for each in meant.values()]
        return Linked(None, shown, doubt=Doubt.SEVERAL, candidates=tuple(sorted(ids)))
    name = places[0].name
    return Linked(f"{_PREFIX}{slug(organisation_key(name))}", name, alias=shown if fold(shown) != fold(name) else None)


def _is_generic(name: str, actors: Actors) -> bool:
    """Whether it is a noun of which every town has one, with no more before it than an adjective in small letters."""
    tokens = without_article(name).split()
    while len(tokens) > 1 and tokens[0].islower() and _ADJECTIVE.match(fold(tokens[0])) is not None:
        if actors.places_of(tokens[0]) or fold(tokens[0]).startswith(_TELLING):
            return False
        tokens = tokens[1:]
    if len(tokens) != 1 or "-" in tokens[0]:
        return False
    words = generic_words()
    word = _without_genitive(fold(tokens[0]))
    if word in words["whole"] | words["heads"]:
        return True
    return any(word.endswith(head) and word.removesuffix(head) in words["fronts"] for head in words["heads"])
