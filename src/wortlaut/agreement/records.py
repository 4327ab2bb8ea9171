"""What is compared and what comes out: frozen records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from wortlaut.types import Label, Span, Statement

__all__ = [
    "LABELS",
    "SPANS",
    "Alpha",
    "Aspect",
    "CodedArticle",
    "Coding",
    "Disagreement",
    "Interval",
    "Measure",
    "PairMeasure",
    "Side",
]


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """An article as one reader left it: all the statements that this reader sees in it, perhaps none."""

    text: str
    statements: tuple[Statement, ...]
    labels: Mapping[str, Sequence[Label]] = field(default_factory=dict)  # by the statements' ids


@dataclass(frozen=True, slots=True)
class Coding:
    """One reader's work, by article id; an article that is not in it was not coded.

    `codebooks` are those that were used: where a statement has no label of one of them, that is a judgement, too.
    """

    name: str
    articles: Mapping[str, CodedArticle]
    codebooks: frozenset[str] = frozenset()


class Aspect(StrEnum):
    """What readers can differ in."""

    STATEMENT = "statement"  # whether there is one
    QUOTE = "quote"
    CUE = "cue"
    FRAME = "frame"
    SPEAKER = "speaker"
    ADDRESSEE = "addressee"
    TYPE = "type"
    MEDIUM = "medium"
    NESTED = "nested"  # whether it stands inside another statement


SPANS = (Aspect.QUOTE, Aspect.CUE, Aspect.FRAME, Aspect.SPEAKER, Aspect.ADDRESSEE)
LABELS = (Aspect.TYPE, Aspect.MEDIUM, Aspect.NESTED)


@dataclass(frozen=True, slots=True)
class Interval:
    """Where 95 % of the resampled values lie."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Alpha:
    """Krippendorff's alpha with its interval.

    The value is None where alpha is not defined: nothing was compared, or all that was compared is of one kind, so
    that there was nothing to disagree about. The interval is None with fewer than two articles, too.
    """

    value: float | None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True)
class PairMeasure:
    """How far two readers agree in one aspect, on the articles that both coded; fields as in `Measure`."""

    first: str
    second: str
    alpha: float | None
    agreement: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class Measure:
    """How far all readers agree in one aspect; shares between 0 and 1, None where there was nothing to compare.

    | | spans: quote, cue, frame … | labels: type, medium, nested | statement |
    |---|---|---|---|
    | `units` | spans marked, over all readers | statements that two or more readers have | statements |
    | `alpha` | unitizing: marked or not, character by character | nominal, on those units | not defined |
    | `agreement` | characters judged alike | units judged alike | statements that both have, of all of the two |
    | `f1` | characters of the same part of the same statement | same statement, same label | same statement |

    `agreement` takes every pair of readers' judgements; `f1` counts what only one of a pair has against it, and
    does not credit characters and statements that neither marked.
    """

    aspect: Aspect
    units: int
    alpha: Alpha
    agreement: float | None
    f1: float | None
    pairs: tuple[PairMeasure, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """What one of two readers has: the statement's id and the spans in question, a label where it is about one.

    Without a statement (`None`) there are no spans; a label comes with the spans of the quote.
    """

    reader: str
    statement: str | None
    spans: tuple[Span, ...]
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One thing in which two readers differ."""

    article: str
    aspect: Aspect
    first: Side
    second: Side
