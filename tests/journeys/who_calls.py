"""People who call us, each once. They never agreed to calls of ours, so that no other journey plays them."""

from __future__ import annotations

from tests.journeys.borrowers import Borrower, pick, played, reachable_rows, write
from tests.journeys.callers import Callers
from tests.journeys.stage import CAST, Stage
from tests.journeys.telephone import OPEN, at
from tools.fleet import run


def callers(stage: Stage, count: dict[tuple[str, str], int], after: int = 0) -> Callers:
    """So many of each kind, imported now, at an hour at which our people are there; `after` others."""
    found = {kind: _imported(stage, kind, number, after) for kind, number in count.items()}
    at(stage, OPEN)
    return Callers(stage, found)


def _imported(stage: Stage, kind: tuple[str, str], count: int, after: int) -> list[Borrower]:
    """Borrowers of whom nobody has heard yet."""
    unplayed = pick(reachable_rows(), kind, 1000, CAST[kind])
    rows = [row for row in unplayed if row["voice_consent"] != "yes"][::-1][after : after + count]
    file = write(stage.world.folder / f"who-calls-{kind[1]}-{after}.csv", rows)
    report = stage.world.folder / "who-calls-rejected.csv"
    run(["arrears", "import", str(file), f"--report={report}"], stage.world.env)
    return played(rows)
