"""Under which name a person decides: what was typed last is offered again. There are no accounts yet."""

from __future__ import annotations

from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

from wortlaut.web.site import site_of

__all__ = ["remembered", "signer_of"]

_COOKIE = "wortlaut_by"
_YEAR = 365 * 24 * 3600
_LONGEST = 400


def signer_of(request: Request) -> str:
    """The name that was typed last in this browser, else the one of the settings; empty where there is none."""
    given = unquote(request.cookies.get(_COOKIE, ""))[:_LONGEST]
    return given or site_of(request).settings.editor or ""


def remembered(response: Response, by: str) -> Response:
    """The response, by which the browser keeps the name."""
    if by.strip():
        response.set_cookie(_COOKIE, quote(by.strip()[:_LONGEST]), max_age=_YEAR, httponly=True, samesite="strict")
    return response
