"""Only requests to this very server: by a foreign name in `Host` a page elsewhere would reach it (DNS rebinding)."""

from __future__ import annotations

from ipaddress import ip_address

from starlette.types import ASGIApp, Receive, Scope, Send

from wortlaut.web.safety.asgi import headers_of, refuse

__all__ = ["Hosts", "host_name", "is_loopback"]

_LOCAL = ("localhost", "127.0.0.1", "::1")


class Hosts:
    """Refuses requests whose `Host` is neither this machine nor what the server was told to listen on.

    Where it listens for others, too, an IP is also let through: only a name can be made to lead elsewhere.
    """

    def __init__(self, app: ASGIApp, *, host: str) -> None:
        self._app = app
        self._names = {*_LOCAL, host.lower()}
        self._takes_ips = not is_loopback(host)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing; the request is passed on or refused."""
        if scope["type"] == "http" and not self._is_known(headers_of(scope).getlist("host")):
            await refuse(scope, receive, send, status=421, code="web.host")
            return
        await self._app(scope, receive, send)

    def _is_known(self, hosts: list[str]) -> bool:
        if len(hosts) != 1:
            return False
        name = host_name(hosts[0])
        return name is not None and (name in self._names or (self._takes_ips and _is_ip(name)))


def host_name(header: str) -> str | None:
    """The name or IP of a `Host` header without its port, None where it is none."""
    name, port = header.lower(), ""
    if name.startswith("["):
        name, bracket, port = name[1:].partition("]")
        if not bracket or not _is_ip(name) or (port and not port.startswith(":")):
            return None
        port = port[1:]
    elif ":" in name:
        name, _, port = name.partition(":")
    return name if name and (not port or (port.isascii() and port.isdigit())) else None


def is_loopback(host: str) -> bool:
    """Whether nobody but this machine can reach what listens on `host`."""
    return host.lower() == "localhost" or (_is_ip(host) and ip_address(host).is_loopback)


def _is_ip(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
