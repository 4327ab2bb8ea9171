"""Weeks, months, years and others that are named from now or from what was told: "die kommende Woche", "heuer"."""

from __future__ import annotations

from datetime import date, timedelta

from wortlaut.meaning.when.days import Interval, add, interval, unit_value
from wortlaut.meaning.when.patterns import Group, Hit
from wortlaut.meaning.when.scene import Scene
from wortlaut.types import TimeModifier, TimeRef, TimeType

__all__ = ["UNITS", "edge_of", "unit_of", "unit_ref"]

_YEAR_THIRDS = {TimeModifier.START: 0, TimeModifier.MID: 4, TimeModifier.END: 8}
_UNKNOWN = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "D": "XXXX-XX-XX", "WE": "XXXX-WXX-WE", "3M": "XXXX-QX"}
_LATER = {"darauf": 1, "danach": 1, "zuvor": -1, "davor": -1}


def edge_of(group: Group) -> TimeModifier | None:
    """Whether beginning, middle or end is meant."""
    name = group.name("EDGE") or group.name("EARLY") or group.name("LATE")
    return TimeModifier(name) if name else None


def unit_of(scene: Scene, group: Group) -> str:
    """The unit that stands in the group, the last of several."""
    for place in range(group.last - 1, group.first - 1, -1):
        for reading in scene.pieces.readings[place]:
            if reading.kind == "UNIT":
                return str(reading.value)
    return "D"


def unit_ref(scene: Scene, group: Group, unit: str, day: date | None, modifier: TimeModifier | None) -> TimeRef:
    """The record of the year, month, week … in which the day lies."""
    if day is None:
        return scene.made(group, TimeType.DATE, _UNKNOWN.get(unit, "XXXX"), modifier=modifier)
    days = interval(unit, day)
    if unit in {"W", "M"} and days is not None:
        scene.tell(group.first, days.first, exact=False)
    return scene.made(
        group, TimeType.DATE, unit_value(unit, day), days and _cut(days, unit, modifier), modifier=modifier
    )


def _cut(days: Interval, unit: str, modifier: TimeModifier | None) -> Interval:
    """The third that "Anfang", "Mitte" or "Ende" means; of a year four months."""
    if unit == "Y" and modifier in _YEAR_THIRDS:
        first, last = add(days.first, "M", _YEAR_THIRDS[modifier]), add(days.first, "M", _YEAR_THIRDS[modifier] + 3)
        end = interval("M", last) if last else None
        return Interval(first, end.last) if first and end else days
    length = (days.last - days.first).days + 1
    third = length // 3
    if third == 0 or modifier not in {TimeModifier.START, TimeModifier.MID, TimeModifier.END}:
        return days
    if modifier is TimeModifier.START:
        return Interval(days.first, days.first + timedelta(days=third - 1))
    if modifier is TimeModifier.END:
        return Interval(days.last - timedelta(days=third - 1), days.last)
    return Interval(days.first + timedelta(days=third), days.last - timedelta(days=third))


def _unit(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    unit = unit_of(scene, group)
    if group.has("NARRATIVE"):
        day = _storied(scene, group, unit, group.number("NARRATIVE") or 0)
    else:
        day = scene.around(unit, group.number("DEICTIC") or 0)
    return [unit_ref(scene, group, unit, day, edge_of(group))]


def _narrated_unit(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "in der Woche darauf", "im Jahr zuvor", "in der dritten Woche"."""
    [group] = hit.groups
    unit = unit_of(scene, group)
    number, deictic = group.number("ORD"), group.number("DEICTIC")
    if number is not None:
        first = scene.first_week()
        return [unit_ref(scene, group, unit, add(first, unit, number - 1) if first else None, None)]
    if deictic is not None:
        return _unit(hit, scene)
    later = _LATER[scene.pieces.small[group.last - 1]]
    return [unit_ref(scene, group, unit, _storied(scene, group, unit, later), None)]


def _storied(scene: Scene, group: Group, unit: str, number: int) -> date | None:
    """A day so many units from what was told; a year is taken note of."""
    story = scene.story_year() if unit == "Y" else scene.story_day()
    day = add(story, unit, number) if story else None
    if unit == "Y" and day is not None:
        scene.tell_year(group.first, day.year)
    return day


def _unit_before(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "Vorjahr", "Folgewoche"."""
    [group] = hit.groups
    unit, _, number = str(group.get("BEFOREUNIT")).partition(":")
    if unit == "D":
        return []  # "Vortag" needs "am"
    later = int(number) > 0
    base = scene.story_day() if later else scene.published
    return [unit_ref(scene, group, unit, add(base, unit, int(number)) if base else None, None)]


def _unit_edge(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "zum Jahresende", "Anfang der Woche"."""
    [group] = hit.groups
    if group.has("EDGEUNIT"):
        unit, _, name = str(group.get("EDGEUNIT")).partition(":")
    else:
        unit, name = unit_of(scene, group), group.name("EDGE") or "START"
    return [unit_ref(scene, group, unit, scene.published, TimeModifier(name))]


def _year_adverb(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    return [unit_ref(scene, group, "Y", scene.published, edge_of(group))]


def _year_adjective(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    return [unit_ref(scene, group, "Y", scene.around("Y", group.number("YEARADJ") or 0), None)]


UNITS = {
    "unit": _unit,
    "unit_before": _unit_before,
    "unit_edge": _unit_edge,
    "narrated_week": _narrated_unit,
    "year_adverb": _year_adverb,
    "year_adjective": _year_adjective,
}
