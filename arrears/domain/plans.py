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
    KEPT = "kept"  # all of it was paid, every instalment within grace
    AT_RISK = "at_risk"  # an instalment is late, within grace
    BROKEN = "broken"  # an instalment is late, beyond grace
    CURED = "cured"  # an instalment was missed, and by now everything that is due is paid
    REVIEW = "review"  # the day has come on which what follows is agreed
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

    Receipts after that day do not count; those before the agreement are not handed in. A plan that was broken
    is cured, and no longer active or kept, once all that is due by the day has been paid.
    """
    if plan.cancelled_at is not None:
        return PlanState.CANCELLED
    if plan.agreed_at is None:
        return PlanState.PROPOSED
    short = _first_short(plan, receipts, today)
    if short is not None and today > short.on + timedelta(days=plan.grace_days):
        return PlanState.BROKEN
    if short is not None and today > short.on:
        return PlanState.AT_RISK
    if plan.review_on is not None and today >= plan.review_on:
        return PlanState.REVIEW
    if _was_missed(plan, receipts, today):
        return PlanState.CURED
    over = short is None and plan.review_on is None
    return PlanState.KEPT if over else PlanState.ACTIVE


def is_fulfilled(plan: Plan, receipts: tuple[Receipt, ...], today: date) -> bool:
    """Whether all that was agreed has been paid to the cent, and nothing is left to agree or to forgive."""
    if plan.agreed_at is None or plan.cancelled_at is not None or plan.review_on is not None:
        return False
    if plan.kind is PlanType.SETTLEMENT or _forgives(plan):
        return is_settled(plan, receipts, today)
    return received_by(receipts, today, plan.total) >= plan.total


def stands(plan: Plan, receipts: tuple[Receipt, ...], today: date) -> bool:
    """Whether the agreement holds, so that nothing else is asked for: neither over, broken nor reviewed."""
    state = plan_state(plan, receipts, today)
    if state is PlanState.CURED:
        return plan.review_on is not None or _first_short(plan, receipts, today) is not None
    return state in (PlanState.ACTIVE, PlanState.AT_RISK)


def is_settled(plan: Plan, receipts: tuple[Receipt, ...], today: date) -> bool:
    """Whether a settlement was kept to the cent and in time, so that the rest is forgiven."""
    return _forgives(plan) and plan_state(plan, receipts, today) is PlanState.KEPT


def enough_percent(plan: Plan) -> int:
    """The share of an instalment that counts as paying it; a settlement forgives for the whole of it only."""
    return 100 if plan.kind is PlanType.SETTLEMENT or _forgives(plan) else KEPT_PERCENT


def _forgives(plan: Plan) -> bool:
    """Whether it is a settlement with its rest, also one of which a day was changed since."""
    return plan.waived is not None and plan.kind in (PlanType.SETTLEMENT, PlanType.DATE_CHANGE)


def _first_short(plan: Plan, receipts: tuple[Receipt, ...], day: date) -> Instalment | None:
    """The oldest instalment that had not been paid by the end of the day, whenever it is due."""
    paid, percent = _paid_by(plan, receipts, day), enough_percent(plan)
    pairs = zip(plan.instalments, paid, strict=True)
    return next((item for item, got in pairs if not enough(got, item.amount, percent)), None)


def _was_missed(plan: Plan, receipts: tuple[Receipt, ...], today: date) -> bool:
    """Whether an instalment was short when its grace ended."""
    for number, item in enumerate(plan.instalments):
        last = item.on + timedelta(days=plan.grace_days)
        if last >= today:
            return False
        if not enough(_paid_by(plan, receipts, last)[number], item.amount, enough_percent(plan)):
            return True
    return False


def _paid_by(plan: Plan, receipts: tuple[Receipt, ...], day: date) -> tuple[Money, ...]:
    amounts = tuple(instalment.amount for instalment in plan.instalments)
    return poured(received_by(receipts, day, plan.total), amounts)


def enough(paid: Money, due: Money, percent: int = KEPT_PERCENT) -> bool:
    """Whether the payment counts as the whole of what was due."""
    return paid * 100 >= due * percent


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
