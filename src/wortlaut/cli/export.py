"""`wortlaut export`: statements for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Annotated

import typer

from wortlaut.cli.options import (
    FilterOptions,
    Format,
    Limit,
    SortBy,
    StoreOptions,
    chosen,
    grouped,
    limit_of,
    settings_of,
)
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of
from wortlaut.errors import InputError

__all__ = ["export"]

_BYTE_ORDER_MARK = "\ufeff"


@grouped
def export(
    context: typer.Context,
    *,
    format: Format = None,  # noqa: A002  named as the option is
    out: Annotated[str, typer.Option("--out", "-o", metavar="FILE", help="help.out")] = "-",
    bom: Annotated[bool, typer.Option("--bom", help="help.bom")] = False,
    asked: FilterOptions,
    sort: SortBy = None,
    limit: Limit = None,
    store: StoreOptions,
) -> int:
    """The exit status after writing the statements that pass the filters."""
    from wortlaut import service
    from wortlaut.cli.files import write_whole
    from wortlaut.record import Sort

    terminal = terminal_of(context)
    settings = settings_of(terminal, store)
    lines: Iterator[str] = service.export_lines(
        asked.filters(terminal),
        format=service.ExportFormat(_format(terminal, format, out)),
        sort=chosen(terminal, "--sort", sort, Sort),
        settings=settings,
        limit=limit_of(terminal, limit, default=None),
    )
    write_whole(terminal, out, chain([_BYTE_ORDER_MARK] if bom else [], lines), record=settings.db)
    if out != "-":
        terminal.say("export.written", file=out)
    return Status.FINE


def _format(terminal: Terminal, written: str | None, out: str) -> str:
    """The format that was asked for, else the one that the file's name ends in, else JSON Lines."""
    if written is None:
        return "csv" if out.lower().endswith(".csv") else "jsonl"
    if written not in ("jsonl", "csv", "corpus"):
        raise InputError(terminal.texts("usage.format", value=written))
    return written
