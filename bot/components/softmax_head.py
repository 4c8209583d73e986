"""Probabilities of intents, linear in an encoder's vectors; stored as arrays and JSON, never pickled."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import numpy as np

_STEPS_MAX = 60
_ARRAYS, _NAMES = "head.npz", "intents.json"


class SoftmaxHead:
    """Probabilities of intents from vectors."""

    def __init__(self, weights: np.ndarray, bias: np.ndarray, intents: list[str]) -> None:
        """Take `weights` (features x intents), `bias` (intents) and the intents' names."""
        self._weights, self._bias, self.intents = weights, bias, intents

    @classmethod
    def fit(
        cls, vectors: object, targets: np.ndarray, intents: list[str], inverse_regularisation: float
    ) -> SoftmaxHead:
        """Fit to `targets`, (texts x intents) with rows that sum to one. Deterministic: lbfgs from zero."""
        from sklearn.linear_model import LogisticRegression

        rows, columns = np.nonzero(targets)
        model = LogisticRegression(C=inverse_regularisation, max_iter=_STEPS_MAX, tol=1e-3)
        with warnings.catch_warnings():
            # It need not converge: validation is as good after these steps as after three times as many.
            warnings.simplefilter("ignore")
            model.fit(vectors[rows], columns, sample_weight=targets[rows, columns])
        weights, bias = model.coef_.T, model.intercept_
        if len(model.classes_) == 2:  # scikit-learn keeps only the second of two
            weights, bias = np.hstack([0 * weights, weights]), np.append(0 * bias, bias)
        return cls(np.ascontiguousarray(weights), bias, [intents[c] for c in model.classes_])

    def log_probabilities(self, vectors: object) -> np.ndarray:
        """One row a vector, columns in the order of `intents`."""
        scores = np.asarray(vectors @ self._weights) + self._bias
        scores = scores - scores.max(axis=1, keepdims=True)
        return scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))

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
