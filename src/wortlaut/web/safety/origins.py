"""Writes come from our own pages, or from programs; never from pages of others, which a browser would let send them."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from wortlaut.web.safety.asgi import SAFE_METHODS, headers_of, refuse

__all__ = ["Origins"]

_OWN_SITES = ("same-origin", "none")  # `none`: the user typed the address
_API = "/api/"


class Origins:
    """Refuses requests that write where they come from another site, or where nothing may be written.

    Browsers send `Sec-Fetch-Site` and `Origin`, programs neither. What writes to the API must be JSON, which no form of
    another site can send; forms of pages carry a token (`tokens`).
    """

    def __init__(self, app: ASGIApp, *, write: bool) -> None:
        self._app = app
        self._write = write

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing; the request is passed on or refused."""
        if scope["type"] != "http" or scope["method"] in SAFE_METHODS:
            await self._app(scope, receive, send)
            return
        headers = headers_of(scope)
        if not _is_own(headers, scope["scheme"]):
            await refuse(scope, receive, send, status=403, code="web.cross_site")
        elif not self._write:
            await refuse(scope, receive, send, status=403, code="web.read_only")
        elif scope["path"].startswith(_API) and not _is_json(headers):
            await refuse(scope, receive, send, status=415, code="web.json_only")
        else:
            await self._app(scope, receive, send)


def _is_own(headers: Headers, scheme: str) -> bool:
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site not in _OWN_SITES:
        return False
    if origin is None:
        return True
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.scheme == scheme and parts.netloc.lower() == headers.get("host", "").lower()


def _is_json(headers: Headers) -> bool:
    return headers.get("content-type", "").partition(";")[0].strip().lower() == "application/json"
