"""xz: any number of streams, with zero bytes between and behind them."""

from __future__ import annotations

import lzma
from collections.abc import Callable
from typing import TYPE_CHECKING

from wortlaut.intake.packing.gzip import skip_zeros
from wortlaut.intake.packing.member import Buffered, Damaged, Packing, Step

if TYPE_CHECKING:
    from wortlaut.intake.streams import Stream

__all__ = ["PACKING", "LzmaMember", "memory_at"]

_SIGNATURE = b"\xfd7zXZ\0"
_MEMORY = 2**27  # `xz -9` takes 65 MiB
_MEMORY_INSIDE = 2**25  # within other packed data, so that all layers together stay small; `xz -6` takes 9 MiB


def memory_at(depth: int) -> int:
    """The bytes of memory that unpacking may take at that depth, of which 1 is the outermost packing."""
    return _MEMORY if depth <= 1 else _MEMORY_INSIDE


def _fits(head: bytes) -> bool:
    return head.startswith(_SIGNATURE)


class LzmaMember(Buffered):
    """One stream, which the decompressor has a filter for."""

    def unpack(self, packed: bytes, size: int) -> Step:
        """What the next packed bytes give; raises `Damaged`."""
        try:
            return self.step(packed, size)
        except MemoryError as error:
            raise Damaged(cause="memory") from error
        except (lzma.LZMAError, EOFError) as error:
            raise Damaged(cause="memory" if "emory" in str(error) else "damaged") from error


def _begin(depth: int) -> Callable[[Stream], LzmaMember | None]:
    def begin(packed: Stream) -> LzmaMember | None:
        head = skip_zeros(packed)
        if head and not head.startswith(_SIGNATURE[: len(head)]):
            raise Damaged
        return LzmaMember(lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=memory_at(depth))) if head else None

    return begin


PACKING = Packing("xz", _fits, _begin)
