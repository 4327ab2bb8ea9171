"""The article's heading: title, the kicker above it, the line below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from wortlaut.intake.escapes import unescaped
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.pages.blocks import Block, is_unseen
from wortlaut.intake.pages.phrases import is_aside_heading
from wortlaut.intake.pages.view import ends_sentence, normal

__all__ = ["Heading", "find_heading", "heading_of", "without_site"]

_WORD = re.compile(r"\w+")
_KICKER = re.compile(
    r"(?<![a-z])(?:kicker|dachzeile|overline|over-line|topline|roofline|spitzmarke|ober-?zeile|vorzeile|pre-?title"
    r"|pre-?headline|suptitle|catchline|eyebrow"
    r"|headline-?intro|intro-?title|supertitle|sup-?heading|tagline|rubric|headline-?top|label-?line"
    r"|teaser-?kicker|top-?title)(?![a-z])"
)
_SURE_KICKER = re.compile(r"(?<![a-z])(?:kicker|dachzeile|overline|spitzmarke|topline)(?![a-z])")
_SUBTITLE = re.compile(
    r"(?<![a-z])(?:sub-?title|sub-?headline|sub-?head|unter-?titel|unter-?zeile|deck|dek|second-?headline|sub-?line"
    r"|standfirst|intro|lead|headline-?sub)(?![a-z])"
)
# Headings of pages that show one item of a list under its own, smaller heading.
_SECTION = re.compile(
    r"(?:presse|medien)(?:mitteilung|meldung|information|archiv|bereich)?(?:en)?|aktuelles?|aktuelle meldungen|news"
    r"|nachrichten?|meldung(?:en)?|mitteilung(?:en)?|neuigkeiten|newsarchiv|blog|archiv",
    re.IGNORECASE,
)
_SITE = re.compile(r"(?<![a-z])(?:site-?(?:title|name|branding|logo)|blog-?(?:title|name)|logo|brand(?:ing)?)(?![a-z])")
_ALIKE = 0.34  # the part of its words that a heading shares with what is said to be the title
_MARKS = " :·|–-"
_INLINE = frozenset("a b em i strong u mark q s sub sup abbr wbr".split())
_LABEL = re.compile(r"(?<![a-z])(?:label|labels|badge|tag|flag)(?![a-z])")
_BADGE = re.compile(r"(?<![a-z])(?:badge|plus|premium|abo|paid|icon|paywall)(?![a-z])")
_PAID = re.compile(
    r".{0,12}\+|.*\b\d{4}\b.*|presse(?:mitteilung|meldung|information)\b.*|(?:plus|abo|premium|exklusiv"
    r"|für abonnenten|abonnement)",
    re.IGNORECASE,
)
_NO_KICKER = re.compile(
    r"\+$|^(?:plus|abo|premium|exklusiv|für abonnenten|abonnement)$|^(?:von|by)\s|\d{4}|\buhr\b|^(?:politik"
    r"|wirtschaft|sport|kultur|panorama|wissen|digital|lokales|region"
    r"|nachrichten|news|startseite|home"
    r"|chronik|regional|international|innenpolitik|außenpolitik|deutschland|österreich|schweiz|welt|europa|feuilleton"
    r"|medien|netzwelt|technik|finanzen|geld|unternehmen|karriere|bildung|wetter|aktuelles|aktuell"
    r"|gesellschaft|ausland|inland|vermischtes|reise|auto|leben|gesundheit|anzeige|teilen|artikel|drucken"
    r"|seite)$",
    re.IGNORECASE,
)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# Between the title and the site's name in `title` and `og:title`.
_SEPARATORS = re.compile(r"\s+[|–—\-·•»::>]{1,2}\s+|\s*\|\s*")
_LONGEST_KICKER = 90
_LONGEST_LABEL = 30
_LONG_TITLE = 20  # letters and figures from which on a title is known at the end of more
_NEAR = 3000  # characters of the page that may lie between a kicker and the heading


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the head of an article; empty where it does not."""

    title: str = ""
    kicker: str = ""
    subtitle: str = ""


