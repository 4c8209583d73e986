"""How long a turn takes: from the signed inbound webhook to the reply's arrival at the carrier.

`python -m benchmarks.turns` starts everything but the simulator's part in it: the carrier is a bare server in
this process, and time is the machine's own, as in production. Beside the turns it measures, in the same
run, what no turn can be faster than: the dialogue engine answering from kept results, and an empty round
trip to the carrier. Also the memory of every process, and rows imported per second.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path

import httpx
from rich.table import Table

from benchmarks.figures import engine_alone, machine, percentiles
from benchmarks.sample import SAMPLE, sample_rows, speakers
from benchmarks.texting import TextingWorld, console
from tools.fleet import FleetError
from tools.rasa import ROOT
from tools.world import World

RESULT = ROOT / "var" / "bench" / "turns.json"
ALONE, TOGETHER, LANES = 16, 40, 8
"""Conversations held one at a time; conversations held eight at once; the eight."""

IMPORTED_ROWS = 20_000
GOAL_P95_MS = 150.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rows", type=int, default=IMPORTED_ROWS, help="rows of the import measured")
    rows = parser.parse_args().rows
    folder = ROOT / "var" / "bench" / "world"
    bench = Bench(folder)
    try:
        bench.start(SAMPLE)
        measured = bench.measure()
        measured["import"] = importing(bench.world, folder, rows)
    except FleetError as error:
        console.print(f"[red]bench:[/red] {error}", highlight=False)
        return 1
    finally:
        bench.stop()
    RESULT.write_text(json.dumps(measured, indent=2) + "\n", encoding="utf-8")
    show(measured)
    return 0


class Bench(TextingWorld):
    """The conversations that are measured."""

    def measure(self) -> dict[str, object]:
        """Every number but the import's."""
        people = speakers(sample_rows())
        self.converse(people[-1])  # not counted: what is done once per process is done now
        kept = [turn for person in people[:ALONE] for turn in self.converse(person)]
        alone = [milliseconds for _, _, milliseconds in kept]
        asked = [(message_id, text, "en") for message_id, text, _ in kept]
        with ThreadPoolExecutor(LANES) as lanes:
            held = lanes.map(self.converse, people[ALONE : ALONE + TOGETHER])
            began = time.perf_counter()
            together = [milliseconds for turns in held for _, _, milliseconds in turns]
            seconds = time.perf_counter() - began
        return {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "machine": machine("sqlite"),
            "turns_alone_ms": percentiles(alone),
            "turns_8_at_once_ms": percentiles(together) | {"per_second": round(len(together) / seconds, 1)},
            "bound_engine_kept_answer_ms": percentiles(engine_alone(self.world, "sms", asked)),
            "bound_carrier_round_trip_ms": percentiles(self.empty_round_trips(200)),
            "rss_mib": {name: round(mib) for name, mib in self.world.fleet.memory_mib().items()},
        }

    def converse(self, person: dict[str, str]) -> list[tuple[str, str, float]]:
        """A whole conversation; (message id, text, milliseconds) of each turn."""
        turns = ((text, *self.turn(person["phone"], text)) for text in script(person))
        return [(message_id, text, milliseconds) for text, message_id, milliseconds in turns]

    def empty_round_trips(self, count: int) -> list[float]:
        """A text taken by the carrier, and nothing else."""
        found = []
        with httpx.Client(trust_env=False) as client:
            nowhere = f"http://127.0.0.1:{self.world.ports.gateway}/healthz"
            form = {"To": "+12125550100", "Body": "x", "StatusCallback": nowhere}
            for _ in range(count):
                began = time.perf_counter()
                client.post(self.carrier_url, data=form).raise_for_status()
                found.append((time.perf_counter() - began) * 1000)
        return found


def script(person: dict[str, str]) -> list[str]:
    """Eight turns of one conversation: every stage of it."""
    born = date.fromisoformat(person["birth_on"])
    owed = sum(float(person[part]) for part in ("principal", "interest", "fees"))
    fair, on = round(owed / 8) + 1, datetime.now(UTC).date() + timedelta(days=9)
    if person["language"] == "zh":
        return [
            "你是谁？",
            f"{born.year}年{born.month}月{born.day}日 {person['account_last4']}",
            "你是机器人吗？",
            "我欠多少钱？",
            f"每月还5美元，{on.month}月{on.day}日开始，可以吗",
            f"那我每月还{fair}美元，从{on.month}月{on.day}日开始",
            "好的",
            "谢谢",
        ]
    return [
        "who is this?",
        f"{born:%m/%d/%Y} {person['account_last4']}",
        "are you a robot?",
        "how much do I owe?",
        f"Could I pay $5 a month starting {on:%B} {on.day}?",
        f"ok, I can pay ${fair} a month starting {on:%B} {on.day}",
        "yes",
        "thanks",
    ]


def importing(world: World, folder: Path, rows: int) -> dict[str, float]:
    """Rows imported per second into an empty database, from a file that repeats the sample."""
    file = folder / "large.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        _write_repeated(out, rows)
    database = folder / "import.db"
    env = world.env | {"ARREARS_DATABASE_URL": f"sqlite:///{database}"}
    command = [str(ROOT / ".venv" / "bin" / "arrears")]
    subprocess.run([*command, "migrate", "--demo"], env=env, cwd=ROOT, check=True, capture_output=True)
    began = time.perf_counter()
    report = f"--report={folder / 'large-rejected.csv'}"
    done = subprocess.run(
        [*command, "import", str(file), report], env=env, cwd=ROOT, check=True, capture_output=True
    )
    seconds = time.perf_counter() - began
    console.print(f"-- {done.stdout.decode().strip()}", highlight=False)
    file.unlink()
    return {"rows": rows, "seconds": round(seconds, 1), "rows_per_second": round(rows / seconds)}


def _write_repeated(out: object, rows: int) -> None:
    portfolio = sample_rows()
    writer = csv.DictWriter(out, portfolio[0].keys())  # type: ignore[arg-type]
    writer.writeheader()
    for number, row in enumerate(islice(cycle(portfolio), rows)):
        again = number // len(portfolio)
        fresh = {
            name: f"{row[name]}-{again}"
            for name in ("lender_ref", "owner_ref", "enterprise_ref")
            if row[name]
        }
        writer.writerow(row | fresh)


def show(measured: dict[str, object]) -> None:
    """The numbers as a table."""
    table = Table(title="webhook to carrier, milliseconds")
    for column in ("", "n", "p50", "p95", "p99", "max"):
        table.add_column(column, justify="left" if not column else "right")
    names = {
        "turns_alone_ms": f"a turn, one conversation at a time (goal: p95 < {GOAL_P95_MS:.0f})",
        "turns_8_at_once_ms": "a turn, eight conversations at once",
        "bound_engine_kept_answer_ms": "bound: Rasa and actions, answer kept",
        "bound_carrier_round_trip_ms": "bound: an empty round trip to the carrier",
    }
    for key, name in names.items():
        found = measured[key]
        table.add_row(name, *(str(found[column]) for column in ("n", "p50", "p95", "p99", "max")))  # type: ignore[index]
    console.print(table)
    console.print(f"memory, MiB: {measured['rss_mib']}", highlight=False)
    console.print(f"import: {measured['import']}", highlight=False)
    console.print(f"written to {RESULT.relative_to(ROOT)}", highlight=False)


if __name__ == "__main__":
    sys.exit(main())
