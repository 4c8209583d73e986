"""`--whole-path N`: conversations in words with the running product, and their section of the report.

Each conversation is written down as it ends, to `whole-path.jsonl`: a run that is broken off has what it
played.
"""

from __future__ import annotations

import json
import signal
import time
from collections import Counter as Tally
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn

from benchmarks.negotiation.run import Talk
from benchmarks.negotiation.whole.run import Spoken, spoken, spread
from benchmarks.negotiation.whole.section import counted, section, with_section
from tools.fleet import FleetError

CLEAN, BROKEN, FAILED = 0, 1, 2


def run(people: list[Talk], count: int, out: Path, report: Path | None, console: Console) -> int:
    """Play, write, show; the status."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # asked to stop, it stops its processes too
    out.mkdir(parents=True, exist_ok=True)
    file, began, day = out / "whole-path.jsonl", time.monotonic(), datetime.now(UTC).date()
    chosen = spread(people, count)
    try:
        _play(chosen, file, console)
    except FleetError as error:
        console.print(str(error))
        return FAILED
    except KeyboardInterrupt:
        console.print("stopped; the figures are of what was played")
    played = counted(file.read_text(encoding="utf-8").splitlines())
    facts = {
        "command": f"`make negotiate-benchmark ARGS='--whole-path {count}'`",
        "day": day.isoformat(),
        "minutes": (time.monotonic() - began) / 60,
    }
    words = section(played, facts)
    (out / "whole-path.md").write_text(words, encoding="utf-8")
    if report is not None:
        page = report.read_text(encoding="utf-8") if report.exists() else ""
        report.write_text(with_section(page, words), encoding="utf-8")
    _show(played, console)
    return BROKEN if any(one.row.violations for one in played) else CLEAN


def _play(chosen: list[Talk], file: Path, console: Console) -> None:
    columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as progress, file.open("w", encoding="utf-8") as lines:
        task = progress.add_task("conversations", total=len(chosen))
        for one in spoken(chosen, lambda words: progress.console.print(words)):
            lines.write(json.dumps(asdict(one), ensure_ascii=False) + "\n")
            lines.flush()
            progress.console.print(_line(one))
            progress.advance(task)


def _line(one: Spoken) -> str:
    failed = f", {one.error}" if one.error else ""
    return (
        f"{one.family} {one.seed} {one.language}: {one.row.outcome} (engine alone: {one.engine.outcome}), "
        f"{len(one.transcript)} texts, {one.counts['misheard']} misheard{failed}"
    )


def _show(played: list[Spoken], console: Console) -> None:
    ends = Tally(one.row.outcome for one in played)
    console.print(f"{len(played)} conversations: " + ", ".join(f"{end} {n}" for end, n in ends.most_common()))
