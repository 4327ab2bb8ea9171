"""The objects of a PDF by pdfminer.six, which is no match for hostile files by itself: bounds are set around it.

Streams are unpacked here, within `Bounds`; every object that is fetched looks at the clock. Whatever pdfminer stumbles
over ends as a refusal of the file or of the page. Import this module within functions: pdfminer is slow to load.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.pdfdocument import PDFBaseXRef, PDFDocument, PDFXRef, PDFXRefFallback
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psparser import PSKeyword, PSLiteral, literal_name
from pdfminer.runlength import rldecode
from pdfminer.utils import apply_png_predictor, apply_tiff_predictor

from wortlaut.intake.documents.portable.bounds import Bounds, inflated, unpacked_lzw
from wortlaut.intake.reasons import Refused

__all__ = ["Objects", "Page", "name_of", "number_of", "opened_objects"]

_MOST_PAGES = 5_000
_MOST_FETCHES = 400_000  # of objects; a page takes some fifty
_MOST_NODES = 50_000
_WIDEST_ROW = 2**20
_OBJECT = re.compile(rb"(?<![0-9])(\d{1,8})[ \t\r\n\f\0]{1,8}(\d{1,5})[ \t\r\n\f\0]{1,8}obj(?![a-z])")
_REFERENCE = rb"\s*(\d{1,8})\s+\d{1,5}\s+R"
_ROOT = re.compile(rb"/Root" + _REFERENCE)
_INFO = re.compile(rb"/Info" + _REFERENCE)
_ENCRYPT = re.compile(rb"/Encrypt" + _REFERENCE)
_ID = re.compile(rb"/ID\s*\[\s*<([0-9A-Fa-f]{0,128})>")
_LONGEST_85 = 2**21  # pdfminer takes fifty times the memory
_SILENCE = logging.NullHandler()
_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its content streams in order, its resources, its box (left, low, right, high), its rotation."""

    contents: tuple[PDFStream, ...]
    resources: dict[str, Any]
    box: tuple[float, float, float, float]
    rotation: int


class _Stream(PDFStream):
    """A stream that is unpacked within bounds."""

    bounds: Bounds

    def decode(self) -> None:
        data = self.rawdata or b""
        if self.decipher and self.objid is not None:
            data = self.decipher(self.objid, self.genno or 0, data, self.attrs)
        for name, parameters in self.get_filters():
            known = parameters if isinstance(parameters, dict) else {}
            data = _predicted(self._unpacked(literal_name(name), known, data), known)
            self.bounds.spend(len(data))
        self.data = data
        self.rawdata = None

    def _unpacked(self, name: str, known: dict[str, Any], data: bytes) -> bytes:
        if name in ("FlateDecode", "Fl"):
            return inflated(data, self.bounds)
        if name in ("LZWDecode", "LZW"):
            return unpacked_lzw(data, self.bounds, early=resolve1(known.get("EarlyChange", 1)) != 0)
        if name in ("ASCII85Decode", "A85"):
            self.bounds.damaged += len(data) > _LONGEST_85
            return ascii85decode(data[:_LONGEST_85])
        if name in ("ASCIIHexDecode", "AHx"):
            return asciihexdecode(data)
        if name in ("RunLengthDecode", "RL"):
            self.bounds.spend(min(len(data) * 64, 2**25))
            return rldecode(data[: 2**19])
        return b""  # pictures, or what is not known: no text


def _predicted(data: bytes, known: dict[str, Any]) -> bytes:
    """The data with the differences that a predictor left added up."""
    predictor = number_of(known.get("Predictor"), 1)
    if predictor < 2:
        return data
    colors, columns, bits = (
        int(number_of(known.get(name), usual))
        for name, usual in (("Colors", 1), ("Columns", 1), ("BitsPerComponent", 8))
    )
    if not 0 < colors * columns * bits <= _WIDEST_ROW * 8 or min(colors, columns) < 1:
        return b""
    if predictor == 2:
        return apply_tiff_predictor(colors, columns, bits, data)
    return apply_png_predictor(int(predictor), colors, columns, bits, data)


