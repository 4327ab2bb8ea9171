"""What speaks for each of those who may be meant by a pronoun, a description, or by no words at all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from wortlaut.meaning.actors import Holding, in_use
from wortlaut.meaning.who.cast import Cast, Entity
from wortlaut.meaning.who.offices import known_as, terms_held
from wortlaut.meaning.who.people import Mention
from wortlaut.meaning.who.text import Text
from wortlaut.meaning.who.ways import Asked, Way
from wortlaut.meaning.who.words import FEMALE, MALE, PLURAL, PREPOSITIONS, RELATIVES, Class, is_origin, is_verb
from wortlaut.types import PartyKind

__all__ = ["FEATURES", "Around", "Situation", "candidates", "evidence", "held_offices"]

FEATURES = (
    "constant", "same sentence", "one sentence before", "two before", "three or four before", "further before",
    "only behind", "nearest", "last speaker", "last but one", "spoke before", "is next speaker", "agrees exactly",
    "person", "organisation", "no name", "opens its sentence", "is oblique", "often mentioned", "same role",
    "role ends alike", "other role", "same attribute", "other origin", "held the office", "stands beside",
    "stands in a quotation", "alone", "alone, with more", "in the frame", "beside the cue", "passive", "no cue",
    "goes on", "same paragraph", "in brackets", "before a relative", "asks one person", "follows in the sentence",
    "this one, first in its sentence", "this one, last speaker", "this one, oblique", "own words, same sentence",
    "backward", "alone, told before",
)  # fmt: skip
_DEMONSTRATIVE = frozenset("dieser diese diesem diesen letzterer letztere".split())
_PRIVATE = frozenset(
    "organisation unternehmen firma konzern verein verband gewerkschaft partei sender zeitung magazin blatt verlag"
    " hersteller anbieter gesellschaft bank club klub stiftung hilfsorganisation zeitschrift agentur airline".split()
)
_PUBLIC = frozenset(
    "regierung ministerium polizei gericht staatsanwaltschaft parlament behörde amt armee senat bundestag bundesrat"
    " landtag botschaft justiz militär gerichtshof kommission rat landgericht stadt staat".split()
)
_NAMED = frozenset({PartyKind.PERSON, PartyKind.ORGANISATION})
_OBLIQUE = frozenset("des dem den einem einen eines".split())
# So many entities before and behind are looked at: enough for an article, and a book takes time in proportion.
_BEFORE, _BEHIND = 80, 40
_SHORT = 5  # letters; shorter words in -e, -en, -er are no adjectives
_SOON = 8  # tokens behind a mention
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
    relative = asked.way is Way.PRONOUN and _is_relative(situation.cast.text, asked.place)
    found = [
        entity
        for entity in situation.cast.around(asked.place, before=_BEFORE, behind=_BEHIND)
        if entity.agrees & asked.agrees
        and entity.kind is not PartyKind.UNKNOWN
        and entity is not asked.alone
        and _is_of_sort(situation.cast, entity, asked)
        and entity is not asked.without
        and (not relative or _stands_before(situation.cast, entity, asked.place))
        and (not asked.is_backward or _is_just_told(situation, entity, asked.place))
        and (
            entity.nearest(asked.place) is not None
            or entity.kind is PartyKind.PERSON
            or asked.way is Way.ANYONE
            or _follows(situation.cast, entity, asked.place)
        )
    ]
    if asked.way is Way.DESCRIPTION and is_origin(situation.cast.text.words[asked.head]):
        here = _origins([situation.cast.text.form(asked.head)])
        found = [entity for entity in found if here & _origins_of(situation, entity)] or found
    return [*found, asked.alone] if asked.alone is not None else found


def _is_just_told(situation: Situation, entity: Entity, place: int) -> bool:
    """Whether "demnach" may mean the entity: it spoke last, it is a document, or a body of the sentence before."""
    if entity in situation.speakers[-2:] or entity.kind is PartyKind.DOCUMENT:
        return True
    text, mention = situation.cast.text, entity.nearest(place)
    is_near = mention is not None and text.sentence(place) - text.sentence(mention.start) <= 1
    return is_near and entity.kind is PartyKind.ORGANISATION


def _origins_of(situation: Situation, entity: Entity) -> set[str]:
    """The countries that the roles of a person name."""
    forms = situation.cast.text.forms
    return _origins(form for role in entity.roles for form in forms[role.start : role.end])


def _is_relative(text: Text, place: int) -> bool:
    """Whether the pronoun there opens a relative clause: "Beispiel, der"."""
    before = text.form(place - 2) if text.form(place - 1) in PREPOSITIONS else text.form(place - 1)
    return before == "," and text.form(place).lower() in RELATIVES


def _stands_before(cast: Cast, entity: Entity, place: int) -> bool:
    """Whether the entity stands before the token in the same sentence, without a verb between them."""
    text, mention = cast.text, entity.nearest(place)
    if mention is None or text.sentence(mention.start) != text.sentence(place):
        return False
    return not any(is_verb(text.form(at)) for at in range(mention.end, place))


def _follows(cast: Cast, entity: Entity, place: int) -> bool:
    """Whether the entity is mentioned behind the token in the same sentence, and soon."""
    text = cast.text
    return any(
        place <= mention.start <= place + _SOON and text.sentence(mention.start) == text.sentence(place)
        for mention in entity.mentions
    )


def _is_of_sort(cast: Cast, entity: Entity, asked: Asked) -> bool:
    """Whether one of that kind may be described so; places are governments only where they say something."""
    if asked.way is Way.ANYONE and (entity.kind not in _NAMED or entity.parts or not entity.name):
        return False
    if asked.way is Way.DESCRIPTION:
        if entity.kind is PartyKind.PERSON:
            return not _is_from_elsewhere(cast, entity, asked)
        return entity.kind is PartyKind.UNNAMED and entity.noun.lower().endswith(
            cast.text.words[asked.head].end or "\0"
        )
    if asked.way is Way.BODY_DESCRIPTION:
        return entity.kind is PartyKind.ORGANISATION and _may_be_called(cast, entity, asked)
    if entity.kind is PartyKind.ORGANISATION and not entity.said:
        return cast.text.kind(entity.mentions[0].start) is not Class.PLACE
    return True


def _is_from_elsewhere(cast: Cast, entity: Entity, asked: Asked) -> bool:
    """Whether the words name a country and all roles of the candidate name others: "der russische Minister"."""
    here = _origins(cast.text.forms[asked.place : asked.head + 1])
    if not here:
        return False
    there = _origins(form for role in entity.roles for form in cast.text.forms[role.start : role.end])
    return bool(there) and not here & there


def _may_be_called(cast: Cast, entity: Entity, asked: Asked) -> bool:
    """Whether a body may be called by the noun: no state and no authority is "die Organisation", "das Unternehmen"."""
    if asked.alone is not None and entity.name == entity.noun and entity.name != asked.alone.name:
        return False  # the bare noun again, where the alternative says more
    if cast.text.words[asked.head].end not in _PRIVATE:
        return True
    place = entity.mentions[0].start if entity.mentions else asked.place
    return entity.end not in _PUBLIC and cast.text.kind(place) is not Class.PLACE


def evidence(situation: Situation, asked: Asked, entity: Entity, *, is_nearest: bool) -> list[float]:
    """The features of one candidate, in the order of `FEATURES`."""
    text = situation.cast.text
    value = dict.fromkeys(FEATURES, 0.0)
    value["constant"] = 1.0
    mention = entity.nearest(asked.place)
    if entity is asked.alone:
        value["alone"] = 1.0
        value["alone, with more"] = float(asked.has_more)
        value["alone, told before"] = float(_is_told_before(text, asked))
        return list(value.values())
    if mention is None:
        value["only behind"] = 1.0
    else:
        _add_place(situation, asked, mention, value, is_nearest=is_nearest)
    value["nearest"] = float(is_nearest)
    _add_history(situation, entity, value)
    value["agrees exactly"] = float(entity.agrees in {MALE, FEMALE, PLURAL})
    value["person"] = float(entity.kind is PartyKind.PERSON)
    value["organisation"] = float(entity.kind is PartyKind.ORGANISATION)
    value["no name"] = float(entity.kind not in {PartyKind.PERSON, PartyKind.ORGANISATION})
    value["often mentioned"] = min(len(entity.mentions), 6) / 6
    if text.form(asked.place).lower() in _DEMONSTRATIVE and asked.way is Way.PRONOUN:
        value["this one, first in its sentence"] = value["opens its sentence"]
        value["this one, last speaker"] = value["last speaker"]
        value["this one, oblique"] = value["is oblique"]
    value["asks one person"] = float(asked.agrees in {MALE, FEMALE})
    value["follows in the sentence"] = float(_follows(situation.cast, entity, asked.place))
    value["backward"] = float(asked.is_backward)
    if text.form(asked.place).lower().startswith("eigen"):
        value["own words, same sentence"] = max(value["same sentence"], value["follows in the sentence"])
    if asked.way in {Way.EMPTY, Way.ANYONE}:
        _add_frame(situation, entity, value)
    if asked.head >= 0:
        _add_roles(situation, asked, entity, value)
    return list(value.values())


def _is_told_before(text: Text, asked: Asked) -> bool:
    """Whether somebody was called by the noun before: "ein Fahrer … der Fahrer"."""
    base = text.words[asked.head].base
    return any(text.words[place].base == base for place in text.capitals[: bisect_left(text.capitals, asked.place)])


def _add_place(
    situation: Situation, asked: Asked, mention: Mention, value: dict[str, float], *, is_nearest: bool
) -> None:
    """Where the last mention before the question stands."""
    text = situation.cast.text
    value[_distance(text.sentence(asked.place) - text.sentence(mention.start))] = 1.0
    oblique = _is_oblique(situation.cast, mention.start)
    value["opens its sentence"] = float(not oblique and _is_first(situation.cast, mention))
    value["is oblique"] = float(oblique)
    value["stands beside"] = float(text.form(asked.place - 1) == "," and 0 <= asked.place - 1 - mention.end <= 1)
    value["stands in a quotation"] = float(mention.start in situation.quoted)
    value["in brackets"] = float(text.form(mention.start - 1) == "(")
    is_relative = asked.way is Way.PRONOUN and _is_relative(text, asked.place)
    value["before a relative"] = float(is_relative and is_nearest)
    between = text.document.text[_start(text, mention.start) : _start(text, asked.place)]
    value["same paragraph"] = float("\n" not in between)


def _start(text: object, place: int) -> int:
    tokens = text.document.tokens  # type: ignore[attr-defined]  # a Text
    start: int = tokens[min(place, len(tokens) - 1)].start  # a mention may end the text
    return start


def _distance(sentences: int) -> str:
    names = ("same sentence", "one sentence before", "two before", "three or four before", "three or four before")
    return names[sentences] if sentences < len(names) else "further before"


def _is_oblique(cast: Cast, start: int) -> bool:
    """Whether the mention stands behind a preposition or an oblique article, or is joined to one that does."""
    text = cast.text
    place = start - 1
    while place >= 0 and (text.kind(place) in {Class.ROLE, Class.HONORIFIC} or _is_small_adjective(text.form(place))):
        place -= 1
    if text.form(place) == "und" and (person := cast.people.at.get(place - 1)) is not None:
        joined = next((each for each in person.mentions if each.start <= place - 1 < each.end), None)
        return joined is not None and _is_oblique(cast, joined.start)
    return text.form(place).lower() in PREPOSITIONS or text.form(place) in _OBLIQUE


def _is_small_adjective(form: str) -> bool:
    return form.islower() and len(form) > _SHORT and form.endswith(("e", "en", "er"))


def _is_first(cast: Cast, mention: Mention) -> bool:
    """Whether nobody else is mentioned before in the sentence but in an oblique case."""
    first = cast.text.sentence_start(mention.start)
    return all(_is_oblique(cast, start) for start in cast.starts(first, mention.start))


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
    if is_origin(wanted):  # "der US-Amerikaner" says no more than where somebody is from
        value["role ends alike"] = float(bool(_origins([wanted.base]) & _origins_of(situation, entity)))
        return
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
    near = [each for each in entity.mentions if each.start in around.frame or _is_near(around, each)]
    near = [] if around.is_passive else [each for each in near if not _is_oblique(situation.cast, each.start)]
    value["in the frame"] = float(any(each.start in around.frame for each in near))
    value["beside the cue"] = float(any(_is_near(around, each) for each in near))
    value["passive"] = float(around.is_passive)
    value["no cue"] = float(not around.cue)
    value["goes on"] = value["last speaker"] * around.follows


def _is_near(around: Around, mention: Mention) -> bool:
    return any(cue - _BESIDE <= mention.end <= cue or cue < mention.start <= cue + 2 for cue in around.cue)


def _alike(one: str, other: str) -> bool:
    """Whether one noun is the end of the other: "Minister", "Umweltminister"."""
    shorter, longer = sorted((one, other), key=len)
    return longer.endswith(shorter.rpartition("-")[2])


def _origins(forms: Iterable[str]) -> set[str]:
    """The countries that adjectives and compounds among the words name: "russischen", "US-Botschafter"."""
    actors = in_use()
    given = list(forms)
    fronts = [form.partition("-")[0] for form in given if "-" in form]
    named = [place for front in fronts for place in actors.places_named("USA" if front == "US" else front)]
    return {place.id for form in given for place in actors.places_of(form)} | {place.id for place in named}


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
    if situation.published is None:
        return ()
    return terms_held(situation.cast.text, asked.place, asked.head, known_as(entity.name), situation.published)
