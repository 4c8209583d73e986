"""Trains one language's intent model in a process of its own, which gives its memory back when it is done.

TensorFlow keeps what it has once taken: with two languages in one process the second began on top of the
first, and both on top of Rasa.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from components.augmentation import Labelled
from components.checkpoints import EncoderRefusedError
from components.intent_model import IntentModel, ModelSettings

# Else the C library gives every thread a heap, and what one has freed no other takes: 1.7 GB, not 1.6.
_ONE_HEAP = {"MALLOC_ARENA_MAX": "1"}
# Most operations are too small to share; the halves of a batch take a core each (`fine_tuning`).
_ONE_CORE_A_HALF = {"TF_NUM_INTRAOP_THREADS": "1", "TF_NUM_INTEROP_THREADS": "2"}
_REFUSED = 3  # exit status: the encoder cannot be used, and the last line of standard error says why


def train_apart(
    language: str,
    settings: ModelSettings,
    examples: list[Labelled],
    folder: Path,
    made: list[Labelled],
) -> IntentModel:
    """As `IntentModel.train`. Raises: EncoderRefusedError; CalledProcessError when it failed otherwise."""
    lesson = {"language": language, "settings": asdict(settings), "examples": examples, "made": made}
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as job:
        json.dump(lesson, job)
        job.flush()
        paths = (str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH", ""))
        done = subprocess.run(  # noqa: S603 - our own module
            [sys.executable, "-W", "ignore", "-m", "components.training_apart", job.name, str(folder)],
            env={
                **os.environ,
                **_ONE_HEAP,
                **_ONE_CORE_A_HALF,
                "PYTHONPATH": os.pathsep.join(filter(None, paths)),
            },
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    if done.returncode == _REFUSED:
        raise EncoderRefusedError(done.stderr.strip().splitlines()[-1])
    if done.returncode != 0:
        sys.stderr.write(done.stderr)
        done.check_returncode()
    return IntentModel.load(folder)


def _main(job: Path, folder: Path) -> int:
    lesson = json.loads(job.read_text(encoding="utf-8"))
    examples, made = (
        [(text, tuple(labels)) for text, labels in lesson[name]] for name in ("examples", "made")
    )
    try:
        IntentModel.train(lesson["language"], ModelSettings(**lesson["settings"]), examples, folder, made)
    except EncoderRefusedError as error:
        sys.stderr.write(f"{error}\n")
        return _REFUSED
    return 0


if __name__ == "__main__":
    raise SystemExit(_main(Path(sys.argv[1]), Path(sys.argv[2])))
