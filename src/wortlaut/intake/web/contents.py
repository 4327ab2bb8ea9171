"""The bytes of an answer without their transfer's packing (`Content-Encoding`), and never more than is allowed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

from wortlaut.intake.reasons import Refused

__all__ = ["ACCEPTED", "unpacked"]

ACCEPTED = "gzip, deflate, br, zstd"
_PIECE = 2**16
_ZSTD_WINDOW = 2**23  # RFC 9659: content in transfer asks for no more
_ZSTD_BITE = 128  # a block of 4 bytes can become 128 KiB, so this at most 4 MiB
_MOST_PACKINGS = 3


class _Unpacker(Protocol):
    """Gives what it is fed in pieces of limited size."""

    def feed(self, packed: bytes) -> Iterator[bytes]: ...

    def is_done(self) -> bool: ...


def unpacked(pieces: Iterator[bytes], encodings: str, *, limit: int) -> Iterator[bytes]:
    """The content in pieces; raises `Refused` where it is damaged, cut off, or more than `limit` bytes.

    `encodings` is the header's value. What came packed several times is unpacked as often, three times at most.
    """
    names = [name.strip().lower() for name in encodings.split(",")]
    names = [name for name in names if name and name != "identity"]
    if len(names) > _MOST_PACKINGS:
        raise Refused("web_packing_unknown", name=encodings[:80])
    for name in reversed(names):
        pieces = _through(pieces, _unpacker(name), name)
    return _limited(pieces, limit)


def _limited(pieces: Iterator[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > limit:
            raise Refused("web_too_large", limit=limit)
        yield piece


def _through(pieces: Iterator[bytes], unpacker: _Unpacker, name: str) -> Iterator[bytes]:
    is_empty = True
    for piece in pieces:
        is_empty = is_empty and not piece
        yield from unpacker.feed(piece)
    if not (is_empty or unpacker.is_done()):
        raise Refused("web_packing_damaged", name=name)


def _unpacker(name: str) -> _Unpacker:
    if name in ("gzip", "x-gzip"):
        return _Zlib(31)
    if name == "deflate":
        return _Deflate()
    if name == "br":
        return _Brotli()
    if name == "zstd":
        return _Zstd()
    raise Refused("web_packing_unknown", name=name[:80])


class _Zlib:
    """Gzip, of one member or several, or zlib, by `bits` as `zlib.decompressobj` has them."""

    def __init__(self, bits: int) -> None:
        self._bits = bits
        self._member = zlib.decompressobj(bits)

    def feed(self, packed: bytes) -> Iterator[bytes]:
        while packed:
            if self._member.eof:
                if self._bits != 31 or not packed.strip(b"\0"):
                    return  # what follows is padding; browsers pass over it, too
                self._member = zlib.decompressobj(self._bits)
            try:
                piece = self._member.decompress(packed, _PIECE)
            except zlib.error as error:
                raise Refused("web_packing_damaged", name="deflate" if self._bits != 31 else "gzip") from error
            packed = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
            if piece:
                yield piece

    def is_done(self) -> bool:
        return self._member.eof


class _Deflate:
    """Zlib as the standard has it, or bare deflate, which many servers send by that name."""

    def __init__(self) -> None:
        self._inner: _Zlib | None = None
        self._head = b""

    def feed(self, packed: bytes) -> Iterator[bytes]:
        if self._inner is None:
            self._head += packed
            if len(self._head) < 2:
                return
            method, check = self._head[0], int.from_bytes(self._head[:2], "big")
            self._inner = _Zlib(15 if method & 15 == 8 and check % 31 == 0 else -15)
            packed = self._head
        yield from self._inner.feed(packed)

    def is_done(self) -> bool:
        return self._inner is not None and self._inner.is_done()


class _Brotli:
    def __init__(self) -> None:
        import brotli

        self._error = brotli.error
        self._inner = brotli.Decompressor()

    def feed(self, packed: bytes) -> Iterator[bytes]:
        try:
            while True:
                piece = self._inner.process(packed, output_buffer_limit=_PIECE)
                packed = b""
                if piece:
                    yield piece
                if self._inner.is_finished() or (not piece and self._inner.can_accept_more_data()):
                    return
        except self._error as error:
            raise Refused("web_packing_damaged", name="br") from error

    def is_done(self) -> bool:
        return bool(self._inner.is_finished())


class _Zstd:
    """Zstandard, of one frame or several. Its library has no limit for what it gives: it is fed little at a time."""

    def __init__(self) -> None:
        import zstandard

        self._error = zstandard.ZstdError
        self._made = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
        self._frame = self._made.decompressobj()

    def feed(self, packed: bytes) -> Iterator[bytes]:
        for start in range(0, len(packed), _ZSTD_BITE):
            bite = packed[start : start + _ZSTD_BITE]
            while bite:
                if self._frame.eof:
                    self._frame = self._made.decompressobj()
                try:
                    piece = self._frame.decompress(bite)
                except self._error as error:
                    raise Refused("web_packing_damaged", name="zstd") from error
                bite = self._frame.unused_data if self._frame.eof else b""
                if piece:
                    yield piece

    def is_done(self) -> bool:
        return bool(self._frame.eof)
