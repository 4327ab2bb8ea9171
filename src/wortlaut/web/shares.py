"""How something is spread: bars beside each other, each a link to the statements that it counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wortlaut.texts import Texts
from wortlaut.types import Act
from wortlaut.web.addresses import Address
from wortlaut.web.rows import act_class

__all__ = ["Share", "act_shares", "percent"]


@dataclass(frozen=True, slots=True)
class Share:
    """One of several that are counted: how many, in percent of the largest, and where it leads."""

    label: str
    number: int
    percent: int
    address: str
    classes: str = ""


def act_shares(numbers: Mapping[Act, int], within: Address, texts: Texts) -> list[Share]:
    """What is done, the most usual first; each leads to those of `within` that do it."""
    most = max(numbers.values(), default=0)
    return [
        Share(
            texts(f"act.{act.value}"),
            number,
            percent(number, most),
            str(within.adding("acts", act.value)),
            act_class(act.value),
        )
        for act, number in sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))
    ]


def percent(number: int, most: int) -> int:
    """`number` in percent of `most`; 0 where there is nothing."""
    return round(100 * number / most) if most else 0
