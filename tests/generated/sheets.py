"""Generated Excel workbooks."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape

from tests.generated.base import (
    NAMES,
    PLACES,
    Atom,
    Expected,
    Generated,
    Maker,
    day_of,
    expected_of,
    paragraphs,
    plain_atoms,
)

__all__ = ["MAKERS", "workbook"]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-407]d/\\ mmmm\\ yyyy;@"/>'
    '</numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)


def workbook(sheets: Sequence[tuple[str, str]], strings: str = "", *, is_1904: bool = False, prefix: str = "") -> bytes:
    """The bytes of a workbook with these sheets (name and rows in XML) and shared strings (in XML)."""
    p = f"{prefix}:" if prefix else ""
    space = f"xmlns:{prefix}" if prefix else "xmlns"
    listed = "".join(
        f'<{p}sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, (name, _) in enumerate(sheets, 1)
    )
    targets = "".join(
        f'<Relationship Id="rId{number}" Type="x" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    date_1904 = f'<{p}workbookPr date1904="1"/>' if is_1904 else ""
    parts = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<{p}workbook {space}="{_MAIN}" xmlns:r="{_RELATIONS}">{date_1904}'
        f"<{p}sheets>{listed}</{p}sheets></{p}workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{targets}'
        '<Relationship Id="rIdS" Type="s" Target="sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": _STYLES,
        "xl/sharedStrings.xml": f'<{p}sst {space}="{_MAIN}">{strings}</{p}sst>',
    }
    for number, (_, rows) in enumerate(sheets, 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<{p}worksheet {space}="{_MAIN}"><{p}sheetData>{rows}'
            f"</{p}sheetData></{p}worksheet>"
        )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _written(chance: random.Random, written: str) -> str:
    """Characters as XML may write them in a cell."""
    pieces = []
    for sign in written:
        if sign in "&<>" or chance.random() < 0.01:
            pieces.append(chance.choice((escape(sign), f"&#{ord(sign)};", f"&#x{ord(sign):X};")))
        else:
            pieces.append("_x000D_" if sign == "\r" else sign)
    return "".join(pieces)


def _runs(chance: random.Random, atoms: Sequence[Atom], p: str) -> tuple[list[Atom], str, str]:
    """The atoms of a string in one run or several, and what stands before and behind."""
    made = [Atom(atom.text, _written(chance, atom.written)) for atom in atoms]
    if chance.random() < 0.5:
        return made, f'<{p}t xml:space="preserve">', f"</{p}t>"
    between = Atom("", f"</{p}t></{p}r><{p}r><{p}rPr><{p}b/></{p}rPr><{p}t>")
    for _ in range(chance.randint(0, 3)):
        made.insert(chance.randrange(len(made)), between)
    return made, f"<{p}r><{p}t>", f"</{p}t></{p}r><{p}rPh><{p}t>Lesung</{p}t></{p}rPh>"


def _excel(chance: random.Random, number: int) -> Generated:
    p = chance.choice(("", "", "x:"))
    rows, strings, articles = list[str](), list[str](), list[Expected]()
    names = chance.choice((("text", "title", "date"), ("Inhalt", "Überschrift", "Datum")))
    head = "".join(
        f'<{p}c r="{c}2" t="inlineStr"><{p}is><{p}t>{n}</{p}t></{p}is></{p}c>'
        for c, n in zip("BCD", names, strict=True)
    )
    rows.append(f'<{p}row r="2">{head}</{p}row>')
    for at in range(3, 3 + chance.randint(1, 4)):
        title, day = f"{chance.choice(NAMES)} & {chance.choice(PLACES)}", day_of(chance)
        expected, cell = _text_cell(chance, at, p, len(strings), title=title, day=day)
        articles.append(expected)
        if 't="s"' in cell:
            strings.append(expected.raw.decode())
        serial = (day - date(1899, 12, 30)).days
        others = (
            f'<{p}c r="C{at}" t="str"><{p}f>A1</{p}f><{p}v>{escape(title)}</{p}v></{p}c>'
            f'<{p}c r="D{at}" s="{chance.randint(1, 2)}"><{p}v>{serial}</{p}v></{p}c>'
        )
        rows.append(f'<{p}row r="{at}">{cell}{others}</{p}row>')
    raw = workbook([("Tabelle1", "\n".join(rows))], "".join(strings), prefix=p[:-1])
    return Generated(f"{number:06}.xlsx", raw, "excel", "utf-8", tuple(articles))


def _text_cell(chance: random.Random, row: int, p: str, strings: int, *, title: str, day: date) -> tuple[Expected, str]:
    """The article in a cell, and the cell in XML."""
    atoms, before, behind = _runs(chance, plain_atoms(chance, paragraphs(chance, plain=False), narrow=True), p)
    if chance.random() < 0.7:
        shared = f'<{p}c r="B{row}" t="s"><{p}v>{strings}</{p}v></{p}c>'
        start, end = f"<{p}si>{before}", f"{behind}</{p}si>"
        return expected_of(atoms, "utf-8", before=start, behind=end, title=title, published=day), shared
    start, end = f'<{p}c r="B{row}" t="inlineStr"><{p}is>{before}', f"{behind}</{p}is></{p}c>"
    expected = expected_of(atoms, "utf-8", before=start, behind=end, title=title, published=day)
    return expected, expected.raw.decode()


MAKERS: tuple[Maker, ...] = (_excel,)
