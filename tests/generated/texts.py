"""Generated texts and records: plain text, wire text, Markdown, JSON, JSON Lines."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence

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
    in_json,
    paragraphs,
    plain_atoms,
    signs,
    wire_atoms,
)

__all__ = ["MAKERS"]

_WINDOWS = "cp1252"


def _markdown_atoms(chance: random.Random, paragraphs: Sequence[str], title: str) -> list[Atom]:
    """Markdown with a heading, lists, quotations, emphasis, links and code."""
    atoms = [Atom("", "# "), *signs(title), Atom("\n\n", chance.choice(("\n\n", " #\n\n", "\n")))]
    for number, paragraph in enumerate(paragraphs):
        if number:
            atoms.append(Atom("\n\n", chance.choice(("\n\n", "\n\n\n", "\n\n---\n\n"))))
        atoms.append(Atom("", chance.choice(("", "", "> ", "- ", "* ", "## "))))
        for word in paragraph.split(" "):
            atoms += [*_marked(chance, word), Atom(" ", " ")]
        atoms.pop()
    return [*atoms, Atom("", "\n")]


def _marked(chance: random.Random, word: str) -> list[Atom]:
    kind = chance.random()
    if not word.isalpha() or kind > 0.2:
        return signs(word)
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
    return [Atom("", before), *signs(word), Atom("", behind)]


def _text(chance: random.Random, number: int) -> Generated:
    encoding, mark = encoding_of(chance)
    atoms = plain_atoms(chance, paragraphs(chance, plain=False), narrow=False)
    expected = expected_of(atoms, encoding, before=mark)
    return Generated(f"{number:06}.txt", expected.raw, "text", encoding, (expected,))


def _windows(chance: random.Random, number: int) -> Generated:
    written = [
        paragraph.replace("Þ", "D").replace("‚", "„") + " Für später übrig."
        for paragraph in paragraphs(chance, plain=True)
    ]
    expected = expected_of(plain_atoms(chance, written, narrow=True), _WINDOWS)
    return Generated(f"{number:06}.txt", expected.raw, "text", "windows-1252", (expected,))


def _wire(chance: random.Random, number: int) -> Generated:
    encoding, mark = encoding_of(chance)
    day = day_of(chance)
    atoms = wire_atoms(chance, paragraphs(chance, plain=False), day)
    expected = expected_of(atoms, encoding, before=mark, published=day)
    return Generated(f"{number:06}.txt", expected.raw, "wire", encoding, (expected,))


def _markdown(chance: random.Random, number: int) -> Generated:
    encoding, mark = encoding_of(chance)
    title = f"Streit in {chance.choice(PLACES)}"
    day = day_of(chance)
    front = f'{mark}---\ntitle: "{title}"\ndate: {day}\n---\n' if chance.random() < 0.5 else mark
    atoms = _markdown_atoms(chance, paragraphs(chance, plain=False), title)
    published = day if "date" in front else None
    expected = expected_of(atoms, encoding, before=front, title=title, published=published)
    return Generated(f"{number:06}.md", expected.raw, "markdown", encoding, (expected,))


def _record(chance: random.Random, encoding: str, space: str) -> Expected:
    """A JSON object with the text among its members."""
    day = day_of(chance)
    written = paragraphs(chance, plain=False)
    wire = chance.random() < 0.5
    atoms = wire_atoms(chance, written, None) if wire else plain_atoms(chance, written, narrow=False)
    title = f"{chance.choice(NAMES)} und {chance.choice(PLACES)}"
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
    return expected_of(
        in_json(chance, atoms),
        encoding,
        before=f'{{{space}{before}"{names[0]}":{space}"',
        behind=f'"{behind}{space}}}',
        title=title,
        published=day,
    )


def _json(chance: random.Random, number: int) -> Generated:
    encoding, mark = encoding_of(chance)
    space = chance.choice(("", " ", "\n  "))
    records = tuple(_record(chance, encoding, space) for _ in range(chance.randint(1, 3)))
    joined = f",{space}".encode(encoding).join(record.raw for record in records)
    before, behind = chance.choice((("[", "]"), ('{"status": "ok", "articles": [', "]}"), ("\n[ ", " ]\n")))
    raw = (mark + before).encode(encoding) + joined + behind.encode(encoding)
    return Generated(f"{number:06}.json", raw, "json", encoding, records)


def _json_lines(chance: random.Random, number: int) -> Generated:
    encoding, mark = encoding_of(chance)
    records = tuple(_record(chance, encoding, chance.choice(("", " "))) for _ in range(chance.randint(2, 4)))
    end = chance.choice(("\n", "\r\n", "\n\n")).encode(encoding)
    raw = mark.encode(encoding) + b"".join(record.raw + end for record in records)
    return Generated(f"{number:06}.jsonl", raw, "jsonl", encoding, records)


MAKERS: tuple[Maker, ...] = (_text, _wire, _json_lines, _windows, _markdown, _json)
