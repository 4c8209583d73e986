"""A plan of two Fridays in May, and the money that comes for it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from arrears.domain.ids import CaseId, PlanId
from arrears.domain.money import Currency, Money
from arrears.domain.plans import Instalment, Plan, Receipt

AT = datetime(2026, 5, 4, 12, tzinfo=UTC)
GRACE = 3


def usd(minor: int) -> Money:
    return Money(minor, Currency.USD)


def may(day: int, minor: int = 100_00) -> Receipt:
    return Receipt(date(2026, 5, day), usd(minor))


PLAN = Plan(
    id=PlanId("plan-1"),
    case_id=CaseId("case-1"),
    conversation_id=None,
    instalments=(Instalment(date(2026, 5, 8), usd(100_00)), Instalment(date(2026, 5, 15), usd(100_00))),
    frequency=None,
    left_due=usd(0),
    grace_days=GRACE,
    authority_version="test",
    proposed_at=AT,
    agreed_at=AT,
)
