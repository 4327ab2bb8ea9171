"""Who is meant, as a person writes it: an actor of the record, another name, or nobody by name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from wortlaut.decisions import Who
from wortlaut.errors import NotInRecord
from wortlaut.service.meaning import GERMAN_MEANING, Links
from wortlaut.service.opening import storable
from wortlaut.types import Found, PartyKind, ResolvedParty

if TYPE_CHECKING:
    from wortlaut.record import Record

__all__ = ["named"]

_WITHOUT_NAME = (PartyKind.UNNAMED, PartyKind.GROUP, PartyKind.DOCUMENT, PartyKind.UNKNOWN)
_WITH_NAME = (PartyKind.PERSON, PartyKind.ORGANISATION)


def named(
    record: Record, written: Sequence[str] | None, found: Found | None, *, day: date | None = None
) -> tuple[Who, ...] | None:
    """Who is meant by what was written for each speaker of the statement, if there is one; None for nothing written.

    `organisation:NAME` and `person:NAME` say which of the two a new name is; else it is what a candidate of that name
    is, or a person.
    """
    if written is None:
        return None
    return tuple(
        _who(record, each.strip(), found, day or (found.article.published if found else None)) for each in written
    )


def _who(record: Record, written: str, found: Found | None, day: date | None) -> Who:
    if written in _WITHOUT_NAME:
        return Who(PartyKind(written))
    try:
        entry = record.actor(record.actor_id(written))
    except NotInRecord as error:
        if error.code != "actor_not_in_record":
            raise
    else:
        return Who(entry.kind, entry.name, entry.id)
    if (listed := GERMAN_MEANING.actor_name(written)) is not None:
        return Who(_kind_of_listed(written), listed.name, written)
    kind, name = _kind_and_name(written, found)
    party = ResolvedParty((), kind, name, None, 1.0)
    return Who(kind, storable(name), Links((), "", day).actor_of(party))


def _kind_of_listed(actor: str) -> PartyKind:
    from wortlaut.meaning.actors import in_use

    return PartyKind.PERSON if actor in in_use().persons else PartyKind.ORGANISATION


def _kind_and_name(written: str, found: Found | None) -> tuple[PartyKind, str]:
    for kind in _WITH_NAME:
        if written.startswith(f"{kind}:"):
            return kind, written.removeprefix(f"{kind}:").strip()
    parties = () if found is None else found.speakers
    kinds = {each.name: each.kind for party in parties for each in party.candidates if each.kind in _WITH_NAME}
    return kinds.get(written, PartyKind.PERSON), written
