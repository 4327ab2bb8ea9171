"""HTML pages, AMP pages and saved pages among them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wortlaut.intake.articles import article_of, whole
from wortlaut.intake.escapes import backslash_edits
from wortlaut.intake.facts import Facts
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.markup.charsets import decode_markup
from wortlaut.intake.markup.content import PARAGRAPH, Piece, kept, settled
from wortlaut.intake.markup.html import parse_html
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.pages.blocks import Block, blocks_of
from wortlaut.intake.pages.facts import address_of, outlet_of, page_facts
from wortlaut.intake.pages.heading import find_heading, heading_of
from wortlaut.intake.pages.linked_data import LinkedArticle, linked_articles
from wortlaut.intake.pages.main import Chosen, choose
from wortlaut.intake.pages.metas import Metas, metas_of
from wortlaut.intake.pages.names import Mark
from wortlaut.intake.pages.view import Page, ends_sentence, normal, weight
from wortlaut.intake.reasons import Refused, note
from wortlaut.intake.records.scan import Broken, find
from wortlaut.intake.texts.wire import clean, replace_no_characters
from wortlaut.types import ArticleKind

__all__ = ["FORM", "PageText", "read_page_text"]

_PAGE = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}>\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TICKER = re.compile(r"live-?\s?ticker|live-?\s?blog|newsblog|news-blog|minutenticker|ticker\s*\+\+", re.IGNORECASE)
_OFFER = re.compile(
    r"(?:jetzt|gleich|hier|sofort)?\s*(?:weiterlesen|lesen sie weiter|alle artikel (?:frei )?lesen)\b.{0,80}(?:abo"
    r"|plus|\+|monat|kosten|testen|€|euro|login|anmelden)"
    r"|(?:dieser|der|diesen) (?:artikel|text|beitrag) (?:ist|steht|lesen sie) .{0,60}(?:abonnent|nur für|exklusiv"
    r"|kostenpflichtig|plus|premium|\+)"
    r"|(?:exklusiv|nur) für (?:unsere )?(?:abonnent|mitglieder|plus)|mit (?:\w+\s?){0,3}(?:plus|\+"
    r"|abo) (?:weiter)?lesen|bereits abonnent|jetzt abonnieren und weiterlesen"
    r"|(?:monat|woche)e? (?:kostenlos|gratis|für 1) .{0,30}(?:testen|lesen)|um (?:den|diesen) artikel (?:ganz "
    r"|vollständig )?(?:zu|weiter) ?lesen",
    re.IGNORECASE,
)
# How an entry of a ticker begins: with its time, or as an update.
_ENTRY = re.compile(r"\W*(?:update\b[^:]{0,50}:|(?:\w+, )?\d{1,2}[.:]\d{2} uhr\s*[:|–-])", re.IGNORECASE)
_NEAR = 3000  # characters of the page
_AROUND = 8  # runs of text before and behind the heading
_ENOUGH = 200  # characters of an article that a page shows at least, else its structured data are looked at
_LONG = 6000  # characters beyond which a text is no mere beginning, whatever is offered below it


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page's article with its bytes, what is said of it, and notes."""

    mapped: Mapped
    facts: Facts
    notes: tuple[str, ...] = ()


def read_page_text(mapped: Mapped, *, url: str | None = None) -> PageText:
    """The article in the text of a page, which came from the address `url`; raises `Refused` where there is none."""
    page = mapped.text
    top = parse_html(page)
    metas = metas_of(top)
    blocks = blocks_of(page, top)
    linked = _own(linked_articles(top, page), metas, url)
    titles = _titles(top, linked, metas)
    element = find_heading(page, top, titles)
    body = "" if linked is None else linked.body
    address = address_of(linked, metas, url) or ""
    chosen = choose(Page(page, top, blocks, element, normal(body), address))
    heading = heading_of(page, element, blocks, titles, (outlet_of(top, linked, metas),))
    if linked is not None and (not heading.subtitle or ends_sentence(heading.subtitle)):
        told = linked.text("alternativeHeadline", "alternateName")
        if any(block.text == told for block in blocks) and normal(told) not in (
            normal(heading.kicker),
            normal(heading.title),
        ):
            heading = replace(heading, subtitle=told)
    near = _near(blocks, element, chosen.blocks)
    facts = page_facts(
        page, top, heading=heading, linked=linked, metas=metas, near=near, url=url, title=_page_title(top)
    )
    text = _text(mapped, chosen.blocks)
    notes: tuple[str, ...] = ()
    if len(text.text) < _ENOUGH and len(body) > 2 * len(text.text) and linked is not None:
        from_data = _from_data(mapped, linked)
        if from_data is not None:
            text, notes = from_data, (note("page_from_data"),)
    if not text.text:
        raise Refused("page_without_text")
    is_locked = metas.is_locked or (linked is not None and linked.is_free is False)
    is_live = "LiveBlogPosting" in (() if linked is None else linked.types) or "/LiveBlogPosting" in page
    kind = _kind(blocks, chosen, f"{heading.kicker} {heading.title}", is_live=is_live, is_locked=is_locked)
    if kind is not ArticleKind.REPORT:
        notes = (*notes, note(f"page_{kind.value}"))
    text, more = replace_no_characters(text)
    return PageText(text, replace(facts, kind=kind), (*notes, *more))


