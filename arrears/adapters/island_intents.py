"""Intents of texts from a child process that loads the trained model without Rasa: `bot/understand.py`."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from arrears.adapters import intent_answers
from arrears.domain.understanding import ReadText, TextToRead
from arrears.ports import NoReaderError, ReadingFailedError

LOADED_WITHIN_SECONDS = 300.0
READ_WITHIN_SECONDS = 120.0
"""For READ_AT_ONCE texts."""

_MODEL = Path("models", "arrears.tar.gz")


def island_command(folder: Path) -> list[str]:
    """How the island's reader is started. Raises: NoReaderError, naming what is missing and what makes it."""
    python, program, model = folder / ".venv" / "bin" / "python", folder / "understand.py", folder / _MODEL
    for needed, remedy in (
        (program, "start from the repository root, or set ARREARS_BOT_DIR"),
        (python, "run `make setup`"),
        (model, "run `make train`"),
    ):
        if not needed.is_file():
            raise NoReaderError(f"there is no {needed}; {remedy}")
    # Absolute, but not resolved: by the name of the link a Python knows its virtual environment.
    return [str(each.absolute()) for each in (python, program, model)]


def island_environment(folder: Path) -> dict[str, str]:
    """The child's environment: none of ours, which holds secrets."""
    return {
        "PATH": os.defpath,
        "LANG": "C.UTF-8",
        "PYTHONUTF8": "1",
        "PYTHONPATH": str(folder.absolute()),
        "PYTHONWARNINGS": "ignore",
        "OMP_NUM_THREADS": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
    }


class IslandIntents:
    """The IntentReader in a child process; it is loaded when this returns.

    Raises: NoReaderError when it cannot be started or does not load.
    """

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        # A file and no pipe: nobody reads it while the child works.
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - does not fit, because the child outlives this
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own program, from the settings
                list(command),
                env=dict(environment),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._said,
                encoding="utf-8",
            )
        except OSError as error:
            self._said.close()
            raise NoReaderError(f"the reader cannot be started: {error.strerror}") from None
        if _json(self._line(LOADED_WITHIN_SECONDS)) != {"ready": True}:
            why = self._last_words()
            self.close()
            raise NoReaderError(f"the reader did not load: {why}")

    def read(self, texts: Sequence[TextToRead]) -> tuple[ReadText, ...]:
        """The texts as the trained model reads them.

        Raises: ReadingFailedError; NoReaderError when the child is gone.
        """
        answer = _json(self._exchange(json.dumps(intent_answers.asked(texts))))
        if isinstance(answer, dict):
            raise ReadingFailedError(f"the reader refused: {answer.get('error')}")
        try:
            return intent_answers.answered(answer, len(texts))
        except (ValueError, KeyError, TypeError) as error:
            raise ReadingFailedError(f"the reader gave no answer: {type(error).__name__}") from None

    def close(self) -> None:
        """End the child."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue
        try:
            self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._said.close()

    def _exchange(self, line: str) -> str:
        pipe = self._process.stdin
        try:
            if pipe is not None:
                pipe.write(line + "\n")
                pipe.flush()
        except OSError:
            raise NoReaderError("the reader has ended") from None
        answer = self._line(READ_WITHIN_SECONDS)
        if not answer:
            raise NoReaderError("the reader has ended, or took too long")
        return answer

    def _line(self, within_seconds: float) -> str:
        """The child's next line; empty when it ends, or is ended for being too slow."""
        watch = threading.Timer(within_seconds, self._process.kill)
        watch.start()
        try:
            return "" if self._process.stdout is None else self._process.stdout.readline()
        finally:
            watch.cancel()

    def _last_words(self) -> str:
        """Why it did not load. Nothing has been asked yet, so that it can quote no text."""
        self._said.seek(0)
        lines = self._said.read().decode("utf-8", errors="replace").strip().splitlines()
        return lines[-1] if lines else f"nothing within {LOADED_WITHIN_SECONDS:.0f} seconds"


def _json(line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        return None
