"""Which fields of a record hold what: known names in English and German, or those that the user names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from functools import cache, lru_cache

from wortlaut.errors import FieldMapError
from wortlaut.intake.facts import Facts
from wortlaut.intake.moments import When, parse_when
from wortlaut.intake.reasons import Refused, note
from wortlaut.intake.texts.wire import clean_line

__all__ = ["LISTS", "FieldMap", "Fields", "Found", "Path", "Target", "field_map", "known_names", "normal"]

Path = tuple[str | int, ...]


class Target(StrEnum):
    """What a field can hold; the names that `--map` knows."""

    AUTHOR = "author"
    ID = "id"
    KICKER = "kicker"
    PUBLISHED = "published"
    SOURCE = "source"
    SUBTITLE = "subtitle"
    TEXT = "text"
    TITLE = "title"
    UPDATED = "updated"
    URL = "url"


# Names as `normal` gives them, the surest first. Where there is no text, what stands under _SHORT must do.
_NAMES = {
    Target.TEXT: "text body content articlebody articletext fulltext maintext bodytext plaintext cleantext rawtext"
    " article artikeltext artikel volltext haupttext fließtext inhalt rohtext meldung meldungstext nachricht story raw"
    " html paragraphs absätze document message",
    Target.TITLE: "title headline titel überschrift ueberschrift schlagzeile heading webtitle head",
    Target.PUBLISHED: "published publishedat publisheddate publishedon publicationdate publicationtime publishdate"
    " publishtime datepublished pubdate date datum veröffentlicht veroeffentlicht veröffentlichtam veroeffentlichtam"
    " veröffentlichungsdatum erschienen erschienenam erscheinungsdatum firstpublished webpublicationdate issued"
    " versioncreated created createdat datetime timestamp zeitstempel zeitpunkt time zeit modified updated",
    Target.SOURCE: "source sourcename outlet publisher quelle medium zeitung agentur agency newspaper sitename site"
    " provider publication newssource feed domain",
    Target.URL: "url link uri weburl articleurl sourceurl canonicalurl canonical permalink href adresse webadresse",
    Target.AUTHOR: "author authors byline autor autoren autorin autorinnen verfasser verfasserin creator creators"
    " journalist",
    Target.ID: "id uid guid uuid articleid artikelid docid documentid itemid urn identifier kennung nummer key",
    Target.UPDATED: "updated updatedat updatedon dateupdated lastupdated modified modifiedat datemodified lastmodified"
    " aktualisiert aktualisiertam aktualisierungsdatum geändert geaendert geändertam geaendertam änderungsdatum",
    Target.SUBTITLE: "subtitle subheadline subhead subheading untertitel unterzeile alternativeheadline",
    Target.KICKER: "kicker dachzeile spitzmarke topline overline oberzeile",
}
_SHORT = tuple("description summary abstract teaser lead vorspann anriss zusammenfassung snippet excerpt".split())
# Objects whose members count as the record's own, and objects that hold one value and its trimmings.
_WRAPPERS = frozenset("article artikel data item document doc fields attributes meldung record post".split())
_ELASTIC = "_source"  # a wrapper too, where `source` is the outlet
_WRAPPED = 3  # so deep a record's own members can lie
_INNER = tuple(
    "name text value rendered content plain body html full main label title display t oid date href url".split()
)
# Lists of records within an object, the surest first.
LISTS = tuple(
    "articles artikel items documents docs records entries posts stories news meldungen nachrichten dokumente results"
    " hits data content response".split()
)
_ALSO = {"date": Target.PUBLISHED, "headline": Target.TITLE}
_LIST_SHOWN = 12
_LONGEST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class FieldMap:
    """Where the user says that things stand: each field as the user wrote it."""

    fields: Mapping[Target, str]


@dataclass(frozen=True, slots=True)
class Found:
    """A value in a record, and the way there."""

    path: Path
    value: object

    @property
    def is_short(self) -> bool:
        """Whether the value stands under a name that holds a summary rather than a text."""
        return bool(self.path) and normal(str(self.path[-1])) in _SHORT


@dataclass(frozen=True, slots=True)
class _Level:
    """An object whose members count as the record's, the way there, and its keys by their normal names."""

    path: Path
    members: Mapping[str, object]
    keys: Mapping[str, str]


def field_map(given: Mapping[str, str]) -> FieldMap:
    """The user's mapping `{target: field}`, checked; raises `FieldMapError`."""
    fields = {}
    for name, field in given.items():
        target = _ALSO.get(name) or next((each for each in Target if each == name), None)
        if target is None:
            raise FieldMapError("map_target_unknown", target=name, known=", ".join(Target))
        if not field.strip("."):
            raise FieldMapError("map_field_empty", target=name)
        fields[target] = field
    return FieldMap(fields)


@lru_cache(maxsize=4096)
def normal(name: str) -> str:
    """A field's name without case, spaces, hyphens and underscores (`Published_At` is `publishedat`)."""
    return re.sub(r"[\W_]+", "", name.casefold())


@cache
def _names(target: Target) -> tuple[str, ...]:
    return tuple(map(normal, _NAMES[target].split()))


@cache
def known_names(target: Target | None = None) -> frozenset[str]:
    """The names, as `normal` gives them, under which `target` (None: any of them) is known to stand."""
    return frozenset(name for each in Target if target in (None, each) for name in _names(each))


