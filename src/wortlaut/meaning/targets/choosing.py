"""The choice among those that may be the target: a linear model over them, with "none" among them.

The weights stand in `weights.tsv`, a line a feature; `training/targets.py` makes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from wortlaut.meaning.targets.features import features, features_of_none
from wortlaut.meaning.targets.scene import Option
from wortlaut.meaning.targets.view import View, options

__all__ = ["Choice", "Weights", "choose", "shipped_weights", "weights_of"]


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen for a statement, with how sure that is."""

    option: Option | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Weights:
    """The weight of each feature."""

    of: Mapping[str, float]

    def score(self, found: Iterable[str]) -> float:
        """The sum of the features' weights."""
        return sum(self.of.get(name, 0.0) for name in found)


def choose(view: View, weights: Weights) -> Choice:
    """The likeliest option, None where that there is none is likelier."""
    every: list[Option | None] = [None, *options(view)]
    scores = [weights.score(features_of_none(view) if option is None else features(view, option)) for option in every]
    top = max(scores)
    whole = sum(exp(score - top) for score in scores)
    return Choice(every[scores.index(top)], 1 / whole)


@cache
def shipped_weights() -> Weights:
    """The weights that come with the program."""
    return weights_of((files(__package__) / "weights.tsv").read_text(encoding="utf-8").splitlines())


def weights_of(lines: Iterable[str]) -> Weights:
    """The weights that the lines of a file give: a feature and a number."""
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return Weights({name: float(number) for name, number in pairs})
