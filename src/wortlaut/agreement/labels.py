"""How far readers agree about the labels of codebooks, category by category and over all of a codebook.

A unit is a statement that two or more readers have who used the codebook, and its value what the reader says of the
category: not there, there, for it, against it. So alpha is nominal, as for type and medium. Over all of a codebook the
units are the statements with each category that somebody gave: what was never given was never judged.

Axes: D article, V value.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from wortlaut.agreement.coincidences import Coincidences, intervals
from wortlaut.agreement.records import Alpha, Coding
from wortlaut.agreement.units import JointArticle
from wortlaut.types import Label, Position, Span, Statement

__all__ = ["LabelDisagreement", "LabelMeasure", "label_disagreements", "label_measures"]

_Floats = NDArray[np.float64]
_ABSENT, _PRESENT = "", "present"
_VALUES = (_ABSENT, _PRESENT, *Position)


@dataclass(frozen=True, slots=True)
class LabelMeasure:
    """How far readers agree about a category, or about all of a codebook, where it has none.

    `units` are the statements that were judged by two or more; `given` how often the category was given, over all
    readers. `agreement` is the share of pairs of judgements that are the same, `kappa` Cohen's of two readers (None
    with more), `f1` counts only what was given.
    """

    codebook: str
    category: str | None
    units: int
    given: int
    alpha: Alpha
    kappa: float | None
    agreement: float | None
    f1: float | None


@dataclass(frozen=True, slots=True)
class LabelDisagreement:
    """A category that two readers of a statement do not both give it, or not on the same side."""

    article: str
    codebook: str
    category: str
    first: str
    first_has: str  # empty for nothing, `present`, `agree`, `disagree`
    second: str
    second_has: str
    spans: tuple[Span, ...]  # of the first reader's quote


@dataclass(frozen=True, slots=True)
class _Judged:
    """A statement with its labels as each of the readers has it who used the codebook, by their numbers."""

    statements: Mapping[int, Statement]
    labels: Mapping[int, Sequence[Label]]

    def values(self, codebook: str, category: str) -> dict[int, str]:
        """What each reader says of the category."""
        return {reader: _value(labels, codebook, category) for reader, labels in self.labels.items()}


def label_measures(
    articles: Sequence[JointArticle], codings: Sequence[Coding], *, resamples: int, seed: int
) -> tuple[LabelMeasure, ...]:
    """For each codebook that two or more readers used: its categories in order, and behind them all of it."""
    found: list[tuple[str, str | None, _Counts]] = []
    for codebook, readers in _used(codings):
        judged = [_judged(article, codings, readers) for article in articles]
        categories = _categories(judged, codebook)
        found += ((codebook, each, _counts(judged, codebook, (each,))) for each in categories)
        found.append((codebook, None, _counts(judged, codebook, categories)))
    coincidences = [counts.coincidences() for _, _, counts in found]
    values = [each.alpha() for each in coincidences]
    ranges = intervals(coincidences, resamples=resamples, seed=seed) if found else ()
    return tuple(
        counts.measure(codebook, category, Alpha(value, None if value is None else interval))
        for (codebook, category, counts), value, interval in zip(found, values, ranges, strict=True)
    )


def label_disagreements(articles: Iterable[JointArticle], codings: Sequence[Coding]) -> Iterator[LabelDisagreement]:
    """Every category in which two readers of a statement differ, article after article, in order of place."""
    used = list(_used(codings))
    for article in articles:
        for codebook, readers in used:
            for each in _judged(article, codings, readers):
                for category in _categories([[each]], codebook):
                    values = each.values(codebook, category)
                    for first, second in combinations(values, 2):
                        if values[first] != values[second]:
                            names = codings[first].name, values[first], codings[second].name, values[second]
                            yield LabelDisagreement(
                                article.id, codebook, category, *names, spans=each.statements[first].quote
                            )


def _used(codings: Sequence[Coding]) -> Iterator[tuple[str, list[int]]]:
    """The codebooks that two or more used, each with the numbers of these readers."""
    for codebook in sorted({name for coding in codings for name in coding.codebooks}):
        readers = [number for number, coding in enumerate(codings) if codebook in coding.codebooks]
        if len(readers) > 1:
            yield codebook, readers


def _judged(article: JointArticle, codings: Sequence[Coding], readers: Sequence[int]) -> list[_Judged]:
    found = []
    for unit in article.units:
        statements = {each: member for each in readers if (member := unit.members[each]) is not None}
        if len(statements) > 1:
            labels = {
                reader: codings[reader].articles[article.id].labels.get(statement.id, ())
                for reader, statement in statements.items()
            }
            found.append(_Judged(statements, labels))
    return found


def _categories(judged: Iterable[Iterable[_Judged]], codebook: str) -> list[str]:
    """The categories of the codebook that somebody gave."""
    labels = (label for article in judged for each in article for given in each.labels.values() for label in given)
    return sorted({label.category for label in labels if label.codebook == codebook})


def _value(labels: Iterable[Label], codebook: str, category: str) -> str:
    for each in labels:
        if (each.codebook, each.category) == (codebook, category):
            return each.position or _PRESENT
    return _ABSENT


@dataclass(frozen=True, slots=True)
class _Counts:
    """How often which values meet, article by article, and once for the two readers, where there are two."""

    observed_DVV: _Floats  # each judgement counts once in all, as in `coincidences`
    met_VV: _Floats  # pairs of judgements, in the order of the readers
    units: int
    given: int
    is_pair: bool

    def coincidences(self) -> Coincidences:
        """What alpha is reckoned from: a label is an act of its own."""
        return Coincidences(self.observed_DVV, self.observed_DVV.sum((-2, -1)))

    def measure(self, codebook: str, category: str | None, alpha: Alpha) -> LabelMeasure:
        """The result, with the alpha that was reckoned."""
        total, alike = float(self.met_VV.sum()), float(np.trace(self.met_VV))
        both = alike - float(self.met_VV[0, 0])
        given = float(self.met_VV[1:].sum() + self.met_VV[:, 1:].sum())
        return LabelMeasure(
            codebook=codebook,
            category=category,
            units=self.units,
            given=self.given,
            alpha=alpha,
            kappa=_kappa(self.met_VV) if self.is_pair else None,
            agreement=alike / total if total else None,
            f1=2 * both / given if given else None,
        )


def _kappa(met_VV: _Floats) -> float | None:
    """Cohen's kappa; None where chance could not disagree."""
    total = float(met_VV.sum())
    if not total:
        return None
    by_chance = float((met_VV.sum(0) * met_VV.sum(1)).sum()) / total**2
    return None if by_chance == 1 else (float(np.trace(met_VV)) / total - by_chance) / (1 - by_chance)


def _counts(judged: Sequence[Sequence[_Judged]], codebook: str, categories: Sequence[str]) -> _Counts:
    size = len(_VALUES)
    observed_DVV, met_VV = np.zeros((len(judged), size, size)), np.zeros((size, size))
    given = 0
    readers: set[int] = set()
    for number, article in enumerate(judged):
        for each in article:
            readers |= each.labels.keys()
            for category in categories:
                values = [_VALUES.index(value) for value in each.values(codebook, category).values()]
                given += sum(value > 0 for value in values)
                for first, second in combinations(values, 2):
                    observed_DVV[number, first, second] += 1 / (len(values) - 1)
                    observed_DVV[number, second, first] += 1 / (len(values) - 1)
                    met_VV[first, second] += 1
    units = sum(len(article) for article in judged)
    return _Counts(observed_DVV, met_VV, units, given, is_pair=len(readers) == 2)
