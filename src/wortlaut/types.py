"""The frozen records that travel between the stages.

Positions are Unicode code points into `Article.text`, half-open, unless a name says otherwise (`byte`, `token`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from hashlib import blake2b, sha256

__all__ = [
    "Article",
    "ArticleHead",
    "ByteRange",
    "Confidence",
    "Document",
    "Found",
    "Medium",
    "Origin",
    "Part",
    "Party",
    "Provenance",
    "Reason",
    "Rejected",
    "Run",
    "SourceMap",
    "Span",
    "Stage",
    "Standing",
    "Statement",
    "StatementPart",
    "StatementType",
    "TokenRange",
    "VerbForm",
    "VerbFormKind",
    "Verdict",
    "article_id",
    "statement_id",
]


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


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where every character of an article's text stands in the raw bytes, run by run.

    Runs are ordered by `char`, start at 0 (unless the text is empty) and never go back in bytes.
    """

    length: int
    runs: tuple[Run, ...]

    def byte_range(self, span: Span) -> ByteRange:
        """The raw bytes from the first character of `span` through its last one."""
        if span.end > self.length:
            raise ValueError(f"span {span.start}-{span.end} ends behind the text ({self.length} characters)")
        return ByteRange(self.char_bytes(span.start).start, self.char_bytes(span.end - 1).end)

    def char_bytes(self, position: int) -> ByteRange:
        """The raw bytes that the character at `position` was made from (empty for a put-in character)."""
        run = self.runs[bisect_right(self.runs, position, key=lambda run: run.char) - 1]
        start = run.byte + (position - run.char) * run.width
        return ByteRange(start, start + run.width)


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
    form: str  # the intake form that read it: wire, text, markdown, json, jsonl
    encoding: str
    title: str | None = None
    published: date | None = None
    source: str | None = None  # the outlet
    url: str | None = None
    author: str | None = None
    declared_id: str | None = None  # the id that the item itself carries
    notes: tuple[str, ...] = ()  # what intake had to decide (a guessed encoding, replaced characters)

    @property
    def digest(self) -> str:
        """SHA-256, in hex, of the text and of what is known about the item."""
        known = (self.text, self.title, self.published, self.source, self.url, self.author, self.declared_id)
        return sha256(repr(known).encode("utf-8", "surrogatepass")).hexdigest()


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


class VerbFormKind(StrEnum):
    """The word forms by which German marks that words are somebody else's, or only thought of."""

    KONJUNKTIV_1 = "konjunktiv_1"  # er komme
    KONJUNKTIV_2 = "konjunktiv_2"  # er käme
    WUERDE = "würde"  # er würde kommen
    SOLL = "soll"  # er soll gekommen sein


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One finite verb that marks reported speech.

    `certain` is False where the same form may as well mark nothing ("sollte", "soll kommen").
    """

    span: Span
    kind: VerbFormKind
    lemma: str  # of the main verb where an infinitive goes with `würde` and `soll`, else of the form itself
    certain: bool
    infinitive: Span | None = None


class StatementType(StrEnum):
    """How the words are given (Petersen-Frey and Biemann 2024)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    REPORTED = "reported"
    FREE_INDIRECT = "free_indirect"
    INDIRECT_FREE_INDIRECT = "indirect_free_indirect"


class Medium(StrEnum):
    """Whether it was spoken, thought or written (Petersen-Frey and Biemann 2024)."""

    SPEECH = "speech"
    THOUGHT = "thought"
    WRITING = "writing"
    SPEECH_THOUGHT = "speech_thought"
    SPEECH_WRITING = "speech_writing"
    THOUGHT_WRITING = "thought_writing"


@dataclass(frozen=True, slots=True)
class Part:
    """The spans of one part of a statement, in order, with a confidence between 0 and 1; empty where not found."""

    spans: tuple[Span, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Party:
    """A speaker or an addressee as the text mentions them."""

    mention: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure the reader is, each between 0 and 1."""

    quote: float
    type: float
    medium: float


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a statement: reader name, `sha256:…` of its weights, version of the program."""

    reader: str
    weights: str
    version: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that somebody said, tied to the exact words."""

    id: str
    article_id: str
    type: StatementType
    medium: Medium
    quote: tuple[Span, ...]
    cue: Part
    frame: Part
    speakers: tuple[Party, ...]
    addressees: tuple[Party, ...]
    parent: str | None  # id of the statement it stands inside
    confidence: Confidence
    made_by: Provenance

    def spans(self) -> Iterator[Span]:
        """Every span of the statement, part after part: quote, cue, frame, speakers, addressees."""
        yield from self.quote
        yield from self.cue.spans
        yield from self.frame.spans
        for party in (*self.speakers, *self.addressees):
            yield from party.mention


class StatementPart(StrEnum):
    """What of a statement people can decide about."""

    QUOTE = "quote"
    TYPE = "type"
    MEDIUM = "medium"
    CUE = "cue"
    FRAME = "frame"
    SPEAKERS = "speakers"
    ADDRESSEES = "addressees"
    PARENT = "parent"


class Standing(StrEnum):
    """Why a statement is in the record, or what speaks against it; only the first three are shown unasked."""

    FOUND = "found"  # by the present reading
    UPHELD = "upheld"  # the present reading does not find it, but a person decided about it
    ADDED = "added"  # by a person
    LOST = "lost"  # an earlier reading found it, the present one does not
    REJECTED = "rejected"  # a person said that it is none


@dataclass(frozen=True, slots=True)
class Verdict:
    """That a person decided a part of a statement: by which entry of the history, who, when.

    Without a part it is the statement as a whole, which the person rejected.
    """

    part: StatementPart | None
    entry: int
    by: str
    at: datetime  # UTC


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """An article as outlets need it: its text and what is known about it, without the raw bytes."""

    id: str
    text: str
    title: str | None
    published: date | None
    source: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """A statement with its article, as the record gives it back."""

    statement: Statement
    article: ArticleHead
    marks: tuple[Span, ...] = ()  # where the searched words stand in the article's text
    rank: float | None = None  # lower is better; None where nothing was searched, or too many were found to rank all
    share: float | None = None  # of the words, by weight, that it has of those searched or of a statement; None for all
    standing: Standing = Standing.FOUND
    verdicts: tuple[Verdict, ...] = ()  # in the order of `StatementPart`; the parts that no person decided are not here
    # Changes whenever anything of the statement does; told back when it is decided about.
    revision: str = field(default="", compare=False)


def statement_id(article: Article | ArticleHead, quote: tuple[Span, ...], ordinal: int) -> str:
    """The id of a statement when it is first read: from the article's id, the places and the words.

    `ordinal` counts the statements of that article with the very same quote (0 first).
    """
    places = "\0".join(f"{span.start}-{span.end} {span.of(article.text)}" for span in quote)
    return (
        "s" + blake2b(f"{article.id}\0{ordinal}\0{places}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    )
