"""Days as sources give them: exact, or known by month or year only (`2005-11-22`, `2005-11`, `2005`)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

__all__ = ["earliest", "is_day", "latest"]

_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII)


@lru_cache(maxsize=4096)
def is_day(text: str) -> bool:
    """True for a date of the calendar, written `YYYY`, `YYYY-MM` or `YYYY-MM-DD`."""
    found = _DAY.fullmatch(text)
    if found is None:
        return False
    year, month, day = (int(part) if part else 1 for part in found.groups())
    return year > 0 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def earliest(text: str) -> date:
    """The first day that is meant; of a year the first of January."""
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :])


def latest(text: str) -> date:
    """The last day that is meant; of a year the last of December."""
    first = earliest(text)
    if len(text) == len("YYYY"):
        return first.replace(month=12, day=31)
    if len(text) == len("YYYY-MM"):
        return first.replace(day=monthrange(first.year, first.month)[1])
    return first
