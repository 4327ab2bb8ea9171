"""Texts as continua on which each reader marked spans.

Krippendorff's unitizing alphas want units that exclude each other. Statements nest, and several share a speaker or a
frame; so at every character the shortest span that covers it counts, and the same span marked for two statements is
one. What an inner span leaves of an outer one stays one unit.

Axes: L character of the text, V value (0: the gap, nothing marked).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from wortlaut.agreement.parts import spans_of
from wortlaut.agreement.records import Aspect
from wortlaut.types import Span, Statement, StatementType

__all__ = ["TYPES", "Continuum", "Mark", "both_marked", "marks", "meetings"]

# The values that a quote's characters have; the other parts have value 1 only.
TYPES = tuple(StatementType)


@dataclass(frozen=True, slots=True)
class Mark:
    """A span that a reader marked, and the value given to it."""

    span: Span
    value: int = 1


@dataclass(frozen=True, slots=True)
class Continuum:
    """One reader's marks on one text, flat: `units_L` numbers the spans from 1, `values_L` has their values."""

    units_L: NDArray[np.intp]
    values_L: NDArray[np.intp]

    @classmethod
    def of(cls, length: int, found: Iterable[Mark]) -> "Continuum":
        """The marks on a text of `length` characters."""
        units_L = np.zeros(length, dtype=np.intp)
        values = [0]
        for mark in sorted(set(found), key=lambda mark: (mark.span.start - mark.span.end, mark.span, mark.value)):
            units_L[mark.span.start : mark.span.end] = len(values)
            values.append(mark.value)
        return cls(units_L, np.array(values, dtype=np.intp)[units_L])

    @property
    def units(self) -> int:
        """How many spans are marked."""
        return int(np.count_nonzero(np.bincount(self.units_L, minlength=1)[1:]))

    @property
    def within(self) -> float:
        """Pairs of characters that come from one act of marking: all of a span, in a gap each for itself."""
        sizes = np.bincount(self.units_L, minlength=1)
        return float(sizes[0] + (sizes[1:] ** 2).sum())


def marks(statements: Iterable[Statement], aspect: Aspect) -> list[Mark]:
    """What the statements mark in that aspect; a quote has the number of its type, from 1, as value."""
    return [
        Mark(span, 1 + TYPES.index(statement.type) if aspect is Aspect.QUOTE else 1)
        for statement in statements
        for span in spans_of(statement, aspect)
    ]


def meetings(first: Continuum, second: Continuum, values: int) -> NDArray[np.float64]:
    """How many characters have which two values, in both orders, as a matrix of `values` by `values`."""
    codes_L = first.values_L * values + second.values_L
    counts_VV = np.bincount(codes_L, minlength=values * values).reshape(values, values).astype(np.float64)
    return counts_VV + counts_VV.T


def both_marked(continua: Sequence[Continuum]) -> float:
    """Pairs of characters of one act, as `within`, where only what others marked, too, can be paired.

    A character that some of the others marked counts by their share: so the addends of a value's total are what is
    squared, and the book's worked example comes out (see the tests).
    """
    marked_L = np.sum([each.values_L > 0 for each in continua], axis=0)
    pairs = 0.0
    for each in continua:
        by_others_L = (marked_L - (each.values_L > 0)) / (len(continua) - 1)
        pairs += float((np.bincount(each.units_L, weights=by_others_L, minlength=1)[1:] ** 2).sum())
    return pairs
