"""What may be given in place of a path: a file under another name than it lies here, an address that is no file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import Any

from wortlaut.intake.articles import named
from wortlaut.intake.facts import Facts
from wortlaut.intake.form import Item
from wortlaut.intake.moments import day_of
from wortlaut.intake.reasons import note
from wortlaut.types import Article

__all__ = ["Link", "Upload", "with_facts"]

_GIVEN = ("title", "source", "published", "url", "author")


@dataclass(frozen=True, slots=True)
class Link:
    """An address, which is asked for also where something on this machine has such a name."""

    written: str


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came from elsewhere: where its bytes lie for now, and the name by which it is told of.

    `facts` are what its bringer says of it. They go before what it says itself where it is one article; of several
    they hold for none, which is noted.
    """

    path: Path
    name: str
    facts: Facts = field(default_factory=Facts)


def with_facts(items: Iterable[Item], facts: Facts) -> Iterator[Item]:
    """The items of one file, with what its bringer says of it."""
    told = {name: value for name in _GIVEN if (value := getattr(facts, name)) is not None}
    items = iter(items)
    first = list(islice(items, 2)) if told else []
    if len(first) == 1 and isinstance(first[0], Article):
        yield _told(first[0], told)
        return
    for item in chain(first, items):
        yield replace(item, notes=(*item.notes, note("given_unused"))) if told and isinstance(item, Article) else item


def _told(article: Article, told: dict[str, Any]) -> Article:
    """The article with these fields, and the id that goes with them."""
    known = replace(article, **told)
    if known.published_at is not None and day_of(known.published_at) != known.published:
        known = replace(known, published_at=None)
    facts = Facts(source=known.source, url=known.url, declared_id=known.declared_id)
    return replace(known, id=named(facts, known.text))
