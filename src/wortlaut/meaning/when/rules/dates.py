"""Days that are named by day and month, by an adverb, by a holiday, or counted from the day told before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from wortlaut.meaning.when.days import Interval, holiday, holiday_names, valid
from wortlaut.meaning.when.patterns import Group, Hit
from wortlaut.meaning.when.readings import Digits, Reading
from wortlaut.meaning.when.scene import Scene
from wortlaut.types import TimeRef, TimeRelation, TimeType

__all__ = ["DATES", "dates_behind", "day_ref"]

_CENTURY_TURNS = 50  # two digits up to this mean the 21st century
_LEADS_TO_DATE = frozenset(", ( den dem der des vom am".split())
_LATER = {"darauf": 1, "danach": 1, "später": 1, "zuvor": -1, "davor": -1, "vorher": -1}


def day_ref(scene: Scene, group: Group, day: date | None, *, relation: TimeRelation | None = None) -> TimeRef:
    """The record of a day, which is told with it; of an unknown one without a publication date."""
    scene.tell(group.first, day)
    value = day.isoformat() if day else "XXXX-XX-XX"
    ref = scene.made(group, TimeType.DATE, value, Interval(day, day) if day else None)
    return ref if relation is None else replace(ref, relation=relation)


def dates_behind(scene: Scene, group: Group) -> list[date]:
    """The days that a date right behind an expression may mean, nearest years first: "am Abend des 23. Juni"."""
    pieces, now = scene.pieces, scene.published
    place = group.last
    while place < min(group.last + 3, len(pieces)) and pieces.small[place] in _LEADS_TO_DATE:
        place += 1
    if place == group.last or place >= len(pieces):
        return []
    for reading in pieces.readings[place]:
        if reading.kind == "FULLDATE" and isinstance(reading.value, Digits):
            written = _digits_of(Group(place, place + 1, (reading,)))
            day = valid(written.year, written.month, written.day) if written and written.year else None
            return [day] if day else []
    written = _digits_of(Group(place, place + 3, _date_kinds(scene, place)))
    if now is None or written is None:
        return []
    years = (now.year, now.year - 1, now.year + 1) if written.year is None else (written.year,)
    near = [valid(year, written.month, written.day) for year in years]
    return [day for day in near if day is not None]


def _date_kinds(scene: Scene, place: int) -> tuple[Reading, ...]:
    """What makes a date of the pieces from there on: a day, then a month, then perhaps a year."""
    made = []
    for number, kind in enumerate(("DAY", "MONTH", "YEAR")):
        if place + number < len(scene.pieces):
            made += [reading for reading in scene.pieces.readings[place + number] if reading.kind == kind]
    return tuple(made)


def _digits_of(group: Group) -> Digits | None:
    """Day, month and, if written, year of a group; None where there is no such day in any year."""
    written = group.get("FULLDATE") or group.get("DAYMONTH")
    if isinstance(written, Digits):
        year = group.number("YEAR") or written.year
        if written.short and written.year is not None:
            year = written.year + (2000 if written.year <= _CENTURY_TURNS else 1900)
        return replace(written, year=year)
    day = group.number("DAY") or group.number("DAYWORD")
    month = group.number("MONTH") or group.number("MONTHSHORT") or group.number("ORD")
    if day is None or month is None or valid(2000, month, day) is None:
        return None
    return Digits(day, month, group.number("YEAR"))


def _dated(scene: Scene, group: Group, written: Digits) -> TimeRef | None:
    """The record of a day with its year, written or chosen."""
    year = written.year
    if year is not None:
        scene.tell_year(group.first, year)
    elif scene.published is not None and (group.has("DEICTIC") or group.has("THIS")):
        year = scene.published.year + (group.number("DEICTIC") or 0)
    else:
        year = _year_of(scene, group, written)
    if year is None:
        return scene.made(group, TimeType.DATE, f"XXXX-{written.month:02}-{written.day:02}")
    day = valid(year, written.month, written.day)
    return None if day is None else day_ref(scene, group, day)


def _year_of(scene: Scene, group: Group, written: Digits) -> int | None:
    """The year that fits the weekday, if one is told; else what the scene says."""

    def reaching(year: int) -> Interval | None:
        day = valid(year, written.month, written.day)
        return Interval(day, day) if day else None

    weekday = group.number("WEEKDAY") or group.number("WEEKDAYSHORT")
    chosen = scene.year_for(group, reaching)
    if chosen is None or weekday is None or scene.published is None:
        return chosen
    for year in (chosen, scene.published.year, scene.published.year + 1, scene.published.year - 1):
        day = valid(year, written.month, written.day)
        if day is not None and day.isoweekday() == weekday:
            return year
    return chosen


def _day(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    written = _digits_of(group)
    ref = None if written is None else _dated(scene, group, written)
    return [] if ref is None else [ref]


def _days(hit: Hit, scene: Scene) -> list[TimeRef]:
    """Several days; what the earlier ones lack is taken from the last."""
    *earlier, last = hit.groups
    written = _digits_of(last)
    if written is None:
        return []
    final = _dated(scene, last, written)
    if final is None:
        return []
    refs = []
    for group in earlier:
        number = group.number("DAY")
        month, year = written.month, int(final.value[:4]) if final.value[:4].isdecimal() else None
        if number is None:
            return []
        if number > written.day and scene.pieces.small[group.last] in {"bis", "-", "–"}:
            month, year = (month - 1, year) if month > 1 else (12, None if year is None else year - 1)
        if year is None:
            refs.append(scene.made(group, TimeType.DATE, f"XXXX-{month:02}-{number:02}"))
        elif (day := valid(year, month, number)) is not None:
            refs.append(day_ref(scene, group, day))
        else:
            return []
    return [*refs, final]


def _day_of_month(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    base, number = scene.told_day(group.first), group.number("DAY")
    day = valid(base.year, base.month, number) if base and number else None
    return [day_ref(scene, group, day)] if day else []


def _day_adverb(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    place = group.first
    word = scene.pieces.words[place]
    if word == "Morgen" and scene.pieces.bounds(scene.pieces.sentence(place))[0] != place:
        return []  # the noun
    return [day_ref(scene, group, scene.around("D", group.number("DAYADV") or 0))]


def _day_adjective(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    day = scene.around("D", _number_in(hit, "DAYADJ"))
    part = scene.pieces.readings[group.first]
    if group.has("WEEKDAYPART"):
        name = next(getattr(each.value, "part", "") for each in part if each.kind == "WEEKDAYPART")
        scene.tell(group.first, day)
        text = day.isoformat() if day else "XXXX-XX-XX"
        return [scene.made(group, TimeType.TIME, f"{text}T{name}", Interval(day, day) if day else None)]
    return [day_ref(scene, group, day)]


def _number_in(hit: Hit, kind: str) -> int:
    """The value of that kind, in the brackets or before them."""
    return next((each.value for each in hit.values if each.kind == kind and isinstance(each.value, int)), 0)


def _narrated_day(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    number = group.number("NARRATIVE")
    if number is None and (deictic := group.number("DEICTIC")) is not None:
        if deictic < 1:
            return []  # "am letzten Tag" of something
        number = deictic
    if number is None and group.has("BEFOREUNIT"):
        unit, _, count = str(group.get("BEFOREUNIT")).partition(":")
        if unit != "D":
            return []
        number = int(count)
    if number is None:
        number = _LATER.get(scene.pieces.small[group.last - 1], 0)
    story = scene.exact_story_day()
    return [day_ref(scene, group, scene.around("D", number, told=story) if story else None)]


def _holiday(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    name = " ".join(str(each.value) for each in group.values if each.kind == "")
    rule = holiday_names()[name]

    def reaching(year: int) -> Interval | None:
        found = holiday(rule, year)
        return Interval(found, found) if found else None

    year, deictic = group.number("YEAR"), group.number("DEICTIC")
    if group.first > hit.first:  # "am gestrigen Karfreitag"
        return [day_ref(scene, group, scene.around("D", _number_in(hit, "DAYADJ")))]
    now = scene.published
    if year is not None:
        scene.tell_year(group.first, year)
    elif now is not None and deictic is not None and (this := holiday(rule, now.year)) is not None:
        year = now.year + (deictic if deictic * (now - this).days >= 0 else 0)
    else:
        year = scene.year_for(group, reaching)
    day = holiday(rule, year) if year else None
    if day is None:
        fixed = f"XXXX-{rule}" if len(rule) == 5 and rule[2] == "-" else "XXXX-XX-XX"
        return [scene.made(group, TimeType.DATE, fixed)]
    return [day_ref(scene, group, day)]


DATES = {
    "day": _day,
    "days": _days,
    "day_of_month": _day_of_month,
    "day_adverb": _day_adverb,
    "day_adjective": _day_adjective,
    "narrated_day": _narrated_day,
    "holiday": _holiday,
}
