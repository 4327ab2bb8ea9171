"""The word lists of linking: common family names, occupations, forms of first names, organisations that all have.

`README.md` says what stands in which file and where it comes from. First names with their gender, and nouns for
organisations, are those of the stage "who".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from wortlaut.meaning.actors.folding import fold

__all__ = [
    "Namesake",
    "Occupation",
    "body_ends",
    "common_families",
    "first_name_genders",
    "generic_words",
    "nickname_of",
    "occupation_ends",
]

_OWN, _WHO = "linking", "who"  # folders of the stage


class Namesake(StrEnum):
    """When an occupation says that a namesake of a listed person is meant."""

    NEVER = "never"
    SITTING = "sitting"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Occupation:
    """The field of an occupation, and when it rules out a person of the list."""

    field: str
    namesake: Namesake


@cache
def common_families() -> frozenset[str]:
    """Folded family names that many people have."""
    return frozenset(map(fold, _lines(_OWN, "common_families.txt")))


@cache
def first_name_genders() -> Mapping[str, str]:
    """By folded first name the gender of those who bear it: m, f, or u for both and not known."""
    rows = (line.split("\t") for line in _lines(_WHO, "first_names.tsv"))
    found: dict[str, str] = {}
    for name, gender in rows:
        key = fold(name)
        found[key] = gender if found.get(key, gender) == gender else "u"
    return found


@cache
def occupation_ends() -> Mapping[str, Occupation]:
    """Occupations by the folded end of the word; those that begin with `=` are whole words."""
    return {
        end: Occupation(field, Namesake(namesake))
        for field, namesake, ends in _rows("occupations.tsv")
        for end in ends.split("|")
    }


@cache
def _nicknames() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for (forms,) in _rows("nicknames.tsv"):
        first, *others = forms.split("|")
        for form in (first, *others):
            found.setdefault(form, first)
    return found


def nickname_of(folded: str) -> str:
    """The first name that stands for all forms of the folded one; itself where no others are known."""
    return _nicknames().get(folded, folded)


@cache
def generic_words() -> Mapping[str, frozenset[str]]:
    """Nouns for organisations that every town has: `heads`, their `fronts`, and `whole` words."""
    return {kind: frozenset(words.split("|")) for kind, words in _rows("generic.tsv")}


@cache
def body_ends() -> frozenset[str]:
    """Folded nouns for organisations that are masculine or neuter, so that their genitive has an s."""
    rows = (line.split("\t") for line in _lines(_WHO, "heads.tsv"))
    return frozenset(fold(end) for kind, gender, end in rows if kind == "body" and gender in {"m", "n"})


def _rows(name: str) -> Iterator[list[str]]:
    lines = _lines(_OWN, name)
    next(lines)  # the names of the columns
    return (line.split("\t") for line in lines)


def _lines(folder: str, name: str) -> Iterator[str]:
    text = (files("wortlaut.meaning") / folder / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))
