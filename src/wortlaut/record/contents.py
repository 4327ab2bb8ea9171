"""What the record takes and gives, apart from the articles and statements themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Protocol

from wortlaut.messages import Message
from wortlaut.types import (
    Act,
    ActorName,
    Article,
    Attribution,
    Coded,
    Document,
    Provenance,
    Sense,
    Standing,
    Statement,
    StatementType,
    ToCode,
    Tree,
)

__all__ = [
    "MESSAGES",
    "Coder",
    "Filters",
    "Kept",
    "KeptCategory",
    "KeptCodebook",
    "Language",
    "Meaning",
    "Meant",
    "Problem",
    "ProblemKind",
    "Sort",
    "ToKeep",
]


class Meaning(Protocol):
    """What the record must know about who is meant and cannot know by itself."""

    @property
    def made_by(self) -> str:
        """What makes it, so that what another made is known: the program's version, a digest of weights and lists."""
        ...

    def attribute(
        self, document: Document, statements: Sequence[Statement], published: date | None
    ) -> Sequence[Attribution]:
        """Who speaks and is spoken to in each statement of an article, with the actors that this leads to."""
        ...

    def senses(
        self,
        document: Document,
        statements: Sequence[Statement],
        published: date | None,
        attributions: Sequence[Attribution],
    ) -> Sequence[Sense]:
        """What kind of statement each is, by those who speak in them; none where nothing knows."""
        ...

    def actor_name(self, actor: str) -> ActorName | None:
        """What the actor of that id is called in a list; None where no list has it."""
        ...


class Coder(Protocol):
    """What the record must know about codebooks and cannot know by itself."""

    @property
    def made_by(self) -> str:
        """What gives the labels, so that what another gave is known: the program's version, a digest of the rules."""
        ...

    def labels(self, codebook: str, article: ToCode) -> Sequence[Coded]:
        """The labels of all statements by the codebook, which is as `KeptCodebook.content` has it."""
        ...


class Language(Protocol):
    """What the record must know about words and cannot know by itself."""

    @property
    def meaning(self) -> Meaning | None:
        """What knows who is meant; without it nobody is resolved."""
        ...

    @property
    def coder(self) -> Coder | None:
        """What gives labels by codebooks; without it nothing gets one."""
        ...

    def analyse(self, text: str) -> Document:
        """The text cut into tokens and sentences."""
        ...

    def lemmas(self, document: Document) -> Sequence[str]:
        """The lemma of each token."""
        ...

    def lemma(self, word: str) -> str:
        """The lemma of a word by itself."""
        ...

    def parts(self, lemma: str) -> Sequence[str]:
        """The lemmas of the parts of a compound; none where it is no compound."""
        ...

    def __hash__(self) -> int:
        """As every object has it: what a language says of a lemma is remembered by language and lemma."""
        ...


