"""The grammar of time: texts in, expressions of time out."""

from collections.abc import Sequence
from datetime import date

from benchmarks.figures import Figure, times
from wortlaut.language import analyse
from wortlaut.meaning.when import times as expressions
from wortlaut.types import TimeRef

__all__ = ["expressions_of_time"]

_TARGET = 200_000
_PUBLISHED = date(2025, 11, 27)


def expressions_of_time(texts: Sequence[str], *, runs: int) -> list[Figure]:
    """Characters a second, from the text on and of the grammar alone."""
    documents = [analyse(text) for text in texts]
    characters = sum(map(len, texts))

    def whole() -> list[tuple[TimeRef, ...]]:
        return [expressions(analyse(text), _PUBLISHED) for text in texts]

    def grammar() -> list[tuple[TimeRef, ...]]:
        return [expressions(document, _PUBLISHED) for document in documents]

    density = 1000 * sum(map(len, grammar())) / characters
    unit = "characters/s"
    return [
        Figure.rate("text to expressions of time", characters, times(runs, whole), unit=unit, target=_TARGET),
        Figure.rate("– the grammar", characters, times(runs, grammar), unit=unit),
        Figure("expressions found", "in 1,000 characters", density, density, density, runs=1),
    ]
