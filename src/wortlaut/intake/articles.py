"""What every form does with an item in the end: a clean text with its map becomes an `Article`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wortlaut.intake.facts import Facts, sound
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.moments import day_of
from wortlaut.intake.reasons import Refused
from wortlaut.intake.records.fields import FieldMap
from wortlaut.intake.streams import Stream
from wortlaut.settings import Settings
from wortlaut.types import Article, Origin, article_id

__all__ = ["Raw", "Wishes", "article_of", "check_size", "named", "whole"]

_LETTER = re.compile(r"[^\W\d_]")
# A file's own ids `1`, `2`, `3` say nothing outside it: without an outlet, shorter ones do not name the item.
_TELLING_ID = 8


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the user wants items to be read."""

    settings: Settings
    fields: FieldMap
    encoding: str | None  # its usual name


@dataclass(frozen=True, slots=True)
class Raw:
    """An item as it came: its bytes and where they stood."""

    octets: bytes
    origin: Origin


def check_size(size: int, wishes: Wishes) -> None:
    """None where an item of `size` bytes may be read; raises `Refused` else."""
    limit = min(wishes.settings.max_item_bytes, 2**31 - 1)  # maps count bytes in 32 bits
    if size > limit:
        raise Refused("too_large", size=size, limit=limit)


def whole(stream: Stream, origin: Origin, wishes: Wishes) -> Raw:
    """All bytes of a file that is one item; raises `Refused`."""
    octets = stream.take(wishes.settings.max_item_bytes + 1)
    check_size(len(octets), wishes)
    if stream.damage is not None:
        raise Refused.of(stream.damage)
    return Raw(octets, origin)


def named(facts: Facts, text: str = "") -> str:
    """The id of the item of which `facts` are told."""
    declared = facts.declared_id
    is_telling = declared is not None and (facts.source is not None or len(declared) >= _TELLING_ID)
    return article_id(text=text, url=facts.url, source=facts.source, declared_id=declared if is_telling else None)


def article_of(
    raw: Raw, mapped: Mapped, *, form: str, encoding: str, facts: Facts, notes: tuple[str, ...] = ()
) -> Article:
    """The article whose clean text is `mapped`, over the bytes of `raw`; raises `Refused` where that is no text."""
    text = mapped.text
    if not text:
        raise Refused("empty_text")
    if _LETTER.search(text) is None:
        raise Refused("no_letters", length=len(text))
    published = facts.published
    if published is None and facts.published_at is not None:
        published = day_of(facts.published_at)
    return Article(
        id=named(facts, text),
        text=text,
        raw=raw.octets,
        source_map=mapped.source_map(),
        origin=raw.origin,
        form=form,
        encoding=encoding,
        title=facts.title,
        published=published,
        source=facts.source,
        url=facts.url,
        author=facts.author,
        declared_id=facts.declared_id,
        notes=tuple(map(sound, notes)),
        subtitle=facts.subtitle,
        kicker=facts.kicker,
        published_at=facts.published_at,
        updated_at=facts.updated_at,
        kind=facts.kind,
        revision=facts.revision,
    )
