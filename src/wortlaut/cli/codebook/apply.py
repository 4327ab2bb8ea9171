"""`wortlaut codebook apply`: codes all that the record holds."""

from __future__ import annotations

import typer

from wortlaut.cli.codebook.running import with_bar
from wortlaut.cli.numbers import count
from wortlaut.cli.options import StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["apply"]


@grouped
def apply(context: typer.Context, *, store: StoreOptions) -> int:
    """The exit status after coding."""
    from wortlaut import service

    terminal = terminal_of(context)
    settings = settings_of(terminal, store)
    done = with_bar(terminal, lambda tell: service.apply_codebooks(settings=settings, progress=tell))
    numbers = {
        "articles": count(done.articles, terminal.texts.language),
        "coded": count(done.coded, terminal.texts.language),
    }
    terminal.say("codebook.applied", **numbers)
    return Status.FINE
