"""Which hosts may be asked: only such as stand in the public internet, whatever name leads there.

A name is resolved once. Where any of its IPs is not public, it is refused; else the connection goes to one of just
these IPs (see `connecting`). So a name that leads elsewhere the next time it is asked for (DNS rebinding) gains
nothing.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Network, ip_address

from wortlaut.intake.reasons import Refused
from wortlaut.intake.web.addresses import Address, Ip

__all__ = ["PORTS", "Guard", "is_public", "system_resolver"]

# News stand behind the first two; the others are what servers take where they are not given those. Anything else is a
# service of another kind (mail, databases, consoles), to which a forged address could make us speak.
PORTS = frozenset({80, 443, 8080, 8443})

# What is not public: the special-purpose registries of IANA (RFC 6890 and what came after it).
_NOT_PUBLIC_4 = tuple(
    IPv4Network(net)
    for net in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # behind a provider's translation
        "127.0.0.0/8",  # loopback
        "169.254.0.0/16",  # link-local, with the metadata services of clouds
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # relays from IPv6, withdrawn
        "192.168.0.0/16",  # private
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarking
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
)
_GLOBAL_UNICAST = IPv6Network("2000::/3")  # all that is public in IPv6: not ::1, ::, fc00::/7, fe80::/10, ff00::/8 …
_NOT_PUBLIC_6 = tuple(
    IPv6Network(net)
    for net in (
        "2001::/23",  # protocol assignments: Teredo, benchmarking, ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: leads to an IPv4 address
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
)
_TRANSLATED = IPv6Network("64:ff9b::/96")  # an IPv4 address, where a network has only IPv6 (RFC 6052)

Resolver = Callable[[str], Sequence[str]]


def is_public(ip: Ip) -> bool:
    """Whether the IP is one of the public internet."""
    if isinstance(ip, IPv4Address):
        return not any(ip in net for net in _NOT_PUBLIC_4)
    if ip in _TRANSLATED:
        return is_public(IPv4Address(int(ip) & 0xFFFFFFFF))
    return ip.scope_id is None and ip in _GLOBAL_UNICAST and not any(ip in net for net in _NOT_PUBLIC_6)


def system_resolver(host: str) -> Sequence[str]:
    """The IPs of a name by the system's resolver, taken as a full name; raises `OSError`."""
    # With its dot at the end, the name is not sought in the domains of the machine's own network.
    found = socket.getaddrinfo(f"{host}.".encode("ascii"), None, type=socket.SOCK_STREAM)
    return [str(each[4][0]) for each in found]


@dataclass(frozen=True, slots=True)
class Guard:
    """What decides about hosts. The defaults are the rule; others are passed in only by tests, which ask themselves."""

    resolver: Resolver = system_resolver
    allows: Callable[[Ip], bool] = is_public
    ports: frozenset[int] | None = PORTS  # None: any

    def check(self, address: Address) -> None:
        """None where the address may be asked, as far as it tells by itself; raises `Refused`."""
        if self.ports is not None and address.port not in self.ports:
            raise Refused("web_port", port=address.port)
        if address.ip is not None:
            self._check_ip(address.host, address.ip)
        elif _is_local(address.host):
            raise Refused("web_local_name", host=address.host)

    def checked(self, host: str) -> list[Ip]:
        """The IPs of a host, of which all may be asked, in the order of the resolver; raises `Refused`, `OSError`."""
        ip = Address("http", host, 80, "/").ip
        found = [ip] if ip is not None else [ip_address(each) for each in self.resolver(host)]
        for each in found:
            self._check_ip(host, each)
        if not found:
            raise Refused("web_name_unknown", host=host)
        return list(dict.fromkeys(found))

    def _check_ip(self, host: str, ip: Ip) -> None:
        if not self.allows(ip):
            raise Refused("web_forbidden", host=host, ip=ip)


# Names that never are in the public DNS (RFC 6761, 6762, 7686, 8375, 9476 and ICANN's `internal`).
_LOCAL = ("localhost", "local", "internal", "intranet", "lan", "home.arpa", "onion", "alt", "test", "invalid")


def _is_local(host: str) -> bool:
    return "." not in host or any(host == name or host.endswith(f".{name}") for name in _LOCAL)
