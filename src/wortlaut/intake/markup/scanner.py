"""The tags of HTML and XML text, with their places. Nothing is expanded, and no input takes quadratic time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

__all__ = ["Kind", "Tag", "scan"]


class Kind(Enum):
    """What a tag is."""

    OPEN = auto()
    CLOSE = auto()
    EMPTY = auto()  # <a/>
    CDATA = auto()
    OTHER = auto()  # comment, declaration, processing instruction


_OPENS, _CLOSES, _EMPTY = Kind.OPEN, Kind.CLOSE, Kind.EMPTY  # quicker than members of an Enum


class Tag(NamedTuple):
    """A tag from `start` to `end`."""

    kind: Kind
    name: str
    start: int
    end: int


# A quotation mark means something only behind an equals sign.
_OPEN = re.compile(r"""<([A-Za-z_][^\s/>]*+)(?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+>""")
_SIMPLE = re.compile(r"<([A-Za-z_][^\s/>]*+)[^>]*+>")
_CLOSE = re.compile(r"</([A-Za-z_][^\s/>]*+)[^>]*+>")
# What stands in these is no markup; they end at their own closing tag alone.
_RAW = frozenset("script style textarea title iframe noembed noframes xmp plaintext".split())
_RAW_END = {name: re.compile(rf"</{name}[\s/>]", re.IGNORECASE) for name in _RAW}
# How many characters may be looked at in vain, as a multiple of the text's length, before tags are only sought simply.
_PATIENCE = 16
_MOST_NAMES = 1000  # kept; HTML has some 140


def scan(text: str, *, html: bool) -> Iterator[Tag]:
    """The tags of `text` in order, names as written.

    With `html` names are in small letters, and raw elements such as scripts are passed over whole.
    """
    return _Scanner(text, html=html).tags()


class _Scanner:
    def __init__(self, text: str, *, html: bool) -> None:
        self.text = text
        self.html = html
        self.last = text.rfind(">")  # behind it no tag ends
        self.open = _OPEN
        self.in_vain = 0
        self.missing: set[str] = set()  # ends that were sought and stand nowhere further on
        self.names: dict[str, str] = {}  # as written to as given: the same name is kept once

    def tags(self) -> Iterator[Tag]:
        text, last = self.text, self.last
        at = text.find("<")
        while 0 <= at <= last:
            sign = text[at + 1]  # there is one: the last `>` stands behind
            if sign in "!?":
                tag = self._declaration(at) if sign == "!" else self._other(at, ">" if self.html else "?>")
            else:
                tag = self._named(at, is_closing=sign == "/")
            if tag is None:
                at = text.find("<", at + 1)
                continue
            yield tag
            kind, name, _, end = tag
            if name in _RAW and self.html and kind is _OPENS:
                end = self._raw_end(name, end)
            at = text.find("<", end)

    def _named(self, at: int, *, is_closing: bool) -> Tag | None:
        text = self.text
        found = (_CLOSE if is_closing else self.open).match(text, at) or (None if is_closing else self._simple(at))
        if found is None:
            return None
        written, end = found[1], found.end()
        name = self.names.get(written)
        if name is None:
            name = written.lower() if self.html else written
            if len(self.names) < _MOST_NAMES:
                self.names[written] = name
        return Tag(_CLOSES if is_closing else _EMPTY if text[end - 2] == "/" else _OPENS, name, at, end)

    def _simple(self, at: int) -> re.Match[str] | None:
        """The tag at `at` whatever its quotation marks are, None where there is none."""
        sign = self.text[at + 1]
        if not (sign.isalpha() or sign == "_"):
            return None
        self._waste(len(self.text) - at)
        return _SIMPLE.match(self.text, at)

    def _declaration(self, at: int) -> Tag | None:
        text = self.text
        if text.startswith("<!--", at):
            return self._other(at, "-->", at + 4) or self._other(at, ">")
        if text.startswith("<![CDATA[", at) and not self.html:
            end = self._find("]]>", at + 9)
            return None if end < 0 else Tag(Kind.CDATA, "![CDATA[", at, end + 3)
        if not self.html and text[at : at + 9].upper() == "<!DOCTYPE":
            start = self._find("[", at)
            close = self._find(">", at)
            if 0 <= start < close:
                subset = self._find("]", start)
                return self._other(at, ">", subset if subset >= 0 else at)
        return self._other(at, ">")

    def _other(self, at: int, ending: str, start: int | None = None) -> Tag | None:
        end = self._find(ending, at + 2 if start is None else start)
        return None if end < 0 else Tag(Kind.OTHER, self.text[at + 1 : at + 10], at, end + len(ending))

    def _find(self, ending: str, start: int) -> int:
        if ending in self.missing:
            return -1
        found = self.text.find(ending, start)
        if found < 0:
            self.missing.add(ending)
        return found

    def _raw_end(self, name: str, start: int) -> int:
        if name in self.missing:
            return start
        found = _RAW_END[name].search(self.text, start)
        if found is None:
            self.missing.add(name)
            return start
        return found.start()

    def _waste(self, count: int) -> None:
        self.in_vain += count
        if self.in_vain > _PATIENCE * len(self.text):
            self.open = _SIMPLE
