"""What a codebook is given to look at, and what it says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wortlaut.types.articles import Document
from wortlaut.types.labels import Label, Labelled
from wortlaut.types.parties import Attribution
from wortlaut.types.senses import Sense
from wortlaut.types.statements import Statement

__all__ = ["Coded", "ToCode"]


@dataclass(frozen=True, slots=True)
class ToCode:
    """An article's statements as they hold, with what is meant in them.

    `decided` has what people said of labels of the codebook in question, by the statements' ids.
    """

    document: Document
    statements: Sequence[Statement]
    attributions: Sequence[Attribution] = ()
    senses: Sequence[Sense] = ()
    source: str | None = None
    decided: Mapping[str, Sequence[Labelled]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Coded:
    """The labels that a codebook gives the statement with the id `statement`, in the order of its categories."""

    statement: str
    labels: tuple[Label, ...]
