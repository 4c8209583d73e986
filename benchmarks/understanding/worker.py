"""One step of one measurement in a process of its own, so that memory and threads are its alone.

`python -m benchmarks.understanding.worker train FOLDER` and then `measure FOLDER`: FOLDER holds job.json, and
the step's figures come to stand beside it.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from components.intent_model import Scores
from components.priorities import OUT_OF_SCOPE

from benchmarks.understanding.candidates import Reader, candidate
from benchmarks.understanding.data import Example, Task, load

_WARM_UP = 20
_TELL_SECONDS = 15.0


@dataclass(frozen=True)
class Job:
    """What is measured."""

    data: str
    task: str
    draw: int
    sample: int | None
    candidate: str
    options: dict[str, Any]  # of its training
    in_scope_goal: float

    def write(self, folder: Path) -> None:
        (folder / "job.json").write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Job:
        return cls(**json.loads((folder / "job.json").read_text(encoding="utf-8")))

    def texts(self) -> Task:
        return load(Path(self.data), self.task, self.draw, self.sample)


def main() -> int:
    step, folder = sys.argv[1], Path(sys.argv[2])
    job = Job.read(folder)
    found = {"train": train, "measure": measure}[step](job, folder / "model")
    (folder / f"{step}.json").write_text(json.dumps(found), encoding="utf-8")
    return 0


def train(job: Job, folder: Path) -> dict[str, Any]:
    """Seconds, memory and size."""
    examples = job.texts().train
    began, cpu_began = time.perf_counter(), time.process_time()
    facts = candidate(job.candidate).train(examples, folder, **job.options)
    return {
        "texts": len(examples),
        "train_seconds": time.perf_counter() - began,
        "train_cpu_seconds": time.process_time() - cpu_began,
        "train_rss_mib": _peak_rss_mib(),
        "model_mib": sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 2**20,
        **facts,
    }


def measure(job: Job, folder: Path) -> dict[str, Any]:
    """Quality and latency from the same texts, one at a time."""
    validation = job.texts().validation
    reader = candidate(job.candidate).load(folder)
    for text, _ in validation[:_WARM_UP]:
        reader.score(text)
    cpu_began = time.process_time()
    scores, milliseconds = _read(reader, validation)
    cpu_ms = (time.process_time() - cpu_began) * 1000 / len(validation)
    p50, p95 = np.percentile(milliseconds, (50, 95))
    rss_mib = _peak_rss_mib()  # before judging, which has a memory of its own
    return {
        "judged": len(validation),
        **_judge(scores, reader.intents, [intent for _, intent in validation], job.in_scope_goal),
        "p50_ms": float(p50),
        "p95_ms": float(p95),
        "cpu_ms": cpu_ms,
        "rss_mib": rss_mib,
    }


def _read(reader: Reader, validation: list[Example]) -> tuple[Scores, list[float]]:
    rows, milliseconds, told = [], [], time.monotonic()
    for number, (text, _) in enumerate(validation):
        began = time.perf_counter()
        rows.append(reader.score(text))
        milliseconds.append((time.perf_counter() - began) * 1000)
        if time.monotonic() - told > _TELL_SECONDS:
            print(f"read {number + 1:,} of {len(validation):,} texts", flush=True)
            told = time.monotonic()
    names = [one.name for one in fields(Scores)]
    return Scores(
        **{name: np.concatenate([getattr(row, name) for row in rows]) for name in names}
    ), milliseconds


def _judge(scores: Scores, intents: list[str], truths: list[str], goal: float) -> dict[str, Any]:
    if OUT_OF_SCOPE in truths:
        from benchmarks.understanding.operating_point import cross_fit

        return cross_fit(scores, intents, truths, goal)
    said = [intents[best] for best in scores.probabilities.argmax(axis=1)]
    return {"accuracy": sum(a == b for a, b in zip(said, truths, strict=True)) / len(truths)}


def _peak_rss_mib() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    sys.exit(main())