def _own(linked: Sequence[LinkedArticle], metas: Metas, url: str | None) -> LinkedArticle | None:
    """Of the articles in structured data the page's own: by its address, else the first that has a text or a date."""
    own = {each.split("#")[0].rstrip("/") for each in (metas.canonical, metas.first(("og:url",)), url or "") if each}
    for each in linked:
        if each.address.split("#")[0].rstrip("/") in own:
            return each
    dated = [each for each in linked if each.text("datePublished", "articleBody")]
    return next(iter(dated or linked), None)


def _titles(top: Element, linked: LinkedArticle | None, metas: Metas) -> list[str]:
    """What is said to be the title apart from headings, the surest first."""
    told = [linked.text("headline", "name") if linked is not None else "", metas.title]
    return [each for each in (*told, _page_title(top)) if each]


def _page_title(top: Element) -> str:
    head = next(top.descend("title"), None)
    return "" if head is None else " ".join(head.words().split())


def _near(blocks: Sequence[Block], element: Element | None, chosen: Sequence[Block]) -> list[Block]:
    """The runs of text around the heading, or before the article where there is none."""
    if element is not None:
        before = [each for each in blocks if each.start < element.start < each.start + _NEAR]
        behind = [each for each in blocks if each.start >= element.end]
        prose = [at for at, each in enumerate(behind) if weight(each)][:2]
        last = chosen[-1].start if chosen else element.end
        after = [each for each in blocks if each.start > last][:2]
        return [*behind[: min(_AROUND, prose[-1] if len(prose) > 1 else _AROUND)], *reversed(before[-_AROUND:]), *after]
    first = chosen[0].start if chosen else 0
    return [each for each in blocks if each.start < first][-_AROUND:]


def _text(mapped: Mapped, blocks: Sequence[Block]) -> Mapped:
    """The words of the blocks, a paragraph each."""
    pieces: list[Piece] = []
    for block in blocks:
        if pieces and pieces[-1].end < block.start:
            pieces.append(Piece(pieces[-1].end, block.start, PARAGRAPH))
        pieces += block.pieces
    return settled(kept(mapped, pieces))


def _from_data(mapped: Mapped, linked: LinkedArticle) -> Mapped | None:
    """The text that structured data give, with its places in the script."""
    script = linked.script
    view = mapped.text[script.inner : script.inner_end]
    written = view.find('"articleBody"')
    while written >= 0:
        start = written
        written = view.find('"articleBody"', written + 1)
        try:
            value = find("{" + view[start:], 0, ())
        except (Broken, KeyError):
            value = None
        found = re.compile(r'"articleBody"\s*:\s*"').match(view, start)
        end = None if found is None else re.compile(r'[^"\\]*(?:\\.[^"\\]*)*', re.DOTALL).match(view, found.end())
        if found is None or end is None or (value is None and end.end() >= len(view)):
            continue
        first = script.inner + found.end()
        cut = mapped.cut(first, script.inner + end.end())
        cleaned = clean(cut.edited(backslash_edits(cut.text)))
        if normal(cleaned.mapped.text)[:80] == normal(linked.body)[:80]:
            return _parted(cleaned.mapped)
    return None


def _parted(mapped: Mapped) -> Mapped:
    """The text with each of its lines a paragraph, where no blank line parts any."""
    if "\n\n" in mapped.text or "\n" not in mapped.text:
        return mapped
    from wortlaut.intake.mapped import Edit

    return mapped.edited([Edit(*found.span(), "\n\n") for found in re.finditer(r"\s*\n\s*", mapped.text)])


def _kind(blocks: Sequence[Block], chosen: Chosen, title: str, *, is_live: bool, is_locked: bool) -> ArticleKind:
    """What the article is; `is_live` and `is_locked` say what structured data and meta elements tell."""
    timed = sum(_ENTRY.match(block.text) is not None for block in chosen.blocks)
    if is_live or timed >= 2 or (_TICKER.search(title) and any(_is_ticker(block) for block in chosen.blocks)):
        return ArticleKind.TICKER
    length = sum(len(block.text) for block in chosen.blocks)
    last = chosen.blocks[-1].pieces[-1].end if chosen.blocks else 0
    if length >= _LONG or not (is_locked or chosen.has_offer):
        return ArticleKind.REPORT
    offers = any(_OFFER.search(block.text) for block in blocks if block.start > last and len(block.text) < 2000)
    return ArticleKind.STUB if offers or (is_locked and chosen.has_offer) else ArticleKind.REPORT


def _is_ticker(block: Block) -> bool:
    from wortlaut.intake.pages.names import mark_of

    return any(mark_of(each) & Mark.TICKER for each in block.path)


def _fits(source: Source) -> bool:
    return _PAGE.match(source.start) is not None


def _read(source: Source) -> Iterator[Item]:
    raw = whole(source.stream, source.origin, source.wishes)
    decoded = decode_markup(raw.octets, source)
    found = read_page_text(decoded.mapped, url=source.url)
    notes = (*decoded.notes, *found.notes)
    yield article_of(raw, found.mapped, form=FORM.name, encoding=decoded.encoding, facts=found.facts, notes=notes)


FORM = Form("html", _fits, _read, (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"))
