"""Reckoning with days: units of time, their values in TIMEX3, Easter, days with a name. Weeks are ISO 8601's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from functools import cache

from wortlaut.meaning.when.readings import rows

__all__ = [
    "SEASONS",
    "Interval",
    "add",
    "duration",
    "easter",
    "holiday",
    "holiday_names",
    "interval",
    "month_interval",
    "period_interval",
    "season_interval",
    "unit_value",
    "valid",
    "weekend",
    "year_interval",
]

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # with which month each begins
_UNIT = re.compile(r"(\d*)(ML|CE|DE|WE|TH|TM|TS|Y|M|W|D)")
_YEARS = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}
_HALVES = {"Y": "P6M", "DE": "P5Y", "CE": "P50Y", "D": "PT12H", "TH": "PT30M", "TM": "PT30S", "M": "P2W"}


@dataclass(frozen=True, slots=True)
class Interval:
    """The days from `first` to `last`, both meant."""

    first: date
    last: date


def valid(year: int, month: int, day: int) -> date | None:
    """That day; None where the calendar lacks it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def add(day: date, unit: str, number: int) -> date | None:
    """The day that many units later; the last of the month where that has fewer days, None beyond the calendar."""
    factor, base = _parts(unit)
    number *= factor
    try:
        if base in _YEARS:
            return _add_months(day, 12 * _YEARS[base] * number)
        if base == "M":
            return _add_months(day, number)
        if base in {"W", "WE"}:
            return day + timedelta(weeks=number)
        return day + timedelta(days=number) if base == "D" else day
    except (ValueError, OverflowError):
        return None


def interval(unit: str, day: date) -> Interval | None:
    """The year, month, week … in which the day lies; the day itself for hours and the like."""
    factor, base = _parts(unit)
    if base in _YEARS:
        size = _YEARS[base]
        first = day.year // size * size
        return Interval(date(max(first, 1), 1, 1), date(min(first + size - 1, MAXYEAR), 12, 31))
    if base == "M":
        month = (day.month - 1) // factor * factor + 1
        last = _add_months(date(day.year, month, 1), factor) - timedelta(days=1) if day.year < MAXYEAR else day
        return Interval(date(day.year, month, 1), last)
    try:
        monday = day - timedelta(days=day.weekday())
        if base == "W":
            return Interval(monday, monday + timedelta(days=6))
        if base == "WE":
            return Interval(monday + timedelta(days=5), monday + timedelta(days=6))
    except OverflowError:
        return None
    return Interval(day, day)


def unit_value(unit: str, day: date) -> str:
    """TIMEX3's value of the year, month, week … in which the day lies."""
    factor, base = _parts(unit)
    year, week, _ = day.isocalendar()
    if base == "M" and factor in {3, 6}:
        return f"{day.year:04}-{'Q' if factor == 3 else 'H'}{(day.month - 1) // factor + 1}"
    shapes: Mapping[str, str] = {
        "Y": f"{day.year:04}",
        "DE": f"{day.year // 10:03}",
        "CE": f"{day.year // 100:02}",
        "ML": f"{day.year // 1000}",
        "M": f"{day.year:04}-{day.month:02}",
        "W": f"{year:04}-W{week:02}",
        "WE": f"{year:04}-W{week:02}-WE",
    }
    return shapes.get(base, day.isoformat())


def duration(number: float | str, unit: str) -> str:
    """TIMEX3's value of that many units; `X` stands for an unknown number."""
    factor, base = _parts(unit)
    if isinstance(number, float | int):
        if number == 0.5 and factor == 1 and base in _HALVES:
            return _HALVES[base]
        number = f"{number * factor:g}" if number * factor < 1e6 else str(int(number * factor))
    time = "T" if base.startswith("T") else ""
    return f"P{time}{number}{base.removeprefix('T')}"


def month_interval(year: int, month: int) -> Interval | None:
    """The days of the month."""
    first = valid(year, month, 1)
    return interval("M", first) if first else None


def year_interval(year: int, years: int = 1) -> Interval | None:
    """The days of the year, or of that many years."""
    first, last = valid(year, 1, 1), valid(year + years - 1, 12, 31)
    return Interval(first, last) if first and last else None


def season_interval(year: int, season: str) -> Interval | None:
    """Three whole months, as meteorologists reckon; winter ends in the next year."""
    first = valid(year, SEASONS[season], 1)
    last = add(first, "M", 3) if first else None
    return Interval(first, last - timedelta(days=1)) if first and last else None


def period_interval(year: int, period: str, number: int) -> Interval | None:
    """A quarter (`Q`) or half (`H`) of a year; None where there is none of that number."""
    months = 3 if period == "Q" else 6
    first = valid(year, (number - 1) * months + 1, 1)
    return interval(f"{months}M", first) if first else None


def weekend(day: date) -> date | None:
    """The Saturday of the day's week."""
    found = interval("WE", day)
    return found.first if found else None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Spencer 1922)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@cache
def holiday_names() -> Mapping[str, str]:
    """The rule of every day that has a name, by its name in small letters."""
    return {name.lower(): rule for rule, names in rows("holidays.tsv") for name in names.split("|")}


def holiday(rule: str, year: int) -> date | None:
    """The day in that year by a rule of `holidays.tsv`."""
    try:
        if rule.startswith("easter"):
            return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
        if rule.startswith("advent"):
            return _before(date(year, 12, 25), 7) + timedelta(days=int(rule.removeprefix("advent")) - 21)
        if rule.startswith("<"):
            day, weekday = rule[1:].split("/")
            return _before(date(year, int(day[:2]), int(day[3:])), int(weekday))
        if "/" in rule:
            month, which, number = map(int, rule.split("/"))
            return _before(date(year, month, 8), which) + timedelta(weeks=number - 1)
        return date(year, int(rule[:2]), int(rule[3:]))
    except (ValueError, OverflowError):
        return None


def _before(day: date, weekday: int) -> date:
    """The last such weekday (1 is Monday) before the day."""
    return day - timedelta(days=(day.isoweekday() - weekday - 1) % 7 + 1)


def _parts(unit: str) -> tuple[int, str]:
    match = _UNIT.fullmatch(unit)
    if match is None:
        raise ValueError(f"no unit of time: {unit!r}")
    return int(match[1] or 1), match[2]


def _add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        if found := valid(year, month + 1, min(day.day, last)):
            return found
    raise ValueError(f"year {year} is outside the calendar")
