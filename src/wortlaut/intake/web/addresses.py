r"""Addresses as browsers read them (WHATWG URL, https://url.spec.whatwg.org), or refused.

A browser takes `http://0x7f.1/`, `HTTP:\\127.1`, `http://１２７。0。0。1` and `http://127.0.0.1./` for one and the same
host; whoever checks an address must do so, too. What serves only to confuse (a name before an `@`, characters that
nobody sees) is refused.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import quote, unquote_to_bytes, urljoin

from wortlaut.intake.reasons import Refused

__all__ = ["Address", "Ip", "address_of", "is_address", "joined"]

Ip = IPv4Address | IPv6Address

_LONGEST = 8000  # characters; RFC 9110 asks of everybody to bear as many
_PORTS = {"http": 80, "https": 443}
_WRITTEN = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]*):(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_REST = re.compile(r"[/\\]*(?P<host>[^/\\?#]*)(?P<path>[^?#]*)(?P<query>\?[^#]*)?(?:#.*)?", re.DOTALL)
_PORT = re.compile(r"(?P<host>\[[^\]]*\]|[^:]*)(?::(?P<port>\d*))?")
_LABEL = re.compile(r"[a-z0-9_-]{1,63}")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
# Full stops of other scripts that part labels; the fullwidth ones become plain ones by NFKC.
_STOPS = str.maketrans(dict.fromkeys("\u3002\uff61\uff0e", "."))
# What may stand unescaped in a path and in a query; the rest goes as UTF-8 in per cent signs.
_IN_PATH = "/%!$&'()*+,;=:@~-._[]|^"
_IN_QUERY = _IN_PATH + "?"


@dataclass(frozen=True, slots=True)
class Address:
    """An address in parts, each as it is sent: the host in small ASCII letters or an IP (IPv6 without its brackets)."""

    scheme: str
    host: str
    port: int
    target: str  # path and query

    @property
    def ip(self) -> Ip | None:
        """The IP where the host is one."""
        return _ip(self.host)

    @property
    def authority(self) -> str:
        """The host with the port where that is not the scheme's own, as the header `Host` has it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what shares a robots.txt."""
        return f"{self.scheme}://{self.authority}"

    def __str__(self) -> str:
        return f"{self.origin}{self.target}"


def is_address(path: str) -> bool:
    """Whether a path that was given is an address: it begins with a scheme and `//`."""
    return re.match(r"[a-z][a-z0-9+.-]+:[/\\]{2}", path.strip(), re.IGNORECASE) is not None


def address_of(written: str) -> Address:
    """The address that `written` means, without its fragment; raises `Refused` where it is none that may be asked."""
    text = written.strip(" \t\r\n\f")
    if len(text) > _LONGEST:
        raise Refused("web_address_long", size=len(text), limit=_LONGEST)
    if any(unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") for character in text):
        raise Refused("web_address_hidden")
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise Refused("web_address", problem=text[:80])
    scheme = found["scheme"].lower()
    if scheme not in _PORTS:
        raise Refused("web_scheme", scheme=scheme)
    parts = _REST.fullmatch(found["rest"])
    if parts is None or not parts["host"]:
        raise Refused("web_no_host")
    if "@" in parts["host"]:
        raise Refused("web_userinfo")
    host, port = _host_and_port(parts["host"], scheme)
    return Address(scheme, host, port, _target(parts["path"], parts["query"] or ""))


def joined(base: Address, written: str) -> Address:
    """Where a link or redirect on `base` leads; raises `Refused` as `address_of` does."""
    path, mark, query = written.strip(" \t\r\n\f").partition("?")
    try:
        return address_of(urljoin(str(base), path.replace("\\", "/") + mark + query))
    except ValueError as error:  # brackets that are no IPv6
        raise Refused("web_address", problem=written[:80]) from error


def _host_and_port(authority: str, scheme: str) -> tuple[str, int]:
    parts = _PORT.fullmatch(authority)
    if parts is None:
        raise Refused("web_host", host=authority[:80])
    port = int(parts["port"] or _PORTS[scheme]) if len(parts["port"] or "") < 10 else 0
    if not 0 < port < 2**16:
        raise Refused("web_port", port=parts["port"])
    return _host(parts["host"]), port


def _host(written: str) -> str:
    """The host as it is asked for; raises `Refused`."""
    if written.startswith("["):
        try:
            ip = IPv6Address(written[1:-1])
        except ValueError as error:
            raise Refused("web_host", host=written[:80]) from error
        if ip.scope_id is not None:
            raise Refused("web_host", host=written[:80])
        return str(ip)
    try:
        name = unquote_to_bytes(written).decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refused("web_host", host=written[:80]) from error
    name = unicodedata.normalize("NFKC", name.translate(_STOPS)).lower().removesuffix(".")
    labels = [_ascii_label(label, written) for label in unicodedata.normalize("NFC", name).split(".")]
    host = ".".join(labels)
    if len(host) > 253:
        raise Refused("web_host", host=written[:80])
    if _NUMBER.fullmatch(labels[-1]):
        return str(_ipv4(labels, written))
    return host


def _ascii_label(label: str, written: str) -> str:
    """One part of a name as the DNS has it; raises `Refused` where it cannot be one.

    Letters as in IDNA 2008: ß stays ß. What IDNA 2008 has no letters, digits or marks for (emoji, signs) is refused.
    """
    if not label.isascii():
        categories = {unicodedata.category(character)[0] for character in label if character not in "-·"}
        if categories - {"L", "M", "N"} or label[:1] == "-" or unicodedata.category(label[0])[0] == "M":
            raise Refused("web_host", host=written[:80])
        label = "xn--" + label.encode("punycode").decode("ascii")
    if not _LABEL.fullmatch(label) or (label.startswith("xn--") and not _is_sound(label)):
        raise Refused("web_host", host=written[:80])
    return label


def _is_sound(label: str) -> bool:
    """Whether a label in Punycode stands for letters beyond ASCII that are written just so."""
    try:
        name = label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return False
    is_plain = unicodedata.normalize("NFKC", name).lower() == name
    return not name.isascii() and is_plain and name.encode("punycode").decode("ascii") == label[4:]


def _ipv4(labels: list[str], written: str) -> IPv4Address:
    """The IP that one to four numbers mean, decimal, octal (`0177`) or hexadecimal (`0x7f`); raises `Refused`."""
    try:
        numbers = [_number(label) for label in labels]
        if len(numbers) > 4 or any(number > 255 for number in numbers[:-1]):
            raise ValueError
        *front, last = numbers
        if last >= 256 ** (5 - len(numbers)):
            raise ValueError
    except ValueError as error:
        raise Refused("web_host", host=written[:80]) from error
    return IPv4Address(sum(number << 8 * (3 - place) for place, number in enumerate(front)) + last)


def _number(label: str) -> int:
    if len(label) > 20:
        raise ValueError
    if label.startswith("0x"):
        return int(label[2:] or "0", 16)
    return int(label, 8 if label.startswith("0") else 10)


def _target(path: str, query: str) -> str:
    path = quote(path.replace("\\", "/") or "/", safe=_IN_PATH)
    return (path if path.startswith("/") else f"/{path}") + quote(query, safe=_IN_QUERY)


def _ip(host: str) -> Ip | None:
    if ":" in host:
        return IPv6Address(host)
    return IPv4Address(host) if host[-1:].isdigit() and host.replace(".", "").isdigit() else None
