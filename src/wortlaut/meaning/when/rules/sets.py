"""What comes again and again: "jeden Montag", "täglich", "zweimal pro Woche"."""

from __future__ import annotations

from wortlaut.meaning.when.days import duration
from wortlaut.meaning.when.patterns import Group, Hit
from wortlaut.meaning.when.readings import WeekdayPart
from wortlaut.meaning.when.rules.units import unit_of
from wortlaut.meaning.when.scene import Scene
from wortlaut.types import TimeRef, TimeType

__all__ = ["SETS"]


_LENGTHS = ("kilometer", "meter", "km", "meilen")


def _made(scene: Scene, group: Group, value: str, *, quantifier: str | None = None) -> list[TimeRef]:
    return [scene.made(group, TimeType.SET, value, quantifier=quantifier)]


def _each(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "jeden zweiten Tag", "jeden Montag", "jeden letzten Samstag im Monat"."""
    [group] = hit.groups
    word = next(scene.pieces.small[place] for place in range(group.first, group.last) if _is_each(scene, place))
    both, ordinal = group.get("WEEKDAYPART"), group.number("ORD") or group.number("DAY")
    if scene.pieces.small[group.last - 1] in {"monat", "monats"} and group.has("WEEKDAY"):
        return _made(scene, group, "P1M", quantifier=word)
    if isinstance(both, WeekdayPart):
        return _made(scene, group, f"XXXX-WXX-{both.weekday}T{both.part}", quantifier=word)
    if (weekday := group.number("WEEKDAY")) is not None:
        value = f"P{ordinal}W" if ordinal is not None and ordinal > 1 else f"XXXX-WXX-{weekday}"
        return _made(scene, group, value, quantifier=word)
    if (part := group.name("DAYPART")) is not None:
        return _made(scene, group, f"XXXX-XX-XXT{part}", quantifier=word)
    if (season := group.name("SEASON")) is not None:
        return _made(scene, group, f"XXXX-{season}", quantifier=word)
    if (month := group.number("MONTH")) is not None:
        return _made(scene, group, f"XXXX-{month:02}", quantifier=word)
    return _made(scene, group, duration(ordinal or 1, unit_of(scene, group)), quantifier=word)


def _is_each(scene: Scene, place: int) -> bool:
    return any(reading.kind == "EACH" for reading in scene.pieces.readings[place])


def _all(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "alle zwei Wochen", "alle paar Jahre"."""
    [group] = hit.groups
    number = group.get("PREFIXED") or group.get("N")
    counted = number if isinstance(number, int | float) else "X"
    return _made(scene, group, duration(counted, unit_of(scene, group)), quantifier="alle")


def _adjective(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    return _made(scene, group, duration(1, group.name("SETADJ") or "Y"))


def _weekdays(hit: Hit, scene: Scene) -> list[TimeRef]:
    return [scene.made(group, TimeType.SET, f"XXXX-WXX-{group.number('WEEKDAYS')}") for group in hit.groups]


def _times(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "zweimal pro Woche", "pro Jahr"."""
    [group] = hit.groups
    unit = unit_of(scene, group)
    if unit in {"TH", "TM", "TS"} and scene.before(group).startswith(_LENGTHS):
        return []  # a speed
    return _made(scene, group, duration(1, unit), quantifier=scene.pieces.small[group.first])


SETS = {
    "set_each": _each,
    "set_all": _all,
    "set_adjective": _adjective,
    "set_weekdays": _weekdays,
    "set_times": _times,
}
