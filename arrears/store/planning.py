"""Which cases are due for a planned contact: assigned, reachable, and not yet written to in this step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, and_, func, select

from arrears.domain.ids import CaseId
from arrears.store.tables.contact import outreach
from arrears.store.tables.people import assignments, cases, runs


@dataclass(frozen=True, slots=True)
class Assigned:
    """A case with its strategy, and when it was first given it."""

    case_id: CaseId
    strategy: str
    since: datetime


def treated_cases(tx: Connection) -> tuple[Assigned, ...]:
    """Cases of the last allocation run that may be contacted: the holdout arm is left alone."""
    run = tx.execute(
        select(runs.c.id).where(runs.c.kind == "allocation").order_by(runs.c.at.desc()).limit(1)
    ).scalar_one_or_none()
    if run is None:
        return ()
    earlier = assignments.alias("earlier")
    since = (
        select(func.min(runs.c.at))
        .join(earlier, earlier.c.run_id == runs.c.id)
        .where(and_(earlier.c.case_id == assignments.c.case_id, earlier.c.strategy == assignments.c.strategy))
        .scalar_subquery()
    )
    a = assignments.c
    rows = tx.execute(
        select(a.case_id, a.strategy, since.label("since"))
        .where(a.run_id == run, a.arm == "treated")
        .order_by(a.case_id)
    )
    return tuple(Assigned(CaseId(row.case_id), row.strategy, row.since) for row in rows)


def due_between(tx: Connection, first: date, last: date) -> tuple[CaseId, ...]:
    """Cases whose due date is on the days, both included."""
    c = cases.c
    rows = tx.execute(select(c.id).where(c.due_on >= first, c.due_on <= last).order_by(c.due_on, c.id))
    return tuple(CaseId(row.id) for row in rows)


def planned_ids(tx: Connection) -> frozenset[str]:
    """The ids of every planned contact; they are derived from case and step."""
    rows = tx.execute(select(outreach.c.id).where(outreach.c.answers.is_(None)))
    return frozenset(row.id for row in rows)
