"""A log without texts: which kind of page was asked for, what came of it, how long it took."""

from __future__ import annotations

import logging
import traceback
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wortlaut.web.safety.asgi import refuse

__all__ = ["Log"]

_log = logging.getLogger("wortlaut.web")


class Log:
    """Notes every request by its route, never by its address: queries hold what people look for.

    Of an error it notes the kind and the places in the code, not the message, which may quote an article.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing; the request is passed on, and a fault of ours becomes an answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = perf_counter(), 0

        async def noted(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noted)
        except Exception as error:  # the last one who can answer
            _log.error(
                "%s in %s\n%s", type(error).__name__, _route(scope), "".join(traceback.format_tb(error.__traceback__))
            )
            if not status:
                await refuse(scope, receive, noted, status=500, code="web.internal")
        finally:
            _log.info("%s %s %d %.0f ms", scope["method"], _route(scope), status, (perf_counter() - began) * 1000)


def _route(scope: Scope) -> str:
    return str(getattr(scope.get("route"), "path", "-"))
