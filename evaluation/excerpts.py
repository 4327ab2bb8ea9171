"""The text around a statement, with the statement's parts marked as HTML."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from markupsafe import Markup, escape

from evaluation.corpus import PARTS, Annotation, CorpusDocument
from wortlaut.export.visible import visible
from wortlaut.types import Span

__all__ = ["excerpt", "stretches", "windows"]

_BREAK = re.compile(r"\s*\n\s*")
_AROUND = 140  # characters before and behind whatever is marked
_GAP = 90  # characters between two stretches that are rather shown than left out
# Outermost first. `only` are words of the quote that the other side does not have.
_ORDER = ("quote", "only", "frame", "addressee", "speaker", "cue")


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    name: str


def windows(document: CorpusDocument, annotations: Sequence[Annotation]) -> tuple[Span, ...]:
    """The stretches of the text that hold all parts of `annotations` and what is around them, cut at spaces."""
    text = document.text
    marked = sorted(span for each in annotations for part in PARTS for span in stretches(document, each.part(part)))
    found: list[Span] = []
    for span in marked:
        start, end = _widened(text, span)
        if found and start - found[-1].end < _GAP:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Span(start, end))
    return tuple(found)


def stretches(document: CorpusDocument, tokens: frozenset[int]) -> list[Span]:
    """The places of `tokens`, those that follow each other as one."""
    numbered = enumerate(sorted(tokens))
    runs = [[token for _, token in run] for _, run in groupby(numbered, key=lambda pair: pair[1] - pair[0])]
    return [Span(document.tokens[run[0]].start, document.tokens[run[-1]].end) for run in runs]


def excerpt(
    document: CorpusDocument, shown: Sequence[Span], annotation: Annotation | None, other: Annotation | None
) -> Markup:
    """The windows `shown` with the parts of `annotation` marked, and the words of its quote that `other` lacks."""
    marks = [] if annotation is None else _marks(document, annotation, other)
    pieces = [Markup("").join(_painted(document.text, window, marks)) for window in shown]
    ends = [window.end for window in shown]
    first = Markup("… ") if shown and shown[0].start else Markup("")
    last = Markup(" …") if ends and ends[-1] < len(document.text.rstrip()) else Markup("")
    return first + Markup(' <span class="gap">[…]</span> ').join(pieces) + last


def _widened(text: str, span: Span) -> tuple[int, int]:
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    if start:
        start = text.rfind(" ", 0, start) + 1
    if end < len(text):
        space = text.find(" ", end)
        end = len(text) if space < 0 else space
    return start, end


def _marks(document: CorpusDocument, annotation: Annotation, other: Annotation | None) -> list[_Mark]:
    only = annotation.quote - other.quote if other is not None else frozenset[int]()
    named: dict[str, frozenset[int]] = {name: annotation.part(name) for name in PARTS} | {"only": only}
    return [_Mark(span, name) for name in _ORDER for span in stretches(document, named[name])]


def _painted(text: str, window: Span, marks: Sequence[_Mark]) -> list[Markup]:
    cuts = {window.start, window.end}
    cuts |= {place for mark in marks for place in (mark.span.start, mark.span.end)}
    inside = sorted(cut for cut in cuts if window.start <= cut <= window.end)
    return [_piece(text, Span(start, end), marks) for start, end in pairwise(inside)]


def _piece(text: str, piece: Span, marks: Sequence[_Mark]) -> Markup:
    """One stretch within one element for each mark that covers it; what it is is said where the mark begins."""
    inner: Markup = escape(visible(_BREAK.sub("\n", piece.of(text))))
    for mark in reversed(marks):
        if mark.span.start <= piece.start and piece.end <= mark.span.end:
            said = Markup('<span class="said">[{}: </span>').format(mark.name)
            begins = said if mark.span.start == piece.start else Markup("")
            ends = Markup('<span class="said">]</span>') if mark.span.end == piece.end else Markup("")
            inner = Markup('<span class="{}">{}{}{}</span>').format(mark.name, begins, inner, ends)
    return inner
