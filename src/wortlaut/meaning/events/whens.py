"""The times of a document as events need them: put together, and only those to come."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from wortlaut.meaning.events.script import Script
from wortlaut.types import Span, TimeRef, TimeRelation, TimeType

__all__ = ["When", "times_at", "whens_of"]

_LINKS = frozenset("und bis zum zur - – , den dem der / am um ( ) sowie oder vom im".split())
_GAP = 3  # tokens between times that are one: "Montag, den", "heute und morgen"
_WITHIN = frozenset("innerhalb binnen".split())
_GONE = frozenset("gestrigen vorgestrigen vergangenen letzten vorigen besagten jenem".split())
_COMING = frozenset("nächsten kommenden folgenden nächster".split())
_PERIOD = re.compile(r"P(\d+)([DWMY])")
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
_WEEKDAY = re.compile(
    r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag(?:s|\w*(?:abend|morgen|mittag|nacht|nachmittag|vormittag))?|Mittwoch\w*|Sonnabend\w*"
)
_MONTH = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_MONTHS = _MONTH.lower().split("|")
_DAY_MONTH = re.compile(rf"\d{{1,2}}\.\s*(?:{_MONTH}|\d{{1,2}}\.)?|(?:(?:Anfang|Mitte|Ende)\s+)?(?:{_MONTH})")
_WEEK = timedelta(days=7)
_YEAR = 365


@dataclass(frozen=True, slots=True)
class When:
    """A time: its tokens, half-open, its words, the days, and how it is meant.

    `is_end` says that it is the last day of something ("bis Montag"), `is_before` that too ("vor Montag"). `shifted`
    are the days a week or a year later, for a weekday or a day without a year that was taken for a past one.
    """

    start: int
    end: int
    spans: tuple[Span, ...]
    since: date | None
    until: date | None
    is_end: bool = False
    is_before: bool = False
    is_vague: bool = False
    shifted: tuple[date, date] | None = None

    def is_coming(self, published: date | None) -> bool:
        """Whether it lies behind the day of publication; what only reaches beyond that day counts as an end alone."""
        if self.is_vague:
            return True
        if published is None:
            return self.since is None and self.until is not None
        if self.is_end:
            return self.until is not None and self.until >= published
        return self.since is not None and self.since > published

    def is_around(self, published: date | None) -> bool:
        """Whether the day of publication lies in it, so that only the verb tells whether it is to come."""
        if published is None or self.since is None or self.is_end:
            return False
        return self.since <= published and (self.until is None or self.until >= published)

    def moved(self) -> When:
        """The same on the later days, where it has such."""
        if self.shifted is None:
            return self
        until = None if self.until is None else self.shifted[1]  # "ab Montag" has no end
        return replace(self, since=None if self.is_end else self.shifted[0], until=until, shifted=None)


def whens_of(script: Script, refs: Iterable[TimeRef], published: date | None) -> list[When]:
    """The times in the order of the text; those that belong together are one."""
    made: list[When] = []
    found = [when for ref in refs if (when := _when(script, ref, published)) is not None]
    for when in sorted([*found, *_months(script, found, published)], key=lambda each: each.start):
        if made and _belong(script, made[-1], when):
            made[-1] = _joined(made[-1], when)
        else:
            made.append(when)
    return made


def _months(script: Script, found: Sequence[When], published: date | None) -> list[When]:
    """Months to which something is put: "auf Oktober", which the grammar of times leaves out."""
    taken = times_at(found)
    made = []
    for place, word in enumerate(script.lower):
        if word != "auf" or script.word(place + 1) not in _MONTHS or place + 1 in taken or published is None:
            continue
        month = _MONTHS.index(script.word(place + 1)) + 1
        first = date(published.year + (month < published.month), month, 1)
        last = date(first.year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        made.append(When(place + 1, place + 2, (script.span(place + 1, place + 2),), first, last))
    return made


def _when(script: Script, ref: TimeRef, published: date | None) -> When | None:
    places = script.covered(ref.span)
    if not places or ref.type is TimeType.SET or ref.value in {"PRESENT_REF", "PAST_REF"}:
        return None
    if ref.relation is TimeRelation.SINCE or ref.value.startswith("PT"):
        return None
    plain = When(places.start, places.stop, (ref.span,), ref.since, ref.until)
    if ref.value == "FUTURE_REF":
        return replace(plain, is_vague=True, since=None, until=None)
    if ref.type is TimeType.DURATION and ref.relation is not TimeRelation.AHEAD:
        return _period(script, ref, plain, published)
    if ref.relation in {TimeRelation.UNTIL, TimeRelation.BEFORE} and ref.since is None:
        is_before = ref.relation is TimeRelation.BEFORE
        return replace(plain, is_end=True, is_before=is_before, shifted=_later(script, ref, published))
    if ref.since is None and ref.until is None:
        return None
    return replace(plain, shifted=_later(script, ref, published))


def _period(script: Script, ref: TimeRef, plain: When, published: date | None) -> When | None:
    """A stretch of time from now on ("innerhalb von zehn Tagen"); other durations are no time of an event."""
    words = {script.word(place) for place in range(plain.start - 2, plain.end)}
    if words.isdisjoint(_WITHIN) and words.isdisjoint(_COMING):
        return None
    match = _PERIOD.fullmatch(ref.value)
    if match is None or published is None or words.isdisjoint(_WITHIN):
        return replace(plain, is_vague=True, since=None, until=None)
    return replace(plain, since=published, until=published + timedelta(days=int(match[1]) * _DAYS[match[2]]))


def _later(script: Script, ref: TimeRef, published: date | None) -> tuple[date, date] | None:
    """The days of a weekday, of a day or month without a year, the next time it comes; None where it is told else."""
    since, until = ref.since or ref.until, ref.until or ref.since
    if published is None or since is None or until is None or until >= published:
        return None
    words = ref.span.of(script.document.text)
    first = script.covered(ref.span).start
    if script.word(first - 1) in _GONE or script.word(first - 1) in {"vom", "von"}:
        return None
    if _WEEKDAY.fullmatch(words) and published - since <= _WEEK:
        return since + _WEEK, until + _WEEK
    if _DAY_MONTH.fullmatch(words):
        try:
            return since.replace(year=since.year + 1), until.replace(year=until.year + 1)
        except ValueError:  # 29 February
            return None
    return None


def _belong(script: Script, first: When, second: When) -> bool:
    between = range(first.end, second.start)
    if len(between) > _GAP or script.number(first.start) != script.number(second.start):
        return False
    if first.is_vague or second.is_vague or any(script.lower[place] not in _LINKS for place in between):
        return False
    if second.is_end and not first.is_end:
        return False
    return not (between and script.lower[between[0]] == "," and _lies_apart(first, second))


def _lies_apart(first: When, second: When) -> bool:
    """Whether a comma parts two times, rather than the two ways of telling one: "Donnerstag, 05.05."."""
    if first.since is None or second.since is None or first.until is None:
        return first.until != second.until
    return abs((second.since - first.until).days) > 1


def _joined(first: When, second: When) -> When:
    since = min(filter(None, (first.since, second.since)), default=None)
    until = max(filter(None, (first.until, second.until)), default=None)
    for inner, outer in ((first, second), (second, first)):
        if inner.since and inner.until and (outer.since, outer.until) == (since, until) and not outer.is_end:
            since, until = inner.since, inner.until  # "die diesjährige am 28. November"
            break
    if first.is_end:
        since = None
    shifted = None
    if first.shifted and second.shifted:
        shifted = (min(first.shifted[0], second.shifted[0]), max(first.shifted[1], second.shifted[1]))
    return When(
        first.start,
        second.end,
        (*first.spans, *second.spans),
        since,
        until,
        first.is_end,
        first.is_before,
        shifted=shifted,
    )


def times_at(whens: Sequence[When]) -> frozenset[int]:
    """All places that tell a time."""
    return frozenset(place for when in whens for place in range(when.start, when.end))
