"""What a person should decide: actors of a record that may be one, and one actor that may be two people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from wortlaut.meaning.linking.blocks import organisation_pairs, person_pairs
from wortlaut.meaning.linking.bodies import organisation_key
from wortlaut.meaning.linking.likeness import (
    Likeness,
    OrganisationForm,
    PersonForm,
    Why,
    organisations_alike,
    persons_alike,
)
from wortlaut.meaning.linking.names import clean, person_name
from wortlaut.meaning.linking.offices import is_feminine, occupation_of
from wortlaut.messages import Message
from wortlaut.types import PartyKind

__all__ = ["DIVISIONS", "Divided", "Division", "KnownActor", "Pair", "divided", "similar"]

# Fields of which one person has often several, at once or in turn; any others of two fields are two people.
_TOGETHER = {
    frozenset(pair.split())
    for pair in (
        "politics justice|politics economy|politics science|politics media|politics military|politics medicine"
        "|politics police|economy science|economy media|economy justice|economy medicine|economy sport|economy stage"
        "|science medicine|science media|science justice|science church|media stage|media sport|media justice"
        "|media church|justice police|justice military|police military|medicine military|science military|youth sport"
        "|youth stage|youth science|youth media|youth politics|medicine justice|medicine media|economy military"
        "|economy police|science stage|medicine police|stage youth|sport media|justice science"
    ).split("|")
}


class Division(StrEnum):
    """Why an actor may be two people."""

    FIELDS = "fields"
    GENDERS = "genders"


DIVISIONS = {
    Division.FIELDS: Message(
        en="The offices belong to fields that hardly one person has: {first}, {second}.",
        de="Die Ämter gehören zu Bereichen, in denen kaum ein Mensch zugleich ist: {first}, {second}.",
    ),
    Division.GENDERS: Message(
        en="A title of a woman and one of a man: {first}, {second}.",
        de="Ein Titel einer Frau und einer eines Mannes: {first}, {second}.",
    ),
}


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor of a record: the names under which articles have it, the offices they give, how many statements."""

    id: str
    kind: PartyKind
    name: str
    names: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    statements: int = 0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors that may be one, the smaller id first; `score` between 0 and 1 is for the order, no probability."""

    first: str
    second: str
    why: Why
    score: float
    statements: int  # of both


@dataclass(frozen=True, slots=True)
class Divided:
    """An actor that may be two people, with the two offices that speak for it."""

    actor: str
    why: Division
    first: str
    second: str
    score: float
    statements: int


def similar(actors: Sequence[KnownActor], *, least: float = 0.55) -> list[Pair]:
    """The pairs of actors that may be one with at least that score, the likeliest first, then by statements."""
    known = sorted(actors, key=lambda actor: actor.id)
    pairs = [*_persons(known, least), *_organisations(known, least)]
    return sorted(pairs, key=lambda pair: (-pair.score, -pair.statements, pair.first, pair.second))


def divided(actors: Iterable[KnownActor]) -> list[Divided]:
    """The persons that may be two, by what offices articles give them, in the same order."""
    found = [each for actor in actors if actor.kind is PartyKind.PERSON for each in _divisions(actor)]
    return sorted(found, key=lambda each: (-each.score, -each.statements, each.actor, each.why))


def _texts(actor: KnownActor) -> list[str]:
    return list(dict.fromkeys(text for each in (actor.name, *actor.names) if (text := clean(each))))


def _persons(actors: Sequence[KnownActor], least: float) -> Iterator[Pair]:
    forms: list[PersonForm] = []
    owners: list[int] = []
    for number, actor in enumerate(actors):
        if actor.kind is PartyKind.PERSON:
            for text in _texts(actor):
                forms.append(PersonForm.of(person_name(text)))
                owners.append(number)
    found = (
        (owners[one], owners[other], persons_alike(forms[one], forms[other]))
        for one, other in person_pairs(forms)
        if owners[one] != owners[other]
    )
    yield from _best(actors, found, least)


def _organisations(actors: Sequence[KnownActor], least: float) -> Iterator[Pair]:
    forms: list[OrganisationForm] = []
    owners: list[int] = []
    for number, actor in enumerate(actors):
        if actor.kind is PartyKind.ORGANISATION:
            for text in _texts(actor):
                forms.append(OrganisationForm.of(text, organisation_key(text)))
                owners.append(number)
    found = (
        (owners[one], owners[other], organisations_alike(forms[one], forms[other]))
        for one, other in organisation_pairs(forms)
        if owners[one] != owners[other]
    )
    yield from _best(actors, found, least)


def _best(
    actors: Sequence[KnownActor], found: Iterable[tuple[int, int, Likeness | None]], least: float
) -> Iterator[Pair]:
    """For every two actors the likeness of their most alike names, less where their offices are of two fields."""
    best: dict[tuple[int, int], Likeness] = {}
    for one, other, alike in found:
        pair = (min(one, other), max(one, other))
        if alike is not None and (pair not in best or best[pair].score < alike.score):
            best[pair] = alike
    for (one, other), alike in best.items():
        first, second = actors[one], actors[other]
        score = round(alike.score * _by_offices(first.offices, second.offices), 3)
        if score >= least:
            yield Pair(first.id, second.id, alike.why, score, first.statements + second.statements)


def _by_offices(one: Sequence[str], other: Sequence[str]) -> float:
    """How much the offices speak for or against one person."""
    if set(one) & set(other):
        return 1.0
    fields, others = _fields(one), _fields(other)
    if not fields or not others or fields & others:
        return 0.97
    return 0.9 if any(frozenset({a, b}) in _TOGETHER for a in fields for b in others) else 0.6


def _fields(offices: Iterable[str]) -> set[str]:
    return {found.field for office in offices if (found := occupation_of(office)) is not None}


def _divisions(actor: KnownActor) -> Iterator[Divided]:
    """The first two offices of fields that are not together, and of two genders."""
    offices = sorted({text for office in actor.offices if (text := clean(office))})
    told = [(office, found.field) for office in offices if (found := occupation_of(office)) is not None]
    for (one, field), (other, second) in combinations(told, 2):
        if field != second and frozenset({field, second}) not in _TOGETHER:
            score = 0.5 if {field, second} == {"politics", "stage"} else 0.8
            yield Divided(actor.id, Division.FIELDS, one, other, score, actor.statements)
            break
    women = [office for office, _ in told if is_feminine(office)]
    men = [office for office, _ in told if not is_feminine(office) and _is_masculine(office)]
    if women and men:
        yield Divided(actor.id, Division.GENDERS, women[0], men[0], 0.6, actor.statements)


def _is_masculine(office: str) -> bool:
    """Whether the title has a form of its own for women: no "Abgeordnete", no "Vorsitzende"."""
    noun = office.partition(",")[0].rpartition(" ")[2]
    return not noun.endswith(("e", "mann", "frau", "kraft", "person")) and "model" not in noun.lower()
