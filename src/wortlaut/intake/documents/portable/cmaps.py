"""CMaps: how codes of a font are cut from a string, and which characters they stand for (PDF 1.7, 9.7.5 and 9.10.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["CodeMap", "code_map"]

_MOST = 200_000  # codes; a font has at most 65,536 glyphs
_TOKEN = re.compile(
    rb"<(?P<hex>[0-9A-Fa-f\s]{0,1100})>|(?P<open>\[)|(?P<close>\])|(?P<int>-?\d{1,9})(?![\w.])"
    rb"|/(?P<name>[^\s<>\[\]()/%{}]{1,80})|(?P<word>[A-Za-z]{1,40})|%[^\r\n]*"
)
_SECTIONS = frozenset((b"begincodespacerange", b"beginbfchar", b"beginbfrange", b"begincidchar", b"begincidrange"))


@dataclass(slots=True)
class CodeMap:
    """Which codes there are (length, first, last), and the characters and glyph numbers of those that are told."""

    spaces: list[tuple[int, int, int]] = field(default_factory=list)
    texts: dict[int, str] = field(default_factory=dict)
    glyphs: dict[int, int] = field(default_factory=dict)
    ranges: list[tuple[int, int, int]] = field(default_factory=list)  # first and last code, first glyph number

    def glyph(self, code: int) -> int:
        """The number of the glyph of a code."""
        found = self.glyphs.get(code)
        if found is None:
            for first, last, start in self.ranges:
                if first <= code <= last:
                    return start + code - first
        return code if found is None else found

    def cut(self, octets: bytes, usual: int) -> Iterator[tuple[int, int]]:
        """The codes in a string with their lengths; `usual` is the length where no code space is told."""
        at, size = 0, len(octets)
        lengths = sorted({length for length, _, _ in self.spaces}) or [usual]
        while at < size:
            for length in lengths:
                code = int.from_bytes(octets[at : at + length], "big")
                if at + length <= size and any(
                    length == wide and _is_within(code, first, last, wide) for wide, first, last in self.spaces
                ):
                    break
            else:
                length = min(lengths[0] if len(lengths) == 1 else usual, size - at)
                code = int.from_bytes(octets[at : at + length], "big")
            yield code, length
            at += length


def _is_within(code: int, first: int, last: int, length: int) -> bool:
    """Whether each byte of a code lies between those of the first and the last one."""
    return all(
        (first >> shift) & 255 <= (code >> shift) & 255 <= (last >> shift) & 255 for shift in range(0, 8 * length, 8)
    )


def code_map(data: bytes) -> CodeMap:
    """The map in the data of a CMap; what is broken in it is passed over."""
    made = CodeMap()
    section = b""
    values: list[bytes | int | list[bytes]] = []
    inner: list[bytes] | None = None
    for found in _TOKEN.finditer(data):
        kind = found.lastgroup
        if kind == "word":
            if found["word"] in _SECTIONS:
                section, values, inner = found["word"][5:], [], None
            elif section and found["word"].startswith(b"end"):
                _fill(made, section, values)
                section = b""
        elif not section:
            continue
        elif kind == "hex":
            digits = b"".join(found["hex"].split())
            octets = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
            (values if inner is None else inner).append(octets)
        elif kind == "open":
            inner = []
        elif kind == "close" and inner is not None:
            values.append(inner)
            inner = None
        elif kind == "int" and inner is None:
            values.append(int(found["int"]))
        if len(made.texts) + len(made.glyphs) + len(values) > _MOST:
            break
    return made


def _fill(made: CodeMap, section: bytes, values: list[bytes | int | list[bytes]]) -> None:
    """Nothing; the map then has what stands in a section."""
    step = 2 if section in (b"codespacerange", b"bfchar", b"cidchar") else 3
    for at in range(0, len(values) - step + 1, step):
        first, second = values[at], values[at + 1]
        third = values[at + 2] if step == 3 else None
        if not isinstance(first, bytes):
            continue
        start = int.from_bytes(first, "big")
        if section == b"bfchar" and isinstance(second, bytes):
            made.texts[start] = _text(second)
        elif section == b"cidchar" and isinstance(second, int):
            made.glyphs[start] = second
        elif isinstance(second, bytes):
            last = int.from_bytes(second, "big")
            if section == b"codespacerange":
                if 0 < len(first) <= 4 and len(made.spaces) < 100:
                    made.spaces.append((len(first), start, last))
            elif section == b"cidrange" and isinstance(third, int) and len(made.ranges) < 10_000:
                made.ranges.append((start, last, third))
            elif section == b"bfrange":
                _fill_range(made, start, last, third)


def _fill_range(made: CodeMap, start: int, last: int, third: bytes | int | list[bytes] | None) -> None:
    room = max(0, min(last - start + 1, 2**16, _MOST - len(made.texts)))
    if isinstance(third, list):
        for number, each in enumerate(third[:room]):
            made.texts[start + number] = _text(each)
    elif isinstance(third, bytes) and third:
        for number in range(room):
            whole = (int.from_bytes(third, "big") + number) & ((1 << 8 * len(third)) - 1)
            made.texts[start + number] = _text(whole.to_bytes(len(third), "big"))


def _text(octets: bytes) -> str:
    return octets.decode("utf-16-be", "replace") if len(octets) > 1 else octets.decode("latin-1")
