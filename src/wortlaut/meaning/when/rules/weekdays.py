"""Weekdays, weekends, and the nights between two days."""

from __future__ import annotations

from datetime import date, timedelta

from wortlaut.meaning.when.days import Interval, add, interval, unit_value, valid
from wortlaut.meaning.when.patterns import Group, Hit
from wortlaut.meaning.when.readings import WeekdayPart
from wortlaut.meaning.when.rules.dates import dates_behind, day_ref
from wortlaut.meaning.when.scene import Scene
from wortlaut.meaning.when.tenses import Tense
from wortlaut.types import TimeModifier, TimeRef, TimeType

__all__ = ["WEEKDAYS"]

# Papers of that name: "Bild am Sonntag".
_PAPERS = frozenset("Bild BILD Welt WELT NZZ Rundschau Blick Standard Krone Rheinpfalz Presse".split())
_FAR = 21  # days; a weekday in a story that lies farther back belongs to the story


def _on_or_before(day: date, weekday: int) -> date | None:
    return add(day, "D", -((day.isoweekday() - weekday) % 7))


def _on_or_after(day: date, weekday: int) -> date | None:
    return add(day, "D", (weekday - day.isoweekday()) % 7)


def _weekday_day(scene: Scene, group: Group, weekday: int) -> date | None:
    """Which such weekday is meant."""
    now, place = scene.published, group.first
    if group.has("NARRATIVE") and (story := scene.story_day()) is not None:
        number = group.number("NARRATIVE") or 0
        return _next(story, weekday) if number > 0 else _on_or_before(story, weekday)
    if now is None:
        return None
    if (near := _named_beside(scene, group, weekday) or _named_behind(scene, group, weekday)) is not None:
        return near
    deictic = group.number("DEICTIC")
    if deictic is not None and deictic < 0:
        return _on_or_before(now - timedelta(days=1), weekday) if now > date.min else None
    if deictic is not None and deictic > 0:
        coming = _next(now, weekday)
        return add(coming, "W", deictic - 1) if coming is not None else None  # "übernächsten Montag"
    tense = scene.tense(place)
    told = scene.told_day(place)
    in_story = told is not None and (now - told).days > _FAR and scene.told_year(place) is not None
    if tense is Tense.PAST and told is not None and in_story:
        return _on_or_after(told, weekday)
    before, after = _on_or_before(now, weekday), _on_or_after(now, weekday)
    return scene.choose(group, before, after, unsure=Tense.COMING if group.has("THIS") else Tense.PAST)


def _next(day: date, weekday: int) -> date | None:
    following = add(day, "D", 1)
    return _on_or_after(following, weekday) if following else None


def _named_beside(scene: Scene, group: Group, weekday: int) -> date | None:
    """The day where an adverb stands close by: "heute, Samstag", "am heutigen Samstag", "24. März (Samstag)"."""
    pieces = scene.pieces
    for place in (group.first - 1, group.first - 2):
        if place < 0:
            break
        for reading in pieces.readings[place]:
            if reading.kind in {"DAYADV", "DAYADJ"} and isinstance(reading.value, int):
                day = scene.around("D", reading.value)
                if day is not None and day.isoweekday() == weekday:
                    return day
    told = scene.day_in_sentence(group.first)
    in_brackets = pieces.word(group.first - 1) == "(" and pieces.word(group.last) == ")"
    return told if in_brackets and told is not None and told.isoweekday() == weekday else None


def _named_behind(scene: Scene, group: Group, weekday: int) -> date | None:
    """The day where its date stands behind: "am Montagmorgen, dem 18. Juni", "am Mittwoch (17. Juli)"."""
    return next((day for day in dates_behind(scene, group) if day.isoweekday() == weekday), None)


