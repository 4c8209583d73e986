"""BANKING77 and CLINC150 as training and validation texts; no text of the validation is ever trained on."""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from components.priorities import OUT_OF_SCOPE

FILES = {
    "banking77": ("banking77/train.jsonl", "banking77/valid_dnnc.jsonl"),
    "banking77-10-shot": ("banking77/train.jsonl", "banking77/valid_dnnc.jsonl"),
    "clinc150": tuple(f"clinc150/{name}.jsonl" for name in ("train", "oos_train", "val", "oos_val")),
}
SHOTS, DRAWS = 10, 3

Example = tuple[str, str]
"""A text and its intent."""


@dataclass(frozen=True)
class Task:
    """What is learnt from and what is judged on."""

    train: list[Example]
    validation: list[Example]


def draws(task: str) -> range:
    """The draws that a task's figures are a mean of."""
    return range(DRAWS if task.endswith("shot") else 1)


def missing(folder: Path, tasks: list[str]) -> list[str]:
    """The files these tasks lack."""
    return [name for name in _names(tasks) if not (folder / name).is_file()]


def fingerprints(folder: Path, tasks: list[str]) -> dict[str, str]:
    """The beginning of each file's SHA-256."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest()[:16] for name in _names(tasks)}


def _names(tasks: list[str]) -> list[str]:
    return sorted({name for task in tasks for name in FILES[task]})


def load(folder: Path, task: str, draw: int, sample: int | None) -> Task:
    """The task's texts; `sample` leaves so many on either side, evenly from all intents."""
    whole = _clinc150(folder) if task == "clinc150" else _banking77(folder)
    train = whole.train
    if task.endswith("shot"):
        train = _few(train, random.Random(draw))
    if sample is None:
        return Task(train, whole.validation)
    return Task(_sampled(train, sample), _sampled(whole.validation, sample))


def _banking77(folder: Path) -> Task:
    """The validation is a lower-cased part of train: taken out of it, in train's own spelling."""
    train, validation = (_read(folder / name) for name in FILES["banking77"])
    spelling = {_fold(text): text for text, _ in train}
    validation = [(spelling.get(_fold(text), text), intent) for text, intent in validation]
    return Task(_without(train, validation), validation)


def _clinc150(folder: Path) -> Task:
    train, oos_train, val, oos_val = (_read(folder / name) for name in FILES["clinc150"])
    return Task(_without(train + oos_train, val + oos_val), val + oos_val)


def _read(file: Path) -> list[Example]:
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return [(row["text"], OUT_OF_SCOPE if row["intent"] == "oos" else row["intent"]) for row in rows]


def _fold(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _without(train: list[Example], validation: list[Example]) -> list[Example]:
    judged = {_fold(text) for text, _ in validation}
    return [example for example in train if _fold(example[0]) not in judged]


def _few(examples: list[Example], chance: random.Random) -> list[Example]:
    return [example for turn, example in _by_turns(examples, chance) if turn < SHOTS]


def _sampled(examples: list[Example], count: int) -> list[Example]:
    """A sixth as many out-of-scope texts come on top: as one intent like the others they would be few."""
    sides = (
        (count, [e for e in examples if e[1] != OUT_OF_SCOPE]),
        (count // 6, [e for e in examples if e[1] == OUT_OF_SCOPE]),
    )
    chance = random.Random(0)
    return [example for n, side in sides for _, example in _by_turns(side, chance)[:n]]


def _by_turns(examples: list[Example], chance: random.Random) -> list[tuple[int, Example]]:
    """In a random order in which every intent has had its first text before any has its second."""
    waiting: dict[str, int] = defaultdict(int)
    turns = []
    for example in chance.sample(examples, len(examples)):
        turns.append((waiting[example[1]], example))
        waiting[example[1]] += 1
    return sorted(turns, key=lambda turn: turn[0])
