"""`wortlaut events confirm`: a person says that an event was announced as it is listed."""

from __future__ import annotations

import typer

from wortlaut.cli.deciding import SignOptions, signed_of
from wortlaut.cli.events.listing import print_decided
from wortlaut.cli.events.naming import EventId
from wortlaut.cli.options import JsonDecided, StoreOptions, grouped
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["confirm"]


@grouped
def confirm(
    context: typer.Context,
    event: EventId,
    *,
    sign: SignOptions,
    json: JsonDecided = False,
    store: StoreOptions,
) -> int:
    """The exit status after the decision."""
    from wortlaut import service

    terminal = terminal_of(context)
    signed = signed_of(terminal, sign, store)
    print_decided(terminal, service.confirm_event(event, **signed), json=json)
    return Status.FINE
