"""The headers of a message or of a part of one: encoded words (RFC 2047), parameters (RFC 2231), raw 8-bit letters."""

from __future__ import annotations

import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email.utils import parseaddr
from urllib.parse import unquote_to_bytes

from wortlaut.intake.decoding import declared_encoding

__all__ = ["Headers", "Value", "charset_named", "split_headers"]

# Headers of real messages are below 50 kB, most of it signatures of servers on the way.
_LONGEST_BLOCK = 2**20
_LONGEST_VALUE = 2**15
_MOST = 2_000
_LINE = re.compile(rb"(?P<line>[^\r\n]*)(?P<end>\r\n|\n|\r|\Z)")
_NAME = re.compile(rb"(?P<name>[!-9;-~]{1,80})[ \t]*:")
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,4000})\?=")
_BETWEEN = re.compile(r"(\?=)\s+(?==\?[^?\s]{1,60}\?[bBqQ]\?)")
_COMMENT = re.compile(r"\([^()\\]{0,200}\)")
_PARAMETER = re.compile(
    r';\s*(?P<name>[^\s=;"]{1,80})\s*=\s*(?:"(?P<quoted>(?:[^"\\]|\\.){0,4000})"|(?P<bare>[^;]{0,4000}))'
)
_SECTION = re.compile(r"(?P<name>[^*]+)(?:\*(?P<number>\d{1,3}))?(?P<coded>\*)?")
_ESCAPED = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Value:
    """A header with parameters, such as `text/plain; charset=utf-8`: the value before them, in small letters."""

    name: str
    parameters: dict[str, str]


@dataclass(frozen=True, slots=True)
class Headers:
    """The headers of a message in order, unfolded, by their names in small letters; and where the body begins."""

    fields: tuple[tuple[str, bytes], ...]
    body: int  # the first byte behind the blank line

    def raw(self, name: str) -> str | None:
        """The first header of that name, not yet decoded; letters beyond ASCII are UTF-8 or Windows-1252."""
        found = next((value for each, value in self.fields if each == name), None)
        return None if found is None else _from_bytes(found)

    def line(self, name: str) -> str:
        """The first header of that name with its encoded words as letters; empty where there is none."""
        return " ".join(_decoded_words(self.raw(name) or "").split())

    def value(self, name: str) -> Value:
        """The first header of that name, cut into its value and parameters."""
        text = self.raw(name) or ""
        return Value(_COMMENT.sub("", text.partition(";")[0]).strip().lower(), _parameters(text))

    def address(self, name: str) -> tuple[str, str]:
        """Name and address in the first header of that name; each may be empty."""
        shown, address = parseaddr((self.raw(name) or "").replace("\0", ""))
        return " ".join(_decoded_words(shown).split()).strip("\"' "), address.strip()


def split_headers(octets: bytes, start: int, end: int) -> Headers:
    """The headers of what stands at `start` to `end`; a line that is no header and continues none begins the body."""
    fields: list[tuple[str, bytes]] = []
    at = start
    limit = min(end, start + _LONGEST_BLOCK)
    while at < limit:
        found = _LINE.match(octets, at, end)
        if found is None:
            break
        line = found["line"]
        name = _NAME.match(line)
        if not line:
            at = found.end()
            break
        if line[:1] in b" \t" and fields:
            before = fields[-1]
            if len(before[1]) < _LONGEST_VALUE:
                fields[-1] = (before[0], before[1] + b" " + line.strip()[:_LONGEST_VALUE])
        elif name is not None and line[:1] not in b" \t":
            if len(fields) < _MOST:
                fields.append((name["name"].decode("ascii").lower(), line[name.end() :].strip()[:_LONGEST_VALUE]))
        else:
            break
        at = found.end()
    return Headers(tuple(fields), at)


def charset_named(name: str | None) -> str | None:
    """The usual name of the character set that a part declares; None where it is unknown or not declared."""
    wanted = (name or "").strip(" \"'").lower()
    return declared_encoding(wanted) if wanted else None


def _from_bytes(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace")


def _decoded_words(text: str) -> str:
    """The text with its encoded words as letters; neighbours of one character set are put together before."""
    if "=?" not in text:
        return text
    pieces: list[str] = []
    waiting, charset, at = b"", "", 0
    text = _BETWEEN.sub(r"\1", text)
    for found in _WORD.finditer(text):
        named = found[1].partition("*")[0].lower()  # a language may follow the asterisk
        if found.start() > at or named != charset:
            pieces += (_word(waiting, charset), text[at : found.start()])
            waiting, charset = b"", named
        waiting += _word_bytes(found[2], found[3])
        at = found.end()
    return "".join((*pieces, _word(waiting, charset), text[at:]))


def _word_bytes(kind: str, text: str) -> bytes:
    octets = text.encode("utf-8", "replace")
    if kind in "qQ":
        return unquote_to_bytes(octets.replace(b"%", b"%25").replace(b"_", b" ").replace(b"=", b"%"))
    try:
        return binascii.a2b_base64(octets + b"===")
    except binascii.Error:
        return octets


def _word(octets: bytes, charset: str) -> str:
    name = charset_named(charset)
    if name is None or name == "windows-1252":
        return _from_bytes(octets)
    return octets.decode(name, "replace")


def _parameters(text: str) -> dict[str, str]:
    """The parameters of a header by their names in small letters, sections put together."""
    sections: dict[str, list[tuple[int, bool, str]]] = {}
    for found in _PARAMETER.finditer(text):
        quoted = found["quoted"]
        value = found["bare"].strip() if quoted is None else _ESCAPED.sub(r"\1", quoted)
        name = _SECTION.fullmatch(found["name"].lower())
        if name is not None:
            sections.setdefault(name["name"], []).append((int(name["number"] or 0), name["coded"] is not None, value))
    return {name: _section_text(sorted(found)) for name, found in sections.items()}


def _section_text(sections: Sequence[tuple[int, bool, str]]) -> str:
    if not any(is_coded for _, is_coded, _ in sections):
        numbers = {number for number, _, _ in sections}
        chosen = sections if len(numbers) == len(sections) else sections[:1]  # named twice: the first one counts
        return _decoded_words("".join(value for _, _, value in chosen))
    charset = "utf-8"
    octets = b""
    for at, (_, is_coded, value) in enumerate(sections):
        coded = value
        if at == 0 and is_coded and coded.count("'") >= 2:
            charset, _, coded = coded.split("'", 2)
        octets += unquote_to_bytes(coded) if is_coded else coded.encode("utf-8", "replace")
    return _word(octets, charset)
