"""Tokens of forms: proof that a form came from one of our pages, shown to this very browser."""

from __future__ import annotations

import hmac
import re
from secrets import token_urlsafe

from starlette.exceptions import HTTPException
from starlette.requests import Request

from wortlaut.web.safety.asgi import SAFE_METHODS
from wortlaut.web.site import site_of

__all__ = ["SESSION_COOKIE", "TOKEN_FIELD", "TOKEN_HEADER", "check_token", "session_of", "token_of"]

SESSION_COOKIE = "wortlaut_session"
TOKEN_FIELD = "token"  # noqa: S105  the name of the field
TOKEN_HEADER = "x-wortlaut-token"  # noqa: S105  the name of the header
_session = re.compile(r"[A-Za-z0-9_-]{32}")


def session_of(request: Request) -> tuple[str, bool]:
    """What tells this browser from others, and whether it was made just now."""
    known = request.cookies.get(SESSION_COOKIE, "")
    return (known, False) if _session.fullmatch(known) else (token_urlsafe(24), True)


def token_of(secret: bytes, session: str) -> str:
    """The token of all forms that this browser is shown."""
    return hmac.digest(secret, session.encode(), "sha256").hex()


async def check_token(request: Request) -> None:
    """Nothing; a request that writes without the token of its browser raises `HTTPException`."""
    if request.method in SAFE_METHODS:
        return
    given: object = request.headers.get(TOKEN_HEADER)
    if given is None:
        given = (await request.form()).get(TOKEN_FIELD)
    session, is_new = session_of(request)
    expected = token_of(site_of(request).secret, session)
    if is_new or not isinstance(given, str) or not hmac.compare_digest(given.encode(), expected.encode()):
        raise HTTPException(403, "web.token")
