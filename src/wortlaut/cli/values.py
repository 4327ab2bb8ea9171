"""What was decided, in words: part by part what it was and what it is to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from wortlaut.cli.terminal import Terminal
from wortlaut.decisions import Action, Entry
from wortlaut.export.visible import one_line, shortened
from wortlaut.types import Span, StatementPart

__all__ = ["value_rows", "value_words"]

_BETWEEN_PARTS = " […] "
_LONGEST = 160  # characters of a part that are shown
_SPANS = (StatementPart.QUOTE, StatementPart.CUE, StatementPart.FRAME)
_MENTIONS = (StatementPart.SPEAKERS, StatementPart.ADDRESSEES)


def value_rows(terminal: Terminal, entry: Entry, text: str | None) -> Iterator[tuple[str, str]]:
    """The name of each part that was decided, and `was → is`; only what it is where it did not change.

    `text` is that of the places, None where it was erased: then nothing.
    """
    if entry.values is None or text is None:
        return
    if entry.action is Action.CONFIRM and len(entry.values.parts()) == len(StatementPart):
        yield terminal.texts("part.all"), value_words(terminal, StatementPart.QUOTE, entry.values.quote, text)
        return
    arrow = "→" if terminal.can_show("→") else "->"
    for part in entry.values.parts():
        is_now = value_words(terminal, part, getattr(entry.values, part), text)
        was = None if entry.was is None else getattr(entry.was, part)
        changed = was is not None and was != getattr(entry.values, part) and entry.action is not Action.CONFIRM
        label = terminal.texts(f"part.{part}")
        yield label, f"{value_words(terminal, part, was, text)} {arrow} {is_now}" if changed else is_now


def value_words(terminal: Terminal, part: StatementPart, value: Any, text: str) -> str:
    """A part's value for people; its type follows from the part."""
    texts = terminal.texts
    if part in _SPANS:
        return shortened(_words(value, text), _LONGEST) or texts("value.none")
    if part in _MENTIONS:
        return "; ".join(_words(each, text) for each in value) or texts("value.none")
    if part is StatementPart.PARENT:
        return one_line(value) or texts("value.none")
    return texts(f"{part}.{value}")


def _words(spans: Sequence[Span], text: str) -> str:
    return _BETWEEN_PARTS.join(one_line(span.of(text)) for span in spans)
