"""Years, decades and centuries."""

from __future__ import annotations

from wortlaut.meaning.when.days import Interval, add, valid, year_interval
from wortlaut.meaning.when.patterns import Group, Hit
from wortlaut.meaning.when.rules.units import edge_of, unit_ref
from wortlaut.meaning.when.scene import Scene
from wortlaut.meaning.when.tenses import Tense
from wortlaut.types import TimeRef, TimeType

__all__ = ["YEARS"]

# A number of four digits alone is a year between these; older ones only behind a word that asks for a year.
_FIRST, _LAST = 1850, 2100
_OLDEST = 1000
_HALF = 6  # months of a year; up to then the last turn of the year is nearer
_ASKS_FOR_YEAR = frozenset("seit bis ab ( von zwischen jahr jahre jahres jahren anno vor nach um herbst".split())
# Behind these a number is an amount.
_AMOUNT_BEFORE = frozenset(
    "rund etwa über knapp fast mindestens höchstens insgesamt davon als ca ca. circa ungefähr gut auf um"
    " jeweils je nur genau exakt maximal nr nr. nummer platz rund zirka € euro artikel art. art tel tel. telefon - – +"
    " pro unter weitere weiteren = : /".split()
)
# Before these, too; so before nouns, which a capital shows.
_AMOUNT_BEHIND = frozenset("% prozent € mal - – / + ° kilometer meter km m kg".split())
# Nouns that stand behind a year and are not counted by it.
_NOT_COUNTED = frozenset("Uhr".split())


def _is_year(scene: Scene, group: Group, year: int) -> bool:
    """Whether a number of four digits that stands alone is a year."""
    pieces = scene.pieces
    before, behind = pieces.word(group.first - 1), pieces.word(group.last)
    small = before.lower()
    if behind.lower() in _AMOUNT_BEHIND or (behind[:1] in ".,:" and pieces.word(group.last + 1)[:1].isdecimal()):
        return False
    if small in _ASKS_FOR_YEAR and not (small in {"von", "nach", "vor", "um", "bis"} and _is_counted(behind)):
        return _OLDEST <= year <= _LAST
    if small in _AMOUNT_BEFORE or not _FIRST <= year <= _LAST:
        return False
    return not _is_counted(behind) or _is_named(before)


def _is_counted(behind: str) -> bool:
    """Whether what stands behind may be what the number counts: "2000 Menschen", "1500 weitere"."""
    return behind[:1].isupper() or behind[:1].isdecimal()


def _is_named(before: str) -> bool:
    """Whether what stands before may bear the year in its name: "Weltmeisterschaft 2010 Kapstadt"."""
    return before[:1].isupper() and len(before) > 3


def _year_ref(scene: Scene, group: Group, year: int) -> TimeRef:
    days = year_interval(year)
    scene.tell_year(group.first, year)
    return unit_ref(scene, group, "Y", days.first if days else None, edge_of(group))


def _year(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    year = group.number("YEAR")
    if year is None or (group.last - group.first == 1 and not _is_year(scene, group, year)):
        return []
    return [_year_ref(scene, group, year)]


def _years(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "1943 bis 1945", "2010 und 2012"."""
    years = [group.number("YEAR") or 0 for group in hit.groups]
    if years != sorted(years):
        return []
    written_out = hit.groups[0].has("YEARWORD")
    if not written_out:
        if not all(_FIRST <= year <= _LAST for year in years) or scene.before(hit.groups[0]) in _AMOUNT_BEFORE:
            return []
        if scene.pieces.word(hit.last).lower() in _AMOUNT_BEHIND:
            return []
    return [_year_ref(scene, group, year) for group, year in zip(hit.groups, years, strict=True)]


def _turn(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "zum Jahreswechsel", "Jahreswechsel 2024/25": the last day of one year, the first of the next."""
    [group] = hit.groups
    year = group.number("YEAR")
    if year is not None:
        day = valid(year, 12, 31)
    elif (now := scene.published) is None:
        return [scene.made(group, TimeType.DATE, "XXXX-12-31")]
    else:
        near = Tense.COMING if now.month > _HALF else Tense.PAST
        day = scene.choose(group, valid(now.year - 1, 12, 31), valid(now.year, 12, 31), unsure=near)
    following = add(day, "D", 1) if day is not None else None
    if day is None or following is None:
        return []
    return [scene.made(group, TimeType.DATE, day.isoformat(), Interval(day, following))]


def _decade(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    first = group.number("DECADE") or group.number("DECADES") or 0
    if first < 100:
        first += 2000 if first in {0, 10} else 1900
    days = year_interval(first, 10)
    return [scene.made(group, TimeType.DATE, f"{first // 10:03}", days, modifier=edge_of(group))]


def _century(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    number = group.number("ORD") or group.number("DAY") or 0
    if not 1 <= number <= 21:
        return []
    # As people reckon: the 20th century is the years that begin with 19.
    days = year_interval(100 * number - 100, 100) if number > 1 else year_interval(1, 99)
    return [scene.made(group, TimeType.DATE, f"{number - 1:02}", days, modifier=edge_of(group))]


YEARS = {"year": _year, "years": _years, "turn": _turn, "decade": _decade, "century": _century}
