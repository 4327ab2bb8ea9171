"""Dates as news items write them: ISO 8601, German, English and RFC 2822, seconds since 1970."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

__all__ = ["day_of", "parse_date", "parse_moment"]

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
_SHAPES = tuple(
    re.compile(shape, re.IGNORECASE | re.DOTALL)
    for shape in (
        r"(?P<year>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<day>\d{1,2})(?:[T\s].{0,40})?",
        r"(?P<year>\d{4})(?P<m>\d{2})(?P<day>\d{2})(?:T\d{4,6}.{0,10})?",
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
    return _since_1970(float(text)) if _EPOCH.fullmatch(text) else None


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


def _since_1970(value: float) -> date | None:
    moment = _moment_since_1970(value)
    return None if moment is None else moment.date()


_ISO_MOMENT = re.compile(
    r"(?P<day>\d{4}-?\d{2}-?\d{2})[T ]\s*(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\b(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?\s*(?:Uhr|h\b)?"
    r"\s*\(?(?P<zone>Z\b|UTC\b|GMT\b|MESZ\b|MEZ\b|CEST\b|CET\b|[+-]\d{2}:?\d{2})?"
)
_ZONES = {"z": 0, "utc": 0, "gmt": 0, "mez": 60, "cet": 60, "mesz": 120, "cest": 120}


@cache
def _berlin() -> tzinfo:
    """The zone of clocks in Germany, Austria and Switzerland, whose times are most often written without one."""
    return ZoneInfo("Europe/Berlin")


def parse_moment(value: str | int | float) -> datetime | None:
    """The day and time that `value` names, with its zone, or None where it names no time of day or is not understood.

    A time without a zone is that of Germany. Written as ISO 8601, RFC 2822, in German or as seconds since 1970.
    """
    text = str(value).strip()
    if len(text) > _LONGEST:
        return None
    if _EPOCH.fullmatch(text):
        return _moment_since_1970(float(text))
    found = _ISO_MOMENT.fullmatch(text)
    if found is not None:
        day = parse_date(found["day"])
    else:
        found = _TIME.search(text, _behind_date(text))
        day = None if found is None else parse_date(text[: found.start()].rstrip(" ,|-–·um")) or parse_date(text)
    return None if found is None or day is None else _at(day, found)


def day_of(moment: datetime) -> date:
    """The day of a moment, by German clocks where it is given in universal time."""
    return (moment.astimezone(_berlin()) if moment.utcoffset() == timedelta(0) else moment).date()


def _behind_date(text: str) -> int:
    """Where a date at the front of `text` ends at the latest, so that `27.11.` is no time."""
    found = re.match(r".{0,40}?\d{4}", text)
    return found.end() if found is not None else 0


def _at(day: date, found: re.Match[str]) -> datetime | None:
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    try:
        naive = datetime(day.year, day.month, day.day, hour, minute, min(second, 59))
        return naive.replace(tzinfo=_zone(found["zone"]))
    except ValueError:
        return None


def _zone(written: str | None) -> tzinfo:
    """The zone that is written so; raises `ValueError` where there is none."""
    if not written:
        return _berlin()
    known = _ZONES.get(written.lower())
    if known is not None:
        return timezone(timedelta(minutes=known)) if known else UTC
    figures = written[1:].replace(":", "")
    minutes = int(figures[:2]) * 60 + int(figures[2:] or 0)
    return timezone(timedelta(minutes=-minutes if written[0] == "-" else minutes))


def _moment_since_1970(value: float) -> datetime | None:
    if abs(value) < 10**8:  # below lie years, counts and 8-figure dates, not times after March 1973
        return None
    unit = next(unit for least, unit in _UNITS if abs(value) >= least)
    try:
        return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=value / unit)
    except OverflowError:
        return None
