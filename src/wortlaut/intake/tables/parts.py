"""The elements of one name in a stream of XML, one in memory at a time: rows of a sheet, pages of a wiki.

They do not contain each other, and what looks like their tags stands nowhere else: in both forms all text is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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

    raw: bytes
    byte: int
    size: int
    line: int
    is_cut: bool = False


def parts(stream: Stream, name: str, limit: int) -> Iterator[Part]:
    """The elements called `name`, with any prefix, in order."""
    prefix = rb"(?:[A-Za-z_][\w.-]{0,40}:)?"
    opening = re.compile(rb"<" + prefix + name.encode() + rb"(?:[\s/][^<>]*)?>")
    closing = re.compile(rb"</" + prefix + name.encode() + rb"\s*>")
    window = _Window(stream)
    while window.find(opening, keep=_LONGEST_TAG):
        start, line = window.at, window.line
        is_empty = window.found.endswith(b"/>")
        if is_empty:
            end, raw = start + len(window.found), window.take(len(window.found), limit)
        else:
            raw, end, is_cut = window.through(closing, limit)
            if is_cut:
                yield Part(raw, start, end - start, line, is_cut=True)
                return
        yield Part(raw if end - start <= limit else b"", start, end - start, line)


class _Window:
    """The bytes that were read of a stream and not yet passed; `at` is where they begin, on line `line`."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._bytes = bytearray()
        self.at = stream.taken
        self.line = 1
        self.found = b""

    def find(self, wanted: re.Pattern[bytes], *, keep: int) -> bool:
        """Whether what is wanted comes; what stands before it is passed."""
        looked = 0
        while True:
            found = wanted.search(self._bytes, looked)
            if found is not None:
                self.found = found[0]
                self._pass(found.start())
                return True
            self._pass(max(0, len(self._bytes) - keep))
            if not self._more():
                return False

    def through(self, wanted: re.Pattern[bytes], limit: int) -> tuple[bytes, int, bool]:
        """The bytes through what is wanted (none beyond `limit`), where it ends, and whether the stream ends before."""
        looked, raw = 0, bytearray()
        while True:
            found = wanted.search(self._bytes, looked)
            if found is not None:
                raw += self.take(found.end(), limit)
                return bytes(raw), self.at, False
            if len(self._bytes) > limit:
                self._pass(len(self._bytes) - _LONGEST_TAG)
            looked = max(0, len(self._bytes) - _LONGEST_TAG)
            if not self._more():
                raw += self.take(len(self._bytes), limit)
                return bytes(raw), self.at, True

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
