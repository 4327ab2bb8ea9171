"""`wortlaut waiting`: decisions that the present text has no place for."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import typer

from wortlaut.cli.options import JsonEntries, StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wortlaut.service import ShownWaiting

__all__ = ["waiting"]


@grouped
def waiting(context: typer.Context, *, json: JsonEntries = False, store: StoreOptions) -> int:
    """The exit status after printing the decisions that wait, oldest first."""
    from wortlaut import service

    terminal = terminal_of(context)
    found = service.waiting(settings=settings_of(terminal, store))
    printed = 0
    for _, group in groupby(found, key=lambda each: each.waiting.entry.number):
        printed += 1
        _print(terminal, list(group), json=json)
    if not printed and not json:
        terminal.say("waiting.none")
    elif not json:
        terminal.out.flush()
        terminal.say("waiting.advice")
    return Status.FINE


def _print(terminal: Terminal, parts: Sequence[ShownWaiting], *, json: bool) -> None:
    """Prints one decision with its parts that wait."""
    entry, text = parts[0].waiting.entry, parts[0].text
    if json:
        from wortlaut.export.entry import entry_line

        terminal.write_data(entry_line(entry, text, waiting=tuple(each.waiting.part for each in parts)))
        return
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from wortlaut.cli.entry_rows import shown_row
    from wortlaut.cli.numbers import moment
    from wortlaut.export.entry_told import value_rows
    from wortlaut.export.visible import one_line

    texts = terminal.texts
    line = Text(f"{entry.number:>4}  ", style="bold")
    line.append(f"{moment(entry.at, texts.language)}  " if entry.at else "", style="dim")
    line.append(one_line(entry.by or ""), style="bold")
    line.append(f"  {texts(f'action.{entry.action}')}  ").append(entry.statement or "", style="cyan")
    terminal.console().print(line, soft_wrap=True)
    homeless = [each.waiting.part for each in parts if each.waiting.part is not None]
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="dim", no_wrap=True)
    rows.add_column()
    rows.add_row(texts("waiting.article"), Text(entry.article or ""))
    for each in value_rows(entry, text, texts, only=homeless):
        rows.add_row(each.label, Text(shown_row(terminal, each)))
    terminal.console().print(Padding(rows, (0, 0, 0, 6)))
