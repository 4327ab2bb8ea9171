"""What readers differ in, one thing after another, for people to look at."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from wortlaut.agreement.parts import label_of, spans_of
from wortlaut.agreement.records import LABELS, SPANS, Aspect, Disagreement, Side
from wortlaut.agreement.units import JointArticle
from wortlaut.types import Statement

__all__ = ["disagreements"]


def disagreements(articles: Iterable[JointArticle], names: Sequence[str]) -> Iterator[Disagreement]:
    """Every aspect in which two readers of an article differ: article after article, in order of place.

    Where one of them has no statement that is all that is said about it.
    """
    for article in articles:
        for unit in article.units:
            for first, second in combinations(article.readers, 2):
                sides = unit.members[first], unit.members[second]
                for aspect in _differing(*sides):
                    here, there = (
                        _side(names[reader], statement, aspect)
                        for reader, statement in zip((first, second), sides, strict=True)
                    )
                    yield Disagreement(article.id, aspect, here, there)


def _differing(first: Statement | None, second: Statement | None) -> Iterator[Aspect]:
    if first is None or second is None:
        if first is not second:
            yield Aspect.STATEMENT
        return
    yield from (aspect for aspect in SPANS if spans_of(first, aspect) != spans_of(second, aspect))
    yield from (aspect for aspect in LABELS if label_of(first, aspect) != label_of(second, aspect))


def _side(reader: str, statement: Statement | None, aspect: Aspect) -> Side:
    if statement is None:
        return Side(reader, None, ())
    label = label_of(statement, aspect) if aspect in LABELS else None
    return Side(reader, statement.id, spans_of(statement, aspect), label)
