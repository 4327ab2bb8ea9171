"""Labels of people's own codebooks: which category a statement has, why, and who says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from wortlaut.types.articles import Span

__all__ = ["Criterion", "Label", "LabelEvidence", "Labelled", "Position", "Tree"]


class Position(StrEnum):
    """Whether the speaker is for or against what a category names."""

    AGREE = "agree"
    DISAGREE = "disagree"


class Criterion(StrEnum):
    """What a category of a codebook goes by."""

    CUES = "cues"
    WORDS = "words"
    ACTS = "acts"
    STANCES = "stances"
    NEGATED = "negated"
    TYPES = "types"
    SPEAKERS = "speakers"
    ADDRESSEES = "addressees"
    TARGETS = "targets"
    KINDS = "kinds"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class LabelEvidence:
    """A criterion that a statement meets, and where in the article; without places where it stands at none."""

    criterion: Criterion
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A category of a codebook that a statement has, with a confidence between 0 and 1.

    `entry` is the one of the history by which a person said so, `decided_by` that person; without evidence then.
    """

    codebook: str
    category: str
    confidence: float
    position: Position | None = None
    evidence: tuple[LabelEvidence, ...] = ()
    entry: int | None = None
    decided_by: str | None = None

    def __str__(self) -> str:
        """As people write it: `dams:water`, `dams:water:disagree`."""
        return ":".join(filter(None, (self.codebook, self.category, self.position)))


@dataclass(frozen=True, slots=True)
class Tree:
    """How the categories of a codebook stand under each other, and of which a statement has one at most.

    `exclusive` has the categories right below which that is so; None in it stands for the top of the codebook.
    """

    parents: Mapping[str, str | None]
    exclusive: frozenset[str | None] = frozenset()

    def excludes(self, first: str, second: str) -> bool:
        """Whether no statement can have both: they lie in different branches below what is exclusive."""
        if not self.exclusive or first not in self.parents or second not in self.parents:
            return False
        here, there = self._line(first), self._line(second)
        if first in there or second in here:
            return False
        return next((each for each in here if each in there), None) in self.exclusive

    def _line(self, category: str) -> list[str]:
        """The category and those above it, the nearest first."""
        line, at = [category], self.parents.get(category)
        while at is not None and at not in line:
            line.append(at)
            at = self.parents.get(at)
        return line


@dataclass(frozen=True, slots=True)
class Labelled:
    """That a person says that a statement has a category of a codebook, or has it not."""

    codebook: str
    category: str
    applies: bool = True
    position: Position | None = None

    def __str__(self) -> str:
        """As people write it."""
        return ":".join(filter(None, (self.codebook, self.category, self.position)))
