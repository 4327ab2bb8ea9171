"""What stands in an element, as text that still knows its bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from wortlaut.intake.escapes import markup_reference_edits
from wortlaut.intake.mapped import Edit, Mapped
from wortlaut.intake.markup.tree import CDATA, OTHER, Element

__all__ = ["BLOCKS", "BREAK", "PARAGRAPH", "Piece", "content", "flow", "kept", "settled"]

# Stand for breaks until white space is settled; noncharacters that no text has.
PARAGRAPH = "\ufdd0"
BREAK = "\ufdd1"
BLOCKS = frozenset(
    "address article aside block blockquote body body.content body.head bq caption center dd details dialog dir div dl"
    " dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hedline hl1 hl2 hr legend li main menu nav"
    " nitf-table note ol p pre section summary table tbody td tfoot th thead title tr ul".split()
)
# White space but for single spaces, which stay.
_WHITE = re.compile(f" [ \t\n\r\f{PARAGRAPH}{BREAK}]++|[\t\n\r\f{PARAGRAPH}{BREAK}][ \t\n\r\f{PARAGRAPH}{BREAK}]*+")
_LINES = re.compile("\u2028|\u2029|\x85")


def content(mapped: Mapped, element: Element) -> Mapped:
    """The text in `element` (of a tree over `mapped.text`) as written there, white space and all, without markup."""
    pieces = [*_pieces(element, {})]
    return kept(mapped, pieces)


def flow(mapped: Mapped, element: Element, *, without: frozenset[str] = frozenset()) -> Mapped:
    """The text in `element`, white space settled as a browser does, paragraphs parted by a blank line.

    Elements named in `BLOCKS` part paragraphs, `br` lines (two of them paragraphs, too); those named in `without` are
    left out with all that is in them.
    """
    marks = dict.fromkeys(BLOCKS, PARAGRAPH) | dict.fromkeys(without, "")
    return settled(kept(mapped, [*_pieces(element, marks, without)]))


class Piece(NamedTuple):
    """A stretch that stays, with its references resolved (with an empty mark as it is), or that becomes a mark."""

    start: int
    end: int
    mark: str | None = None


def _pieces(element: Element, marks: dict[str, str], without: frozenset[str] = frozenset()) -> Iterator[Piece]:
    """What stays of an element: stretches (None), stretches of CDATA (empty), and marks where tags stand."""
    waiting: list[Element | Piece] = [element]
    top = element
    while waiting:
        each = waiting.pop()
        if isinstance(each, Piece):
            yield each
            continue
        if each.name == CDATA:
            yield Piece(each.inner, each.inner_end, "")
            continue
        if each.name == OTHER or each.name in without:
            continue
        if each.name == "br":
            yield Piece(each.start, each.inner, BREAK)
            continue
        mark = marks.get(each.name) if each is not top else None
        parts: list[Element | Piece] = []
        if mark:
            parts.append(Piece(each.start, each.inner, mark))
        at = each.inner
        for child in each.children:
            if child.start > at:
                parts.append(Piece(at, child.start))
            parts.append(child)
            at = child.end
        if each.inner_end > at:
            parts.append(Piece(at, each.inner_end))
        if mark and each.end > each.inner_end:
            parts.append(Piece(each.inner_end, each.end, mark))
        waiting += reversed(parts)


def kept(mapped: Mapped, pieces: Sequence[Piece]) -> Mapped:
    """The stretches of `mapped` that stay, in order, references resolved, marks put in, all else left out."""
    stretches = [piece for piece in pieces if piece.start < piece.end]
    if not stretches:
        return mapped.cut(0, 0)
    first = stretches[0].start
    cut = mapped.cut(first, stretches[-1].end)
    edits: list[Edit] = []
    at = 0
    for begin, behind, mark in stretches:
        start, end = begin - first, behind - first
        if start > at:
            edits.append(Edit(at, start, ""))
        if mark is None:
            edits += markup_reference_edits(cut.text, start, end)
        elif mark:
            edits.append(Edit(start, end, mark))
        at = end
    return cut.edited(edits)


def settled(mapped: Mapped) -> Mapped:
    """The text with white space as a browser shows it: runs as one space, marks as breaks, nothing at the ends."""
    text = mapped.text
    if _LINES.search(text):
        mapped = mapped.edited([Edit(*found.span(), " ") for found in _LINES.finditer(text)])
        text = mapped.text
    edits = []
    for found in _WHITE.finditer(text):
        run = found[0]
        is_paragraph = PARAGRAPH in run or run.count(BREAK) > 1
        new = "\n\n" if is_paragraph else "\n" if BREAK in run else " "
        if new != run:
            edits.append(Edit(*found.span(), new))
    return mapped.edited(edits).strip()
