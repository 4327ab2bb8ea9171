"""Dates as news items write them: ISO 8601, German, English and RFC 2822, seconds since 1970."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

__all__ = ["parse_date", "since_1970"]

_MONTHS = {
    "jan": 1, "jän": 1, "feb": 2, "mar": 3, "mär": 3, "mae": 3, "mrz": 3, "apr": 4, "mai": 5, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dez": 12, "dec": 12,
}  # fmt: skip
_MONTH = (
    r"(?P<month>jan(?:uar|uary)?|jän(?:ner)?|feb(?:ruar|ruary|er)?|märz?|maerz|mar(?:ch)?|mrz|apr(?:il)?|mai|may"
    r"|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|de[zc](?:ember)?)"
)
_WEEKDAY = (
    r"(?:(?:am\s+)?(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun)\.?,?\s+)?(?:den\s+|dem\s+)?"
)
_CLOCK = r"(?:\W+(?:um\s+)?\d{1,2}[:.]\d{2}.{0,40})?"
# A day and the time on it in figures alone, which are no seconds since 1970.
_STAMP = re.compile(
    r"(?P<year>19\d\d|20\d\d)(?P<m>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?"
)
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE | re.DOTALL)
    for shape in (
        r"(?P<year>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<day>\d{1,2})(?:[T\s].{0,40})?",
        r"(?P<year>\d{4})(?P<m>\d{2})(?P<day>\d{2})(?:T\d{4,6}.{0,10})?",
        _STAMP.pattern,
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?(?P<year>\d{{4}}|\d{{2}}){_CLOCK}",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})\.?[\s-]+{_MONTH}\.?[\s-]+(?P<year>\d{{4}}){_CLOCK}",
        rf"{_WEEKDAY}{_MONTH}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_CLOCK}",
    )
)
_EPOCH = re.compile(r"-?\d{9,16}(?:\.\d{1,9})?")
_LONGEST = 100  # characters; a weekday, date, time and zone written out take about 60
# Seconds reach 10^10 in the year 2286; larger numbers are milliseconds, from 10^14 on microseconds.
_UNITS = ((10**14, 10**6), (10**10, 10**3), (0, 1))


def parse_date(value: str | int | float) -> date | None:
    """The day that `value` names, as written (UTC for seconds since 1970), or None where it is not understood.

    Days and months in figures alone are read the German way (day first) with dots and as ISO with hyphens;
    `03/04/2025` can be either and is not understood.
    """
    text = str(value).strip()
    if len(text) > _LONGEST:
        return None
    for shape in _SHAPES:
        found = shape.fullmatch(text)
        if found is not None:
            return _day(found)
    at = since_1970(text)
    return None if at is None else at.date()


def since_1970(text: str) -> datetime | None:
    """The time of so many seconds, milliseconds or microseconds since 1970; None where `text` is no such number."""
    value = float(text) if _EPOCH.fullmatch(text) and not _STAMP.fullmatch(text) else 0.0
    if abs(value) < 10**8:  # below lie years, counts and 8-figure dates, not times after March 1973
        return None
    unit = next(unit for least, unit in _UNITS if abs(value) >= least)
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=value / unit)
    except OverflowError:
        return None


def _day(found: re.Match[str]) -> date | None:
    parts = found.groupdict()
    month = int(parts["m"]) if parts.get("m") else _MONTHS[parts["month"][:3].lower()]
    year = int(parts["year"])
    if year < 100:  # as POSIX reads two figures: 69 to 99 are of the last century
        year += 1900 if year >= 69 else 2000
    try:
        return date(year, month, int(parts["day"]))
    except ValueError:
        return None
