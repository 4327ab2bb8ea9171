"""bzip2: any number of streams one behind the other."""

from __future__ import annotations

import bz2
from collections.abc import Callable
from typing import TYPE_CHECKING

from wortlaut.intake.packing.gzip import skip_zeros
from wortlaut.intake.packing.member import Damaged, Packing, Step

if TYPE_CHECKING:
    from wortlaut.intake.streams import Stream

__all__ = ["PACKING", "Bzip2Member"]

_SIGNATURE = b"BZh"
_BLOCK = (b"1AY&SY", b"\x17rE8P\x90")  # how the first block begins, or the end where there is none
_PIECE = 2**9  # what comes out of the piece in which a fault lies is lost: keep it small


def _fits(head: bytes) -> bool:
    return head.startswith(_SIGNATURE) and head[3:4] in b"123456789" and head[4:10] in _BLOCK


class Bzip2Member:
    """One stream."""

    def __init__(self) -> None:
        self._stream = bz2.BZ2Decompressor()

    @property
    def is_done(self) -> bool:
        """Whether its end was reached."""
        return self._stream.eof

    def unpack(self, packed: bytes, size: int) -> Step:
        """What the next packed bytes give; raises `Damaged`."""
        given = packed[:_PIECE] if self._stream.needs_input else b""
        try:
            unpacked = self._stream.decompress(given, size)
        except (OSError, ValueError) as error:
            raise Damaged from error
        return Step(unpacked, len(given) - len(self._stream.unused_data))


def _begin(_depth: int) -> Callable[[Stream], Bzip2Member | None]:
    def begin(packed: Stream) -> Bzip2Member | None:
        head = skip_zeros(packed)
        if head and not head.startswith(_SIGNATURE[: len(head)]):
            raise Damaged
        return Bzip2Member() if head else None

    return begin


PACKING = Packing("bzip2", _fits, _begin)
