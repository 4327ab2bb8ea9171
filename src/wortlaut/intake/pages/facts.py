"""What a page says of its article: title, authors, times, outlet, address; each from where it is surest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from wortlaut.intake.facts import Facts
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.moments import day_of
from wortlaut.intake.ownership import share_site
from wortlaut.intake.pages.authors import authors_of
from wortlaut.intake.pages.blocks import Block
from wortlaut.intake.pages.heading import Heading
from wortlaut.intake.pages.linked_data import LinkedArticle
from wortlaut.intake.pages.metas import Metas
from wortlaut.intake.pages.times import times_of

__all__ = ["address_of", "outlet_in_title", "outlet_of", "page_facts"]

_LOGO = re.compile(r"logo|kopf|brand|masthead", re.IGNORECASE)
_NO_OUTLET = re.compile(r"(?:druck|mobil)\w*|artikel|startseite|home|news|nachrichten|\w+ - \w+", re.IGNORECASE)


def page_facts(
    page: str,
    top: Element,
    *,
    heading: Heading,
    linked: LinkedArticle | None,
    metas: Metas,
    near: Sequence[Block],
    url: str | None,
    title: str,
) -> Facts:
    """The facts; `near` are the runs of text around the heading, `url` the address that the page came from."""
    published, updated = times_of(page, top, linked, metas, near)
    published_at = published if isinstance(published, datetime) else None
    updated_at = updated if isinstance(updated, datetime) and updated != published_at else None
    day = published if not isinstance(published, datetime) else day_of(published)
    outlet = outlet_of(top, linked, metas) or outlet_in_title(title, heading.title) or _logo(page, top)
    authors = authors_of(page, top, linked=linked, metas=metas, near=near, outlet=outlet)
    return Facts(
        title=heading.title or None,
        subtitle=heading.subtitle or None,
        kicker=heading.kicker or None,
        published=day,
        published_at=published_at,
        updated_at=updated_at,
        source=outlet or None,
        url=address_of(linked, metas, url),
        author=", ".join(authors) or None,
    )


def outlet_of(top: Element, linked: LinkedArticle | None, metas: Metas) -> str:
    """The name of the publication, as structured data, meta elements or microdata give it."""
    publisher = linked.names("publisher") if linked is not None else []
    names = [name for name, _ in publisher if "://" not in name]
    return next(iter(names), "") or metas.site or _marked_publisher(top)


def _logo(page: str, top: Element) -> str:
    """What stands for the site's logo where it cannot be shown."""
    for each in top.descend("img"):
        if _LOGO.search(page, each.start, each.inner):
            name = re.sub(
                r"\s*(?:-\s*)?logo(?: von)?\s*|\s*(?:startseite|homepage)\s*", " ", each.get("alt"), flags=re.IGNORECASE
            )
            if 2 < len(name.strip()) < 50:
                return " ".join(name.split())
    for each in top.descend("a"):
        name = " ".join(each.words().split())
        if each.get("href") in ("/", "./") and 2 < len(name) < 50 and not _NO_OUTLET.fullmatch(name):
            return name
    return ""


def _marked_publisher(top: Element) -> str:
    for each in top.descend("div", "span", "meta", "footer", "section"):
        if each.get("itemprop").lower() == "publisher":
            inner = next((one for one in each.descend() if one.get("itemprop").lower() == "name"), each)
            name = " ".join((inner.get("content") or inner.words()).split())
            if name:
                return name
    return ""


def outlet_in_title(title: str, heading: str) -> str:
    """What stands beside the heading in the page's title: the outlet's name, as a rule."""
    if not heading or heading not in title:
        return ""
    before, _, behind = title.partition(heading)
    pieces = [each.strip(" |–—-·•»:/") for each in re.split(r"\s[|–—·•»-]\s|::|\|", behind or before)]
    named = [each for each in pieces if each and len(each.split()) <= 5]
    name = (named[-1] if behind.strip() else named[0]) if named else ""
    return "" if _NO_OUTLET.fullmatch(name) else name


def address_of(linked: LinkedArticle | None, metas: Metas, url: str | None) -> str | None:
    """The page's own address, absolute; None where nothing gives one.

    A page that came from an address is not believed to be one of another site.
    """
    told = [metas.canonical, *metas.all(("og:url",)), linked.address if linked is not None else "", url or ""]
    bases = [each for each in (metas.base, *told) if _is_absolute(each)]
    for each in told:
        if not each:
            continue
        whole = each if _is_absolute(each) else urljoin(bases[0], each) if bases else ""
        is_told = _is_absolute(whole) and not (_is_home(whole) and any(map(_is_deep, bases)))
        if is_told and (url is None or share_site(whole, url)):
            return whole.partition("#")[0]
    return None


def _is_absolute(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _is_home(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query


def _is_deep(address: str) -> bool:
    return _is_absolute(address) and not _is_home(address)
