"""Bytes to text: which character set a file is in, and its characters with their bytes.

Without a given encoding, text is UTF-8 (or what its mark says) as long as it fits. What does not fit is read as
Windows-1252, wholly where no character beyond ASCII is UTF-8, else byte by byte. Every guess leaves a note.
"""

from __future__ import annotations

import codecs
import re
from array import array
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from wortlaut.errors import InputError
from wortlaut.intake.mapped import Mapped, Places
from wortlaut.intake.reasons import Refused, note

__all__ = ["Charset", "Decoded", "charset_of", "declared_encoding", "decode", "encoding_named"]

_WINDOWS = "windows-1252"
_MARKS = (  # UTF-32's little-endian mark begins with UTF-16's: longer ones first
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# As the Encoding Standard reads labels: what calls itself Latin-1 or ASCII is Windows-1252.
_LATIN = frozenset(("ascii", "iso8859-1"))
_NO_DOCUMENTS = frozenset(("unicode-escape", "raw-unicode-escape"))  # Python's own, which make one text of another
_WITHOUT_ORDER = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}
# Well-formed UTF-8 (Unicode 15, table 3-7); then halves of surrogate pairs, cut-off sequences, and single other bytes.
_PIECES = re.compile(
    rb"(?P<good>(?:[\x00-\x7f]++|[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}"
    rb"|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})++)"
    rb"|(?P<half>\xed[\xa0-\xbf][\x80-\xbf])"
    rb"|(?P<cut>[\xe0-\xef][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{1,2}|[\xc2-\xf4]\Z)"
    rb"|(?P<other>[\x80-\xff])"
)
_ASCII_OR_NOT = re.compile(rb"(?P<good>[\x00-\x7f]++)|(?P<other>[\x80-\xff])")
_NO_LEADS = bytes(range(0xC2))  # what does not begin a character beyond ASCII in well-formed UTF-8


@dataclass(frozen=True, slots=True)
class Charset:
    """How the bytes of a file are to be read.

    `name` None means UTF-8, or what fits. `mark` is the length of the byte order mark, `strict` whether bytes that do
    not fit are refused (the user named the encoding) rather than replaced.
    """

    name: str | None
    mark: int = 0
    strict: bool = False
    notes: tuple[str, ...] = ()

    @property
    def is_wide(self) -> bool:
        """Whether ASCII characters can be told from the bytes only by decoding."""
        return self.name is not None and not _is_ascii_safe(self.name)

    @property
    def newline(self) -> bytes:
        """A line feed in this character set."""
        return "\n".encode(self.name or "utf-8")

    @property
    def newline_width(self) -> int:
        """The number of bytes that lines are a multiple of."""
        return len(self.newline)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with its bytes, the encoding that it was read in, and what had to be guessed or replaced."""

    mapped: Mapped
    encoding: str
    notes: tuple[str, ...]


def encoding_named(name: str) -> str:
    """The usual name of the encoding that a user called `name`; raises `InputError` where there is none."""
    try:
        info = codecs.lookup(name)
        usable = info._is_text_encoding and "\n".encode(info.name).decode(info.name) == "\n"
    except (LookupError, UnicodeError, ValueError) as error:
        raise InputError("encoding_unknown", name=name) from error
    if not usable or info.name in ("idna", "punycode"):
        raise InputError("encoding_unknown", name=name)
    return _WINDOWS if info.name == "cp1252" else info.name


def declared_encoding(label: str) -> str | None:
    """The usual name of what a document or its transport calls its encoding; None where it is unknown."""
    try:
        name = encoding_named(label)
    except InputError:
        return None
    if name in _LATIN:
        return _WINDOWS
    return None if name in _NO_DOCUMENTS else name


def charset_of(head: bytes, given: str | None, declared: str | None = None) -> Charset:
    """The character set of a file that begins with `head`; `given` is the usual name of the one the user named.

    What the transport `declared` counts where no mark speaks against it and the bytes are no UTF-8.
    """
    if given is None:
        mark, marked = _mark(head, "")
        guess = marked or _without_mark(head)
        if guess is None and declared is not None and not _is_utf8(head):
            name = _narrow(declared)
            if name is not None:
                return Charset(name)
        return Charset(
            guess, mark, notes=() if marked or guess is None else (note("encoding_guessed", encoding=guess),)
        )
    mark, marked = _mark(head, given.removesuffix("-sig"))
    if marked is not None:
        return Charset(marked, mark, strict=True)
    name = _WITHOUT_ORDER.get(given, given)
    if given in ("utf-16", "utf-32"):
        name = _without_mark(head) or name
        return Charset(name, strict=True, notes=(note("encoding_guessed", encoding=name),))
    _, other = _mark(head, "")
    ignored = () if other is None else (note("mark_ignored", mark=other, encoding=name),)
    return Charset(name, strict=True, notes=ignored)


def _is_utf8(head: bytes) -> bool:
    """Whether the bytes are UTF-8, but for a character that their end may have cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def _narrow(declared: str) -> str | None:
    """The usual name of an encoding that is none of Unicode; None for those and for unknown ones."""
    name = declared_encoding(declared)
    return None if name is None or name.startswith("utf") else name


