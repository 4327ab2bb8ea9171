"""Where on a page the article stands.

Of what is not beside it, the article is where most of the running text stands together; what structured data give as
its text is taken for sure.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wortlaut.intake.markup.tree import Element
from wortlaut.intake.pages.beside import exclude, is_out, kind_of, upwards
from wortlaut.intake.pages.blocks import Block
from wortlaut.intake.pages.boxes import without_boxes
from wortlaut.intake.pages.names import Mark
from wortlaut.intake.pages.trimming import trimmed
from wortlaut.intake.pages.view import Page, ends_sentence, normal, weight

__all__ = ["Chosen", "choose"]

_DESCENT = 0.88  # the part of the running text that an element must have to be gone into
_RESTRICT = 0.5  # the part that those named as the article's body must have to be the article
_NEAR = 4000  # characters of the page that may lie between heading and lead
_MOST_ARTICLE = 0.7  # the part that an article element without the heading must have to be the article
_BODIES = Mark.BODY | Mark.TICKER
_ENOUGH = 150  # characters of running text that an article has at least
_COVERED = 40  # characters of a block at least that is looked for in the structured data


@dataclass(frozen=True, slots=True)
class Chosen:
    """The blocks of the article in order, and whether the page offers the rest of it to those who pay."""

    blocks: list[Block]
    has_offer: bool


def choose(page: Page) -> Chosen:
    """The blocks that are the article; all that are not marked as something else where nothing reads like one."""
    totals, lengths = _totals(page.blocks)
    exclude(page, totals, lengths)
    left = [block for block in page.blocks if not is_out(page, block)]
    if not _sum(left):  # the names mislead
        page.out = dict.fromkeys(page.out, False)
        left = [block for block in page.blocks if not page.marked(block, Mark.OUTSIDE)] or list(page.blocks)
    covered = _covered(page)
    center = _center(page, left)
    scope = _scope(page, center)
    if isinstance(scope, int):
        named = [block for block in left if center in block.path and page.marked(block, scope)]
        first = page.heading.end if page.heading is not None else min((block.start for block in named), default=0)
        last = max((block.start for block in named), default=len(page.text))
        inside = [block for block in left if center in block.path and first <= block.start <= last]
    else:
        inside = [block for block in left if scope in block.path]
    if covered:
        inside = _by_data(page, inside, covered)
    inside = _up_to_next(page, inside)
    first = inside[0].start if inside else len(page.text)
    lead = _lead(page, left, inside, first)
    has_offer = any(page.marked(block, Mark.OFFER) for block in page.blocks)
    return Chosen(trimmed(page, without_boxes(page, [*lead, *inside]), {id(each) for each in covered}), has_offer)


def _totals(blocks: Iterable[Block]) -> tuple[dict[int, float], dict[int, int]]:
    """By element how much running text and how many characters it has."""
    totals: dict[int, float] = defaultdict(float)
    lengths: dict[int, int] = defaultdict(int)
    above: dict[int, int] = {}  # outer ones before inner ones
    for block in blocks:
        path = block.path
        known = len(path)
        while known and id(path[known - 1]) not in above:
            known -= 1
        for number in range(known, len(path)):
            above[id(path[number])] = id(path[number - 1]) if number else 0
        totals[id(path[-1])] += weight(block)
        lengths[id(path[-1])] += len(block.text)
    for inner, outer in reversed(above.items()):
        totals[outer] += totals[inner]
        lengths[outer] += lengths[inner]
    return totals, lengths


def _center(page: Page, left: Sequence[Block]) -> Element:
    """The innermost element that holds nearly all of the running text, and is no paragraph."""
    totals, _ = _totals(left)
    center, children = page.top, _children(left)
    runs = Counter(id(block.holder) for block in left)
    while True:
        best = max(children[id(center)], key=lambda each: totals[id(each)], default=None)
        if best is None or not totals[id(best)] or totals[id(best)] < _DESCENT * totals[id(center)]:
            return _above_alike(center, left)
        if runs[id(best)] == 1 and not children[id(best)]:
            return _above_alike(center, left)
        center = best


def _above_alike(center: Element, left: Sequence[Block]) -> Element:
    """The element that holds `center` and others of its kind with running text; `center` where there are none."""
    top = center
    for each in upwards(center):
        if each.parent is None or not each.get("class"):
            continue
        kind = _first_kind(each)
        alike = {id(one) for one in each.parent.elements if one is not each and _first_kind(one) == kind}
        if alike and any(weight(b) and not b.links and any(id(one) in alike for one in b.path) for b in left):
            top = each.parent
    return top


def _first_kind(element: Element) -> str:
    return f"{element.name} {element.get('class').partition(' ')[0]}"


def _children(blocks: Iterable[Block]) -> dict[int, list[Element]]:
    """By element the elements right below it that hold blocks."""
    found: dict[int, dict[int, Element]] = defaultdict(dict)
    for block in blocks:
        for above, below in zip(block.path, block.path[1:], strict=False):
            found[id(above)][id(below)] = below
    return defaultdict(list, {key: list(each.values()) for key, each in found.items()})


def _scope(page: Page, center: Element) -> Element | int:
    """The element that the article stands in, or the mark by which the elements are known that it stands in."""
    titled = _title_article(page)
    if titled is not None and _sum(_left_in(page, titled)) >= _ENOUGH:
        return titled
    inside = _left_in(page, center)
    alone = _alone(page, center)
    if alone is not None and 3 * _sum(_left_in(page, alone)) >= _ENOUGH:
        return alone
    if not any(page.mark(each) & _BODIES for each in upwards(center)):
        whole = _sum(inside)
        if _sum([block for block in inside if page.marked(block, _BODIES)]) >= _RESTRICT * whole > 0:
            return _BODIES
        for each in {id(e): e for block in inside for e in block.path if e.name == "article"}.values():
            if _sum([block for block in inside if each in block.path]) >= _MOST_ARTICLE * whole:
                return each
    return next((e for e in upwards(center) if e.name == "article" or page.mark(e) & Mark.BODY), center)


def _sum(blocks: Iterable[Block]) -> float:
    return sum(map(weight, blocks))


def _title_article(page: Page) -> Element | None:
    """The article element around the heading."""
    if page.heading is None:
        return None
    return next((each for each in page.heading.ancestors() if each.name == "article"), None)


def _left_in(page: Page, element: Element) -> list[Block]:
    """The blocks in an element that are not marked as something else."""
    return [block for block in page.blocks if element in block.path and not is_out(page, block)]


def _covered(page: Page) -> list[Block]:
    """The blocks that structured data give as the article's text, where they give most of it on this page."""
    if len(page.body) < 200:
        return []
    found = [b for b in page.blocks if len(b.text) >= _COVERED and normal(b.text) in page.body]
    seen = {normal(block.text): block for block in reversed(found)}
    if sum(map(len, seen)) < 0.5 * len(page.body):
        return []
    return sorted(seen.values(), key=lambda block: block.start)


