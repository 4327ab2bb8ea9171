"""Bytes that come in piece by piece and can be looked at before they are taken; packed ones are unpacked."""

from __future__ import annotations

import errno
import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from wortlaut.intake.budget import Budget
from wortlaut.intake.reasons import Refused
from wortlaut.intake.seeking import Reach, Window, reach_of, spooled
from wortlaut.types import Reason

__all__ = ["HEAD", "Budget", "Line", "Readable", "Stream", "opened", "problem_of"]

HEAD = 2**16  # bytes that are looked at to tell what a file is
_PIECE = 2**18


class Readable(Protocol):
    """Where bytes come from: a file, or what unpacks one. It may have a `damage`, which says why it ended."""

    def read(self, size: int, /) -> bytes | None:
        """The next bytes, empty at the end."""
        ...


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end: where it begins, its length, and its bytes (empty where longer than asked for)."""

    raw: bytes
    byte: int
    size: int
    is_last: bool  # no line end followed


class Stream:
    """Bytes from a file; what cannot be read ends them, and `damage` says why."""

    def __init__(self, source: Readable, *, layers: int = 0) -> None:
        self._source = source
        self._waiting = bytearray()
        self._is_done = False
        self._damage: Reason | None = None
        self._reach: Reach | None = None
        self.layers = layers  # packings around the bytes
        self.taken = 0  # bytes handed out so far
        self.got = 0  # bytes that came from the file so far

    @property
    def damage(self) -> Reason | None:
        """Why the bytes end where they end, or None where the file does."""
        return self._damage or getattr(self._source, "damage", None)

    def _fill(self, size: int) -> None:
        while len(self._waiting) < size and not self._is_done:
            piece = self._more(size - len(self._waiting))
            self._waiting += piece
            self._is_done = not piece

    def _more(self, size: int) -> bytes:
        """The next piece from the file, empty at its end."""
        try:
            piece = self._source.read(max(_PIECE, min(size, 2**24))) or b""
        except OSError as error:
            self._damage = Reason("unreadable", (("problem", problem_of(error)),))
            piece = b""
        self.got += len(piece)
        return piece

    def reach(self, limit: int) -> Reach:
        """All bytes from the beginning on, to be had in any order; the stream stays where it is.

        Bytes that come in piece by piece are copied first, to the disk where they are many. Raises `Refused` where
        they are more than `limit`; must be asked for before the first byte is taken.
        """
        if self._reach is None:
            self._reach = self._direct() or self._copied(limit)
        return self._reach

    def file(self, limit: int) -> BinaryIO:
        """A file with all bytes from the beginning on, which can be sought in; conditions as for `reach`."""
        return io.BufferedReader(Window(self.reach(limit)))

    def _direct(self) -> Reach | None:
        """The bytes of a file that can be sought in, else None."""
        reach = reach_of(self._source, self.got)
        return None if reach is None else _Counted(self, reach)

    def _copied(self, limit: int) -> Reach:
        """A copy of all bytes, from which the stream is read from now on."""
        copy = spooled(self._pieces(), limit)
        if copy is None:
            raise Refused("file_too_large", limit=limit)
        self._damage = self.damage
        self._source = io.BufferedReader(Window(copy, len(self._waiting)))
        self._is_done = False
        return copy

    def _pieces(self) -> Iterator[bytes]:
        yield bytes(self._waiting)
        while not self._is_done:
            piece = self._more(0)
            self._is_done = not piece
            yield piece

    def peek(self, size: int) -> bytes:
        """The next `size` bytes (fewer at the end), which stay to be taken."""
        self._fill(size)
        with memoryview(self._waiting) as waiting:
            return bytes(waiting[:size])

    def look(self, offset: int, size: int) -> bytes:
        """The `size` bytes from `offset` on (fewer at the end), which stay to be taken, as those before them do."""
        self._fill(offset + size)
        with memoryview(self._waiting) as waiting:
            return bytes(waiting[offset : offset + size])

    def find(self, wanted: bytes, start: int, end: int) -> int:
        """Where `wanted` stands among the next bytes, between the two places; -1 if nowhere. They all stay."""
        self._fill(end)
        return self._waiting.find(wanted, start, end)

    def skip(self, size: int) -> int:
        """The number of bytes that were passed over: `size`, or fewer at the end."""
        left = size
        while left:
            self._fill(min(left, _PIECE))
            count = min(left, len(self._waiting))
            if not count:
                break
            del self._waiting[:count]
            self.taken += count
            left -= count
        return size - left

    def peek_line(self, newline: bytes, limit: int) -> bytes:
        """The next line with its end, which stays to be taken; empty where no line ends within about `limit` bytes."""
        looked = 0
        while True:
            self._fill(min(looked + _PIECE, limit))
            found = _find(self._waiting, newline, looked)
            if found >= 0:
                return bytes(self._waiting[: found + len(newline)])
            if self._is_done or len(self._waiting) >= limit:
                return b""
            looked = max(0, len(self._waiting) - len(newline))

    def take(self, size: int) -> bytes:
        """The next `size` bytes (fewer at the end)."""
        self._fill(size)
        with memoryview(self._waiting) as waiting:
            piece = bytes(waiting[:size])
        del self._waiting[:size]
        self.taken += len(piece)
        return piece

    def line(self, newline: bytes, limit: int) -> Line | None:
        """The next line, None at the end; a line longer than `limit` bytes is passed over and comes back empty."""
        start = self.taken
        dropped = looked = 0
        while True:
            found = _find(self._waiting, newline, looked)
            if found >= 0 or self._is_done:
                break
            looked = max(0, len(self._waiting) // len(newline) * len(newline) - len(newline))
            if looked > limit:
                dropped += len(self.take(looked))
                looked = 0
            self._fill(len(self._waiting) + 1)
        size = dropped + (found if found >= 0 else len(self._waiting))
        raw = self.take(size - dropped)
        self.take(len(newline) if found >= 0 else 0)
        if not size and found < 0:
            return None
        return Line(b"" if size > limit else raw, start, size, found < 0)


def _find(waiting: bytearray, newline: bytes, start: int) -> int:
    """Where the first line end stands from `start` on, a whole number of characters from the front; -1 if nowhere."""
    found = waiting.find(newline, start)
    while found % len(newline) and found >= 0:
        found = waiting.find(newline, found + 1)
    return found


class _Counted:
    """A file that can be sought in, of which is counted what is got out of it; what cannot be read is empty."""

    def __init__(self, stream: Stream, reach: Reach) -> None:
        self._stream = stream
        self._reach = reach
        self.size = reach.size

    def read_at(self, offset: int, size: int) -> bytes:
        try:
            piece = self._reach.read_at(offset, size)
        except OSError as error:
            self._stream._damage = Reason("unreadable", (("problem", problem_of(error)),))
            return b""
        self._stream.got = min(self.size, self._stream.got + len(piece))
        return piece


def opened(source: Readable, budget: Budget | None = None, *, name: str = "") -> Stream:
    """The bytes of `source`, unpacked where they are packed (also several times).

    `name` tells Brotli, which has no signature. What is unpacked is taken from `budget`; the first file that is opened
    with it is the outermost.
    """
    from wortlaut.intake.packing import unpacked

    stream = Stream(source)
    budget = budget or Budget()
    budget.measure(stream)
    return unpacked(stream, budget, name)


def problem_of(error: OSError) -> str:
    """A key of `reasons.PROBLEMS` for what the system says about a file, or the system's own words."""
    known = ("EACCES", "EPERM", "ENOENT", "EISDIR", "EIO", "ELOOP")
    name = errno.errorcode.get(error.errno or 0, "")
    return name if name in known else error.strerror or type(error).__name__
