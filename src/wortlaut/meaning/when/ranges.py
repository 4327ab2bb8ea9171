"""Ranges whose ends know of each other: "vom 5. bis 22. November", "von Freitag bis Montag"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from wortlaut.meaning.when.days import add, valid
from wortlaut.meaning.when.readings import readings_of
from wortlaut.types import TimeRef, TimeRelation, TimeType

__all__ = ["ranged"]

_TO = frozenset({"bis", "-", "–", "bis zum", "bis zur"})
_AND = frozenset({"und", "und dem"})
_BETWEEN = "zwischen "
_LONGEST_LINK = 10  # characters between the two ends of a range: " bis zum "
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"\b\d{4}\b")


def ranged(refs: Sequence[TimeRef], text: str, published: date | None) -> list[TimeRef]:
    """The same expressions with the ends of ranges knowing of each other."""
    made = list(refs)
    for number in range(len(made) - 1):
        first, last = made[number], made[number + 1]
        if first.type is not last.type or first.type not in {TimeType.DATE, TimeType.TIME}:
            continue
        if not _is_range(text, first, last):
            continue
        first = _in_year_of(first, last, text)
        if published is not None and _is_weekday(first, text) and _is_weekday(last, text):
            first, last = _in_order(first, last, published)
        if first.since and last.until and first.since <= last.until:
            made[number] = replace(first, until=last.until, relation=TimeRelation.FROM)
            made[number + 1] = replace(last, since=first.since, relation=TimeRelation.UNTIL)
    return made


def _is_range(text: str, first: TimeRef, last: TimeRef) -> bool:
    """Whether the words between and before make the two ends of a range: "A bis B", "zwischen A und B"."""
    if last.span.start - first.span.end > _LONGEST_LINK:
        return False
    between = text[first.span.end : last.span.start].strip().lower()
    before = text[max(first.span.start - len(_BETWEEN), 0) : first.span.start].lower()
    return between in _TO or (between in _AND and before == _BETWEEN)


def _in_year_of(first: TimeRef, last: TimeRef, text: str) -> TimeRef:
    """The first day in the year that is written with the last one alone: "vom 28. Februar bis 1. März 2024"."""
    if not (_DAY.fullmatch(first.value) and _DAY.fullmatch(last.value)) or first.since is None or last.until is None:
        return first
    if _YEAR.search(first.span.of(text)) or not _YEAR.search(last.span.of(text)) or _is_weekday(first, text):
        return first
    day = valid(last.until.year, first.since.month, first.since.day)
    if day is None or day > last.until:
        day = valid(last.until.year - 1, first.since.month, first.since.day)
    return first if day is None else replace(first, value=day.isoformat(), since=day, until=day)


def _is_weekday(ref: TimeRef, text: str) -> bool:
    """Whether a weekday and nothing else is written."""
    words = ref.span.of(text).split()
    return len(words) == 1 and any(reading.kind == "WEEKDAY" for reading in readings_of(words[0]))


def _in_order(first: TimeRef, last: TimeRef, published: date) -> tuple[TimeRef, TimeRef]:
    """Two weekdays so that the last comes behind the first: both past where the last one is, else both to come."""
    if first.since is None or last.until is None or first.since < last.until:
        return first, last
    if last.until < published:
        return _moved(first, -1), last
    return first, _moved(last, 1)


def _moved(ref: TimeRef, weeks: int) -> TimeRef:
    since, until = (None if day is None else add(day, "W", weeks) for day in (ref.since, ref.until))
    day = since or until
    return ref if day is None else replace(ref, value=day.isoformat(), since=since, until=until)
