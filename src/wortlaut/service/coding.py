"""Codebooks of one's own: file ─▶ Codebook ─▶ record ─▶ labels of all statements, now and of what is read later."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wortlaut.service.coder import kept_codebook
from wortlaut.service.opening import asking, settings_or_default, writing
from wortlaut.service.understanding import Understood, understand
from wortlaut.types import Article, Label, Origin, Run, SourceMap, ToCode, article_id

if TYPE_CHECKING:
    from wortlaut.meaning.coding import Codebook, Example
    from wortlaut.reading import Reader
    from wortlaut.record import KeptCodebook, Record
    from wortlaut.settings import Settings

__all__ = [
    "CheckedCodebook",
    "CheckedExample",
    "CodebookShown",
    "CodingRun",
    "add_codebook",
    "apply_codebooks",
    "check_codebook",
    "codebook",
    "codebooks",
    "remove_codebook",
]

_WIDTH = 4  # bytes of a character in UTF-32


@dataclass(frozen=True, slots=True)
class CheckedExample:
    """An example of a category, and what the codebook says of it: the statements found in it and all their labels."""

    category: str
    text: str
    applies: bool
    statements: int
    labels: tuple[Label, ...]
    is_met: bool


@dataclass(frozen=True, slots=True)
class CheckedCodebook:
    """A codebook that is well formed, with its examples as it codes them."""

    codebook: Codebook
    examples: tuple[CheckedExample, ...]

    @property
    def is_right(self) -> bool:
        """Whether all examples get what they must, and nothing that they must not."""
        return all(each.is_met for each in self.examples)


@dataclass(frozen=True, slots=True)
class CodebookShown:
    """A codebook of the record, without its examples, and how many statements have each of its categories."""

    codebook: Codebook
    counts: Mapping[str, int]

    @property
    def removed(self) -> tuple[str, ...]:
        """Categories that people gave and this version does not have any more."""
        return tuple(sorted(self.counts.keys() - {each.id for each in self.codebook.categories}))


@dataclass(frozen=True, slots=True)
class CodingRun:
    """How many articles were gone through, in how many codebooks were asked anew, and how many there are."""

    articles: int = 0
    coded: int = 0
    whole: int = 0
    is_new: bool = True  # not where the record had this very codebook


Progress = Callable[[CodingRun], None]


def check_codebook(
    path: Path | str, *, settings: Settings | None = None, reader: Reader | None = None
) -> CheckedCodebook:
    """The codebook of the file, and how it codes its examples; raises `CodebookBroken`, `InputError`, `ReaderError`.

    The examples are read by the `reader`, without one by that of the settings. Nothing is kept.
    """
    from wortlaut.meaning.coding import load

    book = load(Path(path))
    given = [(each.id, example) for each in book.categories for example in each.examples]
    if not given:
        return CheckedCodebook(book, ())
    if reader is None:
        from wortlaut import reading

        settings = settings_or_default(settings)
        reader = reading.load(settings.reader, threads=settings.threads)
    read = understand([_article(example) for _, example in given], reader)
    checked = (_checked(book, *each, found) for each, found in zip(given, read, strict=True))
    return CheckedCodebook(book, tuple(checked))


def add_codebook(path: Path | str, *, settings: Settings | None = None, progress: Progress | None = None) -> CodingRun:
    """How many articles were coded after the codebook of the file was added, or took another version's place.

    Raises `CodebookBroken`, `InputError`, `NameTaken`, `RecordError`.
    """
    from wortlaut.meaning.coding import load
    from wortlaut.record import Kept

    book = load(Path(path))
    with writing(settings) as record:
        kept = record.put_codebook(kept_codebook(book))
        return _run(record, record.code_anew(), progress, is_new=kept is Kept.STORED)


def apply_codebooks(*, settings: Settings | None = None, progress: Progress | None = None) -> CodingRun:
    """How many articles there are, and in how many codebooks were asked anew: where they had not said what they say.

    What people decided stays. `progress` is called after every article. Raises `RecordError`.
    """
    with writing(settings) as record:
        return _run(record, record.code_anew(), progress)


def remove_codebook(name: str, *, settings: Settings | None = None, progress: Progress | None = None) -> CodingRun:
    """How many articles lost labels of the codebook, which is gone; raises `RecordError`.

    What people decided about its labels stays in the history, and holds again when it is added again.
    """
    with writing(settings) as record:
        return _run(record, record.remove_codebook(name), progress)


def codebooks(*, settings: Settings | None = None) -> list[CodebookShown]:
    """The codebooks of the record by their names; raises `RecordError`."""
    with asking(settings) as record:
        return [_shown(record, each) for each in record.codebooks()]


def codebook(name: str, *, settings: Settings | None = None) -> CodebookShown:
    """The codebook of that name; raises `RecordError`."""
    with asking(settings) as record:
        return _shown(record, record.codebook(name))


def _run(record: Record, articles: Iterator[bool], progress: Progress | None, *, is_new: bool = True) -> CodingRun:
    done = CodingRun(whole=record.count_articles(), is_new=is_new)
    for is_coded in articles:
        done = CodingRun(done.articles + 1, done.coded + is_coded, done.whole, is_new)
        if progress is not None:
            progress(done)
    return done


def _shown(record: Record, kept: KeptCodebook) -> CodebookShown:
    from wortlaut.meaning.coding import unpacked

    return CodebookShown(unpacked(kept.content), record.count_labels(kept.name))


def _article(example: Example) -> Article:
    """The example as an article of its own."""
    text = example.text
    return Article(
        id=article_id(text=text, url=None, source=None, declared_id=None),
        text=text,
        raw=text.encode("utf-32-le", "surrogatepass"),
        source_map=SourceMap(len(text), (Run(0, 0, _WIDTH),)),
        origin=Origin("-"),
        form="text",
        encoding="utf-32-le",
    )


def _checked(book: Codebook, category: str, example: Example, found: object) -> CheckedExample:
    labels: Sequence[Label] = ()
    count = 0
    if isinstance(found, Understood):
        from wortlaut.meaning.coding import code

        given = ToCode(found.document, found.statements, found.attributions, found.senses)
        labels = [label for each in code(book, given) for label in each.labels]
        count = len(found.statements)
    parents = {each.id: each.parent for each in book.categories}
    has_it = any(category in _line(parents, each.category) for each in labels)
    return CheckedExample(category, example.text, example.applies, count, tuple(labels), has_it == example.applies)


def _line(parents: Mapping[str, str | None], category: str) -> Iterator[str]:
    """The category and those above it: who has one below a category has that, too."""
    at: str | None = category
    while at is not None:
        yield at
        at = parents[at]
