"""The records of a WARC file (ISO 28500: versions 1.0 and 1.1), and what is wrong between them.

Readers usually pass over what does not fit. Here a record must be as long as it says and be followed by its line ends;
where it is not, that is told, the record is cut where the next one begins, and the others are kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from wortlaut.intake.reasons import Refused
from wortlaut.intake.streams import Stream
from wortlaut.types import Reason

__all__ = ["Block", "Fault", "Fields", "Record", "parse_fields", "records", "version_of"]

_VERSION = re.compile(rb"WARC/(\d\.\d+)\r?\n")
_NEXT = re.compile(rb"\n\r?\n?(?=WARC/\d\.\d+\r?\n)")
_MARK = b"WARC/"
_MOST_HEADER = 2**16
_LOOKED_AT = 2**22  # bytes of a record that are looked at ahead, to see that it ends where it says
_END = b"\r\n\r\n"
_WARC = b"application/warc"

Fields = dict[bytes, bytes]  # names in small letters; the first of several values


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is wrong, with the number of the record and its first byte."""

    number: int
    byte: int
    why: Reason


@dataclass(slots=True)
class Record:
    """A record: its number in the file (from 1), its first byte there, what its header says, and its content."""

    number: int
    byte: int
    fields: Fields
    content: Block = field(repr=False)

    def text(self, name: bytes) -> str:
        """What a field says, empty where it is not there."""
        return self.fields.get(name, b"").decode("utf-8", "replace")


class Block:
    """The content of a record, out of the stream of the file; it is gone when the next record is asked for."""

    def __init__(self, stream: Stream, size: int, cut: Reason | None) -> None:
        self._stream = stream
        self._left = size
        self._cut = cut
        self.size = size

    @property
    def damage(self) -> Reason | None:
        """Why the content ends before it should, None where it does not."""
        return self._cut

    def look(self, size: int) -> bytes:
        """The next bytes, which stay to be read."""
        return self._stream.look(0, min(size, self._left))

    def read(self, size: int, /) -> bytes:
        """The next bytes; empty at the end."""
        piece = self._stream.take(min(size, self._left))
        self._left -= len(piece)
        self._see_end(is_end=not piece)
        return piece

    def skip(self) -> None:
        """None; the stream then stands behind the content."""
        self._left -= self._stream.skip(self._left)
        self._see_end(is_end=True)

    def _see_end(self, *, is_end: bool) -> None:
        if is_end and self._left and self._cut is None:
            self._cut = _cut(self._stream, self.size, self.size - self._left)


def version_of(head: bytes) -> str | None:
    """The version of the WARC file that begins so, None where it is something else."""
    found = _VERSION.match(head)
    return None if found is None else found[1].decode()


def parse_fields(lines: bytes) -> Fields:
    """The named fields of a header; lines that begin with white space go on with the one before."""
    if b"\n " in lines or b"\n\t" in lines:
        lines = re.sub(rb"\r?\n[ \t]+", b" ", lines)
    found: Fields = {}
    for line in lines.split(b"\n"):
        name, colon, value = line.partition(b":")
        if colon:
            found.setdefault(name.strip().lower(), value.strip())
    return found


def records(stream: Stream) -> Iterator[Record | Fault]:
    """The records in order, and what is wrong where it is."""
    number, why = 0, None
    while _at_next(stream):
        number += 1
        at = stream.taken
        head = _header(stream)
        if head is None:
            why = _why_no_header(stream, at)
            yield Fault(number, at, why)
            _to_next_record(stream)
            continue
        fields = parse_fields(head)
        stated = fields.get(b"content-length", b"")
        stream.skip(len(head))
        length = int(stated) if stated.isdigit() and len(stated) < 19 else -1
        size = _real_size(stream, length, fields)
        why = None
        if size != length:
            is_cut = length > size and stream.look(size, 1) == b""
            why = _cut(stream, length, size) if is_cut else _wrong(length, size)
            yield Fault(number, at, why)
        block = Block(stream, size, why)
        yield Record(number, at, fields, block)
        block.skip()
        if block.damage is not None and block.damage != why:
            why = block.damage
            yield Fault(number, at, why)
        if not _ends_well(stream):
            yield Fault(number, at, Reason("warc_end_missing"))
    if stream.damage is not None and why != stream.damage:
        yield Fault(number, stream.taken, stream.damage)


