"""How Rasa gets the examples: read by us, in a second.

Rasa's own reader checks each file against a schema (`tests/bot` says more), parses it in Python, and copies
and fingerprints every example again at each of three merges: ten seconds of a training.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.examples import read_examples


class Example(Message):
    """A message that nobody changes, and which can therefore be shared and keep its fingerprint."""

    def set(self, prop: str, info: Any, add_to_output: bool = False) -> None:
        """As Rasa's, which forgets the fingerprint also where the value stays."""
        if add_to_output or self.get(prop) != info:
            super().set(prop, info, add_to_output)

    def __deepcopy__(self, memo: dict[int, Any]) -> Example:
        return self


class ExamplesImporter(RasaFileImporter):
    """Rasa's files; but of the NLU files, which name intents and list texts, nothing else is expected."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Every example, its intents joined by "+". Raises: KeyError when a file does not list examples."""
        read = read_examples([Path(file) for file in self._nlu_files])
        return TrainingData([Example({TEXT: text, INTENT: "+".join(labels)}) for text, labels in read])
