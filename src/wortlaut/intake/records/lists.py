"""Where the list of records stands in an object that only wraps it (`{"articles": [...]}`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wortlaut.intake.records.fields import LISTS, normal
from wortlaut.intake.records.scan import Broken, after_space, fields

__all__ = ["find_list"]

_DEEPEST = 3  # so many objects may lie around the list


@dataclass(frozen=True, slots=True, order=True)
class _List:
    """A list that may be the one: best first by its name, then by its length."""

    rank: int
    shortness: int
    start: int


def find_list(view: str, start: int, *, known_only: bool) -> int | None:
    """Where the list of records begins in the object at `start`, or None.

    With `known_only` it must have a known name; else any list of objects will do. An object without end is searched as
    far as it goes.
    """
    found = (each for each in _lists(view, start, _DEEPEST) if each.rank < len(LISTS) or not known_only)
    best = min(found, default=None)
    return None if best is None else best.start


def _lists(view: str, start: int, depth: int) -> Iterator[_List]:
    if depth == 0:
        return
    try:
        for field in fields(view, start):
            yield from _within(view, field.name, field.value.start, field.value.end, depth)
    except Broken as broken:
        if broken.start is not None:
            yield from _within(view, broken.name, broken.start, len(view), depth)


def _within(view: str, name: str, start: int, end: int, depth: int) -> Iterator[_List]:
    if view[start] == "{":
        yield from _lists(view, start, depth - 1)
    elif view[start] == "[":
        key = normal(name)
        is_known = key in LISTS
        inside = after_space(view, start + 1)
        first = view[inside : inside + 1]
        if first == "{" or (is_known and first in ("]", "")):
            yield _List(LISTS.index(key) if is_known else len(LISTS), start - end, start)
