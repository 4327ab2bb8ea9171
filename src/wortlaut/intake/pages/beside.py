"""What on a page is beside the article by what it says of itself: adverts, teasers, lists of links, hidden parts.

Marks (classes, roles, elements) count only of parts that hold less than about half of the page's running text, for
sites name whole pages after a box in them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from wortlaut.intake.markup.tree import Element
from wortlaut.intake.pages.blocks import HEADINGS, Block, is_unseen
from wortlaut.intake.pages.boxes import advertised
from wortlaut.intake.pages.names import Mark, weak_name
from wortlaut.intake.pages.phrases import is_aside_line, is_informing, is_key_points, is_offer, is_verdict
from wortlaut.intake.pages.view import Page, weight

__all__ = ["exclude", "is_out", "kind_of", "upwards"]

_MOST_SHARE = 0.45  # an aside holds no larger part of the running text
_SMALL = 320  # characters that a byline, date or caption has at most
_NEAR = 4000  # characters of the page that may lie between heading and lead
_TEASER = 500  # characters that a teaser has at most
_ENOUGH = 150  # characters of running text that an article has at least
_PAIRED = 0.6  # the part of the sentences in elements of a kind that stand behind a link each
_OFFERED = 1500  # characters of an offer that are looked at


def exclude(page: Page, totals: dict[int, float], lengths: dict[int, int]) -> None:
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
        is_prose = not is_link and weight(block) > 0
        for element in block.path[-3:]:
            key = id(element)
            elements[key] = element
            if is_link:
                linked[key] += 1
            elif is_prose:
                prose[key] += 1
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
    if is_unseen(page.text, element) or (element.name == "details" and _is_explanation(element)):
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
    return length <= _SMALL and not any(page.mark(each) & Mark.QUOTE for each in upwards(element))


def _has_key_points(element: Element) -> bool:
    """Whether it begins with a heading such as `Das Wichtigste in Kürze`, and lists what the article says or judges."""
    head = next(element.descend("h2", "h3", "h4", "h5", "strong", "b", "summary"), None)
    if head is None:
        return False
    words = " ".join(head.words().split())
    return is_verdict(words) or (is_key_points(words) and next(element.descend("li"), None) is not None)


def _is_explanation(element: Element) -> bool:
    """Whether it is folded and explains a word."""
    head = next(element.descend("summary"), None)
    return head is not None and is_informing(" ".join(head.words().split()))


def _is_quoted(element: Element) -> bool:
    """Whether it shows a quotation with who said it, or a table, or stands in what does."""
    around = [each for _, each in zip(range(4), upwards(element), strict=False)]
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


def is_out(page: Page, block: Block) -> bool:
    """Whether the block stands in something that is beside the article."""
    return any(map(page.out.__getitem__, map(id, block.path)))


def _exclude_pairs(page: Page) -> None:
    """Nothing; sentences that each stand right behind a line that is a link are out, where there are several pairs."""
    pairs: dict[str, list[Block]] = defaultdict(list)
    prose = Counter(kind_of(b.holder.parent) for b in page.blocks if b.holder.parent is not None and weight(b))
    since = 3  # blocks since the last line that is a link
    line: Block | None = None
    for block in page.blocks:
        above = block.holder.parent
        if is_out(page, block):
            continue
        if block.links >= 15 and block.links >= 0.8 * len(block.text) and not is_aside_line(block.text, block.links):
            since, line = 0, block
        elif above is not None and weight(block):
            if since < 2 and line is not None and above in line.path and len(block.text) <= _TEASER:
                pairs[kind_of(above)].append(block)
            since = 3
        else:
            since += 1
    for kind, found in pairs.items():
        if len(found) > 2 and len(found) >= _PAIRED * prose[kind]:
            page.out |= {id(block.holder): True for block in found if block.holder.name not in ("td", "body", "main")}


def kind_of(element: Element) -> str:
    """What elements of one kind have in common: name and classes; all headings are alike."""
    name = "h" if element.name in HEADINGS else element.name
    return f"{name} {element.get('class')}"


def upwards(element: Element) -> Iterable[Element]:
    """The element and all around it, from inside."""
    yield element
    yield from element.ancestors()
