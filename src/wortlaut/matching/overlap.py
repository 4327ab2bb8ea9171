"""Which statements of two readings are the same statement, and what a later version of a text changed.

A reading may be another reader's of the same text, or of another version of it: then the old places are carried there.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate

from wortlaut.matching._assignment import assign
from wortlaut.matching.alignment import Alignment, align
from wortlaut.types import Span, Statement

__all__ = ["Change", "ChangeKind", "Pair", "changes", "pair"]

# Two statements are the same from this overlap on. Two networks over the quotation corpus' training part, the second
# with noise on its weights in two of three trials (7,309 gold statements found by both): right 99.6 % at 0.3 and at
# 0.4, none missed; at 0.5 14 are missed, at 0.7 115. Pairs of two different gold statements: 44 at 0.3, 38 at 0.4, 34
# at 0.5. The same value serves for the words of a reworded statement near its old place: of 13,803 pairs of different
# statements of one article 36 have words so like.
_SAME = 0.4
# The same for words at another place, where a statement was moved and reworded: 6 of those 13,803 pairs have it. With
# heavy edits (1,311 statements) 62 are missed without this step, 42 with it; 10 go wrong each time, all of them
# quotes that the corpus has twice, and none of 168 that are gone is found.
_ELSEWHERE = 0.6
# What is added to the overlap where several statements could be the same, as they stand inside one another. Gold
# statements, 15 % left out, 40 % with shifted bounds, twice (2,097 in both): 38 go wrong with 0.02, 0.01 and 0.001, 28
# with 0.1 for the type, 29 with 0.05 for the speaker. More for the depth hurts nested ones: 17 go wrong at 0.02, 27 at
# 0.2.
_SAME_DEPTH = 0.02
_SAME_TYPE = 0.05
_SAME_SPEAKER = 0.05
_SAME_PLACE = 0.000_001  # decides between statements that are alike in all else

_WORD = re.compile(r"\w+")
# Letters of a word that count, so that other endings do not. Of the 13,803 pairs 50 are as like as 0.4 with 4 letters,
# 36 with 5, 32 with 6.
_STEM = 5


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Indices of an old and a new statement that are the same, and how far their quotes overlap (0 to 1)."""

    old: int
    new: int
    overlap: float


class ChangeKind(StrEnum):
    """What became of a statement in a later version of the text."""

    KEPT = "kept"
    REWORDED = "reworded"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One statement's change from an old version to a new one; `old` is `None` where added, `new` where removed.

    `in_both`: whether the quote's words stand in both texts. What was added or removed with `in_both` is the reader's
    doing, not the writer's.
    """

    kind: ChangeKind
    old: Statement | None
    new: Statement | None
    in_both: bool


class _Placed:
    """A statement of either reading with its quote's places in the new text."""

    def __init__(self, statement: Statement, text: str | None, alignment: Alignment | None) -> None:
        """`text` is what the statement was read from; `alignment` carries from there where it is another one."""
        self.statement = statement
        self._text = text
        self._alignment = alignment
        own = statement.quote if text is None else tuple(_trimmed(span, text) for span in statement.quote)
        self.size = sum(span.end - span.start for span in own)
        self.places = own if alignment is None else tuple(piece for span in own for piece in alignment.pieces(span))
        self.whole = alignment is None or sum(span.end - span.start for span in self.places) >= self.size

    @cached_property
    def reach(self) -> Span | None:
        """The stretch of the new text in which it is looked for."""
        places = list(self.places)
        if not self.whole and self._alignment is not None:
            places += [near for span in self.statement.quote if (near := self._alignment.near(span)) is not None]
        return Span(min(place.start for place in places), max(place.end for place in places)) if places else None

    @cached_property
    def speaker(self) -> tuple[Span, ...]:
        """Where its speakers stand in the new text."""
        mentions = [span for party in self.statement.speakers for span in party.mention]
        if self._alignment is None:
            return tuple(mentions)
        return tuple(piece for span in mentions for piece in self._alignment.pieces(span))

    @cached_property
    def words(self) -> Counter[str]:
        """Beginnings of its quote's words, each as often as it is long."""
        beginnings: Counter[str] = Counter()
        for word in _words(self.statement.quote, self._text or ""):
            beginnings[word.casefold()[:_STEM]] += len(word)
        return beginnings


def pair(old: Sequence[Statement], new: Sequence[Statement], *, alignment: Alignment | None = None) -> tuple[Pair, ...]:
    """The statements of two readings that are the same, one to one, ordered by the old ones.

    Without `alignment` both readings are of the same text. With it white space and marks at the ends of quotes do not
    count, and statements that were reworded are found by their place and words.
    """
    differing = alignment if alignment is not None and alignment.old != alignment.new else None
    olds = [_Placed(statement, None if alignment is None else alignment.old, differing) for statement in old]
    news = [_Placed(statement, None if alignment is None else alignment.new, None) for statement in new]
    found = _choose(olds, news, _overlaps(olds, news, differing=differing is not None))
    if differing is not None:
        found |= _choose(olds, news, _elsewhere(olds, news, found))
    return tuple(sorted(Pair(*edge, overlap) for edge, overlap in found.items()))


