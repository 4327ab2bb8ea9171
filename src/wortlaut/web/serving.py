"""The server: uvicorn around the application."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import ExitStack

import uvicorn

from wortlaut.errors import InputError
from wortlaut.service import history_head
from wortlaut.service.opening import writing
from wortlaut.settings import Settings
from wortlaut.web.app import application
from wortlaut.web.options import WebOptions

__all__ = ["address_of", "serve"]

# The greatest head of a request: an address with all filters has some 2 KB.
_HEAD_BYTES = 16 * 2**10
_AT_ONCE = 1000
_SECONDS_TO_END = 3


def serve(settings: Settings, options: WebOptions, *, ready: Callable[[str], None]) -> None:
    """Nothing; the record is served until somebody ends it. `ready` is told the address once it can be opened.

    Where there is no record yet and one may be written, it is made, with nothing in it: all can come in through the
    browser. Raises `InputError` where the address cannot be used, `RecordError` where the record cannot.
    """
    if options.write:
        with writing(settings, create=True):
            pass
    history_head(settings=settings)  # says at once what is wrong with the record
    listening = _socket(options)
    config = uvicorn.Config(
        application(settings, options),
        access_log=False,
        date_header=True,
        server_header=False,
        proxy_headers=False,  # who asks is who connected
        ws="none",
        log_config=None,
        limit_concurrency=_AT_ONCE,
        h11_max_incomplete_event_size=_HEAD_BYTES,
        http="h11",
        timeout_graceful_shutdown=_SECONDS_TO_END,
    )
    with listening:
        ready(address_of(options.host, listening.getsockname()[1]))
        uvicorn.Server(config).run(sockets=[listening])


def address_of(host: str, port: int) -> str:
    """The address under which a browser finds what listens there."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104
    return f"http://{name}:{port}/"


def _socket(options: WebOptions) -> socket.socket:
    """A socket that listens where the options say; port 0 takes any that is free."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            options.host, options.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with ExitStack() as opened:
            made = opened.enter_context(socket.socket(family, kind, protocol))
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            made.bind(address)
            made.listen(128)
            opened.pop_all()  # all went well: it stays open
    except OSError as error:
        raise InputError(
            "address_unusable", host=options.host, port=options.port, what=error.strerror or error
        ) from error
    return made
