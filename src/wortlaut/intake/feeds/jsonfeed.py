"""JSON Feed 1.0 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from wortlaut.intake.articles import Raw, check_size
from wortlaut.intake.decoding import Decoded, decode
from wortlaut.intake.feeds.feed import Entry, Heading, Part, items_of, web_address
from wortlaut.intake.feeds.markup import when_of
from wortlaut.intake.feeds.teasers import Chosen, choose, from_html
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.records.record import Opened, Record, broken_json, first_problem, open_record, text_at
from wortlaut.intake.records.scan import Broken, Place, after_space, fields, items
from wortlaut.intake.streams import HEAD
from wortlaut.intake.texts.wire import clean_line, paragraphs

__all__ = ["FORM", "parts_of"]

_VERSION = "jsonfeed.org/version/"
_MOST_BYTES = 32 * 2**20  # text and map are held at once, 12 bytes for each
_PEEKED = 4 * 2**20
_LONGEST_FACT = 10_000  # characters of JSON for what the feed says of itself


def _fits(source: Source) -> bool:
    start = after_space(source.start, 0)
    if not source.start.startswith("{", start):
        return False
    found = _is_feed(source.start, start)
    if found is None and len(source.head) == HEAD:  # the entries may stand before the version
        charset = source.charset
        view = source.stream.peek(_PEEKED)[charset.mark :].decode(charset.name or "utf-8", "replace")
        found = _is_feed(view, after_space(view, 0))
    return found or False


def _is_feed(view: str, start: int) -> bool | None:
    """Whether the object says that it is a JSON Feed; None where it is not seen as a whole and has not said so."""
    try:
        for each in fields(view, start):
            if each.name == "version":
                return _VERSION in view[each.value.start : each.value.end].replace("\\/", "/")
    except Broken as broken:
        return None if broken.name == "items" else False
    return False


def _read(source: Source) -> Iterator[Item]:
    yield from items_of(parts_of(source))


def parts_of(source: Source) -> Iterator[Part]:
    """The heading and the entries of a feed; raises `Refused` where the file is too large to be held at once."""
    limit = min(_MOST_BYTES, source.wishes.settings.max_file_bytes)
    octets = source.stream.take(limit + 1)
    if len(octets) > limit:
        raise Refused("feed_too_large", limit=limit)
    reading = _Reading(source, octets, decode(octets, source.charset, skip=source.charset.mark))
    yield from reading.parts()
    if source.stream.damage is not None:
        yield reject(source.stream.damage, source.origin)


@dataclass(slots=True)
class _Reading:
    """A feed that is being read: its bytes and its text."""

    source: Source
    octets: bytes
    decoded: Decoded
    heading: Heading = field(default_factory=lambda: Heading("jsonfeed"))
    line: int = 1
    line_start: int = 0
    counted: int = 0

    def parts(self) -> Iterator[Part]:
        view = self.decoded.mapped.text
        listed: int | None = None
        known: dict[str, object] = {}
        broken: Broken | None = None
        try:
            for each in fields(view, after_space(view, 0)):
                if each.name == "items" and view[each.value.start] == "[":
                    listed = each.value.start
                else:
                    known |= _fact(each.name, view, each.value)
        except Broken as error:
            broken = error
            if error.name == "items" and error.start is not None and view[error.start] == "[":
                listed, broken = error.start, None
        base = self.source.url
        page = web_address(base, _line(known, "home_page_url"))
        following = web_address(base, _line(known, "next_url"))
        self.heading = Heading(
            "jsonfeed", title=_line(known, "title"), url=page, next_pages=(following,) if following else ()
        )
        yield self.heading
        if listed is not None:
            yield from self._entries(view, listed)
        if broken is not None:
            yield self._broken(broken)

    def _entries(self, view: str, start: int) -> Iterator[Part]:
        number = 0
        try:
            for number, value in enumerate(items(view, start), start=1):
                yield self._part(number, value)
        except Broken as broken:
            yield self._broken(broken)

    def _broken(self, broken: Broken) -> Part:
        view = self.decoded.mapped.text
        problem, position = broken.problem, broken.position
        if broken.start is not None:
            problem, position = first_problem(view, broken.start) or (problem, position)
        refused = broken_json(Record(Raw(self.octets, self.source.origin), 1, 1), view, position, problem)
        return reject(refused.why, self.source.origin)

    def _part(self, number: int, value: Place) -> Part:
        mapped = self.decoded.mapped
        first, behind = int(mapped.starts[value.start]), int(mapped.ends[value.end - 1])
        breaks = mapped.text.count("\n", self.counted, value.start)
        if breaks:
            self.line += breaks
            self.line_start = mapped.text.rfind("\n", self.counted, value.start) + 1
        self.counted = value.start
        origin = replace(self.source.origin, record=number, line=self.line, byte=first)
        column = value.start - self.line_start + 1
        try:
            check_size(behind - first, self.source.wishes)
            record = Record(Raw(self.octets[first:behind], origin), self.line, column)
            return self._entry(record, open_record(record, replace(self.source.charset, mark=0), self.source.wishes))
        except Refused as refused:
            return reject(refused.why, origin)

    def _entry(self, record: Record, opened: Opened) -> Entry:
        item = opened.value
        if not isinstance(item, dict):
            raise Refused("feed_entry_empty")
        base = self.source.url or self.heading.url
        published, updated = when_of(_line(item, "date_published")), when_of(_line(item, "date_modified"))
        url = web_address(base, _line(item, "url"), _line(item, "external_url"), _address(_line(item, "id")))
        chosen = _texts(opened.decoded.mapped, item, has_address=url is not None)
        return Entry(
            record.raw,
            opened.decoded.encoding,
            id=_line(item, "id"),
            url=url,
            title=_line(item, "title"),
            author=_authors(item),
            source=self.heading.title,
            published=published.day or updated.day,
            published_at=published.at if published.day else updated.at,
            updated_at=updated.at,
            summary=chosen.summary,
            body=chosen.body,
            notes=(*opened.decoded.notes, *published.notes, *opened.notes, *chosen.notes),
        )


def _fact(name: str, view: str, value: Place) -> dict[str, object]:
    """A member of the feed's own object, nothing where it is no short string."""
    written = view[value.start : value.end]
    if written[:1] != '"' or len(written) > _LONGEST_FACT:
        return {}
    try:
        return {name: json.loads(written, strict=False)}
    except json.JSONDecodeError:
        return {}


def _line(item: Mapping[str, object], name: str) -> str | None:
    value = item.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)  # ids as numbers, against the standard
    return clean_line(value) or None if isinstance(value, str) else None


def _address(identity: str | None) -> str | None:
    return identity if "://" in (identity or "") else None


def _authors(item: Mapping[str, object]) -> str | None:
    listed = item.get("authors")
    people = listed if isinstance(listed, list) else [item.get("author")]
    names = [_line(each, "name") for each in people if isinstance(each, dict)]
    return ", ".join(each for each in names if each) or None


def _texts(mapped: Mapped, item: Mapping[str, object], *, has_address: bool) -> Chosen:
    """The full text where the entry has it: HTML rather than plain text, which has lost its paragraphs at times."""
    found = {
        name: clean(text_at(mapped, (name,)))
        for name, clean in (("content_html", from_html), ("content_text", paragraphs), ("summary", paragraphs))
        if isinstance(item.get(name), str)
    }
    short = [found.pop("summary")] if "summary" in found else []
    return choose(list(found.values()), short, has_address=has_address)


FORM = Form("jsonfeed", _fits, _read)
