"""Whether what a feed says of an article is the article, or only makes readers curious about it.

The rule, as the documents tell it: `content:encoded`, Atom's `content` and JSON Feed's `content_*` are the full text
unless they end as teasers do, or say no more than the summary beside them. A summary (`description`) is the full text
only where it does not end as teasers do and has 1,000 characters, or 600 and three paragraphs. Where an entry has no
address at which more could be read, its content is taken as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from wortlaut.intake.mapped import Edit, Mapped
from wortlaut.intake.markup.content import PARAGRAPH, flow
from wortlaut.intake.markup.html import SILENT, fragment, parse_html
from wortlaut.intake.reasons import note

__all__ = ["Chosen", "choose", "from_html", "is_full", "is_teaser"]

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
_PARTED = re.compile(r"<(?:p|div|br)\b", re.IGNORECASE)
# Some feeds add names of authors and broadcasts to what the summary says, and offer it as the content.
_LITTLE_MORE = 200  # characters


@dataclass(frozen=True, slots=True)
class Chosen:
    """The full text of an entry, None where there is none; its summary, and notes."""

    body: Mapped | None
    summary: str | None
    notes: tuple[str, ...] = ()


def from_html(mapped: Mapped, *, without: frozenset[str] = frozenset()) -> Mapped:
    """The text of a piece of HTML; where no tag parts paragraphs, blank lines do so as in plain text.

    Elements named in `without` are left out beside those that are never shown as text.
    """
    if _PARTED.search(mapped.text) is None:
        mapped = mapped.edited([Edit(*found.span(), PARAGRAPH) for found in _BLANK.finditer(mapped.text)])
    return flow(mapped, parse_html(mapped.text), without=SILENT | without) if without else fragment(mapped)


def choose(full: Sequence[Mapped], short: Sequence[Mapped], *, has_address: bool) -> Chosen:
    """What of an entry is its full text.

    `full` are the texts that stand where full ones do, the best first, `short` those that stand where summaries do.
    """
    summary = max((each.text for each in short), key=len, default="")
    for each in full:
        if each.text and not is_teaser(each.text) and _says_more(each.text, summary):
            return Chosen(each, summary or None)
    for each in (*short, *full):
        if is_full(each.text):
            return Chosen(each, None, (note("feed_summary_is_text"),))
    rest = None if has_address else next((each for each in full if each.text), None)
    return Chosen(rest, summary or None)


def _says_more(text: str, summary: str) -> bool:
    """Whether a content says more than the summary of the same entry."""
    words, known = " ".join(text.split()), " ".join(summary.split())
    if not known or words in known:
        return not known
    is_whole = _CUT_OFF.search(known) is None
    return not (is_whole and known in words and len(words) - len(known) < _LITTLE_MORE)


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
