"""bzip2: any number of streams one behind the other."""

from __future__ import annotations

import bz2
from collections.abc import Callable
from typing import TYPE_CHECKING

from wortlaut.intake.packing.gzip import skip_zeros
from wortlaut.intake.packing.member import Buffered, Damaged, Packing, Step

if TYPE_CHECKING:
    from wortlaut.intake.streams import Stream

__all__ = ["PACKING", "Bzip2Member"]

_SIGNATURE = b"BZh"
_BLOCK = (b"1AY&SY", b"\x17rE8P\x90")  # how the first block begins, or the end where there is none


def _fits(head: bytes) -> bool:
    return head.startswith(_SIGNATURE) and head[3:4] in b"123456789" and head[4:10] in _BLOCK


class Bzip2Member(Buffered):
    """One stream."""

    def __init__(self) -> None:
        super().__init__(bz2.BZ2Decompressor())

    def unpack(self, packed: bytes, size: int) -> Step:
        """What the next packed bytes give; raises `Damaged`."""
        try:
            return self.step(packed, size)
        except (OSError, ValueError) as error:
            raise Damaged from error


def _begin(_depth: int) -> Callable[[Stream], Bzip2Member | None]:
    def begin(packed: Stream) -> Bzip2Member | None:
        head = skip_zeros(packed)
        if head and not head.startswith(_SIGNATURE[: len(head)]):
            raise Damaged
        return Bzip2Member() if head else None

    return begin


PACKING = Packing("bzip2", _fits, _begin)
