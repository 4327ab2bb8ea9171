"""`wortlaut serve`: the record in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from wortlaut.cli.options import StoreOptions, grouped, settings_of, whole_number
from wortlaut.cli.status import Status
from wortlaut.cli.terminal import Terminal, terminal_of
from wortlaut.errors import InputError

__all__ = ["serve"]

_HOST = "127.0.0.1"
_PORT = 8765
_LAST_PORT = 65535


@grouped
def serve(
    context: typer.Context,
    *,
    host: Annotated[str, typer.Option("--host", metavar="HOST", help="help.host")] = _HOST,
    port: Annotated[str | None, typer.Option("--port", metavar="PORT", help="help.port")] = None,
    write: Annotated[bool, typer.Option("--write", help="help.write")] = False,
    open: Annotated[bool, typer.Option("--open", help="help.open")] = False,  # noqa: A002  the name of the option
    store: StoreOptions,
) -> int:
    """The exit status after serving the record until somebody ends it."""
    from wortlaut.web.options import WebOptions
    from wortlaut.web.safety.hosts import is_loopback
    from wortlaut.web.serving import serve as run

    terminal = terminal_of(context)
    settings = settings_of(terminal, store)
    options = WebOptions(host=host, port=_port(terminal, port), write=write)
    is_new = not settings.db.exists()

    def ready(address: str) -> None:
        if is_new:
            terminal.say("serve.made", db=settings.db)
        terminal.say("serve.ready", db=settings.db, address=address)
        if not is_loopback(host):
            terminal.say("serve.public", host=host)
        if open:
            typer.launch(address)

    run(settings, options, ready=ready)
    return Status.FINE


def _port(terminal: Terminal, written: str | None) -> int:
    if written is None:
        return _PORT
    number = whole_number(written)
    if number is None or number > _LAST_PORT:
        raise InputError(terminal.texts("serve.port", value=written))
    return number