class _Parser(PDFParser):
    """A parser whose streams are bounded, and which looks at the clock."""

    def __init__(self, octets: bytes, bounds: Bounds) -> None:
        self.bounds = bounds
        super().__init__(io.BytesIO(octets))

    def fillbuf(self) -> bool:
        self.bounds.check()
        return super().fillbuf()

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        super().do_keyword(pos, token)
        if token is self.KEYWORD_STREAM and self.curstack:
            place, stream = self.curstack[-1]
            if isinstance(stream, PDFStream) and not isinstance(stream, _Stream):
                bounded = _Stream(stream.attrs, stream.rawdata or b"", stream.decipher)
                bounded.bounds = self.bounds
                self.bounds.spend(len(bounded.rawdata or b""))
                self.curstack[-1] = (place, bounded)


class Objects(PDFDocument):
    """The objects of a PDF, fetched within bounds."""

    def __init__(self, octets: bytes, bounds: Bounds) -> None:
        self.octets = octets
        self.bounds = bounds
        self._fetches = 0
        super().__init__(_Parser(octets, bounds))

    def getobj(self, objid: int) -> object:
        """The object of that number."""
        self._fetches += 1
        if self._fetches > _MOST_FETCHES + len(self.octets) // 20:  # references that lead in a circle
            raise Refused("pdf_too_slow", size=len(self.octets))
        self.bounds.check()
        return super().getobj(objid)

    @property
    def is_rebuilt(self) -> bool:
        """Whether the table of the objects is damaged, so that some may be missing."""
        return isinstance(self, _Rebuilt) or any(isinstance(each, PDFXRefFallback) for each in self.xrefs)

    def pages(self) -> Iterator[Page]:
        """The pages in order; where their tree is damaged, in the order of their numbers."""
        is_empty = True
        for page in self._pages_of_tree():
            is_empty = False
            yield page
        if is_empty and self.is_rebuilt:
            for number in sorted({number for each in self.xrefs for number in each.get_objids()})[:_MOST_NODES]:
                node = self.fetched(PDFObjRef(self, number))
                if isinstance(node, dict) and name_of(node.get("Type")) == "Page":
                    yield self._page(node, node)

    def _pages_of_tree(self) -> Iterator[Page]:
        waiting: list[tuple[object, dict[str, Any]]] = [(self.catalog.get("Pages"), {})]
        seen: set[int] = set()
        pages = nodes = 0
        while waiting and pages < _MOST_PAGES and nodes < _MOST_NODES:
            nodes += 1
            each, above = waiting.pop()
            if isinstance(each, PDFObjRef):
                if each.objid in seen:
                    continue
                seen.add(each.objid)
            node = self.fetched(each)
            if not isinstance(node, dict):
                continue
            held = above | {name: node[name] for name in _INHERITED if name in node}
            kids = self.fetched(node.get("Kids"))
            if isinstance(kids, list) and name_of(node.get("Type")) != "Page":
                waiting += ((kid, held) for kid in reversed(kids[:_MOST_NODES]))
            elif not isinstance(kids, list):
                pages += 1
                yield self._page(node, held)

    def _page(self, node: dict[str, Any], held: dict[str, Any]) -> Page:
        contents = self.fetched(node.get("Contents"))
        streams = [self.fetched(each) for each in (contents if isinstance(contents, list) else [contents])]
        resources = self.fetched(held.get("Resources"))
        box = self.fetched(held.get("CropBox")) or self.fetched(held.get("MediaBox"))
        sides = [number_of(each, 0.0) for each in box] if isinstance(box, list) and len(box) == 4 else []
        left, low, right, high = sides or (0.0, 0.0, 612.0, 792.0)
        return Page(
            tuple(each for each in streams if isinstance(each, PDFStream)),
            resources if isinstance(resources, dict) else {},
            (min(left, right), min(low, high), max(left, right), max(low, high)),
            int(number_of(held.get("Rotate"), 0)) % 360,
        )

    def fetched(self, value: object) -> Any:
        """What a value is or refers to; None where that is missing or broken."""
        try:
            return resolve1(value)
        except Refused:
            raise
        except Exception:  # pdfminer raises anything for broken objects
            return None


