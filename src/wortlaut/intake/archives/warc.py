"""Web archives in WARC: the pages and documents in their records; what is no text is left out, counted and said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from wortlaut.intake.archives.http_answers import body_of, charset_in, head_of
from wortlaut.intake.archives.names import shown_name
from wortlaut.intake.archives.warc_records import Fault, Record, records, version_of
from wortlaut.intake.form import Form, Item, Source, noted_last, read_inside
from wortlaut.intake.reasons import Refused, note, reject
from wortlaut.intake.streams import Stream
from wortlaut.types import Origin, Rejected

__all__ = ["FORM", "Payload", "payloads"]

_WANTED = frozenset(("response", "resource", "conversion"))
_ABOUT = frozenset(("warcinfo", "request", "metadata"))  # tell of the crawl and of other records
# Of these types no articles are, whatever their bytes say.
_NO_ARTICLE = re.compile(
    r"(?:image|audio|video|font)/|text/(?:css|javascript|vtt|dns)\b|"
    r"application/(?:(?:x-|ld\+)?(?:java|ecma)script|x-?font|font-|vnd\.ms-fontobject|wasm|x-shockwave|manifest\+json)"
)
# What such answers are refused for is no fault of the archive: they are counted.
_NO_TEXT = frozenset(("binary", "binary_unknown"))
_NO_RECORD = frozenset(("no_text_field", "not_a_record", "no_records", "empty_text", "no_letters"))
_LOOKED_AT = 2**13
_LONGEST_HEAD = 2**18
_MOST_KINDS = 20  # that a message names
_MOST_KNOWN = 1_000
_LONGEST_KIND = 75  # characters; the longest type in common use, of a presentation, has 73


@dataclass(frozen=True, slots=True)
class Payload:
    """What a record holds: its bytes, and what is said of them."""

    record: Record
    stream: Stream
    url: str | None
    media_type: str
    charset: str | None


class _LeftOut:
    """How many records of which kinds were not read, and how many were archived only in part."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        self.cut: list[int] = []
        self.unended: list[int] = []

    def add(self, kind: str) -> None:
        """None; one more record of that kind was not read. Kinds are what the records say: they may be anything."""
        shown = shown_name(kind, _LONGEST_KIND)
        self.kinds[shown if shown in self.kinds or len(self.kinds) < _MOST_KNOWN else "?"] += 1

    @property
    def notes(self) -> tuple[str, ...]:
        """What to say about records that were not read."""
        return (note("warc_left_out", **self.details),) if self.kinds else ()

    @property
    def details(self) -> dict[str, object]:
        """How many records were not read (`count`), and how many of which kinds (`kinds`)."""
        named = [f"{kind}: {count}" for kind, count in self.kinds.most_common(_MOST_KINDS)]
        return {"count": self.kinds.total(), "kinds": ", ".join(named) + ", …" * (len(self.kinds) > _MOST_KINDS)}

    def said(self, origin: Origin) -> Iterator[Rejected]:
        """What is wrong with records that were read."""
        if self.cut:
            yield reject(Refused("warc_records_cut", count=len(self.cut), first=self.cut[0]).why, origin)
        if self.unended:
            yield reject(Refused("warc_ends_missing", count=len(self.unended), first=self.unended[0]).why, origin)


def _fits(source: Source) -> bool:
    return version_of(source.head) is not None


def _read(source: Source) -> Iterator[Item]:
    """What is in the records, the last article with a note on those left out; then what is wrong with them."""
    left_out = _LeftOut()
    is_empty = True
    for item in noted_last(_items(source, left_out), lambda: left_out.notes):
        yield item
        is_empty = False
    for fault in left_out.said(source.origin):
        yield fault
        is_empty = False
    if is_empty:
        raise Refused("warc_no_articles" if left_out.kinds else "archive_empty", **left_out.details)


def _items(source: Source, left_out: _LeftOut) -> Iterator[Item]:
    for payload in payloads(source, left_out):
        if isinstance(payload, Rejected):
            yield payload
        else:
            yield from _inside(source, payload, left_out)


def _inside(source: Source, payload: Payload, left_out: _LeftOut) -> Iterator[Item]:
    record = payload.record
    name = shown_name(record.text(b"warc-target-uri").strip("<>") or str(record.number))
    quiet = _NO_TEXT | _NO_RECORD if payload.media_type.endswith("json") else _NO_TEXT
    for item in read_inside(
        source,
        payload.stream,
        name,
        declared=payload.charset,
        url=payload.url,
        record=record.number,
        byte=record.byte,
    ):
        if isinstance(item, Rejected) and item.why is not None and item.why.code in quiet:
            left_out.add(payload.media_type or "?")
        else:
            yield item


def payloads(source: Source, left_out: _LeftOut | None = None) -> Iterator[Payload | Rejected]:
    """What the records hold that can have articles, and what is wrong with others; the rest is counted in `left_out`.

    A payload's bytes are gone when the next one is asked for.
    """
    left_out = left_out or _LeftOut()
    limit = source.wishes.settings.max_members
    for found in records(source.stream):
        origin = replace(source.origin, record=found.number, byte=found.byte)
        if isinstance(found, Fault):
            if found.why.code == "warc_end_missing":
                left_out.unended.append(found.number)
            else:
                yield reject(found.why, origin)
            continue
        source.budget.count_member(limit)
        payload = _payload(source, found, left_out)
        if payload is not None:
            yield payload


def _payload(source: Source, record: Record, left_out: _LeftOut) -> Payload | None:
    """What the record holds, None where that is not to be read."""
    kind = record.text(b"warc-type").lower()
    if kind in _ABOUT:
        return None
    url = record.text(b"warc-target-uri").strip("<>")
    scheme = url.partition(":")[0].lower()
    content_type = record.fields.get(b"content-type", b"")
    if kind not in _WANTED or scheme in ("urn", "dns", "metadata"):
        left_out.add(kind if kind not in _WANTED else f"{scheme}:")
        return None
    if b"warc-truncated" in record.fields or record.fields.get(b"warc-segment-number", b"1") != b"1":
        left_out.cut.append(record.number)
    address = url if scheme in ("http", "https") else None
    if kind == "response" and scheme in ("http", "https"):
        return _answer(source, record, address, left_out)
    media_type = content_type.partition(b";")[0].strip().lower().decode("ascii", "replace")
    if _is_left_out(media_type, url, left_out):
        return None
    return Payload(record, Stream(record.content), address, media_type, charset_in(content_type))


def _answer(source: Source, record: Record, url: str | None, left_out: _LeftOut) -> Payload | None:
    """What an HTTP answer holds, None where that is not to be read."""
    head = head_of(record.content.look(_LOOKED_AT)) or head_of(record.content.look(_LONGEST_HEAD))
    if head is None:
        left_out.add("HTTP?")
        return None
    if head.status != 200:
        left_out.add(f"HTTP {head.status}")
        return None
    if _is_left_out(head.media_type, url or "", left_out):
        return None
    if head.length is not None and head.length > record.content.size - head.size:
        left_out.cut.append(record.number)
    stream = Stream(record.content)
    stream.skip(head.size)
    return Payload(record, body_of(stream, head, source.budget), url, head.media_type, head.charset)


def _is_left_out(media_type: str, url: str, left_out: _LeftOut) -> bool:
    """Whether what the record holds is no article by its type or address; it is counted then."""
    if url.partition("?")[0].endswith("/robots.txt"):
        left_out.add("robots.txt")
        return True
    if _NO_ARTICLE.match(media_type) is None:
        return False
    left_out.add(media_type)
    return True


FORM = Form("warc", _fits, _read, (".warc",), is_text=False)
