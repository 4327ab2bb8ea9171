"""`wortlaut events reject`: a person says that what is listed is no announced event."""

from __future__ import annotations

import typer

from wortlaut.cli.deciding import SignOptions, signed_of
from wortlaut.cli.events.listing import print_decided
from wortlaut.cli.events.naming import EventId
from wortlaut.cli.options import JsonDecided, StoreOptions, grouped
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["reject"]


@grouped
def reject(
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
    print_decided(terminal, service.reject_event(event, **signed), json=json)
    return Status.FINE
