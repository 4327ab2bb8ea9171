"""The bytes of an answer without their transfer's packing (`Content-Encoding`), and never more than is allowed."""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.intake.budget import Budget
from wortlaut.intake.packing import Unpacking, packing_named
from wortlaut.intake.packing.zlibs import deflate_packing
from wortlaut.intake.reasons import Refused
from wortlaut.intake.streams import Stream

__all__ = ["ACCEPTED", "unpacked"]

ACCEPTED = "gzip, deflate, br, zstd"
_PIECE = 2**16
_MOST_PACKINGS = 3


def unpacked(pieces: Iterator[bytes], encodings: str, *, limit: int) -> Iterator[bytes]:
    """The content in pieces; raises `Refused` where it is damaged, cut off, or more than `limit` bytes.

    `encodings` is the header's value. What came packed several times is unpacked as often, three times at most.
    """
    names = [name.strip().lower() for name in encodings.split(",")]
    names = [name for name in names if name and name != "identity"]
    if len(names) > _MOST_PACKINGS:
        raise Refused("web_packing_unknown", name=encodings[:80])
    stream = Stream(_Pieces(pieces))
    if stream.peek(1):  # an answer without a body is nothing packed
        for name in reversed(names):
            stream = _opened(stream, name)
    while piece := stream.take(_PIECE):
        if stream.taken > limit:
            raise Refused("web_too_large", limit=limit)
        yield piece
    if stream.damage is not None:
        raise Refused.of(stream.damage)


def _opened(stream: Stream, name: str) -> Stream:
    packing = deflate_packing(stream.peek(2)) if name == "deflate" else packing_named(name)
    if packing is None:
        raise Refused("web_packing_unknown", name=name[:80])
    return Stream(Unpacking(packing, stream, Budget()))


class _Pieces:
    """A file of the pieces."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    def read(self, _size: int, /) -> bytes:
        """The next piece that is not empty; empty at the end."""
        return next((piece for piece in self._pieces if piece), b"")
