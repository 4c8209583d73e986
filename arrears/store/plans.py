"""Plans and promises as they were agreed, and the outcomes that money and the calendar gave them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, Subquery, bindparam, func, insert, or_, select

from arrears.domain.ids import CaseId, ConversationId, OfferId, PlanId, PromiseId
from arrears.domain.language.readings import Frequency
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.plan_types import PlanType
from arrears.domain.plans import Instalment, Plan, Receipt, stands
from arrears.domain.promises import Promise, PromiseOutcome, promises_of
from arrears.store import ledger
from arrears.store.memory import remembered
from arrears.store.tables.money import plan_cancellations, plans, promise_outcomes, promises

_OF_CASE = (
    select(plans, plan_cancellations.c.at.label("cancelled_at"))
    .outerjoin(plan_cancellations)
    .where(plans.c.case_id == bindparam("case_id"))
    .order_by(plans.c.agreed_at, plans.c.id)
)

_PROMISES_OF = select(promises).where(promises.c.plan_id == bindparam("plan_id")).order_by(promises.c.seq)


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
    """Cancel every earlier plan of the case that is neither cancelled nor over; which those were.

    What is left open of them is asked for no more: the new plan covers it.
    """
    replaced = tuple(
        earlier.id
        for earlier in plans_of(tx, plan.case_id)
        if earlier.id != plan.id and earlier.cancelled_at is None and not _is_over(tx, earlier)
    )
    for plan_id in replaced:
        tx.execute(insert(plan_cancellations).values(plan_id=plan_id, by="replaced", at=plan.agreed_at))
    return replaced


def cancel(tx: Connection, plan_id: PlanId, *, by: str, at: datetime) -> None:
    """Write that the plan is cancelled: none of its promises is decided any more.

    Raises: IntegrityError when it was cancelled before.
    """
    tx.execute(insert(plan_cancellations).values(plan_id=plan_id, by=by, at=at))


def taken_back(tx: Connection, case_id: CaseId, by: str) -> tuple[Plan, ...]:
    """The plans of the case that were cancelled by `by`, the latest last."""
    cancelled = plan_cancellations.join(plans)
    query = select(plans.c.id).select_from(cancelled)
    query = query.where(plans.c.case_id == case_id, plan_cancellations.c.by == by)
    ids = set(tx.execute(query).scalars())
    return tuple(plan for plan in plans_of(tx, case_id) if plan.id in ids)


def _is_over(tx: Connection, plan: Plan) -> bool:
    """Whether all of it is decided, and no new plan was to follow."""
    decided = outcomes_of(tx, plan.id).values()
    complete = len(decided) == len(plan.instalments) and PromiseOutcome.OPEN not in decided
    return complete and plan.review_on is None


@remembered(plans, plan_cancellations, promises)
def plans_of(tx: Connection, case_id: CaseId) -> tuple[Plan, ...]:
    """Every plan of the case, the latest last."""
    rows = tx.execute(_OF_CASE, {"case_id": case_id})
    return tuple(_plan(row, promises_for(tx, PlanId(row.id))) for row in rows)


def standing_plan(tx: Connection, case_id: CaseId, today: date) -> Plan | None:
    """The agreement the case has on a day of the borrower's calendar, by what has been paid until then.

    The last one agreed, unless it is cancelled, over, broken, or has come to its review. One that was broken
    stands again once it is paid up.
    """
    last = last_plan(tx, case_id)
    if last is None:
        return None
    return last if stands(last, receipts_for(tx, last), today) else None


def last_plan(tx: Connection, case_id: CaseId) -> Plan | None:
    """The last plan that was agreed on the case and not cancelled, whatever became of it."""
    agreed = [plan for plan in plans_of(tx, case_id) if plan.cancelled_at is None]
    return agreed[-1] if agreed else None


def receipts_for(tx: Connection, plan: Plan) -> tuple[Receipt, ...]:
    """What has arrived since the plan was agreed; nothing for one that nobody agreed to."""
    if plan.agreed_at is None:
        return ()
    # A yes is written down a microsecond after its offer, to show the order on a clock that stands still.
    return ledger.receipts_since(tx, plan.case_id, plan.agreed_at - timedelta(microseconds=1))


def load(tx: Connection, plan_id: PlanId) -> Plan:
    """The plan. Raises: LookupError."""
    case_id = tx.execute(select(plans.c.case_id).where(plans.c.id == plan_id)).scalar_one_or_none()
    if case_id is None:
        raise LookupError(f"no plan {plan_id}")
    return next(plan for plan in plans_of(tx, CaseId(case_id)) if plan.id == plan_id)


def plan_of_promise(tx: Connection, promise_id: PromiseId) -> Plan:
    """The plan that the promise is part of. Raises: LookupError."""
    plan_id = tx.execute(select(promises.c.plan_id).where(promises.c.id == promise_id)).scalar_one_or_none()
    if plan_id is None:
        raise LookupError(f"no promise {promise_id}")
    return load(tx, PlanId(plan_id))


def promises_for(tx: Connection, plan_id: PlanId) -> tuple[Promise, ...]:
    """The promises of the plan, in order."""
    return tuple(_promise(row) for row in tx.execute(_PROMISES_OF, {"plan_id": plan_id}))


def open_plans(tx: Connection) -> tuple[tuple[CaseId, PlanId], ...]:
    """Plans that the calendar may still change: a promise is open, or a review is to come."""
    held = current_outcomes()
    undecided = (
        select(promises.c.plan_id)
        .outerjoin(held, held.c.promise_id == promises.c.id)
        .where(or_(held.c.outcome.is_(None), held.c.outcome == PromiseOutcome.OPEN))
    )
    rows = tx.execute(
        select(plans.c.case_id, plans.c.id)
        .outerjoin(plan_cancellations)
        .where(
            plan_cancellations.c.plan_id.is_(None),
            or_(plans.c.id.in_(undecided), plans.c.review_on.is_not(None)),
        )
        .order_by(plans.c.id)
    )
    return tuple((CaseId(row.case_id), PlanId(row.id)) for row in rows)


def agreed_since(tx: Connection, since: datetime) -> tuple[tuple[CaseId, PlanId], ...]:
    """Plans agreed after an instant and not cancelled, the earliest first."""
    rows = tx.execute(
        select(plans.c.case_id, plans.c.id)
        .outerjoin(plan_cancellations)
        .where(plans.c.agreed_at > since, plan_cancellations.c.plan_id.is_(None))
        .order_by(plans.c.agreed_at, plans.c.id)
    )
    return tuple((CaseId(row.case_id), PlanId(row.id)) for row in rows)


def plans_due_between(tx: Connection, first: date, last: date) -> tuple[tuple[CaseId, PlanId], ...]:
    """Plans that are not cancelled and have an instalment on the days, both included."""
    rows = tx.execute(
        select(promises.c.case_id, promises.c.plan_id)
        .outerjoin(plan_cancellations, plan_cancellations.c.plan_id == promises.c.plan_id)
        .where(promises.c.due_on >= first, promises.c.due_on <= last, plan_cancellations.c.plan_id.is_(None))
        .distinct()
        .order_by(promises.c.plan_id)
    )
    return tuple((CaseId(row.case_id), PlanId(row.plan_id)) for row in rows)


def current_outcomes() -> Subquery:
    """For each promise that has one the outcome that holds now, OPEN included: promise_id, outcome."""
    later = promise_outcomes.alias("later")
    superseded = select(later.c.seq).where(
        later.c.promise_id == promise_outcomes.c.promise_id, later.c.seq > promise_outcomes.c.seq
    )
    query = select(promise_outcomes.c.promise_id, promise_outcomes.c.outcome)
    return query.where(~superseded.exists()).subquery("held")


def outcomes_of(tx: Connection, plan_id: PlanId) -> dict[PromiseId, PromiseOutcome]:
    """The outcomes that hold now; a promise that was never decided has none, one that was reopened OPEN."""
    held = current_outcomes()
    rows = tx.execute(
        select(held)
        .join(promises, promises.c.id == held.c.promise_id)
        .where(promises.c.plan_id == plan_id)
        .order_by(promises.c.seq)
    )
    return {PromiseId(row.promise_id): PromiseOutcome(row.outcome) for row in rows}


def append_outcome(tx: Connection, promise_id: PromiseId, outcome: PromiseOutcome, at: datetime) -> None:
    """Write what became of a promise; it supersedes what was written before, and that stays."""
    o = promise_outcomes.c
    last = tx.execute(select(func.coalesce(func.max(o.seq), 0)).where(o.promise_id == promise_id))
    seq = last.scalar_one() + 1
    tx.execute(insert(promise_outcomes).values(promise_id=promise_id, seq=seq, outcome=outcome, at=at))


def broken_promises(tx: Connection, case_id: CaseId) -> int:
    """How many promises of the case are broken."""
    return _count(tx, case_id, PromiseOutcome.BROKEN)


def kept_promises(tx: Connection, case_id: CaseId) -> int:
    """How many promises of the case are kept."""
    return _count(tx, case_id, PromiseOutcome.KEPT)


def _count(tx: Connection, case_id: CaseId, outcome: PromiseOutcome) -> int:
    held = current_outcomes()
    query = (
        select(func.count())
        .select_from(held)
        .join(promises, promises.c.id == held.c.promise_id)
        .where(promises.c.case_id == case_id, held.c.outcome == outcome)
    )
    return int(tx.execute(query).scalar_one())


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
