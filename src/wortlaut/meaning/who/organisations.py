"""Which organisation a mention means by its noun or its name."""

from __future__ import annotations

from wortlaut.meaning.actors import in_use
from wortlaut.meaning.who.bodies import PLURAL_BODIES, Body, nearest_fuller
from wortlaut.meaning.who.cast import Cast, Entity
from wortlaut.meaning.who.inflection import nominative
from wortlaut.meaning.who.naming import (
    GENERIC,
    QUOTES,
    is_only_one,
    name_in,
    own_name,
    proper_name,
    quoted_name,
    tail_end,
)
from wortlaut.meaning.who.phrases import Phrase
from wortlaut.meaning.who.ways import Asked, Meant, Way
from wortlaut.meaning.who.words import (
    ARTICLES,
    FEMALE,
    INDEFINITE,
    MALE,
    NEUTER,
    PLURAL,
    Class,
    is_foreign,
    is_town_adjective,
    may_be_name,
)
from wortlaut.types import PartyKind

__all__ = ["apposed_body", "body", "is_name_in_quotes", "is_told_apart", "name", "name_of_group", "named_body"]

_ALL = MALE | FEMALE | NEUTER | PLURAL
# Nouns that point to a body named before rather than name one.
_POINTING = GENERIC | frozenset(
    "gericht amt ministerium verband verlag behörde verein gewerkschaft kommission botschaft universität institut bank"
    " fraktion koalition rat bündnis organisation bund stiftung hochschule klub club werk ausschuss komitee anstalt"
    " gremium agentur dienst kammer direktion verwaltung stadt initiative bewegung schule kasse klinik"
    " betreiber".split()
)
# What may stand between the parts of a name.
_JOINING = frozenset("von vom aus für zur zum gegen in im an am bei des der und ohne zu".split())
_WHERE = frozenset("in im am an bei aus".split())
_NAMED = frozenset({Class.PLACE, Class.NAME, Class.BODY, Class.KNOWN_BODY})
_REACH = 8


def named_body(cast: Cast, phrase: Phrase) -> Body | None:
    """The body whose name in several words the phrase has, whatever the words say: "Ärzte am Deich"."""
    if phrase.end - phrase.head < 2:
        return None
    name = proper_name(cast.text, phrase.start, phrase.end)
    return next((body for body in cast.bodies.bodies if body.name == name and not body.base), None)


def body(cast: Cast, phrase: Phrase) -> Meant | Asked:
    """The organisation that a noun for one means."""
    text = cast.text
    word = text.words[phrase.head]
    place = (phrase.start, phrase.stop)
    is_authority = word.end in {"behörde", "behörden"} and _is_from_somewhere(cast, phrase)
    if phrase.is_plural and (parts := _listed(cast, phrase)):
        return Meant(parts[0] if len(parts) == 1 else cast.joint(parts, place), Way.BODY_NAME)
    if phrase.is_plural and word.end not in PLURAL_BODIES and not is_authority:
        name = nominative(text, phrase.start, phrase.head, phrase.end, agrees=phrase.agrees, with_article=True)
        return Meant(cast.other(PartyKind.GROUP, name, PLURAL, place), Way.GROUP)
    known = cast.bodies.at.get(phrase.head)
    if word.end == "konzern" and "-" in word.base:
        name = word.base.rpartition("-")[0]
        return Meant(cast.other(PartyKind.ORGANISATION, name, MALE, place), Way.BODY_NAME)
    if (
        text.form(phrase.head - 1) in QUOTES
        and text.opens(phrase.head - 1)
        and (quoted := quoted_name(text, phrase.head - 1))
    ):
        return Meant(cast.other(PartyKind.ORGANISATION, quoted, word.agrees, place), Way.BODY_NAME)
    if (apposed := apposed_body(cast, phrase)) is not None and not apposed.noun:
        return Meant(apposed, Way.BODY_NAME)
    end = _end(cast, phrase)
    is_bare = end == phrase.head + 1 and not _has_attribute(cast, phrase)
    if is_bare and (phrase.is_definite or (known is not None and known.has_more)):
        return _bare(cast, phrase, known)
    if known is not None and known.base == "" and known.has_more:
        return Meant(cast.body(known), Way.BODY_NAME)
    if own := own_name(text, phrase.head, end):
        return Meant(cast.other(PartyKind.ORGANISATION, own, _ALL, place), Way.BODY_NAME)
    if known is not None and (known.has_more and _ends_with(known, end)):
        return Meant(cast.body(known), Way.BODY)
    return Meant(_new(cast, phrase, end), Way.BODY)


