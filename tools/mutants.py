"""What became of the mutants of the rule packs, by pack, from mutmut's files; fails under the floor."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from mutmut.stats import status_by_exit_code

PACKS = Path("mutants/arrears/domain/compliance/packs")
FLOOR = 0.95
COLUMNS = ("killed", "survived", "timeout", "no tests")


def by_pack() -> dict[str, Counter[str]]:
    """How many mutants of each pack came to which end."""
    found: dict[str, Counter[str]] = {}
    for path in sorted(PACKS.rglob("*.meta")):
        pack = path.relative_to(PACKS).parts[0].removesuffix(".py.meta")
        codes = json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"].values()
        found.setdefault(pack, Counter()).update(status_by_exit_code[code] for code in codes)
    return {pack: ends for pack, ends in found.items() if ends}


def row(name: str, ends: Counter[str]) -> str:
    """One line of the table; a mutant that ran until it was stopped was found, too."""
    found = ends["killed"] + ends["timeout"]
    counts = " | ".join(str(ends[column]) for column in COLUMNS)
    return f"| {name} | {ends.total()} | {counts} | {100 * found / ends.total():.1f} % |"


def main() -> int:
    packs = by_pack()
    total = sum(packs.values(), Counter())
    if not total:
        print("no mutants: `make mutants` makes them", file=sys.stderr)
        return 2
    print(f"| pack | mutants | {' | '.join(COLUMNS)} | found |")
    print("|---|---|---|---|---|---|---|")
    print("\n".join(row(pack, ends) for pack, ends in packs.items()))
    print(row("all", total))
    return 0 if total["killed"] + total["timeout"] >= FLOOR * total.total() else 1


if __name__ == "__main__":
    sys.exit(main())
