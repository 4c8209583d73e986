"""Intent examples read from the YAML of `nlu_data`, without Rasa; and the router's settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from components.intent_reader import LanguageSettings

ROOT = Path(__file__).resolve().parents[1]
ROUTER = "components.intent_router.LanguageRoutedClassifier"


def read_examples(files: list[Path]) -> list[tuple[str, str]]:
    """`(text, intent)` of every example, in the files' order."""
    pairs = []
    for file in files:
        for block in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            for line in block["examples"].splitlines():
                pairs.append((line.removeprefix("- ").strip(), block["intent"]))
    return pairs


def training_examples(language: str) -> list[tuple[str, str]]:
    """What `rasa train` reads for this language."""
    return read_examples(sorted((ROOT / "nlu_data" / language).glob("*.yml")))


def heldout_examples(language: str) -> list[tuple[str, str]]:
    """What is never trained on."""
    return read_examples([ROOT / "nlu_data" / "heldout" / f"{language}.yml"])


def router_settings() -> dict[str, LanguageSettings]:
    """The router's settings in `config.yml`, by language."""
    pipeline: list[dict[str, Any]] = yaml.safe_load((ROOT / "config.yml").read_text())["pipeline"]
    router = next(entry for entry in pipeline if entry["name"] == ROUTER)
    return {
        language: LanguageSettings(
            encoder=router["encoders"][language],
            threshold=router["thresholds"][language],
            self_harm_floor=router["self_harm_floors"][language],
            inverse_regularisation=router["inverse_regularisation"][language],
        )
        for language in router["encoders"]
    }
