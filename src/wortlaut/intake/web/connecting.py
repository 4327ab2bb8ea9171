"""Connections to checked IPs only, that wait no longer than they are allowed to."""

from __future__ import annotations

import errno
import os
import queue
import selectors
import socket
import ssl
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

import certifi
import httpcore

from wortlaut.intake.reasons import Refused
from wortlaut.intake.web.addresses import Ip
from wortlaut.intake.web.clock import Patience
from wortlaut.intake.web.guard import Guard

__all__ = ["GuardedBackend", "tls"]

_T = TypeVar("_T")

_TRIED = 4  # IPs of a host at most
_LONGEST_TRY = 10.0  # seconds for one of them


@cache
def tls() -> ssl.SSLContext:
    """How certificates are checked: against the authorities of certifi, and by the host's name."""
    context = ssl.create_default_context(cafile=certifi.where())
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


@dataclass(frozen=True, slots=True)
class GuardedBackend(httpcore.NetworkBackend):
    """What opens connections for httpcore: a name is resolved once, and the connection goes to an IP that was checked.

    Times are those of `patience`; the ones that httpcore hands on are not looked at.
    """

    guard: Guard
    patience: Patience

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the host; raises `Refused`, `Stopped`, and `httpcore.ConnectError` where nobody answers."""
        problem: OSError | None = None
        for ip in self._resolved(host)[:_TRIED]:
            try:
                return _Stream(self._connected(ip, port), self.patience)
            except OSError as error:
                problem = error
        raise httpcore.ConnectError(_said(problem))

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Nothing: there is no such way out."""
        raise httpcore.ConnectError(path)

    def sleep(self, seconds: float) -> None:
        """Nothing: nobody tries again in here."""

    def _resolved(self, host: str) -> list[Ip]:
        """The checked IPs of the host. The system's resolver cannot be told when to end: it runs in a thread."""
        answers: queue.SimpleQueue[list[Ip] | Exception] = queue.SimpleQueue()

        def ask() -> None:
            try:
                answers.put(self.guard.checked(host))
            except Exception as error:  # handed over to who waits
                answers.put(error)

        threading.Thread(target=ask, daemon=True).start()
        while True:
            try:
                answer = answers.get(timeout=self.patience.left())
            except queue.Empty:
                continue
            if isinstance(answer, OSError):
                raise Refused("web_name_unknown", host=host) from answer
            if isinstance(answer, Exception):
                raise answer
            return answer

    def _connected(self, ip: Ip, port: int) -> socket.socket:
        """A socket that is connected to just this IP; raises `OSError`, `Refused`, `Stopped`."""
        sock = socket.socket(socket.AF_INET6 if ip.version == 6 else socket.AF_INET, socket.SOCK_STREAM)
        try:
            sock.setblocking(False)
            problem = sock.connect_ex((str(ip), port))
            if problem in (errno.EINPROGRESS, errno.EWOULDBLOCK):
                self._wait(sock)
                problem = sock.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if problem:
                raise OSError(problem, os.strerror(problem))
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except BaseException:
            sock.close()
            raise
        return sock

    def _wait(self, sock: socket.socket) -> None:
        """None once the other side answered; raises `TimeoutError` where another IP should be tried."""
        clock = self.patience.clock
        until = clock.monotonic() + _LONGEST_TRY
        with selectors.DefaultSelector() as selector:
            selector.register(sock, selectors.EVENT_WRITE)
            while not selector.select(self.patience.left()):
                if clock.monotonic() > until:
                    raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))


class _Stream(httpcore.NetworkStream):
    """A connection that is read and written in small waits, between which is looked whether to go on."""

    def __init__(self, sock: socket.socket, patience: Patience) -> None:
        self._sock = sock
        self._patience = patience

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes, none at the end; raises `httpcore.ReadError`, `Refused`, `Stopped`."""
        try:
            return self._patiently(lambda: self._sock.recv(max_bytes))
        except OSError as error:
            raise httpcore.ReadError(_said(error)) from error

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Nothing; all of `buffer` is sent. Raises `httpcore.WriteError`, `Refused`, `Stopped`."""
        rest = memoryview(buffer)
        try:
            while rest:
                rest = rest[self._patiently(lambda rest=rest: self._sock.send(rest)) :]  # type: ignore[misc]  # bound
        except OSError as error:
            raise httpcore.WriteError(_said(error)) from error

    def close(self) -> None:
        """Nothing; the connection is let go."""
        self._sock.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The connection, once the certificate fits the name; raises `Refused`, `Stopped`, `httpcore.ConnectError`."""
        try:
            sock = ssl_context.wrap_socket(self._sock, server_hostname=server_hostname, do_handshake_on_connect=False)
            self._sock = sock
            self._patiently(sock.do_handshake)
        except ssl.SSLError as error:
            self.close()
            raise Refused("web_tls", problem=getattr(error, "verify_message", "") or error.reason or error) from error
        except OSError as error:
            self.close()
            raise httpcore.ConnectError(_said(error)) from error
        except BaseException:
            self.close()
            raise
        return self

    def get_extra_info(self, info: str) -> Any:
        """What httpcore wants to know about the connection."""
        return self._sock if info in ("socket", "ssl_object") and isinstance(self._sock, ssl.SSLSocket) else None

    def _patiently(self, act: Callable[[], _T]) -> _T:
        """What `act` gives, tried again and again as long as may be waited."""
        while True:
            self._sock.settimeout(self._patience.left())
            try:
                return act()
            except TimeoutError:
                continue


def _said(error: OSError | None) -> str:
    """What the system says about a connection."""
    return "" if error is None else error.strerror or str(error)
