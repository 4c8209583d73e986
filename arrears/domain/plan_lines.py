"""A plan as its borrower sees it: each payment, what has come for it, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from arrears.domain.money import Money, total
from arrears.domain.plans import Plan, Receipt, enough, enough_percent, poured, received_by


class LineState(StrEnum):
    """Where one payment of a plan stands."""

    PAID = "paid"
    DUE = "due"  # today or later
    LATE = "late"  # within the days of grace
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One payment of a plan."""

    number: int  # from 1
    on: date
    amount: Money
    paid: Money
    state: LineState

    @property
    def left(self) -> Money:
        """What is still to come; nothing once enough has."""
        zero = Money.zero(self.amount.currency)
        return zero if self.state is LineState.PAID else self.amount - self.paid


def plan_lines(plan: Plan, receipts: tuple[Receipt, ...], today: date) -> tuple[PlanLine, ...]:
    """The payments in their order; money fills the oldest first.

    `receipts` are those since the plan was agreed; `today` is on the borrower's calendar.
    """
    amounts = tuple(item.amount for item in plan.instalments)
    shares = poured(received_by(receipts, today, plan.total), amounts)
    return tuple(
        PlanLine(number, item.on, item.amount, paid, _state(plan, item.on, item.amount, paid, today))
        for number, (item, paid) in enumerate(zip(plan.instalments, shares, strict=True), start=1)
    )


def due_now(lines: tuple[PlanLine, ...], balance: Money, today: date) -> Money:
    """What would bring the plan up to date: all due by today, else the next payment, else the balance.

    Never above the balance.
    """
    open_ones = [line for line in lines if line.left.minor > 0]
    by_today = [line.left for line in open_ones if line.on <= today]
    asked = total(by_today or [line.left for line in open_ones[:1]], balance.currency)
    return min(asked, balance) if asked else balance


def _state(plan: Plan, on: date, amount: Money, paid: Money, today: date) -> LineState:
    if enough(paid, amount, enough_percent(plan)):
        return LineState.PAID
    if today <= on:
        return LineState.DUE
    return LineState.LATE if today <= on + timedelta(days=plan.grace_days) else LineState.MISSED
