"""Expressions of time, as TIMEX3 has them, with the days that are meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wortlaut.types.articles import Span

__all__ = ["SaidBefore", "SaidOn", "TimeModifier", "TimeRef", "TimeRelation", "TimeType"]


class TimeType(StrEnum):
    """What kind of time an expression denotes (TIMEX3's attribute `type`)."""

    DATE = "DATE"  # a day or something longer: "gestern", "im Mai"
    TIME = "TIME"  # less than a day: "20 Uhr", "am Abend"
    DURATION = "DURATION"  # "zwei Wochen"
    SET = "SET"  # what comes again: "jeden Montag"


class TimeModifier(StrEnum):
    """How the words restrict or blur the value (TIMEX3's attribute `mod`)."""

    START = "START"  # "Anfang Mai"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"  # "etwa zwei Wochen"
    LESS_THAN = "LESS_THAN"  # "fast vier Jahre"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"  # "höchstens"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"


class TimeRelation(StrEnum):
    """What the word in front says of the time: "seit zwei Wochen" is another time than "vor zwei Wochen"."""

    AT = "at"  # "im Mai", and where no word says otherwise
    AGO = "ago"  # "vor zwei Wochen"
    AHEAD = "ahead"  # "in zwei Wochen"
    BEFORE = "before"  # "vor dem Überfall", "vor dem 5. Mai"
    AFTER = "after"
    SINCE = "since"
    FROM = "from"  # "ab Montag"
    UNTIL = "until"


@dataclass(frozen=True, slots=True)
class TimeRef:
    """An expression of time: where it stands, its normalised value, the days from and to which it reaches.

    The span leaves out the word in front that relates it to something else ("vor", "seit", "im"); `relation` says what
    that was. `since` and `until` are inclusive and take that word into account; each is None where it is open or
    unknown.
    """

    span: Span
    type: TimeType
    value: str
    since: date | None = None
    until: date | None = None
    modifier: TimeModifier | None = None
    relation: TimeRelation = TimeRelation.AT
    quantifier: str | None = None  # of a set: the word that says how often, "jeden"
    event: str | None = None  # what the time is reckoned from, where that is an event: "Überfall"


@dataclass(frozen=True, slots=True)
class SaidOn:
    """When something was said: from and to which day, inclusive, and the words that tell it, with a confidence."""

    since: date
    until: date
    spans: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class SaidBefore:
    """Before which event something was said, by the words of the article ("Überfall auf die Ukraine").

    `day` is that of the event, `until` the last on which it may have been said; None where they are not known.
    """

    event: str
    day: date | None
    until: date | None
    spans: tuple[Span, ...]
