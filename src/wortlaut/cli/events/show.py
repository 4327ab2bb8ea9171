"""`wortlaut events show`: one event with all that articles tell of it."""

from __future__ import annotations

import typer

from wortlaut.cli.events.listing import print_event
from wortlaut.cli.events.naming import AsOf, EventId
from wortlaut.cli.options import Json, StoreOptions, day_of, grouped, settings_of
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["show"]


@grouped
def show(
    context: typer.Context,
    event: EventId,
    *,
    as_of: AsOf = None,
    json: Json = False,
    store: StoreOptions,
) -> int:
    """The exit status after printing the event."""
    from wortlaut import service

    terminal = terminal_of(context)
    day = day_of(terminal, "--as-of", as_of)
    found = service.event(event, as_of=day, settings=settings_of(terminal, store))
    if json:
        from wortlaut.export.event import event_line

        terminal.write_data(event_line(found))
    else:
        print_event(terminal, found)
    return Status.FINE
