"""Generated documents of word processors and printed pages, by small writers that know each character's bytes."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Sequence

from tests.generated.base import PLACES, Atom, Generated, Maker, day_of, expected_of, paragraphs

__all__ = ["MAKERS"]

_RTF_WORDS = {
    "–": "\\endash ", "“": "\\ldblquote ", "‘": "\\lquote ", "\u00a0": "\\~", "—": "\\emdash ", "•": "\\bullet ",
}  # fmt: skip
_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}
_ESCAPES = {"\\": "\\\\", "{": "\\{", "}": "\\}"}


def _rtf_sign(chance: random.Random, sign: str) -> str:
    """A character as RTF may write it."""
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if sign.isascii():
        return sign if chance.random() > 0.01 else f"\\'{ord(sign):02x}"
    if sign in _RTF_WORDS and chance.random() < 0.5:
        return _RTF_WORDS[sign]
    octets = sign.encode("cp1252", "ignore")
    if octets and chance.random() < 0.6:
        return f"\\'{octets[0]:02x}"
    wide = sign.encode("utf-16-le")
    instead = f"\\'{octets[0]:02x}" if octets else "?"
    units = [int.from_bytes(wide[at : at + 2], "little", signed=True) for at in range(0, len(wide), 2)]
    return "".join(f"\\u{unit}{chance.choice((instead, '?', ' ?'))}" for unit in units)


def _rtf_atoms(chance: random.Random, written: Sequence[str]) -> list[Atom]:
    """The paragraphs with formatting, groups that are no text, fields, cells of tables."""
    atoms: list[Atom] = []
    for number, paragraph in enumerate(written):
        if number:
            mark, rest = chance.choice(
                (
                    ("\\par", "\r\n"),
                    ("\\par", "\\pard\\plain "),
                    ("\\par \\par", "\n"),
                    ("\\cell ", ""),
                    ("\\cell\\row", "\\pard "),
                    ("\\sect ", ""),
                    ("\\\n", ""),
                )
            )
            atoms += [Atom("\n\n", mark), Atom("", rest)]
        for at, sign in enumerate(paragraph):
            kind = chance.random()
            if kind < 0.01:
                atoms.append(Atom("", chance.choice(("\r\n", "{\\*\\bkmkstart a}", "{\\*\\x{\\y z}}", "\\-"))))
            # A line of nothing but a no-break space would be a blank one.
            if sign == " " and kind > 0.95 and "\u00a0" not in paragraph[at - 1 : at + 2]:
                atoms.append(Atom("\n", "\\line "))
                continue
            if sign.isalpha() and kind > 0.97:
                link = '{\\field{\\*\\fldinst HYPERLINK "https://beispiel.example"}{\\fldrslt '
                before, behind = chance.choice(
                    (("{\\b ", "}"), ("\\i1 ", "\\i0 "), (link, "}}"), ("{\\uc1\\cf1 ", "}"))
                )
                atoms += [Atom("", before), Atom(sign, _rtf_sign(chance, sign)), Atom("", behind)]
                continue
            atoms.append(Atom(sign, _rtf_sign(chance, sign)))
    return atoms


def _rtf(chance: random.Random, number: int) -> Generated:
    title, day = f"Streit in {chance.choice(PLACES)}", day_of(chance)
    info = (
        f"{{\\info{{\\title {''.join(_rtf_sign(chance, sign) for sign in title)}}}"
        f"{{\\creatim\\yr{day.year}\\mo{day.month}\\dy{day.day}\\hr9\\min5}}}}"
    )
    before = (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times;}{\\f1\\fcharset238 Arial CE;}}"
        f"{{\\colortbl;\\red1\\green2\\blue3;}}{info}{{\\header Kopf}}\\pard\\plain "
    )
    behind = chance.choice(("}", "\\par}", "{\\pict\\pngblip 89504e}\\par\r\n}\r\n\0"))
    atoms = _rtf_atoms(chance, paragraphs(chance, plain=False))
    made = expected_of(atoms, "ascii", before=before, behind=behind, title=title, published=day)
    return Generated(f"{number:06}.rtf", made.raw, "rtf", "cp1252", (made,))


def _zipped(members: dict[str, bytes], chance: random.Random) -> bytes:
    """A ZIP archive of these members."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, octets in members.items():
            packing = chance.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))
            archive.writestr(zipfile.ZipInfo(name), octets, compress_type=packing)
    return file.getvalue()


def _xml_sign(chance: random.Random, sign: str) -> str:
    """A character as XML may write it."""
    if sign in _REFERENCES:
        return chance.choice((_REFERENCES[sign], f"&#{ord(sign)};"))
    return f"&#x{ord(sign):x};" if chance.random() < 0.02 and not sign.isspace() else sign


def _docx_atoms(chance: random.Random, written: Sequence[str]) -> list[Atom]:
    """Paragraphs of runs, with properties, tabs, fields, changes and boxes between."""
    atoms: list[Atom] = []
    run, end = '<w:r><w:t xml:space="preserve">', "</w:t></w:r>"
    for number, paragraph in enumerate(written):
        if number:
            mark = chance.choice(("</w:p>", "</w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>", "</w:p>\r\n"))
            atoms += [Atom("\n\n", mark[:6]), Atom("", mark[6:])]
        atoms.append(Atom("", f'<w:p><w:pPr><w:spacing w:after="1"/></w:pPr>{run}'))
        for sign in paragraph:
            if sign == " " and chance.random() < 0.03:
                atoms += [Atom("", f"{end}<w:r>"), Atom("\n", "<w:br/>"), Atom("", f"</w:r>{run}")]
                continue
            atoms.append(Atom(sign, _xml_sign(chance, sign)))
            if chance.random() < 0.02:
                between = chance.choice(
                    (
                        "<w:proofErr/>",
                        '<w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>',
                        "<mc:AlternateContent><mc:Choice/><mc:Fallback><w:r><w:t>x</w:t></w:r></mc:Fallback>"
                        "</mc:AlternateContent>",
                        "<!-- nichts -->",
                    )
                )
                atoms.append(Atom("", f"{end}{between}{run}"))
        atoms.append(Atom("", end))
    return atoms


def _docx(chance: random.Random, number: int) -> Generated:
    title, day = f"Streit in {chance.choice(PLACES)}", day_of(chance)
    before = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document xmlns:w="http://schemas.openxmlformats.org'
        '/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'
    )
    written = [each.replace("\u00a0", "") for each in paragraphs(chance, plain=False)]
    atoms = _docx_atoms(chance, written)
    made = expected_of(
        atoms, "utf-8", before=before, behind="</w:p><w:sectPr/></w:body></w:document>", title=title, published=day
    )
    core = (
        '<cp:coreProperties xmlns:cp="a" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dcterms:created>{day}T10:00:00Z</dcterms:created></cp:coreProperties>"
    )
    members = {
        "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "docProps/core.xml": core.encode(),
        "word/document.xml": made.raw,
    }
    return Generated(f"{number:06}.docx", _zipped(members, chance), "docx", "utf-8", (made,))


MAKERS: tuple[Maker, ...] = (_rtf, _docx)
