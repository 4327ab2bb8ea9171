"""`wortlaut events correct`: a person says what became of an event, or when it is."""

from __future__ import annotations

from typing import Annotated

import typer

from wortlaut.cli.deciding import SignOptions, signed_of
from wortlaut.cli.events.listing import print_decided
from wortlaut.cli.events.naming import EventId
from wortlaut.cli.options import JsonDecided, StoreOptions, chosen, day_of, grouped
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of
from wortlaut.types import Outcome

__all__ = ["correct"]


@grouped
def correct(
    context: typer.Context,
    event: EventId,
    *,
    status: Annotated[str | None, typer.Option("--status", metavar="STATUS", help="help.event_became")] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="help.event_first")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="help.event_last")] = None,
    sign: SignOptions,
    json: JsonDecided = False,
    store: StoreOptions,
) -> int:
    """The exit status after the decision."""
    from wortlaut import service

    terminal = terminal_of(context)
    first, last = day_of(terminal, "--from", since), day_of(terminal, "--to", until)
    outcome = chosen(terminal, "--status", status, Outcome)
    signed = signed_of(terminal, sign, store)
    decided = service.correct_event(event, outcome=outcome, since=first, until=last, **signed)
    print_decided(terminal, decided, json=json)
    return Status.FINE
