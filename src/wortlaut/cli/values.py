"""What was decided, in words: part by part what it was and what it is to be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any

from wortlaut.cli.terminal import Terminal
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
from wortlaut.types import Labelled, Span, StatementPart, is_whole

__all__ = ["about_actor", "decision_rows", "event_rows", "span_of_days", "value_rows", "value_words", "who_words"]

_BETWEEN_PARTS = " […] "
_LONGEST = 160  # characters of a part that are shown
_SPANS = (StatementPart.QUOTE, StatementPart.CUE, StatementPart.FRAME)
_MENTIONS = (StatementPart.SPEAKERS, StatementPart.ADDRESSEES)


def value_rows(
    terminal: Terminal, entry: Entry, text: str | None, *, only: Collection[StatementPart] = ()
) -> Iterator[tuple[str, str]]:
    """The name of each part that was decided, and `was → is`; only what it is where it did not change.

    `text` is that of the places, None where it was erased: then nothing. With `only` just these parts; without, the
    words stand for a statement that was confirmed or rejected as a whole.
    """
    if text is None:
        return
    whole = _whole(entry)
    if whole is not None and not only:
        yield terminal.texts("part.all"), value_words(terminal, StatementPart.QUOTE, whole.quote, text)
        return
    if entry.values is None:
        return
    arrow = "→" if terminal.can_show("→") else "->"
    for part in entry.values.parts():
        if only and part not in only:
            continue
        is_now = value_words(terminal, part, getattr(entry.values, part), text)
        was = None if entry.was is None else getattr(entry.was, part)
        changed = was is not None and was != getattr(entry.values, part) and entry.action is not Action.CONFIRM
        label = terminal.texts(f"part.{part}")
        yield label, f"{value_words(terminal, part, was, text)} {arrow} {is_now}" if changed else is_now


def _whole(entry: Entry) -> Values | None:
    """The statement that was confirmed or rejected as a whole; None where only parts of it were decided."""
    if entry.action is Action.REJECT and entry.values is None:
        return entry.was
    if entry.action is Action.CONFIRM and entry.values and is_whole(entry.values.parts()):
        return entry.values
    return None


def value_words(terminal: Terminal, part: StatementPart, value: Any, text: str) -> str:
    """A part's value for people; its type follows from the part."""
    texts = terminal.texts
    if part in _SPANS:
        return shortened(_words(value, text), _LONGEST) or texts("value.none")
    if part in _MENTIONS:
        return "; ".join(_words(each, text) for each in value) or texts("value.none")
    if part is StatementPart.WHO:
        return "; ".join(who_words(terminal, each) for each in value)
    if part is StatementPart.LABELS:
        return "; ".join(_label_words(terminal, each) for each in value) or texts("value.none")
    if part in (StatementPart.PARENT, StatementPart.SAID_ON, StatementPart.VENUE):
        return one_line(str(value)) or texts("value.none")
    return texts(f"{part}.{value}")


def about_actor(decision: ActorDecision) -> str:
    """The id of the actor that the decision is about."""
    return decision.into if isinstance(decision, Merge) else decision.actor


def decision_rows(terminal: Terminal, decision: ActorDecision | None) -> Iterator[tuple[str, str]]:
    """What was decided about an actor, besides who it is about."""
    texts = terminal.texts
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
    yield from ((texts(key), f"{one_line(value)}{taken}") for key, value in told if value)


def event_rows(terminal: Terminal, decision: EventDecision | None) -> Iterator[tuple[str, str]]:
    """What was decided about an event, besides which one it is about."""
    texts = terminal.texts
    if decision is None:
        return
    if decision.event:
        yield texts("table.event"), one_line(decision.event)
    if isinstance(decision, SameEvents | ApartEvents):
        yield texts("event.same" if isinstance(decision, SameEvents) else "event.apart"), one_line(decision.other)
    elif isinstance(decision, CorrectEvent):
        if decision.outcome is not None:
            yield texts("event.status"), texts(f"event.outcome.{decision.outcome}")
        if days := span_of_days(decision.since, decision.until):
            yield texts("event.when"), days


def span_of_days(first: date | str | None, last: date | str | None) -> str:
    """From when to when, as far as it is known."""
    if first is not None and str(first) == str(last):
        return str(first)
    return f"{first or ''} – {last or ''}".strip() if first or last else ""


def who_words(terminal: Terminal, who: Who) -> str:
    """Who is meant, as a person said."""
    return terminal.texts(f"who.{who.kind}") if who.name is None else one_line(who.name)


def _label_words(terminal: Terminal, label: Labelled) -> str:
    """What was said of a label."""
    told = one_line(str(label))
    return told if label.applies else terminal.texts("labels.not", label=told)


def _words(spans: Sequence[Span], text: str) -> str:
    return _BETWEEN_PARTS.join(one_line(span.of(text)) for span in spans)
