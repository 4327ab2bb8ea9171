"""Asking the record: what it has, what it finds, and handing that on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from wortlaut.errors import InputError
from wortlaut.service.opening import asking, filters_or_none
from wortlaut.types import Article, ArticleHead, EventEntry, Found

if TYPE_CHECKING:
    from wortlaut.decisions import Entry
    from wortlaut.record import Filters, Record, Sort
    from wortlaut.record.people.queueing import Queued, ReviewOrder
    from wortlaut.settings import Settings

__all__ = [
    "ExportFormat",
    "Shown",
    "Source",
    "count",
    "export_lines",
    "page",
    "reprints",
    "review",
    "search",
    "show",
    "similar",
    "source",
    "statement",
    "statements",
]

# Statements that are like one: more than these hardly are.
_SIMILAR = 20
# Ids of statements begin so, those of articles do not.
_STATEMENT_ID = "s"


@dataclass(frozen=True, slots=True)
class Shown:
    """An article with its statements, ordered by place."""

    article: ArticleHead
    found: tuple[Found, ...]
    reprints: tuple[ArticleHead, ...] = ()  # the other articles that are the same piece of copy, the oldest first
    is_current: bool = True  # not where only a former version has the statement that was asked for
    withdrawn: Entry | None = None  # the entry of the history that tells who took it back
    events: tuple[EventEntry, ...] = ()  # those that its current version announces, by day


@dataclass(frozen=True, slots=True)
class Source:
    """An article with the bytes that it was made from, and its statements."""

    article: Article
    found: tuple[Found, ...]


class ExportFormat(StrEnum):
    """What `export_lines` writes."""

    JSONL = "jsonl"
    CSV = "csv"
    CORPUS = "corpus"  # whole articles that people went through, to train a reader on


def statements(
    filters: Filters | None = None,
    *,
    sort: Sort | None = None,
    settings: Settings | None = None,
    limit: int | None = None,
) -> Iterator[Found]:
    """The statements that pass `filters`, in the order of `sort`, else the newest first; raises `RecordError`."""
    from wortlaut.record import Sort

    with asking(settings) as record:
        yield from record.statements(filters_or_none(filters), sort=sort or Sort.NEWEST, limit=limit)


def count(filters: Filters | None = None, *, settings: Settings | None = None) -> int:
    """How many statements pass `filters`; raises `RecordError`."""
    with asking(settings) as record:
        return record.count(filters_or_none(filters))


def search(
    words: str,
    filters: Filters | None = None,
    *,
    sort: Sort | None = None,
    settings: Settings | None = None,
    limit: int | None = None,
) -> Iterator[Found]:
    """The statements with these words in any inflected form, spelling or compound; the best first, or as `sort` says.

    `Found.marks` say where the words stand in the article. Raises `RecordError`.
    """
    from wortlaut.record import Sort

    with asking(settings) as record:
        yield from record.search(words, filters_or_none(filters), sort=sort or Sort.RANK, limit=limit)


def statement(statement: str, *, settings: Settings | None = None) -> Found:
    """The statement of that id, which may be cut short where it stays the only one; raises `RecordError`."""
    with asking(settings) as record:
        return record.statement(statement)


def show(article: str, *, everything: bool = False, settings: Settings | None = None) -> Shown:
    """The article of that id and its statements; raises `RecordError`.

    The id may be cut short where it stays the only one that begins so, and it may be that of a statement: then the
    current version of the article is shown, or the newest that has the statement. What the present reading does not
    find any more, what people rejected and what its publisher took back is only there with `everything`, or where it is
    the statement that was asked for.
    """
    with asking(settings) as record:
        if article.startswith(_STATEMENT_ID):
            asked = record.statement(article)
            beside = record.beside(asked.statement.id)
            whole, name = asked.article, asked.statement.id
            is_current = record.head(whole.id) == whole
        else:
            whole, name = record.head(article), None
            beside, is_current = record.of_article(whole.id), True
        if everything:
            beside = list(_everything(record, whole.id, name))
        group = next(record.reprints(whole.id), ())
        withdrawn = None if whole.withdrawn_by is None else record.entry(whole.withdrawn_by)
        events = tuple(_announced(record, whole.id)) if is_current else ()
    others = tuple(each for each in group if each.id != whole.id)
    return Shown(whole, tuple(beside), others, is_current, withdrawn, events)


def _announced(record: Record, article: str) -> Iterator[EventEntry]:
    """The events that the article announces, not those of which it only speaks."""
    from wortlaut.record import EventFilters

    for each in record.events(EventFilters(article=article)):
        if any(told.article.id == article and told.telling.is_announced for told in each.told):
            yield each


def _everything(record: Record, article: str, statement: str | None) -> Sequence[Found]:
    """All statements of the article's current version, or of the newest that has the statement."""
    for version in sorted(record.versions(article), key=lambda each: (each.is_current, each.number), reverse=True):
        if version.is_current if statement is None else any(each.statement.id == statement for each in version.found):
            return version.found
    return ()


