"""Which statements of several readers are the same one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from wortlaut.matching import pair
from wortlaut.types import Statement

__all__ = ["JointArticle", "Unit", "join"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One statement as each of the readers has it, in their order; None where a reader has none."""

    members: tuple[Statement | None, ...]

    @property
    def start(self) -> int:
        """Where the first of its quotes begins."""
        return min(member.quote[0].start for member in self.members if member is not None)


@dataclass(frozen=True, slots=True)
class JointArticle:
    """An article that two or more readers coded.

    `statements` has an entry for each reader, None where the reader did not code the article.
    """

    id: str
    length: int
    statements: tuple[tuple[Statement, ...] | None, ...]
    units: tuple[Unit, ...]

    @property
    def readers(self) -> tuple[int, ...]:
        """The numbers of the readers who coded it."""
        return tuple(number for number, each in enumerate(self.statements) if each is not None)


def join(statements: Sequence[Sequence[Statement] | None]) -> tuple[Unit, ...]:
    """The units of one article, in order of place: each statement of each reader stands in exactly one.

    Every two readers are set side by side as readings of one text are (`matching.pair`). Of all the pairs those that
    overlap most are put together first; a unit takes no second statement of a reader. The order of the readers makes
    no difference.
    """
    ordered = [sorted(coded or (), key=_order) for coded in statements]
    unit_of = {(reader, index): {reader: index} for reader, coded in enumerate(ordered) for index in range(len(coded))}
    for _, _, first, second in sorted(_pairs(ordered), key=lambda each: each[:2]):
        here, there = unit_of[first], unit_of[second]
        if here.keys().isdisjoint(there):
            here |= there
            unit_of.update(((reader, index), here) for reader, index in there.items())
    groups = {id(group): group for group in unit_of.values()}
    units = [
        Unit(tuple(coded[group[reader]] if reader in group else None for reader, coded in enumerate(ordered)))
        for group in groups.values()
    ]
    return tuple(sorted(units, key=lambda unit: unit.start))


def _pairs(
    ordered: Sequence[Sequence[Statement]],
) -> Iterator[tuple[float, list[tuple[Any, ...]], tuple[int, int], tuple[int, int]]]:
    """Of every two statements that are the same: what puts the pair in order, and reader and index of each."""
    for (first, here), (second, there) in combinations(enumerate(ordered), 2):
        for found in pair(here, there):
            orders = sorted((_order(here[found.old]), _order(there[found.new])))
            yield -found.overlap, orders, (first, found.old), (second, found.new)


def _order(statement: Statement) -> tuple[Any, ...]:
    """What decides among equals, whoever's they are: all that is compared later."""
    return statement.quote, statement.type, statement.medium, tuple(statement.spans()), statement.parent is not None
