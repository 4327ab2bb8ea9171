"""The trained network as ONNX, built node by node: no tracing, and every sequence ends where it ends.

`training.export` writes `choices.json`, `encoder.onnx`, `roles.onnx`, `tables.safetensors` and `vocabulary.json`.
Axes as in `training.network`; ONNX wants time first: T×B.
"""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic  # type: ignore[import-untyped]
from safetensors import safe_open
from safetensors.numpy import save_file
from torch import nn

from training.network import Encoder, Network, Roles
from training.train import Trained
from wortlaut.reading.choices import Choices, write_choices

__all__ = ["export"]

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
        """The rows of the table; it is kept in half precision, which halves the file."""
        rows = self.weight(f"{output}.table", _array(table.weight).astype(np.float16))
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


def export(members: Sequence[Trained], vectors: Path, target: Path, choices: Choices) -> None:
    """Write all that the reader needs at run time into the folder `target`.

    Several networks of one shape and vocabulary read together: their scores are averaged inside the graphs.
    """
    target.mkdir(parents=True, exist_ok=True)
    _encoders([member.network for member in members], target / "encoder.onnx")
    _roles([member.network.roles for member in members], target / "roles.onnx")
    transitions = np.mean([member.network.encoder.transitions().detach().numpy() for member in members], axis=0)
    with safe_open(vectors, framework="np") as file:
        tables = {
            "vectors": file.get_tensor("table"),
            "scale": file.get_tensor("scale"),
            "transitions": transitions,
        }
        save_file(tables, target / "tables.safetensors", metadata=file.metadata())
    write_choices(choices, target / "choices.json")
    vocabulary = members[0].vocabulary
    words = sorted(vocabulary, key=vocabulary.__getitem__)
    (target / "vocabulary.json").write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")


def _encoders(networks: Sequence[Network], path: Path) -> None:
    graph = _Graph()
    found = [_encoder(graph, network, f"{number}.") for number, network in enumerate(networks)]
    graph.mean([tags for tags, _ in found], "tags")
    graph.node("Concat", [narrow for _, narrow in found], "narrow", axis=-1)
    vector, tags = networks[0].encoder.sizes.vector, networks[0].encoder.tags.out_features
    graph.save(
        path,
        [
            _value("vectors", TensorProto.FLOAT, ["T", "B", vector]),
            *(_value(name, TensorProto.INT64, ["T", "B"]) for name in ("word", "shape", "mark", "break")),
            _value("length", TensorProto.INT32, ["B"]),
        ],
        [
            _value("tags", TensorProto.FLOAT, ["T", "B", tags]),
            _value("narrow", TensorProto.FLOAT, ["T", "B", sum(one.roles.narrow.out_features for one in networks)]),
        ],
    )
    _in_8_bits(path)


def _encoder(graph: _Graph, network: Network, name: str) -> tuple[str, str]:
    """Names of one network's tag scores and of its states for the roles."""
    encoder: Encoder = network.encoder
    token = graph.node(
        "Concat",
        [
            "vectors",
            graph.embedding(encoder.word, "word", f"{name}word.vector"),
            graph.embedding(encoder.shape, "shape", f"{name}shape.vector"),
            graph.embedding(encoder.mark, "mark", f"{name}mark.vector"),
            graph.embedding(encoder.gap, "break", f"{name}break.vector"),
        ],
        f"{name}token",
        axis=-1,
    )
    lower = graph.lstm(encoder.lower.forwards, encoder.lower.backwards, token, "length", f"{name}lower")
    upper = graph.lstm(encoder.upper.forwards, encoder.upper.backwards, lower, "length", f"{name}upper")
    return graph.linear(encoder.tags, upper, f"{name}tags"), graph.linear(network.roles.narrow, upper, f"{name}narrow")


def _in_8_bits(path: Path) -> None:
    """Write the graph's LSTMs with weights of 8 bits: a third of the time and a quarter of the size.

    Only 7 bits are used, so that processors without VNNI compute the same.
    """
    quantize_dynamic(
        path, path, op_types_to_quantize=["LSTM"], weight_type=QuantType.QInt8, reduce_range=True, per_channel=True
    )


