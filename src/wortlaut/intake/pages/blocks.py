"""The runs of text on a page: what a reader sees as one paragraph, heading or line, with its places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise

from wortlaut.intake.escapes import unescaped
from wortlaut.intake.markup.content import BLOCKS, BREAK, Piece
from wortlaut.intake.markup.html import SILENT
from wortlaut.intake.markup.tree import OTHER, Element
from wortlaut.intake.pages.names import mark_of

__all__ = ["HEADINGS", "Block", "blocks_of", "is_unseen"]

HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_CELLS = frozenset(("td", "th"))
_PARTING = (BLOCKS | frozenset("center hgroup search template optgroup option".split())) - SILENT
_LINES = ("span", "cite")
_UNREAD = SILENT | {"label", OTHER}
_LONGEST_CELL = 160  # characters in the mean; a cell of more is a column of the page, not of a table
# What is kept from sighted readers, or from all until a script shows it.
_UNSEEN = re.compile(
    r"""\shidden(?=[\s>/=])(?!=["']?until)|display\s*:\s*none|visibility\s*:\s*hidden"""
    r"""|["'\s](?:sr-only|sr_only|visually-?hidden|screen-?reader(?:-text|-only)?|a11y-hidden|is-hidden|u-hidden"""
    r"""|hidden|invisible|aural|u-visually-hidden|is-visually-hidden|sr-hidden|hide-visually|off-?screen)["'\s]""",
    re.IGNORECASE,
)
_LONGEST_UNSEEN = 2000  # characters of a piece of a line
# Hidden on small screens only.
_SHOWN = re.compile(r"\b(?:xs|sm|md|lg|xl|2xl|tablet|desktop)[:-](?:block|flex|grid|inline|table|contents|visible)")
# One of these stands in every tag that says so.
_TELLING = ("hid", "display", "visib", "sr-only", "sr_only", "screen", "aural")


class _End(Enum):
    """What ends where it comes."""

    RUN = auto()
    LINK = auto()


@dataclass(slots=True)
class Block:
    """A run of text: its pieces in the page, its words, how many characters of these are links, and what holds it."""

    pieces: list[Piece]
    text: str
    links: int
    holder: Element
    path: tuple[Element, ...] = field(repr=False)  # from the outermost element to the holder
    begins_linked: bool = False  # whether its first words are a link
    weight: float | None = None  # how much running text it is, once that was asked for

    @property
    def start(self) -> int:
        """Where it begins in the page."""
        return self.pieces[0].start

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.holder.name in HEADINGS

    @property
    def plain(self) -> int:
        """The number of its characters that are no links."""
        return len(self.text) - self.links


def is_unseen(page: str, element: Element) -> bool:
    """Whether the element's own tag says that it is hidden, or only for screen readers."""
    if element.inner - element.start < len(element.name) + 9:  # no attribute that says so fits in
        return False
    tag = page[element.start : element.inner].lower()
    if not any(word in tag for word in _TELLING):
        return False
    found = _UNSEEN.search(page, element.start, element.inner)
    return found is not None and _SHOWN.search(page, element.start, element.inner) is None


def blocks_of(page: str, top: Element) -> list[Block]:
    """The runs of text below `top`, in order; the cells of a row of a table as one."""
    walk = _Walk(page, top)
    walk.go()
    return list(_rows(walk.found)) if walk.has_rows else walk.found


class _Walk:
    """Goes through the tree and gathers runs of text between the edges of blocks."""

    def __init__(self, page: str, top: Element) -> None:
        self.page = page
        self.found: list[Block] = []
        self.has_rows = False
        self.pieces: list[Piece] = []
        self.linked: list[Piece] = []
        self.path = [top]
        self.in_links = 0
        self.waiting: list[Element | Piece | _End] = []

    def go(self) -> None:
        """None; `found` then has the runs below the top."""
        waiting = self.waiting
        self._await(self.path[0])
        while waiting:
            each = waiting.pop()
            if isinstance(each, Piece):
                self.pieces.append(each)
                if self.in_links:
                    self.linked.append(each)
            elif isinstance(each, Element):
                self._enter(each)
            elif each is _End.LINK:
                self.in_links -= 1
            else:
                self._flush()
                self.path.pop()
        self._flush()

    def _await(self, element: Element) -> None:
        """None; the children of `element` wait, with its own text between them."""
        waiting, at = self.waiting, element.inner_end
        for child in reversed(element.children):
            if child.end < at:
                waiting.append(Piece(child.end, at))
            waiting.append(child)
            at = child.start
        if element.inner < at:
            waiting.append(Piece(element.inner, at))

    def _enter(self, element: Element) -> None:
        name = element.name
        if name in _UNREAD:
            return
        if name == "br":
            self._break(element)
            return
        if name in _PARTING or ("-" in name and _is_block(element)) or (name in _LINES and _is_line(element)):
            self._flush()
            self.path.append(element)
            self.waiting.append(_End.RUN)
            self.has_rows = self.has_rows or name == "tr"
        elif name == "a":
            self.in_links += 1
            self.waiting.append(_End.LINK)
        elif element.end - element.start < _LONGEST_UNSEEN and is_unseen(self.page, element):
            return
        self._await(element)

    def _break(self, element: Element) -> None:
        if self.pieces and self._is_second_break():
            self._flush()
        elif self.pieces:
            self.pieces.append(Piece(element.start, element.inner, BREAK))

    def _is_second_break(self) -> bool:
        """Whether nothing but white space came since the last break."""
        for piece in reversed(self.pieces):
            if piece.mark:
                return True
            if self._words((piece,)):
                return False
        return False

    def _flush(self) -> None:
        """None; the pieces that were gathered are a run, if there are words in them."""
        pieces, linked = self.pieces, self.linked
        if not pieces:
            return
        self.pieces, self.linked = [], []
        text = self._words(pieces)
        if text:
            links = len(self._words(linked)) if linked else 0
            begins = bool(linked) and self._first(pieces) in linked
            self.found.append(Block(pieces, text, min(links, len(text)), self.path[-1], tuple(self.path), begins))

    def _first(self, pieces: Sequence[Piece]) -> Piece | None:
        """The first piece that has words."""
        return next((each for each in pieces if not each.mark and self._words((each,))), None)

    def _words(self, pieces: Sequence[Piece]) -> str:
        page = self.page
        text = "".join([" " if mark else page[start:end] for start, end, mark in pieces])
        return " ".join(unescaped(text).split())


def _is_block(custom: Element) -> bool:
    """Whether an element of the site's own making is no part of a line."""
    return bool(mark_of(custom)) or any(each.name in _PARTING for each in custom.children)


def _is_line(span: Element) -> bool:
    """Whether a span stands for a line of its own: beside others in a caption that has no text between them.

    So does the source below a quotation.
    """
    above = span.parent
    if span.name == "cite":
        return above is not None and above.name == "blockquote" and above.children[-1] is span
    if above is None or above.name not in ("figcaption", "cite"):
        return False
    return all(each.name == "span" for each in above.elements) and len(above.children) > 1


def _rows(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, those of one row of a table of short cells as one."""
    waiting: list[Block] = []
    row: Element | None = None
    for block in blocks:
        own = next((each for each in reversed(block.path) if each.name == "tr"), None)
        if own is not row:
            yield from _joined(waiting, row)
            waiting, row = [], own
        if own is None:
            yield block
        else:
            waiting.append(block)
    yield from _joined(waiting, row)


def _joined(cells: list[Block], row: Element | None) -> Iterator[Block]:
    own = [next((each for each in reversed(block.path) if each.name in _CELLS), None) for block in cells]
    is_table = len(set(map(id, own))) == len(cells) and sum(len(each.text) for each in cells) <= _LONGEST_CELL * len(
        cells
    )
    if row is None or len(cells) < 2 or not is_table:
        yield from cells
        return
    pieces = list(cells[0].pieces)
    for before, block in pairwise(cells):
        pieces += [Piece(before.pieces[-1].end, block.start, " | "), *block.pieces]
    path = cells[0].path[: cells[0].path.index(row) + 1]
    yield Block(pieces, " | ".join(each.text for each in cells), sum(each.links for each in cells), row, path)
