"""The case beside a transcript: who owes what, what bars contact, and what was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from arrears.domain.cases import Balance, Case
from arrears.domain.compliance.facts import Consent
from arrears.domain.conversations import Conversation
from arrears.domain.identity import IdentityAttempt, VerifiedParty, verified_party
from arrears.domain.ids import CaseId
from arrears.domain.money import Money
from arrears.domain.people import ContactPoint, Enterprise, Person
from arrears.domain.plans import Plan, PlanState, plan_state
from arrears.domain.promises import Promise, PromiseOutcome
from arrears.domain.times import local_date
from arrears.store import cases, consents, identity, ledger, people, plans
from arrears.store import conversations as conversation_rows
from arrears.store.cases import Assignment, Score
from arrears.store.evidence import broken_link
from arrears.store.tables.contact import evidence
from arrears.store.views.statuses import StandingStatus, standing_for


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """One instalment and what became of it."""

    promise: Promise
    outcome: PromiseOutcome


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A plan with its state today and its promises."""

    plan: Plan
    state: PlanState
    promises: tuple[PromiseLine, ...]


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """Whether the case's hash chain holds."""

    entries: int
    broken_at: int | None  # sequence number of the first entry that does not hold


@dataclass(frozen=True, slots=True)
class CasePanel:
    """Everything about the case of a conversation."""

    case: Case
    person: Person
    enterprise: Enterprise | None
    point: ContactPoint
    zone: str  # IANA zone of the borrower's calendar
    today: date  # on that calendar
    days_past_due: int
    balance: Balance
    paid: Money  # since the case came in
    party: VerifiedParty | None
    attempts: tuple[IdentityAttempt, ...]  # in this conversation
    statuses: tuple[StandingStatus, ...]
    consents: tuple[Consent, ...]  # for this number, oldest first
    score: Score | None
    assignment: Assignment | None
    plans: tuple[PlanLine, ...]  # the latest first
    evidence: EvidenceLine


def case_panel(tx: Connection, conversation: Conversation, now: datetime) -> CasePanel:
    """The case of the conversation at an instant. Raises: LookupError."""
    case = cases.load_case(tx, conversation.case_id)
    person = people.load_person(tx, conversation.person_id)
    point = people.load_contact_point(tx, conversation.contact_point_id)
    zone = next(iter((*person.zones, *point.zones)), "UTC")
    today = local_date(now, zone)
    attempts = identity.attempts_of(tx, person.id)
    receipts = ledger.receipts_since(tx, case.id, case.imported_at)
    return CasePanel(
        case=case,
        person=person,
        enterprise=None if case.enterprise_id is None else people.load_enterprise(tx, case.enterprise_id),
        point=point,
        zone=zone,
        today=today,
        days_past_due=case.days_past_due(today),
        balance=ledger.balance(tx, case.id, case.currency),
        paid=sum((receipt.amount for receipt in receipts), Money.zero(case.currency)),
        party=_party(tx, conversation, attempts, now),
        attempts=tuple(a for a in attempts if a.conversation_id == conversation.id),
        statuses=standing_for(tx, person.id, case.id, point.id),
        consents=consents.consents_for(tx, point.id),
        score=cases.latest_score(tx, case.id),
        assignment=cases.latest_assignment(tx, case.id),
        plans=tuple(_plan(tx, plan, today) for plan in reversed(plans.plans_of(tx, case.id))),
        evidence=_evidence(tx, case.id),
    )


def _party(
    tx: Connection, conversation: Conversation, attempts: tuple[IdentityAttempt, ...], now: datetime
) -> VerifiedParty | None:
    return verified_party(
        attempts,
        conversation_id=conversation.id,
        contact_point_id=conversation.contact_point_id,
        active_at=conversation_rows.borrower_turns_at(tx, conversation.id),
        now=now,
    )


def _plan(tx: Connection, plan: Plan, today: date) -> PlanLine:
    decided = plans.outcomes_of(tx, plan.id)
    receipts = plans.receipts_for(tx, plan)
    return PlanLine(
        plan=plan,
        state=plan_state(plan, receipts, today),
        promises=tuple(
            PromiseLine(promise, decided.get(promise.id, PromiseOutcome.OPEN))
            for promise in plans.promises_for(tx, plan.id)
        ),
    )


def _evidence(tx: Connection, case_id: CaseId) -> EvidenceLine:
    count = tx.execute(select(func.count()).where(evidence.c.case_id == case_id)).scalar_one()
    return EvidenceLine(count, broken_link(tx, case_id))
