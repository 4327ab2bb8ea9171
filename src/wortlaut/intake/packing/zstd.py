"""Zstandard (RFC 8878): any number of frames; a frame to skip may hold the dictionary of all (`.warc.zst`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wortlaut.intake.packing.member import Damaged, Packing, Step
from wortlaut.intake.packing.xz import memory_at

if TYPE_CHECKING:
    import zstandard

    from wortlaut.intake.streams import Stream

__all__ = ["PACKING", "ZstdMember"]

_SIGNATURE = b"\x28\xb5\x2f\xfd"
_SKIPPABLE = b"\x2a\x4d\x18"  # behind a byte from 0x50 to 0x5f
_DICTIONARY = b"\x5d"  # which of them holds a dictionary (the WARC way of using Zstandard)
_MAX_DICTIONARY = 2**24
# Four bytes can stand for 128 KiB: what a piece gives at once stays below 16 MiB.
_PIECE = 2**9


def _fits(head: bytes) -> bool:
    return head.startswith(_SIGNATURE) or _is_skippable(head)


def _is_skippable(head: bytes) -> bool:
    return head[1:4] == _SKIPPABLE and head[0] >> 4 == 5


class ZstdMember:
    """One frame."""

    def __init__(self, decompressor: zstandard.ZstdDecompressor) -> None:
        self._stream = decompressor.decompressobj()

    @property
    def is_done(self) -> bool:
        """Whether its end was reached."""
        return self._stream.eof

    def unpack(self, packed: bytes, _size: int) -> Step:
        """What the next packed bytes give; raises `Damaged`."""
        import zstandard

        given = packed[:_PIECE]
        if not given:
            return Step(b"", 0)
        try:
            unpacked = self._stream.decompress(given)
        except (zstandard.ZstdError, MemoryError) as error:
            raise Damaged(cause="memory" if "memory" in str(error) else "damaged") from error
        return Step(unpacked, len(given) - len(self._stream.unused_data))


class _Frames:
    """The frames one after the other; the dictionary found on the way is that of those behind it."""

    def __init__(self, depth: int) -> None:
        self._window = memory_at(depth)
        self._dictionary: bytes | None = None
        self._decompressor = self._opened()

    def _opened(self) -> zstandard.ZstdDecompressor:
        import zstandard

        dictionary = None if self._dictionary is None else zstandard.ZstdCompressionDict(self._dictionary)
        return zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=self._window)

    def __call__(self, packed: Stream) -> ZstdMember | None:
        while _is_skippable(head := packed.peek(8)):
            if len(head) < 8:
                raise Damaged(cause="truncated")
            packed.skip(8)
            self._pass(packed, int.from_bytes(head[4:], "little"), is_dictionary=head[:1] == _DICTIONARY)
        if head and not head.startswith(_SIGNATURE[: len(head)]):
            raise Damaged
        return ZstdMember(self._decompressor) if head else None

    def _pass(self, packed: Stream, size: int, *, is_dictionary: bool) -> None:
        """None after a frame to skip, whose dictionary was learnt; raises `Damaged`."""
        if is_dictionary and size > _MAX_DICTIONARY:
            raise Damaged(cause="memory")
        if not is_dictionary:
            if packed.skip(size) < size:
                raise Damaged(cause="truncated")
            return
        held = packed.take(size)
        if len(held) < size:
            raise Damaged(cause="truncated")
        self._dictionary = self._plain(held)
        self._decompressor = self._opened()

    def _plain(self, held: bytes) -> bytes:
        """The dictionary, which may be packed itself; raises `Damaged`."""
        import zstandard

        if not held.startswith(_SIGNATURE):
            return held
        try:
            return zstandard.ZstdDecompressor(max_window_size=self._window).stream_reader(held).read(_MAX_DICTIONARY)
        except zstandard.ZstdError as error:
            raise Damaged from error


PACKING = Packing("Zstandard", _fits, _Frames)
