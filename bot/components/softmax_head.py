"""Multinomial logistic regression over any encoder's vectors; stored as arrays and JSON, never pickled."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

_ARRAYS, _NAMES = "head.npz", "intents.json"


class SoftmaxHead:
    """Probabilities of intents from vectors."""

    def __init__(self, weights: np.ndarray, bias: np.ndarray, intents: list[str]) -> None:
        """Take `weights` (features x intents), `bias` (intents) and the intents' names."""
        self._weights, self._bias, self.intents = weights, bias, intents

    @classmethod
    def fit(cls, vectors: object, intents: list[str], inverse_regularisation: float) -> SoftmaxHead:
        """Fit with rare intents weighted up. Deterministic: lbfgs from zero."""
        from sklearn.linear_model import LogisticRegression

        model = LogisticRegression(C=inverse_regularisation, class_weight="balanced", max_iter=2000)
        model.fit(vectors, intents)
        weights, bias = model.coef_.T, model.intercept_
        if len(model.classes_) == 2:  # scikit-learn keeps only the second of two
            weights, bias = np.hstack([0 * weights, weights]), np.append(0 * bias, bias)
        return cls(np.ascontiguousarray(weights), bias, [str(c) for c in model.classes_])

    def probabilities(self, vectors: object) -> np.ndarray:
        """One row a vector, summing to one, columns in the order of `intents`."""
        scores = np.asarray(vectors @ self._weights) + self._bias
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        return scores / scores.sum(axis=1, keepdims=True)

    def save(self, folder: Path) -> None:
        """Write arrays and names."""
        np.savez(folder / _ARRAYS, weights=self._weights.astype(np.float32), bias=self._bias)
        (folder / _NAMES).write_text(json.dumps(self.intents), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> SoftmaxHead:
        """What `save` wrote; a file that holds pickled objects is refused."""
        with np.load(folder / _ARRAYS, allow_pickle=False) as arrays:
            weights, bias = arrays["weights"].astype(np.float64), arrays["bias"]
        return cls(weights, bias, json.loads((folder / _NAMES).read_text(encoding="utf-8")))
