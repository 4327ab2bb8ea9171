"""`wortlaut actors split`: some of what is said of an actor is another's."""

from __future__ import annotations

from typing import Annotated

import typer

from wortlaut.cli.actors.listing import print_decided
from wortlaut.cli.actors.naming import ActorId, Articles, Statements
from wortlaut.cli.deciding import SignOptions, signed_of
from wortlaut.cli.options import JsonDecided, StoreOptions, grouped
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["split"]


@grouped
def split(
    context: typer.Context,
    actor: ActorId,
    called: Annotated[str, typer.Argument(metavar="NAME", help="help.actor_new")],
    *,
    name: Annotated[str | None, typer.Option("--called", metavar="NAME", help="help.actor_called")] = None,
    articles: Articles = None,
    statements: Statements = None,
    sign: SignOptions,
    json: JsonDecided = False,
    store: StoreOptions,
) -> int:
    """The exit status after the decision."""
    from wortlaut import service

    terminal = terminal_of(context)
    signed = signed_of(terminal, sign, store)
    where = {"articles": tuple(articles or ()), "statements": tuple(statements or ())}
    decided = service.split_actor(actor, called, name=name, **where, **signed)
    print_decided(terminal, decided, json=json)
    return Status.FINE
