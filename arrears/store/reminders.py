"""The minute of the day at which a borrower wants to be reminded. Appended; the last one holds."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select

from arrears.domain.ids import PlanId
from arrears.domain.plans import Plan
from arrears.domain.promises import MINUTES_OF_DAY
from arrears.store.tables.money import plan_reminders, plans


def append_reminder(tx: Connection, plan_id: PlanId, minute: int, *, key: str, at: datetime) -> bool:
    """Keep the chosen minute of the borrower's day; False when this key chose before: nothing changes.

    Raises: ValueError for a minute that no day has.
    """
    if not 0 <= minute < MINUTES_OF_DAY:
        raise ValueError("a minute of the day is from 0 to 1439")
    if tx.execute(select(plan_reminders.c.id).where(plan_reminders.c.id == key)).one_or_none() is not None:
        return False
    tx.execute(insert(plan_reminders).values(id=key, plan_id=plan_id, minute=minute, at=at))
    return True


def minute_of(tx: Connection, plan: Plan) -> int | None:
    """The minute chosen last for the plan, or else for the one whose day it changed; None when none was."""
    asked: PlanId | None = plan.id
    while asked is not None:
        chosen = _last_of(tx, asked)
        if chosen is not None:
            return chosen
        asked = tx.execute(select(plans.c.changes).where(plans.c.id == asked)).scalar_one_or_none()
    return None


def _last_of(tx: Connection, plan_id: PlanId) -> int | None:
    r = plan_reminders.c
    query = select(r.minute).where(r.plan_id == plan_id).order_by(r.at.desc(), r.id.desc()).limit(1)
    minute: int | None = tx.execute(query).scalar_one_or_none()
    return minute
