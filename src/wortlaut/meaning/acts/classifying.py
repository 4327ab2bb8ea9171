"""The choice of an act from the features of a statement: multinomial logistic regression, all of it NumPy.

The weights stand in `weights.tsv`, a line for a feature and an act; `training/acts.py` makes them. Axes: A acts,
F features.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from wortlaut.errors import InputError
from wortlaut.types import Act

__all__ = ["ACTS", "Classifier", "Scored", "classifier_of", "shipped_classifier"]

ACTS = tuple(Act)
_TEMPERATURE = "temperature"


@dataclass(frozen=True, slots=True)
class Scored:
    """The shares of all acts, in their order."""

    shares_A: NDArray[np.float64]

    @property
    def act(self) -> Act:
        """The likeliest act."""
        return ACTS[int(self.shares_A.argmax())]

    @property
    def confidence(self) -> float:
        """Its share."""
        return float(self.shares_A.max())


class Classifier:
    """Weights by feature. `temperature` flattens the shares, so that they say how often the act is right."""

    def __init__(self, weights: Mapping[str, NDArray[np.float64]], temperature: float = 1.0) -> None:
        self._places = {name: place for place, name in enumerate(weights)}
        table_FA = np.array(list(weights.values())) if weights else np.zeros((0, len(ACTS)))
        # How much a feature speaks for an act: more than for the others on average. The shares stay what they are.
        self._table_FA = table_FA - table_FA.mean(axis=1, keepdims=True)
        self._temperature = temperature

    def score(self, features: Iterable[str]) -> Scored:
        """The shares of the acts for a statement with these features."""
        found = [place for name in features if (place := self._places.get(name)) is not None]
        scaled_A = self._table_FA[found].sum(axis=0) / self._temperature
        power_A = np.exp(scaled_A - scaled_A.max())
        return Scored(power_A / power_A.sum())

    def speaking_for(self, act: Act, features: Iterable[str], count: int) -> list[tuple[str, float]]:
        """The features that speak most for the act, each with how much more than for the other acts on average."""
        known = [name for name in features if name in self._places]
        column = self._table_FA[[self._places[name] for name in known], ACTS.index(act)].tolist()
        pairs = [(name, weight) for name, weight in zip(known, column, strict=True) if weight > 0]
        return sorted(pairs, key=lambda pair: (-pair[1], pair[0]))[:count]


def classifier_of(lines: Sequence[str], place: str) -> Classifier:
    """The classifier that the lines of a file give; raises `InputError`."""
    weights: dict[str, NDArray[np.float64]] = {}
    temperature = 1.0
    for number, line in enumerate(lines, 1):
        if not line or line.startswith("#"):
            continue
        try:
            feature, act, weight = line.split("\t")
            if feature == _TEMPERATURE:
                temperature = float(weight)
            else:
                weights.setdefault(feature, np.zeros(len(ACTS)))[ACTS.index(Act(act))] = float(weight)
        except ValueError as error:
            raise InputError(f"{place}, line {number}: {error}; feature, act and weight are needed") from error
    return Classifier(weights, temperature)


@cache
def shipped_classifier() -> Classifier:
    """The classifier that comes with the program."""
    return classifier_of((files(__package__) / "weights.tsv").read_text(encoding="utf-8").splitlines(), "weights.tsv")
