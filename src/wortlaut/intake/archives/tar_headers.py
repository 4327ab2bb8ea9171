"""The header blocks of TAR archives: what they say, and whether a block is one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

__all__ = ["BLOCK", "Header", "block_header", "blocks_of", "extended", "is_zero", "long_name", "next_header"]

BLOCK = 512
_RECORD = re.compile(rb"(\d{1,10}) ")
_ZERO = bytes(BLOCK)
_LARGEST = 2**62
_SIGNED_AT = 257


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says of the member behind it."""

    name: str
    kind: str  # one character
    size: int
    is_sparse: bool = False  # its bytes are only those which are not zero

    def with_fields(self, fields: Mapping[str, str]) -> Header:
        """The header with what extended headers say instead."""
        if not fields:
            return self
        name = fields.get("GNU.sparse.name") or fields.get("path") or self.name
        size = fields.get("size", "")
        is_sparse = self.is_sparse or any(key.startswith("GNU.sparse.") for key in fields)
        return replace(self, name=name, size=int(size) if size.isdecimal() else self.size, is_sparse=is_sparse)


def is_zero(block: bytes) -> bool:
    """Whether there are only zero bytes in a block, as behind the last member."""
    return block == _ZERO[: len(block)]


def blocks_of(size: int) -> int:
    """The bytes that `size` bytes take with what fills up the last block."""
    return -(-size // BLOCK) * BLOCK


def block_header(block: bytes) -> Header | None:
    """What a block says where it is a header, whose checksum is right; else None."""
    if len(block) < BLOCK or block[0] == 0:
        return None
    stated = _number(block[148:156])
    if not stated:
        return None
    unsigned = sum(block[:148]) + 8 * 0x20 + sum(block[156:])
    if stated != unsigned and stated != unsigned - 256 * sum(sign > 127 for sign in block[:148] + block[156:]):
        return None
    size = _number(block[124:136])
    if size is None or size > _LARGEST:
        return None
    name = _text(block[:100])
    if block[257:263] == b"ustar\0" and block[345]:
        name = f"{_text(block[345:500])}/{name}"
    kind = chr(block[156])
    return Header(name, kind, 0 if kind in "123456" else size, kind == "S")


def next_header(blocks: bytes) -> int | None:
    """Where in `blocks` the first header with a signature begins, or the zero bytes of the end; None if nowhere."""
    at = blocks.find(b"ustar")
    end = blocks.find(_ZERO * 2)
    end = -(-end // BLOCK) * BLOCK if end >= 0 else len(blocks)
    while 0 <= at < end:
        start = at - _SIGNED_AT
        if start >= 0 and start % BLOCK == 0 and block_header(blocks[start : start + BLOCK]) is not None:
            return start
        at = blocks.find(b"ustar", at + 1)
    return end if end < len(blocks) else None


def _number(raw: bytes) -> int | None:
    """A number in octal digits, or where its first bit is set in binary; None for anything else."""
    if raw[0] & 0x80:
        return int.from_bytes(raw, "big") & ~(1 << (8 * len(raw) - 1)) if raw[0] == 0x80 else None
    digits = raw.strip(b" \0")
    if not digits:
        return 0
    return int(digits, 8) if re.fullmatch(rb"[0-7]+", digits) else None


def _text(raw: bytes) -> str:
    """A name: UTF-8, else Windows-1252."""
    raw = raw.partition(b"\0")[0]
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def long_name(kind: str, raw: bytes) -> dict[str, str]:
    """What GNU's header for long names says: the name (`L`) or the goal of the link (`K`) that follows."""
    return {"path": _text(raw)} if kind == "L" else {}


def extended(raw: bytes) -> dict[str, str]:
    """The fields of a pax header, up to where it is damaged."""
    fields: dict[str, str] = {}
    at = 0
    while (found := _RECORD.match(raw, at)) is not None:
        end = at + int(found[1])
        if end <= found.end() or end > len(raw):
            break
        key, _, value = raw[found.end() : end - 1].partition(b"=")
        fields[key.decode("utf-8", "replace")] = value.decode("utf-8", "replace")
        at = end
    return fields
