"""The elements of one name in a stream of XML, one in memory at a time: rows of a sheet, pages of a wiki.

They do not contain each other, and what looks like their tags stands nowhere else: in both forms all text is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wortlaut.intake.streams import Stream

__all__ = ["Part", "parts"]

_PIECE = 2**18
_LONGEST_TAG = 4096


@dataclass(frozen=True, slots=True)
class Part:
    """An element: its bytes (none where they are more than asked for), where they begin, and how many they are.

    `line` is the one that it begins on; `is_cut` says that the stream ends within it.
    """

    name: str
    raw: bytes
    byte: int
    size: int
    line: int
    is_cut: bool = False


def parts(stream: Stream, names: Sequence[str], limit: int, *, around: str = "") -> Iterator[Part]:
    """The elements with one of these names and any prefix, in order.

    Where an element called `around` ends, comes a part by the name `/` + `around`.
    """
    prefix = rb"(?:[A-Za-z_][\w.-]{0,40}:)?"
    listed = "|".join(map(re.escape, names)).encode()
    ends = rb"|</" + prefix + around.encode() + rb"\s*>" if around else b""
    opening = re.compile(rb"<" + prefix + rb"(?:" + listed + rb")(?:[\s/][^<>]*)?>" + ends)
    closing = {name: re.compile(rb"</" + prefix + name.encode() + rb"\s*>") for name in names}
    window = _Window(stream)
    while (tag := window.find(opening, keep=_LONGEST_TAG)) is not None:
        start, line = window.at, window.line
        name = f"/{around}" if tag.startswith(b"</") else _local(tag)
        is_cut = False
        if tag.endswith(b"/>") or tag.startswith(b"</"):
            raw = window.take(len(tag), limit)
        else:
            raw, is_cut = window.through(closing[name], limit)
        size = window.at - start
        yield Part(name, raw if size <= limit else b"", start, size, line, is_cut)


def _local(tag: bytes) -> str:
    """The name in an opening tag, without a prefix."""
    return re.split(rb"[\s/>]", tag[1:], maxsplit=1)[0].rpartition(b":")[2].decode("ascii", "replace")


class _Window:
    """The bytes that were read of a stream and not yet passed; `at` is where they begin, on line `line`."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._bytes = bytearray()
        self.at = stream.taken
        self.line = 1

    def find(self, wanted: re.Pattern[bytes], *, keep: int) -> bytes | None:
        """What is wanted, where it comes; what stands before it is passed."""
        while True:
            found = wanted.search(self._bytes)
            if found is not None:
                tag = bytes(found[0])
                self._pass(found.start())
                return tag
            self._pass(max(0, len(self._bytes) - keep))
            if not self._more():
                return None

    def through(self, wanted: re.Pattern[bytes], limit: int) -> tuple[bytes, bool]:
        """The bytes through what is wanted (none beyond `limit`), and whether the stream ends before it."""
        looked = 0
        while True:
            found = wanted.search(self._bytes, looked)
            if found is not None:
                return self.take(found.end(), limit), False
            if len(self._bytes) > limit:
                self._pass(len(self._bytes) - _LONGEST_TAG)
            looked = max(0, len(self._bytes) - _LONGEST_TAG)
            if not self._more():
                return self.take(len(self._bytes), limit), True

    def take(self, size: int, limit: int) -> bytes:
        """The next bytes, which are passed; none where they are more than `limit`."""
        raw = bytes(self._bytes[:size]) if size <= limit else b""
        self._pass(size)
        return raw

    def _pass(self, size: int) -> None:
        self.line += self._bytes.count(b"\n", 0, size)
        del self._bytes[:size]
        self.at += size

    def _more(self) -> bool:
        piece = self._stream.take(_PIECE)
        self._bytes += piece
        return bool(piece)
