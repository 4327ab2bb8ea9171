"""Pictures as plain SVG: stacked bars over time, of which every mark is a link to the statements behind it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

__all__ = ["Bar", "Chart", "Mark", "PlacedMark", "Tick", "stacked"]

_HEIGHT = 120.0
_WIDTH = 960.0
_GAP = 0.18  # of a bar's room
_WIDEST = 46.0
_LEAST = 1.5  # so that a single statement is seen beside thousands


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a bar: its classes, what it says, how much it stands for, and where it leads."""

    classes: str
    label: str
    number: int
    address: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time as it is told below, with its parts from the bottom up."""

    label: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark with its rectangle."""

    mark: Mark
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A label below the bars."""

    label: str
    x: float


@dataclass(frozen=True, slots=True)
class Chart:
    """What a template draws, in units of `width` × `height`."""

    width: float
    height: float
    marks: tuple[PlacedMark, ...]
    ticks: tuple[Tick, ...]
    most: int


def stacked(bars: Sequence[Bar], *, labels: int = 8) -> Chart | None:
    """The picture of the bars, with some of their labels below; None where there is nothing to draw."""
    most = max((sum(mark.number for mark in bar.marks) for bar in bars), default=0)
    if most == 0:
        return None
    room = _WIDTH / len(bars)
    width = min(room * (1 - _GAP), _WIDEST)
    placed = [each for number, bar in enumerate(bars) for each in _placed(bar, number * room, width, most)]
    step = max(1, -(-len(bars) // labels))
    ticks = [Tick(bar.label, number * room) for number, bar in enumerate(bars) if number % step == 0]
    return Chart(_WIDTH, _HEIGHT, tuple(placed), tuple(ticks), most)


def _placed(bar: Bar, x: float, width: float, most: int) -> Iterable[PlacedMark]:
    top = _HEIGHT
    for mark in bar.marks:
        height = max(_HEIGHT * mark.number / most, _LEAST)
        top -= height
        yield PlacedMark(mark, round(x, 2), round(max(top, 0.0), 2), round(width, 2), round(height, 2))
