"""How long callers wait, and whether a call can be broken; writes docs/reports/phone.md.

`--waits` or `--storm` measures one of both and keeps the other's figures, `--only` some levels of the waits,
and keeps the others'; `--report` writes the report alone.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from benchmarks.drawing import draw
from benchmarks.phone.measuring import beside, levels, measure
from benchmarks.phone.report import markdown
from benchmarks.phone.storming import LANES, storm
from tools.fleet import FleetError
from tools.rasa import ROOT

FOLDER = ROOT / "var" / "bench" / "phone"
RESULT, REPORT = FOLDER / "phone.json", ROOT / "docs" / "reports" / "phone.md"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--waits", action="store_true", help="only how long callers wait")
    parser.add_argument("--storm", action="store_true", help="only whether a call can be broken")
    parser.add_argument("--report", action="store_true", help="only the report, of the figures there are")
    parser.add_argument("--alone", type=int, default=12, help="calls held one by one")
    parser.add_argument("--rounds", type=int, default=2, help="calls that follow each other on each line")
    parser.add_argument("--only", default="", help="levels to measure, as relay-1,gather-20")
    parser.add_argument("--calls", type=int, default=500, help="calls on which much goes wrong")
    parser.add_argument("--lanes", type=int, default=LANES, help="of them so many at once")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--database", help="a PostgreSQL to measure the waits on, besides SQLite")
    wanted = parser.parse_args()
    found: dict[str, Any] = json.loads(RESULT.read_text(encoding="utf-8")) if RESULT.exists() else {}
    try:
        if not wanted.report:
            _measure(wanted, found)
    except FleetError as error:
        sys.stderr.write(f"bench-phone: {error}\n")
        return 1
    REPORT.write_text(markdown(found), encoding="utf-8")
    draw("benchmarks.phone.plots", RESULT, REPORT.parent / "phone")
    return int(any(found.get("storm", {}).get("wrong", {}).values()))


def _measure(wanted: argparse.Namespace, found: dict[str, Any]) -> None:
    both = wanted.waits == wanted.storm
    if wanted.waits or both:
        named = wanted.only.split(",") if wanted.only else []
        which = [each for each in levels(wanted.alone, wanted.rounds) if not named or each.name in named]
        for key, database in (("waits", None), ("waits_postgresql", wanted.database)):
            if key == "waits" or database:
                fresh = measure(FOLDER / "world", which, _say, seed=wanted.seed, database_url=database)
                found[key] = beside(found.get(key, {}), fresh) if named else fresh
                _keep(found)
    if wanted.storm or both:
        found["storm"] = storm(FOLDER / "storm", _say, wanted.calls, wanted.seed, wanted.lanes)
        _keep(found)


def _keep(found: dict[str, Any]) -> None:
    Path(FOLDER).mkdir(parents=True, exist_ok=True)
    RESULT.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _say(words: str) -> None:
    sys.stdout.write(f"-- {words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
