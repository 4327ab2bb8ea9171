"""Generated documents in every form that intake reads, with the bytes of every character known by construction.

The same seed and number always give the same document. Each area of intake has a module here with its `MAKERS`.
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator, Sequence

from tests.generated import agency, archives, mail, office, pages, portable, sheets, tables, texts, wikis
from tests.generated.base import Expected, Generated, Maker

__all__ = ["MAKERS", "Expected", "Generated", "document", "documents"]

MAKERS: tuple[Maker, ...] = (
    *texts.MAKERS,
    *pages.MAKERS,
    *archives.MAKERS,
    *agency.MAKERS,
    *sheets.MAKERS,
    *tables.MAKERS,
    *wikis.MAKERS,
    *mail.MAKERS,
    *office.MAKERS,
    *portable.MAKERS,
)


def documents(count: int, *, seed: int = 0, start: int = 0, makers: Sequence[Maker] = MAKERS) -> Iterator[Generated]:
    """`count` documents from number `start` on."""
    return (document(number, seed=seed, makers=makers) for number in range(start, start + count))


def document(number: int, *, seed: int = 0, makers: Sequence[Maker] = MAKERS) -> Generated:
    """The document of that number; forms and encodings take turns."""
    chance = random.Random(f"{seed}/{number}")
    made = makers[number % len(makers)](chance, number)
    if chance.random() < 0.1:
        return Generated(f"{made.name}.gz", gzip.compress(made.raw, mtime=0), made.form, made.encoding, made.articles)
    return made
