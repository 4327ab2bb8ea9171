"""XML files that hold one item or many: the tree with its bytes, and slices of it with bytes of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from wortlaut.intake.articles import Raw, article_of, check_size
from wortlaut.intake.decoding import Decoded
from wortlaut.intake.facts import Facts
from wortlaut.intake.form import Source
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.markup.charsets import decode_markup
from wortlaut.intake.markup.html import MOST_TAGS
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.markup.xml import Fault, parse_xml
from wortlaut.intake.reasons import Refused, note, reject
from wortlaut.intake.texts.wire import replace_no_characters
from wortlaut.types import Article, Origin, Reason, Rejected

__all__ = ["Document", "Root", "Slice", "open_document", "outermost", "root_of"]

# Memory that a document takes, measured: 12 bytes for each of its own (text and map), 350 for an element of the tree.
_PER_BYTE, _PER_ELEMENT = 12, 350
_MOST_MEMORY = 400 * 2**20
_LONGEST_NAME = 40  # characters shown of it
_MOST_TIMES = 8  # that a file is gone through for items within items, whose ends are missing
_FRONT = re.compile(
    r"\ufeff?\s*+(?:<\?[^>]*+>\s*+|<!--(?:[^-]|-(?!->))*+-->\s*+|<!(?i:DOCTYPE)[^\[>]*+(?:\[[^\]]*+\]\s*+)?>\s*+)*+"
)
_ROOT = re.compile(r"<(?:(?P<prefix>[A-Za-z_][\w.-]*+):)?(?P<name>[A-Za-z_][\w.-]*+)(?P<rest>[^>]*+)")


def outermost(element: Element, name: str) -> Iterator[Element]:
    """The elements of that name below, without those that lie within another one."""
    end = 0
    for each in element.descend(name):
        if each.start >= end:
            end = each.end
            yield each


@dataclass(frozen=True, slots=True)
class Root:
    """The first tag of an XML document: its local name, and its attributes as written."""

    name: str
    rest: str


def root_of(source: Source) -> Root | None:
    """The outermost tag of a file that begins as XML does, else None."""
    front = _FRONT.match(source.start)
    found = _ROOT.match(source.start, 0 if front is None else front.end())
    return None if found is None else Root(found["name"], found["rest"])


@dataclass(frozen=True, slots=True)
class Slice:
    """A stretch of a document that is an item by itself: its bytes, and where they stood in the file's text."""

    raw: Raw
    first_byte: int
    start: int
    end: int


@dataclass(slots=True)
class Document:
    """An XML file: its bytes, its text with their places, and its tree. `damage` is why the bytes end early."""

    source: Source
    raw: Raw
    decoded: Decoded
    root: Element
    faults: tuple[Fault, ...]
    damage: Reason | None
    _line: int = field(default=1)
    _counted: int = field(default=0)
    _sliced: int = field(default=0)

    @property
    def mapped(self) -> Mapped:
        """The file's text with the bytes of each character."""
        return self.decoded.mapped

    @property
    def tops(self) -> list[Element]:
        """The outermost elements: one in sound XML, several where documents follow each other in a file."""
        return [self.root] if self.root.parent is None else list(self.root.parent.elements)

    def line(self, position: int) -> int:
        """The number of the line on which a position of the text stands; quick where asked from the front on."""
        if position < self._counted:
            self._line, self._counted = 1, 0
        self._line += self.mapped.text.count("\n", self._counted, position)
        self._counted = position
        return self._line

    def whole(self) -> Slice:
        """The whole file as one item; raises `Refused` where it is too large for one."""
        check_size(len(self.raw.octets), self.source.wishes)
        self._check_tags(0, len(self.mapped.text))
        return Slice(self.raw, 0, 0, len(self.mapped.text) + 1)

    def origin(self, element: Element, number: int) -> Origin:
        """Where the item of that number stands that `element` is."""
        first = int(self.mapped.starts[element.start])
        return replace(self.source.origin, record=number, line=self.line(element.start), byte=first)

    def slice(self, element: Element, origin: Origin, *, end: int | None = None) -> Slice:
        """The stretch that is `element`, or its beginning up to `end`; raises `Refused` where it is too large."""
        last = element.end if end is None else end
        first, behind = int(self.mapped.starts[element.start]), int(self.mapped.ends[last - 1])
        check_size(behind - first, self.source.wishes)
        self._check_tags(element.start, last)
        self._sliced += behind - first
        if self._sliced > _MOST_TIMES * len(self.raw.octets):
            raise Refused("xml_too_deep", limit=_MOST_TIMES)
        return Slice(Raw(self.raw.octets[first:behind], origin), first, element.start, last)

    def _check_tags(self, start: int, end: int) -> None:
        """None where a stretch has no more tags than an item may have; raises `Refused` else."""
        if self.mapped.text.count("<", start, end) > MOST_TAGS:
            raise Refused("markup_too_intricate", limit=MOST_TAGS)

    def check_closed(self, element: Element) -> None:
        """None where the element has its end; raises `Refused` where the file breaks off within it."""
        if self._is_open(element):
            raise Refused("xml_cut_off", line=self.line(element.start), name=element.name[:_LONGEST_NAME])

    def _is_open(self, element: Element) -> bool:
        """Whether the file ends before the element does."""
        text = self.mapped.text
        return element.end == element.inner_end == len(text) and text[element.inner - 2] != "/"

    def notes(self, piece: Slice) -> tuple[str, ...]:
        """What had to be guessed or mended in a stretch."""
        inside = [each for each in self.faults if piece.start <= each.position < piece.end]
        mended = (note("xml_mended", count=len(inside), line=inside[0].line),) if inside else ()
        return (*self.decoded.notes, *mended)

    @staticmethod
    def shifted(mapped: Mapped, piece: Slice) -> Mapped:
        """A text of the document, led back to the bytes of a stretch of it."""
        shift = np.int32(piece.first_byte)
        return Mapped(mapped.text, mapped.starts - shift, mapped.ends - shift) if shift else mapped

    def article(self, piece: Slice, mapped: Mapped, facts: Facts, *, form: str, notes: tuple[str, ...] = ()) -> Article:
        """The article of a stretch whose clean text is `mapped`, with the places in the file; raises `Refused`."""
        mapped, more = replace_no_characters(self.shifted(mapped, piece))
        notes = (*self.notes(piece), *facts.notes, *notes, *more)
        return article_of(piece.raw, mapped, form=form, encoding=self.decoded.encoding, facts=facts, notes=notes)

    def endings(self) -> Iterator[Rejected]:
        """What is to be said of a file that ends too early."""
        if self.damage is not None:
            yield reject(self.damage, self.source.origin)
        elif self._is_open(self.root):
            yield reject(
                Refused("xml_cut_off", line=self.line(self.root.start), name=self.root.name[:_LONGEST_NAME]).why,
                self.source.origin,
            )


def open_document(source: Source) -> Document:
    """The XML document in a file; raises `Refused` where it cannot be read or is not to be."""
    octets = source.stream.take(min(_MOST_MEMORY // _PER_BYTE, source.wishes.settings.max_file_bytes) + 1)
    count = octets.count(b"<") - octets.count(b"</")
    if len(octets) * _PER_BYTE + count * _PER_ELEMENT > _MOST_MEMORY:
        raise Refused("xml_too_large", size=len(octets), count=count)
    decoded = decode_markup(octets, source)
    parsed = parse_xml(decoded.mapped.text)
    raw = Raw(octets, source.origin)
    return Document(source, raw, decoded, parsed.root, parsed.faults, source.stream.damage)
