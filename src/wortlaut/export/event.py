"""An event as JSON, version 1, and as a row of CSV: what `wortlaut events` writes for other programs."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, Literal, Self

from pydantic import Field

from wortlaut.export.parts import SpanJson, Strict
from wortlaut.export.statement import ArticleJson, PartyJson
from wortlaut.export.table import cell
from wortlaut.export.visible import escape_hidden
from wortlaut.types import EventEntry, EventKind, EventPart, EventStatus, EventTelling, Outcome, PartyKind

__all__ = [
    "EVENT_COLUMNS",
    "EventJson",
    "EventPartJson",
    "TellingJson",
    "decided_event_line",
    "event_csv_lines",
    "event_json",
    "event_line",
    "event_schema",
]

EVENT_COLUMNS = (
    *("id", "kind", "status", "from", "to", "title", "who", "actors", "where", "agenda", "said_by"),
    *("article", "published", "source", "url", "words", "tellings", "last_told", "decided"),
)
_BETWEEN = "; "


class EventPartJson(Strict):
    """Who takes part, or where it is."""

    span: SpanJson
    name: str
    """Fullest form in the article, else the words."""
    kind: PartyKind | None
    """What it is the name of; `null` where the words are no name."""
    actor: str | None
    """Id of the actor in the record, after what people decided."""


class TellingJson(Strict):
    """What one article tells of the event."""

    id: str
    article: ArticleJson
    says: EventStatus
    """What this article says of it."""
    announced: bool
    """Whether the article announces it; else it only speaks of it."""
    words: SpanJson | None
    """The sentence that says so."""
    what: list[SpanJson]
    """The words that name it."""
    who: list[EventPartJson]
    where: list[EventPartJson]
    when: list[SpanJson]
    since: date | None = Field(alias="from")
    until: date | None = Field(alias="to")
    agenda: list[SpanJson]
    """What it is about."""
    statement: str | None
    """Id of the statement that says so; `null` where the article itself does."""
    said_by: list[PartyJson]
    """Who says so in that statement."""
    confidence: float
    """Share of such findings that were right when measured."""

    @classmethod
    def of(cls, told: EventTelling) -> Self:
        """The JSON model of what an article tells."""
        telling, text = told.telling, told.article.text
        event = telling.event
        actors = told.actors or (None,) * len(event.who)
        return cls.model_validate(
            {
                "id": telling.id,
                "article": ArticleJson.of(told.article),
                "says": event.status,
                "announced": telling.is_announced,
                "words": None if telling.words is None else SpanJson.of(telling.words, text),
                "what": [SpanJson.of(span, text) for span in event.what],
                "who": [_part(each, text, actor) for each, actor in zip(event.who, actors, strict=True)],
                "where": [_part(each, text, None) for each in event.where],
                "when": [SpanJson.of(span, text) for span in event.when],
                "from": event.since,
                "to": event.until,
                "agenda": [SpanJson.of(span, text) for span in event.agenda],
                "statement": event.statement,
                "said_by": [PartyJson.of(each, text) for each in told.said_by],
                "confidence": event.certainty,
            }
        )


class EventJson(Strict):
    """An event with what became of it and all that articles tell of it, oldest first."""

    version: Literal[1] = 1
    """Version of this form. Additions do not change it."""
    id: str
    """Of the telling that announced it first."""
    kind: EventKind
    title: str
    status: Outcome
    """What became of it by the day that was asked for."""
    since: date | None = Field(alias="from")
    """First day, as it holds now; of a deadline `null`."""
    until: date | None = Field(alias="to")
    """Last day, inclusive."""
    told: list[TellingJson]
    rejected: bool
    decided: dict[str, int]
    """What people decided, by number of the entry in the history."""

    @classmethod
    def of(cls, entry: EventEntry) -> Self:
        """The JSON model of an event."""
        return cls.model_validate(
            {
                "id": entry.id,
                "kind": entry.kind,
                "title": entry.title,
                "status": entry.outcome,
                "from": entry.since,
                "to": entry.until,
                "told": [TellingJson.of(each) for each in entry.told],
                "rejected": entry.is_rejected,
                "decided": dict(entry.decided),
            }
        )


def event_json(entry: EventEntry) -> dict[str, Any]:
    """The JSON object of an event, version 1."""
    return EventJson.of(entry).model_dump(mode="json", by_alias=True)


def event_line(entry: EventEntry) -> str:
    r"""One line of JSON with its line feed; control, direction and zero-width characters as `\uXXXX`."""
    return escape_hidden(json.dumps(event_json(entry), ensure_ascii=False, separators=(", ", ": "))) + "\n"


def decided_event_line(entry: dict[str, Any], event: EventEntry | None) -> str:
    r"""One line of JSON with its line feed: the `entry` that a decision made, and the `event` as it now is."""
    made = {"entry": entry, "event": None if event is None else event_json(event)}
    return escape_hidden(json.dumps(made, ensure_ascii=False, separators=(", ", ": "))) + "\n"


def event_csv_lines(entries: Iterable[EventEntry]) -> Iterator[str]:
    """The heading and one row an event, as RFC 4180 has it."""
    yield _written(EVENT_COLUMNS)
    for each in entries:
        yield _written(_row(each))


def event_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of an event, version 1."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **EventJson.model_json_schema(mode="validation", by_alias=True),
    }


def _part(part: EventPart, text: str, actor: str | None) -> EventPartJson:
    return EventPartJson(span=SpanJson.of(part.span, text), name=part.name, kind=part.kind, actor=actor)


def _row(entry: EventEntry) -> list[str | int]:
    head, last = entry.head, entry.told[-1]
    event, text = head.telling.event, head.article.text
    words = "" if head.telling.words is None else head.telling.words.of(text)
    return [
        cell(entry.id),
        entry.kind.value,
        entry.outcome.value,
        _day(entry.since),
        _day(entry.until),
        cell(entry.title),
        cell(_BETWEEN.join(part.name for part in event.who)),
        cell(_BETWEEN.join(actor or "" for actor in head.actors)),
        cell(_BETWEEN.join(part.name for part in event.where)),
        cell(_BETWEEN.join(span.of(text) for span in event.agenda)),
        cell(_BETWEEN.join(party.name or "" for party in head.said_by)),
        cell(head.article.id),
        _day(head.article.published),
        cell(head.article.source),
        cell(head.article.url),
        cell(words),
        len(entry.told),
        _day(last.article.published),
        _BETWEEN.join(part for part, _ in entry.decided),
    ]


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _written(row: Sequence[str | int]) -> str:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerow(row)
    return buffer.getvalue()
