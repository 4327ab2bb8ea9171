"""Dumps of MediaWiki (export 0.3 to 0.11): the pages of the main namespace in their newest revision, one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from urllib.parse import quote

from wortlaut.intake.articles import Raw, Wishes, article_of, check_size
from wortlaut.intake.dates import parse_date
from wortlaut.intake.decoding import Charset, decode
from wortlaut.intake.escapes import unescaped
from wortlaut.intake.facts import Facts
from wortlaut.intake.form import Form, Item, Source, noted_last
from wortlaut.intake.markup.content import content
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.markup.xml import parse_xml
from wortlaut.intake.reasons import Refused, note, reject
from wortlaut.intake.tables.parts import Part, parts
from wortlaut.intake.texts.wire import clean_line
from wortlaut.intake.wikis.wikitext import NAMESPACES, strip_wikitext
from wortlaut.types import Article, Origin

__all__ = ["FORM"]

_ROOT = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[^>]*-->\s*)?<mediawiki[\s>]")
_SITE = re.compile(r"<(sitename|base)>([^<]*)</\1>")
_NAMESPACE = re.compile(r'<namespace\s[^>]*?key="(-?\d{1,5})"[^>]*?>([^<]*)</namespace>')
_FILES = ("6", "14", "-2")
_REDIRECT = re.compile(r"\s*#(?:REDIRECT|WEITERLEITUNG)\b", re.IGNORECASE)
_DATE_TEMPLATE = re.compile(r"\{\{\s*(?:date|datum|veröffentlicht)\s*\|\s*([^|{}]{4,40})", re.IGNORECASE)
_DAY = r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}\.?\s[^\W\d_]{3,9}\.?\s\d{4}|[^\W\d_]{3,9}\s\d{1,2},\s\d{4}"
_DATE_LINE = re.compile(rf"[^\n]{{0,100}}?\b(?P<day>{_DAY})\)?\s*[–—-]\s")
_UTF_8 = Charset("utf-8")
_NAMES = ("title", "ns", "redirect", "revision")


def _fits(source: Source) -> bool:
    return _ROOT.match(source.start) is not None


@dataclass(frozen=True, slots=True)
class _Site:
    """What a dump says about its wiki."""

    name: str | None
    base: str | None  # the address before a page's title
    spaces: frozenset[str]  # all namespaces but the main one, in small letters
    left_out: frozenset[str]  # those of files and categories

    @classmethod
    def of(cls, start: str) -> _Site:
        known = {name: unescaped(value) for name, value in _SITE.findall(start)}
        spaces = {unescaped(name).lower(): key for key, name in _NAMESPACE.findall(start) if name}
        base = known.get("base", "")
        files = frozenset(name for name, key in spaces.items() if key in _FILES)
        is_address = base.startswith(("http://", "https://")) and base.count("/") > 2
        return cls(
            clean_line(known.get("sitename", "")) or None,
            base.rpartition("/")[0] + "/" if is_address else None,
            frozenset(spaces),
            NAMESPACES | files,
        )

    def url(self, title: str) -> str | None:
        """The address of a page."""
        return None if self.base is None else self.base + quote(title.replace(" ", "_"), safe="/:,;@!$*()'~-._")


@dataclass(slots=True)
class _Page:
    """What is known of the page in hand; of its revisions only the newest is held."""

    number: int
    title: str = ""
    space: str = ""
    is_redirect: bool = False
    newest: Part | None = None
    at: str = ""  # the time of the newest revision, as it is written
    revisions: int = 0


@dataclass(slots=True)
class _Left:
    """How much of a dump was left out on purpose."""

    redirects: int = 0
    pages: int = 0
    revisions: int = 0

    @property
    def notes(self) -> tuple[str, ...]:
        """What to say about it."""
        if not (self.redirects or self.pages or self.revisions):
            return ()
        return (note("wiki_left_out", redirects=self.redirects, pages=self.pages, revisions=self.revisions),)


def _read(source: Source) -> Iterator[Item]:
    """The articles of a dump; the last one bears the note on what was left out."""
    dump = _Dump(source)
    has_articles = False
    for item in noted_last(dump.items(), lambda: dump.left.notes):
        has_articles = has_articles or isinstance(item, Article)
        yield item
    if not has_articles and source.stream.damage is None and not dump.seen:
        raise Refused("wiki_no_pages", redirects=dump.left.redirects, pages=dump.left.pages)
    if source.stream.damage is not None:
        yield reject(source.stream.damage, source.origin)


@dataclass(slots=True)
class _Dump:
    """Gathers the parts of one page after another."""

    source: Source
    left: _Left = field(default_factory=_Left)
    seen: int = 0  # pages that gave an article or a refusal

    def items(self) -> Iterator[Item]:
        """What is in the pages."""
        site, stream = _Site.of(self.source.start), self.source.stream
        limit = self.source.wishes.settings.max_item_bytes
        page = _Page(1)
        for part in parts(stream, _NAMES, limit, around="page"):
            if part.is_cut and stream.damage is not None:
                return
            if part.name == "/page":
                yield from self._finished(page, site)
                page = _Page(page.number + 1)
            else:
                _add(page, part)
        if page.newest is not None and stream.damage is None:
            yield from self._finished(page, site)

    def _finished(self, page: _Page, site: _Site) -> Iterator[Item]:
        space = page.title.partition(":")[0].lower() if ":" in page.title else ""
        if page.space not in ("", "0") or (not page.space and space in site.spaces):
            self.left.pages += 1
            return
        if page.is_redirect:
            self.left.redirects += 1
            return
        part = page.newest
        if part is None:
            return
        self.left.revisions += page.revisions - 1
        origin = Origin(self.source.origin.path, record=page.number, line=part.line, byte=part.byte)
        try:
            article = _article(page, part, site, origin, self.source.wishes)
        except Refused as refused:
            self.seen += 1
            yield reject(refused.why, origin)
            return
        if article is None:
            self.left.redirects += 1
            return
        self.seen += 1
        yield article


def _add(page: _Page, part: Part) -> None:
    """Keeps what an element of the page tells."""
    words = re.sub(rb"<[^<>]*>", b"", part.raw).decode("utf-8", "replace") if part.name != "revision" else ""
    if part.name == "title":
        page.title = clean_line(unescaped(words))
    elif part.name == "ns":
        page.space = words.strip()
    elif part.name == "redirect":
        page.is_redirect = True
    else:
        page.revisions += 1
        found = re.search(rb"<(?:\w{1,20}:)?timestamp>([^<]{1,40})<", part.raw)
        at = "" if found is None else found[1].decode("utf-8", "replace").strip()
        if page.newest is None or at >= page.at:
            page.newest, page.at = part, at


def _article(page: _Page, part: Part, site: _Site, origin: Origin, wishes: Wishes) -> Article | None:
    """The article of a page; None where it only leads to another. Raises `Refused`."""
    check_size(part.size, wishes)
    if part.is_cut:
        raise Refused("wiki_cut")
    decoded = decode(part.raw, _UTF_8)
    root = parse_xml(decoded.mapped.text).root
    text = root.child("text")
    if text is None:
        raise Refused("wiki_no_text")
    wikitext = content(decoded.mapped, text)
    if _REDIRECT.match(wikitext.text):
        return None
    if not wikitext.text and "deleted" in text.attributes:
        raise Refused("wiki_no_text")
    clean = strip_wikitext(wikitext, site.left_out)
    at = _moment(page.at)
    published = _published(wikitext.text, clean.text) or (None if at is None else at.date())
    facts = Facts(
        title=page.title or None,
        published=published,
        source=site.name,
        url=site.url(page.title) if page.title else None,
        updated_at=at,
        revision=_number(root),
    )
    return article_of(
        Raw(part.raw, origin), clean, form=FORM.name, encoding=decoded.encoding, facts=facts, notes=decoded.notes
    )


def _number(revision: Element) -> int | None:
    found = revision.child("id")
    words = "" if found is None else found.words().strip()
    return int(words) if words.isdecimal() and len(words) < 16 else None


def _moment(written: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def _published(wikitext: str, text: str) -> date | None:
    """The day that the article itself gives, in a template or in the line that it begins with."""
    found = _DATE_TEMPLATE.search(wikitext, 0, 5000)
    if found is not None and (day := parse_date(found[1].strip())) is not None:
        return day
    line = _DATE_LINE.match(text)
    return None if line is None else parse_date(line["day"])


FORM = Form("mediawiki", _fits, _read)
