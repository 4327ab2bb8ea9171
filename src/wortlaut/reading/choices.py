"""What was chosen for a set of weights on held-out training articles: `choices.json` beside them."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from wortlaut.reading.confidence import QUOTE_EVIDENCE, SPEAKER_EVIDENCE
from wortlaut.reading.tags import TYPES, begin_tag
from wortlaut.types import Certain, StatementType

__all__ = ["Choices", "Leaning", "Thresholds", "read_choices", "write_choices"]


@dataclass(frozen=True, slots=True)
class Leaning:
    """What is added to the score of beginning a quote: the network is too careful, most of all with reported speech.

    A quote that begins with an article's first token is left out: nothing leads to it, so nothing is added.
    """

    any: float = 0.0
    reported: float = 0.0

    def added_to(self, transitions_LKK: NDArray[np.float32]) -> NDArray[np.float32]:
        """The transitions between tags with the additions made; L layers, K tags."""
        leaning_LKK = transitions_LKK.copy()
        for kind in TYPES:
            leaning_LKK[:, :, begin_tag(kind)] += self.any + (self.reported if kind is StatementType.REPORTED else 0.0)
        return leaning_LKK


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which probability on a token counts as part of a cue, of a frame; the shipped ones stand in `choices.json`.

    `addressee` is taken off the score of there being none, as the corpus has one for every twelfth statement only.
    """

    cue: float = 0.4
    frame: float = 0.4
    addressee: float = 0.0


@dataclass(frozen=True, slots=True)
class Choices:
    """All that was chosen; `quote` and `speaker` weigh what speaks for a confidence (`wortlaut.reading.confidence`).

    `links` is how much it counts for a speaker which words go together (`wortlaut.reading.links`): a power.
    """

    leaning: Leaning = Leaning()
    thresholds: Thresholds = Thresholds()
    links: float = 0.0
    quote: tuple[float, ...] = ()
    speaker: tuple[float, ...] = ()
    certain: Certain | None = field(default=None)


def read_choices(path: Path) -> Choices:
    """The choices in that file; raises OSError, and ValueError, KeyError or TypeError where it holds something else."""
    values = json.loads(path.read_text(encoding="utf-8"))
    certain = values["certain"]
    for name, count in (("quote", QUOTE_EVIDENCE), ("speaker", SPEAKER_EVIDENCE)):
        if len(values[name]) not in {0, count}:
            raise ValueError(f"{path.name}: {name!r} has {len(values[name])} weights, {count} are needed")
    return Choices(
        leaning=Leaning(**{name: float(value) for name, value in values["leaning"].items()}),
        thresholds=Thresholds(**{name: float(value) for name, value in values["thresholds"].items()}),
        links=float(values.get("links", 0.0)),  # older weights have none
        quote=tuple(float(value) for value in values["quote"]),
        speaker=tuple(float(value) for value in values["speaker"]),
        certain=None if certain is None else Certain(float(certain["quote"]), float(certain["speaker"])),
    )


def write_choices(choices: Choices, path: Path) -> None:
    """Write the choices for `read_choices`."""
    path.write_text(json.dumps(asdict(choices), indent=1) + "\n", encoding="utf-8")
