"""What money and the calendar do to a plan: outcomes of promises, a settlement's waiver, the next contact.

The person and then the case are locked by whoever calls.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from arrears.contact.speaking import call_a_person
from arrears.contact.writing import number_of, plan_occasion, write_once
from arrears.desk import Desk
from arrears.dialogue.answering import home_zone
from arrears.domain import ledger as entries
from arrears.domain.cases import Case
from arrears.domain.contact_policy import LifeContact
from arrears.domain.ids import TransactionId
from arrears.domain.ledger import Transaction, TransactionKind
from arrears.domain.plans import Plan, PlanState, Receipt, enough_percent, is_settled, plan_state
from arrears.domain.promises import Promise, PromiseOutcome, is_paid, outcomes, promises_of
from arrears.domain.times import local_date
from arrears.domain.waterfall import spread
from arrears.store import Tx, cases, ledger, people, plans
from arrears.store.evidence import append_evidence


@dataclass(frozen=True, slots=True)
class _Followed:
    """A plan that was agreed, as it stands on a day of the borrower's calendar."""

    tx: Tx
    desk: Desk
    plan: Plan
    case: Case
    receipts: tuple[Receipt, ...]
    today: date

    @property
    def state(self) -> PlanState:
        return plan_state(self.plan, self.receipts, self.today)


def follow_case(tx: Tx, desk: Desk, case: Case) -> None:
    """Bring every plan of the case to what has been paid, after money came in or was taken back."""
    for plan in plans.plans_of(tx, case.id):
        follow_plan(tx, desk, plan)


def follow_plan(tx: Tx, desk: Desk, plan: Plan) -> list[PromiseOutcome]:
    """Bring one plan to what money and the calendar say; returns the outcomes that were written.

    Of a cancelled plan nothing is asked any more: only what a bounced payment had kept is taken back.
    """
    followed = _followed(tx, desk, plan)
    decided = _decide(followed)
    if plan.cancelled_at is None:
        _settle(followed)
        _write_next(followed, [promise for promise, outcome in decided if outcome is PromiseOutcome.BROKEN])
    return [outcome for _, outcome in decided]


def lay_out_unapplied(tx: Tx, desk: Desk, case: Case, key: str) -> None:
    """After a reversal: money paid beyond what was owed pays what is owed again, once for each key.

    What was laid out earlier is taken back first, since the money that bounced may be among it.
    """
    now = desk.clock.now()
    for earlier in ledger.standing_of(tx, case.id, TransactionKind.APPLICATION):
        _reverse(tx, desk, earlier, case)
    free = ledger.unapplied(tx, case.id, case.currency)
    if free.minor <= 0:
        return
    parts = spread(free, ledger.balance(tx, case.id, case.currency))
    if parts.unapplied == free:
        return
    applied = entries.application(TransactionId(f"applied-{key}"), case.id, now, parts)
    ledger.post(tx, applied, case.id)
    append_evidence(tx, case.id, "unapplied_applied", {"transaction": applied.id}, now)


def _followed(tx: Tx, desk: Desk, plan: Plan) -> _Followed:
    point = number_of(tx, plan)
    zone = home_zone(people.load_person(tx, point.person_id), point)
    today = local_date(desk.clock.now(), zone)
    case = cases.load_case(tx, plan.case_id)
    return _Followed(tx, desk, plan, case, plans.receipts_for(tx, plan), today)


def _decide(followed: _Followed) -> list[tuple[Promise, PromiseOutcome]]:
    """Write every outcome that is new, or differs from what was written before."""
    tx, plan = followed.tx, followed.plan
    made, written = promises_of(plan), plans.outcomes_of(tx, plan.id)
    percent = enough_percent(plan)
    found = outcomes(made, followed.receipts, followed.today, plan.grace_days, percent)
    decided: list[tuple[Promise, PromiseOutcome]] = []
    for promise in made:
        before, now = written.get(promise.id, PromiseOutcome.OPEN), found[promise.id]
        over = plan.cancelled_at is not None and before is not PromiseOutcome.KEPT
        if before is now or over:
            continue
        _append(followed, promise, before, now)
        decided.append((promise, now))
    return decided


