"""What is wrong with predicted statements, one by one, and in which way."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evaluation.corpus import Annotation, CorpusDocument, PartName
from evaluation.matching import partners
from evaluation.predicting import Sureness

__all__ = ["FAULTS", "ROLES", "Case", "Fault", "Way", "cases", "counted"]

ROLES: tuple[PartName, ...] = ("speaker", "addressee", "cue", "frame")


class Way(StrEnum):
    """How a part is wrong."""

    MISSED = "missed"  # no prediction is paired with the gold statement
    SPURIOUS = "spurious"  # no gold statement is paired with the prediction
    INEXACT = "inexact"  # some words are shared, not all
    WRONG = "wrong"  # another label, or not one word is shared
    MISSING = "missing"  # the gold has it, the prediction has not
    EXTRA = "extra"  # the prediction has it, the gold has not


@dataclass(frozen=True, slots=True)
class Fault:
    """That a part is wrong in that way; `statement` where there is one on one side alone."""

    part: str
    way: Way

    @property
    def name(self) -> str:
        """The fault in one word."""
        return f"{self.part}-{self.way}"


FAULTS = (
    Fault("statement", Way.MISSED),
    Fault("statement", Way.SPURIOUS),
    Fault("quote", Way.INEXACT),
    Fault("type", Way.WRONG),
    Fault("medium", Way.WRONG),
    *(Fault(role, way) for role in ROLES for way in (Way.WRONG, Way.INEXACT, Way.MISSING, Way.EXTRA)),
)


@dataclass(frozen=True, slots=True)
class Case:
    """A pair, or a statement that is alone, with its faults; `sure` where it is known how sure the reader is."""

    document: CorpusDocument
    gold: Annotation | None
    predicted: Annotation | None
    sure: Sureness | None
    faults: tuple[Fault, ...]


def cases(
    documents: Sequence[CorpusDocument],
    predicted: Sequence[Sequence[Annotation]],
    sure: Sequence[Sequence[Sureness]] | None = None,
) -> tuple[Case, ...]:
    """Every statement of every document by its place, also those without a fault; `sure` goes with `predicted`."""
    known: Iterable[Sequence[Sureness] | None] = [None] * len(documents) if sure is None else sure
    return tuple(
        case
        for document, annotations, of_document in zip(documents, predicted, known, strict=True)
        for case in _of_document(document, annotations, of_document)
    )


def counted(found: Sequence[Case]) -> Mapping[Fault, int]:
    """How often each fault is there."""
    counts = Counter(fault for case in found for fault in case.faults)
    return {fault: counts[fault] for fault in FAULTS}


def _of_document(
    document: CorpusDocument, predicted: Sequence[Annotation], sure: Sequence[Sureness] | None
) -> list[Case]:
    paired = partners(document.annotations, predicted)
    places = [(number, paired.get(number)) for number in range(len(document.annotations))]
    taken = set(paired.values())
    alone = [(None, number) for number in range(len(predicted)) if number not in taken]
    found = []
    for mine, theirs in (*places, *alone):
        gold = None if mine is None else document.annotations[mine]
        other = None if theirs is None else predicted[theirs]
        confidence = None if theirs is None or sure is None else sure[theirs]
        found.append(Case(document, gold, other, confidence, tuple(_faults(gold, other))))
    return sorted(found, key=_place)


def _faults(gold: Annotation | None, predicted: Annotation | None) -> Iterable[Fault]:
    if predicted is None:
        return [Fault("statement", Way.MISSED)]
    if gold is None:
        return [Fault("statement", Way.SPURIOUS)]
    wrong = {
        "quote": Way.INEXACT if gold.quote != predicted.quote else None,
        "type": Way.WRONG if gold.type != predicted.type else None,
        "medium": Way.WRONG if gold.medium != predicted.medium else None,
    } | {role: _way(gold.part(role), predicted.part(role)) for role in ROLES}
    return [Fault(part, way) for part, way in wrong.items() if way is not None]


def _way(gold: frozenset[int], predicted: frozenset[int]) -> Way | None:
    if gold == predicted:
        return None
    if not predicted:
        return Way.MISSING
    if not gold:
        return Way.EXTRA
    return Way.INEXACT if gold & predicted else Way.WRONG


def _place(case: Case) -> tuple[int, int]:
    quotes = [each.quote for each in (case.gold, case.predicted) if each is not None and each.quote]
    return min((min(quote), -max(quote)) for quote in quotes) if quotes else (0, 0)
