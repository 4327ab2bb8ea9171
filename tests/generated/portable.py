"""Generated PDFs: a small writer that sets paragraphs in lines and pages and knows the bytes of every character."""

from __future__ import annotations

import random
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.generated.base import PLACES, Atom, Generated, Maker, day_of, expected_of, paragraphs

__all__ = ["MAKERS", "pdf_file"]

_WIDTH = 30_000  # of a line, in thousandths of the size
_SIZE, _LEADING, _GAP = 11, 14, 24
_TOP, _BOTTOM, _LEFT = 760, 210, 70
_ODD = {"\u00a0": "", "\u00ad": "", "ﬁ": "Ω"}  # what the setting of lines or ligatures would change
_ENDS = ".!“«…"


def pdf_file(objects: Sequence[bytes], *, root: int, info: int | None = None, has_table: bool = True) -> bytes:
    """A PDF of these objects, the first one being number 1."""
    made = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = len(made)
    if has_table:
        made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        made += b"".join(b"%010d 00000 n \n" % place for place in places)
    more = b"" if info is None else b" /Info %d 0 R" % info
    made += b"trailer\n<< /Size %d /Root %d 0 R%s >>\n" % (len(objects) + 1, root, more)
    return bytes(made + b"startxref\n%d\n%%%%EOF\n" % table)


def _stream(data: bytes, entries: bytes = b"", *, is_packed: bool = False) -> bytes:
    if is_packed:
        data, entries = zlib.compress(data), entries + b" /Filter /FlateDecode"
    return b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(data), entries, data)


@dataclass(slots=True)
class _Font:
    """How characters are written: as one byte of Windows-1252, or by numbers given as they come."""

    is_wide: bool
    codes: dict[str, int] = field(default_factory=dict)

    def code(self, sign: str) -> bytes:
        if not self.is_wide:
            return sign.encode("cp1252")
        return self.codes.setdefault(sign, len(self.codes) + 3).to_bytes(2, "big")

    def width(self, sign: str) -> int:
        """In thousandths; differs from letter to letter, so that lines end unevenly."""
        return 250 if sign == " " else 430 + ord(sign) * 7919 % 140

    def objects(self, first: int) -> list[bytes]:
        """The objects of the font, which get the numbers from `first` on."""
        if not self.is_wide:
            signs = [bytes((code,)).decode("cp1252", "replace") for code in range(256)]
            widths = " ".join(str(self.width(sign)) for sign in signs)
            return [
                f"<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 0 /LastChar 255 /Widths [{widths}]"
                " /Encoding /WinAnsiEncoding >>".encode()
            ]
        widths = " ".join(f"{code} [{self.width(sign)}]" for sign, code in self.codes.items())
        told = "\n".join(f"<{code:04X}> <{sign.encode('utf-16-be').hex()}>" for sign, code in self.codes.items())
        cmap = (
            "/CIDInit /ProcSet findresource begin\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
            f"{len(self.codes)} beginbfchar\n{told}\nendbfchar\nend"
        )
        return [
            b"<< /Type /Font /Subtype /Type0 /BaseFont /B /Encoding /Identity-H /DescendantFonts [%d 0 R]"
            b" /ToUnicode %d 0 R >>" % (first + 1, first + 2),
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /B /W [{widths}] /DW 500 >>".encode(),
            _stream(cmap.encode(), is_packed=True),
        ]


