"""The figures that a score is made of: sums that can be added up, and the shares taken from them.

A share of nothing is `None`, never zero: a role that nobody annotated and nobody predicted says nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from evaluation.corpus import Annotation, PartName
from evaluation.matching import Instance

__all__ = ["LabelScore", "Share", "Tally", "tally"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Precisions and recalls of single instances, summed; what could not be reckoned is not counted."""

    precision_sum: float = 0.0
    precision_count: int = 0
    recall_sum: float = 0.0
    recall_count: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.precision_sum + other.precision_sum,
            self.precision_count + other.precision_count,
            self.recall_sum + other.recall_sum,
            self.recall_count + other.recall_count,
        )

    @property
    def precision(self) -> float | None:
        """The mean precision, `None` where nothing was predicted."""
        return self.precision_sum / self.precision_count if self.precision_count else None

    @property
    def recall(self) -> float | None:
        """The mean recall, `None` where there is no gold."""
        return self.recall_sum / self.recall_count if self.recall_count else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both means; zero where only one of them exists, `None` where neither does."""
        precision, recall = self.precision, self.recall
        if precision is None and recall is None:
            return None
        if not precision or not recall:
            return 0.0
        return 2 * precision * recall / (precision + recall)


@dataclass(frozen=True, slots=True)
class LabelScore:
    """A label's micro F1: how many predicted statements carry the label of the gold statement they match."""

    same: int
    predicted: int
    gold: int

    @property
    def f1(self) -> float | None:
        """Twice the same over predicted plus gold, `None` where there is neither."""
        both = self.predicted + self.gold
        return 2 * self.same / both if both else None


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """The share between 0 and 1, `None` of nothing."""
        return self.part / self.whole if self.whole else None


def tally(instances: Iterable[Instance], *parts: PartName) -> Tally:
    """Precision and recall of `parts` over token sets, each instance and part counted once."""
    total = Tally()
    for instance in instances:
        for part in parts:
            total += _single(_tokens(instance.gold, part), _tokens(instance.predicted, part))
    return total


def _tokens(annotation: Annotation | None, part: PartName) -> frozenset[int]:
    return annotation.part(part) if annotation else frozenset()


def _single(gold: frozenset[int], predicted: frozenset[int]) -> Tally:
    shared = len(gold & predicted)
    return Tally(
        shared / len(predicted) if predicted else 0.0,
        1 if predicted else 0,
        shared / len(gold) if gold else 0.0,
        1 if gold else 0,
    )
