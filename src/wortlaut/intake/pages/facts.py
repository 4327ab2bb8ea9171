"""What a page says of its article: title, authors, times, outlet, address; each from where it is surest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from urllib.parse import urljoin, urlsplit

from wortlaut.intake.dates import parse_date
from wortlaut.intake.facts import Facts
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.moments import day_of, parse_local
from wortlaut.intake.pages.blocks import Block, is_unseen
from wortlaut.intake.pages.heading import Heading
from wortlaut.intake.pages.linked_data import LinkedArticle
from wortlaut.intake.pages.metas import Metas
from wortlaut.intake.pages.view import ends_sentence
from wortlaut.intake.pages.written import NAME, WRITTEN

__all__ = ["address_of", "outlet_in_title", "outlet_of", "page_facts"]

_BYLINE = re.compile(
    r"(?<![a-z])(?:byline|author|autor|autoren|autorin|verfasser|redakteur|writer|journalist|creator)(?:s|name|names|-name|-link|-names)?(?![a-z])"
)
_NO_BYLINE = re.compile(
    r"bio|box|profile|about|image|img|photo|picture|avatar|role|twitter|social|follow|comment|kommentar|teaser|related|description|job|position"
)
_FROM = re.compile(
    r"^(?:ein(?:e)? (?:\w+ ){1,3}von|text(?: und fotos?)?\s*:|von|by|autor(?:in|en)?\s*:"
    r"|(?:verfasst|geschrieben|eingestellt) von"
    r"|das (?:gespräch|interview) führten?|(?:ein )?interview(?: von)?\s*:?"
    r"|protokoll\s*:|redaktion\s*:)\s+",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?:unser(?:e[rmn]?)?\s+)?(?:\w*(?:redakteur|korrespondent|reporter|mitarbeiter|kolleg|chef|volontär)\w*\s+)",
    re.IGNORECASE,
)
# Within a line: a place, a date or a sign stands before.
_BY = re.compile(r"(?:^|[.|•·–/,:]\s*)von:?\s+(?=[A-ZÄÖÜ]|unser)", re.IGNORECASE)
_PARTING = re.compile(r"\s*(?:\s[–—-]\s|,|;|/|\||•|·|\s+und\s+|\s+sowie\s+|\s+mit\s+|\s+and\s+|&)\s*")
_NO_NAME = re.compile(
    r"\b(?:redaktion|agentur(?:en)?|dpa|afp|reuters|apa|sda|epd|kna|newsroom|team|uhr|online|zeitung|nachrichten"
    r"|presse|gmbh|verlag|mitarbeiter|aktualisiert|korrespondent\w*)\b",
    re.IGNORECASE,
)
_NO_OUTLET = re.compile(r"(?:druck|mobil)\w*|artikel|startseite|home|news|nachrichten|\w+ - \w+", re.IGNORECASE)
_CHANGED = re.compile(r"aktualisiert|update|geändert|zuletzt|bearbeitet|modified|letzte änderung|stand", re.IGNORECASE)
_AROUND = 6  # runs of text before and behind the heading in which a written date is looked for


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
    published, updated = _times(page, top, linked, metas, near)
    published_at = published if isinstance(published, datetime) else None
    updated_at = updated if isinstance(updated, datetime) and updated != published_at else None
    day = published if not isinstance(published, datetime) else day_of(published)
    outlet = outlet_of(top, linked, metas) or outlet_in_title(title, heading.title) or _logo(page, top)
    authors = [name for name in _authors(page, top, linked, metas, near) if name.casefold() != outlet.casefold()]
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
        if "logo" in page[each.start : each.inner].lower():
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
    """The page's own address, absolute; None where nothing gives one."""
    told = [metas.canonical, *metas.all(("og:url",)), linked.address if linked is not None else "", url or ""]
    bases = [each for each in (metas.base, *told) if _is_absolute(each)]
    for each in told:
        if not each:
            continue
        whole = each if _is_absolute(each) else urljoin(bases[0], each) if bases else ""
        if _is_absolute(whole) and not (_is_home(whole) and any(map(_is_deep, bases))):
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


# Times

_Time = date | datetime


def _times(
    page: str, top: Element, linked: LinkedArticle | None, metas: Metas, near: Sequence[Block]
) -> tuple[_Time | None, _Time | None]:
    """When the article was published, and when it was last changed; a day where only that is known."""
    told = [*_linked_times(linked, "datePublished", "dateCreated"), *_read(metas.published)]
    told += [*_marked(page, top, "datepublished"), *_read(metas.dated)]
    changed = [*_linked_times(linked, "dateModified"), *_read(metas.updated), *_marked(page, top, "datemodified")]
    if not told or not isinstance(told[0], datetime) or not changed:
        written, rewritten = _written(page, top, near)
        told, changed = [*told, *written], [*changed, *rewritten]
    return _finest(told), _finest(changed)


def _finest(times: Sequence[_Time]) -> _Time | None:
    """The first of the times, or a finer one of the same day."""
    if not times or isinstance(times[0], datetime):
        return times[0] if times else None
    return next((each for each in times if isinstance(each, datetime) and each.date() == times[0]), times[0])


