"""Statements, their parts, and how they stand in the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from hashlib import blake2b

from wortlaut.types.articles import Article, ArticleKind, Span
from wortlaut.types.labels import Label
from wortlaut.types.parties import Attribution, PartyKind, ResolvedParty
from wortlaut.types.senses import Sense

__all__ = [
    "ArticleHead",
    "Certain",
    "Confidence",
    "Found",
    "Medium",
    "Part",
    "Party",
    "Provenance",
    "Standing",
    "Statement",
    "StatementPart",
    "StatementType",
    "VerbForm",
    "VerbFormKind",
    "Verdict",
    "is_whole",
    "statement_id",
]


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
class Certain:
    """From which confidence on, by measurement, at least 95 of 100 quotes, of 100 speakers are right."""

    quote: float
    speaker: float


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
    WHO = "who"  # who is meant by the speakers
    ACT = "act"  # what the speaker does with it
    SAID_ON = "said_on"  # from and to which day
    VENUE = "venue"  # where or on which occasion
    LABELS = "labels"  # which categories of codebooks it has


# What meaning adds, for which not everywhere is looked; labels are a layer of their own, decided one by one.
_ADDED = frozenset(
    {StatementPart.WHO, StatementPart.ACT, StatementPart.SAID_ON, StatementPart.VENUE, StatementPart.LABELS}
)


def is_whole(parts: Iterable[StatementPart | None]) -> bool:
    """Whether these are all parts of a statement, or all but what meaning adds, for which not everywhere is looked."""
    return set(StatementPart) - _ADDED <= set(parts)


class Standing(StrEnum):
    """Why a statement is in the record, or what speaks against it; only the first three are shown unasked."""

    FOUND = "found"  # by the present reading
    UPHELD = "upheld"  # the present reading does not find it, but a person decided about it
    ADDED = "added"  # by a person
    LOST = "lost"  # an earlier reading found it, the present one does not
    REJECTED = "rejected"  # a person said that it is none
    WITHDRAWN = "withdrawn"  # whoever published the article took it back


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
    author: str | None = None
    subtitle: str | None = None
    kicker: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    kind: ArticleKind = ArticleKind.REPORT
    revision: int | None = None  # the number that an agency gives the version
    withdrawn_by: int | None = None  # the entry of the history by which this version was taken back

    @property
    def is_withdrawn(self) -> bool:
        """Whether whoever published this version took it back."""
        return self.withdrawn_by is not None


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
    attribution: Attribution | None = None  # who is meant; None where nobody looked for that
    sense: Sense | None = None  # what kind of statement it is; None where nobody looked for that
    labels: tuple[Label, ...] = ()  # by the codebooks of the record, one codebook after the other

    @property
    def is_decided(self) -> bool:
        """Whether people decided about every part of it but labels; about who and act where these were looked for."""
        unasked = {StatementPart.SAID_ON, StatementPart.VENUE, StatementPart.LABELS}
        unasked |= {StatementPart.WHO} if self.attribution is None else set()
        unasked |= {StatementPart.ACT} if self.sense is None else set()
        return set(StatementPart) - unasked <= {each.part for each in self.verdicts}

    @property
    def speakers(self) -> tuple[ResolvedParty, ...]:
        """Who speaks: those that are meant, or as they are mentioned where nobody looked for who is meant."""
        if self.attribution is not None:
            return self.attribution.speakers
        return tuple(map(_unresolved, self.statement.speakers))

    @property
    def addressees(self) -> tuple[ResolvedParty, ...]:
        """Who is spoken to, in the same way."""
        if self.attribution is not None:
            return self.attribution.addressees
        return tuple(map(_unresolved, self.statement.addressees))

    @property
    def targets(self) -> tuple[ResolvedParty, ...]:
        """Whom or what the act is directed at; nobody where nobody looked for that."""
        return () if self.attribution is None else self.attribution.targets


def _unresolved(party: Party) -> ResolvedParty:
    return ResolvedParty(party.mention, PartyKind.UNKNOWN, None, None, party.confidence)


def statement_id(article: Article | ArticleHead, quote: tuple[Span, ...], ordinal: int) -> str:
    """The id of a statement when it is first read: from the article's id, the places and the words.

    `ordinal` counts the statements of that article with the very same quote (0 first).
    """
    places = "\0".join(f"{span.start}-{span.end} {span.of(article.text)}" for span in quote)
    return (
        "s" + blake2b(f"{article.id}\0{ordinal}\0{places}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    )