def _weekday(hit: Hit, scene: Scene) -> list[TimeRef]:
    group = hit.groups[0]
    both = group.get("WEEKDAYPART")
    weekday, part = group.number("WEEKDAY") or 1, group.name("PARTADV") or group.name("DAYPART")
    if isinstance(both, WeekdayPart):
        weekday, part = both.weekday, both.part
    if _is_each(scene, group):
        return []
    if weekday == 7 and scene.before(group) == "am" and scene.pieces.word(group.first - 2) in _PAPERS:
        return []
    day = _weekday_day(scene, group, weekday)
    if part is None:
        if day is None:
            return [scene.made(group, TimeType.DATE, f"XXXX-WXX-{weekday}")]
        return [day_ref(scene, group, day)]
    scene.tell(group.first, day)
    text = day.isoformat() if day else f"XXXX-WXX-{weekday}"
    modifier = TimeModifier.START if group.has("EARLY") else TimeModifier.END if group.has("LATE") else None
    return [scene.made(group, TimeType.TIME, f"{text}T{part}", Interval(day, day) if day else None, modifier=modifier)]


def _is_each(scene: Scene, group: Group) -> bool:
    """Whether it is "montags" at the beginning of a sentence, so not a genitive."""
    pieces = scene.pieces
    alone = group.last - group.first == 1 and pieces.small[group.first].endswith("tags")
    return alone and group.first == pieces.bounds(pieces.sentence(group.first))[0]


def _weekday_of_week(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "Montag kommender Woche"."""
    [group] = hit.groups
    monday = scene.reach("W", scene.around("W", group.number("DEICTIC") or 0))
    weekday = group.number("WEEKDAY") or 1
    return [day_ref(scene, group, add(monday.first, "D", weekday - 1) if monday else None)]


def _weekday_from_now(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "Montag in einer Woche", "Montag vor zwei Wochen"."""
    [group] = hit.groups
    now, weekday, number = scene.published, group.number("WEEKDAY") or 1, group.number("N") or 1
    if now is None:
        return [day_ref(scene, group, None)]
    ahead = scene.pieces.small[group.first + 1] == "in"
    near = _on_or_after(now, weekday) if ahead else _on_or_before(now, weekday)
    return [day_ref(scene, group, add(near, "W", number if ahead else -number) if near else None)]


def _night(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The night before the day that is named last: "in der Nacht auf Sonntag"."""
    [group] = hit.groups
    named = [each for each in group.values if each.kind in {"WEEKDAY", "DAYADV", "DAY"}][-1]
    number = named.value if isinstance(named.value, int) else 0
    if named.kind == "DAYADV":
        day = scene.around("D", number)
    elif named.kind == "DAY":
        day = _dated_night(scene, group, number)
    else:
        day = _weekday_day(scene, group, number)
    night = add(day, "D", -1) if day else None
    scene.tell(group.first, night)
    days = Interval(night, day) if night and day else None
    return [scene.made(group, TimeType.TIME, f"{night.isoformat() if night else 'XXXX-XX-XX'}TNI", days)]


def _dated_night(scene: Scene, group: Group, number: int) -> date | None:
    month = group.number("MONTH") or 1

    def reaching(year: int) -> Interval | None:
        day = valid(year, month, number)
        return Interval(day, day) if day else None

    year = group.number("YEAR") or scene.year_for(group, reaching)
    return valid(year, month, number) if year else None


def _weekend(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    now = scene.published
    if now is None:
        return [scene.made(group, TimeType.DATE, "XXXX-WXX-WE")]
    at_work = now.isoweekday() < 6
    past, coming = add(now, "W", -1) if at_work else now, now
    deictic = group.number("DEICTIC")
    if group.has("NARRATIVE"):
        story = scene.story_day() or now
        day = add(story, "W", max(group.number("NARRATIVE") or 0, -1))
    elif deictic is not None:
        day = add(now, "W", deictic - 1 if deictic > 0 and at_work else deictic)
    else:
        unsure = Tense.COMING if group.has("THIS") else Tense.PAST
        day = scene.choose(group, past, coming, unsure=unsure)
    days = interval("WE", day) if day else None
    if day is None or days is None:
        return []
    scene.tell(group.first, days.first, exact=False)
    return [scene.made(group, TimeType.DATE, unit_value("WE", day), days)]


WEEKDAYS = {
    "weekday": _weekday,
    "weekday_of_week": _weekday_of_week,
    "weekday_from_now": _weekday_from_now,
    "night": _night,
    "weekend": _weekend,
}
