"""The words of a found statement with the searched ones highlighted: in bold on a terminal, else between `*`."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from wortlaut.cli.terminal import Terminal
from wortlaut.export.visible import one_line
from wortlaut.types import Found, Span

__all__ = ["highlighted", "snippet", "surroundings"]

_BETWEEN_PARTS = " […] "
_HIT = "bold reverse"


def snippet(terminal: Terminal, found: Found, room: int) -> Text:
    """About `room` characters of the statement, around the first word that was searched."""
    quote = found.statement.quote
    if sum(span.end - span.start for span in quote) <= room:
        return highlighted(terminal, found, quote)
    hits = [mark for mark in found.marks if any(span.start <= mark.start < span.end for span in quote)]
    middle = hits[0].start if hits else quote[0].start
    text = found.article.text
    window = Span(_word_start(text, max(middle - room // 2, 0)), min(middle + room // 2, len(text)) or 1)
    parts = [
        Span(max(span.start, window.start), min(span.end, window.end))
        for span in quote
        if span.start < window.end and window.start < span.end
    ]
    result = Text("… " if parts[0].start > quote[0].start else "")
    result.append_text(highlighted(terminal, found, parts))
    return result.append(" …" if parts[-1].end < quote[-1].end else "")


def surroundings(terminal: Terminal, found: Found, room: int) -> Text:
    """The statement in brackets, with about `room` characters of the article before and behind it."""
    text, quote = found.article.text, found.statement.quote
    start = _word_start(text, max(quote[0].start - room, 0))
    end = _word_end(text, min(quote[-1].end + room, len(text)))
    opening, closing = "⟦⟧" if terminal.can_show("⟦⟧") else "[]"
    result, position = Text("… " if start else ""), start
    for span in quote:
        result.append(_shown(found, position, span.start), style="dim")
        result.append(f"{opening}{_shown(found, span.start, span.end)}{closing}")
        position = span.end
    result.append(_shown(found, position, end), style="dim")
    return result.append(" …" if end < len(text) else "")


def _word_start(text: str, position: int) -> int:
    blank = text.rfind(" ", 0, position)
    return blank + 1


def _word_end(text: str, position: int) -> int:
    """Where the word ends that `position` is in."""
    blank = text.find(" ", position)
    return len(text) if blank < 0 else blank


def highlighted(terminal: Terminal, found: Found, spans: Sequence[Span]) -> Text:
    """The words of `spans` with the searched ones among them highlighted."""
    styled = terminal.styled(terminal.out)
    result = Text()
    for place, span in enumerate(spans):
        result.append(_BETWEEN_PARTS if place else "")
        position = span.start
        for hit in sorted(found.marks):
            start, end = max(hit.start, position), min(hit.end, span.end)
            if start < end:
                result.append(_shown(found, position, start))
                word = _shown(found, start, end)
                result.append(word if styled else f"*{word}*", style=_HIT)
                position = end
        result.append(_shown(found, position, span.end))
    return result


def _shown(found: Found, start: int, end: int) -> str:
    """The words from `start` to `end` on one line, with the blanks at their ends."""
    raw = found.article.text[start:end]
    if not raw.strip():
        return " " if raw else ""
    before = " " if raw[0].isspace() else ""
    behind = " " if raw[-1].isspace() else ""
    return before + one_line(raw) + behind
