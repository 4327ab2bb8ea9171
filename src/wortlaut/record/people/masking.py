"""Putting blocks in place of erased words, in the text, what stands around it and the raw bytes; all places stay."""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from wortlaut.types import Article, Span

__all__ = ["BLOCK", "LINES", "Find", "masked", "with_masked"]

# Where erased words stand in a text.
Find = Callable[[str], Iterable[Span]]
# The lines around the text in which words are erased as in it.
LINES = ("kicker", "title", "subtitle", "author")
# What stands for each letter and digit of erased words.
BLOCK = "█"
_CHARACTER = re.compile(r"[^\W_]")
# Bytes that are put in place of erased ones: in all encodings of news a letter, in JSON and markup nothing special.
_BYTE = b"x"


def masked(text: str, spans: Iterable[Span]) -> str:
    """The text with a block for each letter and digit in the spans."""
    parts: list[str] = []
    done = 0
    for span in sorted(spans):
        start = max(done, span.start)
        if start < span.end:
            parts += (text[done:start], _CHARACTER.sub(BLOCK, text[start : span.end]))
            done = span.end
    return "".join(parts) + text[done:]


def with_masked(article: Article, find: Find) -> Article:
    """The article without the words that `find` finds in its text, its titles, its author, and the raw bytes.

    In the bytes they are found in the article's encoding and as JSON escapes them; words that markup or entities cut
    there are found only where they are a part of the text.
    """
    spans = sorted(set(find(article.text)))
    said = {name: _masked_line(getattr(article, name), find) for name in LINES}
    if not spans and all(said[name] == getattr(article, name) for name in LINES):
        return article
    raw = _masked_bytes(article, spans, find)
    return replace(article, text=masked(article.text, spans), raw=raw, **said)  # type: ignore[arg-type]  # all lines


def _masked_line(line: str | None, find: Find) -> str | None:
    return None if line is None else masked(line, find(line))


def _masked_bytes(article: Article, spans: Iterable[Span], find: Find) -> bytes:
    raw = bytearray(article.raw)
    words = {span.of(article.text) for span in spans}
    for span in spans:
        for position in range(span.start, span.end):
            if _CHARACTER.match(article.text[position]):
                place = article.source_map.char_bytes(position)
                raw[place.start : place.end] = _BYTE * (place.end - place.start)
    for each in words:
        escaped = json.dumps(each)[1:-1].encode()
        if b"\\" in escaped:
            _put_over(raw, escaped)
    shown, encoding = _shown(bytes(raw), article.encoding)
    ends = [0]
    for char in shown:
        ends.append(ends[-1] + len(char.encode(encoding, "surrogateescape")))
    for span in find(shown):
        for position in range(span.start, span.end):
            if _CHARACTER.match(shown[position]):
                raw[ends[position] : ends[position + 1]] = _BYTE * (ends[position + 1] - ends[position])
    return bytes(raw)


def _shown(raw: bytes, encoding: str) -> tuple[str, str]:
    """The bytes as characters, and an encoding in which each character has the bytes that it was made from."""
    for name in (encoding, "utf-8"):
        try:
            shown = raw.decode(name, "surrogateescape")
            if b"".join(char.encode(name, "surrogateescape") for char in shown) == raw:
                return shown, name
        except (LookupError, UnicodeError):
            continue
    return raw.decode("latin-1"), "latin-1"


def _put_over(raw: bytearray, words: bytes) -> None:
    """Nothing; where these bytes stand by themselves, others stand now."""
    for match in list(re.finditer(rb"(?<![0-9A-Za-z])" + re.escape(words) + rb"(?![0-9A-Za-z])", raw)):
        raw[match.start() : match.end()] = _BYTE * len(words)
