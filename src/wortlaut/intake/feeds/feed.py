"""What a feed is once it is read: entries, with their full text where the feed has it, and how they become articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urljoin

from wortlaut.intake.agency.status import shown
from wortlaut.intake.articles import Raw, article_of, named
from wortlaut.intake.facts import Facts
from wortlaut.intake.form import Item
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.reasons import Refused, reject
from wortlaut.intake.texts.wire import replace_no_characters
from wortlaut.types import Article, Rejected, Withdrawn

__all__ = ["Entry", "Feed", "Heading", "Part", "item_of", "items_of", "web_address"]

_LONGEST_ADDRESS = 2000  # characters, as much as browsers and servers agree upon


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one article.

    `body` is the full text, led back to the bytes `raw`; None where the feed has only a summary, or nothing.
    """

    raw: Raw
    encoding: str
    id: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    source: str | None = None  # the outlet
    published: date | None = None
    published_at: datetime | None = None  # with its zone
    updated_at: datetime | None = None
    summary: str | None = None
    body: Mapped | None = None
    notes: tuple[str, ...] = ()

    def facts(self) -> Facts:
        """What the entry says besides the text."""
        return Facts(
            title=self.title,
            published=self.published,
            source=self.source,
            url=self.url,
            author=self.author,
            declared_id=self.id,
            published_at=self.published_at,
            updated_at=self.updated_at if self.updated_at != self.published_at else None,
        )

    @property
    def article(self) -> str:
        """The id that the entry's article has, whether its text is in the feed or on the page at `url`."""
        return named(self.facts(), self.summary or "")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a feed says of itself.

    `next_pages` are addresses where the feed goes on with older entries, `sitemaps` those of further sitemaps. `pause`
    is how long it asks to be left alone between two visits.
    """

    form: str
    title: str | None = None
    url: str | None = None  # the page that it belongs to
    next_pages: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    pause: timedelta | None = None


# What comes out of a feed, in order: its heading first, then entries, and what could not be read.
Part = Heading | Entry | Rejected | Withdrawn


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as a whole: what it says of itself, its entries in its order, and what could not be read of it."""

    heading: Heading
    entries: tuple[Entry, ...]
    problems: tuple[Rejected, ...]
    withdrawn: tuple[Withdrawn, ...] = ()

    @classmethod
    def of(cls, parts: Iterable[Part]) -> Feed:
        """The feed that has those parts; raises `Refused` where the first of them cannot be had."""
        every = list(parts)
        headings = [part for part in every if isinstance(part, Heading)]
        return cls(
            headings[0],
            tuple(part for part in every if isinstance(part, Entry)),
            tuple(part for part in every if isinstance(part, Rejected)),
            tuple(part for part in every if isinstance(part, Withdrawn)),
        )


def items_of(parts: Iterable[Part]) -> Iterator[Item]:
    """The articles of a feed's entries, and a refusal for every entry without a full text.

    Of a list of addresses that has no texts at all (a sitemap) there is one refusal, which counts them.
    """
    heading = Heading("feed")
    entries = others = 0
    for part in parts:
        if isinstance(part, Heading):
            heading = part
        elif isinstance(part, Entry):
            entries += 1
            if heading.form != "sitemap":
                yield item_of(part, heading.form)
        else:
            others += 1
            yield part
    if heading.form == "sitemap" and entries + len(heading.sitemaps):
        raise Refused("sitemap_without_texts", count=entries, sitemaps=len(heading.sitemaps))
    if not entries + others:
        raise Refused("feed_without_entries")


def item_of(entry: Entry, form: str) -> Article | Rejected:
    """The article of an entry that has its full text; the refusal of one that has none."""
    try:
        if entry.body is None:
            raise (
                Refused("feed_entry_without_text", url=shown(entry.url, 500))
                if entry.url
                else Refused("feed_entry_empty")
            )
        mapped, more = replace_no_characters(entry.body)
        notes = (*entry.notes, *more)
        return article_of(entry.raw, mapped, form=form, encoding=entry.encoding, facts=entry.facts(), notes=notes)
    except Refused as refused:
        return reject(refused.why, entry.raw.origin)


def web_address(base: str | None, *candidates: str | None) -> str | None:
    """The first of `candidates` that is an address of the web, made whole with `base`."""
    for each in candidates:
        text = (each or "").strip()
        if not text or len(text) > _LONGEST_ADDRESS or any(sign.isspace() for sign in text):
            continue
        try:
            whole = urljoin(base or "", text)
        except ValueError:
            continue
        if whole[:8].lower().startswith(("http://", "https://")) and len(whole) > len("https://"):
            return whole
    return None
