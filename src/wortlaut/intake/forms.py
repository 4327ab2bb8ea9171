"""Which form a file has, by its content first and its name second, and the way to that form's reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from wortlaut.intake.articles import Raw, Wishes, check_size
from wortlaut.intake.decoding import Charset, charset_of
from wortlaut.intake.json_items import read_json, read_json_lines
from wortlaut.intake.json_scan import Broken, after_space, place
from wortlaut.intake.kinds import check_is_read, check_is_text
from wortlaut.intake.markdown import looks_like_markdown
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.streams import HEAD, Stream
from wortlaut.intake.texts import read_markdown, read_text
from wortlaut.intake.wire import has_date_line
from wortlaut.types import Article, Origin, Rejected

__all__ = ["read_stream"]

_Many = Callable[[Stream, Origin, Charset, Wishes], Iterator[Article | Rejected]]
_One = Callable[[Raw, Charset], Article]

# `{` or `[` alone also begin plain text (`[dpa] Berlin`): JSON goes on with a key, a record or the end.
_JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*(?:[\[{\]]|"[^"\\]*(?:\\.[^"\\]*)*"\s*(?:\]|,\s*["{\[\]])))')
_OBJECT = re.compile(r"\s*\{")
_LINES_NAMES = (".jsonl", ".ndjson", ".jsonlines", ".ldjson")
_JSON_NAMES = (".json", ".geojson", ".ninjs")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")


def read_stream(stream: Stream, origin: Origin, wishes: Wishes) -> Iterator[Article | Rejected]:
    """The articles in the bytes of a file, whatever form they have; what cannot be read as refusals."""
    try:
        yield from _dispatch(stream, origin, wishes)
    except Refused as refused:
        yield reject(refused.why, origin)


def _dispatch(stream: Stream, origin: Origin, wishes: Wishes) -> Iterator[Article | Rejected]:
    head = stream.peek(HEAD)
    if not head:
        if stream.damage is not None:
            yield reject(stream.damage, origin)
            return
        raise Refused("empty")
    charset = charset_of(head, wishes.encoding)
    check_is_text(head, wide=charset.is_wide)
    start = head[charset.mark :].decode(charset.name or "utf-8", "replace")
    name = origin.path.lower().removesuffix(".gz")
    check_is_read(start, name)
    many = _many_of(stream, start, name, charset, wishes)
    if many is not None:
        is_empty = True
        for item in many(stream, origin, charset, wishes):
            is_empty = False
            yield item
        if is_empty:
            raise Refused("empty_text")
        return
    yield _one_of(start, name)(_whole(stream, origin, wishes), charset)


def _many_of(stream: Stream, start: str, name: str, charset: Charset, wishes: Wishes) -> _Many | None:
    """The reader for a file that may hold many articles, or None where it is a single text."""
    is_json = _JSON.match(start) is not None
    if name.endswith(_LINES_NAMES) and (not is_json or _OBJECT.match(start)):
        return read_json_lines
    if not is_json:
        return read_json if name.endswith(_JSON_NAMES) else None
    if _OBJECT.match(start) and _is_lines(stream, charset, wishes):
        return read_json_lines
    return read_json


def _is_lines(stream: Stream, charset: Charset, wishes: Wishes) -> bool:
    """Whether JSON that begins with an object goes on with another one on the next line."""
    first = stream.peek_line(charset.newline, wishes.settings.max_file_bytes)
    if not first:
        return False
    behind = stream.peek(len(first) + HEAD)[len(first) :].decode(charset.name or "utf-8", "replace")
    if _OBJECT.match(behind) is None:
        return False
    line = first[charset.mark :].decode(charset.name or "latin-1", "replace").rstrip()
    try:
        return place(line, after_space(line, 0)).end == len(line)
    except Broken:
        return behind.startswith('{"')  # a broken first line, or one that is cut short


def _one_of(start: str, name: str) -> _One:
    if has_date_line(start):
        return read_text
    if name.endswith(_MARKDOWN_NAMES) or looks_like_markdown(start):
        return read_markdown
    return read_text


def _whole(stream: Stream, origin: Origin, wishes: Wishes) -> Raw:
    """All bytes of a file that is one item."""
    octets = stream.take(wishes.settings.max_item_bytes + 1)
    check_size(len(octets), wishes)
    if stream.damage is not None:
        why = stream.damage
        raise Refused(why.code, **dict(why.details))
    return Raw(octets, origin)
