"""Reading: from paths to statements in the record.

paths ─ intake ─▶ Article ─ language ─▶ Document ─ reader ─▶ Statement ─▶ record ─▶ Taken
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from wortlaut.errors import MESSAGES, ReaderError
from wortlaut.interrupts import interrupt_held
from wortlaut.service.opening import settings_or_default, storable, writing
from wortlaut.service.understanding import Understood, rejected_by, understand
from wortlaut.types import (
    Article,
    ArticleHead,
    Found,
    Origin,
    Reason,
    Rejected,
    Stage,
    Withdrawn,
)

if TYPE_CHECKING:
    from wortlaut.intake import Link, Upload
    from wortlaut.intake.web.fetching import Fetcher
    from wortlaut.reading import InstalledReader, Reader
    from wortlaut.record import Kept, Record, ToKeep
    from wortlaut.settings import Settings

__all__ = [
    "Outcome",
    "Retracted",
    "Summary",
    "Taken",
    "explain",
    "read",
    "readers",
    "remark",
    "take_in",
    "tell_retracted",
]

_Item = Article | Rejected | Withdrawn

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
    version: int = 1  # of its article: more than 1 where the record had another content of it before


@dataclass(frozen=True, slots=True)
class Retracted:
    """That whoever published an item took it back, which the record knows now, or did before (`unchanged`).

    `articles` are the current versions of what is there of the item: none where it did not come in yet.
    """

    withdrawn: Withdrawn
    articles: tuple[ArticleHead, ...] = ()
    unchanged: bool = False

    @property
    def origin(self) -> Origin:
        """Where that was said."""
        return self.withdrawn.origin


Outcome = Taken | Retracted | Rejected


@dataclass(frozen=True, slots=True)
class Summary:
    """How many items a run came upon and what became of them.

    `read == stored + unchanged + rejected + withdrawn`.
    """

    stored: int = 0
    unchanged: int = 0
    rejected: int = 0
    statements: int = 0
    tokens: int = 0
    withdrawn: int = 0

    @property
    def read(self) -> int:
        """The number of items that came in."""
        return self.stored + self.unchanged + self.rejected + self.withdrawn

    def plus(self, outcome: Outcome) -> Summary:
        """The summary with one more item."""
        if isinstance(outcome, Rejected):
            return replace(self, rejected=self.rejected + 1)
        if isinstance(outcome, Retracted):
            known = outcome.unchanged  # also where a person took it back since
            return replace(self, unchanged=self.unchanged + known, withdrawn=self.withdrawn + (not known))
        return replace(
            self,
            stored=self.stored + (not outcome.unchanged),
            unchanged=self.unchanged + outcome.unchanged,
            statements=self.statements + len(outcome.found),
            tokens=self.tokens + outcome.tokens,
        )


def read(
    paths: Sequence[str | Upload | Link],
    *,
    settings: Settings | None = None,
    field_map: Mapping[str, str] | None = None,
    encoding: str | None = None,
    reader: Reader | None = None,
    stdin: BinaryIO | None = None,
    fetcher: Fetcher | None = None,
    progress: Callable[[Outcome], None] | None = None,
    is_stopped: Callable[[], bool] | None = None,
) -> Summary:
    """How many items were stored, unchanged and rejected after reading `paths` into the record.

    `paths` are files, folders, patterns, addresses, `-` for standard input, or what came by another way
    (`intake.Upload`, `intake.Link`); `field_map` says which field of a JSON record, or which column of a table, holds
    what (`{"text": "inhalt"}`); without a `reader` the one named in the settings is taken. `progress` is called with
    every item, in order, once it is safely kept or refused. A batch of items (`Settings.batch`) is kept whole or not at
    all, so an interrupted run is gone on with by running it again; once `is_stopped` says so, it ends with the batch at
    hand.

    Raises `InputError` where there is nothing to read, `ReaderError` and `RecordError` where a part cannot be used.
    """
    from wortlaut import intake, reading

    settings = settings_or_default(settings)
    items = intake.read(
        paths, field_map=field_map or {}, encoding=encoding, settings=settings, stdin=stdin, fetcher=fetcher
    )
    reader = reader or reading.load(settings.reader, threads=settings.threads)
    tally = _Tally(progress)
    with writing(settings, create=True) as record:
        for batch in _batches(items, settings.batch):
            take_in(batch, reader, record, tally.tell)
            if is_stopped is not None and is_stopped():
                break
    return tally.summary


class _Tally:
    """Counts what became of items, and tells of each."""

    def __init__(self, progress: Callable[[Outcome], None] | None) -> None:
        self.summary = Summary()
        self._progress = progress

    def tell(self, outcome: Outcome) -> None:
        """Nothing; the item is counted and told of."""
        self.summary = self.summary.plus(outcome)
        if self._progress is not None:
            self._progress(outcome)


def readers(*, settings: Settings | None = None) -> list[InstalledReader]:
    """The readers that are installed, by their names, each loaded once; then the one of the settings if it is a folder.

    One that cannot be loaded has a `problem`.
    """
    from wortlaut import reading

    return reading.installed(settings_or_default(settings).reader)


def take_in(items: Sequence[_Item], reader: Reader, record: Record, tell: Callable[[Outcome], None]) -> None:
    """None; `tell` is called with each item of the batch, in order, once all of them are safely kept or refused."""
    batch = [_screened(item, record) for item in items]
    read_batch = _read_batch(batch, reader, record)
    with interrupt_held():  # items that were kept are also told of
        for outcome in _kept_batch(batch, read_batch, reader, record):
            tell(outcome)


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


def tell_retracted(retracted: Retracted, language: str = "en") -> str:
    """Where it was said, who took what back, and why, in `language` (`en` or `de`)."""
    from wortlaut.intake import say_place
    from wortlaut.texts import Texts, said_why

    texts, said = Texts(language), retracted.withdrawn
    item = ", ".join(each.id for each in retracted.articles) or said.declared_id or said.article
    parts = [texts("retracted.item", who=said.source or texts("retracted.somebody"), item=item)]
    if said.revision is not None:
        parts.append(texts("retracted.revision", revision=said.revision))
    if not retracted.articles:
        parts.append(texts("retracted.absent"))
    if said.why:
        parts.append(texts("retracted.why", why=said_why(said.why, texts)))
    return f"{say_place(said.origin, language)}: {' '.join(parts)}"


def _batches(items: Iterator[_Item], size: int) -> Iterator[list[_Item]]:
    batch: list[_Item] = []
    characters = 0
    for item in items:
        batch.append(item)
        characters += len(item.text) if isinstance(item, Article) else 0
        if len(batch) >= size or characters >= _BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _screened(item: _Item, record: Record) -> _Item:
    """The item without words that people erased; refused where it was erased itself."""
    if not isinstance(item, Article):
        return item
    screened = record.screened(item)
    return _erased(item.origin) if screened is None else screened


def _read_batch(batch: Sequence[_Item], reader: Reader, record: Record) -> list[Understood | Rejected | None]:
    """What the reader made of each item, in order; None where it has nothing to read, or the record has that."""
    made_by = reader.made_by
    new = [isinstance(item, Article) and not record.is_current(item, made_by) for item in batch]
    fresh = [item for item, is_new in zip(batch, new, strict=True) if is_new and isinstance(item, Article)]
    results = iter(understand(fresh, reader))
    return [
        item if isinstance(item, Rejected) else next(results) if is_new else None
        for item, is_new in zip(batch, new, strict=True)
    ]


def _kept_batch(
    batch: Sequence[_Item], results: Sequence[Understood | Rejected | None], reader: Reader, record: Record
) -> Iterator[Outcome]:
    """What became of each item, in order; what was read is in the record before the first is told of."""
    read_ones = [each for each in results if isinstance(each, Understood)]
    kept = iter(record.keep_all(_to_keep(each, reader) for each in read_ones) if read_ones else ())
    retracted = iter([_retracted(item, record) for item in batch if isinstance(item, Withdrawn)])
    # As they hold: with the ids that they have and what people decided.
    stated = iter(record.of_contents([item for item in batch if isinstance(item, Article)]))
    for item, result in zip(batch, results, strict=True):
        if isinstance(item, Rejected):
            yield item
        elif isinstance(item, Withdrawn):
            yield next(retracted)
        elif isinstance(result, Rejected):
            next(stated)
            yield result
        elif result is None:
            yield _unchanged(item, tuple(next(stated)), record)
        else:
            yield _outcome(result, next(kept), tuple(next(stated)), record)


def _storable(text: str | None) -> str | None:
    return storable(text) if text else None


def _to_keep(read_one: Understood, reader: Reader) -> ToKeep:
    from wortlaut.language import lemmas
    from wortlaut.record import Meant, ToKeep
    from wortlaut.service.meaning import GERMAN_MEANING

    document = read_one.document
    meant = Meant(read_one.attributions, GERMAN_MEANING.made_by, read_one.senses, read_one.tellings)
    return ToKeep(read_one.article, document, lemmas(document), read_one.statements, reader.made_by, meant)


def _outcome(read_one: Understood, kept: Kept | ReaderError, found: tuple[Found, ...], record: Record) -> Outcome:
    from wortlaut.record import Kept

    article = read_one.article
    if isinstance(kept, ReaderError):  # a statement that cannot be
        return rejected_by(kept, article)
    if kept is Kept.ERASED:  # meanwhile
        return _erased(article.origin)
    if kept is Kept.UNCHANGED:  # the same item stood twice in the batch
        return _unchanged(article, found, record)
    tokens, version = len(read_one.document.tokens), record.number_of_content(article)
    return Taken(_head(article, found, record), article.origin, found, False, tokens, article.notes, version)


def _unchanged(article: Article, found: tuple[Found, ...], record: Record) -> Taken:
    version = record.number_of_content(article)
    return Taken(_head(article, found, record), article.origin, found, True, 0, article.notes, version)


def _head(article: Article, found: Sequence[Found], record: Record) -> ArticleHead:
    """The article as the record gives it back: it may have been taken back."""
    return found[0].article if found else record.head_of_content(article)


def _retracted(taken_back: Withdrawn, record: Record) -> Outcome:
    from wortlaut.record import Kept

    source, why, declared_id = map(_storable, (taken_back.source, taken_back.why, taken_back.declared_id))
    taken_back = replace(taken_back, source=source, why=why, declared_id=declared_id)
    kept = record.withdraw(taken_back)
    if kept is Kept.ERASED:
        return _erased(taken_back.origin)
    return Retracted(taken_back, tuple(record.meant_by(taken_back)), kept is Kept.UNCHANGED)


def _erased(origin: Origin) -> Rejected:
    from wortlaut.texts import TEXTS

    why = Reason("refused.erased")
    return Rejected(TEXTS[why.code].text("en", {}), Stage.RECORD, origin, why)
