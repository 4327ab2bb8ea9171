"""How quotes are written as one tag a token, and read back.

Two layers of tags are used: the outer quotes, and quotes inside them. In each layer a token is outside, begins a quote
of a type, goes on with it, or takes it up again behind a gap („…“, sagte sie, „…“).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from wortlaut.types import StatementType, TokenRange

__all__ = ["OUTSIDE", "TAGS", "TYPES", "TaggedQuote", "allowed", "begin_tag", "quotes_from_tags", "tags_from_quotes"]

TYPES = tuple(StatementType)
OUTSIDE = 0
_BEGIN, _INSIDE, _CONTINUE = 1, 2, 3
TAGS = 1 + 3 * len(TYPES)


@dataclass(frozen=True, slots=True)
class TaggedQuote:
    """A quote as token ranges in order, several where it is split."""

    type: StatementType
    ranges: tuple[TokenRange, ...]


def begin_tag(kind: StatementType) -> int:
    """The tag of a token that begins a quote of that type."""
    return 1 + 3 * TYPES.index(kind)


def allowed(before: int, after: int) -> bool:
    """Whether a token tagged `before` may be followed by one tagged `after`: no quote goes on without its beginning."""
    if after == OUTSIDE or _role(after) != _INSIDE:
        return True
    return before != OUTSIDE and _type(before) == _type(after)


def tags_from_quotes(quotes: Iterable[TaggedQuote], length: int) -> list[int]:
    """The tags of `length` tokens; the quotes must not overlap."""
    tags = [OUTSIDE] * length
    for quote in quotes:
        first = begin_tag(quote.type)
        for number, part in enumerate(quote.ranges):
            tags[part.start] = first + (_CONTINUE if number else _BEGIN) - 1
            for token in range(part.start + 1, part.end):
                tags[token] = first + _INSIDE - 1
    return tags


def quotes_from_tags(tags: Iterable[int]) -> list[TaggedQuote]:
    """The quotes that the tags write, in order of their first token; a part without a beginning begins a quote."""
    types: list[StatementType] = []
    ranges: list[list[TokenRange]] = []
    before = OUTSIDE
    for token, tag in enumerate(tags):
        if tag != OUTSIDE:
            goes_on = _role(tag) == _INSIDE and before != OUTSIDE
            if goes_on:
                ranges[-1][-1] = TokenRange(ranges[-1][-1].start, token + 1)
            elif _role(tag) == _CONTINUE and ranges:
                ranges[-1].append(TokenRange(token, token + 1))
            else:
                types.append(TYPES[_type(tag)])
                ranges.append([TokenRange(token, token + 1)])
        before = tag
    return [TaggedQuote(kind, _joined(parts)) for kind, parts in zip(types, ranges, strict=True)]


def _joined(parts: list[TokenRange]) -> tuple[TokenRange, ...]:
    """The parts with those that touch made one."""
    joined: list[TokenRange] = []
    for part in parts:
        if joined and joined[-1].end == part.start:
            joined[-1] = TokenRange(joined[-1].start, part.end)
        else:
            joined.append(part)
    return tuple(joined)


def _role(tag: int) -> int:
    return (tag - 1) % 3 + 1


def _type(tag: int) -> int:
    return (tag - 1) // 3
