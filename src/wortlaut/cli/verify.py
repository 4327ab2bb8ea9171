"""`wortlaut verify`: whether the record is as it should be."""

from __future__ import annotations

import re
from typing import Annotated

import typer

from wortlaut.cli.options import StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of
from wortlaut.errors import InputError

__all__ = ["verify"]

_HEAD = re.compile("[0-9]{1,18} [0-9a-f]{64}")


@grouped
def verify(
    context: typer.Context,
    *,
    head: Annotated[str | None, typer.Option("--head", metavar="HEAD", help="help.head")] = None,
    store: StoreOptions,
) -> int:
    """The exit status after printing every problem of the record, one a line."""
    from wortlaut import service
    from wortlaut.export.visible import one_line

    terminal = terminal_of(context)
    settings = settings_of(terminal, store)
    if head is not None and not _HEAD.fullmatch(head.strip()):
        raise InputError(terminal.texts("usage.head", value=head))
    problems = 0
    for problem in service.verify(head=None if head is None else head.strip(), settings=settings):
        problems += 1
        what = problem.text(terminal.texts.language)
        terminal.out.write(one_line(f"{problem.kind.value} {problem.where}: {what}") + "\n")
    terminal.out.flush()
    if problems:
        terminal.say("verify.problems", count=problems, db=settings.db)
        return Status.FOUND
    terminal.say("verify.fine", db=settings.db)
    return Status.FINE
