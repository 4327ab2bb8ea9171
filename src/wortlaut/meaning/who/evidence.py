"""What speaks for each of those who may be meant by a pronoun, a description, or by no words at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from wortlaut.meaning.actors import Holding, shipped
from wortlaut.meaning.who.cast import Cast, Entity
from wortlaut.meaning.who.explicit import Asked, Way
from wortlaut.meaning.who.words import FEMALE, MALE, PLURAL, PREPOSITIONS, Class
from wortlaut.types import PartyKind

__all__ = ["FEATURES", "Around", "Situation", "candidates", "evidence", "held_offices"]

FEATURES = (
    "constant", "same sentence", "one sentence before", "two before", "three or four before", "further before",
    "only behind", "nearest", "last speaker", "last but one", "spoke before", "is next speaker", "agrees exactly",
    "person", "organisation", "no name", "opens its sentence", "is oblique", "often mentioned", "same role",
    "role ends alike", "other role", "same attribute", "other origin", "held the office", "stands beside",
    "stands in a quotation", "alone", "alone, with more", "in the frame", "beside the cue", "passive", "no cue",
    "goes on", "same paragraph",
)  # fmt: skip
_OBLIQUE = frozenset("des dem den einem einen eines der".split())
# So many entities before and behind are looked at: enough for an article, and a book takes time in proportion.
_BEFORE, _BEHIND = 80, 40
_BESIDE = 3  # tokens between a name and the cue behind it


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a statement, as tokens; whether its cue leaves open who spoke, whether it goes on at once."""

    cue: frozenset[int] = frozenset()
    frame: frozenset[int] = frozenset()
    is_passive: bool = False  # "wurde behauptet", "es heißt"
    follows: bool = False  # the statement before it ends right before


@dataclass(slots=True)
class Situation:
    """What has been resolved so far, and what lies around the mention."""

    cast: Cast
    published: date | None
    speakers: list[Entity]  # of the statements so far, in order
    following: Entity | None  # who speaks next, where that is told in words
    quoted: frozenset[int]  # tokens within quotations
    around: Around = Around()


def candidates(situation: Situation, asked: Asked) -> list[Entity]:
    """Who agrees with the mention, in the order of the cast; the description itself where it can stand alone."""
    found = [
        entity
        for entity in situation.cast.around(asked.place, before=_BEFORE, behind=_BEHIND)
        if entity.agrees & asked.agrees
        and entity.kind is not PartyKind.UNKNOWN
        and entity is not asked.alone
        and _is_of_sort(situation.cast, entity, asked)
        and (entity.nearest(asked.place) is not None or entity.kind is PartyKind.PERSON)
    ]
    return [*found, asked.alone] if asked.alone is not None else found


def _is_of_sort(cast: Cast, entity: Entity, asked: Asked) -> bool:
    """Whether one of that kind may be described so; places are governments only where they say something."""
    if asked.way is Way.DESCRIPTION:
        return entity.kind is PartyKind.PERSON or (
            entity.kind is PartyKind.UNNAMED and entity.noun.lower().endswith(cast.text.words[asked.head].end or "\0")
        )
    if asked.way is Way.BODY_DESCRIPTION:
        return entity.kind is PartyKind.ORGANISATION
    if entity.kind is PartyKind.ORGANISATION and not entity.said:
        return cast.text.kind(entity.mentions[0].start) is not Class.PLACE
    return True


def evidence(situation: Situation, asked: Asked, entity: Entity, *, is_nearest: bool) -> list[float]:
    """The features of one candidate, in the order of `FEATURES`."""
    text = situation.cast.text
    value = dict.fromkeys(FEATURES, 0.0)
    value["constant"] = 1.0
    mention = entity.nearest(asked.place)
    if entity is asked.alone:
        value["alone"] = 1.0
        value["alone, with more"] = float(asked.has_more)
        return list(value.values())
    if mention is None:
        value["only behind"] = 1.0
    else:
        value[_distance(text.sentence(asked.place) - text.sentence(mention.start))] = 1.0
        value["opens its sentence"] = float(mention.start - text.sentence_start(mention.start) <= 2)
        value["is oblique"] = float(_is_oblique(situation, mention.start))
        value["stands beside"] = float(text.form(asked.place - 1) == "," and 0 <= asked.place - 1 - mention.end <= 1)
        value["stands in a quotation"] = float(mention.start in situation.quoted)
        value["same paragraph"] = float(
            "\n" not in text.document.text[_start(text, mention.start) : _start(text, asked.place)]
        )
    value["nearest"] = float(is_nearest)
    _add_history(situation, entity, value)
    value["agrees exactly"] = float(entity.agrees in {MALE, FEMALE, PLURAL})
    value["person"] = float(entity.kind is PartyKind.PERSON)
    value["organisation"] = float(entity.kind is PartyKind.ORGANISATION)
    value["no name"] = float(entity.kind not in {PartyKind.PERSON, PartyKind.ORGANISATION})
    value["often mentioned"] = min(len(entity.mentions), 6) / 6
    if asked.way is Way.EMPTY:
        _add_frame(situation, entity, value)
    if asked.head >= 0:
        _add_roles(situation, asked, entity, value)
    return list(value.values())


