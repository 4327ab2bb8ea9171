"""Asking the record: what it has, what it finds, and handing that on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from wortlaut.service.opening import asking, filters_or_none, head_of
from wortlaut.types import ArticleHead, Found

if TYPE_CHECKING:
    from wortlaut.record import Filters
    from wortlaut.settings import Settings

__all__ = ["ExportFormat", "Shown", "count", "export_lines", "page", "search", "show", "statements"]

# Ids of statements begin so, those of articles do not.
_STATEMENT_ID = "s"


@dataclass(frozen=True, slots=True)
class Shown:
    """An article with its statements, ordered by place."""

    article: ArticleHead
    found: tuple[Found, ...]


class ExportFormat(StrEnum):
    """What `export_lines` writes."""

    JSONL = "jsonl"
    CSV = "csv"


def statements(
    filters: Filters | None = None, *, settings: Settings | None = None, limit: int | None = None
) -> Iterator[Found]:
    """The statements that pass `filters`, as the record orders them; raises `RecordError`."""
    with asking(settings) as record:
        yield from record.statements(filters_or_none(filters), limit=limit)


def count(filters: Filters | None = None, *, settings: Settings | None = None) -> int:
    """How many statements pass `filters`; raises `RecordError`."""
    with asking(settings) as record:
        return record.count(filters_or_none(filters))


def search(
    words: str, filters: Filters | None = None, *, settings: Settings | None = None, limit: int | None = None
) -> Iterator[Found]:
    """The statements with these words in any inflected form or spelling, the best first; raises `RecordError`.

    `Found.marks` say where the words stand in the article.
    """
    with asking(settings) as record:
        yield from record.search(words, filters_or_none(filters), limit=limit)


def show(article: str, *, everything: bool = False, settings: Settings | None = None) -> Shown:
    """The article of that id and its statements; raises `RecordError`.

    The id may be cut short where it stays the only one that begins so, and it may be that of a statement: then the
    newest version of the article that has the statement is shown. What the present reading does not find any more and
    what people rejected is only there with `everything`, or where it is the statement that was asked for.
    """
    from wortlaut.record.rows import SHOWN

    with asking(settings) as record:
        if article.startswith(_STATEMENT_ID):
            asked = record.statement(article).statement.id
            whole, beside = None, record.beside(asked)
        else:
            asked, whole = None, head_of(record.article(article))
            beside = record.of_article(whole.id)
    found = tuple(each for each in beside if everything or each.standing in SHOWN or each.statement.id == asked)
    return Shown(whole or found[0].article, found)


def page(article: str, *, everything: bool = False, settings: Settings | None = None, language: str = "en") -> str:
    """The article and its statements as one self-contained HTML page; raises `RecordError`."""
    from wortlaut.export.page import page as render

    shown = show(article, everything=everything, settings=settings)
    return render(shown.article, shown.found, language=language)


def export_lines(
    filters: Filters | None = None,
    *,
    format: ExportFormat = ExportFormat.JSONL,  # noqa: A002  the word that users know
    settings: Settings | None = None,
    limit: int | None = None,
) -> Iterator[str]:
    """The statements that pass `filters` as lines of text, each with its line end; raises `RecordError`."""
    found = statements(filters, settings=settings, limit=limit)
    if format is ExportFormat.CSV:
        from wortlaut.export.table import csv_lines

        return csv_lines(found)
    from wortlaut.export.lines import json_lines

    return json_lines(found)
