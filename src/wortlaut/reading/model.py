"""The network at run time: two ONNX graphs and the tables beside them.

Axes: B articles, T tokens, D word vector, L layers of quotes, K tags, R role input, Q quotes, W tokens of a window.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from numpy.typing import NDArray
from safetensors import safe_open

from wortlaut.reading.features import Features, featurize
from wortlaut.reading.lexicon import Lexicon
from wortlaut.reading.links import Links, Side
from wortlaut.reading.media import Media
from wortlaut.reading.tags import TAGS
from wortlaut.reading.vectors import SubwordVectors
from wortlaut.reading.windows import Window
from wortlaut.types import Document

_Number = TypeVar("_Number", bound=np.generic)

__all__ = ["Encoded", "Model", "Question", "RoleScores"]


@dataclass(frozen=True, slots=True)
class Encoded:
    """One article's token states for the roles, its tag scores, its word vectors and their mean.

    `joined_T` says how well each token goes on with the one before in a mention (`wortlaut.reading.links`).
    """

    narrow_TR: NDArray[np.float32]
    tags_TLK: NDArray[np.float32]
    vectors_TD: NDArray[np.float32]
    mean_D: NDArray[np.float32]
    joined_T: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Question:
    """One quote whose parts are asked for: its article's states, its window, its type's and its layer's number."""

    narrow_TR: NDArray[np.float32]
    window: Window
    type: int
    layer: int


@dataclass(frozen=True, slots=True)
class RoleScores:
    """One quote's scores: for each token cue, frame, speaker start and end, addressee start and end; and as a whole."""

    tokens_W6: NDArray[np.float32]
    whole_V: NDArray[np.float32]


class Model:
    """The network as trained; loads in some 0.1 s, holds no state between calls but a cache of word vectors."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        providers = ["CPUExecutionProvider"]
        self._encoder = onnxruntime.InferenceSession(folder / "encoder.onnx", options, providers=providers)
        self._roles = onnxruntime.InferenceSession(folder / "roles.onnx", options, providers=providers)
        with safe_open(folder / "tables.safetensors", framework="np") as tables:
            about = tables.metadata()
            vectors = SubwordVectors(
                tables.get_tensor("vectors"),
                tables.get_tensor("scale"),
                shortest=int(about["shortest"]),
                longest=int(about["longest"]),
            )
            self.transitions_LKK: NDArray[np.float32] = tables.get_tensor("transitions")
            self.media = Media(tables.get_tensor("media"), tables.get_tensor("media.constant"))
            known = "links.first.vector" in tables.keys()  # noqa: SIM118 - no mapping; older weights have none
            self._links = (
                Links(_side(tables.get_tensor, "first"), _side(tables.get_tensor, "second")) if known else None
            )
        words = json.loads((folder / "vocabulary.json").read_text(encoding="utf-8"))
        self._lexicon = Lexicon(vectors, {word: number for number, word in enumerate(words, start=2)})

    def featurize(self, document: Document) -> Features:
        """What the network is told about the document."""
        return featurize(document, self._lexicon)

    def encode(self, features: Features) -> Encoded:
        """Token states and tag scores of one article that has tokens.

        One at a time: 8-bit arithmetic is scaled by all numbers of a batch, and what an article says must not depend on
        what stands beside it.
        """
        inputs: dict[str, NDArray[np.generic]] = {
            "vectors": features.vectors_TD[:, None],
            "word": features.word_T[:, None],
            "shape": features.shape_T[:, None],
            "mark": features.mark_T[:, None],
            "break": features.break_T[:, None],
            "length": np.array([len(features.word_T)], np.int32),
        }
        tags_TBX, narrow_TBR = self._encoder.run(["tags", "narrow"], inputs)
        return Encoded(
            narrow_TR=narrow_TBR[:, 0],
            tags_TLK=tags_TBX[:, 0].reshape(len(tags_TBX), -1, TAGS),
            vectors_TD=features.vectors_TD,
            mean_D=features.vectors_TD.mean(axis=0),
            joined_T=self._joined(features),
        )

    def _joined(self, features: Features) -> NDArray[np.float32]:
        if self._links is None:
            return np.zeros(len(features.word_T), np.float32)
        return self._links.joined(features.vectors_TD, features.shape_T)

    def ask(self, questions: Sequence[Question]) -> list[RoleScores]:
        """The scores of each quote's parts."""
        lengths = [len(one.window.token_W) for one in questions]
        longest = max(lengths)
        penalty_WQ = np.zeros((longest, len(questions)), np.float32)
        for row, length in enumerate(lengths):
            penalty_WQ[length:, row] = -1e4
        inputs: dict[str, NDArray[np.generic]] = {
            "narrow": _time_first([one.narrow_TR[one.window.token_W] for one in questions], longest),
            "side": _time_first([one.window.side_W for one in questions], longest),
            "place": _time_first([one.window.place_W for one in questions], longest),
            "type": np.broadcast_to(np.array([one.type for one in questions]), (longest, len(questions))),
            "layer": np.broadcast_to(np.array([one.layer for one in questions]), (longest, len(questions))),
            "penalty": penalty_WQ,
            "length": np.array(lengths, np.int32),
        }
        tokens_WQ6, whole_QV = self._roles.run(["tokens", "whole"], inputs)
        return [RoleScores(tokens_WQ6[:length, row], whole_QV[row]) for row, length in enumerate(lengths)]


def _side(tensor: Callable[[str], NDArray[np.float32]], name: str) -> Side:
    return Side(*(tensor(f"links.{name}.{part}") for part in ("vector", "shape", "constant")))


def _time_first(rows: Sequence[NDArray[_Number]], longest: int) -> NDArray[_Number]:
    """The rows side by side along the second axis, zeros behind their ends."""
    out = np.zeros((longest, len(rows), *rows[0].shape[1:]), rows[0].dtype)
    for number, row in enumerate(rows):
        out[: len(row), number] = row
    return out