def find_heading(page: str, top: Element, titles: Sequence[str]) -> Element | None:
    """The element that shows the article's title; `titles` are what else is said to be the title."""
    shown = [each for each in top.descend("h1") if not is_unseen(page, each) and each.words().strip()]
    shown = [each for each in shown if not _is_site_name(each)]
    if not shown:
        heads = [each for each in top.descend("h2", "h3") if _is_title(each, titles, least=1)]
        shown = [each for each in heads if next(each.descend("a"), None) is None] or heads
    best = max(shown, key=lambda each: _likeness(each.words(), titles), default=None)
    if best is not None and _SECTION.fullmatch(" ".join(best.words().split())):
        below = [each for each in top.descend("h2", "h3") if each.start > best.start and each.words().strip()]
        if below and next(below[0].descend("a"), None) is None:
            return below[0]
    if shown and max(_likeness(each.words(), titles) for each in shown) < _ALIKE:
        smaller = [each for each in top.descend("h2", "h3") if _is_title(each, titles, least=2)]
        shown = [each for each in smaller if next(each.descend("a"), None) is None][:1] or shown
    if not shown:
        shown = [
            each
            for each in top.descend("h2", "h3")
            if each.get("itemprop").lower() == "headline" or "headline" in each.get("class")
        ]
        shown = [each for each in shown if _likeness(each.words(), titles) > 0.6]
    if not shown:
        shown = [
            each for each in top.descend("h2", "h3", "p", "td", "font", "b", "div", "span") if _is_title(each, titles)
        ]
    if not shown:
        shown = [each for each in top.descend("h2") if _is_plain(each)][:1]
    return max(shown, key=lambda each: (_likeness(each.words(), titles), each.inner_end > each.inner), default=None)


def _is_plain(heading: Element) -> bool:
    """Whether a heading is no link and leads to nothing else."""
    words = " ".join(heading.words().split())
    return len(words.split()) > 1 and not is_aside_heading(words) and next(heading.descend("a"), None) is None


def _is_site_name(element: Element) -> bool:
    """Whether a heading is the name of the site: it leads to the first page."""
    if _SITE.search(_named(element)) or any(_SITE.search(_named(each)) for each in list(element.ancestors())[:2]):
        return True
    link = next(element.descend("a"), None) or next((each for each in element.ancestors() if each.name == "a"), None)
    if link is None:
        return False
    target = link.get("href")
    return (
        target in ("/", "", "./", "index.html", "/index.html") or re.fullmatch(r"https?://[^/]+/?", target) is not None
    )


def _is_title(element: Element, titles: Sequence[str], *, least: int = 3) -> bool:
    if element.inner_end - element.inner > 400:
        return False
    words = " ".join(element.words().split())
    if len(words.split()) < least:
        return False
    bare = normal(words)
    if any(bare in _shapes(title) for title in titles):
        return True
    # Behind a kicker in the same heading.
    if element.name not in ("h2", "h3") or not element.children:
        return False
    ends = [each for title in titles for each in _shapes(title) if len(each) >= _LONG_TITLE and bare.endswith(each)]
    return any(_is_shown_apart(element, each) for each in ends)


def _is_shown_apart(element: Element, title: str) -> bool:
    """Whether what stands before the title in a heading is an element."""
    bare = normal(element.words())
    return any(normal(each.words()) == bare.removesuffix(title) for each in element.descend())


@lru_cache(maxsize=64)
def _shapes(title: str) -> frozenset[str]:
    """A page's title and what it may be made of, normalised."""
    return frozenset(map(normal, (title, *_pieces(title))))


def _pieces(title: str) -> list[str]:
    """What a page's title may be made of."""
    bare = without_site(title, ())
    parts = [bare, *_SEPARATORS.split(title)]
    return [each.strip() for part in parts for each in (part, *part.split(": "), part.partition(": ")[2])]


def _likeness(text: str, titles: Iterable[str]) -> float:
    """The largest part of the words of a text and a title that both have."""
    own = set(_WORD.findall(text.casefold()))
    return max(
        (len(own & other) / max(1, len(own | other)) for other in (set(_WORD.findall(t.casefold())) for t in titles)),
        default=0.0,
    )


