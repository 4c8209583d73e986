"""Scores of a whole portfolio; `arrears.domain.scoring.score_case` gives the same for one case."""

from __future__ import annotations

import ibis
import numpy as np
import pyarrow as pa

from arrears.decisioning.features import CaseTableError, case_table, points
from arrears.domain.scoring import REASONS_MAX, Scorecard


def score(table: pa.Table, card: Scorecard) -> pa.Table:
    """case_id, score (int32) and reasons (list of codes, the costliest first), sorted by case id.

    The columns of the table are those of `arrears.decisioning.features`. Raises: CaseTableError.
    """
    cases = case_table(table)
    unknown = set(cases["currency"].unique().to_pylist()) - {each.value for each in card.minor_per_unit}
    if unknown:
        raise CaseTableError(f"the scorecard does not name currency {', '.join(sorted(unknown))}")
    connection = ibis.duckdb.connect()
    try:
        earned = connection.to_pyarrow(points(ibis.memtable(cases), card).order_by("case_id"))
    finally:
        connection.disconnect()
    matrix = np.column_stack([np.asarray(earned[f"points_{c.feature}"]) for c in card.characteristics])
    return pa.table(
        {
            "case_id": earned["case_id"],
            "score": pa.array(matrix.sum(axis=1) + card.base, pa.int32()),
            "reasons": _reasons(matrix, card),
        }
    )


def _reasons(matrix: np.ndarray[tuple[int, int], np.dtype[np.int32]], card: Scorecard) -> pa.Array:
    lost = matrix - np.array([each.most for each in card.characteristics])
    order = np.argsort(lost, axis=1, kind="stable")[:, :REASONS_MAX]
    costs = np.take_along_axis(lost, order, axis=1) < 0
    codes = pa.array([each.reason for each in card.characteristics])
    ends = np.concatenate([[0], np.cumsum(costs.sum(axis=1))]).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(ends), codes.take(pa.array(order[costs])))
