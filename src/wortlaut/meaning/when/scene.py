"""What an expression is reckoned from: the day of publication, the narration so far, the tense, the word in front."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from wortlaut.meaning.when.days import Interval, add, interval
from wortlaut.meaning.when.patterns import Group
from wortlaut.meaning.when.pieces import Pieces
from wortlaut.meaning.when.tenses import Tense, Tenses
from wortlaut.types import TimeModifier, TimeRef, TimeRelation, TimeType

__all__ = ["Scene"]

# How many sentences on a day that was told holds for what comes ("Um 20 Uhr …"), and a year ("Am 5. Mai …").
_DAY_HOLDS = 2
_YEAR_HOLDS = 2
_SOME_DAYS = 7  # so many "some days" are at most, to tell whether they may reach into the month before
# In days: what lies farther away is not meant though the tense asks for it, as the tense of a clause may be another's
# ("Die Zahlen vom 21. Dezember liegen vor", in January).
_SOON = 300
_RELATIONS = {
    "seit": TimeRelation.SINCE,
    "ab": TimeRelation.FROM,
    "bis": TimeRelation.UNTIL,
    "vor": TimeRelation.BEFORE,
    "nach": TimeRelation.AFTER,
}
_DURATION_RELATIONS = {
    "seit": TimeRelation.SINCE,
    "vor": TimeRelation.AGO,
    "in": TimeRelation.AHEAD,
    "nach": TimeRelation.AFTER,
}
# What may stand between that word and the expression: "seit rund vier Jahren", "bis zum 5. Mai".
_BETWEEN = frozenset(
    "rund etwa fast knapp gut über mehr als ca circa ungefähr beinahe der dem den die das zum zur genau erst schon"
    " bereits mindestens höchstens spätestens frühestens kurz".split()
)
_LOOK_BACK = 3


@dataclass(frozen=True, slots=True)
class _Told:
    """A day that the text told, and in which sentence."""

    day: date
    sentence: int
    place: int
    exact: bool = True  # False where a whole week or month was told, of which it is the first day


class Scene:
    """The state of the narration; rules ask it, and tell it what was told."""

    def __init__(self, pieces: Pieces, published: date | None) -> None:
        self.pieces = pieces
        self.published = published
        self._tenses = Tenses(pieces)
        self._day: _Told | None = None
        self._story: _Told | None = None
        self._year: _Told | None = None
        self._week: date | None = None
        self._unknown: int | None = None  # the sentence that told of an unknown day ("vor einigen Tagen")

    # What was told

    def tell(self, place: int, day: date | None, *, exact: bool = True) -> None:
        """Takes note of a day that was told, or of the first of a week or month."""
        if day is not None:
            told = _Told(day, self.pieces.sentence(place), place, exact)
            self._story = told
            if exact:
                self._day = told
                self._unknown = None

    def tell_ago(self, place: int, day: date | None) -> None:
        """Takes note of a day so and so many days ago; None for some days ago, which leaves open what follows."""
        self._unknown = self.pieces.sentence(place) if day is None else None
        self.tell(place, day)

    def tell_year(self, place: int, year: int) -> None:
        """Takes note of a year that was written out."""
        if 1 <= year < 9999:
            self._year = _Told(date(year, 1, 1), self.pieces.sentence(place), place)

    def told_day(self, place: int) -> date | None:
        """The day told last, where it still holds; else that of publication."""
        told = self._day
        return self.published if told is None or not self._holds(told, place, _DAY_HOLDS) else told.day

    def day_text(self, place: int, day: date | None) -> str:
        """TIMEX3's value of the day on which a time lies; open where the text told of some day in the past only."""
        unknown = self._unknown is not None and 0 <= self.pieces.sentence(place) - self._unknown <= _DAY_HOLDS
        if day is None or (unknown and day == self.published and day.day <= _SOME_DAYS):
            return "XXXX-XX-XX"
        return f"{day:%Y-%m}-XX" if unknown and day == self.published else day.isoformat()

    def exact_story_day(self) -> date | None:
        """The day told last; that of publication where none was told, None where it was a whole week or month."""
        if self._story is None:
            return self.published
        return self._story.day if self._story.exact else None

    def story_year(self) -> date | None:
        """A day in the year told last, be it by a day or written out alone; that of publication without one."""
        if self._year is None or (self._story is not None and self._story.place > self._year.place):
            return self.story_day()
        return self._year.day

    def story_day(self) -> date | None:
        """The day told last, or the first of the week or month, however long ago; else that of publication."""
        return self.published if self._story is None else self._story.day

    def day_in_sentence(self, place: int) -> date | None:
        """The day that was told in the piece's sentence; None without one."""
        told = self._day
        return told.day if told is not None and told.sentence == self.pieces.sentence(place) else None

    def told_year(self, place: int) -> int | None:
        """The year told last, where it still holds; None without one."""
        told = self._year
        return told.day.year if told is not None and self._holds(told, place, _YEAR_HOLDS) else None

    def first_week(self) -> date | None:
        """The day with which counted weeks begin ("in der ersten Woche"): the one told last before them."""
        if self._week is None:
            self._week = self.story_day()
        return self._week

    def _holds(self, told: _Told, place: int, sentences: int) -> bool:
        sentence = self.pieces.sentence(place)
        if not 0 <= sentence - told.sentence <= sentences:
            return False
        return not any(self._opens_entry(each) for each in range(told.sentence + 1, sentence + 1))

    def _opens_entry(self, sentence: int) -> bool:
        """Whether an entry of a list begins there ("Brixen: Konzert im Forum, 20 Uhr."): it has a day of its own."""
        first, end = self.pieces.bounds(sentence)
        words = self.pieces.words[first : min(first + 8, end)]
        return ":" in words[1:] and all(word[:1].isupper() or word in "/&-–:" for word in words[: words.index(":")])

    # The tense

    def tense(self, place: int) -> Tense | None:
        """What the verb nearest to the piece says."""
        return self._tenses.at(place)

    def choose(self, group: Group, before: date | None, after: date | None, *, unsure: Tense) -> date | None:
        """Of two days that may be meant, the one that the tense asks for; "seit" asks for the past in any tense."""
        since = self.relation(group) is TimeRelation.SINCE
        wanted = Tense.PAST if since else self.tense(group.first) or unsure
        return before if wanted is Tense.PAST else after

    def year_for(self, group: Group, reaching: Callable[[int], Interval | None]) -> int | None:
        """The year of something yearly, of which `reaching` gives the days: as the text asks, else the nearest."""
        if (year := self.told_year(group.first)) is not None:
            return year
        now = self.published
        if now is None:
            return None
        made = {year: reaching(year) for year in (now.year - 1, now.year, now.year + 1)}
        known = {year: days for year, days in made.items() if days is not None}
        if not known:
            return None
        tense = Tense.PAST if self.relation(group) is TimeRelation.SINCE else self.tense(group.first)
        begun = [year for year, days in known.items() if days.first <= now]
        to_come = [year for year, days in known.items() if days.last >= now]
        if tense is Tense.PAST and begun and _gap(known[begun[-1]], now) <= _SOON:
            return begun[-1]
        if tense is Tense.COMING and to_come and _gap(known[to_come[0]], now) <= _SOON:
            return to_come[0]
        return min(known, key=lambda year: _gap(known[year], now))

    # The word in front

    def relation(self, group: Group, *, duration: bool = False) -> TimeRelation:
        """What the word in front says of the time: "vor", "seit", "bis"."""
        known = _DURATION_RELATIONS if duration else _RELATIONS
        small = self.pieces.small
        for place in range(group.first - 1, max(group.first - 1 - _LOOK_BACK, -1), -1):
            if small[place] in known:
                return known[small[place]]
            if small[place] not in _BETWEEN:
                break
        return TimeRelation.AT

    def before(self, group: Group) -> str:
        """The word in front, in small letters."""
        return self.pieces.small[group.first - 1] if group.first else ""

    # What comes out

    def made(
        self,
        group: Group,
        kind: TimeType,
        value: str,
        days: Interval | None = None,
        *,
        modifier: TimeModifier | None = None,
        quantifier: str | None = None,
        relation: TimeRelation | None = None,
    ) -> TimeRef:
        """The record of an expression; a date's or time's days are taken as the word in front relates them."""
        if relation is None:
            relation = self.relation(group) if kind in {TimeType.DATE, TimeType.TIME} else TimeRelation.AT
            if days is not None:
                days_from, days_to = self._related(days, relation)
                return TimeRef(
                    self.pieces.span(group.first, group.last),
                    kind,
                    value,
                    days_from,
                    days_to,
                    modifier,
                    relation,
                    quantifier,
                )
        first, last = (days.first, days.last) if days else (None, None)
        return TimeRef(
            self.pieces.span(group.first, group.last), kind, value, first, last, modifier, relation, quantifier
        )

    def _related(self, days: Interval, relation: TimeRelation) -> tuple[date | None, date | None]:
        if relation is TimeRelation.SINCE:
            return days.first, self.published if self.published and self.published >= days.first else None
        if relation is TimeRelation.FROM:
            return days.first, None
        if relation is TimeRelation.UNTIL:
            return None, days.last
        if relation is TimeRelation.BEFORE:
            return None, add(days.first, "D", -1)
        if relation is TimeRelation.AFTER:
            return add(days.last, "D", 1), None
        return days.first, days.last

    def around(self, unit: str, number: int, *, told: date | None = None) -> date | None:
        """A day in the year, week … that lies that many units from now, or from a day that was told."""
        base = told or self.published
        return add(base, unit, number) if base else None

    def reach(self, unit: str, day: date | None) -> Interval | None:
        """The days of the unit in which the day lies."""
        return interval(unit, day) if day else None


def _gap(days: Interval, now: date) -> int:
    """How many days lie between; 0 inside."""
    return max((days.first - now).days, (now - days.last).days, 0)