def heading_of(
    page: str, element: Element | None, blocks: Sequence[Block], titles: Sequence[str], sites: Sequence[str]
) -> Heading:
    """Title, kicker and subtitle; without a heading on the page the title is what is said to be it elsewhere."""
    if element is None:
        title = next((without_site(each, sites) for each in titles if each), "")
        return Heading(title)
    kicker, title = _parted(page, element, titles)
    kicker = kicker or _kicker_before(element)
    kicker = kicker.strip(" :·|–-") if len(kicker) <= _LONGEST_KICKER and not _PAID.fullmatch(kicker.strip()) else ""
    return Heading(title, kicker, _subtitle(element, [b for b in blocks if b.start >= element.end][:6]))


def _subtitle(element: Element, behind: Sequence[Block]) -> str:
    """The line below the heading that is no sentence; else what is named as a subtitle or lead."""
    behind = [block for block in behind if not any(each.name in ("figure", "figcaption") for each in block.path)]
    named = [block.text for block in behind if _is_named(block, _SUBTITLE) and len(block.text) < 300]
    lines = [text for text in named if not ends_sentence(text)]
    first = behind[0] if behind else None
    if first is not None and first.holder.name in ("h2", "h3", "h4") and first.holder.parent is element.parent:
        siblings = [
            each for each in (element.parent.elements if element.parent is not None else ()) if each.name == "p"
        ]
        if len(siblings) < 3 and not ends_sentence(first.text):
            lines.append(first.text)
    return next(iter((*lines, *named)), "")


def _is_named(block: Block, shape: re.Pattern[str]) -> bool:
    return any(
        shape.search(_named(each)) for each in (block.holder, *list(block.holder.descend())[:3], *block.path[-2:-1])
    )


def _named(element: Element) -> str:
    get = element.attributes.get
    return _hyphened(f"{get('class', '')} {get('id', '')} {get('itemprop', '')} {get('data-testid', '')}")


@lru_cache(maxsize=4096)
def _hyphened(names: str) -> str:
    return _HUMP.sub("-", names).lower().replace("_", "-")


class _Segment(NamedTuple):
    """A part of a heading: its words, and the element that shows it (none for text of the heading's own)."""

    words: str
    element: Element | None


def _parted(page: str, element: Element, titles: Sequence[str]) -> tuple[str, str]:
    """Kicker and title within a heading."""
    segments = [each for each in _segments(page, element) if each.element is None or not _is_label(each)]
    whole = " ".join(each.words for each in segments)
    kickers = [each for each in segments if each.element is not None and _is_named_kicker(each.element)]
    rest = " ".join(each.words for each in segments if each not in kickers)
    if kickers and rest:
        return " ".join(each.words for each in kickers).strip(_MARKS), rest.strip(_MARKS)
    if len(segments) > 1 and segments[0].element is not None:
        first, rest = segments[0], " ".join(each.words for each in segments[1:]).strip(_MARKS)
        is_told = any(_same(rest, piece) for title in titles for piece in _pieces(title))
        if is_told or _is_apart(first, segments[1]):
            return first.words.strip(_MARKS), rest
    return "", whole


def _is_apart(first: _Segment, second: _Segment) -> bool:
    """Whether the first part of a heading is shown otherwise than what follows it: as a line above the title."""
    if first.element is None or first.element.name in ("small", "div"):
        return first.element is not None
    if second.element is None or len(first.words) > _LONGEST_KICKER or ends_sentence(first.words):
        return False
    return len(first.words) < len(second.words) and first.element.get("class") != second.element.get("class")


def _segments(page: str, element: Element) -> list[_Segment]:
    """The parts that a heading shows, each in an element of its own or between such."""
    while len(element.children) == 1 and not any(page[start:end].strip() for start, end in element.gaps()):
        element = element.children[0]
    found: list[_Segment] = []
    text = ""
    for words, child in _children(page, element):
        is_inline = child is None or child.name in _INLINE or not child.get("class")
        if child is not None and (child.name in _LINES or not is_inline) and not is_unseen(page, child):
            found += [_Segment(" ".join(text.split()), None)] if text.strip() else []
            text = ""
            found += [_Segment(" ".join(words.split()), child)] if words.strip() else []
        elif child is None or not is_unseen(page, child):
            text += words
    return [*found, _Segment(" ".join(text.split()), None)] if text.strip() else found


