"""Stretches of the calendar: their last days, those that follow, and what a search asks for one of them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from wortlaut.record.search.overviewing import Step
from wortlaut.texts import Texts, day, month

__all__ = ["bounds", "every", "given_day", "last_day", "period_short", "period_told", "start_of"]

_ONE_DAY = timedelta(days=1)


def start_of(when: date, step: Step) -> date:
    """The first day of the period that the day is in."""
    match step:
        case Step.DAY:
            return when
        case Step.WEEK:
            return when - timedelta(days=when.weekday())
        case Step.MONTH:
            return when.replace(day=1)
        case Step.YEAR:
            return when.replace(month=1, day=1)


def last_day(first: date, step: Step) -> date:
    """The last day of the period that begins then."""
    match step:
        case Step.DAY:
            return first
        case Step.WEEK:
            return first + min(timedelta(days=6), date.max - first)
        case Step.MONTH:
            return first.replace(day=monthrange(first.year, first.month)[1])
        case Step.YEAR:
            return first.replace(month=12, day=31)


def every(first: date, last: date, step: Step) -> Iterator[date]:
    """The first days of all periods from the one that begins at `first` to the one that `last` is in."""
    at = first
    while at <= last:
        yield at
        end = last_day(at, step)
        if end == date.max:
            return
        at = end + _ONE_DAY


def bounds(first: date, step: Step) -> list[tuple[str, str]]:
    """What a search asks for the period that begins then: its first and last day of publication."""
    return [("since", first.isoformat()), ("until", last_day(first, step).isoformat())]


def period_told(first: date, step: Step, texts: Texts) -> str:
    """The period that begins then, in words."""
    match step:
        case Step.DAY:
            return day(first, texts.language)
        case Step.WEEK:
            return texts("overview.week", day=day(first, texts.language))
        case Step.MONTH:
            return month(first, texts.language)
        case Step.YEAR:
            return str(first.year)


def period_short(first: date, step: Step, texts: Texts) -> str:
    """The period that begins then, as short as it can be told below a picture: `1.12.2025`, `12/2025`, `2025`."""
    match step:
        case Step.DAY | Step.WEEK:
            return f"{first.day}.{first.month}.{first.year}" if texts.language == "de" else first.isoformat()
        case Step.MONTH:
            return f"{first.month}/{first.year}" if texts.language == "de" else first.isoformat()[:7]
        case Step.YEAR:
            return str(first.year)


def given_day(given: str) -> date | None:
    """The day that a form names, as `2026-01-31`; None where it names none."""
    try:
        return date.fromisoformat(given) if given else None
    except ValueError:
        return None
