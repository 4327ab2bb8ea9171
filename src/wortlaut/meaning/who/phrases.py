"""What a mention says by its own words: a pronoun, a name, or a noun with what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from wortlaut.meaning.who.text import Text
from wortlaut.meaning.who.words import (
    ARTICLES,
    FEMALE,
    INDEFINITE,
    MALE,
    NEUTER,
    PLURAL,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    Class,
    is_adjectival,
    is_verb,
)

__all__ = ["Form", "Phrase", "phrases_of"]

_QUOTES = frozenset("„“”\"»«‚‘'`") | {"''", "``"}
_ENDING = frozenset({",", "(", ";", ":", "–", "-", "—", "["})
# Behind a noun these seldom begin what belongs to it.
_CUTTING = frozenset("auf am nach bei vor seit gegenüber bis um laut".split())
# Words before a noun phrase that a mention reaches back to.
_LEADING = frozenset("während als dass weil wenn da nachdem ob denn gestern heute doch dabei am nur selbst".split())
_LONE_PRONOUNS = frozenset({"er", "sie"})
_OPENING = frozenset("laut nach von in aus auf bei mit durch zu an gemäß zufolge so wie auch sowie sowohl".split())
_OF_SOURCE = frozenset("aus durch seitens".split())
_GENITIVE = frozenset("des der eines einer dieses dieser ihres ihrer seines seiner von vom".split())
_INTO = 5  # tokens that a mention reaches into what stands before it, at most
_NOMINATIVE = frozenset("der die das ein eine er sie".split())
_PARTICIPLES = ("te", "ten", "ter", "tes", "nde", "nden", "ene", "enen", "ige", "igen")
_WEAK = ("e", "en", "er", "es", "em")
_FIRST_PERSON = frozenset({"ich", "mich", "mir", "mein", "meine", "meiner", "meinem", "meinen"})
_BACKWARD = frozenset({"demnach", "danach", "wonach", "darin", "darunter", "hierin", "demzufolge"})
_SUBSTANCE = frozenset(Class) - {Class.OTHER, Class.HONORIFIC}
_NEW = frozenset({"ein", "eine", "einer", "eines", "einem", "einen"})


class Form(IntEnum):
    """What sort of mention it is."""

    EMPTY = 0
    PRONOUN = 1
    NAME = 2  # no noun but names: "Beispiel", "Elbe-Werke"
    NOUN = 3
    BACKWARD = 4  # "demnach": what was said before
    FIRST_PERSON = 5


@dataclass(frozen=True, slots=True)
class Phrase:
    """One noun phrase of a mention, as token ranges.

    `head` is its noun or first name word (-1 where there is none), `start` begins with article and adjectives, `end`
    lies behind what belongs to the noun, `stop` behind appositions, too. `agrees` are the bits of `words`.
    """

    form: Form
    start: int
    head: int
    end: int
    stop: int
    agrees: int = 0
    is_definite: bool = False
    is_plural: bool = False
    of_utterance: bool = False  # "Angaben der …" stood before it


def phrases_of(text: Text, places: Sequence[int]) -> tuple[Phrase, ...]:
    """The phrases of a mention, several where speakers are joined by "und"; empty where no word is left."""
    if not places:
        return ()
    start, stop = _narrowed(text, places[0], _contiguous(places))
    return tuple(_joined(text, start, stop))


def _contiguous(places: Sequence[int]) -> int:
    """Behind the last token of the first stretch; gaps of one token (quotation marks) do not count."""
    stop = places[0] + 1
    for place in places[1:]:
        if place > stop + 1:
            break
        stop = place + 1
    return stop


def _narrowed(text: Text, start: int, stop: int) -> tuple[int, int]:
    """The mention without what it reaches into: another sentence, or a verb with what stands on its other side."""
    for place in range(start + 1, stop):
        if place == text.sentence_start(place):  # the longer part is meant
            start, stop = (place, stop) if stop - place >= place - start else (start, place)
            break
    for place in range(start + 1, min(start + _INTO, stop - 1)):
        is_after = text.kind(place - 1) in _SUBSTANCE or place == start + 1
        if not is_after or not is_verb(text.form(place)):
            continue
        named, others = (any(text.kind(at) is Class.FIRST or text.kind(at) is Class.NAME for at in part)
                         for part in (range(place + 1, stop), range(start, place)))  # fmt: skip
        opens = text.form(start).lower() in ARTICLES | INDEFINITE | PRONOUNS.keys() or others
        begins = text.form(place + 1) in _NOMINATIVE
        if not others and (named or (begins and not opens)):
            return place + 1, stop
    return start, stop


def _joined(text: Text, start: int, stop: int) -> Iterator[Phrase]:
    first = _phrase(text, start, stop)
    cut = _conjunction(text, first, stop)
    if cut is None:
        yield first
        return
    yield _phrase(text, start, cut)
    behind = cut + 1
    while text.form(behind) in {"und", "auch", "sowie", ",", "die", "das", "der"} and behind < stop - 1:
        if text.form(behind) in {"die", "das", "der"}:
            break
        behind += 1
    yield from _joined(text, behind, stop)


def _conjunction(text: Text, phrase: Phrase, stop: int) -> int | None:
    """Where "und" joins two speakers: both named, or both bodies; nowhere in what belongs to one noun."""
    if text.form(phrase.end) == "," and text.form(phrase.end + 1).lower() in ARTICLES | INDEFINITE:
        stop = min(stop, phrase.end)  # what follows explains the name
    for place in range(phrase.head + 1 if phrase.head >= 0 else phrase.start, stop):
        if text.form(place) not in {"und", "sowie"} and not (
            text.form(place - 1) == "als" and text.form(place) == "auch"
        ):
            continue
        left, right = text.kind(place - 1), _first_kind(text, place + 1, stop)
        is_genitive = text.kind(phrase.head) is Class.ROLE and phrase.is_plural and place - phrase.head > 1
        if right is None or (is_genitive and right is Class.PLACE) or text.kind(phrase.head) is Class.DOCUMENT:
            return None
        if text.form(place - 1) == ")" or text.form(place - 1) in _QUOTES:
            left = text.kind(phrase.head)
            if text.form(place - 1) in _QUOTES and text.form(phrase.start) in _QUOTES:
                left = Class.KNOWN_BODY
        is_name = text.kind(phrase.head) in {Class.FIRST, Class.NAME, Class.FAMILY}
        if left in {Class.NOUN, Class.PLACE} and place - 1 != phrase.head and not is_name:
            return None  # "Minister für Schule und Kultur"
        if _is_alike(left, right) and not _is_owned(text, phrase, place):
            return place
        return None
    return None


def _first_kind(text: Text, place: int, stop: int) -> Class | None:
    return next((text.kind(at) for at in range(place, stop) if text.kind(at) in _SUBSTANCE), None)


def _is_alike(left: Class, right: Class) -> bool:
    people = {Class.FIRST, Class.FAMILY, Class.NAME, Class.NOUN}
    bodies = {Class.BODY, Class.KNOWN_BODY, Class.PLACE, Class.ABBREVIATION, Class.NAME}
    is_group = left is Class.PLACE and right is Class.GROUP  # "in Musterland und im Westen"
    return (left in people and right in {*people, Class.ROLE}) or (left in bodies and right in bodies) or is_group


def _is_owned(text: Text, phrase: Phrase, place: int) -> bool:
    """Whether the noun before the conjunction stands in a genitive of the head: "Minister der Länder A und B"."""
    return any(text.form(at) in _GENITIVE for at in range(max(phrase.head, phrase.start) + 1, place))


def _phrase(text: Text, start: int, stop: int) -> Phrase:
    place = start
    while place < stop - 1 and _is_before(text, place) and text.form(place).lower() not in PRONOUNS:
        place += 1
    if text.form(place).lower() in _LONE_PRONOUNS:
        stop = place + 1
    if (single := _without_noun(text, place, stop)) is not None:
        return single
    head = _head(text, place, stop, is_inside=place > start and text.form(place - 1).lower() in PREPOSITIONS)
    if text.kind(head) is Class.UTTERANCE:
        return _of_utterance(text, place, head, stop)
    return _noun(text, place, head, stop)


def _is_before(text: Text, place: int) -> bool:
    """Whether the word only stands before the phrase: a preposition, a conjunction, the verb in "urteilte Beispiel"."""
    small = text.form(place).lower()
    return small in _OPENING or small in _LEADING or (is_verb(text.form(place)) and text.kind(place + 1) in _SUBSTANCE)


def _without_noun(text: Text, start: int, stop: int) -> Phrase | None:
    """A mention without any noun or name, `None` where there is one."""
    if any(text.kind(place) in _SUBSTANCE for place in range(start, stop)):
        return None
    for place in range(start, stop):
        small = text.form(place).lower()
        if small in _FIRST_PERSON:
            return Phrase(Form.FIRST_PERSON, start, -1, stop, stop)
        if small in _BACKWARD:
            return Phrase(Form.BACKWARD, start, -1, stop, stop)
        agrees = PRONOUNS.get(small) or RELATIVES.get(small) or POSSESSIVES.get(small)
        if agrees and not (small in RELATIVES and stop - start > 1):
            return Phrase(Form.PRONOUN, start, -1, stop, stop, agrees=agrees)
    if stop - start > 1 and text.form(start).lower() in {"der", "die", "das", "dem", "den"}:
        # "der 81-Jährige", written small
        return Phrase(
            Form.NOUN, start, stop - 1, stop, stop, agrees=RELATIVES[text.form(start).lower()], is_definite=True
        )
    return Phrase(Form.EMPTY, start, -1, stop, stop)


def _head(text: Text, start: int, stop: int, *, is_inside: bool) -> int:
    """The first noun or name that is no attribute: "Haus" in "das von Beispiel gebaute Haus"."""
    first = next(place for place in range(start, stop) if text.kind(place) in _SUBSTANCE)
    if is_inside or any(
        text.form(place) in PREPOSITIONS
        or text.form(place)[0].isdigit()
        or (place > start and text.form(place) in {"das", "den", "dem", "die"})
        for place in range(start, first)
    ):
        for place in range(first + 1, stop - 1):
            if text.form(place) in _ENDING:
                break
            form = text.form(place)
            if (
                form.islower()
                and (form.endswith(_PARTICIPLES) or (text.form(first - 1).isdigit() and form.endswith(_WEAK)))
                and (text.kind(place + 1) in _SUBSTANCE or text.form(place + 1) in _QUOTES)
            ):
                return place + 1 if text.kind(place + 1) in _SUBSTANCE else place + 2
    if (
        text.form(first).endswith("s")
        and text.kind(first) not in {Class.FIRST, Class.ROLE, Class.BODY}
        and first == start
        and text.kind(first + 1) in {Class.BODY, Class.ROLE, Class.GROUP, Class.DOCUMENT}
        and first + 1 < stop
    ):
        return first + 1  # "Musterstadts Regierung"
    return first


def _of_utterance(text: Text, start: int, head: int, stop: int) -> Phrase:
    """Whose utterance it is: "Angaben der Polizei", "seiner Meinung", "Beispiels Meinung"."""
    small = text.form(start).lower()
    if small in POSSESSIVES and start < head:
        return Phrase(Form.PRONOUN, start, -1, stop, stop, agrees=POSSESSIVES[small], of_utterance=True)
    behind = head + 1
    if behind < stop and text.form(behind) not in _ENDING:
        if text.form(behind) in PREPOSITIONS - _GENITIVE - _OF_SOURCE:
            return Phrase(Form.NOUN, start, head, stop, stop, is_plural=True, of_utterance=True)
        inner = _phrase(text, behind, stop)
        if (
            (inner.form is not Form.EMPTY and text.form(behind) in _GENITIVE | ARTICLES | PREPOSITIONS)
            or (text.kind(behind) in _SUBSTANCE)
            or text.form(behind)[-2:] in {"er"}
        ):
            return _marked(text, inner)
    return Phrase(Form.NOUN, start, head, stop, stop, is_plural=True, of_utterance=True)


def _marked(text: Text, inner: Phrase) -> Phrase:
    """The phrase behind an utterance, in the genitive: "der Kritiker" is in the plural there."""
    agrees, plural = inner.agrees, inner.is_plural
    word = text.words[inner.head]
    is_weak = word.agrees & PLURAL and text.form(inner.head).endswith("n") and not is_adjectival(word.end)
    if (
        inner.head > inner.start
        and text.form(inner.start) == "der"
        and word.kind is Class.ROLE
        and (word.agrees == MALE or is_weak)
    ):
        agrees, plural = PLURAL, True
    return replace(inner, agrees=agrees, is_plural=plural, of_utterance=True)


def _noun(text: Text, start: int, head: int, stop: int) -> Phrase:
    follower = head + 1
    if text.kind(head) not in {Class.ROLE} and follower < stop and text.kind(follower) in {Class.UTTERANCE}:
        # "Grupps Meinung", "Grünen-Angaben" apart
        return _marked(text, _noun(text, start, head, follower))
    end = next((place for place in range(head + 1, stop) if _is_end(text, place)), stop)
    word = text.words[head]
    small = text.form(start).lower()
    article = small if start < head else ""
    is_open = (
        word.kind in {Class.NAME, Class.NOUN} and text.form(start) not in _QUOTES
    )  # a noun of which no gender is known
    agrees, plural = _agreement(article, word.agrees, text.forms[head], is_open=is_open)
    is_named = word.kind in {Class.FIRST, Class.FAMILY, Class.NAME, Class.ABBREVIATION, Class.KNOWN_BODY, Class.PLACE}
    return Phrase(
        Form.NAME if is_named else Form.NOUN,
        start,
        head,
        end,
        stop,
        agrees=agrees,
        is_definite=article in ARTICLES or article in {"dieser", "diese", "dieses", "diesem", "diesen"},
        is_plural=plural,
    )


def _is_end(text: Text, place: int) -> bool:
    """Whether what belongs to a noun is over: a mark, or a preposition that begins something else."""
    form = text.form(place)
    if form == "vom" and any(
        text.form(at).endswith(("tag", "abend", "woche", "woch", "jahr", "nacht")) for at in (place + 1, place + 2)
    ):
        return True
    if form in {"in", "mit", "über", "an"} and text.form(place + 1).lower() in POSSESSIVES:
        return True  # "die Zeitung in ihrer Ausgabe"
    is_after_noun = text.kind(place - 1) in _SUBSTANCE or text.form(place - 1) in {")", *_QUOTES}
    return form in _ENDING or form in _CUTTING or (is_after_noun and is_verb(form))


def _agreement(article: str, agrees: int, form: str, *, is_open: bool) -> tuple[int, bool]:
    """What the phrase agrees with, by its article and the noun's own form; and whether it is in the plural."""
    by_article = _BY_ARTICLE.get(article)
    if by_article is None:
        only_plural = agrees == PLURAL or (agrees & PLURAL and not article)
        return (PLURAL, True) if only_plural and agrees else (agrees, False)
    both = agrees & by_article
    if agrees == NEUTER and not both and article in {"der", "den", "die", "diese", "diesen", "dieser"}:
        return PLURAL, True  # "der Unternehmen"
    if article in {"der", "dieser"} and both == MALE | FEMALE:
        return MALE, False
    if article == "den" and is_open and form.endswith("n"):
        return PLURAL, True
    if article in {"die", "diese"} and agrees == MALE:
        return PLURAL, True  # "die Richter"
    if article == "den" and form.endswith(("oren", "ern", "eln")):
        return PLURAL, True
    if article in {"den", "der"} and agrees == PLURAL:
        return PLURAL, True
    if article in {"die", "diese"} and is_open:
        is_like_plural = form.endswith(("er", "en", "ern", "eln", "innen")) or bool(agrees & PLURAL)
        return (PLURAL, True) if is_like_plural else (FEMALE, False)
    if article in {"die", "diese"} and both == FEMALE | PLURAL:
        return (FEMALE, False) if form.endswith("e") else (PLURAL, True)
    return both or by_article, (both or by_article) == PLURAL


_BY_ARTICLE = {
    "der": MALE | FEMALE, "die": FEMALE | PLURAL, "das": NEUTER, "den": MALE | PLURAL, "dem": MALE | NEUTER,
    "des": MALE | NEUTER, "vom": MALE | NEUTER, "zum": MALE | NEUTER, "ein": MALE | NEUTER, "eine": FEMALE,
    "einer": MALE | FEMALE, "einem": MALE | NEUTER, "eines": MALE | NEUTER, "einen": MALE, "dieser": MALE | FEMALE,
    "diese": FEMALE | PLURAL, "diesem": MALE | NEUTER, "dieses": MALE | NEUTER, "diesen": MALE | PLURAL,
    "im": MALE | NEUTER,
} | dict.fromkeys(
    "einige einigen einiger viele vielen vieler mehrere mehreren manche zwei drei zahlreiche beide beiden".split(),
    PLURAL,
)  # fmt: skip
