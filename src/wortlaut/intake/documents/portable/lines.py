"""Glyphs to lines: where words are parted, and which lines (headings, footers, numbers) are the page's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from statistics import median

from wortlaut.intake.documents.portable.content import Glyph

__all__ = ["Line", "lines_of", "without_margins"]

# In thousandths of the size: word spaces have 200 to 330 in most fonts, kerning and tracking stay below 100.
_SPACE = 0.16
_SAME_LINE = 0.45  # of the size: so far superscripts and subscripts are moved from their line
_BACK = 0.6  # of the size: so far back is no kerning
_FAR = 4.0  # of the size: so far right is another column, or a cell of a table
_MARGIN = 0.14  # of the height of the page, above and below: there headings and footers of pages stand
_HEIGHT = 8  # points; so far the same heading moves from page to page
_APART = 1.6  # of the size: so far headings of pages stand from the text at least
_PARAGRAPH = 3.0  # of the size: paragraphs set apart by a whole line, with leading of 1.5, are no farther apart
_ALIGNED = 0.5  # of the size: lines that begin so near to each other begin at the same edge
_ALIKE = 0.08  # of the size: what differs more is set in another one
_MOST_MARGIN = 4  # lines on each side
_REPEATED = 0.4  # of the pages: a heading may stand on every other one
_OFTEN = 3  # or on the pages of a chapter
# Running heads are titles and names; of those that end with a stop („Nr.“), few stand just where a paragraph would.
_SENTENCE = re.compile(r"[\w%][\"'»«”“’‘)\]]*[.!?…][\"'»«”“’‘)\]]*\s*$")
_DIGITS = re.compile(r"\d+")
_NUMBER_LINE = re.compile(
    r"\W*(?:seite|page|s\.|p\.|blatt)?\W*(?:#|[ivxlc]{1,7})(?:\W*(?:von|of|/|\|)\W*#)?\W*", re.IGNORECASE
)


@dataclass
class Line:
    """A line of a page: its glyphs, with a space between words where one must be put in, and its place."""

    glyphs: list[Glyph] = field(default_factory=list)
    spaced: set[int] = field(default_factory=set)  # glyphs before which a space is put in
    page: int = 0

    @cached_property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(" " * (number in self.spaced) + glyph.text for number, glyph in enumerate(self.glyphs))

    @cached_property
    def left(self) -> float:
        """Where the line begins."""
        return next((each.left for each in self.glyphs if each.text.strip()), self.glyphs[0].left)

    @cached_property
    def right(self) -> float:
        """Where the line ends."""
        return next((each.right for each in reversed(self.glyphs) if each.text.strip()), self.glyphs[-1].right)

    @cached_property
    def base(self) -> float:
        """The height of the line on the page."""
        return self.glyphs[0].base if len(self.glyphs) < 3 else median(each.base for each in self.glyphs)

    @cached_property
    def size(self) -> float:
        """The size of its letters."""
        return median(each.size for each in self.glyphs)


def lines_of(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """The lines of a page in the order in which they are drawn."""
    lines: list[Line] = []
    before: Glyph | None = None
    for glyph in glyphs:
        if not glyph.text:
            if before is not None and lines and glyph.end > before.end:  # its bytes are part of what stands for it
                before = before._replace(end=glyph.end, right=max(before.right, glyph.right))
                lines[-1].glyphs[-1] = before
            continue
        if before is not None and _is_double(before, glyph):
            continue
        if before is None or _is_new_line(before, glyph):
            lines.append(Line(page=page))
        elif _is_apart(before, glyph):
            lines[-1].spaced.add(len(lines[-1].glyphs))
        lines[-1].glyphs.append(glyph)
        before = glyph
    return [line for line in lines if line.text.strip()]


def _is_double(before: Glyph, glyph: Glyph) -> bool:
    """Whether the same is drawn over itself, as some programs do for bold letters."""
    near = 0.12 * max(glyph.size, 0.1)
    return (
        glyph.text == before.text
        and not glyph.text.isspace()
        and abs(glyph.left - before.left) < near
        and abs(glyph.base - before.base) < near
    )


def _is_new_line(before: Glyph, glyph: Glyph) -> bool:
    size = max(before.size, glyph.size)
    return (
        abs(glyph.base - before.base) > _SAME_LINE * size
        or glyph.left < before.left - _BACK * size
        or glyph.left > before.right + _FAR * size
    )


def _is_apart(before: Glyph, glyph: Glyph) -> bool:
    if before.text[-1:].isspace() or glyph.text[:1].isspace():
        return False
    return glyph.left - before.right > _SPACE * max(min(before.size, glyph.size), 0.1)


def without_margins(pages: Sequence[Sequence[Line]], heights: Sequence[tuple[float, float]]) -> list[Line]:
    """The lines of all pages without those at the upper and lower edge that are on other pages, too, and page numbers.

    `heights` are the lower and the upper edge of each page. Figures in such lines may differ.
    """
    dropped = _marginal(pages, heights)
    gaps = _gaps(pages, dropped)
    running = [_running_on(lines, numbers, gaps) for lines, numbers in zip(pages, dropped, strict=True)]
    sentences = _keys_of_sentences(pages, running)
    kept: list[Line] = []
    for lines, numbers, on in zip(pages, dropped, running, strict=True):
        left = [line for number, line in enumerate(lines) if number not in numbers - on]
        if not left:  # a page may have no more than the end of the text; such a sentence is text on another page, too
            left = [line for line in lines if len(pages) == 1 or not sentences.isdisjoint(_keys(line))]
        kept += left
    return kept


def _marginal(pages: Sequence[Sequence[Line]], heights: Sequence[tuple[float, float]]) -> list[set[int]]:
    """Of each page the lines at its edges that are on other pages, too, and page numbers."""
    edges = [_at_edges(lines, low, high) for lines, (low, high) in zip(pages, heights, strict=True)]
    counts = Counter(key for page in edges for key in {key for line in page.values() for key in _keys(line)})
    least = max(2, min(_REPEATED * len(pages), _OFTEN))
    return [
        {
            number
            for number, line in page.items()
            if (len(pages) > 1 and max(counts[key] for key in _keys(line)) >= least)
            or _NUMBER_LINE.fullmatch(_figures(line))
        }
        for page in edges
    ]


def _keys_of_sentences(pages: Sequence[Sequence[Line]], running: Sequence[set[int]]) -> set[tuple[str, int]]:
    """The keys of lines that run on into the text, and are sentences."""
    return {
        key
        for lines, numbers in zip(pages, running, strict=True)
        for number in numbers
        if _SENTENCE.search(lines[number].text)
        for key in _keys(lines[number])
    }


def _gaps(pages: Sequence[Sequence[Line]], dropped: Sequence[set[int]]) -> frozenset[int]:
    """How far lines of the text stand from each other where a paragraph begins, in halves of a point."""
    found: set[int] = set()
    for lines, numbers in zip(pages, dropped, strict=True):
        text = [line for number, line in enumerate(lines) if number not in numbers]
        for above, line in pairwise(text):
            down = above.base - line.base
            if _APART * line.size < down < _PARAGRAPH * line.size and _is_like(above, line):
                found.add(round(2 * down))
    return frozenset(found)


def _running_on(lines: Sequence[Line], dropped: set[int], gaps: frozenset[int]) -> set[int]:
    """Those of the lines to be dropped that run on into the text.

    No other size sets them apart from it, and no gap, or they are sentences at the distance of paragraphs: the same
    sentence may well begin two pages.
    """
    kept = [line for number, line in enumerate(lines) if number not in dropped]
    if not kept or not dropped:
        return set()
    running: set[int] = set()
    for sign in (1, -1):  # from the text up, and from the text down
        text = max(kept, key=lambda line: sign * line.base)
        side = [number for number in dropped if sign * lines[number].base > sign * text.base]
        for number in sorted(side, key=lambda number: sign * lines[number].base):
            line = lines[number]
            far = abs(line.base - text.base)
            is_near = far <= _APART * text.size and _is_same_size(line, text)
            if not is_near and not _is_paragraph(line, text, round(2 * far), gaps):
                break
            running.add(number)
            text = line
    return running


def _is_paragraph(line: Line, text: Line, far: int, gaps: frozenset[int]) -> bool:
    """Whether the line is set as the paragraphs of the text are, so many halves of a point from it, and a sentence."""
    is_set_so = _is_like(line, text) and any(far + near in gaps for near in (-1, 0, 1))
    return is_set_so and _SENTENCE.search(line.text) is not None


def _is_like(line: Line, text: Line) -> bool:
    """Whether both lines begin at the same edge, in the same size."""
    return _is_same_size(line, text) and abs(line.left - text.left) < _ALIGNED * text.size


def _is_same_size(line: Line, text: Line) -> bool:
    return abs(line.size - text.size) <= _ALIKE * text.size


def _at_edges(lines: Sequence[Line], low: float, high: float) -> dict[int, Line]:
    """The lines near the upper and the lower edge of a page, by their numbers."""
    margin = _MARGIN * (high - low)
    bases = {number: line.base for number, line in enumerate(lines)}
    above = sorted((number for number in bases if bases[number] > high - margin), key=lambda number: -bases[number])
    below = sorted((number for number in bases if bases[number] < low + margin), key=lambda number: bases[number])
    return {number: lines[number] for number in (*above[:_MOST_MARGIN], *below[:_MOST_MARGIN])}


def _keys(line: Line) -> tuple[tuple[str, int], tuple[str, int]]:
    """The line's words and about how high it stands, in two grids, so that near heights are the same in one of them."""
    figures = _figures(line)
    return (figures, round(line.base / _HEIGHT)), (figures, -1 - round(line.base / _HEIGHT + 0.5))


def _figures(line: Line) -> str:
    return " ".join(_DIGITS.sub("#", line.text).split()).casefold()
