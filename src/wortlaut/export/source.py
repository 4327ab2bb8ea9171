"""The raw source of an article as HTML, with its statements marked at the bytes that they came from."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from wortlaut.export.segments import Mark, Role, segments
from wortlaut.export.visible import visible
from wortlaut.types import Article, Found, Span

__all__ = ["LONGEST", "is_readable", "painted_source"]

# Bytes that are shown around the article's own; a page of the web has scripts of megabytes before its text.
_AROUND = 20_000
LONGEST = 400_000
# What begins so is packed or drawn, and no text: PDF, ZIP (office documents), compound files.
_PACKED = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


def is_readable(article: Article) -> bool:
    """Whether the raw bytes are text that people can read."""
    is_wide = article.encoding.lower().startswith(("utf-16", "utf-32"))
    return not article.raw.startswith(_PACKED) and (is_wide or b"\0" not in article.raw[:8192])


def painted_source(article: Article, statements: Sequence[Found]) -> Markup:
    """The bytes around the article's text, decoded, each quote within a mark that says whose it is.

    What is cut off before and behind is told by dots. A byte that is no character stands as `�`.
    """
    first, last = _shown(article)
    marks = [
        Mark(Span(max(start, first) - first, min(end, last) - first), number, Role.QUOTE)
        for number, found in enumerate(statements)
        for start, end in _places(article, found)
        if max(start, first) < min(end, last)
    ]
    painted = [
        _wrapped(_decoded(article, first + each.span.start, first + each.span.end), each.marks, each.opens, statements)
        for each in segments(last - first, marks)
    ]
    before, behind = Markup("… ") if first else Markup(""), Markup(" …") if last < len(article.raw) else Markup("")
    return before + Markup("").join(painted) + behind


def _shown(article: Article) -> tuple[int, int]:
    """From which byte to which: those of the text, and some around."""
    if not article.text or len(article.raw) <= _AROUND:
        return 0, len(article.raw)
    text = article.source_map.byte_range(Span(0, len(article.text)))
    first = max(0, text.start - _AROUND)
    return first, min(len(article.raw), text.end + _AROUND, first + LONGEST)


def _places(article: Article, found: Found) -> Iterator[tuple[int, int]]:
    for span in found.statement.quote:
        place = article.source_map.byte_range(span)
        yield place.start, place.end


def _decoded(article: Article, start: int, end: int) -> str:
    return article.raw[start:end].decode(article.encoding, "replace")


def _wrapped(words: str, marks: Sequence[Mark], opens: Sequence[Mark], statements: Sequence[Found]) -> Markup:
    inner = escape(visible(words))
    for mark in reversed(marks):
        found = statements[mark.statement].statement
        number = mark.statement + 1
        link = Markup("")
        if mark in opens:
            link = Markup('<a class="n" href="/statements/{}">{}</a>').format(found.id, number)
        inner = Markup('<span class="q {} l0" data-s="{}">{}{}</span>').format(found.type.value, number, link, inner)
    return inner
