"""`wortlaut codebook remove`: a codebook goes with its labels."""

from __future__ import annotations

import typer

from wortlaut.cli.codebook.running import CodebookName, with_bar
from wortlaut.cli.numbers import count
from wortlaut.cli.options import StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["remove"]


@grouped
def remove(context: typer.Context, name: CodebookName, *, store: StoreOptions) -> int:
    """The exit status after taking it away."""
    from wortlaut import service

    terminal = terminal_of(context)
    settings = settings_of(terminal, store)
    done = with_bar(terminal, lambda tell: service.remove_codebook(name, settings=settings, progress=tell))
    numbers = {
        "articles": count(done.articles, terminal.texts.language),
        "coded": count(done.coded, terminal.texts.language),
    }
    terminal.say("codebook.removed", **numbers)
    return Status.FINE
