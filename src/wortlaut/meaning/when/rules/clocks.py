"""Times of the day and its parts."""

from __future__ import annotations

from datetime import date

from wortlaut.meaning.when.days import Interval, add
from wortlaut.meaning.when.patterns import Group, Hit
from wortlaut.meaning.when.readings import Clock
from wortlaut.meaning.when.rules.dates import dates_behind
from wortlaut.meaning.when.rules.units import edge_of
from wortlaut.meaning.when.scene import Scene
from wortlaut.types import TimeRef, TimeType

__all__ = ["CLOCKS"]

_EVENING = frozenset({"AF", "EV"})
_QUARTERS = {"viertel": 15, "dreiviertel": 45}


def _time_ref(scene: Scene, group: Group, clock: Clock, day: date | None) -> TimeRef:
    """The time of that day, with the offset of the zone where one is written."""
    text = scene.day_text(group.first, day)
    days = Interval(day, day) if day and text == day.isoformat() else None
    return scene.made(group, TimeType.TIME, f"{text}T{clock.hour:02}:{clock.minute:02}{group.name('ZONE') or ''}", days)


def _written(group: Group) -> Clock | None:
    """The time as it stands in the group."""
    for kind in ("CLOCK", "COLON"):
        if isinstance(found := group.get(kind), Clock):
            return found
    hour = group.number("HOUR")
    if hour is None:
        return None
    return Clock(hour, group.number("TWO") or 0)


def _clock(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    small = scene.pieces.small[group.first : group.last]
    day = scene.told_day(group.first)
    if "mitternacht" in small:
        return [_time_ref(scene, group, Clock(24, 0), day)]
    clock = _written(group)
    if clock is None or clock.minute > 59:
        return []
    if group.has("TWO") and scene.pieces.word(group.last)[:1].isupper():
        return []  # "um 20 Uhr 30 Menschen"
    if "halb" in small:
        clock = Clock((clock.hour - 1) % 24, 30)
    elif (quarter := _QUARTERS.get(small[0])) is not None:
        clock = _quarter(clock.hour, quarter, small[1])
    part = group.name("PARTADV") or group.name("PARTSET")
    if part in _EVENING and clock.hour < 12:
        clock = Clock(clock.hour + 12, clock.minute)
    return [_time_ref(scene, group, clock, day)]


def _quarter(hour: int, minutes: int, side: str) -> Clock:
    """The time meant by "Viertel nach acht", "Viertel vor acht", and, as in the south, "Viertel acht"."""
    if side == "nach":
        return Clock(hour, minutes)
    if side == "vor":
        return Clock((hour - 1) % 24, 60 - minutes)
    return Clock((hour - 1) % 24, minutes)


def _clocks(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "14.30-18 Uhr", "von 8 bis 12 und von 14 bis 18 Uhr"."""
    day = scene.told_day(hit.groups[0].first)
    written = [_written(group) for group in hit.groups]
    return [
        _time_ref(scene, group, clock, day)
        for group, clock in zip(hit.groups, written, strict=True)
        if clock is not None
    ]


def _day_part(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "gestern Abend"."""
    [group] = hit.groups
    number = group.number("DAYADV")
    day = scene.around("D", number if number is not None else group.number("DAYADJ") or 0)
    scene.tell(group.first, day)
    return [_part_ref(scene, group, group.name("PARTADV") or group.name("DAYPART") or "", day)]


def _part(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "am Abend", "in der Nacht", "am nächsten Morgen", "abends"."""
    [group] = hit.groups
    if (name := group.name("PARTSET")) is not None:
        return _part_again(scene, group, name)
    part = group.name("DAYPART") or "NI"
    number = group.number("NARRATIVE")
    deictic = group.number("DEICTIC")
    if number is not None or deictic is not None:
        story = scene.story_day()
        if deictic is not None and deictic < 0:
            story, number = scene.published, deictic
        day = add(story, "D", number if number is not None else deictic or 0) if story else None
        scene.tell(group.first, day)
    elif scene.pieces.small[group.last - 1] == "nacht" and scene.pieces.small[group.first].startswith(_LAST_NIGHT):
        day = scene.around("D", -1 if scene.pieces.small[group.first].startswith(("vergangen", "letzt")) else 0)
    else:
        dates = dates_behind(scene, group)
        day = dates[0] if dates else scene.told_day(group.first)
    if scene.pieces.small[group.last - 1] == "mitternacht":
        return [_time_ref(scene, group, Clock(24, 0), day)]
    return [_part_ref(scene, group, part, day)]


_LAST_NIGHT = ("vergangen", "letzt", "kommend")


def _part_again(scene: Scene, group: Group, part: str) -> list[TimeRef]:
    """What "abends" means: the evening of a day that was told in the sentence, else every day's."""
    pieces = scene.pieces
    day = scene.day_in_sentence(group.first)
    if day is None or pieces.small[group.first] == "früh":
        return [scene.made(group, TimeType.SET, f"XXXX-XX-XXT{part}")]
    return [_part_ref(scene, group, part, day)]


def _part_ref(scene: Scene, group: Group, part: str, day: date | None) -> TimeRef:
    text = scene.day_text(group.first, day)
    days = Interval(day, day) if day and text == day.isoformat() else None
    return scene.made(group, TimeType.TIME, f"{text}T{part}", days, modifier=edge_of(group))


CLOCKS = {"clock": _clock, "clocks": _clocks, "day_part": _day_part, "part": _part}