def _listed(cast: Cast, phrase: Phrase) -> tuple[Entity, ...]:
    """The bodies that are named right behind a noun for several: "die Unternehmen Muster, Beispiel"."""
    text, found = cast.text, []
    if text.words[phrase.head].end not in GENERIC | {"agentur", "gewerkschaft", "verband"}:
        return ()
    first = phrase.head + 1
    while first < phrase.stop:
        last = first
        while last < phrase.stop and (text.form(last)[:1].isupper() or text.form(last) in QUOTES):
            last += 1
        if last == first or (text.form(last) not in {",", "und", "sowie", ""} and last < phrase.stop):
            break
        own = proper_name(text, first, last)
        found.append(cast.other(PartyKind.ORGANISATION, own, _ALL, (first, last)))
        first = last + 1
    return tuple(dict.fromkeys(found))


def _is_from_somewhere(cast: Cast, phrase: Phrase) -> bool:
    """Whether an adjective before the noun tells from which land or town: "die musterländischen Behörden"."""
    forms = cast.text.forms[phrase.start : phrase.head]
    is_there = cast.text.form(phrase.head + 1) == "in" and cast.text.kind(phrase.head + 2) is Class.PLACE
    return is_there or any(is_town_adjective(form) or in_use().places_of(form) for form in forms if len(form) > 3)


def _end(cast: Cast, phrase: Phrase) -> int:
    """Where the name ends: with the phrase, but for words that mentions reach into, or that they leave out."""
    text = cast.text
    end = tail_end(text, phrase.head, min(phrase.head + _REACH, len(text.forms)))
    known = cast.bodies.at.get(phrase.head)
    if known is not None:
        end = max([end, *(each.end for each in known.mentions if each.start <= phrase.head < each.end)])
    if end >= phrase.end:
        return end if phrase.end in {phrase.stop, end} else phrase.end
    is_land = text.form(end).endswith("s") and may_be_name(text.form(end))  # "Rotes Kreuz Musterlands"
    if text.form(end) in _WHERE and not _is_somewhere(cast, phrase, end):
        return end  # "der Hafen im Juni", "das Bundesamt in Musterstadt"
    follows = text.form(end) in _JOINING | QUOTES or text.kind(end) is Class.PLACE or is_land
    is_adjective = text.kind(end) is Class.OTHER and text.form(end)[:1].isupper()  # "Bundesverband Saubere Elbe"
    return phrase.end if follows or is_adjective else end


def _is_somewhere(cast: Cast, phrase: Phrase, place: int) -> bool:
    """Whether the preposition there tells where the body is, and there may be others of the kind elsewhere."""
    kinds = {cast.text.kind(at) for at in range(place + 1, min(place + 4, phrase.end))}
    return bool(kinds & _NAMED) and not is_only_one(cast.text, phrase.head)


def _ends_with(known: Body, end: int) -> bool:
    return any(mention.end == end for mention in known.mentions)


def _has_attribute(cast: Cast, phrase: Phrase) -> bool:
    first = phrase.start
    while first < phrase.head and cast.text.form(first).lower() in ARTICLES | INDEFINITE:
        first += 1
    return first < phrase.head


def is_told_apart(cast: Cast, phrase: Phrase) -> bool:
    """Whether something stands between article and noun, or behind the noun."""
    return _has_attribute(cast, phrase) or phrase.end > phrase.head + 1


def _bare(cast: Cast, phrase: Phrase, known: Body | None) -> Meant | Asked:
    """A body by its noun alone: the one called so before, or a question where the noun only points."""
    word = cast.text.words[phrase.head]
    if known is not None and known.has_more and known.base != "":
        return Meant(cast.body(known), Way.BODY)
    short = cast.bodies.by_short.get(word.base)
    if short is not None:
        return Meant(cast.body(short), Way.BARE_BODY)
    if word.base.lower() != word.end or word.end not in _POINTING:
        return Meant(cast.body(known) if known else _new(cast, phrase, phrase.head + 1), Way.BODY)
    fuller = next(nearest_fuller(cast.bodies, word.end, phrase.start), known)
    alone = _new(cast, phrase, phrase.head + 1) if fuller is None else cast.body(fuller)
    return Asked(Way.BODY_DESCRIPTION, phrase.start, word.agrees, phrase.head, alone)


def _new(cast: Cast, phrase: Phrase, end: int) -> Entity:
    """The body by the phrase's own words."""
    text = cast.text
    start = _start(cast, phrase)
    name = nominative(text, start, phrase.head, end, agrees=text.words[phrase.head].agrees, with_article=False)
    place = (phrase.start, phrase.stop)
    return cast.other(
        PartyKind.ORGANISATION, name, text.words[phrase.head].agrees, place, noun=text.words[phrase.head].base
    )


