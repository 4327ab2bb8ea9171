"""When a statement was said, where the article tells so near the statement.

For each statement there are candidates: expressions of time in its frame and around, and the days on which the
statements before were said. A linear model with "nobody tells" in it chooses among them; its weights stand in
`saying.tsv`, and `training/said_on.py` makes them. As a day holds on from one statement to the next, the likeliest ways
of answering all before are kept side by side, each with its share: a statement that goes on from one whose day is not
sure enough to be told counts for that day all the same. A statement within another one, or in the same frame, was said
when that one was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import exp, fsum

from wortlaut.meaning.when.evidence import Candidate, Nearby, Surroundings, Told
from wortlaut.meaning.when.readings import rows
from wortlaut.types import Document, SaidOn, Span, Statement, TimeRef

__all__ = ["NOBODY", "Question", "Saying", "SayingWeights", "said_on", "shipped_weights"]

NOBODY = "nobody"
_LEAST = "least"
_WAYS = 4  # of answering the statements before that are kept; with 16 the figures are the same
_BACK = 2  # statements before from which a day may hold on


@dataclass(frozen=True, slots=True)
class SayingWeights:
    """The weight of each feature, of "nobody tells", and the confidence below which nothing is told."""

    of: Mapping[str, float]
    nobody: float
    least: float


@dataclass(frozen=True, slots=True)
class Question:
    """A statement for which days may be told, with what may be meant."""

    statement: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class _Way:
    """One way of answering the last statements, and its share of all ways."""

    share: float
    told: tuple[Told, ...]


_Interval = tuple[date, date]
Watch = Callable[[Question], Candidate | None]


def said_on(
    document: Document, statements: Sequence[Statement], refs: Sequence[TimeRef], published: date | None
) -> tuple[SaidOn | None, ...]:
    """When each statement was said, in the order of `statements`; None where the article does not tell.

    `statements` are all of the article, for days hold on from one to the next; `refs` are its expressions of time.
    """
    return Saying(document, statements, refs, published, shipped_weights()).all()


class Saying:
    """Goes through the statements of an article; `watch` sees every question and says what is right, for training."""

    def __init__(
        self,
        document: Document,
        statements: Sequence[Statement],
        refs: Sequence[TimeRef],
        published: date | None,
        weights: SayingWeights,
        *,
        watch: Watch | None = None,
    ) -> None:
        self._statements = statements
        self._surroundings = Surroundings(document, statements, refs, published)
        self._weights = weights
        self._watch = watch
        self._ways = [_Way(1.0, ())]

    def all(self) -> tuple[SaidOn | None, ...]:
        """When each was said, in the order in which they were given."""
        order = sorted(
            range(len(self._statements)),
            key=lambda place: (self._statements[place].quote[0].start, -self._statements[place].quote[-1].end),
        )
        answers: dict[int, SaidOn | None] = {}
        frames: dict[tuple[Span, ...], int] = {}
        around: list[int] = []
        for place in order:
            statement = self._statements[place]
            source = self._source(statement, frames, around)
            answers[place] = self._asked(statement) if source is None else answers[source]
            if statement.frame.spans:
                frames.setdefault(statement.frame.spans, place)
            around.append(place)
        return tuple(answers[place] for place in range(len(self._statements)))

    def _source(self, statement: Statement, frames: Mapping[tuple[Span, ...], int], around: list[int]) -> int | None:
        """The earlier statement whose answer is this one's: around it, or in the same frame."""
        first, last = statement.quote[0].start, statement.quote[-1].end
        while around and self._statements[around[-1]].quote[-1].end <= first:
            around.pop()
        for place in reversed(around):
            if any(span.start <= first and last <= span.end for span in self._statements[place].quote):
                return place
        return frames.get(statement.frame.spans) if statement.frame.spans else None

    def _asked(self, statement: Statement) -> SaidOn | None:
        """The answer for a statement of its own, which is remembered for those that follow."""
        nearby = Nearby(self._surroundings, statement)
        if self._watch is not None:
            answer = self._shown(self._watch, statement, nearby)
            self._ways = [_Way(1.0, (*self._ways[0].told, Told(statement, answer))[-_BACK:])]
            return answer
        answers = self._go_on(statement, nearby)
        best = max(answers, key=lambda each: each.confidence, default=None)
        return best if best is not None and best.confidence >= self._weights.least else None

    def _shown(self, watch: Watch, statement: Statement, nearby: Nearby) -> SaidOn | None:
        right = watch(Question(statement.id, tuple(nearby.candidates(self._ways[0].told))))
        return None if right is None else SaidOn(right.since, right.until, right.spans, 1.0)

    def _go_on(self, statement: Statement, nearby: Nearby) -> list[SaidOn]:
        """The days on which it may have been said, each with its share over all ways; the ways then go on from it."""
        shares: dict[_Interval, float] = {}
        spans: dict[_Interval, tuple[Span, ...]] = {}
        ways: dict[tuple[_Interval | None, ...], _Way] = {}
        for way in self._ways:
            found = nearby.candidates(way.told)
            *each, silent = self._shares(found)
            answers: list[tuple[SaidOn | None, float]] = [(None, silent)]
            for one, share in zip(found, each, strict=True):
                days = one.since, one.until
                shares[days] = shares.get(days, 0.0) + way.share * share
                answers.append((SaidOn(*days, spans.setdefault(days, one.spans), share), share))
            for answer, share in answers:
                told = (*way.told, Told(statement, answer))[-_BACK:]
                key = tuple(
                    None if known.answer is None else (known.answer.since, known.answer.until) for known in told
                )
                before = ways[key].share if key in ways else 0.0
                ways[key] = _Way(before + way.share * share, told)
        best = sorted(ways.values(), key=lambda way: -way.share)[:_WAYS]
        whole = sum(way.share for way in best)
        self._ways = [_Way(way.share / whole, way.told) for way in best]
        return [SaidOn(*days, spans[days], share) for days, share in shares.items()]

    def _shares(self, found: Sequence[Candidate]) -> list[float]:
        """How likely each candidate is, and at last that nobody tells."""
        of = self._weights.of
        # Features are a set, in no order: an exact sum is the same in every run.
        scores = [fsum(of.get(feature, 0.0) for feature in each.features) for each in found] + [self._weights.nobody]
        top = max(scores)
        powers = [exp(score - top) for score in scores]
        whole = sum(powers)
        return [power / whole for power in powers]


@cache
def shipped_weights() -> SayingWeights:
    """The weights that are shipped."""
    of = {name: float(weight) for name, weight in rows("saying.tsv")}
    return SayingWeights(of, of.pop(NOBODY), of.pop(_LEAST))
