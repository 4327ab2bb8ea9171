"""The key of a statement says where it stands in a listing, so that order and days are ranges of keys.

::

    22 bits  day of publication (`date.toordinal()`, 0 where there is none)
    26 bits  key of the article's version
    15 bits  32767 - position in the version

Descending keys are the order of listings: the newest day first, of one day the last version to come in first, within it
the order of the text, articles without a date last. All tables with such keys (`statement`, the index of `party`, the
doclists of the word index) lie in that order on the disk, so a day, a month or „the newest 20“ is read without sorting
and without a look at the other tables.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement

__all__ = [
    "FIRST_DATED",
    "MOST_STATEMENTS",
    "KeyRange",
    "day_keys",
    "day_of_key",
    "ordinal_of",
    "statement_key",
    "version_keys",
    "version_of",
    "version_of_key",
]

_POSITION_BITS = 15
_VERSION_BITS = 26
_MOST_VERSIONS = 1 << _VERSION_BITS
# In one version of an article: what a reader finds in some five million characters.
MOST_STATEMENTS = 1 << _POSITION_BITS
# The least key of a statement in an article with a date.
FIRST_DATED = date.min.toordinal() << (_VERSION_BITS + _POSITION_BITS)


@dataclass(frozen=True, slots=True)
class KeyRange:
    """The keys from `first` through `last`."""

    first: int
    last: int


def statement_key(published: date | None, version_key: int, position: int) -> int:
    """The key of the statement at `position` of a version; raises `ValueError` where there is none for it."""
    if not 0 <= position < MOST_STATEMENTS:
        raise ValueError(f"position {position} of a statement is not below {MOST_STATEMENTS}")
    return version_keys(published, version_key).last - position


def version_keys(published: date | None, version_key: int) -> KeyRange:
    """The keys of all statements of a version."""
    if not 0 < version_key < _MOST_VERSIONS:
        raise ValueError(f"key {version_key} of a version is not between 1 and {_MOST_VERSIONS - 1}")
    first = (_day(published) << _VERSION_BITS | version_key) << _POSITION_BITS
    return KeyRange(first, first + MOST_STATEMENTS - 1)


def day_keys(since: date | None, until: date | None) -> KeyRange:
    """The keys of all statements of these days, both included; without any day those without a date, too."""
    low = 1 if since is None and until is not None else _day(since)
    high = _day(date.max if until is None else until) + 1
    shift = _VERSION_BITS + _POSITION_BITS
    return KeyRange(low << shift, (high << shift) - 1)


def day_of_key(key: ColumnElement[int]) -> ColumnElement[int]:
    """The day of a statement's key (`date.toordinal()`, 0 where there is none), in the words of the tables."""
    return key.op(">>")(_VERSION_BITS + _POSITION_BITS)


def ordinal_of(key: int) -> int:
    """The same of a key at hand."""
    return key >> (_VERSION_BITS + _POSITION_BITS)


def version_of(key: int) -> int:
    """The key of the version that the statement of that key belongs to."""
    return key >> _POSITION_BITS & (_MOST_VERSIONS - 1)


def version_of_key(key: ColumnElement[int]) -> ColumnElement[int]:
    """The same in the words of the tables."""
    return key.op(">>")(_POSITION_BITS).op("&")(_MOST_VERSIONS - 1)


def _day(day: date | None) -> int:
    return 0 if day is None else day.toordinal()
