"""`wortlaut actors rename`: by which name an actor is shown."""

from __future__ import annotations

from typing import Annotated

import typer

from wortlaut.cli.actors.listing import print_decided
from wortlaut.cli.actors.naming import ActorId
from wortlaut.cli.deciding import SignOptions, signed_of
from wortlaut.cli.options import JsonDecided, StoreOptions, grouped
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["rename"]


@grouped
def rename(
    context: typer.Context,
    actor: ActorId,
    name: Annotated[str, typer.Argument(metavar="NAME", help="help.actor_shown")],
    *,
    sign: SignOptions,
    json: JsonDecided = False,
    store: StoreOptions,
) -> int:
    """The exit status after the decision."""
    from wortlaut import service

    terminal = terminal_of(context)
    signed = signed_of(terminal, sign, store)
    decided = service.rename_actor(actor, name, **signed)
    print_decided(terminal, decided, json=json)
    return Status.FINE
