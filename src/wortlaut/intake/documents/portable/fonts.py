"""Fonts of a PDF: the characters that the codes of a string stand for, and how wide they are.

What a font tells by `ToUnicode` counts first, then its encoding with glyph names, then the usual encoding of its kind.
Embedded fonts are not opened, but for the encoding at the head of Type 1 fonts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pdfminer.cmapdb import CMapBase, CMapDB, UnicodeMap
from pdfminer.encodingdb import EncodingDB, name2unicode
from pdfminer.fontmetrics import FONT_METRICS
from pdfminer.pdftypes import PDFStream

from wortlaut.intake.documents.portable.cmaps import CodeMap, code_map
from wortlaut.intake.documents.portable.objects import Objects, name_of, number_of

__all__ = ["Code", "Font", "font_of"]

_UNKNOWN = "\ufffd"
_ENCODING = re.compile(rb"dup\s+(\d{1,3})\s*/([^\s/]{1,60})\s+put")
_SAFE_NAME = re.compile(r"[A-Za-z0-9-]{1,40}")
_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_USUAL_WIDTH = 500.0
_WIDEST = 10_000.0
_MOST_WIDTHS = 70_000


class Code(NamedTuple):
    """A code in a string: its characters (U+FFFD where they are not told), its bytes, its width in thousandths."""

    text: str
    length: int
    width: float
    is_space: bool  # the single byte 32, which word spacing widens


@dataclass(slots=True)
class Font:
    """A font: its characters and widths by code, or by glyph number where codes have several bytes."""

    texts: dict[int, str]
    widths: dict[int, float]
    usual_width: float
    codes: CodeMap | None = None  # None: each byte is a code
    names: UnicodeMap | None = None  # by glyph number
    scale: float = 0.001  # of the widths
    _known: dict[int, Code] = field(default_factory=dict)

    def cut(self, octets: bytes) -> list[Code]:
        """The codes in a string."""
        if self.codes is not None:
            return [self._wide(code, length) for code, length in self.codes.cut(octets, 2)]
        known = self._known
        return [known.get(octet) or self._narrow(octet) for octet in octets]

    def _narrow(self, octet: int) -> Code:
        text = self.texts.get(octet, _UNKNOWN)
        made = Code(_plain(text), 1, self.widths.get(octet, self.usual_width) * self.scale, octet == 32)
        self._known[octet] = made
        return made

    def _wide(self, code: int, length: int) -> Code:
        key = code << 3 | length
        found = self._known.get(key)
        if found is None:
            glyph = self.codes.glyph(code) if self.codes is not None else code
            text = self.texts.get(code)
            if text is None and self.names is not None:
                text = self.names.cid2unichr.get(glyph)
            width = self.widths.get(glyph, self.usual_width) * self.scale
            found = Code(_plain(text if text is not None else _UNKNOWN), length, width, length == 1 and code == 32)
            self._known[key] = found
        return found


def _plain(text: str) -> str:
    """The text with ligatures as letters and without NUL."""
    return "".join(_LIGATURES.get(sign, sign) for sign in text.replace("\0", ""))


def font_of(objects: Objects, value: object) -> Font:
    """The font that a dictionary describes; one of unknown characters where it is broken."""
    spec = objects.fetched(value)
    if not isinstance(spec, dict):
        return Font({}, {}, _USUAL_WIDTH)
    unicode_map = objects.fetched(spec.get("ToUnicode"))
    told = code_map(unicode_map.get_data()) if isinstance(unicode_map, PDFStream) else CodeMap()
    if name_of(objects.fetched(spec.get("Subtype"))) == "Type0":
        return _composite(objects, spec, told)
    return _simple(objects, spec, told)


def _simple(objects: Objects, spec: dict[str, Any], told: CodeMap) -> Font:
    """A font with codes of one byte."""
    descriptor = objects.fetched(spec.get("FontDescriptor"))
    descriptor = descriptor if isinstance(descriptor, dict) else {}
    texts = {code: text for code, text in _encoding(objects, spec, descriptor).items() if code < 256}
    texts.update({code: text for code, text in told.texts.items() if text and code < 256})
    first = int(number_of(objects.fetched(spec.get("FirstChar")), 0))
    listed = objects.fetched(spec.get("Widths"))
    widths: dict[int, float] = {}
    if isinstance(listed, list):
        widths = {first + at: _width(objects, each) for at, each in enumerate(listed[:256])}
    usual = number_of(objects.fetched(descriptor.get("MissingWidth")), 0.0) or _USUAL_WIDTH
    metrics = FONT_METRICS.get(name_of(objects.fetched(spec.get("BaseFont"))))
    if metrics is not None and not widths:
        widths = {code: float(metrics[1].get(text, usual)) for code, text in texts.items()}
    scale = 0.001
    if name_of(objects.fetched(spec.get("Subtype"))) == "Type3":
        matrix = objects.fetched(spec.get("FontMatrix"))
        scale = abs(number_of(objects.fetched(matrix[0]), 0.001)) if isinstance(matrix, list) and matrix else 0.001
    return Font(texts, widths, usual, scale=scale)


def _encoding(objects: Objects, spec: dict[str, Any], descriptor: dict[str, Any]) -> dict[int, str]:
    """The characters of the codes by the font's encoding."""
    encoding = objects.fetched(spec.get("Encoding"))
    is_symbolic = int(number_of(objects.fetched(descriptor.get("Flags")), 0)) & 4 != 0
    usual = "WinAnsiEncoding" if name_of(objects.fetched(spec.get("Subtype"))) == "TrueType" else "StandardEncoding"
    if isinstance(encoding, dict):
        base = name_of(objects.fetched(encoding.get("BaseEncoding")))
        made = dict(EncodingDB.get_encoding(base or usual))
        if not base and is_symbolic:
            made |= _built_in(objects, descriptor)
        differences = objects.fetched(encoding.get("Differences"))
        if isinstance(differences, list):
            made |= _differing([objects.fetched(each) for each in differences[:1000]])
        return made
    if name_of(encoding):
        return dict(EncodingDB.get_encoding(name_of(encoding)))
    return dict(EncodingDB.get_encoding(usual)) | _built_in(objects, descriptor)


