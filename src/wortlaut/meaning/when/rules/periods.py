"""Months, seasons, quarters and halves of a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from wortlaut.meaning.when.days import Interval, month_interval, period_interval, season_interval
from wortlaut.meaning.when.patterns import Group, Hit
from wortlaut.meaning.when.rules.units import edge_of, unit_ref
from wortlaut.meaning.when.scene import Scene
from wortlaut.types import TimeRef, TimeType

__all__ = ["PERIODS"]

# A month without anything else is one only behind these; "August" and "April" are names, too.
_BEFORE_MONTH = frozenset(
    "im seit bis ab von vom zwischen gegen und zum für in den des der monat noch schon erst bereits wie ("
    " jeweils bereits vor nach".split()
)


def _year_of(scene: Scene, group: Group, reaching: Callable[[int], Interval | None]) -> int | None:
    """The year that is written, or named from now, or chosen by the scene."""
    if (year := group.number("YEAR")) is not None:
        scene.tell_year(group.first, year)
        return year
    now = scene.published
    if now is not None and (group.has("DEICTIC") or group.has("THIS")) and _names_year(scene, group):
        return now.year + (group.number("DEICTIC") or 0)
    deictic = group.number("DEICTIC") or group.number("NARRATIVE")
    if now is not None and deictic:
        return _nearest(now, reaching, later=deictic > 0)
    return scene.year_for(group, reaching)


def _names_year(scene: Scene, group: Group) -> bool:
    """Whether "dieses", "kommenden" belongs to the year: "Mai dieses Jahres"."""
    return group.has("YEARWORD") or scene.pieces.small[group.last - 1] in {"jahres", "jahrs"}


def _nearest(now: date, reaching: Callable[[int], Interval | None], *, later: bool) -> int | None:
    """The year of the next or last such period: "vergangenen Mai"."""
    years = [now.year, now.year + 1] if later else [now.year, now.year - 1]
    for year in years:
        days = reaching(year)
        if days is not None and (days.first > now if later else days.last < now):
            return year
    return None


def _month_ref(scene: Scene, group: Group, month: int, year: int | None) -> TimeRef:
    if year is None:
        return scene.made(group, TimeType.DATE, f"XXXX-{month:02}", modifier=edge_of(group))
    days = month_interval(year, month)
    return unit_ref(scene, group, "M", days.first if days else None, edge_of(group))


def _month(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    month = group.number("MONTH")
    if month is None or (group.last - group.first == 1 and scene.before(group) not in _BEFORE_MONTH):
        return []
    return [_month_ref(scene, group, month, _year_of(scene, group, lambda year: month_interval(year, month)))]


def _months(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "März bis Mai 2012", "Anfang oder Mitte Mai"."""
    first, last = hit.groups
    month = last.number("MONTH")
    if month is None:
        return []
    year = _year_of(scene, last, lambda year: month_interval(year, month))
    earlier = first.number("MONTH") or month
    before = year - 1 if year is not None and earlier > month else year
    return [_month_ref(scene, first, earlier, before), _month_ref(scene, last, month, year)]


def _season(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    season = group.name("SEASON") or "SU"
    year = _year_of(scene, group, lambda year: season_interval(year, season))
    days = season_interval(year, season) if year else None
    value = f"{year:04}-{season}" if year else f"XXXX-{season}"
    return [scene.made(group, TimeType.DATE, value, days, modifier=edge_of(group))]


def _quarter(hit: Hit, scene: Scene) -> list[TimeRef]:
    [group] = hit.groups
    period = group.name("PERIOD") or "Q"
    number = group.number("ORD") or group.number("ROMAN") or group.number("DAY") or 0
    if not 1 <= number <= (4 if period == "Q" else 2):
        return []
    year = _year_of(scene, group, lambda year: period_interval(year, period, number))
    days = period_interval(year, period, number) if year else None
    return [scene.made(group, TimeType.DATE, f"{year:04}-{period}{number}" if year else f"XXXX-{period}{number}", days)]


def _year_pair(hit: Hit, scene: Scene) -> list[TimeRef]:
    """The meaning of "2024/25", "Winter 2024/25"."""
    [group] = hit.groups
    years = [each.value for each in group.values if each.kind in {"YEAR", "TWO"} and isinstance(each.value, int)]
    first, second = years
    if second not in {first + 1, (first + 1) % 100}:
        return []
    season = group.name("SEASON")
    if season is not None:
        return [scene.made(group, TimeType.DATE, f"{first:04}-{season}", season_interval(first, season))]
    begin, end = month_interval(first, 1), month_interval(first + 1, 12)
    days = Interval(begin.first, end.last) if begin and end else None
    scene.tell_year(group.first, first)
    return [scene.made(group, TimeType.DATE, f"{first:04}/{first + 1:04}", days)]


PERIODS = {"month": _month, "months": _months, "season": _season, "quarter": _quarter, "year_pair": _year_pair}
