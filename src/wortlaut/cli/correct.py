"""`wortlaut correct`: a person says what parts of a statement are."""

from __future__ import annotations

import typer

from wortlaut.cli.deciding import Seen, SignOptions, StatementId, WordingOptions, signed_of, tell
from wortlaut.cli.options import JsonDecided, StoreOptions, grouped
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of

__all__ = ["correct"]


@grouped
def correct(
    context: typer.Context,
    statement: StatementId,
    *,
    wording: WordingOptions,
    sign: SignOptions,
    seen: Seen = None,
    json: JsonDecided = False,
    store: StoreOptions,
) -> int:
    """The exit status after the decision."""
    from wortlaut import service

    terminal = terminal_of(context)
    signed = signed_of(terminal, sign, store, seen=seen)
    tell(terminal, service.correct(statement, wording.wording(terminal), **signed), json=json)
    return Status.FINE
