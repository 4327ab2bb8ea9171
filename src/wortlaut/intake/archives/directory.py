"""What a ZIP archive says that it holds: its directory, and the header before each member.

The layout is that of PKWARE's APPNOTE 6.3.10. Nothing is believed that can be checked: sizes and places must lie in the
file, and members must not lie over each other.
"""

from __future__ import annotations

import io
import struct
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

import numpy as np

from wortlaut.intake.seeking import Reach, Window

__all__ = ["Directory", "Entry", "directory_of", "local_entry"]

_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_EXTENT = struct.Struct("<20x2L3H8xL")  # of the directory: what tells where a member lies
_LOCAL = struct.Struct("<4s5H3L2H")
_LARGEST_END = 2**16 + _END.size  # with the longest comment
_UTF_8 = 0x800
_UNKNOWN, _UNKNOWN_64 = 0xFFFF, 0xFFFFFFFF  # look into the ZIP64 field
_ZIP_64, _UNICODE_NAME = 0x0001, 0x7075


@dataclass(frozen=True, slots=True)
class Entry:
    """A member as the directory or its own header has it; `header` is where that begins in the file."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    header: int
    mode: int = 0  # that of Unix, 0 where none is given
    data: int | None = None  # where its bytes begin, where that is known

    @property
    def is_encrypted(self) -> bool:
        """Whether it needs a password."""
        return bool(self.flags & 0x1)

    @property
    def is_streamed(self) -> bool:
        """Whether its sizes and its checksum stand behind it only."""
        return bool(self.flags & 0x8)


@dataclass(frozen=True, slots=True)
class Directory:
    """The directory of an archive; `shift` is how far all places in it are off, for archives with something before."""

    reach: Reach
    start: int
    size: int
    count: int  # of members, as the archive has it
    shift: int

    def entries(self) -> Iterator[Entry]:
        """The members in the order of the directory, up to where it is damaged."""
        with io.BufferedReader(Window(self.reach, self.start, self.size), 2**16) as file:
            while (entry := _next_entry(file)) is not None:
                yield replace(entry, header=entry.header + self.shift)

    def faults(self) -> tuple[int, frozenset[int]]:
        """The number of members that can be read from it, and those (counted from 0) that lie over the next one."""
        starts, ends = array("q"), array("q")
        with io.BufferedReader(Window(self.reach, self.start, self.size), 2**18) as file:
            while (extent := _next_extent(file)) is not None:
                starts.append(min(extent[0], 2**62))
                ends.append(min(extent[0] + _LOCAL.size + extent[1], 2**62))
        first = np.frombuffer(starts, dtype=np.int64) if starts else np.zeros(0, dtype=np.int64)
        last = np.frombuffer(ends, dtype=np.int64) if ends else first
        order = np.argsort(first, kind="stable")
        over = order[:-1][last[order][:-1] > first[order][1:]]
        return len(first), frozenset(over.tolist())


def _next_extent(file: BinaryIO) -> tuple[int, int] | None:
    """Where the next member begins and its packed size, as `_next_entry` gives them, at a fifth of the time."""
    head = file.read(_CENTRAL.size)
    if len(head) < _CENTRAL.size or not head.startswith(b"PK\x01\x02"):
        return None
    packed, size, named, extra, comment, header = _EXTENT.unpack(head)
    tail = file.read(named + extra + comment)
    if len(tail) < named + extra + comment:
        return None
    if _UNKNOWN_64 in (packed, size, header):
        fields = _fields(tail[named : named + extra])
        size, packed, header = _from_zip_64(fields.get(_ZIP_64, b""), size, packed, header)
    return header, packed


def _next_entry(file: BinaryIO) -> Entry | None:
    head = file.read(_CENTRAL.size)
    if len(head) < _CENTRAL.size or not head.startswith(b"PK\x01\x02"):
        return None
    _, made_by, _, flags, method, _, _, crc, packed, size, named, extra, comment, _, _, outside, header = (
        _CENTRAL.unpack(head)
    )
    tail = file.read(named + extra + comment)
    if len(tail) < named + extra + comment:
        return None
    fields = _fields(tail[named : named + extra])
    if _UNKNOWN_64 in (packed, size, header):
        size, packed, header = _from_zip_64(fields.get(_ZIP_64, b""), size, packed, header)
    mode = outside >> 16 if made_by >> 8 in (3, 19) else 0  # Unix, macOS
    return Entry(_name_of(tail[:named], flags, fields), flags, method, crc, packed, size, header, mode)


def _fields(extra: bytes) -> dict[int, bytes]:
    """The extra fields by their number."""
    if not extra:
        return {}
    found: dict[int, bytes] = {}
    at = 0
    while at + 4 <= len(extra):
        number, size = struct.unpack_from("<2H", extra, at)
        found.setdefault(number, extra[at + 4 : at + 4 + size])
        at += 4 + size
    return found


def _from_zip_64(field: bytes, size: int, packed: int, header: int) -> tuple[int, ...]:
    """The values, those that are unknown from the ZIP64 field, which has only them."""
    longs = iter(struct.unpack(f"<{len(field) // 8}Q", field[: len(field) // 8 * 8]))
    return tuple(next(longs, value) if value == _UNKNOWN_64 else value for value in (size, packed, header))


def _name_of(raw: bytes, flags: int, fields: dict[int, bytes]) -> str:
    """The name: UTF-8 where the archive says so or it can be, else code page 437."""
    unicode = fields.get(_UNICODE_NAME, b"")
    if len(unicode) > 5 and int.from_bytes(unicode[1:5], "little") == zlib.crc32(raw):
        raw, flags = unicode[5:], _UTF_8
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "replace") if flags & _UTF_8 else raw.decode("cp437")


def local_entry(reach: Reach, at: int) -> Entry | None:
    """The member whose own header begins at byte `at`, None where none does."""
    head = reach.read_at(at, _LOCAL.size)
    if len(head) < _LOCAL.size or not head.startswith(b"PK\x03\x04"):
        return None
    _, _, flags, method, _, _, crc, packed, size, named, extra = _LOCAL.unpack(head)
    tail = reach.read_at(at + _LOCAL.size, named + extra)
    if len(tail) < named + extra:
        return None
    fields = _fields(tail[named:])
    if _UNKNOWN_64 in (packed, size):
        size, packed, _ = _from_zip_64(fields.get(_ZIP_64, b""), size, packed, 0)
    name = _name_of(tail[:named], flags, fields)
    return Entry(name, flags, method, crc, packed, size, at, data=at + _LOCAL.size + named + extra)


def directory_of(reach: Reach) -> Directory | None:
    """The directory of an archive, None where there is none: where the archive is cut off."""
    start = max(0, reach.size - _LARGEST_END)
    tail = reach.read_at(start, reach.size - start)
    at = tail.rfind(b"PK\x05\x06")
    while at >= 0:
        found = _directory_at(reach, tail, start, at)
        if found is not None:
            return found
        at = tail.rfind(b"PK\x05\x06", 0, at)
    return None


def _directory_at(reach: Reach, tail: bytes, start: int, at: int) -> Directory | None:
    """The directory whose end record stands at `at` of the file's `tail`, None where that is something else."""
    if len(tail) - at < _END.size:
        return None
    _, _, _, _, count, size, offset, comment = _END.unpack_from(tail, at)
    if at + _END.size + comment > len(tail):
        return None
    end = start + at
    if _UNKNOWN in (count,) or _UNKNOWN_64 in (size, offset):
        found = _zip_64_end(reach, end)
        if found is not None:
            count, size, offset, end = found
    begin = end - size
    if begin < 0 or (size and reach.read_at(begin, 4) != b"PK\x01\x02"):
        return None
    return Directory(reach, begin, size, count, begin - offset)


def _zip_64_end(reach: Reach, end: int) -> tuple[int, int, int, int] | None:
    """Count, size, offset and end of the directory from the ZIP64 records before the usual one."""
    located = reach.read_at(max(0, end - _LOCATOR_64.size), _LOCATOR_64.size)
    if len(located) < _LOCATOR_64.size or not located.startswith(b"PK\x06\x07"):
        return None
    # Right before the locator, wherever the locator says: something may stand before the archive.
    at = end - _LOCATOR_64.size - _END_64.size
    record = reach.read_at(max(0, at), _END_64.size)
    if len(record) < _END_64.size or not record.startswith(b"PK\x06\x06"):
        return None
    values = _END_64.unpack(record)
    return values[7], values[8], values[9], at
