"""The trained network as ONNX, built node by node: no tracing, and every sequence ends where it ends.

`training.export` writes `encoder.onnx`, `roles.onnx`, `tables.safetensors` and `vocabulary.json`.
Axes as in `training.network`; ONNX wants time first: T×B.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from safetensors import safe_open
from safetensors.numpy import save_file
from torch import nn

from training.network import Encoder, Network, Roles
from training.train import Trained
from wortlaut.reading.tags import TYPES, begin_tag
from wortlaut.types import StatementType

__all__ = ["Leaning", "export"]

_OPSET = 17


class _Graph:
    """Nodes and weights in the making."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, name: str, value: NDArray[np.generic]) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: Sequence[str], output: str, **attributes: object) -> str:
        self.nodes.append(helper.make_node(kind, list(inputs), [output], name=output, **attributes))
        return output

    def embedding(self, table: nn.Embedding, index: str, output: str) -> str:
        return self.node("Gather", [self.weight(f"{output}.table", _array(table.weight)), index], output)

    def linear(self, layer: nn.Linear, value: str, output: str) -> str:
        product = self.node(
            "MatMul", [value, self.weight(f"{output}.weight", _array(layer.weight).T)], f"{output}.product"
        )
        return self.node("Add", [product, self.weight(f"{output}.bias", _array(layer.bias))], output)

    def lstm(self, forwards: nn.LSTM, backwards: nn.LSTM, value: str, lengths: str, output: str) -> str:
        """Both directions of one layer; the result is T×B×2H."""
        inputs, hidden, bias = (
            np.stack([_gates(layer, kind) for layer in (forwards, backwards)])
            for kind in ("weight_ih_l0", "weight_hh_l0", "bias")
        )
        names = [self.weight(f"{output}.{n}", v) for n, v in (("input", inputs), ("hidden", hidden), ("bias", bias))]
        self.node(
            "LSTM",
            [value, *names, lengths],
            f"{output}.raw",
            hidden_size=forwards.hidden_size,
            direction="bidirectional",
        )
        by_batch = self.node("Transpose", [f"{output}.raw"], f"{output}.turned", perm=[0, 2, 1, 3])
        shape = self.weight(f"{output}.shape", np.array([0, 0, 2 * forwards.hidden_size], np.int64))
        return self.node("Reshape", [by_batch, shape], output)

    def save(self, path: Path, inputs: Sequence[onnx.ValueInfoProto], outputs: Sequence[onnx.ValueInfoProto]) -> None:
        graph = helper.make_graph(self.nodes, path.stem, list(inputs), list(outputs), self.weights)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=8)
        onnx.checker.check_model(model)
        onnx.save(model, path)


@dataclass(frozen=True, slots=True)
class Leaning:
    """What is added to the score of beginning a quote: the network is too careful, most of all with reported speech.

    Chosen with `python -m training --held-out`.
    """

    any: float = 0.0
    reported: float = 0.0

    def added_to(self, transitions_LKK: NDArray[np.float32]) -> NDArray[np.float32]:
        """The transitions with the additions made."""
        leaning_LKK = transitions_LKK.copy()
        for kind in TYPES:
            leaning_LKK[:, :, begin_tag(kind)] += self.any + (self.reported if kind is StatementType.REPORTED else 0.0)
        return leaning_LKK


def export(trained: Trained, vectors: Path, target: Path, leaning: Leaning) -> None:
    """Write all that the reader needs at run time into the folder `target`."""
    target.mkdir(parents=True, exist_ok=True)
    _encoder(trained.network, target / "encoder.onnx")
    _roles(trained.network.roles, target / "roles.onnx")
    transitions = leaning.added_to(trained.network.encoder.transitions().detach().numpy())
    with safe_open(vectors, framework="np") as file:
        tables = {"vectors": file.get_tensor("table"), "scale": file.get_tensor("scale"), "transitions": transitions}
        save_file(tables, target / "tables.safetensors", metadata=file.metadata())
    words = sorted(trained.vocabulary, key=trained.vocabulary.__getitem__)
    (target / "vocabulary.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")


