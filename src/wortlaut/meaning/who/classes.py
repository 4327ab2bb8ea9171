"""What a word with a capital may be, and what it agrees with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

__all__ = ["ANY_PERSON", "FEMALE", "GENDERS", "MALE", "NEUTER", "PLURAL", "Class", "Word"]

# Gender and number together, as bits: what a word may be, so that two words agree where they share a bit.
MALE, FEMALE, NEUTER, PLURAL = 1, 2, 4, 8
ANY_PERSON = MALE | FEMALE
GENDERS: Mapping[str, int] = {
    "m": MALE, "f": FEMALE, "n": NEUTER, "p": PLURAL, "a": ANY_PERSON, "u": ANY_PERSON, "-": 0,
}  # fmt: skip


class Class(IntEnum):
    """What a word with a capital is."""

    FIRST = 1  # a first name
    FAMILY = 2  # a family name that is also a listed word
    NAME = 3  # in no list: a name of somebody or something
    HONORIFIC = 4
    ROLE = 5  # "Ministerin": denotes a person by what he or she is
    BODY = 6  # "Behörde"
    DOCUMENT = 7
    UTTERANCE = 8  # "Angaben", "Meinung": of somebody
    GROUP = 9
    PLACE = 10
    KNOWN_BODY = 11  # by its own name: "Bundesregierung"
    ABBREVIATION = 12
    NOUN = 13  # any other listed noun
    OTHER = 14  # no word with a capital


@dataclass(frozen=True, slots=True)
class Word:
    """Class and agreement (bits) of one word, its base form and the end by which it is known."""

    kind: Class
    agrees: int
    base: str
    end: str = ""
