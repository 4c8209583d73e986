"""What is compared: each trains into a folder, and opens it again in a process of its own."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from components.intent_model import Scores

NAMES = ("component", "tfidf", "diet")
TITLES = {
    "component": "ours: MiniLM fine-tuned, with n-grams",
    "tfidf": "TF-IDF with logistic regression",
    "diet": "DIET of Rasa 3.6.21, sparse features",
}


class Reader(Protocol):
    """A trained candidate."""

    intents: list[str]

    def score(self, text: str) -> Scores:
        """One text; columns in the order of `intents`."""
        ...


@dataclass(frozen=True)
class Candidate:
    """One of `NAMES`. Nothing of it is imported before it is asked for: its memory is measured."""

    train: Callable[..., dict[str, Any]]  # examples, the folder, and its options by name
    load: Callable[[Path], Reader]


def candidate(name: str) -> Candidate:
    """The named one."""
    module = importlib.import_module(f"benchmarks.understanding.{name}")
    return Candidate(module.train, module.load)
