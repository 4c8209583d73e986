"""From an offer to the plan that a yes makes of it, and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from arrears.domain.ids import CaseId, ConversationId, PlanId
from arrears.domain.money import Money
from arrears.domain.negotiation.offers import Offer
from arrears.domain.negotiation.plan_builders import still_open
from arrears.domain.plans import Plan


def offer_of_plan(plan: Plan) -> Offer:
    """The terms that were agreed, as they are read out."""
    return Offer(
        instalments=plan.instalments,
        frequency=plan.frequency,
        left_due=plan.left_due,
        kind=plan.kind,
        waived=plan.waived,
        review_on=plan.review_on,
        takings_percent=plan.takings_percent,
    )


def left_of_plan(plan: Plan, paid: Money) -> Offer:
    """The agreed terms less what was paid on them; as they were agreed where nothing of them is open."""
    return less_paid(offer_of_plan(plan), paid)


def less_paid(offer: Offer, paid: Money) -> Offer:
    """The same of terms that nobody has agreed to yet."""
    left = tuple(still_open(offer, paid).values())
    if not paid or not left:
        return offer
    return replace(offer, instalments=left, frequency=offer.frequency if len(left) > 1 else None)


def plan_of_offer(
    offer: Offer,
    *,
    id: PlanId,
    case_id: CaseId,
    conversation_id: ConversationId,
    grace_days: int,
    authority_version: str,
    proposed_at: datetime,
    agreed_at: datetime,
    changes: PlanId | None,
) -> Plan:
    """The plan that a yes to the offer makes. `changes` is the plan whose day it moves."""
    return Plan(
        id=id,
        case_id=case_id,
        conversation_id=conversation_id,
        instalments=offer.instalments,
        frequency=offer.frequency,
        left_due=offer.left_due,
        grace_days=grace_days,
        authority_version=authority_version,
        proposed_at=proposed_at,
        agreed_at=agreed_at,
        kind=offer.kind,
        waived=offer.waived,
        review_on=offer.review_on,
        takings_percent=offer.takings_percent,
        changes=changes,
    )
