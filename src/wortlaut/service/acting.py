"""Actors: who is in the record, who that may be besides, and what people decide about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Unpack

from wortlaut.decisions import ActorDecision, Alias, Assign, KeepApart, Merge, Office, Rename
from wortlaut.errors import NotInRecord
from wortlaut.service.deciding import Signed, editor_of
from wortlaut.service.meaning import GERMAN_MEANING
from wortlaut.service.opening import asking, settings_or_default, storable, writing
from wortlaut.types import PartyKind

if TYPE_CHECKING:
    from wortlaut.decisions import Entry
    from wortlaut.record import Record
    from wortlaut.record.search.acting import ActorEntry, NameUse, OfficeUse
    from wortlaut.settings import Settings

__all__ = [
    "ActorShown",
    "DecidedActor",
    "HeldOffice",
    "Resolved",
    "actor",
    "actors",
    "add_alias",
    "add_office",
    "assign_actor",
    "keep_actors_apart",
    "list_faults",
    "merge_actors",
    "remove_alias",
    "remove_office",
    "rename_actor",
    "resolve",
    "shown_actor",
    "shown_entry",
    "split_actor",
]


@dataclass(frozen=True, slots=True)
class HeldOffice:
    """An office that the dated list, or a person, says the actor held; `source` is a person's name for the latter."""

    title: str
    first: str | None  # as exact as the source: `2005-11-22`, `2005-11`, `2005`
    last: str | None
    source: str
    as_of: str | None = None  # the day for which the source speaks


@dataclass(frozen=True, slots=True)
class ActorShown:
    """An actor with all that is known: what articles call it and say that it is, what the list and people say."""

    entry: ActorEntry
    names: tuple[NameUse, ...]
    aliases: tuple[str, ...]  # that people gave, folded
    offices: tuple[OfficeUse, ...]  # as articles give them
    held: tuple[HeldOffice, ...]
    one_with: tuple[str, ...]  # the ids of actors that people said are this one


@dataclass(frozen=True, slots=True)
class DecidedActor:
    """What a decision about an actor made: its entry in the history, and the actor as it now is.

    None where no statement speaks of it.
    """

    entry: Entry
    actor: ActorShown | None


@dataclass(frozen=True, slots=True)
class Resolved:
    """How many articles were gone through, in how many it was asked anew who is meant, and how many there are."""

    articles: int = 0
    asked: int = 0
    whole: int = 0


def actors(
    name: str | None = None,
    *,
    kind: PartyKind | None = None,
    limit: int | None = None,
    settings: Settings | None = None,
) -> list[ActorEntry]:
    """The actors of the record, those of the most statements first; `name` is a part of one of their names."""
    with asking(settings) as record:
        return record.actors(name, kind=kind, limit=limit)


def actor(reference: str, *, settings: Settings | None = None) -> ActorShown:
    """The actor of that id, or the only one of that name; raises `NotInRecord`."""
    with asking(settings) as record:
        return shown_actor(record, record.actor_id(reference))


def merge_actors(into: str, others: Iterable[str], **signed: Unpack[Signed]) -> DecidedActor:
    """The outcome of saying that the others are the same as `into`; raises `DecisionError`, `RecordError`.

    Actors are given by their ids or names, here and in the others.
    """
    with writing(signed.get("settings")) as record:
        return _decided(record, Merge(_id(record, into), tuple(_id(record, each) for each in others)), signed)


def split_actor(
    source: str,
    called: str,
    *,
    name: str | None = None,
    articles: Iterable[str] = (),
    statements: Iterable[str] = (),
    **signed: Unpack[Signed],
) -> DecidedActor:
    """The outcome of saying that some of what is said of `source` is another's, who is new and called `called`.

    That is what stands in these articles and statements, or is said of whoever is called `name`.
    """
    with writing(signed.get("settings")) as record:
        known = _id(record, source)
        kind = record.actor(known).kind
        new = _new_id(record, kind, called)
        decision = Assign(new, name, tuple(articles), tuple(statements), known, kind, storable(called))
        return _decided(record, decision, signed)


def assign_actor(
    target: str,
    name: str | None = None,
    *,
    articles: Iterable[str] = (),
    statements: Iterable[str] = (),
    **signed: Unpack[Signed],
) -> DecidedActor:
    """The outcome of saying that whoever is called `name` in these articles or statements is the actor `target`."""
    with writing(signed.get("settings")) as record:
        decision = Assign(_id(record, target), name, tuple(articles), tuple(statements))
        return _decided(record, decision, signed)


def rename_actor(reference: str, name: str, **signed: Unpack[Signed]) -> DecidedActor:
    """The outcome of saying by which name the actor is shown."""
    with writing(signed.get("settings")) as record:
        return _decided(record, Rename(_id(record, reference), storable(name)), signed)


def add_alias(reference: str, name: str, **signed: Unpack[Signed]) -> DecidedActor:
    """The outcome of saying that whoever is called `name` is the actor, in whatever article."""
    with writing(signed.get("settings")) as record:
        return _decided(record, Alias(_id(record, reference), storable(name)), signed)


