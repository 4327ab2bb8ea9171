"""Where the tokens of one text stand in another: runs in the same order first, then what was moved.

Tokens are single characters here, one for each different word (`wortlaut.matching.alignment` makes them), so that whole
texts are compared and searched by compiled code.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["common", "common_back", "images"]

# Above so many pairs of tokens the texts are first cut at runs that each has once: a piece takes 10 ms and 6 MB at the
# most. Two articles of 6,000 words are below.
_CELLS = 50_000_000
_ANCHOR = 8  # tokens of a run that cuts
# Tokens of a run that tells a move. Heavy edits (`alignment`), speakers missed: 1.5 % at 4, 5 and 8, 2.3 % without.
_MOVED = 5


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of old tokens and the stretch of new ones that stands where it stood."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def cells(self) -> int:
        return (self.old_end - self.old_start) * (self.new_end - self.new_start)


def images(old: str, new: str) -> list[int]:
    """For each token of `old` its index in `new`, -1 where it is not there any more; no index comes twice."""
    found = [-1] * len(old)
    whole = _Piece(0, len(old), 0, len(new))
    for piece in _pieces(old, new, whole, found):
        _compare(old, new, piece, found)
    _add_moved(old, new, found)
    return found


def _pieces(old: str, new: str, whole: _Piece, found: list[int]) -> Iterator[_Piece]:
    """What is left to compare, small enough; the equal ends and the runs at which it was cut go into `found`."""
    inner = _strip(old, new, whole, found)
    if inner.cells <= _CELLS:
        yield inner
        return
    start, new_start = inner.old_start, inner.new_start
    for place, new_place in _rising(_shared_runs(old, new, _ANCHOR, inner, found)):
        if place < start or new_place < new_start:
            continue  # inside the run before
        yield _strip(old, new, _Piece(start, place, new_start, new_place), found)
        size = common(old, new, place, new_place, min(inner.old_end - place, inner.new_end - new_place))
        found[place : place + size] = range(new_place, new_place + size)
        start, new_start = place + size, new_place + size
    yield _strip(old, new, _Piece(start, inner.old_end, new_start, inner.new_end), found)


def _compare(old: str, new: str, piece: _Piece, found: list[int]) -> None:
    """Enter the longest common subsequence of both sides; two sides too large for it count as reworded."""
    if not 0 < piece.cells <= _CELLS:
        return
    from rapidfuzz.distance import LCSseq

    sides = old[piece.old_start : piece.old_end], new[piece.new_start : piece.new_end]
    for block in LCSseq.opcodes(*sides).as_matching_blocks():
        place = piece.old_start + block.a
        found[place : place + block.size] = range(piece.new_start + block.b, piece.new_start + block.b + block.size)


def _strip(old: str, new: str, piece: _Piece, found: list[int]) -> _Piece:
    """What is left of `piece` without the equal tokens at both ends, which are entered."""
    start, new_start, end, new_end = piece.old_start, piece.new_start, piece.old_end, piece.new_end
    front = common(old, new, start, new_start, min(end - start, new_end - new_start))
    found[start : start + front] = range(new_start, new_start + front)
    start, new_start = start + front, new_start + front
    rest = min(end - start, new_end - new_start)
    back = common_back(old, new, end, new_end, rest)
    found[end - back : end] = range(new_end - back, new_end)
    return _Piece(start, end - back, new_start, new_end - back)


def common(old: str, new: str, place: int, new_place: int, most: int) -> int:
    """How many tokens, `most` at the most, are the same from both places on."""
    size, step = 0, 1
    while step and size < most:
        step = min(step, most - size)
        if old[place + size : place + size + step] == new[new_place + size : new_place + size + step]:
            size, step = size + step, 2 * step
        else:
            step //= 2
    return size


def common_back(old: str, new: str, end: int, new_end: int, most: int) -> int:
    """How many tokens, `most` at the most, are the same before both ends."""
    size, step = 0, 1
    while step and size < most:
        step = min(step, most - size)
        if old[end - size - step : end - size] == new[new_end - size - step : new_end - size]:
            size, step = size + step, 2 * step
        else:
            step //= 2
    return size


def _shared_runs(old: str, new: str, length: int, piece: _Piece, found: Sequence[int]) -> list[tuple[int, int]]:
    """Old and new place of each run of `length` tokens not yet found that both sides of `piece` have exactly once."""
    taken = bytearray(len(new))
    for image in found:
        if image >= 0:
            taken[image] = 1
    free = bytes(image < 0 for image in found)
    places = _single(old, length, range(piece.old_start, piece.old_end - length + 1), free)
    new_places = _single(
        new, length, range(piece.new_start, piece.new_end - length + 1), bytes(1 - one for one in taken)
    )
    return [(place, new_places[run]) for run, place in places.items() if run in new_places]


def _single(tokens: str, length: int, places: range, free: bytes) -> dict[str, int]:
    """The place of each run of `length` free tokens that stands there once."""
    seen: dict[str, int] = {}
    whole = b"\1" * length
    for place in places:
        if free[place : place + length] == whole:
            run = tokens[place : place + length]
            seen[run] = -1 if run in seen else place
    return {run: place for run, place in seen.items() if place >= 0}


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of `pairs`, which are in order of the first number, in which the second number rises, too."""
    tails: list[int] = []  # the smallest second number that ends a row of each length
    ends: list[int] = []  # index of the pair that does
    before = [-1] * len(pairs)
    for index, (_, number) in enumerate(pairs):
        length = bisect_left(tails, number)
        before[index] = ends[length - 1] if length else -1
        if length == len(tails):
            tails.append(number)
            ends.append(index)
        else:
            tails[length], ends[length] = number, index
    row: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        row.append(pairs[index])
        index = before[index]
    return row[::-1]


def _add_moved(old: str, new: str, found: list[int]) -> None:
    """Enter the runs that went to another place: only there once on either side, among what is left over."""
    taken = set(found)
    for place, new_place in _shared_runs(old, new, _MOVED, _Piece(0, len(old), 0, len(new)), found):
        if found[place] >= 0 or new_place in taken:
            continue  # inside a run already entered
        start, new_start = place, new_place
        while start and found[start - 1] < 0 and new_start - 1 not in taken and old[start - 1] == new[new_start - 1]:
            start, new_start = start - 1, new_start - 1
        while start < len(old) and new_start < len(new) and old[start] == new[new_start]:
            if found[start] >= 0 or new_start in taken:
                break
            found[start] = new_start
            taken.add(new_start)
            start, new_start = start + 1, new_start + 1
