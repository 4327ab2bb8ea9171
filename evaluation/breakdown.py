"""What explains a score: how it falls by type of statement and by the distance of the speaker, and what is usable."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evaluation.bootstrap import Draws, Interval
from evaluation.corpus import Annotation, CorpusDocument
from evaluation.figures import Tally, tally
from evaluation.matching import Instance

__all__ = [
    "KNOWN_MEDIA",
    "KNOWN_TYPES",
    "Distance",
    "DistanceScore",
    "LabelCount",
    "Scored",
    "TypeScore",
    "by_distance",
    "by_type",
    "is_exact",
    "is_usable",
    "unknown_labels",
]

KNOWN_TYPES = ("Direct", "Indirect", "Reported", "FreeIndirect", "IndirectFreeIndirect")
KNOWN_MEDIA = ("Speech", "Thought", "Writing", "ST", "SW", "TW")


class Distance(StrEnum):
    """Where the speaker stands, in sentences as seen from the quote."""

    SAME = "same sentence"
    ONE = "1 before"
    TWO = "2 before"
    FAR = "3 or more before"
    AFTER = "after"
    NOBODY = "no speaker in the gold"


@dataclass(frozen=True, slots=True)
class Scored:
    """A document with its instances and the ids of its tokens that are punctuation."""

    document: CorpusDocument
    instances: tuple[Instance, ...]
    punctuation: frozenset[int]


@dataclass(frozen=True, slots=True)
class TypeScore:
    """How well quotes of one type are found.

    Recall is over the gold statements of that type, whatever type was predicted; precision over the predictions that
    match one of them, and over the unmatched ones that claim that type.
    """

    type: str
    gold: int
    predicted: int  # how many predictions claim that type
    messages: Tally
    interval: Interval | None  # of F1


@dataclass(frozen=True, slots=True)
class DistanceScore:
    """How well speakers at one distance are found, over the gold statements that have them there."""

    distance: Distance
    gold: int
    speaker: Tally
    interval: Interval | None  # of F1


@dataclass(frozen=True, slots=True)
class LabelCount:
    """A type or medium that the corpus' guidelines do not have, and how often it stands there."""

    label: str  # as "gold medium 'none'"
    count: int


def by_type(scored: Sequence[Scored], draws: Draws) -> tuple[TypeScore, ...]:
    """One score for each type that the guidelines have."""
    return tuple(_of_type(scored, name, draws) for name in KNOWN_TYPES)


def by_distance(scored: Sequence[Scored], draws: Draws) -> tuple[DistanceScore, ...]:
    """The speaker's score at each distance; predictions that match no gold statement belong to none."""
    found: dict[Distance, list[list[Instance]]] = {distance: [[] for _ in scored] for distance in Distance}
    for number, entry in enumerate(scored):
        for instance in entry.instances:
            if instance.gold and instance.gold.quote:
                found[_distance(instance.gold, entry.document)][number].append(instance)
    scores = []
    for distance, by_document in found.items():
        tallies = [tally(instances, "speaker") for instances in by_document]
        count = sum(map(len, by_document))
        scores.append(DistanceScore(distance, count, sum(tallies, Tally()), draws.f1(tallies)))
    return tuple(scores)


def is_exact(instance: Instance) -> bool:
    """Whether the predicted quote has exactly the tokens of the gold one."""
    return bool(instance.gold and instance.predicted and instance.gold.quote == instance.predicted.quote)


def is_usable(instance: Instance, punctuation: frozenset[int]) -> bool:
    """Whether a person could keep the record as it is: words of quote and speaker exact, and the type right."""
    gold, predicted = instance.gold, instance.predicted
    if gold is None or predicted is None or gold.type != predicted.type:
        return False
    return gold.quote - punctuation == predicted.quote - punctuation and (
        gold.speaker - punctuation == predicted.speaker - punctuation
    )


def unknown_labels(instances: Sequence[Instance]) -> tuple[LabelCount, ...]:
    """The labels outside the guidelines, which match nothing but themselves."""
    counts = Counter(
        label
        for instance in instances
        for side, annotation in (("gold", instance.gold), ("predicted", instance.predicted))
        if annotation
        for label in _foreign(side, annotation)
    )
    return tuple(LabelCount(label, count) for label, count in sorted(counts.items()))


def _foreign(side: str, annotation: Annotation) -> Iterator[str]:
    if annotation.type not in KNOWN_TYPES:
        yield f"{side} type {annotation.type!r}"
    if annotation.medium not in KNOWN_MEDIA:
        yield f"{side} medium {annotation.medium!r}"


def _of_type(scored: Sequence[Scored], name: str, draws: Draws) -> TypeScore:
    gold = claimed = 0
    tallies = []
    for entry in scored:
        of_type = [each for each in entry.instances if each.gold and each.gold.type == name]
        claims = [each for each in entry.instances if each.predicted and each.predicted.type == name]
        spurious = [each for each in claims if each.gold is None]
        gold, claimed = gold + len(of_type), claimed + len(claims)
        tallies.append(tally([*of_type, *spurious], "quote"))
    return TypeScore(name, gold, claimed, sum(tallies, Tally()), draws.f1(tallies))


def _distance(gold: Annotation, document: CorpusDocument) -> Distance:
    """The nearest of the speaker's sentences counts; of two equally near ones the earlier."""
    if not gold.speaker:
        return Distance.NOBODY
    quoted = _sentences(gold.quote, document)
    steps = [mine - theirs for theirs in _sentences(gold.speaker, document) for mine in quoted]
    nearest = min(steps, key=lambda step: (abs(step), step < 0))
    if nearest < 0:
        return Distance.AFTER
    return (Distance.SAME, Distance.ONE, Distance.TWO, Distance.FAR)[min(nearest, 3)]


def _sentences(tokens: frozenset[int], document: CorpusDocument) -> set[int]:
    return {
        number
        for number, sentence in enumerate(document.sentences)
        if any(sentence.start <= token < sentence.end for token in tokens)
    }
