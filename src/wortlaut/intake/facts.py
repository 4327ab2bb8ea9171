"""What an item says about its article besides the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime

from wortlaut.types import ArticleKind

__all__ = ["Facts", "sound"]

_NO_CHARACTERS = re.compile("[\0\ud800-\udfff]")
# Titles have some hundred characters, addresses that work anywhere 2,000.
_LONGEST_LINE = 2_000
_LONGEST_NAME = 4_000


def sound(text: str) -> str:
    """The text with U+FFFD for what cannot be kept: NUL and halves of surrogate pairs."""
    return text if text.isascii() and "\0" not in text else _NO_CHARACTERS.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class Facts:
    """What an item says about its article besides the text; the fields are those of `Article`.

    `published` may be left out where `published_at` is given. `notes` are what was decided while reading them. What
    cannot be kept becomes U+FFFD, lines that are no lines any more are cut, and addresses and ids that cannot be such
    for their length are left out.
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

    def __post_init__(self) -> None:
        for name in ("title", "source", "author", "subtitle", "kicker"):
            line = getattr(self, name)
            if line is not None:
                line = sound(line)
                cut = line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 1]}…"
                object.__setattr__(self, name, cut)
        for name in ("url", "declared_id"):
            named = getattr(self, name)
            if named is not None:
                object.__setattr__(self, name, sound(named) if len(named) <= _LONGEST_NAME else None)
        object.__setattr__(self, "notes", tuple(map(sound, self.notes)))
