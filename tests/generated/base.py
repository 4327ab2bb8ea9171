"""What generated documents are made of: sentences, and atoms that know how they are written.

An atom is a stretch of the article's text and how it is written in the file. Each layer (JSON string, character set)
only rewrites the second part, so that the place of every character is known without any code of intake.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html.entities import codepoint2name

__all__ = [
    "NAMES",
    "PLACES",
    "Atom",
    "Expected",
    "Generated",
    "Maker",
    "day_of",
    "encoding_of",
    "escaped",
    "expected_of",
    "in_json",
    "paragraphs",
    "plain_atoms",
    "sentence",
    "signs",
    "wire_atoms",
]

NAMES = ("Mira Löhn", "Jörg Äßle", "Zoë Þrün", "Ümit Özgür", "Anneliese Wüst", "Émile Straßer", "Kai-Uwe Grünpfahl")
PLACES = ("Örlingen", "Bad Süßbach", "Nieder-Ühlen", "Schloß Ägidi", "Müggenfurt")
_CLAIMS = (
    "die Brücke werde nicht gebaut",
    "man müsse „über alles“ reden",
    "das Bürgerbüro bleibe geöffnet",
    "für Lehrer*innen gebe es 3.000 Euro mehr",
    "der Fährverkehr ruhe vom 3. bis zum 25. Mai",
    "es gehe um »Würde«, nicht um Geld",
    "R&D koste 5 % – mindestens",
)
_RARE = ("😀", "👩‍👩‍👧‍👦", "🇩🇪", "a\u0308", "e\u0301\u0323", "𝔊", "ﬁ", "中", "\u00ad", "\u00a0", "\u200b", "Ω", "‚so‘")
_SAID = (
    "„{claim}“, sagte {name} in {place}. ",
    "{name} erklärte, {claim}. ",
    "In {place} hieß es am Dienstag: {claim}! ",
    "{claim}, so {name} – „ohne {rare} Wenn und Aber“. ",
    "»Grüße aus {place}«, rief {name} {rare} und ging. ",
    "Nach Ansicht von {name} könnte gelten, {claim}. ",
    "„{claim}“, sagte {name} zu {other}, „und zwar {rare} sofort.“ ",
    "{name} warf {other} vor, von „{rare} Ausreden in {place}“ gesprochen zu haben. ",
    "{claim}. ",
)
_HAPPENED = (
    "Der Platz vor dem Rathaus von {place} blieb gesperrt. ",
    "{name} ist 52 Jahre alt und wohnt in {place}. ",
    "Draußen wehten {rare} Fahnen. ",
    "Der Haushalt von {place} umfasst 41,5 Mio. Euro – 3 % weniger als zuvor. ",
    "Es hatte zwei Tage lang geregnet. ",
)


_SHORT_LINE = 30  # characters; with the next word still shorter than any width at which text is broken


@dataclass(frozen=True, slots=True)
class Expected:
    """An article as it must come out: its text, its own bytes, and where each character stands in them."""

    text: str
    raw: bytes
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    published: date | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Generated:
    """A file: its name, its bytes, the form and encoding that intake must find, and the articles in it."""

    name: str
    raw: bytes
    form: str
    encoding: str
    articles: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Atom:
    """A piece of the article's text (perhaps nothing) and how it is written in the file."""

    text: str
    written: str


def paragraphs(chance: random.Random, *, plain: bool) -> list[str]:
    """The paragraphs of a news item; `plain` for character sets without emoji."""
    return [
        "".join(sentence(chance, plain=plain) for _ in range(chance.randint(1, 4))).strip()
        for _ in range(chance.randint(1, 3))
    ]


def sentence(chance: random.Random, *, plain: bool) -> str:
    sentence = chance.choice(chance.choice((_SAID, _HAPPENED))).format(
        claim=chance.choice(_CLAIMS),
        name=chance.choice(NAMES),
        other=chance.choice(NAMES),
        place=chance.choice(PLACES),
        rare="ganz ohne" if plain else chance.choice(_RARE),
    )
    return sentence[0].upper() + sentence[1:]


def day_of(chance: random.Random) -> date:
    return date(1995, 1, 1) + timedelta(days=chance.randrange(12000))


