"""ninjs 1.x, 2.x and 3.x: news in JSON by the IPTC, an object, a list of them, or one a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wortlaut.intake.agency.renditions import text_of_html, without_title
from wortlaut.intake.agency.status import (
    Status,
    author_of,
    code_of,
    embargo_notes,
    revision_of,
    shortened,
    shown,
    status_of,
    withdrawn,
)
from wortlaut.intake.articles import Wishes, article_of
from wortlaut.intake.decoding import Charset
from wortlaut.intake.facts import Facts
from wortlaut.intake.feeds.feed import web_address
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.moments import When, parse_when
from wortlaut.intake.reasons import Refused, note
from wortlaut.intake.records import lines
from wortlaut.intake.records.fields import Path, normal
from wortlaut.intake.records.items import read_json, read_json_lines
from wortlaut.intake.records.lists import find_list
from wortlaut.intake.records.record import Record, open_record, text_at
from wortlaut.intake.records.scan import Broken, after_space, fields
from wortlaut.intake.streams import HEAD
from wortlaut.intake.texts.wire import clean_line, paragraphs, replace_no_characters
from wortlaut.types import Article, Withdrawn

__all__ = ["FORM"]

_PEEKED = 4 * 2**20
# An object with `uri` is ninjs where `pubstatus` or two of these stand in it, or its own word for it.
_MARKS = frozenset(
    "versioncreated bodytext bodyxhtml bodyhtml bodies headlines representationtype firstcreated".split()
)
_BODIES = ("bodyxhtml", "bodyhtml", "bodytext")
_MAIN = ("main", "headline", "")


def _fits(source: Source) -> bool:
    found = _is_ninjs(source.start)
    if found is None and len(source.head) == HEAD:  # a long text stands before the fields that tell
        charset = source.charset
        found = _is_ninjs(source.stream.peek(_PEEKED)[charset.mark :].decode(charset.name or "utf-8", "replace"))
    return found or False


def _is_ninjs(view: str) -> bool | None:
    """Whether the first item of a JSON text is ninjs; None where it is not seen as a whole and has not shown it."""
    start = after_space(view, 0)
    if view.startswith("[", start):
        return _is_item(view, after_space(view, start + 1))
    found = _is_item(view, start)
    if not found and view.startswith("{", start):
        listed = find_list(view, start, known_only=False)
        return found if listed is None else _is_item(view, after_space(view, listed + 1)) or found
    return found


def _is_item(view: str, start: int) -> bool | None:
    if not view.startswith("{", start):
        return False
    names: set[str] = set()
    try:
        for each in fields(view, start):
            names.add(normal(each.name))
            if each.name in ("standard", "$schema") and "ninjs" in view[each.value.start : each.value.end].lower():
                return True
            if _is_enough(names):
                return True
    except Broken as broken:
        names.add(normal(broken.name))
        return True if _is_enough(names) else None if "uri" in names or not names & {"id", "url"} else False
    return False


def _is_enough(names: set[str]) -> bool:
    return bool(names & {"uri", "guid"}) and ("pubstatus" in names or len(names & _MARKS) >= 2)


def _read(source: Source) -> Iterator[Item]:
    if lines.FORM.fits(source):
        yield from read_json_lines(source, _read_item)
    else:
        yield from read_json(source, _read_item)


def _read_item(record: Record, charset: Charset, wishes: Wishes) -> Article | Withdrawn:
    opened = open_record(record, charset, wishes)
    if not isinstance(opened.value, dict):
        raise Refused("ninjs_no_object")
    item = _Item.of(opened.value)
    if not item.is_one():
        raise Refused("no_text_field", fields=", ".join(shown(name, 40) for name in list(opened.value)[:12]) or "–")
    facts = item.facts()
    said = item.line("ednote", "usageterms") if item.status is not Status.USABLE else item.line("ednote")
    if item.status is not Status.USABLE:
        return withdrawn(item.status, facts, record.raw, record.raw.origin, why=said)
    kind = code_of(item.line("type") or "text")
    if kind != "text" and not (kind == "composite" and item.has_body()):
        raise Refused("agency_not_text", id=shown(facts.declared_id), kind=shown(kind, 40))
    text, notes = item.text(opened.decoded.mapped, facts)
    if said:
        notes = (note("agency_note", text=shortened(said)), *notes)
    if any(code_of(each) == "correction" for each in item.signals()):
        notes = (note("agency_correction"), *notes)
    notes += embargo_notes(item.line("embargoed"), parse_when(item.line("versioncreated") or ""))
    text, more = replace_no_characters(text)
    notes = (*opened.decoded.notes, *opened.notes, *notes, *more)
    return article_of(record.raw, text, form="ninjs", encoding=opened.decoded.encoding, facts=facts, notes=notes)


@dataclass(frozen=True, slots=True)
class _Item:
    """A ninjs object, whose members are found whatever their case and underscores (3.0 writes `pubStatus`)."""

    members: Mapping[str, object]
    keys: Mapping[str, str]

    @classmethod
    def of(cls, members: Mapping[str, object]) -> _Item:
        return cls(members, {normal(key): key for key in reversed(tuple(members))})

    @property
    def status(self) -> Status:
        return status_of(self.line("pubstatus") or "")

    def value(self, name: str) -> object:
        key = self.keys.get(name)
        return None if key is None else self.members[key]

    def line(self, *names: str) -> str | None:
        """The first of the values that is a string or a number and not empty, as one line."""
        values = (self.value(name) for name in names)
        lines = (clean_line(str(each)) for each in values if isinstance(each, str | int) and not isinstance(each, bool))
        return next((line for line in lines if line), None)

    def facts(self) -> Facts:
        created = self._date("firstcreated", "contentcreated", "versioncreated")
        updated = self._date("versioncreated")
        identity = self.line("uri", "guid")
        return Facts(
            title=self._headline(_MAIN) or self.line("headline", "title", "name"),
            subtitle=self._headline(("sub", "subtitle", "subheadline", "deck")),
            kicker=self._headline(("kicker", "overline")),
            author=author_of(self.line("byline", "by") or "") or self._party("creators", "authors"),
            source=self.line("provider", "source") or self._party("provider", "infosources", "infosource", "source")
            or self.line("copyrightholder"),
            url=web_address(None, identity),
            declared_id=identity,
            published=created.day,
            published_at=created.at,
            updated_at=updated.at if updated.at != created.at else None,
            revision=revision_of(self.line("version") or ""),
        )  # fmt: skip

    def _date(self, *names: str) -> When:
        values = (parse_when(value) for name in names if (value := self.line(name)))
        return next((when for when in values if when.day), When())

    def _headline(self, roles: tuple[str, ...]) -> str | None:
        for each in self._objects("headlines"):
            if code_of(each.line("role") or "") in roles and (line := each.line("value")):
                return line
        return None

    def _party(self, *names: str) -> str | None:
        found = [each.line("name", "literal") for name in names for each in self._objects(name)]
        return next((each for each in found if each), None)

    def _objects(self, name: str) -> list[_Item]:
        value = self.value(name)
        listed = value if isinstance(value, list) else [value]
        return [_Item.of(each) for each in listed if isinstance(each, dict)]

    def signals(self) -> list[str]:
        """The codes of signals, which ninjs itself does not have, but agencies add."""
        value = self.value("signal") or self.value("signals")
        listed = value if isinstance(value, list) else [value]
        found = [
            _Item.of(each).line("qcode", "code", "uri", "name") if isinstance(each, dict) else each for each in listed
        ]
        return [each for each in found if isinstance(each, str)]

    def is_one(self) -> bool:
        """Whether it is an item at all, and no object around a list of them."""
        return bool(self.keys.keys() & {"uri", "guid", "pubstatus", "headline", "headlines"}) or self.has_body()

    def has_body(self) -> bool:
        return bool(self._candidates())

    def text(self, mapped: Mapped, facts: Facts) -> tuple[Mapped, tuple[str, ...]]:
        """The text from the best body, in default of one from the description; raises `Refused`."""
        for path, is_html in self._candidates():
            text = text_at(mapped, path)
            text = text_of_html(text, facts.title) if is_html else without_title(paragraphs(text), facts.title)
            if text.text:
                return text, ()
        for path in self._descriptions():
            text = paragraphs(text_at(mapped, path))
            if text.text:
                return text, (note("agency_summary_is_text"),)
        raise Refused("agency_without_text", id=shown(facts.declared_id))

    def _candidates(self) -> list[tuple[Path, bool]]:
        """Where bodies stand and whether they are HTML: HTML first, as plain text has lost its paragraphs at times."""
        found: list[tuple[Path, bool]] = []
        for name in (*_BODIES, *(each for each in self.keys if each.startswith("body") and each not in _BODIES)):
            if isinstance(self.value(name), str):
                found.append(((self.keys[name],), name != "bodytext"))
        bodies = self.value("bodies")
        for number, each in enumerate(bodies if isinstance(bodies, list) else ()):
            body = _Item.of(each) if isinstance(each, dict) else _Item({}, {})
            kind = " ".join((body.line("contenttype") or "", body.line("role") or "")).lower()
            if isinstance(body.value("value"), str) and "nitf" not in kind:
                path: Path = (self.keys["bodies"], number, body.keys["value"])
                found.append((path, "html" in kind))
        return sorted(found, key=lambda each: not each[1])

    def _descriptions(self) -> list[Path]:
        found: list[Path] = []
        descriptions = self.value("descriptions")
        for number, each in enumerate(descriptions if isinstance(descriptions, list) else ()):
            if isinstance(each, dict) and isinstance(each.get("value"), str):
                found.append((self.keys["descriptions"], number, "value"))
        names = ("descriptiontext", "description")
        return [*((self.keys[name],) for name in names if isinstance(self.value(name), str)), *found]


FORM = Form("ninjs", _fits, _read, (".ninjs",))