def _roles(members: Sequence[Roles], path: Path) -> None:
    graph = _Graph()
    for name, value in (("one", [1]), ("last", [-1]), ("zero", [0])):
        graph.weight(name, np.array(value, np.int64))
    graph.weight("least", np.array([1.0], np.float32))
    graph.weight("cue.least", np.array([0.1], np.float32))
    graph.node("Unsqueeze", ["penalty", "last"], "penalties")
    same = graph.node("Equal", ["side", "one"], "same")
    graph.node("Unsqueeze", [graph.node("Cast", [same], "inside", to=TensorProto.FLOAT), "last"], "weight")
    width = members[0].narrow.out_features
    found = [_role(graph, roles, number, width) for number, roles in enumerate(members)]
    graph.mean([tokens for tokens, _ in found], "tokens")
    graph.mean([whole for _, whole in found], "whole")
    graph.save(
        path,
        [
            _value("narrow", TensorProto.FLOAT, ["W", "Q", width * len(members)]),
            *(_value(name, TensorProto.INT64, ["W", "Q"]) for name in ("side", "place", "type", "layer")),
            _value("penalty", TensorProto.FLOAT, ["W", "Q"]),
            _value("length", TensorProto.INT32, ["Q"]),
        ],
        [
            _value("tokens", TensorProto.FLOAT, ["W", "Q", 6]),
            _value("whole", TensorProto.FLOAT, ["Q", members[0].whole.out_features]),
        ],
    )


def _role(graph: _Graph, roles: Roles, number: int, width: int) -> tuple[str, str]:
    """Names of one network's scores of the tokens and of the quote as a whole."""
    name = f"{number}."
    bounds = [graph.weight(f"{name}{key}", np.array([at], np.int64)) for key, at in _bounds(number, width)]
    own = graph.node("Slice", ["narrow", *bounds, "last"], f"{name}narrow")
    token = graph.node(
        "Concat",
        [
            own,
            graph.embedding(roles.side, "side", f"{name}side.vector"),
            graph.embedding(roles.place, "place", f"{name}place.vector"),
            graph.embedding(roles.kind, "type", f"{name}type.vector"),
            graph.embedding(roles.layer, "layer", f"{name}layer.vector"),
        ],
        f"{name}token",
        axis=-1,
    )
    states = graph.lstm(roles.lstm.forwards, roles.lstm.backwards, token, "length", f"{name}states")
    tokens = graph.linear(roles.tokens, states, f"{name}tokens")
    mean = _averaged(graph, states, "weight", "least", f"{name}quote")
    lowered = graph.node("Add", [states, "penalties"], f"{name}lowered")
    highest = graph.node("ReduceMax", [lowered], f"{name}highest", axes=[0], keepdims=0)
    score = graph.node("Gather", [tokens, "zero"], f"{name}cue.score", axis=2)
    valid = graph.node("Add", [score, "penalties"], f"{name}cue.valid")
    likely = graph.node("Sigmoid", [valid], f"{name}cue.likely")
    cue = _averaged(graph, states, likely, "cue.least", f"{name}cue")
    pooled = graph.node("Concat", [mean, highest, cue], f"{name}pooled", axis=-1)
    return tokens, graph.linear(roles.whole, pooled, f"{name}whole")


def _bounds(number: int, width: int) -> tuple[tuple[str, int], tuple[str, int]]:
    return ("begin", number * width), ("end", (number + 1) * width)


def _averaged(graph: _Graph, states: str, weight: str, least: str, name: str) -> str:
    """The states' mean by weights W×Q×1; `Roles.forward` tells how little weight counts as `least`."""
    total = graph.node(
        "ReduceSum", [graph.node("Mul", [states, weight], f"{name}.part"), "zero"], f"{name}.total", keepdims=0
    )
    summed = graph.node("ReduceSum", [weight, "zero"], f"{name}.sum", keepdims=0)
    kind = "Max" if least == "least" else "Add"
    return graph.node("Div", [total, graph.node(kind, [summed, least], f"{name}.size")], f"{name}.mean")


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
