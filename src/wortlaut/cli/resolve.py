"""`wortlaut resolve`: asks anew who is meant, in all articles, by what the present program knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from wortlaut.cli.numbers import count
from wortlaut.cli.options import StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

if TYPE_CHECKING:
    from wortlaut.service import Resolved

__all__ = ["resolve"]


@grouped
def resolve(context: typer.Context, *, store: StoreOptions) -> int:
    """The exit status after asking."""
    from rich.console import Console
    from rich.progress import Progress

    from wortlaut import service

    terminal = terminal_of(context)
    settings = settings_of(terminal, store)
    for fault in service.list_faults(settings=settings):
        terminal.tell(fault)
    console = Console(file=terminal.err, markup=False, emoji=False, highlight=False)
    with Progress(console=console, transient=True, disable=not terminal.moves(terminal.err)) as progress:
        task = progress.add_task(terminal.texts("resolve.running"), total=None)

        def tell(done: Resolved) -> None:
            progress.update(task, completed=done.articles, total=done.whole)

        done = service.resolve(settings=settings, progress=tell)
    numbers = {
        "articles": count(done.articles, terminal.texts.language),
        "asked": count(done.asked, terminal.texts.language),
    }
    terminal.say("resolve.done", **numbers)
    return Status.FINE
