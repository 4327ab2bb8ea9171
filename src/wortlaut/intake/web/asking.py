"""One request at a time: a turn of the host is waited for, the connection goes where it may, and time is bounded."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpcore

from wortlaut.intake.reasons import Refused
from wortlaut.intake.web.addresses import Address, joined
from wortlaut.intake.web.answers import Headers, Known
from wortlaut.intake.web.clock import Clock, Patience, SystemClock, never, pause
from wortlaut.intake.web.connecting import GuardedBackend, tls
from wortlaut.intake.web.contents import ACCEPTED
from wortlaut.intake.web.guard import Guard
from wortlaut.settings import Settings

__all__ = ["FOR_GOOD", "MOST_REDIRECTS", "NAME", "Allowance", "Answer", "Asker"]

NAME = "wortlaut"  # by which operators of hosts can address us
FOR_GOOD = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
MOST_REDIRECTS = 5  # RFC 9309 asks for as many of robots.txt; browsers follow 20
_ACCEPT = (
    "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, "
    "application/xml;q=0.9, */*;q=0.8"
)


@dataclass(slots=True)
class Allowance:
    """The seconds that may still be waited for answers; turns are waited for besides."""

    left: float


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one request; the pieces of its body come as they are read."""

    address: Address
    status: int
    headers: Headers
    pieces: Iterator[bytes]

    @property
    def passes_on(self) -> bool:
        """Whether it names another address instead."""
        return self.status in _REDIRECTS

    def next(self) -> Address:
        """The address that it passes on to; raises `Refused`."""
        location = self.headers.get("location")
        if not location:
            raise Refused("web_redirect_nowhere", address=self.address, status=self.status)
        return joined(self.address, location)


class Asker:
    """Asks hosts, each no more often than it likes; `delays` has the seconds for those that ask for more than usual."""

    def __init__(
        self,
        settings: Settings,
        *,
        guard: Guard | None = None,
        clock: Clock | None = None,
        context: ssl.SSLContext | None = None,
        is_stopped: Callable[[], bool] = never,
    ) -> None:
        self.settings = settings
        self.clock: Clock = clock or SystemClock()
        self.is_stopped = is_stopped
        self.delays: dict[str, float] = {}
        self._guard = guard or Guard()
        self._context = context
        self._asked_at: dict[str, float] = {}

    def check(self, address: Address) -> None:
        """None where the address may be asked, as far as it tells by itself; raises `Refused`."""
        self._guard.check(address)

    def allowance(self) -> Allowance:
        """The time that a fetch may take."""
        return Allowance(self.settings.fetch_seconds)

    @contextmanager
    def asked(self, address: Address, allowance: Allowance, known: Known | None = None) -> Iterator[Answer]:
        """The answer to one request; raises `Refused`, also for what goes wrong while its body is read, `Stopped`."""
        self._guard.check(address)
        self._wait_for_turn(address.host)
        begun = self.clock.monotonic()
        patience = Patience(self.clock, begun + allowance.left, self.settings.fetch_seconds, self.is_stopped)
        backend = GuardedBackend(self._guard, patience)
        url = httpcore.URL(scheme=address.scheme, host=address.host, port=address.port, target=address.target)
        context = None if address.scheme == "http" else self._context or tls()
        connection = httpcore.HTTPConnection(url.origin, ssl_context=context, network_backend=backend)
        try:
            headers = self._headers(address, known or Known())
            response = connection.handle_request(httpcore.Request("GET", url, headers=headers))
            pieces = response.iter_stream()
            yield Answer(address, response.status, Headers(tuple(response.headers)), iter(pieces))
        except httpcore.ConnectError as error:
            raise Refused("web_unreachable", host=address.host, problem=error) from error
        except (httpcore.NetworkError, httpcore.RemoteProtocolError) as error:
            raise _gone_wrong(error) from error
        except httpcore.ProtocolError as error:
            raise Refused("web_broken", problem=error) from error
        finally:
            connection.close()
            allowance.left -= self.clock.monotonic() - begun

    def _wait_for_turn(self, host: str) -> None:
        asked_at = self._asked_at.get(host)
        if asked_at is not None:
            between = max(self.settings.seconds_between_requests, self.delays.get(host, 0.0))
            pause(self.clock, asked_at + between, self.is_stopped)
        self._asked_at[host] = self.clock.monotonic()

    def _headers(self, address: Address, known: Known) -> list[tuple[str, str]]:
        from wortlaut import __version__

        contact = self.settings.contact
        headers = [
            ("Host", address.authority),
            ("User-Agent", f"{NAME}/{__version__}" + (f" (+{contact})" if contact else "")),
            ("Accept", _ACCEPT),
            ("Accept-Language", "de"),
            ("Accept-Encoding", ACCEPTED),
            ("Connection", "close"),
        ]
        if known.etag:
            headers.append(("If-None-Match", known.etag))
        if known.last_modified:
            headers.append(("If-Modified-Since", known.last_modified))
        return headers


def _gone_wrong(error: Exception) -> Refused:
    """Why an answer that broke off, or that is none, is refused."""
    is_cut = isinstance(error, httpcore.NetworkError) or "complete" in str(error) or "disconnected" in str(error)
    return Refused("web_cut_off") if is_cut else Refused("web_broken", problem=error)
