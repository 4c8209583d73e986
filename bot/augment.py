"""Prints what the seeded augmentation makes of the hand-written examples.

PYTHONPATH=bot bot/.venv/bin/python bot/augment.py en|zh [COUNT]
"""

# ruff: noqa: T201 - its output is its purpose

from __future__ import annotations

import sys

import nlu_examples
from components.augmentation import Noise, augmented


def main() -> None:
    """One line each: intents, text."""
    language, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 40
    examples = nlu_examples.training_examples(language)
    noise = Noise.read(nlu_examples.ROOT / "nlu_data" / "noise")
    made = augmented(examples, noise, seed=20, copies=1.0, pairs=0.3)
    for text, labels in made[:: max(1, len(made) // count)]:
        print(f"{'+'.join(labels)}\t{text}")


if __name__ == "__main__":
    main()
