"""What an item says about its article besides the text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from wortlaut.types import ArticleKind

__all__ = ["Facts"]


@dataclass(frozen=True, slots=True)
class Facts:
    """What an item says about its article besides the text; the fields are those of `Article`.

    `published` may be left out where `published_at` is given. `notes` are what was decided while reading them.
    """

    title: str | None = None
    published: date | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None
    declared_id: str | None = None
    notes: tuple[str, ...] = ()
    subtitle: str | None = None
    kicker: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    kind: ArticleKind = ArticleKind.REPORT
    revision: int | None = None
