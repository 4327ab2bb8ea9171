"""What the hits of the grammar mean: a function for every rule of `grammar.tsv`.

A rule gives back the expressions of a hit, none where the words mean something else here; then a shorter hit is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wortlaut.meaning.when.patterns import Hit
from wortlaut.meaning.when.rules.clocks import CLOCKS
from wortlaut.meaning.when.rules.dates import DATES
from wortlaut.meaning.when.rules.durations import DURATIONS
from wortlaut.meaning.when.rules.periods import PERIODS
from wortlaut.meaning.when.rules.sets import SETS
from wortlaut.meaning.when.rules.units import UNITS
from wortlaut.meaning.when.rules.vague import VAGUE
from wortlaut.meaning.when.rules.weekdays import WEEKDAYS
from wortlaut.meaning.when.rules.years import YEARS
from wortlaut.meaning.when.scene import Scene
from wortlaut.types import TimeRef

__all__ = ["RULES"]

RULES: Mapping[str, Callable[[Hit, Scene], list[TimeRef]]] = {
    **CLOCKS,
    **DATES,
    **DURATIONS,
    **PERIODS,
    **SETS,
    **UNITS,
    **VAGUE,
    **WEEKDAYS,
    **YEARS,
}