def _append(followed: _Followed, promise: Promise, before: PromiseOutcome, outcome: PromiseOutcome) -> None:
    tx, now = followed.tx, followed.desk.clock.now()
    plans.append_outcome(tx, promise.id, outcome, now)
    payload = {"promise": promise.id, "outcome": outcome}
    if before is not PromiseOutcome.OPEN:
        payload["supersedes"] = before
    append_evidence(tx, followed.case.id, "promise", payload, now)


def _settle(followed: _Followed) -> None:
    """A settlement's rest is written off once all was paid in time, and stands again if that bounced."""
    tx, plan, case = followed.tx, followed.plan, followed.case
    waived = plan.waived
    if waived is None or not waived:
        return
    prefix, now = f"waiver-{plan.id}-", followed.desk.clock.now()
    posted = ledger.standing_of(tx, case.id, TransactionKind.WAIVER)
    standing = [each for each in posted if each.id.startswith(prefix)]
    settled = is_settled(plan, followed.receipts, followed.today)
    if settled and not standing:
        number = ledger.count_of(tx, case.id, TransactionKind.WAIVER) + 1
        parts = spread(waived, ledger.balance(tx, case.id, case.currency))
        waiver = entries.waiver(TransactionId(f"{prefix}{number}"), case.id, now, parts)
        ledger.post(tx, waiver, case.id)
        payload = {"plan": plan.id, "amount_minor": waived.minor, "currency": case.currency}
        append_evidence(tx, case.id, "waiver", payload, now)
    elif standing and not settled:
        for each in standing:
            _reverse(tx, followed.desk, each, case)
            append_evidence(tx, case.id, "waiver_reversed", {"plan": plan.id}, now)


def _reverse(tx: Tx, desk: Desk, original: Transaction, case: Case) -> None:
    reversal = entries.reversal(TransactionId(f"{original.id}-reversed"), original, desk.clock.now())
    ledger.post(tx, reversal, case.id)


def _write_next(followed: _Followed, broken: list[Promise]) -> None:
    """The contact that follows from the state: help first, one gentle reminder, or the review."""
    tx, desk, plan = followed.tx, followed.desk, followed.plan
    for promise in broken:
        # A broken promise is answered with help, once the policy's wait is over.
        wait = timedelta(days=desk.policy.promise_grace_retry_days)
        missed = plan_occasion(tx, LifeContact.MISSED, plan, promise.id)
        write_once(tx, desk, replace(missed, due_at=desk.clock.now() + wait))
    state, last = followed.state, plans.last_plan(tx, plan.case_id)
    if last is None or last.id != plan.id:
        return
    if state is PlanState.AT_RISK:
        write_once(tx, desk, plan_occasion(tx, LifeContact.AT_RISK, plan, _late(followed).id))
    elif state is PlanState.REVIEW:
        _review(followed)


def _late(followed: _Followed) -> Promise:
    """The oldest promise that is not paid."""
    made, percent = promises_of(followed.plan), enough_percent(followed.plan)
    return next(
        promise for promise in made if not is_paid(promise, made, followed.receipts, followed.today, percent)
    )


def _review(followed: _Followed) -> None:
    """The day has come on which what follows is agreed: they are written to, and a person looks at it."""
    tx, desk, plan = followed.tx, followed.desk, followed.plan
    if (
        plan.conversation_id is None
        or ledger.balance(tx, plan.case_id, followed.case.currency).total.minor <= 0
    ):
        return
    write_once(tx, desk, plan_occasion(tx, LifeContact.REVIEW, plan, plan.id))
    call_a_person(tx, desk, "plan_review", plan.conversation_id, plan.case_id, key=f"review-{plan.id}")
