"""What an entry of the history decided, in words: part by part what it was and what it is to be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wortlaut.decisions import (
    Action,
    ActorDecision,
    Alias,
    ApartEvents,
    Assign,
    CorrectEvent,
    Entry,
    EventDecision,
    KeepApart,
    Merge,
    Office,
    SameEvents,
    Values,
    Who,
)
from wortlaut.export.visible import one_line, shortened
from wortlaut.texts import Texts, moment
from wortlaut.types import Labelled, Span, StatementPart, is_whole

__all__ = [
    "EntryRow",
    "about_actor",
    "decision_rows",
    "event_rows",
    "span_of_days",
    "value_rows",
    "who_words",
    "withdrawal_rows",
]

_BETWEEN_PARTS = " […] "
_LONGEST = 160  # characters of a part that are shown
_SPANS = (StatementPart.QUOTE, StatementPart.CUE, StatementPart.FRAME)
_MENTIONS = (StatementPart.SPEAKERS, StatementPart.ADDRESSEES)


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A part that was decided: its name, what it is since, and what it was where that changed."""

    label: str
    now: str
    was: str | None = None


def value_rows(
    entry: Entry, text: str | None, texts: Texts, *, only: Collection[StatementPart] = ()
) -> Iterator[EntryRow]:
    """The parts of a statement that were decided.

    `text` is that of the places, None where it was erased: then nothing. With `only` just these parts; without, the
    words stand for a statement that was confirmed or rejected as a whole.
    """
    if text is None:
        return
    whole = _whole(entry)
    if whole is not None and not only:
        yield EntryRow(texts("part.all"), _value_words(StatementPart.QUOTE, whole.quote, text, texts))
        return
    if entry.values is None:
        return
    for part in entry.values.parts():
        if only and part not in only:
            continue
        is_now = getattr(entry.values, part)
        was = None if entry.was is None or entry.action is Action.CONFIRM else getattr(entry.was, part)
        before = None if was is None or was == is_now else _value_words(part, was, text, texts)
        yield EntryRow(texts(f"part.{part}"), _value_words(part, is_now, text, texts), before)


def _whole(entry: Entry) -> Values | None:
    """The statement that was confirmed or rejected as a whole; None where only parts of it were decided."""
    if entry.action is Action.REJECT and entry.values is None:
        return entry.was
    if entry.action is Action.CONFIRM and entry.values and is_whole(entry.values.parts()):
        return entry.values
    return None


def _value_words(part: StatementPart, value: Any, text: str, texts: Texts) -> str:
    """A part's value for people; its type follows from the part."""
    if part in _SPANS:
        return shortened(_words(value, text), _LONGEST) or texts("value.none")
    if part in _MENTIONS:
        return "; ".join(_words(each, text) for each in value) or texts("value.none")
    if part is StatementPart.WHO:
        return "; ".join(who_words(each, texts) for each in value)
    if part is StatementPart.LABELS:
        return "; ".join(_label_words(each, texts) for each in value) or texts("value.none")
    if part in (StatementPart.PARENT, StatementPart.SAID_ON, StatementPart.VENUE):
        return one_line(str(value)) or texts("value.none")
    return texts(f"{part}.{value}")


def about_actor(decision: ActorDecision) -> str:
    """The id of the actor that the decision is about."""
    return decision.into if isinstance(decision, Merge) else decision.actor


def decision_rows(decision: ActorDecision | None, texts: Texts) -> Iterator[EntryRow]:
    """What was decided about an actor, besides who it is about."""
    told: list[tuple[str, str]] = []
    if isinstance(decision, Merge):
        told = [("actors.one_with", ", ".join(decision.actors))]
    elif isinstance(decision, KeepApart):
        told = [("actors.not_one_with", decision.other)]
    elif isinstance(decision, Office):
        days = span_of_days(decision.first, decision.last)
        told = [("actors.office_told", " · ".join(filter(None, (decision.title, days))))]
    elif isinstance(decision, Assign):
        told = [
            ("table.name", decision.called or ""),
            ("actors.called", decision.name or ""),
            ("actors.instead_of", decision.source or ""),
            ("actors.where", ", ".join((*decision.articles, *decision.statements))),
        ]
    elif decision is not None:
        told = [("table.name", decision.name)]
    taken = f" ({texts('actors.removed')})" if isinstance(decision, Alias | Office) and decision.is_none else ""
    yield from (EntryRow(texts(key), f"{one_line(value)}{taken}") for key, value in told if value)


def event_rows(decision: EventDecision | None, texts: Texts) -> Iterator[EntryRow]:
    """What was decided about an event, besides which one it is about."""
    if decision is None:
        return
    if decision.event:
        yield EntryRow(texts("table.event"), one_line(decision.event))
    if isinstance(decision, SameEvents | ApartEvents):
        key = "event.same" if isinstance(decision, SameEvents) else "event.apart"
        yield EntryRow(texts(key), one_line(decision.other))
    elif isinstance(decision, CorrectEvent):
        if decision.outcome is not None:
            yield EntryRow(texts("event.status"), texts(f"event.outcome.{decision.outcome}"))
        if days := span_of_days(decision.since, decision.until):
            yield EntryRow(texts("event.when"), days)


def withdrawal_rows(entry: Entry, texts: Texts) -> Iterator[EntryRow]:
    """What whoever published it took back, and when that was said."""
    told = entry.withdraws
    if told is None:
        return
    if told.at is not None:
        yield EntryRow(texts("history.taken_back"), moment(told.at, texts.language))
    item = [one_line(told.declared_id or "")]
    item += [] if told.revision is None else [texts("history.up_to", revision=told.revision)]
    if any(item):
        yield EntryRow(texts("history.item"), ", ".join(each for each in item if each))


def span_of_days(first: date | str | None, last: date | str | None) -> str:
    """From when to when, as far as it is known."""
    if first is not None and str(first) == str(last):
        return str(first)
    return f"{first or ''} – {last or ''}".strip() if first or last else ""


def who_words(who: Who, texts: Texts) -> str:
    """Who is meant, as a person said."""
    return texts(f"who.{who.kind}") if who.name is None else one_line(who.name)


def _label_words(label: Labelled, texts: Texts) -> str:
    """What was said of a label."""
    told = one_line(str(label))
    return told if label.applies else texts("labels.not", label=told)


def _words(spans: Sequence[Span], text: str) -> str:
    return _BETWEEN_PARTS.join(one_line(span.of(text)) for span in spans)
