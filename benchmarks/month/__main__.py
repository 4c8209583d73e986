"""`python -m benchmarks.month --borrowers 5000 --days 30 --seed 1`: is every contact lawful, is none forgone?

Invented borrowers keep their own truth: where they are, what they said, which calls they got. The engine
is told only what the lender's file says and what borrowers say. An independent statement of the law
(`tools/verifier`) then judges every contact by the truth.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from benchmarks.month.adapter import decided_engine
from benchmarks.month.run import START, run

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "var" / "bench"
GOAL_WRONGLY_PERCENT = 1.0

console = Console()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--borrowers", type=int, default=5_000)
    parser.add_argument("--days", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    with (
        Progress(console=console) as progress,
        (FOLDER / "month-truth.jsonl").open("w", encoding="utf-8") as truth,
    ):
        task = progress.add_task("borrowers", total=options.borrowers)
        score = run(
            decided_engine(),
            range(options.borrowers),
            options.days,
            options.seed,
            truth=truth,
            on_borrower=lambda: progress.advance(task),
        )
    result = {**vars(options), "start": START.isoformat(), "seconds": round(time.perf_counter() - began, 1)}
    result |= score.as_json()
    (FOLDER / "month.json").write_text(
        json.dumps(result, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    show(result)
    return 0 if score.outside == 0 and result["wrongly_refused_percent"] <= GOAL_WRONGLY_PERCENT else 1


def show(result: dict[str, object]) -> None:
    """The numbers as a table."""
    table = Table("", "", title="a month", show_header=False)
    for key, value in result.items():
        if key != "examples":
            words = (
                ", ".join(f"{name} {n}" for name, n in value.items())
                if isinstance(value, dict)
                else str(value)
            )
            table.add_row(key.replace("_", " "), words)
    console.print(table)


if __name__ == "__main__":
    sys.exit(main())
