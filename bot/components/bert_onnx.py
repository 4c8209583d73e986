"""A BERT-family encoder written as an ONNX graph: tokens in, one unit-length mean vector out.

Built operator by operator from the weights, because the island has no torch and TensorFlow itself takes
ten times the time and four times the memory of onnxruntime for one short text. Every weight keeps its name in
the graph, and the shape stands in its metadata, so that a graph is also a checkpoint: `read` gives both back.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

Weights = dict[str, np.ndarray]
"""TensorFlow's variable paths below the main layer; kernels are (inputs x outputs). Two names are ours:
`embeddings/words` and `embeddings/positions` (with the type vector of the first kind added). With
`projection/kernel` and `projection/bias` the mean vector is mapped before it is brought to unit length."""

WORDS, POSITIONS = "embeddings/words", "embeddings/positions"
PROJECTION = "projection"


@dataclass(frozen=True)
class BertShape:
    """What of a checkpoint's configuration the graph depends on."""

    layers: int
    heads: int
    hidden: int
    layer_norm_epsilon: float
    activation: str  # gelu or relu


class _Graph:
    """Nodes and constants in the order they are added; `op` answers the name of its output."""

    def __init__(self, weights: Weights, *, half: bool) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.weights, self._half = weights, half

    def op(self, kind: str, *inputs: str, **attributes: object) -> str:
        output = f"{kind}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [output], **attributes))
        return output

    def constant(self, value: object, dtype: type = np.float32) -> str:
        name = f"c{len(self.constants)}"
        array = np.ascontiguousarray(np.asarray(value, dtype=dtype))
        self.constants.append(numpy_helper.from_array(array, name))
        return name

    def weight(self, path: str) -> str:
        dtype = np.float16 if self._half else np.float32
        array = np.ascontiguousarray(self.weights[path].astype(dtype))
        self.constants.append(numpy_helper.from_array(array, path))
        return self.op("Cast", path, to=TensorProto.FLOAT) if self._half else path


def build(weights: Weights, shape: BertShape, *, half: bool = False) -> onnx.ModelProto:
    """The graph `input_ids, attention_mask -> embedding`, its weights in half precision if so wished.

    Raises: KeyError for a missing weight.
    """
    g = _Graph(weights, half=half)
    hidden = _embed(g, shape)
    mask = g.op("Cast", "attention_mask", to=TensorProto.FLOAT)
    # 0 where a token is, a large negative number where padding is, broadcast over heads and queries.
    bias = g.op("Mul", g.op("Sub", mask, g.constant(1.0)), g.constant(1e9))
    bias = g.op("Unsqueeze", bias, g.constant([1, 2], np.int64))
    for i in range(shape.layers):
        hidden = _layer(g, f"encoder/layer_._{i}", shape, hidden, bias)
    _mean_and_normalise(g, hidden, mask)
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "tokens"])
        for name in ("input_ids", "attention_mask")
    ]
    output = helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["batch", width(weights)])
    graph = helper.make_graph(g.nodes, "encoder", inputs, [output], g.constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    helper.set_model_props(model, {_SHAPE: json.dumps(asdict(shape))})
    return model


def read(model: onnx.ModelProto) -> tuple[Weights, BertShape]:
    """What a graph of ours was built from; half precision comes back as it was rounded."""
    shape = next(json.loads(p.value) for p in model.metadata_props if p.key == _SHAPE)
    arrays = {tensor.name: tensor for tensor in model.graph.initializer if "/" in tensor.name}
    weights = {name: numpy_helper.to_array(tensor).astype(np.float32) for name, tensor in arrays.items()}
    return weights, BertShape(**shape)


def width(weights: Weights) -> int:
    """The length of the vectors."""
    kernel = weights.get(f"{PROJECTION}/kernel")
    return int(weights[POSITIONS].shape[1] if kernel is None else kernel.shape[1])


_SHAPE = "shape"


def _embed(g: _Graph, shape: BertShape) -> str:
    words = g.op("Gather", g.weight(WORDS), "input_ids", axis=0)
    length = g.op("Slice", g.op("Shape", "input_ids"), *(g.constant([n], np.int64) for n in (1, 2)))
    zero = g.constant([0], np.int64)
    positions = g.op("Slice", g.weight(POSITIONS), zero, length, zero)
    return _norm(g, "embeddings/LayerNorm", shape, g.op("Add", words, positions))


def _layer(g: _Graph, at: str, shape: BertShape, hidden: str, bias: str) -> str:
    attended = _attention(g, f"{at}/attention/self", shape, hidden, bias)
    attended = _dense(g, f"{at}/attention/output/dense", attended)
    hidden = _norm(g, f"{at}/attention/output/LayerNorm", shape, g.op("Add", attended, hidden))
    inner = _activate(g, shape.activation, _dense(g, f"{at}/intermediate/dense", hidden))
    outer = _dense(g, f"{at}/output/dense", inner)
    return _norm(g, f"{at}/output/LayerNorm", shape, g.op("Add", outer, hidden))


def _attention(g: _Graph, at: str, shape: BertShape, hidden: str, bias: str) -> str:
    size = shape.hidden // shape.heads
    split = g.constant([0, 0, shape.heads, size], np.int64)

    def heads(name: str, order: list[int]) -> str:
        return g.op("Transpose", g.op("Reshape", _dense(g, f"{at}/{name}", hidden), split), perm=order)

    query, key = heads("query", [0, 2, 1, 3]), heads("key", [0, 2, 3, 1])
    scores = g.op("Div", g.op("MatMul", query, key), g.constant(np.sqrt(size)))
    shares = g.op("Softmax", g.op("Add", scores, bias), axis=-1)
    mixed = g.op("MatMul", shares, heads("value", [0, 2, 1, 3]))
    mixed = g.op("Transpose", mixed, perm=[0, 2, 1, 3])
    return g.op("Reshape", mixed, g.constant([0, 0, shape.hidden], np.int64))


def _dense(g: _Graph, at: str, x: str) -> str:
    product = g.op("MatMul", x, g.weight(f"{at}/kernel"))
    return g.op("Add", product, g.weight(f"{at}/bias"))


def _norm(g: _Graph, at: str, shape: BertShape, x: str) -> str:
    scale, shift = g.weight(f"{at}/gamma"), g.weight(f"{at}/beta")
    return g.op("LayerNormalization", x, scale, shift, axis=-1, epsilon=shape.layer_norm_epsilon)


def _activate(g: _Graph, activation: str, x: str) -> str:
    if activation == "relu":
        return g.op("Relu", x)
    curve = g.op("Erf", g.op("Div", x, g.constant(np.sqrt(2.0))))
    return g.op("Mul", g.op("Mul", x, g.op("Add", curve, g.constant(1.0))), g.constant(0.5))


def _mean_and_normalise(g: _Graph, hidden: str, mask: str) -> None:
    kept = g.op("Unsqueeze", mask, g.constant([2], np.int64))
    total = g.op("ReduceSum", g.op("Mul", hidden, kept), g.constant([1], np.int64), keepdims=0)
    count = g.op("ReduceSum", mask, g.constant([1], np.int64), keepdims=1)
    mean = g.op("Div", total, count)
    if f"{PROJECTION}/kernel" in g.weights:
        mean = _dense(g, PROJECTION, mean)
    length = g.op("Max", g.op("ReduceL2", mean, axes=[1], keepdims=1), g.constant(1e-12))
    g.nodes.append(helper.make_node("Div", [mean, length], ["embedding"]))
