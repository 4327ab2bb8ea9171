"""The commands under `wortlaut codebook`."""

from __future__ import annotations

import typer

from wortlaut.cli.codebook.add import add
from wortlaut.cli.codebook.apply import apply
from wortlaut.cli.codebook.check import check
from wortlaut.cli.codebook.listing import listed
from wortlaut.cli.codebook.remove import remove
from wortlaut.cli.codebook.show import show
from wortlaut.cli.helping import Verb, Verbs

__all__ = ["group"]

group = typer.Typer(cls=Verbs, add_completion=False, rich_markup_mode=None, no_args_is_help=False)
for _name, _verb in (
    *(("check", check), ("add", add), ("list", listed)),
    *(("show", show), ("apply", apply), ("remove", remove)),
):
    group.command(_name, cls=Verb, help=f"help.codebook.{_name}")(_verb)
