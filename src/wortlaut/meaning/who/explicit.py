"""Who is meant by a mention that says it itself; and, where it does not, what it asks for."""

from __future__ import annotations

from wortlaut.meaning.actors import in_use
from wortlaut.meaning.who import organisations
from wortlaut.meaning.who.belonging import person_in, stands_by_itself
from wortlaut.meaning.who.cast import Cast, Entity
from wortlaut.meaning.who.inflection import nominative
from wortlaut.meaning.who.naming import QUOTES
from wortlaut.meaning.who.people import is_of_body
from wortlaut.meaning.who.phrases import Form, Phrase
from wortlaut.meaning.who.ways import Asked, Meant, Way
from wortlaut.meaning.who.words import (
    ARTICLES,
    FEMALE,
    INDEFINITE,
    MALE,
    NEUTER,
    PLURAL,
    POSSESSIVES,
    RELATIVES,
    Class,
    is_foreign,
    name_of,
    word_of,
)
from wortlaut.types import PartyKind

__all__ = ["Asked", "Meant", "Way", "read_phrase"]

_ALL = MALE | FEMALE | NEUTER | PLURAL
_SINGLE = frozenset("ein eine einer eines einem einen".split())
_GENITIVE = frozenset("des der von vom".split())
# Papers and companies whose names are nouns.
_NOUNS_OF_BODIES = frozenset(
    "Bahn Post Telekom Lufthansa Bild Welt Zeit Stern Spiegel Focus Standard Kurier Tagesspiegel Krone Kicker Blick"
    " Freitag Bote Anzeiger Süden Norden Kreml Vatikan Tagesthemen Tagesschau Independent Airbus".split()
)
_BEHIND = 4  # tokens behind a comma within which a role explains a name
_PEOPLE = frozenset({Class.FIRST, Class.FAMILY, Class.NAME})


def read_phrase(cast: Cast, phrase: Phrase) -> Meant | Asked:
    """Who is meant by the phrase, or what it asks for."""
    if phrase.form is Form.PRONOUN:
        return Asked(Way.PRONOUN, phrase.start, _numbered(cast, phrase))
    if phrase.form in {Form.BACKWARD, Form.FIRST_PERSON}:
        return Asked(Way.EMPTY, phrase.start, _ALL, is_backward=phrase.form is Form.BACKWARD)
    if phrase.form is Form.EMPTY:
        return _wordless(cast, phrase)
    run = person_in(cast, phrase)
    if run is not None:
        person = cast.person(cast.people.at[run.start])
        return Meant(person, Way.FULL_NAME if len(run.name) > 1 else _way_of_one_word(cast, person))
    kind = cast.text.kind(phrase.head)
    if kind in {Class.ROLE, Class.GROUP} and _is_quoted(cast, phrase) and phrase.end > phrase.head + 2:
        return Meant(organisations.name(cast, phrase), Way.BODY_NAME)  # „Ärzte am Deich“
    if kind in {Class.ROLE, Class.OTHER} and organisations.is_name_in_quotes(cast, phrase):
        return Meant(organisations.name(cast, phrase), Way.BODY_NAME)  # „Neue Mitte“
    if (named := organisations.named_body(cast, phrase)) is not None:
        return Meant(cast.body(named), Way.BODY_NAME)
    if kind is Class.ROLE or (kind is Class.OTHER and phrase.form is Form.NOUN):
        return _role(cast, phrase)
    if kind in {Class.DOCUMENT, Class.GROUP, Class.UTTERANCE}:
        return _thing(cast, phrase, kind)
    return _body_or_name(cast, phrase, kind)


def _way_of_one_word(cast: Cast, person: Entity) -> Way:
    """How sure a single word is to be a person's name: it has more words elsewhere, a role, or it is a listed name."""
    name = person.name or ""
    if " " in name:
        return Way.SHORT_NAME
    is_listed = word_of(name).kind in {Class.FIRST, Class.FAMILY} or bool(in_use().persons_named(name))
    titled = any(cast.text.kind(mention.start - 1) in {Class.ROLE, Class.HONORIFIC} for mention in person.mentions)
    return Way.LONE_NAME if person.roles or is_listed or titled else Way.BARE_NAME


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
    apposed = organisations.apposed_body(cast, phrase)
    if apposed is not None and article not in _SINGLE:  # "ein Sprecher des Konzerns, Muster" is a person
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


def _is_with_genitive_name(cast: Cast, phrase: Phrase) -> bool:
    """Whether a name in the genitive stands before the role: "Beispiels Sohn"."""
    return phrase.start != phrase.head and cast.text.kind(phrase.start) in _PEOPLE


