"""What the layers of safety share: headers of a request, and answering at once."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from starlette.datastructures import Headers
from starlette.types import Receive, Scope, Send

from wortlaut.web.problems import problem_response

__all__ = ["SAFE_METHODS", "headers_of", "refuse"]

SAFE_METHODS = ("GET", "HEAD", "OPTIONS")


def headers_of(scope: MutableMapping[str, Any]) -> Headers:
    """The headers of a request."""
    return Headers(scope=scope)


async def refuse(
    scope: Scope, receive: Receive, send: Send, *, status: int, code: str, headers: dict[str, str] | None = None
) -> None:
    """Nothing; the request is answered with the problem of that code, and goes no further."""
    response = problem_response(scope, status=status, code=code, headers=headers)
    await response(scope, receive, send)