def _differing(values: list[Any]) -> dict[int, str]:
    made: dict[int, str] = {}
    code = 0
    for each in values:
        if isinstance(each, int):
            code = each
            continue
        made[code] = _named(name_of(each))
        code += 1
    return made


def _named(name: str) -> str:
    """The character of a glyph's name."""
    try:
        return name2unicode(name) or _UNKNOWN
    except (KeyError, ValueError, OverflowError):
        return _UNKNOWN


def _built_in(objects: Objects, descriptor: dict[str, Any]) -> dict[int, str]:
    """The encoding at the head of an embedded Type 1 font."""
    file = objects.fetched(descriptor.get("FontFile"))
    if not isinstance(file, PDFStream):
        return {}
    head = file.get_data()[: 2**16]
    return {int(found[1]): _named(found[2].decode("latin-1")) for found in _ENCODING.finditer(head)}


def _composite(objects: Objects, spec: dict[str, Any], told: CodeMap) -> Font:
    """A font with codes of several bytes."""
    below = objects.fetched(spec.get("DescendantFonts"))
    inner = objects.fetched(below[0]) if isinstance(below, list) and below else {}
    inner = inner if isinstance(inner, dict) else {}
    encoding = objects.fetched(spec.get("Encoding"))
    codes = CodeMap()
    if isinstance(encoding, PDFStream):
        codes = code_map(encoding.get_data())
    elif not name_of(encoding).startswith("Identity"):
        codes = _predefined(name_of(encoding))
    usual = number_of(objects.fetched(inner.get("DW")), 1000.0)
    return Font(told.texts, _glyph_widths(objects, inner.get("W")), usual, codes, _collection(objects, inner))


def _predefined(name: str) -> CodeMap:
    """One of Adobe's maps for Asian fonts, as spaces of codes and glyph numbers."""
    made = CodeMap()
    if not _SAFE_NAME.fullmatch(name):
        return made
    try:
        found: CMapBase = CMapDB.get_cmap(name)
    except CMapDB.CMapNotFound:
        return made
    waiting: list[tuple[dict[int, Any], int, int]] = [(getattr(found, "code2cid", {}), 0, 1)]
    while waiting:
        level, prefix, length = waiting.pop()
        for octet, below in level.items():
            code = prefix << 8 | octet
            if isinstance(below, dict):
                waiting.append((below, code, length + 1))
            else:
                made.glyphs[code] = below
        told = [octet for octet, below in level.items() if not isinstance(below, dict)]
        if told:
            made.spaces.append((length, prefix << 8 | min(told), prefix << 8 | max(told)))
    return made


def _collection(objects: Objects, inner: dict[str, Any]) -> UnicodeMap | None:
    """The characters by glyph number of a collection of Adobe's, None for other fonts."""
    info = objects.fetched(inner.get("CIDSystemInfo"))
    if not isinstance(info, dict):
        return None
    order = objects.fetched(info.get("Ordering"))
    name = f"Adobe-{order.decode('latin-1')}" if isinstance(order, bytes) else ""
    if name not in ("Adobe-Japan1", "Adobe-GB1", "Adobe-CNS1", "Adobe-Korea1"):
        return None
    try:
        return CMapDB.get_unicode_map(name, False)
    except CMapDB.CMapNotFound:
        return None


def _glyph_widths(objects: Objects, value: object) -> dict[int, float]:
    """The widths by glyph number: lists behind a first number, or one width for a first and a last one."""
    listed = objects.fetched(value)
    widths: dict[int, float] = {}
    waiting: list[int] = []
    for each in (objects.fetched(one) for one in (listed[:_MOST_WIDTHS] if isinstance(listed, list) else ())):
        if isinstance(each, list) and waiting:
            widths.update((waiting[-1] + at, _width(objects, one)) for at, one in enumerate(each[:_MOST_WIDTHS]))
            waiting = []
        elif len(waiting) == 2:
            first, last = waiting
            widths.update(dict.fromkeys(range(first, min(last, first + _MOST_WIDTHS) + 1), number_of(each, 0.0)))
            waiting = []
        else:
            waiting.append(int(number_of(each, 0)))
        if len(widths) > _MOST_WIDTHS:
            break
    return widths


def _width(objects: Objects, value: object) -> float:
    return max(-_WIDEST, min(_WIDEST, number_of(objects.fetched(value), 0.0)))