def _children(page: str, element: Element) -> Iterator[tuple[str, Element | None]]:
    at = element.inner
    for child in element.children:
        if child.start > at:
            yield unescaped(page[at : child.start]), None
        if child.name == "br":
            yield " ", None
        elif child.name[0] != "!":
            yield child.words(), child
        at = child.end
    if element.inner_end > at:
        yield unescaped(page[at : element.inner_end]), None


def _is_label(segment: _Segment) -> bool:
    element = segment.element
    return element is not None and (
        _LABEL.search(_named(element)) is not None
        or (len(segment.words) <= _LONGEST_LABEL and _PAID.fullmatch(segment.words) is not None)
    )


def _is_named_kicker(element: Element) -> bool:
    return any(_KICKER.search(_named(each)) for each in (element, *element.descend()))


def _without(whole: str, part: Element) -> str:
    return " ".join(whole.replace(" ".join(part.words().split()), " ", 1).split())


def _same(one: str, other: str) -> bool:
    return _WORD.findall(one.casefold()) == _WORD.findall(other.casefold())


def _kicker_before(element: Element) -> str:
    """The kicker in an element before the heading, or in front of it in the element that shows both."""
    around = [each for _, each in zip(range(3), element.ancestors(), strict=False)]
    for parent in around:
        named = [each for each in parent.descend() if each.end <= element.start and _KICKER.search(_named(each))]
        named = [each for each in named if element.start - each.end < _NEAR]
        for each in reversed(named):
            words = _bare(each)
            if words and len(words) <= _LONGEST_KICKER:
                return words
    behind = [each for parent in around[:2] for each in parent.descend() if each.start >= element.end]
    for each in behind[:12]:
        if _SURE_KICKER.search(_named(each)):
            return _bare(each)
    kicker = _line_before(element)
    if kicker:
        return kicker
    if around and around[0].name in ("h1", "h2", "h3", "span") and element.name not in ("h1", "h2", "h3"):
        head = next((each for each in around if each.name in ("h1", "h2", "h3")), None)
        if head is not None:
            return " ".join(head.words().partition(element.words())[0].split())
    return ""


def _line_before(element: Element) -> str:
    """A short line right before the heading in the same element, if it is no link, section, date or name."""
    parent = element.parent
    siblings = [each for each in parent.elements if each.end <= element.start] if parent is not None else []
    while len(siblings) > 1 and not siblings[-1].words().strip(" :·|–-"):
        siblings.pop()
    if not siblings or siblings[-1].name not in _LINES:
        return ""
    last = siblings[-1]
    words = _bare(last).strip(" :·|–-")
    has_more = next(last.descend("a", "time", "nav", "ul", "img"), None) is not None
    is_line = 2 < len(words) <= 60 and words[-1] not in ".!?" and not has_more
    return words if is_line and not _NO_KICKER.search(words) else ""


_LINES = ("p", "span", "div", "strong", "small", "h2", "h3", "h4", "h5", "h6")


def _bare(element: Element) -> str:
    """The words of a kicker without the badges that mark what costs money."""
    words = " ".join(element.words().split())
    for each in element.descend():
        if _BADGE.search(_named(each)):
            words = _without(words, each)
    return words


def without_site(title: str, sites: Sequence[str]) -> str:
    """A page's title without the name of the site and the section behind it."""
    pieces = _SEPARATORS.split(title)
    marks = _SEPARATORS.findall(title)
    if len(pieces) == 1:
        return title.strip()
    known = {each.casefold() for each in sites if each}
    while len(pieces) > 1 and (
        pieces[-1].strip().casefold() in known or _is_site(pieces[-1], known) or "|" in marks[-1]
    ):
        pieces.pop()
        marks.pop()
    if len(pieces) > 1 and not known and len(pieces[-1].split()) <= 3 and len(pieces[0].split()) > 3:
        pieces.pop()
        marks.pop()
    if len(pieces) > 1 and pieces[0].strip().casefold() in known:
        pieces.pop(0)
        marks.pop(0)
    text = pieces[0]
    for mark, piece in zip(marks, pieces[1:], strict=True):
        text += mark + piece
    return text.strip()


def _is_site(piece: str, known: Iterable[str]) -> bool:
    """Whether the piece is the site's name in another spelling (`oerlinger-bote.example`)."""
    folded = re.sub(r"\W+|\.\w+$", "", piece.casefold())
    return any(folded and folded == re.sub(r"\W+", "", each) for each in known)
