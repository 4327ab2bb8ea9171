"""Brotli (RFC 7932): one stream. It has no signature; `looks_packed` tries."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from wortlaut.intake.packing.member import Damaged, Packing, Step

if TYPE_CHECKING:
    from wortlaut.intake.streams import Stream

__all__ = ["PACKING", "BrotliMember", "first_unpacked"]

_PIECE = 2**8  # what comes out of the piece in which a fault lies is lost: keep it small


class BrotliMember:
    """The one stream."""

    def __init__(self) -> None:
        import brotli  # type: ignore[import-untyped]  # it has no types

        self._stream = brotli.Decompressor()
        self._error = brotli.error

    @property
    def is_done(self) -> bool:
        """Whether its end was reached."""
        done: bool = self._stream.is_finished()
        return done

    def unpack(self, packed: bytes, size: int) -> Step:
        """What the next packed bytes give; raises `Damaged`."""
        given = packed[:_PIECE] if self._stream.can_accept_more_data() else b""
        try:
            unpacked: bytes = self._stream.process(given, output_buffer_limit=size)
        except self._error as error:
            raise Damaged from error
        return Step(unpacked, len(given))


def _begin(_depth: int) -> Callable[[Stream], BrotliMember | None]:
    has_begun = False

    def begin(packed: Stream) -> BrotliMember | None:
        nonlocal has_begun
        if has_begun and packed.peek(1):
            raise Damaged
        member = None if has_begun else BrotliMember()
        has_begun = True
        return member

    return begin


def first_unpacked(head: bytes, size: int) -> bytes | None:
    """The first bytes, at most `size`, that `head` gives where it is Brotli; None where it cannot be."""
    member = BrotliMember()
    found = bytearray()
    try:
        while head and len(found) < size and not member.is_done:
            unpacked, used = member.unpack(head, size)
            head = head[used:]
            found += unpacked
    except Damaged:
        return None
    return None if member.is_done and head else bytes(found)


PACKING = Packing("Brotli", lambda _head: False, _begin)
