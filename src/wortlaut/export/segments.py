"""Overlapping marks cut into flat segments, so that any outlet can paint them one after the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from wortlaut.types import Found, Span

__all__ = ["Mark", "Role", "Segment", "marks_of", "segments"]


class Role(StrEnum):
    """What a marked stretch is to its statement."""

    QUOTE = "quote"
    FRAME = "frame"
    CUE = "cue"
    SPEAKER = "speaker"
    ADDRESSEE = "addressee"


@dataclass(frozen=True, slots=True)
class Mark:
    """One span of one part of one statement; `statement` is its place (0 first) in the list that was marked."""

    span: Span
    statement: int
    role: Role


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under one unchanging set of marks, the outermost first.

    `opens` and `closes` are those of `marks` that begin or end with this very segment.
    """

    span: Span
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]
    closes: tuple[Mark, ...]


def marks_of(statements: Sequence[Found]) -> tuple[Mark, ...]:
    """Every span of every part of `statements`, in no particular order."""
    return tuple(mark for number, found in enumerate(statements) for mark in _marks(number, found))


def _marks(number: int, found: Found) -> Iterable[Mark]:
    statement = found.statement
    parts = (
        (Role.QUOTE, statement.quote),
        (Role.FRAME, statement.frame.spans),
        (Role.CUE, statement.cue.spans),
        *((Role.SPEAKER, party.mention) for party in statement.speakers),
        *((Role.ADDRESSEE, party.mention) for party in statement.addressees),
    )
    return (Mark(span, number, role) for role, spans in parts for span in spans)


def segments(length: int, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """The whole text (`length` characters) as adjoining segments, cut wherever a mark begins or ends."""
    starts: dict[int, list[Mark]] = {}
    ends: dict[int, list[Mark]] = {}
    for mark in dict.fromkeys(marks):
        starts.setdefault(mark.span.start, []).append(mark)
        ends.setdefault(mark.span.end, []).append(mark)
    cuts = sorted({0, length, *starts, *ends})
    covering: set[Mark] = set()
    result = []
    for start, end in pairwise(cuts):
        covering.difference_update(ends.get(start, ()))
        covering.update(starts.get(start, ()))
        ordered = tuple(sorted(covering, key=_outermost_first))
        result.append(
            Segment(
                Span(start, end),
                ordered,
                tuple(mark for mark in ordered if mark.span.start == start),
                tuple(mark for mark in ordered if mark.span.end == end),
            )
        )
    return tuple(result)


def _outermost_first(mark: Mark) -> tuple[int, int, int, int]:
    """Quotes around roles; among equals the longer, then the earlier statement (a parent comes first)."""
    order = (Role.QUOTE, Role.FRAME, Role.ADDRESSEE, Role.SPEAKER, Role.CUE).index(mark.role)
    return (order, mark.span.start - mark.span.end, mark.statement, mark.span.start)
