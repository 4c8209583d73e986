"""The one NLU component of `config.yml`: reads intent and language, and hands the stage to the policies."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.exceptions import InvalidConfigException
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components import encoders
from components.intent_reader import IntentReader, LanguageSettings, Reading
from components.phrases import SafetyPhrases
from components.text import LANGUAGES


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR],
    is_trainable=True,
)
class LanguageRoutedClassifier(GraphComponent):
    """Routes each text to the encoder and head of its language; see `intent_reader`.

    Message metadata must carry `language` and `stage`; both become entities without a span, from which
    the slots of the same names are filled before the policies predict.
    """

    def __init__(
        self,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        reader: IntentReader | None,
    ) -> None:
        """Take the trained reader, or None before training."""
        self._config, self._storage, self._resource, self._reader = config, model_storage, resource, reader

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`encoders` are names (see `encoders`); the numbers are those `choose_settings.py` found."""
        return {
            "encoders": {"en": encoders.MINILM, "zh": encoders.CHAR_NGRAMS},
            "thresholds": {"en": 0.35, "zh": 0.45},
            "self_harm_floors": {"en": 0.12, "zh": 0.18},
            "inverse_regularisation": {"en": 30.0, "zh": 100.0},
            "safety_phrases": "nlu_data/lookups",
        }

    @staticmethod
    def required_packages() -> list[str]:
        """Imported on use."""
        return ["sklearn", "onnxruntime", "onnx", "transformers"]

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Raises: InvalidConfigException unless every language has every setting."""
        for key in ("encoders", "thresholds", "self_harm_floors", "inverse_regularisation"):
            missing = set(LANGUAGES) - set(config.get(key, {}))
            if missing:
                raise InvalidConfigException(f"{key} lacks {', '.join(sorted(missing))}")

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """What Rasa's training cache cannot see: the weights, the phrase lists, and our other modules."""
        config = {**cls.get_default_config(), **config}
        digest = hashlib.sha256()
        for name in sorted(set(config["encoders"].values())):
            digest.update(encoders.identity(name).encode())
        sources = sorted(Path(__file__).parent.glob("*.py"))
        for file in [*sources, *sorted(Path(config["safety_phrases"]).glob("safety_*.yml"))]:
            digest.update(file.read_bytes())
        return digest.hexdigest()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LanguageRoutedClassifier:
        """An untrained component."""
        return cls(config, model_storage, resource, None)

    def train(self, training_data: TrainingData) -> Resource:
        """Fit on all intent examples and store the result. Raises: EncoderRefusedError."""
        settings = {
            language: LanguageSettings(
                encoder=self._config["encoders"][language],
                threshold=float(self._config["thresholds"][language]),
                self_harm_floor=float(self._config["self_harm_floors"][language]),
                inverse_regularisation=float(self._config["inverse_regularisation"][language]),
            )
            for language in LANGUAGES
        }
        pairs = [(e.get(TEXT), e.get(INTENT)) for e in training_data.intent_examples]
        phrases = SafetyPhrases.read(Path(self._config["safety_phrases"]))
        # Sorted, so that the fit does not depend on the order in which Rasa found the files.
        self._reader = IntentReader.train(settings, sorted(pairs), phrases)
        with self._storage.write_to(self._resource) as folder:
            self._reader.save(folder)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> LanguageRoutedClassifier:
        """The trained component. Raises: EncoderRefusedError."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, IntentReader.load(folder))

    def process(self, messages: list[Message]) -> list[Message]:
        """Set intent, ranking and entities of each message."""
        if self._reader is None:
            raise RuntimeError("the intent router was asked to read before it was trained")
        for message in messages:
            metadata = message.get("metadata") or {}
            reading = self._reader.read(message.get(TEXT) or "", metadata.get("language", "en"))
            _annotate(message, reading, metadata.get("stage"))
        return messages


def _annotate(message: Message, reading: Reading, stage: str | None) -> None:
    ranking = [{"name": name, "confidence": confidence} for name, confidence in reading.ranking]
    message.set(INTENT, ranking[0], add_to_output=True)
    message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
    message.set("decided_by", reading.decided_by, add_to_output=True)
    values = {"language": reading.language, "stage": stage}
    entities = [
        {"entity": k, "value": v, "extractor": "metadata"} for k, v in values.items() if v is not None
    ]
    message.set(ENTITIES, entities, add_to_output=True)
