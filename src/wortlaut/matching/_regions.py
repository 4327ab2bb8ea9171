"""What became of a stretch of tokens whose words changed, from the images of single tokens (-1: gone)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Run", "region", "runs"]

# New tokens that may be put in, beyond as many again as there are old ones, before what stands there counts as
# something else. By judgement: a subordinate clause.
_PUT_IN = 12


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Tokens that stand side by side in both texts: half-open ranges of equal length."""

    new_start: int
    new_end: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Pin:
    """An old token and the new token that it became."""

    old: int
    new: int


def runs(images: Sequence[int], start: int, end: int) -> list[Run]:
    """The runs of the old tokens from `start` to `end` that are still there, in the order of the old text."""
    found: list[Run] = []
    for index in range(start, end):
        image = images[index]
        if image < 0:
            continue
        if found and found[-1].end == index and found[-1].new_end == image:
            found[-1] = Run(found[-1].new_start, image + 1, found[-1].start, index + 1)
        else:
            found.append(Run(image, image + 1, index, index + 1))
    return found


def region(images: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """The half-open range of new tokens that stands where the old tokens from `start` to `end` stood; may be empty.

    Where their neighbours were reworded, too, the new words are shared out by length. The first and last token of the
    texts must have an image each.
    """
    before = _nearest(images, range(start - 1, -1, -1))
    behind = _nearest(images, range(end, len(images)))
    kept = _coherent(runs(images, start, end))
    if not kept:
        if behind.new <= before.new:  # one of them was moved: nothing stands between them
            return 0, 0
        return _boundary(before, behind, start), _boundary(before, behind, end, up=True)
    first = _Pin(kept[0].start, kept[0].new_start)
    last = _Pin(kept[-1].end - 1, kept[-1].new_end - 1)
    return (
        _boundary(before, first, start) if _are_close(before, first) else first.new,
        _boundary(last, behind, end, up=True) if _are_close(last, behind) else last.new + 1,
    )


def _nearest(images: Sequence[int], indices: Iterable[int]) -> _Pin:
    return next(_Pin(index, images[index]) for index in indices if images[index] >= 0)


def _are_close(left: _Pin, right: _Pin) -> bool:
    """Whether what stands between both now may be what stood between them."""
    return 0 < right.new - left.new <= 2 * (right.old - left.old) + _PUT_IN


def _coherent(found: Sequence[Run]) -> list[Run]:
    """The longest run and those around it that lie as near to it as they did; others are chance or were moved."""
    if not found:
        return []
    longest = max(range(len(found)), key=lambda index: found[index].end - found[index].start)
    kept = [found[longest]]
    for run in found[longest + 1 :]:
        if _are_close(_Pin(kept[-1].end - 1, kept[-1].new_end - 1), _Pin(run.start, run.new_start)):
            kept.append(run)
    for run in reversed(found[:longest]):
        if _are_close(_Pin(run.end - 1, run.new_end - 1), _Pin(kept[0].start, kept[0].new_start)):
            kept.insert(0, run)
    return kept


def _boundary(left: _Pin, right: _Pin, index: int, *, up: bool = False) -> int:
    """The new token before which old token `index` would stand, between two pins; in doubt the later one with `up`."""
    old_gap, new_gap = right.old - left.old - 1, right.new - left.new - 1
    if not old_gap:
        return right.new if up else left.new + 1
    passed = (index - left.old - 1) * new_gap
    return left.new + 1 + (-(-passed // old_gap) if up else passed // old_gap)