class _Setter:
    """Paragraphs being set; each page is a list of atoms, whose first part is text and whose second is its content."""

    def __init__(self, chance: random.Random, font: _Font, heading: str) -> None:
        self.chance = chance
        self.font = font
        self.pages: list[list[Atom]] = [[]]
        self.height = _TOP
        self.heading = heading
        self.may_part = False

    def paragraph(self, text: str, *, is_first: bool, is_last: bool) -> None:
        lines = self._lines(text)
        for number, (line, is_cut) in enumerate(lines):
            down = 0 if is_first and not number else _LEADING if number else _GAP
            joined = "" if is_cut else " "
            self._line(
                line, down, behind=joined if number + 1 < len(lines) else "" if is_last else "\n\n", is_cut=is_cut
            )

    def _lines(self, text: str) -> list[tuple[str, bool]]:
        """The lines, and whether a word is cut at their end."""
        lines: list[tuple[str, bool]] = []
        line = ""
        for word in text.split(" "):
            if not line or self._width(f"{line} {word}") <= _WIDTH:
                line = f"{line} {word}" if line else word
                continue
            fitting = max(
                (at for at in range(4, len(word) - 2) if self._width(f"{line} {word[:at]}-") <= _WIDTH), default=0
            )
            is_cut = word.isalpha() and word[1:].islower() and fitting > 0 and self.chance.random() < 0.7
            lines.append((f"{line} {word[:fitting]}", True) if is_cut else (line, False))
            line = word[fitting:] if is_cut else word
        return [*lines, (line, False)]

    def _width(self, text: str) -> int:
        return sum(map(self.font.width, text))

    def _line(self, line: str, down: int, *, behind: str, is_cut: bool) -> None:
        page = self.pages[-1]
        self.height -= down
        if self.height < _BOTTOM and self.may_part:
            page = []
            self.pages.append(page)
            self.height = _TOP
        # Where a full line ends a sentence at the end of a page, nobody can tell whether it ends the paragraph.
        self.may_part = self._width(line) < 0.7 * _WIDTH if behind == "\n\n" else line[-1] not in _ENDS
        if self.height == _TOP and self.heading:
            page += self._loose(f"{self.heading} Nr. {len(self.pages)}", 60, 805)
        move = self.chance.choice((f"1 0 0 1 {_LEFT} {self.height} Tm", f"{_LEFT} {self.height} Td"))
        page.append(Atom("", f"BT /F1 {_SIZE} Tf {move} "))
        self._words(page, line, behind)
        if is_cut:
            page += [Atom("", f"<{self.font.code('-').hex()}> Tj ")]
        page.append(Atom("", self.chance.choice(("ET\n", "ET q 1 0 0 1 0 0 cm Q\n", "ET 0 0 10 10 re f\n"))))

    def _loose(self, text: str, left: int, height: int) -> list[Atom]:
        codes = "".join(self.font.code(sign).hex() for sign in text)
        return [Atom("", f"BT /F1 8 Tf {left} {height} Td <{codes}> Tj ET\n")]

    def _words(self, page: list[Atom], line: str, behind: str) -> None:
        """The line as strings: literal, in digits, in arrays with kerning; spaces as such or as gaps."""
        way = self.chance.choice(("literal", "hex", "array", "gaps"))
        opens, closes = ("<", ">") if way == "hex" else ("(", ")")
        shows = "] TJ " if way in ("array", "gaps") else " Tj "
        page.append(Atom("", ("[" if way in ("array", "gaps") else "") + opens))
        for place, sign in enumerate(line, 1):
            if sign == " " and way == "gaps":
                page += [Atom(" ", ""), Atom("", f"{closes} -260 {opens}")]
                continue
            page.append(Atom(sign, self._sign(sign, is_hex=way == "hex")))
            if way == "array" and place < len(line) and self.chance.random() < 0.1:
                page.append(Atom("", f"{closes} {self.chance.choice((-30, 12, 40.5))} {opens}"))
        page += [Atom(behind, ""), Atom("", closes + shows)]

    def _sign(self, sign: str, *, is_hex: bool) -> str:
        octets = self.font.code(sign)
        if is_hex:
            return octets.hex() if self.chance.random() < 0.5 else octets.hex().upper()
        return "".join(self._octet(octet) for octet in octets)

    def _octet(self, octet: int) -> str:
        sign = chr(octet)
        if sign in "()\\":
            return f"\\{sign}"
        if sign in "\r\n" or self.chance.random() < 0.03:
            return f"\\{octet:03o}"
        return sign


def _pdf(chance: random.Random, number: int) -> Generated:
    is_wide = chance.random() < 0.6
    written = [each for _ in range(chance.choice((1, 1, 6))) for each in paragraphs(chance, plain=not is_wide)]
    font, setter = _set(chance, [_plain(each) for each in written], "", is_wide=is_wide)
    if len(setter.pages) > 1 and chance.random() < 0.7:
        headed = _set(chance, [_plain(each) for each in written], "Amtsblatt", is_wide=is_wide)
        font, setter = headed if len(headed[1].pages) > 1 else (font, setter)
    title, day = f"Streit in {chance.choice(PLACES)}", day_of(chance)
    atoms: list[Atom] = []
    contents: list[bytes] = []
    for page in setter.pages:
        contents.append("".join(atom.written for atom in page).encode("latin-1"))
        atoms += [*page, Atom("", "\n")]
    made = expected_of(atoms, "latin-1", title=title, published=day)
    raw = _file(chance, font, contents, title, f"D:{day:%Y%m%d}100000+01'00'")
    return Generated(f"{number:06}.pdf", raw, "pdf", "pdf", (made,))


def _set(chance: random.Random, written: Sequence[str], heading: str, *, is_wide: bool) -> tuple[_Font, _Setter]:
    """The paragraphs, set, and the font that they are set in."""
    font = _Font(is_wide)
    setter = _Setter(chance, font, heading)
    for count, paragraph in enumerate(written):
        setter.paragraph(paragraph, is_first=not count, is_last=count + 1 == len(written))
    return font, setter


def _plain(paragraph: str) -> str:
    for sign, instead in _ODD.items():
        paragraph = paragraph.replace(sign, instead)
    return " ".join(paragraph.split())


def _file(chance: random.Random, font: _Font, contents: Sequence[bytes], title: str, day: str) -> bytes:
    """The file with these pages: each one object for the page, one or two for its content."""
    fonts = font.objects(4)
    first = 4 + len(fonts)
    kids: list[int] = []
    objects: list[bytes] = []
    for content in contents:
        place = first + len(objects)
        kids.append(place)
        streams = [content]
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >>"
            b" /Contents %d 0 R >>" % (place + 1),
            *(_stream(each, is_packed=chance.random() < 0.7) for each in streams),
        ]
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    information = f"<< /Title <feff{title.encode('utf-16-be').hex()}> /CreationDate ({day}) >>".encode()
    return pdf_file(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), listed),
            information,
            *fonts,
            *objects,
        ],
        root=1,
        info=3,
    )


MAKERS: tuple[Maker, ...] = (_pdf,)
