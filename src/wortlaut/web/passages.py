"""The passage of an article around a statement, with its parts marked and the place of every word kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from wortlaut.export.cards import Card, mark_labels
from wortlaut.export.paint import painted
from wortlaut.export.segments import Segment, marks_of, segments
from wortlaut.texts import Texts
from wortlaut.types import Found, Span
from wortlaut.web.rows import act_class

__all__ = ["Passage", "passage_of", "whole_text"]

# Characters of the article before and behind the words of a statement, and around a speaker who is named far from them.
_AROUND = 700
_AROUND_FAR = 160
_KINDS = (re.compile(r"\n+"), re.compile(r"(?<=[.!?“»«])\s+"), re.compile(r"\s+"))
# What lies between two stretches and is no longer than this is shown as well.
_GAP = 240


@dataclass(frozen=True, slots=True)
class Passage:
    """Stretches of an article's text in their order; `is_whole` where nothing of it was left out."""

    stretches: tuple[Markup, ...]
    is_whole: bool


def passage_of(found: Found, card: Card, texts: Texts) -> Passage:
    """What of the article tells how the statement is meant: the sentences around it, and where its parts stand."""
    text = found.article.text
    windows = list(_windows(found))
    cut = segments(len(text), marks_of([found]))
    labels, classes = mark_labels([card], texts), [act_class(card.act)]
    stretches = [
        painted(text, list(_clipped(cut, window)), [found], labels, classes=classes, placed=True) for window in windows
    ]
    return Passage(tuple(stretches), windows == [Span(0, len(text))])


def whole_text(found: Sequence[Found], cards: Sequence[Card], texts: Texts, text: str) -> Markup:
    """The whole text with all these statements marked."""
    cut = segments(len(text), marks_of(found))
    classes = [act_class(card.act) for card in cards]
    return painted(text, cut, found, mark_labels(cards, texts), classes=classes, placed=True)


def _windows(found: Found) -> Iterator[Span]:
    """The stretches of the text that are shown, from the first to the last."""
    text, quote = found.article.text, found.statement.quote
    wanted = [_around(text, Span(quote[0].start, quote[-1].end), _AROUND)]
    wanted += [_around(text, span, _AROUND_FAR) for span in found.statement.spans()]
    wanted.sort(key=lambda each: each.start)
    open_one = wanted[0]
    for each in wanted[1:]:
        if each.start <= open_one.end + _GAP:
            open_one = Span(open_one.start, max(open_one.end, each.end))
        else:
            yield open_one
            open_one = each
    yield open_one


def _around(text: str, span: Span, length: int) -> Span:
    """The span with about so many characters on both sides: whole paragraphs, else sentences, else words."""
    start, end = max(span.start - length, 0), min(span.end + length, len(text))
    if start < _GAP:
        start = 0
    else:
        breaks = _breaks(text, start, min(start + _GAP, span.start))
        start = breaks[0].end() if breaks else span.start
    if len(text) - end < _GAP:
        end = len(text)
    else:
        breaks = _breaks(text, max(end - _GAP, span.end), end)
        end = breaks[-1].start() if breaks else span.end
    return Span(start, end)


def _breaks(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The white space between two places that parts the most: paragraphs, sentences, or words."""
    return next((found for kind in _KINDS if (found := list(kind.finditer(text, start, end)))), [])


def _clipped(cut: Sequence[Segment], window: Span) -> Iterator[Segment]:
    """The segments within the window; a mark that begins or ends outside of it neither opens nor closes there."""
    for each in cut:
        start, end = max(each.span.start, window.start), min(each.span.end, window.end)
        if start < end:
            opens = each.opens if start == each.span.start else ()
            closes = each.closes if end == each.span.end else ()
            yield Segment(Span(start, end), each.marks, opens, closes)
