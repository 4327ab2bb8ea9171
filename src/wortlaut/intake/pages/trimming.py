"""What of the runs of text in an article is its text: not what points elsewhere, repeats or serves the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from wortlaut.intake.markup.tree import Element
from wortlaut.intake.pages.blocks import Block
from wortlaut.intake.pages.names import Mark
from wortlaut.intake.pages.phrases import is_aside_heading, is_aside_line
from wortlaut.intake.pages.view import SHORT, Page, ends_sentence, normal, weight
from wortlaut.intake.pages.written import NAME, WRITTEN

__all__ = ["trimmed"]

_CREDIT = re.compile(
    r"(?:(?:foto|bild|quelle|grafik|illustration|archivfoto|symbolfoto|symbolbild|screenshot|montage)s?\s?:|©|\(c\))\s?\S.{0,60}$",
    re.I,
)
_DATE_WORDS = re.compile(
    r"(?:zuletzt|aktualisiert|update|veröffentlicht|erschienen|stand|am|um|uhr|von)\b|[^\w]+", re.IGNORECASE
)
# Behind lines that begin so stands nothing of the article any more.
_QUOTES = ("blockquote", "figure", "figcaption")
_BLURB = re.compile(
    r"(?i:zur person|über den autor|über die autorin)\s+[A-ZÄÖÜ„]|(?:(?:dr|prof)\.\s)?(?:[A-ZÄÖÜ][\w’-]+ ){2,3}(?:\(\d+\) |, \d+, )?"
    r"(?:ist (?:\w+ ){0,3}\w*(?:redakteur|korrespondent|reporter|autor|kolumnist|journalist)|schreibt (?:jed|regelm|an dieser|hier|für|als|seit)"
    r"|berichtet (?:für|als|seit|aus|über|von)|leitet das ressort)"
)
_KEPT = frozenset("p li dd dt tr blockquote cite td figcaption".split())
_URL = re.compile(r"(?:https?://|www\.)\S+")
_ADVERT = re.compile(r"(?:anzeige|werbung)\b", re.IGNORECASE)
_CONTACT = re.compile(
    r"(?:presse|medien)kontakt\b.{0,40}$|kontakt(?:daten)?:?$|(?:für )?rückfragen\b|(?:wissenschaftliche[rn]? )?ansprechpartner|sie erhalten diese|spendenkonto|bankverbindung"
    r"|original-content von",
    re.IGNORECASE,
)
_LAST = re.compile(
    rf"{_CONTACT.pattern}|zur person$|über (?:den|die) autor|zum autor|zur autorin|steckbrief$"
    r"|autor(?:in)?$|(?:\d+ )?(?:leser)?(?:kommentare?|antworten)\b|ihre meinung|diskussion|diskutieren sie|originalpublikation|bilder$"
    r"|merkmale dieser|weitere informationen|ihre spende|jetzt spenden|spenden sie",
    re.IGNORECASE,
)


def trimmed(page: Page, blocks: Sequence[Block], sure: set[int]) -> list[Block]:
    """The blocks that stay; those whose `id` is in `sure` do, unless they were there before."""
    title = page.heading
    heading = "" if title is None else normal(title.words())
    crossheads = _crossheads(blocks)
    starts = next((at for at, each in enumerate(blocks) if weight(each)), 0)
    names = {id(each) for each in blocks[:starts] if NAME.match(each.text)}
    stay: list[Block] = []
    seen: set[str] = set()
    is_skipping = is_over = was_link = False
    for block in blocks:
        if title is not None and (
            title in block.path
            or (
                block.start < title.start < block.start + 4000
                and (len(block.text) < 80 or not ends_sentence(block.text))
            )
        ):
            continue
        words = normal(block.text)
        if not words or (words in seen and len(words) >= 20) or words == heading:
            continue
        if heading and words.startswith(heading) and len(words) < len(heading) + 60 and WRITTEN.search(block.text):
            continue
        if id(block) not in sure:
            if len(stay) > 1 and len(block.text) < 90 and (_LAST if block.is_heading else _CONTACT).match(block.text):
                is_over = True
            elif is_over and block.is_heading and not is_aside_heading(block.text) and block.links < 10:
                is_over = False
            if is_over:
                continue
            is_short = len(block.text) < 60 and not ends_sentence(block.text)
            if block.is_heading or (is_short and is_aside_heading(block.text)):
                is_skipping = is_aside_heading(block.text)
                if is_skipping:
                    continue
            if is_skipping and (_is_listed(block) or was_link):
                was_link = not was_link and block.links > 0.7 * len(block.text)
                continue
            if id(block) in names:
                continue
            if _is_noise(block) and id(block) not in crossheads and not page.marked(block, Mark.QUOTE):
                continue
        is_skipping, was_link = is_skipping and block.is_heading, False
        seen.add(words)
        stay.append(block)
    stay = _without_unfinished(page, _without_pull_quotes(page, stay), crossheads)
    while stay and (stay[-1].is_heading or (stay[-1].text.endswith(":") and len(stay[-1].text) < 90)):
        stay.pop()
    return stay


def _crossheads(blocks: Sequence[Block]) -> set[int]:
    """The short lines that stand over running text as headings do, though they are in no heading's element.

    Several alike do, and single ones where the paragraphs are no `p` either.
    """
    lines = [
        each
        for each, below in pairwise(blocks)
        if each.holder.name in ("div", "span") and _is_line(each) and (weight(below) or below.holder.name == "li")
    ]
    alike = Counter(each.holder.get("class") for each in lines)
    prose = [each for each in blocks if weight(each)]
    in_divs = 2 * sum(each.holder.name != "p" for each in prose) > len(prose)
    return {id(each) for each in lines if alike[each.holder.get("class")] > 2 or in_divs}


def _is_line(block: Block) -> bool:
    text = block.text
    return len(text) < 80 and " " in text and not block.links and not _CREDIT.search(text) and not WRITTEN.search(text)


def _times(block: Block) -> Iterator[Element]:
    return block.holder.descend("time") if block.holder.name in ("p", "div", "span", "li") else iter(())


def _is_dateline(text: str) -> bool:
    """Whether a line says little besides a day and a time."""
    rest = WRITTEN.sub("", text)
    return len(rest) < len(text) and not ends_sentence(text) and len(_DATE_WORDS.sub("", rest).strip()) <= 40


def _is_advert(block: Block) -> bool:
    """Whether the first of several lines is the mark of an advert."""
    first = next((at for at, piece in enumerate(block.pieces) if piece.mark), None)
    return first is not None and _ADVERT.match(block.text) is not None and len(block.text) < 400


def _is_listed(block: Block) -> bool:
    """Whether a block under a heading that leads away goes with it."""
    is_linked = block.links > 0.3 * len(block.text) or block.begins_linked
    return is_linked or not ends_sentence(block.text) or block.holder.name in ("li", "a")


def _is_noise(block: Block) -> bool:
    text, name = block.text, block.holder.name
    if len(text) < 300 and _BLURB.match(text):
        return True
    if block.links > (0.5 if name == "li" else 0.75) * len(text) and len(text) < 300:
        return True
    if is_aside_line(text, block.links):
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


def _without_pull_quotes(page: Page, blocks: Sequence[Block]) -> list[Block]:
    """The blocks without quotations that only repeat for the eye what the running text has."""
    texts = [normal(block.text) for block in blocks]
    dropped: set[int] = set()
    for number, block in enumerate(blocks):
        frame = next(
            (e for e in block.path if e.name in ("blockquote", "figure", "q") or page.mark(e) & Mark.QUOTE), None
        )
        own = texts[number]
        if frame is None or not 12 <= len(own) <= 400:
            continue
        others = (text for at, text in enumerate(texts) if at != number and frame not in blocks[at].path)
        if any(own in text for text in others):
            dropped.add(id(frame))
    return [block for block in blocks if not any(id(e) in dropped for e in block.path)]


def _without_unfinished(page: Page, blocks: Sequence[Block], crossheads: set[int]) -> list[Block]:
    """The blocks without short lines that are no sentence, where nearly all paragraphs are some.

    A line that ends in a colon or has one, a list, a table, a heading and a line in bold may well be short.
    """
    prose = [block for block in blocks if block.holder.name in ("p", "div", "span")]
    quoted = Mark.QUOTE
    unfinished = [
        b for b in prose if _is_unfinished(b) and not any(page.mark(e) & quoted or e.name in _QUOTES for e in b.path)
    ]
    if len(prose) < 4 or len(unfinished) > 0.2 * len(prose):
        return list(blocks)
    dropped = set(map(id, unfinished)) - crossheads
    return [block for block in blocks if id(block) not in dropped]


def _is_unfinished(block: Block) -> bool:
    text = block.text
    if len(text) > 90 or ends_sentence(text) or ":" in text:
        return False
    above = block.holder.parent
    if above is not None and next(above.descend("q", "blockquote"), None) is not None:
        return False
    strong = next(block.holder.descend("strong", "b", "em", "i"), None)
    return strong is None or " ".join(strong.words().split()) != text