def _cut(stream: Stream, length: int, size: int) -> Reason:
    return stream.damage or Refused("warc_truncated", size=length, left=length - size).why


def _wrong(length: int, size: int) -> Reason:
    return Refused("warc_length_wrong", stated=max(0, length), size=size).why


def _at_next(stream: Stream) -> bool:
    """Whether there is more; the stream then stands behind empty lines."""
    while piece := stream.peek(64):
        rest = piece.lstrip(b"\r\n")
        stream.skip(len(piece) - len(rest))
        if rest:
            return True
    return False


def _header(stream: Stream) -> bytes | None:
    """The header with the empty line behind it, which stays to be taken; None where there is none."""
    if not _VERSION.match(stream.peek(16)):
        return None
    head = stream.look(0, 2**12)
    for limit in (2**12, _MOST_HEADER):
        head = head if limit == len(head) else stream.look(0, limit)
        ends = [found + len(end) for end in (_END, b"\n\n") if (found := head.find(end)) >= 0]
        if ends:
            return head[: min(ends)]
    return None


def _why_no_header(stream: Stream, at: int) -> Reason:
    is_cut = len(stream.peek(_MOST_HEADER)) < _MOST_HEADER and _is_begun(stream.peek(_MOST_HEADER))
    if is_cut:
        return stream.damage or Refused("warc_header_cut", byte=at).why
    return Refused("warc_damaged", byte=at).why


def _is_begun(rest: bytes) -> bool:
    """Whether the last bytes of a file are the beginning of a record, and no other begins in them."""
    return (_VERSION.match(rest) is not None or _MARK.startswith(rest[:5])) and _NEXT.search(rest) is None


def _to_next_record(stream: Stream) -> None:
    """None; the stream then stands before the next record, or at its end."""
    stream.skip(1)
    while piece := stream.peek(2**18):
        found = _NEXT.search(piece)
        if found is not None:
            stream.skip(found.end())
            return
        # A record may begin in what is still to come: keep as much as its first line takes.
        stream.skip(len(piece) if len(piece) < 2**18 else len(piece) - 64)


def _real_size(stream: Stream, length: int, fields: Fields) -> int:
    """How many bytes the content has: `length` where line ends, a record, or the end stand behind so many."""
    if length > _LOOKED_AT:
        inside = -1 if _is_warc(fields) else _next_in(stream, 0, _LOOKED_AT)
        return length if inside < 0 else inside
    if length >= 0:
        behind = stream.look(length, 16)
        if behind.startswith(_END):
            return length
        rest = behind.lstrip(b"\r\n")
        if (rest.startswith(_MARK) or _MARK.startswith(rest)) and len(stream.look(0, length)) == length:
            return length
        inside = -1 if _is_warc(fields) else _next_in(stream, 0, length)
        if inside >= 0:
            return inside
    ahead = max(length, 0)
    found = _next_in(stream, ahead, ahead + _LOOKED_AT)
    if found >= 0:
        return found
    rest = stream.look(0, ahead + _LOOKED_AT)
    at_end = len(rest) < ahead + _LOOKED_AT
    return len(rest.rstrip(b"\r\n") if len(rest) > ahead else rest) if at_end else ahead


def _is_warc(fields: Fields) -> bool:
    """Whether the content is a WARC file itself, whose records are none of this one."""
    return _WARC in fields.get(b"content-type", b"") and b"fields" not in fields.get(b"content-type", b"")


def _next_in(stream: Stream, start: int, end: int) -> int:
    """Where, between the two places, content ends with a record behind it; -1 if nowhere."""
    at = stream.find(b"\nWARC/", start, end)
    while at >= 0:
        if _VERSION.match(stream.look(at + 1, 16)):
            before = stream.look(max(start, at - 3), at + 1 - max(start, at - 3))
            return at + 1 - (len(before) - len(before.rstrip(b"\r\n")))
        at = stream.find(b"\nWARC/", at + 1, end)
    return -1


def _ends_well(stream: Stream) -> bool:
    """Whether the two line ends that belong behind a record are there, or at least the file's end is."""
    behind = stream.peek(4)
    if behind == _END or not behind.strip(b"\r\n"):
        stream.skip(len(behind))
        return behind == _END or stream.damage is not None or len(behind) < 4
    return False
