"""Generated documents in every form that intake reads, with the bytes of every character known by construction.

A document is written from atoms: what a stretch of the file stands for in the article's text, and how it is written
there. Each layer (JSON string, character set) only rewrites the second part, so that the place of every character in
the file is known without any code of intake. The same seed and number always give the same document.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html.entities import codepoint2name

__all__ = ["Expected", "Generated", "document", "documents"]

_NAMES = ("Mira Löhn", "Jörg Äßle", "Zoë Þrün", "Ümit Özgür", "Anneliese Wüst", "Émile Straßer", "Kai-Uwe Grünpfahl")
_PLACES = ("Örlingen", "Bad Süßbach", "Nieder-Ühlen", "Schloß Ägidi", "Müggenfurt")
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
_WINDOWS = "cp1252"


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
class _Atom:
    """A piece of the article's text (perhaps nothing) and how it is written in the file."""

    text: str
    written: str


def documents(count: int, *, seed: int = 0, start: int = 0) -> Iterator[Generated]:
    """`count` documents from number `start` on."""
    return (document(number, seed=seed) for number in range(start, start + count))


def document(number: int, *, seed: int = 0) -> Generated:
    """The document of that number; forms and encodings take turns."""
    chance = random.Random(f"{seed}/{number}")
    maker = _MAKERS[number % len(_MAKERS)]
    made = maker(chance, number)
    if chance.random() < 0.1:
        return Generated(f"{made.name}.gz", gzip.compress(made.raw, mtime=0), made.form, made.encoding, made.articles)
    return made


# What is written


def _paragraphs(chance: random.Random, *, plain: bool) -> list[str]:
    """The paragraphs of a news item; `plain` for character sets without emoji."""
    return [
        "".join(_sentence(chance, plain=plain) for _ in range(chance.randint(1, 4))).strip()
        for _ in range(chance.randint(1, 3))
    ]


def _sentence(chance: random.Random, *, plain: bool) -> str:
    sentence = chance.choice(chance.choice((_SAID, _HAPPENED))).format(
        claim=chance.choice(_CLAIMS),
        name=chance.choice(_NAMES),
        other=chance.choice(_NAMES),
        place=chance.choice(_PLACES),
        rare="ganz ohne" if plain else chance.choice(_RARE),
    )
    return sentence[0].upper() + sentence[1:]


def _day(chance: random.Random) -> date:
    return date(1995, 1, 1) + timedelta(days=chance.randrange(12000))


def _plain_atoms(chance: random.Random, paragraphs: Sequence[str], *, narrow: bool) -> list[_Atom]:
    """Plain text with all kinds of line ends; some spaces are line ends."""
    ends = ["\n", "\r\n", "\r"] if narrow else ["\n", "\r\n", "\r", "\u2028", "\x85"]
    end = chance.choice(ends)
    breaks = [end * 2, f"{end} \t{end}", f" {end}{end}{end}", f"{end}{end}  "]
    atoms = [_Atom("", chance.choice(("", "", "\n", "  \n")))]
    for number, paragraph in enumerate(paragraphs):
        if number:
            atoms.append(_Atom("\n\n", chance.choice(breaks)))
        for at, sign in enumerate(paragraph):
            # A line of nothing but a no-break space would be a blank one.
            is_end = sign == " " and "\u00a0" not in paragraph[at - 1 : at + 2] and chance.random() < 0.05
            atoms.append(_Atom("\n", end) if is_end else _Atom(sign, sign))
    return [*atoms, _Atom("", chance.choice(("", "\n", " \r\n")))]


def _wire_atoms(chance: random.Random, paragraphs: Sequence[str], day: date | None) -> list[_Atom]:
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
    atoms = [_Atom("", "" if day is None else chance.choice((f" date {day} ", f"date {day}\n", f"Datum: {day} ")))]
    for number, paragraph in enumerate(paragraphs):
        if number:
            atoms.append(_Atom("\n\n", chance.choice((mark, mark * 2, f" {mark}\n{mark} "))))
        bold = chance.random() < 0.3
        atoms += [_Atom("", '<b class="x">')] * bold
        atoms += [_Atom(sign, _escaped(chance, sign, habit)) for sign in paragraph]
        atoms += [_Atom("", "</b>")] * bold
    return [*atoms, _Atom("", chance.choice(("", mark, "<br><br>\n")))]


def _escaped(chance: random.Random, sign: str, habit: float) -> str:
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


def _markdown_atoms(chance: random.Random, paragraphs: Sequence[str], title: str) -> list[_Atom]:
    """Markdown with a heading, lists, quotations, emphasis, links and code."""
    atoms = [_Atom("", "# "), *_signs(title), _Atom("\n\n", chance.choice(("\n\n", " #\n\n", "\n")))]
    for number, paragraph in enumerate(paragraphs):
        if number:
            atoms.append(_Atom("\n\n", chance.choice(("\n\n", "\n\n\n", "\n\n---\n\n"))))
        atoms.append(_Atom("", chance.choice(("", "", "> ", "- ", "* ", "## "))))
        for word in paragraph.split(" "):
            atoms += [*_marked(chance, word), _Atom(" ", " ")]
        atoms.pop()
    return [*atoms, _Atom("", "\n")]


def _marked(chance: random.Random, word: str) -> list[_Atom]:
    kind = chance.random()
    if not word.isalpha() or kind > 0.2:
        return _signs(word)
    before, behind = chance.choice(
        (
            ("**", "**"),
            ("*", "*"),
            ("_", "_"),
            ("***", "***"),
            ("`", "`"),
            ("[", "](https://beispiel.example/a_(b))"),
            ("~~", "~~"),
        )
    )
    return [_Atom("", before), *_signs(word), _Atom("", behind)]


