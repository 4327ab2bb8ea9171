"""Times of day with their zones, as feeds, agencies and pages write them: ISO 8601, RFC 822 and what comes of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

from wortlaut.intake.dates import parse_date, since_1970

__all__ = ["When", "day_of", "parse_local", "parse_moment", "parse_when"]

_LONGEST = 100  # characters, as for days
_ISO = re.compile(
    r"(?P<year>\d{4})-?(?P<m>\d{2})-?(?P<day>\d{2})[T ]?(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2}))?"
    r"(?:[.,](?P<part>\d{1,9}))?\s*(?P<zone>.*)",
    re.DOTALL,
)
_RFC = re.compile(
    r"(?:\w{2,10}\.?,?\s+)?(?P<day>\d{1,2})\.?[\s-]+(?P<name>[^\W\d_]{3,9})\.?,?[\s-]+(?P<year>\d{4}|\d{2})[,\s]+"
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:[.,](?P<part>\d{1,9}))?\s*(?P<zone>.*)",
    re.DOTALL,
)
_OFFSET = re.compile(
    r"(?:(?:GMT|UTC?|Z)\s*)?(?P<sign>[+\-\u2212])\s*(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?(?:\s*\(.*\))?"
)
# RFC 822 and what German outlets write; hours east of Greenwich.
_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "met": 1, "mez": 1, "cest": 2,
    "mest": 2, "mesz": 2, "eet": 2, "eest": 3, "msk": 3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7,
    "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip
_MONTHS = {
    "jan": 1, "jän": 1, "feb": 2, "mar": 3, "mär": 3, "mae": 3, "mrz": 3, "apr": 4, "mai": 5, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "dez": 12, "dec": 12,
}  # fmt: skip
_FARTHEST = 14  # hours; no zone lies farther from Greenwich


# A time of day as German pages write it behind the day.
_CLOCK = re.compile(
    r"(?P<day>.{5,60}?)[\s,|T·•–-]+(?:um\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r"\s*(?:Uhr|h)?\s*\(?(?P<zone>[A-Za-z]{1,4}|[+-]\d{2}:?\d{2})?\)?",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class When:
    """A day and, where its zone is known too, the time on it; both None where a date was not understood."""

    day: date | None = None
    at: datetime | None = None


def parse_when(value: str) -> When:
    """The day that `value` names, and the time with its zone where both are given.

    The day is that of `day_of`, else as written: an item has the same day in a feed, in a page and in a record.
    """
    at = parse_moment(value) or since_1970(value.strip())
    return When(parse_date(value) or _leading_day(value), None) if at is None else When(day_of(at), at)


def parse_moment(value: str) -> datetime | None:
    """The time that `value` names with its zone; None where it names none, or where the zone is missing or unknown."""
    text = value.strip()
    if len(text) > _LONGEST:
        return None
    found = _ISO.fullmatch(text) or _RFC.fullmatch(text)
    zone = None if found is None else _zone(found["zone"].strip())
    if found is None or zone is None:
        return None
    parts = found.groupdict()
    month = int(parts["m"]) if parts.get("m") else _MONTHS.get(parts["name"][:3].lower())
    if month is None:
        return None
    year = int(parts["year"])
    if len(parts["year"]) == 2:  # as POSIX reads two figures
        year += 1900 if year >= 69 else 2000
    micro = int((parts["part"] or "0").ljust(6, "0")[:6])
    second = min(int(parts["second"] or 0), 59)  # a leap second is the last one of its minute
    extra = timedelta(days=1) if parts["hour"] == "24" and parts["minute"] == "00" else timedelta()
    try:
        hour = 0 if extra else int(parts["hour"])
        at = datetime(year, month, int(parts["day"]), hour, int(parts["minute"]), second, micro, zone)
        return at + extra if at.utcoffset() is not None and _is_storable(at + extra) else None
    except (ValueError, OverflowError):
        return None


def parse_local(value: str) -> datetime | None:
    """The time that `value` names, by the clocks of Germany where it has no zone; None where it names no time of day.

    Also as pages write it for readers: `27. November 2025, 14:05 Uhr`.
    """
    at = parse_moment(value)
    if at is not None:
        return at
    found = _CLOCK.fullmatch(value.strip()[:_LONGEST])
    day = None if found is None else parse_date(found["day"].strip())
    if found is None or day is None:
        return None
    zone = _zone(found["zone"]) if found["zone"] else _germany()
    try:
        at = datetime(day.year, day.month, day.day, int(found["hour"]), int(found["minute"]), int(found["second"] or 0))
        local = at.replace(tzinfo=zone or _germany())
        return local if _is_storable(local) else None
    except (ValueError, OverflowError):
        return None


def day_of(moment: datetime) -> date:
    """The day of a moment; by German clocks where it is given in universal time, as most content systems do."""
    return (moment.astimezone(_germany()) if moment.utcoffset() == timedelta(0) else moment).date()


@cache
def _germany() -> tzinfo:
    return ZoneInfo("Europe/Berlin")


def _is_storable(at: datetime) -> bool:
    """Whether the time can be told in every zone; raises `OverflowError` at the ends of the calendar."""
    return at.astimezone(UTC) is not None


def _zone(words: str) -> timezone | None:
    hours = _ZONES.get(words.lower())
    if hours is not None:
        return timezone(timedelta(hours=hours)) if hours else UTC
    found = _OFFSET.fullmatch(words)
    if found is None:
        return None
    offset = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    if offset > timedelta(hours=_FARTHEST):
        return None
    if not offset:
        return UTC
    return timezone(offset if found["sign"] == "+" else -offset)


def _leading_day(value: str) -> date | None:
    """The day at the front of what is no date as a whole (`20250304+0100`, `20250304100000`)."""
    found = re.match(r"\s*(\d{4}-?\d{2}-?\d{2})(?=\D|\d{6}\b)", value[:_LONGEST])
    return None if found is None else parse_date(found[1])