class Kept(StrEnum):
    """What became of an article that was given to the record, or of what takes one back."""

    STORED = "stored"
    UNCHANGED = "unchanged"  # this content was there already, read by the same reader; or this was said before
    ERASED = "erased"  # a person erased it, and it stays out


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is meant in the statements of an article, in their order, and what made it."""

    attributions: Sequence[Attribution]
    made_by: str
    senses: Sequence[Sense] = ()  # of the same statements, or none


@dataclass(frozen=True, slots=True)
class ToKeep:
    """An article with what language, a reader and meaning made of it; `lemmas` has one a token of `document`."""

    article: Article
    document: Document
    lemmas: Sequence[str]
    statements: Sequence[Statement]
    made_by: Provenance
    meant: Meant | None = None


@dataclass(frozen=True, slots=True)
class KeptCategory:
    """A category, as far as the record must know it."""

    id: str
    parent: str | None = None
    is_exclusive: bool = False  # of those right below it a statement has one at most


@dataclass(frozen=True, slots=True)
class KeptCodebook:
    """A codebook as the record keeps it; `content` is for the `Coder`."""

    name: str
    version: str
    content: str
    categories: tuple[KeptCategory, ...]
    is_exclusive: bool = False  # of those at its top a statement has one at most

    def tree(self) -> Tree:
        """How the categories stand under each other, and which exclude each other."""
        exclusive: set[str | None] = {each.id for each in self.categories if each.is_exclusive}
        if self.is_exclusive:
            exclusive.add(None)
        return Tree({each.id: each.parent for each in self.categories}, frozenset(exclusive))

    def below(self, category: str) -> list[str]:
        """The category with all that stand below it; none where there is no such category."""
        found = [each.id for each in self.categories if each.id == category]
        for at in found:
            found += (each.id for each in self.categories if each.parent == at)
        return found


class Sort(StrEnum):
    """In which order statements are given."""

    RANK = "rank"  # the best first, where words are searched; else the newest
    NEWEST = "newest"  # the newest article first, those without a date last, in an article in the order of the text
    OLDEST = "oldest"  # the other way round, but again those without a date last
    CERTAINTY = "certainty"  # the least certain statement first, of one certainty the newest


@dataclass(frozen=True, slots=True)
class Filters:
    """Which statements are wanted; what is None does not narrow, all that is given must hold.

    `speaker` and `addressee` are parts of a mention or of the name of the one who is meant, `source` a part of an
    outlet's name, each compared without case and umlaut spellings. `actor` is the id of the actor who speaks. `words`
    must all occur, as in `Record.search`. `article` is an id or the unique beginning of one. `since` and `until` are
    the first and the last day of publication; articles without a date then drop out. `min_confidence` and
    `max_confidence` are bounds, both included, for the least certain part of a statement. `decided` is whether a person
    decided about any part of it. `label` is `CODEBOOK`, `CODEBOOK:CATEGORY`, which has those below it in, or
    `CODEBOOK:CATEGORY:POSITION`. Without a `standing`, what is shown is given.
    """

    speaker: str | None = None
    addressee: str | None = None
    type: StatementType | None = None
    since: date | None = None
    until: date | None = None
    source: str | None = None
    words: str | None = None
    article: str | None = None
    min_confidence: float | None = None
    max_confidence: float | None = None
    decided: bool | None = None
    standing: Standing | None = None
    actor: str | None = None
    act: Act | None = None
    label: str | None = None


class ProblemKind(StrEnum):
    """What kind of fault `Record.verify` found."""

    FILE = "file"
    RAW = "raw"
    TEXT = "text"
    SOURCE_MAP = "source_map"
    ARTICLE = "article"
    SPAN = "span"
    STATEMENT = "statement"
    STATEMENTS = "statements"
    READING = "reading"
    RESOLVED = "resolved"
    MEANING = "meaning"
    CODEBOOK = "codebook"
    CODING = "coding"
    ACTOR = "actor"
    HISTORY = "history"
    REFERENCE = "reference"
    VERSIONS = "versions"
    ORDER = "order"
    REPRINT = "reprint"
    SAVED = "saved"
    FEED = "feed"
    ERASED = "erased"
    INDEX = "index"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in the record: its kind and where it is (`article/version/statement`, or a part of the file)."""

    kind: ProblemKind
    where: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def what(self) -> str:
        """The fault in words, in English."""
        return self.text()

    def text(self, language: str = "en") -> str:
        """The fault in words, in `language` (`en` or `de`)."""
        return MESSAGES[self.kind].text(language, self.values)


