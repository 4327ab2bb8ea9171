"""What is counted for one aspect, article by article and pair by pair.

Axes: P pair of readers, V value.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from wortlaut.agreement.coincidences import Coincidences, alpha, marked_or_not
from wortlaut.agreement.continuum import Continuum, both_marked, marks, meetings
from wortlaut.agreement.parts import LABEL_VALUES, label_of, shared, size, spans_of
from wortlaut.agreement.records import LABELS, Alpha, Aspect, Measure, PairMeasure
from wortlaut.agreement.units import JointArticle, Unit
from wortlaut.types import Statement, StatementType

__all__ = ["Tally"]

_Floats = NDArray[np.float64]


class Tally:
    """The counts for one aspect; `add` takes one article after another."""

    def __init__(self, aspect: Aspect, readers: int) -> None:
        self.aspect = aspect
        self.pairs = tuple(combinations(range(readers), 2))
        self.units = 0
        self._pair_numbers = {pair: number for number, pair in enumerate(self.pairs)}
        self._observed: list[_Floats] = []
        self._within: list[float] = []
        self._within_both_marked: list[float] = []
        values = _value_count(aspect)
        self._met_PVV = np.zeros((len(self.pairs), values, values))
        self._within_P = np.zeros(len(self.pairs))
        self._shared_P = np.zeros(len(self.pairs))
        self._sizes_P = np.zeros(len(self.pairs))

    def add(self, article: JointArticle) -> None:
        """Count what the readers of `article` have."""
        observed_VV = np.zeros(self._met_PVV.shape[1:])
        if self.aspect is Aspect.STATEMENT:
            within = 0.0
            self.units += len(article.units)
        elif self.aspect in LABELS:
            within = self._add_labels(article.units, observed_VV)
        else:
            within = self._add_spans(article, observed_VV)
        self._observed.append(observed_VV)
        self._within.append(within)
        for pair in combinations(article.readers, 2):
            self._add_shared(article.units, pair)

    def coincidences(self) -> Coincidences:
        """What alpha is reckoned from: for labels nominal, for quotes with the type as value, else marked or not."""
        return Coincidences(self._stacked(), np.array(self._within))

    def coincidences_of_marked(self) -> Coincidences:
        """The same where two readers marked the character, for the values that they gave it."""
        return Coincidences(self._stacked()[:, 1:, 1:], np.array(self._within_both_marked))

    def measure(self, names: Sequence[str], value: Alpha) -> Measure:
        """The result, with the alpha that was reckoned over all readers."""
        pairs = tuple(self._pair_measure(names, number) for number in range(len(self.pairs)))
        agreement = self._agreement(slice(None))
        return Measure(self.aspect, self.units, value, agreement, self._f1(slice(None)), pairs)

    def _stacked(self) -> _Floats:
        observed_DVV: _Floats = np.array(self._observed, dtype=np.float64)
        return observed_DVV.reshape(-1, *self._met_PVV.shape[1:])

    def _add_labels(self, units: Sequence[Unit], observed_VV: _Floats) -> float:
        values = LABEL_VALUES[self.aspect]
        judgements = 0
        for unit in units:
            labels = {
                reader: values.index(label_of(member, self.aspect))
                for reader, member in enumerate(unit.members)
                if member is not None
            }
            if len(labels) < 2:
                continue
            self.units += 1
            judgements += len(labels)
            for pair in combinations(labels, 2):
                first, second = labels[pair[0]], labels[pair[1]]
                for place in ((first, second), (second, first)):
                    observed_VV[place] += 1 / (len(labels) - 1)
                    self._met_PVV[(self._pair_numbers[pair], *place)] += 1
                self._within_P[self._pair_numbers[pair]] += 2
        return float(judgements)

    def _add_spans(self, article: JointArticle, observed_VV: _Floats) -> float:
        continua = {
            reader: Continuum.of(article.length, marks(article.statements[reader] or (), self.aspect))
            for reader in article.readers
        }
        within = {reader: continuum.within for reader, continuum in continua.items()}
        self.units += sum(continuum.units for continuum in continua.values())
        for pair in combinations(continua, 2):
            met_VV = meetings(continua[pair[0]], continua[pair[1]], len(observed_VV))
            observed_VV += met_VV / (len(continua) - 1)
            number = self._pair_numbers[pair]
            self._met_PVV[number] += met_VV
            self._within_P[number] += within[pair[0]] + within[pair[1]]
        if self.aspect is Aspect.QUOTE:
            self._within_both_marked.append(both_marked(list(continua.values())))
        return sum(within.values())

    def _add_shared(self, units: Sequence[Unit], pair: tuple[int, int]) -> None:
        number = self._pair_numbers[pair]
        for unit in units:
            first, second = unit.members[pair[0]], unit.members[pair[1]]
            self._sizes_P[number] += self._size(first) + self._size(second)
            if first is not None and second is not None:
                self._shared_P[number] += self._shared(first, second)

    def _size(self, statement: Statement | None) -> int:
        if statement is None:
            return 0
        counts_statements = self.aspect is Aspect.STATEMENT or self.aspect in LABELS
        return 1 if counts_statements else size(spans_of(statement, self.aspect))

    def _shared(self, first: Statement, second: Statement) -> int:
        if self.aspect is Aspect.STATEMENT:
            return 1
        if self.aspect in LABELS:
            return int(label_of(first, self.aspect) == label_of(second, self.aspect))
        return shared(spans_of(first, self.aspect), spans_of(second, self.aspect))

    def _pair_measure(self, names: Sequence[str], number: int) -> PairMeasure:
        first, second = self.pairs[number]
        value = alpha(_judged(self._met_PVV[number], self.aspect), self._within_P[number])
        return PairMeasure(
            names[first],
            names[second],
            None if np.isnan(value) else float(value),
            self._agreement(slice(number, number + 1)),
            self._f1(slice(number, number + 1)),
        )

    def _agreement(self, pairs: slice) -> float | None:
        if self.aspect is Aspect.STATEMENT:
            alike, judged = self._shared_P[pairs].sum(), (self._sizes_P - self._shared_P)[pairs].sum()
        else:
            met_VV = _judged(self._met_PVV[pairs].sum(0), self.aspect)
            alike, judged = np.trace(met_VV), met_VV.sum()
        return float(alike / judged) if judged else None

    def _f1(self, pairs: slice) -> float | None:
        sizes = self._sizes_P[pairs].sum()
        return float(2 * self._shared_P[pairs].sum() / sizes) if sizes else None


def _value_count(aspect: Aspect) -> int:
    if aspect is Aspect.QUOTE:
        return 1 + len(StatementType)
    return len(LABEL_VALUES.get(aspect, (False, True)))


def _judged(met_VV: _Floats, aspect: Aspect) -> _Floats:
    """What is judged alike or not: of quotes whether they are marked, whatever their types."""
    return marked_or_not(met_VV) if aspect is Aspect.QUOTE else met_VV
