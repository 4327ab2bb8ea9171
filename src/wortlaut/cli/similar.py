"""`wortlaut similar`: statements whose words are like those of a given one."""

from __future__ import annotations

from typing import Annotated

import typer

from wortlaut.cli.deciding import StatementId
from wortlaut.cli.options import FilterOptions, Json, Limit, StoreOptions, grouped, limit_of, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["similar"]

_RESULTS = 10
_ALL = 1000  # more than any comparison gives


@grouped
def similar(
    context: typer.Context,
    statement: StatementId,
    *,
    asked: FilterOptions,
    reprints: Annotated[bool, typer.Option("--reprints", help="help.with_reprints")] = False,
    limit: Limit = None,
    json: Json = False,
    store: StoreOptions,
) -> int:
    """The exit status after printing the statements, the most alike first."""
    from wortlaut import service
    from wortlaut.cli.search import print_found

    terminal = terminal_of(context)
    settings = settings_of(terminal, store)
    most = limit_of(terminal, limit, default=_RESULTS) or _ALL
    found = service.similar(statement, asked.filters(terminal), reprints=reprints, settings=settings, limit=most)
    if json:
        from wortlaut.export.lines import json_lines

        for line in json_lines(found):
            terminal.write_data(line)
        return Status.FINE
    printed = 0
    for each in found:
        printed += 1
        print_found(terminal, printed, each)
    if not printed:
        terminal.say("similar.none")
    return Status.FINE
