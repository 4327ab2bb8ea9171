"""Articles that people went through whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wortlaut.decisions import Action
from wortlaut.errors import NotInRecord
from wortlaut.service.opening import GERMAN
from wortlaut.types import Standing

if TYPE_CHECKING:
    from wortlaut.export.corpus import CompletedArticle
    from wortlaut.record import Record

__all__ = ["completed_articles"]


def completed_articles(record: Record, article: str | None = None) -> Iterator[CompletedArticle]:
    """The articles whose current version a person went through, with the statements that people decided about.

    What a reader found in them afterwards nobody has looked at: it is left out.
    """
    from wortlaut.export.corpus import CompletedArticle
    from wortlaut.record.tables.rows import SHOWN

    done = {
        entry.article: entry
        for entry in record.history(article)
        if entry.action is Action.COMPLETE and not entry.is_undone
    }
    for name, entry in done.items():
        try:
            current = next(each for each in record.versions(name or "") if each.is_current)
        except NotInRecord:  # erased
            continue
        if current.article.is_withdrawn or current.number != entry.version or entry.by is None or entry.at is None:
            continue
        looked_at = tuple(
            each
            for each in current.found
            if each.standing in SHOWN and (each.verdicts or each.standing is Standing.ADDED)
        )
        document = GERMAN.analyse(current.article.text)
        yield CompletedArticle(current.article, document, looked_at, entry.by, entry.at)
