"""`wortlaut actors assign`: whom a name means in some articles or statements."""

from __future__ import annotations

from typing import Annotated

import typer

from wortlaut.cli.actors.listing import print_decided
from wortlaut.cli.actors.naming import ActorId, Articles, Statements
from wortlaut.cli.deciding import SignOptions, signed_of
from wortlaut.cli.options import JsonDecided, StoreOptions, grouped
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of
from wortlaut.errors import InputError

__all__ = ["assign"]


@grouped
def assign(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="help.actor_assigned")],
    actor: ActorId,
    *,
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
    if not articles and not statements:
        raise InputError(terminal.texts("usage.assign_where"))
    where = {"articles": tuple(articles or ()), "statements": tuple(statements or ())}
    decided = service.assign_actor(actor, name, **where, **signed)
    print_decided(terminal, decided, json=json)
    return Status.FINE
