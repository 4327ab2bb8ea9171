"""Lines to paragraphs: by gaps, indents, sizes, and lines that end although the next word had room."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import numpy as np

from wortlaut.intake.documents.portable.lines import Line
from wortlaut.intake.mapped import Mapped

__all__ = ["heading_of", "set_text"]

_GAP = 1.25  # of the usual distance of lines; paragraphs are set apart by a half to a whole line
_FEW = 4
_SET_SOLID = 1.45  # of the size: more is seldom the distance of lines
_WIDEST = 2.2  # of the size: lines of one paragraph are not farther apart
_SIZES = 1.12  # of each other: a larger size is a heading's
_INDENT = (0.6, 5.0)  # of the size: how far first lines are moved in
_COLUMN = 40  # points; lines that begin so near to each other are of one column
_EVEN = 0.5  # of the lines end at the same edge where the text is justified
_ROOM = 0.6  # of the size: what is left over where a line is full but for a word
_ENDS = re.compile(r"[.!?…:;][\"'»«”“’‘)\]]*\s*$|[.!?…][\"'»«”“’‘)\]]*\s*$")
_BULLET = re.compile(r"\s*[•▪■●◦]\s?\S")
_NUMBER = re.compile(r"\s*(?:[–—*-]|\(?\d{1,2}[.)])\s+\S")
# What follows a hyphen that stands for a part of a word: „Vor- und Nachteile“.
_AND = frozenset("und oder sowie bis als wie bzw beziehungsweise noch statt aber u o and or".split())
_HYPHENS = "-\u00ad\u2010"
_HEADING = 1.2  # of the usual size
_LONGEST_HEADING = 250


class _Setter:
    """A text put together from lines."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._starts = array("i")
        self._ends = array("i")

    @property
    def last(self) -> str:
        """The last character; empty where there is none."""
        return self._texts[-1][-1:] if self._texts else ""

    def put(self, text: str, start: int, end: int) -> None:
        """The text, whose first character stands for all the bytes."""
        self._texts.append(text)
        rest = len(text) - 1
        self._starts.extend([start] + [end] * rest)
        self._ends.extend([end] * (rest + 1))

    def add(self, text: str) -> None:
        """A text that has no bytes."""
        end = self._ends[-1] if self._ends else 0
        self._texts.append(text)
        self._starts.extend([end] * len(text))
        self._ends.extend([end] * len(text))

    def drop(self) -> None:
        """The last character is taken away."""
        text = self._texts.pop()
        if text[:-1]:
            self._texts.append(text[:-1])
        self._starts.pop()
        self._ends.pop()

    def mapped(self) -> Mapped:
        return Mapped(
            "".join(self._texts), np.array(self._starts, dtype=np.int32), np.array(self._ends, dtype=np.int32)
        )


def set_text(lines: Sequence[Line]) -> Mapped:
    """The text of the lines with its bytes, in paragraphs, words put together that were hyphenated."""
    setter = _Setter()
    leading = _leading(lines)
    edges = _Edges(lines)
    before: Line | None = None
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else None
        if before is not None:
            if _is_new_paragraph(before, line, after, leading, edges):
                setter.add("\n\n")
            else:
                _join(setter, line)
        _put(setter, line)
        before = line
    return setter.mapped()


def _put(setter: _Setter, line: Line) -> None:
    glyphs = line.glyphs
    first = next(number for number, glyph in enumerate(glyphs) if glyph.text.strip())
    last = next(number for number in range(len(glyphs) - 1, -1, -1) if glyphs[number].text.strip())
    for number in range(first, last + 1):
        if number in line.spaced and number > first:
            setter.add(" ")
        glyph = glyphs[number]
        setter.put(glyph.text, glyph.start, glyph.end)


def _join(setter: _Setter, line: Line) -> None:
    """The line goes on in the paragraph: with a space, or without one and without the hyphen."""
    text = line.text.lstrip()
    if setter.last not in _HYPHENS or not setter.last:
        setter.add(" ")
        return
    if setter.last == "\u00ad":
        setter.drop()
        return
    whole = "".join(setter._texts[-3:])  # a helper of the same module
    before = whole[-2:-1]
    word = re.match(r"\w*", text)
    following = word[0] if word else ""
    if not before.isalnum() or following.casefold() in _AND:  # a dash
        setter.add(" ")
    elif following[:1].islower() and before.islower():
        setter.drop()


