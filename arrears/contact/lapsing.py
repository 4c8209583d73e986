"""Whether a planned contact has lost its reason since: what was late is paid, what was agreed is off.

And whether what was decided is heard already, or can no longer be agreed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from arrears.desk import Desk
from arrears.dialogue.answering import day_of
from arrears.dialogue.approving import conversations_told, obstacle_now, waiting_for_yes
from arrears.domain.approvals import APPROVAL_STEP, ApprovalOutcome, Obstacle, approval_told_by
from arrears.domain.cases import Case
from arrears.domain.contact_policy import PAGE_ASKED_FOR, LifeContact, subject_of
from arrears.domain.ids import PaymentId, PlanId, PromiseId
from arrears.domain.outreach import Outreach
from arrears.domain.plans import PlanState, enough_percent, is_fulfilled, plan_state, stands
from arrears.domain.promises import is_paid, promises_of
from arrears.store import Tx, approvals, cases, ledger, plans


@dataclass(frozen=True, slots=True)
class _Planned:
    """A contact that was planned, and the day it is looked at again."""

    tx: Tx
    case: Case
    subject: str
    today: date


def is_moot(tx: Tx, desk: Desk, row: Outreach) -> bool:
    """Whether the contact of our own accord has lost its reason since it was planned."""
    case = cases.load_case(tx, row.case_id)
    today = day_of(tx, case.owner_id, desk.clock.now())
    if row.step == APPROVAL_STEP:
        return not owes(tx, case) or _decision_is_over(tx, row, today)
    if row.step == PAGE_ASKED_FOR:
        return False
    if row.step not in set(LifeContact):
        # Within a conversation it answers something; only a step of a strategy is collection.
        collects = row.conversation_id is None and case.due_on >= today
        return collects or not owes(tx, case) or plans.standing_plan(tx, case.id, today) is not None
    contact = LifeContact(row.step)
    return _LAPSED[contact](_Planned(tx, case, subject_of(contact, row.id), today))


def leaves_unanswered(tx: Tx, desk: Desk, row: Outreach) -> bool:
    """Whether dropping the contact leaves a promised answer unheard.

    What was approved can no longer be agreed as it was, and a person has to say so.
    """
    if row.step != APPROVAL_STEP:
        return False
    approval = approvals.find(tx, approval_told_by(row.id))
    today = day_of(tx, row.person_id, desk.clock.now())
    owed = owes(tx, cases.load_case(tx, row.case_id))
    return owed and approval is not None and obstacle_now(tx, approval, today) in _OVERTAKEN


_OVERTAKEN = frozenset({Obstacle.BALANCE_MOVED, Obstacle.DAY_PASSED})


def _decision_is_over(tx: Tx, row: Outreach, today: date) -> bool:
    """Whether a plan was agreed since, the outcome was heard, or what was approved cannot be agreed."""
    approval = approvals.find(tx, approval_told_by(row.id))
    if approval is None:
        return False
    decision, obstacle = approvals.decision_of(tx, approval.id), obstacle_now(tx, approval, today)
    if obstacle is Obstacle.PLAN_AGREED or decision is None or decision.outcome is ApprovalOutcome.LAPSED:
        return obstacle is Obstacle.PLAN_AGREED
    # The words of this contact are a turn of its own conversation before they are sent.
    own = {row.conversation_id} if row.speaks_of_debt else set()
    if conversations_told(tx, row.person_id, row.case_id, decision) - own:
        return True
    approved = decision.outcome is ApprovalOutcome.APPROVED
    return approved and (obstacle is not None or waiting_for_yes(tx, approval) is None)


def may_collect(tx: Tx, case: Case, today: date) -> bool:
    """Whether the case is for collection: overdue, something is owed, and no plan stands."""
    overdue = case.due_on < today
    return overdue and owes(tx, case) and plans.standing_plan(tx, case.id, today) is None


def owes(tx: Tx, case: Case) -> bool:
    """Whether anything is owed."""
    return ledger.balance(tx, case.id, case.currency).total.minor > 0


def has_fulfilled(tx: Tx, case: Case, today: date) -> bool:
    """Whether all that was last agreed has been paid."""
    plan = plans.last_plan(tx, case.id)
    return plan is not None and is_fulfilled(plan, plans.receipts_for(tx, plan), today)


def _missed(planned: _Planned) -> bool:
    return not may_collect(planned.tx, planned.case, planned.today)


def _at_risk(planned: _Planned) -> bool:
    return _promise_is_settled(planned, PlanState.AT_RISK)


def _reminder(planned: _Planned) -> bool:
    return _promise_is_settled(planned)


def _promise_is_settled(planned: _Planned, state: PlanState | None = None) -> bool:
    """Whether nothing need be said of the promise: paid, past, or not part of what stands any more."""
    tx, promise_id = planned.tx, PromiseId(planned.subject)
    plan = plans.plan_of_promise(tx, promise_id)
    receipts, made = plans.receipts_for(tx, plan), promises_of(plan)
    if not stands(plan, receipts, planned.today):
        return True
    promise = next(each for each in made if each.id == promise_id)
    if is_paid(promise, made, receipts, planned.today, enough_percent(plan)):
        return True
    if state is not None:
        return plan_state(plan, receipts, planned.today) is not state
    return planned.today > promise.on


def _welcome(planned: _Planned) -> bool:
    plan = plans.load(planned.tx, PlanId(planned.subject))
    return not stands(plan, plans.receipts_for(planned.tx, plan), planned.today)


def _review(planned: _Planned) -> bool:
    tx, plan = planned.tx, plans.last_plan(planned.tx, planned.case.id)
    if plan is None or plan.id != planned.subject or not owes(tx, planned.case):
        return True
    return plan_state(plan, plans.receipts_for(tx, plan), planned.today) is not PlanState.REVIEW


def _receipt(planned: _Planned) -> bool:
    return ledger.is_reversed(planned.tx, PaymentId(planned.subject))


def _completed(planned: _Planned) -> bool:
    return _receipt(planned) or owes(planned.tx, planned.case)


def _fulfilled(planned: _Planned) -> bool:
    return _receipt(planned) or not has_fulfilled(planned.tx, planned.case, planned.today)


def _courtesy(planned: _Planned) -> bool:
    case = planned.case
    other_day = not planned.subject.endswith(case.due_on.isoformat())
    return other_day or planned.today > case.due_on or not owes(planned.tx, case)


_LAPSED: Mapping[LifeContact, Callable[[_Planned], bool]] = {
    LifeContact.WELCOME: _welcome,
    LifeContact.REMINDER: _reminder,
    LifeContact.AT_RISK: _at_risk,
    LifeContact.MISSED: _missed,
    LifeContact.REVIEW: _review,
    LifeContact.RECEIPT: _receipt,
    LifeContact.FULFILLED: _fulfilled,
    LifeContact.COMPLETED: _completed,
    LifeContact.COURTESY: _courtesy,
}
