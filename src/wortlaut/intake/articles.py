"""What every form does with an item in the end: a clean text with its map becomes an `Article`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wortlaut.intake.decoding import Decoded
from wortlaut.intake.fields import Facts, FieldMap
from wortlaut.intake.mapped import Mapped
from wortlaut.intake.reasons import Refused
from wortlaut.settings import Settings
from wortlaut.types import Article, Origin, article_id

__all__ = ["Raw", "Wishes", "article_of", "check_size"]

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


def article_of(
    raw: Raw, mapped: Mapped, *, form: str, decoded: Decoded, facts: Facts, notes: tuple[str, ...]
) -> Article:
    """The article whose clean text is `mapped`; raises `Refused` where that is no text."""
    text = mapped.text
    if not text:
        raise Refused("empty_text")
    if _LETTER.search(text) is None:
        raise Refused("no_letters", length=len(text))
    declared = facts.declared_id
    is_telling = declared is not None and (facts.source is not None or len(declared) >= _TELLING_ID)
    return Article(
        id=article_id(text=text, url=facts.url, source=facts.source, declared_id=declared if is_telling else None),
        text=text,
        raw=raw.octets,
        source_map=mapped.source_map(),
        origin=raw.origin,
        form=form,
        encoding=decoded.encoding,
        title=facts.title,
        published=facts.published,
        source=facts.source,
        url=facts.url,
        author=facts.author,
        declared_id=declared,
        notes=(*decoded.notes, *facts.notes, *notes),
    )
