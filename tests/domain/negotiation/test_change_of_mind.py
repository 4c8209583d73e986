"""What may be taken back without a person, and how often it was: both sides of each boundary."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from arrears.domain.ids import CaseId, ConversationId, PlanId
from arrears.domain.negotiation.agreed import offer_of_plan
from arrears.domain.negotiation.change_of_mind import differs, is_open_to_change, times_changed
from arrears.domain.negotiation.offers import Proposal
from arrears.domain.plans import Instalment, Plan
from tests.builders.negotiating import M, W, usd

AGREED_ON, FIRST = date(2026, 5, 4), date(2026, 5, 8)
AT = datetime(2026, 5, 4, 12, tzinfo=UTC)
PLAN = Plan(
    id=PlanId("plan-1"),
    case_id=CaseId("case-1"),
    conversation_id=ConversationId("talk-1"),
    instalments=(Instalment(FIRST, usd(100)), Instalment(date(2026, 6, 8), usd(100))),
    frequency=M,
    left_due=usd(0),
    grace_days=3,
    authority_version="test",
    proposed_at=AT,
    agreed_at=AT,
)


@pytest.mark.parametrize(
    ("today", "paid", "waived", "is_open"),
    [
        (AGREED_ON, False, False, True),
        (date(2026, 5, 7), False, False, True),
        (FIRST, False, False, False),
        (date(2026, 5, 7), True, False, False),
        (date(2026, 5, 7), False, True, False),
    ],
)
def test_it_is_open_until_something_is_due_or_paid(
    today: date, paid: bool, waived: bool, is_open: bool
) -> None:
    plan = replace(PLAN, waived=usd(50) if waived else None)
    assert is_open_to_change(plan, (plan,), today=today, agreed_on=AGREED_ON, paid=paid) is is_open


def test_a_payment_for_today_is_open_on_the_day_it_was_agreed() -> None:
    plan = replace(PLAN, instalments=(Instalment(AGREED_ON, usd(100)),), frequency=None)
    assert is_open_to_change(plan, (plan,), today=AGREED_ON, agreed_on=AGREED_ON, paid=False)


def test_of_a_moved_day_the_first_one_counts() -> None:
    moved = (Instalment(date(2026, 5, 20), usd(100)), *PLAN.instalments[1:])
    plan = replace(PLAN, id=PlanId("plan-2"), changes=PLAN.id, instalments=moved)
    for today, is_open in ((date(2026, 5, 7), True), (FIRST, False)):
        found = is_open_to_change(plan, (PLAN, plan), today=today, agreed_on=AGREED_ON, paid=False)
        assert found is is_open


@pytest.mark.parametrize(("day", "times"), [(4, 1), (7, 1), (8, 0), (20, 0)])
def test_only_what_was_cancelled_before_its_first_day_counts(day: int, times: int) -> None:
    plan = replace(PLAN, cancelled_at=datetime(2026, 5, day, 13, tzinfo=UTC))
    assert times_changed((plan, PLAN), lambda at: at.date()) == times


@pytest.mark.parametrize(
    ("said", "other"),
    [
        (Proposal(), False),
        (Proposal(amount=usd(100)), False),
        (Proposal(amount=usd(200), count=2, frequency=M), False),
        (Proposal(on=date(2026, 5, 20)), False),  # another day is moved, not agreed anew
        (Proposal(amount=usd(90)), True),
        (Proposal(frequency=W), True),
        (Proposal(count=3), True),
        (Proposal(full=True), True),
        (Proposal(share_percent=50), True),
    ],
)
def test_other_sums_or_another_rhythm_are_other_terms(said: Proposal, other: bool) -> None:
    assert differs(said, offer_of_plan(PLAN)) is other
