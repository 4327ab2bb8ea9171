"""`wortlaut history`: who decided what, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from wortlaut.cli.options import JsonEntries, StoreOptions, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of

if TYPE_CHECKING:
    from rich.text import Text

    from wortlaut.decisions import Entry
    from wortlaut.service import ShownEntry

__all__ = ["history"]


@grouped
def history(
    context: typer.Context,
    about: Annotated[str | None, typer.Argument(metavar="ID", help="help.history_id")] = None,
    *,
    head: Annotated[bool, typer.Option("--head", help="help.history_head")] = False,
    json: JsonEntries = False,
    store: StoreOptions,
) -> int:
    """The exit status after printing the entries, oldest first."""
    from wortlaut import service

    terminal = terminal_of(context)
    settings = settings_of(terminal, store)
    if head:
        found = service.history_head(settings=settings)
        terminal.out.write("" if found is None else f"{found}\n")
        return Status.FINE
    entries = service.history(about, settings=settings)
    if json:
        from wortlaut.export.entry import entry_line

        for each in entries:
            terminal.write_data(entry_line(each.entry, each.text))
        return Status.FINE
    is_empty = True
    for each in entries:
        _print(terminal, each)
        is_empty = False
    if is_empty:
        terminal.say("history.none")
    return Status.FINE


def _print(terminal: Terminal, shown: ShownEntry) -> None:
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from wortlaut.cli.entry_rows import shown_row
    from wortlaut.export.entry_told import decision_rows, event_rows, value_rows, withdrawal_rows
    from wortlaut.export.visible import one_line
    from wortlaut.texts import said_why

    console, entry, texts = terminal.console(), shown.entry, terminal.texts
    console.print(_headline(terminal, entry), soft_wrap=True)
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="dim", no_wrap=True)
    rows.add_column()
    if entry.why:
        rows.add_row(texts("history.why"), Text(one_line(said_why(entry.why, texts))))
    told = (
        *withdrawal_rows(entry, texts),
        *decision_rows(entry.decides, texts),
        *event_rows(entry.judges, texts),
        *value_rows(entry, shown.text, texts),
    )
    for each in told:
        rows.add_row(each.label, Text(shown_row(terminal, each)))
    if rows.row_count:
        console.print(Padding(rows, (0, 0, 0, 6)))


def _headline(terminal: Terminal, entry: Entry) -> Text:
    """Number, time, who, what about which statement or article, and whether it still counts."""
    from rich.text import Text

    from wortlaut.cli.numbers import moment
    from wortlaut.export.entry_told import about_actor
    from wortlaut.export.visible import one_line

    texts = terminal.texts
    line = Text(f"{entry.number:>4}  ", style="bold")
    if entry.action is None or entry.at is None:
        return line.append(texts("history.erased", number=entry.erased_by), style="dim")
    line.append(f"{moment(entry.at, texts.language)}  ", style="dim")
    line.append(one_line(entry.by or ""), style="bold")
    line.append(f"  {texts(f'action.{entry.action}')}")
    if entry.undoes is not None:
        line.append(f" {texts('history.undoes', number=entry.undoes)}")
    about = entry.statement or entry.article or ("" if entry.decides is None else about_actor(entry.decides))
    line.append(f"  {one_line(about)}", style="cyan")
    if entry.is_undone:
        line.append(f"  {texts('history.undone')}", style="bold")
    return line
