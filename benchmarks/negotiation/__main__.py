"""`make negotiate-benchmark`: how well the agent negotiates, beside other policies and two bounds.

Simulated borrowers of every family talk to each policy through the engine's own interface, in acts
without words, under fixed seeds; families that are held out are shown apart. With `--whole-path N` so
many of the same borrowers talk in words to the running product instead. What is measured stands in
`metrics`. Results go to var/bench-negotiation/, the report to docs/reports/negotiation.md. An engine is
tuned on `--tuning-only` runs.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shlex
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from benchmarks.drawing import draw
from benchmarks.negotiation import parity, report
from benchmarks.negotiation.metrics import Row
from benchmarks.negotiation.policies import OURS, POLICIES, TITLES
from benchmarks.negotiation.population import SIZE
from benchmarks.negotiation.run import ARMS, Talk, chosen_families, run, talks
from benchmarks.negotiation.whole.section import section_of, with_section

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "var" / "bench-negotiation"
REPORT = ROOT / "docs" / "reports" / "negotiation.md"

console = Console()


def main() -> int:
    options = arguments()
    families = chosen_families(options.families)
    if options.tuning_only:
        families = [family for family in families if not family.held_out]
    if options.whole_path:
        return through(talks(max(options.whole_path, len(families)), families), options)
    people = talks(options.conversations, families)
    began = time.perf_counter()
    rows = measure(people, tuple(options.arms), options.processes, options.sample)
    pairs = people[:: max(1, len(people) // max(options.pairs, 1))][: options.pairs]
    compared = parity.compared(POLICIES[OURS], [(talk.family, talk.seed) for talk in pairs])
    facts = {
        "command": f"make negotiate-benchmark ARGS={shlex.quote(shlex.join(sys.argv[1:]))}",
        "conversations": len(people),
        "seconds": round(time.perf_counter() - began, 1),
        "machine": f"{os.cpu_count()} CPUs, {platform.machine()}, Python {platform.python_version()}",
        "parity": {name: asdict(found) for name, found in compared.items()},
    }
    write(options, rows, facts)
    return 0 if report.is_clean(rows, facts) else 1


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="benchmarks.negotiation",
        description=__doc__,
        formatter_class=argparse.RawTextHelpFormatter,
    )
    parser.add_argument("--conversations", type=int, default=1_000, help="of each arm")
    parser.add_argument("--families", nargs="+", help="by name; all when left out")
    parser.add_argument("--tuning-only", action="store_true", help="leave the held-out families alone")
    parser.add_argument("--arms", nargs="+", choices=ARMS, default=list(ARMS))
    parser.add_argument("--pairs", type=int, default=200, help="borrowers of the parity tests")
    parser.add_argument("--processes", type=int, choices=(1, 2), default=1)
    parser.add_argument(
        "--sample", type=int, default=SIZE, help="people the listeners know, of each kind of case"
    )
    parser.add_argument("--out", type=Path, default=OUT, help="where the results go")
    parser.add_argument("--no-report", action="store_true", help="leave docs/reports/negotiation.md as it is")
    parser.add_argument("--whole-path", type=int, metavar="N", help="so many through Rasa instead")
    return parser.parse_args()


def through(people: list[Talk], options: argparse.Namespace) -> int:
    """Conversations through the whole path; status 1 when a hard rule was broken, 2 when it did not start."""
    from benchmarks.negotiation.whole import command  # it starts processes: nothing an engine's run needs

    return command.run(
        people, options.whole_path, options.out, None if options.no_report else REPORT, console
    )


def measure(people: list[Talk], arms: tuple[str, ...], processes: int, sample: int) -> dict[str, list[Row]]:
    """The rows of every arm, with a bar of progress."""
    rows: dict[str, list[Row]] = {arm: [] for arm in arms}
    with Progress(console=console) as progress:
        task = progress.add_task("borrowers", total=len(people))
        for measured in run(people, arms, processes, sample):
            for arm, row in measured.items():
                rows[arm].append(row)
            progress.advance(task)
    return rows


def write(options: argparse.Namespace, rows: dict[str, list[Row]], facts: dict[str, object]) -> None:
    """Results, plots and, of a whole run, the report."""
    options.out.mkdir(parents=True, exist_ok=True)
    figures = report.figures(rows, facts)
    (options.out / "negotiation.json").write_text(
        json.dumps(figures, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    with (options.out / "conversations.jsonl").open("w", encoding="utf-8") as lines:
        for arm, measured in rows.items():
            lines.writelines(json.dumps({"arm": arm, **asdict(row)}) + "\n" for row in measured)
    folder = options.out if options.no_report else REPORT.parent / "negotiation"
    drawn = draw("benchmarks.negotiation.plots", options.out / "negotiation.json", folder)
    words = report.page(figures, folder.name if drawn and not options.no_report else None)
    if not options.no_report and REPORT.exists():
        kept = section_of(REPORT.read_text(encoding="utf-8"))  # of the last run through the whole path
        words = words if kept is None else with_section(words, kept)
    (options.out / "negotiation.md" if options.no_report else REPORT).write_text(words, encoding="utf-8")
    show(figures)


def show(figures: dict[str, Any]) -> None:
    """The main figures."""
    shown = ("agreement", "recovery_year", "harmonic", "harmonic_year", "kept", "turns", "violations")
    for group, arms in figures["groups"].items():
        table = Table("", *(report.TITLES_OF_MEASURES[name] for name in shown), title=group)
        for arm, measures in arms.items():
            table.add_row(TITLES[arm], *(report.cell(name, measures[name]) for name in shown))
        console.print(table)


if __name__ == "__main__":
    sys.exit(main())
