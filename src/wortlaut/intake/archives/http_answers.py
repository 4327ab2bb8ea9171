"""HTTP answers as web archives keep them: the head, and the body without the codings of the transport."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wortlaut.intake.archives.warc_records import Fields, parse_fields
from wortlaut.intake.budget import Budget
from wortlaut.intake.kinds import is_text
from wortlaut.intake.packing import Packing, Unpacking, is_brotli, packing_named
from wortlaut.intake.packing.zlibs import deflate_packing
from wortlaut.intake.streams import Stream
from wortlaut.types import Reason

__all__ = ["Head", "body_of", "charset_in", "head_of"]

_STATUS = re.compile(rb"HTTP/\d(?:\.\d+)?[ \t]+(\d{3})\b[^\n]*\n")
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_CHARSET = re.compile(rb"""charset\s*=\s*["']?([^\s;"',]+)""", re.IGNORECASE)
_LONGEST_LINE = 2**12


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an answer, `size` bytes long."""

    status: int
    fields: Fields
    size: int

    @property
    def media_type(self) -> str:
        """What the body is said to be, in small letters; empty where nothing is said."""
        return self.fields.get(b"content-type", b"").partition(b";")[0].strip().lower().decode("ascii", "replace")

    @property
    def charset(self) -> str | None:
        """The encoding that the body is said to have."""
        return charset_in(self.fields.get(b"content-type", b""))

    @property
    def length(self) -> int | None:
        """The number of bytes that the body is said to have, where it was sent as a whole."""
        stated = self.fields.get(b"content-length", b"")
        return int(stated) if stated.isdigit() and len(stated) < 19 and not self.is_chunked else None

    @property
    def is_chunked(self) -> bool:
        """Whether the body was sent in chunks."""
        return b"chunked" in self.fields.get(b"transfer-encoding", b"").lower()

    @property
    def codings(self) -> list[str]:
        """How the body was packed, the last coding first."""
        stated = self.fields.get(b"content-encoding", b"").lower().decode("ascii", "replace")
        return [name for name in reversed(re.split(r"[\s,]+", stated)) if name and name != "identity"]


def charset_in(content_type: bytes) -> str | None:
    """The encoding that a content type names."""
    found = _CHARSET.search(content_type)
    return None if found is None else found[1].decode("ascii", "replace")


def head_of(start: bytes) -> Head | None:
    """The head of the answer that begins with `start`, None where there is none or it does not end."""
    status = _STATUS.match(start)
    if status is None:
        return None
    ends = [found + len(end) for end in (b"\r\n\r\n", b"\n\n") if (found := start.find(end, status.end() - 2)) >= 0]
    if not ends:
        return None
    return Head(int(status[1]), parse_fields(start[status.end() : min(ends)]), min(ends))


def body_of(answer: Stream, head: Head, budget: Budget) -> Stream:
    """The body, of an answer that stands behind its head; codings that were undone already are let be."""
    body = answer
    if head.is_chunked and _is_in_chunks(body):
        body = Stream(_Chunked(body))
    for coding in head.codings:
        packing = _packing(coding, body.peek(_LONGEST_LINE))
        if packing is None:
            break
        body = Stream(Unpacking(packing, body, budget.deeper()), layers=body.layers + 1)
    return body


def _packing(coding: str, start: bytes) -> Packing | None:
    """The packing of a body that begins with `start`, None where it does not have the one that is named."""
    if coding == "deflate":
        return None if not start or is_text(start) else deflate_packing(start)
    packing = packing_named(coding)
    fits = is_brotli(start, named=True) if coding == "br" else packing is not None and packing.fits(start)
    return packing if fits else None


def _is_in_chunks(body: Stream) -> bool:
    """Whether the body begins with a chunk; some archives keep the header and put the chunks together."""
    line = _CHUNK.match(body.peek(_LONGEST_LINE))
    if line is None:
        return False
    behind = body.look(line.end() + int(line[1], 16), 1)
    return behind in (b"\r", b"\n") or (not behind and line[0].endswith(b"\r\n"))


class _Chunked:
    """The bytes of a body that was sent in chunks."""

    def __init__(self, body: Stream) -> None:
        self._body = body
        self._left = 0
        self._is_done = False
        self._own_damage: Reason | None = None

    @property
    def damage(self) -> Reason | None:
        """Why the bytes end where they end, None where the body does."""
        return self._body.damage or self._own_damage

    def read(self, size: int, /) -> bytes:
        """The next bytes; empty at the end."""
        if not self._left and not self._is_done:
            self._next_chunk()
        if self._is_done:
            return b""
        piece = self._body.take(min(size, self._left))
        self._left -= len(piece)
        if not piece:
            self._fail("http_truncated")
        elif not self._left:
            self._body.skip(len(self._body.peek(2)) - len(self._body.peek(2).lstrip(b"\r\n")))
        return piece

    def _next_chunk(self) -> None:
        start = self._body.peek(_LONGEST_LINE)
        line = _CHUNK.match(start)
        if line is None:
            self._fail("http_damaged" if b"\n" in start else "http_truncated")
            return
        self._body.skip(line.end())
        self._left = int(line[1], 16)
        self._is_done = not self._left

    def _fail(self, code: str) -> None:
        self._is_done = True
        self._own_damage = Reason(code, (("byte", str(self._body.taken)),))
