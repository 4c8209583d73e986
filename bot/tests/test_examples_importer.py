"""Rasa is given the same examples by our importer as by its own, and its merges leave them as they are."""

# ruff: noqa: PT009 - the island has no pytest

from __future__ import annotations

import tempfile
import unittest
from pathlib import Path

from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.training_data import TrainingData

EXAMPLES = """version: "3.1"

nlu:
  - intent: affirm
    examples: |
      - yes
      - 是的：没错 #1
  - intent: affirm+stop_texts
    examples: |
      - yes. and "stop" - please
"""
IMPORTER = "components.examples_importer.ExamplesImporter"


class ImporterTest(unittest.TestCase):
    def _read(self, *importers: str) -> TrainingData:
        config = {"importers": [{"name": name} for name in importers]}
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "examples.yml"
            file.write_text(EXAMPLES, encoding="utf-8")
            return TrainingDataImporter.load_from_dict(config, training_data_paths=[folder]).get_nlu_data()

    def test_it_reads_what_rasas_own_importer_reads(self) -> None:
        ours, rasas = self._read(IMPORTER), self._read()
        said = {(one.get("text"), one.get("intent")) for one in ours.intent_examples}
        self.assertEqual(said, {(one.get("text"), one.get("intent")) for one in rasas.intent_examples})
        self.assertEqual(len(said), 3)

    def test_another_text_is_another_fingerprint(self) -> None:
        first, second, *_ = self._read(IMPORTER).intent_examples
        self.assertNotEqual(first.fingerprint(), second.fingerprint())

    def test_a_changed_value_changes_the_fingerprint(self) -> None:
        example = self._read(IMPORTER).intent_examples[0]
        before = example.fingerprint()
        example.set("intent", example.get("intent"))
        self.assertEqual(example.fingerprint(), before)
        example.set("intent", "deny")
        self.assertNotEqual(example.fingerprint(), before)


if __name__ == "__main__":
    unittest.main()
