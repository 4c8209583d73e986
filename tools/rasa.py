"""How the Rasa island is called: its own Python, its own environment, on loopback."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODEL = ROOT / "bot" / "models" / "arrears.tar.gz"
_RASA = str(ROOT / "bot" / ".venv" / "bin" / "rasa")


def environment(**more: str) -> dict[str, str]:
    """Rasa's environment: no telemetry, quiet TensorFlow, one thread, and of ours only what is named."""
    return {
        "PATH": os.environ.get("PATH", ""),
        "HOME": os.environ.get("HOME", ""),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT / "bot"),
        "RASA_TELEMETRY_ENABLED": "false",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "PYTHONWARNINGS": "ignore",
        "OMP_NUM_THREADS": "1",
        "TF_NUM_INTRAOP_THREADS": "2",  # the same sums in the same order on machines with more cores
        "TF_NUM_INTEROP_THREADS": "2",
        "MALLOC_ARENA_MAX": "2",  # training holds tensors of many sizes: more arenas keep a gigabyte of gaps
    } | more


def train_command(*, to_choose: bool = False) -> list[str]:
    """Train the model from the repository's data, all of it but what is held out.

    `to_choose` leaves the validation turns out, too, and names the model apart: settings are chosen on them.
    Rasa's own look at the data, twenty seconds, is left out: `tests/bot` says more of it, before training.
    """
    data = ["--data", "nlu_data/en", "nlu_data/zh", "bot/rules"]
    data += [] if to_choose else ["nlu_data/validation/en.yml", "nlu_data/validation/zh.yml"]
    out = ["--out", "bot/models", "--fixed-model-name", "to_choose" if to_choose else "arrears"]
    files = ["--config", "config.yml", "--domain", "bot/domain"]
    return [_RASA, "train", "--skip-validation", *files, *data, *out]


def run_command(port: int) -> list[str]:
    """Serve the trained model on loopback, over our own channel only."""
    files = ["--endpoints", "bot/endpoints.yml", "--credentials", "bot/credentials.yml"]
    return [_RASA, "run", "--model", str(MODEL), *files, "-i", "127.0.0.1", "-p", str(port)]
