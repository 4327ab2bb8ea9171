"""Members that zlib unpacks: gzip, and the bare streams of ZIP and of HTTP."""

from __future__ import annotations

import zlib

from wortlaut.intake.packing.member import Damaged, Step

__all__ = ["RAW", "ZLIB", "ZlibMember"]

RAW = -15  # the window bits of a stream without any header
ZLIB = 15


class ZlibMember:
    """One stream; `wbits` says what is around it, as in `zlib.decompressobj`."""

    def __init__(self, wbits: int) -> None:
        self._stream = zlib.decompressobj(wbits=wbits)

    @property
    def is_done(self) -> bool:
        """Whether its end was reached."""
        return self._stream.eof

    def unpack(self, packed: bytes, size: int) -> Step:
        """What the next packed bytes give; raises `Damaged` with all that stands before the fault."""
        before = self._stream.copy()
        try:
            unpacked = self._stream.decompress(packed, size)
        except zlib.error as error:
            raise Damaged(_salvaged(before, packed, size)) from error
        rest = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail
        return Step(unpacked, len(packed) - len(rest))


def _salvaged(member: zlib._Decompress, packed: bytes, size: int) -> bytes:
    """What the piece in which the damage lies gives before it."""
    saved = bytearray()
    try:
        for place in range(len(packed)):
            saved += member.decompress(packed[place : place + 1], size)
    except zlib.error:
        pass
    return bytes(saved)