def _by_data(page: Page, inside: Sequence[Block], covered: Sequence[Block]) -> list[Block]:
    """The blocks that structured data give, and those between them that were found otherwise."""
    first, last = covered[0].start, covered[-1].start
    sure = {id(each) for each in covered}
    full = sum(len(normal(block.text)) for block in covered) > 0.9 * len(page.body)
    between = [
        each for each in inside if first <= each.start and (each.start <= last or not full) and id(each) not in sure
    ]
    return sorted([*covered, *between], key=lambda block: block.start)


def _alone(page: Page, center: Element) -> Element | None:
    """The element around the heading that is one of several alike within `center`: items of a list of articles."""
    above = None if page.heading is None else page.heading.parent
    while above is not None and above is not center and above.parent is not None:
        own = _shape(above)
        like = [each for each in above.parent.elements if each is not above and kind_of(each) == kind_of(above)]
        alike = [each for each in like if _shape(each) == own]
        if len(own) > 1 and above.get("class") and len(alike) > 1 and all(map(_is_teaser, alike)):
            return above
        above = above.parent
    return None


def _is_teaser(element: Element) -> bool:
    """Whether an element shows a line that is a link to somewhere."""
    return any(len(each.words().strip()) >= 15 for each in element.descend("a"))


def _shape(element: Element) -> tuple[str, ...]:
    return tuple(kind_of(each) for each in element.elements)


def _up_to_next(page: Page, inside: Sequence[Block]) -> list[Block]:
    """The blocks before the next heading that stands in an element like that around the title: of another article."""
    title = page.heading
    if title is None or title.parent is None:
        return list(inside)
    kind = (title.name, title.get("class"), title.parent.name, title.parent.get("class"))
    for number, block in enumerate(inside):
        own, above = block.holder, block.holder.parent
        if block.start < title.end or above is None or above is title.parent:
            continue
        if kind != (own.name, own.get("class"), above.name, above.get("class")) or not _sum(inside[:number]):
            continue
        is_linked = any(
            each.links > 0.8 * len(each.text) for each in page.blocks if block.start <= each.start < block.start + _NEAR
        )
        is_dated = next(above.descend("time"), None) is not None
        if title.name == "h1" or is_linked or is_dated:
            return list(inside[:number])
    return list(inside)


def _lead(page: Page, left: Sequence[Block], inside: Sequence[Block], first: int) -> list[Block]:
    """The blocks between the heading and the article's body that are sentences, or named as the lead."""
    taken = {id(each) for each in inside}
    title = page.heading
    if title is None or title.start > first:
        return [
            b
            for b in left
            if b.start < first and id(b) not in taken and page.marked(b, Mark.LEAD) and ends_sentence(b.text)
        ]
    before = [b for b in left if title.end <= b.start < first and id(b) not in taken]
    items = [b for b in before if not b.links and any(each.name == "li" for each in b.path)]
    points = set(map(id, items if len(items) > 1 else ()))
    return [b for b in before if id(b) in points or _is_sentence(b)]


def _is_sentence(block: Block) -> bool:
    return len(block.text) >= 40 and block.plain > block.links and ends_sentence(block.text)
