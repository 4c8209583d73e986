"""A plan: dated instalments that were agreed, and the state that money and the calendar give it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from arrears.domain.ids import CaseId, ConversationId, PlanId
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Money, total
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.times import require_aware

KEPT_PERCENT = 95
"""Share of an instalment that counts as paying it: the definition of the kept rate."""


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment of a plan."""

    on: date  # due day, on the borrower's calendar
    amount: Money


@dataclass(frozen=True, slots=True)
class Receipt:
    """Money that arrived for a plan.

    A payment that was taken back is a negative receipt on the day of the payment, so that it never counts.
    """

    on: date
    amount: Money


class PlanState(StrEnum):
    """Where a plan stands."""

    PROPOSED = "proposed"  # no explicit yes yet
    ACTIVE = "active"
    KEPT = "kept"
    AT_RISK = "at_risk"  # an instalment is late, within grace
    BROKEN = "broken"  # an instalment is late, beyond grace; paying it up makes the plan active again
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Plan:
    """What was agreed with a borrower, and under which policy."""

    id: PlanId
    case_id: CaseId
    conversation_id: ConversationId | None  # None when a person entered it
    instalments: tuple[Instalment, ...]  # by date, at least one
    frequency: Frequency | None  # None for a single date
    left_due: Money  # what the plan does not cover and stays due
    grace_days: int
    authority_version: str
    proposed_at: datetime
    agreed_at: datetime | None = None
    cancelled_at: datetime | None = None
    kind: PlanType = PlanType.INSTALMENTS
    waived: Money | None = None  # forgiven by a settlement once all of it is paid
    review_on: date | None = None  # what follows is agreed then; a plan without instalments ends there
    takings_percent: int | None = None  # of the takings, with instalments as the least
    changes: PlanId | None = None  # the plan whose day this one changed

    def __post_init__(self) -> None:
        for at in (self.proposed_at, self.agreed_at, self.cancelled_at):
            if at is not None:
                require_aware(at)
        days = [instalment.on for instalment in self.instalments]
        if (not days and self.review_on is None) or any(
            later <= earlier for earlier, later in pairwise(days)
        ):
            raise ValueError(f"plan {self.id} needs instalments in date order, one a day at most")
        if any(instalment.amount.minor <= 0 for instalment in self.instalments):
            raise ValueError(f"plan {self.id} has an instalment without an amount")

    @property
    def total(self) -> Money:
        """All instalments together."""
        return total([instalment.amount for instalment in self.instalments], self.left_due.currency)


def plan_state(plan: Plan, receipts: tuple[Receipt, ...], today: date) -> PlanState:
    """The state on a day of the borrower's calendar, from what has arrived since the plan was agreed.

    Receipts after that day do not count; those before the agreement are not handed in.
    """
    if plan.cancelled_at is not None:
        return PlanState.CANCELLED
    if plan.agreed_at is None:
        return PlanState.PROPOSED
    amounts = tuple(instalment.amount for instalment in plan.instalments)
    paid = poured(received_by(receipts, today, plan.total), amounts)
    short = [item for item, got in zip(plan.instalments, paid, strict=True) if not enough(got, item.amount)]
    if not short:
        return PlanState.KEPT
    oldest = short[0].on
    if today > oldest + timedelta(days=plan.grace_days):
        return PlanState.BROKEN
    return PlanState.AT_RISK if today > oldest else PlanState.ACTIVE


def enough(paid: Money, due: Money) -> bool:
    """Whether the payment counts as the whole of what was due."""
    return paid * 100 >= due * KEPT_PERCENT


def received_by(receipts: tuple[Receipt, ...], day: date, like: Money) -> Money:
    """Net money received up to and including the day, in the currency of `like`; never below zero."""
    net = total([receipt.amount for receipt in receipts if receipt.on <= day], like.currency)
    return max(net, Money.zero(like.currency))


def poured(money: Money, amounts: tuple[Money, ...]) -> tuple[Money, ...]:
    """The money laid over the amounts in their order, each filled before the next one gets any."""
    paid: list[Money] = []
    for amount in amounts:
        paid.append(min(money, amount))
        money = money - paid[-1]
    return tuple(paid)
