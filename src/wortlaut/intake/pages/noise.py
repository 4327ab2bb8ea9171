"""Lines on a page that are no sentences of its article: credits, dates, marks of adverts, what was left unfinished."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from wortlaut.intake.markup.tree import Element
from wortlaut.intake.pages.blocks import Block
from wortlaut.intake.pages.names import Mark
from wortlaut.intake.pages.phrases import is_aside_line
from wortlaut.intake.pages.view import SHORT, Page, ends_sentence, weight
from wortlaut.intake.pages.written import WRITTEN

__all__ = ["crossheads", "is_blurb", "is_noise", "without_unfinished"]

_CREDIT = re.compile(
    r"(?:(?:foto|bild|quelle|grafik|illustration|archivfoto|symbolfoto|symbolbild|screenshot|montage)s?\s?:"
    r"|©|\(c\))\s?\S.{0,60}$",
    re.I,
)
_DATE_WORDS = re.compile(
    r"(?:zuletzt|aktualisiert|update|veröffentlicht|erschienen|stand|am|um|uhr|von|lesezeit|lesedauer|min"
    r"|minuten|\d+)\b|[^\w]+",
    re.IGNORECASE,
)
# Behind lines that begin so stands nothing of the article any more.
_QUOTES = ("blockquote", "figure", "figcaption")
_BLURB = re.compile(
    r"(?i:zur person|über den autor|über die autorin)\s+[A-ZÄÖÜ„]|(?:(?:dr"
    r"|prof)\.\s)?(?:[A-ZÄÖÜ][\w’-]+ ){2,3}(?:\(\d+\) |, \d+, )?"
    r"(?:ist (?:\w+ ){0,3}\w*(?:redakteur|korrespondent|reporter|autor|kolumnist|journalist)|schreibt (?:jed"
    r"|regelm|an dieser|hier|für|als|seit)"
    r"|berichtet (?:für|als|seit|aus|über|von)|leitet das ressort)"
)
_HEADED = frozenset("li td tr th".split())
_HEAD = re.compile(
    r"(?<![a-z0-9])(?:h[2-6]|crosshead(?:ing)?|sub-?head(?:ing|line)?|zwischen(?:titel|ueberschrift|zeile))(?![a-z0-9])"
)
_KEPT = frozenset("p li dd dt tr blockquote cite td figcaption".split())
_URL = re.compile(r"(?:https?://|www\.)\S+|\d{1,2}:\d{2}(?::\d{2})?(?: ?min\.?| uhr)?", re.IGNORECASE)
_ADVERT = re.compile(r"(?:anzeige|werbung)\b", re.IGNORECASE)


def is_noise(block: Block) -> bool:
    """Whether the block serves the page, not the article: credit, date, link, address, advert."""
    text, name = block.text, block.holder.name
    if block.links > (0.5 if name == "li" else 0.75) * len(text) and len(text) < 300:
        return True
    if is_aside_line(text, block.links) and (block.links or not block.is_heading):
        return True
    if (
        len(text) < 120
        and name not in ("dd", "dt", "tr", "td")
        and (_is_dateline(text) or any(" ".join(e.words().split()) == text for e in _times(block)))
    ):
        return True
    if _URL.fullmatch(text) or _is_advert(block):
        return True
    if len(text) < 250 and not ends_sentence(text) and _CREDIT.search(text):
        return True
    is_kept = block.is_heading or ":" in text or name in _KEPT
    return len(text) < SHORT and not is_kept and not ends_sentence(text)


def is_blurb(block: Block) -> bool:
    """Whether the block introduces the author."""
    return len(block.text) < 300 and _BLURB.match(block.text) is not None


def _is_dateline(text: str) -> bool:
    """Whether a line says little besides a day and a time."""
    rest = WRITTEN.sub("", text)
    bare = _DATE_WORDS.sub("", rest).strip()
    return len(rest) < len(text) and (len(bare) <= 40 if not ends_sentence(text) else not bare)


def _times(block: Block) -> Iterator[Element]:
    return block.holder.descend("time") if block.holder.name in ("p", "div", "span", "li") else iter(())


def _is_advert(block: Block) -> bool:
    """Whether the first of several lines is the mark of an advert."""
    first = next((at for at, piece in enumerate(block.pieces) if piece.mark), None)
    return first is not None and _ADVERT.match(block.text) is not None and len(block.text) < 400


def crossheads(blocks: Sequence[Block]) -> set[int]:
    """The short lines that stand over running text as headings do, though they are in no heading's element.

    Several alike do, and single ones where the paragraphs are no `p` either.
    """
    lines = [
        each
        for each, below in pairwise(blocks)
        if each.holder.name in ("div", "span") and _is_line(each) and (weight(below) or below.holder.name in _HEADED)
    ]
    alike = Counter(each.holder.get("class") for each in lines)
    prose = [each for each in blocks if weight(each)]
    in_divs = 2 * sum(each.holder.name != "p" for each in prose) > len(prose)
    return {
        id(each)
        for each in lines
        if alike[each.holder.get("class")] > 2 or in_divs or _HEAD.search(each.holder.get("class").lower())
    }


def _is_line(block: Block) -> bool:
    text = block.text
    return len(text) < 80 and " " in text and not block.links and not _CREDIT.search(text) and not WRITTEN.search(text)


def without_unfinished(page: Page, blocks: Sequence[Block], heads: set[int]) -> list[Block]:
    """The blocks without short lines that are no sentence, where nearly all paragraphs are some.

    A line that ends in a colon or has one, a list, a table, a heading and a line in bold may well be short.
    """
    prose = [block for block in blocks if block.holder.name in ("p", "div", "span")]
    unfinished = [block for block in prose if _is_unfinished(block) and not _is_quoted(page, block)]
    if len(prose) < 4 or len(unfinished) > 0.2 * len(prose):
        return list(blocks)
    dropped = set(map(id, unfinished)) - heads
    return [block for block in blocks if id(block) not in dropped]


def _is_quoted(page: Page, block: Block) -> bool:
    """Whether the line is a quotation or says whose it is."""
    if any(each.name in _QUOTES for each in block.path):
        return True
    if page.mark(block.holder) & Mark.QUOTE and not page.mark(block.holder) & Mark.SMALL:
        return any(sign in block.text for sign in '„“»«"') or "," in block.text
    return page.marked(block, Mark.QUOTE)


def _is_unfinished(block: Block) -> bool:
    text = block.text
    if len(text) > 90 or ends_sentence(text) or ":" in text:
        return False
    above = block.holder.parent
    if above is not None and next(above.descend("q", "blockquote"), None) is not None:
        return False
    strong = next(block.holder.descend("strong", "b", "em", "i"), None)
    return strong is None or " ".join(strong.words().split()) != text
