"""Articles, where they came from, and how every character leads back to the raw bytes."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from hashlib import blake2b, sha256
from typing import NamedTuple

__all__ = [
    "Article",
    "ArticleKind",
    "ByteRange",
    "Columns",
    "Document",
    "Origin",
    "Reason",
    "Rejected",
    "Run",
    "SourceMap",
    "Span",
    "Stage",
    "TokenRange",
    "Withdrawn",
    "article_id",
]


# Where a word may break, and joiners; web pages are full of them.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060]")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of an article's text, in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}, {self.end}")

    def of(self, text: str) -> str:
        """The words that the span covers in `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class TokenRange:
    """A half-open run of token indices of one `Document`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class ByteRange:
    """A half-open stretch of an item's raw bytes."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Characters from `char` on, each made from `width` raw bytes, the first from byte `byte` on.

    A run reaches to the next run's `char`. `width` 0 marks characters that were put in (no bytes of their own).
    """

    char: int
    byte: int
    width: int


class Columns(NamedTuple):
    """The runs of a map, column by column: the first `char` of each, the `byte` that it begins with, the `width`."""

    chars: memoryview
    places: memoryview
    widths: memoryview


@dataclass(frozen=True, slots=True, init=False, repr=False)
class SourceMap:
    """Where every character of an article's text stands in the raw bytes, run by run.

    Runs are ordered by `char`, start at 0 (unless the text is empty) and never go back in bytes. They are kept as
    numbers of eight bytes, column by column, and made when they are asked for: a text of 2,000 characters has 100.
    """

    length: int
    _numbers: bytes

    def __init__(self, length: int, runs: Iterable[Run]) -> None:
        every = tuple(runs)
        columns = ([run.char for run in every], [run.byte for run in every], [run.width for run in every])
        object.__setattr__(self, "length", length)
        object.__setattr__(self, "_numbers", b"".join(array("q", column).tobytes() for column in columns))

    def __repr__(self) -> str:
        return f"SourceMap(length={self.length!r}, runs={self.runs!r})"

    @classmethod
    def from_numbers(cls, length: int, numbers: bytes) -> SourceMap:
        """The map whose columns stand in `numbers` one behind the other, each number in the machine's eight bytes."""
        made = cls.__new__(cls)
        object.__setattr__(made, "length", length)
        object.__setattr__(made, "_numbers", numbers)
        return made

    @property
    def columns(self) -> Columns:
        """The runs, column by column."""
        numbers = memoryview(self._numbers).cast("q")
        count = len(numbers) // 3
        return Columns(numbers[:count], numbers[count : 2 * count], numbers[2 * count :])

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs in order."""
        return tuple(map(Run, *self.columns))

    def byte_range(self, span: Span) -> ByteRange:
        """The raw bytes from the first character of `span` through its last one."""
        if span.end > self.length:
            raise ValueError(f"span {span.start}-{span.end} ends behind the text ({self.length} characters)")
        return ByteRange(self.char_bytes(span.start).start, self.char_bytes(span.end - 1).end)

    def char_bytes(self, position: int) -> ByteRange:
        """The raw bytes that the character at `position` was made from (empty for a put-in character)."""
        chars, places, widths = self.columns
        number = bisect_right(chars, position) - 1
        start = places[number] + (position - chars[number]) * widths[number]
        return ByteRange(start, start + widths[number])


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an item came from: a path (or `-` for standard input) and the place inside that file."""

    path: str
    record: int | None = None  # 1-based number of the record in its file, None where the file is one item
    line: int | None = None  # 1-based line on which the record begins
    byte: int = 0  # offset of the item's first raw byte in the (decompressed) file

    def __str__(self) -> str:
        parts = [self.path]
        if self.record is not None:
            parts.append(f"record {self.record}")
        if self.line is not None:
            parts.append(f"line {self.line}")
        return ", ".join(parts)


class Stage(StrEnum):
    """Where in the flow something was refused."""

    INTAKE = "intake"
    LANGUAGE = "language"
    READING = "reading"
    MEANING = "meaning"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something was refused, for programs and for translation: a code, and named values in order."""

    code: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rejected:
    """An item that was not taken in, with the reason in English words, and the stage that refused it.

    `why` holds the same for programs; `wortlaut.intake.message` renders it in German.
    """

    reason: str
    stage: Stage
    origin: Origin
    why: Reason | None = None

    def __str__(self) -> str:
        return f"{self.origin}: {self.reason}"


class ArticleKind(StrEnum):
    """What an article is, as far as it changes how its text may be read."""

    REPORT = "report"
    TICKER = "ticker"  # a live ticker: many short entries, written one after another
    STUB = "stub"  # only the beginning; the rest is for those who pay


@dataclass(frozen=True, slots=True)
class Article:
    """One news item: its text, what is known about it, and the raw bytes that it was made from.

    `id` names the item through all its versions; `digest` names this very content.
    """

    id: str
    text: str
    raw: bytes = field(repr=False)
    source_map: SourceMap = field(repr=False)
    origin: Origin
    form: str  # the intake form that read it: `intake.form.Form.name`
    encoding: str
    title: str | None = None
    published: date | None = None
    source: str | None = None  # the outlet
    url: str | None = None
    author: str | None = None
    declared_id: str | None = None  # the id that the item itself carries
    notes: tuple[str, ...] = ()  # what intake had to decide (a guessed encoding, replaced characters)
    subtitle: str | None = None
    kicker: str | None = None  # the line above the title
    published_at: datetime | None = None  # with its zone; None where only the day is known
    updated_at: datetime | None = None
    kind: ArticleKind = ArticleKind.REPORT
    revision: int | None = None  # the number that an agency gives the version

    @property
    def digest(self) -> str:
        """SHA-256, in hex, of the text and of what is known about the item."""
        known: tuple[object, ...] = (
            self.text,
            self.title,
            self.published,
            self.source,
            self.url,
            self.author,
            self.declared_id,
        )
        # What came later to the record counts only where it is there, so that older digests stay what they were.
        more = {
            "subtitle": self.subtitle,
            "kicker": self.kicker,
            "published_at": None if self.published_at is None else self.published_at.isoformat(),
            "updated_at": None if self.updated_at is None else self.updated_at.isoformat(),
            "kind": None if self.kind is ArticleKind.REPORT else self.kind.value,
            "revision": self.revision,
        }
        known += tuple(pair for pair in more.items() if pair[1] is not None)
        return sha256(repr(known).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """That whoever published an item takes it back: nothing of it is to be used any more."""

    article: str  # the item's id; see `article_id`
    origin: Origin
    declared_id: str | None = None  # the id that the item carries
    source: str | None = None  # who takes it back
    why: str | None = None
    at: datetime | None = None  # with its zone
    revision: int | None = None  # versions up to this number are meant; None for all there are
    raw: bytes = field(default=b"", repr=False)


def article_id(*, text: str, url: str | None, source: str | None, declared_id: str | None) -> str:
    """The id of an item: from its address or own id where it has one, else from its text and outlet."""
    if url:
        key = ("url", url)
    elif declared_id:
        key = ("id", f"{source or ''}\0{declared_id}")
    else:
        key = ("text", f"{source or ''}\0{text}")
    return "a" + blake2b("\0".join(key).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Document:
    """An article's text cut into tokens and sentences.

    `tokens` are code point spans in order without overlap; `sentences` are token ranges that cover all tokens.
    """

    text: str
    tokens: tuple[Span, ...]
    sentences: tuple[TokenRange, ...]

    def words(self, first: int = 0, last: int | None = None) -> list[str]:
        """The words of the tokens `first` to `last` as a reader sees them: without soft hyphens and joiners.

        A token that is nothing else stays as it is.
        """
        text = self.text
        words = [text[span.start : span.end] for span in self.tokens[first:last]]
        return words if _INVISIBLE.search(text) is None else [_INVISIBLE.sub("", word) or word for word in words]
