"""Who is meant by a mention that says it itself; and, where it does not, what it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wortlaut.meaning.actors import shipped
from wortlaut.meaning.who.belonging import person_in
from wortlaut.meaning.who.bodies import (
    GENERIC,
    QUOTES,
    Body,
    has_name_before,
    nearest_fuller,
    proper_name,
    weakened,
)
from wortlaut.meaning.who.cast import Cast, Entity
from wortlaut.meaning.who.inflection import nominative
from wortlaut.meaning.who.phrases import Form, Phrase
from wortlaut.meaning.who.words import (
    ARTICLES,
    FEMALE,
    INDEFINITE,
    MALE,
    NEUTER,
    PLURAL,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    Class,
    name_of,
    word_of,
)
from wortlaut.types import PartyKind

__all__ = ["Asked", "Meant", "Way", "read_phrase"]

_ALL = MALE | FEMALE | NEUTER | PLURAL
_SINGLE = frozenset("ein eine einer eines einem einen".split())
_GENITIVE = frozenset("des der von vom".split())
# Nouns that point to a body named before rather than name one.
_POINTING = GENERIC | frozenset(
    "gericht amt ministerium verband verlag behörde verein gewerkschaft kommission botschaft universität institut bank"
    " fraktion koalition rat bündnis organisation bund stiftung hochschule klub club werk ausschuss komitee".split()
)
_PLURAL_BODIES = frozenset({"streitkräfte", "truppen", "revolutionsgarden", "verkehrsbetriebe", "stadtwerke"})
_PEOPLE = frozenset({Class.FIRST, Class.FAMILY, Class.NAME})


class Way(StrEnum):
    """How somebody was found; each way has a confidence of its own."""

    FULL_NAME = "full name"
    SHORT_NAME = "short name"
    LONE_NAME = "lone name"  # nowhere else in the article
    BODY = "body"
    BODY_NAME = "body by name"
    BARE_BODY = "bare body"
    GROUP = "group"
    UNNAMED = "unnamed"
    DOCUMENT = "document"
    UNKNOWN = "unknown"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"
    BODY_DESCRIPTION = "body description"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Meant:
    """One whom the mention names or describes by itself."""

    entity: Entity
    way: Way


@dataclass(frozen=True, slots=True)
class Asked:
    """What a mention asks for that does not say by itself who is meant.

    `place` is where to look back from; `alone` is who it is where nobody before fits, if the mention can stand alone.
    """

    way: Way
    place: int
    agrees: int
    head: int = -1
    alone: Entity | None = None
    has_more: bool = False  # the description says of what or whom


def read_phrase(cast: Cast, phrase: Phrase) -> Meant | Asked:
    """Who is meant by the phrase, or what it asks for."""
    if phrase.form is Form.PRONOUN:
        return Asked(Way.PRONOUN, phrase.start, _numbered(cast, phrase))
    if phrase.form in {Form.BACKWARD, Form.FIRST_PERSON}:
        return Asked(Way.EMPTY, phrase.start, _ALL)
    if phrase.form is Form.EMPTY:
        return _wordless(cast, phrase)
    run = person_in(cast, phrase)
    if run is not None:
        person = cast.person(cast.people.at[run.start])
        way = Way.FULL_NAME if len(run.name) > 1 else Way.SHORT_NAME if " " in (person.name or "") else Way.LONE_NAME
        return Meant(person, way)
    kind = cast.text.kind(phrase.head)
    if (named := _named_body(cast, phrase)) is not None:
        return Meant(cast.body(named), Way.BODY_NAME)
    if kind is Class.ROLE or (kind is Class.OTHER and phrase.form is Form.NOUN):
        return _role(cast, phrase)
    if kind in {Class.DOCUMENT, Class.GROUP, Class.UTTERANCE}:
        return _thing(cast, phrase, kind)
    return _body_or_name(cast, phrase, kind)


def _named_body(cast: Cast, phrase: Phrase) -> Body | None:
    """The body whose name in several words the phrase has, whatever the words say: "Ärzte am Deich"."""
    if phrase.end - phrase.head < 2:
        return None
    name = proper_name(cast.text, phrase.start, phrase.end)
    return next((body for body in cast.bodies.bodies if body.name == name and not body.base), None)


def _numbered(cast: Cast, phrase: Phrase) -> int:
    """What the pronoun agrees with; of "sie" the verb beside it decides the number."""
    agrees = phrase.agrees
    if cast.text.form(phrase.start).lower() in RELATIVES:
        return agrees
    if not (agrees & PLURAL and agrees & FEMALE) or phrase.of_utterance:
        return agrees
    for place in (phrase.start + 1, phrase.start - 1):
        form = cast.text.form(place)
        if form.islower() and form.endswith(
            ("ten", "ben", "gen", "hen", "sen", "den", "ren", "nen", "len", "men", "eien")
        ):
            return PLURAL
        if (
            form.islower()
            and form.endswith(("te", "t", "be", "rach", "rief", "ieß", "ei", "ag"))
            and form not in _ADVERBS
        ):
            return FEMALE
    return agrees


_ADVERBS = frozenset(
    "nicht jetzt heute erst fast oft selbst dort zuletzt zuerst damit mit seit bereits laut sonst".split()
)


def _wordless(cast: Cast, phrase: Phrase) -> Meant | Asked:
    words = [form for form in cast.text.forms[phrase.start : phrase.stop] if form[0].isalpha()]
    if words and words[0].lower() in {"einige", "viele", "manche", "andere", "niemand", "alle", "mehrere"}:
        name = " ".join(words).lower()
        return Meant(cast.other(PartyKind.GROUP, name, PLURAL, (phrase.start, phrase.stop)), Way.GROUP)
    if words and words[0].lower() in {"wir", "uns", "man"}:  # of whom the speaker is only one, or nobody
        return Meant(cast.other(PartyKind.UNKNOWN, None, _ALL, (phrase.start, phrase.stop)), Way.UNKNOWN)
    return Asked(Way.EMPTY, phrase.start, _ALL)


def _role(cast: Cast, phrase: Phrase) -> Meant | Asked:
    """A role without a name: a group, one without a name, or somebody who has a name elsewhere."""
    text = cast.text
    article = text.form(phrase.start).lower() if phrase.start < phrase.head else ""
    place = (phrase.start, phrase.stop)
    is_bare = not article or not (
        article in ARTICLES or article in _SINGLE or article in POSSESSIVES or article == "dieser"
    )
    if phrase.is_plural or article in INDEFINITE - _SINGLE or (is_bare and not _is_with_genitive_name(cast, phrase)):
        name = _nominative(cast, phrase, agrees=PLURAL)
        return Meant(cast.other(PartyKind.GROUP, name, PLURAL, place, noun=_base(cast, phrase)), Way.GROUP)
    apposed = _apposed_body(cast, phrase)
    if apposed is not None:
        return Meant(apposed, Way.BODY)
    name = _nominative(cast, phrase)
    unnamed = cast.other(PartyKind.UNNAMED, name, phrase.agrees & ~PLURAL or MALE, place, noun=_base(cast, phrase))
    if article in _SINGLE or article in POSSESSIVES or is_bare:
        return Meant(unnamed, Way.UNNAMED)
    return Asked(
        Way.DESCRIPTION,
        phrase.start,
        phrase.agrees & ~PLURAL or MALE,
        phrase.head,
        unnamed,
        phrase.end > phrase.head + 1,
    )


def _apposed_body(cast: Cast, phrase: Phrase) -> Entity | None:
    """The organisation that a role of it is explained by: "der Sponsor, dem Hersteller Muster"."""
    if phrase.end >= phrase.stop or cast.text.form(phrase.end) != ",":
        return None
    found = [
        each for each in cast.in_range(phrase.end, phrase.stop) if each.kind is PartyKind.ORGANISATION and not each.noun
    ]
    return found[0] if len(found) == 1 else None


def _is_with_genitive_name(cast: Cast, phrase: Phrase) -> bool:
    """Whether a name in the genitive stands before the role: "Beispiels Sohn"."""
    return phrase.start != phrase.head and cast.text.kind(phrase.start) in _PEOPLE


def _thing(cast: Cast, phrase: Phrase, kind: Class) -> Meant | Asked:
    text, place = cast.text, (phrase.start, phrase.stop)
    if kind is Class.GROUP:
        name = _nominative(cast, phrase)
        return Meant(cast.other(PartyKind.GROUP, name, PLURAL, place, noun=_base(cast, phrase)), Way.GROUP)
    if kind is Class.DOCUMENT:
        name = _nominative(cast, phrase)
        return Meant(cast.other(PartyKind.DOCUMENT, name, phrase.agrees, place, noun=_base(cast, phrase)), Way.DOCUMENT)
    form, word = text.form(phrase.head), text.words[phrase.head]
    front = form[: len(form) - len(word.end)] if word.end and form.lower().endswith(word.end) else ""
    if len(front) > 2:
        return _fronted(cast, phrase, front)
    if word.end == "angaben" and phrase.start < phrase.head and text.form(phrase.head - 1).endswith(("en", "e", "er")):
        name = " ".join(text.forms[phrase.head - 1 : phrase.head + 1])
        return Meant(cast.other(PartyKind.DOCUMENT, name, PLURAL, place), Way.UNKNOWN)
    return Meant(cast.other(PartyKind.UNKNOWN, None, _ALL, place), Way.UNKNOWN)


def _fronted(cast: Cast, phrase: Phrase, front: str) -> Meant:
    """Whose words a compound means: "ABC-Angaben", "Behördenangaben", "Expertenmeinung"."""
    place = (phrase.start, phrase.stop)
    if front.endswith("-"):
        body = cast.bodies.by_short.get(front[:-1])
        entity = cast.body(body) if body else cast.other(PartyKind.ORGANISATION, front[:-1], _ALL, place)
        return Meant(entity, Way.BODY_NAME)
    noun = front if word_of(front).kind in {Class.ROLE, Class.BODY, Class.GROUP} else front.rstrip("s")
    if word_of(noun).kind is Class.BODY and not word_of(noun).agrees & PLURAL:
        return Meant(cast.other(PartyKind.ORGANISATION, noun, FEMALE, place), Way.BARE_BODY)
    return Meant(cast.other(PartyKind.GROUP, noun, PLURAL, place), Way.GROUP)


def _body_or_name(cast: Cast, phrase: Phrase, kind: Class) -> Meant | Asked:
    """Whoever has a name of its own, or a noun that is neither a role nor a thing."""
    text = cast.text
    place = (phrase.start, phrase.stop)
    if text.form(phrase.start) == "§":
        name = " ".join(text.forms[phrase.start : phrase.end])
        return Meant(cast.other(PartyKind.DOCUMENT, name, MALE, place), Way.DOCUMENT)
    whole = nominative(text, phrase.start, phrase.head, phrase.end, agrees=phrase.agrees, with_article=False)
    if " " in whole and (shipped().places_named(whole) or shipped().bodies_named(whole)):
        return Meant(cast.other(PartyKind.ORGANISATION, whole, _ALL, place), Way.BODY_NAME)
    if kind is Class.BODY:
        return _body(cast, phrase)
    known, behind = cast.bodies.at.get(phrase.head), phrase.head + 1
    quoted = text.form(phrase.head - 1) in QUOTES or text.form(phrase.start) in QUOTES
    if known is not None and not quoted and phrase.end <= behind:
        return Meant(cast.body(known), Way.BODY_NAME)
    owned = text.kind(behind) in {Class.BODY, Class.ROLE, Class.GROUP} and phrase.end > behind
    if kind is Class.PLACE and owned:
        return read_phrase(
            cast, Phrase(Form.NOUN, phrase.start, behind, phrase.end, phrase.stop, text.words[behind].agrees)
        )
    if not quoted and (noun := _plain_noun(cast, phrase, kind)) is not None:
        return noun
    if (person := _lone_name(cast, phrase, kind)) is not None and not (quoted and phrase.end == behind):
        return person
    name = _quoted(cast, phrase) if quoted else weakened(proper_name(text, phrase.start, phrase.end).split())
    return Meant(cast.other(PartyKind.ORGANISATION, name, _ALL, place), Way.BODY_NAME)


def _plain_noun(cast: Cast, phrase: Phrase, kind: Class) -> Meant | Asked | None:
    """Several people by a noun in the plural, one person by a noun in -er or by an unlisted word behind "ein"."""
    text = cast.text
    is_title = phrase.head - 1 > phrase.start and text.form(phrase.head - 1)[0].isupper()  # "die Wiener Linien"
    if phrase.is_plural and kind is Class.NOUN and not is_title:
        name = _nominative(cast, phrase)
        return Meant(cast.other(PartyKind.GROUP, name, PLURAL, (phrase.start, phrase.stop)), Way.GROUP)
    article = text.form(phrase.start).lower()
    is_agent = kind is Class.NOUN and article in {"der", "ein"} and text.form(phrase.head).endswith("er")
    is_unlisted = kind is Class.NAME and article in _SINGLE
    return _role(cast, phrase) if (is_agent or is_unlisted) and phrase.end == phrase.head + 1 else None


def _lone_name(cast: Cast, phrase: Phrase, kind: Class) -> Meant | None:
    """A person by a name that stands nowhere in full."""
    text, place = cast.text, (phrase.start, phrase.stop)
    if _is_apposed_name(cast, phrase, kind):
        name = " ".join(text.forms[phrase.head : phrase.end])
        return Meant(cast.other(PartyKind.PERSON, name, MALE | FEMALE, place), Way.LONE_NAME)
    if kind in _PEOPLE and text.form(phrase.start).lower() not in ARTICLES and phrase.end - phrase.head == 1:
        name = name_of(text.form(phrase.head)) if phrase.of_utterance else text.form(phrase.head)
        return Meant(cast.other(PartyKind.PERSON, name, MALE | FEMALE, place), Way.LONE_NAME)
    return None


def _is_apposed_name(cast: Cast, phrase: Phrase, kind: Class) -> bool:
    """Whether two or three capitals are a name, as a role explains them: "Xy Khan, Mitglied des Rates"."""
    text = cast.text
    if kind not in {Class.NAME, Class.NOUN} or phrase.start != phrase.head or phrase.end - phrase.head not in {2, 3}:
        return False
    if phrase.stop == phrase.end or text.form(phrase.end) != ",":
        return False
    capitals = all(text.form(place)[0].isupper() for place in range(phrase.head, phrase.end))
    return capitals and any(text.kind(place) is Class.ROLE for place in range(phrase.end, phrase.stop))


def _quoted(cast: Cast, phrase: Phrase) -> str:
    """What stands between the quotation marks."""
    forms = cast.text.forms[phrase.start : phrase.end]
    first = next((place for place, form in enumerate(forms) if form in QUOTES), 0)
    last = next((place for place in range(first + 1, len(forms)) if forms[place] in QUOTES), len(forms))
    return weakened([form for form in forms[first:last] if form not in QUOTES] or list(forms))


def _body(cast: Cast, phrase: Phrase) -> Meant | Asked:
    text = cast.text
    word = text.words[phrase.head]
    place = (phrase.start, phrase.stop)
    is_one = word.end in _PLURAL_BODIES or (word.end in {"behörde", "behörden"} and _is_told_apart(cast, phrase))
    if phrase.is_plural and not is_one:
        return Meant(cast.other(PartyKind.GROUP, _nominative(cast, phrase), PLURAL, place), Way.GROUP)
    known = cast.bodies.at.get(phrase.head)
    if word.end == "konzern" and "-" in word.base:
        name = word.base.rpartition("-")[0]
        return Meant(cast.other(PartyKind.ORGANISATION, name, MALE, place), Way.BODY_NAME)
    is_bare = phrase.end == phrase.head + 1 and not _is_told_apart(cast, phrase)
    if is_bare and (phrase.is_definite or (known is not None and known.has_more)):
        return _bare_body(cast, phrase, known)
    if known is not None and known.base == "" and known.has_more:
        return Meant(cast.body(known), Way.BODY_NAME)
    if (word.end in GENERIC or text.form(phrase.head + 1) in QUOTES) and (own := _own_name(cast, phrase)):
        return Meant(cast.other(PartyKind.ORGANISATION, own, _ALL, place), Way.BODY_NAME)
    return Meant(_new_body(cast, phrase), Way.BODY)


def _bare_body(cast: Cast, phrase: Phrase, known: Body | None) -> Meant | Asked:
    """A body by its noun alone: the one called so before, or a question where the noun only points."""
    word = cast.text.words[phrase.head]
    if known is not None and known.has_more and known.base != "":
        return Meant(cast.body(known), Way.BODY)
    short = cast.bodies.by_short.get(word.base)
    if short is not None:
        return Meant(cast.body(short), Way.BARE_BODY)
    if word.base.lower() != word.end or word.end not in _POINTING:
        return Meant(cast.body(known) if known else _new_body(cast, phrase), Way.BODY)
    body = next(nearest_fuller(cast.bodies, word.end, phrase.start), known)
    alone = _new_body(cast, phrase) if body is None else cast.body(body)
    return Asked(Way.BODY_DESCRIPTION, phrase.start, word.agrees, phrase.head, alone)


def _own_name(cast: Cast, phrase: Phrase) -> str:
    """The own name behind a generic noun, to the end of the phrase; "" behind which something else stands."""
    text, first = cast.text, phrase.head + 1
    if text.words[phrase.head].end == "agentur":
        return ""
    if first >= phrase.end or text.form(first) in _GENITIVE | PREPOSITIONS or text.form(first).islower():
        return ""
    form = text.form(first)
    if has_name_before(text, phrase.head):
        return ""
    if form.endswith("s") and (text.kind(first) is Class.PLACE or form[:-1] in text.vocabulary):
        return ""
    return proper_name(text, first, phrase.end)


def _new_body(cast: Cast, phrase: Phrase) -> Entity:
    """The body by the phrase's own words."""
    return cast.other(
        PartyKind.ORGANISATION, _nominative(cast, phrase, with_article=False),
        cast.text.words[phrase.head].agrees, (phrase.start, phrase.stop), noun=_base(cast, phrase),
    )  # fmt: skip


def _is_told_apart(cast: Cast, phrase: Phrase) -> bool:
    """Whether something stands between article and noun, or behind the noun."""
    first = phrase.start
    while first < phrase.head and cast.text.form(first).lower() in ARTICLES | INDEFINITE:
        first += 1
    return first < phrase.head or phrase.end > phrase.head + 1


def _nominative(cast: Cast, phrase: Phrase, *, agrees: int = 0, with_article: bool = True) -> str:
    return nominative(
        cast.text, phrase.start, phrase.head, phrase.end, agrees=agrees or phrase.agrees, with_article=with_article
    )


def _base(cast: Cast, phrase: Phrase) -> str:
    return cast.text.words[phrase.head].base
