"""`wortlaut statements`: what the record has, filtered, as a table or as JSON."""

from __future__ import annotations

import typer

from wortlaut.cli.options import (
    FilterOptions,
    Json,
    Limit,
    Save,
    SortBy,
    StoreOptions,
    chosen,
    grouped,
    limit_of,
    settings_of,
)
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["statements"]

_ROWS = 50  # a screenful or two; JSON has no such bound


@grouped
def statements(
    context: typer.Context,
    *,
    asked: FilterOptions,
    sort: SortBy = None,
    limit: Limit = None,
    save: Save = None,
    json: Json = False,
    store: StoreOptions,
) -> int:
    """The exit status after printing the statements that pass the filters."""
    from wortlaut import service
    from wortlaut.record import Sort

    terminal = terminal_of(context)
    settings = settings_of(terminal, store)
    most = limit_of(terminal, limit, default=None if json else _ROWS)
    filters = asked.filters(terminal)
    order = chosen(terminal, "--sort", sort, Sort)
    if save is not None:
        service.save_search(save, None, filters, sort=order, settings=settings)
        terminal.say("saved.made", name=save)
    found = service.statements(filters, sort=order, settings=settings, limit=most)
    if json:
        from wortlaut.export.lines import json_lines

        for line in json_lines(found):
            terminal.write_data(line)
        return Status.FINE
    from wortlaut.cli.listing import print_table

    printed = print_table(terminal, found)
    if not printed:
        terminal.say("statements.none")
    elif printed == most:
        total = service.count(filters, settings=settings)
        if total > printed:
            terminal.out.flush()
            terminal.say("statements.more", printed=printed, total=total)
    return Status.FINE
