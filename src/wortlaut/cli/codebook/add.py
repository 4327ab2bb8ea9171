"""`wortlaut codebook add`: a codebook comes into the record, or a new version of it."""

from __future__ import annotations

import typer

from wortlaut.cli.codebook.running import CodebookFile, with_bar
from wortlaut.cli.numbers import count
from wortlaut.cli.options import StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["add"]


@grouped
def add(context: typer.Context, file: CodebookFile, *, store: StoreOptions) -> int:
    """The exit status after adding it and coding all articles."""
    from wortlaut import service

    terminal = terminal_of(context)
    settings = settings_of(terminal, store)
    done = with_bar(terminal, lambda tell: service.add_codebook(file, settings=settings, progress=tell))
    numbers = {
        "articles": count(done.articles, terminal.texts.language),
        "coded": count(done.coded, terminal.texts.language),
    }
    terminal.say("codebook.added" if done.is_new else "codebook.there", **numbers)
    return Status.FINE
