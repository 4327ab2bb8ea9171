"""Bodies as they travel (quoted-printable, base64, lines that were quoted for a mailbox) to their bytes, with a map."""

from __future__ import annotations

import binascii
import re
from dataclasses import dataclass

import numpy as np

from wortlaut.intake.mapped import Edit, Mapped, Places

__all__ = ["Octets", "bare_octets", "composed", "octets_of"]

# A soft break with the blanks before the line end; a coded byte; blanks that a server put at the end of a line.
_QUOTED = re.compile(r"=[ \t]*+(?:\r\n|\r|\n|\Z)|=(?P<code>[0-9A-Fa-f]{2})|(?P<blank>[ \t]++)(?=\r?\n|\Z)")
_QUOTED_FROM = re.compile(r"^>(?=>*From )", re.MULTILINE)
_ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_SPACE = b" \t\r\n"
_NO_BASE64 = bytes(each for each in range(256) if each not in _ALPHABET)
_NONE, _PAD, _BLANK = 255, 254, 253
_VALUES = np.full(256, _NONE, dtype=np.uint8)
_VALUES[list(_ALPHABET)] = np.arange(64)
_VALUES[list(b"-_")] = (62, 63)  # the alphabet for addresses
_VALUES[ord("=")] = _PAD
_VALUES[list(_SPACE)] = _BLANK


@dataclass(frozen=True, slots=True)
class Octets:
    """Bytes, for each the place `starts[i]` to `ends[i]` that it was made from, and how many signs made none."""

    octets: bytes
    starts: Places
    ends: Places
    wrong: int = 0


def octets_of(raw: bytes, start: int, end: int, coding: str, *, is_quoted: bool = False) -> Octets:
    """The bytes of the body at `start` to `end` of `raw`, which is coded so (`base64`, `quoted-printable`, else plain).

    `is_quoted` says that `From ` at the front of lines was written `>From ` for a mailbox (mboxrd).
    """
    signs = Mapped.from_widths(
        raw[start:end].decode("latin-1"), np.ones(max(end - start, 0), dtype=np.int32), offset=start
    )
    if is_quoted and ">From " in signs.text:
        signs = signs.edited([Edit(*found.span(), "") for found in _QUOTED_FROM.finditer(signs.text)])
    if coding == "base64":
        return _from_base64(signs)
    if coding == "quoted-printable":
        signs = signs.edited([Edit(*found.span(), _quoted(found)) for found in _QUOTED.finditer(signs.text)])
    return Octets(signs.text.encode("latin-1"), signs.starts, signs.ends)


def bare_octets(raw: bytes, start: int, end: int, coding: str, *, is_quoted: bool = False) -> bytes:
    """What `octets_of` gives, without the places; for attachments, which may be large."""
    octets = raw[start:end]
    if is_quoted and b">From " in octets:
        octets = re.sub(rb"(?m)^>(?=>*From )", b"", octets)
    if coding == "quoted-printable":
        return binascii.a2b_qp(octets)
    if coding != "base64":
        return octets
    # Each stretch of padding ends a stretch of signs; what is over at its end makes no byte.
    stretches = (each.translate(None, _NO_BASE64) for each in re.split(b"=+", octets) if each)
    return b"".join(binascii.a2b_base64(each[: len(each) - (len(each) % 4 == 1)] + b"==") for each in stretches)


def composed(outer: Octets, inner: Mapped) -> Mapped:
    """The text `inner`, which was made from the bytes of `outer`, with the places that those were made from."""
    if not inner.text:
        return inner
    if not outer.octets:
        return Mapped(inner.text, np.zeros_like(inner.starts), np.zeros_like(inner.ends))
    starts = np.append(outer.starts, outer.ends[-1:])[inner.starts]
    ends = np.append(outer.starts[:1], outer.ends)[inner.ends]
    # Characters without bytes stand at the end of those before; a byte of base64 may begin in the sign that ends one.
    is_empty = inner.starts == inner.ends
    return Mapped(inner.text, np.where(is_empty, np.minimum(starts, ends), starts), ends)


def _quoted(found: re.Match[str]) -> str:
    code = found["code"]
    return "" if code is None else chr(int(code, 16))


def _from_base64(signs: Mapped) -> Octets:
    """Each byte comes from the two signs that hold its bits; padding ends a stretch, other signs are passed over."""
    values = _VALUES[np.frombuffer(signs.text.encode("latin-1"), dtype=np.uint8)]
    wrong = int(np.count_nonzero(values == _NONE))
    kept = np.flatnonzero(values < 64).astype(np.int32)
    if not len(kept):
        return Octets(b"", signs.starts[:0], signs.ends[:0], wrong)
    # Behind padding a new stretch begins (parts that were coded one by one): its signs count from there.
    stretch = np.searchsorted(np.flatnonzero(values == _PAD).astype(np.int32), kept).astype(np.int32)
    first = np.flatnonzero(np.diff(stretch, prepend=stretch[0] - 1)).astype(np.int32)
    begin = np.repeat(first, np.diff(first, append=np.int32(len(kept))))
    phase = ((np.arange(len(kept), dtype=np.int32) - begin) % 4).astype(np.uint8)
    six = values[kept].astype(np.uint16)
    # Signs that begin a byte with the next one.
    opens = np.flatnonzero((phase[:-1] < 3) & (stretch[:-1] == stretch[1:])).astype(np.int32)
    shift = 2 * phase[opens].astype(np.uint16)
    octets = ((six[opens] << (2 + shift)) | (six[opens + 1] >> (4 - shift))) & 0xFF
    return Octets(octets.astype(np.uint8).tobytes(), signs.starts[kept[opens]], signs.ends[kept[opens + 1]], wrong)