def remove_alias(reference: str, name: str, **signed: Unpack[Signed]) -> DecidedActor:
    """The outcome of taking back that whoever is called `name` is the actor."""
    with writing(signed.get("settings")) as record:
        return _decided(record, Alias(_id(record, reference), storable(name), is_none=True), signed)


def add_office(
    reference: str, title: str, *, first: date | None = None, last: date | None = None, **signed: Unpack[Signed]
) -> DecidedActor:
    """The outcome of saying that the actor held the office from the first day to the last, as far as they are known."""
    with writing(signed.get("settings")) as record:
        return _decided(record, Office(_id(record, reference), storable(title), first, last), signed)


def remove_office(reference: str, title: str, *, first: date | None = None, **signed: Unpack[Signed]) -> DecidedActor:
    """The outcome of taking back that the actor held the office, of one that began on `first` if that is given."""
    with writing(signed.get("settings")) as record:
        return _decided(record, Office(_id(record, reference), storable(title), first, is_none=True), signed)


def keep_actors_apart(reference: str, other: str, **signed: Unpack[Signed]) -> DecidedActor:
    """The outcome of saying that the two are not one; they are not offered as one any more."""
    with writing(signed.get("settings")) as record:
        return _decided(record, KeepApart(_id(record, reference), _id(record, other)), signed)


def list_faults(*, settings: Settings | None = None) -> tuple[str, ...]:
    """The rows of the lists of one's own (`Settings.actors`) that were refused, each with its place and why.

    Raises `InputError` where the folder cannot be read.
    """
    folder = settings_or_default(settings).actors
    if folder is None:
        return ()
    from wortlaut.meaning.actors import load

    return tuple(map(str, load(folder).faults))


def resolve(*, settings: Settings | None = None, progress: Callable[[Resolved], None] | None = None) -> Resolved:
    """How many articles there are, and in how many it was asked anew who is meant: where another program had found it.

    No reader is needed for it. What people decided stays. `progress` is called after every article.
    """
    with writing(settings) as record:
        done = Resolved(whole=record.count_articles())
        for is_asked in record.resolve_anew():
            done = Resolved(done.articles + 1, done.asked + is_asked, done.whole)
            if progress is not None:
                progress(done)
    return done


def _decided(record: Record, decision: ActorDecision, signed: Signed) -> DecidedActor:
    why = signed.get("why")
    entry = record.decide(decision, by=editor_of(signed), why=None if why is None else storable(why))
    about = decision.into if isinstance(decision, Merge) else decision.actor
    try:
        return DecidedActor(entry, shown_actor(record, about))
    except NotInRecord:
        return DecidedActor(entry, None)


def shown_actor(record: Record, reference: str) -> ActorShown:
    """The actor of that id with all that is known of it."""
    entry = record.actor(reference)
    return shown_entry(record, entry, names=record.names_of(entry.id), offices=record.offices_of(entry.id))


def shown_entry(
    record: Record, entry: ActorEntry, *, names: Iterable[NameUse], offices: Iterable[OfficeUse]
) -> ActorShown:
    """The actor with what list and people say besides what was counted of it already."""
    ledger = record.ledger()
    return ActorShown(
        entry=entry,
        names=tuple(names),
        aliases=tuple(ledger.aliases_of(entry.id)),
        offices=tuple(offices),
        held=(*_listed(entry.id), *(_held(each) for each in ledger.offices.get(entry.id, ()))),
        one_with=tuple(ledger.one_with(entry.id)),
    )


def _listed(actor_id: str) -> Iterator[HeldOffice]:
    """The offices of the dated list, the first one first."""
    from wortlaut.meaning.actors import in_use

    listed = in_use()
    person = listed.persons.get(actor_id)
    for term in sorted(listed.terms_of(actor_id), key=lambda each: each.start):
        office = listed.offices[term.office]
        title = office.feminine if person is not None and person.gender == "f" and office.feminine else office.masculine
        yield HeldOffice(title, term.start, term.end or None, term.source, term.as_of or None)


def _held(office: Office) -> HeldOffice:
    first, last = (None if each is None else each.isoformat() for each in (office.first, office.last))
    return HeldOffice(office.title, first, last, "")


def _id(record: Record, reference: str) -> str:
    """The id of the actor that is meant: one of the record, or else one of the list, of whom nothing is said yet."""
    try:
        return record.actor_id(reference)
    except NotInRecord as error:
        if error.code != "actor_not_in_record":
            raise
        if GERMAN_MEANING.actor_name(reference) is None and reference not in record.ledger().made:
            raise
        return reference


def _new_id(record: Record, kind: PartyKind, called: str) -> str:
    """An id for a new actor of that name: not one that a name leads to by itself."""
    made = record.ledger().made
    words = "-".join("".join(char if char.isalnum() else " " for char in called.casefold()).split())
    number = 2
    while (new := f"{kind}:{words}~{number}") in made:
        number += 1
    return new
