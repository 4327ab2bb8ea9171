"""The commands under `wortlaut actors`; without one of them the actors are listed."""

from __future__ import annotations

from typing import Annotated

import typer

from wortlaut.cli.actors.alias import alias
from wortlaut.cli.actors.apart import apart
from wortlaut.cli.actors.assign import assign
from wortlaut.cli.actors.doubts import doubts
from wortlaut.cli.actors.listing import print_actors
from wortlaut.cli.actors.merge import merge
from wortlaut.cli.actors.office import office
from wortlaut.cli.actors.rename import rename
from wortlaut.cli.actors.show import show
from wortlaut.cli.actors.split import split
from wortlaut.cli.helping import Verb, Verbs
from wortlaut.cli.options import Json, Limit, StoreOptions, chosen, grouped, limit_of, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of
from wortlaut.types import PartyKind

__all__ = ["group"]

_ROWS = 50  # a screenful or two; JSON has no such bound

group = typer.Typer(cls=Verbs, add_completion=False, rich_markup_mode=None)
for _verb in (show, doubts, merge, split, assign, rename, alias, office, apart):
    group.command(_verb.__name__, cls=Verb, help=f"help.actors.{_verb.__name__}")(_verb)


@group.callback(invoke_without_command=True)
@grouped
def _actors(
    context: typer.Context,
    *,
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="help.actor_name")] = None,
    kind: Annotated[str | None, typer.Option("--kind", metavar="person|organisation", help="help.actor_kind")] = None,
    limit: Limit = None,
    json: Json = False,
    store: StoreOptions,
) -> int:
    """The exit status after listing the actors, those of the most statements first."""
    from wortlaut import service

    if context.invoked_subcommand is not None:
        return Status.FINE
    terminal = terminal_of(context)
    settings = settings_of(terminal, store)
    most = limit_of(terminal, limit, default=None if json else _ROWS)
    of_kind = chosen(terminal, "--kind", kind, PartyKind)
    found = service.actors(name, kind=of_kind, limit=most, settings=settings)
    print_actors(terminal, found, json=json, most=most)
    return Status.FINE
