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
        self.top = Element(text, Tag(Kind.OPEN, "#", 0, 0, 0), "#", None)
        self.top.inner_end = self.top.end = len(text)
        self.stack = [self.top]
        self.scopes: list[dict[str, str]] = [_PREFIXES]
        self.faults: list[Fault] = []

    def built(self) -> Xml:
        for tag in scan(self.text, html=False):
            if tag.kind is Kind.CLOSE:
                self._close(tag)
            elif tag.kind is Kind.OTHER:
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
        if tag.kind is Kind.CDATA:
            element = Element(self.text, tag, CDATA, above)
            element.inner, element.inner_end, element.end = tag.rest, tag.end - 3, tag.end
            above.children.append(element)
            return
        prefix, _, local = tag.name.rpartition(":")
        element = Element(self.text, tag, local or tag.name, above)
        scope = self._scope(tag)
        element.space = scope.get(prefix, "")
        above.children.append(element)
        if tag.kind is Kind.OPEN:
            if len(self.stack) > _DEEPEST:
                raise Refused("xml_too_deep", limit=_DEEPEST)
            self.stack.append(element)
            self.scopes.append(scope)

    def _scope(self, tag: Tag) -> dict[str, str]:
        """The namespaces by their prefixes that hold for an element."""
        scope = self.scopes[-1]
        if self.text.find("xmlns", tag.rest, tag.end) < 0:
            return scope
        named = Element(self.text, tag, tag.name, None).prefixed
        own = {name.partition(":")[2]: value for name, value in named.items() if name.partition(":")[0] == "xmlns"}
        return scope | own

    def _close(self, tag: Tag) -> None:
        local = tag.name.rpartition(":")[2]
        depth = len(self.stack) - 1
        while depth and self.stack[depth].name != local:
            depth -= 1
        if depth == 0:
            self._fault(tag.start, tag.name)
            self.stack[-1].children.append(self._leaf(tag))
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
        self.stack[-1].children.append(self._leaf(tag))

    def _leaf(self, tag: Tag) -> Element:
        """What takes the tag's place without any text."""
        return Element(self.text, tag, OTHER, self.stack[-1])

    def _fault(self, position: int, name: str) -> None:
        if len(self.faults) < _MOST_FAULTS:
            line = self.text.count("\n", 0, position) + 1
            column = position - self.text.rfind("\n", 0, position)
            self.faults.append(Fault(position, line, column, name))
