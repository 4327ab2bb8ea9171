"""Lines that a program broke at a fixed width, as in e-mails and in agencies' text, joined to paragraphs again.

The reader takes the end of a line for the end of something: of the statements in 20 articles, set in 72 columns, it
missed every ninth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from wortlaut.intake.mapped import Edit, Mapped

__all__ = ["unwrapped"]

_WIDTHS = range(50, 101)  # characters; longer lines are paragraphs, shorter ones verses and lists
_LEAST = 3  # breaks that only the width explains, in the whole text
_SHARE = 0.75  # of the breaks in a block; the others may follow a heading or a greeting
_LINE = re.compile(r"[^\n]+")
_QUOTED = (">", "|")
_MARK = re.compile(r"[*•▪\-–—]\s|\d{1,3}[.)]\s")  # begins a line of its own, where not the only one in its block
_AND = ("und ", "oder ", "bzw", "sowie ", "bis ")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int  # without spaces at the end

    def is_full_before(self, other: _Line, text: str, width: int) -> bool:
        """Whether the first word of the line behind would not have fitted on this one."""
        word = text[other.start : other.end].split(None, 1)[0]
        return self.end - self.start + 1 + len(word) > width and not word.startswith(_QUOTED)


def unwrapped(mapped: Mapped) -> Mapped:
    """The text with the lines of its paragraphs joined where they were broken at a fixed width; else as it is."""
    text = mapped.text
    blocks = list(_blocks(text))
    lines = [line for block in blocks for line in block if " " in text[line.start : line.end]]
    width = max((line.end - line.start for line in lines), default=0)
    if width not in _WIDTHS:
        return mapped
    edits = [edit for block in blocks for edit in _joints(block, text, width)]
    return mapped.edited(edits) if len(edits) >= _LEAST else mapped


def _blocks(text: str) -> Iterator[list[_Line]]:
    """The lines between two blank lines."""
    block: list[_Line] = []
    end = -1
    for found in _LINE.finditer(text):
        line = _Line(found.start(), found.start() + len(found[0].rstrip()))
        if line.start == line.end or found.start() != end + 1:
            yield block
            block = []
        if line.start < line.end:
            block.append(line)
        end = found.end()
    yield block


def _joints(block: Sequence[_Line], text: str, width: int) -> list[Edit]:
    """What joins the lines of a block; nothing where it does not look broken at that width."""
    pairs = list(pairwise(block))
    marked = {line for line in block if _MARK.match(text, line.start)}
    is_list = len(marked) > 1
    full = [pair for pair in pairs if pair[0].is_full_before(pair[1], text, width)]
    full = [(line, other) for line, other in full if not (is_list and other in marked)]
    if len(full) < _SHARE * len(pairs):
        return []
    return [_joint(line.end, other.start, text) for line, other in full]


def _joint(end: int, start: int, text: str) -> Edit:
    """A space in place of the break; none behind a hyphen, which stays where the word goes on with a capital."""
    if text[end - 1] != "-" or not text[end - 2 : end - 1].isalpha() or text.startswith(_AND, start):
        return Edit(end, start, " ")
    return Edit(end if not text[start].islower() else end - 1, start, "")
