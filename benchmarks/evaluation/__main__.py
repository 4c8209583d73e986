"""Scores intents in the island and entities here, and writes `docs/reports/understanding.md`.

.venv/bin/python -m benchmarks.evaluation [--set heldout|validation] [--mistakes]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys

from arrears.adapters.island_intents import IslandIntents, island_command, island_environment
from benchmarks.evaluation.entities import Scores, score
from benchmarks.evaluation.report import NAMES, page
from tools.rasa import ROOT

REPORTS = ROOT / "docs" / "reports"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--set", choices=("heldout", "validation"), default="heldout")
    parser.add_argument(
        "--mistakes", action="store_true", help="print every entity read otherwise than labelled"
    )
    options = parser.parse_args()
    held_out = options.set == "heldout"
    machine = f"{len(os.sched_getaffinity(0))} cores, {platform.machine()}, one thread"
    machine += f", load {os.getloadavg()[0]:.1f} before"
    out = REPORTS / "understanding" if held_out else ROOT / "var" / "validation"
    print("== intents, in the island (about a minute) ==", flush=True)
    python, program = ROOT / "bot" / ".venv" / "bin" / "python", ROOT / "bot" / "evaluate.py"
    command = [str(python), str(program), "--set", options.set, "--out", str(out)]
    done = subprocess.run(command, env=island_environment(ROOT / "bot"), check=False)
    if done.returncode != 0:
        return done.returncode
    print("== entities ==", flush=True)
    entities = _entities(options.set)
    for name, scores in entities.items():
        _print(name, scores, mistakes=options.mistakes)
    if held_out:
        facts = json.loads((out / "intents.json").read_text(encoding="utf-8"))
        text = page(facts, entities, "make evaluate", machine)
        (REPORTS / "understanding.md").write_text(text, encoding="utf-8")
        print("== the report is docs/reports/understanding.md ==")
    return 0


def _entities(which: str) -> dict[str, Scores]:
    reader = IslandIntents(island_command(ROOT / "bot"), island_environment(ROOT / "bot"))
    try:
        folder = ROOT / "nlu_data" / which
        return {name: score(folder / f"entities_{name}.jsonl", reader) for name in NAMES}
    finally:
        reader.close()


def _print(name: str, scores: Scores, *, mistakes: bool) -> None:
    for kind, count in sorted(scores.kinds.items()):
        doubts = f"unsure {count.unsure} ({count.astray} astray)"
        found = f"exact {count.exact}/{count.labelled}, wrong {count.wrong}, {doubts}"
        print(f"{name} {kind:17} {found}")
    for line in scores.mistakes if mistakes else ():
        print(f"  {line}")


if __name__ == "__main__":
    sys.exit(main())
