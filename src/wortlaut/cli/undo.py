"""`wortlaut undo`: a person takes a decision back."""

from __future__ import annotations

from typing import Annotated

import typer

from wortlaut.cli.deciding import SignOptions, signed_of, tell
from wortlaut.cli.options import JsonDecided, StoreOptions, grouped, whole_number
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import terminal_of
from wortlaut.errors import InputError

__all__ = ["undo"]


@grouped
def undo(
    context: typer.Context,
    number: Annotated[str, typer.Argument(metavar="NUMBER", help="help.number")],
    *,
    sign: SignOptions,
    json: JsonDecided = False,
    store: StoreOptions,
) -> int:
    """The exit status after the decision."""
    from wortlaut import service

    terminal = terminal_of(context)
    entry = whole_number(number)
    if entry is None:
        raise InputError(terminal.texts("usage.number", value=number))
    tell(terminal, service.undo(entry, **signed_of(terminal, sign, store)), json=json)
    return Status.FINE
