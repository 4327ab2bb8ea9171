"""The questions that search is measured with, and the statements that are right for each.

`questions.jsonl` holds them: its first line names the corpus and its digest, every further line is a question. How they
were chosen and marked is told in `questions.md`.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evaluation.corpus import MalformedFile
from wortlaut.record import Filters
from wortlaut.types import StatementType

__all__ = ["QUESTIONS", "Half", "Kind", "Mark", "Question", "QuestionSet", "read_questions", "require_corpus"]

QUESTIONS = Path(__file__).with_suffix(".jsonl")


class Kind(StrEnum):
    """What makes a question hard."""

    INFLECTION = "inflection"  # the words stand in another form than the text has
    COMPOUND = "compound"  # a part is asked for where the text has the compound, or the other way round
    SPELLING = "spelling"  # ae, oe, ue, ss, no capitals, no accents, no hyphen
    PHRASE = "phrase"  # words in quotation marks: beside each other, just as they are
    PARTY = "party"  # who speaks or is spoken of
    DERIVATION = "derivation"  # noun and verb of one stem
    FILTER = "filter"  # words, narrowed down


class Half(StrEnum):
    """What a question may be used for."""

    BUILD = "build"  # whoever works on the search may look at it
    KEPT = "kept"  # only to measure


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A gold statement: the leading number of its document's name, and its place among the document's annotations."""

    document: str
    statement: int


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody types and the statements that answer it.

    `in_other_words` are right, too, but do not say it with a word of the question or of its family.
    """

    id: str
    kind: Kind
    half: Half
    words: str
    filters: Filters
    right: frozenset[Mark]
    in_other_words: frozenset[Mark]

    @property
    def wanted(self) -> frozenset[Mark]:
        """All statements that answer the question."""
        return self.right | self.in_other_words


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions, and the corpus that they were marked over."""

    corpus: str
    sha256: str
    questions: tuple[Question, ...]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Head(_Strict):
    corpus: str  # path below the folder of shared material
    sha256: str = Field(pattern="^[0-9a-f]{64}$")


class _Filters(_Strict):
    speaker: str | None = None
    addressee: str | None = None
    type: StatementType | None = None
    since: date | None = None
    until: date | None = None
    source: str | None = None


class _Line(_Strict):
    id: str
    kind: Kind
    half: Half
    words: str
    filters: _Filters = _Filters()
    right: Mapping[str, tuple[int, ...]] = Field(min_length=1)
    in_other_words: Mapping[str, tuple[int, ...]] = Field(default_factory=dict)

    def question(self) -> Question:
        return Question(
            self.id,
            self.kind,
            self.half,
            self.words,
            Filters(**dict(self.filters)),
            frozenset(_marks(self.right)),
            frozenset(_marks(self.in_other_words)),
        )


_L = TypeVar("_L", _Head, _Line)


def read_questions(path: Path) -> QuestionSet:
    """The questions of the file; raises `MalformedFile`."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise MalformedFile(f"{path}: cannot be read ({error})") from error
    if not lines:
        raise MalformedFile(f"{path}: is empty; its first line must name the corpus")
    head = _parsed(_Head, lines[0], f"{path}, line 1")
    questions = tuple(
        _parsed(_Line, line, f"{path}, line {number}").question() for number, line in enumerate(lines[1:], start=2)
    )
    for number, question in enumerate(questions):
        if question.id in {other.id for other in questions[:number]}:
            raise MalformedFile(f"{path}, line {number + 2}: the id {question.id!r} stands there twice")
    return QuestionSet(head.corpus, head.sha256, questions)


def require_corpus(asked: QuestionSet, corpus: Path) -> None:
    """Nothing; raises `MalformedFile` where the questions were not marked over this very file."""
    try:
        digest = sha256(corpus.read_bytes()).hexdigest()
    except OSError as error:
        raise MalformedFile(f"{corpus}: cannot be read ({error}); give the corpus' path") from error
    if digest != asked.sha256:
        raise MalformedFile(
            f"{corpus}: its SHA-256 is {digest}, but the questions were marked over {asked.corpus} with "
            f"{asked.sha256}; give that file, or mark them anew"
        )


def _parsed(model: type[_L], line: str, place: str) -> _L:
    try:
        return model.model_validate(json.loads(line))
    except (json.JSONDecodeError, ValidationError) as error:
        raise MalformedFile(f"{place}: {error}") from error


def _marks(given: Mapping[str, tuple[int, ...]]) -> Iterator[Mark]:
    for document, statements in given.items():
        for statement in statements:
            yield Mark(document, statement)
