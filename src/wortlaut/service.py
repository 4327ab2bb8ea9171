"""One function for each thing that people do; the only place where the stages meet.

    paths ─ intake ─▶ Article ─ language ─▶ Document ─ reader ─▶ Statement ─▶ record        `read`
    record ─▶ Found ─▶ whoever asked            `statements`, `search`, `show`, `export_lines`, `page`, `verify`

Stages are imported where they are used, so that a command waits only for what it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO

from wortlaut.errors import MESSAGES, ReaderError
from wortlaut.interrupts import interrupt_held
from wortlaut.types import Article, ArticleHead, Document, Found, Origin, Reason, Rejected, Stage, Statement

if TYPE_CHECKING:
    from wortlaut.reading import Reader
    from wortlaut.record import Filters, Problem, Record
    from wortlaut.settings import Settings

__all__ = [
    "ExportFormat",
    "Outcome",
    "Shown",
    "Summary",
    "Taken",
    "count",
    "explain",
    "export_lines",
    "page",
    "read",
    "remark",
    "search",
    "show",
    "statements",
    "verify",
]

# Ids of statements begin so, those of articles do not.
_STATEMENT_ID = "s"
# A batch ends at so many characters even if it holds fewer articles than `Settings.batch`: a bound on memory.
_BATCH_CHARACTERS = 1_000_000


@dataclass(frozen=True, slots=True)
class Taken:
    """An item that is in the record now: stored by this run, or there before, unchanged."""

    article: ArticleHead
    origin: Origin
    found: tuple[Found, ...]
    unchanged: bool
    tokens: int  # that the reader read for it: 0 where it did not need to
    notes: tuple[str, ...] = ()  # what intake had to decide, in English; `remark` translates


Outcome = Taken | Rejected


@dataclass(frozen=True, slots=True)
class Summary:
    """How many items a run came upon and what became of them: `read == stored + unchanged + rejected`."""

    stored: int = 0
    unchanged: int = 0
    rejected: int = 0
    statements: int = 0
    tokens: int = 0

    @property
    def read(self) -> int:
        """The number of items that came in."""
        return self.stored + self.unchanged + self.rejected

    def plus(self, outcome: Outcome) -> Summary:
        """The summary with one more item."""
        if isinstance(outcome, Rejected):
            return Summary(self.stored, self.unchanged, self.rejected + 1, self.statements, self.tokens)
        return Summary(
            self.stored + (not outcome.unchanged),
            self.unchanged + outcome.unchanged,
            self.rejected,
            self.statements + len(outcome.found),
            self.tokens + outcome.tokens,
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """An article with its statements, ordered by place."""

    article: ArticleHead
    found: tuple[Found, ...]


class ExportFormat(StrEnum):
    """What `export_lines` writes."""

    JSONL = "jsonl"
    CSV = "csv"


def read(
    paths: Sequence[str],
    *,
    settings: Settings | None = None,
    field_map: Mapping[str, str] | None = None,
    encoding: str | None = None,
    reader: Reader | None = None,
    stdin: BinaryIO | None = None,
    progress: Callable[[Outcome], None] | None = None,
) -> Summary:
    """How many items were stored, unchanged and rejected after reading `paths` into the record.

    `paths` are files, folders, patterns, or `-` for standard input; `field_map` says which field of a JSON record holds
    what (`{"text": "inhalt"}`); without a `reader` the one named in the settings is taken. `progress` is called with
    every item, in order, once it is safely kept or refused. An item is kept whole or not at all, so an interrupted run
    is gone on with by running it again.

    Raises `InputError` where there is nothing to read, `ReaderError` and `RecordError` where a part cannot be used.
    """
    from wortlaut import intake, reading
    from wortlaut.record import Record

    settings = _settings(settings)
    items = intake.read(paths, field_map=field_map or {}, encoding=encoding, settings=settings, stdin=stdin)
    reader = reader or reading.load(settings.reader, threads=settings.threads)
    summary = Summary()
    with Record.open(settings.db, create=True) as record:
        for batch in _batches(items, settings.batch):
            outcomes = _read_batch(batch, reader, record)
            left = True
            while left:
                with interrupt_held():  # an item that was kept is also told of
                    outcome = next(outcomes, None)
                    left = outcome is not None
                    if outcome is not None:
                        summary = summary.plus(outcome)
                        if progress is not None:
                            progress(outcome)
    return summary


def statements(
    filters: Filters | None = None, *, settings: Settings | None = None, limit: int | None = None
) -> Iterator[Found]:
    """The statements that pass `filters`, as the record orders them; raises `RecordError`."""
    with _opened(settings) as record:
        yield from record.statements(_filters(filters), limit=limit)


def count(filters: Filters | None = None, *, settings: Settings | None = None) -> int:
    """How many statements pass `filters`; raises `RecordError`."""
    with _opened(settings) as record:
        return record.count(_filters(filters))


def search(
    words: str, filters: Filters | None = None, *, settings: Settings | None = None, limit: int | None = None
) -> Iterator[Found]:
    """The statements with these words in any inflected form or spelling, the best first; raises `RecordError`.

    `Found.marks` say where the words stand in the article.
    """
    with _opened(settings) as record:
        yield from record.search(words, _filters(filters), limit=limit)


def show(article: str, *, settings: Settings | None = None) -> Shown:
    """The article of that id and its statements; raises `RecordError`.

    The id may be cut short where it stays the only one that begins so, and it may be that of a statement: then the
    newest version of the article that has the statement is shown.
    """
    with _opened(settings) as record:
        if article.startswith(_STATEMENT_ID):
            beside = tuple(record.beside(article))
            return Shown(beside[0].article, beside)
        whole = record.article(article)
        return Shown(_head(whole), tuple(record.of_article(whole.id)))


def page(article: str, *, settings: Settings | None = None, language: str = "en") -> str:
    """The article and its statements as one self-contained HTML page; raises `RecordError`."""
    from wortlaut.export.page import page as render

    shown = show(article, settings=settings)
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


def verify(*, settings: Settings | None = None) -> Iterator[Problem]:
    """Everything that is not as it should be in the record; raises `RecordError` where it cannot be opened."""
    with _opened(settings) as record:
        yield from record.verify()


def explain(rejected: Rejected, language: str = "en") -> str:
    """Where and why an item was refused and what to do, in `language` (`en` or `de`)."""
    from wortlaut.intake import message

    if rejected.stage is Stage.INTAKE or rejected.why is None:
        return message(rejected, language)
    from wortlaut.texts import TEXTS

    texts = MESSAGES if rejected.why.code in MESSAGES else TEXTS
    reason = texts[rejected.why.code].text(language, dict(rejected.why.details))
    return message(Rejected(reason, rejected.stage, rejected.origin), language)


def remark(note: str, origin: Origin, language: str = "en") -> str:
    """One of `Taken.notes` with the place of its item, in `language` (`en` or `de`)."""
    from wortlaut.intake import say_note, say_place

    return f"{say_place(origin, language)}: {say_note(note, language)}"


def _settings(settings: Settings | None) -> Settings:
    from wortlaut.settings import Settings

    return settings or Settings()


def _filters(filters: Filters | None) -> Filters:
    from wortlaut.record import Filters

    return filters or Filters()


@contextmanager
def _opened(settings: Settings | None) -> Iterator[Record]:
    from wortlaut.record import Record

    with Record.open(_settings(settings).db, read_only=True, lemmatise=_lemma) as record:
        yield record


def _lemma(word: str) -> str:
    from wortlaut.language import analyse, lemmas

    return " ".join(lemmas(analyse(word)))


def _head(article: Article) -> ArticleHead:
    return ArticleHead(
        id=article.id,
        text=article.text,
        title=article.title,
        published=article.published,
        source=article.source,
        url=article.url,
    )


def _batches(items: Iterator[Article | Rejected], size: int) -> Iterator[list[Article | Rejected]]:
    batch: list[Article | Rejected] = []
    characters = 0
    for item in items:
        batch.append(item)
        characters += len(item.text) if isinstance(item, Article) else 0
        if len(batch) >= size or characters >= _BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


@dataclass(frozen=True, slots=True)
class _Read:
    """An article with what language and reader made of it."""

    article: Article
    document: Document
    statements: tuple[Statement, ...]


def _read_batch(batch: Sequence[Article | Rejected], reader: Reader, record: Record) -> Iterator[Outcome]:
    """What became of each item, in order; what is current in the record is not read again."""
    made_by = reader.made_by
    current = [isinstance(item, Article) and record.is_current(item, made_by) for item in batch]
    new = [item for item, known in zip(batch, current, strict=True) if isinstance(item, Article) and not known]
    results = iter(_read_articles(new, reader))
    for item, known in zip(batch, current, strict=True):
        if isinstance(item, Rejected):
            yield item
        elif known:
            yield _unchanged(item, record)
        else:
            yield _kept(next(results), reader, record)


def _kept(result: _Read | Rejected, reader: Reader, record: Record) -> Outcome:
    from wortlaut.language import lemmas
    from wortlaut.record import Kept

    if isinstance(result, Rejected):
        return result
    article, document = result.article, result.document
    try:
        kept = record.keep(article, document, lemmas(document), result.statements, made_by=reader.made_by)
    except ReaderError as error:  # a statement that cannot be
        why = Reason(error.code, tuple((name, str(value)) for name, value in error.values.items()))
        return Rejected(error.text("en"), Stage.READING, article.origin, why)
    if kept is Kept.UNCHANGED:  # the same item stood twice in the batch
        return _unchanged(article, record)
    head = _head(article)
    found = tuple(Found(statement, head) for statement in result.statements)
    return Taken(head, article.origin, found, unchanged=False, tokens=len(document.tokens), notes=article.notes)


def _unchanged(article: Article, record: Record) -> Taken:
    found = tuple(record.of_content(article))
    return Taken(_head(article), article.origin, found, unchanged=True, tokens=0, notes=article.notes)


def _read_articles(articles: Sequence[Article], reader: Reader) -> list[_Read | Rejected]:
    """Each article read, or rejected where a part failed on it; its neighbours are read all the same."""
    analysed = [_analysed(article) for article in articles]
    whole = [pair for pair in analysed if not isinstance(pair, Rejected)]
    try:
        given = _statements(reader, whole) if whole else []
    except ReaderError:
        raise
    except Exception:
        given = [_read_one(reader, each) for each in whole]
    results = iter(given)
    return [each if isinstance(each, Rejected) else next(results) for each in analysed]


def _analysed(article: Article) -> _Read | Rejected:
    from wortlaut.language import analyse

    try:
        return _Read(article, analyse(article.text), ())
    except Exception as error:
        return _refused(article, Stage.LANGUAGE, error)


def _statements(reader: Reader, articles: Sequence[_Read]) -> list[_Read | Rejected]:
    given = reader.read([each.article for each in articles], [each.document for each in articles])
    return [_Read(each.article, each.document, tuple(found)) for each, found in zip(articles, given, strict=True)]


def _read_one(reader: Reader, article: _Read) -> _Read | Rejected:
    try:
        return _statements(reader, [article])[0]
    except ReaderError:
        raise
    except Exception as error:
        return _refused(article.article, Stage.READING, error)


def _refused(article: Article, stage: Stage, error: Exception) -> Rejected:
    from wortlaut.texts import TEXTS

    why = Reason(f"refused.{stage.value}", (("problem", f"{type(error).__name__}: {error}"),))
    return Rejected(TEXTS[why.code].text("en", dict(why.details)), stage, article.origin, why)
