"""A server on this machine that answers as a script says and counts who came; a clock that nobody waits for."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from types import TracebackType
from typing import Any, Self

from wortlaut.intake.web.addresses import Ip
from wortlaut.intake.web.clock import Clock
from wortlaut.intake.web.fetching import Fetcher
from wortlaut.intake.web.guard import Guard
from wortlaut.settings import Settings

__all__ = ["HTML", "Answer", "FakeClock", "Seen", "Server", "fetcher_for", "local_guard"]

HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass(frozen=True)
class Answer:
    """What is sent: status, header fields and body, or just the bytes `raw`.

    `drip` is the time between two bytes, `length` what is told where that is not the body's.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    drip: float = 0.0
    length: int | None = None


@dataclass(frozen=True)
class Seen:
    """A request as it came."""

    path: str
    headers: Mapping[str, str]
    at: float


class FakeClock:
    """A clock that stands still but for its sleeps."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.begun = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        return self.begun + timedelta(seconds=self.seconds)

    def sleep(self, seconds: float) -> None:
        self.seconds += seconds


class Server:
    """Answers on 127.0.0.1; each path has answers that are given one after another, the last one again and again."""

    def __init__(
        self, *, clock: Clock | None = None, context: ssl.SSLContext | None = None, ip: str = "127.0.0.1"
    ) -> None:
        self.requests: list[Seen] = []
        self.accepted = 0
        self._answers: dict[str, list[Answer]] = {}
        self._clock = clock or FakeClock()
        self._closing = threading.Event()
        self._server = _Listening(self, context, ip)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    def at(self, path: str, host: str = "127.0.0.1", scheme: str = "http") -> str:
        """The address of a path."""
        return f"{scheme}://{host}:{self.port}{path}"

    def put(self, path: str, *answers: Answer) -> str:
        """The address of the path, which has these answers from now on."""
        self._answers[path] = list(answers)
        return self.at(path)

    def paths(self) -> list[str]:
        """The paths that were asked for, but for robots.txt."""
        return [each.path for each in self.requests if each.path != "/robots.txt"]

    def answer(self, path: str, headers: Mapping[str, str]) -> Answer:
        """The answer to a request, which is noted."""
        self.requests.append(
            Seen(path, {key.lower(): value for key, value in headers.items()}, self._clock.monotonic())
        )
        answers = self._answers.get(path, [Answer(404)])
        return answers.pop(0) if len(answers) > 1 else answers[0]

    def pieces(self, raw: bytes, drip: float) -> Iterator[bytes]:
        """The bytes one by one, with time between them; all at once where there is none."""
        if not drip:
            yield raw
            return
        for place in range(len(raw)):
            if self._closing.wait(drip):
                return
            yield raw[place : place + 1]


class _Listening(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, server: Server, context: ssl.SSLContext | None, ip: str) -> None:
        self.script = server
        super().__init__((ip, 0), _Handler)
        if context is not None:
            self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    def get_request(self) -> tuple[socket.socket, Any]:
        request = super().get_request()
        self.script.accepted += 1
        return request

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing: whoever came may go when they like."""


class _Handler(BaseHTTPRequestHandler):
    server: _Listening

    def do_GET(self) -> None:
        script = self.server.script
        answer = script.answer(self.path, dict(self.headers.items()))
        raw = answer.raw if answer.raw is not None else self._written(answer)
        for piece in script.pieces(raw, answer.drip):
            self.wfile.write(piece)
            self.wfile.flush()

    def _written(self, answer: Answer) -> bytes:
        length = len(answer.body) if answer.length is None else answer.length
        fields = {"Content-Length": str(length), "Connection": "close", **answer.headers}
        lines = [f"HTTP/1.1 {answer.status} X", *(f"{name}: {value}" for name, value in fields.items())]
        return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + answer.body

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name of the base class
        """Nothing is printed."""


def local_guard(hosts: Mapping[str, str] | None = None) -> Guard:
    """A guard that lets only this machine be asked; `hosts` are names that lead there."""

    def allows(ip: Ip) -> bool:
        return ip == ip_address("127.0.0.1")

    def resolver(host: str) -> list[str]:
        if host not in (hosts or {}):
            raise OSError(f"no {host} here")
        return [(hosts or {})[host]]

    return Guard(resolver=resolver, allows=allows, ports=None)


def fetcher_for(clock: Clock | None = None, *, hosts: Mapping[str, str] | None = None, **settings: Any) -> Fetcher:
    """A fetcher that asks only this machine."""
    return Fetcher(Settings(**settings), guard=local_guard(hosts), clock=clock or FakeClock())
