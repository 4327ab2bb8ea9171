"""Durations, and how far from now they reach: "seit zwei Wochen", "vor 90 Jahren", "in den vergangenen Jahren"."""

from __future__ import annotations

from datetime import date

from wortlaut.meaning.when.days import Interval, add, duration, interval
from wortlaut.meaning.when.patterns import Group, Hit
from wortlaut.meaning.when.readings import Quantity
from wortlaut.meaning.when.rules.units import unit_of
from wortlaut.meaning.when.scene import Scene
from wortlaut.meaning.when.tenses import Tense
from wortlaut.types import TimeModifier, TimeRef, TimeRelation, TimeType

__all__ = ["DURATIONS"]

_MORE = {"mehr": TimeModifier.MORE_THAN, "länger": TimeModifier.MORE_THAN, "weniger": TimeModifier.LESS_THAN}
_UP_TO = frozenset({"bis", "nicht"})
_LATER = frozenset("später danach darauf".split())
_EARLIER = frozenset("zuvor vorher davor früher".split())
# Around an age of people, which is no time told.
_AGE_BEHIND = frozenset("alt alte alten alter altes jung junge jungen".split())
_AGE_BEFORE = frozenset("ab unter mit".split())
# What lasts, unlike people, of whom "-jährig" tells the age.
_LASTING = (
    "ung", "zeit", "haft", "strafe", "pause", "frist", "phase", "dauer", "vertrag", "vertrags", "bestehen", "bestehens",
    "jubiläum", "krieg", "projekt", "problem", "plan", "kampf", "streit", "krise", "programm", "studium", "arbeit",
    "ehe", "geschichte", "tradition", "mandat", "amtszeit", "moratorium", "suche", "verhandlungen",
)  # fmt: skip


def _number_of(group: Group) -> float | str:
    if group.has("HALF"):
        return 0.5
    for kind in ("PREFIXED", "N", "BOTH", "EIN"):
        value = group.get(kind)
        if isinstance(value, int | float):
            return value
    return 1 if group.has("WHOLE") else "X"


def _modifier_of(scene: Scene, group: Group) -> TimeModifier | None:
    name = group.name("APPROX")
    if name is not None:
        return TimeModifier(name)
    first = scene.pieces.small[group.first]
    if first in _MORE:
        return _MORE[first]
    return TimeModifier.EQUAL_OR_LESS if first in _UP_TO else None


def _ref(scene: Scene, group: Group, number: float | str, unit: str) -> TimeRef:
    """The record of a duration, with the days that the words around it give."""
    relation = scene.relation(group, duration=True)
    behind = scene.pieces.small[group.last] if group.last < len(scene.pieces) else ""
    days = None
    if behind in _LATER or behind in _EARLIER:
        later = behind in _LATER
        relation = TimeRelation.AFTER if later else TimeRelation.BEFORE
        days = _away(scene.story_day(), unit, number if later else _less(number))
        scene.tell(group.first, days.first if days else None)
    elif relation is TimeRelation.AGO:
        days = _away(scene.published, unit, _less(number))
        if unit == "D":
            scene.tell_ago(group.first, days.first if days else None)
    elif relation is TimeRelation.AHEAD:
        if scene.tense(group.first) is Tense.PAST:
            relation = TimeRelation.AT  # "in zwei Stunden schaffte er es"
        else:
            days = _away(scene.published, unit, number)
    elif relation is TimeRelation.SINCE:
        days = _reaching(scene.published, unit, _less(number))
    return scene.made(
        group,
        TimeType.DURATION,
        duration(number, unit),
        days,
        modifier=_modifier_of(scene, group),
        relation=relation,
    )


def _less(number: float | str) -> float | str:
    return number if isinstance(number, str) else -number


def _shifted(day: date | None, unit: str, number: float | str) -> date | None:
    """The day so many units away; halves of years are months."""
    if day is None or isinstance(number, str) or abs(number) > 10_000:
        return None
    if unit == "TH":
        return add(day, "D", round(number / 24))
    if number == int(number):
        return add(day, unit, int(number))
    if unit == "Y":
        return add(day, "M", round(12 * number))
    return add(day, unit, round(number))


