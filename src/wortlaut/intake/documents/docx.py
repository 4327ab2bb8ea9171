"""DOCX (Office Open XML, ISO 29500): the paragraphs of the document as it reads when all changes are taken.

Text in tables and boxes is paragraphs of its own; a box that is written twice (for old programs, too) is read once.
Headers, footers, footnotes, comments, numbers of lists, what is deleted or hidden are left out. The raw bytes are those
of the document's own part, `word/document.xml`, which the origin names.
"""

from __future__ import annotations

from collections.abc import Iterator

from wortlaut.intake.archives.zipped import Zipped, member_names, open_zip
from wortlaut.intake.documents.office import Found, items_of, part_of
from wortlaut.intake.form import Form, Item, Source
from wortlaut.intake.markup.content import BREAK, PARAGRAPH, Piece
from wortlaut.intake.markup.tree import Element
from wortlaut.intake.reasons import Refused
from wortlaut.intake.texts.wire import clean_line

__all__ = ["FORM"]

_MAIN = "word/document.xml"
_LEFT_OUT = frozenset(
    "instrText delText delInstrText pPrChange rPrChange sectPr sdtPr sdtEndPr tblPr tblGrid trPr tcPr rt fldData"
    " footnotePr endnotePr moveFrom del docPr numPr".split()
)
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": BREAK, "noBreakHyphen": "\u2011"}
_FOOTNOTES = frozenset(("footnoteReference", "endnoteReference"))
_TITLES = frozenset(("title", "titel"))
_HEADINGS = frozenset(("heading1", "berschrift1", "überschrift1"))
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF02D: "–"}
_OFF = frozenset(("0", "false", "off"))


def _fits(source: Source) -> bool:
    names = member_names(source)
    return "[Content_Types].xml" in names and any(name.startswith("word/") for name in names)


def _read(source: Source) -> Iterator[Item]:
    archive = open_zip(source)
    name = _main_part(archive)
    yield from items_of(source, archive, name, _walk, form=FORM.name, facts="docProps/core.xml")


def _main_part(archive: Zipped) -> str:
    """The name of the part that holds the document's text; raises `Refused` where there is none."""
    if "_rels/.rels" in archive:
        root = part_of(archive, "_rels/.rels", 2**20).xml.root
        for relation in root.descend("Relationship"):
            target = relation.get("target").lstrip("/")
            if relation.get("type").endswith("/officeDocument") and target in archive:
                return target
    if _MAIN not in archive:
        raise Refused("document_not_this", kind="DOCX")
    return _MAIN


def _walk(root: Element, found: Found) -> None:
    """Nothing; `found` then has what the document says, in order."""
    waiting: list[Element | Piece] = [root]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Piece):
            found.pieces.append(each)
            continue
        name = each.name
        if name == "t":
            if "wordprocessingml" in each.space or "math" in each.space or not each.space:
                found.pieces.append(Piece(each.inner, each.inner_end))
        elif name in _SIGNS or name in ("br", "sym"):
            found.pieces.append(Piece(each.start, each.end, _sign(each)))
        elif name in _FOOTNOTES:
            found.footnotes += 1
        elif name == "commentReference":
            found.comments += 1
        elif name in _LEFT_OUT:
            found.deleted += name in ("del", "moveFrom")
        elif name == "AlternateContent":
            chosen = next((child for child in each.elements if child.name == "Choice"), each.child("Fallback"))
            waiting += [chosen] if chosen is not None else []
        elif name == "r" and _is_hidden(each):
            found.hidden += len(each.words())
        else:
            waiting += _inside(each, found)


def _inside(element: Element, found: Found) -> Iterator[Element | Piece]:
    """What is in an element, the last first; the tags of paragraphs and boxes are marks."""
    if element.name == "p":
        _note_title(element, found)
        yield Piece(element.inner_end if element.inner < element.end else element.start, element.end, PARAGRAPH)
    yield from reversed([*element.elements])
    if element.name == "txbxContent":
        yield Piece(element.start, element.inner, PARAGRAPH)


def _sign(element: Element) -> str:
    if element.name == "br":
        return PARAGRAPH if element.get("type") in ("page", "column") else BREAK
    if element.name == "sym":
        code = element.get("char")
        return _BULLETS.get(int(code, 16), "") if 0 < len(code) < 7 and code.isalnum() and _is_hex(code) else ""
    return _SIGNS[element.name]


def _is_hex(code: str) -> bool:
    return all(sign in "0123456789abcdefABCDEF" for sign in code)


def _is_hidden(run: Element) -> bool:
    properties = run.child("rPr")
    vanish = None if properties is None else properties.child("vanish")
    return vanish is not None and vanish.get("val").lower() not in _OFF


def _note_title(paragraph: Element, found: Found) -> None:
    """Nothing; the title and the first heading are noted where the paragraph is one."""
    properties = paragraph.child("pPr")
    style = None if properties is None else properties.child("pStyle")
    if style is None or (found.title and found.heading):
        return
    name = style.get("val").casefold().replace(" ", "")
    if name in _TITLES and not found.title:
        found.title = _line(paragraph)
    elif name in _HEADINGS and not found.heading:
        found.heading = _line(paragraph)


def _line(paragraph: Element) -> str:
    return clean_line("".join(_words(paragraph)))[:300]


def _words(paragraph: Element) -> Iterator[str]:
    for element in paragraph.descend("t", "br", "tab"):
        if not any(above.name in _LEFT_OUT for above in element.ancestors()):
            yield element.words() if element.name == "t" else " "


FORM = Form("docx", _fits, _read, (".docx", ".docm", ".dotx", ".dotm"), is_text=False)
