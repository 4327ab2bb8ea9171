"""`wortlaut codebook list`: which codebooks the record has."""

from __future__ import annotations

import json as json_format
from typing import Annotated

import typer

from wortlaut.cli.options import StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["listed"]


@grouped
def listed(
    context: typer.Context,
    *,
    json: Annotated[bool, typer.Option("--json", help="help.json_codebooks")] = False,
    store: StoreOptions,
) -> int:
    """The exit status after listing the codebooks."""
    from rich.table import Table
    from rich.text import Text

    from wortlaut import service
    from wortlaut.cli.numbers import count
    from wortlaut.export.codebook import codebook_json
    from wortlaut.export.visible import escape_hidden, one_line

    terminal = terminal_of(context)
    texts, found = terminal.texts, service.codebooks(settings=settings_of(terminal, store))
    if json:
        for each in found:
            made = codebook_json(each.codebook, each.counts)
            terminal.write_data(escape_hidden(json_format.dumps(made, ensure_ascii=False)) + "\n")
        return Status.FINE
    if not found:
        terminal.say("codebook.none")
        return Status.FINE
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for key in ("table.name", "table.version", "table.title"):
        table.add_column(texts(key))
    for key in ("table.categories", "table.labels"):
        table.add_column(texts(key), justify="right")
    for each in found:
        book = each.codebook
        table.add_row(
            Text(book.name, style="bold"),
            Text(one_line(book.version)),
            Text(one_line(book.title.of(texts.language))),
            count(len(book.categories), texts.language),
            count(sum(each.counts.values()), texts.language),
        )
    terminal.console().print(table)
    return Status.FINE
