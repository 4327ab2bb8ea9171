"""Where on a page the article stands.

Marks (classes, roles, elements) say what is beside it, but only of parts that hold less than about half of the page's
running text, for sites name whole pages after a box in them. Of what is left, the article is where most of the running
text stands together; what structured data give as its text is taken for sure.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wortlaut.intake.markup.tree import Element
from wortlaut.intake.pages.blocks import HEADINGS, Block, is_unseen
from wortlaut.intake.pages.boxes import advertised, without_boxes
from wortlaut.intake.pages.names import Mark, weak_name
from wortlaut.intake.pages.phrases import is_aside_line, is_key_points, is_offer
from wortlaut.intake.pages.trimming import trimmed
from wortlaut.intake.pages.view import Page, ends_sentence, normal, weight

__all__ = ["Chosen", "choose"]

_MOST_SHARE = 0.45  # an aside holds no larger part of the running text
_SMALL = 320  # characters that a byline, date or caption has at most
_DESCENT = 0.88  # the part of the running text that an element must have to be gone into
_RESTRICT = 0.5  # the part that those named as the article's body must have to be the article
_NEAR = 4000  # characters of the page that may lie between heading and lead
_TEASER = 500  # characters that a teaser has at most
_MOST_ARTICLE = 0.7  # the part that an article element without the heading must have to be the article
_BODIES = Mark.BODY | Mark.TICKER
_ENOUGH = 150  # characters of running text that an article has at least
_PAIRED = 0.6  # the part of the sentences in elements of a kind that stand behind a link each
_OFFERED = 1500  # characters of an offer that are looked at
_COVERED = 40  # characters of a block at least that is looked for in the structured data


@dataclass(frozen=True, slots=True)
class Chosen:
    """The blocks of the article in order, and whether the page offers the rest of it to those who pay."""

    blocks: list[Block]
    has_offer: bool


def choose(page: Page) -> Chosen:
    """The blocks that are the article; all that are not marked as something else where nothing reads like one."""
    totals, lengths = _totals(page.blocks)
    _exclude(page, totals, lengths)
    left = [block for block in page.blocks if not _is_out(page, block)]
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


def _exclude(page: Page, totals: dict[int, float], lengths: dict[int, int]) -> None:
    """Nothing; `page.out` says of each element whether it is beside the article by what it says of itself."""
    whole = totals[id(page.top)] or 1.0
    kinds = _kinds(page, totals)
    for block in page.blocks:
        for element in reversed(block.path):
            if id(element) in page.out:
                break  # and so is all that is around it
            share = totals[id(element)] / whole
            page.out[id(element)] = _is_beside(page, element, share, lengths[id(element)])
            if (
                page.mark(element) & Mark.WEAK
                and element.name not in HEADINGS
                and kinds[weak_name(element)] < _MOST_SHARE * whole
            ):
                page.out[id(element)] |= (
                    share < _MOST_SHARE and not page.holds_title(element) and not _has_key_points(element)
                )
        if block.is_heading and block.links > 0.7 * len(block.text):
            _exclude_teaser(page, block, lengths)
        advert = advertised(page, block, lengths, totals)
        if advert is not None:
            page.out[id(advert)] = True
    _exclude_lists(page, totals, whole)
    _exclude_pairs(page)


def _exclude_lists(page: Page, totals: dict[int, float], whole: float) -> None:
    """Nothing; an element that is mostly links to elsewhere, each perhaps with a sentence behind it, is out."""
    linked: Counter[int] = Counter()
    prose: Counter[int] = Counter()
    elements: dict[int, Element] = {}
    for block in page.blocks:
        is_link = block.links >= 15 and (
            (block.begins_linked and block.links >= 0.08 * len(block.text)) or block.plain < 10
        )
        for element in block.path[-3:]:
            elements[id(element)] = element
            linked[id(element)] += is_link
            prose[id(element)] += not is_link and weight(block) > 0
    title = page.heading
    for key, element in elements.items():
        holds_title = title is not None and element.start <= title.start < element.end
        is_small = totals[key] < _MOST_SHARE * whole or (title is not None and linked[key] > 3)
        if linked[key] >= 3 and linked[key] >= prose[key] and is_small and not holds_title:
            page.out[key] = True


def _kinds(page: Page, totals: dict[int, float]) -> dict[str, float]:
    """How much running text all elements of the same classes have together."""
    kinds: dict[str, float] = defaultdict(float)
    seen: set[int] = set()
    for block in page.blocks:
        for element in reversed(block.path):
            if id(element) in seen:
                break
            seen.add(id(element))
            if page.mark(element) & Mark.WEAK:
                kinds[weak_name(element)] += totals[id(element)]
    return kinds


def _is_beside(page: Page, element: Element, share: float, length: int) -> bool:
    mark = page.mark(element)
    title = page.heading
    if page.holds_title(element):
        return False
    if is_unseen(page.text, element):
        return share < _MOST_SHARE
    if not mark & (Mark.OUTSIDE | Mark.ASIDE | Mark.SMALL | Mark.EMBED | Mark.OFFER):
        return False
    if not mark & (Mark.OUTSIDE | Mark.EMBED | Mark.OFFER) and _has_key_points(element):
        return False
    if _is_quoted(element):
        return bool(mark & (Mark.EMBED | Mark.OFFER))
    if mark & Mark.BODY and share > 0.2:
        return False
    if mark & Mark.OUTSIDE:
        return share < _MOST_SHARE or element.name in ("nav", "footer") or title is not None
    if mark & Mark.LEAD and not mark & (Mark.EMBED | Mark.OFFER) and _is_plain_lead(page, element):
        return False
    if mark & (Mark.ASIDE | Mark.EMBED):
        return share < _MOST_SHARE
    if mark & Mark.OFFER:  # also the name of what is behind the wall
        return share < _MOST_SHARE and is_offer(" ".join(element.words().split())[:_OFFERED])
    return length <= _SMALL and not any(page.mark(each) & Mark.QUOTE for each in _upwards(element))


def _has_key_points(element: Element) -> bool:
    """Whether it begins with a heading such as `Das Wichtigste in Kürze` and lists what the article says."""
    head = next(element.descend("h2", "h3", "h4", "h5", "strong", "b", "summary"), None)
    return head is not None and is_key_points(head.words()) and next(element.descend("li"), None) is not None


def _is_quoted(element: Element) -> bool:
    """Whether it shows a quotation with who said it, or a table, or stands in what does."""
    around = [each for _, each in zip(range(4), _upwards(element), strict=False)]
    quote = next((each for each in around if each.name == "blockquote"), None)
    if quote is not None:
        return "caption" not in quote.get("class")
    figure = next((each for each in around if each.name == "figure"), None)
    return figure is not None and next(figure.descend("blockquote", "q", "table"), None) is not None


def _is_plain_lead(page: Page, element: Element) -> bool:
    """Whether it is a mere text soon behind the heading, without the link and heading that a teaser has."""
    title = page.heading
    if element.name == "div":
        if title is None or not 0 <= element.start - title.end < _NEAR:
            return False
        if any(weight(b) >= _ENOUGH and title.end <= b.start < element.start for b in page.blocks):
            return False
    return next(element.descend("a", "h1", "h2", "h3", "h4", "h5", "h6", "img"), None) is None


def _exclude_teaser(page: Page, block: Block, lengths: dict[int, int]) -> None:
    """Nothing; a heading that is a link to elsewhere is out, with what stands around it if that is short."""
    link = next(block.holder.descend("a"), None) or next((e for e in block.holder.ancestors() if e.name == "a"), None)
    target = "" if link is None else link.get("href")
    if target.startswith("#") or (page.address and target.split("#")[0] in (page.address, "")):
        return
    around = block.holder
    for element in reversed(block.path[:-1]):
        if lengths[id(element)] > _TEASER or (page.heading and element.start <= page.heading.start < element.end):
            break
        around = element
        if element.name in ("article", "li"):
            break
    page.out[id(around)] = True


def _is_out(page: Page, block: Block) -> bool:
    return any(page.out[id(element)] for element in block.path)


def _center(page: Page, left: Sequence[Block]) -> Element:
    """The innermost element that holds nearly all of the running text."""
    totals, _ = _totals(left)
    center, children = page.top, _children(left)
    while True:
        best = max(children[id(center)], key=lambda each: totals[id(each)], default=None)
        if best is None or not totals[id(best)] or totals[id(best)] < _DESCENT * totals[id(center)]:
            return _above_alike(center, left)
        center = best


def _above_alike(center: Element, left: Sequence[Block]) -> Element:
    """The element that holds `center` and others of its kind with running text; `center` where there are none."""
    top = center
    for each in _upwards(center):
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
    if not any(page.mark(each) & _BODIES for each in _upwards(center)):
        whole = _sum(inside)
        if _sum([block for block in inside if page.marked(block, _BODIES)]) >= _RESTRICT * whole > 0:
            return _BODIES
        for each in {id(e): e for block in inside for e in block.path if e.name == "article"}.values():
            if _sum([block for block in inside if each in block.path]) >= _MOST_ARTICLE * whole:
                return each
    return next((e for e in _upwards(center) if e.name == "article" or page.mark(e) & Mark.BODY), center)


def _sum(blocks: Iterable[Block]) -> float:
    return sum(map(weight, blocks))


def _title_article(page: Page) -> Element | None:
    """The article element around the heading."""
    if page.heading is None:
        return None
    return next((each for each in page.heading.ancestors() if each.name == "article"), None)


def _left_in(page: Page, element: Element) -> list[Block]:
    """The blocks in an element that are not marked as something else."""
    return [block for block in page.blocks if element in block.path and not _is_out(page, block)]


def _upwards(element: Element) -> Iterable[Element]:
    yield element
    yield from element.ancestors()


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


def _exclude_pairs(page: Page) -> None:
    """Nothing; sentences that each stand right behind a line that is a link are out, where there are several pairs."""
    pairs: dict[str, list[Block]] = defaultdict(list)
    prose = Counter(_kind_of(b.holder.parent) for b in page.blocks if b.holder.parent is not None and weight(b))
    since = 3  # blocks since the last line that is a link
    line: Block | None = None
    for block in page.blocks:
        above = block.holder.parent
        if _is_out(page, block):
            continue
        if block.links >= 15 and block.links >= 0.8 * len(block.text) and not is_aside_line(block.text, block.links):
            since, line = 0, block
        elif above is not None and weight(block):
            if since < 2 and line is not None and above in line.path and len(block.text) <= _TEASER:
                pairs[_kind_of(above)].append(block)
            since = 3
        else:
            since += 1
    for kind, found in pairs.items():
        if len(found) > 2 and len(found) >= _PAIRED * prose[kind]:
            page.out |= {id(block.holder): True for block in found if block.holder.name not in ("td", "body", "main")}


def _alone(page: Page, center: Element) -> Element | None:
    """The element around the heading that is one of several alike within `center`: items of a list of articles."""
    above = None if page.heading is None else page.heading.parent
    while above is not None and above is not center and above.parent is not None:
        own = _shape(above)
        like = [each for each in above.parent.elements if each is not above and _kind_of(each) == _kind_of(above)]
        alike = [each for each in like if _shape(each) == own]
        if len(own) > 1 and above.get("class") and len(alike) > 1 and all(map(_is_teaser, alike)):
            return above
        above = above.parent
    return None


def _is_teaser(element: Element) -> bool:
    """Whether an element shows a line that is a link to somewhere."""
    return any(len(each.words().strip()) >= 15 for each in element.descend("a"))


def _shape(element: Element) -> tuple[str, ...]:
    return tuple(_kind_of(each) for each in element.elements)


def _kind_of(element: Element) -> str:
    name = "h" if element.name in HEADINGS else element.name
    return f"{name} {element.get('class')}"


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
