"""Malformed inputs, generated: cut off, wrongly encoded, broken, nested, huge, random, with bits turned over.

The same number always gives the same input. Most are damaged documents of `tests.generated`.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests import malformed_agency, malformed_packed
from tests.generated import Generated, document

__all__ = ["Malformed", "malformed"]


@dataclass(frozen=True, slots=True)
class Malformed:
    """An input that something is wrong with, and what was done to it."""

    name: str
    raw: bytes
    damage: str
    encoding: str | None = None  # what the user says that it is


def malformed(count: int, *, start: int = 0) -> Iterator[Malformed]:
    """`count` inputs from number `start` on; the kinds of damage take turns."""
    for number in range(start, start + count):
        chance = random.Random(f"malformed/{number}")
        damage = _DAMAGES[number % len(_DAMAGES)]
        source = document(chance.randrange(10**6), seed=1)
        made = damage(chance, source)
        yield made if isinstance(made, Malformed) else Malformed(source.name, made, damage.__name__.strip("_"))


def _truncated(chance: random.Random, source: Generated) -> bytes:
    return source.raw[: chance.randrange(len(source.raw))]


def _beheaded(chance: random.Random, source: Generated) -> bytes:
    return source.raw[chance.randrange(len(source.raw)) :]


def _bits_turned(chance: random.Random, source: Generated) -> bytes:
    damaged = bytearray(source.raw)
    for _ in range(max(1, int(len(damaged) * chance.choice((0.0005, 0.01, 0.1))))):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def _wrong_encoding(chance: random.Random, source: Generated) -> Malformed:
    claimed = chance.choice(("utf-8", "utf-16", "utf-16-be", "utf-32", "ascii", "cp1252", "gb18030", "utf-7", "cp037"))
    return Malformed(source.name, source.raw, "wrong_encoding", claimed)


def _mixed_encodings(chance: random.Random, source: Generated) -> bytes:
    lines = source.articles[0].text.replace("\n\n", "\n").split("\n")
    return b"\n".join(
        line.encode(chance.choice(("utf-8", "cp1252", "utf-16-le", "cp850")), "replace") for line in lines
    )


def _json_hurt(chance: random.Random, source: Generated) -> Malformed:
    records = [{"id": number, "text": each.text} for number, each in enumerate(source.articles * 3)]
    written = json.dumps(records, ensure_ascii=chance.random() < 0.5, indent=chance.choice((None, 1)))
    for _ in range(chance.randint(1, 3)):
        place = chance.choice([at for at, sign in enumerate(written) if sign in '{}[]",:\\'] or [0])
        written = (
            written[:place]
            + chance.choice(("", "", "{", "]", '"', "\\", "\\u12", "NaN", "\x01", ","))
            + written[place + 1 :]
        )
    return Malformed("hurt.json", written.encode(), "json_hurt")


def _json_soup(chance: random.Random, source: Generated) -> Malformed:
    tokens = (
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        '"text"',
        '"a"',
        '"',
        "\\",
        "null",
        "1e999",
        "-",
        "\n",
        " ",
        "\ufeff",
        "\\ud800",
    )
    soup = "".join(chance.choice(tokens) for _ in range(chance.randint(1, 400)))
    return Malformed(chance.choice(("soup.json", "soup.jsonl", "soup")), ("{" + soup).encode(), "json_soup")


def _deep(chance: random.Random, source: Generated) -> Malformed:
    depth = chance.choice((150, 201, 1_000, 20_000))
    before, behind = chance.choice((("[", "]"), ('{"text":', "}"), ('[{"a":', "}]")))
    closed = behind * depth if chance.random() < 0.7 else ""
    return Malformed("deep.json", (before * depth + '"tief"' + closed).encode(), "deep")


def _huge_field(chance: random.Random, source: Generated) -> Malformed:
    size = chance.choice((10**5, 10**6))
    key, value = chance.choice(
        (("k" * size, "1"), ("n", "9" * size), ("s", f'"{"ö" * size}"'), ("e", f'"{chr(92) * size}"'))
    )
    raw = json.dumps([{"text": source.articles[0].text}])[:-2] + f', "{key}": {value}}}]'
    return Malformed("huge.json", raw.encode(), "huge_field")


def _random_bytes(chance: random.Random, source: Generated) -> Malformed:
    return Malformed(
        chance.choice(("random.txt", "random.json", "random.gz")), chance.randbytes(chance.randint(1, 5000)), "random"
    )


def _gzip_hurt(chance: random.Random, source: Generated) -> bytes:
    packed = bytearray(gzip.compress(source.raw, mtime=0))
    if chance.random() < 0.5:
        return bytes(packed[: chance.randint(3, len(packed) - 1)])
    packed[chance.randrange(3, len(packed))] ^= 1 << chance.randrange(8)
    return bytes(packed) + chance.choice((b"", b"\0" * 99, b"rest"))


def _odd_signs(chance: random.Random, source: Generated) -> bytes:
    signs = (
        b"\0",
        b"\xff",
        b"\xed\xa0\x80",
        b"\xef\xbf\xbe",
        b"\xc0\x80",
        b"\x1b[2J",
        b"&#0;",
        b"&#xD800;",
        b"\\ud800",
        b"\\",
    )
    damaged = source.raw
    for _ in range(chance.randint(1, 20)):
        place = chance.randrange(len(damaged) + 1)
        damaged = damaged[:place] + chance.choice(signs) + damaged[place:]
    return damaged


def _no_text(chance: random.Random, source: Generated) -> bytes:
    return chance.choice(
        (
            b"",
            b" \n\t",
            b"\xef\xbb\xbf",
            b"\xff\xfe",
            b"{}",
            b"[]",
            b"[{}]",
            b'{"text": ""}',
            b"<br>",
            b"123 !?",
            b"\n{",
            b"---\n---\n",
        )
    )


def _marks_unclosed(chance: random.Random, source: Generated) -> Malformed:
    mark = chance.choice(
        ("<a ", "<!--", "<script>", "&", "&amp;" * 3, "\\u00", "`", "**a _b ", "[", "](", "> ", "\n#", "\n```\n")
    )
    raw = "# Titel\n\n**Ja** " + mark * chance.choice((10, 1000, 10000)) + "Ende"
    return Malformed(chance.choice(("marks.md", "marks.txt")), raw.encode(), "marks_unclosed")


def _packed_hurt(chance: random.Random, source: Generated) -> Malformed:
    name, raw = malformed_packed.packed_hurt(chance, source)
    return Malformed(name, raw, "packed_hurt")


_DAMAGES: tuple[Callable[[random.Random, Generated], bytes | Malformed], ...] = (
    _truncated,
    _beheaded,
    _bits_turned,
    _wrong_encoding,
    _mixed_encodings,
    _json_hurt,
    _json_soup,
    _deep,
    _huge_field,
    _random_bytes,
    _gzip_hurt,
    _odd_signs,
    _no_text,
    _marks_unclosed,
    malformed_agency.feed_hurt,
    malformed_agency.feed_soup,
    malformed_agency.feed_entities,
    malformed_agency.feed_nested,
    _packed_hurt,
)
