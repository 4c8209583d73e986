"""BERT's weights as PyTorch stores them, under TensorFlow's names, without either framework.

A model built to read them from costs three times their memory, and training has none to spare.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from components.bert_onnx import Weights

_FILE = "model.safetensors"
_EMBEDDINGS = {
    "word_embeddings": "embeddings/word_embeddings/weight",
    "position_embeddings": "embeddings/position_embeddings/embeddings",
    "token_type_embeddings": "embeddings/token_type_embeddings/embeddings",
}
_KINDS = ({"weight": "kernel"}, {"weight": "gamma", "bias": "beta"})  # of a product, of a normalisation


def read(checkpoint: str, where: dict[str, str]) -> Weights | None:
    """The weights in a folder or at a hub id; None where they are in no such file, or it is not PyTorch's."""
    from safetensors import safe_open
    from transformers.utils import cached_file

    try:
        file = cached_file(checkpoint, _FILE, **where)
    except OSError:
        return None
    with safe_open(Path(file), "np") as arrays:
        if (arrays.metadata() or {}).get("format") != "pt":
            return None
        named = {name: _renamed(name) for name in arrays.keys()}  # noqa: SIM118 - it is no dictionary
        return {
            ours: _turned(ours, arrays.get_tensor(name)) for name, ours in named.items() if ours is not None
        }


def _renamed(name: str) -> str | None:
    """`bert.encoder.layer.0.output.dense.weight` as `encoder/layer_._0/output/dense/kernel`."""
    parts = name.replace(".", "/").replace("encoder/layer/", "encoder/layer_._").split("/")
    start = next((i for i, part in enumerate(parts) if part in ("embeddings", "encoder")), None)
    if start is None or parts[-1] == "position_ids":
        return None
    *path, owner, kind = parts[start:]
    if owner in _EMBEDDINGS:
        return _EMBEDDINGS[owner]
    return "/".join([*path, owner, _KINDS[owner == "LayerNorm"].get(kind, kind)])


def _turned(path: str, array: np.ndarray) -> np.ndarray:
    """PyTorch multiplies from the other side."""
    return np.ascontiguousarray(array.T if path.endswith("/kernel") else array, dtype=np.float32)
