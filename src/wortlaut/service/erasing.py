"""Erasing for good."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Unpack

from wortlaut.service.deciding import Signed, editor_of
from wortlaut.service.opening import asking, storable, writing
from wortlaut.types import ArticleHead, Found

if TYPE_CHECKING:
    from wortlaut.decisions import Entry
    from wortlaut.settings import Settings

__all__ = ["Erasure", "ToErase", "erase", "to_erase"]

# Ids of articles begin so, those of statements do not.
_ARTICLE_ID = "a"


@dataclass(frozen=True, slots=True)
class ToErase:
    """What would be erased: whole articles, and statements of others."""

    articles: tuple[ArticleHead, ...]
    found: tuple[Found, ...]

    def ids(self) -> tuple[str, ...]:
        """The ids of all of it."""
        return (*(each.id for each in self.articles), *(each.statement.id for each in self.found))


@dataclass(frozen=True, slots=True)
class Erasure:
    """The entries of the history that tell of it, and whether the file was written anew.

    Where it was not, as others held it, that is done when the record is next opened to write.
    """

    entries: tuple[Entry, ...]
    is_purged: bool


def to_erase(ids: Sequence[str], *, speaker: str | None = None, settings: Settings | None = None) -> ToErase:
    """What `erase` would erase by these ids of articles and statements, and what a speaker of that name said.

    Ids may be cut short; `speaker` is a part of a mention. Raises `RecordError`.
    """
    with asking(settings) as record:
        articles = {whole.id: whole for each in ids if each.startswith(_ARTICLE_ID) if (whole := record.head(each))}
        said = [each for each in ids if not each.startswith(_ARTICLE_ID)]
        said += record.said_by(speaker) if speaker is not None else []
        found = {each.statement.id: each for each in map(record.statement, said)}
    return ToErase(
        tuple(articles.values()),
        tuple(each for each in found.values() if each.article.id not in articles),
    )


def erase(ids: Sequence[str], **signed: Unpack[Signed]) -> Erasure:
    """The outcome of erasing these articles and statements for good; they stay out when they come in again.

    They are gone from tables, index and history; earlier backups still have them. There is no way back. Raises
    `RecordError`, `DecisionError`.
    """
    by, given = editor_of(signed), signed.get("why")
    why = None if given is None else storable(given)
    entries: list[Entry] = []
    is_purged = True
    with writing(signed.get("settings")) as record:
        said = [each for each in ids if not each.startswith(_ARTICLE_ID)]
        if said:  # first, while their articles are there
            erased = record.erase_statements(said, by=by, why=why)
            entries += erased.entries
            is_purged = erased.is_purged
        for each in ids:
            if each.startswith(_ARTICLE_ID):
                erased = record.erase_article(each, by=by, why=why)
                entries += erased.entries
                is_purged = erased.is_purged
    return Erasure(tuple(entries), is_purged)
