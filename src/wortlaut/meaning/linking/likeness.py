"""How alike two names are, and in what: spelling, a first name left out or shortened, an abbreviation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import Indel

from wortlaut.meaning.actors.folding import skeleton
from wortlaut.meaning.linking.names import PersonName
from wortlaut.meaning.linking.wordlists import common_families, first_name_genders, generic_words, nickname_of
from wortlaut.messages import Message

__all__ = [
    "VOWELS",
    "WHYS",
    "Likeness",
    "OrganisationForm",
    "PersonForm",
    "Why",
    "organisations_alike",
    "persons_alike",
]

_NUMBER = re.compile(r"[ivx]{1,6}")
VOWELS = re.compile(r"[aeiou ]")
_LEAST_FAMILY = 0.8  # of the letters that two family names share, in order
_LEAST_GIVEN = 0.75
_GENITIVE = 0.8  # how alike a name is to itself with an s: a genitive that was taken for the name
_LEAST_WHOLE = 0.85
_PARTICLES = frozenset("fon fan der de du la le di da al el bin".split())  # as they sound
_LEAST_LONG = 5  # letters: below, one letter makes another name


class Why(StrEnum):
    """In what two names are alike."""

    SPELLING = "spelling"
    SHORTER = "shorter"
    NICKNAME = "nickname"
    ORDER = "order"
    JOINED = "joined"
    ACRONYM = "acronym"
    LONGER = "longer"


WHYS = {
    Why.SPELLING: Message(en="Two spellings of one name?", de="Zwei Schreibungen eines Namens?"),
    Why.SHORTER: Message(
        en="One name has an initial or a middle name more.", de="Ein Name hat einen Vornamen oder Buchstaben mehr."
    ),
    Why.NICKNAME: Message(
        en="The first names may be forms of one.", de="Die Vornamen können Formen eines Namens sein."
    ),
    Why.ORDER: Message(en="The same words in another order.", de="Dieselben Wörter in anderer Folge."),
    Why.JOINED: Message(en="Written in one or apart.", de="Zusammen oder getrennt geschrieben."),
    Why.ACRONYM: Message(en="One may be short for the other.", de="Eines kann die Abkürzung des anderen sein."),
    Why.LONGER: Message(en="One name goes on where the other ends.", de="Ein Name geht weiter, wo der andere endet."),
}


@dataclass(frozen=True, slots=True)
class Likeness:
    """In what two names are alike, and how much."""

    why: Why
    score: float


@dataclass(frozen=True, slots=True)
class PersonForm:
    """A person's name as it sounds."""

    given: tuple[str, ...]  # folded
    sounds: tuple[str, ...]  # of the first names
    family: str
    written: str  # the family name, folded
    whole: str
    frame: str  # consonants of the whole name
    parts: frozenset[str]  # of the family name
    swapped: str  # the words in the order of the alphabet
    gender: str
    numbers: tuple[str, ...]  # of rulers
    is_common: bool

    @classmethod
    def of(cls, name: PersonName) -> PersonForm:
        """The name taken apart by sound."""
        sounds = tuple(map(_sound, name.given))
        family = "".join(map(_sound, name.family))
        whole = "".join(sounds) + family
        gender = first_name_genders().get(name.given[0], "u") if name.given else "u"
        common = common_families()
        return cls(
            name.given, sounds, family, "".join(name.family), whole, VOWELS.sub("", whole),
            frozenset(map(_sound, name.family)) - _PARTICLES, " ".join(sorted((*sounds, family))), gender,
            tuple(filter(_NUMBER.fullmatch, name.words)),
            " ".join(name.family) in common or name.words[-1] in common,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class OrganisationForm:
    """An organisation's name by the words of its key."""

    words: tuple[str, ...]
    joined: str
    sound: str
    frame: str
    initials: str
    is_acronym: bool

    @classmethod
    def of(cls, name: str, key: tuple[str, ...]) -> OrganisationForm:
        """The name with the key that organisations are known by."""
        joined = "".join(key)
        sound = "".join(map(_sound, key))
        bare = name.replace(".", "").replace("-", "")
        is_acronym = bare.isalpha() and bare.isupper() and 2 <= len(bare) <= 6
        return cls(key, joined, sound, VOWELS.sub("", sound), "".join(word[0] for word in key), is_acronym)


@lru_cache(maxsize=2**15)
def _sound(word: str) -> str:
    return skeleton(word)


def persons_alike(one: PersonForm, other: PersonForm) -> Likeness | None:
    """What speaks for one person of two names; `None` for nothing."""
    if not one.given or not other.given or {one.gender, other.gender} == {"m", "f"}:
        return None
    if one.numbers != other.numbers and one.numbers and other.numbers:
        return None  # Johannes Paul I and II
    if one.whole == other.whole:
        return Likeness(Why.SPELLING, 0.95)
    if one.swapped == other.swapped:
        return Likeness(Why.ORDER, 0.8)
    fewer, more = sorted((one.parts, other.parts), key=len)
    if one.given[0] == other.given[0] and fewer and fewer < more and not _are_told_apart(one.sounds, other.sounds):
        return Likeness(Why.LONGER, 0.6)
    family = _family_likeness(one, other)
    given = _given_likeness(one, other) if family else None
    if given is not None and not (given.why is Why.NICKNAME and family < _GENITIVE):
        return Likeness(given.why, round(given.score * family, 3))
    return _by_frame(one, other)


def _by_frame(one: PersonForm, other: PersonForm) -> Likeness | None:
    """Two names with the same consonants and hardly other vowels: Ruhani and Rouhani, Min-soon and Minsoon."""
    if one.frame != other.frame or len(one.frame) < _LEAST_LONG or _ratio(one.whole, other.whole) < _LEAST_WHOLE:
        return None
    if min(len(one.family), len(other.family)) < _LEAST_LONG:
        return None
    if one.family == other.family and _are_two_names(one.given[0], other.given[0]):
        return None
    return Likeness(Why.SPELLING, 0.6)


def _family_likeness(one: PersonForm, other: PersonForm) -> float:
    """1 for the same sound, less for what is near; 0 for another family name."""
    if one.family == other.family:
        return 1.0
    if one.family.removesuffix("s") == other.family.removesuffix("s"):
        return _GENITIVE
    # Misspellings hardly ever begin with another letter.
    if min(len(one.family), len(other.family)) < _LEAST_LONG or one.written[:1] != other.written[:1]:
        return 0.0
    ratio = min(_ratio(one.family, other.family), _ratio(one.written, other.written) + 0.1)
    # Two names that many have, such as Schneider and Schneiders, are more often two than one misspelled.
    return ratio * (0.7 if one.is_common or other.is_common else 0.9) if ratio >= _LEAST_FAMILY else 0.0


def _given_likeness(one: PersonForm, other: PersonForm) -> Likeness | None:
    if one.sounds == other.sounds:
        return Likeness(Why.SPELLING, 0.95)
    short, long = sorted((one.sounds, other.sounds), key=lambda sounds: (len(sounds), sounds))
    if _is_part(short, long):
        return Likeness(Why.SHORTER, _of_shorter(short, long))
    first, second = one.given[0], other.given[0]
    if _are_told_apart(one.sounds, other.sounds):
        return None
    if nickname_of(first) == nickname_of(second):
        return Likeness(Why.NICKNAME, 0.7)
    ratio = _ratio(one.sounds[0], other.sounds[0])
    if VOWELS.sub("", one.sounds[0]) == VOWELS.sub("", other.sounds[0]):
        ratio = 1.0
    if (
        min(len(first), len(second)) >= (_LEAST_LONG - 1 if ratio == 1.0 else _LEAST_LONG)
        and ratio >= _LEAST_GIVEN
        and not _are_two_names(first, second)
    ):
        return Likeness(Why.SPELLING, round(0.8 * ratio, 3))
    return None


def _of_shorter(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """More where a first name is written out in both, most where it is the first."""
    if not any(len(word) > 1 and word in long for word in short):
        return 0.55
    return 0.85 if short[0] == long[0] else 0.7


def _are_two_names(one: str, other: str) -> bool:
    """Whether both first names are listed ones, or one the other's feminine form: Marion and Marian, Karl and Karla."""
    if any(short + end == long for short, long in ((one, other), (other, one)) for end in ("a", "e", "ine", "ina")):
        return True
    return one in first_name_genders() and other in first_name_genders()


def _are_told_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether both have a second first name, and not the same: Hans Eberhard and Hans Otto."""
    return len(one) > 1 and len(other) > 1 and not _is_initial_of(one[1], other[1])


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the first names of `short` stand in `long` in order; an initial stands for one of the same place."""
    if all(_is_initial_of(word, other) for word, other in zip(short, long, strict=False)):
        return True
    rest = iter(long)
    return any(len(word) > 1 for word in short) and all(word in rest for word in short)


def _is_initial_of(one: str, other: str) -> bool:
    return one == other or (1 in {len(one), len(other)} and one[:1] == other[:1])


def organisations_alike(one: OrganisationForm, other: OrganisationForm) -> Likeness | None:
    """What speaks for one organisation of two names; `None` for nothing."""
    if one.joined == other.joined:
        return Likeness(Why.JOINED, 0.9)
    if one.is_acronym != other.is_acronym:
        short, long = (one, other) if one.is_acronym else (other, one)
        return Likeness(Why.ACRONYM, 0.7) if long.initials == short.joined and len(short.joined) > 2 else None
    if one.is_acronym:
        return None
    short, long = sorted((one, other), key=lambda form: (len(form.words), form.words))
    is_apposed = long.words[0] in generic_words()["apposed"] | generic_words()["whole"]
    if long.words[: len(short.words)] == short.words or (is_apposed and long.words[1:] == short.words):
        return Likeness(Why.LONGER, 0.6)
    if one.sound == other.sound:
        return Likeness(Why.SPELLING, 0.85)
    shorter = min(len(one.sound), len(other.sound))
    ratio = _ratio(one.sound, other.sound)
    # One letter in ten: below, "Polizei Altstadt" and "Polizei Neustadt" would be alike.
    if shorter >= 2 * _LEAST_LONG and ratio >= 0.93 and _differ_in_one_word(one, other):
        return Likeness(Why.SPELLING, round(0.8 * ratio, 3))
    return None


def _differ_in_one_word(one: OrganisationForm, other: OrganisationForm) -> bool:
    """Whether the one word that differs is long and nearly the same in both."""
    if len(one.words) != len(other.words):
        return True
    pairs = [(a, b) for a, b in zip(one.words, other.words, strict=True) if a != b]
    return len(pairs) == 1 and min(map(len, pairs[0])) > _LEAST_LONG and _ratio(*pairs[0]) >= 0.85


def _ratio(one: str, other: str) -> float:
    return Indel.normalized_similarity(one, other)
