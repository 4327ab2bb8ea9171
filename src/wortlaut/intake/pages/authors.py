"""Whom a page names as the authors of its article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from wortlaut.intake.markup.tree import Element
from wortlaut.intake.pages.blocks import Block, is_unseen
from wortlaut.intake.pages.linked_data import LinkedArticle
from wortlaut.intake.pages.metas import Metas
from wortlaut.intake.pages.view import ends_sentence
from wortlaut.intake.pages.written import NAME, WRITTEN

__all__ = ["authors_of"]

_BYLINE = re.compile(
    r"(?<![a-z])(?:byline|author|autor|autoren|autorin|verfasser|redakteur|writer|journalist|creator|by)(?:s|name|names|-name|-link|-names)?(?![a-z])"
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
_TITLES = re.compile(r"^(?:(?:Prof|Dr|Dipl|Mag)\.(?:-\w+\.)?\s+)+")
_PARTING = re.compile(r"\s*(?:\s[–—-]\s|,|;|/|\||•|·|\s+und\s+|\s+sowie\s+|\s+mit\s+|\s+and\s+|&)\s*")
_NO_NAME = re.compile(
    r"\b(?:redaktion|presse\w*|universität|stadt|landkreis|ministerium|verband|polizei\w*|feuerwehr|bergrettung|gemeinde|partei|fraktion|agentur(?:en)?|dpa|afp|reuters|apa|sda|epd|kna|newsroom|team|uhr|online|zeitung|nachrichten"
    r"|presse|gmbh|verlag|mitarbeiter|aktualisiert|korrespondent\w*)\b",
    re.IGNORECASE,
)


def authors_of(
    page: str, top: Element, *, linked: LinkedArticle | None, metas: Metas, near: Sequence[Block], outlet: str
) -> list[str]:
    """The names of persons, from where they are surest; else of the bodies that structured data name.

    `near` are the runs of text around the heading.
    """
    named = linked.names("author") if linked is not None else []
    people = [_turned(name) for name, is_person in named if is_person and "://" not in name]
    ways = (
        lambda: people,
        lambda: metas.authors,
        lambda: _marked(page, top),
        lambda: _bylines(page, top, near),
        lambda: metas.all(("twitter:data1",)),
    )
    for way in ways:
        found = [name for name in _cleaned(way()) if name.casefold() != outlet.casefold()]
        if found:
            return found
    return [name for name in dict.fromkeys(name for name, _ in named if "://" not in name) if name != outlet]


def _turned(name: str) -> str:
    """The name in its usual order where it is written as in a catalogue (`Löhn, Mira`)."""
    last, comma, first = name.partition(", ")
    return (
        f"{first} {last}" if comma and NAME.match(f"{first} {last}") and "," not in first and " " not in last else name
    )


def _marked(page: str, top: Element) -> list[str]:
    """The names in elements that microdata or RDFa name as the author's."""
    if "itemprop" not in page and "property" not in page:
        return []
    names = []
    for each in top.descend():
        if _property(each) in ("author", "creator") and each.name != "meta":
            inner = next((one for one in each.descend() if _property(one) == "name"), each)
            names.append(" ".join((inner.get("content") or inner.words()).split()))
    return names


def _property(element: Element) -> str:
    return (element.get("itemprop") or element.get("property")).lower().rpartition(":")[2]


def _cleaned(names: Iterable[str]) -> list[str]:
    """The names of people in what is given as authors, each once."""
    found: dict[str, None] = {}
    for each in names:
        for name in _PARTING.split(_ROLE.sub("", _FROM.sub("", each.strip()))):
            bare = re.sub(r"\s*\([^)]*\)$", "", _TITLES.sub("", name)).strip(" .,:–—-|")
            if NAME.match(bare) and not _NO_NAME.search(bare):
                found.setdefault(bare)
    return list(found)


def _bylines(page: str, top: Element, near: Sequence[Block]) -> list[str]:
    """What stands in the first line around the heading that names somebody."""
    first = min((block.start for block in near), default=0)
    last = max((block.pieces[-1].end for block in near), default=0)
    lines = []
    for each in top.descend():
        if first <= each.start <= last and each.inner_end - each.inner < _LONGEST:
            tag = page[each.start : each.inner].lower()
            if any(word in tag for word in _TELLING) and _is_byline(each) and not is_unseen(page, each):
                lines.append(" ".join(each.words().split()))
    short = [block.text for block in near if len(block.text) < 160 and not ends_sentence(block.text)]
    dated = [(WRITTEN.sub(" ", text).strip(" ,|/–—·•-"), text) for text in short]
    lines += [bare for bare, _ in dated if _FROM.match(bare)]
    lines += [bare[by.end() :] for bare, _ in dated if (by := _BY.search(bare)) is not None]
    lines += [bare for bare, whole in dated if bare != whole and NAME.match(bare) and len(bare.split()) < 4]
    return next(([line] for line in (WRITTEN.sub("", line) for line in lines) if _cleaned([line])), [])


def _is_byline(element: Element) -> bool:
    named = " ".join(map(element.get, ("class", "id", "rel", "itemprop", "property"))).lower()
    named = named.replace("_", "-").replace(":", "-")
    return _BYLINE.search(named) is not None and _NO_BYLINE.search(named) is None


_LONGEST = 600  # characters of a byline's markup
_TELLING = ("autho", "autor", "byline", "verfasser", "creator", '"by"', "=by")
