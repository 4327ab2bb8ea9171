"""`wortlaut events apart`: a person says that one event is two."""

from __future__ import annotations

import typer

from wortlaut.cli.deciding import SignOptions, signed_of
from wortlaut.cli.events.listing import print_decided
from wortlaut.cli.events.naming import EventId, OtherEvent
from wortlaut.cli.options import JsonDecided, StoreOptions, grouped
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["apart"]


@grouped
def apart(
    context: typer.Context,
    event: EventId,
    other: OtherEvent,
    *,
    sign: SignOptions,
    json: JsonDecided = False,
    store: StoreOptions,
) -> int:
    """The exit status after the decision."""
    from wortlaut import service

    terminal = terminal_of(context)
    signed = signed_of(terminal, sign, store)
    print_decided(terminal, service.keep_events_apart(event, other, **signed), json=json)
    return Status.FINE
