"""The choice among those who may be meant: a linear model for each sort of mention, with "nobody of these" in it.

The weights stand in `weights.tsv`, a line a feature; `training/who.py` makes them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from wortlaut.meaning.who.cast import Entity
from wortlaut.meaning.who.evidence import FEATURES, Situation, candidates, evidence
from wortlaut.meaning.who.explicit import Asked, Way

__all__ = ["NOBODY", "Ranked", "Weights", "rank", "rows", "shipped_weights", "weights_of"]

NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of each sort of mention, in the order of `FEATURES`; of "nobody"; the confidence of plain ways.

    `least` is the confidence below which no name is shown.
    """

    of: Mapping[str, tuple[float, ...]]
    nobody: Mapping[str, float]
    sure: Mapping[str, float]
    least: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate with its share of what is likely; what is left to one is for nobody of them."""

    entity: Entity
    confidence: float


def rank(situation: Situation, asked: Asked, weights: Weights) -> list[Ranked]:
    """The candidates, the likeliest first."""
    found = candidates(situation, asked)
    if not found:
        return []
    of = weights.of[asked.way]
    scores = [sum(map(float.__mul__, of, row)) for row in rows(situation, asked, found)]
    top = max(*scores, weights.nobody[asked.way])
    powers = [exp(score - top) for score in scores]
    whole = sum(powers) + exp(weights.nobody[asked.way] - top)
    ranked = [Ranked(entity, power / whole) for entity, power in zip(found, powers, strict=True)]
    return sorted(ranked, key=lambda each: -each.confidence)


def rows(situation: Situation, asked: Asked, found: Sequence[Entity]) -> list[list[float]]:
    """The features of each candidate."""
    starts = [(mention.start if (mention := entity.nearest(asked.place)) else -1) for entity in found]
    nearest = max(starts, default=-1)
    return [
        evidence(situation, asked, entity, is_nearest=start == nearest and start >= 0)
        for entity, start in zip(found, starts, strict=True)
    ]


@cache
def shipped_weights() -> Weights:
    """The weights that come with the program."""
    lines = (files(__package__) / "weights.tsv").read_text(encoding="utf-8").splitlines()
    return weights_of(lines)


def weights_of(lines: Sequence[str]) -> Weights:
    """The weights that the lines of a file give: what, of which way, a number."""
    tables: dict[str, dict[str, float]] = {}
    for line in lines:
        if line and not line.startswith("#"):
            what, way, number = line.split("\t")
            tables.setdefault(way, {})[what] = float(number)
    chosen = (Way.PRONOUN, Way.DESCRIPTION, Way.BODY_DESCRIPTION, Way.EMPTY, Way.ANYONE)
    return Weights(
        of={way: tuple(tables[way].get(feature, 0.0) for feature in FEATURES) for way in chosen},
        nobody={way: tables[way][NOBODY] for way in chosen},
        sure={way: table["sure"] for way, table in tables.items() if "sure" in table},
        least={way: table["least"] for way, table in tables.items() if "least" in table},
    )
