"""Generated dumps of wikis and text exports of press databases."""

from __future__ import annotations

import random
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
    encoding_of,
    expected_of,
    paragraphs,
)

__all__ = ["MAKERS"]

_BEFORE = (
    "",
    "{{Lage|a={{b|[[c]]}}}}\n",
    "[[Datei:x.jpg|mini|Ein [[Bild|Foto]] {{x}}]]\n",
    "<!-- ''weg'' -->\n",
    "__NOTOC__\n",
)
_BETWEEN = ("\n\n", "\n\n\n", "\n== ", "\n* ", "\n\n{| class=x\n| a || b\n|}\n\n", "<br />\n\n")
_BEHIND = ("", "\n\n== Quellen ==\n* [https://x.example y]\n", "\n[[Kategorie:Ort]]\n", "\n\n{{Navi|x}}")
_AROUND = (
    ("'''", "'''"),
    ("''", "''"),
    ("[[", "]]"),
    ("[[Ziel (Ort)|", "]]"),
    ("[https://a.example ", "]"),
    ("", "<ref>{{x}}</ref>"),
)


def _wiki_atoms(chance: random.Random, written: Sequence[str]) -> list[Atom]:
    """Wikitext: marks, links, templates, tables and references around the words."""
    atoms = [Atom("", chance.choice(_BEFORE))]
    closing = ""
    for number, paragraph in enumerate(written):
        if number:
            mark = chance.choice(_BETWEEN)
            atoms.append(Atom("\n\n", closing + mark))
            closing = " ==\n" if mark.endswith("== ") else "\n" if mark == "\n* " else ""
        for word in paragraph.split(" "):
            before, behind = chance.choice(_AROUND) if word.isalpha() and chance.random() < 0.2 else ("", "")
            atoms += [Atom("", before), *(Atom(sign, _reference(chance, sign)) for sign in word), Atom("", behind)]
            atoms.append(Atom(" ", " "))
        atoms.pop()
    return [*atoms, Atom("", closing + chance.choice(_BEHIND))]


def _reference(chance: random.Random, sign: str) -> str:
    if sign in "*#[]{}|'=_" or sign == "&":
        return f"&#{ord(sign)};"
    return f"&#x{ord(sign):x};" if chance.random() < 0.01 else sign


def _page(chance: random.Random, number: int) -> tuple[Expected, str]:
    """An article, and the page with its revision in XML."""
    day = day_of(chance)
    atoms = [atom for atom in _wiki_atoms(chance, paragraphs(chance, plain=False)) if atom.text or atom.written]
    title = f"{chance.choice(NAMES)} & {chance.choice(PLACES)} {number}"
    head = f'<revision>\n<id>{number}</id><timestamp>{day}T10:00:00Z</timestamp><text xml:space="preserve">'
    written = [Atom(atom.text, escape(atom.written)) for atom in atoms]
    expected = expected_of(written, "utf-8", before=head, behind="</text></revision>", title=title, published=day)
    inner = expected.raw.decode()
    return expected, f"<page><title>{escape(title)}</title><ns>0</ns><id>{number}</id>{inner}</page>\n"


def _wiki(chance: random.Random, number: int) -> Generated:
    pages = [_page(chance, at) for at in range(5, 5 + chance.randint(1, 3))]
    space = '<namespace key="6">Datei</namespace><namespace key="14">Kategorie</namespace>'
    raw = (
        '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/">\n<siteinfo><sitename>Örlinews</sitename>'
        f"<base>https://wiki.example/wiki/Start</base><namespaces>{space}</namespaces></siteinfo>\n"
        + "".join(text for _, text in pages)
        + "</mediawiki>"
    )
    return Generated(f"{number:06}.xml", raw.encode(), "mediawiki", "utf-8", tuple(found for found, _ in pages))


def _export_atoms(written: Sequence[str], end: str) -> list[Atom]:
    atoms: list[Atom] = []
    for number, paragraph in enumerate(written):
        if number:
            atoms.append(Atom("\n\n", end * 2))
        atoms += [Atom(sign, sign) for sign in paragraph]
    return atoms


def _head(shape: str, title: str, day: date, count: tuple[int, int], words: int) -> tuple[str, str]:
    """What stands above the text of a document, and behind it; lines end with `\\n`."""
    at, of = count
    if shape == "numbered":
        left = " " * 20
        above = f"{left}Dokument {at} von {of}\n\n\n{left}Örlinger Bote\n\n{left}{day:%d.%m.%Y}\n\n{title}\n\n"
        return (
            f"{above}AUTOR: Mira Löhn\n\nLÄNGE: {words} Wörter\n\n",
            "\n\nUPDATE: 3. April 2024\n\nSPRACHE: DEUTSCH\n\n",
        )
    if shape == "ended":
        above = f"{title}\nÖrlinger Bote\n{day:%d.%m.%Y}\n\nCopyright 2024 Bote Alle Rechte vorbehalten\n"
        return f"{above}Length: {words} words\nBody\n\n", "\n\nLoad-Date: April 3, 2024\n\nEnd of Document\n"
    if shape == "coded":
        above = f"HD  {title}\nBY  Von Mira Löhn\nWC  {words} Wörter\nPD  {day:%d.%m.%Y}\nSN  Örlinger Bote\n\nLP\n"
        return above, f"\n\nAN  Document OEB0000020200403eg43000{at:02}\n\nDocument OEB0000020200403eg43000{at:02}\n"
    if shape == "genios":
        above = (
            f"{title}\nQuelle:  Örlinger Bote vom {day:%d.%m.%Y}, Seite 5\nRessort: Ort\nDokumentnummer: OEB_{at}\n\n"
        )
        return above, "\n\nAlle Rechte vorbehalten: (c) Bote\n© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH\n"
    return f"Titel: {title}\nZeitung: Örlinger Bote\nDatum: {day:%d.%m.%Y}\n\n", "\n\n"


def _export(chance: random.Random, number: int) -> Generated:
    encoding, mark = encoding_of(chance)
    end = chance.choice(("\n", "\r\n"))
    shape = chance.choice(("numbered", "ended", "coded", "genios", "labels"))
    of = chance.randint(2, 4)
    found, raw = [], mark.encode(encoding)
    for at in range(1, of + 1):
        title, day = f"Streit {at} in {chance.choice(PLACES)}", day_of(chance)
        written = [text.replace("\u2028", " ") for text in paragraphs(chance, plain=False)]
        above, behind = _head(shape, title, day, (at, of), len(" ".join(written).split()))
        made = expected_of(
            _export_atoms(written, end),
            encoding,
            before=above.replace("\n", end),
            behind=behind.replace("\n", end),
            title=title,
            published=day,
        )
        raw += made.raw
        own = made.raw[: -len(end.encode(encoding))]  # the end of the last line is no part of it
        found.append(Expected(made.text, own, made.starts, made.ends, day, title))
    return Generated(f"{number:06}.txt", raw, "export", encoding, tuple(found))


MAKERS: tuple[Maker, ...] = (_wiki, _export)
