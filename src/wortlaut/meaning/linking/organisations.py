"""Which organisation a party is: one of the list, the government for which a place stands, or one by its own name."""

from __future__ import annotations

import re

from wortlaut.meaning.actors import Actors, Body, Place
from wortlaut.meaning.actors.folding import fold
from wortlaut.meaning.linking.bodies import PREFIX, ListedBodies, is_adjective, organisation_key
from wortlaut.meaning.linking.entries import Doubt, Evidence, Linked
from wortlaut.meaning.linking.names import clean, folded, slug, without_article
from wortlaut.meaning.linking.wordlists import generic_words

__all__ = ["link_group", "link_organisation"]

_BRACKET = re.compile(r" ?\([^()]*\)")
_AND = re.compile(r" und (?:d(?:er|ie|as) )?")
_INDEFINITE = re.compile(
    r"(?:k?ein(?:e[rsmn]?)?|mehrere|einige|viele|zwei|drei|diese?[rsmn]?|jene[rsmn]?|ihre?|seine?) "
)
_OF_PLACE = re.compile(r"\w+isch(?:e[rsmn]?)$")
_OF_TOWN = frozenset(
    "staedtische staedtischer staedtisches staedtischen oertliche politische kommunalpolitische".split()
)


def link_organisation(evidence: Evidence, listed: ListedBodies) -> Linked:
    """The actor of an organisation."""
    shown = clean(evidence.name)
    if not shown:
        return Linked(None, "", doubt=Doubt.UNUSABLE_NAME)
    name = clean(_BRACKET.sub("", shown)) or shown
    known = _listed(name, shown, listed)
    if known is not None:
        return known
    joint = _joint(name, listed)
    if joint is not None:
        return Linked(None, shown, doubt=Doubt.SEVERAL, candidates=joint)
    if _is_generic(name, listed.actors):
        return Linked(None, shown, doubt=Doubt.GENERIC_BODY)
    own = _own_name(name)
    if own:
        return _listed(own, shown, listed) or Linked(_derived(own), shown)
    return Linked(_derived(name), shown)


def _listed(name: str, shown: str, listed: ListedBodies) -> Linked | None:
    """The body of the list, or the one for which a place of the list stands; `None` where neither is called so."""
    bodies = listed.named(name)
    if bodies:
        return _of_bodies(bodies, shown, listed)
    places = listed.places(name)
    if places:
        return _of_places(places, shown, listed)
    located = listed.located(name)
    return _of_bodies(located, shown, listed) if len(located) == 1 else None


def _joint(name: str, listed: ListedBodies) -> tuple[str, ...] | None:
    """Who speaks together, where each side of an "und" is known or generic: "SPD und Grüne"; `None` for one name."""
    sides = [side for side in _AND.split(name) if side]
    if len(sides) < 2:
        return None
    found = [_listed(side, side, listed) for side in sides]
    if not all(each is not None or _is_generic(side, listed.actors) for each, side in zip(found, sides, strict=True)):
        return None
    return tuple(sorted({each.actor for each in found if each is not None and each.actor is not None}))


def _own_name(name: str) -> str:
    """The own name behind a noun that says what it is: "Nachrichtenagentur Musta" as "Musta"; "" where none is."""
    tokens = without_article(name).split()
    while len(tokens) > 2 and tokens[0].islower() and is_adjective(folded(tokens[0])):
        tokens = tokens[1:]
    own = clean(" ".join(tokens[1:]))
    return own if folded(tokens[0]) in generic_words()["apposed"] and own[:1].isupper() else ""


def _derived(name: str) -> str:
    return f"{PREFIX}{slug(organisation_key(name))}"


def link_group(evidence: Evidence, listed: ListedBodies) -> Linked:
    """A body of the list that is called by its members, "die Grünen"; other groups are nobody across articles."""
    shown = clean(evidence.name)
    bodies = listed.named(shown) if shown else ()
    return _of_bodies(bodies, shown, listed) if bodies else Linked(None, shown, doubt=Doubt.NO_NAME)


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
    return Linked(_derived(name), name, alias=shown if fold(shown) != fold(name) else None)


def _is_generic(name: str, actors: Actors) -> bool:
    """Whether it is a noun of which every town has one, with no more before it than an adjective in small letters."""
    if _INDEFINITE.match(name.lower()):
        return True
    tokens, words = without_article(name).split(), generic_words()
    of_country = False
    while len(tokens) > 1 and tokens[0].islower() and is_adjective(folded(tokens[0])):
        word = folded(tokens[0])
        of_country |= bool(actors.places_of(word)) or (bool(_OF_PLACE.match(word)) and word not in _OF_TOWN)
        tokens = tokens[1:]
    if len(tokens) != 1 or "-" in tokens[0]:
        return False
    noun = organisation_key(tokens[0])[0]
    if of_country:
        return noun in words["vague"]
    is_head = any(noun.endswith(head) and noun.removesuffix(head) in words["fronts"] for head in words["heads"])
    return is_head or noun in words["whole"] | words["heads"] | words["vague"]
