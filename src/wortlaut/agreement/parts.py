"""The aspects of one statement: which characters, which label."""

from collections.abc import Iterable, Sequence

from wortlaut.agreement.records import Aspect
from wortlaut.types import Medium, Span, Statement, StatementType

__all__ = ["LABEL_VALUES", "label_of", "shared", "size", "spans_of"]

_NESTED = ("outermost", "nested")
LABEL_VALUES: dict[Aspect, tuple[str, ...]] = {
    Aspect.TYPE: tuple(StatementType),
    Aspect.MEDIUM: tuple(Medium),
    Aspect.NESTED: _NESTED,
}


def spans_of(statement: Statement, aspect: Aspect) -> tuple[Span, ...]:
    """The characters of that part as spans in order, without overlap."""
    match aspect:
        case Aspect.CUE:
            return _disjoint(statement.cue.spans)
        case Aspect.FRAME:
            return _disjoint(statement.frame.spans)
        case Aspect.SPEAKER:
            return _disjoint(span for party in statement.speakers for span in party.mention)
        case Aspect.ADDRESSEE:
            return _disjoint(span for party in statement.addressees for span in party.mention)
        case _:
            return _disjoint(statement.quote)


def label_of(statement: Statement, aspect: Aspect) -> str:
    """The label in that aspect, one of `LABEL_VALUES`."""
    match aspect:
        case Aspect.TYPE:
            return statement.type.value
        case Aspect.MEDIUM:
            return statement.medium.value
        case _:
            return _NESTED[statement.parent is not None]


def size(spans: Iterable[Span]) -> int:
    """How many characters `spans` have together."""
    return sum(span.end - span.start for span in spans)


def shared(first: Sequence[Span], second: Sequence[Span]) -> int:
    """How many characters stand in both; each side is in order and without overlap."""
    characters = here = there = 0
    while here < len(first) and there < len(second):
        left, right = first[here], second[there]
        characters += max(0, min(left.end, right.end) - max(left.start, right.start))
        if left.end <= right.end:
            here += 1
        else:
            there += 1
    return characters


def _disjoint(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
