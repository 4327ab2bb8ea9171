"""A server on a record, in a thread of its own, for those who come over the network: browsers, many at once."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from fastapi import FastAPI

from wortlaut.settings import Settings
from wortlaut.web.app import application
from wortlaut.web.options import WebOptions

__all__ = ["serving", "serving_app"]


@contextmanager
def serving(settings: Settings, options: WebOptions | None = None) -> Iterator[str]:
    """The address of a server on that record, as a browser finds it."""
    with serving_app(application(settings, options)) as address:
        yield address


@contextmanager
def serving_app(app: FastAPI) -> Iterator[str]:
    """The address of a server with that application."""
    config = uvicorn.Config(app, port=0, log_config=None, ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)