def _mark(head: bytes, wanted: str) -> tuple[int, str | None]:
    """Length and encoding of the byte order mark at the front, of those encodings that begin with `wanted`."""
    for mark, name in _MARKS:
        if name.startswith(wanted) and head.startswith(mark):
            return len(mark), name
    return 0, None


def _without_mark(head: bytes) -> str | None:
    """UTF-16 or UTF-32 where the zero bytes of ASCII and Latin-1 characters give it away, else None."""
    if b"\0" not in head:
        return None
    units = np.frombuffer(head[: len(head) // 4 * 4], dtype=np.uint8).reshape(-1, 4) == 0
    if len(units) < 2:
        return None
    zero = units.mean(axis=0)
    # In German UTF-16 about 97 % of the high bytes are zero (all but dashes and quotation marks), of the low ones none.
    for name, high, low in (
        ("utf-32-le", (2, 3), (0,)),
        ("utf-32-be", (0, 1), (3,)),
        ("utf-16-le", (1, 3), (0, 2)),
        ("utf-16-be", (0, 2), (1, 3)),
    ):
        if zero[list(high)].min() >= 0.7 and zero[list(low)].max() <= 0.05:
            return name
    return None


def decode(raw: bytes, charset: Charset, *, skip: int = 0) -> Decoded:
    """The text of `raw` from byte `skip` on; raises `Refused` where the encoding that the user named does not fit."""
    if charset.name is None or (charset.name == "utf-8" and not charset.strict):
        try:
            return Decoded(_from_utf8(raw, skip), "utf-8", charset.notes)
        except UnicodeDecodeError:
            return _mended(raw, skip, charset.notes)
    try:
        mapped, broken = _declared(raw, charset, skip)
    except Refused:
        if charset.strict or charset.is_wide:
            raise
        return _mended(raw, skip, charset.notes)
    notes = charset.notes
    if broken:
        notes += (note("bytes_replaced", encoding=charset.name, count=broken, byte=skip + len(raw[skip:]) - broken),)
    return Decoded(mapped, charset.name, notes)


def _from_utf8(raw: bytes, skip: int) -> Mapped:
    text = raw[skip:].decode("utf-8")
    is_ascii = len(text) == len(raw) - skip
    starts = np.arange(skip, len(raw) + 1, dtype=np.int32) if is_ascii else _leads(raw, skip)
    return Mapped(text, starts[:-1], starts[1:])


def _leads(raw: bytes, skip: int) -> Places:
    """Where the characters of well-formed UTF-8 begin, and where the last one ends.

    They begin with the bytes that are no continuation (10xxxxxx, as a signed number less than -64).
    """
    found = np.flatnonzero(np.frombuffer(raw, dtype=np.int8)[skip:] >= -64)
    leads = np.empty(len(found) + 1, dtype=np.int32)
    np.add(found, skip, out=leads[:-1], casting="unsafe")
    leads[-1] = len(raw)
    return leads


def _mended(raw: bytes, skip: int, notes: tuple[str, ...]) -> Decoded:
    """The text of bytes that are not (only) UTF-8: written anew as UTF-8, keeping the widths of what was mended."""
    mending = _Mending()
    for line in raw[skip:].splitlines(keepends=True):
        mending.add(line)
    return mending.decoded(skip, notes)


class _Mending:
    """UTF-8 put together line by line from bytes that are not, with the places that were changed."""

    def __init__(self) -> None:
        self.good = bytearray()
        self.places = array("i")
        self.widths = array("i")
        self.read = 0  # bytes taken in so far
        self.has_utf8 = False
        self.guessed = array("i")  # bytes read as Windows-1252
        self.replaced = array("i")  # bytes where U+FFFD had to stand in

    def add(self, line: bytes) -> None:
        pieces = _ASCII_OR_NOT if self._looks_windows(line) else _PIECES
        for piece in pieces.finditer(line):
            if piece.lastgroup == "good":
                self.has_utf8 = self.has_utf8 or not piece[0].isascii()
                self.good += piece[0]
            else:
                self._mend(piece, self.read + piece.start())
        self.read += len(line)

    def _looks_windows(self, line: bytes) -> bool:
        """Whether more bytes of the line are out of place in UTF-8 than characters are well formed."""
        if line.isascii():
            return False
        good = other = 0
        for piece in _PIECES.finditer(line):
            if piece.lastgroup == "good":
                good += len(piece[0].translate(None, _NO_LEADS))
            else:
                other += piece.lastgroup == "other"
        return other > good

    def _mend(self, piece: re.Match[bytes], place: int) -> None:
        self.places.append(len(self.good))
        self.widths.append(len(piece[0]))
        if piece.lastgroup == "half":
            self.good += piece[0]  # stays half a pair; what cleans the text replaces and notes it
            return
        new = piece[0].decode("cp1252", "replace") if piece.lastgroup == "other" else "\ufffd"
        (self.replaced if new == "\ufffd" else self.guessed).append(place)
        self.good += new.encode()

    def decoded(self, skip: int, notes: tuple[str, ...]) -> Decoded:
        text = self.good.decode("utf-8", "surrogatepass")
        leads = _leads(bytes(self.good), 0)
        widths = np.diff(leads)
        places = np.frombuffer(self.places, dtype=np.int32)
        widths[np.searchsorted(leads, places)] = np.frombuffer(self.widths, dtype=np.int32)
        encoding = "utf-8" if self.has_utf8 or not self.guessed else _WINDOWS
        if encoding == _WINDOWS:
            notes += (note("encoding_guessed", encoding=encoding),)
        elif self.guessed:
            notes += (note("bytes_guessed", count=len(self.guessed), byte=skip + self.guessed[0]),)
        if self.replaced:
            first = skip + self.replaced[0]
            notes += (note("bytes_replaced", encoding=encoding, count=len(self.replaced), byte=first),)
        return Decoded(Mapped.from_widths(text, widths, offset=skip), encoding, notes)


def _declared(raw: bytes, charset: Charset, skip: int) -> tuple[Mapped, int]:
    """The text in a named encoding, and the number of bytes at the end that had to be replaced."""
    name = charset.name or "utf-8"
    body = raw[skip:]
    broken = 0 if charset.strict else len(body) % charset.newline_width
    try:
        text = body[: len(body) - broken].decode(name, "strict" if charset.strict else "surrogatepass")
    except UnicodeError as error:
        place = error.start if isinstance(error, UnicodeDecodeError) else 0
        raise Refused("undecodable", encoding=name, byte=skip + place) from error
    widths = _widths(text, body[: len(body) - broken], name)
    if broken:
        text, widths = text + "\ufffd", np.append(widths, broken)
    return Mapped.from_widths(text, widths, offset=skip), broken


def _widths(text: str, body: bytes, name: str) -> NDArray[np.integer]:
    """The number of bytes of each character."""
    if len(text) == len(body):
        return np.ones(len(text), dtype=np.int32)
    if name.startswith(("utf-8", "utf-16", "utf-32")):
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
        if name.startswith("utf-8"):
            return 1 + (points > 0x7F) + (points > 0x7FF) + (points > 0xFFFF)
        return 2 + 2 * (points > 0xFFFF) if name.startswith("utf-16") else np.full(len(text), 4)
    return _fed(text, body, name)


def _fed(text: str, body: bytes, name: str) -> NDArray[np.integer]:
    """The widths in an encoding that is not known here, by giving its decoder one byte at a time."""
    decoder = codecs.getincrementaldecoder(name)()
    widths: list[int] = []
    waiting = 0
    for octet in body:
        waiting += 1
        for _ in decoder.decode(bytes((octet,))):
            widths.append(waiting)
            waiting = 0
    widths += [0] * len(decoder.decode(b"", final=True))
    if len(widths) != len(text):
        raise Refused("undecodable", encoding=name, byte=0)
    return np.array(widths, dtype=np.int32)


@cache
def _is_ascii_safe(name: str) -> bool:
    """Whether in that encoding every byte below 128 is the ASCII character, wherever it stands."""
    return name == "utf-8" or bytes(range(256)).decode(name, "replace")[:128] == bytes(range(128)).decode()
