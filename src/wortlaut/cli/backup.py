"""`wortlaut backup`: a sound copy of the record, made while others go on writing."""

from __future__ import annotations

from typing import Annotated

import typer

from wortlaut.cli.options import StoreOptions, grouped, settings_of, whole_number
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of
from wortlaut.errors import InputError

__all__ = ["backup"]


@grouped
def backup(
    context: typer.Context,
    target: Annotated[str, typer.Argument(metavar="TARGET", help="help.target")],
    *,
    keep: Annotated[str | None, typer.Option("--keep", metavar="N", help="help.keep")] = None,
    store: StoreOptions,
) -> int:
    """The exit status after the backup is on the disk and checked; prints its path."""
    from wortlaut import service
    from wortlaut.export.visible import one_line

    terminal = terminal_of(context)
    settings = settings_of(terminal, store)
    newest = None if keep is None else whole_number(keep)
    if keep is not None and not newest:
        raise InputError(terminal.texts("usage.keep", value=keep))
    made = service.backup(target, keep=newest, settings=settings)
    terminal.out.write(one_line(str(made)) + "\n")
    terminal.out.flush()
    terminal.say("backup.made", db=settings.db)
    return Status.FINE