def source(article: str, *, settings: Settings | None = None) -> Source:
    """The article of that id as it came in, and its statements; raises `RecordError`."""
    with asking(settings) as record:
        whole = record.article(article)
        return Source(whole, tuple(record.of_content(whole)))


def page(article: str, *, everything: bool = False, settings: Settings | None = None, language: str = "en") -> str:
    """The article and its statements as one self-contained HTML page; raises `RecordError`."""
    from wortlaut.export.page import page as render

    shown = show(article, everything=everything, settings=settings)
    return render(shown.article, shown.found, events=shown.events, withdrawn=shown.withdrawn, language=language)


def export_lines(
    filters: Filters | None = None,
    *,
    format: ExportFormat = ExportFormat.JSONL,  # noqa: A002  the word that users know
    sort: Sort | None = None,
    settings: Settings | None = None,
    limit: int | None = None,
) -> Iterator[str]:
    """The statements that pass `filters` as lines of text, each with its line end; raises `RecordError`.

    As `ExportFormat.CORPUS` they are whole articles, which no filter can narrow but that of an article: `InputError`.
    """
    if format is ExportFormat.CORPUS:
        return _corpus_lines(filters_or_none(filters), settings=settings, limit=limit)
    found = statements(filters, sort=sort, settings=settings, limit=limit)
    if format is ExportFormat.CSV:
        from wortlaut.export.table import csv_lines

        return csv_lines(found)
    from wortlaut.export.lines import json_lines

    return json_lines(found)


def _corpus_lines(filters: Filters, *, settings: Settings | None, limit: int | None) -> Iterator[str]:
    from wortlaut.export.corpus import corpus_lines
    from wortlaut.service.completed import completed_articles

    if replace(filters, article=None) != filters_or_none(None):
        raise InputError("corpus_whole_articles")
    with asking(settings) as record:
        yield from corpus_lines(islice(completed_articles(record, filters.article), limit))


def review(
    filters: Filters | None = None,
    *,
    order: ReviewOrder | None = None,
    settings: Settings | None = None,
    limit: int | None = None,
) -> Iterator[Queued]:
    """The statements that nobody decided about, the most needful first; raises `RecordError`.

    Unless `order` says otherwise the least certain come first, of about the same certainty those whose copy most
    articles carry.
    """
    from wortlaut.record.people.queueing import ReviewOrder

    with asking(settings) as record:
        yield from record.queue(filters, order=order or ReviewOrder.CERTAINTY, limit=limit)


def reprints(article: str | None = None, *, settings: Settings | None = None) -> Iterator[tuple[ArticleHead, ...]]:
    """The articles that are one piece of copy, group by group, the largest first; raises `RecordError`.

    With an article's id only its group, if there is one.
    """
    with asking(settings) as record:
        yield from record.reprints(article)


def similar(
    statement: str,
    filters: Filters | None = None,
    *,
    reprints: bool = False,
    settings: Settings | None = None,
    limit: int = _SIMILAR,
) -> Iterator[Found]:
    """The statements whose words are like those of the one of that id, the most alike first; raises `RecordError`.

    With `reprints` also those that stand in other copies of its article.
    """
    with asking(settings) as record:
        yield from record.similar(statement, filters_or_none(filters), reprints=reprints, limit=limit)
