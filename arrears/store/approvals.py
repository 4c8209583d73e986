"""What a person must approve, and what they decided. Both are appended, and the state is derived."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Select, func, insert, select

from arrears.domain.approvals import Approval, ApprovalDecision, ApprovalOutcome
from arrears.domain.ids import ApprovalId, CaseId, ConversationId, PersonId
from arrears.domain.money import Currency, Money
from arrears.domain.negotiation.offers import ApprovalAsked, Offer, Reason
from arrears.store.offers import offer_of, offer_terms
from arrears.store.tables.approvals import approval_decisions, approvals
from arrears.store.tables.dialogue import conversations


def append_approval(tx: Connection, approval: Approval) -> None:
    """Store what is asked. Raises: IntegrityError when it was asked before."""
    asked = approval.asked
    tx.execute(
        insert(approvals).values(
            id=approval.id,
            case_id=approval.case_id,
            conversation_id=approval.conversation_id,
            offer=offer_terms(asked.offer),
            exceeds=asked.exceeds,
            approver=asked.approver,
            effect_minor=asked.effect.minor,
            currency=asked.effect.currency,
            authority_version=approval.authority_version,
            asked_at=approval.asked_at,
            answer_by=approval.answer_by,
        )
    )


def append_decision(tx: Connection, approval_id: ApprovalId, decision: ApprovalDecision) -> None:
    """Write how it ended, once. Raises: IntegrityError when that is written already."""
    tx.execute(
        insert(approval_decisions).values(
            approval_id=approval_id,
            outcome=decision.outcome,
            by=decision.by,
            note=decision.note,
            at=decision.at,
        )
    )


def find(tx: Connection, approval_id: ApprovalId) -> Approval | None:
    """The approval, None when there is none of that id."""
    row = tx.execute(select(approvals).where(approvals.c.id == approval_id)).one_or_none()
    return None if row is None else approval_of(row)


def load(tx: Connection, approval_id: ApprovalId) -> Approval:
    """The approval. Raises: LookupError."""
    approval = find(tx, approval_id)
    if approval is None:
        raise LookupError(f"no approval {approval_id}")
    return approval


def decision_of(tx: Connection, approval_id: ApprovalId) -> ApprovalDecision | None:
    """How it ended, None while it waits."""
    query = select(approval_decisions).where(approval_decisions.c.approval_id == approval_id)
    row = tx.execute(query).one_or_none()
    return None if row is None else decision_from(row)


def waiting_of(tx: Connection, case_id: CaseId) -> tuple[Approval, ...]:
    """What waits for a decision about the case, the latest last."""
    rows = tx.execute(_waiting().where(approvals.c.case_id == case_id))
    return tuple(approval_of(row) for row in rows)


def overdue(tx: Connection, now: datetime) -> tuple[Approval, ...]:
    """What nobody has decided by the time that was promised."""
    rows = tx.execute(_waiting().where(approvals.c.answer_by <= now))
    return tuple(approval_of(row) for row in rows)


def last_decided(
    tx: Connection, case_id: CaseId, person_id: PersonId
) -> tuple[Approval, ApprovalDecision] | None:
    """The last approval that the person asked for on the case and that was decided, with the decision.

    In whichever of their conversations it was asked; what lapsed was decided by nobody.
    """
    a, d = approvals.c, approval_decisions.c
    row = tx.execute(
        select(approvals, d.outcome, d.by, d.note, d.at)
        .join(approval_decisions)
        .join(conversations, conversations.c.id == a.conversation_id)
        .where(
            a.case_id == case_id,
            conversations.c.person_id == person_id,
            d.outcome != ApprovalOutcome.LAPSED,
        )
        .order_by(d.at.desc(), a.id.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else (approval_of(row), decision_from(row))


def was_declined(tx: Connection, case_id: CaseId, offer: Offer, authority_version: str) -> bool:
    """Whether a person has declined these very terms for the case, under the same policy."""
    a, d = approvals.c, approval_decisions.c
    rows = tx.execute(
        select(a.offer)
        .join(approval_decisions)
        .where(
            a.case_id == case_id,
            a.authority_version == authority_version,
            d.outcome == ApprovalOutcome.DECLINED,
        )
    )
    return any(offer_of(row.offer) == offer for row in rows)


def ended_at(tx: Connection, case_id: CaseId, at: datetime, by: str) -> bool:
    """Whether something that waited about the case ended in that instant, by that hand."""
    a, d = approvals.c, approval_decisions.c
    query = select(a.id).join(approval_decisions).where(a.case_id == case_id, d.at == at, d.by == by)
    return tx.execute(query.limit(1)).first() is not None


def waiting_count(tx: Connection) -> int:
    """How many wait for a decision."""
    query = (
        select(func.count())
        .select_from(approvals.outerjoin(approval_decisions))
        .where(approval_decisions.c.approval_id.is_(None))
    )
    return int(tx.execute(query).scalar_one())


def _waiting() -> Select[Any]:
    return (
        select(approvals)
        .outerjoin(approval_decisions)
        .where(approval_decisions.c.approval_id.is_(None))
        .order_by(approvals.c.asked_at, approvals.c.id)
    )


def approval_of(row: Row[Any]) -> Approval:
    """The approval of a row that has all of its columns."""
    asked = ApprovalAsked(
        offer=offer_of(row.offer),
        exceeds=Reason(row.exceeds),
        approver=row.approver,
        effect=Money(row.effect_minor, Currency(row.currency)),
    )
    return Approval(
        id=ApprovalId(row.id),
        case_id=CaseId(row.case_id),
        conversation_id=ConversationId(row.conversation_id),
        asked=asked,
        authority_version=row.authority_version,
        asked_at=row.asked_at,
        answer_by=row.answer_by,
    )


def decision_from(row: Row[Any]) -> ApprovalDecision:
    """The decision of a row that has all of its columns."""
    return ApprovalDecision(ApprovalOutcome(row.outcome), row.by, row.note, row.at)
