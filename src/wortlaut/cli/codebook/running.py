"""A run through all articles with a bar on standard error, and what codebooks are named by."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.cli.terminal import Terminal

if TYPE_CHECKING:
    from wortlaut.service import CodingRun

__all__ = ["CodebookFile", "CodebookName", "with_bar"]

CodebookFile = Annotated[str, typer.Argument(metavar="FILE", help="help.codebook_file")]
CodebookName = Annotated[str, typer.Argument(metavar="NAME", help="help.codebook_name")]


def with_bar(terminal: Terminal, run: Callable[[Callable[[CodingRun], None]], CodingRun]) -> CodingRun:
    """What came of the run, which is given what shows how far it is."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(file=terminal.err, markup=False, emoji=False, highlight=False)
    with Progress(console=console, transient=True, disable=not terminal.moves(terminal.err)) as progress:
        task = progress.add_task(terminal.texts("codebook.running"), total=None)

        def tell(done: CodingRun) -> None:
            progress.update(task, completed=done.articles, total=done.whole)

        return run(tell)
