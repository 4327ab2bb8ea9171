"""The scores of predicted statements, as the quotation corpus reckons them.

*Messages* are the quotes, *roles* the four roles pooled, *joint* all five parts pooled; nested statements count.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.bootstrap import Draws, Interval
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
from evaluation.matching import Instance, match

__all__ = ["HEADLINES", "Intervals", "Measure", "Scores", "align", "punctuation_of", "score", "tally_of"]

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


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure with its interval (`None` where there is too little to draw from)."""

    name: str
    tally: Tally
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Intervals:
    """The intervals of the shares of that name."""

    type: Interval | None
    medium: Interval | None
    exact: Interval | None
    usable: Interval | None


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
    intervals: Intervals
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
        Scored(document, match(document.annotations, annotations), punctuation_of(document))
        for document, annotations in zip(documents, predicted, strict=True)
    ]
    draws = Draws.of(len(scored))
    counts = [_count(entry) for entry in scored]
    total = sum(counts, _Counts())
    return Scores(
        documents=len(documents),
        gold=total.gold,
        predicted=total.predicted,
        matched=total.matched,
        measures=tuple(_measure(name, scored, parts, draws) for name, parts in _MEASURES),
        by_type=by_type(scored, draws),
        by_distance=by_distance(scored, draws),
        type=LabelScore(total.type, total.predicted, total.gold),
        medium=LabelScore(total.medium, total.predicted, total.gold),
        exact=Share(total.exact, total.gold),
        usable=Share(total.usable, total.gold),
        intervals=_intervals(counts, draws),
        unknown_labels=unknown_labels([instance for entry in scored for instance in entry.instances]),
    )


def tally_of(name: str, instances: Sequence[Instance]) -> Tally:
    """The tally of the measure of that name over `instances`."""
    return tally(instances, *dict(_MEASURES)[name])


def punctuation_of(document: CorpusDocument) -> frozenset[int]:
    """The ids of the tokens that have neither a letter nor a figure."""
    return frozenset(
        number
        for number, span in enumerate(document.tokens)
        if not any(character.isalnum() for character in span.of(document.text))
    )


@dataclass(frozen=True, slots=True)
class _Counts:
    """Statements of one document, or of several: all, the pairs, the pairs with the same label, and so on."""

    gold: int = 0
    predicted: int = 0
    matched: int = 0
    type: int = 0
    medium: int = 0
    exact: int = 0
    usable: int = 0

    def __add__(self, other: "_Counts") -> "_Counts":
        return _Counts(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


def _count(entry: Scored) -> _Counts:
    pairs = [(each.gold, each.predicted) for each in entry.instances if each.gold and each.predicted]
    return _Counts(
        gold=sum(each.gold is not None for each in entry.instances),
        predicted=sum(each.predicted is not None for each in entry.instances),
        matched=len(pairs),
        type=sum(gold.type == predicted.type for gold, predicted in pairs),
        medium=sum(gold.medium == predicted.medium for gold, predicted in pairs),
        exact=sum(map(is_exact, entry.instances)),
        usable=sum(is_usable(each, entry.punctuation) for each in entry.instances),
    )


def _intervals(counts: Sequence[_Counts], draws: Draws) -> Intervals:
    gold = [count.gold for count in counts]
    both = [count.gold + count.predicted for count in counts]
    return Intervals(
        type=draws.share([2 * count.type for count in counts], both),
        medium=draws.share([2 * count.medium for count in counts], both),
        exact=draws.share([count.exact for count in counts], gold),
        usable=draws.share([count.usable for count in counts], gold),
    )


def _require_tokens(document: CorpusDocument, prediction: Prediction) -> None:
    for annotation in prediction.annotations:
        ids = frozenset[int]().union(*(annotation.part(part) for part in PARTS))
        if ids and not (min(ids) >= 0 and max(ids) < len(document.tokens)):
            raise MalformedFile(
                f"line {prediction.line} of the prediction, document {document.name[:60]!r}: token ids reach "
                f"from {min(ids)} to {max(ids)}, the document has 0-{len(document.tokens) - 1}"
            )


def _measure(name: str, scored: Sequence[Scored], parts: tuple[PartName, ...], draws: Draws) -> Measure:
    tallies = [tally(entry.instances, *parts) for entry in scored]
    return Measure(name, sum(tallies, Tally()), draws.f1(tallies))