def _away(day: date | None, unit: str, number: float | str) -> Interval | None:
    """The day, week, month or year that lies so far away."""
    found = _shifted(day, unit, number)
    return interval(unit, found) if found else None


def _reaching(day: date | None, unit: str, number: float | str) -> Interval | None:
    """All between the day and so far away."""
    found = _shifted(day, unit, number)
    if found is None or day is None:
        return None
    return Interval(min(day, found), max(day, found))


def _duration(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    pieces = scene.pieces
    unit = unit_of(scene, group)
    small = pieces.small[group.first : group.last]
    if small[0] == "eines" and small[-1] == "tages":
        return []
    if "-" in small and not (pieces.glued(group.first + 1) and pieces.glued(group.first + 2)):
        return []
    if unit == "Y" and _is_age(scene, group):
        return []
    if group.has("EIN") and not group.has("HALF") and _is_plural(scene, group.last - 1):
        return []  # "ein Jahrzehnte altes Foto"
    return [_ref(scene, group, _number_of(group), unit)]


def _is_age(scene: Scene, group: Group) -> bool:
    pieces = scene.pieces
    behind = pieces.small[group.last] if group.last < len(pieces) else ""
    before = pieces.small[max(group.first - 4, 0) : group.first]
    return behind in _AGE_BEHIND or not _AGE_BEFORE.isdisjoint(before[-1:]) or "alter" in before


def _is_plural(scene: Scene, place: int) -> bool:
    kinds = {reading.kind for reading in scene.pieces.readings[place]}
    return "PLURAL" in kinds and scene.pieces.small[place] not in {"jahre", "tage", "monate"}


def _durations(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "zwei bis drei Wochen": each number is an expression."""
    unit = unit_of(scene, hit.groups[-1])
    if unit == "Y" and _is_age(scene, hit.groups[0]):
        return []
    behind = scene.pieces.small[hit.last] if hit.last < len(scene.pieces) else ""
    if unit == "Y" and behind in _AGE_BEHIND:
        return []
    return [_ref(scene, group, _number_of(group), unit) for group in hit.groups]


def _near(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "in den vergangenen zwei Jahren", "in den kommenden Tagen"."""
    [group] = hit.groups
    unit, number = unit_of(scene, group), _number_of(group)
    direction = group.number("DEICTIC") or group.number("NARRATIVE") or 0
    base = scene.story_day() if group.has("NARRATIVE") else scene.published
    days = None
    if direction and not isinstance(number, str):
        days = _reaching(base, unit, number if direction > 0 else -number)
    return [scene.made(group, TimeType.DURATION, duration(number, unit), days, relation=TimeRelation.AT)]


def _some(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    return [_ref(scene, group, "X", unit_of(scene, group))]


def _long(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    return [scene.made(group, TimeType.DURATION, duration("X", group.name("UNITLONG") or "Y"))]


def _word(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "dreitägig", "14-tägig"."""
    [group] = hit.groups
    quantity = group.get("NUMUNITADJ") or group.get("NUMAGEADJ")
    if isinstance(quantity, Quantity):
        number: float | str = quantity.number or "X"
        unit = quantity.unit
    else:
        number, unit = _number_of(group), group.name("UNITADJ") or group.name("AGEADJ") or "Y"
        if not (scene.pieces.glued(group.last - 1) and scene.pieces.glued(group.last - 2)):
            return []
    return [_ref(scene, group, number, unit)]


def _age(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "fünfjährige Haft", but no age of people."""
    [group] = hit.groups
    behind = scene.pieces.word(group.last)
    if not behind[:1].isupper() or not behind.lower().endswith(_LASTING):
        return []
    return _word(hit, scene)


DURATIONS = {
    "duration": _duration,
    "durations": _durations,
    "duration_near": _near,
    "duration_some": _some,
    "duration_long": _long,
    "duration_word": _word,
    "duration_age": _age,
}
