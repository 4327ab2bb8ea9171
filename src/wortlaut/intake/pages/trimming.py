"""What of the runs of text in an article is its text: not what points elsewhere, repeats or serves the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from wortlaut.intake.pages.blocks import Block
from wortlaut.intake.pages.names import Mark
from wortlaut.intake.pages.noise import crossheads, is_blurb, is_noise, without_unfinished
from wortlaut.intake.pages.phrases import is_aside_heading
from wortlaut.intake.pages.view import Page, ends_sentence, normal, weight
from wortlaut.intake.pages.written import NAME, WRITTEN

__all__ = ["trimmed"]

_CONTACT = re.compile(
    r"(?:presse|medien)kontakt\b.{0,40}$|kontakt(?:daten)?:?$|(?:für )?rückfragen\b"
    r"|(?:wissenschaftliche[rn]? )?ansprechpartner|sie erhalten diese|spendenkonto|bankverbindung"
    r"|original-content von|v\.\s?i\.\s?s\.\s?d\.\s?p\.",
    re.IGNORECASE,
)
_LAST = re.compile(
    rf"{_CONTACT.pattern}|zur person$|über (?:den|die) autor|zum autor|zur autorin|steckbrief$|autor(?:in)?$"
    r"|(?:\d+ )?(?:leser)?kommentare?(?:\s*\(?\d+\)?)?$|kommentare (?:zu|zum|schreiben)\b|\d+ (?:antworten"
    r"|kommentare)\b"
    r"|ihre meinung|diskussion$|diskutieren sie|originalpublikation|bilder$|merkmale dieser|weitere informationen"
    r"|über (?:uns|\S+-faktenchecks?)$|ihre spende|jetzt spenden|spenden sie",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[„»«“\"].{10,200}[“”«»\"]")
_TELLING = 20  # letters from which on the same words twice are a repetition
_EDGE = 4  # blocks at the end among which authors are introduced
_NEAR = 4000  # characters of the page before the heading


def trimmed(page: Page, blocks: Sequence[Block], sure: set[int]) -> list[Block]:
    """The blocks that stay; those whose `id` is in `sure` do, unless they were there before."""
    heads = crossheads(blocks)
    passage = _Passage(page, blocks, sure, heads)
    stay = without_unfinished(page, _without_pull_quotes(page, passage.stay()), heads)
    stay = _without_bare_headings(page, stay)
    while stay and (stay[-1].is_heading or (stay[-1].text.endswith(":") and len(stay[-1].text) < 90)):
        stay.pop()
    return stay


def _without_bare_headings(page: Page, blocks: Sequence[Block]) -> list[Block]:
    """The blocks without headings of parts in which nothing stands but links."""
    stayed = Counter(id(each) for block in blocks for each in block.path)

    def is_bare(block: Block) -> bool:
        above = block.holder.parent
        if not block.is_heading or above is None or stayed[id(above)] > 1:
            return False
        others = [each for each in page.blocks if above in each.path and each is not block]
        return bool(others) and all(each.links > 0.7 * len(each.text) for each in others)

    return [block for block in blocks if not is_bare(block)]


class _Passage:
    """The blocks gone through from the first to the last, knowing what lies before each."""

    def __init__(self, page: Page, blocks: Sequence[Block], sure: set[int], heads: set[int]) -> None:
        self._page = page
        self._blocks = blocks
        self._sure = sure
        self._heads = heads
        self._title = "" if page.heading is None else normal(page.heading.words())
        starts = next((at for at, each in enumerate(blocks) if weight(each)), 0)
        edge = [*blocks[: starts + 1], *blocks[-_EDGE:]]
        self._blurbs = {id(each) for each in edge if is_blurb(each)}
        self._names = {
            id(each) for each in blocks[:starts] if NAME.match(each.text) or each.holder.name in ("dt", "dd")
        }
        place = 0 if page.heading is None else page.heading.start
        before = sum(weight(each) for each in blocks if each.start < place)
        self._has_text_below = 2 * before < sum(map(weight, blocks))
        self._seen: set[str] = set()
        self._given = 0
        self._is_over = False  # behind contacts and comments
        self._is_skipping = False  # under a heading that leads away
        self._was_link = False

    def stay(self) -> list[Block]:
        """The blocks that are the article's text."""
        return [block for block in self._blocks if self._stays(block)]

    def _stays(self, block: Block) -> bool:
        words = normal(block.text)
        if self._is_head(block, words) or (words in self._seen and len(words) >= _TELLING):
            return False
        if id(block) not in self._sure and (self._leads_away(block) or self._is_noise(block)):
            return False
        self._is_skipping, self._was_link = self._is_skipping and block.is_heading, False
        self._seen.add(words)
        self._given += 1
        return True

    def _is_head(self, block: Block, words: str) -> bool:
        """Whether the block is the title, belongs to its head, or has no words."""
        title = self._page.heading
        if not words or words == self._title:
            return True
        if title is None:
            return False
        if title in block.path:
            return True
        if block.start < title.start:
            is_near = title.start < block.start + _NEAR
            return self._has_text_below or (is_near and (len(block.text) < 80 or not ends_sentence(block.text)))
        repeats = bool(self._title) and words.startswith(self._title) and len(words) < len(self._title) + 60
        return repeats and WRITTEN.search(block.text) is not None

    def _leads_away(self, block: Block) -> bool:
        """Whether the block stands under a heading that leads away from the article, or is one."""
        text, is_aside = block.text, is_aside_heading(block.text)
        is_line = block.is_heading or not ends_sentence(text) or text.endswith(":")
        if self._given > 1 and len(text) < 90 and is_line and (_LAST if block.is_heading else _CONTACT).match(text):
            self._is_over = True
        elif self._is_over and block.is_heading and not is_aside and block.links < 10:
            self._is_over = False
        if self._is_over:
            return True
        if block.is_heading or (is_aside and len(text) < 60 and not ends_sentence(text)):
            self._is_skipping = is_aside and (block.is_heading or not block.links)
            if is_aside:
                return True
        if self._is_skipping and (_is_listed(block) or self._was_link):
            self._was_link = not self._was_link and block.links > 0.7 * len(text)
            return True
        return False

    def _is_noise(self, block: Block) -> bool:
        if id(block) in self._names or id(block) in self._blurbs:
            return True
        return is_noise(block) and id(block) not in self._heads and not self._page.marked(block, Mark.QUOTE)


def _is_listed(block: Block) -> bool:
    """Whether a block under a heading that leads away goes with it."""
    is_linked = block.links > 0.3 * len(block.text) or (block.begins_linked and block.links >= 15)
    return is_linked or not ends_sentence(block.text) or block.holder.name in ("li", "a")


def _without_pull_quotes(page: Page, blocks: Sequence[Block]) -> list[Block]:
    """The blocks without quotations that only repeat for the eye what the running text has."""
    texts = [normal(block.text) for block in blocks]
    dropped: set[int] = set()
    for number, block in enumerate(blocks):
        frame = next(
            (e for e in block.path if e.name in ("blockquote", "figure", "q") or page.mark(e) & Mark.QUOTE), None
        )
        own = texts[number]
        if frame is None and not block.is_heading and _QUOTED.fullmatch(block.text):
            frame = block.holder
        if frame is None or not 12 <= len(own) <= 400:
            continue
        others = (text for at, text in enumerate(texts) if at != number and frame not in blocks[at].path)
        if any(own in text for text in others):
            dropped.add(id(frame))
    return [block for block in blocks if not any(id(e) in dropped for e in block.path)]
