"""How much one client may ask, and how much it may send."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from wortlaut.web.options import Limits
from wortlaut.web.safety.asgi import SAFE_METHODS, headers_of, refuse

__all__ = ["Bodies", "Rates"]

_CLIENTS = 10_000  # that are remembered; the one seen longest ago is forgotten first


@dataclass(slots=True)
class _Bucket:
    left: float
    at: float


class Rates:
    """Refuses requests of a client who asks faster than the limits say, with 429 and when to come back."""

    def __init__(self, app: ASGIApp, *, limits: Limits, clock: Callable[[], float] = monotonic) -> None:
        self._app = app
        self._limits = limits
        self._clock = clock
        self._buckets: OrderedDict[tuple[str, bool], _Bucket] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing; the request is passed on or refused."""
        if scope["type"] == "http":
            wait = self._wait((scope.get("client") or ("",))[0], reads=scope["method"] in SAFE_METHODS)
            if wait > 0:
                headers = {"retry-after": str(int(wait) + 1)}
                await refuse(scope, receive, send, status=429, code="web.too_many", headers=headers)
                return
        await self._app(scope, receive, send)

    def _wait(self, client: str, *, reads: bool) -> float:
        """How many seconds the client has to wait; 0 where the request is let through."""
        limits, now = self._limits, self._clock()
        rate = limits.reads_per_second if reads else limits.writes_per_second
        most = limits.reads_at_once if reads else limits.writes_at_once
        bucket = self._buckets.setdefault((client, reads), _Bucket(most, now))
        self._buckets.move_to_end((client, reads))
        if len(self._buckets) > _CLIENTS:
            self._buckets.popitem(last=False)
        bucket.left = min(most, bucket.left + (now - bucket.at) * rate)
        bucket.at = now
        if bucket.left < 1:
            return (1 - bucket.left) / rate
        bucket.left -= 1
        return 0.0


class Bodies:
    """Refuses requests that send more bytes than they may, whatever they say of their length."""

    def __init__(self, app: ASGIApp, *, limits: Limits) -> None:
        self._app = app
        self._most = limits.body_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing; the request is passed on or refused."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = headers_of(scope).get("content-length", "0")
        if not (declared.isascii() and declared.isdigit()) or int(declared[:20]) > self._most:
            await refuse(scope, receive, send, status=413, code="web.too_large")
            return
        got, has_answered = 0, False

        async def counted() -> Message:
            nonlocal got
            message = await receive()
            got += len(message.get("body", b""))
            if got > self._most:
                raise _TooLargeError
            return message

        async def noted(message: Message) -> None:
            nonlocal has_answered
            if got > self._most:  # whatever was made of the error: parsers of forms tell of it in their own way
                if not has_answered:
                    has_answered = True
                    await refuse(scope, receive, send, status=413, code="web.too_large")
                return
            has_answered = True
            await send(message)

        try:
            await self._app(scope, counted, noted)
        except _TooLargeError:
            if not has_answered:
                await refuse(scope, receive, send, status=413, code="web.too_large")


class _TooLargeError(Exception):
    """More bytes came than may."""
