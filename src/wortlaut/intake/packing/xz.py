"""xz: any number of streams, with zero bytes between and behind them."""

from __future__ import annotations

import lzma
from collections.abc import Callable
from typing import TYPE_CHECKING

from wortlaut.intake.packing.gzip import skip_zeros
from wortlaut.intake.packing.member import Damaged, Packing, Step

if TYPE_CHECKING:
    from wortlaut.intake.streams import Stream

__all__ = ["PACKING", "LzmaMember", "memory_at"]

_SIGNATURE = b"\xfd7zXZ\0"
_PIECE = 2**9  # what comes out of the piece in which a fault lies is lost: keep it small
_MEMORY = 2**27  # `xz -9` takes 65 MiB
_MEMORY_INSIDE = 2**25  # within other packed data, so that all layers together stay small; `xz -6` takes 9 MiB


def memory_at(depth: int) -> int:
    """The bytes of memory that unpacking may take so deep inside other packed data."""
    return _MEMORY_INSIDE if depth else _MEMORY


def _fits(head: bytes) -> bool:
    return head.startswith(_SIGNATURE)


class LzmaMember:
    """One stream; raises `Damaged` at once where the header that it is given cannot be."""

    def __init__(self, stream: lzma.LZMADecompressor) -> None:
        self._stream = stream

    @property
    def is_done(self) -> bool:
        """Whether its end was reached."""
        return self._stream.eof

    def unpack(self, packed: bytes, size: int) -> Step:
        """What the next packed bytes give; raises `Damaged`."""
        given = packed[:_PIECE] if self._stream.needs_input else b""
        try:
            unpacked = self._stream.decompress(given, size)
        except MemoryError as error:
            raise Damaged(cause="memory") from error
        except (lzma.LZMAError, EOFError) as error:
            raise Damaged(cause="memory" if "emory" in str(error) else "damaged") from error
        return Step(unpacked, len(given) - len(self._stream.unused_data))


def _begin(depth: int) -> Callable[[Stream], LzmaMember | None]:
    def begin(packed: Stream) -> LzmaMember | None:
        head = skip_zeros(packed)
        if head and not head.startswith(_SIGNATURE[: len(head)]):
            raise Damaged
        return LzmaMember(lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=memory_at(depth))) if head else None

    return begin


PACKING = Packing("xz", _fits, _begin)
