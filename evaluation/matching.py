"""Predicted statements set against gold ones, one to one.

As in the evaluation of the corpus (Petersen-Frey and Biemann 2024; GermEval 2023 task 2): the Hungarian assignment that
maximises token F1 of the quotes; among equals the same type (+0.01), then the same medium (+0.001) wins.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from evaluation.corpus import Annotation

__all__ = ["Instance", "match", "partners", "token_f1"]

_SAME_TYPE = 0.01
_SAME_MEDIUM = 0.001


@dataclass(frozen=True, slots=True)
class Instance:
    """A matched pair, or a statement that stayed alone: missed (no `predicted`) or spurious (no `gold`)."""

    gold: Annotation | None
    predicted: Annotation | None


def match(gold: Sequence[Annotation], predicted: Sequence[Annotation]) -> tuple[Instance, ...]:
    """All statements of one document as instances: gold ones in their order, then the spurious predictions."""
    partner = partners(gold, predicted)
    paired = [
        Instance(annotation, predicted[partner[index]] if index in partner else None)
        for index, annotation in enumerate(gold)
    ]
    taken = set(partner.values())
    spurious = [Instance(None, annotation) for index, annotation in enumerate(predicted) if index not in taken]
    return (*paired, *spurious)


def partners(gold: Sequence[Annotation], predicted: Sequence[Annotation]) -> dict[int, int]:
    """For each gold statement of one document that has a partner, by its place, the place of that prediction."""
    if not gold or not predicted:
        return {}
    weight_GP = np.array([[_weight(left, right) for right in predicted] for left in gold])
    rows, columns = linear_sum_assignment(weight_GP, maximize=True)
    return {int(row): int(column) for row, column in zip(rows, columns, strict=True) if weight_GP[row, column] > 0}


def token_f1(gold: frozenset[int], predicted: frozenset[int]) -> float:
    """Twice the shared tokens over all tokens of both, zero where neither has any."""
    both = len(gold) + len(predicted)
    return 2 * len(gold & predicted) / both if both else 0.0


def _weight(gold: Annotation, predicted: Annotation) -> float:
    f1 = token_f1(gold.quote, predicted.quote)
    if not f1:
        return 0.0
    return f1 + _SAME_TYPE * (gold.type == predicted.type) + _SAME_MEDIUM * (gold.medium == predicted.medium)
