"""The text of an item as agencies write it in HTML: without what repeats its headline, keywords and dates."""

from __future__ import annotations

from wortlaut.intake.feeds.teasers import from_html
from wortlaut.intake.mapped import Mapped

__all__ = ["LEFT_OUT", "text_of_html", "without_title"]

# Agencies put headline, keywords and time into the header, contacts into the footer.
LEFT_OUT = frozenset("head header footer nav script style figure figcaption".split())


def text_of_html(mapped: Mapped, title: str | None) -> Mapped:
    """The text of a piece of an agency's HTML, without header, footer, pictures and a repeated headline."""
    return without_title(from_html(mapped, without=LEFT_OUT), title)


def without_title(mapped: Mapped, title: str | None) -> Mapped:
    """The text without its first paragraph where that only repeats the title."""
    first, mark, _ = mapped.text.partition("\n\n")
    if not mark or title is None or " ".join(first.split()) != title:
        return mapped
    return mapped.cut(len(first) + len(mark), len(mapped.text))
