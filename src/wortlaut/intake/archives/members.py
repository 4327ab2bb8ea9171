"""The bytes of a member of a ZIP archive: unpacked within the budget, and checked."""

from __future__ import annotations

import lzma
import struct
import zlib
from collections.abc import Callable
from typing import NamedTuple

from wortlaut.intake.archives.directory import Entry, local_entry
from wortlaut.intake.budget import Budget
from wortlaut.intake.packing.bzip2 import Bzip2Member
from wortlaut.intake.packing.member import Damaged, Member, Packing, once
from wortlaut.intake.packing.unpacking import Unpacking
from wortlaut.intake.packing.xz import PACKING as XZ
from wortlaut.intake.packing.xz import LzmaMember, memory_at
from wortlaut.intake.packing.zlibs import RAW, ZlibMember
from wortlaut.intake.packing.zstd import PACKING as ZSTD
from wortlaut.intake.reasons import Refused
from wortlaut.intake.seeking import Reach, Window
from wortlaut.intake.streams import Readable, Stream
from wortlaut.types import Reason

__all__ = ["Checked", "OpenMember", "open_member"]

_STORED = 0
_METHODS = {1: "Shrink", 6: "Implode", 9: "Deflate64", 94: "MP3", 96: "JPEG", 97: "WavPack", 98: "PPMd"}
_DESCRIBED = b"PK\x07\x08"
_DESCRIPTOR, _DESCRIPTOR_64 = struct.Struct("<3L"), struct.Struct("<LQQ")
_ENDLESS = 2**63  # a size that is never reached: the record is cut off


def _lzma(packed: Stream, depth: int) -> Member:
    """A stream without a container, behind its properties; raises `Damaged`."""
    head = packed.take(4)
    properties = packed.take(int.from_bytes(head[2:], "little"))
    if len(properties) != 5:
        raise Damaged
    dictionary = int.from_bytes(properties[1:], "little")
    if dictionary > memory_at(depth):
        raise Damaged(cause="memory")
    rest, lc = divmod(properties[0], 9)
    pb, lp = divmod(rest, 5)
    if pb > 4 or lc + lp > 4:
        raise Damaged
    filters = [{"id": lzma.FILTER_LZMA1, "dict_size": max(dictionary, 4096), "lc": lc, "lp": lp, "pb": pb}]
    return LzmaMember(lzma.LZMADecompressor(lzma.FORMAT_RAW, filters=filters))


_PACKINGS = {
    8: Packing("ZIP", lambda _head: True, once(lambda _packed, _depth: ZlibMember(RAW))),
    12: Packing("ZIP", lambda _head: True, once(lambda _packed, _depth: Bzip2Member())),
    14: Packing("ZIP", lambda _head: True, once(_lzma)),
    93: ZSTD,
    95: XZ,
}


class Checked:
    """Bytes whose number and checksum (CRC-32) are compared at their end with those that `expected` then gives."""

    def __init__(self, source: Readable, expected: Callable[[], tuple[int, int]]) -> None:
        self._source = source
        self._expected = expected
        self._crc = 0
        self._size = 0
        self._own_damage: Reason | None = None

    @property
    def damage(self) -> Reason | None:
        """Why the bytes end where they end, or None where the member does."""
        return getattr(self._source, "damage", None) or self._own_damage

    def read(self, size: int, /) -> bytes:
        """The next bytes; empty at the end."""
        piece = self._source.read(size) or b""
        self._crc = zlib.crc32(piece, self._crc)
        self._size += len(piece)
        if not piece and self.damage is None:
            self._check()
        return piece

    def _check(self) -> None:
        size, crc = self._expected()
        if self._size < size:
            self._own_damage = Reason("packed_truncated", (("kind", "ZIP"), ("size", str(self._size))))
        elif (self._size, self._crc) != (size, crc):
            self._own_damage = Reason("checksum_wrong")


class OpenMember(NamedTuple):
    """The bytes of a member; `packed` is what they are unpacked from, which begins at byte `data` of the archive."""

    stream: Stream
    packed: Stream
    data: int


def open_member(reach: Reach, entry: Entry, budget: Budget) -> OpenMember:
    """The bytes of a member; raises `Refused` where they cannot be had.

    Of a member that is read by its own header, and whose sizes stand behind it, the packed bytes reach to the end.
    """
    if entry.is_encrypted or entry.method == 99:
        raise Refused("member_encrypted")
    packing = _PACKINGS.get(entry.method)
    if packing is None and entry.method != _STORED:
        raise Refused("member_method", method=_METHODS.get(entry.method, str(entry.method)))
    data, is_open = entry.data, entry.is_streamed and not entry.packed
    if data is None:
        local = local_entry(reach, entry.header)
        if local is None or local.data is None:
            raise Refused("member_missing", byte=entry.header)
        data, is_open = local.data, False
    if packing is None and is_open:
        raise Refused("member_size_unknown")
    window = Window(reach, data, None if is_open else max(0, min(entry.packed, reach.size - data)))
    packed = Stream(window)
    expected = _told(entry) if not is_open else _described(reach, packed, data)
    source = window if packing is None else Unpacking(packing, packed, budget.deeper())
    return OpenMember(Stream(Checked(source, expected)), packed, data)


def _told(entry: Entry) -> Callable[[], tuple[int, int]]:
    return lambda: (entry.size, entry.crc)


def _described(reach: Reach, packed: Stream, data: int) -> Callable[[], tuple[int, int]]:
    """What gives size and checksum from the record behind the packed bytes."""

    def expected() -> tuple[int, int]:
        record = reach.read_at(data + packed.taken, 24).removeprefix(_DESCRIBED)
        if len(record) < _DESCRIPTOR.size:
            return _ENDLESS, 0
        crc, size_packed, size = _DESCRIPTOR.unpack_from(record)
        if size_packed != packed.taken and len(record) >= _DESCRIPTOR_64.size:
            crc, size_packed, size = _DESCRIPTOR_64.unpack_from(record)
        return size, crc

    return expected
