"""A BERT-family encoder written as an ONNX graph: tokens in, one unit-length mean vector out.

Built operator by operator from the weights, because the island has no torch and TensorFlow itself takes
ten times the time and four times the memory of onnxruntime for one short text.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

Weights = dict[str, np.ndarray]
"""TensorFlow's variable paths below the main layer; kernels are (inputs x outputs)."""


@dataclass(frozen=True)
class BertShape:
    """What of a checkpoint's configuration the graph depends on."""

    layers: int
    heads: int
    hidden: int
    layer_norm_epsilon: float
    activation: str  # gelu or relu
    first_position: int  # 0 for BERT; RoBERTa counts from its padding id + 1


class _Graph:
    """Nodes and constants in the order they are added; `op` answers the name of its output."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def op(self, kind: str, *inputs: str, **attributes: object) -> str:
        output = f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def constant(self, value: object, dtype: type = np.float32) -> str:
        name = f"c{len(self.constants)}"
        array = np.ascontiguousarray(np.asarray(value, dtype=dtype))
        self.constants.append(numpy_helper.from_array(array, name))
        return name


def build(weights: Weights, shape: BertShape) -> onnx.ModelProto:
    """The graph `input_ids, attention_mask -> embedding`. Raises: KeyError for a missing weight."""
    g = _Graph()
    hidden = _embed(g, weights, shape)
    mask = g.op("Cast", "attention_mask", to=TensorProto.FLOAT)
    # 0 where a token is, a large negative number where padding is, broadcast over heads and queries.
    bias = g.op("Mul", g.op("Sub", mask, g.constant(1.0)), g.constant(1e9))
    bias = g.op("Unsqueeze", bias, g.constant([1, 2], np.int64))
    for i in range(shape.layers):
        hidden = _layer(g, weights, f"encoder/layer_._{i}", shape, hidden, bias)
    _mean_and_normalise(g, hidden, mask)
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"])
        for name in ("input_ids", "attention_mask")
    ]
    output = helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["batch", shape.hidden])
    graph = helper.make_graph(g.nodes, "encoder", inputs, [output], g.constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def _embed(g: _Graph, weights: Weights, shape: BertShape) -> str:
    words = g.op("Gather", g.constant(weights["embeddings/word_embeddings/weight"]), "input_ids", axis=0)
    # Every token is of type 0, so its type vector is added to the positions once and for all.
    places = weights["embeddings/position_embeddings/embeddings"][shape.first_position :]
    places = places + weights["embeddings/token_type_embeddings/embeddings"][0]
    length = g.op("Slice", g.op("Shape", "input_ids"), *(g.constant([n], np.int64) for n in (1, 2)))
    zero = g.constant([0], np.int64)
    positions = g.op("Slice", g.constant(places), zero, length, zero)
    return _norm(g, weights, "embeddings/LayerNorm", shape, g.op("Add", words, positions))


def _layer(g: _Graph, weights: Weights, at: str, shape: BertShape, hidden: str, bias: str) -> str:
    attended = _attention(g, weights, f"{at}/attention/self", shape, hidden, bias)
    attended = _dense(g, weights, f"{at}/attention/output/dense", attended)
    hidden = _norm(g, weights, f"{at}/attention/output/LayerNorm", shape, g.op("Add", attended, hidden))
    inner = _activate(g, shape.activation, _dense(g, weights, f"{at}/intermediate/dense", hidden))
    outer = _dense(g, weights, f"{at}/output/dense", inner)
    return _norm(g, weights, f"{at}/output/LayerNorm", shape, g.op("Add", outer, hidden))


def _attention(g: _Graph, weights: Weights, at: str, shape: BertShape, hidden: str, bias: str) -> str:
    size = shape.hidden // shape.heads
    split = g.constant([0, 0, shape.heads, size], np.int64)

    def heads(name: str, order: list[int]) -> str:
        return g.op(
            "Transpose", g.op("Reshape", _dense(g, weights, f"{at}/{name}", hidden), split), perm=order
        )

    query, key = heads("query", [0, 2, 1, 3]), heads("key", [0, 2, 3, 1])
    scores = g.op("Div", g.op("MatMul", query, key), g.constant(np.sqrt(size)))
    shares = g.op("Softmax", g.op("Add", scores, bias), axis=-1)
    mixed = g.op("MatMul", shares, heads("value", [0, 2, 1, 3]))
    mixed = g.op("Transpose", mixed, perm=[0, 2, 1, 3])
    return g.op("Reshape", mixed, g.constant([0, 0, shape.hidden], np.int64))


def _dense(g: _Graph, weights: Weights, at: str, x: str) -> str:
    product = g.op("MatMul", x, g.constant(weights[f"{at}/kernel"]))
    return g.op("Add", product, g.constant(weights[f"{at}/bias"]))


def _norm(g: _Graph, weights: Weights, at: str, shape: BertShape, x: str) -> str:
    scale, shift = g.constant(weights[f"{at}/gamma"]), g.constant(weights[f"{at}/beta"])
    return g.op("LayerNormalization", x, scale, shift, axis=-1, epsilon=shape.layer_norm_epsilon)


def _activate(g: _Graph, activation: str, x: str) -> str:
    if activation == "relu":
        return g.op("Relu", x)
    curve = g.op("Erf", g.op("Div", x, g.constant(np.sqrt(2.0))))
    return g.op("Mul", g.op("Mul", x, g.op("Add", curve, g.constant(1.0))), g.constant(0.5))


def _mean_and_normalise(g: _Graph, hidden: str, mask: str) -> None:
    weights = g.op("Unsqueeze", mask, g.constant([2], np.int64))
    total = g.op("ReduceSum", g.op("Mul", hidden, weights), g.constant([1], np.int64), keepdims=0)
    count = g.op("ReduceSum", mask, g.constant([1], np.int64), keepdims=1)
    mean = g.op("Div", total, count)
    length = g.op("Max", g.op("ReduceL2", mean, axes=[1], keepdims=1), g.constant(1e-12))
    g.nodes.append(helper.make_node("Div", [mean, length], ["embedding"]))
