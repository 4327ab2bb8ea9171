"""The scores of predicted statements, as the quotation corpus reckons them.

*Messages* are the quotes, *roles* the four roles pooled, *joint* all five parts pooled; nested statements count.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from evaluation.breakdown import (
    DistanceScore,
    LabelCount,
    Scored,
    TypeScore,
    by_distance,
    by_type,
    is_exact,
    is_usable,
    unknown_labels,
)
from evaluation.corpus import PARTS, Annotation, CorpusDocument, MalformedFile, PartName, Prediction
from evaluation.figures import LabelScore, Share, Tally, tally
from evaluation.matching import match

__all__ = ["HEADLINES", "Interval", "Measure", "Scores", "align", "score"]

_MEASURES: tuple[tuple[str, tuple[PartName, ...]], ...] = (
    ("joint", PARTS),
    ("messages", ("quote",)),
    ("roles", ("addressee", "cue", "frame", "speaker")),
    ("speaker", ("speaker",)),
    ("addressee", ("addressee",)),
    ("cue", ("cue",)),
    ("frame", ("frame",)),
)
HEADLINES = ("joint", "messages", "roles")
_RESAMPLES = 1000
_SEED = 20231101


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % interval, by bootstrap over documents."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure with its interval (`None` where there is too little to draw from)."""

    name: str
    tally: Tally
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything that is reckoned of one prediction of a corpus."""

    documents: int
    gold: int
    predicted: int
    matched: int
    measures: tuple[Measure, ...]
    by_type: tuple[TypeScore, ...]
    by_distance: tuple[DistanceScore, ...]
    type: LabelScore
    medium: LabelScore
    exact: Share  # gold statements whose quote is found with exactly its tokens
    usable: Share  # … punctuation aside, with the right type and exactly the right speaker
    unknown_labels: tuple[LabelCount, ...]

    def f1(self, name: str) -> float | None:
        """F1 of the measure of that name, between 0 and 1; `None` where there was nothing to reckon."""
        return next(measure.tally.f1 for measure in self.measures if measure.name == name)


def align(documents: Sequence[CorpusDocument], predictions: Sequence[Prediction]) -> tuple[tuple[Annotation, ...], ...]:
    """What was predicted for each of `documents`, in their order; raises `MalformedFile` unless each is there."""
    by_name = {prediction.name: prediction for prediction in predictions}
    missing = [document.name for document in documents if document.name not in by_name]
    if missing:
        raise MalformedFile(f"nothing is predicted for {len(missing)} documents, the first is {missing[0][:60]!r}")
    foreign = by_name.keys() - {document.name for document in documents}
    if foreign:
        raise MalformedFile(f"{len(foreign)} predicted documents are not in the gold, one is {min(foreign)[:60]!r}")
    for document in documents:
        _require_tokens(document, by_name[document.name])
    return tuple(by_name[document.name].annotations for document in documents)


def score(documents: Sequence[CorpusDocument], predicted: Sequence[Sequence[Annotation]]) -> Scores:
    """The scores of `predicted`, one sequence of statements for each of `documents`."""
    scored = [
        Scored(document, match(document.annotations, annotations), _punctuation(document))
        for document, annotations in zip(documents, predicted, strict=True)
    ]
    instances = [instance for entry in scored for instance in entry.instances]
    pairs = [(instance.gold, instance.predicted) for instance in instances if instance.gold and instance.predicted]
    gold = sum(instance.gold is not None for instance in instances)
    found = sum(instance.predicted is not None for instance in instances)
    usable = sum(is_usable(instance, entry.punctuation) for entry in scored for instance in entry.instances)
    return Scores(
        documents=len(documents),
        gold=gold,
        predicted=found,
        matched=len(pairs),
        measures=tuple(_measure(name, scored, parts) for name, parts in _MEASURES),
        by_type=by_type(instances),
        by_distance=by_distance(scored),
        type=LabelScore(sum(left.type == right.type for left, right in pairs), found, gold),
        medium=LabelScore(sum(left.medium == right.medium for left, right in pairs), found, gold),
        exact=Share(sum(map(is_exact, instances)), gold),
        usable=Share(usable, gold),
        unknown_labels=unknown_labels(instances),
    )


def _require_tokens(document: CorpusDocument, prediction: Prediction) -> None:
    for annotation in prediction.annotations:
        ids = frozenset[int]().union(*(annotation.part(part) for part in PARTS))
        if ids and not (min(ids) >= 0 and max(ids) < len(document.tokens)):
            raise MalformedFile(
                f"line {prediction.line} of the prediction, document {document.name[:60]!r}: token ids reach "
                f"from {min(ids)} to {max(ids)}, the document has 0-{len(document.tokens) - 1}"
            )


def _measure(name: str, scored: Sequence[Scored], parts: tuple[PartName, ...]) -> Measure:
    tallies = [tally(entry.instances, *parts) for entry in scored]
    total = sum(tallies, Tally())
    return Measure(name, total, _bootstrap(tallies) if len(tallies) > 1 and total.f1 is not None else None)


def _bootstrap(tallies: Sequence[Tally]) -> Interval:
    """The 2.5th and 97.5th percentile of F1 when the documents are drawn again with replacement."""
    sums_DS = np.array([(t.precision_sum, t.precision_count, t.recall_sum, t.recall_count) for t in tallies])
    size = len(tallies)
    draws_RD = np.random.default_rng(_SEED).multinomial(size, np.full(size, 1 / size), size=_RESAMPLES)
    precision_sum, precision_count, recall_sum, recall_count = (draws_RD @ sums_DS).T
    precision = _ratio(precision_sum, precision_count)
    recall = _ratio(recall_sum, recall_count)
    low, high = np.percentile(_ratio(2 * precision * recall, precision + recall), [2.5, 97.5])
    return Interval(float(low), float(high))


def _ratio(part: NDArray[np.float64], whole: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)


def _punctuation(document: CorpusDocument) -> frozenset[int]:
    return frozenset(
        number
        for number, span in enumerate(document.tokens)
        if not any(character.isalnum() for character in span.of(document.text))
    )
