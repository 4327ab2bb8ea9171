"""Roles that the article gives without a name beside them: more mentions of its persons, and people without a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from wortlaut.meaning.who.cast import Cast, Entity
from wortlaut.meaning.who.inflection import nominative
from wortlaut.meaning.who.offices import known_as, terms_held
from wortlaut.meaning.who.people import Mention
from wortlaut.meaning.who.phrases import Phrase, phrases_of
from wortlaut.meaning.who.words import ARTICLES, FEMALE, INDEFINITE, MALE, PLURAL, POSSESSIVES, Class
from wortlaut.types import PartyKind

__all__ = ["add_roles"]

_NEAR = 5  # adjectives between article and noun, at most


def add_roles(cast: Cast, published: date | None = None) -> None:
    """Go through the roles of the text that stand beside no name: "der Minister" is a mention of the one minister.

    Where the article gives nobody that role, the one of its persons is meant who held the office on its day. Others
    become people without a name, so that a pronoun which means them is not given to somebody else.
    """
    text = cast.text
    named = {role.head for entity in cast.entities for role in entity.roles}
    by_noun = _by_noun(cast)
    persons = [entity for entity in cast.entities if entity.kind is PartyKind.PERSON]
    known = {entity: ids for entity in persons if (ids := known_as(entity.name))}
    for head in text.capitals:
        if text.kind(head) is not Class.ROLE or head in named or head in cast.people.at:
            continue
        phrase = phrases_of(text, range(_start(cast, head), head + 1))[0]
        if phrase.head != head:
            continue
        _add(cast, phrase, by_noun, known, published)


def _by_noun(cast: Cast) -> Mapping[str, list[Entity]]:
    found: defaultdict[str, list[Entity]] = defaultdict(list)
    for entity in cast.entities:
        for noun in {cast.text.words[role.head].base.lower() for role in entity.roles}:
            found[noun].append(entity)
    return found


def _start(cast: Cast, head: int) -> int:
    """The article before the noun, or the noun itself where there is none near."""
    first = cast.text.sentence_start(head)
    for place in range(head - 1, max(first, head - _NEAR) - 1, -1):
        small = cast.text.form(place).lower()
        if small in ARTICLES or small in INDEFINITE or small in POSSESSIVES:
            return place
        if cast.text.kind(place) is not Class.OTHER or not small.endswith(("e", "en", "er", "es", "em")):
            break
    return head


def _add(
    cast: Cast,
    phrase: Phrase,
    by_noun: Mapping[str, list[Entity]],
    known: Mapping[Entity, frozenset[str]],
    published: date | None,
) -> None:
    text = cast.text
    place, noun = (phrase.start, phrase.stop), text.words[phrase.head].base
    article = text.form(phrase.start).lower() if phrase.start < phrase.head else ""
    if phrase.is_plural or not article or article in INDEFINITE - {"ein", "eine", "einer", "einem", "einen", "eines"}:
        name = nominative(text, phrase.start, phrase.head, phrase.end, agrees=PLURAL, with_article=True)
        cast.other(PartyKind.GROUP, name, PLURAL, place, noun=noun)
        return
    agrees = phrase.agrees & (MALE | FEMALE) or MALE
    if phrase.is_definite:
        fitting = [entity for entity in by_noun.get(noun.lower(), ()) if entity.agrees & agrees]
        if not fitting and published is not None:
            may_be = ((entity, ids) for entity, ids in known.items() if entity.agrees & agrees)
            fitting = [each for each, ids in may_be if terms_held(text, phrase.start, phrase.head, ids, published)]
        if len(fitting) == 1:
            cast.mention(fitting[0], Mention(*place))
            return
    name = nominative(text, phrase.start, phrase.head, phrase.end, agrees=agrees, with_article=True)
    # A definite one may be anybody who is named elsewhere: no description is taken to mean it.
    cast.other(PartyKind.UNNAMED, name, agrees, place, noun="" if phrase.is_definite else noun)
