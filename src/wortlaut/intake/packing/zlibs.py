"""Members that zlib unpacks: gzip, and the bare streams of ZIP and of HTTP."""

from __future__ import annotations

import zlib

from wortlaut.intake.packing.member import Damaged, Packing, Step, once

__all__ = ["RAW", "ZlibMember", "deflate_packing"]

RAW = -15  # the window bits of a stream without any header
_ZLIB = 15


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


def deflate_packing(start: bytes) -> Packing:
    """What HTTP calls `deflate`: meant to have zlib's header, but often sent without."""
    has_header = len(start) > 1 and start[0] & 0x0F == 8 and int.from_bytes(start[:2], "big") % 31 == 0
    return Packing(
        "deflate", lambda _head: True, once(lambda _packed, _depth: ZlibMember(_ZLIB if has_header else RAW))
    )
