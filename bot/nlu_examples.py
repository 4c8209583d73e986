"""The sets of examples, and the router's settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from components.augmentation import Labelled
from components.examples import read_examples
from components.settings import LanguageSettings, parse_settings

ROOT = Path(__file__).resolve().parents[1]
ROUTER = "components.intent_router.LanguageRoutedClassifier"


def training_examples(language: str) -> list[Labelled]:
    """What `rasa train` reads for this language."""
    return read_examples(sorted((ROOT / "nlu_data" / language).glob("*.yml")))


def validation_examples(language: str) -> list[Labelled]:
    """What settings are chosen on."""
    return read_examples([ROOT / "nlu_data" / "validation" / f"{language}.yml"])


def heldout_examples(language: str) -> list[Labelled]:
    """What nothing was ever trained or tuned on."""
    return read_examples([ROOT / "nlu_data" / "heldout" / f"{language}.yml"])


def router_config() -> dict[str, Any]:
    """The router's entry in `config.yml`."""
    pipeline: list[dict[str, Any]] = yaml.safe_load((ROOT / "config.yml").read_text())["pipeline"]
    return next(entry for entry in pipeline if entry["name"] == ROUTER)


def router_settings() -> dict[str, LanguageSettings]:
    """The router's settings in `config.yml`, by language."""
    return parse_settings(router_config()["languages"])
