"""Boxes within an article that no name gives away: told by how they differ from what holds its paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wortlaut.intake.markup.tree import Element
from wortlaut.intake.pages.blocks import Block
from wortlaut.intake.pages.view import Page, ends_sentence, weight
from wortlaut.intake.pages.words import Mark

__all__ = ["without_boxes"]

_PICTURES = ("img", "picture", "amp-img", "video", "iframe")
_LARGEST = 0.2  # the part of the running text that a box has at most
_LONGEST = 900  # characters of a box with a heading
_PICTURED = 320  # of a box with a picture
_CAPTION = 200
_FRAMES = ("div", "section", "a", "article")


def without_boxes(page: Page, blocks: Sequence[Block]) -> list[Block]:
    """The blocks without captions, and without small boxes with a picture or a heading of their own.

    The elements that hold most of the running text side by side are of one kind, by their names and classes; a box is of
    another kind, or stands among the paragraphs themselves.
    """
    if any(page.marked(block, Mark.TICKER) for block in blocks):
        return list(blocks)
    blocks = [block for block in blocks if not _is_caption(block)]
    kinds: Counter[str] = Counter()
    frames: dict[int, Element] = {}
    inside: dict[int, list[Block]] = {}
    for block in blocks:
        frame = _frame(block)
        kinds[_kind(frame)] += int(weight(block))
        frames[id(frame)] = frame
        inside.setdefault(id(frame), []).append(block)
    whole = sum(kinds.values())
    main = kinds.most_common(1)[0][0] if kinds else ""
    out = {
        key
        for key, frame in frames.items()
        if _kind(frame) != main and kinds[_kind(frame)] <= _LARGEST * whole and _is_box(frame, inside[key])
    }
    return [block for block in blocks if id(_frame(block)) not in out]


def _frame(block: Block) -> Element:
    """The innermost element around a block that is no paragraph, list or quotation itself."""
    return next((each for each in reversed(block.path) if each.name in _FRAMES or "-" in each.name), block.path[0])


def _kind(element: Element) -> str:
    return f"{element.name} {element.get('class')}"


def _is_box(frame: Element, blocks: Sequence[Block]) -> bool:
    length = sum(len(block.text) for block in blocks)
    if length <= _PICTURED and next(frame.descend(*_PICTURES), None) is not None:
        return not any(block.is_heading and block.text.endswith("?") for block in blocks)
    first = blocks[0]
    strong = next(first.holder.descend("b", "strong"), None)
    is_headed = first.is_heading or (
        strong is not None and not ends_sentence(first.text) and len(blocks) > 1 and len(first.text) < 60
    )
    return is_headed and len(blocks) > 1 and length <= _LONGEST and not first.text.endswith("?")


def _is_caption(block: Block) -> bool:
    """Whether it stands alone with a picture, or right behind one under a class of its own."""
    holder, above = block.holder, block.holder.parent
    if len(block.text) > _CAPTION or block.is_heading or above is None:
        return False
    own = [each for each in holder.elements if each.name not in ("br", "span", "em", "i", "b", "strong", "small", "a")]
    if own and all(each.name in _PICTURES for each in own) and holder.name != "p":
        return True
    around = list(above.elements)
    if holder not in around:
        return False
    before = around[around.index(holder) - 1] if around[0] is not holder else None
    if before is None or before.name not in _PICTURES:
        return False
    return len(around) <= 3 or (bool(holder.get("class")) and holder.get("class") not in _classes(around, holder))


def _classes(around: Sequence[Element], holder: Element) -> set[str]:
    return {each.get("class") for each in around if each is not holder and each.name == holder.name}
