"""What goes wrong within documents that are archives (DOCX, ODT, Excel, WACZ): sound packing, hurt parts."""

from __future__ import annotations

import io
import random
import re
import zipfile

from tests.generated import archives, office, sheets
from tests.generated.base import Generated, Maker

__all__ = ["packed_hurt"]

_MAKERS: tuple[Maker, ...] = (*sheets.MAKERS, *office.MAKERS, *archives.MAKERS)
_NUMBERS = (b"", b"0", b"-1", b"4294967295", b"99999999999999999999", b"1e400")


def packed_hurt(chance: random.Random, source: Generated) -> tuple[str, bytes]:
    """Name and bytes of an archive, a member of which was hurt, or is missing, before it was packed."""
    made = source
    while not made.raw.startswith(b"PK"):
        made = chance.choice(_MAKERS)(chance, chance.randrange(10**6))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made.raw)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        hurt = chance.choice(before.namelist())
        for name in before.namelist():
            octets = before.read(name)
            if name != hurt:
                after.writestr(name, octets)
            elif chance.random() < 0.9:
                after.writestr(name, _hurt(chance, octets))
    return made.name, out.getvalue()


def _hurt(chance: random.Random, octets: bytes) -> bytes:
    """The bytes with pieces doubled, missing or in another place, numbers changed, or signs of markup strewn in."""
    first, last, place = sorted(chance.randrange(len(octets) + 1) for _ in range(3))
    ways = [
        octets[:place] + octets[first:last] * chance.choice((1, 5)) + octets[place:],
        octets[:first] + octets[last:],
        octets[:first] + chance.choice((b"<", b"</t>", b"&", b'"', b"\0", b"<!--", b"\xff", b"]]>")) + octets[first:],
    ]
    numbers = list(re.finditer(rb"\d+", octets))
    if numbers:
        found = chance.choice(numbers)
        ways.append(octets[: found.start()] + chance.choice(_NUMBERS) + octets[found.end() :])
    return chance.choice(ways)