def _signs(text: str) -> list[_Atom]:
    return [_Atom(sign, f"\\{sign}" if sign in "*_[" else sign) for sign in text]


def _in_json(chance: random.Random, atoms: Sequence[_Atom]) -> list[_Atom]:
    """The atoms as they stand within a JSON string."""
    ascii_only = chance.random() < 0.5
    slashes = chance.random() < 0.3
    written = []
    for atom in atoms:
        quoted = json.dumps(atom.written, ensure_ascii=ascii_only)[1:-1]
        written.append(_Atom(atom.text, quoted.replace("/", "\\/") if slashes else quoted))
    return written


# How it becomes bytes


def _expected(
    atoms: Sequence[_Atom], encoding: str, *, before: str = "", behind: str = "", **known: object
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


def _encoding(chance: random.Random) -> tuple[str, str]:
    """A character set and its mark."""
    return chance.choice(
        (("utf-8", ""), ("utf-8", ""), ("utf-8", "\ufeff"), ("utf-16-le", "\ufeff"), ("utf-16-be", "\ufeff"))
    )


def _text(chance: random.Random, number: int) -> Generated:
    encoding, mark = _encoding(chance)
    atoms = _plain_atoms(chance, _paragraphs(chance, plain=False), narrow=False)
    expected = _expected(atoms, encoding, before=mark)
    return Generated(f"{number:06}.txt", expected.raw, "text", encoding, (expected,))


def _windows(chance: random.Random, number: int) -> Generated:
    paragraphs = [
        paragraph.replace("Þ", "D").replace("‚", "„") + " Für später übrig."
        for paragraph in _paragraphs(chance, plain=True)
    ]
    expected = _expected(_plain_atoms(chance, paragraphs, narrow=True), _WINDOWS)
    return Generated(f"{number:06}.txt", expected.raw, "text", "windows-1252", (expected,))


def _wire(chance: random.Random, number: int) -> Generated:
    encoding, mark = _encoding(chance)
    day = _day(chance)
    atoms = _wire_atoms(chance, _paragraphs(chance, plain=False), day)
    expected = _expected(atoms, encoding, before=mark, published=day)
    return Generated(f"{number:06}.txt", expected.raw, "wire", encoding, (expected,))


def _markdown(chance: random.Random, number: int) -> Generated:
    encoding, mark = _encoding(chance)
    title = f"Streit in {chance.choice(_PLACES)}"
    day = _day(chance)
    front = f'{mark}---\ntitle: "{title}"\ndate: {day}\n---\n' if chance.random() < 0.5 else mark
    atoms = _markdown_atoms(chance, _paragraphs(chance, plain=False), title)
    published = day if "date" in front else None
    expected = _expected(atoms, encoding, before=front, title=title, published=published)
    return Generated(f"{number:06}.md", expected.raw, "markdown", encoding, (expected,))


def _record(chance: random.Random, encoding: str, space: str) -> Expected:
    """A JSON object with the text among its members."""
    day = _day(chance)
    paragraphs = _paragraphs(chance, plain=False)
    wire = chance.random() < 0.5
    atoms = _wire_atoms(chance, paragraphs, None) if wire else _plain_atoms(chance, paragraphs, narrow=False)
    title = f"{chance.choice(_NAMES)} und {chance.choice(_PLACES)}"
    names = chance.choice(
        (("text", "title", "date"), ("body", "headline", "published_at"), ("Inhalt", "Überschrift", "Datum"))
    )
    others = [
        f'"{names[1]}":{space}{json.dumps(title)}',
        f'"{names[2]}": "{day:%d.%m.%Y}"',
        '"tags": [{"a": "]}"}, null, 1.5]',
    ]
    place = chance.randrange(len(others) + 1)
    before = "".join(f"{each},{space}" for each in others[:place])
    behind = "".join(f",{space}{each}" for each in others[place:])
    return _expected(
        _in_json(chance, atoms),
        encoding,
        before=f'{{{space}{before}"{names[0]}":{space}"',
        behind=f'"{behind}{space}}}',
        title=title,
        published=day,
    )


def _json(chance: random.Random, number: int) -> Generated:
    encoding, mark = _encoding(chance)
    space = chance.choice(("", " ", "\n  "))
    records = tuple(_record(chance, encoding, space) for _ in range(chance.randint(1, 3)))
    joined = f",{space}".encode(encoding).join(record.raw for record in records)
    before, behind = chance.choice((("[", "]"), ('{"status": "ok", "articles": [', "]}"), ("\n[ ", " ]\n")))
    raw = (mark + before).encode(encoding) + joined + behind.encode(encoding)
    return Generated(f"{number:06}.json", raw, "json", encoding, records)


def _json_lines(chance: random.Random, number: int) -> Generated:
    encoding, mark = _encoding(chance)
    records = tuple(_record(chance, encoding, chance.choice(("", " "))) for _ in range(chance.randint(2, 4)))
    end = chance.choice(("\n", "\r\n", "\n\n")).encode(encoding)
    raw = mark.encode(encoding) + b"".join(record.raw + end for record in records)
    return Generated(f"{number:06}.jsonl", raw, "jsonl", encoding, records)


_MAKERS: tuple[Callable[[random.Random, int], Generated], ...] = (_text, _wire, _json_lines, _windows, _markdown, _json)
