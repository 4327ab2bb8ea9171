"""Actors by how often something is so of them, with their ids and names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Select, select, true

from wortlaut.record.search.selecting import values
from wortlaut.record.tables.schema import actor, who
from wortlaut.types import PartyKind

__all__ = ["FOREMOST", "ActorName", "foremost", "shown_keys"]

# So many are named.
FOREMOST = 20


@dataclass(frozen=True, slots=True)
class ActorName:
    """An actor by its id, with what it is called and what it is."""

    id: str
    name: str
    kind: PartyKind


def shown_keys(actor_key: int, role: str) -> Select[tuple[int]]:
    """The keys of the shown statements in which the actor has that role, each once, in order."""
    is_so = (who.c.actor_key == actor_key, who.c.role == role, who.c.in_view == true())
    return select(who.c.statement_key).distinct().where(*is_so)


def foremost(
    connection: Connection, numbers: Mapping[int, int], most: int = FOREMOST
) -> Iterator[tuple[ActorName, int]]:
    """The actors with the largest numbers, which are given by their keys, the largest first."""
    first = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
    query = select(actor).where(actor.c.key.in_(values([key for key, _ in first])))
    rows = {row.key: ActorName(row.id, row.name, PartyKind(row.kind)) for row in connection.execute(query)}
    for key, number in first:
        yield rows[key], number
