"""Everything that is known of one case at an instant: what was said, agreed, asked, decided and sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, select

from arrears.domain.approvals import Approval, ApprovalDecision, ApprovalState, approval_state
from arrears.domain.cases import Balance, Case
from arrears.domain.compliance.facts import Consent
from arrears.domain.conversations import Conversation, Turn
from arrears.domain.identity import verified_party
from arrears.domain.ids import CaseId, ConversationId
from arrears.domain.money import Money
from arrears.domain.negotiation.offers import Offer
from arrears.domain.people import Person
from arrears.domain.plans import Plan, PlanState, plan_state
from arrears.domain.promises import Promise, PromiseOutcome
from arrears.domain.times import local_date
from arrears.store import approvals as approval_rows
from arrears.store import cases, consents, handovers, identity, ledger, offers, people, plans
from arrears.store import conversations as conversation_rows
from arrears.store.handovers import Handover
from arrears.store.ledger import Payment
from arrears.store.tables.approvals import approvals
from arrears.store.tables.dialogue import conversations, offer_outcomes
from arrears.store.tables.dialogue import handovers as handover_table
from arrears.store.tables.dialogue import offers as offer_table
from arrears.store.tables.money import payments
from arrears.store.views.call_lines import CallLine, calls_of_case
from arrears.store.views.statuses import StandingStatus, standing_of
from arrears.store.views.transcript import ContactLine, contacts_of_case


@dataclass(frozen=True, slots=True)
class TalkState:
    """One conversation about the case, whole."""

    conversation: Conversation
    proved: bool  # somebody proved in it who they are, at some time
    verified: bool  # and the proof holds now
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class PlanStanding:
    """A plan with its state today, and its promises with what became of each."""

    plan: Plan
    state: PlanState
    promises: tuple[tuple[Promise, PromiseOutcome], ...]


@dataclass(frozen=True, slots=True)
class OfferLine:
    """An offer that was read back, and what became of it."""

    offer: Offer
    other: Offer | None  # the second one of a choice
    kind: str  # "accept", "counter", "approved", ...
    reasons: tuple[str, ...]
    at: datetime
    outcome: str | None  # None while it is open


@dataclass(frozen=True, slots=True)
class ApprovalLine:
    """What a person was asked, and where that stands."""

    approval: Approval
    state: ApprovalState
    decision: ApprovalDecision | None


@dataclass(frozen=True, slots=True)
class CaseState:
    """One case at an instant; every list is in the order of time."""

    case: Case
    person: Person
    at: datetime
    zone: str  # IANA zone of the borrower's calendar
    today: date  # on that calendar
    balance: Balance
    unapplied: Money  # paid beyond what was owed
    talks: tuple[TalkState, ...]
    plans: tuple[PlanStanding, ...]
    stands: bool  # whether the last plan binds now
    offers: tuple[OfferLine, ...]
    approvals: tuple[ApprovalLine, ...]
    statuses: tuple[StandingStatus, ...]
    consents: tuple[Consent, ...]
    handovers: tuple[Handover, ...]
    payments: tuple[tuple[Payment, bool], ...]  # whether it was taken back
    contacts: tuple[ContactLine, ...]
    calls: tuple[CallLine, ...]


def case_state(tx: Connection, case: Case, now: datetime) -> CaseState:
    """The case at an instant, by what is stored. Raises: LookupError."""
    person = people.load_person(tx, case.owner_id)
    zones = (*person.zones, *(z for point in people.contact_points_of(tx, person.id) for z in point.zones))
    zone = next(iter(zones), "UTC")
    today = local_date(now, zone)
    standing = [each for each in standing_of(tx, [person.id]) if each.case_id in (None, case.id)]
    contacts = sorted(
        contacts_of_case(tx, case.id), key=lambda each: (each.claimed_at or each.due_at, each.id)
    )
    return CaseState(
        case=case,
        person=person,
        at=now,
        zone=zone,
        today=today,
        balance=ledger.balance(tx, case.id, case.currency),
        unapplied=ledger.unapplied(tx, case.id, case.currency),
        talks=_talks(tx, case, now),
        plans=tuple(_plan(tx, plan, today) for plan in plans.plans_of(tx, case.id)),
        stands=plans.standing_plan(tx, case.id, today) is not None,
        offers=_offers(tx, case.id),
        approvals=_approvals(tx, case.id, now),
        statuses=tuple(standing),
        consents=consents.consents_of(tx, person.id),
        handovers=_handovers(tx, case.id),
        payments=_payments(tx, case.id),
        contacts=tuple(contacts),
        calls=calls_of_case(tx, case.id)[::-1],
    )


def _talks(tx: Connection, case: Case, now: datetime) -> tuple[TalkState, ...]:
    c = conversations.c
    rows = tx.execute(select(c.id).where(c.case_id == case.id).order_by(c.opened_at, c.id))
    return tuple(_talk(tx, ConversationId(row.id), now) for row in rows)


def _talk(tx: Connection, conversation_id: ConversationId, now: datetime) -> TalkState:
    conversation = conversation_rows.load(tx, conversation_id)
    attempts = identity.attempts_of(tx, conversation.person_id)
    party = verified_party(
        attempts,
        conversation_id=conversation.id,
        contact_point_id=conversation.contact_point_id,
        active_at=conversation_rows.borrower_turns_at(tx, conversation.id),
        now=now,
    )
    proved = any(attempt.matched and attempt.conversation_id == conversation.id for attempt in attempts)
    turns = conversation_rows.turns_of(tx, conversation.id)
    return TalkState(conversation, proved, party is not None, turns)


def _plan(tx: Connection, plan: Plan, today: date) -> PlanStanding:
    decided = plans.outcomes_of(tx, plan.id)
    made = plans.promises_for(tx, plan.id)
    return PlanStanding(
        plan,
        plan_state(plan, plans.receipts_for(tx, plan), today),
        tuple((promise, decided.get(promise.id, PromiseOutcome.OPEN)) for promise in made),
    )


def _offers(tx: Connection, case_id: CaseId) -> tuple[OfferLine, ...]:
    o = offer_table.c
    rows = tx.execute(
        select(o.schedule, o.kind, o.reasons, o.at, offer_outcomes.c.outcome)
        .outerjoin(offer_outcomes)
        .where(o.case_id == case_id)
        .order_by(o.at, o.id)
    )
    return tuple(
        OfferLine(
            offer=offers.offer_of(row.schedule),
            other=offers.offer_of(row.schedule["other"]) if row.schedule.get("other") else None,
            kind=row.kind,
            reasons=tuple(row.reasons),
            at=row.at,
            outcome=row.outcome,
        )
        for row in rows
    )


def _approvals(tx: Connection, case_id: CaseId, now: datetime) -> tuple[ApprovalLine, ...]:
    a = approvals.c
    found = [
        approval_rows.approval_of(row)
        for row in tx.execute(select(approvals).where(a.case_id == case_id).order_by(a.asked_at, a.id))
    ]
    decided = {each.id: approval_rows.decision_of(tx, each.id) for each in found}
    return tuple(
        ApprovalLine(each, approval_state(each, decided[each.id], now), decided[each.id]) for each in found
    )


def _handovers(tx: Connection, case_id: CaseId) -> tuple[Handover, ...]:
    h = handover_table.c
    rows = tx.execute(select(h.id).where(h.case_id == case_id).order_by(h.opened_at, h.id))
    return tuple(handovers.load(tx, row.id) for row in rows)


def _payments(tx: Connection, case_id: CaseId) -> tuple[tuple[Payment, bool], ...]:
    p = payments.c
    rows = tx.execute(select(p.id).where(p.case_id == case_id).order_by(p.recorded_at, p.paid_on, p.id))
    return tuple((ledger.load_payment(tx, row.id), ledger.is_reversed(tx, row.id)) for row in rows)


def find_case_state(tx: Connection, reference: str, now: datetime) -> CaseState | None:
    """The state of the case of our id or the lender's loan number; None when there is no single one."""
    case = cases.find_case_anywhere(tx, reference)
    return None if case is None else case_state(tx, case, now)
