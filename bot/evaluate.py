"""Scores the trained model on the held-out examples, each read as the server would, without starting Rasa.

    PYTHONPATH=bot bot/.venv/bin/python bot/evaluate.py [--model bot/models/arrears.tar.gz] [--set heldout]
                                                        [--out FOLDER]

Prints a summary. With --out it writes `intents.json`, which `benchmarks/evaluation` makes a report of, and
the plots.
"""

# ruff: noqa: T201 - its output is its purpose

from __future__ import annotations

import argparse
import json
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import nlu_examples
import numpy as np
import plots
from components.augmentation import Labelled
from components.intent_reader import READER, IntentReader, Reading
from components.priorities import OUT_OF_SCOPE, SAFETY, leading
from components.text import LANGUAGES
from sklearn.metrics import precision_recall_fscore_support

MODEL = Path(__file__).parent / "models" / "arrears.tar.gz"
TO_CHOOSE = MODEL.with_name("to_choose.tar.gz")
"""Trained without the validation turns (`make settings`): on them it alone may be judged."""
_BINS = 10


@dataclass(frozen=True)
class Read:
    """One example and what was made of it."""

    text: str
    labels: tuple[str, ...]
    reading: Reading
    seconds: float

    @property
    def heard(self) -> set[str]:
        """The intents heard."""
        return {one.intent for one in self.reading.heard}


def load_router(model: Path) -> IntentReader:
    """The router inside a model file. Raises: FileNotFoundError when the model has none."""
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(model) as archive:
            archive.extractall(folder, filter="data")
        markers = list(Path(folder).rglob(READER))
        if not markers:
            raise FileNotFoundError(f"{model.name} holds no intent router")
        return IntentReader.load(markers[0].parent)


def read_all(reader: IntentReader, language: str, examples: list[Labelled]) -> list[Read]:
    """Every example, one at a time."""
    rows = []
    for text, labels in examples:
        started = time.perf_counter()
        reading = reader.read(text, language)
        rows.append(Read(text, labels, reading, time.perf_counter() - started))
    return rows


def scores(rows: list[Read]) -> dict[str, object]:
    """All figures of one language."""
    single = [row for row in rows if len(row.labels) == 1]
    several = [row for row in rows if len(row.labels) > 1]
    truth = [row.labels[0] for row in single]
    led = [row.reading.leading.intent for row in single]
    names = sorted(set(truth))
    table = precision_recall_fscore_support(truth, led, labels=names, zero_division=0)
    return {
        "turns": len(single),
        "accuracy": float(np.mean([t == r for t, r in zip(truth, led, strict=True)])),
        "exact_sets": float(np.mean([row.heard == set(row.labels) for row in single])),
        "macro_f1": float(np.mean(table[2])),
        "intents": {name: _row(*values) for name, *values in zip(names, *table, strict=True)},
        "several": {
            "turns": len(several),
            "exact_sets": _share(row.heard == set(row.labels) for row in several),
            "led_rightly": _share(row.reading.leading.intent == leading(list(row.labels)) for row in several),
            "all_heard": _share(set(row.labels) <= row.heard for row in several),
        },
        "safety": {name: _safety(rows, name) for name in SAFETY},
        "out_of_scope": _out_of_scope(single),
        "confusions": Counter(f"{t} → {r}" for t, r in zip(truth, led, strict=True) if t != r).most_common(
            20
        ),
        "calibration": _calibration(single),
        "milliseconds": {
            f"p{q}": float(np.percentile([r.seconds for r in rows], q) * 1000) for q in (50, 95, 99)
        },
    }


def _share(hits: Iterable[bool]) -> float:
    values = list(hits)
    return float(np.mean(values)) if values else 0.0


def _row(precision: float, recall: float, f1: float, count: int) -> dict[str, float]:
    return {"precision": float(precision), "recall": float(recall), "f1": float(f1), "turns": int(count)}


def _safety(rows: list[Read], intent: str) -> dict[str, int]:
    meant = [row for row in rows if intent in row.labels]
    return {
        "meant": len(meant),
        "heard": sum(intent in row.heard for row in meant),
        "wrongly": sum(intent in row.heard for row in rows if intent not in row.labels),
    }


def _out_of_scope(single: list[Read]) -> dict[str, float]:
    outside = [row for row in single if row.labels[0] == OUT_OF_SCOPE]
    inside = [row for row in single if row.labels[0] != OUT_OF_SCOPE]
    return {
        "recall": _share(row.reading.leading.intent == OUT_OF_SCOPE for row in outside),
        "turned_away": _share(row.reading.leading.intent == OUT_OF_SCOPE for row in inside),
    }


def _calibration(single: list[Read]) -> dict[str, object]:
    """Expected calibration error over ten bins of equal width, by the classifier's own decisions."""
    rows = [row for row in single if row.reading.leading.decided_by == "classifier"]
    sure = np.array([row.reading.leading.confidence for row in rows])
    right = np.array([row.reading.leading.intent == row.labels[0] for row in rows])
    which = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    bins = [
        {
            "confidence": float(sure[which == b].mean()),
            "right": float(right[which == b].mean()),
            "turns": int((which == b).sum()),
        }
        for b in range(_BINS)
        if (which == b).any()
    ]
    error = sum(b["turns"] * abs(b["confidence"] - b["right"]) for b in bins) / max(1, len(rows))
    return {"expected_error": error, "bins": bins}


def _print(language: str, found: dict[str, object]) -> None:
    several, scope = found["several"], found["out_of_scope"]
    pooled = [sum(row[key] for row in found["safety"].values()) for key in ("heard", "meant", "wrongly")]
    print(
        f"{language}: {found['turns']} turns of one intent, accuracy {found['accuracy']:.3f}, "
        f"macro-F1 {found['macro_f1']:.3f}, exact sets {found['exact_sets']:.3f}\n"
        f"  {several['turns']} turns of several: exact {several['exact_sets']:.3f}, "
        f"right lead {several['led_rightly']:.3f}\n"
        f"  safety intents heard {pooled[0]} of {pooled[1]}, wrongly {pooled[2]}\n"
        f"  out of scope: recall {scope['recall']:.3f}, {scope['turned_away']:.3f} of the rest turned away\n"
        f"  calibration error {found['calibration']['expected_error']:.3f}; "
        f"p50 {found['milliseconds']['p50']:.1f} ms, p95 {found['milliseconds']['p95']:.1f} ms\n"
        f"  most mistaken: {', '.join(f'{pair} {n}' for pair, n in found['confusions'][:6])}"
    )


def main() -> None:
    """Report on every language."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path)
    parser.add_argument("--set", choices=("heldout", "validation"), default="heldout")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    model = options.model or (MODEL if options.set == "heldout" else TO_CHOOSE)
    if not model.exists():
        parser.error(
            f"{model.name} is not trained: `make {'train' if model == MODEL else 'settings'}` does it"
        )
    reader = load_router(model)
    examples = {"heldout": nlu_examples.heldout_examples, "validation": nlu_examples.validation_examples}
    found = {}
    for language in LANGUAGES:
        found[language] = scores(read_all(reader, language, examples[options.set](language)))
        _print(language, found[language])
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        facts = {"set": options.set, "model_bytes": model.stat().st_size, "languages": found}
        (options.out / "intents.json").write_text(
            json.dumps(facts, ensure_ascii=False, indent=1), encoding="utf-8"
        )
        plots.draw(found, options.out)


if __name__ == "__main__":
    main()
