"""Welcome a plan that begins, in writing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from arrears.contact.writing import Occasion, is_written, plan_occasion, write_each
from arrears.desk import Desk
from arrears.dialogue.answering import day_of
from arrears.domain.contact_policy import LifeContact
from arrears.domain.negotiation.agreed import offer_of_plan
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.plans import Plan, stands
from arrears.store import Tx, plans

BEGINS_WITHIN = timedelta(days=2)
"""A plan that was agreed longer ago has begun."""


def welcome_plans(desk: Desk) -> int:
    """Plan a welcome for every plan that has begun, after the policy's wait; returns how many."""
    with desk.store.read() as tx:
        begun = plans.agreed_since(tx, desk.clock.now() - BEGINS_WITHIN)
        found = [_welcome(tx, desk, plans.load(tx, plan_id)) for _, plan_id in begun]
    return write_each(desk, [occasion for occasion in found if occasion is not None])


def _welcome(tx: Tx, desk: Desk, plan: Plan) -> Occasion | None:
    now, wait = desk.clock.now(), timedelta(minutes=desk.policy.contacts.welcome_after_minutes)
    if plan.kind is PlanType.PAY_NOW or plan.agreed_at is None or now < plan.agreed_at + wait:
        return None
    occasion = replace(plan_occasion(tx, LifeContact.WELCOME, plan, plan.id), terms=offer_of_plan(plan))
    begins = stands(plan, plans.receipts_for(tx, plan), day_of(tx, occasion.case.owner_id, now))
    return occasion if begins and not is_written(tx, occasion) else None
