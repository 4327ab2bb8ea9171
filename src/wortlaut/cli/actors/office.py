"""`wortlaut actors office`: an office that an actor held."""

from __future__ import annotations

from typing import Annotated

import typer

from wortlaut.cli.actors.listing import print_decided
from wortlaut.cli.actors.naming import ActorId
from wortlaut.cli.deciding import SignOptions, signed_of
from wortlaut.cli.options import JsonDecided, StoreOptions, day_of, grouped
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["office"]


@grouped
def office(
    context: typer.Context,
    actor: ActorId,
    title: Annotated[str, typer.Argument(metavar="TITLE", help="help.actor_title")],
    *,
    first: Annotated[str | None, typer.Option("--from", metavar="DATE", help="help.actor_from")] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DATE", help="help.actor_to")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="help.actor_remove")] = False,
    sign: SignOptions,
    json: JsonDecided = False,
    store: StoreOptions,
) -> int:
    """The exit status after the decision."""
    from wortlaut import service

    terminal = terminal_of(context)
    signed = signed_of(terminal, sign, store)
    begins, ends = day_of(terminal, "--from", first), day_of(terminal, "--to", last)
    if remove:
        decided = service.remove_office(actor, title, first=begins, **signed)
    else:
        decided = service.add_office(actor, title, first=begins, last=ends, **signed)
    print_decided(terminal, decided, json=json)
    return Status.FINE
