"""Structured data in a page: JSON-LD by the vocabulary of schema.org, whatever shape it has."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from wortlaut.intake.escapes import unescaped
from wortlaut.intake.markup.tree import Element

__all__ = ["LinkedArticle", "linked_articles"]

_TYPES = re.compile(
    r"(?:\w*(?:NewsArticle|Article|BlogPosting|LiveBlogPosting)|Report|Review|ImageGallery|MediaGallery|OpinionPiece|PressRelease|NewsItem)$"
)
_NO_TYPES = frozenset(("SpecialAnnouncement",))
_COMMENT = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?://)?(?:-->|\]\]>)\s*$")
_TAG = re.compile(r"</?[A-Za-z][^>]*>")
_TRAILING = re.compile(r",(\s*[}\]])")
_DEEPEST = 60
_MOST = 2000  # objects that are looked at in a page

Object = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """What JSON-LD says of an article; the script it stands in, for the place of its text."""

    types: tuple[str, ...]
    data: Object
    nodes: Mapping[str, Object]  # the objects of the page by their ids
    script: Element

    def text(self, *names: str) -> str:
        """The first of the members of these names that is a text, as one line; empty where none is."""
        for name in names:
            value = _plain(self.data.get(name))
            if value:
                return value
        return ""

    def names(self, name: str) -> list[tuple[str, bool]]:
        """The names of persons and bodies under a member, each with whether it is a person."""
        return list(_names(self.data.get(name), self.nodes))

    @property
    def body(self) -> str:
        """The article's text, without the markup that some put into it."""
        return " ".join(_TAG.sub(" ", self.text("articleBody")).split())

    @property
    def address(self) -> str:
        """The article's address."""
        page = self.data.get("mainEntityOfPage")
        inner = page.get("@id") or page.get("url") if isinstance(page, dict) else page
        for value in (self.data.get("url"), inner, self.data.get("@id")):
            if isinstance(value, str) and value.strip():
                return value.strip()
        return ""

    @property
    def is_free(self) -> bool | None:
        """Whether all may read it; None where that is not said."""
        value = self.data.get("isAccessibleForFree")
        if isinstance(value, bool):
            return value
        said = str(value).strip().lower().rpartition("/")[2]
        return {"true": True, "false": False}.get(said)


def linked_articles(top: Element, page: str) -> list[LinkedArticle]:
    """The articles that the page's JSON-LD describes, in order; broken JSON-LD is passed over."""
    scripts = [e for e in top.descend("script") if "ld+json" in e.get("type").lower()]
    found: list[tuple[Element, Object]] = []
    for script in scripts:
        found += ((script, each) for each in _objects(_parsed(page[script.inner : script.inner_end])))
    nodes = {str(each["@id"]): each for _, each in found if "@id" in each and len(each) > 1}
    return [
        LinkedArticle(types, each, nodes, script)
        for script, each in found
        if (types := _types(each)) and any(_TYPES.match(name) and name not in _NO_TYPES for name in types)
    ]


def _parsed(written: str) -> object:
    text = _COMMENT.sub("", written).strip()
    for attempt in (text, _TRAILING.sub(r"\1", text), unescaped(text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: object) -> Iterator[Object]:
    """All objects within a value, the outer ones first."""
    waiting: list[tuple[object, int]] = [(value, 0)]
    given = 0
    while waiting and given < _MOST:
        each, depth = waiting.pop()
        inner: Iterable[object] = ()
        if isinstance(each, dict):
            yield each
            given += 1
            inner = each.values()
        elif isinstance(each, list):
            inner = each
        if depth < _DEEPEST:
            waiting += reversed([(one, depth + 1) for one in inner if isinstance(one, (dict, list))])


def _types(each: Object) -> tuple[str, ...]:
    value = each.get("@type")
    values = value if isinstance(value, list) else [value]
    return tuple(str(one).rpartition("/")[2].rpartition(":")[2] for one in values if isinstance(one, str))


def _plain(value: object) -> str:
    if isinstance(value, list):
        value = next((each for each in value if each), None)
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return " ".join(unescaped(value).split()) if isinstance(value, str) else ""


def _names(value: object, nodes: Mapping[str, Object], depth: int = 0) -> Iterator[tuple[str, bool]]:
    if isinstance(value, str):
        name = " ".join(unescaped(value).split())
        if name:
            yield name, True
    elif isinstance(value, list) and depth < 3:
        for each in value:
            yield from _names(each, nodes, depth + 1)
    elif isinstance(value, dict):
        known = nodes.get(str(value.get("@id")), value) if "name" not in value else value
        is_person = not any("Organization" in name or "Corporation" in name for name in _types(known))
        name = _plain(known.get("name"))
        if not name:
            name = " ".join(filter(None, (_plain(known.get("givenName")), _plain(known.get("familyName")))))
        if name:
            yield name, is_person
