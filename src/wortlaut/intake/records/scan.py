"""Where the values of a JSON text stand, which Python's own decoder does not tell.

The scanner finds borders only: it balances brackets and skips strings, so that it also finds its way around a broken
record. Whether what lies between the borders is sound is for `json` to say. Positions are characters of `view`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Broken", "Field", "Place", "after_space", "fields", "find", "items", "place"]

_SPACE = re.compile(r"[ \t\n\r]*+")
_STRING = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_TO_BRACKET = re.compile(r'[^"\[\]{}]*+(?:"[^"\\]*+(?:\\.[^"\\]*+)*+"[^"\[\]{}]*+)*+', re.DOTALL)
_BRACKETS = re.compile(r"[\[{]++|(?P<closing>[\]}]++)")
_SCALAR = re.compile(r'[^\s,\[\]{}"]++')


class Broken(Exception):
    """The JSON cannot be followed from `position` on; `problem` is a key of `reasons.PROBLEMS`.

    Where it is a value that has no end, `start` is its first character, and `name` its name in the object.
    """

    def __init__(self, problem: str, position: int, *, start: int | None = None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.position = position
        self.start = start
        self.name = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A value from `start` to `end` in the view, with `depth` levels of brackets."""

    start: int
    end: int
    depth: int


@dataclass(frozen=True, slots=True)
class Field:
    """A member of an object: its name and where its value stands."""

    name: str
    value: Place


def after_space(view: str, position: int) -> int:
    """The first position from `position` on that is no white space."""
    found = _SPACE.match(view, position)
    return position if found is None else found.end()


def place(view: str, start: int) -> Place:
    """Where the value ends that begins at `start`; raises `Broken`."""
    first = view[start : start + 1]
    if first in ("{", "["):
        return _bracketed(view, start)
    found = (_STRING if first == '"' else _SCALAR).match(view, start)
    if found is None:
        problem = "Unterminated string starting at" if first == '"' else "Expecting value"
        raise Broken(problem, start, start=start if first == '"' else None)
    return Place(start, found.end(), 0)


def _bracketed(view: str, start: int) -> Place:
    depth = deepest = 0
    position = start
    while True:
        found = _TO_BRACKET.match(view, position)
        position = len(view) if found is None else found.end()
        run = _BRACKETS.match(view, position)
        if run is None:
            if position == len(view):
                raise Broken("unclosed", start, start=start)
            raise Broken("Unterminated string starting at", position, start=start)
        size = run.end() - position
        if run["closing"] is None:
            depth += size
            deepest = max(deepest, depth)
        elif size < depth:
            depth -= size
        else:
            return Place(start, position + depth, deepest)
        position = run.end()


def fields(view: str, start: int) -> Iterator[Field]:
    """The members of the object that begins at `start`; raises `Broken` after the last one that can be read."""
    position = after_space(view, start + 1)
    while view[position : position + 1] != "}":
        if view[position : position + 1] != '"':
            raise Broken("Expecting property name enclosed in double quotes", position)
        name = place(view, position)
        position = after_space(view, name.end)
        if view[position : position + 1] != ":":
            raise Broken("Expecting ':' delimiter", position)
        try:
            value = place(view, after_space(view, position + 1))
        except Broken as broken:
            broken.name = _name(view, name)
            raise
        yield Field(_name(view, name), value)
        position = _behind_comma(view, value.end, "}")


def _name(view: str, quoted: Place) -> str:
    name = view[quoted.start + 1 : quoted.end - 1]
    if "\\" not in name:
        return name
    try:
        return str(json.loads(f'"{name}"', strict=False))
    except json.JSONDecodeError:
        return name


def items(view: str, start: int) -> Iterator[Place]:
    """The elements of the list that begins at `start`; raises `Broken` after the last one that can be read."""
    position = after_space(view, start + 1)
    while view[position : position + 1] != "]":
        value = place(view, position)
        yield value
        position = _behind_comma(view, value.end, "]")


def _behind_comma(view: str, position: int, closing: str) -> int:
    """Where the next member or element begins, or where `closing` stands."""
    position = after_space(view, position)
    sign = view[position : position + 1]
    if sign == closing:
        return position
    if sign != ",":
        raise Broken("Expecting ',' delimiter", position)
    return after_space(view, position + 1)


def find(view: str, start: int, path: Sequence[str | int]) -> Place:
    """Where the value stands that `path` (names and numbers of elements) leads to; raises `KeyError`, `Broken`.

    Of members with the same name the last one counts, as it does for `json`.
    """
    found = place(view, start)
    for step in path:
        if isinstance(step, int):
            inner = [each for number, each in enumerate(items(view, found.start)) if number == step]
        else:
            inner = [each.value for each in fields(view, found.start) if each.name == step]
        if not inner:
            raise KeyError(step)
        found = inner[-1]
    return found
