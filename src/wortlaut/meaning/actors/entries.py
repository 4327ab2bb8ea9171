"""What the list holds: persons, bodies, offices, terms of office, places, and where each fact stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from wortlaut.meaning.actors.days import earliest, latest

__all__ = ["Body", "Entry", "Holding", "Office", "Person", "Place", "Source", "Term"]


@dataclass(frozen=True, slots=True)
class Source:
    """Where facts stand; `as_of` is the day for which it speaks, `where` an address or a path in a repository."""

    id: str
    where: str
    as_of: str
    note: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who held an office. `name` is the form of German news, `family` the part that stands alone."""

    id: str
    name: str
    family: str
    aliases: tuple[str, ...]
    gender: str  # m, f, or empty where no source says
    wikidata: str
    source: str


@dataclass(frozen=True, slots=True)
class Body:
    """A government, parliament, party, bank or organisation that can be said to speak."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    place: str  # the country whose body it is; empty for what belongs to several
    wikidata: str
    source: str


@dataclass(frozen=True, slots=True)
class Office:
    """An office with its German titles.

    `names` denote it alone ("Kremlchef", "Bundeskanzler"); `titles` do so only beside its country or body ("russischer
    Außenminister", "Präsident der Kommission"). `shared` marks what several people hold at the same time.
    """

    id: str
    masculine: str
    feminine: str
    names: tuple[str, ...]
    titles: tuple[str, ...]
    kind: str
    body: str
    place: str
    shared: bool
    wikidata: str
    source: str


@dataclass(frozen=True, slots=True)
class Term:
    """One stretch of time in which a person held an office; `end` is empty where none is known by `as_of`.

    Days are as exact as the source: `2005-11-22`, `2005-11` or `2005`.
    """

    person: str
    office: str
    start: str
    end: str
    source: str
    as_of: str
    note: str

    def may_hold(self, on: date) -> bool:
        """True where nothing that is known speaks against the person holding the office on that day."""
        return earliest(self.start) <= on and (not self.end or on <= latest(self.end))

    def surely_holds(self, on: date) -> bool:
        """True where the source says so: both days exact enough, and what is open not newer than the source."""
        return latest(self.start) <= on <= (earliest(self.end) if self.end else latest(self.as_of))


@dataclass(frozen=True, slots=True)
class Holding:
    """A term that covers a day; `certain` is False where the days are vague, or the source older than the day."""

    term: Term
    certain: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A country, city or house, and the bodies and offices that are meant where it "says" something."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    within: str  # the country
    stands_for: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    wikidata: str
    source: str


Entry: TypeAlias = Source | Person | Body | Office | Term | Place
