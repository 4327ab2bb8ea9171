"""The tokens of a content stream, strings with the place of each of their bytes (PDF 1.7, 7.3 and 7.8.2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import count
from typing import NamedTuple

__all__ = ["Kind", "String", "Token", "tokens"]

_TOKEN = re.compile(
    rb"(?P<number>[+-]{0,2}(?:[0-9]{1,20}(?:\.[0-9]{0,20})?|\.[0-9]{1,20}))(?![0-9.])"
    rb"|\((?P<plain>[^\\()\r]{0,32767})\)|(?P<string>\()"
    rb"|<(?P<hex>[0-9A-Fa-f\s\0]{0,65536}+)>|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|/(?P<name>[^\s\0()<>\[\]{}/%]*+)|(?P<word>[A-Za-z'\"][^\s\0()<>\[\]{}/%]*+)|%[^\r\n]*+|[\s\0]++|.",
    re.DOTALL,
)
_IN_STRING = re.compile(rb"[^\\()\r]{1,4096}+|\\(?:[0-7]{1,3}|\r\n|.)|\r\n?|[()]", re.DOTALL)
_STEPS = 2_000  # tokens between checks
_LONGEST = 2**16  # bytes of a string; by the standard 32,767
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\r\n": b"", b"\r": b"", b"\n": b""}
_IMAGE_END = re.compile(rb"[\s\0]EI(?=[\s\0]|\Z)")


class Kind(Enum):
    """What a token is."""

    NUMBER = auto()
    STRING = auto()
    NAME = auto()
    WORD = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class String:
    """The bytes of a string, and where each is written."""

    octets: bytes
    starts: Sequence[int]
    ends: Sequence[int]


class Token(NamedTuple):
    """A token, what it means, and the place behind it."""

    kind: Kind
    value: float | String | bytes
    end: int


def tokens(data: bytes, check: Callable[[], None]) -> Iterator[Token]:
    """The tokens of a content stream; what is none is passed over, and so are the data of pictures within.

    `check` is called now and then, and may raise what ends it.
    """
    at, size = 0, len(data)
    for step in count():
        if at >= size:
            return
        if step % _STEPS == 0:
            check()
        found = _TOKEN.match(data, at)
        if found is None:
            return
        start, at = at, found.end()
        kind = found.lastgroup
        if kind == "number":
            yield Token(Kind.NUMBER, _number(found["number"]), at)
        elif kind == "word":
            yield Token(Kind.WORD, found["word"], at)
            if found["word"] == b"ID":
                end = _IMAGE_END.search(data, at)
                at = size if end is None else end.end()
        elif kind == "plain":
            yield Token(Kind.STRING, String(found["plain"], range(start + 1, at - 1), range(start + 2, at)), at)
        elif kind == "string":
            check()  # a long one takes as long as thousands of tokens
            string, at = _string(data, start)
            yield Token(Kind.STRING, string, at)
        elif kind == "hex":
            yield Token(Kind.STRING, _hex(data, start + 1, at - 1), at)
        elif kind == "name":
            yield Token(Kind.NAME, found["name"], at)
        elif kind in ("open", "close"):
            yield Token(Kind.OPEN if kind == "open" else Kind.CLOSE, found[kind], at)


def _number(written: bytes) -> float:
    try:
        return float(written)
    except ValueError:  # two signs
        return 0.0


def _string(data: bytes, start: int) -> tuple[String, int]:
    """The string whose bracket opens at `start`, and the place behind it; one that does not end reaches to the end."""
    pieces: list[bytes] = []
    starts: list[int] = []
    ends: list[int] = []
    depth, at, size = 1, start + 1, len(data)
    while at < min(size, start + _LONGEST):
        found = _IN_STRING.match(data, at)
        if found is None:
            break
        written = found[0]
        place, at = at, found.end()
        if written == b"(":
            depth += 1
        elif written == b")":
            depth -= 1
            if not depth:
                break
        octets = written
        if written[:1] == b"\\":
            inner = written[1:]
            octets = (
                bytes((int(inner, 8) & 255,)) if inner[:1].isdigit() and inner[0] < 0x38 else _ESCAPED.get(inner, inner)
            )
        elif written[:1] == b"\r":
            octets = b"\n"
        pieces.append(octets)
        if len(octets) == len(written):
            starts += range(place, at)
            ends += range(place + 1, at + 1)
        elif octets:
            starts.append(place)
            ends.append(at)
    return String(b"".join(pieces), starts, ends), at


def _hex(data: bytes, start: int, end: int) -> String:
    places = [at for at in range(start, end) if data[at] not in b" \t\r\n\f\0\v"]
    digits = bytes(data[at] for at in places)
    starts, ends = places[::2], [at + 1 for at in places[1::2]]
    if len(digits) % 2:
        digits += b"0"
        ends.append(places[-1] + 1)
    return String(bytes.fromhex(digits.decode()), starts, ends)
