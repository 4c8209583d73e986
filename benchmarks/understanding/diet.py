"""DIET as Rasa 3.6.21 has it: its default pipeline of sparse features, for intents, within a time budget.

The components are Rasa's own, chained as its graph chains them, without the graph's cost around them.
"""

from __future__ import annotations

import logging
import time
from pathlib import Path
from typing import Any

import numpy as np
import tensorflow as tf
from components.intent_model import Scores
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.nlu.classifiers.diet_classifier import DIET, DIETClassifier
from rasa.nlu.featurizers.sparse_featurizer.count_vectors_featurizer import CountVectorsFeaturizer
from rasa.nlu.featurizers.sparse_featurizer.lexical_syntactic_featurizer import LexicalSyntacticFeaturizer
from rasa.nlu.tokenizers.whitespace_tokenizer import WhitespaceTokenizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.utils.log_utils import configure_structlog

from benchmarks.understanding.data import Example


class _Budget(tf.keras.callbacks.Callback):
    """Ends the training before the epoch that would not fit any more."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds = seconds

    def on_train_begin(self, logs: dict[str, float] | None = None) -> None:
        self._began = self._epoch_began = time.monotonic()

    def on_epoch_end(self, epoch: int, logs: dict[str, float] | None = None) -> None:
        now = time.monotonic()
        spent, last = now - self._began, now - self._epoch_began
        self._epoch_began = now
        accuracy = (logs or {}).get("i_acc", float("nan"))
        print(f"epoch {epoch + 1}: {accuracy:.3f} of the training texts, {spent:.0f} s", flush=True)
        if spent + last > self._seconds:
            self.model.stop_training = True


class _BoundedDIET(DIET):
    """Rasa's model; its training asks the budget after every epoch."""

    def fit(self, *args: Any, callbacks: list[Any] | None = None, **kwargs: Any) -> Any:
        if callbacks is not None:  # Rasa calls it without any to give a loaded model its shapes
            callbacks = [*callbacks, _Budget(self.config["training_seconds"])]
        return super().fit(*args, callbacks=callbacks, **kwargs)


class BoundedDIETClassifier(DIETClassifier):
    """Rasa's component around that model."""

    @staticmethod
    def model_class() -> type[DIET]:
        return _BoundedDIET


_PIPELINE: tuple[tuple[type[GraphComponent], dict[str, Any]], ...] = (
    (WhitespaceTokenizer, {}),
    (LexicalSyntacticFeaturizer, {}),
    (CountVectorsFeaturizer, {}),
    (CountVectorsFeaturizer, {"analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4}),
    (
        BoundedDIETClassifier,
        {
            "entity_recognition": False,
            "constrain_similarities": True,  # as in Rasa's default configuration
            "random_seed": 20,
            "ranking_length": 0,  # all intents
            "epochs": 0,
            "training_seconds": 0.0,
        },
    ),
)


class DietReader:
    """Scores one text along every component's `process`."""

    def __init__(self, components: list[GraphComponent]) -> None:
        self._components = components
        labels = components[-1].index_label_id_mapping
        self.intents = [labels[i] for i in sorted(labels)]
        self._columns = {intent: i for i, intent in enumerate(self.intents)}

    def score(self, text: str) -> Scores:
        messages = [Message(data={TEXT: text})]
        for component in self._components:
            messages = component.process(messages)
        row, nothing = np.zeros((1, len(self.intents))), np.zeros(1)
        for one in messages[0].get("intent_ranking"):
            row[0, self._columns[one["name"]]] = one["confidence"]
        return Scores(row, likeness=nothing, agreement=nothing)


def train(examples: list[Example], folder: Path, *, minutes: float, epochs: int) -> dict[str, Any]:
    """Fit and save; gives what is worth telling beside the figures."""
    configure_structlog(logging.ERROR)
    storage, context = LocalModelStorage.create(folder), ExecutionContext(GraphSchema({}))
    data = TrainingData([Message(data={TEXT: text, INTENT: intent}) for text, intent in examples])
    limits = {"epochs": epochs, "training_seconds": minutes * 60}
    for number, (kind, settings) in enumerate(_PIPELINE):
        config = kind.get_default_config() | settings
        component = kind.create(
            config | limits if kind is BoundedDIETClassifier else config,
            storage,
            Resource(f"{number}"),
            context,
        )
        if hasattr(component, "train"):
            component.train(data)
        if hasattr(component, "process_training_data"):
            component.process_training_data(data)
    return {"epochs": len(component.model.history.epoch), "epochs_planned": epochs}


def load(folder: Path) -> DietReader:
    """What `train` left."""
    configure_structlog(logging.ERROR)
    storage, context = LocalModelStorage.create(folder), ExecutionContext(GraphSchema({}))
    return DietReader(
        [
            kind.load(kind.get_default_config() | settings, storage, Resource(f"{number}"), context)
            for number, (kind, settings) in enumerate(_PIPELINE)
        ]
    )
