"""The same encoder in TensorFlow, where it can be trained; its variables carry `bert_onnx`'s names.

What a step must remember for its slopes is most of the memory of training: see `_gelu` and `_standardised`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import tensorflow as tf

from components.bert_onnx import POSITIONS, PROJECTION, WORDS, BertShape, Weights


@tf.custom_gradient
def _gelu(x: tf.Tensor) -> tuple[tf.Tensor, Callable[[tf.Tensor], tf.Tensor]]:
    """The exact GELU, of which only `x` is kept for its slope: a quarter of what TensorFlow's keeps."""

    def slope(upstream: tf.Tensor) -> tf.Tensor:
        below = 0.5 * (1.0 + tf.math.erf(x / np.sqrt(2.0)))
        return upstream * (below + x * tf.exp(-0.5 * tf.square(x)) / np.sqrt(2.0 * np.pi))

    return tf.nn.gelu(x, approximate=False), slope


@tf.custom_gradient
def _standardised(
    x: tf.Tensor, epsilon: tf.Tensor
) -> tuple[tf.Tensor, Callable[..., tuple[tf.Tensor, None]]]:
    """Mean zero and variance one along the last axis; only the result is kept for its slope."""
    mean, variance = tf.nn.moments(x, axes=[-1], keepdims=True)
    per_unit = tf.math.rsqrt(variance + epsilon)
    even = (x - mean) * per_unit

    def slope(upstream: tf.Tensor) -> tuple[tf.Tensor, None]:
        along = tf.reduce_mean(upstream * even, axis=-1, keepdims=True)
        return per_unit * (upstream - tf.reduce_mean(upstream, axis=-1, keepdims=True) - even * along), None

    return even, slope


_CONTRAST_SHARPNESS = 10.0  # of the likeness of two vectors
_ACTIVATIONS = {"gelu": _gelu, "relu": tf.nn.relu}


class TrainableEncoder:
    """Token ids to unit-length vectors, differentiable in every weight."""

    def __init__(self, weights: Weights, shape: BertShape) -> None:
        """Start from `weights`."""
        self.shape = shape
        self.variables = {path: tf.Variable(array, name=path) for path, array in weights.items()}

    def weights(self) -> Weights:
        """The present values."""
        return {path: variable.numpy() for path, variable in self.variables.items()}

    def embed(self, ids: tf.Tensor, mask: tf.Tensor, dropout: float = 0.0) -> tf.Tensor:
        """One row a text; `ids` and `mask` are (texts x tokens), `dropout` the share of states forgotten."""
        mask = tf.cast(mask, tf.float32)
        bias = (mask[:, None, None, :] - 1.0) * 1e9
        positions = self.variables[POSITIONS][: tf.shape(ids)[1]]
        states = tf.gather(self.variables[WORDS], ids) + positions
        states = _forget(self._norm("embeddings/LayerNorm", states), dropout)
        for i in range(self.shape.layers):
            states = self._layer(f"encoder/layer_._{i}", states, bias, dropout)
        mean = tf.einsum("btd,bt->bd", states, mask) / tf.reduce_sum(mask, axis=1, keepdims=True)
        if f"{PROJECTION}/kernel" in self.variables:
            mean = self._dense(PROJECTION, mean)
        return tf.math.l2_normalize(mean, axis=1)

    def _layer(self, at: str, states: tf.Tensor, bias: tf.Tensor, dropout: float) -> tf.Tensor:
        attended = self._attention(f"{at}/attention/self", states, bias)
        attended = _forget(self._dense(f"{at}/attention/output/dense", attended), dropout)
        states = self._norm(f"{at}/attention/output/LayerNorm", attended + states)
        inner = _ACTIVATIONS[self.shape.activation](self._dense(f"{at}/intermediate/dense", states))
        outer = _forget(self._dense(f"{at}/output/dense", inner), dropout)
        return self._norm(f"{at}/output/LayerNorm", outer + states)

    def _attention(self, at: str, states: tf.Tensor, bias: tf.Tensor) -> tf.Tensor:
        size = self.shape.hidden // self.shape.heads
        texts, tokens = tf.shape(states)[0], tf.shape(states)[1]

        def heads(name: str) -> tf.Tensor:
            return tf.reshape(self._dense(f"{at}/{name}", states), (texts, tokens, self.shape.heads, size))

        scores = tf.einsum("bqhd,bkhd->bhqk", heads("query"), heads("key")) / np.sqrt(size)
        shares = tf.nn.softmax(scores + bias, axis=-1)
        mixed = tf.einsum("bhqk,bkhd->bqhd", shares, heads("value"))
        return tf.reshape(mixed, (texts, tokens, self.shape.hidden))

    def _dense(self, at: str, x: tf.Tensor) -> tf.Tensor:
        kernel = self.variables[f"{at}/kernel"]
        # One large product instead of one a text.
        flat = tf.matmul(tf.reshape(x, (-1, kernel.shape[0])), kernel) + self.variables[f"{at}/bias"]
        return tf.reshape(flat, tf.concat([tf.shape(x)[:-1], [kernel.shape[1]]], axis=0))

    def _norm(self, at: str, x: tf.Tensor) -> tf.Tensor:
        scale, shift = self.variables[f"{at}/gamma"], self.variables[f"{at}/beta"]
        return _standardised(x, self.shape.layer_norm_epsilon) * scale + shift


def _forget(x: tf.Tensor, share: float) -> tf.Tensor:
    return tf.nn.dropout(x, share) if share else x


def unlikeness(vectors: tf.Tensor, targets: tf.Tensor) -> tf.Tensor:
    """How little vectors of one intent stand out among all others: supervised contrast.

    Source: Khosla et al., Supervised Contrastive Learning (2020), equation 2.
    """
    itself = tf.eye(tf.shape(vectors)[0])
    likeness = _CONTRAST_SHARPNESS * tf.matmul(vectors, vectors, transpose_b=True) - 1e9 * itself
    same = tf.cast(tf.matmul(targets, targets, transpose_b=True) > 0.5, tf.float32) * (1 - itself)
    shares = tf.reduce_sum(tf.nn.log_softmax(likeness) * same, axis=1)
    return -tf.reduce_mean(shares / tf.maximum(tf.reduce_sum(same, axis=1), 1.0))
