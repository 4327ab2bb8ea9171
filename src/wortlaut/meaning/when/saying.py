"""When a statement was said, where the article tells so near the statement.

For each statement there are candidates: expressions of time in its frame and around, and the days on which the
statements before were said. A linear model with "nobody tells" in it chooses among them; its weights stand in
`saying.tsv`, and `training/said_on.py` makes them. A statement within another one, or in the same frame, was said when
that one was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import exp

from wortlaut.meaning.when.evidence import Candidate, Surroundings, Told, candidates
from wortlaut.meaning.when.readings import rows
from wortlaut.types import Document, SaidOn, Span, Statement, TimeRef

__all__ = ["NOBODY", "Question", "Saying", "SayingWeights", "said_on", "shipped_weights"]

NOBODY = "nobody"
_LEAST = "least"


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
        self._told: list[Told] = []

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
        found = candidates(self._surroundings, statement, self._told[-2:])
        answer = self._chosen(found) if self._watch is None else self._shown(statement, found)
        self._told.append(Told(statement, answer))
        return answer

    def _shown(self, statement: Statement, found: Sequence[Candidate]) -> SaidOn | None:
        assert self._watch is not None  # noqa: S101  asked for by `_asked` only then
        right = self._watch(Question(statement.id, tuple(found)))
        return None if right is None else SaidOn(right.since, right.until, right.spans, 1.0)

    def _chosen(self, found: Sequence[Candidate]) -> SaidOn | None:
        """The likeliest candidate, where it is likely enough."""
        if not found:
            return None
        of, nobody = self._weights.of, self._weights.nobody
        scores = [sum(of.get(feature, 0.0) for feature in each.features) for each in found]
        top = max(*scores, nobody)
        powers = [exp(score - top) for score in scores]
        best = max(range(len(found)), key=powers.__getitem__)
        share = powers[best] / (sum(powers) + exp(nobody - top))
        if share < self._weights.least:
            return None
        return SaidOn(found[best].since, found[best].until, found[best].spans, share)


@cache
def shipped_weights() -> SayingWeights:
    """The weights that are shipped."""
    of = {name: float(weight) for name, weight in rows("saying.tsv")}
    return SayingWeights(of, of.pop(NOBODY), of.pop(_LEAST))
