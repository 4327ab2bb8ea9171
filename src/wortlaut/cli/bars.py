"""Bars and columns out of letters, for terminals."""

from collections.abc import Mapping, Sequence
from datetime import date

__all__ = ["bar", "columns"]

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_HEIGHTS = " ▁▂▃▄▅▆▇█"
_PLAIN = " .:-=+*#@"


def bar(number: int, most: int, width: int, *, fine: bool) -> str:
    """A bar as long as `number` is of `most`, in so many letters at most; what is there at all has something to see.

    `fine` says whether the terminal has blocks; else it is made of `#`.
    """
    if number <= 0 or most <= 0:
        return ""
    eighths = max(1, round(8 * width * number / most))
    if not fine:
        return "#" * max(1, round(eighths / 8))
    whole, rest = divmod(eighths, 8)
    return "█" * whole + (_EIGHTHS[rest] if rest else "")


def columns(numbers: Mapping[date, int], width: int, step_days: int, *, fine: bool) -> str:
    """One letter a stretch of time, as high as the numbers of the days in it: from the first day to the last.

    There are no more stretches than steps of so many days. A stretch that has anything has something to see.
    """
    if not numbers:
        return ""
    first, last = min(numbers).toordinal(), max(numbers).toordinal()
    count = max(1, min(width, (last - first) // step_days + 1))
    sums = [0] * count
    for day, number in numbers.items():
        sums[(day.toordinal() - first) * count // (last - first + 1)] += number
    return _heights(sums, _HEIGHTS if fine else _PLAIN)


def _heights(sums: Sequence[int], letters: str) -> str:
    most = max(sums)
    return "".join(letters[-(-8 * each // most)] if each > 0 else letters[0] for each in sums)
