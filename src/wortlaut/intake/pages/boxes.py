"""Boxes within an article that no name gives away: told by how they differ from what holds its paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from wortlaut.intake.markup.tree import Element
from wortlaut.intake.pages.blocks import Block
from wortlaut.intake.pages.names import Mark
from wortlaut.intake.pages.phrases import is_informing, is_key_points, is_verdict
from wortlaut.intake.pages.view import Page, ends_sentence, weight

__all__ = ["advertised", "without_boxes"]

_PICTURES = frozenset(("img", "picture", "amp-img", "video", "iframe"))
_LARGEST = 0.2  # the part of the running text that boxes of one kind have at most
_LONGEST = 900  # characters of a box with a heading
_PICTURED = 320  # of a box with a picture
_ASKING = 500  # of a box that asks for something: an address, a vote
_FIGURES = re.compile(r"\d+")
_BODIES = Mark.BODY | Mark.MAIN | Mark.TICKER
_CAPTION = 200
_FRAMES = ("div", "section", "a", "article")
_ADVERT = re.compile(r"\W*(?:anzeigen?|werbung|advertisement|inserat|sponsored|gesponsert|promotion|reklame)\W*", re.I)
_ADVERTISED = 400  # characters that an advert has at most


def advertised(page: Page, block: Block, lengths: dict[int, int], totals: dict[int, float]) -> Element | None:
    """The element around an advert of which `block` is the mark; None where it is no such mark."""
    if len(block.text) > 30 or not _ADVERT.fullmatch(block.text):
        return None
    around = block.holder
    for element in reversed(block.path[:-1]):
        if totals[id(element)] > _LARGEST * totals[id(page.top)] or lengths[id(element)] > _ADVERTISED:
            break
        if page.holds_title(element) or page.mark(element) & _BODIES:
            break
        around = element
    return around


def without_boxes(page: Page, blocks: Sequence[Block]) -> list[Block]:
    """The blocks without captions, and without small boxes with a picture or a heading of their own.

    The elements that hold most of the running text side by side are of one kind, by their names and classes; a box is
    of another kind and holds none of them.
    """
    if any(page.marked(block, Mark.TICKER) for block in blocks):
        return list(blocks)
    captions = _Captions()
    blocks = [block for block in blocks if not captions.have(block)]
    kinds: Counter[str] = Counter()
    for block in blocks:
        kinds[_kind(_frame(block))] += int(weight(block))
    if not kinds:
        return list(blocks)
    main = kinds.most_common(1)[0][0]
    holding = {id(each) for block in blocks if _kind(_frame(block)) == main for each in block.path}
    inside: dict[int, list[Block]] = {}
    boxes: dict[int, Element] = {}
    for block in blocks:
        box = next((each for each in block.path if id(each) not in holding and _is_frame(each)), None)
        if box is not None:
            boxes[id(box)] = box
            inside.setdefault(id(box), []).append(block)
    first = min(block.start for block in blocks if _kind(_frame(block)) == main)
    sums: Counter[str] = Counter()
    for key, box in boxes.items():
        sums[_kind(box)] += int(sum(map(weight, inside[key])))
    whole = sum(kinds.values())
    often = {kind for kind, count in Counter(map(_kind, boxes.values())).items() if count > 1}
    out: set[int] = set()
    for key, box in boxes.items():
        is_lead = box.start < first and not inside[key][0].is_heading
        if sums[_kind(box)] <= _LARGEST * whole and not page.holds_title(box) and not is_lead:
            is_one = _is_box(box, inside[key], is_single=_kind(box) not in often)
            out |= set(map(id, inside[key])) if is_one else set()
    return [block for block in blocks if id(block) not in out]


def _is_frame(element: Element) -> bool:
    return element.name in _FRAMES or "-" in element.name


def _frame(block: Block) -> Element:
    """The innermost element around a block that is no paragraph, list or quotation itself."""
    return next((each for each in reversed(block.path) if _is_frame(each)), block.path[0])


def _kind(element: Element) -> str:
    return f"{element.name} {_FIGURES.sub('', element.get('class'))}"


def _is_box(box: Element, blocks: Sequence[Block], *, is_single: bool) -> bool:
    """Whether the blocks of an element beside the article's own are a box; `is_single`: no other is like it."""
    first = blocks[0]
    if next(box.descend("blockquote", "q"), None) is not None:
        return False
    if is_key_points(first.text) and any(each.name == "li" for block in blocks for each in block.path):
        return False
    if is_verdict(first.text):
        return False
    length = sum(len(block.text) for block in blocks)
    if length <= _ASKING and next(box.descend("form", "input", "button"), None) is not None:
        return True
    if length <= _PICTURED and next(box.descend(*_PICTURES), None) is not None:
        return True
    strong = next(first.holder.descend("b", "strong"), None)
    is_bold = strong is not None and " ".join(strong.words().split()) == first.text and not ends_sentence(first.text)
    is_headed = first.is_heading or (is_bold and first.holder.name in ("p", "div") and len(first.text) < 60)
    if any(block.holder.name == "tr" for block in blocks) and not is_informing(first.text):
        return False
    headings = sum(block.is_heading for block in blocks)
    return is_headed and is_single and headings < 2 < 1 + len(blocks) and length <= _LONGEST


class _Captions:
    """Tells captions by the picture before them; the neighbours of an element are looked at once."""

    def __init__(self) -> None:
        self._before: dict[int, Element | None] = {}
        self._counts: dict[int, Counter[str]] = {}

    def have(self, block: Block) -> bool:
        """Whether the block stands alone with a picture, or right behind one under a class of its own."""
        holder, above = block.holder, block.holder.parent
        if len(block.text) > _CAPTION or block.is_heading or above is None:
            return False
        if holder.name != "p" and any(each.name in _PICTURES for each in holder.elements):
            return all(each.name in _PICTURES or each.name in _INLINE for each in holder.elements)
        if id(above) not in self._counts:
            self._look_at(above)
        before = self._before.get(id(holder))
        if before is None or before.name not in _PICTURES:
            return False
        counts = self._counts[id(above)]
        return counts.total() <= 3 or (bool(holder.get("class")) and counts[_kind(holder)] == 1)

    def _look_at(self, above: Element) -> None:
        before: Element | None = None
        counts: Counter[str] = Counter()
        for each in above.elements:
            self._before[id(each)] = before
            before = each
            counts[_kind(each)] += 1
        self._counts[id(above)] = counts


_INLINE = frozenset("br span em i b strong small a".split())
