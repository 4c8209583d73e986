"""Plans and promises as they were agreed, and the outcomes that money and the calendar gave them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from arrears.domain.ids import CaseId, ConversationId, OfferId, PlanId, PromiseId
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.plans import Instalment, Plan
from arrears.domain.promises import Promise, PromiseOutcome, promises_of
from arrears.store.tables.money import plan_cancellations, plans, promise_outcomes, promises


def append_plan(tx: Connection, plan: Plan, offer_id: OfferId) -> None:
    """Store an agreed plan with one promise per instalment.

    Raises: IntegrityError when the offer was agreed before; ValueError when nobody agreed to the plan.
    """
    made = promises_of(plan)
    tx.execute(
        insert(plans).values(
            id=plan.id,
            case_id=plan.case_id,
            offer_id=offer_id,
            conversation_id=plan.conversation_id,
            frequency=plan.frequency,
            left_due_minor=plan.left_due.minor,
            currency=plan.left_due.currency,
            grace_days=plan.grace_days,
            authority_version=plan.authority_version,
            proposed_at=plan.proposed_at,
            agreed_at=plan.agreed_at,
            kind=plan.kind,
            waived_minor=None if plan.waived is None else plan.waived.minor,
            review_on=plan.review_on,
            takings_percent=plan.takings_percent,
            changes=plan.changes,
        )
    )
    rows = [_promise_row(promise, seq) for seq, promise in enumerate(made, start=1)]
    if rows:
        tx.execute(insert(promises), rows)


def replace_earlier(tx: Connection, plan: Plan) -> tuple[PlanId, ...]:
    """Cancel every earlier plan of the case that is neither cancelled nor all decided; which those were.

    What is left open of them is asked for no more: the new plan covers it.
    """
    replaced = tuple(
        earlier.id
        for earlier in plans_of(tx, plan.case_id)
        if earlier.id != plan.id
        and earlier.cancelled_at is None
        and len(outcomes_of(tx, earlier.id)) < len(earlier.instalments)
    )
    for plan_id in replaced:
        tx.execute(insert(plan_cancellations).values(plan_id=plan_id, by="replaced", at=plan.agreed_at))
    return replaced


def plans_of(tx: Connection, case_id: CaseId) -> tuple[Plan, ...]:
    """Every plan of the case, the latest last."""
    rows = tx.execute(
        select(plans, plan_cancellations.c.at.label("cancelled_at"))
        .outerjoin(plan_cancellations)
        .where(plans.c.case_id == case_id)
        .order_by(plans.c.agreed_at, plans.c.id)
    )
    return tuple(_plan(row, promises_for(tx, PlanId(row.id))) for row in rows)


def standing_plan(tx: Connection, case_id: CaseId) -> Plan | None:
    """The plan the case has now: the last one agreed that is neither cancelled nor all decided."""
    for plan in reversed(plans_of(tx, case_id)):
        decided = outcomes_of(tx, plan.id)
        if plan.cancelled_at is None and len(decided) < len(plan.instalments):
            broken = PromiseOutcome.BROKEN in decided.values()
            return None if broken else plan
    return None


def promises_for(tx: Connection, plan_id: PlanId) -> tuple[Promise, ...]:
    """The promises of the plan, in order."""
    rows = tx.execute(select(promises).where(promises.c.plan_id == plan_id).order_by(promises.c.seq))
    return tuple(_promise(row) for row in rows)


def open_plans(tx: Connection) -> tuple[tuple[CaseId, PlanId], ...]:
    """Plans with a promise that has no outcome yet."""
    rows = tx.execute(
        select(promises.c.case_id, promises.c.plan_id)
        .outerjoin(promise_outcomes)
        .where(promise_outcomes.c.promise_id.is_(None))
        .distinct()
        .order_by(promises.c.plan_id)
    )
    return tuple((CaseId(row.case_id), PlanId(row.plan_id)) for row in rows)


def outcomes_of(tx: Connection, plan_id: PlanId) -> dict[PromiseId, PromiseOutcome]:
    """The outcomes written so far; an open promise has none."""
    rows = tx.execute(
        select(promise_outcomes).join(promises).where(promises.c.plan_id == plan_id).order_by(promises.c.seq)
    )
    return {PromiseId(row.promise_id): PromiseOutcome(row.outcome) for row in rows}


def append_outcome(tx: Connection, promise_id: PromiseId, outcome: PromiseOutcome, at: datetime) -> None:
    """Write what became of a promise. Raises: IntegrityError when it is written already."""
    tx.execute(insert(promise_outcomes).values(promise_id=promise_id, outcome=outcome, at=at))


def broken_promises(tx: Connection, case_id: CaseId) -> int:
    """How many promises of the case were broken."""
    query = (
        select(promise_outcomes.c.promise_id)
        .join(promises)
        .where(promises.c.case_id == case_id, promise_outcomes.c.outcome == PromiseOutcome.BROKEN)
    )
    return len(tx.execute(query).all())


def _promise_row(promise: Promise, seq: int) -> dict[str, Any]:
    return {
        "id": promise.id,
        "plan_id": promise.plan_id,
        "case_id": promise.case_id,
        "seq": seq,
        "due_on": promise.on,
        "amount_minor": promise.amount.minor,
        "currency": promise.amount.currency,
    }


def _promise(row: Row[Any]) -> Promise:
    return Promise(
        id=PromiseId(row.id),
        plan_id=PlanId(row.plan_id),
        case_id=CaseId(row.case_id),
        on=row.due_on,
        amount=Money(row.amount_minor, Currency(row.currency)),
    )


def _plan(row: Row[Any], made: tuple[Promise, ...]) -> Plan:
    currency = Currency(row.currency)
    return Plan(
        id=PlanId(row.id),
        case_id=CaseId(row.case_id),
        conversation_id=ConversationId(row.conversation_id),
        instalments=tuple(Instalment(promise.on, promise.amount) for promise in made),
        frequency=None if row.frequency is None else Frequency(row.frequency),
        left_due=Money(row.left_due_minor, currency),
        grace_days=row.grace_days,
        authority_version=row.authority_version,
        proposed_at=row.proposed_at,
        agreed_at=row.agreed_at,
        cancelled_at=row.cancelled_at,
        kind=PlanType(row.kind),
        waived=None if row.waived_minor is None else Money(row.waived_minor, currency),
        review_on=row.review_on,
        takings_percent=row.takings_percent,
        changes=None if row.changes is None else PlanId(row.changes),
    )
