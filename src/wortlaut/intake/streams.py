"""Bytes that come in piece by piece and can be looked at before they are taken; gzip is unpacked on the way."""

from __future__ import annotations

import errno
import zlib
from dataclasses import dataclass
from typing import Protocol

from wortlaut.intake.kinds import GZIP
from wortlaut.types import Reason

__all__ = ["HEAD", "Budget", "Line", "Stream", "opened", "problem_of"]

HEAD = 2**16  # bytes that are looked at to tell what a file is
_PIECE = 2**18
_PACKED_PIECE = 2**14
# Text seldom shrinks more than tenfold, lists of like records up to 50-fold; a bomb of zeros 1,000-fold.
_RATIO = 200
_HARMLESS = 64 * 2**20  # what unpacks to less is no bomb


@dataclass(frozen=True, slots=True)
class Budget:
    """What may still be unpacked of one file, shared by all that is packed within it."""

    depth: int = 0

    def deeper(self) -> Budget:
        """The budget one level further in."""
        return Budget(self.depth + 1)


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes | None: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end: where it begins, its length, and its bytes (empty where longer than asked for)."""

    raw: bytes
    byte: int
    size: int
    is_last: bool  # no line end followed


class Stream:
    """Bytes from a file; what cannot be read ends them, and `damage` says why."""

    def __init__(self, source: _Readable) -> None:
        self._source = source
        self._waiting = bytearray()
        self._is_done = False
        self._damage: Reason | None = None
        self.taken = 0  # bytes handed out so far

    @property
    def damage(self) -> Reason | None:
        """Why the bytes end where they end, or None where the file does."""
        return self._damage or getattr(self._source, "damage", None)

    def _fill(self, size: int) -> None:
        while len(self._waiting) < size and not self._is_done:
            try:
                piece = self._source.read(max(_PIECE, min(size - len(self._waiting), 2**24)))
            except OSError as error:
                self._damage = Reason("unreadable", (("problem", problem_of(error)),))
                piece = b""
            self._waiting += piece or b""
            self._is_done = not piece

    def peek(self, size: int) -> bytes:
        """The next `size` bytes (fewer at the end), which stay to be taken."""
        self._fill(size)
        return bytes(self._waiting[:size])

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


def opened(source: _Readable) -> Stream:
    """The bytes of `source`, unpacked where they are gzip (also gzip in gzip)."""
    stream = Stream(source)
    for _ in range(3):
        if not stream.peek(len(GZIP)).startswith(GZIP):
            break
        stream = Stream(_Gunzip(stream))
    return stream


class _Gunzip:
    """The unpacked bytes of a gzip stream with any number of members; never more than a piece at a time."""

    def __init__(self, packed: Stream) -> None:
        self._packed = packed
        self._member = zlib.decompressobj(wbits=31)
        self._pending = b""
        self._given = 0
        self._own_damage: Reason | None = None

    @property
    def damage(self) -> Reason | None:
        return self._packed.damage or self._own_damage

    def read(self, size: int, /) -> bytes:
        while self._own_damage is None:
            piece = self._unpack(size)
            if piece is None:
                break
            self._given += len(piece)
            if self._given > max(_HARMLESS, _RATIO * self._packed.taken):
                self._fail("gzip_bomb", ratio=_RATIO)
            elif piece:
                return piece
        return b""

    def _unpack(self, size: int) -> bytes | None:
        """The next bytes (perhaps none yet), or None at the end."""
        packed = self._pending or self._packed.take(_PACKED_PIECE)
        if self._member.eof:
            packed = packed.lstrip(b"\0")  # padding after a member
            if not packed:
                self._pending = b""
                return b"" if self._packed.peek(1) else None
            if not packed.startswith(GZIP[: len(packed)]):
                self._fail("gzip_damaged")
                return None
            self._member = zlib.decompressobj(wbits=31)
        before = self._member.copy()
        try:
            unpacked = self._member.decompress(packed, size)
        except zlib.error:
            return self._salvaged(before, packed, size)
        if not packed and not unpacked:
            self._fail("gzip_truncated")
        self._pending = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
        return unpacked

    def _salvaged(self, member: zlib._Decompress, packed: bytes, size: int) -> bytes:
        """What the piece in which the damage lies gives before it."""
        saved = bytearray()
        try:
            for place in range(len(packed)):
                saved += member.decompress(packed[place : place + 1], size)
        except zlib.error:
            pass
        self._fail("gzip_damaged", len(saved))
        return bytes(saved)

    def _fail(self, code: str, more: int = 0, **details: object) -> None:
        details["size"] = self._given + more
        self._own_damage = Reason(code, tuple((name, str(value)) for name, value in details.items()))


def problem_of(error: OSError) -> str:
    """A key of `reasons.PROBLEMS` for what the system says about a file, or the system's own words."""
    known = ("EACCES", "EPERM", "ENOENT", "EISDIR", "EIO", "ELOOP")
    name = errno.errorcode.get(error.errno or 0, "")
    return name if name in known else error.strerror or type(error).__name__