def _start(text: object, place: int) -> int:
    start: int = text.document.tokens[place].start  # type: ignore[attr-defined]  # a Text
    return start


def _distance(sentences: int) -> str:
    names = ("same sentence", "one sentence before", "two before", "three or four before", "three or four before")
    return names[sentences] if sentences < len(names) else "further before"


def _is_oblique(situation: Situation, start: int) -> bool:
    text = situation.cast.text
    place = start - 1
    while place >= 0 and text.kind(place) in {Class.ROLE, Class.HONORIFIC}:
        place -= 1
    return text.form(place) in PREPOSITIONS or text.form(place) in _OBLIQUE - {"der"}


def _add_history(situation: Situation, entity: Entity, value: dict[str, float]) -> None:
    speakers: Sequence[Entity] = situation.speakers
    value["last speaker"] = float(bool(speakers) and speakers[-1] is entity)
    distinct = [each for place, each in enumerate(speakers) if not place or speakers[place - 1] is not each]
    value["last but one"] = float(len(distinct) > 1 and distinct[-2] is entity)
    value["spoke before"] = float(entity.said > 0)
    value["is next speaker"] = float(situation.following is entity)


def _add_roles(situation: Situation, asked: Asked, entity: Entity, value: dict[str, float]) -> None:
    """How the description fits what the article calls the candidate elsewhere."""
    words = situation.cast.text.words
    wanted = words[asked.head]
    bases = [words[role.head] for role in entity.roles]
    small = wanted.base.lower()
    nouns = {word.base.lower() for word in bases} | ({entity.noun.lower()} if entity.noun else set())
    value["same role"] = float(small in nouns)
    value["role ends alike"] = float(small not in nouns and any(_alike(small, noun) for noun in nouns))
    value["other role"] = float(bool(nouns) and not any(small == noun or _alike(small, noun) for noun in nouns))
    value["same attribute"] = float(bool(_attributes(situation, asked) & _own_attributes(situation, entity)))
    own = [form for role in entity.roles for form in situation.cast.text.forms[role.start : role.end]]
    here, there = _origins(situation.cast.text.forms[asked.place : asked.head + 1]), _origins(own)
    value["other origin"] = float(bool(here and there and not here & there))
    if entity.kind is PartyKind.PERSON and not value["same role"]:
        value["held the office"] = float(bool(held_offices(situation, asked, entity)))


def _add_frame(situation: Situation, entity: Entity, value: dict[str, float]) -> None:
    """Where nobody is mentioned, whether the words that introduce the statement name the candidate."""
    around = situation.around
    starts = [mention.start for mention in entity.mentions]
    value["in the frame"] = float(not around.is_passive and any(start in around.frame for start in starts))
    value["beside the cue"] = float(
        not around.is_passive
        and any(cue - _BESIDE <= mention.end <= cue or cue < mention.start <= cue + 2 for cue in around.cue
                for mention in entity.mentions)
    )  # fmt: skip
    value["passive"] = float(around.is_passive)
    value["no cue"] = float(not around.cue)
    value["goes on"] = value["last speaker"] * around.follows


def _alike(one: str, other: str) -> bool:
    """Whether one noun is the end of the other: "Minister", "Umweltminister"."""
    shorter, longer = sorted((one, other), key=len)
    return longer.endswith(shorter.rpartition("-")[2])


def _origins(forms: Iterable[str]) -> set[str]:
    """The countries that adjectives and compounds among the words name: "russischen", "US-Botschafter"."""
    actors = shipped()
    found = {place.id for form in forms for place in actors.places_of(form)}
    return found | {place.id for form in forms if "-" in form for place in actors.places_named(form.partition("-")[0])}


def _attributes(situation: Situation, asked: Asked) -> set[str]:
    """Stems of the words around the noun: adjectives, and the first part of a compound with hyphen."""
    text = situation.cast.text
    around = text.forms[asked.place : asked.head]
    return {form[:5].lower() for form in (*around, *text.form(asked.head).split("-")[:-1]) if len(form) > 3}


def _own_attributes(situation: Situation, entity: Entity) -> set[str]:
    text = situation.cast.text
    return {
        part[:5].lower()
        for role in entity.roles
        for form in text.forms[role.start : role.end]
        for part in form.split("-")
        if len(part) > 3
    }


def held_offices(situation: Situation, asked: Asked, entity: Entity) -> tuple[Holding, ...]:
    """The terms of the list by which the candidate held an office of that name on the article's day."""
    if situation.published is None or entity.name is None:
        return ()
    actors, text = shipped(), situation.cast.text
    title = text.words[asked.head].base
    offices = {office.id for office in actors.offices_named(title)} | {
        office.id
        for form in text.forms[asked.place : asked.head]
        for place in actors.places_of(form)
        for office in actors.offices_titled(title, place=place.id)
    }
    if not offices:
        return ()
    persons = {person.id for person in actors.persons_named(entity.name)}
    return tuple(
        holding
        for office in sorted(offices)
        for holding in actors.holders(office, situation.published)
        if holding.term.person in persons
    )
