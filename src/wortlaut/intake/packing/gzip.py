"""gzip (RFC 1952): any number of members, with zero bytes between and behind them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from wortlaut.intake.packing.member import Damaged, Packing
from wortlaut.intake.packing.zlibs import ZlibMember

if TYPE_CHECKING:
    from wortlaut.intake.streams import Stream

__all__ = ["PACKING", "skip_zeros"]

_SIGNATURE = b"\x1f\x8b\x08"
_GZIP = 31  # zlib's window bits, plus 16: it checks the header and the CRC


def _fits(head: bytes) -> bool:
    return head.startswith(_SIGNATURE)


def skip_zeros(packed: Stream) -> bytes:
    """The next few bytes, after zero bytes that fill up were passed over."""
    while piece := packed.peek(512):
        rest = piece.lstrip(b"\0")
        packed.skip(len(piece) - len(rest))
        if rest:
            return rest
    return b""


def _begin(_depth: int) -> Callable[[Stream], ZlibMember | None]:
    def begin(packed: Stream) -> ZlibMember | None:
        head = skip_zeros(packed)
        if not head:
            return None
        if not _SIGNATURE.startswith(head[:3]):
            raise Damaged
        return ZlibMember(_GZIP)

    return begin


PACKING = Packing("gzip", _fits, _begin)
