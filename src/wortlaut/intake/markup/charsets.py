"""The encoding of pages and XML: by mark, user, transport or the document's own word, in this order."""

from __future__ import annotations

import re
from dataclasses import replace

from wortlaut.intake.decoding import Charset, Decoded, declared_encoding, decode
from wortlaut.intake.form import Source
from wortlaut.intake.reasons import Refused, note

__all__ = ["declared_charset", "decode_markup"]

_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*(?P<xml>[\w.:-]{2,40})"""
    rb"""|<meta\b[^>]{0,400}?charset\s*=\s*["']?\s*(?P<meta>[\w.:-]{2,40})""",
    re.IGNORECASE,
)
_LOOKED_AT = 4096  # bytes; browsers look at 1,024, some pages begin with long comments


def declared_charset(head: bytes) -> str | None:
    """The usual name of the encoding that the beginning of a document names, None where it names none that is known."""
    found = _DECLARED.search(head[:_LOOKED_AT])
    return None if found is None else _usual((found["xml"] or found["meta"]).decode("ascii"))


def _usual(label: str) -> str | None:
    name = declared_encoding(label)
    return None if name == "utf-7" else name  # the Encoding Standard: it serves to hide markup


def decode_markup(raw: bytes, source: Source) -> Decoded:
    """The text of `raw`, the bytes of a page or XML document; raises `Refused` where a named encoding does not fit.

    What the document says of itself is left aside where its bytes belie it, with a note.
    """
    charset = source.charset
    if charset.name is not None or source.wishes.encoding is not None:
        return decode(raw, charset, skip=charset.mark)
    for label in (source.declared, declared_charset(raw)):
        name = None if label is None else _usual(label)
        if name is None or name.startswith(("utf-16", "utf-32")):  # it would have been seen
            continue
        if name == "utf-8":
            break
        if raw.isascii() or not _is_utf8(raw):
            try:
                return decode(raw, Charset(name), skip=charset.mark)
            except Refused:
                continue
        break
    return decode(raw, replace(charset, notes=_belied(raw, source)), skip=charset.mark)


def _belied(raw: bytes, source: Source) -> tuple[str, ...]:
    """A note where the document names another encoding than its bytes have."""
    label = declared_charset(raw) or source.declared
    name = None if label is None else _usual(label)
    if name in (None, "utf-8") or raw.isascii() or not _is_utf8(raw):
        return ()
    return (note("charset_belied", declared=name),)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
