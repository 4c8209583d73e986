"""Scores the trained model on the held-out examples: accuracy, macro-F1, and what was mistaken for what.

    PYTHONPATH=bot bot/.venv/bin/python bot/evaluate.py [bot/models/arrears.tar.gz]

Reads the router out of the model file without starting Rasa, and reads each text as the server would.
"""

# ruff: noqa: T201 - its output is its purpose

from __future__ import annotations

import sys
import tarfile
import tempfile
from collections import Counter
from pathlib import Path

import nlu_examples
from components.intent_reader import IntentReader
from components.phrases import SAFETY_INTENTS
from components.text import LANGUAGES
from sklearn.metrics import accuracy_score, f1_score

MODEL = Path(__file__).parent / "models" / "arrears.tar.gz"
_MARKER = "phrases.json"  # only the router's folder has it


def load_router(model: Path) -> IntentReader:
    """The router inside a model file. Raises: FileNotFoundError when the model has none."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(model) as archive:
            archive.extractall(folder, filter="data")
        markers = list(Path(folder).rglob(_MARKER))
        if not markers:
            raise FileNotFoundError(f"{model.name} holds no intent router")
        return IntentReader.load(markers[0].parent)


def _report(language: str, pairs: list[tuple[str, str]], reader: IntentReader) -> None:
    truths = [intent for _, intent in pairs]
    reads = [reader.read(text, language).intent for text, _ in pairs]
    f1 = f1_score(truths, reads, average="macro", zero_division=0)
    print(f"{language}: {len(pairs)} texts, accuracy {accuracy_score(truths, reads):.3f}, macro-F1 {f1:.3f}")
    for intent in sorted(set(truths)):
        counts = Counter(r for t, r in zip(truths, reads, strict=True) if t == intent)
        mistaken = ", ".join(f"{r} {n}" for r, n in counts.most_common() if r != intent)
        print(f"  {intent:22} {counts[intent]}/{sum(counts.values())}  {mistaken}")
    missed = sum(t in SAFETY_INTENTS and r != t for t, r in zip(truths, reads, strict=True))
    false = sum(t not in SAFETY_INTENTS and r in SAFETY_INTENTS for t, r in zip(truths, reads, strict=True))
    print(f"  safety intents missed {missed}, wrongly raised {false}")


def main() -> None:
    """Report on every language."""
    reader = load_router(Path(sys.argv[1]) if len(sys.argv) > 1 else MODEL)
    for language in LANGUAGES:
        _report(language, nlu_examples.heldout_examples(language), reader)


if __name__ == "__main__":
    main()
