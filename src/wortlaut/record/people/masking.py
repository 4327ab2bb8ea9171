"""Putting blocks in place of erased words, in the text, the title and the raw bytes, so that all places stay."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace

from wortlaut.types import Article, Span

__all__ = ["BLOCK", "masked", "with_masked"]

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


def with_masked(article: Article, spans: Iterable[Span]) -> Article:
    """The article without the words in the spans of its text; where they stand again in title or bytes, they go too."""
    spans = sorted(set(spans))
    if not spans:
        return article
    words = {span.of(article.text) for span in spans}
    title = article.title
    if title is not None:
        title = masked(title, (place for each in words for place in _places(each, title)))
    return replace(article, text=masked(article.text, spans), title=title, raw=_masked_bytes(article, spans, words))


def _masked_bytes(article: Article, spans: Iterable[Span], words: Iterable[str]) -> bytes:
    raw = bytearray(article.raw)
    for span in spans:
        for position in range(span.start, span.end):
            if _CHARACTER.match(article.text[position]):
                place = article.source_map.char_bytes(position)
                raw[place.start : place.end] = _BYTE * (place.end - place.start)
    for each in words:
        for form in _byte_forms(each, article.encoding):
            at = raw.find(form)
            while at >= 0:
                raw[at : at + len(form)] = _BYTE * len(form)
                at = raw.find(form, at + len(form))
    return bytes(raw)


def _byte_forms(words: str, encoding: str) -> set[bytes]:
    """How the words can stand in raw bytes: as they are, and as JSON writes them."""
    forms = {json.dumps(words)[1:-1].encode(), json.dumps(words, ensure_ascii=False)[1:-1].encode("utf-8", "replace")}
    try:
        forms.add(words.encode(encoding))
    except (LookupError, UnicodeEncodeError):
        forms.add(words.encode("utf-8", "replace"))
    return {each for each in forms if each}


def _places(words: str, text: str) -> list[Span]:
    """Where these very words stand in the text, whatever blanks and cases."""
    pattern = r"\s+".join(re.escape(each) for each in words.split())
    return [Span(*match.span()) for match in re.finditer(pattern, text, re.IGNORECASE)] if pattern else []
