"""What RSS, Atom and sitemaps share: elements by their names and namespaces, addresses, dates, texts in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from wortlaut.intake.feeds.feed import web_address
from wortlaut.intake.feeds.teasers import from_html
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.markup.content import content
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.moments import parse_when
from wortlaut.intake.reasons import note
from wortlaut.intake.texts.wire import clean_line

__all__ = ["Date", "Names", "base_of", "end_of", "html_in", "when_of"]

_SPACES = {
    "at": ("http://purl.org/atompub/tombstones/1.0",),
    "atom": ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"),
    "content": ("http://purl.org/rss/1.0/modules/content/",),
    "dc": ("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.0/"),
    "dcterms": ("http://purl.org/dc/terms/",),
    "feedburner": ("http://rssnamespace.org/feedburner/ext/1.0",),
    "news": ("http://www.google.com/schemas/sitemap-news/0.9",),
    "wp": tuple(f"http://wordpress.org/export/1.{step}/" for step in range(3)),
    "xhtml": ("http://www.w3.org/1999/xhtml",),
    "yandex": ("http://news.yandex.ru",),
}
_LONGEST_SHOWN = 40


class Names:
    """Finds children by names such as `dc:date`: by their namespace, or by that prefix where it is not declared.

    A name without prefix is one of the format's own, which stand in one of the namespaces `core`.
    """

    def __init__(self, text: str, core: tuple[str, ...]) -> None:
        self._text = text
        self._core = core

    def children(self, parent: Element, *names: str) -> list[Element]:
        """The children that have the first of `names`, then those that have the second one, and so on."""
        return [each for name in names for each in self._named(parent, name)]

    def child(self, parent: Element, *names: str) -> Element | None:
        """The first of them."""
        return next((each for name in names for each in self._named(parent, name)), None)

    def line(self, parent: Element, *names: str) -> str | None:
        """The words of the first of them that has any, as one line."""
        return next((line for each in self.children(parent, *names) if (line := clean_line(each.words()))), None)

    def _named(self, parent: Element, name: str) -> Iterator[Element]:
        prefix, _, local = name.rpartition(":")
        spaces = _SPACES.get(prefix, self._core)
        for each in parent.children:
            if each.name == local and (self._prefix(each) == prefix if each.space == "" else each.space in spaces):
                yield each

    def _prefix(self, element: Element) -> str:
        """The prefix of the element's name as written."""
        size = self._text[element.start + 1 : element.inner].find(":" + element.name)
        return self._text[element.start + 1 : element.start + 1 + size] if 0 < size < 32 else ""


@dataclass(frozen=True, slots=True)
class Date:
    """What a date means, and a note where it was not understood."""

    day: date | None = None
    at: datetime | None = None
    notes: tuple[str, ...] = ()


def when_of(value: str | None) -> Date:
    """The day and time that the words of an element name."""
    if not value:
        return Date()
    when = parse_when(value)
    shown = value if len(value) <= _LONGEST_SHOWN else value[: _LONGEST_SHOWN - 1] + "…"
    return Date(when.day, when.at, () if when.day else (note("date_unread", value=shown),))


def base_of(element: Element, url: str | None) -> str | None:
    """The address that relative ones in `element` are meant from: `xml:base` where it stands, else `url`."""
    around = [element, *element.ancestors()]
    for each in reversed(around):
        if "base" in each.attributes:
            url = web_address(url, each.get("base")) or url
    return url


def end_of(entry: Element, nested: Sequence[Element]) -> int:
    """Where an entry ends: before the next one, which lies within it where its own closing tag is missing."""
    if not nested or any(each.start > nested[0].start and each.name != nested[0].name for each in entry.elements):
        return entry.end
    return nested[0].start


def html_in(mapped: Mapped, element: Element) -> Mapped:
    """The text of an element that holds HTML: escaped, as CDATA, or (against the rules of RSS) as elements."""
    if next(element.elements, None) is None:
        return from_html(content(mapped, element))
    return from_html(mapped.cut(element.inner, element.inner_end))
