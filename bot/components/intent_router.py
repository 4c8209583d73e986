"""The one NLU component of `config.yml`: reads intents and language, and hands the stage to the policies."""

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

from components import checkpoints
from components.augmentation import Noise
from components.intent_reader import IntentReader, Reading, lessons
from components.phrases import SafetyPhrases
from components.settings import SettingError, parse_settings
from components.translations import read_translations

_NO_PART_IN_TRAINING = frozenset({"channel", "asked", "scratch_tracker", "rasa_fixes"})


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR],
    is_trainable=True,
)
class LanguageRoutedClassifier(GraphComponent):
    """Routes each text to the model of its language; see `intent_reader`.

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
        """`languages` holds the settings of each (see `settings`); `choose_settings.py` finds the numbers."""
        return {
            "languages": {},
            "safety_phrases": "nlu_data/lookups",
            "translations": "nlu_data/parallel",
            "noise": "nlu_data/noise",
        }

    @staticmethod
    def required_packages() -> list[str]:
        """Imported on use."""
        return ["sklearn", "onnxruntime", "onnx", "tensorflow", "tokenizers", "transformers"]

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Raises: InvalidConfigException naming the language and the setting."""
        try:
            parse_settings(config.get("languages", {}))
        except SettingError as error:
            raise InvalidConfigException(str(error)) from error

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """What Rasa's training cache cannot see: the weights, our lists and tables, and our other modules."""
        config = {**cls.get_default_config(), **config}
        digest = hashlib.sha256()
        # Rasa asks once more, without our config, of a component that it takes whole from its cache.
        settings = parse_settings(config["languages"]) if config["languages"] else {}
        for name in sorted({choice.model.encoder for choice in settings.values()}):
            digest.update(checkpoints.identity(name).encode())
        folders = [config[key] for key in ("safety_phrases", "translations", "noise")]
        data = sorted(file for folder in folders for file in Path(folder).glob("*.*"))
        sources = [f for f in Path(__file__).parent.glob("*.py") if f.stem not in _NO_PART_IN_TRAINING]
        for file in [*sorted(sources), *data]:
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
        settings = parse_settings(self._config["languages"])
        # Sorted, so that the fit does not depend on the order in which Rasa found the files.
        written = sorted(
            (e.get(TEXT), tuple(e.get(INTENT).split("+"))) for e in training_data.intent_examples
        )
        rows = read_translations(Path(self._config["translations"]))
        noise = Noise.read(Path(self._config["noise"]))
        taught = {
            language: lessons(choice, language, written, rows, noise) for language, choice in settings.items()
        }
        phrases = SafetyPhrases.read(Path(self._config["safety_phrases"]))
        with self._storage.write_to(self._resource) as folder:
            self._reader = IntentReader.train(settings, taught, phrases, folder)
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
    heard = [
        {"name": one.intent, "confidence": one.confidence, "decided_by": one.decided_by}
        for one in reading.heard
    ]
    message.set("intents", heard, add_to_output=True)
    message.set("decided_by", reading.leading.decided_by, add_to_output=True)
    values = {"language": reading.language, "stage": stage}
    entities = [
        {"entity": k, "value": v, "extractor": "metadata"} for k, v in values.items() if v is not None
    ]
    message.set(ENTITIES, entities, add_to_output=True)
