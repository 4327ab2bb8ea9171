"""How alike two names are, and in what: spelling, a first name left out or shortened, an abbreviation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from wortlaut.meaning.actors.folding import skeleton
from wortlaut.meaning.linking.names import PersonName
from wortlaut.meaning.linking.wordlists import common_families, first_name_genders, nickname_of
from wortlaut.messages import Message

__all__ = ["WHYS", "Likeness", "OrganisationForm", "PersonForm", "Why", "organisations_alike", "persons_alike"]

_VOWELS = re.compile(r"[aeiou ]")
_LEAST_FAMILY = 0.8  # of the letters that two family names share, in order
_LEAST_GIVEN = 0.75
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
    whole: str
    frame: str  # consonants of the whole name
    swapped: str  # the words in the order of the alphabet
    gender: str
    is_common: bool

    @classmethod
    def of(cls, name: PersonName) -> PersonForm:
        """The name taken apart by sound."""
        sounds = tuple(map(skeleton, name.given))
        family = "".join(map(skeleton, name.family))
        whole = "".join(sounds) + family
        gender = first_name_genders().get(name.given[0], "u") if name.given else "u"
        common = common_families()
        return cls(
            name.given, sounds, family, whole, _VOWELS.sub("", whole), " ".join(sorted((*sounds, family))), gender,
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
        sound = skeleton(joined)
        bare = name.replace(".", "").replace("-", "")
        is_acronym = bare.isalpha() and bare.isupper() and 2 <= len(bare) <= 6
        return cls(key, joined, sound, _VOWELS.sub("", sound), "".join(word[0] for word in key), is_acronym)


def persons_alike(one: PersonForm, other: PersonForm) -> Likeness | None:
    """What speaks for one person of two names; `None` for nothing."""
    if not one.given or not other.given or {one.gender, other.gender} == {"m", "f"}:
        return None
    if one.whole == other.whole:
        return Likeness(Why.SPELLING, 0.95)
    if one.swapped == other.swapped:
        return Likeness(Why.ORDER, 0.8)
    family = _family_likeness(one, other)
    given = _given_likeness(one, other) if family else None
    if given is not None:
        return Likeness(given.why, round(given.score * family, 3))
    if one.frame == other.frame and len(one.frame) >= _LEAST_LONG and _ratio(one.whole, other.whole) >= _LEAST_FAMILY:
        return Likeness(Why.SPELLING, 0.7)
    return None


def _family_likeness(one: PersonForm, other: PersonForm) -> float:
    """1 for the same sound, less for what is near; 0 for another family name."""
    if one.family == other.family:
        return 1.0
    if min(len(one.family), len(other.family)) < _LEAST_LONG:
        return 0.0
    ratio = _ratio(one.family, other.family)
    # Two names that many have, such as Schneider and Schneiders, are more often two than one misspelled.
    return ratio * (0.7 if one.is_common or other.is_common else 0.9) if ratio >= _LEAST_FAMILY else 0.0


def _given_likeness(one: PersonForm, other: PersonForm) -> Likeness | None:
    if one.sounds == other.sounds:
        return Likeness(Why.SPELLING, 0.95)
    short, long = sorted((one.sounds, other.sounds), key=lambda sounds: (len(sounds), sounds))
    if _is_part(short, long):
        written = [sound for sound in short if len(sound) > 1]
        return Likeness(Why.SHORTER, 0.85 if short[0] == long[0] and written else 0.7 if written else 0.55)
    first, second = one.given[0], other.given[0]
    if nickname_of(first) == nickname_of(second):
        return Likeness(Why.NICKNAME, 0.7)
    ratio = _ratio(one.sounds[0], other.sounds[0])
    if min(len(first), len(second)) >= _LEAST_LONG - 1 and ratio >= _LEAST_GIVEN and not _are_two_names(first, second):
        return Likeness(Why.SPELLING, round(0.8 * ratio, 3))
    return None


def _are_two_names(one: str, other: str) -> bool:
    """Whether both first names are listed ones: Marion and Marian are two people."""
    return one in first_name_genders() and other in first_name_genders()


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the first names of `short` stand in `long` in order, an initial for any that it begins."""
    rest = iter(long)
    return all(
        any(word == other or (1 in {len(word), len(other)} and word[:1] == other[:1]) for other in rest)
        for word in short
    )


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
    if long.words[: len(short.words)] == short.words:
        return Likeness(Why.LONGER, 0.55)
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
