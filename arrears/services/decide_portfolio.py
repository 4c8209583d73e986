"""Score every case, and allocate every case to a strategy; both as runs that are kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from arrears.decisioning.allocate import allocate
from arrears.decisioning.explain import as_json, explanations
from arrears.decisioning.score import score
from arrears.desk import Desk
from arrears.store import columns
from arrears.store.new_ids import new_id


class NothingToDecideError(ValueError):
    """There is no case, or none is scored yet."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What a run did, in numbers."""

    run_id: str
    version: str
    cases: int
    by_name: dict[str, int]  # scores by band of a hundred, or cases by strategy
    gap: float = 0.0  # what the allocation may be short of the proved bound, as a share


def score_portfolio(desk: Desk) -> Decided:
    """A score with reason codes for every case with something owed, overdue or not.

    Raises: NothingToDecideError.
    """
    now, run_id, card = desk.clock.now(), new_id("run"), desk.policy.scorecard
    with desk.store.read() as tx:
        table = columns.case_table(tx, now.date(), upcoming=True)
    if table.num_rows == 0:
        raise NothingToDecideError("there is no case to score; import a portfolio first")
    scored = score(table, card)
    bands = Counter(f"{points // 100 * 100}+" for points in scored["score"].to_pylist())
    by_band = dict(sorted(bands.items()))
    with desk.store.write() as tx:
        columns.save_run(tx, run_id, "score", version=card.version, at=now, summary=by_band)
        columns.save_scores(tx, run_id, scored)
    return Decided(run_id, card.version, scored.num_rows, by_band)


def allocate_portfolio(desk: Desk) -> Decided:
    """A strategy for every overdue case that is scored, within capacities. Raises: NothingToDecideError."""
    now, run_id, policy = desk.clock.now(), new_id("run"), desk.policy.strategies
    with desk.store.read() as tx:
        last = columns.last_run(tx, "score")
        if last is None:
            raise NothingToDecideError("no case is scored; run `arrears score` first")
        table, scores = columns.case_table(tx, now.date()), columns.score_table(tx, last.id)
    if table.num_rows == 0:
        raise NothingToDecideError("no case is overdue; there is nothing to collect")
    result = allocate(table, scores, policy)
    why: dict[str, dict[str, object]] = {
        each.case_id: as_json(each) for each in explanations(table, scores, policy, result)
    }
    by_strategy = dict(sorted(Counter(result.assignments["strategy"].to_pylist()).items()))
    summary = {
        "cases": by_strategy,
        "use": dict(result.use),
        "capacity": dict(result.capacity),
        "prices_milli": dict(result.prices_milli),
        "gap": result.gap,
    }
    with desk.store.write() as tx:
        columns.save_run(tx, run_id, "allocation", version=policy.version, at=now, summary=summary)
        columns.save_assignments(tx, run_id, result.assignments, why)
    return Decided(run_id, policy.version, table.num_rows, by_strategy, result.gap)