class _Rebuilt(Objects):
    """The objects of a PDF whose table of them is damaged: found by looking for `1 0 obj` everywhere."""

    def find_xref(self, parser: PDFParser) -> int:
        """Nothing that counts: the table is not read."""
        return 0

    def read_xref_from(self, parser: PDFParser, start: int, xrefs: list[PDFBaseXRef]) -> None:
        """Nothing; `xrefs` then has a table of what was found."""
        table = PDFXRef()
        for found in _OBJECT.finditer(self.octets):
            table.offsets[int(found[1])] = (None, found.start(), int(found[2]))
        for name, pattern in (("Root", _ROOT), ("Info", _INFO), ("Encrypt", _ENCRYPT)):
            all_found = pattern.findall(self.octets)
            if all_found:
                table.trailer[name] = PDFObjRef(self, int(all_found[-1]))
        identity = _ID.search(self.octets)
        if identity is not None:
            table.trailer["ID"] = [
                bytes.fromhex(identity[1].decode().ljust(len(identity[1]) + len(identity[1]) % 2, "0"))
            ] * 2
        xrefs.append(table)
        self._expand(table)

    def _expand(self, table: PDFXRef) -> None:
        """Nothing; the table then has the objects that lie within streams, too."""
        for number in list(table.offsets):
            place = table.offsets[number][1]
            if b"/ObjStm" not in self.octets[place : place + 400]:
                continue
            self.xrefs = self.xrefs or [table]
            stream = self.fetched(PDFObjRef(self, number))
            if not isinstance(stream, PDFStream):
                continue
            head = re.findall(rb"\d+", stream.get_data()[: int(number_of(stream.get("First"), 0))])
            for index, each in enumerate(head[::2]):
                table.offsets.setdefault(int(each), (number, index, 0))
        if "Root" not in table.trailer:
            for number in list(table.offsets):
                found = self.fetched(PDFObjRef(self, number))
                if isinstance(found, dict) and name_of(found.get("Type")) == "Catalog":
                    table.trailer["Root"] = PDFObjRef(self, number)
            table.trailer.setdefault("Root", {})  # pages are found without it, too


def opened_objects(octets: bytes, bounds: Bounds) -> Objects:
    """The objects of a PDF; where its table of them is damaged, what is found without; raises `Refused`."""
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect

    logging.getLogger("pdfminer").addHandler(_SILENCE)  # what it stumbles over is no news for the user
    problem: Exception | None = None
    for kind in (Objects, _Rebuilt):
        try:
            objects = kind(octets, bounds)
            if next(objects.pages(), None) is not None:
                return objects
        except (PDFPasswordIncorrect, PDFEncryptionError) as error:
            code = "pdf_password" if isinstance(error, PDFPasswordIncorrect) else "pdf_encryption"
            raise Refused(code) from error
        except Refused:
            raise
        except Exception as error:  # pdfminer raises anything for broken files
            problem = error
    raise Refused("pdf_damaged") from problem


def name_of(value: object) -> str:
    """The name that a PDF name object has; empty for anything else."""
    if not isinstance(value, PSLiteral):
        return ""
    return value.name if isinstance(value.name, str) else value.name.decode("latin-1")


def number_of(value: object, usual: float) -> float:
    """A number, or `usual` where it is none or none that can be."""
    found = resolve1(value) if isinstance(value, PDFObjRef) else value
    return found if isinstance(found, (int, float)) and abs(found) < 10**9 else usual