MESSAGES = {
    ProblemKind.FILE: Message(
        en="the file's structure is damaged: {what}",
        de="die Datei ist in ihrem Aufbau beschädigt: {what}",
    ),
    ProblemKind.RAW: Message(
        en="the raw bytes are not those that came in",
        de="die Rohbytes sind nicht die, die hereinkamen",
    ),
    ProblemKind.TEXT: Message(
        en="the text, titles, dates, source, address, author, kind, revision or own id is not what was stored",
        de="Text, Titel, Zeiten, Quelle, Adresse, Verfasser, Art, Fassungsnummer oder eigene Kennung sind nicht, was "
        "gespeichert wurde",
    ),
    ProblemKind.SOURCE_MAP: Message(
        en="the map to the raw bytes does not fit the text or the bytes: {what}",
        de="die Karte zu den Rohbytes passt nicht zum Text oder zu den Bytes: {what}",
    ),
    ProblemKind.ARTICLE: Message(
        en="origin, form, encoding, notes or the map to the raw bytes are not what was stored",
        de="Herkunft, Form, Kodierung, Vermerke oder die Karte zu den Rohbytes sind nicht, was gespeichert wurde",
    ),
    ProblemKind.SPAN: Message(
        en="{start}-{end} lies outside of the text, which has {length} characters",
        de="{start}-{end} liegt außerhalb des Textes, der {length} Zeichen hat",
    ),
    ProblemKind.STATEMENT: Message(
        en="the words, places, parties, confidences or provenance are not what was stored",
        de="Wörter, Stellen, Beteiligte, Sicherheiten oder Herkunft sind nicht, was gespeichert wurde",
    ),
    ProblemKind.STATEMENTS: Message(
        en="the statements are not those that were stored, or not in that order ({found} are there)",
        de="die Aussagen sind nicht die gespeicherten oder stehen nicht in deren Reihenfolge ({found} sind da)",
    ),
    ProblemKind.READING: Message(
        en="what {reader} found is not what was stored",
        de="was {reader} gefunden hat, ist nicht das Gespeicherte",
    ),
    ProblemKind.RESOLVED: Message(
        en="the statements are not what readings and decisions make: {what}",
        de="die Aussagen sind nicht, was Lesungen und Entscheidungen ergeben: {what}",
    ),
    ProblemKind.MEANING: Message(
        en="who is meant in it is not what was stored",
        de="wer darin gemeint ist, ist nicht das Gespeicherte",
    ),
    ProblemKind.CODEBOOK: Message(
        en="name, version, content or categories of the codebook are not what was stored",
        de="Name, Version, Inhalt oder Kategorien des Codebuchs sind nicht, was gespeichert wurde",
    ),
    ProblemKind.CODING: Message(
        en="the labels that {codebook} gave in it are not what was stored",
        de="die Zuordnungen, die {codebook} darin vornahm, sind nicht die gespeicherten",
    ),
    ProblemKind.ACTOR: Message(
        en="the actors are not those that names and decisions make: {what}",
        de="die Akteure sind nicht, was Namen und Entscheidungen ergeben: {what}",
    ),
    ProblemKind.HISTORY: Message(
        en="the history was changed: {what}",
        de="der Verlauf wurde verändert: {what}",
    ),
    ProblemKind.REFERENCE: Message(
        en="it points to a row of {table} that is not there",
        de="sie verweist auf eine Zeile von {table}, die es nicht gibt",
    ),
    ProblemKind.VERSIONS: Message(
        en="{found} are marked as current where there must be one",
        de="{found} sind als gültig bezeichnet, wo es eine sein muss",
    ),
    ProblemKind.ORDER: Message(
        en="versions or readings are missing or do not follow each other as they came in: {what}",
        de="Fassungen oder Lesungen fehlen oder folgen nicht so aufeinander, wie sie hereinkamen: {what}",
    ),
    ProblemKind.REPRINT: Message(
        en="what it repeats cannot be so: {what}",
        de="was er wiederholt, kann so nicht sein: {what}",
    ),
    ProblemKind.SAVED: Message(
        en="name, words, filters or age of the saved search are not what was stored",
        de="Name, Wörter, Filter oder Alter der gemerkten Suche sind nicht, was gespeichert wurde",
    ),
    ProblemKind.FEED: Message(
        en="what is known of the followed feed, or was seen in it, is not what was stored",
        de="was von dem verfolgten Feed bekannt ist oder darin gesehen wurde, ist nicht das Gespeicherte",
    ),
    ProblemKind.ERASED: Message(
        en="what was noted of an erasure is not what was stored, so that what was erased could come in again",
        de="was zu einer Löschung vermerkt wurde, ist nicht das Gespeicherte; Gelöschtes könnte wieder hereinkommen",
    ),
    ProblemKind.INDEX: Message(
        en="the search does not have it as it is stored: {what}",
        de="die Suche hat es nicht so, wie es gespeichert ist: {what}",
    ),
    ProblemKind.UNREADABLE: Message(
        en="it cannot be read: {what}",
        de="es lässt sich nicht lesen: {what}",
    ),
}
