"""What a single word may denote in an expression of time: classes of the grammar, each with a value.

Most stand in `words.tsv`. What is written in digits, numerals, weekdays with a part of the day and adjectives made of a
number and a unit are recognised here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from wortlaut.meaning.when.numerals import ENDINGS, cardinals, ordinals

__all__ = ["Clock", "Digits", "Quantity", "Reading", "Value", "WeekdayPart", "readings_of", "rows"]

_DAYMONTH = re.compile(r"(\d{1,2})\.(\d{1,2})\.(?:(\d{4}|\d\d)\.?)?")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_CLOCK = re.compile(r"(\d{1,2})[.:](\d\d)")
_DECADE = re.compile(r"(\d{4}|\d\d)er(?:n)?")
_COUNT = re.compile(r"\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?")
_DAY = re.compile(r"(\d{1,2})\.")
_TENS = "zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger".split()
_LONGEST = 40  # characters; no word that is longer denotes a time
_KEPT = 50_000


@dataclass(frozen=True, slots=True)
class Digits:
    """A day as it is written in digits; what is not written is None."""

    day: int
    month: int
    year: int | None = None
    short: bool = False  # the year has two digits


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day."""

    hour: int
    minute: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and a unit in one word: "dreitägig"."""

    number: float
    unit: str


@dataclass(frozen=True, slots=True)
class WeekdayPart:
    """A weekday and a part of the day in one word: "Dienstagabend"."""

    weekday: int
    part: str


Value = str | int | float | Digits | Clock | Quantity | WeekdayPart


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that a word may denote."""

    kind: str
    value: Value


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table of this folder, cut into columns, without comments."""
    for line in (files(__package__) / name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


@lru_cache(maxsize=_KEPT)
def readings_of(word: str) -> tuple[Reading, ...]:
    """All that the word may denote; nothing for nearly all words."""
    if len(word) > _LONGEST:
        return ()
    if word[0].isdecimal():
        return tuple(_digits(word))
    table = _table()
    found = table.get(word, ())
    if word != (small := word.lower()):
        found += table.get(small, ())
        if not found and word.isupper() and len(word) > 3:  # "MONTAG"
            found = table.get(word.title(), ())
    return found


def _digits(word: str) -> Iterator[Reading]:
    if match := _DAY.fullmatch(word):
        number = int(match[1])
        yield Reading("ORD", number)
        if 1 <= number <= 31:
            yield Reading("DAY", number)
    elif match := _DAYMONTH.fullmatch(word):
        yield from _day_in_digits(match)
    elif match := _ISO.fullmatch(word):
        if _is_day(int(match[3]), int(match[2])):
            yield Reading("FULLDATE", Digits(int(match[3]), int(match[2]), int(match[1])))
    elif match := _DECADE.fullmatch(word):
        if match[1].endswith("0"):
            yield Reading("DECADE", int(match[1]))
            if word.endswith("ern"):
                yield Reading("DECADES", int(match[1]))
    else:
        yield from _numbers(word)


def _day_in_digits(match: re.Match[str]) -> Iterator[Reading]:
    day, month, year = int(match[1]), int(match[2]), match[3]
    if _is_day(day, month):
        if year is None:
            yield Reading("DAYMONTH", Digits(day, month))
        else:
            yield Reading("FULLDATE", Digits(day, month, int(year), len(year) == 2))


def _numbers(word: str) -> Iterator[Reading]:
    if match := _CLOCK.fullmatch(word):
        hour, minute = int(match[1]), int(match[2])
        if hour <= 24 and minute < 60:
            yield Reading("COLON" if ":" in word else "CLOCK", Clock(hour, minute))
    if _COUNT.fullmatch(word) and len(word) < 12:
        number = float(word.replace(".", "").replace(",", "."))
        yield Reading("N", int(number) if number.is_integer() else number)
        if word.isdecimal():
            yield from _whole(word, int(word))


def _whole(word: str, number: int) -> Iterator[Reading]:
    if len(word) == 4 and 1000 <= number < 2200:
        yield Reading("YEAR", number)
    if len(word) == 2:
        yield Reading("TWO", number)
    if len(word) <= 2 and number <= 24:
        yield Reading("HOUR", number)


def _is_day(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= (29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31)


@cache
def _table() -> Mapping[str, tuple[Reading, ...]]:
    """Every form with what it denotes."""
    made: dict[str, tuple[Reading, ...]] = {}
    for form, reading in (*_listed(), *_numerals(), *_weekdays_with_parts()):
        if reading not in made.get(form, ()):
            made[form] = (*made.get(form, ()), reading)
    return made


def _listed() -> Iterator[tuple[str, Reading]]:
    for kind, value, forms in rows("words.tsv"):
        reading = Reading(kind, _value(value))
        for form in forms.split():
            stem = form.removesuffix("~")
            for each in [form] if stem == form else [stem + ending for ending in ENDINGS]:
                yield each, reading
                if kind in {"UNITADJ", "AGEADJ"}:
                    yield from _counted(each, Reading("NUM" + kind, ""), str(value))


def _counted(adjective: str, reading: Reading, unit: str) -> Iterator[tuple[str, Reading]]:
    """Adjectives made of a number and a unit: "dreitägig"."""
    for word, number in (*cardinals().items(), ("ein", 1), ("eineinhalb", 1.5), ("anderthalb", 1.5), ("halb", 0.5)):
        if number <= 60 or not number % 50:
            yield word + adjective, Reading(reading.kind, Quantity(number, unit))
    for word in ("mehr", "viel"):
        yield word + adjective, Reading(reading.kind, Quantity(0, unit))


def _numerals() -> Iterator[tuple[str, Reading]]:
    for word, number in cardinals().items():
        yield word, Reading("N", number)
        if 0 < number <= 24:
            yield word, Reading("HOUR", number)
        if 1 < number < 13:
            yield f"{word}einhalb", Reading("N", number + 0.5)
            yield f"{word}mal", Reading("TIMES", number)
    yield "ein", Reading("HOUR", 1)
    yield "eins", Reading("HOUR", 1)
    for word, number in ordinals().items():
        yield word, Reading("ORD", number)
        yield word, Reading("DAYWORD", number)
    for place, word in enumerate(_TENS, 2):
        yield word, Reading("DECADE", 10 * place)
        for ending in ("jahre", "jahren", "jahrn", "jahres", "n"):
            yield (word + ending).capitalize(), Reading("DECADES", 10 * place)


def _weekdays_with_parts() -> Iterator[tuple[str, Reading]]:
    listed = list(rows("words.tsv"))
    weekdays = [(form, value) for kind, value, forms in listed if kind == "WEEKDAY" for form in forms.split()]
    parts = [(form, value) for kind, value, forms in listed if kind == "PARTADV" for form in forms.split()]
    parts.append(("mittag", "MI"))
    for day, number in weekdays:
        if not day.endswith("s"):
            for part, name in parts:
                yield day + part, Reading("WEEKDAYPART", WeekdayPart(int(number), name))
                yield f"{day.lower()}{part}", Reading("WEEKDAYPART", WeekdayPart(int(number), name))


def _value(written: str) -> Value:
    if re.fullmatch(r"-?\d+", written):
        return int(written)
    return float(written) if re.fullmatch(r"\d+\.\d+", written) else written
