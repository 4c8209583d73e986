"""The bot's own intent model, as `config.yml` has it but for what the options say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from components.checkpoints import MINILM
from components.intent_model import IntentModel, ModelSettings, Scores

from benchmarks.understanding.data import Example


class ComponentReader:
    """Scores one text."""

    def __init__(self, model: IntentModel) -> None:
        self._model, self.intents = model, model.intents

    def score(self, text: str) -> Scores:
        return self._model.score([text])


def train(
    examples: list[Example],
    folder: Path,
    *,
    epochs: int,
    learning_rate: float,
    ngram_share: float,
    eight_bit: bool,
) -> dict[str, Any]:
    """Fit and save; gives what is worth telling beside the figures."""
    settings = ModelSettings(
        encoder=MINILM,
        epochs=epochs,
        learning_rate=learning_rate,
        batch=32,
        ngram_share=ngram_share,
        temperature=1.0,
        inverse_regularisation=30.0,
        eight_bit=eight_bit,
    )
    IntentModel.train("en", settings, [(text, (intent,)) for text, intent in examples], folder)
    return {"epochs": epochs}


def load(folder: Path) -> ComponentReader:
    """What `train` left."""
    return ComponentReader(IntentModel.load(folder))
