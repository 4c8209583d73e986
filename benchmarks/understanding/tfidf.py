"""The floor: TF-IDF of words and characters with logistic regression."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import joblib
import numpy as np
from components.intent_model import Scores
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import Pipeline, make_pipeline, make_union

from benchmarks.understanding.data import Example

_FILE = "pipeline.joblib"
_ITERATIONS_MAX = 1000


class PipelineReader:
    """Scores one text; has nothing but the probabilities to believe itself by."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline, self.intents = pipeline, list(pipeline.classes_)

    def score(self, text: str) -> Scores:
        nothing = np.zeros(1)
        return Scores(self._pipeline.predict_proba([text]), likeness=nothing, agreement=nothing)


def train(examples: list[Example], folder: Path) -> dict[str, Any]:
    """Fit and save; gives what is worth telling beside the figures."""
    texts, intents = zip(*examples, strict=True)
    pipeline = make_pipeline(
        make_union(
            TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True),
        ),
        LogisticRegression(C=100, max_iter=_ITERATIONS_MAX),
    )
    pipeline.fit(texts, intents)
    joblib.dump(pipeline, folder / _FILE)
    return {"iterations": int(pipeline[-1].n_iter_.max())}


def load(folder: Path) -> PipelineReader:
    """What `train` left."""
    return PipelineReader(joblib.load(folder / _FILE))