def _thing(cast: Cast, phrase: Phrase, kind: Class) -> Meant | Asked:
    text, place = cast.text, (phrase.start, phrase.stop)
    if (apposed := organisations.apposed_body(cast, phrase)) is not None and kind is Class.GROUP:
        return Meant(apposed, Way.BODY)
    if kind is Class.GROUP and (named := organisations.name_of_group(cast, phrase)) is not None:
        return Meant(named, Way.BODY_NAME)
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
    if front in _NOUNS_OF_BODIES:
        return Meant(cast.other(PartyKind.ORGANISATION, front, FEMALE, place), Way.BODY_NAME)
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
    if " " in whole and (in_use().places_named(whole) or in_use().bodies_named(whole)):
        return Meant(cast.other(PartyKind.ORGANISATION, whole, _ALL, place), Way.BODY_NAME)
    if kind is Class.BODY:
        return organisations.body(cast, phrase)
    known, behind = cast.bodies.at.get(phrase.head), phrase.head + 1
    quoted = _is_quoted(cast, phrase)
    if known is not None and not quoted and phrase.end <= behind:
        return Meant(cast.body(known), Way.BODY_NAME)
    owned = text.kind(behind) in {Class.BODY, Class.ROLE, Class.GROUP} and phrase.end > behind
    if kind is Class.PLACE and owned:
        return read_phrase(
            cast, Phrase(Form.NOUN, phrase.start, behind, phrase.end, phrase.stop, text.words[behind].agrees)
        )
    if not quoted and (noun := _plain_noun(cast, phrase, kind)) is not None:
        return noun
    if not quoted and _is_thing(cast, phrase, kind):
        return Asked(Way.EMPTY, phrase.start, _ALL)
    if (person := _lone_name(cast, phrase, kind)) is not None and not (quoted and phrase.end == behind):
        return person
    return Meant(organisations.name(cast, phrase), Way.BODY_NAME)


def _is_quoted(cast: Cast, phrase: Phrase) -> bool:
    """Whether a quotation mark opens right before the noun or the whole phrase."""
    text = cast.text
    return any(text.form(at) in QUOTES and text.opens(at) for at in (phrase.head - 1, phrase.start))


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


def _is_thing(cast: Cast, phrase: Phrase, kind: Class) -> bool:
    """Whether a noun that denotes nobody was taken for a speaker: "dem Angriff", "am Montag"."""
    text = cast.text
    form = text.form(phrase.head)
    if kind is not Class.NOUN or phrase.of_utterance or form in _NOUNS_OF_BODIES or "-" in form:
        return False
    behind = text.form(phrase.head + 1)
    if (behind[:1].isupper() or "'" in behind) and phrase.end > phrase.head + 1:
        return False
    before = text.form(phrase.head - 1)
    return (phrase.head > phrase.start and before[:1].islower()) or before.lower() in ARTICLES


def _lone_name(cast: Cast, phrase: Phrase, kind: Class) -> Meant | None:
    """A person by a name that stands nowhere in full."""
    text, place = cast.text, (phrase.start, phrase.stop)
    if _is_apposed_name(cast, phrase, kind):
        name = " ".join(text.forms[phrase.head : phrase.end])
        return Meant(cast.other(PartyKind.PERSON, name, MALE | FEMALE, place), Way.LONE_NAME)
    is_alone = phrase.end - phrase.head == 1 or stands_by_itself(cast, phrase.head)
    if kind in _PEOPLE and text.form(phrase.start).lower() not in ARTICLES and is_alone:
        name = name_of(text.form(phrase.head)) if phrase.of_utterance else text.form(phrase.head)
        if is_of_body(text, name):
            return None
        return Meant(cast.other(PartyKind.PERSON, name, MALE | FEMALE, place), Way.BARE_NAME)
    return None


def _is_apposed_name(cast: Cast, phrase: Phrase, kind: Class) -> bool:
    """Whether two or three capitals are a name: a role explains them, or no list has any of them: "Xy Khan"."""
    text = cast.text
    if kind not in {Class.NAME, Class.NOUN} or phrase.start != phrase.head or phrase.end - phrase.head not in {2, 3}:
        return False
    places = range(phrase.head, phrase.end)
    if not all(text.form(place)[0].isupper() for place in places):
        return False
    is_explained = text.form(phrase.end) == "," and any(
        text.kind(place) is Class.ROLE for place in range(phrase.end, max(phrase.stop, phrase.end + _BEHIND))
    )
    is_unlisted = all(text.kind(place) is Class.NAME and text.form(place).isalpha() for place in places)
    return is_explained or (is_unlisted and not any(is_foreign(text.form(place)) for place in places))


def _nominative(cast: Cast, phrase: Phrase, *, agrees: int = 0, with_article: bool = True) -> str:
    return nominative(
        cast.text, phrase.start, phrase.head, phrase.end, agrees=agrees or phrase.agrees, with_article=with_article
    )


def _base(cast: Cast, phrase: Phrase) -> str:
    return cast.text.words[phrase.head].base