def changes(
    old: Sequence[Statement],
    new: Sequence[Statement],
    old_text: str,
    new_text: str,
    *,
    alignment: Alignment | None = None,
) -> tuple[Change, ...]:
    """What became of every statement, in the order of the new text; what was removed stands where it stood.

    `alignment` is the one of both texts, where it is at hand; one of other texts raises `ValueError`.
    """
    alignment = align(old_text, new_text) if alignment is None else alignment
    if (alignment.old, alignment.new) != (old_text, new_text):
        raise ValueError("the alignment is of other texts; leave it out or pass `align(old_text, new_text)`")
    back = alignment.turned()
    partner = {found.old: found.new for found in pair(old, new, alignment=alignment)}
    taken = set(partner.values())
    kept = (_change(old[index], new[other], alignment, back) for index, other in partner.items())
    removed = (
        Change(ChangeKind.REMOVED, statement, None, alignment.carry_all(statement.quote) is not None)
        for index, statement in enumerate(old)
        if index not in partner
    )
    added = (
        Change(ChangeKind.ADDED, None, statement, back.carry_all(statement.quote) is not None)
        for index, statement in enumerate(new)
        if index not in taken
    )
    return tuple(sorted((*kept, *removed, *added), key=lambda change: _order(change, alignment)))


def _change(old: Statement, new: Statement, alignment: Alignment, back: Alignment) -> Change:
    """A pair's change: kept where both quotes' words stand in both texts, wherever a reader drew their bounds."""
    same = _words(old.quote, alignment.old) == _words(new.quote, alignment.new)
    same = same or (alignment.carry_all(old.quote) is not None and back.carry_all(new.quote) is not None)
    return Change(ChangeKind.KEPT if same else ChangeKind.REWORDED, old, new, same)


def _order(change: Change, alignment: Alignment) -> tuple[int, int, bool]:
    """Place in the new text, longer quotes first."""
    if change.new is not None:
        return change.new.quote[0].start, -change.new.quote[-1].end, True
    quote = change.old.quote if change.old is not None else ()
    first, last = quote[0], quote[-1]
    return alignment.position(first.start), -alignment.position(last.end), False


def _overlaps(olds: Sequence[_Placed], news: Sequence[_Placed], *, differing: bool) -> dict[tuple[int, int], float]:
    """The overlap of every two statements that have a place in common and enough of it to be the same."""
    overlaps: dict[tuple[int, int], float] = {}
    for index, other in _touching([placed.reach for placed in olds], [placed.reach for placed in news]):
        overlap = _shared(olds[index], news[other])
        if differing and not olds[index].whole:
            overlap = max(overlap, _likeness(olds[index], news[other]))
        if overlap >= _SAME:
            overlaps[index, other] = overlap
    return overlaps


def _touching(olds: Sequence[Span | None], news: Sequence[Span | None]) -> Iterator[tuple[int, int]]:
    """The indices of every two spans that share a character."""
    ordered = sorted((span, index) for index, span in enumerate(news) if span is not None)
    starts = [span.start for span, _ in ordered]
    furthest = list(accumulate((span.end for span, _ in ordered), max))
    for index, span in enumerate(olds):
        if span is not None:
            candidates = ordered[bisect_right(furthest, span.start) : bisect_left(starts, span.end)]
            yield from ((index, other) for place, other in candidates if place.end > span.start)


def _shared(old: _Placed, new: _Placed) -> float:
    """Dice's coefficient of the characters of both quotes."""
    return 2 * _common(old.places, new.places) / (old.size + new.size)


def _common(spans: Iterable[Span], others: Sequence[Span]) -> int:
    return sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for span in spans for other in others)


def _likeness(old: _Placed, new: _Placed) -> float:
    """Dice's coefficient of the characters of both quotes' words, in any order, endings aside."""
    size = old.words.total() + new.words.total()
    return 2 * (old.words & new.words).total() / size if size else 0.0


def _elsewhere(
    olds: Sequence[_Placed], news: Sequence[_Placed], found: Iterable[tuple[int, int]]
) -> dict[tuple[int, int], float]:
    """The likeness of those left over that have nearly the same words at another place."""
    pairs = set(found)
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    left = [(row, old) for row, old in enumerate(olds) if row not in rows and not old.whole]
    free = [(column, new) for column, new in enumerate(news) if column not in columns]
    like = {(row, column): _likeness(old, new) for row, old in left for column, new in free}
    return {edge: likeness for edge, likeness in like.items() if likeness >= _ELSEWHERE}


def _choose(
    olds: Sequence[_Placed], news: Sequence[_Placed], overlaps: dict[tuple[int, int], float]
) -> dict[tuple[int, int], float]:
    """The edges of the best one-to-one choice, with their overlap."""
    rows, columns = Counter(row for row, _ in overlaps), Counter(column for _, column in overlaps)
    weights = {
        (row, column): overlap if rows[row] == columns[column] == 1 else overlap + _preference(olds[row], news[column])
        for (row, column), overlap in overlaps.items()
    }
    return {edge: overlaps[edge] for edge in assign(weights)}


def _preference(old: _Placed, new: _Placed) -> float:
    """What decides between equal overlaps: depth, type, speaker, place, in this order."""
    one, other = old.statement, new.statement
    return (
        _SAME_DEPTH * ((one.parent is None) == (other.parent is None))
        + _SAME_TYPE * (one.type is other.type)
        + _SAME_SPEAKER * _dice(old.speaker, new.speaker)
        + _SAME_PLACE / (1 + abs(_start(old) - _start(new)))
    )


def _start(placed: _Placed) -> int:
    return placed.reach.start if placed.reach else 0


def _dice(spans: Sequence[Span], others: Sequence[Span]) -> float:
    size = sum(span.end - span.start for span in (*spans, *others))
    return 2 * _common(spans, others) / size if size else 0.0


def _words(spans: Iterable[Span], text: str) -> list[str]:
    return [word for span in spans for word in _WORD.findall(span.of(text))]


def _trimmed(span: Span, text: str) -> Span:
    """The span without what is no letter or digit at its ends; the span itself where it has none."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end) if start < end else span