def _is_day(moment: datetime) -> bool:
    """Whether midnight in universal time stands for a day whose time is not known."""
    return moment.utcoffset() == timedelta(0) and (moment.hour, moment.minute, moment.second) == (0, 0, 0)


def _linked_times(linked: LinkedArticle | None, *names: str) -> Iterator[_Time]:
    return _read(filter(None, (linked.text(name) for name in names))) if linked is not None else iter(())


def _read(values: Iterable[str]) -> Iterator[_Time]:
    for value in values:
        at = parse_local(value)
        found: _Time | None = parse_date(value) if at is None or _is_day(at) else at
        if found is not None:
            yield found


def _marked(page: str, top: Element, name: str) -> Iterator[_Time]:
    """Times in elements that microdata name so."""
    if "itemprop" not in page:
        return
    for each in top.descend():
        if name in page[each.start : each.inner].lower() and name in each.get("itemprop").lower().split():
            yield from _read(filter(None, (each.get("datetime"), each.get("content"), " ".join(each.words().split()))))


def _written(page: str, top: Element, near: Sequence[Block]) -> tuple[list[_Time], list[_Time]]:
    """The times that stand around the heading: of publication, and of changes."""
    published: list[_Time] = []
    changed: list[_Time] = []
    for block in near:
        times = [each for each in block.holder.descend("time") if each.get("datetime")]
        if block.holder.name == "time" and block.holder.get("datetime"):
            times.append(block.holder)
        for each in times:
            before = page[max(block.holder.start, each.start - 60) : each.start] + each.get("class") + each.words()
            (changed if _CHANGED.search(before) else published).extend(_read((each.get("datetime"),)))
        if len(block.text) < 200 and not _is_running(block.text):
            at = 0
            for found in WRITTEN.finditer(block.text):
                is_change = _CHANGED.search(block.text[at : found.start()]) is not None
                at = found.end()
                (changed if is_change else published).extend(_read((found[0].strip(" ,|–—·•-"),)))
    return sorted(published, key=lambda each: not isinstance(each, datetime)), changed


def _is_running(text: str) -> bool:
    """Whether a date stands in running text, which tells of other days."""
    return ends_sentence(text) and len(WRITTEN.sub("", text)) > 40


# Authors


def _authors(page: str, top: Element, linked: LinkedArticle | None, metas: Metas, near: Sequence[Block]) -> list[str]:
    named = linked.names("author") if linked is not None else []
    people = [name for name, is_person in named if is_person and "://" not in name]
    found = _cleaned(people)
    if not found:
        found = _cleaned(metas.authors)
    if not found:
        found = _marked_authors(page, top) or _from_bylines(page, top, near)
    return found or list(dict.fromkeys(name for name, _ in named if "://" not in name))


def _marked_authors(page: str, top: Element) -> list[str]:
    """The names in elements that microdata name as the author's."""
    if "itemprop" not in page:
        return []
    marked = [each for each in top.descend() if each.get("itemprop").lower() in ("author", "creator")]
    names = []
    for each in marked:
        inner = next((one for one in each.descend() if one.get("itemprop").lower() == "name"), each)
        names.append(" ".join((inner.get("content") or inner.words()).split()))
    return _cleaned(names)


def _cleaned(names: Iterable[str]) -> list[str]:
    """The names of people in what is given as authors, each once."""
    found: dict[str, None] = {}
    for each in names:
        for name in _PARTING.split(_ROLE.sub("", _FROM.sub("", each.strip()))):
            bare = re.sub(r"\s*\([^)]*\)$", "", name).strip(" .,:–—-|")
            if NAME.match(bare) and not _NO_NAME.search(bare):
                found.setdefault(bare)
    return list(found)


def _from_bylines(page: str, top: Element, near: Sequence[Block]) -> list[str]:
    lines = []
    for each in top.descend():
        tag = page[each.start : each.inner].lower()
        if (
            "autho" in tag or "autor" in tag or "byline" in tag or "verfasser" in tag
        ) and each.inner_end - each.inner < 600:
            names = ("class", "id", "rel", "itemprop", "property")
            named = " ".join(map(each.get, names)).lower().replace("_", "-").replace(":", "-")
            if _BYLINE.search(named) and not _NO_BYLINE.search(named) and not is_unseen(page, each):
                lines.append(" ".join(each.words().split()))
    dated = [(WRITTEN.sub(" ", block.text).strip(" ,|/–—·•-"), block.text) for block in near if len(block.text) < 160]
    lines += [bare for bare, _ in dated if _FROM.match(bare)]
    lines += [bare[by.end() :] for bare, _ in dated if (by := _BY.search(bare)) is not None]
    lines += [bare for bare, whole in dated if bare != whole and NAME.match(bare) and len(bare.split()) < 4]
    for line in lines:
        found = _cleaned([WRITTEN.sub("", line)])
        if found:
            return found
    return []
