"""Promises with the lender's own loan numbers, for the lender's systems."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from arrears.domain.money import Currency, Money
from arrears.domain.promises import PromiseOutcome
from arrears.store.plans import current_outcomes
from arrears.store.tables.money import promises
from arrears.store.tables.people import cases


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """One promise and what became of it."""

    id: str
    case_id: str
    lender_ref: str
    due_on: date
    amount: Money
    outcome: PromiseOutcome


def promises_between(tx: Connection, first: date, last: date) -> tuple[PromiseRow, ...]:
    """Promises due on the days, both included, oldest first."""
    p, held = promises.c, current_outcomes()
    rows = tx.execute(
        select(promises, cases.c.lender_ref, held.c.outcome)
        .join(cases, cases.c.id == p.case_id)
        .outerjoin(held, held.c.promise_id == p.id)
        .where(p.due_on >= first, p.due_on <= last)
        .order_by(p.due_on, p.id)
    )
    return tuple(
        PromiseRow(
            id=row.id,
            case_id=row.case_id,
            lender_ref=row.lender_ref,
            due_on=row.due_on,
            amount=Money(row.amount_minor, Currency(row.currency)),
            outcome=PromiseOutcome(row.outcome or PromiseOutcome.OPEN),
        )
        for row in rows
    )