def plain_atoms(chance: random.Random, paragraphs: Sequence[str], *, narrow: bool) -> list[Atom]:
    """Plain text with all kinds of line ends; some spaces are line ends."""
    ends = ["\n", "\r\n", "\r"] if narrow else ["\n", "\r\n", "\r", "\u2028", "\x85"]
    end = chance.choice(ends)
    breaks = [end * 2, f"{end} \t{end}", f" {end}{end}{end}", f"{end}{end}  "]
    atoms = [Atom("", chance.choice(("", "", "\n", "  \n")))]
    for number, paragraph in enumerate(paragraphs):
        if number:
            atoms.append(Atom("\n\n", chance.choice(breaks)))
        begun = 0  # where the line began
        for at, sign in enumerate(paragraph):
            # A line of nothing but a no-break space would be a blank one; long lines look broken at a fixed width.
            may_end = sign == " " and "\u00a0" not in paragraph[at - 1 : at + 2] and at - begun < _SHORT_LINE
            is_end = may_end and chance.random() < 0.1
            begun = at + 1 if is_end else begun
            atoms.append(Atom("\n", end) if is_end else Atom(sign, sign))
    return [*atoms, Atom("", chance.choice(("", "\n", " \r\n")))]


def wire_atoms(chance: random.Random, paragraphs: Sequence[str], day: date | None) -> list[Atom]:
    """Wire text: date line, marks of breaks, escapes and character references of several kinds, tags."""
    marks = (
        "<BR \\/>",
        "<br>",
        "<BR/>",
        "<br />",
        "\\u003cbr\\u003e",
        "&lt;br&gt;",
        "&amp;lt;br&amp;gt;",
        "<p>",
        "\n\n",
    )
    mark = chance.choice(marks)
    habit = chance.choice((0.0, 0.02, 0.3))
    atoms = [Atom("", "" if day is None else chance.choice((f" date {day} ", f"date {day}\n", f"Datum: {day} ")))]
    for number, paragraph in enumerate(paragraphs):
        if number:
            atoms.append(Atom("\n\n", chance.choice((mark, mark * 2, f" {mark}\n{mark} "))))
        bold = chance.random() < 0.3
        atoms += [Atom("", '<b class="x">')] * bold
        atoms += [Atom(sign, escaped(chance, sign, habit)) for sign in paragraph]
        atoms += [Atom("", "</b>")] * bold
    return [*atoms, Atom("", chance.choice(("", mark, "<br><br>\n")))]


def escaped(chance: random.Random, sign: str, habit: float) -> str:
    """A character as wire text may write it."""
    if sign == "&":
        return chance.choice(("&amp;", "&#38;", "&amp;amp;", "\\u0026amp;"))
    if sign == " " or chance.random() > (habit * 2 if ord(sign) > 127 else habit / 4):
        return sign
    code = ord(sign)
    utf16 = sign.encode("utf-16-be")
    ways = [f"&#{code};", f"&#x{code:x};", f"&#X{code:X};", f"&amp;#{code};"]
    if not sign.isdigit():
        ways.append("".join(f"\\u{utf16[at : at + 2].hex()}" for at in range(0, len(utf16), 2)))
    name = codepoint2name.get(code)
    if name is not None:
        ways += [f"&{name};", f"&amp;{name};", f"&amp;amp;{name};"]
    return chance.choice(ways)


def signs(text: str) -> list[Atom]:
    return [Atom(sign, f"\\{sign}" if sign in "*_[" else sign) for sign in text]


def in_json(chance: random.Random, atoms: Sequence[Atom]) -> list[Atom]:
    """The atoms as they stand within a JSON string."""
    ascii_only = chance.random() < 0.5
    slashes = chance.random() < 0.3
    written = []
    for atom in atoms:
        quoted = json.dumps(atom.written, ensure_ascii=ascii_only)[1:-1]
        written.append(Atom(atom.text, quoted.replace("/", "\\/") if slashes else quoted))
    return written


def expected_of(
    atoms: Sequence[Atom], encoding: str, *, before: str = "", behind: str = "", **known: object
) -> Expected:
    """The article whose atoms stand between two other stretches of its bytes."""
    pieces = [before.encode(encoding)]
    at = len(pieces[0])
    starts: list[int] = []
    ends: list[int] = []
    for atom in atoms:
        piece = atom.written.encode(encoding)
        pieces.append(piece)
        if atom.text:
            rest = len(atom.text) - 1
            starts += [at] + [at + len(piece)] * rest
            ends += [at + len(piece)] * (rest + 1)
        at += len(piece)
    pieces.append(behind.encode(encoding))
    text = "".join(atom.text for atom in atoms)
    return Expected(text, b"".join(pieces), tuple(starts), tuple(ends), **known)  # type: ignore[arg-type]  # its own fields


def encoding_of(chance: random.Random) -> tuple[str, str]:
    """A character set and its mark."""
    return chance.choice(
        (("utf-8", ""), ("utf-8", ""), ("utf-8", "\ufeff"), ("utf-16-le", "\ufeff"), ("utf-16-be", "\ufeff"))
    )


# What makes the document of a number, with chances of its own.
Maker = Callable[[random.Random, int], Generated]