def _encoder(network: Network, path: Path) -> None:
    encoder: Encoder = network.encoder
    graph = _Graph()
    token = graph.node(
        "Concat",
        [
            "vectors",
            graph.embedding(encoder.word, "word", "word.vector"),
            graph.embedding(encoder.shape, "shape", "shape.vector"),
            graph.embedding(encoder.mark, "mark", "mark.vector"),
            graph.embedding(encoder.gap, "break", "break.vector"),
        ],
        "token",
        axis=-1,
    )
    lower = graph.lstm(encoder.lower.forwards, encoder.lower.backwards, token, "length", "lower")
    upper = graph.lstm(encoder.upper.forwards, encoder.upper.backwards, lower, "length", "upper")
    graph.linear(encoder.tags, upper, "tags")
    graph.linear(network.roles.narrow, upper, "narrow")
    graph.save(
        path,
        [
            _value("vectors", TensorProto.FLOAT, ["T", "B", encoder.sizes.vector]),
            *(_value(name, TensorProto.INT64, ["T", "B"]) for name in ("word", "shape", "mark", "break")),
            _value("length", TensorProto.INT32, ["B"]),
        ],
        [
            _value("tags", TensorProto.FLOAT, ["T", "B", encoder.tags.out_features]),
            _value("narrow", TensorProto.FLOAT, ["T", "B", network.roles.narrow.out_features]),
        ],
    )


def _roles(roles: Roles, path: Path) -> None:
    graph = _Graph()
    token = graph.node(
        "Concat",
        [
            "narrow",
            graph.embedding(roles.side, "side", "side.vector"),
            graph.embedding(roles.place, "place", "place.vector"),
            graph.embedding(roles.kind, "type", "type.vector"),
            graph.embedding(roles.layer, "layer", "layer.vector"),
        ],
        "token",
        axis=-1,
    )
    states = graph.lstm(roles.lstm.forwards, roles.lstm.backwards, token, "length", "states")
    graph.linear(roles.tokens, states, "tokens")
    one, last, zero = (graph.weight(n, np.array(v, np.int64)) for n, v in (("one", [1]), ("last", [-1]), ("zero", [0])))
    same = graph.node("Equal", ["side", one], "same")
    weight = graph.node("Unsqueeze", [graph.node("Cast", [same], "inside", to=TensorProto.FLOAT), last], "weight")
    total = graph.node("ReduceSum", [graph.node("Mul", [states, weight], "weighted"), zero], "total", keepdims=0)
    count = graph.node("ReduceSum", [weight, zero], "count", keepdims=0)
    least = graph.node("Max", [count, graph.weight("least", np.array([1.0], np.float32))], "at.least.one")
    mean = graph.node("Div", [total, least], "mean")
    lowered = graph.node("Add", [states, graph.node("Unsqueeze", ["penalty", last], "penalties")], "lowered")
    highest = graph.node("ReduceMax", [lowered], "highest", axes=[0], keepdims=0)
    graph.linear(roles.whole, graph.node("Concat", [mean, highest], "pooled", axis=-1), "whole")
    graph.save(
        path,
        [
            _value("narrow", TensorProto.FLOAT, ["W", "Q", roles.narrow.out_features]),
            *(_value(name, TensorProto.INT64, ["W", "Q"]) for name in ("side", "place", "type", "layer")),
            _value("penalty", TensorProto.FLOAT, ["W", "Q"]),
            _value("length", TensorProto.INT32, ["Q"]),
        ],
        [
            _value("tokens", TensorProto.FLOAT, ["W", "Q", 6]),
            _value("whole", TensorProto.FLOAT, ["Q", roles.whole.out_features]),
        ],
    )


def _value(name: str, kind: int, shape: Sequence[str | int]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, list(shape))


def _array(tensor: object) -> NDArray[np.float32]:
    array: NDArray[np.float32] = tensor.detach().cpu().numpy()  # type: ignore[attr-defined]
    return array


def _gates(layer: nn.LSTM, kind: str) -> NDArray[np.float32]:
    """Weights in ONNX' order of gates (input, output, forget, cell) from torch's (input, forget, cell, output)."""

    def turned(value: NDArray[np.float32]) -> NDArray[np.float32]:
        into, forget, cell, out = np.split(value, 4)
        return np.concatenate([into, out, forget, cell])

    if kind == "bias":
        return np.concatenate([turned(_array(layer.bias_ih_l0)), turned(_array(layer.bias_hh_l0))])
    return turned(_array(getattr(layer, kind)))