def _leading(lines: Sequence[Line]) -> dict[int, float]:
    """The usual distance of lines by their size, in halves of a point."""
    found: dict[int, list[float]] = defaultdict(list)
    for above, line in pairwise(lines):
        down = above.base - line.base
        if above.page == line.page and 0.5 * line.size < down < _WIDEST * line.size and _key(above) == _key(line):
            found[_key(line)].append(down)
    # Of few distances, all may be those of paragraphs; of many, a third are within paragraphs even in short ones.
    return {
        key: sorted(downs)[len(downs) // 3] if len(downs) >= _FEW else min(*downs, _SET_SOLID * key / 2)
        for key, downs in found.items()
    }


def _key(line: Line) -> int:
    return round(line.size * 2)


class _Edges:
    """How far to the right the lines of a column reach, by page and beginning, and whether they all do."""

    def __init__(self, lines: Sequence[Line]) -> None:
        found: dict[tuple[int, int], list[float]] = defaultdict(list)
        for line in lines:
            found[line.page, round(line.left / _COLUMN)].append(line.right)
        self._rights = {key: (max(rights), _is_even(rights)) for key, rights in found.items()}

    def room(self, line: Line) -> tuple[float, float, bool]:
        """What is left over behind a line, the width of its column, and whether full lines are even there."""
        place = round(line.left / _COLUMN)
        beside = [self._rights.get((line.page, place + near), (line.right, False)) for near in (-1, 0, 1)]
        right, is_even = max(beside)
        return right - line.right, max(right - line.left, 1.0), is_even


def _is_even(rights: Sequence[float]) -> bool:
    """Whether most lines end at the same edge: justified text."""
    edge = max(rights)
    return len(rights) > 3 and sum(edge - right < 1.0 for right in rights) > _EVEN * len(rights)


def _is_new_paragraph(before: Line, line: Line, after: Line | None, leading: dict[int, float], edges: _Edges) -> bool:
    size = max(before.size, line.size, 0.1)
    text = line.text.lstrip()
    if max(before.size, line.size) > _SIZES * min(before.size, line.size):
        return True
    down = before.base - line.base
    is_moved = before.page != line.page or down < -0.3 * size
    if not is_moved and down > _GAP * leading.get(_key(line), 1.2 * size):
        return True
    ended = _ENDS.search(before.text) is not None
    if _BULLET.match(line.text) or (ended and _NUMBER.match(line.text)):
        return True
    room, width, is_even = edges.room(before)
    word = text.split(maxsplit=1)[0] if text.split() else ""
    needed = 0.5 * size if is_even else max(_width(line, len(word)) + _ROOM * size, 0.08 * width)
    is_early = room > needed and (ended or not text[:1].islower())
    if is_moved:
        return ended and (is_early or _is_first(line, after, size))
    if down < _ROOM * size:  # beside each other: cells of a table
        return True
    return is_early or (ended and line.left > before.left + _INDENT[0] * size and _is_first(line, after, size))


def _is_first(line: Line, after: Line | None, size: float) -> bool:
    """Whether the line is moved in against the one behind it."""
    if after is None or after.page != line.page or after.base > line.base:
        return False
    return _INDENT[0] * size < line.left - after.left < _INDENT[1] * size


def _width(line: Line, letters: int) -> float:
    """The width of the first letters of a line."""
    glyphs = [each for each in line.glyphs if each.text.strip()][: max(1, letters)]
    return glyphs[-1].right - glyphs[0].left if glyphs else 0.0


def heading_of(lines: Sequence[Line]) -> str | None:
    """The heading on the first page: its largest lines, if they are larger than the text; None where there is none."""
    first = [line for line in lines if line.page == lines[0].page] if lines else []
    if not first:
        return None
    weights = [line.size for line in lines for _ in range(max(1, len(line.glyphs) // 10))]
    largest = max(line.size for line in first)
    if largest < _HEADING * median(weights):
        return None
    words: list[str] = []
    for line in first:
        if line.size > largest / 1.05:
            words.append(line.text)
        elif words:
            break
    heading = " ".join(" ".join(words).split())
    return heading if 0 < len(heading) <= _LONGEST_HEADING else None
