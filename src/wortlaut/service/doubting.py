"""What is not certain about actors, and waits for a person to decide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from wortlaut.service.meaning import GERMAN_MEANING
from wortlaut.service.opening import asking
from wortlaut.types import PartyKind

if TYPE_CHECKING:
    from wortlaut.meaning.linking import Divided, Doubt, Linked, Pair
    from wortlaut.record.search.acting import ActorEntry, OpenName
    from wortlaut.settings import Settings

__all__ = ["Doubts", "MaybeOne", "MaybeTwo", "OpenShown", "doubts"]


@dataclass(frozen=True, slots=True)
class OpenShown:
    """A name that leads to no actor, why not, and the ids and names of those who may be meant.

    `actor` is the one that it leads to for now, where the doubt is only whether that is one of the list.
    """

    name: OpenName
    doubt: Doubt | None
    candidates: tuple[tuple[str, str], ...]
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class MaybeOne:
    """Two actors that may be one, and why."""

    first: ActorEntry
    second: ActorEntry
    pair: Pair


@dataclass(frozen=True, slots=True)
class MaybeTwo:
    """An actor that may be two people, and why."""

    actor: ActorEntry
    divided: Divided


@dataclass(frozen=True, slots=True)
class Doubts:
    """Names that lead to nobody, actors that may be one, and actors that may be two: the most telling first."""

    open: tuple[OpenShown, ...]
    pairs: tuple[MaybeOne, ...]
    divided: tuple[MaybeTwo, ...]


def doubts(*, settings: Settings | None = None) -> Doubts:
    """What is not certain about the actors of the record; what a person decided is not offered again."""
    from wortlaut.meaning.linking import KnownActor, divided, similar

    with asking(settings) as record:
        listed = list(record.known_actors())
        open_names = record.open_names()
        ledger = record.ledger()
    entries = {entry.id: entry for entry, _, _ in listed}
    known = [
        KnownActor(entry.id, entry.kind, entry.name, tuple(names), tuple(offices), entry.statements)
        for entry, names, offices in listed
    ]
    decided = ledger.called.keys() | ledger.made.keys() | {each for both in ledger.apart for each in both}
    pairs = (
        MaybeOne(entries[pair.first], entries[pair.second], pair)
        for pair in similar(known)
        if frozenset((pair.first, pair.second)) not in ledger.apart
    )
    doubtful = (_doubtful(entries[each.id], each.offices) for each in known if each.id not in decided)
    return Doubts(
        (*(_open(each, entries) for each in open_names), *filter(None, doubtful)),
        tuple(pairs),
        tuple(MaybeTwo(entries[each.actor], each) for each in divided(known) if each.actor not in decided),
    )


def _open(name: OpenName, entries: Mapping[str, ActorEntry]) -> OpenShown:
    """The name with those who may be meant: of the list, and of the record by the family name."""
    linked = _linked(name.kind, name.name, name.offices, name.last)
    found = _candidates(linked, entries)
    if name.kind is PartyKind.PERSON:
        family = _family(name.name)
        found |= {key: each.name for key, each in entries.items() if _family(each.name) == family}
    return OpenShown(name, linked.doubt, tuple(found.items()))


def _doubtful(entry: ActorEntry, offices: Sequence[str]) -> OpenShown | None:
    """The actor, who is none of the list, with those of the list of whom the name is almost or wholly that."""
    linked = _linked(entry.kind, entry.name, offices, entry.last)
    if linked.doubt is None or linked.actor != entry.id:
        return None
    from wortlaut.record.search.acting import OpenName

    name = OpenName(entry.kind, entry.name, tuple(offices), entry.statements, (), entry.first, entry.last)
    return OpenShown(name, linked.doubt, tuple(_candidates(linked, {}).items()), actor=entry.id)


def _linked(kind: PartyKind, name: str, offices: Sequence[str], day: date | None) -> Linked:
    from wortlaut.meaning.actors import in_use
    from wortlaut.meaning.linking import Evidence, link

    return link(Evidence(kind, name, next(iter(offices), None), day), in_use())


def _candidates(linked: Linked, entries: Mapping[str, ActorEntry]) -> dict[str, str]:
    """The names of those who may be meant, by their ids."""
    return {each: entries[each].name if each in entries else _listed_name(each) for each in linked.candidates}


def _family(name: str) -> str:
    """The last word of a name, in small letters."""
    return name.rsplit(maxsplit=1)[-1].casefold() if name.split() else ""


def _listed_name(actor: str) -> str:
    """What the list calls the actor; its id where it does not have it."""
    listed = GERMAN_MEANING.actor_name(actor)
    return actor if listed is None else listed.name