def _start(cast: Cast, phrase: Phrase) -> int:
    """Where the name begins: with its adjectives, without a participle and what belongs to that."""
    text = cast.text
    inner = [at for at in range(phrase.start, phrase.head) if text.kind(at) is not Class.OTHER]
    is_joined = inner and (text.form(inner[-1] + 1) in {"und", "oder"} or text.form(inner[-1]).endswith("-"))
    if not inner or is_joined or inner[-1] == phrase.head - 1:
        return phrase.start
    return min(inner[-1] + 2, phrase.head)


def apposed_body(cast: Cast, phrase: Phrase) -> Entity | None:
    """The organisation that a noun for one, or a role of it, is explained by: "der Sponsor, dem Hersteller Muster"."""
    text = cast.text
    place = phrase.end + 1
    if text.form(phrase.end) != "," or place >= phrase.stop:
        return None
    bodies = (each for each in cast.in_range(place, phrase.stop) if each.kind is PartyKind.ORGANISATION)
    found = [each for each in bodies if not each.noun or " " in (each.name or "")]
    is_next = text.form(place).lower() in ARTICLES or text.form(place) in QUOTES or cast.at(place) in found
    return found[0] if found and is_next and (len(found) == 1 or found[0].noun) else None


def name_of_group(cast: Cast, phrase: Phrase) -> Entity | None:
    """The organisation that a group has a name like: "die Gruppe Muster"."""
    text, behind = cast.text, phrase.head + 1
    if text.words[phrase.head].end != "gruppe" or behind >= phrase.end or phrase.start == phrase.head:
        return None
    quoted = text.form(behind) in QUOTES and text.opens(behind)
    is_named = text.kind(behind) in {Class.NAME, Class.ABBREVIATION, Class.KNOWN_BODY} or is_foreign(text.form(behind))
    if not quoted and not is_named and text.kind(behind + 1) is not Class.NAME:
        return None
    own = quoted_name(text, behind) if quoted else proper_name(text, behind, phrase.end)
    return cast.other(PartyKind.ORGANISATION, own, _ALL, (phrase.start, phrase.stop)) if own else None


def is_name_in_quotes(cast: Cast, phrase: Phrase) -> bool:
    """Whether the phrase is two or three words with capitals between quotation marks, and no more."""
    text = cast.text
    first = next((at for at in range(phrase.start - 1, phrase.head) if text.form(at) in QUOTES and text.opens(at)), -1)
    last = next((at for at in range(first + 1, first + 5) if text.form(at) in QUOTES), 0) if first >= 0 else 0
    return last - first in {3, 4} and all(text.form(at)[:1].isupper() for at in range(first + 1, last))


def name(cast: Cast, phrase: Phrase) -> Entity:
    """The organisation that the phrase gives a name of its own."""
    text = cast.text
    quoted = any(text.form(at) in QUOTES and text.opens(at) for at in (phrase.head - 1, phrase.start))
    first = phrase.start
    if text.kind(phrase.head) is Class.NAME or text.kind(phrase.head) is Class.NOUN:
        first = next((at for at in range(phrase.start, phrase.head) if text.form(at)[:1].isupper()), phrase.head)
    own = _quoted(cast, phrase) if quoted else proper_name(text, first, _cut(cast, phrase))
    if (short := cast.bodies.by_short.get(own)) is not None:
        return cast.body(short)
    return cast.other(PartyKind.ORGANISATION, own, _ALL, (phrase.start, phrase.stop))


def _cut(cast: Cast, phrase: Phrase) -> int:
    """Where a name ends that no noun for a body opens: before a preposition and what it brings."""
    small = {"in", "im", "auf", "über", "nach", "durch", "mit", "aus", "bei", "am"}
    return next((at for at in range(phrase.head + 1, phrase.end) if cast.text.form(at) in small), phrase.end)


def _quoted(cast: Cast, phrase: Phrase) -> str:
    """What stands between the quotation marks."""
    text = cast.text
    marks = (at for at in range(phrase.start - 1, phrase.stop) if text.form(at) in QUOTES and text.opens(at))
    first = next(marks, phrase.start - 1)
    last = next((at for at in range(first + 1, len(text.forms)) if text.form(at) in QUOTES), phrase.end)
    last = last if last - first <= _REACH else phrase.end
    return (
        name_in(text, first + 1, last)
        if text.form(first + 1) not in {"Der", "Die", "Das"}
        else text.joined({at: text.form(at) for at in range(first + 1, last)})
    )
