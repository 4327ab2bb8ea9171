"""`wortlaut actors show`: all that is known about one actor."""

from __future__ import annotations

import typer

from wortlaut.cli.actors.listing import print_actor
from wortlaut.cli.actors.naming import ActorId
from wortlaut.cli.options import Json, StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["show"]


@grouped
def show(context: typer.Context, actor: ActorId, *, json: Json = False, store: StoreOptions) -> int:
    """The exit status after printing the actor."""
    from wortlaut import service

    terminal = terminal_of(context)
    shown = service.actor(actor, settings=settings_of(terminal, store))
    if json:
        from wortlaut.export.actor import ActorJson, json_line

        terminal.write_data(json_line(ActorJson.of(shown.entry, shown)))
    else:
        print_actor(terminal, shown)
    return Status.FINE
