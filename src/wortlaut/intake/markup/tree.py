"""The elements of a page or of an XML document, with their places in the text that was parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from wortlaut.intake.escapes import unescaped

__all__ = ["CDATA", "OTHER", "Element", "Top"]

# Names of what is no element but has a place among them.
CDATA = "![CDATA["
OTHER = "!"
_START = attrgetter("start")
_NAME = re.compile(r"</?[^\s/>]*+")
_ATTRIBUTE = re.compile(r"""([^\s=/"'>]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>][^\s>]*+))?+)?+""")


class Element:
    """An element: its tag from `start` to `inner`, its content to `inner_end`, its closing tag to `end`.

    Places are code points of the text that was parsed. `name` is the local name (in HTML in small letters), `space`
    the namespace's address (empty where there is none, and in HTML). Comments and the like are children by the name
    `OTHER`, stretches of CDATA by the name `CDATA`; `elements` leaves them out.
    """

    __slots__ = (
        "_attributes",
        "_text",
        "children",
        "end",
        "inner",
        "inner_end",
        "name",
        "parent",
        "space",
        "start",
    )

    def __init__(self, text: str, start: int, inner: int, name: str, parent: Element | None) -> None:
        self._text = text
        self._attributes: dict[str, str] | None = None
        self.name = name
        self.space = ""
        self.start = start
        self.inner = self.inner_end = self.end = inner
        self.parent = parent
        self.children: Sequence[Element] = ()

    def add(self, child: Element) -> None:
        """None; `child` is the last of the children. Most elements have none, and no list for them."""
        if self.children:
            self.children.append(child)  # type: ignore[attr-defined] # a list from the first child on
        else:
            self.children = [child]

    def __repr__(self) -> str:
        return f"<{self.name} {self.start}-{self.end}>"

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes by their local names in small letters, references resolved; the first of a name counts."""
        if self._attributes is None:
            found: dict[str, str] = {}
            for name, double, single, bare in self._written():
                found.setdefault(name.rpartition(":")[2].lower(), unescaped(double or single or bare))
            self._attributes = found
        return self._attributes

    def get(self, name: str) -> str:
        """The attribute of that name, empty where it is not there."""
        return self.attributes.get(name, "")

    @property
    def prefixed(self) -> dict[str, str]:
        """The attributes by their names as written, prefix and all."""
        return {name: unescaped(double or single or bare) for name, double, single, bare in reversed(self._written())}

    def _written(self) -> list[tuple[str, str, str, str]]:
        """The attributes as they stand in the tag: of each its name, and its value in that of three places it is in."""
        name = _NAME.match(self._text, self.start)
        return [] if name is None else _ATTRIBUTE.findall(self._text, name.end(), self.inner - 1)

    @property
    def elements(self) -> Iterator[Element]:
        """The children that are elements."""
        return (each for each in self.children if each.name[0] != "!")

    def child(self, name: str) -> Element | None:
        """The first child of that name."""
        return next((each for each in self.children if each.name == name), None)

    def descend(self, *names: str) -> Iterator[Element]:
        """All elements below, in order; with names those that have one of them."""
        if not self.children:
            return
        waiting = list(reversed(self.children))
        while waiting:
            each = waiting.pop()
            if each.children:
                waiting += reversed(each.children)
            if (each.name in names) if names else (each.name[0] != "!"):
                yield each

    def ancestors(self) -> Iterator[Element]:
        """The elements around it, from the nearest on."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent

    def gaps(self) -> Iterator[tuple[int, int]]:
        """The stretches of its own text: between its tags and those of its children, without text in CDATA."""
        at = self.inner
        for each in self.children:
            if each.start > at:
                yield at, each.start
            at = each.end
        if self.inner_end > at:
            yield at, self.inner_end

    def words(self) -> str:
        """All text in it with references resolved, tags and comments left out; a line break (`br`) is a space."""
        pieces: list[str] = []
        waiting: list[Element | tuple[int, int]] = [self]
        while waiting:
            each = waiting.pop()
            if isinstance(each, tuple):
                pieces.append(unescaped(self._text[each[0] : each[1]]))
            elif each.name == CDATA:
                pieces.append(self._text[each.inner : each.inner_end])
            elif each.name == "br":
                pieces.append(" ")
            elif each.name != OTHER:
                waiting += reversed(each._parts())
        return "".join(pieces)

    def _parts(self) -> list[Element | tuple[int, int]]:
        """Its own text and its children, in order."""
        parts: list[Element | tuple[int, int]] = []
        at = self.inner
        for each in self.children:
            if each.start > at:
                parts.append((at, each.start))
            parts.append(each)
            at = each.end
        if self.inner_end > at:
            parts.append((at, self.inner_end))
        return parts


class Top(Element):
    """The element around all of a text, which does not change any more once it was asked for what is below."""

    __slots__ = ("_every", "_named")

    def __init__(self, text: str) -> None:
        super().__init__(text, 0, 0, "#", None)
        self.inner_end = self.end = len(text)
        self._every: list[Element] | None = None
        self._named: dict[str, list[Element]] = {}

    def descend(self, *names: str) -> Iterator[Element]:
        """All elements below, in order, as `Element.descend` gives them; they are gone through once."""
        if self._every is None:
            self._every = list(super().descend())
            for each in self._every:
                self._named.setdefault(each.name, []).append(each)
        if not names:
            return iter(self._every)
        if len(names) == 1:
            return iter(self._named.get(names[0], ()))
        found = [each for name in set(names) for each in self._named.get(name, ())]
        return iter(sorted(found, key=_START))
