"""Generated documents of word processors and printed pages, by small writers that know each character's bytes."""

from __future__ import annotations

import random
from collections.abc import Sequence

from tests.generated.base import PLACES, Atom, Generated, Maker, day_of, expected_of, paragraphs

__all__ = ["MAKERS"]

_RTF_WORDS = {
    "–": "\\endash ", "“": "\\ldblquote ", "‘": "\\lquote ", "\u00a0": "\\~", "—": "\\emdash ", "•": "\\bullet ",
}  # fmt: skip
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
        for sign in paragraph:
            kind = chance.random()
            if kind < 0.01:
                atoms.append(Atom("", chance.choice(("\r\n", "{\\*\\bkmkstart a}", "{\\*\\x{\\y z}}", "\\-"))))
            if sign == " " and kind > 0.95 and not paragraph.isspace():
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


MAKERS: tuple[Maker, ...] = (_rtf,)
