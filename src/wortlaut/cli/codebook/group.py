"""The commands under `wortlaut codebook`; without one of them the codebooks are listed."""

from __future__ import annotations

from typing import Annotated

import typer

from wortlaut.cli.codebook.add import add
from wortlaut.cli.codebook.apply import apply
from wortlaut.cli.codebook.check import check
from wortlaut.cli.codebook.listing import list_codebooks, listed
from wortlaut.cli.codebook.remove import remove
from wortlaut.cli.codebook.show import show
from wortlaut.cli.helping import Verb, Verbs
from wortlaut.cli.options import StoreOptions, grouped
from wortlaut.cli.status import Status

__all__ = ["group"]

group = typer.Typer(cls=Verbs, add_completion=False, rich_markup_mode=None)
for _name, _verb in (
    *(("check", check), ("add", add), ("list", listed)),
    *(("show", show), ("apply", apply), ("remove", remove)),
):
    group.command(_name, cls=Verb, help=f"help.codebook.{_name}")(_verb)


@group.callback(invoke_without_command=True)
@grouped
def _codebooks(
    context: typer.Context,
    *,
    json: Annotated[bool, typer.Option("--json", help="help.json_codebooks")] = False,
    store: StoreOptions,
) -> int:
    """The exit status after listing the codebooks."""
    return Status.FINE if context.invoked_subcommand is not None else list_codebooks(context, store, json=json)
