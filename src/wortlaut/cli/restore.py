"""`wortlaut restore`: the record as a backup has it."""

from __future__ import annotations

from typing import Annotated

import typer

from wortlaut.cli.options import StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["restore"]


@grouped
def restore(
    context: typer.Context,
    backup: Annotated[str, typer.Argument(metavar="BACKUP", help="help.backup_file")],
    *,
    store: StoreOptions,
) -> int:
    """The exit status after the record holds what the backup has."""
    from wortlaut import service

    terminal = terminal_of(context)
    done = service.restore(backup, settings=settings_of(terminal, store))
    terminal.say("restore.done", db=done.path, backup=backup)
    if done.aside is not None:
        terminal.say("restore.aside", file=done.aside)
    if done.erasures:
        terminal.say("restore.erasures")
    return Status.FINE
