"""What an office as an article words it denotes: offices of the list, a past one, a field that rules people out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from wortlaut.meaning.actors import Actors, Office, Place
from wortlaut.meaning.actors.folding import fold
from wortlaut.meaning.linking.wordlists import Namesake, Occupation, occupation_ends

__all__ = ["OfficeReading", "is_feminine", "occupation_of", "read_office", "rules_out"]

_ARTICLE = re.compile(r"^(?:der|die|den|dem|des|das) ", re.IGNORECASE)
_FORMER = re.compile(
    r"^(?:(?:ehemalig|früher|vormalig|damalig|einstig|letzt)(?:e[rnsm]?)? |ex-?(?=\w)"
    r"|alt-?(?=\w*(?:kanzler|präsident|minister)))",
    re.IGNORECASE,
)
_RETIRED = re.compile(r" (?:a\. ?D\.?|außer Dienst|i\. ?R\.?)$", re.IGNORECASE)
_PRESENT = re.compile(r"^(?:amtierend|geschäftsführend|jetzig|heutig|neu|langjährig)(?:e[rnsm]?)? ", re.IGNORECASE)
_TAIL = re.compile(r",| \(|;")
_OF = re.compile(r" (?:der|des|von|vom|für|in|im|am|aus|bei|beim|zu|und|an) ")
_NO_FEMININE = frozenset("muezzin paladin harlekin".split())


@dataclass(frozen=True, slots=True)
class OfficeReading:
    """The offices of the list that a wording denotes by itself, and those that it does beside a country or body.

    `is_former` is True where it says that the office is past, `is_feminine` where only a woman is called so.
    """

    exact: tuple[Office, ...]
    titled: tuple[Office, ...]
    is_former: bool
    is_feminine: bool


@lru_cache(maxsize=2**13)
def read_office(wording: str, actors: Actors) -> OfficeReading:
    """What the wording of an office denotes; empty where the list has nothing of the kind."""
    text = _ARTICLE.sub("", _TAIL.split(" ".join(wording.split()))[0], count=1)
    bare, retired = _RETIRED.subn("", text)
    bare, former = _FORMER.subn("", bare, count=1)
    bare = _PRESENT.sub("", bare, count=1)
    exact = tuple({office.id: office for office in _exact(bare, actors)}.values())
    return OfficeReading(exact, actors.offices_titled(bare), bool(former or retired), is_feminine(bare))


def _exact(text: str, actors: Actors) -> Iterator[Office]:
    """By a name of the office, or by its title with a country or a body."""
    yield from actors.offices_named(text)
    first, _, rest = text.partition(" ")
    if rest:
        for place in actors.places_of(first):
            yield from _of_place(rest, place, actors)
        for place in actors.places_named(first) if first.endswith("s") else ():
            yield from _of_place(rest, place, actors)  # "Frankreichs Präsident"
    front, _, title = text.partition("-")
    if title and " " not in front:
        for place in actors.places_named(front):
            yield from _of_place(title, place, actors)
    parts = _OF.split(text, maxsplit=1)
    title, _, last = parts[0].partition(" ") if len(parts) == 1 else (parts[0], "", parts[1])
    if last:
        for place in actors.places_named(last):
            yield from _of_place(title, place, actors)
        for body in actors.bodies_named(last):
            yield from actors.offices_titled(title, body=body.id)


def _of_place(title: str, place: Place, actors: Actors) -> Iterator[Office]:
    """The offices of the country, not of a city in it."""
    if place.kind == "country":
        yield from actors.offices_titled(title, place=place.id)


def is_feminine(wording: str) -> bool:
    """True where the noun has the ending -in, which only women are given."""
    head = _head(wording)
    return head.endswith("in") and len(head) > 4 and head not in _NO_FEMININE


def _head(wording: str) -> str:
    """The noun of the wording, folded: what stands last before a genitive, a preposition or a comma."""
    text = _OF.split(_TAIL.split(wording)[0], maxsplit=1)[0]
    words = [word for word in text.split() if word[:1].isupper()] or text.split()
    return fold(words[-1]) if words else ""


@lru_cache(maxsize=2**13)
def occupation_of(wording: str) -> Occupation | None:
    """The occupation that the wording tells, by the longest end of its noun that is listed; `None` for others."""
    ends, head = occupation_ends(), _head(_RETIRED.sub("", wording))
    for form in _masculine(head):
        last = form.rpartition(" ")[2]
        if f"={form}" in ends or f"={last}" in ends:
            return ends.get(f"={form}") or ends[f"={last}"]
        found = next((form[at:] for at in range(len(form)) if form[at:] in ends), None)
        if found is not None:
            return ends[found]
    return None


def _masculine(head: str) -> Iterator[str]:
    """The folded noun as it is and, where it is feminine, as the masculine one that it comes from."""
    yield head
    if head.endswith("in"):
        yield head[:-2]
        yield head[:-2] + "e"


def rules_out(found: Occupation, *, is_sitting: bool) -> bool:
    """True where nobody of the list is called so, or nobody while holding an office."""
    return found.namesake is Namesake.ALWAYS or (found.namesake is Namesake.SITTING and is_sitting)
