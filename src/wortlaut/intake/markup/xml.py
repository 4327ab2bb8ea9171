"""XML text to a tree. No entity is expanded, nothing is fetched; what is not well-formed is mended and told."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wortlaut.intake.markup.scanner import Kind, Tag, scan
from wortlaut.intake.markup.tree import CDATA, OTHER, Element
from wortlaut.intake.reasons import Refused

__all__ = ["Fault", "Xml", "parse_xml"]

_ENTITY = re.compile(r"<!ENTITY\b")
_DEEPEST = 200  # real documents have about 20 levels, XHTML within them included
_MOST_FAULTS = 20
_CLOSE, _EMPTY, _CDATA, _OTHER = Kind.CLOSE, Kind.EMPTY, Kind.CDATA, Kind.OTHER
_PREFIXES = {"xml": "http://www.w3.org/XML/1998/namespace"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the XML is not well-formed: a place in the text, its line and column (from 1 on), and the tag there."""

    position: int
    line: int
    column: int
    name: str


@dataclass(frozen=True, slots=True)
class Xml:
    """A document: its outermost element, and where it had to be mended (the first twenty places)."""

    root: Element
    faults: tuple[Fault, ...]


def parse_xml(text: str) -> Xml:
    """The tree of an XML text; raises `Refused` where it declares entities, has no element or is nested too deeply.

    A closing tag without an opening one is left out, and what is left open ends with what is around it.
    """
    return _Builder(text).built()


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        self.top = Element(text, 0, 0, "#", None)
        self.top.inner_end = self.top.end = len(text)
        self.stack = [self.top]
        self.scopes: list[dict[str, str]] = [_PREFIXES]
        self.faults: list[Fault] = []

    def built(self) -> Xml:
        for tag in scan(self.text, html=False):
            kind = tag.kind
            if kind is _CLOSE:
                self._close(tag)
            elif kind is _OTHER:
                self._other(tag)
            else:
                self._open(tag)
        while len(self.stack) > 1:
            self._fault(len(self.text), self.stack[-1].name)
            self._end(len(self.text), len(self.text))
        root = next(self.top.elements, None)
        if root is None:
            raise Refused("xml_empty")
        return Xml(root, tuple(self.faults))

    def _open(self, tag: Tag) -> None:
        above = self.stack[-1]
        kind, name, start, inner = tag
        if kind is _CDATA:
            element = Element(self.text, start, start + 9, CDATA, above)
            element.inner_end, element.end = inner - 3, inner
            above.add(element)
            return
        prefix, _, local = name.rpartition(":") if ":" in name else ("", "", name)
        element = Element(self.text, start, inner, local or name, above)
        scope = self.scopes[-1]
        if self.text.find("xmlns", start, inner) >= 0:
            scope = self._scope(element)
        element.space = scope.get(prefix, "")
        above.add(element)
        if kind is not _EMPTY:
            if len(self.stack) > _DEEPEST:
                raise Refused("xml_too_deep", limit=_DEEPEST)
            self.stack.append(element)
            self.scopes.append(scope)

    def _scope(self, element: Element) -> dict[str, str]:
        """The namespaces by their prefixes that hold for an element which declares some."""
        named = element.prefixed
        own = {name.partition(":")[2]: value for name, value in named.items() if name.partition(":")[0] == "xmlns"}
        return self.scopes[-1] | own

    def _close(self, tag: Tag) -> None:
        local = tag.name.rpartition(":")[2] if ":" in tag.name else tag.name
        depth = len(self.stack) - 1
        while depth and self.stack[depth].name != local:
            depth -= 1
        if depth == 0:
            self._fault(tag.start, tag.name)
            self.stack[-1].add(self._leaf(tag))
            return
        while len(self.stack) - 1 > depth:
            self._fault(tag.start, self.stack[-1].name)
            self._end(tag.start, tag.start)
        self._end(tag.start, tag.end)

    def _end(self, inner_end: int, end: int) -> None:
        element = self.stack.pop()
        self.scopes.pop()
        element.inner_end, element.end = inner_end, end

    def _other(self, tag: Tag) -> None:
        if tag.name.upper().startswith("!DOCTYPE") and _ENTITY.search(self.text, tag.start, tag.end):
            raise Refused("xml_entities", line=self.text.count("\n", 0, tag.start) + 1)
        self.stack[-1].add(self._leaf(tag))

    def _leaf(self, tag: Tag) -> Element:
        """What takes the tag's place without any text."""
        return Element(self.text, tag.start, tag.end, OTHER, self.stack[-1])

    def _fault(self, position: int, name: str) -> None:
        if len(self.faults) < _MOST_FAULTS:
            line = self.text.count("\n", 0, position) + 1
            column = position - self.text.rfind("\n", 0, position)
            self.faults.append(Fault(position, line, column, name))
