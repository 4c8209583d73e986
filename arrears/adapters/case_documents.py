"""The state of a case as a JSON document: money in major units as text, days and instants in ISO 8601.

docs/how-to/journey.md describes every field.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from arrears.adapters.case_turns import instant_text as _instant
from arrears.adapters.case_turns import transcript
from arrears.domain.compliance.facts import Consent
from arrears.domain.conversations import Stage
from arrears.domain.ids import ConversationId
from arrears.domain.money import Money
from arrears.domain.negotiation.offers import Offer
from arrears.store.handovers import Handover
from arrears.store.views.call_lines import CallLine
from arrears.store.views.case_state import ApprovalLine, CaseState, OfferLine, PlanStanding, TalkState
from arrears.store.views.transcript import ContactLine

Document = dict[str, Any]


def case_document(state: CaseState) -> Document:
    """Transcript and state of the case. It holds personal data: every word that was said."""
    numbers = {talk.conversation.id: number for number, talk in enumerate(state.talks, 1)}
    case = state.case
    return {
        "case": case.lender_ref,
        "id": case.id,
        "at": _instant(state.at),
        "today": state.today.isoformat(),
        "currency": case.currency,
        "product": case.product,
        "purpose": case.purpose,
        "due_on": case.due_on.isoformat(),
        "days_past_due": case.days_past_due(state.today),
        "conversations": [_talk(state, talk, numbers[talk.conversation.id]) for talk in state.talks],
        "transcript": transcript(state, numbers),
        "plan": next((_plan(each) for each in reversed(state.plans) if each.plan.cancelled_at is None), None),
        "plan_stands": state.stands,
        "plans": [_plan(each) for each in state.plans],
        "offers": [_offer_line(each) for each in state.offers],
        "approvals": [_approval(each) for each in state.approvals],
        "statuses": [
            {"status": each.status, "by": each.by, "at": _instant(each.at)} for each in state.statuses
        ],
        "consents": [_consent(each) for each in state.consents],
        "handovers": [_handover(each, numbers) for each in state.handovers],
        "ledger": _ledger(state),
        "outreach": [_contact(each) for each in state.contacts],
        "calls": [_call(each, numbers) for each in state.calls],
    }


def _talk(state: CaseState, talk: TalkState, number: int) -> Document:
    held = talk.conversation
    return {
        "conversation": number,
        "id": held.id,
        "channel": held.channel,
        "language": held.language,
        "opened_at": _instant(held.opened_at),
        "stage": _stage(state, talk),
        "proved": talk.proved,
        "verified": talk.verified,
        "with_a_person": held.taken_over_by is not None,
    }


def _stage(state: CaseState, talk: TalkState) -> Stage:
    """Where the conversation stands; the same steps as a turn takes (arrears/dialogue/answering.py)."""
    if not talk.verified:
        return Stage.UNVERIFIED
    last = state.offers[-1] if state.offers else None
    if last is not None and last.outcome is None:
        return Stage.READ_BACK
    return Stage.CLOSED if state.stands else Stage.VERIFIED


def _plan(standing: PlanStanding) -> Document:
    plan = standing.plan
    return {
        "kind": plan.kind,
        "state": standing.state,
        "frequency": plan.frequency,
        "currency": plan.left_due.currency,
        "total": _money(plan.total),
        "left_due": _money(plan.left_due),
        "waived": None if plan.waived is None else _money(plan.waived),
        "review_on": _day(plan.review_on),
        "takings_percent": plan.takings_percent,
        "grace_days": plan.grace_days,
        "authority_version": plan.authority_version,
        "agreed_at": None if plan.agreed_at is None else _instant(plan.agreed_at),
        "cancelled_at": None if plan.cancelled_at is None else _instant(plan.cancelled_at),
        "changes_an_earlier_one": plan.changes is not None,
        "instalments": [{"on": _day(each.on), "amount": _money(each.amount)} for each in plan.instalments],
        "promises": [
            {"on": _day(promise.on), "amount": _money(promise.amount), "outcome": outcome}
            for promise, outcome in standing.promises
        ],
    }


def _offer(offer: Offer) -> Document:
    return {
        "kind": offer.kind,
        "frequency": offer.frequency,
        "currency": offer.left_due.currency,
        "total": _money(offer.total),
        "left_due": _money(offer.left_due),
        "waived": None if offer.waived is None else _money(offer.waived),
        "review_on": _day(offer.review_on),
        "takings_percent": offer.takings_percent,
        "instalments": [{"on": _day(each.on), "amount": _money(each.amount)} for each in offer.instalments],
    }


def _offer_line(line: OfferLine) -> Document:
    return {
        "at": _instant(line.at),
        "move": line.kind,
        "outcome": line.outcome or "open",
        "reasons": list(line.reasons),
        **_offer(line.offer),
        "other": None if line.other is None else _offer(line.other),
    }


def _approval(line: ApprovalLine) -> Document:
    asked, decision = line.approval.asked, line.decision
    return {
        "id": line.approval.id,
        "asked_at": _instant(line.approval.asked_at),
        "answer_by": _instant(line.approval.answer_by),
        "exceeds": asked.exceeds,
        "approver": asked.approver,
        "effect": _money(asked.effect),
        "state": line.state,
        "decided_at": None if decision is None else _instant(decision.at),
        "decided_by": None if decision is None else decision.by,
        "offer": _offer(asked.offer),
    }


def _consent(consent: Consent) -> Document:
    return {
        "at": _instant(consent.at),
        "channel": consent.channel,
        "action": consent.action,
        "how": consent.how,
        "everywhere": consent.point_id is None,
    }


def _handover(handover: Handover, numbers: dict[ConversationId, int]) -> Document:
    return {
        "conversation": numbers.get(handover.conversation_id),
        "reason": handover.reason,
        "urgency": handover.urgency,
        "opened_at": _instant(handover.opened_at),
        "claimed": handover.claimed_by is not None,
        "resolved_at": None if handover.resolved_at is None else _instant(handover.resolved_at),
        "also_said": list(handover.also_said),
    }


def _ledger(state: CaseState) -> Document:
    balance = state.balance
    return {
        "currency": balance.currency,
        "fees": _money(balance.fees),
        "interest": _money(balance.interest),
        "principal": _money(balance.principal),
        "total": _money(balance.total),
        "unapplied": _money(state.unapplied),
        "payments": [
            {
                "paid_on": _day(payment.paid_on),
                "amount": _money(payment.amount),
                "source": payment.source,
                "returned": returned,
            }
            for payment, returned in state.payments
        ],
    }


def _contact(line: ContactLine) -> Document:
    decision = line.last_decision
    return {
        "at": _instant(line.claimed_at or line.due_at),
        "channel": line.channel,
        "purpose": line.purpose,
        "step": line.step.partition(":")[0],
        "state": line.state,
        "text": line.body,
        "decision": None if decision is None else decision.outcome,
        "until": None if decision is None or decision.until is None else _instant(decision.until),
        "rules": [] if decision is None else sorted({finding.rule_id for finding in decision.findings}),
    }


def _call(line: CallLine, numbers: dict[ConversationId, int]) -> Document:
    call = line.call
    return {
        "opened_at": _instant(call.opened_at),
        "direction": call.direction,
        "conversation": None if call.conversation_id is None else numbers.get(call.conversation_id),
        "state": call.state,
        "answered_by": call.answered_by,
        "outcome": call.outcome,
        "language": call.language,
        "over": call.path,
        "resumed": call.resumed,
        "answered_at": None if call.answered_at is None else _instant(call.answered_at),
        "ended_at": None if call.ended_at is None else _instant(call.ended_at),
        "recorded": bool(line.recordings),
    }


def _money(money: Money) -> str:
    return f"{Decimal(money.minor).scaleb(-2):.2f}"


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
