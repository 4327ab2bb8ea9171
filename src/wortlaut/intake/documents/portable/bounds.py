"""How much time and memory one PDF may take, and the unpacking of its streams within these bounds."""

from __future__ import annotations

import time
import zlib
from dataclasses import dataclass, field

from wortlaut.intake.reasons import Refused

__all__ = ["Bounds", "inflated", "unpacked_lzw"]

# A page's content has some ten kilobytes, an embedded font at most some megabytes.
_LARGEST_STREAM = 64 * 2**20
_LARGEST_WHOLE = 192 * 2**20
_PIECE = 2**16
# pdfminer has loops of its own, so that steps cannot be counted. A page of text takes 25 to 50 ms and has some 5 kB.
_SECONDS = 7.0
_SECONDS_A_MEGABYTE = 4.0


@dataclass(slots=True)
class Bounds:
    """What is left of the time and of the bytes that may be unpacked."""

    size: int  # of the file
    octets: int = 0
    damaged: int = 0  # streams that could not be unpacked to their end
    end: float = field(init=False)

    def __post_init__(self) -> None:
        self.end = time.monotonic() + _SECONDS

    def extend(self) -> None:
        """Nothing; from now on there is time by the size of the file."""
        self.end += _SECONDS_A_MEGABYTE * self.size / 2**20

    def check(self) -> None:
        """None while there is time; raises `Refused` else."""
        if time.monotonic() > self.end:
            raise Refused("pdf_too_slow", size=self.size)

    def spend(self, count: int) -> None:
        """None while `count` more bytes may be held; raises `Refused` else."""
        self.octets += count
        if count > _LARGEST_STREAM or self.octets > _LARGEST_WHOLE + 4 * self.size:
            raise Refused("pdf_bomb", size=self.octets)
        self.check()


def inflated(data: bytes, bounds: Bounds) -> bytes:
    """What zlib unpacks of `data`, as far as it is whole."""
    unpacker = zlib.decompressobj()
    unpacked = bytearray()
    for at in range(0, len(data), _PIECE):
        piece = data[at : at + _PIECE]
        while piece and not unpacker.eof:
            try:
                more = unpacker.decompress(piece, 2**20)
            except zlib.error:
                bounds.damaged += 1
                return bytes(unpacked)
            unpacked += more
            bounds.spend(len(more))
            piece = unpacker.unconsumed_tail
    bounds.damaged += not unpacker.eof and bool(data)
    return bytes(unpacked)


def unpacked_lzw(data: bytes, bounds: Bounds, *, early: bool) -> bytes:
    """What LZW (as in TIFF) unpacks of `data`, as far as it is whole; `early`: codes grow one code early."""
    table = [bytes((octet,)) for octet in range(256)] + [b"", b""]
    unpacked = bytearray()
    width, held, bits = 9, 0, 0
    before = b""
    for octet in data:
        held = (held << 8 | octet) & 0xFFFFFF
        bits += 8
        if bits < width:
            continue
        bits -= width
        code = held >> bits & ((1 << width) - 1)
        if code == 256:
            del table[258:]
            width, before = 9, b""
            continue
        if code == 257 or code > len(table) or (code == len(table) and not before):
            break
        entry = table[code] if code < len(table) else before + before[:1]
        if before and len(table) < 4096:
            table.append(before + entry[:1])
        unpacked += entry
        bounds.spend(len(entry))
        before = entry
        size = len(table) + early
        width = 9 if size < 512 else 10 if size < 1024 else 11 if size < 2048 else 12
    return bytes(unpacked)
