"""`wortlaut reject`: a person says that these parts of a statement are not there, or that it is none."""

from __future__ import annotations

import typer

from wortlaut.cli.deciding import Parts, Seen, SignOptions, StatementId, parts_of, signed_of, tell
from wortlaut.cli.options import JsonDecided, StoreOptions, grouped
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["reject"]


@grouped
def reject(
    context: typer.Context,
    statement: StatementId,
    parts: Parts = None,
    *,
    sign: SignOptions,
    seen: Seen = None,
    json: JsonDecided = False,
    store: StoreOptions,
) -> int:
    """The exit status after the decision."""
    from wortlaut import service

    terminal = terminal_of(context)
    signed = signed_of(terminal, sign, store, seen=seen)
    tell(terminal, service.reject(statement, parts_of(terminal, parts), **signed), json=json)
    return Status.FINE
