"""Approvals for the console: what waits, the first promise first, and what was decided last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from arrears.domain.approvals import Approval, ApprovalDecision
from arrears.domain.money import Currency, Money
from arrears.domain.people import Channel, Language
from arrears.store.approvals import approval_of, decision_from
from arrears.store.ledger import balance
from arrears.store.tables.approvals import approval_decisions, approvals
from arrears.store.tables.dialogue import conversations
from arrears.store.tables.people import cases, contact_points, persons


@dataclass(frozen=True, slots=True)
class ApprovalLine:
    """One approval, with who waits for it."""

    approval: Approval
    person_name: str  # personal data
    lender_ref: str
    language: Language  # of the conversation
    channel: Channel
    zone: str  # IANA zone of the borrower's calendar
    owed: Money  # now


@dataclass(frozen=True, slots=True)
class DecidedLine:
    """One approval that has ended."""

    approval: Approval
    decision: ApprovalDecision
    person_name: str  # personal data
    lender_ref: str
    zone: str  # IANA zone of the borrower's calendar


def waiting_lines(tx: Connection) -> tuple[ApprovalLine, ...]:
    """All that nobody has decided yet, the earliest promise first."""
    query = (
        _with_people()
        .where(approval_decisions.c.approval_id.is_(None))
        .order_by(approvals.c.answer_by, approvals.c.id)
    )
    return tuple(
        ApprovalLine(
            approval=approval_of(row),
            person_name=row.name,
            lender_ref=row.lender_ref,
            language=Language(row.language),
            channel=Channel(row.channel),
            zone=_zone(row),
            owed=balance(tx, row.case_id, Currency(row.currency)).total,
        )
        for row in tx.execute(query)
    )


def decided_lines(tx: Connection, limit: int = 20) -> tuple[DecidedLine, ...]:
    """What has ended, the latest first."""
    d = approval_decisions.c
    query = _with_people().where(d.approval_id.is_not(None)).order_by(d.at.desc(), d.approval_id).limit(limit)
    return tuple(
        DecidedLine(approval_of(row), decision_from(row), row.name, row.lender_ref, _zone(row))
        for row in tx.execute(query)
    )


def _with_people() -> Select[Any]:
    d = approval_decisions.c
    return (
        select(
            approvals,
            d.outcome,
            d.by,
            d.note,
            d.at,
            conversations.c.language,
            conversations.c.channel,
            persons.c.name,
            persons.c.zones.label("person_zones"),
            contact_points.c.zones.label("point_zones"),
            cases.c.lender_ref,
        )
        .select_from(approvals)
        .join(conversations, conversations.c.id == approvals.c.conversation_id)
        .join(persons, persons.c.id == conversations.c.person_id)
        .join(contact_points, contact_points.c.id == conversations.c.contact_point_id)
        .join(cases, cases.c.id == approvals.c.case_id)
        .outerjoin(approval_decisions, d.approval_id == approvals.c.id)
    )


def _zone(row: Row[Any]) -> str:
    return next(iter((*row.person_zones, *row.point_zones)), "UTC")
