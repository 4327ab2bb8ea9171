"""Generated tables: CSV and its kin."""

from __future__ import annotations

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
    paragraphs,
    plain_atoms,
    wire_atoms,
)

__all__ = ["MAKERS"]

_HEADERS = (("text", "title", "date"), ("body", "headline", "published_at"), ("Inhalt", "Überschrift", "Datum"))


def _cell(value: str, *, backslashes: bool) -> str:
    """What stands between the quotation marks of a cell."""
    return value.replace("\\", "\\\\").replace('"', '\\"') if backslashes else value.replace('"', '""')


def _row(chance: random.Random, encoding: str, order: Sequence[int], sign: str, *, backslashes: bool) -> Expected:
    """A row whose text stands in a cell among others."""
    written = paragraphs(chance, plain=False)
    atoms = wire_atoms(chance, written, None) if chance.random() < 0.5 else plain_atoms(chance, written, narrow=False)
    title, day = f"{chance.choice(NAMES)} und „{chance.choice(PLACES)}“", day_of(chance)
    others = {1: f'"{title}"' if chance.random() < 0.5 else title, 2: f"{day:%d.%m.%Y}", 3: '"a ""b"";,\t|"'}
    if backslashes:
        others[3] = '"a \\"b\\";,\t|"'
    place = order.index(0)
    before = "".join(others[number] + sign for number in order[:place])
    behind = "".join(sign + others[number] for number in order[place + 1 :])
    return expected_of(
        [Atom(atom.text, _cell(atom.written, backslashes=backslashes)) for atom in atoms],
        encoding,
        before=before + '"',
        behind='"' + behind,
        title=title,
        published=day,
    )


def _csv(chance: random.Random, number: int) -> Generated:
    encoding, mark = encoding_of(chance)
    sign, end = chance.choice(",;\t|"), chance.choice(("\n", "\r\n"))
    order = chance.sample(range(4), 4)
    backslashes = chance.random() < 0.2
    names = [*chance.choice(_HEADERS), "Notiz"]
    rows = tuple(_row(chance, encoding, order, sign, backslashes=backslashes) for _ in range(chance.randint(1, 4)))
    excel = f"sep={sign}{end}" if chance.random() < 0.1 else ""
    head = mark + excel + sign.join(names[each] for each in order) + end
    raw = head.encode(encoding) + end.encode(encoding).join(row.raw for row in rows)
    if chance.random() < 0.8:
        raw += end.encode(encoding)
    return Generated(f"{number:06}.{'tsv' if sign == chr(9) else 'csv'}", raw, "csv", encoding, rows)


MAKERS: tuple[Maker, ...] = (_csv,)
