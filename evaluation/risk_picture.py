"""The risk–coverage curves as a picture: SVG without script, for light and dark."""

from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.coverage import Kept, Point
from evaluation.rendering import rendered

__all__ = ["Line", "picture"]

_LEFT, _TOP, _WIDTH, _HEIGHT = 72, 50, 544, 290  # the field, in the picture's units
_FEWEST = 20  # claims: a share of fewer jumps too much to be drawn
_GAP = 20  # between the names at the ends of lines
_STEP = 0.05


@dataclass(frozen=True, slots=True)
class Line:
    """A curve with its name, and the threshold to be marked on it."""

    name: str
    points: tuple[Point, ...]
    certain: Kept | None


@dataclass(frozen=True, slots=True)
class _Tick:
    at: float
    label: str


@dataclass(frozen=True, slots=True)
class _Mark:
    x: float
    y: float
    label: str


@dataclass(frozen=True, slots=True)
class _Drawn:
    name: str
    path: str
    end: float  # height of the name beside the line's end
    mark: _Mark | None
    told: str


def picture(lines: Sequence[Line]) -> str:
    """The lines in one field, each with a dash of its own; precision begins below the worst that is drawn."""
    drawn = {line.name: [point for point in line.points if point.kept >= _FEWEST] for line in lines}
    worst = min((point.precision for points in drawn.values() for point in points), default=0.5)
    floor = max(0.0, int((worst - 0.01) / _STEP) * _STEP)
    heights = _apart([_y(drawn[line.name][-1].precision, floor) if drawn[line.name] else _TOP for line in lines])
    return rendered(
        "risk.svg.j2",
        lines=[_drawn(line, drawn[line.name], height, floor) for line, height in zip(lines, heights, strict=True)],
        across=[_Tick(_x(step / 5), f"{20 * step} %") for step in range(6)],
        up=[_Tick(_y(value, floor), f"{100 * value:.0f} %") for value in _grid(floor)],
        left=_LEFT,
        right=_LEFT + _WIDTH,
        top=_TOP,
        bottom=_TOP + _HEIGHT,
    )


def _drawn(line: Line, points: Sequence[Point], end: float, floor: float) -> _Drawn:
    steps = [f"{_x(point.coverage):.1f} {_y(point.precision, floor):.1f}" for point in points]
    whole = line.points[-1] if line.points else None
    told = f"{line.name}: {100 * whole.precision:.1f} % right of all" if whole else f"{line.name}: none"
    return _Drawn(line.name, f"M{' L'.join(steps)}" if steps else "", end, _mark(line.certain, floor), told)


def _mark(certain: Kept | None, floor: float) -> _Mark | None:
    if certain is None or certain.coverage is None or certain.precision is None:
        return None
    label = f"certain: {100 * certain.precision:.1f} % right of {100 * certain.coverage:.0f} %"
    return _Mark(_x(certain.coverage), _y(max(certain.precision, floor), floor), label)


def _x(coverage: float) -> float:
    return round(_LEFT + coverage * _WIDTH, 1)


def _y(precision: float, floor: float) -> float:
    return round(_TOP + (1 - precision) / (1 - floor) * _HEIGHT, 1)


def _grid(floor: float) -> list[float]:
    """Where precision is labelled: not more than eight lines."""
    steps = round((1 - floor) / _STEP)
    every = -(-steps // 8)
    return [1 - number * every * _STEP for number in range(steps // every + 1)]


def _apart(heights: Sequence[float]) -> list[float]:
    """The heights, moved down where one would cover the one above it."""
    moved = {}
    last = float("-inf")
    for number in sorted(range(len(heights)), key=lambda place: heights[place]):
        moved[number] = last = max(heights[number], last + _GAP)
    return [moved[number] for number in range(len(heights))]
