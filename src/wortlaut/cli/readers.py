"""`wortlaut readers`: which readers there are."""

from __future__ import annotations

import json as json_format
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.cli.numbers import percent
from wortlaut.cli.options import StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of

if TYPE_CHECKING:
    from wortlaut.reading import InstalledReader

__all__ = ["readers"]

_DIGITS = 12  # of the weights' digest, as messages show it; `--json` has all


@grouped
def readers(
    context: typer.Context,
    *,
    reader: Annotated[str | None, typer.Option("--reader", metavar="NAME", help="help.reader")] = None,
    json: Annotated[bool, typer.Option("--json", help="help.json_readers")] = False,
    store: StoreOptions,
) -> int:
    """The exit status after listing the readers that are installed, and the one that is chosen."""
    from wortlaut import service

    terminal = terminal_of(context)
    settings = settings_of(terminal, store, reader=reader)
    found = service.readers(settings=settings)
    if json:
        for each in found:
            terminal.write_data(_line(terminal, each, is_chosen=each.name == settings.reader))
    else:
        _print_table(terminal, found, chosen=settings.reader)
    terminal.out.flush()
    for each in found:
        if each.problem is not None:
            terminal.say("error", message=each.problem.text(terminal.texts.language))
    return Status.READER if any(each.problem for each in found) else Status.FINE


def _line(terminal: Terminal, each: InstalledReader, *, is_chosen: bool) -> str:
    from dataclasses import asdict

    from wortlaut.export.visible import escape_hidden

    made = {
        "version": 1,
        "name": each.name,
        "package": each.package,
        "chosen": is_chosen,
        "made_by": None if each.made_by is None else asdict(each.made_by),
        "certain": None if each.certain is None else asdict(each.certain),
        "problem": None if each.problem is None else each.problem.text(terminal.texts.language),
    }
    return escape_hidden(json_format.dumps(made, ensure_ascii=False)) + "\n"


def _print_table(terminal: Terminal, found: Sequence[InstalledReader], *, chosen: str) -> None:
    from rich.table import Table
    from rich.text import Text

    from wortlaut.export.visible import one_line

    texts = terminal.texts
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for key in ("table.name", "readers.package", "readers.made_by", "readers.weights", "readers.certain", ""):
        table.add_column(texts(key) if key else "")
    for each in found:
        made_by = each.made_by
        table.add_row(
            Text(one_line(each.name), style="bold"),
            Text(one_line(each.package or texts("readers.folder"))),
            Text(one_line(f"{made_by.reader} {made_by.version}") if made_by else "–"),
            Text(one_line(made_by.weights.removeprefix("sha256:")[:_DIGITS]) if made_by else "–"),
            Text(_certain(terminal, each)),
            Text(texts("readers.chosen") if each.name == chosen else "", style="yellow"),
        )
    terminal.console().print(table)


def _certain(terminal: Terminal, each: InstalledReader) -> str:
    """From which confidences on quotes and speakers count as certain."""
    if each.certain is None:
        return "–"
    return " / ".join(percent(share, terminal.texts.language) for share in (each.certain.quote, each.certain.speaker))
