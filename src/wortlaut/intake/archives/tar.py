"""TAR archives (POSIX ustar and pax, GNU, and the old form without a signature): what is in their members."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wortlaut.intake.archives.names import LeftOut, check_name, is_hidden, shown_name
from wortlaut.intake.archives.tar_headers import (
    BLOCK,
    Header,
    block_header,
    blocks_of,
    extended,
    is_zero,
    long_name,
    next_header,
)
from wortlaut.intake.form import Form, Item, Source, read_inside
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.streams import Stream
from wortlaut.types import Origin, Reason

__all__ = ["FORM"]

_SCANNED = 2**18
_MOST_EXTENDED = 2**20  # bytes of a header that extends another: names, times, owners
_FILES = frozenset("0\x007")
_LINKS = frozenset("12")
_EXTENDED = frozenset("xXgLK")
# What holds no file: folders, devices, pipes, GNU's lists of folders and labels. Nothing of them could be read.
_PASSED = frozenset("3456DVM")


def _fits(source: Source) -> bool:
    return block_header(source.head[:BLOCK]) is not None


def _read(source: Source) -> Iterator[Item]:
    """What is in the members, then what is wrong with the archive."""
    reader = _Reader(source)
    yield from reader.items()
    yield from reader.left_out.said(source.origin)
    if not reader.found and reader.is_whole:
        raise Refused("archive_empty")


@dataclass(frozen=True, slots=True)
class _Member:
    """A file in the archive: its name, its size, and where its bytes begin."""

    header: Header
    byte: int


class _Reader:
    """The members of an archive, one after the other, on a stream that only goes on."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._stream = source.stream
        self.left_out = LeftOut()
        self.found = 0
        self.is_whole = True
        self._shared: dict[str, str] = {}  # what a global header says of all that follow

    def items(self) -> Iterator[Item]:
        """What is in the members; where the archive is damaged or ends too early, that is said in its place."""
        has_end = False
        while block := self._stream.peek(BLOCK):
            if is_zero(block):
                has_end = has_end or len(block) == BLOCK
                self._stream.skip(len(block))
                continue
            header = block_header(block)
            if header is None:
                if len(block) < BLOCK:
                    break
                yield self._said(Refused("tar_damaged", byte=self._stream.taken).why)
                self._to_next_header()
                continue
            has_end = False
            self._stream.skip(BLOCK)
            yield from self._one(header)
        if self._stream.damage is not None:
            yield self._said(self._stream.damage)
        elif not has_end and self.is_whole:
            yield self._said(Refused("tar_truncated", size=self._stream.taken).why)

    def _said(self, why: Reason) -> Item:
        self.is_whole = False
        return reject(why, self._source.origin)

    def _to_next_header(self) -> None:
        """None; the stream then stands before the next block that is a header, or at its end."""
        self._stream.skip(BLOCK)
        while piece := self._stream.peek(_SCANNED):
            at = next_header(piece)
            self._stream.skip(len(piece) if at is None else at)
            if at is not None:
                return

    def _one(self, header: Header) -> Iterator[Item]:
        """What is in the member that the header, and those which extend it, begin."""
        own: dict[str, str] = {}
        while header.kind in _EXTENDED:
            if header.size > _MOST_EXTENDED:
                yield self._said(Refused("tar_damaged", byte=self._stream.taken - BLOCK).why)
                return
            raw = self._stream.take(blocks_of(header.size))[: header.size]
            if header.kind in "LK":
                own |= long_name(header.kind, raw)
            else:
                (self._shared if header.kind == "g" else own).update(extended(raw))
            following = block_header(self._stream.peek(BLOCK))
            if following is None:
                return
            self._stream.skip(BLOCK)
            header = following
        yield from self._member(_Member(header.with_fields(self._shared | own), self._stream.taken))

    def _member(self, member: _Member) -> Iterator[Item]:
        """What is in a member; the stream then stands behind it."""
        header = member.header
        self._source.budget.count_member(self._source.wishes.settings.max_members)
        if header.kind in _PASSED or (header.kind in _FILES and header.name.endswith("/")):
            self._stream.skip(blocks_of(header.size if header.kind in "DM" else 0))
            return
        self.found += 1
        if header.kind in _LINKS:
            self.left_out.add("links_left_out", header.name)
            return
        content = _Content(self._stream, header.size)
        if header.kind not in _FILES or header.is_sparse:
            self.left_out.add("tar_kind", header.name)
        elif not is_hidden(header.name):
            yield from self._file(header, content)
        content.skip_rest(blocks_of(header.size))

    def _file(self, header: Header, content: _Content) -> Iterator[Item]:
        if not header.size:
            self.left_out.add("members_empty", header.name)
            return
        try:
            check_name(header.name)
        except Refused as refused:
            yield reject(refused.why, Origin(f"{self._source.origin.path}!/{shown_name(header.name)}"))
            return
        yield from read_inside(self._source, Stream(content), shown_name(header.name))


class _Content:
    """The bytes of one member, out of the stream of the archive."""

    def __init__(self, stream: Stream, size: int) -> None:
        self._stream = stream
        self._size = size
        self._left = size
        self._cut: Reason | None = None

    @property
    def damage(self) -> Reason | None:
        """Why the bytes end before their number is full, or None."""
        return self._stream.damage if self._left and self._stream.damage else self._cut

    def read(self, size: int, /) -> bytes:
        """The next bytes; empty at the end."""
        piece = self._stream.take(min(size, self._left))
        self._left -= len(piece)
        if self._left and not piece:
            self._cut = Reason("member_cut", (("size", str(self._size)), ("left", str(self._left))))
        return piece

    def skip_rest(self, whole: int) -> None:
        """None; the stream then stands behind the member, which takes `whole` bytes with what fills it up."""
        self._stream.skip(whole - (self._size - self._left))


FORM = Form("tar", _fits, _read, (".tar", ".tgz", ".tbz2", ".txz"), is_text=False)
