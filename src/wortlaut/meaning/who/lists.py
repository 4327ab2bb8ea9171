"""The word lists beside this module, each read once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from wortlaut.meaning.who.classes import GENDERS, Class

__all__ = ["ends", "family_names", "first_names", "towns"]


@cache
def ends() -> Mapping[str, tuple[Class, int]]:
    """What nouns denote, by the end of the word, with their gender."""
    found: dict[str, tuple[Class, int]] = {}
    for line in _lines("heads.tsv"):
        kind, gender, end = line.split("\t")
        found.setdefault(end, (Class[kind.upper()], GENDERS[gender]))
    return found


@cache
def first_names() -> Mapping[str, int]:
    """First names with the gender of those who bear them."""
    return {name: GENDERS[gender] for name, gender in (line.split("\t") for line in _lines("first_names.tsv"))}


@cache
def family_names() -> frozenset[str]:
    """Family names that are also listed words."""
    return frozenset(_lines("family_names.txt"))


@cache
def towns() -> frozenset[str]:
    """Names of towns and lands that the list of places (`meaning/actors`) does not have."""
    return frozenset(_lines("towns.txt"))


def _lines(name: str) -> Iterator[str]:
    """The lines of a list beside this module, without comments and the line that names the columns."""
    lines = (files(__package__) / name).read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("#")]
    yield from rows[1:] if name.endswith(".tsv") else rows
