"""What in wikitext is no running text: comments, templates, tables, references, files, categories; and links.

Brackets are matched with a stack in one walk over the text, however deep they are nested; what has no end stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from wortlaut.intake.mapped import Edit

__all__ = ["comment_edits", "structure_edits"]

_MOST_OPEN = 10_000  # real pages have some dozen brackets in each other
_DROPPED = (
    "ref|gallery|math|chem|score|timeline|syntaxhighlight|source|pre|imagemap|includeonly|templatestyles|references"
    "|hiero|graph|mapframe|maplink|inputbox|categorytree|dynamicpagelist|section|templatedata|table|style|script"
)
_TOKEN = re.compile(
    rf"""
    (?P<nowiki><nowiki\s*/?>)
    | (?P<single><(?:{_DROPPED})(?=[\s/>])[^<>]*+/>)
    | <(?P<open>{_DROPPED})(?:\s[^<>]*+)?>
    | </(?P<close>{_DROPPED})\s*>
    | (?P<braces>\{{\{{+|\}}\}}+)
    | ^[ \t:]*+(?P<table>\{{\|)
    | ^[ \t]*+(?P<end>\|\}})(?!\}})
    | (?P<link>\[\[)
    | (?P<links>\]\])
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z]{2,10})?")
_LINK = "["
_TABLE = "|"
_TEMPLATE = "{"


@dataclass(frozen=True, slots=True)
class _Open:
    """A bracket that waits for its end: which one, where it begins, and where what is in it begins."""

    kind: str
    start: int
    inner: int


def comment_edits(text: str) -> list[Edit]:
    """What takes comments out; a line that holds nothing else goes with them."""
    edits: list[Edit] = []
    end = 0
    while (start := text.find("<!--", end)) >= 0:
        end = text.find("-->", start + 4) + 3
        if end < 3:
            break
        if (start == 0 or text[start - 1] == "\n") and text.startswith("\n", end):
            end += 1
        edits.append(Edit(start, end, ""))
    return edits


def structure_edits(text: str, left_out: frozenset[str]) -> list[Edit]:
    """What takes everything out that is no running text, and the brackets of links.

    Links into the namespaces `left_out` (small letters) are files and categories and go wholly.
    """
    return _Walk(text, left_out).edits()


class _Walk:
    def __init__(self, text: str, left_out: frozenset[str]) -> None:
        self._text = text
        self._left_out = left_out
        self._stack: list[_Open] = []
        self._has_literal = True  # as long as `</nowiki>` may follow
        self._waiting = Counter[str]()
        self._dropped: list[tuple[int, int]] = []  # in the order of their ends; a later one may contain earlier ones
        self._edits: list[Edit] = []

    def edits(self) -> list[Edit]:
        at = 0
        while (found := _TOKEN.search(self._text, at)) is not None:
            at = self._literal(found) if found["nowiki"] else found.end()
            if not found["nowiki"]:
                self._take(found)
        return list(self._kept())

    def _literal(self, found: re.Match[str]) -> int:
        """Where what `<nowiki>` shields ends; its tags go."""
        self._edits.append(Edit(*found.span(), ""))
        start = -1
        if not found["nowiki"].endswith("/>") and self._has_literal:
            start = self._text.find("</nowiki>", found.end())
            self._has_literal = start >= 0
        if start < 0:
            return found.end()
        self._edits.append(Edit(start, start + len("</nowiki>"), ""))
        return start + len("</nowiki>")

    def _take(self, found: re.Match[str]) -> None:
        start, end = found.span()
        if found["single"]:
            self._drop(start, end)
        elif found["open"]:
            self._push(found["open"].lower(), start, end)
        elif found["close"]:
            self._pop(found["close"].lower(), end)
        elif found["braces"]:
            self._braces(found)
        elif found["table"]:
            self._push(_TABLE, found.start("table"), end)
        elif found["end"]:
            self._pop(_TABLE, end)
        elif found["link"]:
            self._push(_LINK, start, end)
        else:
            self._pop(_LINK, end)

    def _braces(self, found: re.Match[str]) -> None:
        """Two braces are a template, three a parameter; of a run, as many as fit."""
        position, end = found.span()
        is_open = found["braces"][0] == "{"
        while end - position >= 2:
            width = 2 if end - position in (2, 4) else 3
            kind = _TEMPLATE * width
            if is_open:
                self._push(kind, position, position + width)
            else:
                if not self._waiting[kind]:
                    width = 2
                self._pop(_TEMPLATE * width, position + width)
            position += width

    def _push(self, kind: str, start: int, inner: int) -> None:
        if len(self._stack) < _MOST_OPEN:
            self._stack.append(_Open(kind, start, inner))
            self._waiting[kind] += 1

    def _pop(self, kind: str, end: int) -> None:
        if not self._waiting[kind]:
            return
        while True:  # what was opened in between has no end
            last = self._stack.pop()
            self._waiting[last.kind] -= 1
            if last.kind == kind:
                break
        if kind == _LINK:
            self._link(last, end)
        else:
            self._drop(last.start, end)

    def _drop(self, start: int, end: int) -> None:
        while self._dropped and self._dropped[-1][0] >= start:
            self._dropped.pop()
        self._dropped.append((start, end))

    def _link(self, opening: _Open, end: int) -> None:
        inner_end = end - 2
        bar = self._text.find("|", opening.inner, min(inner_end, opening.inner + 500))
        target = self._text[opening.inner : bar if bar >= 0 else inner_end].strip()
        space, colon, _ = target.partition(":")
        if (colon and space.strip().lower() in self._left_out) or (
            colon and space and bar < 0 and _LANGUAGE.fullmatch(space)
        ):
            self._drop(opening.start, end)
        elif 0 <= bar < inner_end - 1:
            self._edits += (Edit(opening.start, bar + 1, ""), Edit(inner_end, end, ""))
        else:
            first = opening.inner + (self._text[opening.inner] == ":")
            last = bar if bar >= 0 else inner_end
            self._edits += (Edit(opening.start, first, ""), Edit(last, end, ""))

    def _kept(self) -> Iterator[Edit]:
        """What goes, in order; stretches that lie over each other as one."""
        stretches = sorted([*self._dropped, *((edit.start, edit.end) for edit in self._edits)])
        start, end = -1, -1
        for first, last in stretches:
            if first >= end:
                if start >= 0:
                    yield Edit(start, end, "")
                start = first
            end = max(end, last)
        if start >= 0:
            yield Edit(start, end, "")