class Fields:
    """The members of one record, found by name at the top or within a wrapper."""

    def __init__(self, record: Mapping[str, object], chosen: FieldMap) -> None:
        self._record = record
        self._chosen = chosen
        self._levels = tuple(_levels(record, ()))

    def text(self) -> Found:
        """The record's text, a string or a list of strings; raises `Refused` where there is none."""
        field = self._chosen.fields.get(Target.TEXT)
        if field is not None:
            chosen = _follow(self._record, field)
            if chosen is None or not _is_text(chosen.value):
                raise Refused("mapped_field_missing", field=field, fields=self._listed())
            return chosen
        found = list(self._named(_names(Target.TEXT), _is_text))
        short = list(self._named(_SHORT, _is_text))
        for each in (*found, *short):
            if _has_words(each.value):
                return each
        if found or short:
            return (found or short)[0]
        raise Refused("no_text_field", fields=self._listed())

    def facts(self) -> Facts:
        """What the record says besides the text."""
        published, notes = self._when(Target.PUBLISHED)
        updated, _ = self._when(Target.UPDATED)
        return Facts(
            title=self._line(Target.TITLE),
            published=published.day,
            source=self._line(Target.SOURCE),
            url=self._line(Target.URL),
            author=self._line(Target.AUTHOR),
            declared_id=self._line(Target.ID),
            notes=notes,
            subtitle=self._line(Target.SUBTITLE),
            kicker=self._line(Target.KICKER),
            published_at=published.at,
            updated_at=updated.at if updated.at != published.at else None,
        )

    def _values(self, target: Target) -> Iterator[Found]:
        field = self._chosen.fields.get(target)
        if field is None:
            yield from self._named(_names(target), _is_fact)
        elif (found := _follow(self._record, field)) is not None:
            yield from _inner(found, _is_fact)

    def _line(self, target: Target) -> str | None:
        lines = (_as_line(each.value) for each in self._values(target))
        return next((line for line in lines if line), None)

    def _when(self, target: Target) -> tuple[When, tuple[str, ...]]:
        """The day and the time, and a note where what stands there is not understood."""
        unread = ""
        for each in self._values(target):
            value = _as_line(each.value)
            when = parse_when(value)
            if when.day is not None:
                return _day_alone(when), ()
            unread = unread or value
        return When(), (note("date_unread", value=_clipped(unread)),) if unread else ()

    def _named(self, names: Sequence[str], fits: Callable[[object], bool]) -> Iterator[Found]:
        """The values under `names` that fit, the record's own first, then those in wrappers."""
        for level in self._levels:
            for name in names:
                key = level.keys.get(name)
                if key is not None:
                    yield from _inner(Found((*level.path, key), level.members[key]), fits)

    def _listed(self) -> str:
        names = [_clipped(clean_line(name)) for name in list(self._record)[:_LIST_SHOWN]]
        return ", ".join(names) + (", …" if len(self._record) > _LIST_SHOWN else "") if names else "–"


def _levels(record: Mapping[str, object], path: Path) -> Iterator[_Level]:
    """The record, then the objects in it that only wrap its members."""
    yield _Level(path, record, {normal(key): key for key in reversed(tuple(record)) if key != _ELASTIC})
    for key, value in record.items():
        if isinstance(value, dict) and len(path) < _WRAPPED and (key == _ELASTIC or normal(key) in _WRAPPERS):
            yield from _levels(value, (*path, key))


def _inner(found: Found, fits: Callable[[object], bool]) -> Iterator[Found]:
    """The value itself where it fits, or the one inside the object that carries it (`{"source": {"name": …}}`)."""
    if fits(found.value):
        yield found
    elif isinstance(found.value, dict):
        keys = {normal(key): key for key in found.value}
        for name in _INNER:
            if name in keys and fits(found.value[keys[name]]):
                yield Found((*found.path, keys[name]), found.value[keys[name]])
                return


def _follow(record: Mapping[str, object], field: str) -> Found | None:
    """The value that a field's name leads to: a member of that very name, or one found step by step at the dots."""
    if field in record:
        return Found((field,), record[field])
    value: object = record
    path: list[str | int] = []
    for step in field.split("."):
        if isinstance(value, dict) and step in value:
            value = value[step]
            path.append(step)
        elif isinstance(value, list) and step.isdecimal() and len(step) < 10 and int(step) < len(value):
            value = value[int(step)]
            path.append(int(step))
        else:
            return None
    return Found(tuple(path), value)


def _is_text(value: object) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and bool(value) and all(isinstance(each, str) for each in value)
    )


def _has_words(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else isinstance(value, list) and any(map(_has_words, value))


def _is_fact(value: object) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(each, (str, dict)) for each in value)
    return isinstance(value, (str, int, float)) and not isinstance(value, bool)


def _as_line(value: object) -> str:
    """A value as one line; the members of a list (authors) joined by commas."""
    if isinstance(value, list):
        lines = (_as_line(inner.value) for each in value for inner in _inner(Found((), each), _is_fact))
        return ", ".join(line for line in lines if line)
    return clean_line(value) if isinstance(value, str) else str(value)


def _day_alone(when: When) -> When:
    """The day alone where the time is midnight as written: so data bases write days."""
    return when if when.at is None or when.at.time() != time() else When(when.at.date())


def _clipped(value: str) -> str:
    return value if len(value) <= _LONGEST_SHOWN else value[: _LONGEST_SHOWN - 1] + "…"
