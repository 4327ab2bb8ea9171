"""What the record takes and gives, apart from the articles and statements themselves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from wortlaut.types import (
    Act,
    ActorName,
    Article,
    Attribution,
    Coded,
    Document,
    EventKind,
    Outcome,
    Provenance,
    Sense,
    Stance,
    Standing,
    Statement,
    StatementType,
    Telling,
    ToCode,
    Tree,
)

__all__ = [
    "Coder",
    "EventFilters",
    "Filters",
    "Kept",
    "KeptCategory",
    "KeptCodebook",
    "Language",
    "Meaning",
    "Meant",
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

    def targets(
        self,
        document: Document,
        statements: Sequence[Statement],
        published: date | None,
        attributions: Sequence[Attribution],
        senses: Sequence[Sense],
    ) -> Sequence[Attribution]:
        """The attributions with whom or what each act is directed at."""
        ...

    def tellings(
        self,
        article: str,
        document: Document,
        statements: Sequence[Statement],
        published: date | None,
        attributions: Sequence[Attribution],
    ) -> Sequence[Telling]:
        """What the article of that id tells of events, announced ones and others; none where nothing knows."""
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
    """Who is meant in the statements of an article, in their order, what it tells of events, and what made it."""

    attributions: Sequence[Attribution]
    made_by: str
    senses: Sequence[Sense] = ()  # of the same statements, or none
    tellings: Sequence[Telling] = ()


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
class EventFilters:
    """Which events are wanted; what is None does not narrow, all that is given must hold.

    `since` and `until` are days between which some day of the event lies; events without days are given where their
    last telling is no older than 90 days before `since`, and not where `until` narrows. `actor` is the id of an actor
    who takes part, `place` a part of a place's name. `words` must all stand in title, names or agenda. `article` is an
    id or the unique beginning of one. Rejected events are given only where `rejected` asks for them, and then alone.
    """

    since: date | None = None
    until: date | None = None
    actor: str | None = None
    outcome: Outcome | None = None
    kind: EventKind | None = None
    place: str | None = None
    words: str | None = None
    article: str | None = None
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class Filters:
    """Which statements are wanted; what is None does not narrow, all that is given must hold.

    `speaker` and `addressee` are parts of a mention or of the name of the one who is meant, `target` is one of the name
    of whom or what the act is directed at, `source` a part of an outlet's name, each compared without case and umlaut
    spellings. `actor` is the id of the actor who speaks. `words` must all occur, as in `Record.search`. `article` is an
    id or the unique beginning of one. `since` and `until` are the first and the last day of publication; articles
    without a date then drop out. `said_from` and `said_to` are those of the days on which it may have been said; what
    no day is told of drops out. `min_confidence` and `max_confidence` are bounds, both included, for the least certain
    part of a statement. `decided` is whether a person decided about any part of it. Without a `standing`, what is shown
    is given.

    `types`, `acts`, `stances` and `sources` each leave statements of any of several; empty, they do not narrow.
    `sources` are whole names of outlets. `addressed` is the id of the actor who is spoken to. `label` is `CODEBOOK`,
    `CODEBOOK:CATEGORY`, which has those below it in, or `CODEBOOK:CATEGORY:POSITION`.
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
    addressed: str | None = None
    types: tuple[StatementType, ...] = ()
    acts: tuple[Act, ...] = ()
    stances: tuple[Stance, ...] = ()
    sources: tuple[str, ...] = ()
    target: str | None = None
    said_from: date | None = None
    said_to: date | None = None
    label: str | None = None
