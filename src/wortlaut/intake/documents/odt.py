"""OpenDocument text (ISO 26300): the paragraphs and headings of the document, with changes taken.

Footnotes, comments, deleted text, headers and footers are left out. The raw bytes are those of `content.xml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wortlaut.intake.archives.zipped import member_names, open_zip
from wortlaut.intake.documents.office import Found, items_of
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.markup.content import BREAK, PARAGRAPH, Piece
from wortlaut.intake.markup.tree import CDATA, OTHER, Element
from wortlaut.intake.reasons import Refused
from wortlaut.intake.texts.wire import clean_line

__all__ = ["FORM"]

_PART = "content.xml"
_KIND = b"application/vnd.oasis.opendocument.text"
_LEFT_OUT = frozenset(
    "tracked-changes automatic-styles font-face-decls scripts forms sequence-decls variable-decls user-field-decls"
    " table-of-content-source desc title index-title-template".split()
)
_MOST_SPACES = 100


class _Step(NamedTuple):
    """An element to go through, and whether it lies within a paragraph."""

    element: Element
    is_text: bool


def _fits(source: Source) -> bool:
    names = member_names(source)
    return _PART in names and "META-INF/manifest.xml" in names and _KIND in source.head[:200]


def _read(source: Source) -> Iterator[Item]:
    archive = open_zip(source)
    if _PART not in archive:
        raise Refused("document_not_this", kind="ODT")
    yield from items_of(source, archive, _PART, _walk, form=FORM.name, facts="meta.xml")


def _walk(root: Element, found: Found) -> None:
    """Nothing; `found` then has what the document says, in order. Text counts within paragraphs alone."""
    waiting: list[_Step | Piece] = [_Step(root, is_text=False)]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Piece):
            found.pieces.append(each)
            continue
        element, is_text = each
        name = element.name
        if name == CDATA:
            if is_text:
                found.pieces.append(Piece(element.inner, element.inner_end, ""))
        elif name in ("note", "annotation", "annotation-end"):
            found.footnotes += name == "note"
            found.comments += name == "annotation"
        elif name == "s" and is_text:
            count = element.get("c")
            spaces = min(int(count), _MOST_SPACES) if count.isdecimal() and len(count) < 4 else 1
            found.pieces.append(Piece(element.start, element.end, " " * spaces))
        elif name in ("tab", "line-break") and is_text:
            found.pieces.append(Piece(element.start, element.end, "\t" if name == "tab" else BREAK))
        elif name == OTHER or name in _LEFT_OUT:
            found.deleted += sum(1 for _ in element.descend("deletion")) if name == "tracked-changes" else 0
        else:
            waiting += reversed([*_inside(element, found, is_text=is_text or name in ("p", "h"))])


def _inside(element: Element, found: Found, *, is_text: bool) -> Iterator[_Step | Piece]:
    """What is in an element, in order: stretches of text, elements, and marks for the ends of paragraphs."""
    if element.name in ("p", "h"):
        if element.name == "h" and not found.heading:
            found.heading = clean_line(element.words())[:300]
        if element.name == "p" and not found.title and element.get("style-name") in ("Title", "Titel"):
            found.title = clean_line(element.words())[:300]
        yield Piece(element.start, element.inner, PARAGRAPH)
    at = element.inner
    for child in element.children:
        if is_text and child.start > at:
            yield Piece(at, child.start)
        yield _Step(child, is_text)
        at = child.end
    if is_text and element.inner_end > at:
        yield Piece(at, element.inner_end)
    if element.name in ("p", "h") and element.inner_end < element.end:
        yield Piece(element.inner_end, element.end, PARAGRAPH)


FORM = Form("odt", _fits, _read, (".odt", ".ott"), is_text=False)
