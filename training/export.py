"""The trained network as ONNX, built node by node: no tracing, and every sequence ends where it ends.

`training.export` writes `choices.json`, `encoder.onnx`, `roles.onnx`, `tables.safetensors` and `vocabulary.json`.
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
from onnxruntime.quantization import QuantType, quantize_dynamic  # type: ignore[import-untyped]
from safetensors import safe_open
from safetensors.numpy import save_file
from torch import nn

from training.media import FittedMedia
from training.network import Encoder, Roles
from training.train import Trained
from wortlaut.reading.choices import Choices, write_choices
from wortlaut.reading.lexicon import UNKNOWN
from wortlaut.reading.links import Links

__all__ = ["Beside", "export"]

_OPSET = 17


@dataclass(frozen=True, slots=True)
class Beside:
    """What is told beside the networks: media, and which words go together in a mention."""

    media: FittedMedia
    links: Links


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
        return self.rows(_array(table.weight), index, output)

    def rows(self, table: NDArray[np.float32], index: str, output: str) -> str:
        """The rows of the table; it is kept in half precision, which halves the file."""
        rows = self.weight(f"{output}.table", table.astype(np.float16))
        return self.node("Cast", [self.node("Gather", [rows, index], f"{output}.half")], output, to=TensorProto.FLOAT)

    def mean(self, values: Sequence[str], output: str) -> str:
        return self.node("Mean", values, output)

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


def export(members: Sequence[Trained], vectors: Path, target: Path, choices: Choices, beside: Beside) -> None:
    """Write all that the reader needs at run time into the folder `target`.

    Several networks read together: their tag scores are averaged inside the graph. The first one finds the parts of the
    quotes; averaging these, too, is worth 0.2 points (held out) and costs a fifth of the time.
    """
    target.mkdir(parents=True, exist_ok=True)
    words = list(dict.fromkeys(word for member in members for word in member.vocabulary))
    _encoders(members, words, target / "encoder.onnx")
    _roles(members[0].network.roles, target / "roles.onnx")
    transitions = np.mean([member.network.encoder.transitions().detach().numpy() for member in members], axis=0)
    with safe_open(vectors, framework="np") as file:
        tables = {
            "vectors": file.get_tensor("table"),
            "scale": file.get_tensor("scale"),
            "transitions": transitions,
            "media": beside.media.weight_XM,
            "media.constant": beside.media.constant_M,
            **_sides(beside.links),
        }
        save_file(tables, target / "tables.safetensors", metadata=file.metadata())
    write_choices(choices, target / "choices.json")
    (target / "vocabulary.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")


def _sides(links: Links) -> dict[str, NDArray[np.float32]]:
    return {
        f"links.{name}.{part}": value
        for name, side in (("first", links.first), ("second", links.second))
        for part, value in (("vector", side.vector_DH), ("shape", side.shape_SH), ("constant", side.constant_H))
    }


def _encoders(members: Sequence[Trained], words: Sequence[str], path: Path) -> None:
    graph = _Graph()
    tags = []
    for number, member in enumerate(members):
        upper = _encoder(graph, member.network.encoder, _rows(member, words), f"{number}.")
        tags.append(graph.linear(member.network.encoder.tags, upper, f"{number}.tags"))
        if number == 0:
            graph.linear(member.network.roles.narrow, upper, "narrow")
    graph.mean(tags, "tags")
    first = members[0].network
    graph.save(
        path,
        [
            _value("vectors", TensorProto.FLOAT, ["T", "B", first.encoder.sizes.vector]),
            *(_value(name, TensorProto.INT64, ["T", "B"]) for name in ("word", "shape", "mark", "break")),
            _value("length", TensorProto.INT32, ["B"]),
        ],
        [
            _value("tags", TensorProto.FLOAT, ["T", "B", first.encoder.tags.out_features]),
            _value("narrow", TensorProto.FLOAT, ["T", "B", first.roles.narrow.out_features]),
        ],
    )
    _in_8_bits(path)


def _rows(member: Trained, words: Sequence[str]) -> NDArray[np.float32]:
    """The member's word embeddings in the order of `words`, behind those of padding and of an unknown word."""
    table = _array(member.network.encoder.word.weight)
    return table[[0, UNKNOWN, *(member.vocabulary.get(word, UNKNOWN) for word in words)]]


def _encoder(graph: _Graph, encoder: Encoder, words: NDArray[np.float32], name: str) -> str:
    """Name of one encoder's upper states."""
    token = graph.node(
        "Concat",
        [
            "vectors",
            graph.rows(words, "word", f"{name}word.vector"),
            graph.embedding(encoder.shape, "shape", f"{name}shape.vector"),
            graph.embedding(encoder.mark, "mark", f"{name}mark.vector"),
            graph.embedding(encoder.gap, "break", f"{name}break.vector"),
        ],
        f"{name}token",
        axis=-1,
    )
    lower = graph.lstm(encoder.lower.forwards, encoder.lower.backwards, token, "length", f"{name}lower")
    return graph.lstm(encoder.upper.forwards, encoder.upper.backwards, lower, "length", f"{name}upper")


def _in_8_bits(path: Path) -> None:
    """Write the graph's LSTMs with weights of 8 bits: a third of the time and a quarter of the size.

    Only 7 bits are used, so that processors without VNNI compute the same.
    """
    quantize_dynamic(
        path, path, op_types_to_quantize=["LSTM"], weight_type=QuantType.QInt8, reduce_range=True, per_channel=True
    )


def _roles(roles: Roles, path: Path) -> None:
    graph = _Graph()
    for name, value in (("one", [1]), ("last", [-1]), ("zero", [0])):
        graph.weight(name, np.array(value, np.int64))
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
    same = graph.node("Equal", ["side", "one"], "same")
    weight = graph.node("Unsqueeze", [graph.node("Cast", [same], "inside", to=TensorProto.FLOAT), "last"], "weight")
    total = graph.node("ReduceSum", [graph.node("Mul", [states, weight], "weighted"), "zero"], "total", keepdims=0)
    count = graph.node("ReduceSum", [weight, "zero"], "count", keepdims=0)
    least = graph.node("Max", [count, graph.weight("least", np.array([1.0], np.float32))], "at.least.one")
    mean = graph.node("Div", [total, least], "mean")
    lowered = graph.node("Add", [states, graph.node("Unsqueeze", ["penalty", "last"], "penalties")], "lowered")
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
