"""Files in which one can go back and forth: such as are given so, and copies of those that are not."""

from __future__ import annotations

import io
import tempfile
import weakref
from collections.abc import Iterator
from typing import Protocol

__all__ = ["Reach", "Window", "reach_of", "spooled"]

_IN_MEMORY = 2**22  # a copy of more bytes than this goes to the disk


class Reach(Protocol):
    """Bytes of which any can be had; `size` is their number."""

    size: int

    def read_at(self, offset: int, size: int) -> bytes:
        """The bytes from `offset` on, at most `size` of them; none outside. Raises `OSError`."""
        ...


class _Seekable(Protocol):
    def read(self, size: int, /) -> bytes | None: ...
    def seek(self, offset: int, whence: int = 0, /) -> int: ...
    def tell(self) -> int: ...


class _Direct:
    """The bytes of a file from `start` on; its position stays."""

    def __init__(self, file: _Seekable, start: int) -> None:
        self._file = file
        self._start = start
        before = file.tell()
        self.size = file.seek(0, io.SEEK_END) - start
        file.seek(before)

    def read_at(self, offset: int, size: int) -> bytes:
        if not 0 <= offset < self.size:
            return b""
        before = self._file.tell()
        try:
            self._file.seek(self._start + offset)
            return self._file.read(size) or b""
        finally:
            self._file.seek(before)


class _Spooled:
    """A copy of bytes that came in piece by piece; it goes away with the last who holds it."""

    def __init__(self, limit: int) -> None:
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115  # closed by the finalizer
        weakref.finalize(self, self._file.close)
        self._limit = limit
        self.size = 0

    def add(self, piece: bytes) -> bool:
        """Whether there was room for the piece."""
        self._file.write(piece)
        self.size += len(piece)
        return self.size <= self._limit

    def read_at(self, offset: int, size: int) -> bytes:
        if not 0 <= offset < self.size:
            return b""
        self._file.seek(offset)
        return self._file.read(size)


def reach_of(source: object, read: int) -> Reach | None:
    """The bytes of a file that can be had in any order, None where they cannot; `read` of them were read before."""
    if not isinstance(source, io.IOBase):
        return None
    try:
        return _Direct(source, source.tell() - read) if source.seekable() else None
    except OSError:
        return None


def spooled(pieces: Iterator[bytes], limit: int) -> Reach | None:
    """A copy of the pieces; None where they are more than `limit` bytes."""
    copy = _Spooled(limit)
    return copy if all(copy.add(piece) for piece in pieces) else None


class Window(io.RawIOBase):
    """The bytes from `start` on, `size` of them, as a file for libraries that want one; what fails ends it."""

    def __init__(self, reach: Reach, start: int = 0, size: int | None = None) -> None:
        self._reach = reach
        self._start = start
        self._size = max(0, reach.size - start if size is None else size)
        self._at = 0

    def readable(self) -> bool:
        """True."""
        return True

    def seekable(self) -> bool:
        """True."""
        return True

    def tell(self) -> int:
        """The place that is read from next."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """The place that is read from next; it may lie behind the end."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]  # what is given is such a view
        """The number of bytes that were read into `buffer`."""
        wanted = min(len(buffer), self._size - self._at)
        piece = self._reach.read_at(self._start + self._at, wanted) if wanted > 0 else b""
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)
