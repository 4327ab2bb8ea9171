"""A page while its article is sought."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache, reduce
from operator import or_

from wortlaut.intake.markup.tree import Element
from wortlaut.intake.pages.blocks import Block
from wortlaut.intake.pages.names import joined_name, mark_of

__all__ = ["SHORT", "Page", "ends_sentence", "normal", "weight"]

_ENDS = re.compile(r"[.!?:…][\"'“”«»‘’›‹)\]]*\W*$")
_NO_WORD = re.compile(r"[\W_]+")
_PROSE = frozenset("p div td li blockquote section article main dd span body center font # th pre".split())
_ASKED_AGAIN = 2000  # characters of titles and paragraphs, which are normalised again and again
SHORT = 25  # characters of running text at least


@dataclass(slots=True)
class Page:
    """A page while its article is sought: text, runs, the heading, and what structured data give as the text."""

    text: str
    top: Element
    blocks: list[Block]
    heading: Element | None
    body: str = ""  # normalised
    address: str = ""
    prefixes: frozenset[str] = frozenset()  # what the site begins its own names with
    marks: dict[int, int] = field(default_factory=dict)
    around: dict[int, int] = field(default_factory=dict)  # by what holds a run, the marks of all that holds that
    out: dict[int, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.heading is not None:
            near = [self.heading, *(each for _, each in zip(range(2), self.heading.ancestors(), strict=False))]
            names = [joined_name(name) for each in near for name in each.get("class").split()]
            self.prefixes = frozenset(first for first, dash, _ in (name.partition("-") for name in names) if dash)

    def mark(self, element: Element) -> int:
        """What the element says of itself."""
        known = self.marks.get(id(element))
        if known is None:
            known = self.marks[id(element)] = mark_of(element, self.prefixes)
        return known

    def holds_title(self, element: Element) -> bool:
        """Whether the heading stands in the element."""
        return self.heading is not None and element.start <= self.heading.start < element.end

    def marked(self, block: Block, mark: int) -> bool:
        """Whether some element around the block has the mark."""
        around = self.around.get(id(block.holder))
        if around is None:
            around = self.around[id(block.holder)] = reduce(or_, map(self.mark, block.path))
        return around & mark != 0


def normal(text: str) -> str:
    """Letters and figures of `text` in small letters, nothing else."""
    return _normal(text) if len(text) < _ASKED_AGAIN else _NO_WORD.sub("", text.casefold())


@lru_cache(maxsize=512)
def _normal(text: str) -> str:
    return _NO_WORD.sub("", text.casefold())


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    return _ENDS.search(text) is not None


def weight(block: Block) -> float:
    """How much running text a block is, in characters."""
    if block.weight is None:
        block.weight = _weighed(block)
    return block.weight


def _weighed(block: Block) -> float:
    if block.holder.name not in _PROSE or block.plain < SHORT or block.links > block.plain:
        return 0.0
    if sum(piece.mark is not None for piece in block.pieces) >= 3 and len(block.text) < 60 * len(block.pieces):
        return 0.0  # a list of lines
    if not ends_sentence(block.text) and block.text.count(" ") < 11:
        return 0.0
    return (block.plain - block.links) * (0.5 if block.holder.name == "li" else 1.0)
