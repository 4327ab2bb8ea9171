"""Whether what a feed says of an article is the article, or only makes readers curious about it.

The rule, as the documents tell it: `content:encoded`, Atom's `content` and JSON Feed's `content_*` are the full text
unless they end as teasers do, or say no more than the summary beside them. A summary (`description`) is the full text
only where it does not end as teasers do and has 1,000 characters, or 600 and three paragraphs.
"""

from __future__ import annotations

import re

from wortlaut.intake.mapped import Edit, Mapped
from wortlaut.intake.markup.content import PARAGRAPH
from wortlaut.intake.markup.html import fragment

__all__ = ["from_html", "is_full", "is_teaser", "one_line"]

# What common systems cut summaries to: WordPress 55 words (about 400 characters), Drupal 600 characters.
_LONGEST_TEASER = 600
_SURELY_FULL = 1000
_PARAGRAPHS = 3
_TAIL = 200  # characters at the end that can tell a teaser
_ARROWS = r"[\s»›→>\])|:.!]*$"
_CUT_OFF = re.compile(rf"(?:…|\.\.\.){_ARROWS}")
_MORE = re.compile(
    r"(?:\[(?:mehr|more)\]|\b(?:weiterlesen|weiter lesen|jetzt lesen|zum artikel|zum beitrag|mehr lesen|mehr erfahren"
    r"|lesen sie mehr|read more|continue reading|read the full (?:story|article)|keep reading)\b"
    r"(?:[^.\n]|\.(?=\S)){0,80}"
    rf"|\b(?:the post|der beitrag)\b[^\n]{{1,160}}\b(?:appeared first on|erschien zuerst auf)\b[^\n]{{1,80}}){_ARROWS}",
    re.IGNORECASE,
)
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_BLOCK = re.compile(r"<(?:p|div|br|h[1-6]|li|ul|ol|blockquote|section|article|table|tr|td|pre)\b", re.IGNORECASE)


def from_html(mapped: Mapped) -> Mapped:
    """The text of a piece of HTML; where it has no tags of blocks, blank lines part paragraphs as in plain text."""
    if _BLOCK.search(mapped.text) is None:
        mapped = mapped.edited([Edit(*found.span(), PARAGRAPH) for found in _BLANK.finditer(mapped.text)])
    return fragment(mapped)


def is_teaser(text: str) -> bool:
    """Whether a text that stands where full ones do only begins one: it asks to read on, or is short and cut off."""
    tail = text.rstrip()[-_TAIL:]
    return _MORE.search(tail) is not None or (len(text) < _SURELY_FULL and _CUT_OFF.search(tail) is not None)


def is_full(text: str) -> bool:
    """Whether a text that stands where summaries do is the full one."""
    if is_teaser(text) or _CUT_OFF.search(text.rstrip()[-_TAIL:]):
        return False
    size = len(text)
    return size >= _SURELY_FULL or (size > _LONGEST_TEASER and text.count("\n\n") >= _PARAGRAPHS - 1)


def one_line(text: str) -> str:
    """`text` with single spaces, to compare by."""
    return " ".join(text.split())
