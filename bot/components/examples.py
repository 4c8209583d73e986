"""Intent examples read from the YAML of `nlu_data`, without Rasa."""

from __future__ import annotations

from pathlib import Path

import yaml

from components.augmentation import Labelled

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same in C, where PyYAML was built with it


def read_examples(files: list[Path]) -> list[Labelled]:
    """Text and intents of every example, in the files' order."""
    pairs = []
    for file in files:
        for block in yaml.load(file.read_text(encoding="utf-8"), _Loader)["nlu"]:  # noqa: S506 - a safe one
            labels = tuple(block["intent"].split("+"))
            for line in block["examples"].splitlines():
                pairs.append((line.removeprefix("- ").strip(), labels))
    return pairs
