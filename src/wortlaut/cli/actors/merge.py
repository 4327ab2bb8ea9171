"""`wortlaut actors merge`: actors that are one."""

from __future__ import annotations

import typer

from wortlaut.cli.actors.listing import print_decided
from wortlaut.cli.actors.naming import ActorId, Others
from wortlaut.cli.deciding import SignOptions, signed_of
from wortlaut.cli.options import JsonDecided, StoreOptions, grouped
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["merge"]


@grouped
def merge(
    context: typer.Context,
    actor: ActorId,
    others: Others,
    *,
    sign: SignOptions,
    json: JsonDecided = False,
    store: StoreOptions,
) -> int:
    """The exit status after the decision."""
    from wortlaut import service

    terminal = terminal_of(context)
    signed = signed_of(terminal, sign, store)
    decided = service.merge_actors(actor, others, **signed)
    print_decided(terminal, decided, json=json)
    return Status.FINE
