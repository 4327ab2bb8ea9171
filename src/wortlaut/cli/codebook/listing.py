"""`wortlaut codebook list`: which codebooks the record has."""

from __future__ import annotations

import json as json_format
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.cli.options import StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of

if TYPE_CHECKING:
    from wortlaut.service import CodebookShown

__all__ = ["list_codebooks", "listed"]


@grouped
def listed(
    context: typer.Context,
    *,
    json: Annotated[bool, typer.Option("--json", help="help.json_codebooks")] = False,
    store: StoreOptions,
) -> int:
    """The exit status after listing the codebooks."""
    return list_codebooks(context, store, json=json)


def list_codebooks(context: typer.Context, store: StoreOptions, *, json: bool) -> int:
    """The exit status after listing the codebooks."""
    from wortlaut import service

    terminal = terminal_of(context)
    found = service.codebooks(settings=settings_of(terminal, store))
    if json:
        from wortlaut.export.codebook import codebook_json
        from wortlaut.export.visible import escape_hidden

        for each in found:
            made = codebook_json(each.codebook, each.counts)
            terminal.write_data(escape_hidden(json_format.dumps(made, ensure_ascii=False)) + "\n")
    elif found:
        _print(terminal, found)
    else:
        terminal.say("codebook.none")
    return Status.FINE


def _print(terminal: Terminal, found: Sequence[CodebookShown]) -> None:
    from rich.table import Table
    from rich.text import Text

    from wortlaut.cli.numbers import count
    from wortlaut.export.visible import one_line

    texts = terminal.texts
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
